"""Answers that nothing in a file asks for: each is told, so that a slip in it is seen."""

from __future__ import annotations

from send_actions.importers.answers import Answers
from send_actions.importers.problems import quoted


def why_unasked(given: Answers, used: Answers, typed: str) -> str:
    """Return why one answer, as it was typed, answers nothing; empty when the file asks for it."""
    said = typed.rpartition("=")[0].strip()
    areas, tables = given.areas.keys() - used.areas.keys(), given.area_of.keys() - used.area_of.keys()
    reasons = (
        (given.statuses.keys() - used.statuses.keys(), f"no cell says {quoted(said)}"),
        (given.refs.keys() - used.refs.keys(), f"no row has its ref in {said.upper()}"),
        (areas and (tables or not given.area_of), f"no row names an area {quoted(said)}"),
        (tables and not given.areas, f"no rows without an area begin at {said.upper()}"),
        (given.areas_as and not used.areas_as, "no area has the number of one of the plan and another title"),
        (given.area and not used.area, "no row asks which area it is in"),
        (given.columns.keys() - used.columns.keys(), f"there is no column {quoted(said)}"),
        (given.sheet and not used.sheet, f"no action on {quoted(given.sheet)} has another status elsewhere"),
        (given.ref_by and not used.ref_by, "no rows are numbered anew"),
        (given.owners.keys() - used.owners.keys(), f"nobody is called {quoted(said)}"),
        (given.takes.keys() - used.takes.keys(), f"{said.upper()} is not disputed"),
        (given.take and not used.take, "no cell is disputed"),
    )
    return next((why for is_so, why in reasons if is_so), "")
