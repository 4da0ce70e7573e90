"""What a file leaves open, cell by cell: doubts, and questions that block, with the flag that answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Final

from send_actions.domain.text import cut, printable

_LONGEST: Final = 60
_BEFORE: Final = 20
"""Characters that are shown before those in which two cut words differ."""

_MEANT: Final = re.compile(r"\b[Dd]id you mean (?P<meant>[\w -]+)\?$")
"""How a question ends that offers one answer."""


@dataclass(frozen=True)
class AskFor:
    """What answers a question: the flag, what it speaks of, and what is most likely meant, if anything.

    `is_wanted` says whether the flag wants words after it, `of_all` how many questions one answer may answer.
    """

    flag: str
    key: str = ""
    offer: str = ""
    is_wanted: bool = True
    of_all: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f'{self.flag} "{self.words}"' if self.words else self.flag

    @property
    def words(self) -> str:
        """What stands after the flag, with … for what is to be filled in; empty where nothing does."""
        meant = self.offer or "…"
        return f"{self.key}={meant}" if self.key else meant if self.is_wanted else ""


@dataclass(frozen=True)
class Problem:
    """Something about one cell: a question blocks the import until it is answered, a doubt is only listed.

    `sides` has who says what of it, where several say something; `rows` a sentence for each row that it is
    about, where these are many.
    """

    cell: str
    message: str
    is_question: bool = False
    answer: AskFor | None = None
    sides: tuple[tuple[str, str], ...] = ()
    rows: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.cell}: {self.message}"

    @property
    def offer(self) -> str:
        """The one answer that a question offers to whoever is asked it; empty where it offers none."""
        if self.answer is None:
            return ""
        meant = _MEANT.search(self.message)
        return self.answer.offer or (meant["meant"] if meant else "")


def cell_name(row: int, column: int) -> str:
    """Return a cell's name as spreadsheets have it; rows count from 1, columns from 0."""
    letters = ""
    while column >= 0:
        letters = ascii_uppercase[column % 26] + letters
        column = column // 26 - 1
    return f"{letters}{row}"


def list_cells(cells: list[str], most: int = 8) -> str:
    """Return the names of some cells and how many more there are: C2, C4 and 3 more."""
    named = ", ".join(cells[:most])
    return named + (f" and {len(cells) - most} more" if len(cells) > most else "")


def quoted(words: str) -> str:
    """Return words of a file or of the plan as they are told."""
    return f"“{printable(cut(words, _LONGEST))}”"


def quoted_apart(one: str, other: str) -> tuple[str, str]:
    """Return two words set against each other as they are told, each from shortly before where they differ.

    Words that differ within what is shown begin at their beginning.
    """
    if one == other or quoted(one) != quoted(other):
        return quoted(one), quoted(other)
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(one.rfind(" ", 0, max(at - _BEFORE, 0)) + 1, at - 2 * _BEFORE)
    return quoted(f"…{one[start:]}"), quoted(f"…{other[start:]}")


def place_in(order: Mapping[str, int], problem: Problem) -> tuple[float, float, int, str]:
    """Return where a problem stands by the order of tables, row and column; that of no cell is last."""
    grid, mark, cell = problem.cell.rpartition("!")
    table = order.get(grid + mark, float("inf"))
    match = re.match(r"([A-Z]+)(\d+)", cell)
    return (table, int(match[2]), len(match[1]), match[1]) if match else (table, float("inf"), 0, "")


class WordsTold:
    """What is told of the same words wherever they stand in a file: once, with all their cells."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, str], list[str]] = {}

    def add(self, found: Mapping[str, list[str]], message: str) -> None:
        """Add the cells of some words, of which a message is told with its cells at {where}."""
        for words, cells in found.items():
            self._cells.setdefault((words, message), []).extend(cells)

    def told(self) -> Iterator[Problem]:
        """Yield the doubt about each of the words, at the first of its cells."""
        for (words, message), cells in self._cells.items():
            where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
            yield Problem(cells[0], f"{quoted(words)} {message.replace('{where}', where)}")
