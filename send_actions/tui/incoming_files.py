"""What is to come in, files and pasted tables: what was answered of each, and the way to look at one."""

from __future__ import annotations

import asyncio
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Protocol

from send_actions.errors import SendActionsError, UsageError
from send_actions.tui.session import Session

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from send_actions.changes.seen_file import Said


_SCREEN: Final = "send_actions.tui.screens.incoming"
"""What takes a moment to load: it reads files, and writes to the plan."""


_NO_TABLE: Final = ", without a table"
"""How the name ends of pasted lines that hold none."""


class Shower(Protocol):
    """Who shows screens: the app."""

    def push_screen(self, screen: Any) -> AwaitComplete | Any:
        """Show a screen over the one that is seen."""


class IncomingFiles:
    """What was answered, by file; the one that was looked at last stands behind."""

    def __init__(self, app: Shower, session: Session) -> None:
        self._app, self._session = app, session
        self._said: dict[Path, Said] = {}
        self._pasted: dict[str, Path] = {}
        self._several: dict[Path, tuple[Path, ...]] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._loading: asyncio.Task[object] | None = None

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

    def paste(self, text: str) -> str:
        """Keep a pasted table until the app ends, and return what it is called, or why it is not kept.

        Lines that hold no table are called so; nothing for other text.
        """
        from send_actions.importers.pasted_table import count_lines, is_table, keep_table

        if not is_table(text):
            many = count_lines(text)
            return f"pasted text of {many:,} lines{_NO_TABLE}" if many > 1 else ""
        many = len(self._pasted) + 1
        called = f"pasted table {many}, of {count_lines(text):,} lines"
        try:
            self._folder = self._folder or TemporaryDirectory(prefix="send-actions-")
            apart = Path(self._folder.name) / str(many)
            self._pasted[called] = keep_table(text.encode(), apart, self._session.today)
        except (SendActionsError, OSError) as fault:
            return f"{fault}"
        return called

    def pasted(self, called: str) -> Path | None:
        """The file of a pasted table, by what it is called; raises UsageError for lines that hold none."""
        if called.endswith(_NO_TABLE):
            raise UsageError(
                "The lines that were pasted hold no table: copy the table itself, with its headings, "
                "or name a file."
            )
        return self._pasted.get(called)

    def name(self, file: Path) -> str:
        """What a file is called where it is named: a pasted table by its own words, else its place."""
        from send_actions.care.places import shown_place

        if file in self._several:
            return " ".join(f'"{shown_place(one)}"' for one in self._several[file])
        return next((called for called, kept in self._pasted.items() if kept == file), shown_place(file))

    def named(self, typed: str) -> Path:
        """The file that was typed, pasted or dropped; several returns, or a folder of them, are as one.

        Raises UsageError for what is not there, or cannot be brought in.
        """
        from send_actions.care.chosen_places import spreadsheets_at

        if table := self.pasted(typed):
            return table
        found = spreadsheets_at(typed)
        if len(found) == 1:
            return found[0]
        together = found[0].parent / f"{len(found)} returns"
        self._several[together] = found
        return together

    def parts(self, file: Path) -> tuple[Path, ...]:
        """The files that are looked at together; most are one."""
        return self._several.get(file, (file,))

    def prepare(self) -> None:
        """Begin to load what looks at a file, while the person types."""
        self._loading = asyncio.create_task(asyncio.to_thread(import_module, _SCREEN))

    async def show(self, file: Path) -> None:
        """Show what a file would change."""
        from send_actions.tui.text_layout import inline

        self._session.say(f"Reading {inline(file.name)} …")
        await (self._loading or asyncio.to_thread(import_module, _SCREEN))
        from send_actions.tui.screens.incoming import IncomingScreen

        self.keep(file, self.said(file))
        await self._app.push_screen(IncomingScreen(self._session, file))
