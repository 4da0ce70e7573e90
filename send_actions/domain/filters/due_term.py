"""The due: term of the filter language: before, after and within days, months, quarters, terms and years."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from send_actions.domain.checks.action_checks import Facts, due_before_next
from send_actions.domain.history.comparison import has_a_date
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import cut, fold, printable
from send_actions.domain.words.choices import nearest
from send_actions.domain.words.date_forms import DEFAULT_TERMS
from send_actions.domain.words.dates import DUE, read_date, read_due_or_refuse, say_due
from send_actions.errors import UsageError

Test = Callable[[Action], bool]

_LOOK_BACK: Final = timedelta(days=92)
_MONTHS_IN: Final = {Precision.DAY: 0, Precision.MONTH: 1, Precision.QUARTER: 3}
_COMPARES: Final[dict[str, tuple[str, Callable[[date, date, date], bool]]]] = {
    "<=": ("due by", lambda day, _first, last: day <= last),
    ">=": ("due from", lambda day, first, _last: day >= first),
    "<": ("due before", lambda day, first, _last: day < first),
    ">": ("due after", lambda day, _first, last: day > last),
    "before:": ("due before", lambda day, first, _last: day < first),
    "after:": ("due after", lambda day, _first, last: day > last),
    "": ("due in", lambda day, first, last: first <= day <= last),
}
"""The words for each comparison with a period, and whether a day passes it."""


def read_due_term(value: str, today: date) -> tuple[str, Callable[[Plan], Test]]:
    """The phrase and the test of a due: value; raises UsageError.

    A month, quarter, term or year is meant whole: before it is before its first day, after it after its last.
    A month or term without a year is one that ended within the last three months, else the coming one.
    """
    word = fold(value)
    if word == "next-board":
        return "due before the next board", _before_the_board
    if word == "none":
        return "without a due date", lambda _plan: lambda action: not has_a_date(action.due)
    if word == "ongoing":
        return "ongoing", lambda _plan: _is_ongoing
    mark = next(mark for mark in _COMPARES if word.startswith(mark))
    verb, compare = _COMPARES[mark]
    first, last, period = _period(value[len(mark) :].strip(), today)
    if not mark and first == last:
        verb = "due on"

    def test(action: Action) -> bool:
        return action.due_on is not None and compare(action.due_on, first, last)

    return f"{verb} {period}", lambda _plan: test


def _before_the_board(plan: Plan) -> Test:
    facts = Facts(plan)
    return lambda action: due_before_next(action, facts) is not None


def _is_ongoing(action: Action) -> bool:
    return action.due is not None and action.due.precision is Precision.ONGOING


def _period(words: str, today: date) -> tuple[date, date, str]:
    """The first and last day meant, and the period in words."""
    if re.fullmatch(r"20\d\d", words):
        year = int(words)
        return date(year, 1, 1), date(year, 12, 31), words
    if not words:
        raise UsageError("No date after due: write due:before:2026-04-30, due:april or due:next-board.")
    due = _read(words, today)
    if due.on is None:
        raise UsageError("Ongoing is no date to be before or after: write due:ongoing.")
    return _first_day(due.on, due.precision), due.on, say_due(due)


def _read(words: str, today: date) -> Due:
    head = words.partition(":")[0]
    if head != words and head.isalpha():
        near = nearest(f"{head}:", [c for c in _COMPARES if c.endswith(":")])
        raise UsageError(f'No "{printable(cut(head, 40))}:" after due: did you mean {near or "before:"}?')
    if "board" in fold(words) or fold(words).startswith("next-"):
        raise UsageError(f'No date "{printable(cut(words, 40))}": did you mean due:next-board?')
    asked = DUE._replace(examples="30/04/2026, April 2026, Q1 2026/27, summer term 2026 or 2026")
    due = read_due_or_refuse(words, today=today, asked=asked)
    if due.precision is Precision.DAY:
        return Due(read_date(words, today=today), due.precision, words)
    return read_due_or_refuse(words, today=today - _LOOK_BACK)


def _first_day(last: date, precision: Precision) -> date:
    if precision is Precision.TERM:
        ends = [date(year, *end) for year in (last.year - 1, last.year) for end in DEFAULT_TERMS.values()]
        return max(end for end in ends if end < last) + timedelta(days=1)
    first = last if precision is Precision.DAY else last.replace(day=1)
    for _ in range(_MONTHS_IN[precision] - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return first
