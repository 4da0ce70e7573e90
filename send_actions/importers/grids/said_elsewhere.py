"""Where the status of a table is said if no column has it in words: a colour, a heading, a percentage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import cut, fold
from send_actions.importers.columns.column_cells import are_statuses
from send_actions.importers.columns.reviews import ANY_DAY, read_review
from send_actions.importers.columns.status_in_notes import status_in_notes
from send_actions.importers.grids.area_lines import area_named
from send_actions.importers.grids.colours_of_rows import (
    has_no_words,
    with_colours_beside,
    with_colours_of_cells,
)
from send_actions.importers.grids.found import Found
from send_actions.importers.grids.lines_around import lines_above
from send_actions.importers.headings.heading_shapes import may_mean
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.headed_status import (
    headed_status,
    speaks_of_actions,
    without_list_label,
)
from send_actions.importers.statuses.shares import are_of_one, in_hundredths, status_of
from send_actions.importers.statuses.status_words import StatusWords

_STATUS: Final = ("status", "colour", "review", "undated")
_LONGEST: Final = 55
_FEW_WORDS: Final = 5
_PLAN: Final = re.compile(r"\b(?:plan|log|tracker|strategy|programme|register|20\d\d|\d\d/\d\d)\b")
"""What the title of a whole plan has in it, and words of a status do not."""


def with_statuses(tables: Sequence[Found], keys: Sequence[KeyWords]) -> list[Found]:
    """Return the tables, each with a column of what its colours or its heading say of the status."""
    for table in tables:
        if not _says_status(table):
            for place, meant in status_in_notes(table.fields, [texts for _, texts in table.rows]).items():
                table.fields[place] = meant
        with_colours_of_cells(table)
        if not _says_status(table) or has_no_words(table):
            with_colours_beside(table, keys)
    without = [table for table in tables if not _says_status(table)]
    said = [headed_status(_heading(table)[1]) for table in without]
    if any(said):
        for table, status in zip(without, said, strict=True):
            _by_heading(table, status, asks=any(said))
    elif without and tables and len(without) == len(tables) and not any(t.places("percent") for t in without):
        table = tables[0]
        words = StatusWords()
        notes = [texts[place] for one in tables for _, texts in one.rows for place in one.places("note")]
        is_headed = any(head.state for one in tables for head in one.heads.values())
        is_open = not is_headed and not any(map(_may_say_status, tables))
        if is_open and not table.places("completed_on") and not any(map(words.at_head, notes)):
            told = "Nothing in the file says a status: the actions come in without one."
            if any(one.grid.is_ruled for one in tables):
                told += " Colours that a rule gives to cells (conditional formatting) are not read."
            table.doubt(table.heading.row, table.at[table.places("title")[0]], told)
    return list(tables)


def _says_status(table: Found) -> bool:
    """Say whether a column of a table says a status, of today or of a review."""
    return bool(table.places(*_STATUS)) or any(
        name.startswith("review ") or (not name and _is_review(table, place))
        for place, name in enumerate(table.fields)
    )


def _may_say_status(table: Found) -> bool:
    """Say whether a column whose heading may mean the status has words of one below it."""
    names = heading_names(table.header)
    rows = [texts for _, texts in table.rows]
    return any(may_mean(name, "status") and are_statuses(rows, place) for place, name in enumerate(names))


def _is_review(table: Found, place: int) -> bool:
    cells = (texts[place] for _, texts in table.rows)
    review = read_review(place, table.header[place], cells, ANY_DAY)
    return review is not None and not review.is_note


def _heading(table: Found) -> tuple[int, str]:
    """Return the words that stand directly above a table, and their row."""
    lines = lines_above(table)
    if not lines and table.grid.is_sheet:
        is_area = bool(table.area.number or table.area.title) and area_named(table.grid.name)
        return table.heading.row, "" if is_area else table.grid.name
    if not lines or (table.area.title and fold(table.area.title) in fold(lines[-1][1].text)):
        return table.heading.row, ""
    return lines[-1][0], " ".join(lines[-1][1].text.split())


def _by_heading(table: Found, status: Status | None, *, asks: bool) -> None:
    """Add a column of what a table's heading says; what is unclear is asked about.

    `asks` says whether the heading of another table is a status, so that this one's may be one too. How much
    of a row is done says it instead where that is all, or where the heading does not speak of the actions.
    """
    row, words = _heading(table)
    percent = next(iter(table.places("percent")), None)
    if status is None and asks and percent is None and _names_plan(words):
        told = "Nothing says a status of the rows below: they come in without one."
        table.doubt(table.heading.row, table.at[table.places("title")[0]], told)
        return
    if status is None and (not (words and asks) or (percent is not None and words == table.grid.name)):
        return
    word = status.value if status else cut(without_list_label(words), _LONGEST)
    speaks = bool(status) or speaks_of_actions(words)
    said = {
        number: share if share and (not speaks or status_of(share) is Status.COMPLETE) else word
        for number, share in _shares(table, percent).items()
    }
    place = table.at[percent] if percent is not None else table.at[table.places("title")[0]]
    if status and table.rows:
        told = f"{quoted(words)} is taken as the status of the rows below: {status.word.lower()}."
        table.doubt(row if row >= 0 else table.heading.row, table.at[0], told)
    table.add_column("Status", "status", place, said)


def _names_plan(words: str) -> bool:
    """Say whether a heading is the title of a plan, or too long for words of a status, and speaks of none."""
    is_long = len(without_list_label(words).split()) > _FEW_WORDS
    return not speaks_of_actions(words) and (is_long or bool(_PLAN.search(fold(words))))


def _shares(table: Found, percent: int | None) -> dict[int, str]:
    """Return how much of each row is done, empty where a row or the whole table does not say it."""
    if percent is None:
        return {row: "" for row, _ in table.rows}
    is_of_one = are_of_one(texts[percent] for _, texts in table.rows)
    return {row: in_hundredths(texts[percent], is_of_one=is_of_one) for row, texts in table.rows}
