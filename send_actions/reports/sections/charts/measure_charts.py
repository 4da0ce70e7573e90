"""Each measure by period: its readings against what is due, limits and others, drawn and in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from send_actions.domain.measuring.variation import meaning, process_of, say_assurance, say_variation
from send_actions.domain.measuring.xmr import Flag, Process
from send_actions.domain.plan import Comparator, Measure, Plan, Reading
from send_actions.domain.words.dates import say_date, short_date
from send_actions.domain.words.measured import say_value, way_of
from send_actions.reports.document import Block, Cell, Chart, Day, Number, Table, Trend, text_of
from send_actions.reports.sections.phrasing.cells import count_of, filled, one_line, sentence
from send_actions.reports.sections.phrasing.milestones import (
    due_milestone_words,
    next_words,
    period_of,
    reading_words,
    target_words,
    verdict,
)

MOST_CHARTS: Final = 40
"""Measures of a paper that are drawn: more would make a book of it, and its table of measures has all."""
MOST_READINGS: Final = 40
"""Readings that one picture has room for: the newest."""

_LIMIT_WORDS: Final = {
    "Mean": "The middle of the ups and downs",
    "Upper limit": "The usual ups and downs stay below it",
    "Lower limit": "The usual ups and downs stay above it",
}
_HEADER: Final = ("What", "When", "Value", "How it stands")


def measure_charts(plan: Plan) -> list[Block]:
    """A chart and a table for each measure that has a reading."""
    told = [measure for measure in plan.measures if measure.readings]
    if not told:
        return [text_of("No measure has a reading yet.")]
    charts = [block for measure in told[:MOST_CHARTS] for block in measure_chart(measure, plan.as_at)]
    rest = len(told) - MOST_CHARTS
    left_out = f"{count_of(rest, 'more measure')} with readings {'is' if rest == 1 else 'are'} not drawn."
    return [*charts, *([text_of(left_out)] if rest > 0 else [])]


def measure_chart(measure: Measure, on: date) -> list[Block]:
    """One measure drawn, with the table of all that is in the picture; nothing without a reading."""
    readings = sorted(measure.readings, key=lambda reading: (reading.on, reading.id))[-MOST_READINGS:]
    if not readings:
        return []
    title = one_line(filled(measure.title))
    process = process_of(measure)
    chart = Chart(f"{title}, by period", _words(measure, readings, on), _trend(measure, readings, process))
    rows = (
        *_readings(measure, readings, _flags(process, readings)),
        *_dues(measure, on),
        *_limits(measure, process),
        *_others(measure, readings[-1]),
    )
    return [chart, Table(f"What the chart shows: {title}", _HEADER, rows)]


def _flags(process: Process | None, readings: Sequence[Reading]) -> Sequence[tuple[Flag, ...]]:
    """The signs at each of the readings shown, the newest of all; none without limits."""
    return process.flags[-len(readings) :] if process else [()] * len(readings)


def _limits(measure: Measure, process: Process | None) -> Iterator[tuple[Cell, ...]]:
    """Yield the mean and the process limits, where there are readings enough for them."""
    for name, value in _lines(process):
        count = count_of(len(measure.readings), "reading")
        yield name, f"Of {count}", _number(measure, value), _LIMIT_WORDS[name]


def _lines(process: Process | None) -> Iterator[tuple[str, float]]:
    if process:
        yield "Mean", round(process.mean, 1)
        yield "Upper limit", round(process.upper, 1)
        yield "Lower limit", round(process.lower, 1)


def _trend(measure: Measure, readings: Sequence[Reading], process: Process | None) -> Trend:
    return Trend(
        points=tuple((Day(one.on, period_of(one)), _number(measure, one.value)) for one in readings),
        milestones=tuple(
            (Day(step.by, f"by {short_date(step.by).strip()}"), _number(measure, step.value))
            for step in sorted(measure.milestones, key=lambda step: (step.by, step.id))
        ),
        target=None if measure.target is None else (_by(measure), _number(measure, measure.target)),
        others=tuple((_name(one), _number(measure, one.value)) for one in measure.comparators),
        limits=tuple((name, _number(measure, value)) for name, value in _lines(process)),
        flagged=tuple(place for place, flags in enumerate(_flags(process, readings)) if flags),
    )


def _words(measure: Measure, readings: Sequence[Reading], on: date) -> str:
    """The newest reading against the first, the highest and lowest, what was due, and how others stand."""
    first, latest = readings[0], readings[-1]
    told = [f"The latest reading is {reading_words(measure, latest)}"]
    if len(readings) > 1:
        way = way_of(measure, first.value, latest.value).lower()
        joined = {"same": "the same as", "up": "up from", "down": "down from"}.get(way, f"{way} than")
        told = [f"{told[0]}, {joined} the first shown, {reading_words(measure, first)}"]
        told.append(_extremes(measure, readings))
    told += [words(measure, on) for words in (due_milestone_words, next_words, target_words)]
    if process_of(measure):
        told += [say_variation(measure), say_assurance(measure)]
    others = [f"{_name(one).lower()} {say_value(one.value, measure.unit)}" for one in measure.comparators]
    told.append(", ".join(others))
    return " ".join(sentence(words) for words in told if words)


def _extremes(measure: Measure, readings: Sequence[Reading]) -> str:
    """The highest and the lowest reading, where they are neither the first nor the last."""
    known = {readings[0].value, readings[-1].value}
    found = (("highest", max), ("lowest", min))
    ends = [(word, pick(readings, key=lambda one: one.value)) for word, pick in found]
    told = [f"the {word} was {reading_words(measure, one)}" for word, one in ends if one.value not in known]
    return f"Between them, {' and '.join(told)}" if told else ""


def _readings(
    measure: Measure, readings: Sequence[Reading], flags: Sequence[tuple[Flag, ...]]
) -> Iterator[tuple[Cell, ...]]:
    ways = ["First shown", *(way_of(measure, one.value, two.value) for one, two in pairwise(readings))]
    for reading, way, signs in zip(readings, ways, flags, strict=True):
        special = f"; {meaning(measure, signs[0]).value}" if signs else ""
        note = f": {one_line(reading.note)}" if reading.note.strip() else ""
        yield "Reading", period_of(reading), _number(measure, reading.value), f"{way}{special}{note}"


def _dues(measure: Measure, on: date) -> Iterator[tuple[Cell, ...]]:
    """Yield the milestones in the order of their days, and the target."""
    for step in sorted(measure.milestones, key=lambda step: (step.by, step.id)):
        stands = verdict(measure, step.value, step.by) if step.by < on else "not due yet"
        yield "Milestone", _until(step.by), _number(measure, step.value), sentence(stands).removesuffix(".")
    if measure.target is not None:
        by = measure.target_by
        stands = verdict(measure, measure.target, by) if by and by < on else "not due yet"
        yield "Target", _by(measure), _number(measure, measure.target), sentence(stands).removesuffix(".")


def _others(measure: Measure, latest: Reading) -> Iterator[tuple[Cell, ...]]:
    for one in measure.comparators:
        way = way_of(measure, one.value, latest.value).lower()
        ours = "the same as ours" if way == "same" else f"ours is {way}"
        yield _name(one), _origin(one), _number(measure, one.value), sentence(ours).removesuffix(".")


def _number(measure: Measure, value: float) -> Number:
    return Number(value, say_value(value, measure.unit))


def _name(comparator: Comparator) -> str:
    return comparator.kind.value.capitalize()


def _origin(comparator: Comparator) -> str:
    said = ", ".join(part for part in (comparator.period, comparator.source) if part.strip())
    return filled(said, "Not dated")


def _by(measure: Measure) -> str:
    return _until(measure.target_by) if measure.target_by else "No day is set"


def _until(day: date) -> str:
    return f"by {say_date(day)}"
