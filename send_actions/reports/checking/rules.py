"""The rules of an accessible paper, each one function of what is seen of a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from send_actions.domain.text import cut
from send_actions.reports.checking.colour_alone import told_by_colour
from send_actions.reports.reading.seen import Seen, SeenCell, SeenTable

_LONG: Final = 6
"""Paragraphs outside of tables from which on a paper needs headings."""
_LONG_IN_PRINT: Final = 30
"""The same in lines, of a PDF, which has no paragraphs."""
_TYPED_BULLET: Final = re.compile(r"[-*•·▪◦‣] \S")
_LISTED: Final = 2
"""Lines in a row that are a list."""
_NAMED: Final = 4
"""Places that one finding names; the rest are counted."""
_LONGEST: Final = 60
_WORD: Final = re.compile(r"[^\W_]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:html?|pdf|docx?|xlsx?)", re.IGNORECASE)
_EMPTY_WORDS: Final = {
    *("here", "click here", "click", "link", "this link", "more", "read more", "see more", "this page"),
    *("this", "download", "details", "learn more", "find out more"),
}


class Rule(NamedTuple):
    """A rule: its word, the criterion of WCAG 2.2 that it serves, and how what breaks it is mended."""

    word: str
    criterion: str
    mend: str


class Finding(NamedTuple):
    """What breaks a rule, and where."""

    rule: Rule
    place: str
    what: str


_Found = Iterator[tuple[str, str]]
Check = Callable[[Seen], _Found]

RULES: dict[Rule, Check] = {}
"""Every rule with the function that finds what breaks it, as (place, what)."""


def findings(seen: Seen) -> list[Finding]:
    """Return what breaks the rules in a file, rule by rule."""
    return [Finding(rule, place, what) for rule, check in RULES.items() for place, what in check(seen)]


def _rule(word: str, criterion: str, mend: str) -> Callable[[Check], Check]:
    def kept(check: Check) -> Check:
        RULES[Rule(word, criterion, mend)] = check
        return check

    return kept


@_rule("title", "2.4.2 Page titled", "give it one in the file's properties: File, Info, Title")
def _title(seen: Seen) -> _Found:
    if seen.title is not None and not seen.title.strip():
        yield "File", "it has no title"


@_rule("title-shown", "2.4.2 Page titled", "set the PDF to show its title, not its file name, in the window")
def _title_shown(seen: Seen) -> _Found:
    if seen.shows_title is False:
        yield "File", "its window shows the file's name for its title"


@_rule("language", "3.1.1 Language of page", "set the language of the whole text, such as English (UK)")
def _language(seen: Seen) -> _Found:
    if seen.language is not None and not seen.language.strip():
        yield "File", "it does not say which language it is in"


@_rule("tagged", "1.3.1 Info and relationships", "write the PDF again as a tagged one (PDF/UA)")
def _tagged(seen: Seen) -> _Found:
    if seen.is_tagged is False:
        yield "File", "it has no tags that a screen reader could follow"


@_rule("main", "1.3.1 Info and relationships", "put what the page is about into a <main> element")
def _main(seen: Seen) -> _Found:
    if seen.has_main is False:
        yield "Page", "nothing marks where its main part begins"


@_rule(
    "headings", "1.3.1 Info and relationships", "make headings with the heading styles, not with bold type"
)
def _headings(seen: Seen) -> _Found:
    if seen.headings is None or seen.headings or seen.is_tagged is False:
        return
    if seen.is_tagged:
        many, noun, long = len(seen.lines), "line", _LONG_IN_PRINT
    else:
        many, noun, long = len(_outside_tables(seen)), "paragraph", _LONG
    if many >= long:
        yield "File", f"it has {_many(many, noun)} and no heading"


@_rule("list", "1.3.1 Info and relationships", "make it a list with the list style, not with typed signs")
def _typed_list(seen: Seen) -> _Found:
    if seen.headings is None or seen.is_tagged is not None:
        return  # the cells of a sheet have no lists, and the signs of a PDF's lists are words of its lines
    for is_typed, lines in groupby(_outside_tables(seen), lambda line: bool(_TYPED_BULLET.match(line))):
        found = list(lines)
        if is_typed and len(found) >= _LISTED:
            yield _quoted(found[0]), f"a list that is none: {len(found)} lines begin with a typed sign"


@_rule("one-title", "1.3.1 Info and relationships", "keep one heading of the first level, the title")
def _one_title(seen: Seen) -> _Found:
    if not seen.headings:
        return
    titles = [heading for heading in seen.headings if heading.level == 1]
    if not titles:
        yield _quoted(seen.headings[0].text), "no heading is of the first level, so there is no title"
    elif len(titles) > 1:
        yield _quoted(titles[1].text), f"{len(titles)} headings are of the first level"


@_rule(
    "heading-order", "1.3.1 Info and relationships", "give it the level one below that of the heading above"
)
def _order(seen: Seen) -> _Found:
    above = 0
    for heading in seen.headings or ():
        if heading.level > above + 1 and above:
            yield _quoted(heading.text), f"a heading of level {heading.level} follows one of level {above}"
        above = heading.level


@_rule("header-row", "1.3.1 Info and relationships", "mark the first row as the header row of the table")
def _header(seen: Seen) -> _Found:
    yield from (
        (table.place, "no row is marked as its header") for table in _grids(seen) if not table.has_header
    )


@_rule(
    "header-scope",
    "1.3.1 Info and relationships",
    "say of each header cell whether it is of a column or a row",
)
def _scope(seen: Seen) -> _Found:
    for table in seen.tables:
        if table.unscoped:
            yield table.place, f"{_many(table.unscoped, 'header cell')} without a scope"


@_rule("header-repeated", "1.3.1 Info and relationships", "let the header row be repeated on each page")
def _repeated(seen: Seen) -> _Found:
    for table in _grids(seen):
        if table.has_header and table.header_repeats is False:
            yield table.place, "its header row is not repeated on the next page"


@_rule("merged", "1.3.1 Info and relationships", "part the cells again and say in each what holds for it")
def _merged(seen: Seen) -> _Found:
    yield from ((table.place, _many(table.merged, "merged cell")) for table in seen.tables if table.merged)


@_rule("empty", "1.3.1 Info and relationships", "write what is meant, such as a dash with a word: – none")
def _empty(seen: Seen) -> _Found:
    for table in seen.tables:
        found = list(_cells(table, lambda cell: not cell.is_coloured and _is_empty(cell)))
        if found:
            yield table.place, f"{_many(len(found), 'empty cell')}: {_places(found)}"


@_rule("colour", "1.4.1 Use of colour", "write the word for the colour into the cell, such as Off track")
def _colour(seen: Seen) -> _Found:
    for table in seen.tables:
        found = list(_cells(table, lambda cell: cell.is_coloured and not _says_anything(cell)))
        if found:
            yield table.place, f"{_many(len(found), 'cell')} coloured without a word: {_places(found)}"


@_rule("colour-of-words", "1.4.1 Use of colour", "say in words what the colour of the words means")
def _colour_of_words(seen: Seen) -> _Found:
    for table in seen.tables:
        found = [cell.place or f"row {row} column {column}" for row, column, cell in told_by_colour(table)]
        if found:
            yield (
                table.place,
                f"{_many(len(found), 'cell')} told apart by the colour of words: {_places(found)}",
            )


@_rule("split", "1.3.2 Meaningful sequence", "do not let rows break across pages")
def _split(seen: Seen) -> _Found:
    for table in seen.tables:
        if table.split:
            yield table.place, f"{_many(table.split, 'row')} may be parted by the end of a page"


@_rule("described", "1.3.1 Info and relationships", "give the table a caption or a description (alt text)")
def _described(seen: Seen) -> _Found:
    yield from (
        (table.place, "nothing says what it shows") for table in seen.tables if table.described is False
    )


@_rule("alt", "1.1.1 Non-text content", "describe it in words (alt text), or mark it as decoration")
def _alt(seen: Seen) -> _Found:
    for picture in seen.pictures:
        if not (picture.words or "").strip():
            yield picture.place, "a picture without words"


@_rule("link", "2.4.4 Link purpose", "name what it leads to in the words of the link")
def _link(seen: Seen) -> _Found:
    for link in seen.links:
        words = " ".join((link.words or "").split()) if link.words is not None else None
        if words == "":
            yield link.place, "a link without words"
        elif words and (_ADDRESS.fullmatch(words) or words.casefold().strip(" .:…→»>") in _EMPTY_WORDS):
            yield link.place, f"a link that says only {_quoted(words)}"


@_rule("sheet-name", "2.4.6 Headings and labels", "call the sheet after what it shows")
def _sheet(seen: Seen) -> _Found:
    yield from ((f"Sheet {name}", "its name says nothing") for name in seen.unnamed_sheets)


def _outside_tables(seen: Seen) -> list[str]:
    """The lines that are not those of a table's cell."""
    cells = (cell.text or "" for table in seen.tables for row in table.rows for cell in row)
    inside = Counter(" ".join(line.split()) for cell in cells for line in cell.split("\n"))
    found: list[str] = []
    for line in (" ".join(line.split()) for line in seen.lines):
        if inside[line] > 0:
            inside[line] -= 1
        else:
            found.append(line)
    return found


def _grids(seen: Seen) -> Iterator[SeenTable]:
    """The tables that have more than one row: a box of one needs no header."""
    yield from (table for table in seen.tables if len(table.rows) > 1)


def _cells(table: SeenTable, is_found: Callable[[SeenCell], bool]) -> Iterator[str]:
    """Where the cells are of which something is so."""
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if is_found(cell):
                yield cell.place or f"row {row} column {column}"


def _is_empty(cell: SeenCell) -> bool:
    return cell.text is not None and not cell.text.strip()


def _says_anything(cell: SeenCell) -> bool:
    return cell.text is None or _WORD.search(cell.text) is not None


def _places(found: Sequence[str]) -> str:
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return ", ".join(found[:_NAMED]) + more


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _quoted(text: str) -> str:
    return f"“{cut(' '.join(text.split()), _LONGEST)}”"
