"""A text that holds more than a table of actions: labelled lines above, a key, another table beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from send_actions.importers.areas.area_words import labels_area
from send_actions.importers.cell_text import CODE
from send_actions.importers.grids.asides import with_asides
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.colour_keys import is_key_line
from send_actions.importers.grids.found import fields_of, find_headings, labels_in
from send_actions.importers.grids.implied_headings import implied_place
from send_actions.importers.grids.key_rows import key_end
from send_actions.importers.grids.side_by_side import parts_of
from send_actions.importers.headings.headings import heading_names

_FEW: Final = 2
_OF_THE_FILE: Final = frozenset({"date", "version"})
"""What labelled lines say of a file, which dates it without a grid."""


def holds_others(grid: Grid, header: int, mapping: Mapping[str, str], today: date) -> bool:
    """Say whether a text says more than the table whose header is in a row, which only a grid tells apart."""
    headings = find_headings(grid, mapping)
    if not headings:
        return False
    heads = {tuple(heading_names(grid.texts(heading.row))) for heading in headings}
    if len(heads) > 1 or headings[0].row != header:
        return len(heads) > 1
    if any(said.meant not in _OF_THE_FILE for row in range(header) for said in labels_in(grid, row)):
        return True
    if with_asides(grid, headings).asides or len(parts_of(grid, mapping, today)) > 1:
        return True
    return _has_key(grid, header) or _has_groups(grid, header) or _has_heads(grid, header)


def _has_heads(grid: Grid, header: int) -> bool:
    """Say whether a word, or the label and the title of an area, stand in the place of a ref above rows."""
    fields = fields_of(grid.texts(header), {})
    place = fields.index("ref") if "ref" in fields else -1
    rows = [row for row in range(header + 1, len(grid.rows)) if grid.filled(row)]
    alone = (grid.cell(row, place).text.strip() for row in rows[:-1] if grid.filled(row) == [place])
    few = (row for row in rows[:-1] if len(grid.filled(row)) == _FEW and grid.filled(row)[0] == place)
    return any(words.isalpha() and not CODE.fullmatch(words) for words in alone) or any(
        labels_area(grid.cell(row, place).text.strip()) for row in few
    )


def _has_groups(grid: Grid, header: int) -> bool:
    """Say whether words that stand alone, where the actions do, head rows below the header again."""
    names = heading_names(grid.texts(header))
    title = fields_of(grid.texts(header), {})
    place = title.index("title") if "title" in title else implied_place(grid, header)
    alone = (row for row in range(header + 1, len(grid.rows) - 1) if grid.filled(row) == [place])
    return any(heading_names(grid.texts(row + 1)) == names for row in alone)


def _has_key(grid: Grid, header: int) -> bool:
    """Say whether a key stands above the header, or in a line of its own."""
    if any(key_end(grid, row, header) > row for row in range(header)):
        return True
    alone = (row for row in range(len(grid.rows)) if row != header and len(grid.filled(row)) == 1)
    return any(is_key_line(grid.cell(row, grid.filled(row)[0]).text) for row in alone)
