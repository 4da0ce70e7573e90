"""How a measure stands against what was due of it by now: met, or missed, in words."""

from __future__ import annotations

from datetime import date
from typing import Final

from send_actions.domain.plan import Measure, Milestone, Reading
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.measured import say_value
from send_actions.reports.sections.phrasing.cells import filled

_OF_TARGET: Final = 0
"""The id of a milestone that is the target, which no row has."""


def verdict(measure: Measure, value: float, by: date) -> str:
    """Whether the newest reading meets a value that was due by a day: met or missed, or not known yet.

    A reading that speaks of an earlier day than the one due can meet it and not yet miss it.
    """
    latest = latest_of(measure)
    if latest is None:
        return "no reading yet"
    if measure.better is Better.NEITHER:
        return "neither way is better"
    is_met = latest.value >= value if measure.better is Better.HIGHER else latest.value <= value
    if is_met:
        return "met"
    return "missed" if latest.on >= by else f"not met by the last reading, {period_of(latest)}"


def due_words(measure: Measure, on: date) -> str:
    """What was due by now, a milestone or the target, and whether it is met; empty without one."""
    step = due_by_now(measure, on)
    if step is None:
        return ""
    told = verdict(measure, step.value, step.by)
    return f"{say_value(step.value, measure.unit)} was due by {say_date(step.by)}, {told}"


def due_milestone_words(measure: Measure, on: date) -> str:
    """What was due by now beside the target: empty where that is the target itself."""
    step = due_by_now(measure, on)
    return due_words(measure, on) if step in measure.milestones else ""


def next_words(measure: Measure, on: date) -> str:
    """The next milestone; one that is due on the day itself is still ahead. Empty without one."""
    ahead = [step for step in measure.milestones if step.by >= on]
    step = min(ahead, key=lambda one: (one.by, one.id), default=None)
    return f"{say_value(step.value, measure.unit)} is due by {say_date(step.by)}" if step else ""


def target_words(measure: Measure, on: date) -> str:
    """The target and its day, and whether it is met once that has passed; empty without one."""
    if measure.target is None:
        return ""
    value, by = say_value(measure.target, measure.unit), measure.target_by
    if by is None:
        return f"target {value}"
    told = f", {verdict(measure, measure.target, by)}" if by < on else ""
    return f"target {value} by {say_date(by)}{told}"


def latest_of(measure: Measure) -> Reading | None:
    """The newest reading."""
    return max(measure.readings, key=lambda reading: (reading.on, reading.id), default=None)


def due_by_now(measure: Measure, on: date) -> Milestone | None:
    """What was due last of what is due by now: a milestone, or the target as one, whose day has passed."""
    due = [step for step in measure.milestones if step.by < on]
    last = max(due, key=lambda one: (one.by, one.id), default=None)
    by, value = measure.target_by, measure.target
    if by is None or value is None or by >= on or (last and last.by > by):
        return last
    return Milestone(_OF_TARGET, by, value)


def reading_words(measure: Measure, reading: Reading) -> str:
    """A reading with its period."""
    return f"{say_value(reading.value, measure.unit)} ({period_of(reading)})"


def period_of(reading: Reading) -> str:
    """The period of a reading as it was given, else its last day."""
    return filled(reading.period, say_date(reading.on))
