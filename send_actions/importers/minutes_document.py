"""The words of a Word document in their order; in a table with a column of actions, with who and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from send_actions.domain.text import fold
from send_actions.errors import SendActionsError
from send_actions.importers.minutes_words import read_task

_TEXT, _TAB, _BREAK = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_HELD: Final = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag")})
"""What holds paragraphs, tables or rows as if it were not there."""
_SPAN: Final = ".//w:tcPr/w:gridSpan/@w:val"
_WIDEST: Final = 60
_COLUMNS: Final = {
    "what": r"(?:agreed )?actions?(?: points?| required| agreed)?",
    "what or decided": r"(?:agreed )?actions? ?(?:/|&|and|or) ?decisions?"
    r"|decisions? ?(?:/|&|and|or) ?actions?",
    "who and when": r"(?:(?:by )?who(?:m)?|owner|lead|action by|responsible) ?(?:/|&|and|,) ?"
    r"(?:by )?(?:when|date|due(?: date)?|deadline|timescale)",
    "who": r"action by|(?:action )?owner|lead|who|by whom|responsible(?: officer)?|lead officer",
    "by": r"(?:by )?when|due(?: date)?|deadline|(?:target )?date|timescale|by",
}


class Passage(NamedTuple):
    """What stands together: the lines of some paragraphs or of one cell, and who and by when beside it.

    Where one cell beside it says both, it is `who` and `by`.
    """

    text: str
    who: str = ""
    by: str = ""


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
        if found := _headings(texts):
            columns = found
        elif columns:
            yield from _row(texts, columns)
        else:
            yield from (passage for cell in dict.fromkeys(cells) for passage in _passages(cell))


def _row(texts: Sequence[str], columns: dict[str, int]) -> Iterator[Passage]:
    said = {name: texts[place] if place < len(texts) else "" for name, place in columns.items()}
    for place, text in enumerate(texts):
        if text and place == columns["what"]:
            who, by = said.get("who", ""), said.get("by", "")
            is_decided = "what or decided" in columns and not (who or by or _tells_task(text))
            yield Passage(f"{'Decisions' if is_decided else 'Actions'}\n{text}", who, by)
        elif text and place not in columns.values() and text not in texts[:place]:
            yield Passage(text)


def _headings(texts: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns where a row of several heads one of actions."""
    if len(set(texts)) == 1:
        return {}
    found = {
        name: place
        for name, pattern in _COLUMNS.items()
        for place, text in reversed(list(enumerate(texts)))
        if re.fullmatch(pattern, fold(text).strip(" :"))
    }
    if "what or decided" in found:
        found.setdefault("what", found["what or decided"])
    if "who and when" in found:
        found = {"who": found["who and when"], "by": found["who and when"], **found}
    return found if "what" in found else {}


def _tells_task(text: str) -> bool:
    return any(read_task(line.strip()) for line in text.split("\n"))


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
