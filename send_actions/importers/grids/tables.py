"""The tables of actions in a workbook or a document, each as a sheet for the reader of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.columns.review_columns import with_alike
from send_actions.importers.file_kinds import minutes_instead
from send_actions.importers.grids.area_lines import areas_of_tables
from send_actions.importers.grids.asides import aside_grids, left_aside, with_asides
from send_actions.importers.grids.cell_grid import Book, Grid
from send_actions.importers.grids.colour_keys import find_keys
from send_actions.importers.grids.fill_doubts import fill_doubts
from send_actions.importers.grids.found import Found, Heading, find_headings, labels_in, named_cell
from send_actions.importers.grids.lines_around import says_labelled
from send_actions.importers.grids.marked_rows import marked_rows
from send_actions.importers.grids.measure_tables import read_measure_table
from send_actions.importers.grids.nested_tables import upright_grids
from send_actions.importers.grids.said_elsewhere import with_statuses
from send_actions.importers.grids.side_by_side import apart
from send_actions.importers.grids.split_tables import read_found
from send_actions.importers.grids.title_dates import date_lines, era_of
from send_actions.importers.grids.under_headings import measures_under, under_headings
from send_actions.importers.headings.missing_columns import likely_action
from send_actions.importers.problems import Problem, quoted
from send_actions.importers.sheet import KeyWords, Sheet

_LONGEST: Final = 60


def read_tables(path: Path, answers: Answers, *, today: date) -> list[Sheet]:
    """Return the tables of actions of a file, in its order; raises SendActionsError when there is none."""
    if path.suffix.lower() in (".docx", ".dotx"):
        from send_actions.importers.grids.docx_grids import read_document as read
    else:
        from send_actions.importers.grids.xlsx_grids import read_workbook as read
    return tables_of(read(path), answers, today=today)


def tables_of(book: Book, answers: Answers, *, today: date) -> list[Sheet]:
    """Return the tables of actions of a book; raises SendActionsError when there is none."""
    grids = upright_grids(book.grids, answers.columns)
    book = replace(book, grids=tuple(part for grid in grids for part in _apart(grid, answers.columns, today)))
    book = replace(
        book, grids=tuple(with_asides(grid, find_headings(grid, answers.columns)) for grid in book.grids)
    )
    book = replace(book, grids=under_headings(book.grids, answers.columns, today))
    headings = [(grid, find_headings(grid, answers.columns)) for grid in book.grids]
    if not any(found for _, found in headings):
        return [_measures_alone(book, today)]
    found = [*read_found(book.name, headings, answers.columns)]
    found = [table for table in found if table.has_words()] or found[:1]
    headings = [(grid, [table.heading for table in found if table.grid is grid]) for grid in book.grids]
    keys = find_keys(book, found)
    tables = with_statuses(areas_of_tables(found), keys)
    beside = [part for grid in book.grids for part in aside_grids(grid)]
    others = [*(grid for grid, heads in headings if not heads), *beside]
    measured = [(grid, read) for grid in others if (read := read_measure_table(grid, today))]
    known = {*(g.name for g, _ in measured), *(key.cell.partition("!")[0] for key in keys)}
    told = [*_left_out(book, headings, known)]
    told += [problem for _, read in measured for problem in read.problems]
    told += [
        problem
        for grid in book.grids
        for problem in _outside(grid, [t for t in tables if t.grid is grid], keys)
    ]
    of_measures = [grid for grid, _ in measured]
    told += filter(None, (left_aside(part) for part in beside if part not in of_measures))
    told += marked_rows(tables)
    told += fill_doubts(tables)
    told += [problem for table in tables if not table.rows for problem in table.problems]
    tables = [table for table in tables if table.rows] or tables[:1]
    dates, era = date_lines(book, tables), era_of(book, today)
    sheets = [table.sheet(lines=dates if n == 0 else (), since=era) for n, table in enumerate(tables)]
    measures = tuple(line for grid, read in measured for line in measures_under(grid, read.lines))
    first = replace(
        sheets[0], problems=(*told, *sheets[0].problems), colour_key=tuple(keys), measures=measures
    )
    return with_alike([first, *sheets[1:]])


def _measures_alone(book: Book, today: date) -> Sheet:
    """Return the measures of a book without actions; raises SendActionsError when it has none either."""
    measured = [(grid, read) for grid in book.grids if (read := read_measure_table(grid, today))]
    lines = tuple(line for grid, read in measured for line in measures_under(grid, read.lines))
    if not lines:
        raise SendActionsError(_no_table(book))
    told = [*_left_out(book, [(grid, []) for grid in book.grids], {grid.name for grid, _ in measured})]
    told += [problem for _, read in measured for problem in read.problems]
    prefix = f"{measured[0][0].name}!"
    return Sheet(book.name, ["ref", "action"], 1, [], problems=tuple(told), prefix=prefix, measures=lines)


def _apart(grid: Grid, mapping: Mapping[str, str], today: date) -> list[Grid]:
    """Return the parts of a grid that hold a table of actions or of measures each, the grid if it is one."""
    return apart(
        grid,
        lambda part: [heading.row for heading in find_headings(part, mapping)],
        lambda part: not find_headings(part, mapping) and read_measure_table(part, today) is not None,
    )


def _no_table(book: Book) -> str:
    """Return the refusal of a file without a table of actions, naming what may help."""
    words = " ".join([*(line.text for line in book.lines), *_all_texts(book)])
    if instead := minutes_instead(book.name, words):
        return instead
    told = ""
    for grid in book.grids:
        row = _likely_header(grid)
        if row is not None and (named := likely_action(grid.texts(row), _texts_from(grid, row + 1))):
            shown = printable(cut(" ".join(named.split()), _LONGEST))
            told = f' --column "{shown}=action" says which column holds them.'
            break
    return (
        f"{book.name} has no table with a column for the action: a table's first row must name its columns, "
        f"such as ref, action, lead, due, status.{told}"
    )


def _all_texts(book: Book) -> list[str]:
    texts = [cell.text for grid in book.grids for row in grid.rows[:50] for cell in row if cell.text]
    return texts[:500]


def _texts_from(grid: Grid, first: int) -> list[list[str]]:
    """Return the words of a grid's rows from one on."""
    return [grid.texts(row) for row in range(first, len(grid.rows))]


def _likely_header(grid: Grid) -> int | None:
    for row in range(min(20, len(grid.rows))):
        heads = [text for text in grid.texts(row) if text.strip()]
        if len(heads) > 2 and all(len(head) <= _LONGEST for head in heads):  # noqa: PLR2004
            return row
    return None


def _left_out(
    book: Book,
    headings: Sequence[tuple[Grid, list[Heading]]],
    key_grids: set[str],
) -> list[Problem]:
    """Return a doubt for each sheet or table that holds no actions."""
    told = [Problem(grid_name(book), sentence) for sentence in book.left_out]
    for grid, found in headings:
        if found or grid.name in key_grids or not any(grid.filled(row) for row in range(len(grid.rows))):
            continue
        kind = "The sheet" if grid.is_sheet else "The table"
        first = next(text for row in grid.rows for cell in row if (text := cell.text.strip()))
        message = f"{kind} holds no actions (it begins {quoted(first)}): left out."
        people = _accountable(grid)
        told.append(Problem(f"{grid.name}!A1", message + people))
    return told


def _outside(grid: Grid, tables: Sequence[Found], keys: Sequence[KeyWords]) -> Iterator[Problem]:
    """Yield a doubt for each block of rows of a grid that is in none of its tables, above them or between."""
    if not tables:
        return
    starts = [min((*table.heading.above, table.heading.row)) for table in tables]
    of_keys = {key.cell for key in keys}
    block: list[int] = []
    for row in range(starts[0] + 1):
        filled = grid.filled(row) if row < starts[0] and not says_labelled(grid, row) else []
        if len(filled) > 1 and not any(named_cell(grid, row, place) in of_keys for place in filled):
            block.append(row)
        elif block:
            words = quoted(
                grid.cell(_title_of(grid, block[0]), grid.filled(_title_of(grid, block[0]))[0]).text
            )
            first, last = block[0] + 1, block[-1] + 1
            rows = f"Rows {first} to {last} hold" if last > first else f"Row {first} holds"
            told = f"{rows} no actions ({words}): left out."
            yield Problem(named_cell(grid, block[0], 0), told)
            block = []


def _title_of(grid: Grid, row: int) -> int:
    """Return the row of the title directly above a block, else the block's first."""
    return row - 1 if row and len(grid.filled(row - 1)) == 1 and not labels_in(grid, row - 1) else row


def _accountable(grid: Grid) -> str:
    """Return what a table of facts says of who is accountable, to be told."""
    for row in range(len(grid.rows)):
        label = grid.cell(row, 0).text.casefold()
        words = grid.cell(row, 1).text.strip()
        if words and ("accountable" in label or "sro" in label.split() or "senior responsible" in label):
            return f" It names who is accountable: {quoted(' '.join(words.split()))}; owner add takes them."
    return ""


def grid_name(book: Book) -> str:
    """Return the name of a book's first grid, where what is said of all of it is told."""
    return f"{book.grids[0].name}!A1" if book.grids else "A1"
