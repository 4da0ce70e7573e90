"""A list of contents in front of a long paper: Word's own field, and in it already what it would find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.reports.formats.ooxml.elements import Element, element, field_parts, paragraph, run
from send_actions.reports.formats.ooxml.styles import Styles

DEEPEST: Final = 2
"""The lowest heading of Word's that is listed."""
_FIELD: Final = f'TOC \\o "1-{DEEPEST}" \\n \\h \\z'
"""No numbers of pages, which only Word could know, and so nothing in it is ever wrong."""


class Listed(NamedTuple):
    """A heading in the list of contents: its level in Word, its number and words, and its own mark."""

    level: int
    number: str
    words: str
    place: int

    @property
    def mark(self) -> str:
        """What the list sends to."""
        return f"_Toc{self.place:08}"


def contents_list(listed: Sequence[Listed], styles: Styles) -> list[Element]:
    """The list with its heading; nothing where there is nothing to list."""
    if not listed:
        return []
    begin, end = field_parts(_FIELD)
    made = [paragraph(styles.identity("TOC Heading"), [run("Contents")])]
    for heading in listed:
        number = [run(heading.number), element("r", element("tab"))] if heading.number else []
        link = element("hyperlink", *number, run(heading.words), anchor=heading.mark, history=1)
        made.append(paragraph(styles.identity(f"toc {heading.level}"), [link]))
    made[1][1:1] = begin
    made[-1].extend(end)
    return made


def marked(heading: Listed, runs: Sequence[Element]) -> list[Element]:
    """The runs of a heading with the mark that the list sends to."""
    start = element("bookmarkStart", id=heading.place, name=heading.mark)
    return [start, *runs, element("bookmarkEnd", id=heading.place)]
