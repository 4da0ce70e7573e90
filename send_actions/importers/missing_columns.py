"""The refusal of a file in which a column that is needed was not found, and what may be meant for it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from send_actions.importers.heading_words import HEADINGS
from send_actions.importers.headings import NEAR, field_of, shown_heading

PLAIN: Final = {
    "lead_role": "owner",
    "area_number": "area",
    "title": "action",
    "due": "due date",
    "sro": "accountable officer",
}
"""What people call some of the fields."""


def missing_columns(name: str, missing: Sequence[str], names: Sequence[str]) -> str:
    """Return the refusal of a file without the columns that are needed, with what may be meant for them."""
    taken = {word for word in names if field_of(word, names)}
    near = {
        word: get_close_matches(word, HEADINGS["title"], n=1, cutoff=NEAR)
        for word in names
        if word not in taken
    }
    meant = next(
        (f" Is “{shown_heading(w)}” meant for {found[0]}?" for w, found in near.items() if found), ""
    )
    meant_for = PLAIN.get(missing[-1], missing[-1])
    free = [word for word in names if word and word not in taken]
    if free and taken and not meant:
        meant = f' --map "{shown_heading(free[0])}={meant_for}" says what a column is.'
    return (
        f"{name} has no column for the {' or the '.join(missing)}: one of its first rows must name "
        f"the columns, such as ref, area_no, area, action, due, status.{meant}"
    )
