"""The area of all rows of a table: in its column, in the words above it, or in the name of its sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.areas.area_words import area_of_cell, area_within, labelled_area
from send_actions.importers.areas.no_areas import is_state_or_period, names_a_kind, names_no_area
from send_actions.importers.grids.found import Found
from send_actions.importers.grids.lines_around import labels_above, lines_above, tell_unread
from send_actions.importers.grids.settled_rows import fill_areas, judge
from send_actions.importers.grids.two_levels import keep_part, with_two_levels
from send_actions.importers.headings.answered_advice import answered_advice
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.labelled_lines import OWNERS, Labelled, without_owners
from send_actions.importers.problems import list_cells, quoted
from send_actions.importers.sheet import AreaHead
from send_actions.importers.statuses.headed_status import without_list_label
from send_actions.importers.statuses.state_words import says_state

_NUMBERED: Final = re.compile(r"(\d{1,2})(?:[.):]\s+|\s+[–—-]\s+)([A-Z].*)", re.DOTALL)
_LONGEST: Final = 300
_AREA_FIELDS: Final = ("area_number", "area_title")
_MAY_BE_AREA: Final = re.compile(
    r"outcomes?|aims?|ambitions?|goals?|pledges?|themes?|domains?|pillars?", re.IGNORECASE
)


def areas_of_tables(tables: Sequence[Found]) -> list[Found]:
    """Return the tables, each with the area that its rows are in if no column of it says so."""
    named = with_two_levels(tables, [_area_above(table) for table in tables])
    headings = [_heading_above(table) for table in tables]
    states = [_state_above(table) for table in tables]
    sheets = len({table.grid.name for table in tables})
    above = AreaHead()
    grid, level = "", 0
    begun = set[str]()
    following: list[Found] = []
    for number, table in enumerate(tables):
        labels = labels_above(table, is_first=table.grid.name not in begun)
        begun.add(table.grid.name)
        if table.places(*_AREA_FIELDS):
            above, grid = AreaHead(), table.grid.name
            table.area = _with_labels(table, AreaHead(), labels)
            continue
        if table.grid.is_sheet and table.grid.name != grid:
            above = AreaHead()
        grid = table.grid.name
        head = named[number] or _area_of_label(labels)
        level = level if head is None else _level_of(table, head)
        if (head or above) != AreaHead() and _level(table) > level > 0:
            _keep_heading(table)
        elif head is None and not table.grid.is_sheet and sheets > 1 and _are_all_other(headings):
            head = headings[number]
        if head is None and states[number] and states.count(states[number]) == 1:
            above = AreaHead()
        if head is None and not above.title and not above.number and table.grid.is_sheet and grid:
            head = _area_of_name(table, many=sheets > 1) or _area_of_label(labels, "project")
        if head is None and not table.heads and (place := _merged_place(table)) is not None:
            table.meant[place] = "area_title"
            table.fields[place] = "area_title"
            told = f"The column “{table.header[place]}” is read as the area's title."
            table.doubt(table.heading.row, table.at[place], told)
            fill_areas(table)
            table.area = _with_labels(table, AreaHead(), labels)
            continue
        if head is None and above != AreaHead() and not table.grid.is_sheet and not table.heads:
            following.append(table)
        table.area = above = _with_labels(table, head or above, labels)
    _tell_following(following)
    return list(tables)


def _level(table: Found) -> int:
    """Return the level of the last heading above a table, 0 for none."""
    return next((line.level for line in reversed(table.grid.above) if line.level), 0)


def _level_of(table: Found, head: AreaHead) -> int:
    """Return the level of the heading that names an area, 0 where no heading does."""
    levels = [
        line.level for line in table.grid.above if line.level and head.title in " ".join(line.text.split())
    ]
    return levels[-1] if levels else 0


def _keep_heading(table: Found) -> None:
    """Keep the heading of a part of an area with each action below it."""
    words = next(" ".join(line.text.split()) for line in reversed(table.grid.above) if line.level)
    if not names_a_kind(words):
        keep_part(table, words, (row for row, _ in table.rows))


def _area_of_label(labels: Sequence[Labelled], meant: str = "area") -> AreaHead | None:
    """Return the area that a line without a number names, such as “Workstream: Early help”."""
    words = {said.words for said in labels if said.meant == meant}
    words = {each for each in words if not says_state(without_list_label(each))}
    return AreaHead(*area_of_cell(words.pop())) if len(words) == 1 else None


def _with_labels(table: Found, head: AreaHead, labels: Sequence[Labelled]) -> AreaHead:
    """Return an area with what the lines above a table say of it; what is not read of them is told."""
    owners = tuple(said for said in labels if said.meant in OWNERS)
    outcomes = [said for said in labels if said.meant == "outcome"]
    is_said = len(outcomes) == 1 and bool(head.number or head.title) and not head.outcome
    read = [
        said
        for said in labels
        if said.meant in ("area", "project") and said.words in (head.title, f"{head.number}. {head.title}")
    ]
    if head.number or head.title:
        read += judge(table, labels)
    tell_unread(table, labels, [*read, *(outcomes if is_said else ())], head)
    outcome = outcomes[0].words if is_said else head.outcome
    return replace(head, outcome=outcome, said=owners or head.said)


def _state_above(table: Found) -> str:
    """Return the words right above a table of a document that say how its actions stand, if they do."""
    lines = [" ".join(line.text.split()) for line in table.grid.above]
    return lines[-1] if lines and says_state(without_list_label(lines[-1])) else ""


def _are_all_other(headings: Sequence[AreaHead | None]) -> bool:
    """Say whether no two tables have the same heading; a table that has none follows the one above it."""
    found = [heading for heading in headings if heading]
    return len(set(found)) == len(found)


def _tell_following(tables: Sequence[Found]) -> None:
    """Tell once which tables of a document are in the area of the table above them."""
    if tables:
        cells = [table.cell(table.heading.row, table.at[0]) for table in tables]
        told = "This table names no area: its rows are in the area of the table above it."
        if len(cells) > 1:
            told = (
                f"{len(cells)} tables name no area ({list_cells(cells)}): "
                "the rows of each are in the area of the table above it."
            )
        tables[0].doubt(tables[0].heading.row, tables[0].at[0], told)


def _area_above(table: Found) -> AreaHead | None:
    """Return the area that the words above a table name: the last of its kind, headings before lists."""
    lines = [(line.level, " ".join(line.text.split())) for _, line in lines_above(table)]
    cells = {" ".join(line.text.split()): _cell_of(table, row) for row, line in lines_above(table)}
    lines = [(level, words) for level, words in lines if len(words) <= _LONGEST]
    for place in range(len(lines) - 1, -1, -1):
        if (found := labelled_area(lines[place][1])) and not says_state(found.title):
            below = lines[place + 1][1] if place + 1 < len(lines) else ""
            title, said = without_owners(found.title or below, cells[lines[place][1]])
            return AreaHead(found.number, title, said=said, label=found.label)
    found_in = [(level, _NUMBERED.fullmatch(words)) for level, words in lines]
    numbered = [(level, match) for level, match in found_in if match and not says_state(match[2])]
    headings = [match for level, match in numbered if level]
    one = headings[-1] if headings else numbered[0][1] if len(numbered) == 1 else None
    return AreaHead(one[1], one[2].strip()) if one else None


def _cell_of(table: Found, row: int) -> str:
    """Return the first filled cell of a row above a table, or the place of words outside of it."""
    return "text" if row < 0 else table.cell(row, table.grid.filled(row)[0])


def _heading_above(table: Found) -> AreaHead | None:
    """Return the last heading of a document above a table, as an area without a number.

    One that says how its actions stand, or of when they are, is none.
    """
    headings = [" ".join(line.text.split()) for line in table.grid.above if line.level]
    if not headings or is_state_or_period(without_list_label(headings[-1])):
        return None
    return AreaHead("", headings[-1])


def _area_of_name(table: Found, *, many: bool) -> AreaHead | None:
    """Return the area that a sheet's name says, unless it says what kind of sheet it is."""
    name = table.grid.name
    if found := area_within(name):
        return AreaHead(found.number, found.title, label=found.label)
    if names_no_area(name):
        return None
    number, title = area_of_cell(name)
    head = AreaHead(number, title) if title else AreaHead("", name) if not number else AreaHead(number, "")
    is_headed = table.heads and table.rows and min(table.heads) < table.rows[0][0]
    if not (many or is_headed):
        told = f"The sheet's name, {quoted(name)}, is taken as the area: --area says another."
        table.doubt(table.heading.row, table.at[0], told)
    return head


def area_named(name: str) -> bool:
    """Say whether a sheet's name is that of an area."""
    return area_within(name) is not None


def _goes_on_below(table: Found, place: int) -> bool:
    """Say whether a column has recommendations, each above empty cells of more actions that answer it."""
    if place != answered_advice(heading_names(table.header)) or not table.rows:
        return False
    said = [bool(texts[place].strip()) for _, texts in table.rows]
    return said[0] and not all(said)


def _merged_place(table: Found) -> int | None:
    """Return the place of a column before the action whose cells each stand for several rows."""
    title = table.places("title")[0]
    for place in range(title):
        if table.fields[place] not in ("", "detail") or not table.header[place]:
            continue
        tall = [
            cells[place].down
            for cells in table.body.values()
            if place < len(cells) and cells[place].text.strip()
        ]
        words = Counter(" ".join(texts[place].split()) for _, texts in table.rows)
        repeats = words.total() > len(words) and "" not in words
        named = _MAY_BE_AREA.fullmatch(table.header[place].strip())
        if max(tall, default=1) > 1 or (repeats and named) or _goes_on_below(table, place):
            return place
    return None
