"""Columns that each hold what was said at one review: "RAG May 20", "November progress update"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

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
ANY_DAY: Final = date(2100, 1, 1)
"""The day from which a heading is read where only its own year may count."""
_PROSE: Final = 4
_FEW: Final = 2
_SPAN: Final = re.compile(r"\b(?:\d{1,2}|three|six|nine|twelve|eighteen)[\s-]*month(?:s|ly)?\b")
"""How far on a review is, beside the day that it was on: “RAG at 6-month review (June 2025)”."""

_FIRST: Final = re.compile(r"\d{4}-\d{2}-01")
"""A month as a workbook has it, whose cell is its first day."""

_LETTERS: Final = frozenset("ragb")
_MONTH_ONLY: Final = re.compile(r"[a-z]{3,9}\.?")
_QUARTER: Final = re.compile(r"\b(?:q|qtr|quarter)\.?\s?([1-4])\b")
_QUARTER_ONLY: Final = re.compile(r"q ([1-4])")
_YEAR_FIRST: Final = re.compile(r"(20\d\d) ([a-z]{3,9})")
_TERMS: Final = {"autumn": (12, 4), "spring": (3, 3), "summer": (7, 4)}
"""The last month of each term, and how many it has."""


_HALF_TERM: Final = re.compile(
    r"(?P<of>aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)(?: term)? ?(?P<part>[12])"
    r"|(?:ht|half[ -]?term) ?(?P<nth>[1-6])"
)
_HALVES: Final = {"aut": ((10, 2), (12, 2)), "spr": ((2, 2), (4, 2)), "sum": ((5, 1), (7, 2))}
"""The last month of each half of a term, and how many it has."""

_IN_TURN: Final = tuple(half for halves in _HALVES.values() for half in halves)


class Review(NamedTuple):
    """A column of one review: its place, its last day if it says one, and whether it holds prose.

    One without a year has its last month, and how many there are; `is_filled` says whether it has words.
    """

    place: int
    on: date | None
    is_note: bool
    month: int = 0
    months: int = 1
    is_filled: bool = True

    @property
    def name(self) -> str:
        """Under which name its cells are known."""
        return f"review {self.place}"


def read_review(place: int, heading: str, cells: Iterable[str], today: date) -> Review | None:
    """Return the review that a heading names, None for any other; one without a year has its months."""
    bare = _QUARTER.sub(r"q\1", _SPAN.sub(" ", clean(heading, one_line=True).casefold()))
    words = _WORD.findall(_MARKS.sub(" ", bare))
    kinds = {word for word in words if word in _STATUS or word in _NOTE}
    if not kinds:
        return _of_month(place, bare.strip(), cells, today)
    rest = [word for word in words if word not in _STATUS and word not in _NOTE]
    while rest and rest[0] in _BETWEEN:
        rest = rest[1:]
    while rest and rest[-1] in _BETWEEN:
        rest = rest[:-1]
    when = " ".join(rest)
    is_note = _STATUS.isdisjoint(kinds) and (_are_prose(cells) or kinds != {"progress"})
    if not when:
        return None
    if span := _span_without_year(when):
        return Review(place, None, is_note, *span, is_filled=any(map(str.strip, cells)))
    on = _last_day(when, today)
    return Review(place, on, is_note) if on else None


def _span_without_year(when: str) -> tuple[int, int] | None:
    """Return the last month of a month, quarter or term that names no year, and how many it has."""
    if _MONTH_ONLY.fullmatch(when) and (month := month_number(when)):
        return month, 1
    if match := _QUARTER_ONLY.fullmatch(when):
        return int(match[1]) * 3 % 12 + 3, 3
    return _TERMS.get(when.removesuffix(" term"))


def _of_month(place: int, when: str, cells: Iterable[str], today: date) -> Review | None:
    """Return the review of a heading that is a month and no more, over cells that are each a status."""
    if half := _HALF_TERM.fullmatch(when):
        said = [cell.strip() for cell in cells if cell.strip()]
        ends = _HALVES[half["of"][:3]][half["part"] == "2"] if half["of"] else _IN_TURN[int(half["nth"]) - 1]
        return Review(place, None, False, *ends) if said and all(map(_is_status, said)) else None
    month = month_number(when) if _MONTH_ONLY.fullmatch(when) else 0
    if month:
        return _of_month_alone(place, month, [cell.strip() for cell in cells if cell.strip()])
    on = month_named(when, today)
    said = [cell.strip() for cell in cells if cell.strip()] if on else []
    return Review(place, on, is_note=False) if said and all(map(_is_status, said)) else None


def _of_month_alone(place: int, month: int, said: Sequence[str]) -> Review | None:
    """Return the review of a month without a year, over cells that are each a status, or prose."""
    are_statuses = bool(said) and all(map(_is_status, said))
    if are_statuses or _words_in(said) > _FEW:
        return Review(place, None, not are_statuses, month)
    return None


def month_named(heading: str, today: date) -> date | None:
    """Return the last day of the month that a heading names with its year, and nothing else."""
    on = _last_day(heading, today) if re.search(r"\d", heading) else None
    return on if on is not None and (on + timedelta(days=1)).day == 1 else None


def _is_status(cell: str) -> bool:
    try:
        return fold(cell) in _LETTERS or bool(read_status(cell))
    except UsageError:
        return False


def _last_day(when: str, today: date) -> date | None:
    """Return the last day of a period that is written with its year; None for any other words."""
    due = read_due(_YEAR_FIRST.sub(r"\2 \1", when), today=today)
    if due.on is None or not due.precision.is_period or not re.search(r"\d", when):
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


def dated(reviews: Sequence[Review], today: date, since: date | None) -> list[Review]:
    """Return reviews with those that name no year in one: the first after `since`, else the last.

    Those that follow each other, to the right or to the left, do so over the turn of a year.
    """
    found = [*reviews]
    for is_month in (True, False):
        alike = [r for r in reviews if r.on is None and r.month and (r.months == 1) is is_month]
        days = _days_in_turn(alike, today, since) if alike else {}
        found = [review._replace(on=days[review.month]) if review in alike else review for review in found]
    return found


def _days_in_turn(reviews: Sequence[Review], today: date, since: date | None) -> dict[int, date]:
    """Return the last day of each month that reviews without a year end in."""
    of_month: dict[int, Review] = {}
    for review in reviews:
        if review.month not in of_month or review.is_filled:
            of_month[review.month] = review
    order = [*of_month]
    steps = {(then - now) % 12 < 6 for now, then in pairwise(order)}  # noqa: PLR2004
    if len(steps) != 1:
        return {month: _period_end(review, today, since) for month, review in of_month.items()}
    if steps == {False}:
        order.reverse()
    filled = [month for month in order if of_month[month].is_filled] or order
    anchor = order[0] if since else filled[-1]
    days = {anchor: _period_end(of_month[anchor], today, since)}
    for now, then in pairwise(order[order.index(anchor) :]):
        days[then] = _last(days[now].year + (then < now), then)
    for then, now in pairwise(reversed(order[: order.index(anchor) + 1])):
        days[now] = _last(days[then].year - (now > then), now)
    return days


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


def _period_end(review: Review, today: date, since: date | None) -> date:
    """Return the last day of a review's months: the first from `since` on that have begun, else the last."""

    def has_begun(year: int) -> bool:
        return date(year, review.month - review.months + 1, 1) <= today

    begun = [year for year in range(today.year - 1, today.year + 1) if has_begun(year)]
    years = [*range(since.year, today.year + 1)] if since else []
    after = [year for year in years if since and _last(year, review.month) >= since and has_begun(year)]
    return _last(after[0] if after else begun[-1], review.month)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _are_prose(cells: Iterable[str]) -> bool:
    said = [cell.strip() for cell in cells if cell.strip()]
    sentences = sum(1 for cell in said if cell[-1] == "." and len(cell.split()) > _FEW)
    return _words_in(said) > _PROSE or sentences * 2 > len(said)


def _words_in(cells: Iterable[str]) -> float:
    """Return how many words the cells have that say something, on average."""
    lengths = [len(cell.split()) for cell in cells if cell.strip()]
    return sum(lengths) / len(lengths) if lengths else 0
