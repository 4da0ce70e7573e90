from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import a_due, a_measure, a_meeting, a_plan, an_action

from send_actions.domain.checks.slips import (
    LOOK_AGAIN,
    PATH_BY,
    date_slips,
    issued_slips,
    meeting_slips,
    old_dues,
    old_slips,
    paper_slips,
    unit_slips,
    value_slips,
)
from send_actions.domain.plan import Due, Measure, Milestone, Paper, Plan
from send_actions.domain.plan.vocabulary import Precision

FIRST = a_meeting("2025-06-11")
PLAN = a_plan(an_action("9.3"), FIRST, a_meeting("2026-03-11"), a_meeting("2026-04-15"))


def test_a_statement_from_before_the_first_meeting_is_noticed() -> None:
    assert date_slips(PLAN, on=date(2025, 6, 10)) == [
        "10 June 2025 is before the plan's first meeting, 11 June 2025."
    ]
    assert date_slips(PLAN, on=date(2025, 6, 11)) == []


@pytest.mark.parametrize("plan", [a_plan(), a_plan(a_meeting("2026-04-15")), a_plan(a_meeting("2019-01-09"))])
def test_without_a_meeting_held_a_year_back_is_noticed(plan: Plan) -> None:
    assert date_slips(plan, on=date(2025, 3, 29)) == ["29 March 2025 is more than a year back."]
    assert date_slips(plan, on=date(2025, 3, 31)) == []


def test_another_board_s_meeting_is_not_the_plan_s_first() -> None:
    plan = a_plan(a_meeting("2025-06-11", "Scrutiny"), a_meeting("2026-01-28"))
    assert date_slips(plan, on=date(2026, 1, 27)) == [
        "27 January 2026 is before the plan's first meeting, 28 January 2026."
    ]


def test_a_date_to_come_is_noticed_when_it_has_passed() -> None:
    passed = {PATH_BY: date(2026, 3, 17), LOOK_AGAIN: date(2026, 3, 30)}
    assert date_slips(PLAN, coming=passed) == [
        "The date of the path to green, 17 March 2026, has passed.",
        "The date of the next look, 30 March 2026, has passed.",
    ]
    assert date_slips(PLAN, coming={PATH_BY: date(2026, 3, 31), LOOK_AGAIN: None}) == []


def test_a_date_to_come_is_measured_from_the_day_that_is_spoken_of() -> None:
    assert date_slips(PLAN, on=date(2026, 3, 11), coming={PATH_BY: date(2026, 3, 17)}) == []


def test_a_due_date_that_has_passed_is_noticed_and_one_of_today_is_not() -> None:
    assert date_slips(PLAN, due=a_due("2019-03-31")) == [
        "The due date, 31 March 2019, is more than a year back."
    ]
    assert date_slips(PLAN, due=a_due("2025-12-31")) == ["The due date, 31 December 2025, has passed."]
    assert date_slips(PLAN, on=date(2025, 12, 30), due=a_due("2025-12-31")) == []
    assert date_slips(PLAN, due=a_due("2026-03-31")) == []
    assert date_slips(PLAN, due=a_due("ongoing")) == []


def test_what_a_date_would_put_into_the_plan_earlier_is_named() -> None:
    then = a_plan(an_action("9.3"), as_at="2026-03-01")
    new = [an_action(f"9.{n}") for n in range(4, 11)]

    assert date_slips(PLAN, [an_action("9.3")], then, on=then.as_at) == []
    assert date_slips(PLAN, [an_action("9.3"), new[0]], then, on=then.as_at) == [
        "9.4 was not in the plan yet on 1 March 2026: it would be there from then on."
    ]
    (told,) = date_slips(PLAN, new, then, on=then.as_at)
    assert told.startswith(
        "9.4, 9.5, 9.6, 9.7, 9.8 and 2 more were not in the plan yet on 1 March 2026: they"
    )


def test_a_meeting_s_dates_years_off_are_noticed() -> None:
    today = date(2026, 3, 31)
    due = {"Returns": date(2016, 4, 29), "Papers": date(2026, 5, 6)}
    assert meeting_slips(date(2026, 5, 13), today, due) == [
        "Returns would be due on 29 April 2016, more than a year before the meeting."
    ]
    assert meeting_slips(date(2016, 5, 13), today, {"Papers": None}) == [
        "The meeting's date, 13 May 2016, is more than a year back."
    ]
    assert meeting_slips(date(2025, 6, 11), today, {}) == []


SCRUTINY = a_meeting("2026-03-24", "Scrutiny")
BOARDS = a_plan(*(a_meeting(on) for on in ("2026-03-11", "2026-03-31", "2026-04-15", "2026-05-20")), SCRUTINY)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2026-03-11", "was before 31 March 2026, the day that the paper shows"),
        (
            "2026-03-24",
            "is of Scrutiny, not of Board and was before 31 March 2026, the day that the paper shows",
        ),
        ("2026-03-31", None),
        ("2026-04-15", None),
        ("2026-05-20", "is not the next, which is on 15 April 2026"),
    ],
)
def test_a_paper_is_expected_to_be_for_the_board_of_its_day_or_the_next(on: str, told: str | None) -> None:
    meeting = next(m for m in BOARDS.meetings if m.on.isoformat() == on)
    which = f"The meeting of {meeting.on.day} {meeting.on:%B %Y}"
    assert paper_slips(BOARDS, meeting, BOARDS.as_at) == ([f"{which} {told}."] if told else [])


TODAY = date(2026, 3, 31)


def dues_of(*days: str) -> list[tuple[str, Due]]:
    return [(f"9.{n}", due) for n, on in enumerate(days, 1) if (due := a_due(on))]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([], []),
        (["2025-03-30", "ongoing", "2026-05-29"], []),
        (["2025-03-29"], ["The due date of 9.1 (29 March 2025) is more than a year back."]),
        (
            ["2024-07-31", "2026-07-31", "ongoing", "2019-12-31"],
            ["The due dates of 9.1 (31 July 2024), 9.4 (31 December 2019) are more than a year back."],
        ),
    ],
)
def test_due_dates_of_a_file_long_past_are_named_in_one_sentence(days: list[str], told: list[str]) -> None:
    assert old_dues(dues_of(*days), TODAY) == told


def test_of_many_due_dates_long_past_five_are_named_and_the_rest_counted() -> None:
    (five,) = old_dues(dues_of(*["2019-03-31"] * 5), TODAY)
    (seven,) = old_dues(dues_of(*["2019-03-31"] * 7), TODAY)

    assert five.endswith("9.4 (31 March 2019), 9.5 (31 March 2019) are more than a year back.")
    assert seven.endswith("9.5 (31 March 2019) and 2 more are more than a year back.")


def test_a_due_date_long_past_is_said_as_exactly_as_it_was_given() -> None:
    march = Due(date(2024, 3, 31), Precision.MONTH, "Mar 24")
    assert old_dues([("9.3", march)], TODAY) == ["The due date of 9.3 (March 2024) is more than a year back."]
    assert old_dues([("9.3", march)], date(2025, 3, 31)) == []


@pytest.mark.parametrize(
    ("day", "years", "told"),
    [
        (date(2025, 3, 30), 1, []),
        (date(2025, 3, 29), 1, ["The date of the reading, 29 March 2025, is more than a year back."]),
        (date(2016, 3, 23), 10, []),
        (date(2016, 3, 22), 10, ["The date of the reading, 22 March 2016, is more than 10 years back."]),
    ],
)
def test_a_date_is_questioned_when_such_a_thing_is_seldom_so_old(
    day: date, years: int, told: list[str]
) -> None:
    assert old_slips("reading", day, TODAY, years) == told


def test_a_thing_is_expected_to_be_of_the_last_year() -> None:
    assert old_slips("reading", date(2025, 3, 29), TODAY) == old_slips(
        "reading", date(2025, 3, 29), TODAY, years=1
    )
    assert old_slips("reading", date(2025, 3, 30), TODAY) == []


@pytest.mark.parametrize(
    ("typed", "value", "unit", "told"),
    [
        (" 0.81 ", 0.81, "%", ['"0.81" is read as 0.81%, not as 81%.']),
        ("-.5", -0.5, "per cent", ['"-.5" is read as −0.5%, not as −50%.']),
        ("0.81%", 0.81, "%", []),
        ("81", 81, "%", []),
        ("0", 0, "%", []),
        ("0.5", 0.5, "weeks", []),
    ],
)
def test_a_share_typed_where_per_cent_are_meant_is_questioned(
    typed: str, value: float, unit: str, told: list[str]
) -> None:
    assert value_slips(typed, value, unit) == told


READ = [("2026-01-31", 62), ("2026-02-28", 67)]
MILESTONES = (Milestone(1, date(2026, 9, 30), 80), Milestone(2, date(2027, 3, 31), 90))


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (a_measure(), None),
        (a_measure(readings=READ[:1]), "1 reading (the last 62%) would stand as it is"),
        (a_measure(readings=READ), "2 readings (the last 67%) would stand as they are"),
        (a_measure(milestones=MILESTONES[:1]), "1 milestone would stand as it is"),
        (a_measure(target=0), "The target 0% would stand as it is"),
        (
            a_measure(baseline=40.0, target=90.0),
            "The baseline 40% and the target 90% would stand as they are",
        ),
        (
            a_measure(readings=READ, milestones=MILESTONES, target=90.0),
            "2 readings (the last 67%), 2 milestones and the target 90% would stand as they are",
        ),
    ],
)
def test_another_unit_is_questioned_by_what_would_stand_as_it_is(measure: Measure, told: str | None) -> None:
    assert unit_slips(measure, "weeks") == ([f"{told}, in weeks."] if told else [])


@pytest.mark.parametrize("unit", ["", "%", "per cent", "% of plans"])
def test_the_same_unit_in_other_words_or_none_is_not_questioned(unit: str) -> None:
    assert unit_slips(a_measure(readings=READ), unit) == []
    assert unit_slips(a_measure(readings=READ, unit="% of plans"), unit) == []


@pytest.mark.parametrize(
    ("old", "new", "is_asked"),
    [
        ("requests", "requests per week", True),
        ("requests per week", "requests", True),
        ("£", "£ per child", True),
        ("weeks", "weeks from request", False),
        ("%", "per cent of plans", False),
        ("requests per week", "requests per week in term", False),
    ],
)
def test_a_rate_is_another_unit_than_a_number(old: str, new: str, is_asked: bool) -> None:
    assert bool(unit_slips(a_measure(target=90.0, unit=old), new)) is is_asked


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("£ million", "£"),
        ("£", "£ thousand"),
        ("pupils under 50% attendance", "%"),
        ("weeks", "weeks late beyond 20"),
    ],
)
def test_a_unit_of_which_more_words_make_another_is_questioned(old: str, new: str) -> None:
    assert unit_slips(a_measure(target=90.0, unit=old), new) != []


def test_a_value_given_with_its_new_unit_is_not_asked_about() -> None:
    measure = a_measure(baseline=40.0, target=90.0)

    assert unit_slips(measure, "weeks", ["target"]) == ["The baseline 40% would stand as it is, in weeks."]
    assert unit_slips(measure, "weeks", ["baseline", "target"]) == []


def test_of_several_papers_for_a_meeting_the_last_one_is_named() -> None:
    meeting = a_meeting("2026-04-15")
    papers = tuple(
        Paper(id_, date(2026, 4, day), "board", date(2026, 4, day), record, "board", meeting_id)
        for id_, day, record, meeting_id in (
            (1, 2, 310, meeting.id),
            (2, 9, 325, meeting.id),
            (3, 10, 330, 99),
        )
    )
    plan = replace(PLAN, papers=papers)
    (asked,) = issued_slips(plan, meeting, "board")
    assert "for the meeting of 15 April 2026 on 9 April 2026 (record 325): this one would" in asked


@pytest.mark.parametrize("kind", ["impact", "families"])
def test_a_paper_that_takes_nothing_s_place_is_not_asked_about(kind: str) -> None:
    meeting = a_meeting("2026-04-15")
    day = date(2026, 4, 2)
    paper = Paper(1, day, kind, day, 310, "board", meeting.id)
    assert issued_slips(replace(PLAN, papers=(paper,)), meeting, kind) == []
