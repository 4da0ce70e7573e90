"""What the board asked to see again, and what was answered since it last met."""

from __future__ import annotations

from typing import Final

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.plan import Minute, Plan
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.domain.refs import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import area_status, filled, mark

_ASKS: Final = frozenset({MinuteKind.QUESTION, MinuteKind.REQUEST})


def questions(plan: Plan, before: Plan | None) -> list[Block]:
    """Open questions and requests of the main series with their refs, then those answered since last time."""
    asked = [m for m in plan.minutes if m.kind in _ASKS and _is_of_the_board(plan, m)]
    waiting = [m for m in asked if not _is_answered(m)]
    known = {m.id for m in before.minutes if _is_answered(m)} if before else set()
    answered = [m for m in asked if _is_answered(m) and m.id not in known]
    blocks: list[Block] = []
    if waiting:
        rows = [(*_about(plan, m), _stands(plan, m)) for m in sorted(waiting, key=lambda m: _order(plan, m))]
        header = ("Ref", "Asked on", "What was asked", "Where it stands")
        blocks.append(Table("Open questions and requests", header, tuple(rows)))
    else:
        blocks.append(text_of("No question or request of the Board is open."))
    if answered:
        rows = [(*_about(plan, m), _answer(m)) for m in sorted(answered, key=lambda m: _order(plan, m))]
        caption = f"Answered since {say_date(before.as_at)}" if before else "Answered so far"
        blocks.append(Table(caption, ("Ref", "Asked on", "What was asked", "Answer"), tuple(rows)))
    return blocks


def _is_of_the_board(plan: Plan, minute: Minute) -> bool:
    meeting = plan.meetings_by_id.get(minute.meeting_id)
    return meeting is not None and meeting.series == plan.main_series and meeting.on <= plan.as_at


def _is_answered(minute: Minute) -> bool:
    return bool(minute.answer or minute.answered_on)


def _about(plan: Plan, minute: Minute) -> tuple[str, str, str]:
    meeting = plan.meetings_by_id[minute.meeting_id]
    return (
        _ref(plan, minute),
        say_date(meeting.on),
        f"{minute.kind.value.capitalize()}: {filled(minute.text)}",
    )


def _ref(plan: Plan, minute: Minute) -> str:
    action = plan.actions_by_id.get(minute.action_id) if minute.action_id is not None else None
    area = plan.areas_by_id.get(minute.area_id) if minute.area_id is not None else None
    if action:
        return filled(action.ref)
    return f"Area {area.number}".strip() if area else "The plan"


def _stands(plan: Plan, minute: Minute) -> Cell:
    """The status of the action or area asked about, for it cannot be answered without."""
    action = plan.actions_by_id.get(minute.action_id) if minute.action_id is not None else None
    area = plan.areas_by_id.get(minute.area_id) if minute.area_id is not None else None
    if action:
        return mark(plan, action.status)
    return area_status(plan, summarise_areas(plan, None)[area.id]) if area else "Not answered yet"


def _answer(minute: Minute) -> str:
    on = f"\n{say_date(minute.answered_on)}" if minute.answered_on else ""
    return filled(minute.answer, "No answer written") + on


def _order(plan: Plan, minute: Minute) -> tuple[object, ...]:
    return plan.meetings_by_id[minute.meeting_id].on, natural(_ref(plan, minute)), minute.id
