"""What the board must see, is asked to agree and asked to see again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import takewhile
from typing import Final

from send_actions.domain.checks.action_checks import has_unagreed_status, is_live, waits_for_sign_off
from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.history.comparison import has_a_date
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Deadline, Minute, Plan
from send_actions.domain.plan.vocabulary import TROUBLED, MinuteKind, Precision, Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.dues import say_times
from send_actions.domain.words.statements import say_statement
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
    reason_cell,
    ref_and_title,
    refs,
    status_word,
    title_and_lead,
)

_HEADER: Final = ("Ref", "Action and lead", "Status", "Due", "Reason", "Path to green", "Asked of the Board")
_ASKS: Final = frozenset({MinuteKind.QUESTION, MinuteKind.REQUEST})
_GIVE_A_DATE: Final = "give a date the Board can agree"


def exceptions(plan: Plan) -> list[Block]:
    """Off track and at risk, then what is overdue besides: rated green or not yet under way."""
    off = [a for a in plan.actions if a.status is Status.OFF_TRACK]
    risk = [a for a in plan.actions if a.status is Status.AT_RISK]
    late = [a for a in plan.actions if is_overdue(a, plan.as_at)]
    green = [a for a in late if a.status is Status.ON_TRACK]
    waiting = [a for a in late if a.status not in TROUBLED | {Status.ON_TRACK}]
    if not (off or risk or late):
        return [text_of("Nothing is off track, at risk or overdue.")]
    off_track, at_risk = status_word(plan, Status.OFF_TRACK), status_word(plan, Status.AT_RISK)
    on_track = status_word(plan, Status.ON_TRACK).lower()
    facts = f"{count_of(len(off), 'action')} {off_track.lower()}, {len(risk)} {at_risk.lower()}"
    still = f", {len(green)} of them still {on_track}: {refs(green)}" if green else ""
    return [
        text_of(f"{facts}; {len(late)} overdue{still}. Each is listed once, the worst first."),
        *_group(plan, off_track, off),
        *_group(plan, at_risk, risk),
        *_group(plan, f"Overdue and still {on_track}", green),
        *_group(plan, "Overdue and not under way", waiting),
    ]


def to_agree(plan: Plan) -> tuple[Action, ...]:
    """The actions whose moved date, hold, withdrawal or completion waits for a meeting, by their refs."""
    return tuple(a for a in plan.actions if _has_unagreed_date(a) or has_unagreed_status(a, plan))


def can_agree(action: Action, plan: Plan) -> bool:
    """Whether something of an action can be agreed as it stands: its status, or a date to come."""
    is_datable = _has_unagreed_date(action) and not wants_new_date(action, plan.as_at)
    return is_datable or has_unagreed_status(action, plan)


def wants_new_date(action: Action, on: date) -> bool:
    """Whether its moved date passed before a meeting agreed it, or names no date at all."""
    return _has_unagreed_date(action) and (not has_a_date(action.due) or _has_passed(action, on))


def agreement(plan: Plan, deadlines: Mapping[int, Sequence[Deadline]]) -> list[Block]:
    """What waits for agreement, from what to what and why; apart, the moved dates that need another first.

    `deadlines` holds, by action id and newest first, those of the actions in `to_agree`.
    """
    agree: list[tuple[Cell, ...]] = []
    passed: list[tuple[Cell, ...]] = []
    for action in to_agree(plan):
        known = deadlines.get(action.id, ())
        if wants_new_date(action, plan.as_at):
            passed.append((*ref_and_title(action), *_passed(plan, action, known)))
        elif _has_unagreed_date(action):
            agree.append((*ref_and_title(action), "The new due date", *_moved(action, known)))
        if has_unagreed_status(action, plan):
            agree.append((*ref_and_title(action), *_stopped(plan, action)))
    asked = _asked(plan)
    if not (agree or passed):
        return [text_of("Nothing waits for the Board's agreement."), *asked]
    blocks: list[Block] = asked if agree else [text_of("Nothing can be agreed as it stands."), *asked]
    if agree:
        header = ("Ref", "Action", "The Board is asked to agree", "From", "To", "Reason")
        caption = "Moved dates, holds, withdrawals and completions not yet agreed by a meeting"
        blocks.append(Table(caption, header, tuple(agree)))
    if passed:
        header = ("Ref", "Action", "From", "New date", "Reason", "What is needed")
        caption = "New dates that cannot be agreed: passed before a meeting agreed them, or not a date"
        blocks.append(Table(caption, header, tuple(passed)))
    return blocks


def questions(plan: Plan, before: Plan | None) -> list[Block]:
    """Open questions and requests of the main series with their refs, then those answered since last time."""
    held = {meeting.id: meeting for meeting in plan.main_meetings if meeting.on <= plan.as_at}
    known = {m.id for m in before.minutes if _is_answered(m)} if before else set()
    asked = [m for m in plan.minutes if m.kind in _ASKS and m.meeting_id in held]
    waiting: list[tuple[Cell, ...]] = []
    answered: list[tuple[Cell, ...]] = []
    for minute in sorted(asked, key=lambda m: (held[m.meeting_id].on, natural(_subject(plan, m)[0]), m.id)):
        ref, status = _subject(plan, minute)
        words = f"{minute.kind.value.capitalize()}: {filled(minute.text)}"
        about = (ref, say_date(held[minute.meeting_id].on), words)
        if not _is_answered(minute):
            waiting.append((*about, status))
        elif minute.id not in known:
            answered.append((*about, _answer(minute)))
    header = ("Ref", "Asked on", "What was asked")
    blocks: list[Block] = [text_of("No question or request of the Board is open.")]
    if waiting:
        blocks = [Table("Open questions and requests", (*header, "Where it stands"), tuple(waiting))]
    if answered:
        caption = f"Answered since {say_date(before.as_at)}" if before else "Answered so far"
        blocks.append(Table(caption, (*header, "Answer"), tuple(answered)))
    return blocks


def _group(plan: Plan, title: str, actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    rows = tuple(_row(plan, a) for a in sorted(actions, key=lambda a: worst_first(a, plan.as_at)))
    return [Heading(3, f"{title}: {len(actions)}"), Table(f"{title}, the worst first", _HEADER, rows)]


def _row(plan: Plan, action: Action) -> tuple[Cell, ...]:
    by = f"\nBy {day_words(action.path_by, plan.as_at)}" if action.path_by else ""
    return (
        filled(action.ref),
        title_and_lead(action),
        mark(plan, action.status),
        due_cell(action, plan.as_at),
        reason_cell(action),
        filled(action.path, "No path given") + by,
        _ask(action, plan.as_at),
    )


def _asked(plan: Plan) -> list[Block]:
    """What is asked of the Board in the leads' own words, each under the day it was asked."""
    rows = [(*ref_and_title(a), mark(plan, a.status), _own_words(a)) for a in plan.actions if a.ask]
    header = ("Ref", "Action", "Status", "What is asked")
    return [Table("What is asked of the Board, in the leads' own words", header, tuple(rows))] if rows else []


def _own_words(action: Action) -> str:
    return say_statement((action.ask_on, action.ask))


def _ask(action: Action, on: date) -> str:
    """What the lead asks of the Board, and what it can do as status and dates have it."""
    asks = [_own_words(action)] if action.ask else []
    asks += [_ask_about_date(action, on)] if _has_unagreed_date(action) else []
    if action.status is Status.OFF_TRACK and not action.ask:
        asks.append("Decide what help to give")
    elif is_overdue(action, on) and not asks:
        asks.append("To note: no new date is asked for")
    return "\n".join(asks) or "To note"


def _ask_about_date(action: Action, on: date) -> str:
    new = due_phrase(action.due)
    if not has_a_date(action.due):
        return f"The new date is {new}: {_GIVE_A_DATE}"
    if _has_passed(action, on):
        return f"The new date, {new}, was not agreed and has passed: {_GIVE_A_DATE}"
    return f"Agree the new date, {new}"


def _has_unagreed_date(action: Action) -> bool:
    """Whether its due date was moved, still matters and was not agreed by a meeting."""
    return is_live(action) and action.due_moves > 0 and not action.due_agreed


def _has_passed(action: Action, on: date) -> bool:
    due = action.due
    return bool(due and due.on and due.precision is not Precision.ONGOING and due.on < on)


def _passed(plan: Plan, action: Action, deadlines: Sequence[Deadline]) -> tuple[Cell, ...]:
    old, new, reason = _moved(action, deadlines)
    passed = f"{new}\nNot agreed, and has passed" if _has_passed(action, plan.as_at) else new
    return old, passed, reason, f"{_GIVE_A_DATE[:1].upper()}{_GIVE_A_DATE[1:]}"


def _moved(action: Action, deadlines: Sequence[Deadline]) -> tuple[str, str, str]:
    """The date before the move with the first date where that is another, the new date and the reason."""
    new = list(takewhile(lambda deadline: is_same_due(deadline.due, action.due), deadlines))
    earlier = deadlines[len(new)].due if len(new) < len(deadlines) else action.first_due
    old, first = due_words(earlier), due_phrase(action.first_due)
    at_first = f", at first {first}" if first.lower() != old.lower() else ""
    reason = next((one.reason for one in new if one.reason.strip()), "No reason given")
    since = f"{old}\nMoved {say_times(action.due_moves)}{at_first}"
    return since, due_words(action.due), reason if deadlines else "See the plan's history"


def _stopped(plan: Plan, action: Action) -> tuple[Cell, ...]:
    if waits_for_sign_off(action, plan):
        proof = filled(action.proof, "No proof named")
        return "Signing it off", mark(plan, action.was), mark(plan, action.status), proof
    what, until = "Withdrawing it", ""
    if action.status is Status.ON_HOLD:
        what = "Putting it on hold"
        until = f", to look again on {day_words(action.look_again, plan.as_at)}" if action.look_again else ""
    return what + until, mark(plan, action.was), mark(plan, action.status), reason_cell(action)


def _is_answered(minute: Minute) -> bool:
    return bool(minute.answer or minute.answered_on)


def _answer(minute: Minute) -> str:
    on = f"\n{say_date(minute.answered_on)}" if minute.answered_on else ""
    return filled(minute.answer, "No answer written") + on


def _subject(plan: Plan, minute: Minute) -> tuple[str, Cell]:
    """The ref of what was asked about, and its status, for it cannot be answered without."""
    if minute.action_id in plan.actions_by_id:
        action = plan.actions_by_id[minute.action_id]
        return filled(action.ref), mark(plan, action.status)
    if minute.area_id in plan.areas_by_id:
        summary = summarise_areas(plan, None)[minute.area_id]
        return f"Area {plan.areas_by_id[minute.area_id].number}".strip(), area_status(plan, summary)
    return "The plan", "Not answered yet"
