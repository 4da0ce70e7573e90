"""One listing, put out as JSON, as CSV, as plain lines or as a table for people."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from send_actions.cli.screen import Screen, standard_output
from send_actions.cli.sight import Sight
from send_actions.domain.dates import say_date
from send_actions.domain.text import clean
from send_actions.errors import UsageError

SCHEMA_VERSION: Final = 1
"""The version of the JSON that listings put out."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_HIDDEN: Final = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"


@dataclass(frozen=True)
class Listing:
    """What a looking command found; only the form that is asked for is made.

    `items` are the JSON objects, `rows` the CSV's heading and lines, `lines` the plain lines and `table` the
    lines for people on a screen. `told` is said beside the last two, on standard error.
    """

    kind: str
    items: Callable[[], list[dict[str, Any]]]
    rows: Callable[[], Iterable[Sequence[object]]]
    lines: Callable[[], Iterable[str]]
    table: Callable[[Screen], Iterable[str]]
    told: str = ""


def put_out(listing: Listing, sight: Sight, *, as_json: bool, as_csv: bool, plain: bool) -> None:
    """Write the listing in the form asked for; raises UsageError when two are asked for at once."""
    if as_json + as_csv + plain > 1:
        raise UsageError("A listing has one form: choose one of --json, --csv and --plain.")
    if as_json:
        sys.stdout.write(json_text(listing.kind, listing.items(), sight) + "\n")
    elif as_csv:
        write_csv(listing.rows())
    else:
        sys.stdout.writelines(
            f"{line}\n" for line in (listing.lines() if plain else listing.table(standard_output()))
        )
        sys.stdout.flush()
        if listing.told:
            sys.stderr.write(f"{listing.told}\n")


def stamp(sight: Sight) -> str:
    """Return what the listing can be made again from."""
    return f"as at {say_date(sight.plan.as_at)}, record {sight.plan.record}"


def json_text(kind: str, items: list[dict[str, Any]], sight: Sight) -> str:
    """Return the JSON document of a listing; what a terminal would obey or hide is written by its number."""
    import json

    document = {
        "kind": kind,
        "schema_version": SCHEMA_VERSION,
        "as_at": sight.plan.as_at.isoformat(),
        "record": sight.plan.record,
        "count": len(items),
        "items": items,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return re.sub(_HIDDEN, lambda match: f"\\u{ord(match[0]):04x}", text)


def write_csv(rows: Iterable[Sequence[object]]) -> None:
    """Write lines of CSV to standard output; no cell can act as a formula in a spreadsheet."""
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows(_cells(row) for row in rows)


def _cells(row: Sequence[object]) -> Iterator[str]:
    for value in row:
        if isinstance(value, bool):
            yield "yes" if value else "no"
        else:
            text = "" if value is None else clean(str(value))
            yield f"'{text}" if text.startswith(_FORMULA) and not isinstance(value, int | float) else text
