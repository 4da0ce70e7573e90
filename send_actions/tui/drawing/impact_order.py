"""What the areas of the impact view are sorted by: number, title, and the share of each of its counts."""

from __future__ import annotations

from typing import Final

from send_actions.domain.text import fold, natural
from send_actions.tui.drawing.impact import AreaImpact
from send_actions.tui.drawing.sorting import SortColumn


def _share(told: AreaImpact, at: int) -> float | None:
    some, of = told.pairs[at]
    return some / of if of else None


IMPACT_COLUMNS: Final = (
    SortColumn(
        "a", "area", "Area", lambda one: natural(one.area.number), "by area", "by area, the last first"
    ),
    SortColumn("t", "title", "", lambda one: natural(fold(one.area.title)), "by title", "by title, from Z"),
    SortColumn(
        "d", "done", "Done", lambda one: _share(one, 0), "by done, least first", "by done, most first"
    ),
    SortColumn(
        "s", "shown", "Shown", lambda one: _share(one, 1), "by shown, least first", "by shown, most first"
    ),
    SortColumn(
        "b", "better", "Better", lambda one: _share(one, 2), "by better, least first", "by better, most first"
    ),
)
"""Counts are compared by their share: 2 of 3 is more than 5 of 20."""
