"""Where the status of a table is said if no column has it in words: a colour, a heading, a percentage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import cut, fold
from send_actions.importers.columns.column_cells import are_statuses
from send_actions.importers.columns.reviews import read_review
from send_actions.importers.grids.added_columns import add_apart
from send_actions.importers.grids.area_lines import area_named
from send_actions.importers.grids.cell_grid import Cell
from send_actions.importers.grids.found import Found
from send_actions.importers.grids.lines_around import lines_above
from send_actions.importers.headings.heading_shapes import may_mean
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import colour_name
from send_actions.importers.statuses.status_words import StatusWords

_STATUS: Final = ("status", "colour", "review", "undated")
_HEADED: Final = (
    (re.compile(r"\b(?:completed|complete|closed|implemented in full|achieved)\b"), Status.COMPLETE),
    (re.compile(r"\bnot (?:yet )?started\b"), Status.NOT_STARTED),
    (re.compile(r"\bon hold\b"), Status.ON_HOLD),
    (re.compile(r"\boff track\b"), Status.OFF_TRACK),
    (re.compile(r"\bat risk\b"), Status.AT_RISK),
    (re.compile(r"\bon track\b"), Status.ON_TRACK),
    (re.compile(r"\b(?:withdrawn|superseded)\b"), Status.WITHDRAWN),
    (re.compile(r"\bembedded\b"), Status.EMBEDDED),
)
_TURNS: Final = re.compile(
    r"\b(?:not|un|in|partly|partially|nearly|yet to be|to be)\W*(?:(?:yet|fully|been|be)\W+)?$"
)
_OF_ACTIONS: Final = re.compile(
    r"\b(?:actions?(?! plan)|recommendations?|tasks?|milestones?|items?|projects?)\b"
)
"""What a heading names whose status it says, if it has more than a few words."""

_FEW_WORDS: Final = 3
_WHOLE: Final = re.compile(r"100(?:\.0+)?\s*%?|1(?:\.0+)?")
_NOTHING: Final = re.compile(r"0(?:\.0+)?\s*%?")
_IN_PART: Final = "Under 100%"
_LONGEST: Final = 55
_LABEL: Final = re.compile(r"(?:table|part|section|list)\s+\w{1,3}\s*[:.–—-]\s*", re.IGNORECASE)


def with_statuses(tables: Sequence[Found], keys: Sequence[KeyWords]) -> list[Found]:
    """Return the tables, each with a column of what its colours or its heading say of the status."""
    for table in tables:
        _fill_empty_cells(table)
        if not _says_status(table):
            _by_colour(table, keys)
    without = [table for table in tables if not _says_status(table)]
    said = [_headed(_heading(table)) for table in without]
    if any(said) or any(table.places("percent") for table in without):
        for table, status in zip(without, said, strict=True):
            _by_heading(table, status, asks=any(said))
    elif without and tables and len(without) == len(tables):
        table = tables[0]
        words = StatusWords()
        notes = [texts[place] for one in tables for _, texts in one.rows for place in one.places("note")]
        is_open = not any(map(_may_say_status, tables))
        if is_open and not table.places("completed_on") and not any(map(words.at_head, notes)):
            told = "Nothing in the file says a status: the actions come in without one."
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
    review = read_review(place, table.header[place], cells, date.max)
    return review is not None and not review.is_note


def _fill_empty_cells(table: Found) -> None:
    """Put the figures of their colour into the empty cells of columns that say a status."""
    for place in table.places(*_STATUS):
        rows = []
        for row, texts in table.rows:
            fill = table.body[row][place].fill if place < len(table.body[row]) else ""
            if not texts[place].strip() and fill and colour_name(fill):
                texts = [*texts[:place], fill, *texts[place + 1 :]]  # noqa: PLW2901
            rows.append((row, texts))
        table.rows = rows


def _by_colour(table: Found, keys: Sequence[KeyWords]) -> None:
    """Add a column of the colours behind one column's cells, where these differ or a key knows them.

    Of several side by side, such as one for each half-term, the last that is filled in a row counts.
    """
    known = {key.colour for key in keys}
    totals: dict[int, int] = {}
    coloured = set[int]()
    for place in range(len(table.at)):
        fills = Counter(fill for cells in table.body.values() if (fill := _colour_at(cells, place)))
        coloured |= {place} if fills else set()
        if len(fills) > 1 or any(fill in known or colour_name(fill) in known for fill in fills):
            totals[place] = fills.total()
    if not totals:
        return
    best = max(totals, key=totals.__getitem__)
    beside = _side_by_side(table, best, coloured)
    where = {
        row: next((place for place in reversed(beside) if _colour_at(cells, place)), best)
        for row, cells in table.body.items()
    }
    colours = {row: _colour_at(table.body[row], place) for row, place in where.items()}
    named = " to ".join(dict.fromkeys(quoted(table.header[place]) for place in (beside[0], beside[-1])))
    last = ", the last that is filled in each row" if len(beside) > 1 else ""
    told = f"No column says the status: it is taken from the colours behind {named}{last}."
    table.doubt(table.heading.row, table.at[best], told)
    names = {row: table.cell(row, table.at[place]) for row, place in where.items()}
    head = table.cell(table.heading.row, table.at[best])
    add_apart(table, "RAG", "colour", colours, names, head=head)


def _colour_at(cells: Sequence[Cell], place: int) -> str:
    fill = cells[place].fill if place < len(cells) else ""
    return fill if fill and colour_name(fill) else ""


def _side_by_side(table: Found, best: int, coloured: Container[int]) -> list[int]:
    """Return the coloured columns without a meaning that stand together with one, from left to right."""
    first = last = best
    while not table.fields[best] and first - 1 in coloured and not table.fields[first - 1]:
        first -= 1
    while not table.fields[best] and last + 1 in coloured and not table.fields[last + 1]:
        last += 1
    return [*range(first, last + 1)]


def _heading(table: Found) -> tuple[int, str]:
    """Return the words that stand directly above a table, and their row."""
    lines = lines_above(table)
    if not lines and table.grid.is_sheet:
        is_area = bool(table.area.number or table.area.title) and area_named(table.grid.name)
        return table.heading.row, "" if is_area else table.grid.name
    if not lines or (table.area.title and fold(table.area.title) in fold(lines[-1][1].text)):
        return table.heading.row, ""
    return lines[-1][0], " ".join(lines[-1][1].text.split())


def _headed(heading: tuple[int, str]) -> Status | None:
    """Return the status that a heading surely says: one, and nothing that takes it back."""
    words = fold(heading[1])
    if len(_LABEL.sub("", words).split()) > _FEW_WORDS and not _OF_ACTIONS.search(words):
        return None
    found = set()
    for pattern, status in _HEADED:
        for match in pattern.finditer(words):
            if _TURNS.search(words[: match.start()]):
                return None
            found.add(status)
    return found.pop() if len(found) == 1 else None


def _by_heading(table: Found, status: Status | None, *, asks: bool) -> None:
    """Add a column of what a table's heading says, or how much is done; what is unclear is asked about.

    `asks` says whether the heading of another table is a status, so that this one's may be one too.
    """
    row, words = _heading(table)
    percent = next(iter(table.places("percent")), None)
    if percent is None and status is None and not (words and asks):
        return
    word = status.value if status else cut(_LABEL.sub("", words), _LONGEST)
    if percent is not None and (not word or (status is None and words == table.grid.name)):
        word = _IN_PART
    done = {number: "" if percent is None else texts[percent].strip() for number, texts in table.rows}
    said = {number: word if percent is None else _by_percent(share, word) for number, share in done.items()}
    place = table.at[percent] if percent is not None else table.at[table.places("title")[0]]
    if status and table.rows:
        told = f"{quoted(words)} is taken as the status of the rows below: {status.word.lower()}."
        table.doubt(row if row >= 0 else table.heading.row, table.at[0], told)
    elif percent is not None:
        _tell_percents(table, place, said, done)
    table.add_column("Status", "status", place, said)


def _by_percent(share: str, word: str) -> str:
    """Return the status of how much is done: all, or nothing; else the word of the others."""
    if _WHOLE.fullmatch(share):
        return Status.COMPLETE.value
    if word != _IN_PART:
        return word
    return Status.NOT_STARTED.value if _NOTHING.fullmatch(share) else _IN_PART if share else ""


def _tell_percents(table: Found, place: int, said: Mapping[int, str], done: Mapping[int, str]) -> None:
    """Say which shares are taken as a status, and which say none by themselves."""
    taken = {"100%": Status.COMPLETE, "0%": Status.NOT_STARTED}
    read = [f"{share} as {each.word.lower()}" for share, each in taken.items() if each.value in said.values()]
    if read:
        told = ", ".join(read).replace(" as ", " is taken as ", 1)
        table.doubt(table.heading.row, place, f"{told}.")
    open_ = dict.fromkeys(_percent(done[number]) for number, word in said.items() if word == _IN_PART)
    if open_:
        first = next(number for number, word in said.items() if word == _IN_PART)
        ways = f'--status "{_IN_PART}=…" says one for them all, none leaves them without'
        table.doubt(first, place, f"{', '.join(open_)} done says no status by itself: {ways}.")


def _percent(share: str) -> str:
    """Return how much is done in hundredths, of 0.75 as of 75%."""
    try:
        part = float(share)
    except ValueError:
        return share
    return f"{part * 100:g}%" if part <= 1 else f"{part:g}%"
