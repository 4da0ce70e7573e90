"""Documents whose tables are told in words: ^ is merged with the cell above, < with the one to its left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.table import Table

Part = str | Sequence[Sequence[str]]
"""A heading, or the rows of a table; a heading may begin with # to say how deep it is, as in "## Voice"."""

UP, LEFT = "^", "<"


def word_tables(file: Path, *parts: Part) -> Path:
    """Write a document of headings and tables."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            words = part.lstrip("#")
            document.add_heading(words.strip(), max(1, len(part) - len(words)))
        else:
            _add_table(document, part)
            document.add_paragraph("")
    document.save(str(file))
    return file


def _add_table(document: Paper, rows: Sequence[Sequence[str]]) -> None:
    table: Table = document.add_table(len(rows), max(map(len, rows)))
    cells = [[*row.cells] for row in table.rows]
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            if words not in (UP, LEFT):
                cells[number][place].text = words
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            if words == LEFT and (place + 1 == len(row) or row[place + 1] != LEFT):
                first = next(n for n in range(place, -1, -1) if row[n] != LEFT)
                cells[number][first].merge(cells[number][place])
            is_last = number + 1 == len(rows) or rows[number + 1][place : place + 1] != [UP]
            if words == UP and is_last:
                top = next(n for n in range(number, -1, -1) if rows[n][place] != UP)
                kept = rows[top][place]
                cells[top][place].merge(cells[number][place]).text = kept
