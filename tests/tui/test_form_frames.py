"""The forms that fill the screen as text, at the sizes people have."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import opened, same_as_frame

SIZES = [(80, 24), (120, 30), (160, 48)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("edit_action", ["e"]),
        ("edit_area", ["escape", "e"]),
        ("new_action_refused", ["n", "tab", "tab", *"31", "space", *"Febr", "enter"]),
    ],
)
async def test_each_form_is_as_it_was_kept(
    place: Path, name: str, keys: list[str], size: tuple[int, int]
) -> None:
    async with opened(place, size) as sitting:
        await sitting.press(*keys)
        same_as_frame(f"{name}_{size[0]}x{size[1]}", sitting.screen)
        assert all(len(line) <= size[0] for line in sitting.screen.splitlines())
