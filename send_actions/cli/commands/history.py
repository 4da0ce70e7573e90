"""`history`: what was changed, by whom and when, every field before and after; newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import typer

from send_actions.cli.options import AsAt, Csv, Db, Json, OptionalRef, Plain, Record
from send_actions.cli.output import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import sentence_end
from send_actions.cli.plan_view import open_plan
from send_actions.cli.terminal import Terminal, fit, is_terminal, line_of, pad, width_of, wrap
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
    fields: tuple[FieldChange, ...]

    @property
    def for_others(self) -> tuple[FieldChange, ...]:
        """What it did, without private notes, which never leave the plan."""
        return tuple(f for f in self.fields if not f.is_private)

    @property
    def for_here(self) -> tuple[FieldChange, ...]:
        """What it did, with private notes on a terminal alone."""
        return self.fields if is_terminal() else self.for_others


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
    with open_plan(context, db, as_at, record) as view:
        action = view.action(ref) if ref is not None else None
        changes = read_changes(view.reading, record=record)
        entries = _entries(changes, action.id if action else None)
        entries = [entry for entry in entries if entry.change.day <= view.plan.as_at]
        count = f"{len(entries) or 'No'} change{'' if len(entries) == 1 else 's'}"
        listing = Listing(
            kind="changes",
            items=lambda: [_item(entry) for entry in entries],
            rows=lambda: _rows(entries),
            lines=lambda: (line for entry in entries for line in _lines(entry)),
            table=lambda terminal: _page(entries, terminal, most=None if action else _MOST),
            summary=f"{count}{f' of {action.ref}' if action else ''} ({stamp(view)}).",
            private=sum(t.is_private for entry in entries for t in entry.fields),
        )
        page = page_of(listing, view, as_json=as_json, as_csv=as_csv, plain=plain)
    write_page(page)


def _entries(changes: Sequence[Change], action_id: int | None) -> list[Entry]:
    """Return the changes newest first; for one action only those that did something to it."""
    fields = describe_changes(changes)
    entries = [Entry(change, fields[change.id]) for change in reversed(changes)]
    if action_id is None:
        return entries
    own = [Entry(e.change, tuple(t for t in e.fields if t.action_id == action_id)) for e in entries]
    return [entry for entry in own if entry.fields]


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


def _page(entries: Sequence[Entry], terminal: Terminal, most: int | None) -> Iterator[str]:
    for index, entry in enumerate(entries):
        change = entry.change
        if index:
            yield ""
        head = f"{change.id:>4}  {say_date(change.day)}  {line_of(change.actor)}  "
        yield from _beside(head, change.label, terminal, style="bold")
        fields = entry.for_here
        yield from _fields(fields[:most], terminal)
        more = len(fields) - len(fields[:most])
        if more:
            yield f"      … and {more} more: `send-actions history --plain` has them all"


def _fields(fields: Sequence[FieldChange], terminal: Terminal) -> Iterator[str]:
    """Return the fields in aligned columns: what, which field, before → after."""
    things = [line_of(_thing(t)) for t in fields]
    wide = max((width_of(thing) for thing in things), default=0)
    names = max((len(t.field) for t in fields), default=0)
    if terminal.width:
        wide = min(wide, terminal.width // 4)
    for t, thing in zip(fields, things, strict=True):
        start = " " * 6 + pad(fit(thing, wide), wide) + "  " + pad(t.field, names) + "  "
        yield from _beside(start, _arrow(t), terminal)


def _beside(start: str, text: str, terminal: Terminal, style: str = "") -> Iterator[str]:
    """Return a dim start and the text beside it, in as many lines as the terminal asks for."""
    indent = width_of(start)
    room = max(_NARROWEST, terminal.width - indent) if terminal.width else None
    for number, line in enumerate(wrap(text, room)):
        yield (terminal.paint(start, "dim") if number == 0 else " " * indent) + terminal.paint(line, style)


def _thing(change: FieldChange) -> str:
    if change.noun in ("action", "update", "due date") or change.about is None:
        return change.about or change.noun
    return f"{change.noun} {change.about}"


def _arrow(change: FieldChange) -> str:
    if change.before is None:
        return change.after or ""
    if change.before == change.after:
        return f"{change.after}, as before"
    return f"{change.before} → {change.after or 'nothing'}"


def _spelt_out(change: FieldChange) -> str:
    if change.before is None:
        return f"{change.field}: {change.after or 'nothing'}"
    now = "as before" if change.before == change.after else f"now {change.after or 'nothing'}"
    return f"{change.field}: was {change.before}, {now}"
