"""A document for Word: real headings, lists, captions and tables, in our own template or a council's."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Final, TypeAlias

from send_actions.reports.document import (
    Block,
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
from send_actions.reports.formats.ooxml.elements import (
    Element,
    element,
    field,
    name,
    one_line,
    paragraph,
    run,
    runs_of,
)
from send_actions.reports.formats.ooxml.package import describe, numbering_of, open_word_file, save
from send_actions.reports.formats.ooxml.sections import Pages, pages_of
from send_actions.reports.formats.ooxml.styles import BULLETS, NUMBERS, Lists, Styles
from send_actions.reports.formats.ooxml.word_table import FOREIGN_SIZE, SIZE, measure, table_of

Columns: TypeAlias = dict[tuple[str, ...], tuple[Column, ...]]
"""What the columns of a chapter's tables want, by their header."""

CHAPTER: Final = 2
"""The level of headings that begin a chapter; the pages of a chapter all lie the same way."""
DEEPEST: Final = 4
"""The lowest heading that has a style of its own."""
LONGEST_LEAD: Final = 6
"""Paragraphs and items between a heading and its table that stay on one page with it."""
AFTER_TABLE: Final = 240
"""Twentieths of a point between a table and what is said after it."""


def render(document: Document, template: Path | None = None) -> bytes:
    """The whole document as the bytes of a .docx file; the same document gives the same bytes.

    Of a template it takes the styles, lists, headers, footers and pages; what it lacks comes from ours.
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
        self._tables = 0
        self._charts = 0
        self._is_turned = False
        self._sections = 0

    def write(self, document: Document) -> list[Element]:
        """Return all that the body holds, the properties of its last section included."""
        self._parts.append(self._paragraph("Title", [run(one_line(document.title))]))
        for label, value in document.facts:
            told = runs_of((Strong(f"{one_line(label)}:"),), self._styles.identity("Strong"))
            self._parts.append(
                self._paragraph("Facts", [*told, element("r", element("tab")), run(one_line(value))])
            )
        chapters = _chapters(document.blocks)
        measured = [_measured(chapter, self._size) for chapter in chapters]
        wide = [False, *map(self._is_wide, measured), False]
        for place, chapter in enumerate(chapters, start=1):
            self._turn(wide[place] or (wide[place - 1] and wide[place + 1]))
            self._columns = measured[place - 1]
            for block, is_lead in zip(chapter, _leads(chapter), strict=True):
                written = self._block(block)
                self._parts += map(_kept_with_next, written) if is_lead else written
        self._end_section()
        return self._parts

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
            last = _closing()
            self._parts.append(last)
        last[0].append(section)
        self._is_turned = is_turned

    def _end_section(self) -> None:
        """End the last section, after a paragraph, which Word wants there."""
        if self._parts[-1].tag != name("p"):
            self._parts.append(_closing())
        self._parts.append(self._section())

    def _section(self) -> Element:
        self._sections += 1
        return self._pages.section(turned=self._is_turned, first=self._sections == 1)

    def _block(self, block: Block) -> list[Element]:
        match block:
            case Heading():
                looks = [element("pageBreakBefore")] if block.starts_page else []
                level = max(1, min(block.level - 1, DEEPEST))
                return [self._paragraph(f"Heading {level}", [run(one_line(block.text))], *looks)]
            case Paragraph():
                return [self._paragraph("Normal", self._runs(block), *self._apart())]
            case BulletList():
                return self._list(block.items, BULLETS)
            case NumberedList():
                return self._list(block.items, NUMBERS)
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)

    def _list(self, items: Sequence[Paragraph], style: str) -> list[Element]:
        identity = self._lists.begin(style)
        numbers = element("numPr", element("ilvl", val=0), element("numId", val=identity))
        return [self._paragraph(style, self._runs(item), deepcopy(numbers)) for item in items]

    def _table(self, table: Table) -> list[Element]:
        self._tables += 1
        caption = self._caption("Table", self._tables, table.caption)
        widths = widths_of(self._columns[table.header], self._pages.room(turned=self._is_turned))
        return [caption, table_of(table, widths, self._styles)]

    def _chart(self, chart: Chart) -> list[Element]:
        self._charts += 1
        caption = self._caption("Chart", self._charts, chart.title)
        return [caption, self._paragraph("Normal", [run(one_line(chart.words))])]

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


def _chapters(blocks: Sequence[Block]) -> list[list[Block]]:
    """What stands before the first heading of a chapter, and then each chapter."""
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= CHAPTER:
            chapters.append([])
        chapters[-1].append(block)
    return [chapter for chapter in chapters if chapter]


def _measured(chapter: Sequence[Block], size: float) -> Columns:
    """What the columns of a chapter's tables want, those of one header together."""
    alike: dict[tuple[str, ...], list[Table]] = {}
    for block in chapter:
        if isinstance(block, Table):
            alike.setdefault(block.header, []).append(block)
    return {header: measure(tables, size) for header, tables in alike.items()}


def _leads(chapter: Sequence[Block]) -> list[bool]:
    """Of each block, whether it is a short lead from a heading to its table and so stays on its page."""
    leads = [False] * len(chapter)
    since, lines = None, 0
    for place, block in enumerate(chapter):
        if isinstance(block, Table):
            if since is not None and lines <= LONGEST_LEAD:
                leads[since:place] = [True] * (place - since)
            since = None
        elif isinstance(block, Heading):
            since, lines = place, 0
        else:
            lines += len(block.items) if isinstance(block, BulletList | NumberedList) else 1
    return leads


def _kept_with_next(written: Element) -> Element:
    """A paragraph that stays on the page of the next."""
    written[0].insert(1, element("keepNext"))
    return written


def _closing() -> Element:
    """A paragraph that takes no room, for what has to end with one."""
    spacing = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return element("p", element("pPr", spacing, element("rPr", element("sz", val=2))))
