"""Lines of minutes, put together where another program broke them or where labels part what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.importers.minutes.minutes_marks import MARKER, fields_in

_BROKEN: Final = 50


class MinuteLine(NamedTuple):
    """One line of minutes, by its number; one cell's share a `part`, with who and by when beside it.

    One cell that says both is `who` and `by`; `beside` is what else stands in its row.
    """

    number: int
    text: str
    part: int = 0
    who: str = ""
    by: str = ""
    beside: str = ""


def whole_lines(lines: Sequence[MinuteLine]) -> list[MinuteLine]:
    """Return lines, with what was broken put together again, and who and by when put to what they are of."""
    return _unbroken(_with_fields(lines))


def _with_fields(lines: Sequence[MinuteLine]) -> list[MinuteLine]:
    """Lines, with each that only says who or by when put to the one before it: "Owner: Head of SEND"."""
    whole: list[MinuteLine] = []
    for line in lines:
        what, who, by = fields_in(MARKER.sub("", line.text))
        if (who or by) and not what.strip() and whole and whole[-1].text.strip():
            whole[-1] = whole[-1]._replace(who=whole[-1].who or who, by=whole[-1].by or by)
        else:
            whole.append(line)
    return whole


def _unbroken(lines: Sequence[MinuteLine]) -> list[MinuteLine]:
    """Lines, with each that another program broke put together again: the rest begins in small letters."""
    whole: list[MinuteLine] = []
    for line in lines:
        last = whole[-1] if whole else MinuteLine(0, "", line.part)
        is_broken = len(last.text) >= _BROKEN and not last.text.rstrip().endswith((".", ":", ";", "!", "?"))
        if (
            is_broken
            and line.part == last.part
            and line.text.lstrip()[:1].islower()
            and not MARKER.match(line.text)
        ):
            whole[-1] = last._replace(text=f"{last.text.rstrip()} {line.text.strip()}")
        else:
            whole.append(line)
    return whole
