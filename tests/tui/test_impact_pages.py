"""What an impact page and the months say, from plans made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_measure, a_meeting, a_plan, an_action, an_area

from send_actions.domain.checks.summary import summarise_areas
from send_actions.domain.filters.language import parse
from send_actions.domain.plan import Plan
from send_actions.tui.drawing.due_months import MonthColumns, due_months, month_lines
from send_actions.tui.drawing.impact import PlanImpact, impact_lines, impact_row


def page(plan: Plan, number: str = "9", width: int = 90) -> str:
    """The impact page of an area, as one text without its line ends."""
    area = next(one for one in plan.areas if one.number == number)
    lines = impact_lines(PlanImpact(plan).of(area), summarise_areas(plan, None)[area.id], width)
    assert all(sum(len(text) for text, _ in line) <= width for line in lines)
    return " ".join(" ".join("".join(text for text, _ in line) for line in lines).split())


def test_a_measure_of_another_area_that_an_action_is_to_move_stands_on_the_page() -> None:
    other = a_measure("Attendance", [("2025-12-31", 90), ("2026-02-28", 92)], area_id=an_area("18").id)
    plan = a_plan(an_area("18"), an_action("9.1", measures=(other.id,)), other)
    assert "Attendance 90% → 92% better" in page(plan)
    assert "to be moved by 9.1 ▲ A" in page(plan)


def test_done_without_a_difference_stands_apart_from_done_with_one() -> None:
    plan = a_plan(
        an_action("9.1", status="complete", impact="evidenced", impact_shown_by="An audit"),
        an_action("9.2", status="complete", impact="too-early"),
        an_action("9.3", status="embedded"),
        an_action("9.4", status="withdrawn"),
    )
    told = page(plan)
    assert (
        "What made a difference, 1 of 3 completed 9.1 √ C Action 9.1 impact evidenced, shown by An audit"
        in told
    )
    assert "Complete, and no difference shown, 2 9.2 √ C Action 9.2 impact too early" in told
    assert "9.3 √√ E Action 9.3 impact not said" in told
    assert "9.4" not in told.partition("What families say")[0]
    area = PlanImpact(plan).of(plan.areas[0])
    assert "".join(text for text, _ in impact_row(area, 60)).split()[-2:] == ["3/3", "1/3"]


def test_an_area_of_which_nothing_is_known_says_what_is_missing() -> None:
    told = page(a_plan(an_area("9", outcome="")))
    assert "Wanted No outcome is written" in told
    assert "No measure says how far the outcome is reached" in told
    assert "No action shows an impact yet" in told
    assert "Nothing is kept that families or young people said" in told
    assert "Not known yet" in told


@pytest.mark.parametrize("width", [58, 76, 110, 158])
def test_a_page_keeps_to_its_width_whatever_titles_people_write(width: int) -> None:
    long = "Ω" * 300 + " " + "word " * 60
    measure = a_measure(long, [("2026-02-28", 1e9)], unit=long, area_id=an_area("9").id)
    page(a_plan(an_area("9", title=long, outcome=long), an_action("9.1", title=long), measure), width=width)


MOVED = a_plan(
    a_meeting("2026-01-28"),
    an_action("9.1", "2026-01-31", first_due="2025-11-30", due_moves=1),
    an_action("9.2", "2026-01-15", first_due="2025-11-30", due_moves=2, status="off-track"),
    an_action("9.3", "2026-01-31", first_due="2024-11-30", due_moves=1, status="complete"),
    an_action("9.4", "2026-01-31", first_due="2026-04-30", due_moves=1),
    an_action("9.5", "2026-04-30", status="on-track"),
    an_action("9.6", None),
    an_action("9.7", "ongoing"),
)


def lines_of(name: str) -> list[str]:
    month = next(one for one in due_months(MOVED) if one.name == name)
    return ["".join(text for text, _ in line).rstrip() for line in month_lines(MOVED, month, 76)]


def test_months_come_in_order_with_the_empty_ones_between_and_no_date_last() -> None:
    names = [month.name for month in due_months(MOVED)]
    assert names == (
        ["Nov 24", "Nov 25", "Dec 25", "Jan 26", "Feb 26", "Mar 26", "Apr 26", "Ongoing", "No date"]
    )


def test_every_action_falls_due_once() -> None:
    found = [action.ref for month in due_months(MOVED) for action in month.actions]
    assert sorted(found) == [action.ref for action in MOVED.actions]


def test_a_month_says_from_where_actions_slipped_into_it() -> None:
    months = due_months(MOVED)
    columns = MonthColumns(MOVED, months)
    row = "".join(text for text, _ in columns.row([one.name for one in months].index("Jan 26"), 90))
    assert " ".join(row.split()) == "Jan 26 4 3 R1 A2 C1 Nov 24 → Jan, Nov → Jan ×2, Apr → Jan"
    wide = "".join(text for text, _ in columns.row([one.name for one in months].index("Jan 26"), 120))
    assert " 28 " in wide


def test_slips_are_drawn_to_their_length_with_the_arrowheads_in_line() -> None:
    drawn = [line for line in lines_of("Jan 26") if "→" in line or "←" in line]
    assert [line.split("  ")[-1].strip() for line in drawn] == [
        "Nov ──→ Jan, twice",
        "Nov ──→ Jan",
        "Apr ←─── Jan",
        "Nov 24 ──────────────→ Jan",
    ]
    assert len({line.index("→") for line in drawn if "→" in line}) == 1
    assert lines_of("Nov 25")[0].strip() == "First due here and moved on"


@pytest.mark.parametrize(
    ("name", "words"),
    [("Jan 26", 'due:"January 2026"'), ("Ongoing", "due:ongoing"), ("No date", "due:none")],
)
def test_each_month_has_the_filter_that_finds_its_actions(name: str, words: str) -> None:
    month = next(one for one in due_months(MOVED) if one.name == name)
    assert month.filter_words == words
    kept = parse(words, today=date(2026, 3, 31)).keep(MOVED)
    assert {one.ref for one in kept} == {one.ref for one in month.actions}
