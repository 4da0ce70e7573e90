"""The rules at their edges: the very day, the last of a list, what is unsaid, and what is not there."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_due, a_finding, a_meeting, a_minute, a_plan, a_source, an_action, an_area
from changes_told import a_change

from send_actions.domain.checks.plan_checks import check, read_code
from send_actions.domain.checks.slips import date_slips, meeting_slips
from send_actions.domain.checks.summary import attention, count_statuses, summarise, summarise_areas
from send_actions.domain.checks.urgency import has_no_update, is_overdue
from send_actions.domain.history.comparison import compare, status_table
from send_actions.domain.history.direction import Direction, direction
from send_actions.domain.history.folding import as_due, deadline_of, due_fields, is_same_due
from send_actions.domain.history.undo import issued_with
from send_actions.domain.plan import Due, Plan
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry, Precision, Status
from send_actions.errors import UsageError

BOARDS = tuple(a_meeting(on) for on in ("2025-12-10", "2026-01-28", "2026-03-11", "2026-04-15"))


def told(plan: Plan, code: str) -> list[str]:
    return [flag.message for flag in check(plan, [code])]


# What is unsaid has words of its own


def test_an_action_without_a_status_is_spoken_of_as_such() -> None:
    silent = an_action("9.3", "2026-01-31", None, start="2026-01-05")
    plan = a_plan(*BOARDS, silent, an_area("9", "complete"))
    assert told(plan, "overdue") == ["Due 31 January 2026, 59 days ago; without a status."]
    assert told(plan, "late-start") == [
        "To start on 5 January 2026, 85 days ago, and still without a status."
    ]
    assert told(plan, "area-greener") == [
        "Judged complete on 11 March 2026, greener than 9.3, which is without a status; no reason given."
    ]


def test_a_date_moved_to_none_or_from_none_is_told_without_it() -> None:
    gone = an_action("9.1", "ongoing", "on-track", first_due="2026-01-31", due_moves=2)
    found = an_action("9.2", "2026-05-31", "on-track", first_due="ongoing", due_moves=2)
    never = an_action("9.3", "2026-05-31", "on-track", due_moves=2, first_due=None)
    plan = a_plan(*BOARDS, gone, found, never)
    assert told(plan, "not-agreed") == [
        "Due date moved from 31 January 2026 to no date: not agreed by a meeting.",
        "Due date moved to 31 May 2026: not agreed by a meeting.",
        "Due date moved to 31 May 2026: not agreed by a meeting.",
    ]
    assert told(plan, "date-moved-twice") == [
        "Due date moved twice, from 31 January 2026.",
        "Due date moved twice, to 31 May 2026.",
        "Due date moved twice, to 31 May 2026.",
    ]


def test_words_for_a_due_date_are_kept_and_nothing_is_put_in_their_place() -> None:
    assert as_due("2026-03-31", "day", None) == Due(date(2026, 3, 31), Precision.DAY, "")
    said = due_fields([deadline_of({**_SAID, "due": None, "precision": "unclear", "text": "tbc"})])
    assert said["due"] == Due(None, Precision.UNCLEAR, "tbc")


_SAID = {"id": 1, "action_id": 1, "on": "2026-03-31", "reason": "", "minute": "", "agreed_meeting_id": None}


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (None, None, True),
        (None, a_due("2026-03-31"), False),
        (a_due("2026-03-31"), None, False),
        (a_due("2026-03-31"), Due(date(2026, 3, 31), Precision.MONTH, "March 2026"), True),
        (a_due("2026-03-31"), a_due("2026-04-30"), False),
        (a_due("2026-03-31"), a_due("ongoing"), False),
        (a_due("ongoing"), a_due("2026-03-31"), False),
        (a_due("ongoing"), Due(date(2026, 3, 31), Precision.ONGOING, "Ongoing"), False),
        (Due(date(2026, 3, 31), Precision.ONGOING, "Ongoing"), a_due("ongoing"), False),
        (a_due("ongoing"), a_due("ongoing"), True),
        (a_due("ongoing"), Due(None, Precision.ONGOING, "Continuous"), True),
        (Due(None, Precision.UNCLEAR, "tbc"), Due(None, Precision.UNCLEAR, "Easter 2027"), False),
        (a_due("ongoing"), Due(None, Precision.UNCLEAR, "Ongoing"), False),
        (Due(None, Precision.UNCLEAR, "tbc"), Due(None, Precision.UNCLEAR, "soon"), False),
    ],
)
def test_two_due_dates_are_the_same_by_their_day_else_by_their_words(
    one: Due | None, other: Due | None, is_same: bool
) -> None:
    assert is_same_due(one, other) is is_same


# The very day


def test_a_meeting_of_the_day_itself_is_no_meeting_at_which_it_was_stuck() -> None:
    action = an_action(since="2025-12-10")
    assert told(a_plan(*BOARDS, action, as_at="2026-03-11"), "stuck") == []
    assert told(a_plan(*BOARDS, action, as_at="2026-03-12"), "stuck") == [
        "At risk since 10 December 2025: at 3 meetings running."
    ]


def test_with_one_meeting_held_nobody_is_silent_yet() -> None:
    plan = a_plan(BOARDS[0], an_action(), as_at="2025-12-31")
    assert told(plan, "no-update") == []
    assert attention(plan).no_update == 0


def test_what_was_asked_today_waits_from_today() -> None:
    asked = a_minute("Who pays?", "question", BOARDS[2])
    assert told(a_plan(*BOARDS, asked, as_at="2026-03-11"), "board-asked") == [
        "Asked on 11 March 2026, not answered: “Who pays?”"
    ]


@pytest.mark.parametrize(
    ("updated", "is_silent"), [(None, True), ("2026-01-28", True), ("2026-01-29", False)]
)
def test_no_update_is_nothing_after_the_meeting_before_the_last(updated: str | None, is_silent: bool) -> None:
    plan = a_plan(*BOARDS)
    assert has_no_update(an_action(updated_on=updated), plan) is is_silent
    assert not has_no_update(an_action(status="complete", updated_on=updated), plan)


def test_what_goes_on_for_good_is_never_overdue_though_a_day_was_noted() -> None:
    ongoing = Due(date(2026, 1, 31), Precision.ONGOING, "Ongoing")
    assert not is_overdue(an_action(due=ongoing), date(2026, 3, 31))


def test_exactly_a_year_and_a_day_is_no_slip_yet() -> None:
    plan = a_plan(a_meeting("2024-01-10"))
    assert date_slips(plan, on=date(2025, 3, 30)) == []
    assert date_slips(plan, due=a_due("2025-03-30")) == ["The due date, 30 March 2025, has passed."]
    assert date_slips(plan, due=a_due("2025-03-29")) != []
    today = date(2026, 3, 31)
    assert meeting_slips(date(2025, 3, 30), today, {}) == []
    assert meeting_slips(date(2026, 5, 13), today, {"Returns": date(2025, 5, 12)}) == []
    assert meeting_slips(date(2026, 5, 13), today, {"Returns": date(2025, 5, 11)}) != []


def test_a_board_of_today_counts_as_the_first_meeting() -> None:
    plan = a_plan(a_meeting("2026-03-31"))
    assert date_slips(plan, on=date(2026, 3, 30)) == [
        "30 March 2026 is before the plan's first meeting, 31 March 2026."
    ]


def test_five_refs_are_named_and_no_more_is_said_of_none() -> None:
    then = a_plan(as_at="2026-03-01")
    (said,) = date_slips(a_plan(), [an_action(f"9.{n}") for n in range(1, 6)], then, on=then.as_at)
    assert said.startswith("9.1, 9.2, 9.3, 9.4, 9.5 were not in the plan yet")


def test_a_paper_made_at_a_change_showed_it_and_the_latest_board_is_named() -> None:
    late, early = a_meeting("2026-03-11", record_issued=5), a_meeting("2026-01-28", record_issued=5)
    assert issued_with(a_change(5), [late, early]) == late
    assert issued_with(a_change(5), [early, late]) == late


# Where a flag leads


def test_a_flag_leads_to_its_action_its_area_or_its_finding() -> None:
    first, area, action = an_area("1", id=1), an_area("9"), an_action("9.3", "2026-01-31")
    finding = a_finding("Advice is late.")
    asked_of_plan, asked_of_area = a_minute("How much?", meeting=BOARDS[2]), a_minute("When?", about=area)
    other = an_action("1.1", status="complete", id=1, area_id=1)
    plan = a_plan(*BOARDS, first, area, action, other, a_source(finding), asked_of_plan, asked_of_area)
    flags = check(plan, ["overdue", "finding-unanswered", "board-asked"])
    assert sorted((f.code, f.action, f.area, f.about) for f in flags if f.code != "board-asked") == [
        ("finding-unanswered", None, None, finding),
        ("overdue", action, area, None),
    ]
    assert [(f.action, f.area) for f in flags if f.about == asked_of_area] == [(None, area)]
    assert [(f.action, f.area) for f in flags if f.about == asked_of_plan] == [(None, None)]


def test_the_areas_after_one_without_a_judgement_are_looked_at_too() -> None:
    red = [an_action(f"{n}.1", status="off-track") for n in (1, 2)]
    plan = a_plan(an_area("1"), an_area("2", "on-track"), *red)
    assert len(told(plan, "area-greener")) == 1


def test_every_area_that_holds_an_action_answers_its_findings() -> None:
    areas = an_area("1"), an_area("2")
    source = a_source(*(a_finding(f"Finding {area.number}", areas=[area]) for area in areas))
    plan = a_plan(*areas, an_action("1.1"), an_action("2.1"), source)
    assert told(plan, "finding-unanswered") == []


def test_a_wrong_check_is_quoted_up_to_forty_characters() -> None:
    with pytest.raises(UsageError, match=r'No check "x{39}…"'):
        read_code("x" * 60)


# Sums, ways and lines


def test_an_area_s_summary_has_its_counts_its_direction_and_the_plan_s_words() -> None:
    amber = LegendEntry(Status.AT_RISK, "amber", "Slipping", "")
    legend = tuple(amber if entry.status is Status.AT_RISK else entry for entry in DEFAULT_LEGEND)
    before = a_plan(an_action("9.4", status="off-track"))
    now = a_plan(an_action("9.4", status="at-risk"), legend=legend)
    (summary,) = summarise_areas(now, before).values()
    assert summary.counts == count_statuses(now.actions)
    assert (summary.direction, summary.sentence) == (Direction.UP, "1 of 1 slipping, worst 9.4")


def test_an_area_that_was_there_without_an_action_starts_from_silence() -> None:
    area, red = an_area("9"), an_action("9.1", status="off-track")
    assert summarise(area, [red], a_plan(area), date(2026, 3, 31)).direction is None
    bare = Plan("", "", date(2026, 3, 11), 1, areas=(area,))
    assert summarise(area, [red], bare, date(2026, 3, 31)).direction is None


def test_an_area_with_some_done_and_some_withdrawn_says_nothing_of_holds() -> None:
    actions = [an_action(f"9.{n}", status=status) for n, status in enumerate(("complete", "on-hold"), 1)]
    assert summarise(an_area("9"), actions, None, date(2026, 3, 31)).sentence == "1 of 2 done, 1 on hold"
    held = [an_action("9.1", status="on-hold")]
    assert summarise(an_area("9"), held, None, date(2026, 3, 31)).sentence == "1 on hold"


def test_the_line_says_that_no_board_is_to_come_and_nothing_of_greens_that_are_none() -> None:
    plan = a_plan(BOARDS[0], an_action("9.1", "2026-01-31", "at-risk", updated_on="2026-03-30"))
    assert attention(plan).sentence == "A 1 · 1 overdue · no board to come in the diary"


def test_nothing_to_nothing_has_no_direction() -> None:
    assert direction(None, None) is None


def test_whether_anything_moved_and_who_came_where() -> None:
    before, now = a_plan(an_action("9.1")), a_plan(an_action("9.1", status="on-track"))
    assert not compare(before, before)
    assert compare(before, now)
    came = {row.word: row.came for row in status_table(None, now).rows}
    assert all(actions == () for actions in came.values())
