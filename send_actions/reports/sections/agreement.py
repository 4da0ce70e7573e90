"""What the board is asked to agree: moved dates, holds and withdrawals that no meeting has agreed yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile

from send_actions.domain.checks.action_checks import is_live
from send_actions.domain.history.comparison import falls_alike
from send_actions.domain.plan import Action, Deadline, Plan
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import day_words, due_phrase, due_words, filled, mark, times

_UNREAD = "See the plan's history"
_GIVE_A_DATE = "give a date the Board can agree"


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
