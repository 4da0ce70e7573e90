"""The words of a Word document in their order; in a table with a column of actions, with who and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from docx.oxml.parser import parse_xml

from send_actions.errors import SendActionsError
from send_actions.importers.grids.docx_runs import CellRuns, named, value_of, words_of
from send_actions.importers.grids.docx_words import DocumentWords
from send_actions.importers.minutes.minutes_tables import Passage, columns_in, passages_in_row

_PARAGRAPH: Final = named("p")
_SPAN: Final = f"{named('tcPr')}/{named('gridSpan')}"
_WIDEST: Final = 60


def passages(xml: bytes, name: str, struck: list[str]) -> Iterator[Passage]:
    """Yield the passages of a document's main part, and note what is `struck` out of them and left out.

    Raises SendActionsError when it is damaged.
    """
    try:
        body = parse_xml(xml)[0]
    except (ValueError, SyntaxError, IndexError) as error:
        raise SendActionsError(f"{name} is damaged: open it in Word, and save it again.") from error
    return _Passages(struck).inside(body)


class _Passages:
    """Reads what is seen of a document, by the rules of a plan's; numbers that Word counts are left out."""

    def __init__(self, struck: list[str]) -> None:
        self._words = DocumentWords(None, None)
        self._struck = struck

    def inside(self, holder: Any) -> Iterator[Passage]:
        """Yield the passages of what holds paragraphs and tables."""
        lines: list[str] = []
        for block in self._words.blocks(holder):
            if block.tag == _PARAGRAPH:
                lines.append(self._line(block))
                continue
            if lines:
                yield Passage("\n".join(lines))
            lines = []
            yield from self._table(block)
        if lines:
            yield Passage("\n".join(lines))

    def _line(self, paragraph: Any) -> str:
        """Return the words of a paragraph that are not struck out."""
        runs = CellRuns(paragraph)
        if struck := (words_of(paragraph) if runs.is_struck else runs.struck).strip():
            self._struck.append(struck)
        return words_of(paragraph, without_struck=bool(struck)).replace("\t", " ")

    def _table(self, table: Any) -> Iterator[Passage]:
        """Yield a table's cells row by row; below a heading "Action" those of its column, as actions."""
        columns: dict[str, int] = {}
        for row in self._words.inside(table, "tr"):
            cells = list(self._words.inside(row, "tc"))
            told = [
                list(self.inside(cell)) for cell in cells
            ]  # once: a table may stand in a table in a table
            texts = [
                "\n".join(passage.text for passage in of_cell).strip()
                for cell, of_cell in zip(cells, told, strict=True)
                for _ in range(_span(cell))
            ]
            if found := columns_in(texts):
                columns = found
            elif columns:
                yield from passages_in_row(texts, columns)
            else:
                yield from (passage for of_cell in told for passage in of_cell)


def _span(cell: Any) -> int:
    """Return how many columns a cell spans."""
    span = value_of(cell.find(_SPAN))
    return int(span) if span.isdecimal() and 1 <= int(span) <= _WIDEST else 1
