"""The app: its screens, its themes, and how it starts and ends."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from typing import Final

from send_actions.domain.plan import Action
from send_actions.tui.plan_reader import PlanReader
from send_actions.tui.screens.frame import FrameScreen
from send_actions.tui.screens.home import HomeScreen
from send_actions.tui.state import PlanApp
from send_actions.tui.themes import COLOURS, DARK, THEMES, WORDS


class SendActionsApp(PlanApp):
    """Home, and the views that open over it."""

    def __init__(self, reader: PlanReader, *, actor: str, theme: str = DARK) -> None:
        super().__init__(reader, actor=actor)
        self.title = "send-actions"
        self.animation_level = "none"
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self.home = HomeScreen()
        self._views: dict[str, FrameScreen] = {}

    def get_default_screen(self) -> HomeScreen:
        """Home."""
        return self.home

    def on_mount(self) -> None:
        """Look for other people's changes; let memory be tidied once the first frame stands."""
        self.set_interval(self.LOOK_OUTSIDE_EVERY, self.look_outside)
        self.call_after_refresh(_tidy_from_now_on)

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line."""
        self.came_from = ""
        await self._go_home()
        if view == "list":
            self.home.show_all()
        elif view != "home":
            await self.push_screen(self._view(view))

    async def come_back(self) -> None:
        """Go back to the view one came from, on to its next row."""
        view, self.came_from = self.came_from, ""
        await self.push_screen(self._view(view))
        self._view(view).come_back()

    async def show_action(self, action: Action, *, came_from: str = "") -> None:
        """Go home to an action; Esc there goes back to where one came from."""
        await self._go_home()
        self.came_from = came_from
        self.home.put_cursor(action)

    async def show_area(self, area_id: int, *, came_from: str = "") -> None:
        """Go home to an area."""
        await self._go_home()
        self.came_from = came_from
        self.home.show_area(area_id)

    async def show_help(self, about: str) -> None:
        """Show what the keys do on a screen."""
        from send_actions.tui.screens.help import HelpScreen

        await self.push_screen(HelpScreen(about))

    async def show_commands(self, origin: FrameScreen) -> None:
        """Show the commands of a screen."""
        from send_actions.tui.screens.help import PaletteScreen

        await self.push_screen(PaletteScreen(origin))

    def next_theme(self) -> str:
        """Take the next theme and return its name in words."""
        names = list(COLOURS)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        return WORDS[self.theme]

    async def _go_home(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def _view(self, view: str) -> FrameScreen:
        if view not in self._views:
            self._views[view] = _VIEWS[view]()
            self.install_screen(self._views[view], view)
        return self._views[view]


def _attention() -> FrameScreen:
    from send_actions.tui.screens.attention import AttentionScreen

    return AttentionScreen()


def _board() -> FrameScreen:
    from send_actions.tui.screens.meetings import MeetingsScreen

    return MeetingsScreen()


def _history() -> FrameScreen:
    from send_actions.tui.screens.history import HistoryScreen

    return HistoryScreen()


_VIEWS: Final = {"attention": _attention, "board": _board, "history": _history}


def run(place: str, *, actor: str, today: Callable[[], date] = date.today, theme: str = DARK) -> int:
    """Open the app on a plan and return its exit code: 0, or 3 after a fault.

    Raises SendActionsError when the plan cannot be opened.
    """
    gc.disable()
    reader = PlanReader(place, today)
    app = SendActionsApp(reader, actor=actor, theme=theme)
    try:
        app.run()
    finally:
        app.writer.close()
        reader.close()
    return app.return_code or 0


def _tidy_from_now_on() -> None:
    gc.freeze()
    gc.enable()
