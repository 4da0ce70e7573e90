"""A table pasted or piped in: kept as a file, so that it is read, asked about and known as any other."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from send_actions.domain.words.dates import say_date
from send_actions.errors import SendActionsError
from send_actions.importers.csv_file import SURELY_APART

_MAYBE_APART: Final = (",", ";")
"""What stands between the cells of a row, and within sentences too."""


def is_table(text: str) -> bool:
    """Say whether a pasted text holds rows of cells: two lines or more.

    Tabs and pipes make cells wherever they stand, such as in a letter; commas where they part most lines.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    most = len(lines) // 2
    if any(sum(mark in line for line in lines) > 1 for mark in SURELY_APART):
        return True
    return len(lines) > 1 and any(
        mark in lines[0].strip(mark) and sum(mark in line for line in lines) > most for mark in _MAYBE_APART
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
