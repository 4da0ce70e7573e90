"""`history`: what was changed, by whom and when, every field before and after; newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

from send_actions.cli.options import OptionalRef, ViewOptions, grouped_options
from send_actions.cli.pages import Listing, page_of, stamp, write_page
from send_actions.cli.phrases import counted, sentence_end
from send_actions.cli.plan_view import PlanView, open_plan, with_refs
from send_actions.cli.terminal import Terminal, fit, is_terminal, line_of, pad, wrap
from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.noun import Noun
from send_actions.domain.plan import Action, Change
from send_actions.domain.text import width_of
from send_actions.domain.words.dates import say_date
from send_actions.store.history_reader import (
    Size,
    read_change_heads,
    read_changes,
    read_changes_of,
    read_first_differences,
)
from send_actions.store.reader import Reader, read_bare

_MOST = 12
_READ = 40
"""How many fields of a change are shown on a screen, and how many of its rows are read for them."""

_NARROWEST = 20


class Entry(Noun):
    """A change and the fields it changed."""

    change: Change
    fields: tuple[FieldChange, ...]
    size: Size | None = None
    """How large the change is, where only its first fields are here."""

    @property
    def private(self) -> int:
        """How many private notes it has."""
        return self.size.private if self.size else sum(field.is_private for field in self.fields)

    @property
    def for_others(self) -> tuple[FieldChange, ...]:
        """Its fields without private notes, which never leave the plan."""
        return tuple(field for field in self.fields if not field.is_private)

    @property
    def for_here(self) -> tuple[FieldChange, ...]:
        """Its fields with private notes on a terminal alone."""
        return self.fields if is_terminal() else self.for_others


@grouped_options
def list_changes(ref: OptionalRef = None, *, options: ViewOptions) -> None:
    """List what was changed, newest first: of one action, or of the whole plan.

    send-actions history 9.3
    """
    with open_plan(options.db, options.as_at, options.record, with_refs([ref]) if ref else read_bare) as view:
        action = view.action(ref) if ref is not None else None
        last = _last(view, options)
        if action:
            entries = _of(action, view.reading, last)
        elif options.as_json or options.as_csv or options.plain:
            entries = _all(view.reading, last)
        else:
            entries = _first(view.reading, last)
        if options.as_at is not None:
            entries = [entry for entry in entries if entry.change.day <= view.plan.as_at]
        of_action = f" of {action.ref}" if action else ""
        listing = Listing(
            kind="changes",
            items=lambda: [_item(entry) for entry in entries],
            rows=lambda: _rows(entries),
            lines=lambda: (line for entry in entries for line in _lines(entry)),
            table=lambda terminal: _table(entries, terminal, most=None if action else _MOST),
            summary=f"{counted(len(entries), 'change')}{of_action} ({stamp(view)}).",
            private=sum(entry.private for entry in entries),
        )
        page = page_of(listing, view, options)
    write_page(page)


def _last(view: PlanView, options: ViewOptions) -> int | None:
    """Return the last record that is shown, behind which nothing is read; None for the latest there is."""
    if options.as_at is None:
        return options.record
    heads = read_change_heads(view.reading, options.record)
    return max((head.id for head in heads if head.day <= view.plan.as_at), default=0)


def _of(action: Action, reading: Reader, record: int | None) -> list[Entry]:
    """Return the changes of one action newest first, with what they did to it."""
    changes = read_changes_of(reading, action.id, record)
    fields = describe_changes(changes)
    own = [
        (change, tuple(f for f in fields[change.id] if f.is_of(action.id))) for change in reversed(changes)
    ]
    return [Entry(change, its) for change, its in own if its]


def _all(reading: Reader, record: int | None) -> list[Entry]:
    """Return the changes newest first, with all that they did."""
    changes = read_changes(reading, record=record)
    fields = describe_changes(changes)
    return [Entry(change, fields[change.id]) for change in reversed(changes)]


def _first(reading: Reader, record: int | None) -> list[Entry]:
    """Return the changes newest first, with the first of what they did; an undo is as large as its change."""
    changes, sizes = read_first_differences(reading, _READ, record)
    fields = describe_changes(changes, _READ)
    for change in changes:
        if change.undoes is not None:
            sizes[change.id] = sizes.get(change.undoes, Size())
    return [Entry(change, fields[change.id], sizes.get(change.id, Size())) for change in reversed(changes)]


def _head(change: Change) -> dict[str, Any]:
    at = change.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    day = change.day.isoformat()
    head = {"id": change.id, "at": at, "day": day, "actor": change.actor}
    return head | {"label": change.label, "undoes": change.undoes}


def _item(entry: Entry) -> dict[str, Any]:
    rows = [
        {"noun": f.noun, "ref": f.about, "field": f.field, "before": f.raw_before, "after": f.raw_after}
        for f in entry.for_others
    ]
    return _head(entry.change) | {"rows": rows}


def _rows(entries: Sequence[Entry]) -> Iterator[Sequence[object]]:
    """Return a line for each field; a change without any that is shown has one line."""
    yield "id", "at", "day", "actor", "label", "undoes", "noun", "ref", "field", "before", "after"
    for entry in entries:
        item = _item(entry)
        for row in item.pop("rows") or [dict.fromkeys(("noun", "ref", "field", "before", "after"))]:
            yield (*item.values(), *row.values())


def _lines(entry: Entry) -> Iterator[str]:
    change = entry.change
    yield line_of(f"Record {change.id}, {say_date(change.day)}, {change.actor}: {sentence_end(change.label)}")
    for field in entry.for_here:
        yield line_of(f"Record {change.id}, {_thing(field)}, {_spelt_out(field)}")


def _table(entries: Sequence[Entry], terminal: Terminal, most: int | None) -> Iterator[str]:
    for index, entry in enumerate(entries):
        change = entry.change
        if index:
            yield ""
        head = f"{change.id:>4}  {say_date(change.day)}  {line_of(change.actor)}  "
        yield from _beside(head, change.label, terminal, style="bold")
        fields = entry.for_here
        shown = fields[:most]
        yield from _fields(shown, terminal)
        more = len(fields) - len(shown)
        if entry.size and entry.size.differences > _READ:
            rows = f"{entry.size.differences:,} rows"
            yield f"      … and more of its {rows}: `send-actions history --plain` has them all"
        elif more:
            yield f"      … and {more} more: `send-actions history --plain` has them all"


def _fields(fields: Sequence[FieldChange], terminal: Terminal) -> Iterator[str]:
    """Return the fields in aligned columns: what, which field, before → after."""
    things = [line_of(_thing(field)) for field in fields]
    wide = max((width_of(thing) for thing in things), default=0)
    names = max((len(field.field) for field in fields), default=0)
    if terminal.width:
        wide = min(wide, terminal.width // 4)
    for field, thing in zip(fields, things, strict=True):
        start = " " * 6 + pad(fit(thing, wide), wide) + "  " + pad(field.field, names) + "  "
        yield from _beside(start, _arrow(field), terminal)


def _beside(start: str, text: str, terminal: Terminal, style: str = "") -> Iterator[str]:
    """Return a dim start and the text beside it, in as many lines as the terminal asks for."""
    indent = width_of(start)
    room = max(_NARROWEST, terminal.width - indent) if terminal.width else None
    for number, line in enumerate(wrap(text, room)):
        yield (terminal.paint(start, "dim") if number == 0 else " " * indent) + terminal.paint(line, style)


def _thing(field: FieldChange) -> str:
    if field.noun in ("action", "update", "due date") or field.about is None:
        return field.about or field.noun
    return f"{field.noun} {field.about}"


def _arrow(field: FieldChange) -> str:
    if field.before is None:
        return field.after or ""
    if field.before == field.after:
        return f"{field.after}, as before"
    return f"{field.before} → {field.now}"


def _spelt_out(field: FieldChange) -> str:
    if field.before is None:
        return f"{field.field}: {field.now}"
    now = "as before" if field.before == field.after else f"now {field.now}"
    return f"{field.field}: was {field.before}, {now}"
