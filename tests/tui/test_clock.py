"""What is dated after today, by another time zone or a wrong clock, is asked about and shown in history."""

from __future__ import annotations

from pathlib import Path

from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store


def say_tomorrow(place: Path, note: str) -> None:
    elsewhere = KeptPlan(place, open_store(place))
    elsewhere.say("9.4", None, note=note, day="2026-04-01")
    elsewhere.store.close()


async def test_the_app_asks_at_opening_whether_the_clock_is_right(place: Path) -> None:
    say_tomorrow(place, "Said further east.")
    async with opened(place) as sitting:
        assert sitting.foot == "1 change is dated after today: is this clock right?"


async def test_it_asks_when_such_a_change_arrives_and_history_shows_it(place: Path) -> None:
    async with opened(place) as sitting:
        say_tomorrow(place, "Said further east.")
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.foot == "1 change is dated after today: is this clock right?"

        await sitting.press("g", "h")
        assert "1 Apr 26" in sitting.screen.splitlines()[4]
        await sitting.press("[")
        assert "1 Apr 26" not in sitting.screen
