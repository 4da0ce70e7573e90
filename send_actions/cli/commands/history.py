"""`history`: what was changed, by whom and when, every field before and after; newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import typer

from send_actions.cli.listing import Listing, page_of, put_out, stamp
from send_actions.cli.options import AsAt, Csv, Db, Json, OptionalRef, Plain, Record
from send_actions.cli.phrases import sentence_end
from send_actions.cli.screen import Screen, fit, is_terminal, line_of, pad, width_of, wrap
from send_actions.cli.sight import look
from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.words.dates import say_date
from send_actions.store.reader import read_changes

_MOST = 12
_NARROWEST = 20


@dataclass(frozen=True)
class Entry:
    """A change and what it did."""

    change: Change
    told: tuple[FieldChange, ...]

    @property
    def for_others(self) -> tuple[FieldChange, ...]:
        """What it did, without private notes, which never leave the plan."""
        return tuple(told for told in self.told if not told.is_private)

    @property
    def for_here(self) -> tuple[FieldChange, ...]:
        """What it did, with private notes on a terminal alone."""
        return self.told if is_terminal() else self.for_others


def list_changes(
    context: typer.Context,
    ref: OptionalRef = None,
    *,
    as_json: Json = False,
    as_csv: Csv = False,
    plain: Plain = False,
    as_at: AsAt = None,
    record: Record = None,
    db: Db = None,
) -> None:
    """List what was changed, newest first: of one action, or of the whole plan."""
    with look(context, db, as_at, record) as sight:
        action = sight.action(ref) if ref is not None else None
        changes = read_changes(sight.reading, record=record)
        entries = _entries(changes, action.id if action else None)
        entries = [entry for entry in entries if entry.change.day <= sight.plan.as_at]
        count = f"{len(entries) or 'No'} change{'' if len(entries) == 1 else 's'}"
        listing = Listing(
            kind="changes",
            items=lambda: [_item(entry) for entry in entries],
            rows=lambda: _rows(entries),
            lines=lambda: (line for entry in entries for line in _lines(entry)),
            table=lambda screen: _page(entries, screen, most=None if action else _MOST),
            told=f"{count}{f' of {action.ref}' if action else ''} ({stamp(sight)}).",
            private=sum(t.is_private for entry in entries for t in entry.told),
        )
        page = page_of(listing, sight, as_json=as_json, as_csv=as_csv, plain=plain)
    put_out(page)


def _entries(changes: Sequence[Change], action_id: int | None) -> list[Entry]:
    """Return the changes newest first; for one action only those that did something to it."""
    told = describe_changes(changes)
    entries = [Entry(change, told[change.id]) for change in reversed(changes)]
    if action_id is None:
        return entries
    own = [Entry(e.change, tuple(t for t in e.told if t.action_id == action_id)) for e in entries]
    return [entry for entry in own if entry.told]


def _item(entry: Entry) -> dict[str, Any]:
    change = entry.change
    return {
        "id": change.id,
        "at": _instant(change),
        "day": change.day.isoformat(),
        "actor": change.actor,
        "label": change.label,
        "undoes": change.undoes,
        "rows": [
            {"noun": t.noun, "ref": t.about, "field": t.field, "before": t.raw_before, "after": t.raw_after}
            for t in entry.for_others
        ],
    }


def _rows(entries: Sequence[Entry]) -> Iterator[Sequence[object]]:
    """Return a line for each field; a change that did nothing to tell of has one line."""
    yield "id", "at", "day", "actor", "label", "undoes", "noun", "ref", "field", "before", "after"
    for entry in entries:
        change = entry.change
        head = (
            change.id,
            _instant(change),
            change.day.isoformat(),
            change.actor,
            change.label,
            change.undoes,
        )
        for t in entry.for_others:
            yield (*head, t.noun, t.about, t.field, t.raw_before, t.raw_after)
        if not entry.for_others:
            yield (*head, None, None, None, None, None)


def _instant(change: Change) -> str:
    return change.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _lines(entry: Entry) -> Iterator[str]:
    change = entry.change
    yield line_of(f"Record {change.id}, {say_date(change.day)}, {change.actor}: {sentence_end(change.label)}")
    for t in entry.for_here:
        yield line_of(f"Record {change.id}, {_thing(t)}, {_spelt_out(t)}")


def _page(entries: Sequence[Entry], screen: Screen, most: int | None) -> Iterator[str]:
    for place, entry in enumerate(entries):
        change = entry.change
        if place:
            yield ""
        head = f"{change.id:>4}  {say_date(change.day)}  {line_of(change.actor)}  "
        yield from _beside(head, change.label, screen, manner="bold")
        told = entry.for_here
        yield from _fields(told[:most], screen)
        more = len(told) - len(told[:most])
        if more:
            yield f"      … and {more} more: `send-actions history --plain` has them all"


def _fields(told: Sequence[FieldChange], screen: Screen) -> Iterator[str]:
    """Return the fields in aligned columns: what, which field, before → after."""
    things = [line_of(_thing(t)) for t in told]
    wide = max((width_of(thing) for thing in things), default=0)
    names = max((len(t.field) for t in told), default=0)
    if screen.width:
        wide = min(wide, screen.width // 4)
    for t, thing in zip(told, things, strict=True):
        start = " " * 6 + pad(fit(thing, wide), wide) + "  " + pad(t.field, names) + "  "
        yield from _beside(start, _arrow(t), screen)


def _beside(start: str, text: str, screen: Screen, manner: str = "") -> Iterator[str]:
    """Return a dim start and the text beside it, in as many lines as the screen asks for."""
    indent = width_of(start)
    room = max(_NARROWEST, screen.width - indent) if screen.width else None
    for number, line in enumerate(wrap(text, room)):
        yield (screen.paint(start, "dim") if number == 0 else " " * indent) + screen.paint(line, manner)


def _thing(told: FieldChange) -> str:
    if told.noun in ("action", "update", "due date") or told.about is None:
        return told.about or told.noun
    return f"{told.noun} {told.about}"


def _arrow(told: FieldChange) -> str:
    if told.before is None:
        return told.after or ""
    if told.before == told.after:
        return f"{told.after}, as before"
    return f"{told.before} → {told.after or 'nothing'}"


def _spelt_out(told: FieldChange) -> str:
    if told.before is None:
        return f"{told.field}: {told.after or 'nothing'}"
    now = "as before" if told.before == told.after else f"now {told.after or 'nothing'}"
    return f"{told.field}: was {told.before}, {now}"
