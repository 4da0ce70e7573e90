"""Tables of risks, issues or decisions beside those of actions, by the name of their sheet or their title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.found import Found, fields_of
from send_actions.importers.grids.lines_around import lines_above
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.other_tables import names_register
from send_actions.importers.problems import Problem, quoted

_OF_RISKS: Final = frozenset({"likelihood", "probability", "inherent risk", "residual risk", "risk score"})
"""Headings of a register of risks, where what is answered of a plan's column names no action."""

_OF_OTHERS: Final = "The headings here are of risks: the table is left out."


class Apart(NamedTuple):
    """The tables of actions, the grids of those that hold none by their names, and what is told of these."""

    actions: list[Found]
    grids: list[Grid]
    told: list[Problem]


def without_registers(tables: Sequence[Found]) -> Apart:
    """Return the tables without those whose title says that they hold no actions, where others are left."""
    titled = [(table, _register(table)) for table in tables]
    actions = [table for table, title in titled if not title and not _are_risks(table)]
    if not actions:
        told = [Problem(_cell(table), _kept(title)) for table, title in titled]
        return Apart([*tables], [], told)
    others = [(table, title) for table, title in titled if title]
    told = [Problem(_cell(table), _left_out(title)) for table, title in others]
    told += [Problem(_cell(t), _OF_OTHERS) for t, title in titled if not title and _is_beside(t, actions)]
    return Apart(actions, [table.grid for table, _ in others], told)


def _left_out(title: str) -> str:
    told = f"{quoted(title)} holds no actions by its name: left out."
    return f"{told} Under another name it would be read."


def _kept(title: str) -> str:
    named = f"{quoted(title)} may hold no actions by its name" if title else "The headings here are of risks"
    return f"{named}: read as actions, as the file has no others."


def _register(table: Found) -> str:
    """Return the title of a table, or its sheet's name, that says that it holds risks or the like."""
    titles = [] if _are_risks(table) else [line.text for _, line in lines_above(table)[-1:]]
    titles += [table.grid.name] if table.grid.is_sheet and not _are_risks(table) else []
    return next((" ".join(title.split()) for title in titles if names_register(title)), "")


def _are_risks(table: Found) -> bool:
    """Say whether the headings of a table are of risks, and none but an answered one is the action's."""
    is_of_risks = not _OF_RISKS.isdisjoint(heading_names(table.header))
    return is_of_risks and "title" not in fields_of(table.header, {})


def _is_beside(table: Found, actions: Sequence[Found]) -> bool:
    """Say whether a table of risks stands in one grid with actions; any other grid is told as a whole."""
    return _are_risks(table) and any(table.grid is other.grid for other in actions)


def _cell(table: Found) -> str:
    return table.cell(table.heading.row, 0)
