"""Tables of risks, issues or decisions beside those of actions, by the name of their sheet or their title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Found
from send_actions.importers.grids.lines_around import lines_above
from send_actions.importers.headings.other_tables import names_register
from send_actions.importers.problems import Problem, quoted


class Apart(NamedTuple):
    """The tables of actions, the grids of those that hold none by their names, and what is told of these."""

    actions: list[Found]
    grids: list[Grid]
    told: list[Problem]


def without_registers(tables: Sequence[Found]) -> Apart:
    """Return the tables without those whose title says that they hold no actions, where others are left."""
    titled = [(table, _register(table)) for table in tables]
    actions = [table for table, title in titled if not title]
    if not actions:
        told = [Problem(_cell(table), _kept(title)) for table, title in titled]
        return Apart([*tables], [], told)
    others = [(table, title) for table, title in titled if title]
    return Apart(
        actions,
        [table.grid for table, _ in others],
        [Problem(_cell(table), _left_out(title)) for table, title in others],
    )


def _left_out(title: str) -> str:
    told = f"{quoted(title)} holds no actions by its name: left out."
    return f"{told} Under another name it would be read."


def _kept(title: str) -> str:
    return f"{quoted(title)} may hold no actions by its name: read as actions, as the file has no others."


def _register(table: Found) -> str:
    """Return the title of a table, or its sheet's name, that says that it holds risks or the like."""
    titles = [line.text for _, line in lines_above(table)[-1:]]
    titles += [table.grid.name] if table.grid.is_sheet else []
    return next((" ".join(title.split()) for title in titles if names_register(title)), "")


def _cell(table: Found) -> str:
    return table.cell(table.heading.row, 0)
