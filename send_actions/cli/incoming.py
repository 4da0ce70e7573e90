"""What an import would do, line by line: what it revises first, then what is new, owners last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, printable

_LONGEST = 60


def would_say(changes: Sequence[Change], change: Change) -> list[str]:
    """Return a line for each field that would differ and each thing that would be new.

    `changes` are all those before it, from the first on.
    """
    told = describe_changes([*changes, change])[change.id]
    new = {(d.noun, d.row_id) for d in change.differences if d.field is None}
    areas = {str(d.after["number"]) for d in change.differences if (d.noun, d.field) == ("area", None)}
    revised = []
    of_new: dict[str, list[FieldChange]] = defaultdict(list)
    for t in told:
        if t.noun == "owner" or (t.noun == "area" and t.about in areas) or ("action", t.action_id) in new:
            of_new[f"{'action' if t.action_id else t.noun} {t.about}"].append(t)
        elif t.field != "for" and t.noun != "imported file":
            revised.append(_revised(t))
    added = [f"new {thing}{_new(fields)}" for thing, fields in of_new.items()]
    added.sort(key=lambda line: line.startswith("new owner "))
    return [_line(line) for line in (*revised, *added)]


def _revised(told: FieldChange) -> str:
    thing = f"area {told.about}" if told.noun == "area" else str(told.about)
    return f"{thing} {told.field}: {_words(told.before)} → {_words(told.after)}"


def _new(fields: Sequence[FieldChange]) -> str:
    """Return a new thing's title, and the status and due date it comes with."""
    said = {told.field: told.after for told in fields}
    title = f": {_words(said['title'])}" if "title" in said else ""
    parts = list(_parts(said))
    return title + (f" ({', '.join(parts)})" if parts else "")


def _parts(said: dict[str, str | None]) -> Iterator[str]:
    if said.get("status"):
        yield str(said["status"])
    if said.get("due"):
        yield f"due {said['due']}"


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
