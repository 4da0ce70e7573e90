"""The plan by area: its lead's judgement beside its own counts, and its actions."""

from __future__ import annotations

from typing import Final

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Area, Plan
from send_actions.domain.plan.vocabulary import DONE, OPEN, WORST_FIRST, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, BulletList, Cell, Heading, Paragraph, Strong, Table, text_of
from send_actions.reports.sections.phrasing.cells import (
    NONE,
    Summaries,
    area_name,
    due_cell,
    filled,
    full_name,
    impact_word,
    last_update,
    mark,
    owner_words,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import named

_COUNTED: Final = (*(status for status in WORST_FIRST if status in OPEN), Status.ON_HOLD, None)


def plan_by_area(plan: Plan, summaries: Summaries) -> list[Block]:
    """Each area's judgement beside its own counts, then what it is for and all its actions."""
    if not plan.areas:
        return [text_of("The plan has no areas yet.")]
    rows = tuple(_standing(plan, area, summaries[area.id]) for area in plan.areas)
    header = ("Area", "The lead's judgement", "Worst open action", "Which", "Its actions", "Since last time")
    blocks: list[Block] = [
        Table("How each area is judged, beside the count of its own actions", header, rows)
    ]
    for area in plan.areas:
        heading = Heading(3, f"Area {filled(area.number)}: {filled(area.title)}")
        blocks += [heading, about_area(plan, area, summaries[area.id]), *_actions(plan, area)]
    return blocks


def _standing(plan: Plan, area: Area, summary: AreaSummary) -> tuple[Cell, ...]:
    judged, worst = summary.judgement, summary.worst
    return (
        area_name(area),
        mark(plan, judged.status) if judged else "Not given",
        mark(plan, worst.status) if worst else "None is open",
        named(worst.ref, worst.title) if worst else NONE,
        counted_words(plan, summary),
        _way(summary),
    )


def counted_words(plan: Plan, summary: AreaSummary) -> str:
    """An area's actions counted by status, so that they add up to all that were not withdrawn."""
    if not summary.total:
        return summary.sentence
    done = sum(summary.counts.get(status, 0) for status in DONE)
    counted = [(summary.counts.get(status, 0), status_word(plan, status).lower()) for status in _COUNTED]
    told = ", ".join(f"{many} {word}" for many, word in (*counted, (done, "done")) if many)
    late = f"; {summary.overdue} overdue" if summary.overdue else ""
    return f"{summary.total} in all: {told}{late}"


def _way(summary: AreaSummary) -> str:
    way = summary.direction
    if way is None:
        return "Nothing to compare"
    return "The same" if way is Direction.SAME else way.word.capitalize()


def about_area(plan: Plan, area: Area, summary: AreaSummary) -> BulletList:
    """What is wanted in an area, who leads it, what the lead says, and how its actions stand."""
    judged = "not given"
    if area.judgement:
        reason = filled(area.judgement.reason, "no reason given")
        judged = f"{mark(plan, area.judgement.status)}, {say_date(area.judgement.on)}: {reason}"
    lines = {
        "Outcome wanted": filled(area.outcome, "not written yet"),
        "Area lead": owner_words(area.lead),
        "The lead says": filled(area.headline, "no headline written"),
        "The lead's judgement": judged,
        "Its actions": counted_words(plan, summary),
    }
    return BulletList(tuple(Paragraph((Strong(f"{label}:"), f" {words}")) for label, words in lines.items()))


def _actions(plan: Plan, area: Area) -> list[Block]:
    rows = [
        (
            full_name(action),
            mark(plan, action.status),
            impact_word(action.impact),
            owner_words(action.lead),
            due_cell(action, plan.as_at),
            last_update(action),
        )
        for action in plan.actions_by_area[area.id]
    ]
    header = ("Action", "Status", "Impact", "Lead", "Due", "Last said")
    return [Table(f"Actions of area {filled(area.number)}", header, tuple(rows))] if rows else []
