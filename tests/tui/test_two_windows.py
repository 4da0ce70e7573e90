"""Two windows of one person on one plan, and what the foot says of marks, holds and what a filter found."""

from __future__ import annotations

from pathlib import Path

from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store


async def test_undo_asks_before_it_takes_back_what_was_done_in_another_window(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "enter")
        elsewhere = KeptPlan(place, open_store(place))
        elsewhere.say("9.4", None, note="Said in another window.")
        elsewhere.store.close()
        sitting.app.session.look_outside()

        await sitting.press("u")

        assert "Note on 9.4, today by Ana: take it back?" in sitting.screen
        await sitting.press("escape", "u", "y", "u")
        assert sitting.foot == "Taken back: Set 9.3 to off track · U to redo"


async def test_the_foot_speaks_of_the_marked_rows(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("space", "space")
        assert sitting.foot.startswith("9.3, 9.4 marked:  s status  i impact  d due  o lead  Esc unmark")


async def test_a_hold_without_a_date_is_said_to_lack_one(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("s", "h")
        await sitting.type("Waits")
        await sitting.press("enter", "enter", "down", "up")
        assert sitting.app.home.actions.action
        assert sitting.app.home.actions.action.status is Status.ON_HOLD
        assert sitting.foot.startswith("9.3 on hold, no date to look again:")


async def test_a_filter_entered_from_the_areas_goes_to_what_it_found(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("left", "slash")
        await sitting.type("status:red")
        await sitting.press("enter")
        assert sitting.row == "9.2"
        assert not sitting.app.home.is_among_areas
