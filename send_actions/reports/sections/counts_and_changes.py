"""The legend, counts this time and last, what changed and was completed since, and what falls due next."""

from __future__ import annotations

from collections.abc import Callable
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
from send_actions.domain.refs import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import (
    NONE,
    count_of,
    difference,
    due_cell,
    due_words,
    filled,
    impact_word,
    mark,
    number,
    refs,
    status_word,
    title_and_lead,
)

Word = TypeVar("Word", Status, Impact)
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


def legend(plan: Plan) -> list[Block]:
    """What each status of this plan means, as its house has agreed it."""
    in_use = {action.status for action in plan.actions}
    entries = [entry for entry in plan.legend if entry.used or entry.status in in_use]
    rows = [(mark(plan, e.status), e.colour.capitalize(), filled(e.definition)) for e in entries]
    return [Table("What each status means in this plan", ("Status", "Colour", "Meaning"), tuple(rows))]


def counts(plan: Plan, before: Plan | None) -> list[Block]:
    """Actions by status and by impact; the rows add up to all actions, this time and last time."""
    blocks: list[Block] = []
    if before is None:
        blocks.append(text_of("There is no earlier meeting to compare with, so last time says none."))
    by_status = status_table(before, plan)
    unused = {entry.status for entry in plan.legend if not entry.used}
    shown = [row for row in by_status.rows if row.word not in unused or row.now or row.last]
    blocks.append(
        _table(
            "Actions by status",
            ("Status", *_times(plan, before)),
            [_row(mark(plan, row.word), row) for row in shown],
            by_status,
        )
    )
    by_impact = impact_table(before, plan)
    rows = [_row(impact_word(row.word), row) for row in by_impact.rows]
    blocks.append(_table("Actions by impact", ("Impact", *_times(plan, before)), rows, by_impact))
    across = tuple(_row(words, row) for words, row in across_statuses(plan, before))
    caption = "Overdue or without an update, of the same actions"
    blocks.append(Table(caption, ("What", *_times(plan, before)), across))
    return blocks


def across_statuses(plan: Plan, before: Plan | None) -> tuple[tuple[str, CountRow[Status]], ...]:
    """Overdue, overdue and still on track, and without an update since the meeting before the last.

    Silence is counted from the second meeting on, and compared from the third.
    """
    green = status_word(plan, Status.ON_TRACK).lower()
    counted = [
        _across("Overdue", plan, before, lambda action, of: is_overdue(action, of.as_at)),
        _across(f"Overdue and still {green}", plan, before, _is_green_and_overdue),
    ]
    if silence_starts(plan):
        then = before if before and silence_starts(before) else None
        counted.append(_across("No update since the meeting before the last", plan, then, has_no_update))
    return tuple(counted)


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


def _is_green_and_overdue(action: Action, plan: Plan) -> bool:
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


def _times(plan: Plan, before: Plan | None) -> tuple[str, ...]:
    last = f"Last time ({say_date(before.as_at)})" if before else "Last time"
    return f"This time ({say_date(plan.as_at)})", last, "Change", "Which actions"


def _row(word: Cell, row: CountRow[Word]) -> tuple[Cell, ...]:
    last = NONE if row.last is None else number(row.last)
    which = _which(row.last, ("in", row.came), ("out", row.went))
    return word, number(row.now), last, difference(row.change), which


def _table(
    caption: str, header: tuple[str, ...], rows: list[tuple[Cell, ...]], table: CountTable[Word]
) -> Table:
    last = NONE if table.last is None else number(table.last)
    which = _which(table.last, ("new", table.new), ("gone", table.gone))
    total = ("All actions", number(table.now), last, difference(table.change), which)
    return Table(caption, header, (*rows, total))


def _which(last: int | None, *ways: tuple[str, tuple[Action, ...]]) -> str:
    """The actions behind a change, by how they came to it."""
    if last is None:
        return NONE
    return "; ".join(f"{way} {refs(actions)}" for way, actions in ways if actions) or "no change"


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
