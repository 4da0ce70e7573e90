"""Sorting: by any column and either way, within the groups of needs attention, the cursor on its action."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui.piloting import Sitting, opened


def refs(sitting: Sitting) -> list[str]:
    """The refs that home lists, from the first."""
    plan = sitting.app.session.plan
    return [plan.actions_by_id[row].ref for row in sitting.app.home.actions.table.ids if isinstance(row, int)]


@pytest.mark.parametrize(
    ("letter", "first", "words", "turned"),
    [
        ("t", "9.2", "by title", "by title, from Z"),
        ("d", "9.1", "by due date", "by due date, the latest first"),
        ("s", "9.2", "worst first", "best first"),
        ("h", "9.3", "by last said", "by last said, the newest first"),
        ("i", "9.1", "by impact, the least first", "by impact, the most first"),
        ("w", "9.2", "by way it went, worse first", "by way it went, worse last"),
    ],
)
async def test_a_list_is_sorted_by_any_column_and_again_the_other_way(
    place: Path, letter: str, first: str, words: str, turned: str
) -> None:
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "comma", letter)
        assert sitting.foot.startswith(f"Sorted {words}")
        assert refs(sitting)[0] == first
        assert sitting.row == "9.3"
        await sitting.press("comma", letter)
        assert sitting.foot.startswith(f"Sorted {turned}")
        assert f" {turned} ─╯" in sitting.screen
        assert sitting.row == "9.3"


async def test_what_lacks_the_thing_sorted_by_stands_last_either_way(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "comma", "i")
        assert refs(sitting) == ["9.1", "9.2", "9.3", "9.4"]
        await sitting.press("comma", "comma")
        assert sitting.foot.startswith("Sorted by impact, the most first")
        assert refs(sitting) == ["9.1", "9.2", "9.3", "9.4"]
        await sitting.press("comma", "r", "comma", "R")
        assert refs(sitting) == ["9.4", "9.3", "9.2", "9.1"]


async def test_a_click_on_the_heading_sorts_the_other_way_too(place: Path) -> None:
    async with opened(place) as sitting:
        table = sitting.app.home.actions.table
        for words in ("by due date", "by due date, the latest first"):
            heading = sitting.screen.splitlines()[table.content_region.y]
            at = heading.index("Due") - table.content_region.x
            await sitting.pilot.click("#actions", offset=(at + 1, 1))
            await sitting.press()
            assert sitting.foot.startswith(f"Sorted {words}")


async def test_needs_attention_is_sorted_within_its_groups(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a")
        before = sitting.screen
        headings = [line for line in before.splitlines() if line.startswith("│  ") and line[3:4].isupper()]
        await sitting.press("comma", "r", "comma", "r")
        assert sitting.foot.startswith("Sorted by ref, the last first")
        after = sitting.screen
        assert all(heading.rstrip("│ ") in after for heading in headings)
        groups = after.split("Overdue")[-1].splitlines()
        numbers = [
            line.split()[1] for line in groups if line.startswith("│ ") and line.split()[1][:1].isdigit()
        ]
        assert numbers[:2] == sorted(numbers[:2], reverse=True)
        await sitting.press("comma", "s")
        assert sitting.screen.splitlines()[:-1] == before.splitlines()[:-1]
