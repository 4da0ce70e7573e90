"""Needs attention is a list like any other: each action once, with marks, a filter, and its own way back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.domain.plan.vocabulary import FindingKind, SourceKind
from send_actions.store.database import open_store

FINDING = "Children wait too long for a first appointment with a therapist"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_an_action_stands_once_with_its_title_and_its_days(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("g", "a")
        rows = [line for line in sitting.screen.splitlines() if "Start an advice line" in line]
        assert len([row for row in rows if " 9.3 " in row]) == 1
        late = [line.rstrip("│ ▇▃▂▄▅▆") for line in sitting.screen.splitlines()[3:8]]
        ends = {len(line) for line in late if line.endswith(" days")}
        assert len(ends) == 1


async def test_the_detail_has_every_check_that_speaks_of_the_action(place: Path) -> None:
    async with opened(place, (120, 48)) as sitting:
        await sitting.press("g", "a", "slash", *"pays", "enter")
        assert sitting.screen.count("Check ") == len(
            sitting.app.session.snapshot.flags_by_action[sitting.app.screen.actions.action.id]  # type: ignore[attr-defined]
        )


@pytest.mark.parametrize("size", [(120, 30), (120, 48)], ids=["120x30", "120x48"])
async def test_green_but_overdue_is_not_overdue_as_well(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        await sitting.press("g", "a", "slash", *"advice", "enter")
        assert sitting.screen.count("90 days ago") == 1
        assert "Also     overdue" not in sitting.screen
        row = next(line for line in sitting.screen.splitlines() if " 9.3 " in line and "90 days" in line)
        assert "overdue" not in row


async def test_marks_and_filter_work_as_in_any_list(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "space", "space")
        assert sitting.foot.startswith("9.2, 9.3 marked:")
        await sitting.press("m", "x", "enter", "enter")
        assert "9.2, 9.3" in sitting.foot
        await sitting.press("slash", *"advice", "enter")
        assert "9.3" in sitting.screen
        assert "Agree who pays" not in sitting.screen
        assert "Esc all again" in sitting.foot
        await sitting.press("escape")
        assert "Agree who pays" in sitting.screen


async def test_a_row_that_is_no_action_names_only_keys_that_work_there(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    source = other.insert(
        "source", on=date(2026, 1, 5), kind=SourceKind.INSPECTION_LETTER, title="An invented letter"
    )
    other.insert("finding", source_id=source, kind=FindingKind.AREA_FOR_IMPROVEMENT, text=FINDING)
    async with opened(place, (120, 40)) as sitting:
        await sitting.press("g", "a", "slash", "escape")
        while "s status" in sitting.foot:
            await sitting.press("down")
        assert sitting.foot.startswith("Enter go there  Esc back")
        await sitting.press("space")
        assert sitting.foot == "Marks are for actions: the cursor is not on one"
        await sitting.press("enter")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "list-detail"
        assert "An invented letter, 5 January 2026" in sitting.screen
        await sitting.press("escape")
        assert "Needs attention" in sitting.screen


async def test_the_checks_of_three_moves_do_not_say_two(place: Path) -> None:
    other = KeptPlan(place, open_store(place))
    for due in ("2026-05-11", "2026-05-12", "2026-05-13"):
        other.move("9.4", due)
    async with opened(place, (160, 48)) as sitting:
        await sitting.press("g", "a", "slash", *"check:date-moved-twice", "enter")
        row = next(line for line in sitting.screen.splitlines() if " 9.4 " in line)
        assert "date moved twice or more" in row
