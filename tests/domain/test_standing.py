"""How one action stands on a date, and that the line, the checks and the filters count alike."""

from __future__ import annotations

from datetime import date

import pytest
from builders import a_meeting, a_plan, an_action
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.checks.plan_checks import check
from send_actions.domain.checks.summary import attention
from send_actions.domain.checks.urgency import (
    days_overdue,
    has_no_update,
    is_silent_since,
    silence_starts,
    worst_first,
    worst_open,
)
from send_actions.domain.filters.language import parse
from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import Status

ON = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("due", "days"), [("2026-01-31", 59), ("2026-03-30", 1), ("2026-03-31", 0), ("ongoing", 0), (None, 0)]
)
def test_days_overdue_are_counted_from_the_day_it_was_due(due: str | None, days: int) -> None:
    assert days_overdue(an_action(due=due), ON) == days
    assert days_overdue(an_action(due=due, status="complete"), ON) == 0


def test_worst_first_goes_by_status_then_lateness_then_ref() -> None:
    actions = [
        an_action("9.10", "2026-07-31", "off-track"),
        an_action("9.9", "2026-07-31", "off-track"),
        an_action("9.11", "2026-02-28", "off-track"),
        an_action("9.2", "2025-12-31", "at-risk"),
        an_action("9.4", None, "not-started"),
        an_action("9.5", None, None),
        an_action("9.1", "2025-12-31", "on-track"),
        an_action("9.0", None, "complete"),
    ]
    actions.reverse()
    ordered = sorted(actions, key=lambda action: worst_first(action, ON))
    assert [a.ref for a in ordered] == ["9.11", "9.9", "9.10", "9.2", "9.1", "9.4", "9.5", "9.0"]


def test_what_is_done_or_stopped_is_never_the_worst() -> None:
    closed = [
        an_action(f"9.{n}", status=status) for n, status in enumerate(("complete", "on-hold", "withdrawn"))
    ]
    assert worst_open(closed, ON) is None
    assert worst_open([*closed, an_action("9.9", status="on-track")], ON) == an_action(
        "9.9", status="on-track"
    )


def test_silence_is_counted_from_the_meeting_before_the_last_of_the_main_series() -> None:
    meetings = [a_meeting(on) for on in ("2025-12-10", "2026-01-28", "2026-03-11", "2026-04-15")]
    scrutiny = a_meeting("2026-03-20", series="Scrutiny")
    assert silence_starts(a_plan(*meetings, scrutiny)) == date(2026, 1, 28)
    assert silence_starts(a_plan(*meetings, as_at="2026-03-11")) == date(2025, 12, 10)
    assert silence_starts(a_plan(meetings[0])) is None
    assert not has_no_update(an_action(), a_plan(meetings[0]))


def test_what_was_said_on_the_day_of_a_meeting_was_said_at_it() -> None:
    meeting = date(2026, 3, 11)
    assert is_silent_since(an_action(updated_on="2026-03-11"), meeting)
    assert not is_silent_since(an_action(updated_on="2026-03-12"), meeting)
    assert is_silent_since(an_action(), None)
    assert not is_silent_since(an_action(updated_on="2019-01-01"), None)


def an_action_of(ref: str) -> st.SearchStrategy[Action]:
    return st.builds(
        lambda due, status, updated: an_action(ref, due, status, updated_on=updated),
        st.sampled_from([None, "ongoing", "2026-01-31", "2026-03-31", "2026-04-10"]),
        st.sampled_from([None, *Status]),
        st.sampled_from([None, "2026-01-28", "2026-02-01", "2026-03-30"]),
    )


@given(st.tuples(*(an_action_of(f"9.{n}") for n in range(6))))
def test_the_line_the_checks_and_the_filters_count_alike(actions: tuple[Action, ...]) -> None:
    plan = a_plan(*actions, *(a_meeting(on) for on in ("2026-01-28", "2026-03-11", "2026-04-15")))
    needs = attention(plan)
    counted = {
        "overdue": needs.overdue,
        "green-but-overdue": needs.overdue_green,
        "no-update": needs.no_update,
    }
    for code, count in counted.items():
        flagged = [flag.action for flag in check(plan, [code])]
        assert len(flagged) == count
        assert set(parse(f"check:{code}", today=ON).keep(plan)) == set(flagged)
    assert len(parse("overdue", today=ON).keep(plan)) == needs.overdue
    assert len(parse("no-update", today=ON).keep(plan)) == needs.no_update
    assert set(parse("due:next-board", today=ON).keep(plan)) == {
        flag.action for flag in check(plan, ["due-before-next"])
    }
