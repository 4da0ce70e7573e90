"""What is seen of a file, whatever its format: its words, headings, tables, pictures and links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

_NUMBER: Final = re.compile(r"\d+")


def edge_lines(said: Iterable[str]) -> tuple[str, ...]:
    """Return what headers and footers say, each line once, numbers as # since those of pages move."""
    lines = (" ".join(line.split()) for text in said for line in text.split("\n"))
    return tuple(dict.fromkeys(_NUMBER.sub("#", line) for line in lines if line))


class SeenHeading(NamedTuple):
    """A heading; level 1 is the title."""

    level: int
    text: str


class SeenCell(NamedTuple):
    """A cell: its text (None where a format hides it), whether it is coloured, and where it is if it says.

    `tint` is red, amber or green where all its words are of that colour by themselves.
    """

    text: str | None
    is_coloured: bool = False
    place: str = ""
    tint: str = ""


class SeenPicture(NamedTuple):
    """A picture or chart and the words that stand for it; None where it has none."""

    place: str
    words: str | None


class SeenLink(NamedTuple):
    """A link and the words that are followed; None where a format hides them."""

    place: str
    words: str | None


@dataclass(frozen=True)
class SeenTable:
    """A table: where it is, its cells, and how it is made; what its format cannot say is None.

    `merged` counts cells that span several, `split` rows that may be parted by the end of a page, and
    `unscoped` header cells that do not say of what.
    """

    place: str
    rows: tuple[tuple[SeenCell, ...], ...]
    has_header: bool
    header_repeats: bool | None = None
    merged: int = 0
    split: int | None = None
    unscoped: int = 0
    described: bool | None = None


@dataclass(frozen=True)
class Seen:
    """A whole file. What its format has no room for is None, and no rule asks for it.

    `lines` are its words as they are read, `keywords` what it says of itself where no page shows it;
    `edges` are the words of its headers and footers, page numbers as #, where they are read;
    `title` and `language` are those of the file, empty where it should have them and has not.
    """

    lines: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    keywords: str = ""
    title: str | None = None
    language: str | None = None
    headings: tuple[SeenHeading, ...] | None = None
    tables: tuple[SeenTable, ...] = ()
    pictures: tuple[SeenPicture, ...] = ()
    links: tuple[SeenLink, ...] = ()
    is_tagged: bool | None = None
    shows_title: bool | None = None
    has_main: bool | None = None
    unnamed_sheets: tuple[str, ...] = ()
