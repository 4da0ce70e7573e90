"""No key is without an answer: one that does nothing says so, wherever it is pressed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import opened


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+s", "Ctrl+S"), ("f5", "F5"), ("f2", "F2"), ("ctrl+f", "Ctrl+F"), ("delete", "Delete")],
)
@pytest.mark.parametrize("before", [(), ("left_square_bracket",), ("g", "a"), ("g", "h")])
async def test_a_key_that_does_nothing_says_so(
    place: Path, before: tuple[str, ...], key: str, name: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press(*before, key)
        assert sitting.foot == f"{name}: nothing here; ? names the keys"


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+s", "f5"])
async def test_a_key_that_does_nothing_in_a_form_says_how_to_leave_it(place: Path, key: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Staff", key)
        name = "F5" if key == "f5" else f"Ctrl+{key[-1].upper()}"
        assert f"{name}: nothing here; Enter saves, Esc leaves" in sitting.screen
        await sitting.press("y")
        assert "nothing here" not in sitting.screen
        assert "Staffy" in sitting.screen


@pytest.mark.parametrize(("key", "name"), [("ctrl+c", "Ctrl+C"), ("tab", "Tab"), ("f5", "F5")])
@pytest.mark.parametrize("prompt", ["slash", "9", "ctrl+g"])
async def test_a_key_that_does_nothing_in_a_line_says_how_to_leave_it(
    place: Path, prompt: str, key: str, name: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press(prompt, key)
        assert f"{name}: nothing here; Esc leaves" in sitting.screen


async def test_enter_in_history_says_where_the_change_is_told(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "h", "enter")
        assert "stands below; u takes it back" in sitting.foot


@pytest.mark.parametrize("key", ["s", "i", "d", "o", "m"])
async def test_what_changes_actions_says_of_an_area_how_to_come_to_them(place: Path, key: str) -> None:
    async with opened(place) as sitting:
        await sitting.press("escape", key)
        assert sitting.foot == "No action here: Enter for its actions"


async def test_a_date_that_is_refused_is_told_whole_on_a_narrow_screen(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("ctrl+g", *"Q3", "enter")
        words = " ".join(sitting.screen.split())
        assert (
            "(it names no year): write 31/03/2026, 31 March, March 2026, Q3 2025/26, 2025 or last." in words
        )
