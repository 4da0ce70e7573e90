"""How the columns of a file are read, in words, where their headings are not our own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import clean
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.headings.headings import heading_names, known_columns, shown_heading
from send_actions.importers.headings.missing_columns import PLAIN

_WORDS: Final = {
    **PLAIN,
    "lead_role": "lead",
    "lead_org": "lead org",
    "colour": "status",
    "detail": "kept in words",
    "step": "steps",
}


def read_as(tables: Sequence[tuple[Sequence[str], Columns]]) -> tuple[tuple[str, str], ...]:
    """Return each heading with what it is read as, empty for one left out; none where all are our own."""
    found: dict[str, str] = {}
    for header, columns in tables:
        by_place = {place: _word(name) for name, place in columns.places.items()}
        for place, heading in enumerate(header):
            if shown := shown_heading(clean(heading, one_line=True)):
                found.setdefault(shown, by_place.get(place, ""))
    own = {*known_columns(), "area title", "owner", "note", "notes"}
    is_own = all(heading_names([heading])[0] in own for heading, word in found.items() if word)
    return () if is_own else tuple(found.items())


def _word(name: str) -> str:
    kind = name.rpartition(" ")[0] or name
    if kind == "measure" and " " in name:
        return "a measure's value"
    return "a review" if kind == "review" else _WORDS.get(kind, kind.replace("_", " "))
