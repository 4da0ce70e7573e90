"""A file checked: read back in its format, and held against every rule."""

from __future__ import annotations

from pathlib import Path

from send_actions.domain.text import printable
from send_actions.errors import UsageError
from send_actions.reports.checking.rules import Finding, findings
from send_actions.reports.reading.read_back import STRUCTURED, read_back, reader_of


def check_file(path: Path) -> list[Finding]:
    """Return what stands in the way of readers in a file.

    Raises UsageError for a format without headings and tables, SendActionsError for what cannot be read.
    """
    if path.suffix.lower() == ".ics" or reader_of(path, STRUCTURED) not in STRUCTURED:
        raise UsageError(
            f"{printable(path.name)} is text alone, with neither headings nor tables to check: give one of "
            f"{', '.join(STRUCTURED)}."
        )
    _, seen = read_back(path)
    return findings(seen)
