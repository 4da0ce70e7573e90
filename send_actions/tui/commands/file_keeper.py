"""Who keeps the files that are to come in, as far as commands see it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said


class FileKeeper(Protocol):
    """Keeps what was answered in this sitting of the files that are to come in."""

    @property
    def last(self) -> Path | None:
        """The file that was looked at last and did not come in yet."""

    def said(self, file: Path) -> Said:
        """What was answered of a file."""

    def keep(self, file: Path, said: Said) -> None:
        """Keep what was answered of a file."""

    def forget(self, file: Path) -> None:
        """Forget a file that has come in."""

    def prepare(self) -> None:
        """Begin to load what looks at a file."""

    def paste(self, text: str) -> str:
        """Keep a pasted table, and return what it is called; nothing for other text."""

    def named(self, typed: str) -> Path:
        """The file that was typed, pasted or dropped; several returns are as one."""

    def parts(self, file: Path) -> tuple[Path, ...]:
        """The files that are looked at together."""

    def name(self, file: Path) -> str:
        """What a file is called where it is named."""

    async def show(self, file: Path) -> None:
        """Show what a file would change."""
