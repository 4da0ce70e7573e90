"""A plan opened for looking, with nothing loaded that writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from send_actions.cli.location import named_before, past_day, required_location
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.domain.words.choices import nearest_ref
from send_actions.errors import UsageError
from send_actions.store.reader import Reader, open_reader, read_plan, read_today

if TYPE_CHECKING:
    import typer

    from send_actions.domain.checks.plan_checks import Flag

_LONGEST_QUOTE = 40


@dataclass(frozen=True)
class PlanView:
    """The plan at a location as it is looked at, and the day it is; `record` is the one asked for, if any.

    `is_named` says whether the command line names the location; else a change tells where the plan is.
    """

    location: str
    reading: Reader
    plan: Plan
    today: date
    record: int | None = None
    is_named: bool = False

    @cached_property
    def before(self) -> Plan | None:
        """The plan as at the last meeting; None when there was none."""
        meeting = self.plan.last_meeting
        return read_plan(self.reading, meeting.on, self.record) if meeting else None

    @cached_property
    def flags(self) -> list[Flag]:
        """What the checks question, worst first."""
        from send_actions.domain.checks.plan_checks import check

        return check(self.plan)

    @cached_property
    def flags_by_action(self) -> dict[int, list[Flag]]:
        """The questions put to each action that has any, worst first."""
        found: dict[int, list[Flag]] = {}
        for flag in self.flags:
            if flag.action:
                found.setdefault(flag.action.id, []).append(flag)
        return found

    def action(self, ref: str) -> Action:
        """Return the action of a ref; raises UsageError naming the nearest."""
        wanted = fold(clean(ref, one_line=True))
        for action in self.plan.actions:
            if fold(action.ref) == wanted:
                return action
        raise UsageError(_unknown("action", ref, [action.ref for action in self.plan.actions]))

    def area(self, number: str) -> Area:
        """Return the area of a number; raises UsageError naming the nearest."""
        wanted = fold(clean(number, one_line=True))
        for area in self.plan.areas:
            if fold(area.number) == wanted:
                return area
        raise UsageError(_unknown("area", number, [area.number for area in self.plan.areas]))


@contextmanager
def open_plan(
    context: typer.Context, db: str | None, as_at: str | None = None, record: int | None = None
) -> Iterator[PlanView]:
    """Open the plan as at a date and a record; raises SendActionsError when it cannot be opened."""
    named = db if db is not None else named_before(context)
    location = required_location(named)
    reading = open_reader(location)
    try:
        with reading.snapshot():
            today = read_today(reading) or date.today()
            day = past_day(as_at, today, meant="The as-at date") or today
            yield PlanView(
                location, reading, read_plan(reading, day, record), today, record, named is not None
            )
    finally:
        reading.close()


@contextmanager
def reopen_plan(view: PlanView) -> Iterator[PlanView]:
    """Open the same plan as it is now, after a change."""
    reading = open_reader(view.location)
    try:
        with reading.snapshot():
            yield replace(view, reading=reading, plan=read_plan(reading, view.today), record=None)
    finally:
        reading.close()


def _unknown(noun: str, text: str, living: list[str]) -> str:
    word = printable(cut(text.strip(), _LONGEST_QUOTE))
    near = nearest_ref(text, living)
    if near is None:
        command = "list" if noun == "action" else "areas"
        return f'There is no {noun} "{word}", nor one like it: see `send-actions {command}`.'
    return f'There is no {noun} "{word}": did you mean {near}?'
