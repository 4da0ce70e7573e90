"""Measures on a line each, and one of them with all its readings, newest first."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Measure, Plan, Reading
from send_actions.domain.words.dates import say_date, short_date
from send_actions.domain.words.measured import say_measure, say_value, way_of
from send_actions.tui.drawing.actions import fact_lines
from send_actions.tui.text_layout import Line, fit, fit_right, inline, wrap

VALUE: Final = 12
WAY: Final = 7


def measure_heading(width: int) -> Line:
    """The names of the columns; `width` is the whole line's."""
    values = f"{fit_right('Latest', VALUE)}  {fit('', WAY)}{fit_right('Target', VALUE)}"
    return [(fit("  " + fit("Measure", width - 2 - len(values)) + values, width), "heading")]


def measure_row(measure: Measure, width: int) -> Line:
    """A measure on one line: its latest reading, which way that went, and its target."""
    before, latest = _last_two(measure)
    value = say_value(latest.value, measure.unit) if latest else "none yet"
    way = way_of(measure, before.value, latest.value) if before and latest else ""
    target = "" if measure.target is None else say_value(measure.target, measure.unit)
    title = width - 2 * VALUE - WAY - 2
    return [
        (fit(inline(measure.title), title), ""),
        (fit_right(inline(value), VALUE), "" if latest else "dim"),
        (f"  {fit(way.lower(), WAY)}", "dim"),
        (fit_right(inline(target), VALUE), "dim"),
    ]


def reading_lines(plan: Plan, measure: Measure, width: int) -> list[Line]:
    """A measure in a sentence, what it means and whose it is, then its readings, newest first."""
    area = plan.areas_by_id.get(measure.area_id or 0)
    lines: list[Line] = [[(f" {part}", "bold")] for part in wrap(say_measure(measure), width - 2)]
    lines.append([])
    facts = (
        ("Means", measure.definition),
        ("Area", f"{area.number} {area.title}" if area else ""),
        ("Better", measure.better.value.capitalize()),
        ("Baseline", _baseline(measure)),
    )
    lines += [line for label, text in facts if text for line in fact_lines(label, text, width)]
    lines += [[]] if measure.readings else []
    for reading in sorted(measure.readings, key=_order, reverse=True):
        value = fit_right(inline(say_value(reading.value, measure.unit)), VALUE)
        period = inline(reading.period) or say_date(reading.on)
        note = f" · {inline(reading.note)}" if reading.note else ""
        start: Line = [(f" {short_date(reading.on)}", "dim"), (value, "")]
        lines.append([*start, (fit(f"  {period}{note}", width - 11 - VALUE), "dim")])
    return lines


def _baseline(measure: Measure) -> str:
    if measure.baseline is None:
        return ""
    of = f", {measure.baseline_period}" if measure.baseline_period else ""
    return f"{say_value(measure.baseline, measure.unit)}{of}"


def _last_two(measure: Measure) -> tuple[Reading | None, Reading | None]:
    """The reading before the latest, and the latest."""
    before, latest = [None, None, *sorted(measure.readings, key=_order)][-2:]
    return before, latest


def _order(reading: Reading) -> tuple[object, int]:
    return reading.on, reading.id
