"""The measures of a board paper: units, signs and which way a reading went."""

from __future__ import annotations

import pytest
from builders import a_day, a_measure, a_plan
from reports.reading import sections, table
from reports.sample_paper import the_paper

from send_actions.domain.plan import Milestone
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document


def _rows(document: Document, section: str, caption: str) -> list[list[str]]:
    return table(sections(document)[section], caption)


def test_a_measure_goes_from_baseline_to_target_beside_others() -> None:
    assert _rows(the_paper(), "Measures", "Measures") == [
        [
            "Seen within 18 weeks\nHigher is better",
            "9 Occupational therapy",
            "48% (2024)",
            "61.5% (2025-12-31)",
            "64% (2026-02-28)",
            "Better",
            "92% by 31 December 2026\nOn the way: 75% by 30 June 2026",
            "National 70.2% (2025, invented return)",
        ]
    ]


@pytest.mark.parametrize(
    ("better", "before", "latest", "said"),
    [
        ("higher", 55, 57, "Better"),
        ("higher", 26, 25, "Worse"),
        ("lower", 540, 512, "Better"),
        ("lower", 512, 540, "Worse"),
        ("lower", 512, 512, "Same"),
        ("neither", 171, 214, "Up"),
        ("neither", 214, 171, "Down"),
    ],
)
def test_a_reading_is_better_or_worse_by_which_way_is_better(
    better: str, before: float, latest: float, said: str
) -> None:
    measure = a_measure("M", [("2025-12-31", before), ("2026-02-28", latest)], better=better)
    assert _rows(board_paper(a_plan(measure), None), "Measures", "Measures")[0][5] == said


def test_a_single_reading_has_no_direction_and_a_target_whose_day_passed_says_so() -> None:
    measure = a_measure("M", [("2026-02-28", 57)], target=75, target_by=a_day("2026-02-28"))
    row = _rows(board_paper(a_plan(measure), None), "Measures", "Measures")[0]
    assert row[3:7] == ["none", "57% (2026-02-28)", "none", "75% by 28 February 2026 (passed)"]


def test_readings_stand_by_their_date_in_whatever_order_they_were_entered() -> None:
    measure = a_measure("M", [("2026-02-28", 57), ("2025-10-31", 50), ("2025-12-31", 55)])
    row = _rows(board_paper(a_plan(measure), None), "Measures", "Measures")[0]
    assert row[3:6] == ["55% (2025-12-31)", "57% (2026-02-28)", "Better"]


def test_the_step_on_the_way_is_the_next_one_and_today_s_still_counts() -> None:
    steps = [("2026-03-30", 60), ("2026-06-30", 75), ("2026-03-31", 65)]
    milestones = tuple(Milestone(id_, a_day(by), value) for id_, (by, value) in enumerate(steps))
    row = _rows(board_paper(a_plan(a_measure("M", milestones=milestones)), None), "Measures", "Measures")[0]
    assert row[6] == "On the way: 65% by 31 March 2026"
