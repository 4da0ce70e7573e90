"""Which dated copies are kept: always the newest, never many, and some of every stretch of time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from send_actions.care.rotation import DAYS, MONTHS, NEWEST, WEEKS, kept

MOST = NEWEST + DAYS + WEEKS + MONTHS


class Copy(NamedTuple):
    day: date
    number: int


DAYS_OF_COPIES = st.lists(st.dates(date(2020, 1, 1), date(2040, 12, 31)), max_size=200)


def copies_of(days: list[date]) -> list[Copy]:
    return sorted((Copy(day, number) for number, day in enumerate(days)), reverse=True)


@given(DAYS_OF_COPIES)
def test_the_newest_stay_and_there_are_never_many(days: list[date]) -> None:
    copies = copies_of(days)
    stay = kept(copies)
    assert stay[:NEWEST] == copies[:NEWEST]
    assert len(stay) <= MOST
    assert set(stay) <= set(copies)


@given(DAYS_OF_COPIES)
def test_what_stays_stays_when_it_is_looked_at_again(days: list[date]) -> None:
    stay = kept(copies_of(days))
    assert kept(stay) == stay


@given(st.integers(1, 900), st.integers(1, 4))
def test_a_plan_copied_each_day_keeps_a_copy_of_every_month_of_two_years(days: int, a_day: int) -> None:
    there: list[Copy] = []
    first = date(2024, 1, 1)
    for gone in range(days):
        for number in range(a_day):
            there = kept([Copy(first + timedelta(gone), number), *there])
    last = first + timedelta(days - 1)
    begun_months = {(first + timedelta(gone)).strftime("%Y-%m") for gone in range(days)}
    assert there[0] == Copy(last, a_day - 1)
    assert {copy.day.strftime("%Y-%m") for copy in there} == set(sorted(begun_months)[-MONTHS:])
    assert {last - timedelta(back) for back in range(min(DAYS, days))} <= {copy.day for copy in there}
    assert len(there) <= MOST
