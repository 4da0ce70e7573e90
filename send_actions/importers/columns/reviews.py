"""Columns that each hold what was said at one review: "RAG May 20", "November progress update"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import clean, fold
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.dates import read_due, say_date
from send_actions.errors import UsageError
from send_actions.importers.cell_text import month_number

_STATUS: Final = frozenset({"rag", "brag", "ragb", "bragg", "status", "rating", "ragged"})
_NOTE: Final = frozenset(
    {
        *("progress", "update", "updates", "comment", "comments", "commentary", "note", "notes", "position"),
        *("narrative", "report", "summary", "latest"),
    }
)
_BETWEEN: Final = frozenset(
    {
        "as",
        "at",
        "of",
        "on",
        "for",
        "in",
        "the",
        "to",
        "date",
        "review",
        "reviewed",
        "and",
        "end",
        "board",
        "meeting",
        "point",
        *("month", "monthly", "quarter", "quarterly"),
    }
)
_WORD: Final = re.compile(r"[^\W\d_]+|\S+")
_MARKS: Final = re.compile(r"[()\[\]:,–—]|(?<!\w)-|-(?!\w)")
_PERIODS: Final = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.TERM})
_PROSE: Final = 4
_FEW: Final = 2
_SPAN: Final = re.compile(r"\b(?:\d{1,2}|three|six|nine|twelve|eighteen)[\s-]*month(?:s|ly)?\b")
"""How far on a review is, beside the day that it was on: “RAG at 6-month review (June 2025)”."""

_FIRST: Final = re.compile(r"\d{4}-\d{2}-01")
"""A month as a workbook has it, whose cell is its first day."""

_LETTERS: Final = frozenset("ragb")
_MONTHS: Final = 12
_QUARTER: Final = re.compile(r"(?:q|quarter) ?([1-4])")
_ENDS_OF_QUARTERS: Final = (6, 9, 12, 3)
_MONTH_ONLY: Final = re.compile(r"[a-z]{3,9}\.?")


class Review(NamedTuple):
    """A column of one review: its place, its last day if it says one, and whether it holds prose.

    One that says no year has the month, of a quarter the last.
    """

    place: int
    on: date | None
    is_note: bool
    month: int = 0

    @property
    def name(self) -> str:
        """Under which name its cells are known."""
        return f"review {self.place}"


def read_review(place: int, heading: str, cells: Iterable[str], today: date) -> Review | None:
    """Return the review that a heading names, None for any other; one without a year has its month."""
    bare = _SPAN.sub(" ", clean(heading, one_line=True).casefold())
    words = _WORD.findall(_MARKS.sub(" ", bare))
    kinds = {word for word in words if word in _STATUS or word in _NOTE}
    if not kinds:
        return _of_month(place, bare.strip(), cells, today)
    rest = [word for word in words if word not in _STATUS and word not in _NOTE]
    quarter = _QUARTER.fullmatch(" ".join(word for word in rest if word not in _BETWEEN or word == "quarter"))
    while rest and rest[0] in _BETWEEN:
        rest = rest[1:]
    while rest and rest[-1] in _BETWEEN:
        rest = rest[:-1]
    when = " ".join(rest)
    is_note = _STATUS.isdisjoint(kinds) and (_are_prose(cells) or kinds != {"progress"})
    if not when:
        return None
    if quarter:
        return Review(place, None, is_note, _ENDS_OF_QUARTERS[int(quarter[1]) - 1])
    if _MONTH_ONLY.fullmatch(when) and (month := month_number(when)):
        return Review(place, None, is_note, month)
    on = _last_day(when, today)
    return Review(place, on, is_note) if on else None


def _of_month(place: int, when: str, cells: Iterable[str], today: date) -> Review | None:
    """Return the review of a heading that is a month and no more, over cells that are each a status."""
    month = month_number(when) if _MONTH_ONLY.fullmatch(when) else 0
    if month:
        return _of_month_alone(place, month, [cell.strip() for cell in cells if cell.strip()])
    on = _last_day(when, today) if re.search(r"\d", when) else None
    is_month = on is not None and (on + timedelta(days=1)).day == 1
    said = [cell.strip() for cell in cells if cell.strip()] if is_month else []
    return Review(place, on, is_note=False) if said and all(map(_is_status, said)) else None


def _of_month_alone(place: int, month: int, said: Sequence[str]) -> Review | None:
    """Return the review of a month without a year, over cells that are each a status, or prose."""
    are_statuses = bool(said) and all(map(_is_status, said))
    if are_statuses or _words_in(said) > _FEW:
        return Review(place, None, not are_statuses, month)
    return None


def _is_status(cell: str) -> bool:
    try:
        return fold(cell) in _LETTERS or bool(read_status(cell))
    except UsageError:
        return False


def _last_day(when: str, today: date) -> date | None:
    """Return the last day of a period that is written with its year; None for any other words."""
    due = read_due(when, today=today)
    if due.on is None or due.precision not in _PERIODS or not re.search(r"\d", when):
        return None
    return _last(due.on.year, due.on.month) if _FIRST.fullmatch(when) else due.on


def with_progress_as_notes(reviews: Sequence[Review], header: Sequence[str]) -> list[Review]:
    """Return reviews, what is headed progress as words where another column has the status of that review."""
    words = {review.place: {*_WORD.findall(header[review.place].casefold())} for review in reviews}
    stated = {(review.on, review.month) for review in reviews if not _STATUS.isdisjoint(words[review.place])}
    return [
        review._replace(is_note=True)
        if "progress" in words[review.place]
        and _STATUS.isdisjoint(words[review.place])
        and (review.on, review.month) in stated
        else review
        for review in reviews
    ]


def dated(
    reviews: Sequence[Review], today: date, since: date | None, filled: Collection[int] = ()
) -> list[Review]:
    """Return reviews with the months that name no year in one: the first after `since`, else the last.

    Months that stand in order go on from each other; the last of them that is `filled` has begun.
    """
    months = [review for review in reviews if review.on is None and review.month]
    days = _in_order(months, today, since, filled)
    return [review._replace(on=days[review.place]) if review.place in days else review for review in reviews]


def _in_order(
    reviews: Sequence[Review], today: date, since: date | None, filled: Collection[int]
) -> dict[int, date]:
    """Return the last days of the months of reviews by their places."""
    alone = {review.place: _month_end(review.month, today, since) for review in reviews}
    for in_turn in (reviews, reviews[::-1]):
        after = [0]
        for one, other in pairwise(in_turn):
            after.append(after[-1] + (other.month - one.month) % _MONTHS)
        if after[-1] < _MONTHS and reviews:
            said = [n for n, review in enumerate(in_turn) if review.place in filled] or [len(after) - 1]
            anchor = 0 if since else said[-1]
            day = alone[in_turn[anchor].place]
            counted = day.year * _MONTHS + day.month - 1 - after[anchor]
            places = zip(in_turn, after, strict=True)
            return {r.place: _last((counted + n) // _MONTHS, (counted + n) % _MONTHS + 1) for r, n in places}
    return alone


def month_ended(on: date) -> date | None:
    """Return the first day of the month that a day is the last of; None for any other day."""
    return on.replace(day=1) if on == _last(on.year, on.month) else None


def how_read(reviews: Sequence[Review], headings: Sequence[str]) -> str:
    """Return what is told of the columns of some reviews, which have these headings."""
    held = "what was said" if reviews[0].is_note else "the status"
    several = f"“{headings[0]}” to “{headings[-1]}” hold" if len(reviews) > 1 else f"“{headings[0]}” holds"
    days = [say_date(review.on) for review in (reviews[0], reviews[-1]) if review.on]
    read = f"read as said on {' to '.join(dict.fromkeys(days))}"
    last = headings[-1]
    other = f', --column "{last}={say_other(reviews[-1])}" dates it' if reviews[-1].month else ""
    without = ", which no year is said of" if reviews[-1].month else ""
    return f'{several} {held} at a review{without}: {read}; --column "{last}=none" leaves it out{other}.'


def say_other(review: Review) -> str:
    """Return the month of a review a year before it is read as, for an example of how it is dated."""
    return f"{calendar.month_name[review.month]} {review.on.year - 1}" if review.on else ""


def _month_end(month: int, today: date, since: date | None) -> date:
    """Return the last day of a month: the first from `since` on that has begun, else the last that has."""
    begun = [year for year in range(today.year - 1, today.year + 1) if date(year, month, 1) <= today]
    years = [*range(since.year, today.year + 1)] if since else []
    after = [y for y in years if since and _last(y, month) >= since and date(y, month, 1) <= today]
    return _last(after[0] if after else begun[-1], month)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _are_prose(cells: Iterable[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    sentences = sum(1 for cell in said if cell[-1] == "." and len(cell.split()) > 2)  # noqa: PLR2004
    return _words_in(said) > _PROSE or sentences * 2 > len(said)


def _words_in(cells: Iterable[str]) -> float:
    """Return how many words the cells have that say something, on average."""
    lengths = [len(cell.split()) for cell in cells if cell.strip()]
    return sum(lengths) / len(lengths) if lengths else 0
