"""The numbers of a paper's sections and the letters of its annexes, and how one section sends to another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import ascii_uppercase
from typing import TypeAlias

from send_actions.reports.document import Block, Heading

Places: TypeAlias = Mapping[str, int]
"""The number of each section of a paper by its title."""

Told: TypeAlias = Iterable[Block] | Callable[[Places], Iterable[Block]]
"""What a section says; where it sends to others it is made with their numbers."""


def numbered(sections: Mapping[str, Told]) -> Iterator[Block]:
    """Yield each section under its title and number, from 1 on."""
    places = {title: number for number, title in enumerate(sections, start=1)}
    for title, told in sections.items():
        yield Heading(2, f"{places[title]}. {title}")
        yield from told(places) if callable(told) else told


def lettered(annexes: Mapping[str, Iterable[Block]]) -> Iterator[Block]:
    """Yield each annex under its title and letter, from A on; the first starts a page."""
    for title, blocks in annexes.items():
        letter = letter_of(annexes, title)
        yield Heading(2, f"Annex {letter}: {title}", starts_page=letter == "A")
        yield from blocks


def letter_of(annexes: Iterable[str], title: str) -> str:
    """The letter of an annex of a paper, by the titles of all."""
    return ascii_uppercase[list(annexes).index(title)]
