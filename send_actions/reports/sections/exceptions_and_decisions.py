"""What the board must see, is asked to agree and asked to see again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from send_actions.domain.checks.action_checks import is_live
from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.comparison import falls_alike
from send_actions.domain.plan import Action, Deadline, Minute, Plan
from send_actions.domain.plan.vocabulary import TROUBLED, MinuteKind, Precision, Status
from send_actions.domain.refs import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Heading, Table, text_of
from send_actions.reports.sections.cells import (
    area_status,
    count_of,
    day_words,
    due_cell,
    due_phrase,
    due_words,
    filled,
    mark,
    refs,
    status_word,
    times,
    title_and_lead,
)

_HEADER: Final = ("Ref", "Action and lead", "Status", "Due", "Reason", "Path to green", "Asked of the Board")
_ASKS: Final = frozenset({MinuteKind.QUESTION, MinuteKind.REQUEST})
_UNREAD = "See the plan's history"
_GIVE_A_DATE = "give a date the Board can agree"


def exceptions(plan: Plan) -> list[Block]:
    """Off track and at risk, then what is overdue besides: rated green or not yet under way."""
    off = [a for a in plan.actions if a.status is Status.OFF_TRACK]
    risk = [a for a in plan.actions if a.status is Status.AT_RISK]
    late = [a for a in plan.actions if is_overdue(a, plan.as_at)]
    besides = [a for a in late if a.status not in TROUBLED]
    green = [a for a in besides if a.status is Status.ON_TRACK]
    waiting = [a for a in besides if a.status is not Status.ON_TRACK]
    if not (off or risk or late):
        return [text_of("Nothing is off track, at risk or overdue.")]
    words = {status: status_word(plan, status).lower() for status in TROUBLED | {Status.ON_TRACK}}
    facts = (
        f"{count_of(len(off), 'action')} {words[Status.OFF_TRACK]}, {len(risk)} {words[Status.AT_RISK]}; "
        f"{len(late)} overdue"
    )
    still = f", {len(green)} of them still {words[Status.ON_TRACK]}: {refs(green)}" if green else ""
    return [
        text_of(f"{facts}{still}. Each is listed once, the worst first."),
        *_group(plan, status_word(plan, Status.OFF_TRACK), off),
        *_group(plan, status_word(plan, Status.AT_RISK), risk),
        *_group(plan, f"Overdue and still {words[Status.ON_TRACK]}", green),
        *_group(plan, "Overdue and not under way", waiting),
    ]


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


def to_agree(plan: Plan) -> tuple[Action, ...]:
    """The actions whose moved date, hold or withdrawal no meeting has agreed yet, in order of their refs."""
    return tuple(a for a in plan.actions if has_unagreed_date(a) or has_unagreed_status(a))


def can_agree(action: Action, on: date) -> bool:
    """Whether something of an action can be agreed as it stands: a hold, a withdrawal or a date to come."""
    return has_unagreed_status(action) or (has_unagreed_date(action) and not wants_new_date(action, on))


def wants_new_date(action: Action, on: date) -> bool:
    """Whether its moved date passed before a meeting agreed it, or names no date at all."""
    return has_unagreed_date(action) and (_is_no_date(action) or _has_passed(action, on))


def has_unagreed_date(action: Action) -> bool:
    """Whether its due date was moved, still matters and was not agreed by a meeting."""
    return is_live(action) and action.due_moves > 0 and not action.due_agreed


def has_unagreed_status(action: Action) -> bool:
    """Whether it was put on hold or withdrawn without a meeting."""
    return action.status in {Status.ON_HOLD, Status.WITHDRAWN} and not action.status_agreed


def ask_about_date(action: Action, on: date) -> str:
    """What is asked about its moved date; nothing when there is nothing to ask."""
    new = due_phrase(action.due)
    if not has_unagreed_date(action):
        return ""
    if _is_no_date(action):
        return f"The new date is {new}: {_GIVE_A_DATE}"
    if _has_passed(action, on):
        return f"The new date, {new}, was not agreed and has passed: {_GIVE_A_DATE}"
    return f"Agree the new date, {new}"


def agreement(plan: Plan, deadlines: Mapping[int, Sequence[Deadline]]) -> list[Block]:
    """What waits for agreement, from what to what and why; apart, the moved dates that need another first.

    `deadlines` holds, by action id and newest first, those of the actions in `to_agree`.
    """
    agree: list[tuple[Cell, ...]] = []
    passed: list[tuple[Cell, ...]] = []
    for action in to_agree(plan):
        known = deadlines.get(action.id, ())
        if wants_new_date(action, plan.as_at):
            passed.append((*_named(action), *_passed(plan, action, known)))
        elif has_unagreed_date(action):
            agree.append((*_named(action), "The new due date", *_moved(action, known)))
        if has_unagreed_status(action):
            agree.append((*_named(action), *_stopped(plan, action)))
    if not (agree or passed):
        return [text_of("Nothing waits for the Board's agreement.")]
    blocks: list[Block] = [] if agree else [text_of("Nothing can be agreed as it stands.")]
    if agree:
        header = ("Ref", "Action", "The Board is asked to agree", "From", "To", "Reason")
        caption = "Moved dates, holds and withdrawals not yet agreed by a meeting"
        blocks.append(Table(caption, header, tuple(agree)))
    if passed:
        header = ("Ref", "Action", "From", "New date", "Reason", "What is needed")
        caption = "New dates that cannot be agreed: passed before a meeting agreed them, or not a date"
        blocks.append(Table(caption, header, tuple(passed)))
    return blocks


def _group(plan: Plan, title: str, actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    ordered = sorted(actions, key=lambda action: worst_first(action, plan.as_at))
    rows = tuple(_row(plan, action) for action in ordered)
    return [Heading(3, f"{title}: {len(actions)}"), Table(f"{title}, the worst first", _HEADER, rows)]


def _row(plan: Plan, action: Action) -> tuple[Cell, ...]:
    by = f"\nBy {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    return (
        filled(action.ref),
        title_and_lead(action),
        mark(plan, action.status),
        due_cell(action, plan.as_at),
        filled(action.reason, "No reason given"),
        filled(action.path, "No path given") + by,
        _ask(action, plan.as_at),
    )


def _ask(action: Action, on: date) -> str:
    """What the Board can do about it, as its status and dates have it."""
    about_date = ask_about_date(action, on)
    asks = [about_date] if about_date else []
    if action.status is Status.OFF_TRACK:
        asks.append("Decide what help to give")
    elif is_overdue(action, on) and not asks:
        asks.append("To note: no new date is asked for")
    return "\n".join(asks) or "To note"


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


def _is_no_date(action: Action) -> bool:
    return action.due is None or (action.due.on is None and action.due.precision is not Precision.ONGOING)


def _has_passed(action: Action, on: date) -> bool:
    due = action.due
    return bool(due and due.on and due.precision is not Precision.ONGOING and due.on < on)


def _named(action: Action) -> tuple[str, str]:
    return filled(action.ref), filled(action.title)


def _passed(plan: Plan, action: Action, deadlines: Sequence[Deadline]) -> tuple[Cell, ...]:
    old, new, reason = _moved(action, deadlines)
    passed = f"{new}\nNot agreed, and has passed" if _has_passed(action, plan.as_at) else new
    return old, passed, reason, _GIVE_A_DATE[:1].upper() + _GIVE_A_DATE[1:]


def _moved(action: Action, deadlines: Sequence[Deadline]) -> tuple[str, str, str]:
    """The date before the move with the first date where that is another, the new date and the reason."""
    new = list(takewhile(lambda deadline: falls_alike(deadline.due, action.due), deadlines))
    earlier = deadlines[len(new)].due if len(new) < len(deadlines) else action.first_due
    old, first = due_words(earlier), due_phrase(action.first_due)
    since = f"{old}\nMoved {times(action.due_moves)}"
    since += f", at first {first}" if first.lower() != old.lower() else ""
    reason = next((one.reason for one in new if one.reason.strip()), "No reason given")
    return since, due_words(action.due), reason if deadlines else _UNREAD


def _stopped(plan: Plan, action: Action) -> tuple[Cell, ...]:
    is_held = action.status is Status.ON_HOLD
    until = (
        f", to look again on {day_words(action.look_again, plan.as_at)}"
        if action.look_again and is_held
        else ""
    )
    reason = filled(action.reason, "No reason given")
    return (
        ("Putting it on hold" if is_held else "Withdrawing it") + until,
        mark(plan, action.was),
        mark(plan, action.status),
        reason,
    )
