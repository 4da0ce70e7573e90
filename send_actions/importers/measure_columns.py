"""Measures that stand in a file's columns: what a measure began from, where it is to be, and where it is."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import read_due, say_date, say_due
from send_actions.importers.cell_text import month_number
from send_actions.importers.problems import quoted

_KINDS: Final = {
    "baseline": re.compile(r"\b(?:baseline|starting (?:point|position|value))\b"),
    "milestone": re.compile(r"\b(?:milestone|trajectory|interim target)\b"),
    "target": re.compile(r"\b(?:target|goal|ambition)\b(?! date)"),
    "actual": re.compile(
        r"\b(?:actual|outturn|result|current (?:value|figure|performance)|latest (?:value|figure))\b"
        r"|^(?:latest|current)\b(?! (?:status|position|progress|rag|update|date|due|lead|owner|score|target))"
    ),
}
_FILLERS: Final = re.compile(
    r"\b(?:value|figure|performance|position|by|for|at|as|of|in|the|end|data|date|year)\b|[()\[\]:,%–—]|-(?!\d)"
)
_YEARS: Final = re.compile(r"(?:(?:fy|financial)\s?)?(\d{4})\s?[/-]\s?(?:\d\d)?(\d\d)")
_YEAR: Final = re.compile(r"20\d\d")
_MONTH: Final = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_QUARTER: Final = re.compile(r"(?:q|quarter\s?)([1-4])")
_QUARTER_OF_YEAR: Final = re.compile(r"(?:q|quarter\s?)([1-4])\s(20\d\d)")
_BOUND: Final = re.compile(r"[<>≤≥]")
_VALUE: Final = re.compile(
    r"[<>≤≥~c.]{0,2}\s*(£?)\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%|[a-z][a-z ]{0,20})?", re.IGNORECASE
)
_APRIL: Final = 4


class MeasureColumn(NamedTuple):
    """A column of a measure's values: its place, which value it holds, and of when.

    `taken` says what its heading leaves open and how it is taken, `unit` what its heading says of its values.
    """

    place: int
    kind: str
    on: date | None = None
    period: str = ""
    taken: str = ""
    unit: str = ""

    @property
    def name(self) -> str:
        """Under which name its cells are known."""
        return f"measure {self.place}"


class ReadingLine(NamedTuple):
    """A measure's value for a period that ended on a day, or by a day; None is the day of the file."""

    on: date | None
    period: str
    value: float
    note: str = ""


class MeasureLine(NamedTuple):
    """What a file says of a measure; `area` is the words of its area, or its number once that is known."""

    title: str
    unit: str
    better: Better
    baseline: float | None = None
    baseline_period: str = ""
    target: float | None = None
    target_by: date | None = None
    readings: tuple[ReadingLine, ...] = ()
    milestones: tuple[ReadingLine, ...] = ()
    area: str = ""
    area_cell: str = ""


def find_measure_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], today: date, *, fewest: int = 2
) -> list[MeasureColumn]:
    """Return the columns of measures' values, none unless the fewest kinds of them have numbers."""
    found = []
    for place, heading in enumerate(header):
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        column = _column(place, heading, today)
        if column and any(_VALUE.fullmatch(cell.strip()) for cell in cells):
            found.append(column)
    return found if len({column.kind for column in found}) >= fewest else []


def _column(place: int, heading: str, today: date) -> MeasureColumn | None:
    words = fold(clean(heading, one_line=True))
    kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(words)), "")
    rest = " ".join(_FILLERS.sub(" ", _KINDS[kind].sub(" ", words) if kind else words).split())
    when = _when(rest, today, has_kind=bool(kind))
    if (when is None and rest) or not (kind or when):
        return None
    unit = "%" if "%" in words else ""
    if when is None:
        return MeasureColumn(place, kind, unit=unit)
    is_open = when.is_taken and kind != "baseline"
    shown = say_date(when.on) if when.period in rest else when.period
    taken = f"{quoted(clean(heading, one_line=True))} is taken as of {shown}." if is_open else ""
    return MeasureColumn(place, kind or "actual", when.on, when.period, taken, unit)


class _When(NamedTuple):
    """The last day of a period and its words; one that `is_taken` says too little to be sure."""

    on: date
    period: str
    is_taken: bool = False


def _when(words: str, today: date, *, has_kind: bool) -> _When | None:
    """Return the period that a heading names, a year or a quarter without its year as it is taken."""
    if match := _YEARS.fullmatch(words):
        year = int(match[1])
        is_one_on = (year + 1) % 100 == int(match[2])
        return _When(date(year + 1, 3, 31), f"{year}/{match[2]}", is_taken=True) if is_one_on else None
    if has_kind and _YEAR.fullmatch(words):
        return _When(date(int(words), 12, 31), words, is_taken=True)
    if names_no_year(words):
        match = _QUARTER.fullmatch(words)
        return _last_quarter(int(match[1]), today) if match else _last_month(words, today)
    if match := _QUARTER_OF_YEAR.fullmatch(words):
        return _quarter_from(int(match[1]), int(match[2]), today)
    due = read_due(words, today=today) if re.search(r"\d", words) else None
    is_period = due is not None and due.precision.is_period
    return _When(due.on, say_due(due)) if due and due.on and is_period else None


def names_no_year(heading: str) -> bool:
    """Say whether a heading is a quarter or a month and names no year."""
    words = fold(heading).strip()
    return bool(_QUARTER.fullmatch(words) or (words.isalpha() and _MONTH.fullmatch(words)))


def _last_quarter(number: int, today: date) -> _When:
    """Return the quarter of a financial year that began last, by its number."""
    first = today.year if today.month >= _APRIL else today.year - 1
    started = (today.month - _APRIL) % 12 // 3 + 1
    return _quarter_from(number, first if number <= started else first - 1, today)


def _quarter_from(number: int, years: int, today: date) -> _When:
    """Return a quarter of the financial year that begins in a year."""
    period = f"Q{number} {years}/{(years + 1) % 100:02}"
    due = read_due(period, today=today)
    return _When(due.on or today, period, is_taken=True)


def _last_month(words: str, today: date) -> _When:
    """Return the month of a name that began last."""
    month = month_number(words) or 1
    year = today.year if month <= today.month else today.year - 1
    on = date(year, month, calendar.monthrange(year, month)[1])
    return _When(on, f"{on:%B %Y}", is_taken=True)


Doubt = Callable[[MeasureColumn, str], None]
"""How something is told about the cell of a row in a column."""


def read_measure(
    title: str, values: Iterable[tuple[MeasureColumn, str]], doubt: Doubt, note: str = ""
) -> MeasureLine | None:
    """Return a measure of the cells of one row, None where no cell has a value; what is none is told.

    A figure that is suppressed (<5) is no value: with `note` it is kept at the latest reading.
    """
    cells = [(column, text.strip()) for column, text in values if text.strip()]
    read = [
        (column, text, None if _is_suppressed(column, text) else _VALUE.fullmatch(text))
        for column, text in cells
    ]
    matches = [(column, text, match) for column, text, match in read if match]
    has_reading = bool(title) and any(column.kind == "actual" for column, *_ in matches)
    notes = [note] if note else []
    for column, text, match in read:
        if match is None:
            notes += _no_value(column, text, doubt, is_kept=has_reading)
    if not title or not matches:
        return None
    units = [match[1] or (match[3] or "").strip() or column.unit for column, _, match in matches]
    unit = next(filter(None, units), "number")
    numbers = [(column, _number(column, match, unit, doubt)) for column, _, match in matches]
    return _measure(title, unit, numbers, "\n".join(notes))


def _is_suppressed(column: MeasureColumn, text: str) -> bool:
    """Say whether a cell tells a bound where a figure is meant; a target may be one."""
    return (
        column.kind in ("baseline", "actual") and bool(_BOUND.search(text)) and bool(_VALUE.fullmatch(text))
    )


def _no_value(column: MeasureColumn, text: str, doubt: Doubt, *, is_kept: bool) -> list[str]:
    """Tell of a cell that has no value, and return what of it is kept as a note."""
    if not _is_suppressed(column, text):
        doubt(column, f"{quoted(text)} is no value of the measure: left out.")
        return []
    told = "kept in the note of its reading" if is_kept else "left out"
    doubt(column, f"{quoted(text)} is a suppressed figure and no number: {told}.")
    return [" ".join(filter(None, (column.kind.capitalize(), column.period))) + f": {text}"]


def _number(column: MeasureColumn, match: re.Match[str], unit: str, doubt: Doubt) -> float:
    """Return the number of a cell; a share without the % that others of its measure have is one of 100."""
    number = float(match[2].replace(",", ""))
    if unit != "%" or match[3] or match[1] or not 0 < abs(number) < 1:
        return number
    share = round(number * 100, 6)
    doubt(column, f"{quoted(match[0])} has no % where others of this measure have: taken as {share:g}%.")
    return share


def _measure(title: str, unit: str, numbers: list[tuple[MeasureColumn, float]], note: str) -> MeasureLine:
    """Return the measure of a row's numbers, with a note at its latest reading."""
    baseline = next(((c, value) for c, value in numbers if c.kind == "baseline"), None)
    target = next(((c, value) for c, value in reversed(numbers) if c.kind == "target"), None)
    actual = [ReadingLine(c.on, c.period, value) for c, value in numbers if c.kind == "actual"]
    due = [ReadingLine(c.on, c.period, value) for c, value in numbers if c.kind == "milestone" and c.on]
    start = baseline[1] if baseline else actual[0].value if actual else None
    if actual and note:
        latest = max(range(len(actual)), key=lambda place: actual[place].on or date.max)
        actual[latest] = actual[latest]._replace(note=note)
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
