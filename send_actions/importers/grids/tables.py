"""The tables of actions in a workbook or a document, each as a sheet for the reader of lines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.columns.review_columns import with_alike
from send_actions.importers.file_kinds import minutes_instead
from send_actions.importers.grids.area_blocks import are_read
from send_actions.importers.grids.area_lines import areas_of_tables
from send_actions.importers.grids.asides import aside_grids, left_aside, with_asides
from send_actions.importers.grids.cell_grid import Book, Grid
from send_actions.importers.grids.colour_keys import find_keys
from send_actions.importers.grids.fill_doubts import fill_doubts
from send_actions.importers.grids.found import (
    Found,
    Heading,
    fields_of,
    find_headings,
    labels_in,
    named_cell,
    prefix_of,
)
from send_actions.importers.grids.lines_around import says_labelled
from send_actions.importers.grids.marked_rows import marked_rows
from send_actions.importers.grids.measure_tables import read_measure_table
from send_actions.importers.grids.nested_tables import upright_grids
from send_actions.importers.grids.registers import without_registers
from send_actions.importers.grids.said_elsewhere import with_statuses
from send_actions.importers.grids.said_of_document import reviews_to_come, with_accountable
from send_actions.importers.grids.side_by_side import parts_of
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


def book_of_text(name: str, grid: Grid) -> Book:
    """Return a text that holds several tables as a book of one sheet."""
    return Book(name, (grid,))


def tables_of(book: Book, answers: Answers, *, today: date) -> list[Sheet]:
    """Return the tables of actions of a book; raises SendActionsError when there is none."""
    grids = upright_grids(book.grids, answers.columns)
    book = replace(
        book, grids=tuple(part for grid in grids for part in parts_of(grid, answers.columns, today))
    )
    book = replace(
        book, grids=tuple(with_asides(grid, find_headings(grid, answers.columns)) for grid in book.grids)
    )
    book = replace(book, grids=under_headings(book.grids, answers.columns, today))
    headings = [(grid, find_headings(grid, answers.columns)) for grid in book.grids]
    if not any(found for _, found in headings):
        return [_measures_alone(book, today)]
    found = [*read_found(book.name, headings, answers.columns)]
    found = [table for table in found if table.has_words()] or found[:1]
    found, registers, of_registers = without_registers(found)
    headings = [(grid, [table.heading for table in found if table.grid is grid]) for grid in book.grids]
    keys = find_keys(book, found)
    tables = with_statuses(with_accountable(areas_of_tables(found), book.grids), keys)
    beside = [part for grid in book.grids for part in aside_grids(grid)]
    others = [*(grid for grid, heads in headings if not heads), *beside]
    measured = [(grid, read) for grid in others if (read := read_measure_table(grid, today))]
    of_keys = {key.cell for key in keys}
    headed = [grid for grid, heads in headings if heads]
    known = [g for g in others if _has_any(g, of_keys) or any(g is of for of, _ in measured)]
    known += [grid for grid in book.grids if are_read(grid, headed)]
    told = [*of_registers, *_left_out(book, headings, [*known, *registers])]
    told += [problem for _, read in measured for problem in read.problems]
    told += [
        problem
        for grid in book.grids
        for problem in _outside(grid, [t for t in tables if t.grid is grid], keys)
    ]
    of_measures = [grid for grid, _ in measured]
    told += filter(None, (left_aside(part) for part in beside if part not in of_measures))
    told += reviews_to_come([line.text for line in book.lines])
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
    told = [*_left_out(book, [(grid, []) for grid in book.grids], [grid for grid, _ in measured])]
    told += [problem for _, read in measured for problem in read.problems]
    prefix = prefix_of(measured[0][0])
    return Sheet(book.name, ["ref", "action"], 1, [], problems=tuple(told), prefix=prefix, measures=lines)


def _no_table(book: Book) -> str:
    """Return the refusal of a file without a table of actions, naming what may help."""
    words = " ".join([*(line.text for line in book.lines), *_all_texts(book)])
    if instead := minutes_instead(book.name, words):
        return instead
    heads = [(grid, row) for grid in book.grids if (row := _likely_header(grid)) is not None]
    told = ""
    for grid, row in sorted(heads, key=lambda head: -_known_in(*head)):
        if named := likely_action(grid.texts(row), _texts_from(grid, row + 1)):
            shown = printable(cut(" ".join(named.split()), _LONGEST))
            told = f' --column "{shown}=action" says which column holds them.'
            break
    return (
        f"{book.name} has no table with a column for the action: a table's first row must name its columns, "
        f"such as ref, action, lead, due, status.{told}"
    )


def _known_in(grid: Grid, row: int) -> int:
    """Return how many headings of a row mean something that a plan has."""
    return len(set(filter(None, fields_of(grid.texts(row), {}))))


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
    read: Sequence[Grid],
) -> list[Problem]:
    """Return a doubt for each sheet or table that holds no actions, but for those that are read otherwise."""
    told = [Problem(grid_name(book), sentence) for sentence in book.left_out]
    with_actions = {grid.name for grid, found in headings if found}
    for grid, found in headings:
        begins = _first_cell(grid)
        if found or begins is None or any(grid is each for each in read):
            continue
        row, place = begins
        where = named_cell(grid, row, place) if grid.name in with_actions else named_cell(grid, 0, 0)
        kind = (
            "The table here" if grid.name in with_actions else "The sheet" if grid.is_sheet else "The table"
        )
        first = quoted(grid.cell(row, place).text.strip())
        message = f"{kind} holds no actions (it begins {first}): left out."
        told.append(Problem(where, message + _accountable(grid)))
    return told


def _first_cell(grid: Grid) -> tuple[int, int] | None:
    """Return the row and the place of the first cell with words."""
    rows = ((row, grid.filled(row)) for row in range(len(grid.rows)))
    return next(((row, filled[0]) for row, filled in rows if filled), None)


def _has_any(grid: Grid, cells: Collection[str]) -> bool:
    """Say whether some cell of a grid that has words is one of those named."""
    named = (named_cell(grid, row, place) for row in range(len(grid.rows)) for place in grid.filled(row))
    return bool(cells) and any(map(cells.__contains__, named))


def _outside(grid: Grid, tables: Sequence[Found], keys: Sequence[KeyWords]) -> Iterator[Problem]:
    """Yield a doubt for each block of rows of a grid that stands above its tables and is read nowhere."""
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
    return named_cell(book.grids[0], 0, 0) if book.grids else "A1"
