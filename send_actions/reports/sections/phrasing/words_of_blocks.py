"""The words of blocks, to be read or looked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from send_actions.reports.document import (
    Block,
    BulletList,
    Chart,
    Heading,
    NumberedList,
    Paragraph,
    Table,
)


def words_of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield each heading, paragraph, item, cell and description as a line, in reading order."""
    for block in blocks:
        match block:
            case Heading():
                yield block.text
            case Paragraph():
                yield "".join(map(str, block.runs))
            case BulletList() | NumberedList():
                yield from ("".join(map(str, item.runs)) for item in block.items)
            case Table():
                yield block.caption
                yield from (str(cell) for row in (block.header, *block.rows) for cell in row)
            case Chart():
                yield from (block.title, block.words)
