"""Which action a question leads to: the first to be flagged, and the questions of each."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_meeting, a_minute, a_plan, an_action, an_area, an_owner
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.checks.plan_checks import (
    CODES,
    OF_OUTLINE,
    check,
    codes_of,
    first_flagged,
    flags_by_action,
)
from send_actions.domain.plan import Action, Plan

BOARD = a_meeting("2026-03-11")


def an_action_with(ref: str, fault: dict[str, Any]) -> Action:
    """An action that no check questions but for its fault."""
    sound: dict[str, Any] = {
        "due": "2026-07-31",
        "status": "on-track",
        "updated_on": "2026-03-12",
        "since": "2026-01-28",
    }
    sound |= {"lead": an_owner(), "success_measure": "Waits under 18 weeks"}
    return an_action(ref, **(sound | {"reason": "Vacancy.", "path": "Cover."} | fault))


GREEN_LATE: dict[str, Any] = {"due": "2026-01-31"}
GREEN_LATER: dict[str, Any] = {"due": "2025-12-31"}
RED_LATE: dict[str, Any] = {"due": "2026-01-31", "status": "off-track"}
SILENT: dict[str, Any] = {"status": None}
LEADERLESS: dict[str, Any] = {"lead": None}
FAULTS = [{}, {}, GREEN_LATE, GREEN_LATER, RED_LATE, SILENT, LEADERLESS, {"reason": "", "status": "at-risk"}]
REFS = [f"{area}.{number}" for area in (1, 2) for number in (1, 2, 10)]


def flagged_by_checks(plan: Plan, *codes: str) -> Action | None:
    return next((flag.action for flag in check(plan, codes or CODES) if flag.action), None)


@pytest.mark.parametrize(
    ("faults", "first"),
    [
        ({}, None),
        ({"9.1": {}, "9.2": {}}, None),
        ({"9.1": LEADERLESS, "9.2": RED_LATE, "9.3": GREEN_LATE}, "9.3"),
        ({"9.1": GREEN_LATE, "9.2": GREEN_LATER}, "9.2"),
        ({"9.10": LEADERLESS, "9.2": LEADERLESS, "9.3": LEADERLESS | SILENT}, "9.2"),
        ({"9.1": LEADERLESS | SILENT, "9.2": LEADERLESS}, "9.2"),
    ],
)
def test_the_first_to_be_flagged_is_the_worst_of_those_that_the_worst_check_questions(
    faults: dict[str, dict[str, Any]], first: str | None
) -> None:
    plan = a_plan(BOARD, *(an_action_with(ref, fault) for ref, fault in faults.items()))

    found = first_flagged(plan)

    assert found == flagged_by_checks(plan)
    assert (found.ref if found else None) == first


def test_what_the_board_asked_first_leads_before_a_worse_action() -> None:
    calm, red, area = an_action_with("9.1", {}), an_action_with("9.2", {"status": "off-track"}), an_area("9")
    january = a_meeting("2026-01-28")
    minutes = (
        a_minute("When does area 9 report?", meeting=january, about=area),
        a_minute("How many wait?", meeting=january, about=calm),
        a_minute("Why is it off track?", meeting=BOARD, about=red),
    )
    plan = a_plan(january, BOARD, area, calm, red, *minutes)

    assert first_flagged(plan) == flagged_by_checks(plan) == calm
    assert first_flagged(a_plan(BOARD, area, calm, a_minute("When?", about=area))) is None


def test_the_checks_of_standing_lead_only_by_status_and_due_date() -> None:
    leaderless, late = an_action_with("9.1", LEADERLESS), an_action_with("9.2", RED_LATE)

    assert first_flagged(a_plan(leaderless, late), OF_OUTLINE) == late
    assert first_flagged(a_plan(leaderless), OF_OUTLINE) is None
    assert tuple(CODES)[: len(OF_OUTLINE)] == OF_OUTLINE


plans = st.builds(
    lambda faults, asked: a_plan(
        BOARD,
        an_area("1", "complete"),
        *(actions := [an_action_with(ref, fault) for ref, fault in faults.items()]),
        *(a_minute(f"Why {n}?", meeting=BOARD, about=one) for n, one in enumerate(actions) if n in asked),
    ),
    st.dictionaries(st.sampled_from(REFS), st.sampled_from(FAULTS)),
    st.sets(st.integers(0, 5), max_size=2),
)


@given(plans)
def test_the_first_to_be_flagged_is_the_first_action_of_all_the_questions(plan: Plan) -> None:
    assert first_flagged(plan) == flagged_by_checks(plan)
    assert first_flagged(plan, OF_OUTLINE) == flagged_by_checks(plan, *OF_OUTLINE)


def test_the_questions_of_each_action_stand_in_their_order_and_those_of_none_are_left_out() -> None:
    late, sound, leaderless = (
        an_action_with(*named) for named in (("9.1", RED_LATE | LEADERLESS), ("9.2", {}), ("9.3", LEADERLESS))
    )
    plan = a_plan(BOARD, late, sound, leaderless, a_minute("How much will it cost?"))

    found = flags_by_action(check(plan))

    assert {ref: [flag.code for flag in flags] for ref, flags in found.items()} == {
        late.id: ["overdue", "no-lead"],
        leaderless.id: ["no-lead"],
    }
    assert flags_by_action([]) == {}


def test_the_codes_of_some_questions_stand_in_their_order_each_once() -> None:
    plan = a_plan(BOARD, *(an_action_with(ref, RED_LATE | LEADERLESS) for ref in ("9.1", "9.2")))

    assert codes_of(check(plan)) == ["overdue", "no-lead"]
    assert codes_of([]) == []
