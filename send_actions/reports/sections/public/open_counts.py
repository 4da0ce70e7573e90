"""Actions still to be done that a paper does not name, counted so that no small count can be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.disclosure import FEWEST
from send_actions.reports.document import Block, Cell, Number, Table, text_of
from send_actions.reports.hidden_counts import say_counts
from send_actions.reports.sections.phrasing.cells import NONE, number, signed, status_word
from send_actions.reports.sections.public.public_work import late_actions, next_actions
from send_actions.reports.sections.public.said_and_done import heard_from_families

_GROUPS: Final = (
    (Status.OFF_TRACK,),
    (Status.AT_RISK,),
    (Status.NOT_STARTED, Status.ON_HOLD, None),
    (Status.ON_TRACK,),
)
"""What is counted together, the worst first: what is on track is hidden before the others."""

_WHY: Final = (
    f"A count under {FEWEST} is not shown, and another is hidden with it where it could be worked out. "
    "What is named above is not counted."
)


def open_counts(plan: Plan, before: Plan | None) -> list[Block]:
    """How many other actions still to be done go how, now and last time; in words alone where they are few.

    What the paper names is not counted: a reader who counts it would know the least that all can be.
    Each column is hidden by itself: the paper of last time hid the same of it. A change is told where both
    counts are shown.
    """
    if len(_still(plan)) < FEWEST:
        return [text_of("There are too few other actions still to be done to count how they go.")]
    then = before if before and len(_still(before)) >= FEWEST else None
    now_said, then_said = _said(plan), _said(then) if then else None
    labels = [_label(plan, group) for group in _GROUPS] + ["All of them"]
    rows = [
        _row(label, now, then_said[place] if then_said else None)
        for place, (label, now) in enumerate(zip(labels, now_said, strict=True))
    ]
    last = say_date(then.as_at) if then else "Last time"
    header = ("How they go", say_date(plan.as_at), last, "Change")
    return [Table("Other actions still to be done", header, tuple(rows)), text_of(_WHY)]


def _row(label: str, now: int | str, then: int | str | None) -> tuple[Cell, ...]:
    change: Cell = NONE if then is None else "not shown"
    if isinstance(now, int) and isinstance(then, int):
        change = Number(now - then, signed(now - then))
    return label, _cell(now), NONE if then is None else _cell(then), change


def _cell(said: int | str) -> Cell:
    return number(said) if isinstance(said, int) else said


def _said(plan: Plan) -> list[int | str]:
    counted = Counter(_still(plan))
    table = say_counts([[sum(counted[status] for status in group)] for group in _GROUPS])
    return [row[0] for row in table]


def _still(plan: Plan) -> list[Status | None]:
    counted = {status for group in _GROUPS for status in group}
    named = _named(plan)
    return [a.status for a in plan.actions if a.status in counted and a.id not in named]


def _named(plan: Plan) -> set[int]:
    """The ids of what the paper of that day names of what is still to be done: late, due next, or doing."""
    coming = (action for actions in next_actions(plan).values() for action in actions)
    heard = (one.action for one in heard_from_families(plan) if one.action)
    return {action.id for action in (*late_actions(plan), *coming, *heard)}


def _label(plan: Plan, group: Sequence[Status | None]) -> str:
    first, *others = [status_word(plan, status) for status in group if status]
    return " or ".join([first, *(word.lower() for word in others)])
