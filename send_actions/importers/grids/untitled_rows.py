"""Rows of a table that name no action: none at all, more of the row above, or left out and told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.cell_text import CODE, plain
from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells, quoted

_UNTOUCHED: Final = frozenset(
    {"", "not started", "not yet started", "not due", "0", "0%", "select", "choose"}
)
_OF_NOTES: Final = frozenset({"note", "detail", "success_measure", "review"})
_OF_AN_ACTION: Final = frozenset({"lead_role", "sro", "due", "status", "colour", "revised"})
_OF_A_FORM: Final = frozenset({"ref", "status", "colour", "review", "percent"})


def has_no_action(fields: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether a row without an action is none: nobody does it and nothing is due."""
    words = [(name, text) for name, text in zip(fields, texts, strict=True) if plain(text)]
    said = {name for name, _ in words}
    first = next((place for place, name in enumerate(fields) if name == "ref"), None)
    code = first is not None and bool(CODE.fullmatch(plain(texts[first])))
    if said <= {"note", "success_measure"} or "title" in said:
        return False
    if code and said <= _OF_A_FORM and all(_is_untouched(text) for name, text in words if name != "ref"):
        return True
    return not (code and said & _OF_AN_ACTION)


def _is_untouched(words: str) -> bool:
    """Say whether a status is that of a form that nobody filled in."""
    return fold(plain(words)).strip(" .") in _UNTOUCHED


class UntitledRows:
    """The rows of a table that name no action, as they come."""

    def __init__(self, table: Found) -> None:
        self._table = table
        self._joined = -1
        self._left_out: dict[str, str] = {}

    def goes_on(self, row: int, filled: Sequence[int]) -> bool:
        """Say whether a row has notes alone, directly below an action's, and tell that it is more of that."""
        rows = self._table.rows
        if not rows or row - 1 not in (rows[-1][0], self._joined):
            return False
        if not all(self._is_of_notes(place, self._text(row, place)) for place in filled):
            return False
        self._joined = row
        self._table.doubt(row, filled[0], "This row has notes alone: taken as more of the row above.")
        return True

    def leave_out(self, row: int, place: int) -> None:
        """Note a row that is left out, which begins with a cell."""
        self._left_out[self._table.cell(row, place)] = self._text(row, place)

    def told(self) -> Problem | None:
        """Return what is told of the rows that were left out, if there are any."""
        if not self._left_out:
            return None
        first, words = next(iter(self._left_out.items()))
        many, what = ("This row has", "It") if len(self._left_out) == 1 else ("", "The first")
        cells = list_cells([*self._left_out])
        told = f"{many or f'{len(self._left_out)} rows have'} no action ({cells}): left out."
        said = f" {what} says {quoted(words)}." if any(map(str.isalpha, words)) else ""
        return Problem(first, f"{told}{said}")

    def _is_of_notes(self, place: int, words: str) -> bool:
        field = self._table.fields[place] if place < len(self._table.fields) else ""
        return field in _OF_NOTES and len(words.split()) > 1

    def _text(self, row: int, place: int) -> str:
        return self._table.grid.cell(row, place).text.strip()
