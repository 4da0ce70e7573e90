"""Where tables of actions stand in a grid: their header rows, by what the headings mean."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, NamedTuple

from send_actions.importers.columns.reviews import read_review
from send_actions.importers.grids.cell_grid import Cell, Grid
from send_actions.importers.grids.implied_headings import implied_place
from send_actions.importers.headings.answered_advice import answered_advice
from send_actions.importers.headings.header_rows import MARKS
from send_actions.importers.headings.headings import field_of, heading_names, is_of_step, weak_field
from send_actions.importers.headings.implied_titles import MARKS_OF_THESE
from send_actions.importers.headings.labelled_lines import NOT_TITLES, Labelled, labelled_line
from send_actions.importers.headings.mapped_columns import mapped_columns
from send_actions.importers.problems import Problem
from send_actions.importers.sheet import AreaHead, Sheet, numbers_of

_BESIDE: Final = frozenset(
    {
        *(
            "ref",
            "lead_role",
            "lead_org",
            "sro",
            "due",
            "status",
            "colour",
            "revised",
            "note",
            "success_measure",
        ),
        *("start", "area_number", "area_title", "completed_on", "partners", "impact"),
    }
)
"""Fields of which a table of actions has one beside the action."""

_LONGEST_HEADING: Final = 120
_SHORT: Final = 40
_LONGEST_TITLE: Final = 400
_LABEL: Final = re.compile(
    r"(?:area(?: for improvement)?|priority(?: area)?|objective|workstream|strand|theme|outcome|section)"
    r"\s*(?:\d{1,2}|[A-H])?\s*:?",
    re.IGNORECASE,
)
_TITLES_ABOVE: Final = 9
_ANY_DAY: Final = date(2100, 1, 1)


class Heading(NamedTuple):
    """A header of one row or two: its first row, from 0, how many, the rows of titles above it, its end."""

    row: int
    rows: int
    above: tuple[int, ...]
    end: int


@dataclass
class Found:
    """A table found in a grid, as it is put together: `body` has the cells of its rows, by row from 0.

    `judged` is what a row of it says of the whole, `labels` what rows of it say under labels.
    """

    book: str
    grid: Grid
    heading: Heading
    header: list[str]
    fields: list[str]
    at: list[int]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    body: dict[int, list[Cell]] = field(default_factory=dict)
    heads: dict[int, AreaHead] = field(default_factory=dict)
    area: AreaHead = field(default_factory=AreaHead)
    judged: str = ""
    labels: tuple[Labelled, ...] = ()
    meant: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    names: dict[tuple[int, int], str] = field(default_factory=dict)

    def cell(self, row: int, place: int) -> str:
        """Return the name of a cell of the grid, both from 0."""
        return named_cell(self.grid, row, place)

    def has_words(self) -> bool:
        """Say whether its actions are told in words, where a summary has numbers of them."""
        place = self.places("title")[0]
        return not self.rows or any(any(map(str.isalpha, texts[place])) for _, texts in self.rows)

    def doubt(self, row: int, place: int, message: str) -> None:
        """Note a doubt about a cell."""
        self.problems.append(Problem(self.cell(row, place), message))

    def places(self, *fields: str) -> list[int]:
        """Return the places whose columns hold one of some fields."""
        return [place for place, name in enumerate(self.fields) if name in fields]

    def add_column(self, heading: str, meant: str, at: int, cells: Mapping[int, str]) -> None:
        """Add a column that no cells of the grid have by themselves; `cells` are its words by row."""
        self.header.append(heading)
        self.fields.append(meant)
        self.at.append(at)
        self.meant[len(self.header) - 1] = meant
        self.rows = [(row, [*texts, cells.get(row, "")]) for row, texts in self.rows]

    def sheet(self, *, lines: tuple[tuple[str, str], ...], since: date | None) -> Sheet:
        """Return the table as a sheet."""
        order = sorted([*self.rows, *((row, [""]) for row in self.heads)], key=lambda numbered: numbered[0])
        return Sheet(
            self.book,
            self.header,
            self.heading.row + 1,
            [texts for _, texts in order],
            problems=tuple(self.problems),
            prefix=prefix_of(self.grid),
            at=tuple(self.at),
            numbers=numbers_of(row + 1 for row, _ in order),
            area=replace(self.area, judged=self.judged),
            heads={row + 1: head for row, head in self.heads.items()},
            lines=lines,
            since=since,
            meant=self.meant,
            is_turned=self.grid.is_turned,
            names={
                (row + 1, place): name for (row, place), name in {**self.grid.names, **self.names}.items()
            },
        )


def named_cell(grid: Grid, row: int, place: int) -> str:
    """Return the name of a cell of a grid, both from 0."""
    if name := grid.names.get((row, place)):
        return f"{prefix_of(grid)}{name}"
    return Sheet("", [], 0, [], prefix=prefix_of(grid), is_turned=grid.is_turned).cell(row + 1, place)


def prefix_of(grid: Grid) -> str:
    """Return what stands before the names of a grid's cells."""
    return f"{grid.name}!" if grid.name else ""


def find_headings(grid: Grid, mapping: Mapping[str, str]) -> list[Heading]:
    """Return the headers of a grid's tables of actions, one that comes again within its table left out."""
    found: list[Heading] = []
    names: list[list[str]] = []
    marks = (*MARKS, *MARKS_OF_THESE, *heading_names([*mapping]))
    for row in range(len(grid.rows)):
        words = " ".join(grid.texts(row)).lower().replace("_", " ")
        if not any(mark in words for mark in marks) or not is_heading_row(grid, row, mapping):
            continue
        texts = heading_names(grid.texts(row))
        if found and not _is_surely_heading(texts, mapping):
            continue
        floor = found[-1].row + found[-1].rows if found else 0
        above = _titles_above(grid, row, floor)
        if found and texts == names[-1] and not above:
            continue
        if found:
            found[-1] = found[-1]._replace(end=min(above, default=row))
        rows = 2 if _is_second(grid, row + 1) and is_below(grid, row) else 1
        found.append(Heading(row, rows, above, len(grid.rows)))
        names.append(texts)
    return found


def is_heading_row(grid: Grid, row: int, mapping: Mapping[str, str]) -> bool:
    """Say whether a row heads a table of actions: it names the action, and something else of it."""
    texts = grid.texts(row)
    if sum(1 for text in texts if text.strip()) < 2 or any(len(t) > _LONGEST_HEADING for t in texts):  # noqa: PLR2004
        return False
    fields = set(fields_of(texts, mapping))
    if "title" not in fields:
        return implied_place(grid, row) is not None
    return not _BESIDE.isdisjoint(fields) or "review" in fields or "step" in fields


def _is_surely_heading(names: Sequence[str], mapping: Mapping[str, str]) -> bool:
    """Say whether a cell of a row means the action as a whole, as an action may end as such a heading does.

    So does each cell of a row that has nothing but headings.
    """
    is_said = any(field_of(name, names) == "title" for name in names) or mapped_columns(mapping, names)
    return bool(is_said) or all(field_of(name, names) or weak_field(name) for name in names if name)


def fields_of(texts: Sequence[str], mapping: Mapping[str, str]) -> list[str]:
    """Return the field of each heading, empty for one that means none."""
    names = heading_names(texts)
    mapped = mapped_columns(mapping, names)
    if (advice := answered_advice(names)) is not None:
        mapped.setdefault(advice, "detail")
    return [mapped.get(place) or _field(name, names, texts[place]) for place, name in enumerate(names)]


def _field(name: str, names: Sequence[str], text: str) -> str:
    if not name:
        return ""
    if meant := field_of(name, names) or weak_field(name):
        return meant
    if is_of_step(name):
        return "step"
    return "review" if read_review(0, text, (), _ANY_DAY) else ""


def _titles_above(grid: Grid, row: int, floor: int) -> tuple[int, ...]:
    """Return the rows directly above a header that hold a title each, one blank row between them at most.

    Rows that say something under a label, such as the lead's, may stand among them.
    """
    found: list[int] = []
    labelled = blank = 0
    for up in range(row - 1, max(floor, row - _TITLES_ABOVE) - 1, -1):
        filled = grid.filled(up)
        if not filled:
            blank += 1
            if blank > 1 + bool(labelled) or len(found) > labelled:
                break
        elif labels_in(grid, up):
            labelled += 1
            found.append(up)
        elif _is_title(grid, up, filled):
            found.append(up)
        else:
            break
    return tuple(reversed(found))


def labels_in(grid: Grid, row: int) -> tuple[Labelled, ...]:
    """Return what a row says under labels whose lines are no titles, with the names of its cells."""
    said = labelled_line([(named_cell(grid, row, n), grid.cell(row, n).text) for n in grid.filled(row)])
    return said if any(line.meant in NOT_TITLES for line in said) else ()


def _is_title(grid: Grid, row: int, filled: Sequence[int]) -> bool:
    """Say whether a row is a title: one cell of words, or a label such as Priority 2 and its words."""
    first = grid.cell(row, filled[0]).text.strip()
    is_labelled = len(filled) == len(("label", "words")) and _LABEL.fullmatch(first) is not None
    return (len(filled) == 1 or is_labelled) and len(first) <= _LONGEST_TITLE


def is_below(grid: Grid, row: int) -> bool:
    """Say whether the row below a header names parts of it: all words stand under merged or empty cells."""
    if row + 1 >= len(grid.rows):
        return False
    for place in grid.filled(row + 1):
        up, left = grid.over(row, place)
        over = grid.cell(up, left)
        if over.across == 1 and over.text.strip():
            return False
    return True


def _is_second(grid: Grid, row: int) -> bool:
    filled = grid.filled(row) if row < len(grid.rows) else []
    return len(filled) > 1 and all(len(grid.cell(row, place).text) <= _SHORT for place in filled)
