"""Where it is set so, a letter of a menu is only taken with Enter, and the mouse is left to the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from terminals import Terminal
from tui.piloting import opened

from send_actions.config import Settings, settings_folder, write_settings

ASKS_FOR_MOUSE = b"\x1b[?1000h"


async def test_a_letter_stands_out_until_enter_takes_it(place: Path) -> None:
    async with opened(place) as sitting:
        sitting.app.enter_chooses = True
        await sitting.press("9", "full_stop", "2", "enter", "s", "a")
        assert "▐at risk▌" in sitting.screen
        assert "Enter take it" in sitting.screen
        await sitting.press("r")
        assert "▐off track▌" in sitting.screen
        assert "▐at risk▌" not in sitting.screen
        await sitting.press("enter")
        assert "Path to green" in sitting.screen
        await sitting.press(*"Late", "enter")
        assert sitting.foot.startswith("9.2 ■ R off track")


async def test_enter_alone_and_a_wrong_letter_take_nothing(place: Path) -> None:
    async with opened(place) as sitting:
        sitting.app.enter_chooses = True
        await sitting.press("g", "enter")
        assert "enter is none of these" in sitting.screen
        await sitting.press("a", "z", "enter")
        assert "Needs attention" not in sitting.screen
        await sitting.press("a", "escape", "g", "a", "enter")
        assert "Needs attention" in sitting.screen


@pytest.mark.parametrize("mouse", [True, False])
def test_the_mouse_is_the_terminals_own_where_it_is_switched_off(place: Path, *, mouse: bool) -> None:
    write_settings(settings_folder(), Settings(mouse=mouse))
    with Terminal(place) as terminal:
        terminal.until("? help")
        assert (ASKS_FOR_MOUSE in terminal.written) is mouse


def test_enter_chooses_where_the_settings_say_so(place: Path) -> None:
    write_settings(settings_folder(), Settings(enter_chooses=True))
    with Terminal(place) as terminal:
        terminal.until("? help")
        terminal.type("gh")
        assert "History  24 changes" not in terminal.until("Enter take it")
        terminal.type("\r")
        terminal.until("History  24 changes")
