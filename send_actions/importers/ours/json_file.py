"""A list of actions that send-actions wrote as JSON, as the same list in CSV, and so read by one reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from send_actions.domain.plain_data import csv_text
from send_actions.domain.words.listed import Listed
from send_actions.errors import SendActionsError
from send_actions.importers.text_file import TextFile, read_text

ENDING: Final = ".json"

STATE: Final = "kept_as"
"""The column that keeps ref, area and state, which JSON says once for the whole list."""

Item = Mapping[str, Any]

_NESTED: Final[Mapping[str, tuple[str, str]]] = {
    "area_lead_role": ("area_lead", "role"),
    "area_lead_org": ("area_lead", "org"),
    "lead_role": ("lead", "role"),
    "lead_org": ("lead", "org"),
    "due": ("due", "date"),
    "due_precision": ("due", "precision"),
    "due_text": ("due", "text"),
}
"""The columns whose values stand inside another, with where."""
_PLAIN: Final = (
    *("ref", "area", "area_title", "theme", "title", "status", "impact", "start", "first_due"),
    *("updated_on", "note", "note_on", "ask", "ask_on", "success_measure"),
)


def read_json_list(path: Path) -> TextFile:
    """Return a list of ours as the text of a CSV file, whose rows are its items in their order.

    Raises SendActionsError for what is no JSON, or none of a list of actions.
    """
    file = read_text(path)
    try:
        told = json.loads(file.text)
    except (ValueError, RecursionError):
        raise SendActionsError(
            f"{file.name} is no JSON that can be read: bring in the list as CSV."
        ) from None
    items = told.get("items") if isinstance(told, dict) and told.get("kind") == "actions" else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise SendActionsError(
            f"{file.name} is no list of actions as send-actions writes it: make one with "
            "`send-actions list --json`, or bring in a workbook or CSV."
        )
    if not items:
        raise SendActionsError(f"{file.name} lists no action: there is nothing to bring in.")
    columns = _columns(told)
    held = {key for item in items for key in item}
    kept = {name: cell for name, cell in columns.items() if _NESTED.get(name, (name,))[0] in {*held, STATE}}
    rows: list[Sequence[Hashable]] = [tuple(kept)]
    for number, item in enumerate(items, start=1):
        rows.append([_text(file.name, number, name, cell(item)) for name, cell in kept.items()])
    return TextFile(file.name, csv_text(rows), file.guessed)


def _columns(told: Mapping[str, Any]) -> dict[str, Callable[[Item], Any]]:
    """Return how the value of each column is found in an item; the state is that of the whole list."""

    def inside(outer: str, inner: str) -> Callable[[Item], Any]:
        return lambda item: found.get(inner) if isinstance(found := item.get(outer), dict) else found

    def plain(name: str) -> Callable[[Item], Any]:
        return lambda item: item.get(name)

    def kept_as(item: Item) -> str:
        return _kept_as(item, told)

    return {
        **{name: plain(name) for name in _PLAIN},
        **{name: inside(*where) for name, where in _NESTED.items()},
        "partners": lambda item: _joined(item.get("partners")),
        STATE: kept_as,
    }


def _kept_as(item: Item, told: Mapping[str, Any]) -> str:
    try:
        as_at, record = date.fromisoformat(str(told.get("as_at"))), int(told.get("record") or "")
    except (ValueError, TypeError):
        return str(Listed(str(item.get("ref")), str(item.get("area"))))
    return str(Listed(str(item.get("ref")), str(item.get("area")), as_at, record))


def _joined(partners: Any) -> Any:
    if isinstance(partners, list) and all(isinstance(one, str) for one in partners):
        return "; ".join(partners)
    return partners


def _text(name: str, number: int, column: str, value: Any) -> str:
    """Return a value as a cell has it; raises SendActionsError for one that is no text."""
    if value is None:
        return ""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise SendActionsError(
        f"{name}: what item {number} says under “{column}” is no text: bring in the list as CSV."
    )
