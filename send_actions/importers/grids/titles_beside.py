"""Words merged over the rows of several actions head these, though their column may be an action's too."""

from __future__ import annotations

from send_actions.importers.grids.found import Found
from send_actions.importers.headings.answered_advice import is_of_actions
from send_actions.importers.headings.headings import heading_names


def settle_titles(table: Found) -> None:
    """Take the column of actions for the action where words of another are merged over rows of it."""
    first, *others = table.places("title")
    names = heading_names(table.header)
    if is_of_actions(names[first], names):
        return
    for place in others:
        if is_of_actions(names[place], names) and _are_parted(table, first, place):
            table.fields[first] = table.meant[first] = "detail"
            table.meant[place] = "title"
            return


def _are_parted(table: Found, over: int, place: int) -> bool:
    """Say whether a cell of one column stands over several cells of another that have words each."""
    begin = table.heading.row + table.heading.rows
    return any(
        table.grid.cell(row, over).is_covered
        and begin <= table.grid.over(row, over)[0] < row
        and bool(table.grid.cell(row, place).text.strip())
        for row in range(begin, table.heading.end)
    )
