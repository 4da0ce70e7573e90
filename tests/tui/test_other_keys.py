"""A key that does not say yes to a question says no, and does what it does without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store


async def test_a_key_at_the_question_whether_to_leave_stays_and_does_its_own(place: Path) -> None:
    async with opened(place) as sitting:
        row = sitting.row
        await sitting.press("q")
        assert "y leave  any other key stays and works as usual" in sitting.screen
        await sitting.press("j")
        assert "Leave send-actions?" not in sitting.screen
        assert sitting.row != row
        await sitting.press("q", "s")
        assert "no change  Esc leave" in sitting.screen


@pytest.mark.parametrize("key", ["n", "N", "escape", "enter"])
async def test_what_is_an_answer_is_no_more_than_that(place: Path, key: str) -> None:
    async with opened(place) as sitting:
        row, kind = sitting.row, sitting.app.screen
        await sitting.press("q", key)
        assert "Leave send-actions?" not in sitting.screen
        assert "New" not in sitting.screen
        assert (sitting.row, sitting.app.screen) == (row, kind)


async def test_it_is_so_at_the_question_about_many(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("ctrl+a", "s", "equals_sign")
        told = " ".join(sitting.screen.split())
        assert "Enter saves any other key saves nothing and works as usual" in told
        await sitting.press("slash")
        assert "status:red, overdue" in sitting.screen
    kept = KeptPlan(place, open_store(place))
    assert kept.find("9.3").confirmed_on is None
    kept.store.close()


async def test_in_a_form_one_writes_on(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("e", *" more", "escape")
        assert "any other key stays and works as usual" in " ".join(sitting.screen.split())
        await sitting.press("x")
        assert "Leave without saving?" not in sitting.screen
        assert "morex" in sitting.screen
