"""Data for other programs: CSV in which no spreadsheet finds a formula, JSON that hides nothing."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, Final

from send_actions.domain.text import clean

FORMULA_STARTS: Final = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
UTF8_MARK: Final = "\ufeff"
"""What comes first in a file of CSV: without it Excel takes it for another encoding."""

_MOST_KEPT: Final = 1 << 14
_HIDDEN: Final = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"


def csv_text(rows: Iterable[Sequence[Hashable]]) -> str:
    """Return lines of CSV without the mark of UTF-8; no cell can act as a formula in a spreadsheet."""
    cell = _Cells().__getitem__
    return "".join([(",".join(map(cell, row)) or '""') + "\n" for row in rows])


def unguarded(text: str) -> str:
    """Return the text of a cell without the quote that `csv_text` puts before what could be a formula."""
    return text[1:].strip() if text.startswith("'") and _needs_guard(text[1:]) else text


def json_text(head: dict[str, Any], **lists: Sequence[Any]) -> str:
    """Return a JSON object of values and then of lists, each item of a list on a line of its own.

    What a terminal would obey or hide is written by its number.
    """
    import json

    parts = [json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")]
    for name, items in lists.items():
        lines = ",".join(f"\n    {json.dumps(item, ensure_ascii=False)}" for item in items)
        parts.append(f'"{name}": [{lines}' + ("\n  ]" if items else "]"))
    text = ",\n  ".join(parts) + "\n}"
    return re.sub(_HIDDEN, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def _needs_guard(text: str) -> bool:
    """Say whether a text begins as a formula does, or as one that has a guard already: each gets one more."""
    return text.lstrip("'").startswith(FORMULA_STARTS)


class _LastLine:
    """Keeps the line that was written last."""

    line = ""

    def write(self, line: str) -> None:
        self.line = line


class _Cells(dict[Hashable, str]):
    """Values as the cells of a row of several; each text is looked at once, while there are not too many."""

    def __init__(self) -> None:
        import csv

        super().__init__({None: ""})
        self._last = _LastLine()
        self._write = csv.writer(self._last, lineterminator="\n").writerow

    def __missing__(self, value: Hashable) -> str:
        if isinstance(value, bool):  # not kept, nor is a number: 1 is not True
            return "yes" if value else "no"
        if isinstance(value, int | float):
            return str(value)
        text = clean(str(value))
        self._write((f"'{text}" if _needs_guard(text) else text, ""))
        told = self._last.line.removesuffix(",\n")
        if isinstance(value, str) and len(self) < _MOST_KEPT:
            self[value] = told
        return told
