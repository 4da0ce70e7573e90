"""The words of a workbook's cell run by run: which are struck out, and the pictures that stand as letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

_STRINGS: Final = "xl/sharedStrings.xml"
_AT_ONCE: Final = 1 << 20
_STRIKE: Final = b"strike"
_PICTURES: Final = {
    "wingdings": str.maketrans("üþûýx¨oqlnJKL", "✓☑✗☒☒☐☐☐●■☺😐☹"),
    "wingdings 2": str.maketrans("PROS£", "✓☑✗☒☐"),
    "webdings": str.maketrans("arcg", "✓✗☐■"),
}
"""What letters show in fonts of pictures, as far as they are marks; read off the fonts' own tables."""

_LETTERS: Final = {0xF000 + letter: letter for letter in range(0x20, 0x100)}
"""The letters of a font of pictures by the places for private use, where some programs write them."""


class Run(NamedTuple):
    """Words of one look in a cell."""

    text: str
    is_struck: bool


def has_struck(path: Path) -> bool:
    """Say whether words inside the cells of a workbook may be struck out."""
    with ZipFile(path) as packed:
        if _STRINGS not in packed.namelist():
            return False
        with packed.open(_STRINGS) as stream:
            tail = b""
            while piece := stream.read(_AT_ONCE):
                if _STRIKE in tail + piece:
                    return True
                tail = piece[-len(_STRIKE) :]
    return False


def runs_of(value: Any, font: Any) -> list[Run]:
    """Return the words of a cell that is text, in runs; `font` is the cell's own, None for the usual one."""
    is_struck = font is not None and bool(font.strike)
    name = font.name if font is not None else None
    if isinstance(value, str):
        return [Run(_shown(value, name), is_struck)]
    return [*_rich(value, name, is_struck=is_struck)]


def _rich(value: list[Any], name: str | None, *, is_struck: bool) -> Iterator[Run]:
    for part in value:
        if isinstance(part, str):
            yield Run(_shown(part, name), is_struck)
        else:
            yield Run(_shown(part.text, part.font.rFont or name), bool(part.font.strike))


def _shown(text: str, font: str | None) -> str:
    """Return what letters show: in a font of pictures a tick for ü."""
    pictures = _PICTURES.get(font.casefold()) if font and "ings" in font else None
    return text.translate(_LETTERS).translate(pictures) if pictures else text
