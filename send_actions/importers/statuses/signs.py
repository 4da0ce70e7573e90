"""Signs that stand for a status, or beside the words of one: circles in a colour, ticks, arrows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from unicodedata import category

from send_actions.domain.plan.vocabulary import Status

_CIRCLES: Final = {
    sign: colour
    for signs, colour in (("🔴🟥", "red"), ("🟠🟡🟧🟨", "amber"), ("🟢🟩", "green"), ("🔵🟦", "blue"))
    for sign in signs
}
"""The colours of signs that stand before a status or in its place."""

SEEN_AS_PICTURES: Final = "\ufe0e\ufe0f"
_BETWEEN: Final = " \t\n.:;,-–—"
_ARROWS: Final = frozenset("←↑→↓↔↕↖↗↘↙⇐⇑⇒⇓⇔⬅⬆⬇➡⮕▲▼△▽►◄➔➜➞")
_TURNED: Final = re.compile(r"(?P<was>[A-Za-z ]+?)\s*(?:[→⇒➡⮕►➔➜➞]|->|=>|>|\bto\b)\s*(?P<now>[A-Za-z ]+)")
_LONGEST: Final = 100
_ONE_SIGN: Final = frozenset("●■◆⬤◼⚫•○◯◉⦿▲▼★⬛♦ ")
"""Signs that say a status by the colour they stand in, and nothing without it."""

_MEANT: Final = (
    (frozenset("✓✔☑✅🗸🗹"), Status.COMPLETE),
    (frozenset("☺🙂😀😃😊"), Status.ON_TRACK),
    (frozenset("😐😑"), Status.AT_RISK),
    (frozenset("☹🙁😞😟"), Status.OFF_TRACK),
)
"""What ticks and faces most likely say: offered, never taken."""


_OF_SIGNS: Final = frozenset({"So", "Sk", "Mn"})
"""The kinds of characters that pictures and drawn signs are, by Unicode."""

_FEW_SIGNS: Final = 3


class Signed(NamedTuple):
    """The colours of the signs in a text, each once, and the words beside them."""

    colours: tuple[str, ...]
    words: str


def signed(text: str) -> Signed | None:
    """Return what a text with circles in a colour says; None for one without any."""
    if text.isascii() or _CIRCLES.keys().isdisjoint(text):
        return None
    colours = dict.fromkeys(_CIRCLES[sign] for sign in text if sign in _CIRCLES)
    kept = "".join(sign for sign in text if sign not in _CIRCLES and sign not in SEEN_AS_PICTURES)
    return Signed(tuple(colours), " ".join(kept.split()).strip(_BETWEEN))


def is_coloured_sign(text: str) -> bool:
    """Say whether a text is a sign alone that says a status by the colour it stands in."""
    bare = text.strip().strip(SEEN_AS_PICTURES)
    return bool(bare) and _ONE_SIGN.issuperset(bare)


def is_sign(text: str) -> bool:
    """Say whether a text is a sign or two alone, with no letter, figure or usual mark beside them."""
    bare = "".join(text.split()).strip(SEEN_AS_PICTURES)
    return 0 < len(bare) <= _FEW_SIGNS and all(category(sign) in _OF_SIGNS for sign in bare)


def turned(text: str) -> tuple[str, str] | None:
    """Return the words before and behind an arrow or “to”, as of a status that moved; None for any other."""
    found = _TURNED.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return (found["was"].strip(), found["now"].strip()) if found else None


def has_arrows(text: str) -> bool:
    """Say whether a text has arrows beside words, as of which way a status goes."""
    return not text.isascii() and any(map(str.isalpha, text)) and not _ARROWS.isdisjoint(text)


def sign_meant(text: str) -> Status | None:
    """Return what a sign alone most likely says of a status; None for any other text."""
    bare = text.strip().strip(SEEN_AS_PICTURES)
    return next((status for signs, status in _MEANT if bare and signs.issuperset(bare)), None)
