"""Read a paper back: its sections by title, its tables by caption, its words."""

from __future__ import annotations

from collections.abc import Iterable

from send_actions.reports.document import Block, BulletList, Document, Heading, Paragraph, Table


def sections(document: Document) -> dict[str, list[Block]]:
    """The blocks under each heading of level 2, by its title without any number."""
    found: dict[str, list[Block]] = {}
    title = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            title = block.text.partition(". ")[2] or block.text
            found[title] = []
        else:
            found[title].append(block)
    return found


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
                lines.append("".join(map(str, block.runs)))
            case BulletList():
                lines += ["".join(map(str, item.runs)) for item in block.items]
            case Table():
                lines += [" | ".join(map(str, row)) for row in ((block.caption,), block.header, *block.rows)]
    return "\n".join(lines)
