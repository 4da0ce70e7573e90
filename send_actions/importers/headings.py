"""Which heading of a file means which field of a plan, and where the columns stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from send_actions.domain.text import clean
from send_actions.errors import SendActionsError
from send_actions.importers.csv_file import Problem, Sheet, cell_name

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "ref": ("ref", "reference", "action ref", "action no", "action number", "no"),
    "area_number": ("area no", "area number"),
    "area_title": ("area title",),
    "question": ("question",),
    "theme": ("theme",),
    "area_lead_role": ("area lead", "area lead role"),
    "area_lead_org": ("area lead org",),
    "title": ("action", "title"),
    "success_measure": ("success measure", "measure of success", "success criteria"),
    "lead_role": ("owner role", "lead role", "lead", "owner", "action lead"),
    "lead_org": ("owner org", "lead org"),
    "partners": ("partners",),
    "start": ("start", "start date"),
    "due": ("due", "due date", "deadline"),
    "due_precision": ("due precision",),
    "due_text": ("due text",),
    "status": ("delivery", "status"),
    "colour": ("colour", "rag"),
    "impact": ("impact",),
    "updated_on": ("updated on",),
}
"""For each field of a line the headings that mean it, in lower case; “area” is its number or its title."""

NEEDED: Final = ("ref", "area_number", "title")
_CALCULATED: Final = ("overdue", "first due", "checks")


@dataclass(frozen=True)
class Columns:
    """The place of each field, the places without a heading, and what is doubtful about the others."""

    places: dict[str, int]
    nameless: frozenset[int]
    problems: list[Problem]


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a row heads the sheet: it has the ref, and the action or its title."""
    names = _names(cells)
    return {"ref", "title"} <= {_field_of(name, names) for name in names}


def find_columns(sheet: Sheet) -> Columns:
    """Return the place of each column we know; a column we do not know, or have already, is a doubt."""
    names, row = _names(sheet.header), sheet.header_row
    places: dict[str, int] = {}
    doubts: list[tuple[int, str]] = []
    if row > 1:
        doubts.append((0, f"The header was found in row {row}: what stands above it is left out."))
    for place, heading in enumerate(names):
        field = _field_of(heading, names)
        if field and field not in places:
            places[field] = place
        elif field:
            same = f"means the same as that of {cell_name(row, places[field])}, which is used: left out."
            doubts.append((place, f"The column “{heading}” {same}"))
        elif heading and not heading.startswith(_CALCULATED):
            doubts.append((place, f"The column “{heading}” is not one we know: left out."))
    missing = [needed.replace("_", " ") for needed in NEEDED if needed not in places]
    if missing:
        raise SendActionsError(
            f"{sheet.name} has no column for the {' or the '.join(missing)}: one of its first rows must name "
            "the columns, such as ref, area_no, area, action, due, status."
        )
    nameless = frozenset(place for place, name in enumerate(names) if not name)
    return Columns(places, nameless, [Problem(cell_name(row, place), message) for place, message in doubts])


def _names(header: Sequence[str]) -> list[str]:
    return [" ".join(clean(cell, one_line=True).casefold().replace("_", " ").split()) for cell in header]


def _field_of(heading: str, names: list[str]) -> str | None:
    if heading == "area":
        return "area_number" if set(HEADINGS["area_number"]).isdisjoint(names) else "area_title"
    return next((field for field, known in HEADINGS.items() if heading in known), None)
