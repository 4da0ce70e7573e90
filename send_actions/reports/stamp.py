"""The stamp of a paper: the command that makes it again, and a hash of what it says in any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from send_actions.reports.document import (
    Block,
    BulletList,
    Chart,
    Code,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Stamp,
    Table,
)

DIGEST_LENGTH: Final = 32
"""Hexadecimal digits of the content hash: enough that no two papers share one by chance."""


def stamped(document: Document, command: str, *, is_short: bool = False) -> Document:
    """The document with its stamp, which its last paragraph says; `command` makes it again.

    A short one has no words around what is read back from it.
    """
    stamp = Stamp(command, content_hash(document))
    said = Paragraph((Code(stamp.command), f" Content: {stamp.digest}"))
    if not is_short:
        said = Paragraph(("To make this paper again: ", Code(stamp.command), f"\nContent: {stamp.digest}"))
    return replace(document, stamp=stamp, blocks=(*document.blocks, said))


def content_hash(document: Document) -> str:
    """The first digits of the SHA-256 of all that a document without a stamp says, in reading order."""
    told = "\x1e".join(_words(document))
    return sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:DIGEST_LENGTH]


def _words(document: Document) -> Iterator[str]:
    yield document.title
    for fact in document.facts:
        yield "\x1f".join(fact)
    for block in document.blocks:
        yield type(block).__name__
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.level}\x1f{block.text}"
        case Paragraph():
            yield "".join(map(str, block.runs))
        case BulletList() | NumberedList():
            yield from ("".join(map(str, item.runs)) for item in block.items)
        case Table():
            yield block.caption
            yield from ("\x1f".join(map(str, row)) for row in (block.header, *block.rows))
        case Chart():
            yield block.title
            yield block.words
            yield from ("\x1f".join(map(str, row)) for row in block.picture.rows)
