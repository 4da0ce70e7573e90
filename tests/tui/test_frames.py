"""The main screens as text, at the sizes people have."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tui.piloting import opened, same_as_frame

SIZES = [(80, 24), (120, 30), (120, 36), (160, 48)]
VIEW_SIZES = [(80, 24), (120, 30), (160, 48)]


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where the clock on the wall is UTC, whatever it is here."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home_begins_at_what_the_checks_put_first(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        same_as_frame(f"home_{size[0]}x{size[1]}", sitting.screen)
        assert sitting.row == "9.3"


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("areas", ["escape"]),
        ("detail", ["enter"]),
        ("status_letters", ["s"]),
        ("status_fields", ["s", "a"]),
        ("due", ["d"]),
        ("go", ["g"]),
        ("help", ["question_mark"]),
        ("commands", ["colon"]),
        ("filter", ["slash", "r", "e", "d"]),
        ("jump", ["9", "full_stop", "2"]),
    ],
)
async def test_each_screen_is_as_it_was_kept(place: Path, name: str, keys: list[str]) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press(*keys)
        same_as_frame(f"{name}_80x24", sitting.screen)


@pytest.mark.parametrize("size", VIEW_SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("attention", ["g", "a"]),
        ("list", ["g", "l"]),
        ("board", ["g", "b"]),
        ("history", ["g", "h"]),
        ("round_end", ["g", "r", "end"]),
        ("looking_back", ["left_square_bracket", "left_square_bracket"]),
    ],
)
async def test_each_view_is_as_it_was_kept_at_each_size(
    place: Path, utc: None, size: tuple[int, int], name: str, keys: list[str]
) -> None:
    del utc
    async with opened(place, size) as sitting:
        await sitting.press(*keys)
        same_as_frame(f"{name}_{size[0]}x{size[1]}", sitting.screen)


@pytest.mark.parametrize("size", [*SIZES, (60, 16), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", [[], ["escape"], ["enter"], ["g", "a"], ["g", "b"], ["g", "h"], ["s", "r"]])
async def test_no_line_is_wider_than_the_terminal(
    place: Path, size: tuple[int, int], keys: list[str]
) -> None:
    async with opened(place, size) as sitting:
        await sitting.press(*keys)
        lines = sitting.screen.splitlines()
        assert len(lines) == size[1]
        assert all(len(line) <= size[0] for line in lines)


async def test_too_small_a_terminal_gets_one_calm_sentence(place: Path) -> None:
    async with opened(place, (50, 12)) as sitting:
        words = " ".join(sitting.screen.split())
        assert (
            words
            == "send-actions needs 60 columns and 16 lines: make the window larger, or press q to leave."
        )
        await sitting.pilot.resize_terminal(80, 24)
        await sitting.pilot.pause()
        assert "Start an advice line" in sitting.screen
