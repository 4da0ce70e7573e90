"""The areas: what each lead says beside the facts, the journey over the meetings, and the plan in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.checks.summary import AreaSummary, summarise_areas
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.words.dates import say_date, short_date
from send_actions.reports.document import Block, BulletList, Cell, Heading, Paragraph, Strong, Table, text_of
from send_actions.reports.sections.cells import (
    area_name,
    area_status,
    due_cell,
    filled,
    impact_word,
    last_update,
    mark,
    owner_words,
    status_word,
)

_STATUS_RULE: Final = (
    "the lead's own judgement of the area if given, else its worst open action; "
    "with nothing open, the worst of what is done or on hold."
)


def headlines(plan: Plan, before: Plan | None) -> list[Block]:
    """How each area stands, what its lead says in their own words, and the facts beside it."""
    summaries = summarise_areas(plan, before)
    if not any(area.headline.strip() or summaries[area.id].status for area in plan.areas):
        return [text_of("No area's lead has written a headline, and no area has a status yet.")]
    rows = [
        (
            area_name(area),
            area_status(plan, summaries[area.id]),
            filled(area.headline, "No headline written"),
            "\n".join([*_judged_apart(plan, summaries[area.id]), *_facts(summaries[area.id])]),
        )
        for area in plan.areas
    ]
    header = ("Area", "How it stands", "The lead says", "The facts")
    return [
        text_of(f"How an area stands is {_STATUS_RULE}"),
        Table("How each area stands, what its lead says, and the facts", header, tuple(rows)),
    ]


def journey_table(plan: Plan, earlier: Sequence[Plan]) -> list[Block]:
    """Each area's letter at each meeting: its lead's judgement, else its worst open action."""
    if not (earlier and plan.areas):
        return [text_of("The journey is left out: there are no areas at an earlier meeting to show.")]
    stops = [*sorted(earlier, key=lambda stop: stop.as_at), plan]
    standings = [summarise_areas(stop, None) for stop in stops]
    rows = [(area_name(area), *(_stop(plan, at.get(area.id)) for at in standings)) for area in plan.areas]
    header = ("Area", *(short_date(stop.as_at).strip() for stop in stops))
    return [
        text_of(f"Each letter is {_STATUS_RULE}"),
        Table("Areas at each meeting, and now", header, tuple(rows)),
    ]


def plan_by_area(plan: Plan, before: Plan | None) -> list[Block]:
    """Every area with what it is for, its lead's judgement, its sum and all its actions."""
    blocks: list[Block] = []
    summaries = summarise_areas(plan, before)
    for area in plan.areas:
        blocks += [
            Heading(3, f"Area {filled(area.number)}: {filled(area.title)}"),
            _about(plan, area, summaries[area.id]),
        ]
        actions = plan.actions_by_area[area.id]
        if actions:
            blocks.append(_actions(plan, area, actions))
    return blocks or [text_of("The plan has no areas yet.")]


def _facts(summary: AreaSummary) -> list[str]:
    """The sum of its actions, what is overdue and which way it went."""
    if not summary.total:
        return [summary.sentence]
    facts = [summary.sentence, f"{summary.overdue or 'none'} overdue"]
    if summary.direction is Direction.SAME:
        facts.append("same as last time")
    elif summary.direction:
        facts.append(f"{summary.direction.word} since last time")
    return facts


def _stop(plan: Plan, summary: AreaSummary | None) -> Cell:
    if summary is None:
        return "Not there"
    return area_status(plan, summary, short=True)


def _judged_apart(plan: Plan, summary: AreaSummary) -> list[str]:
    """Both views, where the lead's judgement is not the status of the worst open action."""
    judgement, worst = summary.judgement, summary.worst
    if judgement is None or worst is None or judgement.status is worst.status:
        return []
    status = status_word(plan, worst.status).lower()
    return [
        f"Lead says {status_word(plan, judgement.status).lower()}; worst action {status}, {filled(worst.ref)}"
    ]


def _about(plan: Plan, area: Area, summary: AreaSummary) -> BulletList:
    judged = "not given"
    if area.judgement:
        reason = filled(area.judgement.reason, "no reason given")
        judged = f"{mark(plan, area.judgement.status)}, {say_date(area.judgement.on)}: {reason}"
    lines = {
        "Outcome wanted": filled(area.outcome, "not written yet"),
        "Area lead": owner_words(area.lead),
        "The lead's judgement": judged,
        "The sum": "; ".join(_facts(summary)),
    }
    return BulletList(tuple(Paragraph((Strong(f"{label}:"), f" {words}")) for label, words in lines.items()))


def _actions(plan: Plan, area: Area, actions: Sequence[Action]) -> Table:
    rows = [
        (
            filled(action.ref),
            filled(action.title),
            mark(plan, action.status),
            impact_word(action.impact),
            owner_words(action.lead),
            due_cell(action, plan.as_at),
            last_update(action),
        )
        for action in actions
    ]
    header = ("Ref", "Action", "Status", "Impact", "Lead", "Due", "Last said")
    return Table(f"Actions of area {filled(area.number)}", header, tuple(rows))
