"""Sorting lists whose rows are no actions: by any column, either way, the cursor on its row."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import Sitting, opened

from send_actions.tui.commands.command import View
from send_actions.tui.commands.sorting_rows import say_order
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.screens.frame import Frame
from send_actions.tui.views import VIEWS
from send_actions.tui.widgets.table import Table

SORTED = [("h", "history"), ("b", "board"), ("o", "inspections"), ("m", "measures"), ("i", "impact")]


def listed(sitting: Sitting) -> Table:
    screen = sitting.app.screen
    assert isinstance(screen, Frame)
    table = screen.panes[0]
    assert isinstance(table, Table)
    return table


@pytest.mark.parametrize("view", [letter for letter, _ in SORTED])
async def test_every_column_sorts_either_way_and_the_cursor_stays(place: Path, view: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", view, "j")
        order: RowOrder = sitting.app.screen.order  # type: ignore[attr-defined]
        row, usual = listed(sitting).current, list(listed(sitting).ids)
        for column in order.columns:
            await sitting.press("comma", column.key)
            first = sitting.foot
            assert first in {f"Sorted {column.words}", f"Sorted {column.turned}"}
            await sitting.press("comma", "comma")
            assert {first, sitting.foot} == {f"Sorted {column.words}", f"Sorted {column.turned}"}
            assert listed(sitting).current == row
            assert set(listed(sitting).ids) == set(usual)
        key = next(one.key for one in order.columns if one.name == order.usual.name)
        await sitting.press("comma", key)
        if order.order != order.usual:
            await sitting.press("comma", "comma")
        assert list(listed(sitting).ids) == usual


async def test_history_is_sorted_by_who_and_filtered_too(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "h", "comma", "r")
        ids = [row for row in listed(sitting).ids if isinstance(row, int)]
        assert ids == sorted(ids)
        assert "by record, the oldest first ─╯" in sitting.screen
        await sitting.press("slash", *"due", "enter")
        kept = [row for row in listed(sitting).ids if isinstance(row, int)]
        assert kept == sorted(kept)
        assert 0 < len(kept) < len(ids)


async def test_a_click_on_a_heading_sorts_history(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "h")
        table = listed(sitting)
        heading = sitting.screen.splitlines()[table.content_region.y]
        await sitting.pilot.click("#list", offset=(heading.index("Who") + 1, 1))
        await sitting.press()
        assert sitting.foot == "Sorted by who"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.id)
async def test_a_comma_sorts_in_every_list_or_says_what_orders_it(place: Path, view: View) -> None:
    letter = view.letter
    async with opened(place) as sitting:
        await sitting.press("g", letter, "comma")
        screen = sitting.app.screen
        if letter == "r":
            return
        assert isinstance(screen, Frame)
        if say_order in screen.commands:
            assert sitting.foot == screen.ordered_by  # type: ignore[attr-defined]
        else:
            assert "Sort by" in sitting.screen
