"""A table pasted or piped in: kept as a file, so that it is read, asked about and known as any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError

_APART: Final = ("\t", "|", ",", ";")
"""What stands between the cells of a row."""


def is_table(text: str) -> bool:
    """Say whether a pasted text is rows of cells: two lines or more, with tabs, pipes or commas in each."""
    lines = [line for line in text.splitlines() if line.strip()]
    most = len(lines) // 2
    return len(lines) > 1 and any(
        mark in lines[0] and sum(mark in line for line in lines) > most for mark in _APART
    )


def count_lines(text: str) -> int:
    """Return how many lines of a text say anything."""
    return sum(bool(line.strip()) for line in text.splitlines())


def keep_table(content: bytes, folder: Path, day: date) -> Path:
    """Keep a table in a folder, named by the day it was pasted on; raises SendActionsError for none."""
    if not content.strip():
        raise SendActionsError("Nothing was pasted: copy the table with its headings, and paste that.")
    file = folder / f"table pasted {say_date(day)}.txt"
    try:
        folder.mkdir(exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise SendActionsError(f"The table cannot be kept for reading: {error.strerror}.") from error
    return file
