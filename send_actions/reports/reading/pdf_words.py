"""The words of a PDF's pages: what its glyphs stand for, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias

import pikepdf

from send_actions.domain.text import printable

_SHOWN: Final = {"Tj", "TJ", "'", '"'}
_READ: Final = "q Q cm BT Tf Td TD T* Tm Tj TJ ' \""
"""The operators that say where words stand and which."""
_CHARACTERS: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES: Final = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4,64})>")
_RANGE: Final = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4,8})>")
_SPACE: Final = re.compile(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>")
_MOST_RANGE: Final = 1 << 16
_LINE: Final = 2.0
"""Points by which a line stands below another."""


class _Font(NamedTuple):
    """The letters of a font by the numbers of its glyphs, and how many bytes a number has."""

    letters: dict[int, str]
    width: int

    def read(self, code: bytes) -> str:
        """What a text in this font says."""
        if not self.letters:
            return code.decode("latin-1")
        numbers = (code[place : place + self.width] for place in range(0, len(code), self.width))
        return "".join(self.letters.get(int.from_bytes(number, "big"), "") for number in numbers)


def page_lines(page: pikepdf.Page) -> Iterator[str]:
    """The lines of a page in the order in which it draws them."""
    drawn = _Drawn(page.resources.get("/Font", {}))
    for instruction in pikepdf.parse_content_stream(page, _READ):
        drawn.do(str(instruction.operator), list(instruction.operands))
    drawn.end_line()
    yield from drawn.lines


class _Drawn:
    """What a page has drawn so far: whole lines, the line that is being drawn, and at what height."""

    def __init__(self, fonts: Any) -> None:
        self.lines: list[str] = []
        self._known = fonts
        self._fonts: dict[str, _Font] = {}
        self._font = _Font({}, 1)
        self._line = ""
        self._height = 0.0
        self._page, self._text = _STILL, _STILL
        self._kept: list[_Matrix] = []

    def do(self, name: str, operands: list[Any]) -> None:
        """Follow one operator."""
        match name:
            case "q":
                self._kept.append(self._page)
            case "Q":
                self._page = self._kept.pop() if self._kept else self._page
            case "cm":
                self._page = _joined(_matrix(operands), self._page)
            case "BT":
                self._text = _STILL
            case "Tm":
                self._text = _matrix(operands)
            case "Td" | "TD":
                self._text = _joined(_matrix([1, 0, 0, 1, *operands]), self._text)
            case "T*":
                self.end_line()
            case "Tf":
                self._change_font(str(operands[0]))
        if name in _SHOWN:
            self._show([operands[0]] if name == "TJ" else operands)

    def end_line(self) -> None:
        """End the line that is being drawn."""
        words = " ".join(printable(self._line.replace("\u200b", "")).split())
        if words:
            self.lines.append(words)
        self._line = ""

    def _change_font(self, key: str) -> None:
        if key not in self._fonts and key in self._known:
            self._fonts[key] = _font(self._known[key])
        self._font = self._fonts.get(key, self._font)

    def _show(self, operands: list[Any]) -> None:
        height = _joined(self._text, self._page)[5]
        if abs(height - self._height) > _LINE:
            self.end_line()
        elif self._line and not self._line.endswith(" "):
            self._line += " "
        self._height = height
        for operand in operands:
            for piece in operand if isinstance(operand, pikepdf.Array) else [operand]:
                if isinstance(piece, pikepdf.String):
                    self._line += self._font.read(bytes(piece))


_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_STILL: Final[_Matrix] = (1, 0, 0, 1, 0, 0)


def _matrix(operands: list[Any]) -> _Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _joined(first: _Matrix, then: _Matrix) -> _Matrix:
    """What one matrix and then another do."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        *(a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j),
        *(e * g + f * i + k, e * h + f * j + m),
    )


def _font(font: Any) -> _Font:
    table = font.get("/ToUnicode")
    if not isinstance(table, pikepdf.Stream):
        return _Font({}, 1)
    told = table.read_bytes()
    letters: dict[int, str] = {}
    for block in _CHARACTERS.findall(told):
        for glyph, text in _PAIR.findall(block):
            letters[int(glyph, 16)] = _text(text)
    for block in _RANGES.findall(told):
        for first, last, text in _RANGE.findall(block):
            start, code = int(first, 16), int(text, 16)
            many = min(int(last, 16) - start, _MOST_RANGE)
            letters |= {start + step: chr(code + step) for step in range(many + 1) if code + step < 0x110000}  # noqa: PLR2004
    space = _SPACE.search(told)
    return _Font(letters, max(1, len(space[1]) // 2) if space else 2)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
