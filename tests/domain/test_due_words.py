"""A due date in words: as exactly as it was given, the same wherever it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import a_kept_plan

from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import say_period
from send_actions.domain.words.dues import due_words, short_due

LAST = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (None, ""),
        (Due(LAST, Precision.DAY, "31/3/26"), "31 Mar 26"),
        (Due(date(2026, 3, 1), Precision.DAY, "1/3/26"), " 1 Mar 26"),
        (Due(LAST, Precision.MONTH, "March"), "   Mar 26"),
        (Due(LAST, Precision.QUARTER, "Q4 2025/26"), "   Mar 26"),
        (Due(LAST, Precision.TERM, "spring term 2026"), "   Mar 26"),
        (Due(None, Precision.ONGOING, "Continuous"), "ongoing"),
        (Due(None, Precision.UNCLEAR, "soon"), "soon"),
    ],
)
def test_a_short_due_date_says_no_day_that_was_not_given(due: Due | None, words: str) -> None:
    assert short_due(due) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(date(2026, 5, 31), Precision.MONTH, "May 2026"), "May 2026"),
        (Due(LAST, Precision.TERM, "spring term 2026"), "spring term 2026 (31 March 2026)"),
        (Due(LAST, Precision.QUARTER, "Q4"), "Q4 2025/26 (31 March 2026)"),
        (Due(None, Precision.ONGOING, ""), "ongoing"),
    ],
)
def test_a_term_and_a_quarter_say_their_last_day(tmp_path: Path, due: Due, words: str) -> None:
    kept = a_kept_plan(tmp_path)
    kept.area("9", on="2025-01-01")
    kept.action("9.1", due=due, on="2025-01-01")
    assert due_words(kept.find("9.1"), 0) == words


def test_a_due_date_is_said_as_a_sentence(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    kept.area("9", on="2025-01-01")
    kept.action("9.1", due="2025-12-31", on="2025-01-01")

    def said() -> str:
        return due_words(kept.find("9.1"), days_overdue(kept.find("9.1"), kept.plan().as_at))

    assert said() == "31 December 2025, 90 days overdue"
    kept.move("9.1", "2026-01-31")
    assert said().endswith("first 31 December 2025, moved once, not yet agreed")
    kept.move("9.1", "2026-02-28")
    assert said().endswith("moved twice, not yet agreed")


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("march 2026", "March 2026"),
        ("Sept 25", "September 2025"),
        ("q4 2025-26", "Q4 2025/26"),
        ("SPRING TERM 2026", "spring term 2026"),
        ("31/3/2026", "31 March 2026"),
        ("2025/26 academic year", "2025/26 academic year"),
        ("October to December 2023", "October to December 2023"),
        ("", ""),
    ],
)
def test_a_period_is_written_as_plans_write_it(typed: str, period: str) -> None:
    assert say_period(typed, today=LAST) == period
