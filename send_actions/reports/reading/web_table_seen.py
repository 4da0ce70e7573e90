"""A table of an HTML file while it is read: its cells, which of them are headers, and what is coloured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from send_actions.reports.reading.seen import SeenCell, SeenTable
from send_actions.reports.reading.tints import tint_of

_ROW: Final = ("row", "rowgroup")
_BACKGROUND: Final = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;]*)")
_COLOUR: Final = re.compile(r"(?:^|;)\s*color\s*:\s*([^;]*)")
_WRAPS: Final = ("span", "font", "p", "div", "b", "strong", "em", "i")
"""Elements that may give a colour to words of a cell."""
_DEEPEST: Final = 60
"""Elements within each other that are looked at; a file with more is none that people wrote."""
_FULL: Final = r"(?:255|100%)"
_UNCOLOURED: Final = re.compile(
    r"|none|transparent|inherit|initial|unset|white|#(?:f{3}|f{4}|f{6}|f{8})"
    r"|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)"
    rf"|rgba?\(\s*{_FULL}[\s,]+{_FULL}[\s,]+{_FULL}\s*(?:[,/]\s*[\d.]+%?\s*)?\)"
    r"|rgba?\(\s*(?:[\d.%]+[\s,]+){3}/?\s*0(?:\.0+)?%?\s*\)"
    r"|hsla?\(\s*[\w.%]+[\s,]+[\d.]+%[\s,]+100%\s*(?:[,/]\s*[\d.]+%?\s*)?\)"
)
"""White or nothing, however a page writes it."""


@dataclass
class _Cell:
    """A cell while it is read: what it says, the pieces before a table in it, and where the rest begins."""

    start: int
    is_header: bool
    scope: str
    is_coloured: bool
    pieces: list[str]
    is_filled: bool = False
    told: int = 0
    wraps: list[tuple[str, str | None]] = field(default_factory=list)
    tints: set[str] = field(default_factory=set)

    def note_tint(self, said: Sequence[str]) -> None:
        """Note the colour of the words since it was last noted."""
        if "".join(said[self.told :]).strip():
            given = (tint for _, tint in reversed(self.wraps) if tint is not None)
            self.tints.add(next(given, ""))
        self.told = len(said)

    def wrap(self, tag: str, tint: str | None) -> None:
        """Begin an element that may give its words a colour; a paragraph ends with the next."""
        if tag in ("p", "div"):
            self.unwrap("p")
        if len(self.wraps) < _DEEPEST:
            self.wraps.append((tag, tint))

    def unwrap(self, tag: str) -> None:
        """End the last element of a tag, and what was begun in it."""
        begun = [place for place, (open_, _) in enumerate(self.wraps) if open_ == tag]
        if begun:
            del self.wraps[begun[-1] :]

    def seen(self) -> SeenCell:
        """The cell as it was seen."""
        text = "".join(self.pieces).strip()
        tint = next(iter(self.tints)) if len(self.tints) == 1 else ""
        return SeenCell(None if self.is_filled and not text else text, self.is_coloured, tint=tint)


class WebTable:
    """A table while it is read; `said` grows with the words of the page."""

    def __init__(self, told: dict[str, str], said: list[str]) -> None:
        """Begin it."""
        self.labelled = told.get("aria-labelledby", "").split()
        self._said = said
        self._rows: list[list[_Cell]] = []
        self._open: _Cell | None = None
        self._has_head = False
        self._is_described = bool(told.get("aria-label", "").strip())
        self._merged = 0

    def begin(self, tag: str, told: dict[str, str]) -> None:
        """Begin a part of it; what is open of the same kind ends there, as a page need not say."""
        if tag == "tr":
            self._end_cell()
            self._rows.append([])
        elif tag == "thead":
            self._has_head = True
        elif tag == "caption":
            self._is_described = True
        elif tag in ("td", "th"):
            self._end_cell()
            if not self._rows:
                self._rows.append([])
            scope = told.get("scope", "").strip().lower()
            coloured = _is_coloured(told.get("style", ""), told.get("bgcolor", ""))
            start = len(self._said)
            self._open = _Cell(start, tag == "th", scope, coloured, [], told=start)
            self._open.wrap(tag, _tint(told))
            self._rows[-1].append(self._open)
            self._merged += any(told.get(span, "1") not in ("", "1") for span in ("colspan", "rowspan"))
        elif tag in _WRAPS and self._open:
            self._open.note_tint(self._said)
            self._open.wrap(tag, _tint(told))

    def end(self, tag: str) -> None:
        """End a part of it."""
        if tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _WRAPS and self._open:
            self._open.note_tint(self._said)
            self._open.unwrap(tag)

    def pause(self) -> None:
        """Let a table begin in a cell, whose own words go on behind it."""
        self.fill()
        self._take_words()

    def go_on(self) -> None:
        """Go on behind a table that ended in a cell."""
        if self._open:
            self._open.start = self._open.told = len(self._said)

    def fill(self) -> None:
        """Note that the open cell holds what is no words, such as a picture."""
        if self._open:
            self._open.is_filled = True

    def _take_words(self) -> None:
        if self._open:
            self._open.note_tint(self._said)
            self._open.pieces.append("".join(self._said[self._open.start :]))

    def _end_cell(self) -> None:
        self._take_words()
        self._open = None

    def seen(self, place: str, ids: set[str]) -> SeenTable:
        """The table as it was seen, once it is whole; `ids` are all that the page has."""
        self._end_cell()
        headers = [cell for row in self._rows for cell in row if cell.is_header]
        has_columns = any(map(_heads_columns, self._rows))
        corner = self._corner() if has_columns else None
        return SeenTable(
            place=place,
            rows=tuple(
                tuple(SeenCell(None) if cell is corner else cell.seen() for cell in row) for row in self._rows
            ),
            has_header=bool(headers),
            header_repeats=self._has_head if has_columns else None,
            merged=self._merged,
            unscoped=sum(not cell.scope and cell is not corner for cell in headers),
            described=self._is_described or not ids.isdisjoint(self.labelled),
        )

    def _corner(self) -> _Cell | None:
        """The empty first cell of a table with headers to the side of every row below it."""
        first, *below = self._rows
        if first and below and all(row and row[0].is_header for row in below):
            text = first[0].seen().text
            return first[0] if text is not None and not text.strip() else None
        return None


def _heads_columns(row: Sequence[_Cell]) -> bool:
    """Whether a row has headers of columns: they say so, or every cell but a first empty one is a header."""
    if any(cell.is_header and cell.scope and cell.scope not in _ROW for cell in row):
        return True
    rest = row[1:] if row and not (row[0].is_header or row[0].seen().text) else row
    return bool(rest) and all(cell.is_header and not cell.scope for cell in rest)


def _tint(told: dict[str, str]) -> str | None:
    """The colour that an element gives its words, None where it gives none; of a style the last counts."""
    found = _COLOUR.findall(told.get("style", "").lower())
    colour = found[-1] if found else told.get("color", "")
    return tint_of(colour) if colour.strip() not in ("", "inherit", "currentcolor") else None


def _is_coloured(style: str, bgcolor: str) -> bool:
    """Whether a cell has a colour behind it; of a style the last word counts."""
    found = [value for one in _BACKGROUND.finditer(style.lower()) for value in one.groups()]
    colour = (found[-1] if found else bgcolor.lower()).replace("!important", "").strip()
    return _UNCOLOURED.fullmatch(colour) is None
