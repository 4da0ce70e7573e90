"""Rows that are a key: a colour or a word of status, and beside it what that means."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from send_actions.domain.text import fold
from send_actions.domain.words.choices import likely_status, read_status
from send_actions.errors import UsageError
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.statuses.colour_key import COLOUR_WORDS, colour_name
from send_actions.importers.statuses.key_meaning import says_status

_FEWEST: Final = 2
_NARROW: Final = 3
_MOST_WORDS: Final = 4
_LETTERS: Final = frozenset({"r", "a", "g", "b", "y", "br"})
_BOTH: Final = frozenset({"r", "g"})
_BESIDE: Final = re.compile(r"\W*(?:rated|rating|status|\(.*\))?\W*")
_ONE_CELL: Final = re.compile(
    r"(?P<word>[^\W\d][\w /]{0,24}?)\s*(?:\([^()]*\)\s*)?(?:[=:–—]|\s-)\s*(?P<meaning>\S.*)", re.DOTALL
)


class Entry(NamedTuple):
    """A row of a key: the word or the colour's figures, the place of what it means, and these words."""

    word: str
    place: int
    meaning: str


def key_entry(grid: Grid, row: int) -> Entry | None:
    """Return what a row says as one of a key; None where it is none."""
    filled = grid.filled(row)
    if not filled or len(filled) > _NARROW:
        return None
    words = " ".join(grid.cell(row, filled[0]).text.split())
    if len(filled) > 1 and (is_state(words) or fold(words) in _LETTERS):
        meaning = grid.cell(row, filled[1]).text
        return Entry(fold(words), filled[1], " ".join(meaning.split()))
    if len(filled) == 1 and (fill := _fill_before(grid, row, filled[0])) and says_status(fold(words)):
        return Entry(fill, filled[0], words)
    alone = _ONE_CELL.fullmatch(words) if len(filled) == 1 else None
    if alone and (is_state(alone["word"]) or fold(alone["word"]) in _LETTERS):
        return Entry(fold(alone["word"]), filled[0], alone["meaning"])
    return None


def key_end(grid: Grid, row: int, end: int, statuses: Collection[int] = ()) -> int:
    """Return where a key ends that begins in a row; the row itself where none does.

    `statuses` are the places of columns whose cells are statuses, beside which other words mean nothing.
    """
    said: set[str] = set()
    last = row
    while last < end and (entry := key_entry(grid, last)):
        if grid.filled(last)[0] in statuses or entry.word in said:
            break
        said.add(entry.word)
        last += 1
    is_of_letters = said <= _LETTERS
    return row if len(said) < _FEWEST or (is_of_letters and not said >= _BOTH) else last


@lru_cache(maxsize=1024)
def is_state(words: str) -> bool:
    """Say whether words are a colour or a word of status, and nothing else."""
    plain = fold(words).strip(" .:")
    if len(plain.split()) > _MOST_WORDS or len(plain) < _FEWEST:
        return False
    if plain in COLOUR_WORDS or likely_status(plain):
        return True
    colour, _, rest = plain.partition(" ")
    if colour in COLOUR_WORDS and _BESIDE.fullmatch(rest):
        return True
    try:
        return bool(read_status(plain))
    except UsageError:
        return False


def _fill_before(grid: Grid, row: int, place: int) -> str:
    """Return the colour of an empty cell on the left of a place."""
    fills = (grid.cell(row, left).fill for left in range(place))
    return next((fill for fill in fills if fill and colour_name(fill)), "")
