"""A detail below a list: what does not fit is said in its border, and the keys reach it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import opened

from send_actions.store.database import open_store


@pytest.fixture
def talkative(place: Path) -> Path:
    """A plan whose board of 11 March said more than a small window shows."""
    kept = KeptPlan(place, open_store(place))
    meeting = next(one for one in kept.plan().meetings if str(one.on) == "2026-03-11")
    for number in range(1, 31):
        kept.insert("minute", meeting_id=meeting.id, kind="question", text=f"Question {number}?")
    return place


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_what_lies_below_is_said_and_reached(talkative: Path, key: str) -> None:
    async with opened(talkative, (80, 24)) as sitting:
        await sitting.press("g", "b", "k")
        assert "Tab ↓ " in sitting.screen
        assert "Question 30?" not in sitting.screen
        await sitting.press(key, "end")
        assert "Question 30?" in sitting.screen
        assert " more ─" not in sitting.screen
        assert sitting.foot.startswith("Enter go there  b board said")
        await sitting.press("home")
        assert "Tab ↓ " not in sitting.screen
        assert " more ─" in sitting.screen
        await sitting.press("enter")
        assert sitting.foot == "This is about the whole plan"
        await sitting.press("escape")
        assert sitting.foot.startswith("Enter look back to it")
        await sitting.press("escape")
        assert sitting.app.screen is sitting.app.home


@pytest.mark.parametrize("letter", ["a", "b", "h"])
async def test_tab_goes_to_the_detail_and_back(talkative: Path, letter: str) -> None:
    async with opened(talkative, (80, 24)) as sitting:
        await sitting.press("g", letter)
        for keys in ([], ["tab", "tab"], ["right", "left"], ["tab", "shift+tab"], ["tab", "escape"]):
            await sitting.press(*keys)
            assert sitting.app.focused is not None
            assert sitting.app.focused.id == "list"
        await sitting.press("tab")
        assert sitting.app.screen.query_one("#list-detail").has_focus


async def test_a_detail_that_fits_says_nothing(tmp_path: Path) -> None:
    async with opened(a_kept_plan(tmp_path, "9.3"), (80, 24)) as sitting:
        await sitting.press("g", "b", "tab", "enter")
        assert " more ─" not in sitting.screen
