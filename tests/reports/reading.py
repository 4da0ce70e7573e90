"""Read a paper back: its sections by title, its lists, its tables by caption, its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from send_actions.reports.document import (
    Block,
    BulletList,
    Chart,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Table,
)


def sections(document: Document) -> dict[str, list[Block]]:
    """The blocks under each heading of level 2, by its title without its number or what it says of dates."""
    found: dict[str, list[Block]] = {}
    title = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            text = re.sub(r"^(\d+\. |Annex [A-Z]: )", "", block.text)
            title = re.split(r": | since | \(", text)[0]
            found[title] = []
        else:
            found[title].append(block)
    return found


def to_read(document: Document) -> list[Block]:
    """The blocks before the annexes."""
    places = [
        n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.starts_page
    ]
    return list(document.blocks[: places[0]])


def items(blocks: Iterable[Block]) -> list[str]:
    """The items of all lists, as words."""
    lists = (block for block in blocks if isinstance(block, BulletList | NumberedList))
    return [said(item) for block in lists for item in block.items]


def said(paragraph: Paragraph) -> str:
    """What a paragraph says."""
    return "".join(map(str, paragraph.runs))


def table(blocks: Iterable[Block], caption: str) -> list[list[str]]:
    """The rows of the table whose caption begins so, as words."""
    for block in blocks:
        if isinstance(block, Table) and block.caption.startswith(caption):
            return [[str(cell) for cell in row] for row in block.rows]
    raise AssertionError(f"no table {caption}")


def words(blocks: Iterable[Block]) -> str:
    """Everything said in some blocks, a line for each block, item or row."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading():
                lines.append(block.text)
            case Paragraph():
                lines.append(said(block))
            case BulletList() | NumberedList():
                lines += items([block])
            case Table():
                lines += [" | ".join(map(str, row)) for row in ((block.caption,), block.header, *block.rows)]
            case Chart():
                lines += [block.title, block.words]
    return "\n".join(lines)


def lines_before_the_annexes(document: Document, width: int = 95) -> int:
    """How many lines of a page the paper takes up to its annexes, about: until a PDF can be measured."""
    facts = [f"{label}: {value}" for label, value in document.facts]
    told = [document.title, *facts, *words(to_read(document)).splitlines()]
    return sum(len(wrap(line, width, initial_indent="  ", subsequent_indent="   ")) for line in told)
