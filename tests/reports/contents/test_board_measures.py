"""The measures of a board paper: units, signs, which way a reading went, and what is met or missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import a_day, a_measure, a_plan, an_action, an_area, an_id
from reports.reading import items, sections, table, words
from reports.sample_paper import the_paper

from send_actions.domain.plan import Measure, Milestone, Plan
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document


def _rows(document: Document) -> list[list[str]]:
    return table(sections(document)["measures"], "Measures")


def _told(plan: Plan) -> list[str]:
    blocks = sections(board_paper(plan, None))["What difference it makes"]
    return items(blocks)[:-3]


def _of_area(title: str, ref: str, value: float = 5, **what_matters: Any) -> Measure:
    area_id = an_id("area", ref.partition(".")[0])
    return a_measure(title, [("2026-02-28", value)], area_id=area_id, **{"target": 75} | what_matters)


def _step(by: str, value: float) -> tuple[Milestone, ...]:
    return (Milestone(1, a_day(by), value),)


def test_a_measure_goes_from_baseline_to_target_beside_others() -> None:
    assert _rows(the_paper()) == [
        [
            "Seen within 18 weeks\nHigher is better",
            "9 Occupational therapy",
            "48% (2024)",
            "61.5% (2025-12-31)",
            "64% (2026-02-28)",
            "Better",
            "75% is due by 30 June 2026\nTarget 92% by 31 December 2026",
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
    assert _rows(board_paper(a_plan(measure), None))[0][5] == said


def test_a_single_reading_has_no_direction_and_a_target_whose_day_passed_is_met_or_missed() -> None:
    measure = a_measure("M", [("2026-02-28", 57)], target=75, target_by=a_day("2026-02-28"))
    row = _rows(board_paper(a_plan(measure), None))[0]
    assert row[3:7] == ["none", "57% (2026-02-28)", "none", "Target 75% by 28 February 2026, missed"]


def test_of_a_milestone_and_a_target_that_have_passed_the_later_is_told_once() -> None:
    late = a_measure("M", [("2026-03-01", 57)], target=75, target_by=a_day("2026-02-28"),
                     milestones=_step("2026-01-31", 50))  # fmt: skip
    early = replace(late, target_by=a_day("2026-01-15"))
    rows = _rows(board_paper(a_plan(late, replace(early, id=an_id("measure", "other"))), None))
    assert [row[6] for row in rows] == [
        "Target 75% by 28 February 2026, missed",
        "50% was due by 31 January 2026, met\nTarget 75% by 15 January 2026, missed",
    ]


def test_readings_stand_by_their_date_in_whatever_order_they_were_entered() -> None:
    measure = a_measure("M", [("2026-02-28", 57), ("2025-10-31", 50), ("2025-12-31", 55)])
    assert _rows(board_paper(a_plan(measure), None))[0][3:6] == [
        "55% (2025-12-31)",
        "57% (2026-02-28)",
        "Better",
    ]


def test_the_milestone_due_is_the_last_that_passed_and_today_s_is_still_ahead() -> None:
    steps = [("2026-03-30", 60), ("2026-06-30", 75), ("2026-03-31", 65), ("2025-12-31", 50)]
    milestones = tuple(Milestone(id_, a_day(by), value) for id_, (by, value) in enumerate(steps))
    row = _rows(board_paper(a_plan(a_measure("M", milestones=milestones)), None))[0]
    assert row[6] == "60% was due by 30 March 2026, no reading yet\n65% is due by 31 March 2026"


@pytest.mark.parametrize(
    ("better", "value", "due", "by", "said"),
    [
        ("lower", 512, 300, "2025-12-31", "missed"),
        ("lower", 300, 300, "2025-12-31", "met"),
        ("higher", 77, 75, "2025-12-31", "met"),
        ("higher", 74, 75, "2026-02-28", "missed"),
        ("higher", 74, 75, "2026-03-30", "not met by the last reading, 2026-02-28"),
        ("higher", 76, 75, "2026-03-30", "met"),
    ],
)
def test_a_milestone_is_met_or_missed_in_words(
    better: str, value: float, due: float, by: str, said: str
) -> None:
    measure = a_measure("M", [("2026-02-28", value)], better=better, milestones=_step(by, due))
    assert _rows(board_paper(a_plan(measure), None))[0][6].endswith(f", {said}")


def test_of_each_area_the_measure_of_its_worst_action_is_told_the_worst_area_first() -> None:
    plan = a_plan(
        an_area("1"),
        an_area("2"),
        an_area("3"),
        an_action("1.1", "2026-09-30", "on-track"),
        an_action("2.1", "2026-09-30", "off-track", measures=(an_id("measure", "Outstanding"),)),
        an_action("2.2", "2026-09-30", "at-risk", measures=(an_id("measure", "On time"),)),
        an_action("3.1", "2026-09-30", "complete"),
        _of_area("Late in area 1", "1.1"),
        _of_area("On time", "2.1"),
        _of_area("Outstanding", "2.1"),
        _of_area("Done", "3.1", milestones=_step("2026-01-31", 3)),
        _of_area("Missed", "3.1", milestones=_step("2026-01-31", 50), target_by=date(2026, 12, 31)),
        _of_area("Demand", "3.1", better="neither"),
        a_measure("Without area", [("2026-02-28", 5)], target=75),
    )
    assert _told(plan) == [
        "Outstanding: 5% (2026-02-28); target 75%.",
        "Late in area 1: 5% (2026-02-28); target 75%.",
        "Missed: 5% (2026-02-28); 50% was due by 31 January 2026, missed; target 75% by 31 December 2026.",
        "Without area: 5% (2026-02-28); target 75%.",
    ]


@pytest.mark.parametrize(
    ("better", "before", "latest", "said"),
    [
        ("higher", 55, 57, "57% (2026-02-28), better than 55% before;"),
        ("lower", 512, 540, "540% (2026-02-28), worse than 512% before;"),
        ("lower", 512, 512, "512% (2026-02-28), the same as before;"),
    ],
)
def test_a_measure_that_matters_is_told_beside_its_reading_before(
    better: str, before: float, latest: float, said: str
) -> None:
    readings = [("2026-01-31", before), ("2026-02-28", latest), ("2025-12-31", 1)]
    measure = a_measure("On time", readings, area_id=an_id("area", "1"), better=better, target=75)
    told = _told(a_plan(an_area("1"), measure))
    assert told == [f"On time: {said} target 75%."]


def test_at_most_eight_measures_stand_before_the_annexes() -> None:
    plan = a_plan(
        *(an_action(f"{area}.1") for area in range(1, 13)),
        *(_of_area(f"Measure {area}", f"{area}.1") for area in range(1, 13)),
    )
    assert 1 < len(_told(plan)) <= 8
    assert len(_rows(board_paper(plan, None))) == 12


def test_measures_without_a_target_or_reading_are_not_told() -> None:
    plan = a_plan(an_action("1.1"), _of_area("M", "1.1", target=None), a_measure("N", area_id=1, target=5))
    assert _told(plan) == []


@pytest.mark.parametrize(
    ("areas", "rule"),
    [
        ([None], "The measures of the whole plan; annex C has all."),
        (
            ["1"],
            "For each area, worst first, the measure that its worst actions are to move; annex C has all.",
        ),
        (
            [None, "1"],
            (
                "For each area, worst first, the measure that its worst actions are to move,"
                " then those of the whole plan; annex C has all."
            ),
        ),
    ],
)
def test_measures_of_the_whole_plan_matter_as_those_of_an_area_do(areas: list[str | None], rule: str) -> None:
    measures = [
        a_measure(f"M{n}", [("2026-02-28", 5)], target=75, area_id=an_id("area", ref) if ref else None)
        for n, ref in enumerate(areas)
    ]
    plan = a_plan(an_area("1"), *measures)
    assert words(sections(board_paper(plan, None))["What difference it makes"][:1]).strip() == rule
    assert len(_told(plan)) == len(areas)
