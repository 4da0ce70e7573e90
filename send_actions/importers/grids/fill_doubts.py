"""Statuses whose letter or colour's name is one, and the colour behind them another: the words are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells, quoted
from send_actions.importers.statuses.colour_key import COLOUR_WORDS, colour_name

_LETTERS: Final = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow", "p": "purple"}
_ALSO: Final = {"yellow": "amber", "orange": "amber", "gray": "grey"}
"""What is painted and said for one another."""


def fill_doubts(tables: Sequence[Found]) -> Iterator[Problem]:
    """Yield a doubt for the statuses that were painted in another colour than they say.

    A column of one colour alone is decorated, and says nothing of its rows.
    """
    found = [
        one
        for table in tables
        for place in table.places("status", "colour")
        for one in _differing(table, place)
    ]
    if found:
        named = list_cells([f"{cell} {quoted(words)} on {painted}" for cell, words, painted in found])
        told = "The colour behind a status and its words differ, and the words are read"
        yield Problem(found[0][0], f"{told}: {named}.")


def _differing(table: Found, place: int) -> list[tuple[str, str, str]]:
    """Return each cell of a column whose words name another colour, with these and the colour behind it."""
    at, painted, found = table.at[place], set[str](), []
    for row, texts in table.rows:
        cells = table.body.get(row, [])
        name = colour_name(cells[at].fill) if at < len(cells) and cells[at].fill else ""
        words = fold(texts[place]).strip(" .")
        said = _LETTERS.get(words, words)
        painted |= {name} if name else set()
        if name and said in COLOUR_WORDS and _ALSO.get(said, said) != _ALSO.get(name, name):
            found.append((table.cell(row, at), texts[place], name))
    return found if len(painted) > 1 else []
