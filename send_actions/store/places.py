"""Where a plan is: a file, or the address of a database."""

from __future__ import annotations

from pathlib import Path

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError


def file_of(location: str | Path) -> Path:
    """Return the path that a location names; a database address other than SQLite's is refused for now."""
    text = str(location)
    if text.startswith("sqlite:///"):
        return Path(text.removeprefix("sqlite:///"))
    if "://" in text:
        kind = text.partition("://")[0]
        raise SendActionsError(
            f"A plan at a {printable(kind)} address cannot be opened yet: name a file with --db."
        )
    return Path(text)
