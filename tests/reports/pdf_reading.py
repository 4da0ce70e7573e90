"""Read a PDF back: its structure, and the words that its glyphs stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

SHOWN = {"Tj", "TJ"}


def opened(content: bytes) -> pikepdf.Pdf:
    """The file, for looking."""
    return pikepdf.open(BytesIO(content))


def elements(node: Any) -> Iterator[Any]:
    """Every element of a structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node["/K"])


def tree(content: bytes) -> list[str]:
    """The tags of a file in reading order, such as Table."""
    pdf = opened(content)
    return [str(one["/S"]).removeprefix("/") for one in elements(pdf.Root.StructTreeRoot)]


def words(content: bytes) -> str:
    """What all pages say, as a reader copies it."""
    return " ".join(pages(content))


def pages(content: bytes) -> list[str]:
    """What each page says."""
    said = ("".join(_page_words(page)) for page in opened(content).pages)
    return [" ".join(one.replace("\u200b", "").split()) for one in said]


def _page_words(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _letters(font) for name, font in page.resources["/Font"].items()}
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "Tf":
            letters = fonts[str(operands[0])]
        elif name == "Tm":
            yield " "
        elif name in SHOWN:
            for piece in operands[0] if name == "TJ" else operands:
                if isinstance(piece, pikepdf.String):
                    code = bytes(piece)
                    yield "".join(
                        letters.get(int.from_bytes(code[place : place + 2], "big"), "?")
                        for place in range(0, len(code), 2)
                    )


def _letters(font: Any) -> dict[int, str]:
    """The letters of a font's glyphs by their numbers."""
    table = font["/ToUnicode"].read_bytes().decode("ascii")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    assert "beginbfrange" not in table
    return found
