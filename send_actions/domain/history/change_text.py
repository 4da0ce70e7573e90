"""What changes did, in words: every field before and after, and undos and redos as what they took back.

An update or a due date is set against what was said before it on its own date, as the changes in force at
that record had it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from send_actions.domain.history.folding import as_due
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.history.undo import POINTS_AT
from send_actions.domain.plan import Change, Difference, Due, Said
from send_actions.domain.text import cut
from send_actions.domain.words.dates import say_date, say_due

Value = str | None
Raw = str | int | float | bool | None
_Whose = tuple[str, Value, int | None]
_NOTHING: Final = (None, None)
_Statement = tuple[date, int, int, Mapping[str, Any]]


class FieldChange(NamedTuple):
    """One field of one thing before and after, in readable words; None is nothing said.

    `about` is the action's ref, the area's number or another thing's name; `action_id` the action it belongs
    to, if any. `raw_before` and `raw_after` are the same for files: slugs, and dates as ISO text.
    """

    noun: str
    about: Value
    field: str
    before: Value
    after: Value
    action_id: int | None = None
    raw_before: Raw = None
    raw_after: Raw = None

    @property
    def is_private(self) -> bool:
        """Whether it is a private note, which never leaves the plan."""
        return self.field == "private note"

    def inverted(self) -> FieldChange:
        """Return it the other way round, as an undo has it."""
        return self._replace(
            before=self.after, after=self.before, raw_before=self.raw_after, raw_after=self.raw_before
        )


_INTERNAL: Final = frozenset({"imported_file", "import_mapping"})
"""Nouns that a change keeps for the program's own use; its label says what was brought in."""

_NOUNS: Final = {
    "progress_update": "update",
    "deadline": "due date",
    "action_support": "support",
    "action_dependency": "dependency",
    "finding_area": "answer to a finding",
    "action_measure": "measure moved",
}
_FIELDS: Final = {
    "on": "for",
    "ask": "asked of the board",
    "path": "path to green",
    "path_by": "path by",
    "impact_shown_by": "shown by",
    "agreed_meeting_id": "agreed at",
    "gone_on": "retired from",
    "needs_id": "depends on",
    "digest": "hash",
    "reached_on": "reached",
    "signs_off_from": "signed off by a meeting from",
}
_CLOSED: Final = frozenset({"status", "impact", "precision", "kind", "better"})
_CARRIED: Final = ("status", "impact", "ask", "path", "path_by", "look_again", "proof", "impact_shown_by")
_ORDER: Final = (
    *("ref", "number", "title", "status", "impact", "impact_shown_by", "note", "text", "private_note"),
    *("ask", "path", "path_by", "look_again", "proof", "no_change", "agreed_meeting_id", "heard"),
    "heard_from",
)
_RANKS: Final = {field: rank for rank, field in enumerate(_ORDER)}
_LONGEST: Final = {"digest": 12}
"""How many characters of a field are enough for people; files have it whole."""
_APART: Final = frozenset({"action_id", "id"})
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


class _Describer:
    """The plan as far as it has been described: its rows, what each action was given, and what is undone."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._rows: dict[tuple[str, int], dict[str, Any]] = {}
        self._stated: dict[tuple[str, int], list[_Statement]] = defaultdict(list)
        self._described: dict[int, tuple[FieldChange, ...]] = {}
        self._undoes: dict[int, int] = {}
        self._undone: set[int] = set()

    def describe(self, change: Change) -> tuple[FieldChange, ...]:
        if change.undoes is None:
            told = [d for d in change.differences[: self._most] if d.noun not in _INTERNAL]
            self._described[change.id] = tuple(f for d in told for f in self._difference(d, change))
            if self._most is not None:
                for difference in change.differences[self._most :]:
                    self._keep(difference, change)
        else:
            self._described[change.id] = self._turned(change.id, change.undoes)
        return self._described[change.id]

    def _turned(self, id_: int, undoes: int) -> tuple[FieldChange, ...]:
        """Return what an undo or redo did: the fields of the change it speaks of, turned round again."""
        self._undoes[id_] = undoes
        if undoes in self._undoes:
            self._undone.discard(self._undoes[undoes])
        else:
            self._undone.add(undoes)
        return tuple(field.inverted() for field in self._described.get(undoes, ()))

    def _keep(self, difference: Difference, change: Change) -> None:
        """Know of a difference without telling it."""
        key = (difference.noun, difference.row_id)
        if difference.field is not None:
            self._rows.setdefault(key, {})[difference.field] = difference.after
            return
        self._rows[key] = Said(difference.after)
        if difference.noun in STATEMENTS:
            on = date.fromisoformat(str(difference.after["on"]))
            stated = self._stated[(difference.noun, difference.after["action_id"])]
            stated.append((on, difference.row_id, change.id, difference.after))

    def _difference(self, difference: Difference, change: Change) -> Iterable[FieldChange]:
        key = (difference.noun, difference.row_id)
        if difference.field is None:
            self._rows[key] = Said(difference.after)
            yield from self._inserted(difference, change)
        else:
            yield self._edited(difference)
            self._rows.setdefault(key, {})[difference.field] = difference.after

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
        for name in sorted(row.keys() - apart, key=_place):
            is_today = name == "on" and str(row[name]) == change.day.isoformat()
            if not is_today and (told := self._told(whose, name, earlier.get(name), row[name])).after:
                yield told

    def _edited(self, difference: Difference) -> FieldChange:
        """Return the edit of one field; that of a step with its words, for an action has several."""
        field, before, after = str(difference.field), difference.before, difference.after
        told = self._told(self._whose(difference), field, before, after)
        if difference.noun != "step" or field == "words":
            return told
        words = self._rows.get(("step", difference.row_id), {}).get("words", "")
        before, after = (f"{words}, {text}" if text else None for text in (told.before, told.after))
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
                found |= {name: v for name, v in stated.items() if v and (is_due or name in _CARRIED)}
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
        named = _noun_name(noun), about, _field_name(noun, field)
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
        if isinstance(value, str):
            return (_text_in_words(field, value), value) if value else _NOTHING
        if value is None:
            return _NOTHING
        if isinstance(value, bool):
            return "yes" if value else None, value
        if isinstance(value, Due):
            return say_due(value), value.on.isoformat() if value.on else value.text
        if field not in POINTS_AT:
            return str(value), value
        name = self._name(POINTS_AT[field], value)
        is_meeting = POINTS_AT[field] == "meeting"
        return name, self._rows.get(("meeting", value), {}).get("on") if is_meeting else name


@cache
def _noun_name(noun: str) -> str:
    return _NOUNS.get(noun, noun.replace("_", " "))


@cache
def _field_name(noun: str, field: str) -> str:
    is_day = (noun, field) == ("meeting", "on")
    return "date" if is_day else _FIELDS.get(field, field.removesuffix("_id").replace("_", " "))


@cache
def _place(name: str) -> tuple[int, str]:
    """Return a key that sorts fields as people tell them."""
    return _RANKS.get(name, len(_RANKS)), name


def _text_in_words(field: str, text: str) -> str:
    """Return text that says something as people read it: a day in full, a slug without its hyphens."""
    if field in _CLOSED:
        return text.replace("-", " ")
    if len(text) == len("2026-03-31"):
        return _day_in_words(text)
    return cut(text, _LONGEST[field]) if field in _LONGEST else text


@lru_cache(maxsize=1024)
def _day_in_words(text: str) -> str:
    """Return a day in full; text that is none stays."""
    try:
        return say_date(date.fromisoformat(text))
    except ValueError:
        return text
