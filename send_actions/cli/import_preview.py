"""What an import would do, line by line: what it revises first, then what is new, owners last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, printable

_LONGEST = 60


def preview_lines(changes: Sequence[Change], change: Change) -> list[str]:
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


def _revised(change: FieldChange) -> str:
    thing = f"area {change.about}" if change.noun == "area" else str(change.about)
    return f"{thing} {change.field}: {_words(change.before)} → {_words(change.after)}"


def _new(fields: Sequence[FieldChange]) -> str:
    """Return a new thing's title, and the status and due date it comes with."""
    values = {change.field: change.after for change in fields}
    title = f": {_words(values['title'])}" if "title" in values else ""
    parts = list(_parts(values))
    return title + (f" ({', '.join(parts)})" if parts else "")


def _parts(values: dict[str, str | None]) -> Iterator[str]:
    if values.get("status"):
        yield str(values["status"])
    if values.get("due"):
        yield f"due {values['due']}"


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
