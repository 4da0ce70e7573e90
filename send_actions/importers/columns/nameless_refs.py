"""A column of refs that has no heading, before that of the actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.headings.headings import field_of, weak_field

_REF: Final = re.compile(
    r"(?:[A-Z]{1,4}[ .-]?)?\d{1,3}(?:\.\w{1,4})+\.?|[A-Z]{1,4}[ .-]?\d{1,3}[a-z]?\.?|\d{1,2}[a-z][.)]?"
)
_FEWEST: Final = 2


def nameless_ref(names: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place of a column without a heading whose cells are refs, all different; None for none.

    Plain numbers are none, as they may begin anew with each table.
    """
    fields = [field_of(name, names) or weak_field(name) for name in names]
    if "ref" in fields or "title" not in fields:
        return None
    for place in range(fields.index("title")):
        said = [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        if not names[place] and len({*said}) == len(said) >= _FEWEST and all(map(_REF.fullmatch, said)):
            return place
    return None
