"""Text as it is kept, shown, searched, sorted and cut: nothing a person typed or a file held ever acts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_UNWANTED: Final = (
    "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"  # controls, but for tab and line ends
    "\u00ad\u200b\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # what hides or turns writing
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # anchors and what is no character at all
    "\ud800-\udfff"  # halves of pairs
    "\U000e0000-\U000e0fff"  # tags
)
_TAGS: Final = re.compile("[\U000e0000-\U000e0fff]")
_REMOVED: Final = f"[{_UNWANTED}]"
_LINE_ENDS: Final = "\r\n?|[\u2028\u2029]"
_FOREIGN: Final = f"[{_UNWANTED}\t\n\r\u2028\u2029]"
_DELETE: Final = 0x7F
_CONTROL_PICTURES: Final = 0x2400
_NUMBERS: Final = re.compile(r"(\d{1,40})")
_LONG_NUMBER: Final = 40

NaturalKey = tuple[int | str, ...]
"""Of each part 0 and its number, or 1 and its word."""
_PLAIN: Final = str.maketrans("‘’‛“”‐‑‒–—−", "'''\"\"------")


def clean(text: str, *, one_line: bool = False) -> str:
    """Text fit to be kept: composed, LF line ends, nothing a terminal obeys, no spaces at the ends of lines.

    Joiners and variation selectors stay. Cleaning what is clean changes nothing. A one-line field has a
    space for each line end and tab.
    """
    if _is_plain(text) and unicodedata.is_normalized("NFC", text):
        return text.strip()
    text = re.sub(_LINE_ENDS, "\n", re.sub(_REMOVED, "", text))
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip()
    if one_line:
        text = text.replace("\n", " ").replace("\t", " ")
    return text


def single_spaced(text: str) -> str:
    """Text in one line with one space between two words, as it is after another program broke its lines."""
    return " ".join(text.split())


def printable(text: str) -> str:
    """Foreign text (a file's name, another program's error) made harmless: controls become pictures."""
    return text if _is_plain(text) else re.sub(_FOREIGN, _picture, text)


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is foreign: of that only some tags count as printable."""
    return text.isprintable() and (text.isascii() or not _TAGS.search(text))


def fold(text: str) -> str:
    """Text as it is searched: no capitals, no accents, and plain quotes, dashes and spaces."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(_PLAIN)


def cut(text: str, width: int) -> str:
    """The first `width` characters, the last of them "…" when something had to go."""
    if len(text) <= width:
        return text
    return text[: width - 1].rstrip() + "…" if width > 0 else ""


def cut_at_word(text: str, width: int) -> str:
    """The first `width` characters at most, up to the end of a word, and "…" when something had to go.

    A word that fills half of the width or more is cut itself.
    """
    if len(text) <= width:
        return text
    whole = text[:width].rpartition(" ")[0].rstrip(" ,;:–—-")
    return f"{whole}…" if len(whole) >= width // 2 else cut(text, width)


def width_of(text: str) -> int:
    """How many columns a terminal gives the text."""
    return len(text) if text.isascii() else sum(map(width_of_character, text))


@lru_cache(maxsize=4096)
def width_of_character(character: str) -> int:
    """How many columns a terminal gives one character: none to one that stands upon another."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@lru_cache(maxsize=1 << 15)
def match_key(ref: str) -> str:
    """A key that is the same for refs and numbers that people take for the same: 9.5A, 9.5a, "9.5 a"."""
    return "".join(fold(ref).split())


@lru_cache(maxsize=1 << 15)
def natural(text: str) -> NaturalKey:
    """A key that sorts numbers by value and words without regard to case."""
    key: list[int | str] = []
    if text.isascii() and text.replace(".", "").isdecimal() and len(text) < _LONG_NUMBER:
        numbers = text.split(".")
        if "" not in numbers:  # a ref as most are
            for number in numbers:
                key += (0, int(number), 1, ".")
            return tuple(key[:-2])
    for part in _NUMBERS.split(text):
        if part:
            key += (0, int(part)) if part.isdecimal() else (1, part.casefold())
    return tuple(key)


def _picture(control: re.Match[str]) -> str:
    code = ord(control[0])
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == _DELETE else "\ufffd"
