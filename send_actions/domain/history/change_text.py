"""What changes did, in words: every field before and after, and undos and redos as what they took back.

An update or a due date is set against what was said before it on its own date, as the changes in force at
that record had it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from send_actions.domain.history.field_names import field_name, noun_name, place_of
from send_actions.domain.history.field_values import say_value
from send_actions.domain.history.folding import as_due
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.history.undo import POINTS_AT
from send_actions.domain.plan import Change, Difference, Due, Said
from send_actions.domain.words.dates import say_date, say_due

Value = str | None
Raw = str | int | float | bool | None
_Whose = tuple[str, Value, int | None]
_NOTHING: Final = (None, None)
_Statement = tuple[date, int, int, Mapping[str, Any]]
_Cell = tuple[str, int, str]


class FieldChange(NamedTuple):
    """One field of one thing before and after, in readable words; None is nothing said.

    `about` is the action's ref, the area's number or another thing's name; `action_id` the action it belongs
    to, if any, `moved_to` the one it goes to with this. `raw_before` and `raw_after` are the same for files:
    slugs, and dates as ISO text. A note takes no other's place: `stood` is the newest before it, or after it
    was taken back.
    """

    noun: str
    about: Value
    field: str
    before: Value
    after: Value
    action_id: int | None = None
    raw_before: Raw = None
    raw_after: Raw = None
    stood: Value = None
    moved_to: int | None = None

    @property
    def was(self) -> str:
        """What stood before it."""
        return self.before or self.stood or "nothing"

    @property
    def now(self) -> str:
        """What stands after it."""
        return self.after or self.stood or "nothing"

    @property
    def is_private(self) -> bool:
        """Whether it is a private note, which never leaves the plan."""
        return self.field == "private note"

    def is_of(self, action_id: int) -> bool:
        """Whether it speaks of an action: the one that its thing belongs to, or goes to with this."""
        return action_id in (self.action_id, self.moved_to)

    def inverted(self) -> FieldChange:
        """Return it the other way round, as an undo has it."""
        return self._replace(
            before=self.after, after=self.before, raw_before=self.raw_after, raw_after=self.raw_before
        )


TAKEN_BACK: Final = "taken back"
"""What is told of a note that was taken back beneath a newer one."""

_INTERNAL: Final = frozenset({"imported_file", "import_mapping"})
"""Nouns that a change keeps for the program's own use; its label says what was brought in."""

_CARRIED: Final = ("status", "impact", "ask", "path", "path_by", "look_again", "proof", "impact_shown_by")
_BESIDE: Final = {"note": "note", "private note": "private_note"}
_APART: Final = frozenset({"action_id", "id", "precision", "due_text"})
_IN_ITS_NAME: Final = _APART | {"on", "listed_on"}
"""Fields of a row that are not told of it, and those of a meeting."""


def describe_changes(
    changes: Iterable[Change], most: int | None = None
) -> dict[int, tuple[FieldChange, ...]]:
    """Return what each change did by its id; all changes must be given, from the first on.

    With `most` only so many of the differences of each are told; the others are known of.
    """
    describer = _Describer(most)
    return {change.id: describer.describe(change) for change in changes}


def describe_some(
    before: Iterable[Change], change: Change, is_told: Callable[[Difference], bool]
) -> Iterator[FieldChange]:
    """Yield what some differences of a change did; `before` are all changes before it, from the first on."""
    describer = _Describer(0)
    for earlier in before:
        describer.describe(earlier)
    for difference in change.differences:
        if is_told(difference):
            yield from describer.difference(difference, change)
        else:
            describer.keep(difference, change)


class _Describer:
    """The plan as far as it has been described: its rows, what each action was given, and what is undone."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._rows: dict[tuple[str, int], dict[str, Any]] = {}
        self._stated: dict[tuple[str, int], list[_Statement]] = defaultdict(list)
        self._described: dict[int, tuple[FieldChange, ...]] = {}
        self._edits: dict[_Cell, list[tuple[int, Difference]]] = defaultdict(list)
        self._cells: dict[int, list[_Cell]] = defaultdict(list)
        self._undoes: dict[int, int] = {}
        self._undone: set[int] = set()

    def describe(self, change: Change) -> tuple[FieldChange, ...]:
        if change.undoes is None:
            told = [d for d in change.differences[: self._most] if d.noun not in _INTERNAL]
            self._described[change.id] = tuple(f for d in told for f in self.difference(d, change))
            if self._most is not None:
                for difference in change.differences[self._most :]:
                    self.keep(difference, change)
        else:
            self._described[change.id] = self._turned(change.id, change.undoes)
        return self._described[change.id]

    def _turned(self, id_: int, undoes: int) -> tuple[FieldChange, ...]:
        """Return what an undo or redo did: the fields of the change it speaks of, turned round again."""
        self._undoes[id_] = undoes
        turned = self._undoes.get(undoes, undoes)
        if turned == undoes:
            self._undone.add(turned)
        else:
            self._undone.discard(turned)
        for noun, row_id, name in self._cells[turned]:
            edits = self._edits[noun, row_id, name]
            in_force = [edit.after for change_id, edit in edits if change_id not in self._undone]
            self._rows[noun, row_id][name] = in_force[-1] if in_force else edits[0][1].before
        return tuple(self._beside(field.inverted(), turned) for field in self._described.get(undoes, ()))

    def _beside(self, told: FieldChange, change_id: int) -> FieldChange:
        """Return a note that was taken back or brought back with the newest that stands beside it.

        One that was not itself the newest leaves in its place nothing that did not stand before.
        """
        name = _BESIDE.get(told.field)
        if name is None or told.noun != noun_name("progress_update"):
            return told
        notes: list[tuple[date, int, bool, str]] = [
            (on, row_id, born == change_id, row[name])
            for on, row_id, born, row in self._stated["progress_update", told.action_id or 0]
            if row.get(name) and (born == change_id or born not in self._undone)
        ]
        newest = max(notes, default=None)
        if told.after is None and newest and not newest[2]:
            return told._replace(stood=TAKEN_BACK)
        others = [note for note in notes if not note[2]]
        return told._replace(stood=self._said(name, max(others)[3])[0] if others else None)

    def keep(self, difference: Difference, change: Change) -> None:
        """Know of a difference without telling it."""
        key = (difference.noun, difference.row_id)
        if difference.field is not None:
            self._edit(difference, change)
            return
        self._rows[key] = Said(difference.after)
        if difference.noun in STATEMENTS:
            on = date.fromisoformat(str(difference.after["on"]))
            stated = self._stated[(difference.noun, difference.after["action_id"])]
            stated.append((on, difference.row_id, change.id, difference.after))

    def difference(self, difference: Difference, change: Change) -> Iterable[FieldChange]:
        key = (difference.noun, difference.row_id)
        if difference.field is None:
            self._rows[key] = Said(difference.after)
            yield from self._inserted(difference, change)
        else:
            yield self._edited(difference)
            self._edit(difference, change)

    def _edit(self, difference: Difference, change: Change) -> None:
        """Keep an edit, so that the row says what is in force when that is taken back."""
        cell = (difference.noun, difference.row_id, str(difference.field))
        self._edits[cell].append((change.id, difference))
        self._cells[change.id].append(cell)
        self._rows.setdefault(cell[:2], {})[cell[2]] = difference.after

    def _inserted(self, difference: Difference, change: Change) -> Iterable[FieldChange]:
        """Return a new row's fields that say something, against what was said before of the same."""
        row = difference.after
        if difference.noun == "deadline":
            yield from self._due(difference, change)
            return
        if difference.noun == "step":
            row = {**row, "step": self._step(row), "words": "", "due": None, "precision": None, "text": ""}
        earlier = self._earlier(difference, change) if difference.noun == "progress_update" else {}
        whose = self._whose(difference)
        apart = _IN_ITS_NAME if difference.noun == "meeting" else _APART
        for name in sorted(row.keys() - apart, key=place_of):
            if name == "on" and str(row[name]) == change.day.isoformat():
                continue
            stood, is_beside = earlier.get(name), name in _BESIDE.values()
            told = self._told(whose, name, None if is_beside else stood, row[name])
            if told.after:
                yield told._replace(stood=self._said(name, stood)[0]) if is_beside else told

    def _edited(self, difference: Difference) -> FieldChange:
        """Return the edit of one field; that of a step with its words, for an action has several."""
        field, before, after = str(difference.field), difference.before, difference.after
        told = self._told(self._whose(difference), field, before, after)
        if field == "action_id":
            return told._replace(moved_to=after)
        if difference.noun != "step" or field == "words":
            return told
        words = self._rows.get(("step", difference.row_id), {}).get("words", "")
        before, after = (f"{words}, {text}" if words and text else text for text in (told.before, told.after))
        return told._replace(before=before, after=after)

    def _step(self, row: Mapping[str, Any]) -> str:
        due = as_due(row["due"], row["precision"], row["text"])
        return f"{row['words']}, by {say_due(due)}" if due else row["words"]

    def _due(self, difference: Difference, change: Change) -> Iterable[FieldChange]:
        row = difference.after
        earlier = self._earlier(difference, change)
        before, after = (as_due(r.get("due"), r.get("precision"), r.get("text")) for r in (earlier, row))
        whose = self._whose(difference)
        yield self._told(whose, "due", before, after)
        for name in ("reason", "agreed_meeting_id", "minute"):
            if (told := self._told(whose, name, None, row.get(name))).after:
                yield told
        if str(row["on"]) != change.day.isoformat():
            yield self._told(whose, "on", None, row["on"])

    def _earlier(self, difference: Difference, change: Change) -> dict[str, Any]:
        """Return what stood said of the action on this row's date, and keep the row for those after it."""
        row = difference.after
        on = date.fromisoformat(str(row["on"]))
        kept = self._stated[(difference.noun, row["action_id"])]
        found: dict[str, Any] = {}
        is_due = difference.noun == "deadline"
        for day, _, born, stated in sorted(kept, key=lambda entry: entry[:2]):
            if day <= on and born not in self._undone:
                known = stated if is_due else (*_CARRIED, *_BESIDE.values())
                found |= {name: v for name in known if (v := stated.get(name))}
        kept.append((on, difference.row_id, change.id, row))
        return found

    def _whose(self, difference: Difference) -> _Whose:
        """Return the noun of a difference, what people call its thing, and the action it belongs to."""
        noun, row_id = difference.noun, difference.row_id
        action_id = row_id if noun == "action" else self._rows.get((noun, row_id), {}).get("action_id")
        return noun, self._name("action", action_id) if action_id else self._name(noun, row_id), action_id

    def _told(self, whose: _Whose, field: str, before: Any, after: Any) -> FieldChange:
        noun, about, action_id = whose
        was, raw_was = _NOTHING if before is None else self._said(field, before)
        now, raw_now = self._said(field, after)
        named = noun_name(noun), about, field_name(noun, field)
        return FieldChange(*named, was, now, action_id, raw_was, raw_now)

    def _name(self, noun: str, row_id: int) -> Value:
        """Return what people call a thing."""
        row = self._rows.get((noun, row_id), {})
        if noun == "owner":
            return ", ".join(part for part in (row.get("role"), row.get("organisation")) if part) or None
        if noun == "meeting":
            return f"{row.get('series', '')}, {say_date(date.fromisoformat(row['on']))}" if row else None
        if noun not in ("action", "measure"):
            for name, refers in (("area_id", "area"), ("measure_id", "measure"), ("meeting_id", "meeting")):
                if row.get(name):
                    return self._name(refers, row[name])
        for name in ("ref", "number", "title", "text", "status"):
            if row.get(name):
                return str(row[name])
        return None

    def _said(self, field: str, value: Any) -> tuple[Value, Raw]:
        """Return a value in words, None for nothing said, and as files have it: a meeting by its date."""
        if isinstance(value, date):
            value = value.isoformat()
        if value is None or value == "":
            return _NOTHING
        if field in POINTS_AT:
            name = self._name(POINTS_AT[field], value)
            is_meeting = POINTS_AT[field] == "meeting"
            return name, self._rows.get(("meeting", value), {}).get("on") if is_meeting else name
        raw = (value.on.isoformat() if value.on else value.text) if isinstance(value, Due) else value
        return say_value(field, value), raw
