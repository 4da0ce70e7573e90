"""Headers none of whose headings says which column has the actions, where a title or a kind does."""

from __future__ import annotations

from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.headings.implied_titles import implied_title, may_be_described, names_actions


def implied_place(grid: Grid, row: int) -> int | None:
    """Return the place of the actions below a row of headings none of which says so, where that is plain."""
    texts = grid.texts(row)
    if not any(map(may_be_described, texts)):
        return None
    titles = [grid.name] if grid.is_sheet else [line.text for line in grid.above[-1:]]
    titles += [grid.cell(row - 1, place).text for place in grid.filled(row - 1)[:1]] if row else []
    below = [grid.texts(number) for number in range(row + 1, len(grid.rows))]
    return implied_title(texts, below, is_of_actions=any(map(names_actions, titles)))
