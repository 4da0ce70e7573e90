"""The words of a document's paragraphs, with the bullets and numbers that Word puts before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from send_actions.importers.grids.docx_runs import text_boxes, value_of, words_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HOLDERS: Final = frozenset(
    f"{_W}{tag}" for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_HEADING: Final = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
_PART: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9


class DocumentWords:
    """Reads paragraph after paragraph, in the order of the document, so that its numbers count."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._levels: dict[str, int] = {}
        self._style_numbers: dict[str, tuple[str, int]] = {}
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            self._note_style(style)
        self._lists = _Lists(numbering)
        self._marks: dict[Element, str] = {}

    def _note_style(self, style: Element) -> None:
        key = style.get(f"{_W}styleId", "")
        name = value_of(style.find(f"{_W}name"))
        if match := _HEADING.fullmatch(name.strip()):
            self._levels[key] = int(match[1])
        elif name.strip().lower() in ("title", "subtitle"):
            self._levels[key] = 0
        if found := _numbered(style.find(f"{_W}pPr")):
            self._style_numbers[key] = found

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
        """Return the level of a heading, 0 for any other paragraph."""
        return self._levels.get(value_of(paragraph.find(f"{_W}pPr/{_W}pStyle")), 0)

    def paragraph(self, paragraph: Element, *, without_struck: bool = False) -> str:
        """Return a paragraph's words, after its bullet or number."""
        text = words_of(paragraph, without_struck=without_struck).strip()
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
        properties = paragraph.find(f"{_W}pPr")
        style = value_of(paragraph.find(f"{_W}pPr/{_W}pStyle"))
        found = _numbered(properties) or self._style_numbers.get(style)
        return self._lists.next_mark(*found) if found else ""


class _Lists:
    """The lists of a document, each with how far it has counted."""

    def __init__(self, numbering: Element | None) -> None:
        self._forms: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        if numbering is None:
            return
        for form in numbering.iter(f"{_W}abstractNum"):
            self._forms[form.get(f"{_W}abstractNumId", "")] = dict(map(_level_of, form.iter(f"{_W}lvl")))
        for number in numbering.iter(f"{_W}num"):
            self._abstract[number.get(f"{_W}numId", "")] = value_of(number.find(f"{_W}abstractNumId"))

    def next_mark(self, number: str, level: int) -> str:
        """Return what stands before the next paragraph of a list: a bullet, or its number."""
        form = self._forms.get(self._abstract.get(number, ""), {})
        if level not in form:
            return ""
        kind, text, _ = form[level]
        if kind in ("bullet", "none"):
            return "•" if kind == "bullet" else ""
        counts = self._counts.setdefault(self._abstract[number], [0] * _LEVELS)
        counts[level] = (counts[level] or form[level][2] - 1) + 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            at = form.get(place, ("decimal", "", 1))
            return _as_written(counts[place] or at[2], at[0])

        return _PART.sub(counted, text)


def _level_of(level: Element) -> tuple[int, tuple[str, str, int]]:
    place, start = level.get(f"{_W}ilvl", "0"), value_of(level.find(f"{_W}start"))
    return (
        min(int(place) if place.isdecimal() else 0, _LEVELS - 1),
        (
            value_of(level.find(f"{_W}numFmt")),
            value_of(level.find(f"{_W}lvlText")),
            int(start) if start.isdecimal() and len(start) < len("10000") else 1,
        ),
    )


def _numbered(properties: Element | None) -> tuple[str, int] | None:
    found = properties.find(f"{_W}numPr") if properties is not None else None
    if found is None:
        return None
    number, level = value_of(found.find(f"{_W}numId")), value_of(found.find(f"{_W}ilvl"))
    if number in ("", "0"):
        return None
    return number, min(int(level) if level.isdecimal() else 0, _LEVELS - 1)


def _as_written(number: int, kind: str) -> str:
    match kind:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26)
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if kind == "upperRoman" else roman
        case _:
            return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            written += letters
            number -= value
    return written
