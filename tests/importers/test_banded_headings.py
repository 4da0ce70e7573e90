"""Headers of two rows: bands of reviews and of dates over columns that are called alike below them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)


def read(folder: Path, bands: tuple[str, str], below: Sequence[str], cells: Sequence[object]) -> PlanLines:
    """Read a plan whose last four columns stand in twos under two bands."""
    rows = [
        ("Ref", "Action", "Lead", bands[0], None, bands[1], None),
        (None, None, None, *below),
        ("1.1", "Open a hub", "Head of SEND", *cells),
    ]
    file = a_workbook(folder / "p.xlsx", {"Priority 1": rows}, merged={"Priority 1": ["D1:E1", "F1:G1"]})
    return read_plan_file(file, today=TODAY)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    ("bands", "days"),
    [
        (("Q1", "Q2"), (date(2026, 6, 30), date(2026, 9, 30))),
        (("Quarter 4", "Quarter 1"), (date(2026, 3, 31), date(2026, 6, 30))),
        (("Qtr 2", "Qtr 3"), (date(2026, 9, 30), TODAY)),
        (("Q1 2026/27", "Quarter 2 2026/27"), (date(2026, 6, 30), date(2026, 9, 30))),
        (("June", "September"), (date(2026, 6, 30), date(2026, 9, 30))),
        (("Spring term", "Summer term"), (date(2026, 3, 31), date(2026, 7, 31))),
        (("Summer", "Autumn"), (date(2026, 7, 31), TODAY)),
    ],
)
@pytest.mark.parametrize("below", [("BRAG", "Narrative"), ("RAG", "Comment"), ("Status", "Update")])
def test_the_status_is_that_of_the_last_band_that_is_a_period(
    tmp_path: Path, bands: tuple[str, str], days: tuple[date, date], below: tuple[str, str]
) -> None:
    lines = read(tmp_path, bands, (*below, *below), ("Green", "Lease signed", "Amber", "Works are late"))

    said = [(then.on, then.status, then.note) for then in lines.actions[0].said]
    assert said == [
        (days[0], Status.ON_TRACK, "Lease signed"),
        (days[1], Status.AT_RISK, "Works are late"),
    ]
    assert "means the same" not in told(lines)


def test_columns_called_alike_under_bands_that_are_no_periods_are_told_apart(tmp_path: Path) -> None:
    below = ("RAG", "Comment", "RAG", "Comment")
    lines = read(tmp_path, ("Review one", "Review two"), below, ("Green", "Signed", "Amber", "Late"))

    assert lines.actions[0].status is None
    for heading in ("Review one RAG", "Review one Comment", "Review two RAG", "Review two Comment"):
        assert f"“{heading}”" in told(lines)


def test_the_year_in_the_title_dates_quarters_that_name_none(tmp_path: Path) -> None:
    rows = [
        ("Corporate Plan 2025/26: deliverables", None, None, None, None),
        ("Ref", "Action", "Lead", "Q1 BRAG", "Q2 BRAG"),
        ("1.1", "Open a hub", "Head of SEND", "Green", "Amber"),
    ]
    lines = read_plan_file(a_workbook(tmp_path / "p.xlsx", {"Priority 1": rows}), today=TODAY)

    said = [(then.on, then.status) for then in lines.actions[0].said]
    assert said == [(date(2025, 6, 30), Status.ON_TRACK), (date(2025, 9, 30), Status.AT_RISK)]


def with_months(folder: Path, heads: tuple[str, ...], *cells: str) -> PlanLines:
    rows = [
        ("Ref", "Action", "Status", "2026", *([None] * (len(heads) - 1))),
        (None, None, None, *heads),
        ("1.1", "Open a hub", "On track", *cells),
    ]
    end = "DEFG"[len(heads) - 1]
    file = a_workbook(folder / "p.xlsx", {"Priority 1": rows}, merged={"Priority 1": [f"D1:{end}1"]})
    return read_plan_file(file, today=TODAY)


def test_months_under_their_year_that_are_over_are_what_was_said_then(tmp_path: Path) -> None:
    lines = with_months(tmp_path, ("Aug", "Sep", "Oct"), "Tool chosen", "Pilot", "")

    said = [(then.on, then.note) for then in lines.actions[0].said]
    assert said == [(date(2026, 8, 31), "Tool chosen"), (date(2026, 9, 30), "Pilot")]
    assert "“2026 Aug” to “2026 Sep” hold what was said at a review" in told(lines)
    assert '--column "2026 Sep=none" leaves it out.' in told(lines)


def test_months_to_come_hold_what_is_planned_and_are_left_out(tmp_path: Path) -> None:
    lines = with_months(tmp_path, ("Nov", "Dec"), "Consult", "Decide")
    assert lines.actions[0].said

    later = read_plan_file(tmp_path / "p.xlsx", today=date(2026, 11, 1))
    assert later.actions[0].said == ()
    assert "The column “2026 Dec” is not one we know: left out." in told(later)
