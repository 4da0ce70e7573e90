"""What an import would change, a line for each thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, printable

_LONGEST = 60


def preview_lines(changes: Sequence[Change], change: Change) -> list[str]:
    """Return a line for each field that would differ, then for each thing that would be new, owners last.

    Where something would be said again that stands already, one line says of how many actions. `changes` are
    all those before it, from the first on.
    """
    new = {(d.noun, d.row_id) for d in change.differences if d.field is None}
    areas = {str(d.after["number"]) for d in change.differences if (d.noun, d.field) == ("area", None)}
    revised, again, differing = [], set[str](), set[str]()
    of_new: dict[str, list[FieldChange]] = defaultdict(list)
    for f in describe_changes([*changes, change])[change.id]:
        if f.noun == "owner" or (f.noun == "area" and f.about in areas) or ("action", f.action_id) in new:
            of_new[f"{'action' if f.action_id else f.noun} {f.about}"].append(f)
        elif f.field != "for" and f.before == f.after:
            again.add(str(f.about))
        elif f.field != "for":
            thing = f"area {f.about}" if f.noun == "area" else str(f.about)
            differing.add(str(f.about))
            revised.append(f"{thing} {f.field}: {_words(f.was)} → {_words(f.now)}")
    added = [f"new {thing}{_new(fields)}" for thing, fields in of_new.items()]
    added.sort(key=lambda line: line.startswith("new owner "))
    again -= differing
    if again:
        many = f"{len(again)} actions" if len(again) > 1 else next(iter(again))
        revised.append(f"said again as it stood: {many}")
    return [printable(" ".join(line.split())) for line in (*revised, *added)]


def _new(fields: Sequence[FieldChange]) -> str:
    """Return a new thing's title, and the status and due date it comes with."""
    values = {field.field: field.after for field in fields}
    title = f": {_words(values['title'])}" if "title" in values else ""
    status, due = values.get("status"), values.get("due")
    parts = [part for part in (status, f"due {due}" if due else "") if part]
    return title + (f" ({', '.join(parts)})" if parts else "")


def _words(text: str | None) -> str:
    return cut(" ".join(text.split()), _LONGEST) if text else "nothing"
