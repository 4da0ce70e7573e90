"""`x` then `r` makes returns for owners: whose is chosen from a list that knows who has answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_returns import filled, rows_sheet
from kept_plans import AT
from openpyxl import load_workbook
from tui.piloting import TODAY, Sitting, opened, same_as_frame
from tui.test_incoming import enter, look_at

from send_actions.changes.actions import revise_actions
from send_actions.domain.drafts import OwnerDraft
from send_actions.store.database import open_store
from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.room_reader import RoomReader

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def led(place: Path) -> Path:
    """A plan of which two leads of one council and one of another body lead actions."""
    reader = open_reader(str(place))
    plan = read_plan(reader, TODAY)
    reader.close()
    leads = {
        "3.2": OwnerDraft("Service Manager", "ICB"),
        "9.2": OwnerDraft("Head of SEND", "LA"),
        "9.3": OwnerDraft("Head of SEND", "LA"),
        "14.1": OwnerDraft("Participation Officer", "LA"),
    }
    store = open_store(place)
    for action in plan.actions:
        if lead := leads.get(action.ref):
            revise_actions(store, [action.id], {"lead": lead}, actor="Ana", at=AT, day=TODAY)
    store.close()
    return place


async def choose(sitting: Sitting, down: int) -> None:
    """Open the list and take the row that is so far below its first."""
    await sitting.press("x", "r", "home", *["down"] * down, "enter")


def refs(file: Path) -> list[str]:
    """The refs of a return's rows."""
    return [str(row[0].value) for row in rows_sheet(load_workbook(file)).iter_rows(min_row=2)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_return_of_the_rows_lead_is_made_and_who_was_asked_and_answered_stands_in_the_list(
    led: Path, size: tuple[int, int]
) -> None:
    async with opened(led, size) as sitting:
        await sitting.press("9", "full_stop", "2", "enter", "x", "r")
        same_as_frame(f"returns_{size[0]}x{size[1]}", sitting.screen)
        await sitting.press("enter", "enter")
        await sitting.press()
        file = led.parent / "return-head-of-send-la.xlsx"
        assert refs(file) == ["9.2", "9.3"]
        assert "Wrote 1 return of 2 actions" in sitting.screen
        sent_back = filled(file, {("9.2", "Your update"): "The panel has met."})
        await look_at(sitting, sent_back)
        await sitting.press("b")
        await sitting.press()
        await sitting.press("x", "r")
        same_as_frame(f"returns_answered_{size[0]}x{size[1]}", sitting.screen)


async def test_all_leads_an_organisation_and_everybody_have_returns(led: Path) -> None:
    async with opened(led) as sitting:
        await choose(sitting, 0)
        await sitting.press("enter")
        await sitting.press()
        made = sorted(file.name for file in (led.parent / "returns-2026-03-31").iterdir())
        assert len(made) == 4
        assert "In no return, for want of a lead: 3.1, 9.4" in " ".join(sitting.screen.split())
        await choose(sitting, 1)
        await sitting.press("enter")
        await sitting.press()
        assert len(refs(led.parent / "return-everybody.xlsx")) == 6
        await choose(sitting, 5)
        await sitting.press("enter")
        await sitting.press()
        assert refs(led.parent / "return-la.xlsx") == ["9.2", "9.3", "14.1"]


async def test_a_return_that_is_filled_in_is_not_written_over(led: Path) -> None:
    async with opened(led) as sitting:
        await choose(sitting, 2)
        await sitting.press("enter")
        await sitting.press()
        file = led.parent / "return-head-of-send-la.xlsx"
        filled(file, {("9.2", "Your update"): "The panel has met."}).replace(file)
        await choose(sitting, 2)
        await sitting.press("enter", "enter")
        await sitting.press()
        assert "is filled in and would be lost: name another file" in sitting.screen


async def test_u_takes_back_that_somebody_was_asked(led: Path) -> None:
    async with opened(led) as sitting:
        await choose(sitting, 2)
        await sitting.press("enter")
        await sitting.press()
        await sitting.press("u")
        assert "Taken back: Ask Head of SEND, LA" in " ".join(sitting.screen.split())


async def test_no_returns_are_made_before_the_room_or_of_a_day_before(led: Path) -> None:
    async with opened(led, reader=RoomReader) as sitting:
        await sitting.press("x", "r")
        assert "Returns are off here" in " ".join(sitting.screen.split())
    async with opened(led) as sitting:
        await sitting.press("left_square_bracket", "x", "r")
        assert "Returns are off while looking back" in " ".join(sitting.screen.split())


async def test_the_palette_makes_and_takes_returns(led: Path) -> None:
    async with opened(led) as sitting:
        await sitting.press("colon")
        await sitting.type("make returns")
        await sitting.press("enter")
        assert "All leads, a file each" in sitting.screen
        await sitting.press("escape", "colon")
        await sitting.type("take returns")
        await sitting.press("enter")
        await enter(sitting, str(led.parent / "nothing.xlsx"))
        assert "There is no file" in sitting.screen
