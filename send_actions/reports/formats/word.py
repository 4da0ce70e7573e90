"""A document for Word: real headings, lists, captions and tables, in our own template or a council's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Final, TypeAlias

from docx.document import Document as WordFile

from send_actions.reports.document import (
    BulletList,
    Chart,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Strong,
    Table,
)
from send_actions.reports.formats.column_widths import Column, is_wide, widths_of
from send_actions.reports.formats.drawing.canvas import Drawing
from send_actions.reports.formats.drawing.draw import draw
from send_actions.reports.formats.leads import leads_of
from send_actions.reports.formats.ooxml.contents_list import DEEPEST as LISTED
from send_actions.reports.formats.ooxml.contents_list import Listed, contents_list, marked
from send_actions.reports.formats.ooxml.elements import (
    Element,
    element,
    field,
    name,
    paragraph,
    run,
    runs_of,
)
from send_actions.reports.formats.ooxml.package import describe, numbering_of, open_word_file, save
from send_actions.reports.formats.ooxml.page_numbers import number_pages
from send_actions.reports.formats.ooxml.sections import Pages, closing, pages_of
from send_actions.reports.formats.ooxml.styles import BULLETS, DECISIONS, NUMBERS, Lists, Styles
from send_actions.reports.formats.ooxml.word_picture import picture_of
from send_actions.reports.formats.ooxml.word_table import FOREIGN_SIZE, SIZE, measure, table_of
from send_actions.reports.formats.points import SECTION, Point, is_headed, points_of, without_number
from send_actions.reports.formats.text_lines import one_line

Columns: TypeAlias = dict[tuple[str, ...], tuple[Column, ...]]
"""What the columns of a chapter's tables want, by their header."""

DEEPEST: Final = 4
"""The lowest heading that has a style of its own."""
AFTER_TABLE: Final = 240
"""Twentieths of a point between a table and what is said after it."""
AFTER_FACTS: Final = 200
"""Twentieths of a point between what is said below the title and words or a table without a heading."""
NUMBERS_WIDE: Final = 624
"""Twentieths of a point that the number of a section or of a paragraph has in front of the words."""


def render(document: Document, template: Path | None = None) -> bytes:
    """The whole document as the bytes of a .docx file; the same document gives the same bytes.

    Of a template it takes the styles, lists, headers, footers and pages; what it lacks comes from ours,
    and pages that it does not number are numbered.
    Raises SendActionsError for a template that cannot be read.
    """
    word = open_word_file(template)
    ours = open_word_file() if template else word
    styles = Styles(word.styles.element, ours.styles.element)
    styles.set_language(document.language)
    lists = Lists(numbering_of(word), styles, numbering_of(ours))
    body = word.element.body
    writer = _Writer(styles, lists, pages_of(body), FOREIGN_SIZE if template else SIZE)
    for old in list(body):
        body.remove(old)
    body.extend(writer.write(document))
    _add_pictures(word, writer.pictures)
    if template:
        number_pages(word, styles)
    describe(word, document)
    return save(word)


class _Writer:
    """Writes a document's blocks one after another, and turns the pages where a chapter has wide tables."""

    def __init__(self, styles: Styles, lists: Lists, pages: Pages, size: float) -> None:
        self._styles = styles
        self._lists = lists
        self._pages = pages
        self._size = size
        self._parts: list[Element] = []
        self._columns: Columns = {}
        self.pictures: list[tuple[Element, Chart, Drawing]] = []
        self._is_turned = False
        self._sections = 0
        self._headings: Iterator[Listed] = iter(())
        self._has_contents = False

    def write(self, document: Document) -> list[Element]:
        """Return all that the body holds, the properties of its last section included."""
        self._parts.append(self._paragraph("Title", [run(one_line(document.title))]))
        self._parts += self._facts(document)
        points = points_of(document)
        headings = _headings(points)
        self._headings, self._has_contents = iter(headings), document.has_contents
        if document.has_contents:
            self._parts += contents_list([one for one in headings if one.level <= LISTED], self._styles)
        chapters = _chapters(points)
        measured = [_measured(chapter, self._size) for chapter in chapters]
        wide = [False, *map(self._is_wide, measured), False]
        for place, chapter in enumerate(chapters, start=1):
            self._turn(wide[place] or (wide[place - 1] and wide[place + 1]))
            self._columns = measured[place - 1]
            for point, is_lead in zip(chapter, leads_of(chapter), strict=True):
                written = self._block(point)
                self._parts += map(_kept_with_next, written) if is_lead else written
        self._end_section()
        return self._parts

    def _facts(self, document: Document) -> list[Element]:
        """What is said below the title, each after its label; a heading keeps its own distance from it."""
        made: list[Element] = []
        for label, value in document.facts:
            told = runs_of((Strong(f"{one_line(label)}:"),), self._styles.identity("Strong"))
            made.append(self._paragraph("Facts", [*told, element("r", element("tab")), run(one_line(value))]))
        if made and not is_headed(document):
            made[-1][0].append(element("spacing", before=0, after=AFTER_FACTS))
        return made

    def _is_wide(self, measured: Columns) -> bool:
        room = self._pages.room(turned=False)
        return any(is_wide(columns, room) for columns in measured.values())

    def _turn(self, is_turned: bool) -> None:
        """Begin pages that lie the other way; nothing where they lie so already."""
        if is_turned == self._is_turned:
            return
        section = self._section()
        last = self._parts[-1]
        if last.tag != name("p"):
            last = closing()
            self._parts.append(last)
        last[0].append(section)
        self._is_turned = is_turned

    def _end_section(self) -> None:
        """End the last section, after a paragraph, which Word wants there."""
        if self._parts[-1].tag != name("p"):
            self._parts.append(closing())
        self._parts.append(self._section())

    def _section(self) -> Element:
        self._sections += 1
        return self._pages.section(turned=self._is_turned, first=self._sections == 1)

    def _block(self, point: Point) -> list[Element]:
        match point.block:
            case Heading() as heading:
                return [self._heading(heading)]
            case Paragraph() as told:
                return [self._told(point, told)]
            case BulletList(items):
                return self._points(items) if point.section else self._list(items, BULLETS)
            case NumberedList(items):
                return self._decisions(items) if point.section else self._list(items, NUMBERS)
            case Table() as table:
                return self._table(table, point.nth)
            case Chart() as chart:
                return self._chart(chart, point.nth)

    def _heading(self, block: Heading) -> Element:
        """A heading; no number stands before it but its own."""
        heading = next(self._headings)
        style = f"Heading {heading.level}"
        looks = [element("pageBreakBefore")] if block.starts_page else []
        if heading.number:
            looks += [_place(0, self._lists.sections()), _hanging()]
        elif self._styles.is_numbered(style):
            looks += [_place(0, "0"), element("ind", left=0, firstLine=0)]
        runs = [run(heading.words)]
        if self._has_contents and heading.level <= LISTED:
            runs = marked(heading, runs)
        return self._paragraph(style, runs, *looks)

    def _told(self, point: Point, told: Paragraph) -> Element:
        """A paragraph; in a numbered section it has its number."""
        if point.section:
            return self._points([told])[0]
        style = "Stamp" if point.is_stamp else "Normal"
        return self._paragraph(style, self._runs(told), *self._apart())

    def _points(self, items: Sequence[Paragraph]) -> list[Element]:
        identity = self._lists.sections()
        return [self._numbered(item, _place(1, identity)) for item in items]

    def _decisions(self, items: Sequence[Paragraph]) -> list[Element]:
        """A numbered list in a numbered section, its words in one line with those around it."""
        identity = self._lists.begin(DECISIONS)
        return [self._numbered(item, _place(0, identity)) for item in items]

    def _numbered(self, told: Paragraph, place: Element) -> Element:
        return self._paragraph("Numbered Paragraph", self._runs(told), place, *self._apart(), _hanging())

    def _list(self, items: Sequence[Paragraph], style: str) -> list[Element]:
        place = _place(0, self._lists.bullets() if style == BULLETS else self._lists.begin(style))
        return [self._paragraph(style, self._runs(item), deepcopy(place)) for item in items]

    def _table(self, table: Table, number: int) -> list[Element]:
        caption = self._caption("Table", number, table.caption)
        widths = widths_of(self._columns[table.header], self._pages.room(turned=self._is_turned))
        return [caption, table_of(table, widths, self._styles)]

    def _chart(self, chart: Chart, number: int) -> list[Element]:
        """Write a chart's caption, its words and the place for its picture, kept on one page."""
        place = self._paragraph("Normal", [], element("keepNext"))
        drawing = draw(chart.picture, self._pages.room(turned=self._is_turned))
        self.pictures.append((place, chart, drawing))
        caption = self._caption("Chart", number, chart.title)
        told = self._paragraph("Normal", [run(one_line(chart.words))], element("keepNext"))
        return [caption, told, place]

    def _caption(self, kind: str, number: int, words: str) -> Element:
        counted = [run(f"{kind} "), *field(f"SEQ {kind} \\* ARABIC", str(number))]
        looks = [element("keepNext"), *self._apart()]
        return self._paragraph("Caption", [*counted, run(f". {one_line(words)}")], *looks)

    def _apart(self) -> list[Element]:
        is_after_table = self._parts[-1].tag == name("tbl")
        return [element("spacing", before=AFTER_TABLE)] if is_after_table else []

    def _runs(self, told: Paragraph) -> list[Element]:
        return runs_of(told.runs, self._styles.identity("Strong"))

    def _paragraph(self, style: str, runs: Sequence[Element], *looks: Element) -> Element:
        return paragraph(self._styles.identity(style), runs, *looks)


def _add_pictures(word: WordFile, pictures: Sequence[tuple[Element, Chart, Drawing]]) -> None:
    """Put the pictures where they belong, made in one go; what makes them is loaded only if there are any."""
    if not pictures:
        return
    pixels = import_module("send_actions.reports.formats.drawing.pixels")
    contents = pixels.pixels_of([drawing for _, _, drawing in pictures])
    for number, ((place, chart, drawing), content) in enumerate(
        zip(pictures, contents, strict=True), start=1
    ):
        place.append(picture_of(word, content, drawing, number, (chart.title, chart.words)))


def _headings(points: Sequence[Point]) -> list[Listed]:
    """Every heading by its level in Word, with the number of its section apart."""
    found: list[Listed] = []
    for point in points:
        if isinstance(point.block, Heading):
            words, level = point.block.text, min(point.level - 1, DEEPEST)
            is_numbered = point.section and point.block.level == SECTION
            number = f"{point.section}." if is_numbered else ""
            words = one_line(without_number(words) if is_numbered else words)
            found.append(Listed(level, number, words, len(found) + 1))
    return found


def _chapters(points: Sequence[Point]) -> list[list[Point]]:
    """What stands before the first heading of a chapter, and then each chapter, whose pages lie one way."""
    chapters: list[list[Point]] = [[]]
    for point in points:
        if isinstance(point.block, Heading) and point.block.level <= SECTION:
            chapters.append([])
        chapters[-1].append(point)
    return [chapter for chapter in chapters if chapter]


def _measured(chapter: Sequence[Point], size: float) -> Columns:
    """What the columns of a chapter's tables want, those of one header together."""
    alike: dict[tuple[str, ...], list[Table]] = {}
    for point in chapter:
        if isinstance(point.block, Table):
            alike.setdefault(point.block.header, []).append(point.block)
    return {header: measure(tables, size) for header, tables in alike.items()}


def _place(level: int, identity: str) -> Element:
    """A place in a list."""
    return element("numPr", element("ilvl", val=level), element("numId", val=identity))


def _hanging() -> Element:
    """A number stands in front of the words, which begin where those of the whole section do."""
    return element("ind", left=NUMBERS_WIDE, hanging=NUMBERS_WIDE)


def _kept_with_next(written: Element) -> Element:
    """A paragraph that stays on the page of the next."""
    if written[0].find(name("keepNext")) is None:
        written[0].insert(1, element("keepNext"))
    return written
