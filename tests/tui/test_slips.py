"""A date that slips is asked about once in a form: a second Enter saves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store

BEFORE_FIRST = "1 March 2001 is before the plan's first meeting, 10 December 2025."
NOT_YET = "9.3 was not in the plan yet on 1 March 2001: it would be there from then on."
ASKED = "Enter again saves it all the same"


def record_of(place: Path) -> int:
    return KeptPlan(place, open_store(place)).plan().record


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("s", "r", "x"), f"{BEFORE_FIRST} {NOT_YET} {ASKED}"),
        (("s", "c", "x"), f"{BEFORE_FIRST} {NOT_YET} Complete says that it is delivered: Enter again"),
        (("i", "3"), f"{BEFORE_FIRST} {NOT_YET} {ASKED}"),
        (("m", "x"), f"{BEFORE_FIRST} {NOT_YET} {ASKED}"),
        (("M", "x"), f"{BEFORE_FIRST} {NOT_YET} {ASKED}"),
        (("d", *"ongoing", "tab", "x"), f"{BEFORE_FIRST} Ongoing has no date to hold it to: Enter again"),
    ],
)
async def test_a_date_before_the_first_meeting_is_saved_by_a_second_enter(
    place: Path, keys: tuple[str, ...], told: str
) -> None:
    record = record_of(place)
    async with opened(place) as sitting:
        await sitting.press(*keys, "ctrl+t")
        await sitting.type("1/3/2001")
        await sitting.press("enter")
        assert told in " ".join(sitting.screen.split())
        assert record_of(place) == record
        await sitting.press("enter")
    assert record_of(place) == record + 1


@pytest.mark.parametrize(
    ("letter", "tabs", "told"),
    [
        ("a", 2, "The date of the path to green, 17 March 2026, has passed."),
        ("h", 1, "The date of the next look, 17 March 2026, has passed."),
    ],
)
async def test_a_date_to_come_that_has_passed_is_saved_by_a_second_enter(
    place: Path, letter: str, tabs: int, told: str
) -> None:
    record = record_of(place)
    async with opened(place) as sitting:
        await sitting.press("s", letter, "x", *["tab"] * tabs)
        await sitting.type("-2w")
        await sitting.press("enter")
        assert told in " ".join(sitting.screen.split())
        assert record_of(place) == record
        await sitting.press("enter")
    assert record_of(place) == record + 1


async def test_a_late_entry_that_is_no_slip_is_saved_at_once(place: Path) -> None:
    record = record_of(place)
    async with opened(place) as sitting:
        await sitting.press("s", "r", "x", "ctrl+t")
        await sitting.type("11 March")
        await sitting.press("enter")
    assert record_of(place) == record + 1


@pytest.mark.parametrize(
    ("due", "on", "told"),
    [
        ("1/2/2026", "", f"The due date, 1 February 2026, has passed. {ASKED}"),
        ("1/2/2024", "", f"The due date, 1 February 2024, is more than a year back. {ASKED}"),
        ("1/3/2026", "11 March", f"The due date, 1 March 2026, has passed. {ASKED}"),
        ("15/3/2026", "11 March", ""),
        ("1/6/2026", "", ""),
    ],
)
async def test_a_due_date_that_had_passed_is_asked_about_as_on_the_command_line(
    place: Path, due: str, on: str, told: str
) -> None:
    record = record_of(place)
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type(due)
        await sitting.press("tab", "x")
        if on:
            await sitting.press("ctrl+t")
            await sitting.type(on)
        await sitting.press("enter")
        screen = " ".join(sitting.screen.split())
        assert (told in screen, ASKED in screen) == (True, bool(told))
        if told:
            assert record_of(place) == record
            await sitting.press("enter")
    assert record_of(place) == record + 1


async def test_a_due_date_that_the_action_has_already_is_no_slip(place: Path) -> None:
    kept = KeptPlan(place, open_store(place))
    kept.move("9.3", "2026-02-01")
    record = kept.plan().record
    async with opened(place) as sitting:
        await sitting.press("d")
        await sitting.type("1/2/2026")
        await sitting.press("tab", "x", "enter")
    assert record_of(place) == record + 1
