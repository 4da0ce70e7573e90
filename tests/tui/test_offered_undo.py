"""Where the foot says "u to undo", u takes back just that; where it would not, nothing is offered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store

OFFER = "u to undo"


@pytest.fixture
def kept(place: Path) -> Iterator[KeptPlan]:
    """A plan in which 9.4 and 9.3 owe an update."""
    kept = KeptPlan(place, open_store(place))
    yield kept
    kept.store.close()


async def test_the_last_answer_of_a_round_is_told_at_its_end(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await sitting.press_in_peace("equals_sign", "equals_sign")
        assert "Areas' own judgements" in sitting.screen
        assert "Confirm 9.3: no change · u to undo" in sitting.foot


async def test_back_in_the_round_nothing_older_than_a_judgement_is_offered(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await sitting.press_in_peace("equals_sign", "equals_sign")
        await sitting.press("a", *"Slow", "enter")
        assert f"Area 3 ▲ A at risk · {OFFER}" in sitting.foot
        await sitting.press("left")
        assert OFFER not in sitting.screen
        await sitting.press("u")
        assert "Taken back: Judge area 3" in sitting.foot


async def test_in_history_where_u_is_another_change_it_is_not_offered(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press(*"9.3", "enter", "s", "r", "enter")
        assert OFFER in sitting.foot
        await sitting.press("u", "g", "h", "U")
        assert "Brought back: Set 9.3 to off track" in sitting.foot
        assert OFFER not in sitting.foot


async def test_what_is_brought_back_behind_something_newer_is_not_offered(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press(*"9.3", "enter", "s", "r", "enter")
        await sitting.press(*"9.4", "enter", "s", "r", "enter")
        await sitting.press("g", "h", "down", "u", "escape", "U")
        assert "Brought back: Set 9.3 to off track" in sitting.foot
        assert OFFER not in sitting.foot
        await sitting.press("u")
        assert "Taken back: Set 9.4 to off track" in sitting.foot
    assert kept.find("9.3").status is Status.OFF_TRACK


async def test_once_another_window_of_ones_own_has_changed_something_it_is_not_offered(
    kept: KeptPlan,
) -> None:
    async with opened(kept) as sitting:
        await sitting.press(*"9.3", "enter", "s", "r", "enter")
        assert OFFER in sitting.foot
        kept.say("9.4", "on-track", note="Two started")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "9.3 ■ R off track" in sitting.foot
        assert OFFER not in sitting.foot


async def test_somebody_else_s_change_leaves_the_offer_standing(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press(*"9.3", "enter", "s", "r", "enter")
        kept.say("9.4", "on-track", actor="Bo", note="Two started")
        sitting.app.session.look_outside()
        await sitting.press()
        assert OFFER in sitting.foot
