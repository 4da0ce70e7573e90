"""Somebody else saved first: the whole form comes back with both versions, field by field."""

from __future__ import annotations

from pathlib import Path

from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store


async def test_fields_that_were_left_alone_take_theirs_and_one_s_own_words_stay_beside_theirs(
    place: Path,
) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "ctrl+u", *"Mine")
        kept.revise("9.3", actor="Ben", title="Theirs", success_measure="Calls answered")
        await sitting.press("enter")
        assert "9.3 was changed by someone else: title, success" in sitting.screen
        assert "Mine" in sitting.screen
        assert "Theirs: Theirs" in sitting.screen
        assert "Calls answered" in sitting.screen
        await sitting.press("enter")
    now = kept.find("9.3")
    assert (now.title, now.success_measure) == ("Mine", "Calls answered")


async def test_ctrl_r_takes_theirs(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "ctrl+u", *"Mine")
        kept.revise("9.3", actor="Ben", title="Theirs")
        await sitting.press("enter")
        await sitting.press("ctrl+r", "enter")
        assert sitting.foot == "9.3 says so already: nothing to save"
    assert kept.find("9.3").title == "Theirs"


async def test_of_an_area_it_is_the_same(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("escape", "e", *"amber")
        kept.revise_area("9", actor="Ben", headline="Waits fall.")
        await sitting.press("enter")
        assert "area 9 was changed by someone else: headline" in sitting.screen
        assert "None of it in a field you wrote in" in sitting.screen
        await sitting.press("enter")
        assert "Judge area 9 at risk" in sitting.foot
    assert kept.find_area("9").headline == "Waits fall."


async def test_a_ref_taken_meanwhile_is_refused_with_all_that_was_typed(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("n", *"Mine")
        kept.action("9.5", title="Theirs", actor="Ben")
        await sitting.press("enter")
        assert "There is an action 9.5 already" in sitting.screen
        assert "Mine" in sitting.screen


async def test_what_is_gone_is_refused_and_nothing_typed_is_lost(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "ctrl+u", *"Mine")
        kept.retire("9.3", actor="Ben")
        await sitting.press("enter")
        assert "no longer part of the plan" in " ".join(sitting.screen.split())
        assert "Mine" in sitting.screen


async def test_what_changes_under_an_open_form_is_drawn_when_it_is_left(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e")
        kept.say("9.3", "off-track", actor="Ben", note="Provider withdrew")
        sitting.app.session.look_outside()
        await sitting.pilot.resize_terminal(100, 30)
        await sitting.press("tab")
        assert "Edit 9.3" in sitting.screen
        await sitting.press("escape")
        assert sitting.row == "9.3"
        assert "▌ 9.3  ■ R Off track" in sitting.screen
        assert "Provider withdrew" in sitting.screen


async def test_a_form_waits_while_the_terminal_is_too_small(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "X")
        await sitting.pilot.resize_terminal(50, 12)
        await sitting.pilot.pause()
        assert "send-actions needs 60 columns" in " ".join(sitting.screen.split())
        await sitting.press("Y")
        await sitting.pilot.resize_terminal(80, 24)
        await sitting.pilot.pause()
        assert "Start an advice lineX" in sitting.screen
        assert "lineXY" not in sitting.screen
