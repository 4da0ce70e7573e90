"""Headings of a document hold until the next: also below a table that stands between them and the actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from send_actions.importers.areas.area_words import area_within, labelled_area, labelled_otherwise
from send_actions.importers.grids.area_blocks import block_lines
from send_actions.importers.grids.cell_grid import Grid, Line
from send_actions.importers.grids.found import find_headings
from send_actions.importers.grids.measure_tables import read_measure_table
from send_actions.importers.measure_columns import MeasureLine


def under_headings(grids: Sequence[Grid], mapping: Mapping[str, str], today: date) -> tuple[Grid, ...]:
    """Return the tables, each with the headings over one of measures before it that still hold.

    So does what a table says of an area and no more. Below any other table that is not of actions only a
    heading that names an area by its label still holds.
    """
    found: list[Grid] = []
    kept: tuple[Line, ...] = ()
    for grid in grids:
        under = grid if grid.is_sheet else replace(grid, above=(*_holding(kept, grid.above), *grid.above))
        found.append(under)
        is_of_measures = not find_headings(grid, mapping) and read_measure_table(grid, today) is not None
        if find_headings(grid, mapping) or grid.is_sheet:
            kept = ()
        else:
            block = block_lines(grid)
            holds = is_of_measures or bool(block)
            kept = tuple(line for line in under.above if line.level and (holds or _is_area(line)))
            kept += block
    return tuple(found)


def measures_under(grid: Grid, lines: Sequence[MeasureLine]) -> list[MeasureLine]:
    """Return the measures of a table, those without an area in that of its heading or its sheet's name."""
    headings = [" ".join(line.text.split()) for line in grid.above if line.level]
    named = [words for words in headings if labelled_area(words)]
    words = grid.name if grid.is_sheet else next(reversed(named or headings), "")
    if grid.is_sheet and (found := area_within(words) or labelled_otherwise(words)):
        words = found.number
    return [line if line.area else line._replace(area=words) for line in lines]


def _holding(kept: Sequence[Line], above: Sequence[Line]) -> list[Line]:
    """Return the lines that others leave in force: headings of a higher level and what is said there."""
    first = min((line.level for line in above if line.level), default=0)
    last = max((line.level for line in kept), default=0)
    return [line for line in kept if not first or (line.level or last or first) < first]


def _is_area(line: Line) -> bool:
    return labelled_area(" ".join(line.text.split())) is not None
