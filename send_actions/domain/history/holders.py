"""On which days a ref stood for which action, and a number for which area: never for two on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from send_actions.domain.history.folding import Row, as_date
from send_actions.domain.noun import Noun
from send_actions.domain.text import match_key


class Edit(NamedTuple):
    """One edit of a field, in the order in which they were made; `day` is the day of its change."""

    row_id: int
    field: str
    day: date
    before: Any
    after: Any
    is_in_force: bool


class Days(NamedTuple):
    """The days from `first` up to, but without, `until`; `date.max` when no end is known."""

    first: date
    until: date

    def within(self, other: Days) -> Days:
        """Return the days that both have; none when it ends where it begins, or before."""
        return Days(max(self.first, other.first), min(self.until, other.until))

    @property
    def are_any(self) -> bool:
        """Whether there is a day among them."""
        return self.first < self.until


class Held(NamedTuple):
    """That a ref or number stood for a row on some days."""

    name: str
    row_id: int
    days: Days


class Shared(Noun):
    """That a name stood for two rows, and until when for the one that ends first."""

    name: str
    row_ids: frozenset[int]
    until: date

    @property
    def of(self) -> tuple[str, frozenset[int]]:
        """What tells it from others: the name as people know it, and the rows."""
        return match_key(self.name), self.row_ids


def shared_names(held: Iterable[Held]) -> Iterator[Shared]:
    """Yield every name that stood for two rows on one day; what people take for the same name is the same."""
    groups: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        groups[match_key(one.name)].append(one)
    for group in groups.values():
        if len({one.row_id for one in group}) == 1:
            continue
        for one, other in combinations(group, 2):
            both = one.days.within(other.days)
            if one.row_id != other.row_id and both.are_any:
                yield Shared(one.name, frozenset((one.row_id, other.row_id)), both.until)


def held_refs(actions: Sequence[Row], edits: Sequence[Edit], born: Mapping[int, date]) -> Iterator[Held]:
    """Yield on which days each ref that several claim stood for which action.

    `born` are the dates of the actions' first updates.
    """
    of_row = _by_row(edits, "ref")
    for row in _rivals(actions, "ref", of_row):
        for ref, days in _worded(row["ref"], of_row[row["id"]], _days_of_action(row, born)):
            yield Held(ref, row["id"], days)


def held_numbers(
    areas: Sequence[Row],
    edits: Sequence[Edit],
    actions: Sequence[Row],
    edits_of_actions: Sequence[Edit],
    born: Mapping[int, date],
) -> Iterator[Held]:
    """Yield on which days each number that several claim stood for which area.

    An area is there while an action is in it.
    """
    there: dict[int, list[Days]] = defaultdict(list)
    moves, of_row = _by_row(edits_of_actions, "area_id"), _by_row(edits, "number")
    rivals = _rivals(areas, "number", of_row)
    for row in actions if rivals else ():
        for area_id, days in _worded(row["area_id"], moves[row["id"]], _days_of_action(row, born)):
            there[area_id].append(days)
    for row in rivals:
        for days in (_days(row), *there[row["id"]]):
            for number, held in _worded(row["number"], of_row[row["id"]], days):
                yield Held(number, row["id"], held)


def _rivals(rows: Sequence[Row], field: str, edits: Mapping[int, Sequence[Edit]]) -> list[Row]:
    """Return the rows with a name that another row ever had as well: most have none."""
    if not edits and len({match_key(row[field]) for row in rows}) == len(rows):
        return []
    claims: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ever = {row[field], *(name for edit in edits[row["id"]] for name in (edit.before, edit.after))}
        for name in ever:
            claims[match_key(name)].add(row["id"])
    rivals = {row_id for ids in claims.values() if len(ids) > 1 for row_id in ids}
    return [row for row in rows if row["id"] in rivals]


def _days_of_action(row: Row, born: Mapping[int, date]) -> Days:
    """Return the days of an action: from its own date or its first update's, whichever is earlier."""
    own = _days(row)
    return Days(min(own.first, born.get(row["id"], own.first)), own.until)


def _days(row: Row) -> Days:
    return Days(as_date(row["on"]) or date.min, as_date(row["gone_on"]) or date.max)


def _by_row(edits: Sequence[Edit], field: str) -> Mapping[int, list[Edit]]:
    of_row: dict[int, list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.field == field:
            of_row[edit.row_id].append(edit)
    return of_row


def _worded(now: Any, edits: Sequence[Edit], there: Days) -> Iterator[tuple[Any, Days]]:
    """Yield what a field said on which of the days: the last by its change's day, else as first typed."""
    standing = [edit for edit in edits if edit.is_in_force]
    first = edits[0].before if edits else now
    starts = sorted({date.min, *(edit.day for edit in standing)})
    for start, until in zip(starts, [*starts[1:], date.max], strict=True):
        value = next((edit.after for edit in reversed(standing) if edit.day <= start), first)
        days = Days(start, until).within(there)
        if days.are_any:
            yield value, days
