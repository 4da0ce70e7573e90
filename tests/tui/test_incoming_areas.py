"""A second plan brought in by `X`, whose areas have the numbers of the plan's: one answer speaks of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import AT, TODAY
from tui.piloting import opened
from tui.test_incoming import enter, look_at, titles_of

from send_actions.changes.areas import add_area
from send_actions.domain.drafts import AreaDraft
from send_actions.store.database import open_store


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_all_areas_of_another_plan_are_said_to_be_new_at_once(
    place: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    store = open_store(place)
    add_area(store, AreaDraft("10", "Speech"), actor="Ana", at=AT, day=TODAY)
    store.close()
    file = tmp_path / "theirs.csv"
    rows = "9.3,9,Fostering,Find carers\n9.4,9,Fostering,Train carers\n10.1,10,Pensions,Write to members\n"
    file.write_text(f"ref,area no,area,action\n{rows}", encoding="utf-8")
    async with opened(place, size) as sitting:
        await look_at(sitting, file)
        assert "Area 10 is “Speech” in the plan and “Pensions” here" in " ".join(sitting.screen.split())
        assert "all new, all plan or all file answers all 2" in " ".join(
            sitting.screen.replace("│", "").split()
        )
        await sitting.press("enter")
        await enter(sitting, "all new")
        await sitting.press()
        assert "question" not in sitting.screen
        assert "Each other area with a number of the plan's = new" in " ".join(sitting.screen.split())
        await sitting.press("b")
        await sitting.press()
        titles = titles_of(place)
        assert {"Find carers", "Train carers", "Write to members"} <= set(titles.values())
        assert titles["9.3"] != "Find carers"
