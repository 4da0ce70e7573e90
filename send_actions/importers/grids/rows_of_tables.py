"""The rows of a table found in a grid: actions, headings of the rows below, notes, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.answers import title_key
from send_actions.importers.areas.area_headings import told_of_state
from send_actions.importers.areas.area_words import Named, labels_area, named_area, number_of_area
from send_actions.importers.cell_text import CODE, is_dash, plain
from send_actions.importers.grids.cell_grid import Grid
from send_actions.importers.grids.dated_updates import DatedUpdates
from send_actions.importers.grids.found import Found, Heading, fields_of, labels_in
from send_actions.importers.grids.implied_headings import implied_place
from send_actions.importers.grids.parallel_lists import part_lists
from send_actions.importers.grids.said_below import SaidBelow
from send_actions.importers.grids.settled_rows import (
    fill_areas,
    overall_status,
    settle_status,
    shorten_titles,
    split_refs,
)
from send_actions.importers.grids.ticks import with_ticks_read
from send_actions.importers.grids.titles_beside import settle_titles
from send_actions.importers.grids.two_rows import two_rows_as_one
from send_actions.importers.grids.untitled_rows import UntitledRows, has_no_action
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.labelled_lines import OWNERS, without_owners
from send_actions.importers.lines.rows_left_out import total_in
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import AreaHead
from send_actions.importers.statuses.state_words import says_state

_NOTHING: Final = frozenset({"none", "nil", "no actions", "none at present", "n/a", "no outstanding actions"})
_LONGEST_HEAD: Final = 300
_MOST_LABELLED: Final = 4


def read_rows(
    name: str, grid: Grid, heading: Heading, mapping: Mapping[str, str], over: Sequence[str] = ()
) -> Found:
    """Return a table with its rows, each cell that is merged downwards with the words that it has.

    `over` is the header of the table that it goes on from, where its own heading has no rows.
    """
    width = max((len(row) for row in grid.rows[heading.row : heading.end]), default=0)
    header = [*over] or two_rows_as_one(grid, heading, width)
    if "title" not in fields_of(header, mapping):
        heading = heading._replace(rows=1)
        header = two_rows_as_one(grid, heading, width)
    table = Found(name, grid, heading, header, fields_of(header, mapping), list(range(width)))
    if "title" not in table.fields and (implied := implied_place(grid, heading.row)) is not None:
        table.fields[implied] = table.meant[implied] = "title"
        table.doubt(heading.row, implied, f"The column {quoted(header[implied])} is read as the action.")
    settle_titles(table)
    reading = _Rows(table)
    for row in range(heading.row + heading.rows, heading.end):
        if not grid.is_aside(row):
            reading.take(row)
    reading.finish()
    settle_status(table)
    fill_areas(table)
    part_lists(table)
    split_refs(table)
    shorten_titles(table)
    with_ticks_read(table)
    return table


class _Rows:
    """Takes one row after another of a table."""

    def __init__(self, table: Found) -> None:
        self._table, self._grid = table, table.grid
        self._heads = heading_names(
            table.header if not table.heading.rows else table.grid.texts(table.heading.row)
        )
        self._title = table.places("title")[0]
        self._ref = _first(table.places("ref"))
        self._head = AreaHead()
        self._untitled = UntitledRows(table)
        self._apart = -1
        self._below_heading = table.heading.row + min(table.heading.rows, 1)
        self._below = _last_action(table)
        self._said, self._dated = SaidBelow(table), DatedUpdates(table)

    def take(self, row: int) -> None:
        """Take a row: as an action, as the head of others, as more of the one above, or as none."""
        filled = self._grid.filled(row)
        if not filled or heading_names(self._grid.texts(row)) == self._heads:
            return
        if self._goes_on(row) and self._table.rows:
            self._join(row)
            return
        if self._took_labels(row) or self._took_of_whole(row, filled[0]):
            return
        if self._said.took(row, is_last=row > self._below):
            return
        if len(filled) == 1 and self._took_alone(row, filled[0]):
            return
        if self._is_head_with_number(row, filled):
            number, title = self._text(row, filled[0]), self._text(row, filled[1])
            self._take_head(row, filled[0], Named(number, title))
            return
        texts = [self._resolved(row, place) for place in range(len(self._table.header))]
        if self._dated.is_more(texts):
            self._dated.add(self._table.rows[-1][0], row)
        elif plain(texts[self._title]) or not has_no_action(self._table.fields, texts):
            self._add(row, texts)
        elif self._untitled.goes_on(row, filled):
            self._join(row)
        else:
            self._untitled.leave_out(row, filled[0])

    def finish(self) -> None:
        """Add what rows say of the action above them, and tell which rows were left out."""
        self._dated.finish()
        self._said.finish()
        if told := self._untitled.told():
            self._table.problems.append(told)

    def _took_of_whole(self, row: int, first: int) -> bool:
        """Take a row that judges the area or adds up its actions."""
        if judged := overall_status(self._table, row):
            self._take_judgement(row, first, judged)
            return True
        ref = self._text(row, self._ref) if self._ref is not None else ""
        if total := total_in(self._grid.texts(row), ref):
            self._table.doubt(row, first, f"{quoted(total)} is a total and no action: left out.")
        return bool(total)

    def _took_labels(self, row: int) -> bool:
        """Take a row that says only who leads the rows below it, or what is wanted of their area."""
        is_short = len(self._grid.filled(row)) <= _MOST_LABELLED
        said = labels_in(self._grid, row) if is_short and row < self._below else ()
        owners = tuple(line for line in said if line.meant in OWNERS)
        outcomes = [line.words for line in said if line.meant == "outcome"]
        if not said or len(owners) + len(outcomes) < len(said):
            return False
        if self._table.heads:
            outcome = self._head.outcome or " ".join(outcomes)
            self._head = replace(self._head, outcome=outcome, said=(*self._head.said, *owners))
            self._table.heads[max(self._table.heads)] = self._head
        else:
            self._table.labels = (*self._table.labels, *said)
        return True

    def _take_judgement(self, row: int, place: int, words: str) -> None:
        """Take what is said of the whole as the judgement of the area that the rows are in."""
        self._head = replace(self._head, judged=words)
        if self._table.heads:
            self._table.heads[max(self._table.heads)] = self._head
        else:
            self._table.judged = words
        shown = quoted(f"{self._text(row, place).rstrip(':')}: {words}")
        self._table.doubt(row, place, f"{shown} is taken as the judgement of its area.")

    def _add(self, row: int, texts: list[str]) -> None:
        self._table.rows.append((row, texts))
        self._table.body[row] = [self._grid.cell(row, place) for place in self._table.at]

    def _text(self, row: int, place: int) -> str:
        return self._grid.cell(row, place).text.strip()

    def _resolved(self, row: int, place: int) -> str:
        """Return the words of a cell, of one that is merged downwards those of its first."""
        cell = self._grid.cell(row, place)
        if not cell.is_covered:
            return cell.text
        up, left = self._grid.over(row, place)
        return self._grid.cell(up, left).text if left == place and up >= self._below_heading else ""

    def _goes_on(self, row: int) -> bool:
        """Say whether a row's action is merged with that of the row above."""
        return self._grid.cell(row, self._title).is_covered and self._grid.over(row, self._title)[0] < row

    def _join(self, row: int) -> None:
        last, texts = self._table.rows[-1]
        joined = [
            "\n".join(
                filter(None, (words, self._text(row, place) if place < len(self._grid.rows[row]) else ""))
            )
            for place, words in enumerate(texts)
        ]
        self._table.rows[-1] = (last, joined)
        self._dated.add(last, row)

    def _took_alone(self, row: int, place: int) -> bool:
        """Take a row with one filled cell as what it is: nothing, a heading, or a note below the table."""
        cell, words = self._grid.cell(row, place), self._text(row, place)
        if words.casefold().strip(" .") in _NOTHING or is_dash(words):
            self._table.doubt(row, place, f"{quoted(words)} stands alone: this table has no actions there.")
            return True
        wide = cell.across >= max(2, len(self._table.header) // 2)
        fields = self._table.fields[place] if place < len(self._table.fields) else ""
        if row > self._below and (wide or place != self._title or self._stands_apart(row)):
            self._apart = row
            self._table.doubt(row, place, f"{quoted(words)} is no action: left out.")
            return True
        if (
            wide
            or _heads_again(self._grid, row + 1, self._heads)
            or (fields in ("ref", "area_number", "area_title", "") and not CODE.fullmatch(words))
        ):
            if len(words) <= _LONGEST_HEAD:
                self._take_head(row, place, _parted(words))
            else:
                self._table.doubt(row, place, f"{quoted(words)} is no action: left out.")
            return True
        return False

    def _stands_apart(self, row: int) -> bool:
        """Say whether an empty row stands above a row, or above others like it."""
        return row > 0 and (row - 1 == self._apart or not self._grid.filled(row - 1))

    def _is_head_with_number(self, row: int, filled: list[int]) -> bool:
        """Say whether a row has a number and a title alone, and heads refs that begin with it."""
        if len(filled) != 2 or self._ref is None or filled[0] != self._ref:  # noqa: PLR2004
            return False
        number, cell = self._text(row, filled[0]), self._grid.cell(row, filled[1])
        if row >= self._below or not number_of_area(number):
            return False
        if labels_area(number):
            return True
        if cell.across >= max(2, len(self._table.header) // 2):
            return True
        begins = f"{number.rstrip('.')}."
        return any(self._text(below, self._ref).startswith(begins) for below in range(row + 1, row + 4))

    def _take_head(self, row: int, place: int, area: Named) -> None:
        number, title, label = area
        if not number and says_state(title):
            self._table.heads[row] = AreaHead(state=title)
            self._table.doubt(row, place, told_of_state(title))
            return
        title, said = without_owners(title, self._table.cell(row, self._grid.filled(row)[-1]))
        number = number_of_area(number) or number
        if number and number == self._head.number and not self._is_of_other_rows(title):
            self._head = replace(self._head, outcome=title)
            told = f"{quoted(title)} is a second heading of area {number}: kept as its outcome."
            at = next((p for p in self._grid.filled(row) if self._text(row, p) == title), 0)
            self._table.doubt(row, at, told)
        else:
            self._head = AreaHead(number, title, said=said, label=label)
            shown = quoted(f"{number} {title}".strip())
            self._table.doubt(
                row, place, f"{shown} stands alone in its row: it is taken as the heading of the rows below."
            )
        self._table.heads[row] = self._head

    def _is_of_other_rows(self, title: str) -> bool:
        """Say whether a title is that of another area, as rows stand between it and the heading above."""
        is_begun = bool(self._table.rows) and self._table.rows[-1][0] > max(self._table.heads, default=-1)
        return is_begun and title_key(title) != title_key(self._head.title)


def _last_action(table: Found) -> int:
    """Return the last row of a table that has words of an action, and others beside them."""
    rows = range(table.heading.end - 1, table.heading.row + table.heading.rows - 1, -1)
    inside = (row for row in rows if not table.grid.is_aside(row))
    return next((row for row in inside if len(table.grid.filled(row)) > 1), table.heading.row)


def _parted(words: str) -> Named:
    """Return the area of a heading in one cell."""
    flat = " ".join(words.split())
    found = named_area(flat)
    return found if found.title or found.number else Named("", flat)


def _heads_again(grid: Grid, row: int, heads: Sequence[str]) -> bool:
    """Say whether a row repeats the header, so that a cell alone above it heads the rows below."""
    return row < len(grid.rows) and heading_names(grid.texts(row)) == heads


def _first(places: Sequence[int]) -> int | None:
    return places[0] if places else None
