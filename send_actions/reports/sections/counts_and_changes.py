"""The legend, counts this time and last, what changed and was completed since, and what falls due next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from send_actions.domain.checks.urgency import has_no_update, is_overdue, silence_starts
from send_actions.domain.history.comparison import (
    CountRow,
    CountTable,
    Move,
    Movement,
    compare,
    impact_table,
    status_table,
)
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import REASONED, Impact, Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.statements import say_statement
from send_actions.reports.document import Block, Cell, Number, Table, text_of
from send_actions.reports.sections.cells import (
    NONE,
    count_of,
    due_cell,
    due_words,
    filled,
    impact_word,
    mark,
    number,
    ref_and_title,
    refs,
    signed,
    status_word,
    title_and_lead,
)

Word = TypeVar("Word", Status, Impact)
NO_EARLIER: Final = "There is no earlier meeting to compare with."
"""What stands where a comparison would be."""


def legend(plan: Plan) -> list[Block]:
    """What each status of this plan means, as its house has agreed it."""
    in_use = {action.status for action in plan.actions}
    entries = [entry for entry in plan.legend if entry.used or entry.status in in_use]
    rows = [(mark(plan, e.status), e.colour.capitalize(), filled(e.definition)) for e in entries]
    return [Table("What each status means in this plan", ("Status", "Colour", "Meaning"), tuple(rows))]


def counts(plan: Plan, before: Plan | None) -> list[Block]:
    """Actions by status and by impact; the rows add up to all actions, this time and last time."""
    no_last = "There is no earlier meeting to compare with, so last time says none."
    last = f"Last time ({say_date(before.as_at)})" if before else "Last time"
    header = (f"This time ({say_date(plan.as_at)})", last, "Change", "Which actions")
    by_status, by_impact = status_table(before, plan), impact_table(before, plan)
    unused = {entry.status for entry in plan.legend if not entry.used}
    shown = [row for row in by_status.rows if row.word not in unused or row.now or row.last]
    statuses = [_row(mark(plan, row.word), row) for row in shown]
    impacts = [_row(impact_word(row.word), row) for row in by_impact.rows]
    across = [_row(words, row) for words, row in _across_statuses(plan, before)]
    caption = "Overdue or without an update, of the same actions"
    return [
        *([] if before else [text_of(no_last)]),
        Table("Actions by status", ("Status", *header), (*statuses, _total(by_status))),
        Table("Actions by impact", ("Impact", *header), (*impacts, _total(by_impact))),
        Table(caption, ("What", *header), tuple(across)),
    ]


def changes(plan: Plan, before: Plan | None) -> list[Block]:
    """Every action that moved in status, date or impact, named behind its number."""
    if before is None:
        return [text_of(NO_EARLIER)]
    movement = compare(before, plan)
    if not movement:
        return [text_of(f"No action moved since {say_date(before.as_at)}.")]
    ways = (
        *_status_ways(movement),
        ("Due date moved", movement.dates_moved),
        ("Due date given", movement.dates_given),
        ("Impact changed", movement.impact_changed),
    )
    rows = [(words, number(len(moves)), refs(m.action for m in moves)) for words, moves in ways if moves]
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
    header = ("Ref", "Action and lead", "Status", "Proof", "Impact")
    return [Table(f"Completed since {say_date(before.as_at)}", header, tuple(rows))]


def due_next(plan: Plan) -> list[Block]:
    """Open actions that fall due from the as-at date up to the next meeting, soonest first."""
    meeting = plan.next_meeting
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


def _across_statuses(plan: Plan, before: Plan | None) -> list[tuple[str, CountRow[Status]]]:
    """Overdue, overdue and still on track, and without an update since the meeting before the last.

    Silence is counted from the second meeting on, and compared from the third.
    """
    on_track = status_word(plan, Status.ON_TRACK).lower()
    counted = [
        _across("Overdue", plan, before, _is_late),
        _across(f"Overdue and still {on_track}", plan, before, _is_late_on_track),
    ]
    if silence_starts(plan):
        then = before if before and silence_starts(before) else None
        counted.append(_across("No update since the meeting before the last", plan, then, has_no_update))
    return counted


def _is_late(action: Action, plan: Plan) -> bool:
    return is_overdue(action, plan.as_at)


def _is_late_on_track(action: Action, plan: Plan) -> bool:
    return action.status is Status.ON_TRACK and is_overdue(action, plan.as_at)


def _across(
    words: str, plan: Plan, before: Plan | None, test: Callable[[Action, Plan], bool]
) -> tuple[str, CountRow[Status]]:
    now = tuple(action for action in plan.actions if test(action, plan))
    if before is None:
        return words, CountRow(None, len(now), None, (), ())
    last = [action for action in before.actions if test(action, before)]
    ids, were = {action.id for action in now}, {action.id for action in last}
    came = tuple(action for action in now if action.id not in were)
    went = tuple(plan.actions_by_id.get(a.id, a) for a in last if a.id not in ids)
    return words, CountRow(None, len(now), len(last), came, went)


def _row(word: Cell, row: CountRow[Word]) -> tuple[Cell, ...]:
    return _counted(word, row, {"in": row.came, "out": row.went})


def _total(table: CountTable[Word]) -> tuple[Cell, ...]:
    return _counted("All actions", table, {"new": table.new, "gone": table.gone})


def _counted(
    word: Cell, count: CountRow[Word] | CountTable[Word], ways: dict[str, tuple[Action, ...]]
) -> tuple[Cell, ...]:
    """One row: this time, last time, the change, and the actions behind it by how they came to it."""
    if count.last is None:
        return word, number(count.now), NONE, NONE, NONE
    which = "; ".join(f"{way} {refs(actions)}" for way, actions in ways.items() if actions)
    change = count.now - count.last
    return word, number(count.now), number(count.last), Number(change, signed(change)), which or "no change"


def _status_ways(movement: Movement) -> tuple[tuple[str, tuple[Move, ...]], ...]:
    return (
        ("Went down", movement.down),
        ("Went up", movement.up),
        ("Started", movement.started),
        ("Put on hold", movement.put_on_hold),
        ("Resumed", movement.resumed),
        ("New", movement.new),
        ("Closed", movement.closed),
        ("First status, or back to not started", movement.otherwise),
    )


def _statuses(plan: Plan, movement: Movement) -> list[Block]:
    rows = [
        (*ref_and_title(move.action), words, *_from_to(plan, move), _why(move))
        for words, moves in _status_ways(movement)
        for move in moves
    ]
    header = ("Ref", "Action", "What happened", "Last time", "This time", "Reason or proof")
    return [Table("Changes of status", header, tuple(rows))] if rows else []


def _dates(movement: Movement) -> list[Block]:
    both = sorted((*movement.dates_moved, *movement.dates_given), key=lambda m: natural(m.action.ref))
    rows = [
        (*ref_and_title(now), due_words(was.due), due_words(now.due), _agreed(now))
        for was, now in _both_times(both)
    ]
    header = ("Ref", "Action", "Due last time", "Due this time", "Agreed by a meeting")
    return [Table("Changes of due date", header, tuple(rows))] if rows else []


def _impacts(movement: Movement) -> list[Block]:
    rows = [
        (*ref_and_title(now), impact_word(was.impact), impact_word(now.impact), _shown_by(now))
        for was, now in _both_times(movement.impact_changed)
    ]
    header = ("Ref", "Action", "Impact last time", "Impact this time", "Shown by")
    return [Table("Changes of impact", header, tuple(rows))] if rows else []


def _shown_by(action: Action) -> str:
    return filled(action.impact_shown_by, "Nothing named")


def _both_times(moves: Iterable[Move]) -> list[tuple[Action, Action]]:
    return [(move.before, move.now) for move in moves if move.before and move.now]


def _from_to(plan: Plan, move: Move) -> tuple[Cell, Cell]:
    was = mark(plan, move.before.status) if move.before else "Not in the plan"
    return was, mark(plan, move.now.status) if move.now else "No longer in the plan"


def _why(move: Move) -> str:
    """The reason or proof said with the new status; a status that needs no reason may stand without."""
    if move.now is None:
        return NONE
    otherwise = "No reason given" if move.now.status in REASONED else NONE
    if move.now.reason.strip():
        return say_statement((move.now.reason_on, move.now.reason))
    return filled(move.now.proof, otherwise)


def _agreed(action: Action) -> str:
    if action.due_moves == 0:
        return "Not needed"
    if action.is_due_at_first and action.due_agreed:
        return "Not needed: back at its first date"
    return "Yes" if action.due_agreed else "Not yet"
