"""What a screen may ask of commands without a key of theirs: a status strip, a confirmation, one paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import Sitting, opened

from send_actions.domain.plan import Update
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.tui.commands.command import area_here
from send_actions.tui.commands.papers import ask_paper
from send_actions.tui.commands.status import open_status, save_no_change


def last_said(sitting: Sitting) -> Update:
    action = sitting.app.home.actions.action
    assert action is not None
    return sitting.app.session.timeline_of(action).updates[0]


async def test_a_confirmation_says_how_it_was_heard_and_from_whom(place: Path) -> None:
    async with opened(place) as sitting:
        home = sitting.app.home
        save_no_change(home, home.selection.targets(), Heard.MEETING, "Head of SEND")
        await sitting.press()
        said = last_said(sitting)
        assert (said.no_change, said.heard, said.heard_from) == (True, Heard.MEETING, "Head of SEND")
        assert "u to undo" in sitting.foot


@pytest.mark.parametrize(("typed", "heard"), [("", Heard.RETURN), ("meeting", Heard.MEETING)])
async def test_a_strip_means_what_was_said_before_where_nothing_is_typed(
    place: Path, typed: str, heard: Heard
) -> None:
    async with opened(place) as sitting:
        home = sitting.app.home
        await open_status(home, home.selection.targets(), Status.AT_RISK, {"heard": "return"})
        await sitting.press(*"Late")
        while typed and "return, e-mail, meeting or judgement" not in sitting.screen:
            await sitting.press("tab")
        await sitting.press(*typed, "enter")
        assert (last_said(sitting).note, last_said(sitting).heard) == ("Late", heard)


async def test_one_paper_is_asked_for_without_the_menu_of_kinds(place: Path) -> None:
    async with opened(place) as sitting:
        await ask_paper(sitting.app.home, "impact", (("area", "9"),))
        await sitting.press()
        assert "Impact of area 9 as at 31 March 2026" in sitting.screen
        assert "impact-9-2026-03-31" in sitting.screen


@pytest.mark.parametrize(
    ("keys", "number"),
    [([], "9"), (["escape", "end"], "14"), (["escape", "home"], None), (["g", "l"], "9"), (["g", "a"], "9")],
)
async def test_the_row_tells_the_area(place: Path, keys: list[str], number: str | None) -> None:
    async with opened(place) as sitting:
        await sitting.press(*keys)
        screen = sitting.app.screen
        area = area_here(screen)  # type: ignore[arg-type]
        assert (area.number if area else None) == number
