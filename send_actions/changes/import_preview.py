"""What an import would change, a line for each thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from send_actions.domain.history.change_text import describe_some
from send_actions.domain.history.field_values import say_value
from send_actions.domain.history.folding import as_due
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Change, Difference
from send_actions.domain.text import cut, printable

_LONGEST = 60
_NAMED = {
    "action": ("ref",),
    "area": ("number",),
    "measure": ("title",),
    "owner": ("role", "organisation"),
}
"""What a file can add, with the columns that name it."""

_JUDGED = "judgement"
"""What is said of how an area stands as a whole."""

_UNTOLD = ("imported_file", "import_mapping")
"""What is kept beside the plan for the next file."""


_PARTS = {
    **dict.fromkeys((*STATEMENTS, "step"), ("action",)),
    **dict.fromkeys(("reading", "milestone"), ("measure",)),
    "action_measure": ("action", "measure"),
}
"""What is said of an action or of a measure, which goes without saying where that is new."""

_Thing = tuple[str, int]


def preview_lines(change: Change, before: Callable[[], Sequence[Change]]) -> list[str]:
    """Return a line for each field that would differ, then for each thing that would be new, owners last.

    Where something would be said again that stands already, one line says of how many actions. `before` reads
    all changes before it, from the first on, where there is something to be set against them.
    """
    new = {(d.noun, d.row_id) for d in change.differences if d.noun in ("action", "measure") and not d.field}
    is_any_other = not all(_is_of_new(difference, new) for difference in change.differences)
    lines = [*(_revised(before(), change, new) if is_any_other else ()), *_added(change, new)]
    return [printable(" ".join(line.split())) for line in lines]


def _is_of_new(difference: Difference, new: Collection[_Thing]) -> bool:
    """Say whether it made a thing that was not there, or says something of one that was not."""
    if difference.field is not None:
        return False
    of_new = any((thing, difference.after[f"{thing}_id"]) in new for thing in _PARTS.get(difference.noun, ()))
    return of_new or difference.noun in _NAMED or difference.noun in _UNTOLD


def _revised(before: Sequence[Change], change: Change, new: Collection[_Thing]) -> Iterator[str]:
    """Yield a line for each field of what is there that would differ, and one for what is said again."""
    again, differing = set[str](), set[str]()
    for f in describe_some(before, change, lambda difference: not _is_of_new(difference, new)):
        if f.field == "for" or (f.noun == _JUDGED and f.field != "status"):
            continue
        if f.before == f.after or f.was == f.now:
            again.add(str(f.about))
        else:
            thing = f"area {f.about}" if f.noun in ("area", _JUDGED) else str(f.about)
            differing.add(str(f.about))
            said = "judged" if f.noun == _JUDGED else f.field
            yield f"{thing} {said}: {_words(f.was)} → {_words(f.now)}"
    again -= differing
    if again:
        many = f"{len(again)} actions" if len(again) > 1 else next(iter(again))
        yield f"said again as it stood: {many}"


def _added(change: Change, new: Collection[_Thing]) -> Iterator[str]:
    """Yield a line for each thing that would be new, with what it comes with."""
    told: dict[tuple[str, int], dict[str, str | None]] = {}
    for difference in change.differences:
        noun, row = difference.noun, difference.after
        if difference.field is None and noun in _NAMED:
            name = ", ".join(filter(None, (row[column] for column in _NAMED[noun])))
            title = say_value("title", row["title"]) if noun != "measure" else None
            told[noun, difference.row_id] = {"name": name, "title": title}
        elif noun in STATEMENTS and ("action", row["action_id"]) in new:
            of_action = told["action", row["action_id"]]
            if noun == "deadline":
                _take_due(of_action, row)
            elif row["status"]:
                of_action["status"] = say_value("status", row["status"])
    for thing in sorted(told, key=lambda thing: thing[0] == "owner"):
        yield _new(thing[0], told[thing])


def _take_due(of_action: dict[str, str | None], row: Mapping[str, Any]) -> None:
    """Take a due date that is said of a new action, and where it is moved the first beside it."""
    due, before = _due(row["due"], row["precision"], row["text"]), of_action.get("due")
    if before and due and before != due:
        of_action.setdefault("first", before)
        of_action["agreed"] = "" if row.get("agreed_meeting_id") else ", not yet agreed"
    of_action["due"] = due


def _new(noun: str, said: Mapping[str, str | None]) -> str:
    """Return a line for a new thing: its name, its title, and the status and due date it comes with."""
    title = f": {_words(said['title'])}" if said["title"] else ""
    status, due = said.get("status"), said.get("due")
    moved = f", first {said['first']}{said['agreed']}" if said.get("first") else ""
    parts = [part for part in (status, f"due {due}{moved}" if due else "") if part]
    return f"new {noun} {said['name']}{title}" + (f" ({', '.join(parts)})" if parts else "")


@lru_cache(maxsize=4096)
def _due(on: str | None, precision: str | None, text: str | None) -> str | None:
    return say_value("due", as_due(on, precision, text))


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"
