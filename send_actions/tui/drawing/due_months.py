"""Due dates by month: how many fall due in each, how they stand, and the slips from month to month drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from send_actions.domain.checks.summary import count_statuses
from send_actions.domain.checks.urgency import is_overdue, worst_first
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST, Precision, Status
from send_actions.domain.words.date_forms import MONTHS
from send_actions.domain.words.dates import say_due, short_date
from send_actions.domain.words.dues import say_times
from send_actions.tui.drawing.actions import badge, colour, due_column
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length

ONGOING: Final = "Ongoing"
NO_DATE: Final = "No date"

MOST_EMPTY: Final = 6
"""Empty months that stand between others; a longer gap is left out."""

WIDE: Final = 100
"""Columns from which the month's boards stand in its row."""

MOST_NAMED: Final = 100
"""Actions of a month that are drawn."""

MONTH: Final = 7
_COUNT: Final = 4
_LETTER: Final = 4
_BOARDS: Final = 12
_LONGEST_LINE: Final = 18
"""Columns of the longest slip that is drawn to its length: a month is one column."""

_YEAR: Final = 12


class DueMonth(NamedTuple):
    """The actions that fall due in a month, worst first, and those first due in it that were moved on.

    `start` is the month's first day; without one `name` says what they have in its place.
    """

    name: str
    start: date | None
    actions: tuple[Action, ...]
    moved_on: tuple[Action, ...] = ()

    @property
    def filter_words(self) -> str:
        """What filters its actions."""
        if self.start is None:
            return "due:ongoing" if self.name == ONGOING else "due:none"
        return f'due:"{MONTHS[self.start.month - 1]} {self.start.year}"'


def month_of(day: date) -> str:
    """A month in six columns: Mar 26."""
    return short_date(day)[3:]


def due_months(plan: Plan) -> tuple[DueMonth, ...]:
    """Each month in which something falls or first fell due; those ongoing or without a date come last."""
    due: dict[date, list[Action]] = {}
    left: dict[date, list[Action]] = {}
    others: dict[str, list[Action]] = {ONGOING: [], NO_DATE: []}
    for action in sorted(plan.actions, key=lambda one: worst_first(one, plan.as_at)):
        start, first = _start(action.due), _start(action.first_due)
        if start:
            due.setdefault(start, []).append(action)
        else:
            is_ongoing = action.due is not None and action.due.precision is Precision.ONGOING
            others[ONGOING if is_ongoing else NO_DATE].append(action)
        if first and action.due_moves and first != start:
            left.setdefault(first, []).append(action)
    months = [
        DueMonth(month_of(start), start, tuple(due.get(start, ())), tuple(left.get(start, ())))
        for start in _between(sorted({*due, *left}))
    ]
    return *months, *(DueMonth(name, None, tuple(found)) for name, found in others.items() if found)


def _start(due: Due | None) -> date | None:
    """The first day of the month in which something falls due."""
    if due is None or due.on is None or due.precision is Precision.ONGOING:
        return None
    return due.on.replace(day=1)


def _between(starts: Sequence[date]) -> Iterator[date]:
    """Yield months and the empty ones between them, where those are few."""
    before: date | None = None
    for start in starts:
        if before and _apart(before, start) <= MOST_EMPTY + 1:
            for _ in range(_apart(before, start) - 1):
                before = _next(before)
                yield before
        yield start
        before = start


def _next(start: date) -> date:
    return start.replace(year=start.year + start.month // _YEAR, month=start.month % _YEAR + 1)


def _apart(first: date, second: date) -> int:
    """How many months lie between two."""
    return (second.year - first.year) * _YEAR + second.month - first.month


class MonthColumns:
    """Draws the rows of the list of months; the statuses that are in use have a column each."""

    def __init__(self, plan: Plan, months: Sequence[DueMonth]) -> None:
        self._plan, self._months = plan, months
        used = count_statuses(plan.actions)
        self._statuses = [one for one in (*WORST_FIRST, *Status) if used.get(one)]
        self._statuses = list(dict.fromkeys(self._statuses))
        self.row = cache(self._row)

    def heading(self, width: int) -> Line:
        """The names of the columns."""
        boards = fit("Board", _BOARDS) if width >= WIDE else ""
        names = fit("Month", MONTH) + fit_right("Due", _COUNT) + fit_right("Late", _COUNT + 1) + "  "
        room = len(self._statuses) * _LETTER
        letters = fit("How they stand" if columns("How they stand") <= room else "How", room)
        return [(f"  {names}{letters} {boards}{fit('Slipped here', 24)}".rstrip(), "heading")]

    def _row(self, place: int, width: int) -> Line:
        """One month on one line; `row` keeps it, for a month may have thousands of actions."""
        month, plan = self._months[place], self._plan
        late = sum(is_overdue(one, plan.as_at) for one in month.actions)
        is_now = month.start == plan.as_at.replace(day=1)
        is_past = month.start is not None and month.start < plan.as_at and not is_now
        line: Line = [
            (fit(month.name, MONTH), "bold" if is_now else "dim" if is_past and not late else ""),
            (fit_right(str(len(month.actions) or ""), _COUNT), ""),
            (fit_right(str(late or ""), _COUNT + 1), "late"),
            ("  ", ""),
            *self._letters(month),
            (" ", ""),
        ]
        if width >= WIDE - 2:
            line.append((fit(_boards(plan, month), _BOARDS), "dim"))
        return [*line, (fit(_slips(month), max(0, width - length(line))), "")]

    def _letters(self, month: DueMonth) -> Iterator[tuple[str, str]]:
        """Yield how many have each status, each under the same."""
        counts = Counter(action.status for action in month.actions)
        for status in self._statuses:
            count = counts[status]
            yield fit(f"{status.letter}{count}" if count else "", _LETTER), colour(self._plan, status)


def _boards(plan: Plan, month: DueMonth) -> str:
    """The days of the main series' boards in a month."""
    days = [one.on for one in plan.main_meetings if month.start and one.on.replace(day=1) == month.start]
    return ", ".join(str(day.day) for day in days)


def _slips(month: DueMonth) -> str:
    """From which months actions slipped into one: Nov → Jan 3, Dec → Jan."""
    start = month.start
    if start is None:
        return ""
    found = Counter(first for one in month.actions if (first := _moved_from(one)))
    here = start.strftime("%b")
    return ", ".join(
        f"{_name(first, start)} → {here}{f' ×{count}' if count > 1 else ''}"
        for first, count in sorted(found.items())
    )


def _moved_from(action: Action) -> date | None:
    """The month in which an action was first due, where that is another than now."""
    first = _start(action.first_due) if action.due_moves else None
    return first if first != _start(action.due) else None


def _name(first: date, beside: date) -> str:
    """A month's name beside another: with its year where it is a year or more away."""
    return MONTHS[first.month - 1][:3] if abs(_apart(first, beside)) < _YEAR else month_of(first)


def month_lines(plan: Plan, month: DueMonth, width: int) -> list[Line]:
    """The actions of a month in lines: how each stands, from when it slipped, and its title."""
    due, left = month.actions[:MOST_NAMED], month.moved_on[:MOST_NAMED]
    drawn = {one.id: _drawn(one) for one in (*due, *left)}
    room = max((columns(line) for line, _ in drawn.values()), default=0)
    more = max((columns(times) for _, times in drawn.values()), default=0)

    def lines_of(actions: Sequence[Action]) -> list[Line]:
        both = ((one, *drawn[one.id]) for one in actions)
        return [
            _action(plan, one, width, fit_right(line, room) + fit(times, more)) for one, line, times in both
        ]

    lines = lines_of(due)
    if more_due := len(month.actions) - len(due):
        lines.append([(f" and {more_due:,} more: Enter lists them all", "dim")])
    if month.moved_on:
        lines += [[]] if lines else []
        lines += [[(" First due here and moved on", "heading-chosen")], *lines_of(left)]
    return lines or [[(" Nothing falls due", "dim")]]


def _drawn(action: Action) -> tuple[str, str]:
    """A slip drawn, a column for each month: Nov ──→ Jan, and how often where that is more than once."""
    first, now = _moved_from(action), _start(action.due)
    if first is None:
        return "", ""
    times = f", {say_times(action.due_moves)}" if action.due_moves > 1 else ""
    if now is None:
        return f"{month_of(first)} → {inline(say_due(action.due)) if action.due else 'no date'}", times
    months = _apart(first, now)
    line = "─" * max(1, min(_LONGEST_LINE, abs(months)))
    way = f"{line}→" if months > 0 else f"←{line}"
    return f"{_name(first, now)} {way} {_name(now, now)}", times


def _action(plan: Plan, action: Action, width: int, drawn: str) -> Line:
    start: Line = [(f" {fit(inline(action.ref), 6)}", ""), *badge(plan, action.status)]
    start += [
        ("  " + due_column(action.due), ""),
        (" ! " if is_overdue(action, plan.as_at) else "   ", "late"),
    ]
    title = max(12, width - length(start) - columns(drawn) - 3)
    return [*start, (fit(inline(action.title), title) + "  ", ""), (drawn, "")]
