"""The app of the first run: one screen, and what came of it."""

from __future__ import annotations

import gc

from send_actions.tui.calm_app import CalmApp
from send_actions.tui.form_begin import BeginState
from send_actions.tui.internals import colours_here, events_typed, measure_the_terminal_itself
from send_actions.tui.leaving import leaving_on_signals
from send_actions.tui.screens.beginning import BeginScreen
from send_actions.tui.themes import NONE, SIXTEEN


class BeginApp(CalmApp):
    """The app of the first run, which ends with a choice or without one."""

    def __init__(self, begun: BeginState, theme: str, typed: bytes) -> None:
        super().__init__(theme)
        self._begun = begun
        self._typed = typed

    def on_mount(self) -> None:
        """Do what was typed before."""
        for event in events_typed(self._typed):
            self.post_message(event)

    def get_default_screen(self) -> BeginScreen:
        """The only one."""
        return BeginScreen(self._begun)


def ask_on_screen(begun: BeginState, *, theme: str, typed: bytes = b"") -> int:
    """Show the screen, and return the app's exit code; what is wanted then stands in `begun`, if anything."""
    begun.wanted = None
    gc.disable()
    measure_the_terminal_itself()
    app = BeginApp(begun, {"none": NONE, "sixteen": SIXTEEN}.get(colours_here(), theme), typed)
    with leaving_on_signals(lambda code: app.exit(return_code=code)):
        app.run(mouse=False)
    return app.return_code or 0
