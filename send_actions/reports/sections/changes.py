"""What changed since the last meeting, what was completed, and what falls due before the next."""

from __future__ import annotations

from typing import Final

from send_actions.domain.history.comparison import Move, Movement, compare
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.domain.refs import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import (
    NONE,
    count_of,
    due_cell,
    due_words,
    filled,
    impact_word,
    mark,
    number,
    refs,
    title_and_lead,
)

NO_EARLIER: Final = "There is no earlier meeting to compare with."
"""What stands where a comparison would be."""

_STATUS_WAYS: Final = (
    ("Went down", "down"),
    ("Went up", "up"),
    ("Started", "started"),
    ("Put on hold", "put_on_hold"),
    ("Resumed", "resumed"),
    ("New", "new"),
    ("Closed", "closed"),
    ("First status, or back to not started", "otherwise"),
)
_OTHER_WAYS: Final = (
    ("Due date moved", "dates_moved"),
    ("Due date given", "dates_given"),
    ("Impact changed", "impact_changed"),
)


def changes(plan: Plan, before: Plan | None) -> list[Block]:
    """Every action that moved in status, date or impact, named behind its number."""
    if before is None:
        return [text_of(NO_EARLIER)]
    movement = compare(before, plan)
    if not movement:
        return [text_of(f"No action moved since {say_date(before.as_at)}.")]
    counted = [(words, _ways(movement, name)) for words, name in (*_STATUS_WAYS, *_OTHER_WAYS)]
    rows = [(words, number(len(those)), refs(m.action for m in those)) for words, those in counted if those]
    return [
        text_of(f"{count_of(len(movement.changed_ids), 'action')} moved since {say_date(before.as_at)}."),
        Table("How many actions moved, and which", ("What happened", "Actions", "Which"), tuple(rows)),
        *_statuses(plan, movement),
        *_dates(movement),
        *_impacts(movement),
    ]


def completed(plan: Plan, before: Plan | None) -> list[Block]:
    """What has been completed since the last meeting, with its proof and its impact."""
    if before is None:
        return [text_of(NO_EARLIER)]
    done = [move.action for move in compare(before, plan).completed]
    if not done:
        return [text_of(f"Nothing was completed since {say_date(before.as_at)}.")]
    rows = [
        (
            filled(action.ref),
            title_and_lead(action),
            mark(plan, action.status),
            filled(action.proof, "No proof named"),
            impact_word(action.impact),
        )
        for action in done
    ]
    return [
        Table(
            f"Completed since {say_date(before.as_at)}",
            ("Ref", "Action and lead", "Status", "Proof", "Impact"),
            tuple(rows),
        )
    ]


def next_board(plan: Plan) -> Meeting | None:
    """The first of the main series after the as-at date: a paper for today's meeting looks beyond it."""
    return min((m for m in plan.main_meetings if m.on > plan.as_at), key=lambda m: m.on, default=None)


def due_next(plan: Plan) -> list[Block]:
    """Open actions that fall due from the as-at date up to the next meeting, soonest first."""
    meeting = next_board(plan)
    if meeting is None:
        return [text_of("No later meeting is in the diary.")]
    due = due_before_next(plan, meeting)
    if not due:
        return [text_of(f"No open action falls due before the meeting on {say_date(meeting.on)}.")]
    rows = [(filled(a.ref), title_and_lead(a), mark(plan, a.status), due_cell(a, plan.as_at)) for a in due]
    caption = f"Due up to the meeting on {say_date(meeting.on)}"
    return [Table(caption, ("Ref", "Action and lead", "Status", "Due"), tuple(rows))]


def due_before_next(plan: Plan, meeting: Meeting) -> list[Action]:
    """The open actions due from the as-at date up to a meeting, soonest first, then by ref."""
    due = [a for a in plan.actions if a.is_open and a.due_on and plan.as_at <= a.due_on <= meeting.on]
    return sorted(due, key=lambda a: (a.due_on or plan.as_at, natural(a.ref)))


def _ways(movement: Movement, name: str) -> tuple[Move, ...]:
    found: tuple[Move, ...] = getattr(movement, name)
    return found


def _statuses(plan: Plan, movement: Movement) -> list[Block]:
    rows = [
        (*_named(move.action), words, *_from_to(plan, move), _why(move))
        for words, name in _STATUS_WAYS
        for move in _ways(movement, name)
    ]
    header = ("Ref", "Action", "What happened", "Last time", "This time", "Reason or proof")
    return [Table("Changes of status", header, tuple(rows))] if rows else []


def _dates(movement: Movement) -> list[Block]:
    both = sorted((*movement.dates_moved, *movement.dates_given), key=lambda m: natural(m.action.ref))
    rows = [
        (*_named(now), due_words(was.due), due_words(now.due), _agreed(now))
        for was, now in ((move.before, move.now) for move in both)
        if was and now
    ]
    header = ("Ref", "Action", "Due last time", "Due this time", "Agreed by a meeting")
    return [Table("Changes of due date", header, tuple(rows))] if rows else []


def _impacts(movement: Movement) -> list[Block]:
    rows = [
        (
            *_named(now),
            impact_word(was.impact),
            impact_word(now.impact),
            filled(now.impact_shown_by, "Nothing named"),
        )
        for was, now in ((move.before, move.now) for move in movement.impact_changed)
        if was and now
    ]
    header = ("Ref", "Action", "Impact last time", "Impact this time", "Shown by")
    return [Table("Changes of impact", header, tuple(rows))] if rows else []


def _named(action: Action) -> tuple[str, str]:
    return filled(action.ref), filled(action.title)


def _from_to(plan: Plan, move: Move) -> tuple[Cell, Cell]:
    was = mark(plan, move.before.status) if move.before else "Not in the plan"
    return was, mark(plan, move.now.status) if move.now else "No longer in the plan"


def _why(move: Move) -> str:
    """The reason or proof said with the new status; a status that needs no reason may stand without."""
    if move.now is None:
        return NONE
    otherwise = "No reason given" if move.now.status in REASONED else NONE
    return filled(move.now.reason, filled(move.now.proof, otherwise))


def _agreed(action: Action) -> str:
    if action.due_moves == 0:
        return "Not needed"
    return "Yes" if action.due_agreed else "Not yet"
