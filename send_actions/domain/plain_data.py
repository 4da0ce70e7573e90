"""Data for other programs: CSV in which no spreadsheet finds a formula, JSON that hides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from send_actions.domain.text import clean

FORMULA_STARTS: Final = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""
UTF8_MARK: Final = "\ufeff"
"""What comes first in a file of CSV: without it Excel takes it for another encoding."""

_HIDDEN: Final = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return lines of CSV without the mark of UTF-8; no cell can act as a formula in a spreadsheet."""
    import csv
    from io import StringIO

    written = StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(map(_cell, row) for row in rows)
    return written.getvalue()


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


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int | float) else _guarded(str(value))


@lru_cache(maxsize=1 << 12)
def _guarded(text: str) -> str:
    """A text of a cell; what a spreadsheet would take for a formula begins with an apostrophe."""
    text = clean(text)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
