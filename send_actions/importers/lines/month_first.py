"""Dates of our own list that a spreadsheet wrote with the month first: known by what the list showed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from send_actions.domain.plan import Action
from send_actions.domain.text import clean
from send_actions.domain.words.listed import Listed
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.ours.own_list import OwnList
from send_actions.importers.sheet import Sheet

_FIGURES: Final = re.compile(r"\s*(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?: 0?0:00(?::00)?)?\s*")
_DATES: Final = ("start", "due", "updated_on", "first_due", "note_on", "ask_on")
_CENTURY: Final = 100


def with_days_first(sheet: Sheet, columns: Columns, own: OwnList, problems: Problems) -> Sheet:
    """Return the sheet with its dates as we write them, where more of them show the plan's month first."""
    places = {name: place for name, place in columns.places.items() if name in _DATES}
    kept = columns.places.get("kept_as")
    if kept is None or not places:
        return sheet
    month_first = day_first = 0
    for row in sheet.rows:
        if kept >= len(row) or not any(_FIGURES.fullmatch(row[n]) for n in places.values() if n < len(row)):
            continue
        shown = own.shown_by(Listed.read(clean(row[kept], one_line=True)))
        for cell, day in _pairs(row, places, shown):
            month_first += _read(cell, is_month_first=True) == day
            day_first += _read(cell, is_month_first=False) == day
    if month_first <= day_first:
        return sheet
    first = min(places.values())
    problems.doubt_in(sheet.header_row, first, "The dates were saved with the month first, and are read so.")
    figures = {*places.values(), columns.places.get("due_text", first)}
    return replace(
        sheet, rows=[[_turned(cell, n in figures) for n, cell in enumerate(row)] for row in sheet.rows]
    )


def _pairs(row: list[str], places: dict[str, int], shown: Action | None) -> Iterator[tuple[str, date]]:
    """Yield the cells of a row that hold a date, each with the day that the list showed in it."""
    if shown is None:
        return
    first = shown.first_due.on if shown.first_due else None
    days = {
        "start": shown.start,
        "due": shown.due_on,
        "updated_on": shown.updated_on,
        "first_due": first,
        "note_on": shown.note_on,
        "ask_on": shown.ask_on,
    }
    for name, place in places.items():
        day = days[name]
        if day and place < len(row):
            yield row[place], day


def _read(cell: str, *, is_month_first: bool) -> date | None:
    match = _FIGURES.fullmatch(cell)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    month, day = (first, second) if is_month_first else (second, first)
    try:
        return date(year if year >= _CENTURY else 2000 + year, month, day)
    except ValueError:
        return None


def _turned(cell: str, is_date: bool) -> str:
    day = _read(cell, is_month_first=True) if is_date else None
    return day.isoformat() if day else cell
