"""The list widget: long lists, a cursor that stays on its row, headings that are passed over."""

from __future__ import annotations

import time
from collections.abc import Hashable, Sequence
from typing import ClassVar

import pytest
from textual.app import App, ComposeResult

from send_actions.tui.internals import screen_text
from send_actions.tui.text_layout import Line, fit
from send_actions.tui.widgets.rows import Heading, Scrolled
from send_actions.tui.widgets.table import Table


class Lists(App[None]):
    CSS: ClassVar[str] = "Table { height: 1fr; }"

    def __init__(self, ids: Sequence[Hashable]) -> None:
        super().__init__()
        self.table = Table(id="rows")
        self.ids = ids
        self.drawn = 0
        self.chosen: list[Hashable] = []

    def compose(self) -> ComposeResult:
        yield self.table

    def on_mount(self) -> None:
        self.show(self.ids)
        self.table.focus()

    def show(self, ids: Sequence[Hashable]) -> None:
        def draw(place: int, width: int) -> Line:
            self.drawn += 1
            return [(fit(f"row {ids[place]}", width), "")]

        self.table.show(ids, draw)

    def on_table_chosen(self, event: Table.Chosen) -> None:
        self.chosen.append(event.table.current)


def on(app: Lists) -> Hashable:
    return app.table.current


class TallLists(Lists):
    """Every row has two lines where the list scrolls, in a pane of 40 columns at least."""

    def show(self, ids: Sequence[Hashable]) -> None:
        def draw(place: int, width: int) -> Line:
            return [(fit(f"row {ids[place]}", width), "")]

        def two(place: int, width: int) -> list[Line]:
            return [*([draw(place, width)]), [(fit(f"more of {ids[place]}", width), "")]]

        self.table.show(ids, draw, tall=two, scrolled=Scrolled(two, 30))


async def test_rows_that_scroll_have_all_their_lines_and_the_cursor_s_are_in_sight() -> None:
    app = TallLists(range(50))
    async with app.run_test(size=(40, 13)) as pilot:
        await pilot.pause()
        assert "more of 5\n" in screen_text(app.screen)
        app.table.move_to(-1)
        await pilot.pause()
        assert "row 49" in screen_text(app.screen)
        assert "more of 49" in screen_text(app.screen)
        app.table.move_to(0)
        await pilot.pause()
        assert screen_text(app.screen).lstrip("▌ •").startswith("row 0")
        app.table.page(1)
        assert on(app) == 6
        app.table.page(-1)
        assert on(app) == 0
        await pilot.click("#rows", offset=(5, 3))
        assert on(app) == 1


@pytest.mark.parametrize(("rows", "width"), [(1_000, 40), (50, 20)])
async def test_rows_that_scroll_have_one_line_where_they_are_many_or_narrow(rows: int, width: int) -> None:
    app = TallLists(range(rows))
    async with app.run_test(size=(width, 13)) as pilot:
        await pilot.pause()
        assert "more of" not in screen_text(app.screen)
        assert "row 12" in screen_text(app.screen)


async def test_a_hundred_thousand_rows_draw_no_more_than_fit() -> None:
    app = Lists(range(100_000))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.drawn < 100
        app.table.move_to(-1)
        await pilot.pause()
        assert "row 99999" in screen_text(app.screen)
        assert app.drawn < 200


async def test_the_cursor_stays_on_its_row_when_rows_change() -> None:
    app = Lists(range(50))
    async with app.run_test(size=(40, 12)) as pilot:
        app.table.put_cursor(30)
        app.show([n for n in range(50) if n % 3 == 0])
        await pilot.pause()
        assert on(app) == 30
        app.show([n for n in range(50) if n != 30])
        await pilot.pause()
        assert on(app) == 33
        assert "row 33" in screen_text(app.screen)


async def test_the_cursor_passes_over_headings_and_shows_them() -> None:
    ids = [Heading("first"), 1, 2, Heading("second"), 3]
    app = Lists(ids)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert on(app) == 1
        app.table.move(1)
        app.table.move(1)
        assert on(app) == 3
        app.table.move(-1)
        assert on(app) == 2
        app.table.move_to(0)
        assert on(app) == 1


async def test_a_click_puts_the_cursor_there_and_a_second_chooses() -> None:
    app = Lists(range(50))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click("#rows", offset=(5, 4))
        assert (on(app), app.chosen) == (4, [])
        await pilot.click("#rows", offset=(5, 4))
        assert (on(app), app.chosen) == (4, [4])


async def test_a_click_on_a_heading_leaves_the_cursor_where_it_is() -> None:
    app = Lists([Heading("first"), 1, 2, Heading("second"), 3])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click("#rows", offset=(5, 3))
        assert on(app) == 1


async def test_up_from_the_first_row_stays_under_its_heading() -> None:
    app = Lists([Heading("first"), 1, 2])
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        app.table.move(-1)
        assert on(app) == 1


async def test_going_up_to_a_row_brings_its_heading_into_sight() -> None:
    app = Lists([Heading("first"), *range(20), Heading("second"), *range(20, 40)])
    async with app.run_test(size=(40, 12)) as pilot:
        app.table.move_to(-1)
        await pilot.pause()
        assert "second" not in screen_text(app.screen)
        app.table.move(-19)
        await pilot.pause()
        assert on(app) == 20
        assert "second" in screen_text(app.screen)
        app.table.move_to(0)
        await pilot.pause()
        assert "first" in screen_text(app.screen)


async def test_a_screenful_down_and_the_last_row_seen_is_still_in_sight() -> None:
    app = Lists(range(100))
    async with app.run_test(size=(40, 12)) as pilot:
        app.table.move_to(11)
        app.table.page(1)
        await pilot.pause()
        assert on(app) == 22
        assert "row 11\n" in screen_text(app.screen)


@pytest.mark.perf
async def test_moving_in_a_long_list_is_quick() -> None:
    app = Lists(range(10_000))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        started = time.perf_counter()
        for _ in range(100):
            app.table.move(1)
        assert time.perf_counter() - started < 0.5
