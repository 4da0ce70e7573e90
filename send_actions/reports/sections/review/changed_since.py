"""What changed since an earlier state: counts, moves both ways, asks and answers, and who said nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from send_actions.domain.checks.urgency import has_no_update, is_overdue, is_silent_since, silence_starts
from send_actions.domain.history.comparison import Move, compare, status_table
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Action, Meeting, Minute, Plan
from send_actions.domain.plan.vocabulary import ASKS, DONE, REASONED
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Cell, Number, Paragraph, Table, text_of
from send_actions.reports.sections.board.what_moved import date_moved, each_once, impact_changed
from send_actions.reports.sections.phrasing.cells import (
    as_said,
    count_of,
    filled,
    labelled,
    mark,
    number,
    opening,
    owner_words,
    quoted,
    sentence,
    signed,
    status_word,
)
from send_actions.reports.sections.phrasing.minutes_told import subject_of
from send_actions.reports.sections.phrasing.naming import Naming

_COUNTED: Final = {
    Direction.DOWN: "down",
    Direction.UP: "up",
    Direction.STARTED: "started",
    Direction.PUT_ON_HOLD: "put on hold",
    Direction.RESUMED: "resumed",
    Direction.NEW: "new",
    Direction.CLOSED: "withdrawn or gone",
    None: "changed otherwise",
    Direction.SAME: "in date or impact",
}
"""The ways in which actions move, in the order in which they are counted."""

_LABELS: Final = {
    Direction.DOWN: "Down to {}",
    Direction.UP: "Better",
    Direction.STARTED: "Better",
    Direction.PUT_ON_HOLD: "Put on hold",
    Direction.RESUMED: "Resumed",
    Direction.NEW: "New in the plan",
    Direction.CLOSED: "Withdrawn",
    None: "Otherwise",
}
"""What stands above the actions that went one way."""
_LED_TO: Final = frozenset({Direction.UP, Direction.STARTED, Direction.RESUMED, Direction.NEW, None})
"""The ways whose actions say each to which status they came."""
_FIRST: Final = re.compile(r"(?<=[.!?]) ")


def counts_since(plan: Plan, before: Plan) -> Table:
    """Actions by status this time, last time and the change, adding up to all of them."""
    table = status_table(before, plan)
    open_rows = [row for row in table.rows if row.word not in DONE and (row.now or row.last)]
    done_rows = [row for row in table.rows if row.word in DONE]
    rows = [_row(mark(plan, row.word), row.now, row.last or 0) for row in open_rows]
    done = " or ".join(status_word(plan, row.word).lower() for row in done_rows)
    rows.append(
        _row(
            sentence(done).removesuffix("."),
            sum(r.now for r in done_rows),
            sum(r.last or 0 for r in done_rows),
        )
    )
    rows.append(_row("All actions", table.now, table.last or 0))
    header = ("Status", *(f"On {say_date(one.as_at)}" for one in (plan, before)), "Change")
    return Table("Actions by status", header, tuple(rows))


def moved_since(plan: Plan, before: Plan) -> list[Block]:
    """How many actions moved, and each by its way, the worse first, with its reason under its day."""
    late, were = (sum(is_overdue(action, one.as_at) for action in one.actions) for one in (plan, before))
    overdue = f"{late} {'is' if late == 1 else 'are'} overdue (last time {were})."
    moves = each_once(compare(before, plan))
    if not moves:
        return [text_of(f"No action moved since {say_date(before.as_at)}. {overdue}")]
    naming = Naming()
    by_way: dict[str, list[str]] = {}
    for move in moves:
        by_way.setdefault(_way(plan, move), []).append(_told(plan, move, naming))
    items = (labelled(way, *told) for way, told in by_way.items())
    return [text_of(f"{_counted(plan, moves)} {overdue}"), BulletList(tuple(items))]


def answered_since(plan: Plan, before: Plan) -> list[Paragraph]:
    """What meetings asked since and has no answer, and what was answered since of all that they asked."""
    held = {meeting.id: meeting for meeting in plan.meetings if meeting.on <= plan.as_at}
    known = {minute.id for minute in before.minutes if minute.is_answered}
    asked = [minute for minute in plan.minutes if minute.kind in ASKS and minute.meeting_id in held]
    asked.sort(key=lambda minute: (held[minute.meeting_id].on, minute.id))
    naming = Naming()
    waiting = [
        f"{_asked(plan, one, held, naming)}: {quoted(filled(one.text))}"
        for one in asked
        if not one.is_answered and held[one.meeting_id].on >= before.as_at
    ]
    answered = [
        f"{_asked(plan, one, held, naming)}{_answered(one)}"
        for one in asked
        if one.is_answered and one.id not in known
    ]
    return [
        labelled("Asked, and no answer yet", *waiting),
        labelled("Answered", *answered),
    ]


def unanswered_since(plan: Plan, before: Plan) -> Paragraph:
    """How many open actions nothing was said of since, and whose are silent for longer."""
    still_open = [action for action in plan.actions if action.is_open]
    if not still_open:
        return labelled("Not answered", "none, no action is open")
    quiet = [action for action in still_open if is_silent_since(action, before.as_at)]
    if not quiet:
        return labelled("Not answered", "none, something was said of every open action")
    many = count_of(len(still_open), "open action")
    told = f"nothing was said of {len(quiet)} of {many}"
    since, longer = silence_starts(plan), [action for action in quiet if has_no_update(action, plan)]
    if since and longer:
        leads = "; ".join(sorted({_lead(action) for action in longer}, key=natural))
        told += f", and of {len(longer)} of them nothing since {say_date(since)}: {leads}"
    return labelled("Not answered", told)


def _row(word: Cell, now: int, last: int) -> tuple[Cell, ...]:
    return word, number(now), number(last), Number(now - last, signed(now - last))


def _counted(plan: Plan, moves: Sequence[Move]) -> str:
    ways = Counter(move.direction for move in moves)
    told = ", ".join(f"{ways[way]} {words}" for way, words in _COUNTED.items() if ways[way])
    return sentence(f"{len(moves)} of {count_of(len(plan.actions), 'action')} moved: {told}")


def _way(plan: Plan, move: Move) -> str:
    """Under which words a move stands."""
    if move.now is None:
        return "No longer in the plan"
    if move.direction is not Direction.SAME:
        return _LABELS[move.direction].format(status_word(plan, move.now.status).lower())
    return "Due dates" if any(date_moved(move)) else "Impact"


def _told(plan: Plan, move: Move, naming: Naming) -> str:
    """An action, to which status it came and why, under its day, and how its date and impact changed."""
    name, now = naming.action(move.action), move.now
    if now and move.direction in _LED_TO:
        name = f"{status_word(plan, now.status).lower()}, {name}"
    told = [*date_moved(move), *impact_changed(move), *_why(move)]
    return f"{name}: {', '.join(told)}" if told else name


def _why(move: Move) -> Iterator[str]:
    """Yield the reason that was given with a new status, under its day, as far as a reader may know it."""
    now = move.now
    if now is None or move.direction is Direction.SAME or is_withheld(now):
        return
    if now.reason.strip():
        yield as_said(_FIRST.split(opening(now.reason), maxsplit=1)[0], now.reason_on)
    elif now.status in REASONED:
        yield "no reason is given"


def _asked(plan: Plan, minute: Minute, held: Mapping[int, Meeting], naming: Naming) -> str:
    """What a question or request is about, and when it was asked, by whom unless by the board itself."""
    meeting = held[minute.meeting_id]
    by = "" if meeting.series == plan.main_series else f" by {filled(meeting.series, 'another meeting')}"
    return f"{subject_of(plan, minute, naming)} (asked {say_date(meeting.on)}{by})"


def _answered(minute: Minute) -> str:
    return f", on {say_date(minute.answered_on)}" if minute.answered_on else ""


def _lead(action: Action) -> str:
    return "exempt items" if is_withheld(action) else owner_words(action.lead)
