from __future__ import annotations

from datetime import date

import pytest

from send_actions.domain.plan import Meeting
from send_actions.domain.words.past_days import read_past_day
from send_actions.errors import UsageError

TODAY = date(2026, 3, 31)


def test_a_past_day_may_be_today_and_never_tomorrow() -> None:
    assert read_past_day("Today", TODAY) == TODAY
    assert read_past_day("30 March", TODAY) == date(2026, 3, 30)
    with pytest.raises(UsageError, match="1 April 2026 is still to come"):
        read_past_day("1 April 2026", TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("March", "2026-03-31"),
        ("end of March", "2026-03-31"),
        ("spring term", "2026-03-31"),
        ("February", "2026-02-28"),
        ("April", "2025-04-30"),
        ("Q4 2025/26", "2026-03-31"),
        ("2025", "2025-12-31"),
    ],
)
def test_a_period_that_ends_today_is_over_and_else_the_last_one_is_meant(typed: str, day: str) -> None:
    assert read_past_day(typed, date(2026, 3, 31), or_period=True) == date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["March", "end of March", "spring term"])
def test_a_period_that_still_runs_is_not_taken_for_that_of_last_year(typed: str) -> None:
    with pytest.raises(UsageError, match="31 March 2026 is still to come"):
        read_past_day(typed, date(2026, 3, 30), or_period=True)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("March 31", "2026-03-31"),
        ("April 26", "2025-04-26"),
        ("December 30", "2025-12-30"),
        ("May 5", "2025-05-05"),
        ("April 15th", "2025-04-15"),
        ("March 31st, 2026", "2026-03-31"),
        ("Mar '25", "2025-03-31"),
    ],
)
def test_of_a_month_and_a_number_what_is_still_to_come_is_not_meant(typed: str, day: str) -> None:
    assert read_past_day(typed, TODAY, or_period=True) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("May 25", "25 May 2025 or May 2025"),
        ("Sept 20", "20 September 2025 or September 2020"),
        ("by April 15", "15 April 2025 or April 2015"),
        ("March 26", "26 March 2026 or March 2026"),
    ],
)
def test_a_month_that_may_be_a_day_of_it_is_refused_with_both_ways(typed: str, ways: str) -> None:
    with pytest.raises(
        UsageError, match=rf"^Cannot read \"{typed}\" as a date \(it may mean either\): write {ways}\.$"
    ):
        read_past_day(typed, TODAY, or_period=True)


@pytest.mark.parametrize(("typed", "day"), [("Feb 30", "30 February"), ("June 31", "31 June")])
def test_a_day_that_its_month_never_has_is_refused(typed: str, day: str) -> None:
    with pytest.raises(
        UsageError, match=rf"\(there is no {day}\): write 30 June 2025\.$|28 February 2026\.$"
    ):
        read_past_day(typed, TODAY, or_period=True)


def test_last_is_the_day_of_the_last_meeting() -> None:
    board = Meeting(id=1, on=date(2026, 3, 11), series="Board")
    assert read_past_day(" Last ", TODAY, last=lambda: board) == board.on
    with pytest.raises(UsageError, match=r"^There was no meeting yet: give a date\.$"):
        read_past_day("last", TODAY, last=lambda: None)
