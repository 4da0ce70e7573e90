"""The words of a Word document in their order; in a table with a column of actions, with who and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from send_actions.errors import SendActionsError
from send_actions.importers.minutes_tables import Passage, columns_in, passages_in_row

_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_HELD: Final = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag")})
"""What holds paragraphs, tables or rows as if it were not there."""
_SPAN: Final = ".//w:tcPr/w:gridSpan/@w:val"
_WIDEST: Final = 60


def passages(xml: bytes, name: str) -> Iterator[Passage]:
    """Yield the passages of a document's main part; raises SendActionsError when it is damaged."""
    try:
        body = parse_xml(xml)[0]
    except (ValueError, SyntaxError, IndexError) as error:
        raise SendActionsError(f"{name} is damaged: open it in Word, and save it again.") from error
    return _passages(body)


def _passages(holder: Any) -> Iterator[Passage]:
    lines: list[str] = []
    for block in _children(holder, (_PARAGRAPH, _TABLE)):
        if block.tag == _PARAGRAPH:
            lines.append(_words(block))
            continue
        if lines:
            yield Passage("\n".join(lines))
        lines = []
        yield from _table(block)
    if lines:
        yield Passage("\n".join(lines))


def _table(table: Any) -> Iterator[Passage]:
    """Yield a table's cells row by row; below a heading "Action" those of its column, as actions."""
    columns: dict[str, int] = {}
    for row in _children(table, (_ROW,)):
        cells = _cells(row)
        texts = ["\n".join(passage.text for passage in _passages(cell)).strip() for cell in cells]
        if found := columns_in(texts):
            columns = found
        elif columns:
            yield from passages_in_row(texts, columns)
        else:
            yield from (passage for cell in dict.fromkeys(cells) for passage in _passages(cell))


def _cells(row: Any) -> list[Any]:
    """Return the cells of a row, one that spans several columns once for each."""
    found: list[Any] = []
    for cell in _children(row, (_CELL,)):
        span = next(iter(cell.xpath(_SPAN)), "1")
        found += [cell] * (int(span) if span.isdecimal() and 1 <= int(span) <= _WIDEST else 1)
    return found


def _children(holder: Any, tags: Sequence[str]) -> Iterator[Any]:
    for child in holder:
        if child.tag in tags:
            yield child
        elif child.tag in _HELD:
            yield from _children(child, tags)


def _words(paragraph: Any) -> str:
    """Return a paragraph's words as they stand, without what was deleted under tracked changes."""
    others = {_TAB: " ", **dict.fromkeys(_BREAK, "\n")}
    return "".join(
        others.get(node.tag, "") or str(node.text or "") for node in paragraph.iter(_TEXT, *others)
    )
