"""Which heading of a file means which field of a plan, and where the columns stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from send_actions.domain.text import clean
from send_actions.errors import SendActionsError
from send_actions.importers.csv_file import Problem, Sheet, cell_name

HEADINGS: Mapping[str, tuple[str, ...]] = {
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
}
_CALCULATED = ("overdue", "first due", "updated on", "checks")
NEEDED = ("ref", "area_number", "title")


@dataclass
class Columns:
    """The place of each column we know, those without a heading, and what is doubtful about the others."""

    places: dict[str, int]
    problems: list[Problem]
    nameless: frozenset[int]

    def doubt(self, cell: str, message: str) -> None:
        """List a doubt."""
        self.problems.append(Problem(cell, message))


def is_header(cells: Sequence[str]) -> bool:
    """Say whether a row heads the sheet: it has the ref, and the action or its title."""
    names = _names(cells)
    return {"ref", "title"} <= {_field_of(name, names) for name in names}


def find_columns(sheet: Sheet) -> Columns:
    """Return the place of each column we know; a column we do not know, or have already, is a doubt."""
    names = _names(sheet.header)
    found = Columns({}, [], frozenset(place for place, name in enumerate(names) if not name))
    if sheet.header_row > 1:
        found.doubt(
            cell_name(sheet.header_row, 0),
            f"The header was found in row {sheet.header_row}: what stands above it is left out.",
        )
    for place, heading in enumerate(names):
        cell, field = cell_name(sheet.header_row, place), _field_of(heading, names)
        if field and field not in found.places:
            found.places[field] = place
        elif field:
            used = cell_name(sheet.header_row, found.places[field])
            found.doubt(
                cell, f"The column “{heading}” means the same as that of {used}, which is used: left out."
            )
        elif heading and not heading.startswith(_CALCULATED):
            found.doubt(cell, f"The column “{heading}” is not one we know: left out.")
    missing = [needed.replace("_", " ") for needed in NEEDED if needed not in found.places]
    if missing:
        raise SendActionsError(
            f"{sheet.name} has no column for the {' or the '.join(missing)}: one of its first rows must name "
            "the columns, such as ref, area_no, area, action, due, status."
        )
    return found


def _field_of(heading: str, names: list[str]) -> str | None:
    if heading == "area":
        has_number = any(other in HEADINGS["area_number"] for other in names)
        return "area_title" if has_number else "area_number"
    return next((field for field, known in HEADINGS.items() if heading in known), None)


def _names(header: Sequence[str]) -> list[str]:
    return [" ".join(clean(cell, one_line=True).casefold().replace("_", " ").split()) for cell in header]
