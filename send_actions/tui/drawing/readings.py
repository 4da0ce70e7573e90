"""Measures in a list, and one of them in full: its chart, its numbers, and what they say in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import Final

from send_actions.domain.measuring.variation import in_order, say_assurance, say_variation
from send_actions.domain.plan import Action, Measure, Plan
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.dates import say_date, short_date
from send_actions.domain.words.measured import say_baseline, say_comparator, say_value, way_of
from send_actions.domain.words.year_on_year import say_year_on_year
from send_actions.reports.sections.phrasing.milestones import (
    due_by_now,
    due_milestone_words,
    next_words,
    target_words,
    verdict,
)
from send_actions.tui.drawing.actions import fact_lines, word
from send_actions.tui.drawing.process_chart import chart_lines, value_words
from send_actions.tui.drawing.sparkline import sparkline
from send_actions.tui.text_layout import Line, columns, fit, fit_right, inline, length, spread

WIDE: Final = 100
"""Columns from which a row has days beside its values, and the words stand beside the chart."""

LEAST_SPARK: Final = 7
MOST_SPARK: Final = 24
"""Columns of a trend in a row: a narrow screen has the fewest, a wide one as many as there are readings."""

MOST_MOVERS: Final = 12
"""Actions that are to move a measure which are named."""

LONGEST_NUMBER: Final = 5
WAY: Final = 6
_VERDICT: Final = 7
_MONTH: Final = 6
_LABEL: Final = 10

_SHORT: Final = {"met": "met", "missed": "missed", "no reading yet": "no word", "neither way is better": "–"}


def movers_of(plan: Plan) -> dict[int, list[Action]]:
    """The actions that are to move each measure, by its row id."""
    found: dict[int, list[Action]] = defaultdict(list)
    for action in plan.actions:
        for id_ in action.measures:
            found[id_].append(action)
    return found


def verdict_word(measure: Measure, on: date) -> str:
    """Whether what was due by now is met, in one word or two."""
    step = due_by_now(measure, on)
    if step is None:
        return "–" if measure.better is Better.NEITHER or measure.target is None else "not due"
    return _SHORT.get(verdict(measure, step.value, step.by), "not yet")


class ReadingColumns:
    """Draws the rows of a list of measures; widths are found once."""

    def __init__(self, plan: Plan, measures: Sequence[Measure]) -> None:
        self._plan, self._measures = plan, measures
        numbers = (inline(area.number) for area in plan.areas)
        self._area = max(1, min(LONGEST_NUMBER, max(map(columns, numbers), default=1)))
        self._longest = max([7, *(columns(inline(one.title)) for one in measures)])
        self._spark = max([LEAST_SPARK, *(len(one.readings) for one in measures)])
        self._last = max([4, *(columns(_last(one)) for one in measures)])
        self._due = max([3, *(columns(_due(one, plan.as_at)) for one in measures)])
        self._target = max([6, *(columns(_target(one)) for one in measures)])

    def heading(self, width: int) -> Line:
        """The names of the columns."""
        is_wide, room = width >= WIDE, width - 2
        names = [(" " * self._area, True), (fit("Measure", self._title(room)), True)]
        names += [(fit_right("Last", self._last), True), (fit("To", _MONTH), is_wide), (fit("", WAY), True)]
        names += [(fit_right("Due", self._due), is_wide), (fit("" if is_wide else "Due", _VERDICT), True)]
        names += [(fit_right("Target", self._target), True), (fit("By", _MONTH), is_wide)]
        names += [(fit_right("Trend", self._trend(room)), True)]
        return [("  " + "  ".join(name for name, is_shown in names if is_shown), "heading")]

    def row(self, place: int, width: int) -> Line:
        """One measure on one line."""
        measure, on, is_wide = self._measures[place], self._plan.as_at, width >= WIDE - 2
        area = self._plan.areas_by_id.get(measure.area_id or 0)
        readings = in_order(measure)
        told = verdict_word(measure, on)
        trend = sparkline([one.value for one in readings], self._trend(width))
        cells: list[tuple[str, str, bool]] = [
            (fit_right(inline(area.number) if area else "–", self._area), "dim", True),
            (fit(inline(measure.title), self._title(width)), "", True),
            (fit_right(_last(measure), self._last), "bold", True),
            (_month(readings[-1].on if readings else None), "dim", is_wide),
            (fit(newest_way(measure), WAY), "", True),
            (fit_right(_due(measure, on), self._due), "dim", is_wide),
            (fit(told, _VERDICT), "bold" if told == "missed" else "dim", True),
            (fit_right(_target(measure), self._target), "dim", True),
            (_month(measure.target_by), "dim", is_wide),
            (trend, "", True),
        ]
        shown = [(text, style) for text, style, is_shown in cells if is_shown]
        return [part for cell in shown for part in (cell, ("  ", ""))][:-1]

    def _trend(self, width: int) -> int:
        """How wide the trend is in a row."""
        return min(self._spark, MOST_SPARK if width >= WIDE - 2 else LEAST_SPARK)

    def _title(self, width: int) -> int:
        """How wide the title is in a row."""
        fixed = self._area + self._last + WAY + _VERDICT + self._target + self._trend(width) + 2 * 6
        if width >= WIDE - 2:
            fixed += self._due + 2 * _MONTH + 2 * 3
        return max(8, min(self._longest, width - fixed - 1))


def measure_lines(
    plan: Plan, measure: Measure, movers: Sequence[Action], width: int, height: int
) -> list[Line]:
    """A measure in full: the chart over its words, or beside them; `movers` are the actions to move it."""
    rows = max(5, min(10, height - 5))
    facts = list(_facts(plan, measure, movers))
    if width < WIDE:
        first, rest = facts[:2], facts[2:]
        chart = chart_lines(measure, width - 1, rows)
        return [*_told(first, width), *chart, *_told(rest, width), *_numbers(measure, width)]
    left = width * 11 // 20
    beside = [*chart_lines(measure, left - 2, rows), *_numbers(measure, left - 2)]
    words = _told(facts, width - left - 1)
    pairs = zip_longest(beside, words, fillvalue=list[tuple[str, str]]())
    return [[*spread(one, [], left), *other] for one, other in pairs]


def _facts(plan: Plan, measure: Measure, movers: Sequence[Action]) -> Iterator[tuple[str, str]]:
    """Yield what is said of a measure, each with its label, what matters most first."""
    readings = in_order(measure)
    if readings:
        newest, way = readings[-1], newest_way(measure)
        told = f"{say_value(newest.value, measure.unit)} ({newest.period.strip() or say_date(newest.on)})"
        was = f", {way}, was {say_value(readings[-2].value, measure.unit)}" if way else ""
        yield "Last", told + was
    else:
        yield "Last", "no reading yet"
    yield "Due", due_milestone_words(measure, plan.as_at)
    yield "Next", next_words(measure, plan.as_at)
    yield "Target", target_words(measure, plan.as_at).removeprefix("target ")
    yield "Year", say_year_on_year(measure)
    yield "Varies", say_variation(measure)
    yield "Reaches", say_assurance(measure)
    yield "Began", say_baseline(measure)
    yield "Elsewhere", ", ".join(say_comparator(measure, one) for one in measure.comparators)
    named = [f"{inline(one.ref)} {word(plan, one.status).lower()}" for one in movers[:MOST_MOVERS]]
    more = len(movers) - MOST_MOVERS
    yield "Moved by", "; ".join([*named, *([f"and {more:,} more"] if more > 0 else [])])
    yield "Means", measure.definition


def _told(facts: Sequence[tuple[str, str]], width: int) -> list[Line]:
    return [line for label, text in facts if text for line in fact_lines(label, text, width, _LABEL)]


def _numbers(measure: Measure, width: int) -> list[Line]:
    """The readings in numbers, newest first."""
    readings = in_order(measure)[::-1]
    if not readings:
        return []
    period = max(columns(inline(one.period) or say_date(one.on)) for one in readings)
    value = max(columns(value_words(one.value, measure.unit)) for one in readings)
    lines: list[Line] = [[], [(f" {fit('Period', period)}  {fit_right('Value', max(5, value))}", "heading")]]
    for place, one in enumerate(readings):
        before = readings[place + 1].value if place + 1 < len(readings) else None
        way = way_of(measure, before, one.value).lower() if before is not None else ""
        start: Line = [(f" {fit(inline(one.period) or say_date(one.on), period)}  ", "")]
        start += [(fit_right(value_words(one.value, measure.unit), max(5, value)) + "  ", "bold")]
        start += [(fit(way, WAY) + "  ", "dim")]
        lines.append([*start, (fit(inline(one.note), max(0, width - length(start))).rstrip(), "dim")])
    return lines


def _last(measure: Measure) -> str:
    """The newest value, short."""
    readings = in_order(measure)
    return value_words(readings[-1].value, measure.unit) if readings else "none"


def newest_way(measure: Measure) -> str:
    """Which way the newest value went from the one before; empty while there is none."""
    before = in_order(measure)[-2:]
    return way_of(measure, before[0].value, before[1].value).lower() if len(before) > 1 else ""


def _due(measure: Measure, on: date) -> str:
    """What was due by now, short; empty when nothing was."""
    step = due_by_now(measure, on)
    return value_words(step.value, measure.unit) if step else ""


def _target(measure: Measure) -> str:
    return "" if measure.target is None else value_words(measure.target, measure.unit)


def _month(day: date | None) -> str:
    return fit(short_date(day)[3:] if day else "", _MONTH)
