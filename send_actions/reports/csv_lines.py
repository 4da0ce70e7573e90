"""Lines of CSV in which no cell can act as a formula in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from send_actions.domain.text import clean

UTF8_MARK: Final = "\ufeff"
"""What comes first in a file or a pipe: without it Excel takes the lines for another encoding."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows as lines of CSV; what a spreadsheet would take for a formula begins with an apostrophe."""
    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(_cells(row) for row in rows)
    return written.getvalue()


def _cells(row: Sequence[object]) -> Iterator[str]:
    for value in row:
        if isinstance(value, bool):
            yield "yes" if value else "no"
        else:
            text = "" if value is None else clean(str(value))
            yield f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text
