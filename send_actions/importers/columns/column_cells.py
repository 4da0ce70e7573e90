"""What the cells of a column say of what it holds, where its heading could mean several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from send_actions.domain.text import fold
from send_actions.domain.words.choices import is_impact, likely_status
from send_actions.domain.words.dates import weigh_due
from send_actions.domain.words.owners import is_nobody
from send_actions.importers.cell_text import is_dash, plain, serial_day
from send_actions.importers.headings.heading_shapes import is_of_own_refs
from send_actions.importers.statuses.shares import share_in
from send_actions.importers.statuses.status_heads import begins_with, head_of, is_short
from send_actions.importers.statuses.status_words import StatusWords

_URGENCY: Final = re.compile(
    r"\W*(?:(?:very )?(?:high|low)(?:est)?|medium|med|important|major|minor|blocker|critical|urgent|normal"
    r"|[hml]|p?\d|\d(?:st|nd|rd))\W*",
    re.IGNORECASE,
)
_GRAVITY: Final = re.compile(
    r"\W*(?:(?:very )?(?:high|low)|medium|med|critical|[hml]|\d|major|minor|moderate|severe|serious"
    r"|significant|insignificant|negligible|catastrophic)\W*",
    re.IGNORECASE,
)
"""How grave the impact of a risk or an issue would be."""

_YES_OR_NO: Final = frozenset(
    {"yes", "no", "y", "n", "partly", "partial", "part", "done", "in progress", "ongoing"}
)
_YES_OR_NO_ALONE: Final = frozenset({"yes", "no", "y", "n"})
"""What a column of notes may say of anything."""

_ID: Final = re.compile(r"[A-Za-z0-9_-]{14,64}|[0-9]{11,}|[0-9a-f]{8}-[0-9a-f-]{20,40}")
_MOST_WORDS: Final = 3
_HEAD: Final = re.compile(r"[^.:;,!\n(–—]+")
_WORDS: Final = StatusWords()
_LOOKED_AT: Final = 50
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.8
_FEWEST: Final = 2
_OPEN: Final = re.compile(
    r"(?:open|outstanding|carried (?:forward|over)|c/f|ongoing|to do|pending|actioned)(?=\W|$)", re.IGNORECASE
)
"""What a log says of an action that is no status of ours by itself."""

_LONGEST_REF: Final = 24


def said_in(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """Return what the first cells of a column say, without those that say nothing or that it is open."""
    cells = [plain(row[place], one_line=False) for row in rows[:_LOOKED_AT] if place < len(row)]
    return [cell for cell in cells if cell and not is_dash(cell) and not is_nobody(cell)]


def are_dates(rows: Sequence[Sequence[str]], place: int, today: date) -> bool:
    """Say whether most cells of a column that say something are dates or periods of a plan."""
    cells = said_in(rows, place)
    found = sum(1 for cell in cells if _is_date(" ".join(cell.split()), today))
    return bool(found) and found >= len(cells) * _MOST


def are_statuses(rows: Sequence[Sequence[str]], place: int, most: float = _MOST) -> bool:
    """Say whether most cells of a column that say something begin with a word of how an action stands."""
    cells = said_in(rows, place)
    found = sum(1 for cell in cells if _WORDS.at_head(cell) or _is_like_status(cell))
    return bool(found) and found >= len(cells) * most


def are_only_statuses(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether nearly all cells of a column are a word of a status alone, and the others as short."""
    cells = said_in(rows, place)
    found = [cell for cell in cells if _is_status_alone(cell)]
    others = (cell for cell in cells if cell not in found)
    is_told = len(found) >= max(_FEWEST, len(cells) * _NEARLY_ALL)
    return is_told and all(map(_may_be_status, others))


def are_shares(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether every cell of a column says how much is done, and nothing else."""
    cells = said_in(rows, place)
    return bool(cells) and all(map(share_in, cells))


def begin_with_shares(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether every cell of a column says how much is done, before other words or alone."""
    cells = said_in(rows, place)
    return len(cells) >= _FEWEST and all(share_in(head_of(cell)) for cell in cells)


def mostly_begin_with_status(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether most cells of a column surely begin with a word of a status."""
    cells = said_in(rows, place)
    found = sum(1 for cell in cells if _WORDS.at_head(cell) or begins_with(cell) or _OPEN.match(cell))
    return found >= max(_FEWEST, len(cells) * _MOST)


def begin_with_status(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether half of the cells of a column surely begin with a status, or are a word of one each."""
    cells = said_in(rows, place)
    found = sum(1 for cell in cells if _WORDS.at_head(cell))
    return found * 2 >= len(cells) or are_statuses(rows, place)


def _is_date(cell: str, today: date) -> bool:
    if cell.isdecimal():
        return serial_day(cell) is not None
    weighed = weigh_due(cell, today=today)
    return bool(weighed.due.on or weighed.offer)


def _is_like_status(cell: str) -> bool:
    if len(cell) == 1:
        return cell.upper() in "RAGBY"
    head = _HEAD.match(cell)
    word = fold(head[0]).strip() if head else ""
    return word in _YES_OR_NO or bool(likely_status(word))


def _is_status_alone(cell: str) -> bool:
    if not is_short(cell) or share_in(cell):
        return bool(share_in(cell))
    said = _WORDS.at_head(cell)
    is_like = begins_with(cell) == cell or (_is_like_status(cell) and fold(cell) not in _YES_OR_NO_ALONE)
    return is_like or (said is not None and not said.note)


def _may_be_status(cell: str) -> bool:
    return is_short(cell) or _WORDS.at_head(cell) is not None or bool(begins_with(cell))


def are_ids(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether a column holds what a program calls its rows by, and no refs that people say."""
    cells = said_in(rows, place)
    return bool(cells) and all(map(_ID.fullmatch, cells)) and any(map(str.isdigit, "".join(cells)))


def are_states(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether each cell of a column is a word of how an action stands, and nothing else."""
    cells = said_in(rows, place)
    return are_statuses(rows, place, most=1) and all(len(cell.split()) <= _MOST_WORDS for cell in cells)


def are_words(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether a column of impacts describes them, or says how grave each would be, and rates none."""
    words = [row[place] for row in rows if place < len(row) and row[place].strip()]
    if words and all(_GRAVITY.fullmatch(text) for text in words):
        return True
    return not any(map(is_impact, words)) and any(len(text.split()) > 1 for text in words)


def is_only_overdue(rows: Sequence[Sequence[str]], place: int, known: str) -> bool:
    """Say whether a column says yes or no to what follows from the due dates, and nothing else."""
    cells = {fold(row[place]).strip() for row in rows if place < len(row)}
    return known == "overdue" and cells <= {"", "yes", "no"}


def is_urgency(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether a column of priorities says how urgent each action is: high, medium, low."""
    cells = {row[place].strip() for row in rows if place < len(row)}
    return all(_URGENCY.fullmatch(cell) or not cell for cell in cells)


def is_denied(rows: Sequence[Sequence[str]], place: int, name: str, meant: str) -> bool:
    """Say whether the cells of a column show that it is none of what its heading may mean."""
    if meant == "ref":
        return is_of_own_refs(name) and not are_refs(rows, place)
    return meant == "area_number" and is_urgency(rows, place)


def are_refs(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether the cells of a column are short and each its own row's, with a figure in them.

    A row that stands twice counts once.
    """
    cells = said_in([*dict.fromkeys(map(tuple, rows[:_LOOKED_AT]))], place)
    each_own = len({fold(cell) for cell in cells}) == len(cells)
    return each_own and all(len(cell) <= _LONGEST_REF and re.search(r"\d", cell) for cell in cells)


def filled_first(width: int, rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the places of columns from left to right, those without a word in any row last."""
    return sorted(
        range(width), key=lambda place: not any(row[place].strip() for row in rows if place < len(row))
    )
