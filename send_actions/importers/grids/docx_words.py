"""The words of a document's paragraphs, and what their styles say of each: its level and its list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from send_actions.importers.cell_text import without_gaps
from send_actions.importers.grids.docx_lists import Lists
from send_actions.importers.grids.docx_runs import text_boxes, value_of, words_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDERS: Final = frozenset(
    f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_HEADING: Final = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
_LEVELS: Final = 9
_MOST_STYLES: Final = 20


class DocumentWords:
    """Reads paragraph after paragraph, in the order of the document, so that its numbers count."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        found = styles.iter(f"{_W}style") if styles is not None else ()
        self._styles = {style.get(f"{_W}styleId", ""): style for style in found}
        self._lists = Lists(numbering)
        self._levels: dict[str, int] = {}
        self._style_lists: dict[str, tuple[str, int] | None] = {}
        self._marks: dict[Element, str] = {}

    def _chain(self, key: str) -> Iterator[tuple[str, Element]]:
        """Yield a style and those that it is based on, the nearest first."""
        for _ in range(_MOST_STYLES):
            style = self._styles.get(key)
            if style is None:
                return
            yield key, style
            key = value_of(style.find(f"{_W}basedOn"))

    def _level_of_style(self, key: str) -> int:
        for _, style in self._chain(key):
            name = value_of(style.find(f"{_W}name")).strip()
            if match := _HEADING.fullmatch(name):
                return int(match[1])
            if name.lower() in ("title", "subtitle"):
                return 0
            if outline := value_of(style.find(f"{_W}pPr/{_W}outlineLvl")):
                return _outlined(outline)
        return 0

    def _list_of_style(self, key: str) -> tuple[str, int] | None:
        """Return the list of a style and the level in it, which the list may say by the style."""
        for own, style in self._chain(key):
            number, level = _numbered(style.find(f"{_W}pPr"))
            if number:
                at = self._lists.level_of_style(number, own) if level is None else level
                return None if number == "0" else (number, at)
        return None

    def blocks(self, parent: Element) -> Iterator[Element]:
        """Yield the paragraphs and tables of a body, also those in text boxes or that something holds."""
        for child in parent:
            if child.tag in (f"{_W}p", f"{_W}tbl"):
                yield child
                for box in text_boxes(child) if child.tag == f"{_W}p" else ():
                    yield from self.blocks(box)
            elif child.tag in _HOLDERS:
                yield from self.blocks(child)

    def inside(self, parent: Element, tag: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, also those that something holds."""
        for child in parent:
            if child.tag == f"{_W}{tag}":
                yield child
            elif child.tag in _HOLDERS:
                yield from self.inside(child, tag)

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, by its style or where it is in the outline; 0 for others."""
        key = value_of(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        if outline := value_of(paragraph.find(f"{_W}pPr/{_W}outlineLvl")):
            return _outlined(outline)
        if key not in self._levels:
            self._levels[key] = self._level_of_style(key)
        return self._levels[key]

    def paragraph(self, paragraph: Element, *, without_struck: bool = False) -> str:
        """Return a paragraph's words, after its bullet or number."""
        text = without_gaps(words_of(paragraph, without_struck=without_struck)).strip()
        mark = self._mark(paragraph)
        if not text:
            return mark.strip("• .)")
        return f"{mark} {text}" if mark else text

    def cell(self, cell: Element, *, without_struck: bool = False) -> str:
        """Return a cell's words, a line for each paragraph, and for each row of a table within it.

        Words that are struck out may be left out.
        """
        lines: list[str] = []
        for block in self.blocks(cell):
            if block.tag == f"{_W}p":
                lines.append(self.paragraph(block, without_struck=without_struck))
            else:
                rows = self.inside(block, "tr")
                lines += [" ".join(self.cell(inner) for inner in self.inside(row, "tc")) for row in rows]
        return re.sub(r"\n\s*\n+", "\n", "\n".join(lines)).strip("\n")

    def row(self, row: Element) -> list[tuple[str, int]]:
        """Return the words of a row's paragraphs with the levels of headings, a label with its words."""
        cells = [
            [
                (text, self.level(p))
                for p in self.blocks(cell)
                if p.tag == f"{_W}p" and (text := self.paragraph(p))
            ]
            for cell in self.inside(row, "tc")
        ]
        filled = [cell for cell in cells if cell]
        if len(filled) == len(("label", "words")) and len(filled[0]) == 1:
            (label, level), words = filled[0][0], "\n".join(text for text, _ in filled[1])
            return [(f"{label.rstrip(':')}: {words}", level)]
        return [line for cell in filled for line in cell]

    def _mark(self, paragraph: Element) -> str:
        if paragraph not in self._marks:
            self._marks[paragraph] = self._next_mark(paragraph)
        return self._marks[paragraph]

    def _next_mark(self, paragraph: Element) -> str:
        number, level = _numbered(paragraph.find(f"{_W}pPr"))
        key = value_of(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        if key not in self._style_lists:
            self._style_lists[key] = self._list_of_style(key)
        of_style = self._style_lists[key]
        if number == "0" or not (number or of_style):
            return ""
        at = level if level is not None else of_style[1] if of_style and not number else 0
        return self._lists.next_mark(number or (of_style[0] if of_style else ""), at)


def _outlined(level: str) -> int:
    """Return the level of a heading by its place in the outline, in which 9 is that of other words."""
    return int(level) + 1 if level.isdecimal() and int(level) < _LEVELS else 0


def _numbered(properties: Element | None) -> tuple[str, int | None]:
    """Return the list that is named and the level in it, either of them empty where it is not said."""
    found = properties.find(f"{_W}numPr") if properties is not None else None
    if found is None:
        return "", None
    number, level = value_of(found.find(f"{_W}numId")), value_of(found.find(f"{_W}ilvl"))
    return number, min(int(level), _LEVELS - 1) if level.isdecimal() else None
