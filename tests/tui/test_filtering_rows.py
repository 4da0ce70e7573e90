"""The filter of history and of the board's meetings: by the words of a row, with n of m."""

from __future__ import annotations

from pathlib import Path

from tui.piloting import opened


async def test_history_is_filtered_as_one_types_with_n_of_m(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Snapshot", "enter", "g", "h", "slash")
        await sitting.type("NOTE ana")
        rows = [line for line in sitting.screen.splitlines() if " Ana " in line]
        assert rows
        assert all("ote" in row for row in rows)
        assert f" {len(rows)} of " in sitting.screen.splitlines()[-2]
        await sitting.press("enter")
        assert f"NOTE ana  {len(rows)} of " in sitting.screen
        assert "Esc all again" in sitting.foot
        await sitting.press("escape")
        assert "NOTE ana" not in sitting.screen
        assert "History" in sitting.screen


async def test_what_is_undone_in_a_filtered_history_is_the_row_that_is_seen(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"First", "enter", "m", *"Second", "enter", "g", "h", "j")
        record = sitting.app.screen.change.id  # type: ignore[attr-defined]
        await sitting.press("slash", *str(record), "enter")
        assert "History  1 change " in sitting.screen
        await sitting.press("u")
        assert sitting.foot.startswith("Taken back: ")
        assert sitting.app.session.reader.heads(sitting.app.session.plan.record)[-1].undoes == record


async def test_meetings_are_filtered_by_their_words_and_leaving_brings_them_back(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "b")
        before = sitting.screen
        await sitting.press("slash")
        await sitting.type("dec")
        assert "1 of 4" in sitting.screen
        assert "10 Dec 25" in sitting.screen
        assert "28 Jan 26" not in sitting.screen
        await sitting.press("escape")
        assert sitting.screen == before
        await sitting.press("slash", *"zebra", "enter")
        assert "Nothing matches zebra: Esc clears the filter" in sitting.screen
