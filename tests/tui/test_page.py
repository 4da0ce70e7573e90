"""Lines to read: a page scrolls by lines and screenfuls, and knows how much of it lies below."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult

from send_actions.tui.internals import screen_text
from send_actions.tui.widgets.page import Page


class Reading(App[None]):
    CSS: ClassVar[str] = "Page { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.page = Page(id="page")

    def compose(self) -> ComposeResult:
        yield self.page

    def on_mount(self) -> None:
        self.show(from_top=True)

    def show(self, *, from_top: bool) -> None:
        self.page.show(lambda _width: [[(f"line {number}.", "")] for number in range(50)], from_top=from_top)


async def test_what_lies_below_is_counted_from_what_is_in_sight() -> None:
    app = Reading()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert app.page.hidden_below == 38
        app.page.move(5)
        assert app.page.hidden_below == 33
        app.page.page(1)
        assert app.page.hidden_below == 22
        app.page.move_to(-1)
        assert app.page.hidden_below == 0


async def test_drawn_again_a_page_stays_where_it_was_and_a_new_one_begins_at_its_top() -> None:
    app = Reading()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        app.page.move_to(-1)
        app.show(from_top=False)
        await pilot.pause()
        assert "line 49." in screen_text(app.screen)
        app.show(from_top=True)
        await pilot.pause()
        assert "line 0." in screen_text(app.screen)
