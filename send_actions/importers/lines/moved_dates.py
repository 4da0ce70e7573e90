"""What a cell of revised due dates says besides a date: no change, or that the move is only asked for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from send_actions.domain.plan import Due
from send_actions.domain.text import fold

_UNCHANGED: Final = frozenset(
    {"no", "not", "nil", "none", "na", "nothing", "same", "unchanged", "original", "originally"}
)
_ABOUT_IT: Final = frozenset(
    {
        *(
            "a",
            "as",
            "the",
            "to",
            "is",
            "of",
            "still",
            "remain",
            "remains",
            "stays",
            "stands",
            "planned",
            "at",
        ),
        *(
            "change",
            "changes",
            "changed",
            "revised",
            "revision",
            "extension",
            "extended",
            "amended",
            "needed",
        ),
        *("amendment", "required", "applicable", "date", "due", "deadline", "plan", "timescale", "present"),
        *("target", "currently", "above", "before", "n", "requested", "yet", "on"),
    }
)
_PENDING: Final = (
    r"(?:requested|proposed|suggested|asked for|proposing|request|proposal|tb[ac]|provisional(?:ly)?"
    r"|(?:(?:yet )?to be|not yet) (?:agreed|confirmed|approved)|unconfirmed"
    r"|(?:subject to|awaiting|pending) (?:board )?(?:approval|agreement|sign[- ]?off|confirmation))"
)
_ASKING: Final = re.compile(
    r"(?<![\s(\[,:–-])[\s(\[,:–-]*\b(?:(?:extension|date|revision|change|move|extend) )?(?:is |being )?"
    rf"{_PENDING}\b"
    r"(?: to| until| for| as| of)?[\s)\],:–-]*",
    re.IGNORECASE,
)
_LATER: Final = (
    r"(?:(?:now |date )?(?:revised|moved|extended|changed|amended|re-?profiled|re-?scheduled|deferred|slipped"
    r"|postponed)(?: date)?(?: to| until)?|new date|now|→|->)"
)
_EARLIER: Final = (
    r"(?:was|were|originally|original(?: date)?|previously|formerly|moved from|revised from|from)"
)
_BETWEEN: Final = r"\s*[(\[,;:–/-]*\s*"
_BOTH: Final = re.compile(
    rf"(?P<one>.*?\d.*?){_BETWEEN}(?:(?P<later>(?<!\w){_LATER})|(?<!\w){_EARLIER})\s*[:–-]?\s*"
    r"(?P<other>(?=.*\d)[^()\[\]]+?)[)\].]*",
    re.IGNORECASE | re.DOTALL,
)


class Moved(NamedTuple):
    """The date that a due date is moved to, if any, whether that is only asked for, and words kept of it."""

    due: Due | None = None
    is_asked: bool = False
    kept: tuple[str, ...] = ()


def says_no_change(words: str) -> bool:
    """Say whether the words of a revised date's cell say that it is not revised: no change, as original."""
    plain = set(re.sub(r"[^\w ]", " ", fold(words).replace("n/a", "na")).split())
    return not plain.isdisjoint(_UNCHANGED) and plain <= _UNCHANGED | _ABOUT_IT


def first_and_moved_in(words: str) -> tuple[str, str] | None:
    """Return the words of the first date and of what it was moved to, where one cell surely says both."""
    match = _BOTH.fullmatch(words.strip())
    if match is None:
        return None
    pair = match["one"].strip(), match["other"].strip()
    return pair if match["later"] else pair[::-1]


def without_asking(words: str) -> str:
    """Return the words of a move without those that say that it is only asked for: 31/10/2025 (requested)."""
    return _ASKING.sub(" ", words).strip() or words
