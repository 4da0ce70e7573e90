"""Direction of travel."""

from __future__ import annotations

import pytest
from builders import a_plan, an_action
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.history.direction import (
    LADDER,
    Direction,
    direction,
    direction_between,
    direction_since,
)
from send_actions.domain.plan.vocabulary import Status

anything = st.sampled_from([None, *Status])


@pytest.mark.parametrize(
    ("was", "now", "way"),
    [
        ("off-track", "at-risk", Direction.UP),
        ("at-risk", "on-track", Direction.UP),
        ("on-track", "complete", Direction.UP),
        ("complete", "embedded", Direction.UP),
        ("on-track", "at-risk", Direction.DOWN),
        ("embedded", "off-track", Direction.DOWN),
        ("at-risk", "at-risk", Direction.SAME),
        ("not-started", "on-track", Direction.STARTED),
        ("not-started", "complete", Direction.STARTED),
        ("at-risk", "on-hold", Direction.PUT_ON_HOLD),
        ("not-started", "on-hold", Direction.PUT_ON_HOLD),
        ("on-hold", "at-risk", Direction.RESUMED),
        ("on-hold", "not-started", Direction.RESUMED),
        ("withdrawn", "on-track", Direction.RESUMED),
        ("on-hold", "withdrawn", Direction.CLOSED),
        ("at-risk", "withdrawn", Direction.CLOSED),
        ("withdrawn", "withdrawn", Direction.SAME),
    ],
)
def test_an_action_goes_the_way_its_statuses_say(was: str, now: str, way: Direction) -> None:
    assert direction(an_action(status=was), an_action(status=now)) is way


def test_what_was_not_there_is_new_and_what_is_gone_is_closed() -> None:
    assert direction(None, an_action()) is Direction.NEW
    assert direction(an_action(), None) is Direction.CLOSED


def test_without_an_earlier_plan_there_is_no_direction() -> None:
    assert direction_since(None, an_action()) is None
    assert direction_since(a_plan().statuses, an_action()) is Direction.NEW
    assert (
        direction_since(a_plan(an_action(status="off-track")).statuses, an_action(status="at-risk"))
        is Direction.UP
    )


@pytest.mark.parametrize("was", ["off-track", "on-track", "complete"])
def test_back_to_not_started_is_neither_up_nor_down_nor_the_same(was: str) -> None:
    assert direction(an_action(status=was), an_action(status="not-started")) is None


def test_a_first_word_on_a_silent_action_has_no_direction() -> None:
    assert direction(an_action(status=None), an_action(status="at-risk")) is None
    assert direction(an_action(status=None), an_action(status="not-started")) is Direction.SAME


def test_arrows_are_for_up_and_down_and_the_same_is_blank() -> None:
    shown = {way.value: way.arrow for way in Direction}
    assert shown == {
        "up": "↑",
        "down": "↓",
        "same": "",
        "started": "started",
        "put-on-hold": "on hold",
        "resumed": "resumed",
        "new": "new",
        "closed": "closed",
    }
    assert Direction.PUT_ON_HOLD.word == "put on hold"


@given(anything, anything)
def test_up_one_way_is_down_the_other(was: Status | None, now: Status | None) -> None:
    assert (direction_between(was, now) is Direction.UP) == (direction_between(now, was) is Direction.DOWN)
    if was in LADDER and now in LADDER:
        assert direction_between(was, now) in {Direction.UP, Direction.DOWN, Direction.SAME}


@given(anything)
def test_nothing_moves_by_standing_still(status: Status | None) -> None:
    assert direction_between(status, status) is Direction.SAME
