"""The rows of one table as lines of actions, each with what it says of its area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from send_actions.importers.areas.area_headings import AreaHeadings
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.headings.header_rows import HeaderRows, is_header, is_rule
from send_actions.importers.lines.line_reader import LineReader
from send_actions.importers.lines.rows_left_out import ask_untitled
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.refs.refs import refs_in_titles
from send_actions.importers.sheet import Sheet


def rows_of(
    rows: Iterable[tuple[int, list[str]]], sheet: Sheet, base: int, reader: LineReader, headings: AreaHeadings
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the actions of the rows, numbered from `base`, and what each says of its area."""
    lines: list[ActionLine] = []
    areas: list[AreaLine] = []
    headers = HeaderRows(sheet.header)
    for place, cells in rows:
        number = base + place
        if place in sheet.heads:
            headings.take(sheet.heads[place])
            continue
        may_be = headers.may_be(cells)
        if (may_be and headers.is_repeated(cells)) or is_rule(cells):
            continue
        if may_be and is_header(cells):
            reader.ask_about_header(number)
        elif lines and (longer := reader.more_of(lines[-1], number, cells)):
            lines[-1] = longer
        elif not headings.is_one(number, cells):
            lines.append(headings.over(reader.take(number, cells)))
            areas.append(headings.with_outcome(reader.area()))
    reader.finish()
    return lines, areas


def with_refs(
    lines: list[ActionLine], sheet: Sheet, columns: Columns, problems: Problems, base: int
) -> list[ActionLine]:
    """Return the lines with the refs of their titles where there is no column of better ones."""
    place = columns.places.get("ref")
    if place is None or not any("." in line.ref for line in lines):
        found = refs_in_titles(lines)
        if found:
            message = "The refs stand at the head of the actions' words, and are taken from there."
            problems.doubt_in(base + sheet.header_row, columns.places["title"], message)
            lines = found
        elif place is None:
            lines = [replace(line, is_unnumbered=True) for line in lines]
    ask_untitled(lines, problems)
    return lines
