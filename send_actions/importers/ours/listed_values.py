"""What our own list shows of an action and its area, and what its rows say of them, as values to compare."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Area, Change, Due, Owner, Plan
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.domain.words.dates import say_date, say_due
from send_actions.importers.cell_text import is_echo
from send_actions.importers.plan_lines import ActionLine, AreaLine

_WORDS: Final = ("title", "success_measure", "partners")
_REMOVABLE: Final = ("success_measure", "partners", "start")
_EDITED: Final = {"lead": "lead_id", "area": "area_id"}


def action_values(action: Action, plan: Plan) -> dict[str, Any]:
    """Return what a list shows of an action by its fields; None is nothing."""
    due = action.due
    return {
        "title": action.title,
        "success_measure": action.success_measure or None,
        "lead": _pair(action.lead),
        "partners": "; ".join(action.partners) or None,
        "start": action.start,
        "status": action.status,
        "impact": action.impact,
        "note": action.note or None,
        "ask": action.ask or None,
        "due": due if due and (due.on or due.text or due.precision is Precision.ONGOING) else None,
        "area": plan.area_of(action).number,
    }


def area_values(area: Area) -> dict[str, Any]:
    """Return what a list shows of an area by its fields; None is nothing."""
    return {"title": area.title, "theme": area.theme or None, "lead": _pair(area.lead)}


def returned_by(
    line: ActionLine, shown: Action, showed: Mapping[str, Any], places: Mapping[str, int]
) -> dict[str, Any]:
    """Return what a row says of its action, None for what was removed; what it leaves unsaid is not there."""
    said = {name: getattr(line, name) for name in (*_WORDS, "start", "status", "impact", "ask")}
    said["note"] = _note(line.note, showed["note"])
    returned = {name: value for name, value in said.items() if value}
    gone = (name for name in _REMOVABLE if name in line.emptied)
    returned |= {name: None for name in gone if not said[name] or said[name] != showed[name]}
    if line.area_number:
        returned["area"] = line.area_number
    lead = (line.lead.role, line.lead.organisation) if line.lead else None
    return (
        returned
        | _owner(lead, showed["lead"], ("lead_role", "lead_org"), line.emptied, places)
        | _due(line, shown.due)
    )


def returned_of_area(
    line: ActionLine, area: AreaLine, showed: Mapping[str, Any], places: Mapping[str, int]
) -> dict[str, Any]:
    """Return what a row says of its area, None for what was removed; what it leaves unsaid is not there."""
    returned: dict[str, Any] = {}
    if line.area_title:
        returned["title"] = line.area_title
    if area.theme or "theme" in line.emptied:
        returned["theme"] = area.theme
    lead = (area.lead.role, area.lead.organisation) if area.lead else None
    return returned | _owner(lead, showed["lead"], ("area_lead_role", "area_lead_org"), line.emptied, places)


def is_half_emptied(line: ActionLine, name: str, value: Any, places: Mapping[str, int]) -> bool:
    """Say whether a field was removed by emptying its first cell alone, with words left in another."""
    beside = {"lead": ("lead_org",), "area_lead": ("area_lead_org",), "due": ("due", "due_text")}.get(
        name, ()
    )
    return value is None and any(cell in places and cell not in line.emptied for cell in beside)


def is_same_value(given: Any, other: Any) -> bool:
    """Say whether a value, as a spreadsheet may write it, is the other."""
    if isinstance(given, str) and isinstance(other, str):
        return is_echo(given, other)
    if isinstance(given, tuple) and isinstance(other, tuple):
        return all(is_echo(one, two) for one, two in zip(given, other, strict=True))
    if isinstance(given, Due) and isinstance(other, Due):
        return is_same_due(given, other) and given.precision is other.precision
    return bool(given == other)


def said_words(value: Any) -> str:
    """Return a value as it is told."""
    match value:
        case None:
            return "nothing"
        case Status() | Impact():
            return value.word.lower()
        case Due():
            return say_due(value)
        case date():
            return say_date(value)
        case tuple():
            return ", ".join(filter(None, value))
        case _:
            return str(value)


def touches(change: Change, noun: str, row_id: int, name: str) -> bool:
    """Say whether a change says something of a field of an action or area."""
    for difference in change.differences:
        if (difference.noun, difference.row_id, difference.field) == (noun, row_id, _EDITED.get(name, name)):
            return True
        if noun == "action" and difference.field is None and difference.after.get("action_id") == row_id:
            is_due = difference.noun == "deadline" and name == "due"
            if is_due or (difference.noun == "progress_update" and difference.after.get(name)):
                return True
    return False


def _note(note: str | None, showed: str | None) -> str | None:
    """Return what a cell says of a note; what stands above or below the words it showed is said alone."""
    above, found, below = f"\n{note}\n".partition(f"\n{showed}\n") if note and showed else ("", "", "")
    if not found:
        return note
    return "\n".join(filter(None, (above.strip(), below.strip()))) or showed


def _pair(owner: Owner | None) -> tuple[str, str] | None:
    return (owner.role, owner.organisation) if owner else None


def _owner(
    lead: tuple[str, str] | None,
    showed: tuple[str, str] | None,
    cells: tuple[str, str],
    emptied: frozenset[str],
    places: Mapping[str, int],
) -> dict[str, Any]:
    """Return the lead that two cells say; a role without a column of organisations keeps the one it had."""
    role, organisation = cells
    if role in emptied and showed:
        is_left = organisation in places and organisation not in emptied and lead is not None
        if not is_left or is_echo(lead[0] if lead else "", showed[1]):
            return {"lead": None}
    if lead is None:
        return {}
    if showed and organisation not in places and is_echo(lead[0], showed[0]):
        return {"lead": showed}
    return {"lead": lead}


def _due(line: ActionLine, shown: Due | None) -> dict[str, Any]:
    """Return the due date that a row says: the cell that was changed is the one that is meant."""
    if line.due_is_doubtful and shown is not None:
        return {}
    cells, first = line.due_cells, "due" if shown and shown.on else "due_text"
    words = cells.words if cells else ""
    if shown and first in line.emptied and (shown.on or shown.text):
        is_left = is_echo(words, shown.text) or shown.precision is Precision.ONGOING
        if not words or is_left:
            return {"due": None}
        return {"due": cells.alone} if cells else {}
    meant = cells.meant(shown) if cells else line.due
    return {"due": meant} if meant else {}
