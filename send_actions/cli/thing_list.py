"""Listings of the plan's smaller things, such as steps and measures: one flat record each, in every form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from send_actions.cli.options import FormOptions, ViewOptions
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted, sentences
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.terminal import Terminal, column, lay_out, line_of

Record = dict[str, Any]
"""One thing by its fields, and by what only people are shown: text, numbers, yes or no, lists of text."""


@dataclass(frozen=True)
class Shown:
    """One column of the table for people: its heading, and the field it shows or what it says of a record."""

    heading: str
    of: str | Callable[[Record], str]
    least: int = 0
    right: bool = False
    spare: int = 0

    def text(self, record: Record) -> str:
        """Return what it says of a record."""
        return str(record[self.of]) if isinstance(self.of, str) else self.of(record)


@dataclass(frozen=True)
class ThingList:
    """What a listing is of: its kind, one of its things by name, its fields, and how people see it.

    `sentences` are the parts of a plain line; `when_none` is said when there is nothing to list. Several are
    its `nouns`, or the noun with an s.
    """

    kind: str
    noun: str
    fields: Sequence[str]
    columns: Sequence[Shown]
    sentences: Callable[[Record], Sequence[str]]
    when_none: str
    nouns: str = ""


def list_things(
    things: ThingList, found: Callable[[PlanView], Sequence[Record]], options: ViewOptions
) -> None:
    """Write the listing in the form asked for."""
    with open_plan(options.db, options.as_at, options.record) as view:
        page = page_of(_listing(things, found(view), f" ({stamp(view)})"), view, options)
    write_page(page)


def list_own(
    things: ThingList, records: Sequence[Record], options: FormOptions, doubts: tuple[str, ...]
) -> None:
    """Write a listing of what is in no plan, in the form asked for, and beside it what is in doubt."""
    write_page(page_of(_listing(things, records, "", doubts), None, options))


def _listing(
    things: ThingList, records: Sequence[Record], made_of: str, doubts: tuple[str, ...] = ()
) -> Listing:
    many = counted(len(records), things.noun, things.nouns) if records else things.when_none
    return Listing(
        kind=things.kind,
        items=lambda: [{name: record[name] for name in things.fields} for record in records],
        rows=lambda: _rows(things, records),
        lines=lambda: (line_of(sentences(things.sentences(record))) for record in records),
        table=lambda terminal: _table(things, records, terminal),
        summary=f"{many}{made_of}.",
        doubts=doubts,
    )


def part(label: str, told: Any) -> str:
    """Return one part of a plain line; nothing where there is nothing to tell."""
    return f"{label} {told}" if told else ""


def _rows(things: ThingList, records: Sequence[Record]) -> Iterator[Sequence[object]]:
    yield tuple(things.fields)
    for record in records:
        yield tuple(_cell(record[name]) for name in things.fields)


def _cell(value: Any) -> object:
    return "; ".join(value) if isinstance(value, list) else value


def _table(things: ThingList, records: Sequence[Record], terminal: Terminal) -> Iterator[str]:
    if not records:
        return iter(())
    columns = [
        column(
            shown.heading,
            [shown.text(record) for record in records],
            least=shown.least,
            right=shown.right,
            spare=shown.spare,
        )
        for shown in things.columns
    ]
    return lay_out(columns, terminal)
