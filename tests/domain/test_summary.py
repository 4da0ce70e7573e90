"""Counts, areas and the line that says what needs me."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_meeting, a_plan, an_action, an_area

from send_actions.domain.checks.summary import (
    AreaSummary,
    ask_about_clock,
    attention,
    count_statuses,
    summarise,
    summarise_areas,
)
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Action, Area, Plan
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, WORST_FIRST, LegendEntry, Status

ON = date(2026, 3, 31)


def of_area(*actions: Action, area: Area | None = None, before: Plan | None = None) -> AreaSummary:
    return summarise(area or an_area("9"), actions, before, ON)


def test_counts_name_every_status_worst_first_and_add_up() -> None:
    counts = count_statuses([an_action("9.1", status="withdrawn"), an_action("9.2"), an_action("9.3")])
    assert list(counts) == list(WORST_FIRST)
    assert (counts[Status.AT_RISK], counts[Status.WITHDRAWN], sum(counts.values())) == (2, 1, 3)


def test_what_has_no_status_or_impact_is_counted_too() -> None:
    silent = [an_action(status=None)]
    assert count_statuses(silent)[None] == 1


@pytest.mark.parametrize(
    ("statuses", "sentence"),
    [
        (["at-risk", "on-track", "at-risk", "complete", "on-track"], "2 of 5 at risk, worst 9.1"),
        (["on-track", "off-track", "at-risk"], "1 of 3 off track, worst 9.2"),
        (["at-risk", "withdrawn", "on-track"], "1 of 2 at risk, worst 9.1"),
        (["at-risk", "at-risk"], "All 2 at risk, worst 9.1"),
        (["at-risk"], "1 of 1 at risk, worst 9.1"),
        (["not-started", "on-track"], "1 of 2 on track"),
        (["on-track", "on-track", "complete"], "2 of 3 on track"),
        ([None, "not-started"], "1 of 2 without a status"),
        (["complete", "embedded"], "All 2 done"),
        (["complete", "on-hold"], "1 of 2 done, 1 on hold"),
        (["on-hold"], "1 on hold"),
        (["withdrawn", "withdrawn"], "All 2 withdrawn"),
        ([], "No actions yet"),
    ],
)
def test_an_area_spells_out_its_worst(statuses: list[str], sentence: str) -> None:
    actions = [an_action(f"9.{n}", status=status) for n, status in enumerate(statuses, 1)]
    assert of_area(*actions).sentence == sentence


def test_a_house_has_its_own_word_for_a_status() -> None:
    amber = LegendEntry(Status.AT_RISK, "amber", "Progressing but delayed", "")
    legend = [amber if entry.status is Status.AT_RISK else entry for entry in DEFAULT_LEGEND]
    summary = summarise(an_area("9"), [an_action("9.4")], None, ON, legend)
    assert summary.sentence == "1 of 1 progressing but delayed, worst 9.4"


def test_of_two_equally_bad_the_longest_overdue_is_worst_then_the_first_ref() -> None:
    later = an_action("9.2", due="2026-02-28")
    longest = an_action("9.10", due="2026-01-31")
    assert of_area(later, longest).worst == longest
    assert of_area(an_action("9.10", due=None), an_action("9.2", due=None)).worst == an_action(
        "9.2", due=None
    )


def test_an_area_counts_open_and_overdue() -> None:
    summary = of_area(
        an_action("9.1", due="2026-01-31", status="complete"),
        an_action("9.2", due="2026-01-31", status="on-hold"),
        an_action("9.3", due="2026-01-31"),
        an_action("9.4", due="2026-03-31", status=None),
        an_action("9.5", status="withdrawn"),
    )
    assert (summary.total, summary.open, summary.overdue) == (4, 2, 1)


def test_the_judgement_stands_before_the_worst_action() -> None:
    judged = of_area(an_action(status="off-track"), area=an_area("9", "at-risk"))
    assert judged.judgement is not None
    assert judged.status is Status.AT_RISK
    assert of_area(an_action(status="off-track")).status is Status.OFF_TRACK


def test_an_area_goes_the_way_of_its_judgements_if_both_were_given() -> None:
    red, amber = an_action(status="off-track"), an_action(status="at-risk")
    judged_then = a_plan(an_area("9", "on-track"), red)
    assert of_area(amber, area=an_area("9", "at-risk"), before=judged_then).direction is Direction.DOWN
    assert of_area(amber, before=judged_then).direction is Direction.UP


def test_an_area_whose_last_open_action_is_done_goes_up() -> None:
    before = a_plan(an_action("9.1", status="complete"), an_action("9.2", status="at-risk"))
    now = (an_action("9.1", status="complete"), an_action("9.2", status="complete"))
    assert of_area(*now, before=before).direction is Direction.UP


def test_without_an_earlier_plan_an_area_has_no_direction_and_an_added_one_is_new() -> None:
    assert of_area(an_action()).direction is None
    assert of_area(an_action(), before=a_plan()).direction is Direction.NEW


def test_every_area_of_a_plan_has_a_summary() -> None:
    plan = a_plan(an_area("2"), an_action("9.1"))
    assert [summary.sentence for summary in summarise_areas(plan, None).values()] == [
        "No actions yet",
        "1 of 1 at risk, worst 9.1",
    ]


MEETINGS = (
    a_meeting("2026-01-28"),
    a_meeting("2026-03-11"),
    a_meeting("2026-04-15", returns_due="2026-04-08"),
)


def needs(*actions: Action, as_at: str = "2026-03-31") -> Plan:
    return a_plan(*actions, *MEETINGS, as_at=as_at)


def test_the_line_says_what_needs_me_worst_first() -> None:
    plan = needs(
        an_action("9.1", status="off-track", updated_on="2026-03-11"),
        an_action("9.2", status="at-risk", due="2026-01-31", updated_on="2026-03-11"),
        an_action("9.3", status="on-track", due="2026-01-31", updated_on="2026-01-20"),
        an_action("9.4", status="at-risk", updated_on="2026-03-12"),
        an_action("9.5", status="complete", due="2026-01-31"),
    )
    seen = attention(plan)
    assert seen.sentence == (
        "R 1  A 2 · 2 overdue, 1 of them green · 1 no update · board in 15 days, returns due 8 April"
    )
    assert seen.short == "R 1  A 2 · 2 overdue · 1 no update · board in 15 days"


def test_nothing_wrong_is_said_calmly() -> None:
    plan = needs(an_action(status="on-track", updated_on="2026-03-11"))
    assert attention(plan).sentence == (
        "No action off track, at risk, overdue or silent · board in 15 days, returns due 8 April"
    )
    assert attention(plan).short == "No action needs you · board in 15 days"
    assert attention(a_plan()).sentence == "No actions yet"


@pytest.mark.parametrize(
    ("as_at", "ending"),
    [
        ("2026-04-08", "board in 7 days, returns due today"),
        ("2026-04-14", "board tomorrow, returns were due 8 April"),
        ("2026-04-15", "board today, no later one in the diary"),
    ],
)
def test_the_board_comes_nearer(as_at: str, ending: str) -> None:
    assert attention(needs(as_at=as_at)).sentence == f"No actions yet · {ending}"


def test_on_a_board_s_own_day_next_is_the_one_after() -> None:
    boards = a_meeting("2026-04-15"), a_meeting("2026-05-27", returns_due="2026-05-20")
    plan = a_plan(*boards, as_at="2026-04-15")
    assert attention(plan).sentence == "No actions yet · board today, next in 42 days, returns due 20 May"


def test_returns_due_in_another_year_say_which() -> None:
    plan = a_plan(a_meeting("2027-01-13", returns_due="2027-01-06"), as_at="2026-12-31")
    assert attention(plan).sentence.endswith("board in 13 days, returns due 6 January 2027")


def test_green_past_its_date_is_said_in_the_number_that_fits() -> None:
    late = [an_action(f"9.{n}", "2026-01-31", "on-track", updated_on="2026-03-11") for n in (1, 2)]
    assert attention(needs(*late[:1], as_at="2026-03-20")).sentence.startswith("1 overdue, still green ·")
    assert attention(needs(*late, as_at="2026-03-20")).sentence.startswith("2 overdue, all of them green ·")


@pytest.mark.parametrize(
    ("later", "question"),
    [
        (0, ""),
        (1, "1 change is dated after today: is this clock right?"),
        (2, "2 changes are dated after today: is this clock right?"),
        (1204, "1,204 changes are dated after today: is this clock right?"),
    ],
)
def test_changes_dated_after_today_question_the_clock(later: int, question: str) -> None:
    assert ask_about_clock(later) == question
