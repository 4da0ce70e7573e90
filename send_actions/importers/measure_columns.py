"""Measures that stand in a file's columns: what a measure began from, where it is to be, and where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import Better, Precision
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import read_due, say_due
from send_actions.importers.problems import quoted

_KINDS: Final = {
    "baseline": re.compile(r"\b(?:baseline|starting (?:point|position|value))\b"),
    "milestone": re.compile(r"\b(?:milestone|trajectory|interim target)\b"),
    "target": re.compile(r"\b(?:target|goal|ambition)\b(?! date)"),
    "actual": re.compile(
        r"\b(?:actual|outturn|result|current (?:value|figure|performance)|latest (?:value|figure))\b"
    ),
}
_FILLERS: Final = re.compile(
    r"\b(?:value|figure|performance|position|by|for|at|as|of|in|the|end|data|date|year)\b|[()\[\]:,]"
)
_VALUE: Final = re.compile(
    r"[<>≤≥~c.]{0,2}\s*(£?)\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%|[a-z][a-z ]{0,20})?", re.IGNORECASE
)
_PERIODS: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.TERM})
_TWO: Final = 2


class MeasureColumn(NamedTuple):
    """A column of a measure's values: its place, which value it holds, and of when."""

    place: int
    kind: str
    on: date | None = None
    period: str = ""

    @property
    def name(self) -> str:
        """Under which name its cells are known."""
        return f"measure {self.place}"


class ReadingLine(NamedTuple):
    """A measure's value for a period that ended on a day, or by a day; None is the day of the file."""

    on: date | None
    period: str
    value: float


class MeasureLine(NamedTuple):
    """What a file says of a measure."""

    title: str
    unit: str
    better: Better
    baseline: float | None = None
    baseline_period: str = ""
    target: float | None = None
    target_by: date | None = None
    readings: tuple[ReadingLine, ...] = ()
    milestones: tuple[ReadingLine, ...] = ()


def find_measure_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], today: date
) -> list[MeasureColumn]:
    """Return the columns of measures' values, none unless two kinds of them have numbers."""
    found = []
    for place, heading in enumerate(header):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        column = _column(place, heading, today)
        if column and any(_VALUE.fullmatch(cell.strip()) for cell in cells):
            found.append(column)
    return found if len({column.kind for column in found}) >= _TWO else []


def _column(place: int, heading: str, today: date) -> MeasureColumn | None:
    words = fold(clean(heading, one_line=True))
    kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), "")
    rest = " ".join(_FILLERS.sub(" ", _KINDS[kind].sub(" ", words) if kind else words).split())
    due = read_due(rest, today=today) if re.search(r"\d", rest) else None
    is_dated = due is not None and due.on is not None and due.precision in _PERIODS
    if not kind and not is_dated:
        return None
    if kind and rest and not is_dated:
        return None
    on = due.on if due and is_dated else None
    return MeasureColumn(place, kind or "actual", on, say_due(due) if due and is_dated else "")


def read_measure(
    title: str,
    values: Iterable[tuple[MeasureColumn, str]],
    doubt: Callable[[MeasureColumn, str], None],
) -> MeasureLine | None:
    """Return a measure of the cells of one row, None where no cell has a value; what is none is told."""
    numbers: list[tuple[MeasureColumn, float]] = []
    units: list[str] = []
    for column, text in values:
        match = _VALUE.fullmatch(text.strip())
        if match:
            numbers.append((column, float(match[2].replace(",", ""))))
            units.append(match[1] or (match[3] or "").strip())
        elif text.strip():
            doubt(column, f"{quoted(text)} is no value of the measure: left out.")
    if not title or not numbers:
        return None
    unit = next(filter(None, units), "number")
    baseline = next(((c, value) for c, value in numbers if c.kind == "baseline"), None)
    target = next(((c, value) for c, value in reversed(numbers) if c.kind == "target"), None)
    actual = [ReadingLine(c.on, c.period, value) for c, value in numbers if c.kind == "actual"]
    due = [ReadingLine(c.on, c.period, value) for c, value in numbers if c.kind == "milestone" and c.on]
    start = baseline[1] if baseline else actual[0].value if actual else None
    return MeasureLine(
        title,
        unit,
        _better(start, target[1] if target else None),
        baseline[1] if baseline else None,
        baseline[0].period if baseline else "",
        target[1] if target else None,
        target[0].on if target else None,
        tuple(actual),
        tuple(due),
    )


def _better(start: float | None, target: float | None) -> Better:
    """Return which way is better, by where a measure began and is to be."""
    if start is None or target is None or start == target:
        return Better.NEITHER
    return Better.HIGHER if target > start else Better.LOWER
