"""What a row of a council's file and the plan say of an action, field by field, as values to compare."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.history.rows_in_force import split_partners
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import is_unread
from send_actions.importers.cell_text import is_echo
from send_actions.importers.ours.listed_values import action_values, is_same_value
from send_actions.importers.plan_lines import ActionLine

DATED: Final = frozenset({"status", "impact", "due", "note", "ask"})
"""What is said for a date, and compared with the plan as at the date that the file speaks of."""

_AS_SAID: Final = ("title", "success_measure", "start", "status", "impact", "note", "ask")
_OWNERS: Final = ("lead", "sro")
_OF_DUE: Final[Mapping[str, Any]] = {
    "due": None,
    "due_cells": None,
    "due_is_doubtful": False,
    "revised": None,
    "revised_reason": "",
    "has_unread_move": False,
}


def values_of(action: Action, plan: Plan, areas: Mapping[int, str]) -> dict[str, Any]:
    """Return what the plan says of an action; `areas` has the numbers that areas have by now."""
    sro = (action.sro.role, action.sro.organisation) if action.sro else None
    values = action_values(action, plan) | {"sro": sro}
    notes = tuple(filter(None, (action.note, action.reason)))
    return values | {"area": areas.get(action.area_id, values["area"]), "note": _Notes(notes)}


def values_said(
    line: ActionLine, known: Due | None, dated: Action | None, on: date, numbers: Mapping[str, str]
) -> dict[str, Any]:
    """Return what a row says; what it leaves unsaid is not there.

    `known` is the due date and `dated` the action that it is compared with, `numbers` are those of the areas.
    """
    said = {name: getattr(line, name) for name in _AS_SAID}
    said |= {name: _pair(getattr(line, name)) for name in _OWNERS}
    said["partners"] = "; ".join(split_partners(line.partners or ""))
    said["area"] = numbers.get(match_key(line.area_number)) if line.area_number else None
    said["due"] = _due_said(line, dated.due if dated else known, dated.first_due if dated else None, on)
    return {name: value for name, value in said.items() if value}


def is_same(name: str, given: Any, other: Any) -> bool:
    """Say whether a value of a file, or one of the plan's, says the same as one of the plan's."""
    if isinstance(other, _Notes):
        return given == other if isinstance(given, _Notes) else any(is_echo(given, one) for one in other.all)
    if name in _OWNERS and given and other:
        is_role = match_key(given[0]) == match_key(other[0])
        return is_role and (not given[1] or match_key(given[1]) == match_key(other[1]))
    return is_same_value(given, other)


def without(line: ActionLine, stays: Collection[str], now: Action, status: Status | None) -> ActionLine:
    """Return a row without the fields in which the plan's words stand; a status says nothing beside them."""
    if not stays:
        return line
    left: dict[str, Any] = {name: None for name in stays if name not in ("title", "area", "due")}
    if "note" in stays and line.status is status:
        left["status"] = None
    if "title" in stays:
        left["title"] = now.title
    if "area" in stays:
        left["area_number"] = ""
    return replace(line, **left, **(_OF_DUE if "due" in stays else {}))


def with_taken(line: ActionLine, taken: Collection[str], showed: Mapping[str, Any]) -> ActionLine:
    """Return a row with the fields that were answered to be the file's, a status with its reason."""
    if not taken:
        return line
    fields = set(taken) | (set(_OF_DUE) - {"has_unread_move"} if "due" in taken else set())
    if "status" in taken and line.note:
        fields.add("note")
    owners: dict[str, Any] = {}
    for name in _OWNERS:
        draft, before = getattr(line, name), showed[name]
        if name in taken and before and is_same(name, _pair(draft), before):
            owners[name] = replace(draft, organisation=before[1])
    return replace(line, taken=line.taken | fields, **owners)


class _Notes:
    """The newest note of an action and the reason of its status: a file that says either says nothing new."""

    def __init__(self, notes: tuple[str, ...]) -> None:
        self.all = notes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Notes) and self.all[:1] == other.all[:1]

    def __hash__(self) -> int:
        return hash(self.all[:1])

    def __str__(self) -> str:
        return self.all[0] if self.all else "nothing"


def _pair(owner: OwnerDraft | None) -> tuple[str, str] | None:
    return (owner.role, owner.organisation) if owner else None


def _due_said(line: ActionLine, known: Due | None, first: Due | None, on: date) -> Due | None:
    """Return the due date that counts of a row: the one it moved to, else the first where none has moved."""
    is_precise = known is not None and known.precision is not Precision.UNCLEAR
    if line.revised and not (is_precise and is_unread(line.revised, today=on)):
        return line.revised
    due = line.due_meant(known)
    has_moved = line.revised or line.has_unread_move
    return None if due and has_moved and first and is_same_due(first, due) else due
