"""The files that are to come in: what was answered of each in this sitting, and the way to look at one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from send_actions.tui.session import Session

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from send_actions.changes.seen_file import Said


class Shower(Protocol):
    """Who shows screens: the app."""

    def push_screen(self, screen: Any) -> AwaitComplete | Any:
        """Show a screen over the one that is seen."""


class IncomingFiles:
    """What was answered, by file; the one that was looked at last stands behind."""

    def __init__(self, app: Shower, session: Session) -> None:
        self._app, self._session = app, session
        self._said: dict[Path, Said] = {}

    @property
    def last(self) -> Path | None:
        """The file that was looked at last and did not come in yet."""
        return next(reversed(self._said), None)

    def said(self, file: Path) -> Said:
        """What was answered of a file."""
        from send_actions.changes.seen_file import Said

        return self._said.get(file) or Said()

    def keep(self, file: Path, said: Said) -> None:
        """Keep what was answered of a file for this sitting."""
        self._said.pop(file, None)
        self._said[file] = said

    def forget(self, file: Path) -> None:
        """Forget a file that has come in: the plan keeps the answers."""
        self._said.pop(file, None)

    async def show(self, file: Path) -> None:
        """Show what a file would change."""
        from send_actions.tui.screens.incoming import IncomingScreen

        self.keep(file, self.said(file))
        await self._app.push_screen(IncomingScreen(self._session, file))
