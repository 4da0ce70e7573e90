"""Words that were typed are never lost: Esc keeps them for the next time their form opens on that action."""

from __future__ import annotations

from pathlib import Path

from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store


async def test_escape_keeps_the_words_for_the_next_time_on_that_action(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", *"Staff", "tab", *"Hire", "escape")
        assert sitting.foot == "Not saved; s r on 9.3 shows your words again"
        await sitting.press("j", "s", "r")
        assert "Staff" not in sitting.screen
        await sitting.press("escape", "k", "s", "a")
        assert "Staff" in sitting.screen
        assert "Hire" in sitting.screen
        assert "These are your words from before, for off track;" in sitting.screen
        await sitting.press("enter")
        await sitting.press("s", "a")
        assert "Hire" not in sitting.foot
    plan = KeptPlan(place, open_store(place))
    assert (plan.find("9.3").reason, plan.find("9.3").path) == ("Staff", "Hire")


async def test_kept_words_that_were_cleared_are_gone(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Wrong", "escape", "m", "ctrl+u", "escape")
        assert "Wrong" not in sitting.screen
        await sitting.press("m")
        assert "These are your words" not in sitting.screen


async def test_each_form_and_each_choice_of_actions_keeps_its_own(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Paper", "escape", "M", *"Private", "escape")
        await sitting.press("home", "space", "space", "m", *"Both", "escape")
        await sitting.press("m")
        assert "Both" in sitting.screen
        await sitting.press("escape", "escape", "home", "j", "j", "m")
        assert "Paper" in sitting.screen
        await sitting.press("escape", "M")
        assert "Private" in sitting.screen


async def test_words_meant_for_one_status_are_not_offered_where_another_asks_something_else(
    place: Path,
) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "h", *"Recruiting", "escape", "s", "c")
        assert "Recruiting" not in sitting.screen
        assert "These are your words" not in sitting.screen
        await sitting.press("escape", "s", "h")
        assert "Recruiting" in sitting.screen
        assert "These are your words from before;" in sitting.screen


async def test_leaving_names_the_words_that_are_not_saved(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("q")
        assert "not saved" not in sitting.screen
        await sitting.press("n", "s", "r", *"Staff", "escape", "q")
        assert "Leave send-actions? Your words for 9.3 are not saved." in sitting.screen
        await sitting.press("n", "s", "r", "enter", "q")
        assert "not saved" not in sitting.screen
