"""The last view: the app opens as it was left, plan by plan; a new one begins where it burns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tui.piloting import Sitting, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where one's own settings are."""
    return tmp_path / "own"


def views_in(folder: Path) -> list[Path]:
    """The files of last views."""
    return list(folder.glob("view-*.json"))


async def look(sitting: Sitting, *keys: str) -> None:
    """Press keys, and let the second pass after which what is looked at is kept."""
    await sitting.press(*keys)
    sitting.app.last_view.keep(sitting.app)


async def test_a_view_its_filter_order_and_action_are_there_again(place: Path, folder: Path) -> None:
    async with opened(place, rounds_in=folder) as sitting:
        await look(sitting, "g", "a", "slash", *"area:9", "enter", "comma", "l", "j")
        left = sitting.screen
        assert "area:9" in left
    async with opened(place, rounds_in=folder) as sitting:
        assert sitting.screen.splitlines()[:-1] == left.splitlines()[:-1]


async def test_the_list_of_all_and_its_cursor_are_there_again(place: Path, folder: Path) -> None:
    async with opened(place, rounds_in=folder) as sitting:
        await look(sitting, "g", "l", "comma", "d", "comma", "d", "3", "enter")
    async with opened(place, rounds_in=folder) as sitting:
        assert "All areas" in sitting.screen
        assert "by due date, the latest first" in sitting.screen


async def test_leaving_keeps_what_was_looked_at(place: Path, folder: Path) -> None:
    async with opened(place, rounds_in=folder) as sitting:
        await sitting.press("slash", *"overdue", "enter", "g", "g", "q", "y")
        assert sitting.app.return_code == 0
    async with opened(place, rounds_in=folder) as sitting:
        assert sitting.row == "9.2"
        assert "overdue  2 of 7" in sitting.screen


async def test_each_plan_has_its_own_and_a_new_one_begins_where_it_burns(
    place: Path, folder: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(place, tmp_path / "other.db"))
    async with opened(place, rounds_in=folder) as sitting:
        await look(sitting, "g", "h")
    async with opened(other, rounds_in=folder) as sitting:
        assert sitting.row == "9.3"
        assert "History" not in sitting.screen
    async with opened(place, rounds_in=folder) as sitting:
        assert "History" in sitting.screen


async def test_looking_back_and_the_round_are_not_kept(place: Path, folder: Path) -> None:
    async with opened(place, rounds_in=folder) as sitting:
        await look(sitting, "k")
        await look(sitting, "left_square_bracket", "g", "h")
    async with opened(place, rounds_in=folder) as sitting:
        assert sitting.row == "9.2"
        await look(sitting, "g", "r")
    async with opened(place, rounds_in=folder) as sitting:
        assert sitting.app.screen is sitting.app.home


@pytest.mark.parametrize(
    "kept",
    [
        "no words",
        "[]",
        '{"view": "nowhere"}',
        '{"other": 1}',
        '{"view": "round"}',
        '{"filter": "statsu:red", "ref": "99.9", "order": "colour"}',
        '{"view": 7, "filter": ["x"], "ref": {}}',
        '{"view": ["round"]}',
    ],
)
async def test_what_is_kept_and_not_understood_does_no_harm(place: Path, folder: Path, kept: str) -> None:
    async with opened(place, rounds_in=folder) as sitting:
        await look(sitting, "k")
    (file,) = views_in(folder)
    assert json.loads(file.read_text(encoding="utf-8"))["ref"] == "9.2"
    file.write_text(kept, encoding="utf-8")
    async with opened(place, rounds_in=folder) as sitting:
        assert sitting.row == "9.3"
        assert sitting.app.screen is sitting.app.home
