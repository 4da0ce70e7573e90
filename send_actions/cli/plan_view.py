"""A plan opened for looking, with nothing loaded that writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from send_actions.cli.found_by_name import Name, Sought, by_name, found_exactly, found_in_part, titled
from send_actions.cli.location import plan_location
from send_actions.domain.noun import Noun
from send_actions.domain.plan import (
    Action,
    Area,
    Evidence,
    Finding,
    Measure,
    Meeting,
    Owner,
    Plan,
    Source,
    Statuses,
)
from send_actions.domain.text import clean, fold
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.past_days import read_past_day, say_nothing_yet
from send_actions.errors import UsageError
from send_actions.store.reader import (
    Reader,
    count_later,
    open_reader,
    read_actions,
    read_outline,
    read_plan,
    read_standing,
    read_statuses,
    read_today,
)

if TYPE_CHECKING:
    from send_actions.domain.checks.plan_checks import Flag

_SHORTEST = 3
"""Letters of a title that may stand for it."""

Reading = Callable[[Reader, date, int | None], Plan]
"""Reads a plan as at a date and a record: as much of it as is wanted."""


class PlanView(Noun):
    """The plan at a location as it is looked at, and the day it is; `record` is the one asked for, if any.

    `series` is that whose last meeting "last" means, as it was typed; empty for the plan's main one.
    `is_named` says whether the command line names the location; else a change tells where the plan is.
    """

    location: str
    reading: Reader
    plan: Plan
    today: date
    record: int | None = None
    is_named: bool = False
    series: str = ""

    @cached_property
    def before(self) -> Plan | None:
        """How the plan stood as at the last meeting; None when there was none."""
        meeting = self.plan.last_meeting
        return read_standing(self.reading, meeting.on, self.record) if meeting else None

    @cached_property
    def statuses_before(self) -> Statuses | None:
        """The statuses as at the last meeting; None when there was none."""
        meeting = self.plan.last_meeting
        return read_statuses(self.reading, meeting.on, self.record) if meeting else None

    @cached_property
    def later_changes(self) -> int:
        """How many changes are dated after today."""
        return count_later(self.reading, self.today)

    @cached_property
    def nothing_yet(self) -> str:
        """What there is to say of a date before the plan's first; empty of any other."""
        if self.plan.areas or self.plan.actions:
            return ""
        from send_actions.store.history_reader import begins_after

        first = begins_after(self.reading, self.plan)
        return say_nothing_yet(self.plan.as_at, first) if first else ""

    @cached_property
    def flags(self) -> list[Flag]:
        """What the checks question, worst first."""
        from send_actions.domain.checks.plan_checks import check

        return check(self.plan)

    @cached_property
    def flags_by_action(self) -> dict[int, list[Flag]]:
        """The questions put to each action that has any, worst first."""
        from send_actions.domain.checks.plan_checks import flags_by_action

        return flags_by_action(self.flags)

    def past_day(self, text: str | None, *, meant: str = "The date", or_period: bool = False) -> date | None:
        """Return a day up to today as people write it, also "last" for the last meeting's; None of None.

        Raises UsageError, also for a day still to come.
        """
        if text is None:
            return None
        last = partial(_last_meeting, self.reading, self.today, self.record, self.series)
        return read_past_day(text, self.today, meant=meant, or_period=or_period, last=last)

    def action(self, ref: str) -> Action:
        """Return the action of a ref; raises UsageError naming the nearest."""
        found = found_exactly(ref, ((action.ref, action) for action in self.plan.actions))
        if found is None:
            from send_actions.cli.not_there import Looked, no_action

            refs = read_outline(self.reading, self.plan.as_at, self.record)
            raise no_action(ref, Looked(refs, self.reading, self.today, self.record))
        return found

    def area(self, number: str) -> Area:
        """Return the area of a number, a title or words that one title alone has; raises UsageError."""
        found = found_exactly(number, ((area.number, area) for area in self.plan.areas))
        same = [area for area in self.plan.areas if found_exactly(number, [(area.title, area)])]
        if found is None and not same:
            same = self._areas_with(number)
        if found is None and len(same) == 1:
            return same[0]
        if found is None and self.nothing_yet:
            raise UsageError(self.nothing_yet)
        if found is None:
            from send_actions.cli.not_there import no_area

            raise no_area(number, self.plan)
        return found

    def _areas_with(self, words: str) -> list[Area]:
        """Return the areas whose titles have some words; digits are no words of a title."""
        wanted = fold(clean(words, one_line=True))
        if len(wanted) < _SHORTEST or not wanted[0].isalpha():
            return []
        return [area for area in self.plan.areas if wanted in fold(area.title)]

    def measure(self, title: str) -> Measure:
        """Return the measure of a title, or of words that one title alone has; raises UsageError."""
        named = by_name(self.plan.measures, lambda one: one.title)
        return titled(title, named, Sought("measure", "measures", "measure list"))

    def owner(self, name: str) -> Owner:
        """Return the owner of a role and organisation, a name, or words that one has; raises UsageError."""
        things = [*by_name(self.plan.owners, str), *self._by_person()]
        return titled(name, things, Sought("owner", "owners", "owner list"))

    def owner_or_body(self, name: str) -> str:
        """Return what the plan calls an owner, found by name too, or an organisation; raises UsageError."""
        called = [name for one in self.plan.owners for name in (str(one), one.organisation) if name.strip()]
        people = [(person, str(one)) for person, one in self._by_person()]
        things = [*by_name(dict.fromkeys(called), str), *people]
        return titled(name, things, Sought("owner or organisation", "owners", "owner list"))

    def _by_person(self) -> list[tuple[Name, Owner]]:
        """Return the owners whose names the plan knows, by name."""
        return by_name((one for one in self.plan.owners if one.name.strip()), lambda one: one.name, str)

    def evidence(self, words: str, of: Action | Area) -> Evidence:
        """Return the evidence for an action or area of a title, or of words that one alone has.

        Of those of one title, what they differ in is among the words; raises UsageError.
        """
        ids = (of.id, None) if isinstance(of, Action) else (None, of.id)
        own = (one for one in self.plan.evidence if (one.action_id, one.area_id) == ids)
        named = by_name(
            own,
            lambda one: one.title,
            lambda one: say_date(one.on),
            lambda one: one.kind.value,
            lambda one: one.shows or "shows nothing",
            lambda one: one.place or "no place",
            lambda one: "exempt" if one.exempt else "not exempt",
        )
        whose, only = (of.ref, f" {of.ref}") if isinstance(of, Action) else (f"area {of.number}", "")
        kind = Sought("evidence", "pieces of evidence", f"evidence list{only}", whose)
        return titled(words, named, kind)

    def finding(self, words: str, of: Source) -> Finding:
        """Return the finding of a source that has some words alone; raises UsageError."""
        named = by_name(
            of.findings,
            lambda one: one.text,
            lambda one: one.kind.value,
            lambda one: one.place or "no place",
        )
        return titled(words, named, Sought("finding", "findings", "finding list", of.title))

    def source(self, title: str) -> Source:
        """Return the source of a title, or of words that one title alone has; raises UsageError."""
        named = by_name(self.plan.sources, lambda one: one.title)
        return titled(title, named, Sought("source", "sources", "source list"))


def with_refs(typed: Iterable[str]) -> Reading:
    """Return the reading of a plan with only the actions of the refs typed and those that they depend on."""
    wanted = {fold(clean(word, one_line=True)) for word in typed}
    return partial(read_actions, chosen=lambda row: fold(row["ref"]) in wanted)


def with_ids(action_ids: Collection[int]) -> Reading:
    """Return the reading of a plan with only these actions and those that they depend on."""
    return partial(read_actions, chosen=lambda row: row["id"] in action_ids)


@contextmanager
def open_plan(
    named: str | None,
    as_at: str | None = None,
    record: int | None = None,
    read: Reading = read_plan,
    series: str = "",
) -> Iterator[PlanView]:
    """Open the plan that --db names as at a date and a record; raises SendActionsError when it cannot.

    Of a plan read with some of its actions only, the flags of areas and of the plan mean nothing.
    """
    location = plan_location(named)
    reading = open_reader(location)
    try:
        with reading.snapshot():
            today = read_today(reading) or date.today()
            last = partial(_last_meeting, reading, today, record, series)
            day = today
            if as_at is not None:
                day = read_past_day(as_at, today, meant="The as-at date", or_period=True, last=last)
            plan = read(reading, day, record)
            yield PlanView(location, reading, plan, today, record, named is not None, series)
    finally:
        reading.close()


def _last_meeting(reading: Reader, today: date, record: int | None, series: str) -> Meeting | None:
    plan = read_outline(reading, today, record, of_actions="statuses")
    own = found_in_part(series, (meeting.series for meeting in plan.meetings)) if series else None
    if own is None:
        return plan.last_meeting
    met = [meeting for meeting in plan.meetings if meeting.series == own and meeting.on < today]
    return max(met, key=lambda meeting: meeting.on, default=None)
