"""A measure's readings drawn in a few lines of text, with target, milestones and process limits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from send_actions.domain.measuring.variation import Variation, in_order, meaning, process_of
from send_actions.domain.measuring.xmr import Process
from send_actions.domain.plan import Measure, Milestone, Reading
from send_actions.domain.words.dates import short_date
from send_actions.domain.words.measured import say_value
from send_actions.tui.text_layout import Line, columns, fit, fit_right, flow

LEAST_PLOT: Final = 24
"""Columns of the plot itself below which lines have no names at the right."""

_BROADEST: Final = 3
"""Columns that one reading takes where there is room."""

_LEAST_LEFT: Final = 6
"""Columns left of the axis, for its name of the signs."""

_COARSE: Final = 10
"""How far apart the ends must lie for limits to be said in whole numbers."""

_AHEAD: Final = 0.5
"""How much of the time that was read may be shown as still to come."""

_LETTERS: Final = {
    Variation.IMPROVING: "I",
    Variation.CONCERNING: "C",
    Variation.HIGH: "H",
    Variation.LOW: "L",
}
_MEANINGS: Final = {"I": "improving", "C": "concerning", "H": "high", "L": "low"}

Cell = tuple[str, str]
"""One character of the plot and its style."""


class _Level(NamedTuple):
    """A value that is drawn as a line over the whole width."""

    name: str
    value: float
    mark: str
    every: int


def value_words(value: float, unit: str) -> str:
    """A value in the fewest columns: only per cent and pounds keep their unit."""
    return say_value(value, unit if unit.strip().startswith(("%", "£")) and len(unit.strip()) == 1 else "")


def chart_lines(measure: Measure, width: int, height: int) -> list[Line]:
    """The chart of a measure in `height` lines and those of its axis; none without a reading."""
    readings = in_order(measure)
    if not readings or height < 1:
        return []
    return _Chart(measure, readings, width, height).lines()


class _Chart:
    """Where everything of one chart stands: values by half lines, days by columns."""

    def __init__(self, measure: Measure, readings: tuple[Reading, ...], width: int, height: int) -> None:
        self._measure, self._readings, self._height = measure, readings, height
        self._process = process_of(measure)
        self._levels = list(_levels(measure, self._process))
        self._start, self._end = _days(measure, readings)
        self._steps = [step for step in _steps(measure) if self._start <= step.by <= self._end]
        values = [*(one.value for one in readings), *(one.value for one in self._levels)]
        values += [step.value for step in self._steps]
        self._low, self._high = min(values), max(values)
        self._left = max(_LEAST_LEFT, *(columns(self._say(one)) for one in (self._low, self._high))) + 1
        names = [self._name(level) for level in self._levels]
        self._right = max([0, *map(columns, names)]) + 1
        if width - self._left - self._right - 2 < LEAST_PLOT:
            self._right = 0
        self._plot = max(1, width - self._left - self._right - 2)
        self._cells: dict[tuple[int, int], Cell] = {}

    def lines(self) -> list[Line]:
        """The plot with its names at both sides, its axis, the signs, and what the marks mean."""
        self._draw()
        right = self._names_at_right()
        values = {self._half(value) // 2: value for value in (self._high, self._low)}
        lines: list[Line] = []
        for row in range(self._height):
            name = self._say(values[row]) if row in values else ""
            start = fit_right(name, self._left) + ("┤" if name else "│")
            cells = [self._cells.get((row, column), (" ", "")) for column in range(self._plot)]
            end = fit(" " + right.get(row, ""), self._right) if self._right else ""
            lines.append([(start, "dim"), *_joined(cells), (end, "dim")])
        signs = self._signs()
        lines.append([(" " * self._left + "└" + "─" * self._plot, "dim")])
        if signs.strip():
            lines.append([(fit_right("signs", self._left) + " ", "dim"), (signs, "bold")])
        return [*lines, self._day_line(), *self._key(signs, self._left + self._plot + self._right + 1)]

    def _draw(self) -> None:
        for level in self._levels:
            row = self._half(level.value) // 2
            for column in range(0, self._plot, level.every):
                self._cells[row, column] = (level.mark, "dim")
        halves: dict[tuple[int, int], set[int]] = {}
        last = -1
        for reading in self._readings:
            column, half = self._column(reading.on), self._half(reading.value)
            for one in range(max(last + 1, column - _BROADEST + 1, 0), column + 1):
                halves.setdefault((half // 2, one), set()).add(half % 2)
            last = column
        for place, parts in halves.items():
            self._cells[place] = ("█" if len(parts) > 1 else "▄" if 1 in parts else "▀", "")
        for step in self._steps:
            self._cells[self._half(step.value) // 2, self._column(step.by)] = ("◊", "bold")

    def _half(self, value: float) -> int:
        """The half line of a value, counted from the top."""
        most = self._height * 2 - 1
        span = self._high - self._low
        return round((self._high - value) / span * most) if span else self._height

    def _column(self, day: date) -> int:
        """The column of a day; readings of one day alone stand at the left."""
        span = (self._end - self._start).days
        return round((day - self._start).days / span * (self._plot - 1)) if span else 0

    def _name(self, level: _Level) -> str:
        return f"{level.name} {self._say(level.value)}"

    def _say(self, value: float) -> str:
        """A value to as many digits as the chart can tell apart."""
        is_coarse = self._high - self._low >= _COARSE and value not in {one.value for one in self._readings}
        return value_words(round(value) if is_coarse else round(value, 2), self._measure.unit)

    def _names_at_right(self) -> dict[int, str]:
        """The name of each line beside it, or on the nearest row that is free."""
        found: dict[int, str] = {}
        for level in self._levels:
            wanted = self._half(level.value) // 2
            free = [row for row in range(self._height) if row not in found]
            if free:
                found[min(free, key=lambda row: (abs(row - wanted), row))] = self._name(level)
        return found

    def _signs(self) -> str:
        """A letter under each reading that has a sign, for what it means."""
        letters = [" "] * self._plot
        for reading, flags in zip(self._readings, self._process.flags if self._process else (), strict=False):
            if flags:
                letters[self._column(reading.on)] = _LETTERS[meaning(self._measure, flags[0])]
        return "".join(letters)

    def _day_line(self) -> Line:
        """The first and the newest reading's month, and that of the last day shown, where there is room."""
        text = [" "] * (self._plot + 7)
        newest = self._readings[-1].on
        taken = -1
        for day in dict.fromkeys((self._start, newest, self._end)):
            word = _month(day)
            place = min(max(0, self._column(day) - len(word) + 1), self._plot - len(word))
            if place > taken:
                text[place : place + len(word)] = word
                taken = place + len(word)
        return [(" " * (self._left + 1) + "".join(text).rstrip(), "dim")]

    def _key(self, signs: str, width: int) -> list[Line]:
        """What the marks mean that are not named beside their line."""
        marks = [("▄", "reading"), *([("◊", "due by then")] if self._steps else [])]
        marks += [(letter, words) for letter, words in _MEANINGS.items() if letter in signs]
        groups: list[Line] = [[(mark, ""), (f" {words}", "dim")] for mark, words in marks]
        return flow(groups, width, indent=self._left + 1) if len(groups) > 1 else []


def _levels(measure: Measure, process: Process | None) -> Iterator[_Level]:
    """Yield the lines of a chart, the one that matters most first."""
    if measure.target is not None:
        yield _Level("target", measure.target, "-", 2)
    if process:
        yield _Level("mean", process.mean, "─", 1)
        yield _Level("limit", process.upper, "·", 1)
        yield _Level("limit", process.lower, "·", 1)


def _steps(measure: Measure) -> Iterator[Milestone]:
    """Yield the trajectory: what is due by when, the target last."""
    yield from sorted(measure.milestones, key=lambda step: (step.by, step.id))
    if measure.target is not None and measure.target_by is not None:
        yield Milestone(0, measure.target_by, measure.target)


def _days(measure: Measure, readings: tuple[Reading, ...]) -> tuple[date, date]:
    """The first and the last day shown: the readings', and what is due after them within reason."""
    start, newest = readings[0].on, readings[-1].on
    reach = newest + max((newest - start) * _AHEAD, timedelta(days=1))
    ahead = [step.by for step in _steps(measure) if newest < step.by <= reach]
    return start, max([newest, *ahead])


def _month(day: date) -> str:
    return short_date(day)[3:]


def _joined(cells: list[Cell]) -> Iterator[Cell]:
    """Yield runs of characters of one style."""
    text, style = "", ""
    for mark, own in cells:
        if own != style and text:
            yield text, style
            text = ""
        text, style = text + mark, own
    if text:
        yield text, style
