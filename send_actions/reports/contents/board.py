"""The paper for the board: what it must see, decide and follow up, in the order of PRODUCT section 8."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from send_actions.domain.dates import say_date
from send_actions.domain.nouns import Action, Deadline, Meeting, Plan
from send_actions.domain.standing import has_no_update, is_overdue, silence_starts
from send_actions.domain.vocabulary import DONE, Status
from send_actions.reports.audience import Audience, exempt_ids, read_audience, seen_by
from send_actions.reports.document import Block, Document, Heading, bullets
from send_actions.reports.sections.areas import headlines, journey_table, plan_by_area
from send_actions.reports.sections.cells import count_of, refs, said, word_of
from send_actions.reports.sections.changes import changes, completed, due_next, next_board
from send_actions.reports.sections.counts import counts, legend
from send_actions.reports.sections.exceptions import agreement, exceptions
from send_actions.reports.sections.measures import measures
from send_actions.reports.sections.questions import questions

_NOTHING_READ: Final[Mapping[int, Sequence[Deadline]]] = MappingProxyType({})


def board_paper(
    plan: Plan,
    before: Plan | None,
    *,
    audience: str = Audience.BOARD,
    journey: Sequence[Plan] = (),
    deadlines: Mapping[int, Sequence[Deadline]] = _NOTHING_READ,
) -> Document:
    """The board paper of a plan as at its date, compared with `before`, the plan as at the last meeting.

    `journey` are the plans as at the earlier meetings it shows; `deadlines` are those of the actions in
    `to_agree(plan)` by action id, newest first, for the date before and the reason of a move.
    """
    seer = read_audience(audience)
    now, exempt = seen_by(plan, seer), exempt_ids(plan)
    then = seen_by(before, seer, exempt) if before else None
    sections: list[tuple[str, list[Block]]] = [
        ("What the colours mean", legend(now)),
        ("Counts: this time, last time and the change", counts(now, then)),
        ("The facts in short", _facts(now)),
        ("Headlines", headlines(now, then)),
        ("Exceptions", exceptions(now)),
        ("What changed since the last meeting", changes(now, then)),
        ("What the Board is asked to agree", agreement(now, deadlines)),
        ("Completed since the last meeting", completed(now, then)),
        ("Due before the next meeting", due_next(now)),
        ("Measures", measures(now)),
        ("What the Board asked to see again", questions(now, then)),
        ("The journey", journey_table(now, [seen_by(stop, seer, exempt) for stop in journey])),
        ("The plan by area", plan_by_area(now, then)),
    ]
    blocks: list[Block] = []
    for place, (title, parts) in enumerate(sections, start=1):
        blocks += [Heading(2, f"{place}. {title}"), *parts]
    return Document(f"{said(now.title, 'Action plan')}: board paper", _front(now, then, seer), tuple(blocks))


def _front(plan: Plan, before: Plan | None, audience: Audience) -> tuple[tuple[str, str], ...]:
    """What the paper speaks of and from which record it can be made again."""
    compared = (
        f"{say_date(before.as_at)}, record {before.record}" if before else "nothing: no earlier meeting"
    )
    front = (
        ("Partnership", plan.partnership),
        ("Board", plan.main_series),
        ("As at", f"{say_date(plan.as_at)}, record {plan.record}"),
        ("Compared with", compared),
        ("Next meeting", _meeting_words(next_board(plan))),
        ("Audience", audience.sentence),
    )
    return tuple((label, value) for label, value in front if value.strip())


def _meeting_words(meeting: Meeting | None) -> str:
    return say_date(meeting.on) if meeting else "none in the diary"


def _facts(plan: Plan) -> list[Block]:
    """Counts that can be traced: each is followed by the refs behind it or stands in a table of the paper."""
    actions = plan.actions
    late = [a for a in actions if is_overdue(a, plan.as_at)]
    green = [a for a in late if a.status is Status.ON_TRACK]
    silent = [a for a in actions if has_no_update(a, plan)]
    exempt = [a for a in actions if a.exempt]
    held = sum(a.status is Status.ON_HOLD for a in actions)
    withdrawn = sum(a.status is Status.WITHDRAWN for a in actions)
    whole = (
        f"{count_of(len(actions), 'action')} in {count_of(len(plan.areas), 'area')}: "
        f"{sum(a.is_open for a in actions)} open, {sum(a.status in DONE for a in actions)} done, "
        f"{held} on hold, {withdrawn} withdrawn."
    )
    items = [whole, f"{len(late)} overdue{_named(late)}."]
    if green:
        items.append(
            f"{len(green)} overdue and still {word_of(plan, Status.ON_TRACK).lower()}{_named(green)}."
        )
    since = silence_starts(plan)
    if since:
        items.append(f"{len(silent)} open without a word since {say_date(since)}{_named(silent)}.")
    if exempt:
        items.append(f"{len(exempt)} exempt, counted here without detail{_named(exempt)}.")
    return [bullets(*items)]


def _named(actions: Sequence[Action]) -> str:
    """The refs behind a number."""
    return f": {refs(actions)}" if actions else ""
