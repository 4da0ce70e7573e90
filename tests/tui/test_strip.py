"""The strip says what one types means: dates in full, what stands, how many are meant; and what was saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import Sitting, opened

from send_actions.domain.plan.vocabulary import Heard
from send_actions.store.database import open_store


def words_of(sitting: Sitting) -> str:
    return " ".join(sitting.screen.split())


@pytest.mark.parametrize(
    ("keys", "typed", "told"),
    [
        (("s", "r", "tab", "tab"), "30 May", "By: 30 May 2026, a Saturday"),
        (("s", "a", "tab", "tab"), "+2w", "By: 14 April 2026, a Tuesday, counted from today, 31 March 2026"),
        (("s", "h", "tab"), "1/6/26", "Look again by: 1 June 2026, a Monday"),
        (("d",), "June 2026", "New date: June 2026, so due by its last day, 30 June 2026, a Tuesday"),
        (("d",), "+2w", "New date: 14 April 2026, a Tuesday, counted from today, 31 March 2026"),
        (("d",), "ongoing", "New date: ongoing, with no date to hold it to"),
        (("m", "tab"), "l", "Heard: e-mail"),
    ],
)
async def test_what_is_typed_is_echoed_as_it_is_understood(
    place: Path, keys: tuple[str, ...], typed: str, told: str
) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press(*keys)
        await sitting.type(typed)
        assert told in words_of(sitting)


async def test_words_that_name_no_date_are_told_of_whole_at_80_columns(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("d")
        await sitting.type("soon")
        told = 'New date: Cannot read "soon" as a due date: write 31/03/2026, March 2026, Q1 2026/27, autumn'
        assert f"{told} term 2026, +2w or ongoing." in words_of(sitting)
        assert all(len(line) <= 80 for line in sitting.screen.splitlines())


async def test_what_stands_is_shown_and_what_an_empty_field_does_to_it(place: Path) -> None:
    stands = "Why: Funding dispute between ICB and council unresolved. · Path: Joint panel 22 April"
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "2", "enter", "s", "r")
        assert f"Stands, and an empty field keeps it: {stands}" in words_of(sitting)
        await sitting.press("escape", "s", "a")
        assert f"Ends with off track: {stands}" in words_of(sitting)


async def test_the_ask_and_how_it_was_heard_are_fields(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(
            "s", "r", *"Why", "tab", "tab", "tab", *"Posts", "tab", *"email", "tab", *"ICB", "enter"
        )
    plan = KeptPlan(place, open_store(place))
    said = plan.timeline("9.3").updates[0]
    assert (said.note, said.ask, said.heard, said.heard_from) == ("Why", "Posts", Heard.EMAIL, "ICB")


async def test_several_are_counted_with_those_closed_and_saved_by_a_second_enter(
    place: Path,
) -> None:
    async with opened(place) as sitting:
        await sitting.press("home", "space", "space", "m", *"Both", "enter")
        assert "2 actions of area 9, 1 of them closed. Enter again saves it all the same" in words_of(sitting)
        await sitting.press("enter")
        assert sitting.foot.startswith("Note on 9.1, 9.2")


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("d", *"May", "space", *"2026", "tab", *"why", "enter"), "9.3 due May 2026, was 31 December 2025"),
        (
            ("9", "full_stop", "2", "enter", "s", "a", *"x", "ctrl+t", *"28/1/2026", "enter"),
            "9.2 ▲ at risk for 28 January 2026; off track of 20 March 2026 stands",
        ),
        (("s", "r", *"x", "enter"), "9.3 ■ R off track · u to undo"),
    ],
)
async def test_what_was_saved_is_said_as_a_statement(place: Path, keys: tuple[str, ...], told: str) -> None:
    async with opened(place) as sitting:
        await sitting.press(*keys)
        assert sitting.foot.replace("▲ A", "▲").startswith(told.replace("▲ A", "▲"))
