"""Rows in force: which of them are there on a date, and how one is made the noun that it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Final, TypeVar

from send_actions.domain.history.folding import Row, as_date
from send_actions.domain.plan.vocabulary import (
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    MinuteKind,
    SourceKind,
    Status,
)

Rows = Mapping[str, Sequence[Row]]
Made = TypeVar("Made")


def is_retired(row: Mapping[str, Any], as_at: date) -> bool:
    """Say whether a row was taken out of the plan by the date."""
    gone_on = as_date(row["gone_on"])
    return gone_on is not None and gone_on <= as_at


def rows_until(rows: Iterable[Row], as_at: date) -> list[Row]:
    """Return the rows that are there by a date: those of no date or one not after it."""
    return [row for row in rows if (as_date(row["on"]) or as_at) <= as_at]


def grouped(rows: Iterable[Row], key: str) -> defaultdict[int, list[Row]]:
    """Return the rows by a column, in their order."""
    groups: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


@lru_cache(maxsize=1024)
def split_partners(text: str) -> tuple[str, ...]:
    """Return the organisations of a list written with semicolons."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


_CLOSED_LISTS: Final = (Better, ComparatorKind, EvidenceKind, FindingKind, MinuteKind, SourceKind, Status)


def _or_unsaid(words: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Return what reads a word of a closed list where none may have been said."""
    return lambda word: words(word) if word else None


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    **{words.__name__: words for words in _CLOSED_LISTS},
    **{f"{words.__name__} | None": _or_unsaid(words) for words in (Status, Impact, Heard)},
    "date": as_date,
    "date | None": as_date,
    "bool": bool,
    "tuple[str, ...]": split_partners,
}
"""How a column is read, by the annotation of the field it becomes; any other is taken as it is."""


@cache
def maker_of(noun: Any, own: tuple[str, ...]) -> Callable[[Row, Mapping[str, Any]], Any]:
    """Return what makes a row its noun; `own` are the fields that are not as a column has them.

    The fields are set at once: a frozen noun sets them one by one, which of ten thousand is felt.
    """
    kinds = {name: kind for name, kind in noun.__annotations__.items() if name not in own}
    as_they_are = [name for name, kind in kinds.items() if kind not in _READERS]
    read = [(name, _READERS[kind]) for name, kind in kinds.items() if kind in _READERS]
    pick = itemgetter("id", *as_they_are)

    def make(row: Row, fields: Mapping[str, Any]) -> Any:
        made = object.__new__(noun)
        found = vars(made)
        found.update(zip(as_they_are, pick(row)[1:], strict=True))
        for name, how in read:
            found[name] = how(row[name])
        found.update(fields)
        return made

    return make


def made_of(noun: type[Made], row: Row, **own: Any) -> Made:
    """Return a row as its noun, with fields of its own."""
    kind: Any = noun
    made: Made = maker_of(kind, tuple(own))(row, own)
    return made
