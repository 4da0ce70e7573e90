"""What a meeting asked, decided and agreed, each with who owns it, when it is due and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Area, Deadline, Meeting, Minute, Owner, Plan
from send_actions.domain.plan.vocabulary import ASKS, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Cell, Paragraph, Table, text_of
from send_actions.reports.sections.phrasing.cells import (
    Summaries,
    area_name,
    as_said,
    due_phrase,
    filled,
    full_name,
    labelled,
    owner_words,
    status_word,
)
from send_actions.reports.sections.phrasing.minutes_told import (
    NO_ANSWER,
    VERBS,
    answered_on,
    told_minute,
)
from send_actions.reports.sections.phrasing.naming import Naming

_HEADER: Final = ("What", "Of what", "Who answers", "Due", "What became of it")
_NO_DUE: Final = "– none given"
"""By when, of what was asked without a day; that of its action is the action's alone."""


class StatusAgreed(NamedTuple):
    """A status that a meeting agreed, and the day on which that was said."""

    status: Status
    on: date


@dataclass(frozen=True)
class Agreed:
    """What a meeting agreed: due dates by action id, newest first, and statuses by action id."""

    dates: Mapping[int, Sequence[Deadline]] = field(default_factory=dict)
    statuses: Mapping[int, Sequence[StatusAgreed]] = field(default_factory=dict)


def log_table(plan: Plan, minutes: Iterable[Minute]) -> list[Block]:
    """Each question and request with who answers it, by when that was wanted, and its answer."""
    rows = tuple(_row(plan, minute) for minute in minutes if minute.kind in ASKS)
    if not rows:
        return [text_of("No question or request of this meeting is written down.")]
    return [Table("Questions and requests", _HEADER, rows)]


def decided_there(plan: Plan, minutes: Iterable[Minute], areas: Summaries) -> list[Block]:
    """Each decision and resolution, and how what it speaks of stands now."""
    naming = Naming()
    items = tuple(told_minute(plan, one, areas, naming) for one in minutes if one.kind not in ASKS)
    if not items:
        return [text_of("No decision or resolution of this meeting is written down.")]
    return [BulletList(items)]


def agreed_there(plan: Plan, meeting: Meeting, agreed: Agreed) -> list[Block]:
    """The due dates, and the holds, withdrawals and completions, that the meeting agreed."""
    naming = Naming()
    items: list[Paragraph] = []
    for action in plan.actions:
        told = _dates(action, meeting, agreed.dates.get(action.id, ()))
        told += _statuses(plan, action, agreed.statuses.get(action.id, ()))
        if told:
            items.append(labelled(naming.action(action), *told))
    return [BulletList(tuple(items))] if items else []


def _dates(action: Action, meeting: Meeting, deadlines: Sequence[Deadline]) -> list[str]:
    """The dates of one action that a meeting agreed, each with the one before it and why."""
    told = []
    for place, deadline in enumerate(deadlines):
        if deadline.agreed_meeting_id != meeting.id:
            continue
        earlier = next((d.due for d in deadlines[place + 1 :] if not is_same_due(d.due, deadline.due)), None)
        since = f", from {due_phrase(earlier)}" if earlier else ""
        is_told = deadline.reason.strip() and not is_withheld(action)
        why = f": {as_said(deadline.reason, deadline.on)}" if is_told else ""
        told.append(f"due date {due_phrase(deadline.due)}{since}{why}")
    return told


def _statuses(plan: Plan, action: Action, agreed: Sequence[StatusAgreed]) -> list[str]:
    """The statuses of one action that a meeting agreed, as they were then, and how it stands if not so."""
    told = [f"agreed as {status_word(plan, one.status).lower()}, said {say_date(one.on)}" for one in agreed]
    if agreed and action.status is not agreed[0].status:
        told.append(f"now {status_word(plan, action.status).lower()}")
    return told


def _row(plan: Plan, minute: Minute) -> tuple[Cell, ...]:
    action = plan.actions_by_id.get(minute.action_id or 0)
    area = plan.areas_by_id.get(minute.area_id or 0)
    return (
        f"{VERBS[minute.kind]}: {filled(minute.text)}",
        full_name(action) if action else f"Area {area_name(area)}" if area else "The whole plan",
        _owner(minute, action, area),
        due_phrase(minute.due) if minute.due else _NO_DUE,
        _became(plan, minute, action),
    )


def _owner(minute: Minute, action: Action | None, area: Area | None) -> str:
    """Who was named to answer, else who leads what it is about."""
    lead: Owner | None = action.lead if action else area.lead if area else None
    found = minute.owner or lead
    return owner_words(found) if found else "No lead"


def _became(plan: Plan, minute: Minute, action: Action | None) -> str:
    """The action that was made of it, or its answer under its day, else that there is none."""
    if made := plan.actions_by_id.get(minute.made_action_id or 0):
        return f"Became {full_name(made)}; {status_word(plan, made.status).lower()}"
    if minute.is_answered:
        return f"{answered_on(minute)}: {filled(minute.answer, NO_ANSWER)}"
    stands = f"; {status_word(plan, action.status).lower()}" if action else ""
    return f"No answer yet{stands}"
