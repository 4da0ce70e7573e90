"""A plan opened for looking, with nothing loaded that writes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from send_actions.cli.location import past_day, plan_location
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Area, Evidence, Finding, Measure, Owner, Plan, Source, Statuses
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.domain.words.dates import say_date
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

Thing = TypeVar("Thing")
Reading = Callable[[Reader, date, int | None], Plan]
"""Reads a plan as at a date and a record: as much of it as is wanted."""

_LONGEST_QUOTE = 40
_LONGEST_NAME = 80
_NAMED = 3


class _Name(Noun):
    """What a thing is called, and what tells it apart from others that are called so."""

    name: str
    traits: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """The name with all that tells the thing apart."""
        return ", ".join((self.name, *self.traits))

    @property
    def keys(self) -> list[str]:
        """What may be typed for it: the full name, or the name with one of what tells it apart."""
        return [self.full, *(f"{self.name}, {trait}" for trait in self.traits)]

    @property
    def shown(self) -> str:
        """The full name, with what is long of it cut."""
        return ", ".join(printable(cut(part, _LONGEST_NAME)) for part in (self.name, *self.traits))


class _Kind(Noun):
    """What is looked for: one and many of it by name, the command that lists them, and whose they are."""

    noun: str
    nouns: str
    command: str
    whose: str = ""

    def missing(self, typed: str, near: str | None, names: Sequence[str]) -> UsageError:
        """Return the refusal of words that none of the things named has."""
        listed = f"`send-actions {self.command}`"
        if self.whose and not names:
            return UsageError(f"There is no {self.noun} of {printable(self.whose)} yet: see {listed}.")
        of = f" of {printable(cut(self.whose, _LONGEST_NAME))}" if self.whose else ""
        start = f'There is no {self.noun} "{printable(cut(typed.strip(), _LONGEST_QUOTE))}"{of}'
        if near:
            return UsageError(f"{start}: did you mean {printable(cut(near, _LONGEST_NAME))}?")
        if not self.whose:
            return UsageError(f"{start}, nor one like it: see {listed}.")
        told = "; ".join(f"“{name}”" for name in names[:_NAMED])
        more = f" and {len(names) - _NAMED} more, see {listed}" if len(names) > _NAMED else ""
        return UsageError(f"{start}: it has {told}{more}.")


class PlanView(Noun):
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
    def flags(self) -> list[Flag]:
        """What the checks question, worst first."""
        from send_actions.domain.checks.plan_checks import check

        return check(self.plan)

    @cached_property
    def flags_by_action(self) -> dict[int, list[Flag]]:
        """The questions put to each action that has any, worst first."""
        from send_actions.domain.checks.plan_checks import flags_by_action

        return flags_by_action(self.flags)

    def action(self, ref: str) -> Action:
        """Return the action of a ref; raises UsageError naming the nearest."""
        found = _found(ref, ((action.ref, action) for action in self.plan.actions))
        if found is None:
            from send_actions.cli.not_there import Looked, no_action

            refs = read_outline(self.reading, self.plan.as_at, self.record)
            raise no_action(ref, Looked(refs, self.reading, self.today, self.record))
        return found

    def area(self, number: str) -> Area:
        """Return the area of a number, or of its exact title; raises UsageError naming the nearest."""
        found = _found(number, ((area.number, area) for area in self.plan.areas))
        titled = [area for area in self.plan.areas if _found(number, [(area.title, area)])]
        if found is None and len(titled) == 1:
            return titled[0]
        if found is None:
            from send_actions.cli.not_there import no_area

            raise no_area(number, self.plan)
        return found

    def measure(self, title: str) -> Measure:
        """Return the measure of a title, or of words that one title alone has; raises UsageError."""
        named = _by_name(self.plan.measures, lambda one: one.title)
        return _titled(title, named, _Kind("measure", "measures", "measure list"))

    def owner(self, name: str) -> Owner:
        """Return the owner of a role and organisation, or of words that one alone has; raises UsageError."""
        return _titled(name, _by_name(self.plan.owners, str), _Kind("owner", "owners", "owner list"))

    def owner_or_body(self, name: str) -> str:
        """Return what the plan calls an owner, or an organisation of owners; raises UsageError."""
        called = [name for one in self.plan.owners for name in (str(one), one.organisation) if name.strip()]
        things = _by_name(dict.fromkeys(called), str)
        return _titled(name, things, _Kind("owner or organisation", "owners", "owner list"))

    def evidence(self, words: str, of: Action | Area) -> Evidence:
        """Return the evidence for an action or area of a title, or of words that one alone has.

        Of those of one title, what they differ in is among the words; raises UsageError.
        """
        ids = (of.id, None) if isinstance(of, Action) else (None, of.id)
        own = (one for one in self.plan.evidence if (one.action_id, one.area_id) == ids)
        named = _by_name(
            own,
            lambda one: one.title,
            lambda one: say_date(one.on),
            lambda one: one.kind.value,
            lambda one: one.shows or "shows nothing",
            lambda one: one.place or "no place",
            lambda one: "exempt" if one.exempt else "not exempt",
        )
        whose, only = (of.ref, f" {of.ref}") if isinstance(of, Action) else (f"area {of.number}", "")
        kind = _Kind("evidence", "pieces of evidence", f"evidence list{only}", whose)
        return _titled(words, named, kind)

    def finding(self, words: str, of: Source) -> Finding:
        """Return the finding of a source that has some words alone; raises UsageError."""
        named = _by_name(
            of.findings,
            lambda one: one.text,
            lambda one: one.kind.value,
            lambda one: one.place or "no place",
        )
        return _titled(words, named, _Kind("finding", "findings", "finding list", of.title))

    def source(self, title: str) -> Source:
        """Return the source of a title, or of words that one title alone has; raises UsageError."""
        named = _by_name(self.plan.sources, lambda one: one.title)
        return _titled(title, named, _Kind("source", "sources", "source list"))


def with_refs(typed: Iterable[str]) -> Reading:
    """Return the reading of a plan with only the actions of the refs typed and those that they depend on."""
    wanted = {fold(clean(word, one_line=True)) for word in typed}
    return partial(read_actions, chosen=lambda row: fold(row["ref"]) in wanted)


def with_ids(action_ids: Collection[int]) -> Reading:
    """Return the reading of a plan with only these actions and those that they depend on."""
    return partial(read_actions, chosen=lambda row: row["id"] in action_ids)


@contextmanager
def open_plan(
    named: str | None, as_at: str | None = None, record: int | None = None, read: Reading = read_plan
) -> Iterator[PlanView]:
    """Open the plan that --db names as at a date and a record; raises SendActionsError when it cannot.

    Of a plan read with some of its actions only, the flags of areas and of the plan mean nothing.
    """
    location = plan_location(named)
    reading = open_reader(location)
    try:
        with reading.snapshot():
            today = read_today(reading) or date.today()
            day = past_day(as_at, today, meant="The as-at date", or_period=True) or today
            plan = read(reading, day, record)
            yield PlanView(location, reading, plan, today, record, named is not None)
    finally:
        reading.close()


def _by_name(
    things: Iterable[Thing], name: Callable[[Thing], str], *traits: Callable[[Thing], str]
) -> list[tuple[_Name, Thing]]:
    """Return things with their names, and with what those of one name differ in."""
    listed = list(things)
    alike = defaultdict(list)
    for one in listed:
        alike[fold(name(one))].append(one)
    named = []
    for one in listed:
        others = alike[fold(name(one))]
        told = [trait(one) for trait in traits if len(set(map(trait, others))) > 1]
        named.append((_Name(name(one), tuple(told)), one))
    return named


def _titled(typed: str, things: Sequence[tuple[_Name, Thing]], kind: _Kind) -> Thing:
    words = clean(typed, one_line=True)
    wanted = fold(words)
    having = [pair for pair in things if wanted and any(wanted in fold(key) for key in pair[0].keys)]
    exact = [pair for pair in having if wanted in map(fold, pair[0].keys)]
    same = [pair for pair in exact if words in pair[0].keys]
    for found in (same, exact, having):
        if len(found) == 1:
            return found[0][1]
    if having:
        word = printable(cut(typed.strip(), _LONGEST_QUOTE))
        many, named = len(exact or having), "; ".join(name.shown for name, _ in (exact or having)[:_NAMED])
        raise UsageError(f'"{word}" are words of {many} {kind.nouns}: {named}. Give more of it.')
    from send_actions.domain.words.choices import nearest

    near = nearest(typed, [name.full for name, _ in things])
    raise kind.missing(typed, near, [name.shown for name, _ in things])


def _found(typed: str, things: Iterable[tuple[str, Thing]]) -> Thing | None:
    wanted = fold(clean(typed, one_line=True))
    return next((thing for name, thing in things if fold(name) == wanted), None)
