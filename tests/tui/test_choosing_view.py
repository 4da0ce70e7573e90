"""f: the views by their names, with counts; the filter that is on is kept as one."""

from __future__ import annotations

import re
from pathlib import Path

from tui.piloting import opened

from send_actions.store.reader import open_reader
from send_actions.store.view_reader import read_kept_views


def kept_in(place: Path) -> list[tuple[str, str]]:
    reader = open_reader(place)
    try:
        return [(view.name, view.terms) for view in read_kept_views(reader)]
    finally:
        reader.close()


async def test_f_lists_the_views_with_their_counts_and_enter_filters(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("f")
        assert " ".join(sitting.screen.split("▌")[-1].split()).startswith("overdue 2 Past their due date.")
        await sitting.press("j", "enter")
        assert "status:red  1 of 7" in sitting.screen
        assert sitting.row == "9.2"
        await sitting.press("f")
        assert "▌ • off track" in sitting.screen
        await sitting.press("escape", "escape")
        assert "of 7" not in sitting.screen


async def test_in_needs_attention_the_counts_are_of_what_is_questioned(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "a", "f")
        counted = next(
            line for line in sitting.screen.splitlines() if "off track" in line and "board" in line
        )
        await sitting.press("j", "enter")
        assert sitting.app.screen.kind == "attention"  # type: ignore[attr-defined]
        listed = [line for line in sitting.screen.splitlines() if "■ R" in line and "9.2" in line]
        assert f" {len(listed)}  Will" in counted


async def test_the_filter_that_is_on_is_kept_under_a_name_and_taken_back(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash", *"overdue", "enter", "f")
        assert "n keep this filter" not in sitting.screen  # every plan has that view
        await sitting.press("escape", "escape", "slash", *"area:9", "enter", "f", "n")
        await sitting.type("Overdue")
        await sitting.press("enter")
        assert "overdue is a view that every plan has: give this one another name." in sitting.screen
        await sitting.press(*["backspace"] * 7)
        await sitting.type("Therapies")
        await sitting.press("enter")
        assert sitting.foot.startswith("Kept as Therapies: f shows it · u to undo")
        assert kept_in(place) == [("Therapies", "area:9")]
        await sitting.press("f")
        assert "▌ • Therapies" in sitting.screen
        await sitting.press("escape", "u")
        assert kept_in(place) == []


async def test_a_view_of_the_plan_is_renamed_and_removed(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash", *"area:9", "enter", "f", "N", *"Nine", "enter", "f", "e")
        await sitting.type(" of them")
        await sitting.press("enter")
        assert kept_in(place) == [("Nine of them", "area:9")]
        await sitting.press("f", "delete")
        assert sitting.foot.startswith("No longer kept: Nine of them · u to undo")
        assert kept_in(place) == []
        await sitting.press("u")
        assert kept_in(place) == [("Nine of them", "area:9")]
        await sitting.press("colon")
        await sitting.type("nine of")
        assert "Nine of them" in sitting.screen


async def test_what_cannot_be_done_with_a_view_says_why(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("f", "n")
        assert "n keeps a filter that is on: Esc, then / filters" in sitting.screen
        await sitting.press("delete")
        assert "Del removes a view of this plan: this one every plan has" in sitting.screen
        await sitting.press("z")
        assert "z: nothing here" in sitting.screen
        await sitting.press("escape", "left_square_bracket", "f", "n")
        assert "Views are kept, renamed and removed today" in sitting.screen
        await sitting.press("enter")
        assert "overdue" in sitting.screen


async def test_in_history_f_says_where_views_are(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "h", "f")
        assert sitting.foot.startswith("f: views works in plan (g p) and needs attention (g a)")


async def test_at_80_columns_the_list_names_its_own_keys(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("f")
        words = " ".join(sitting.screen.split())
        assert "n keeps the filter that is on; of views of this plan e renames and Del removes one" in words


async def test_line_2_the_list_of_views_and_the_round_count_the_same(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("f")
        named = ("no update", "owes an update", "overdue")
        rows = "\n".join(sitting.screen.splitlines()[2:])
        counts = {name: match[1] for name in named if (match := re.search(rf" {name} +(\d+)", rows))}
        line_2 = sitting.screen.splitlines()[1]
        assert f"{counts['no update']} no update" in line_2
        assert f"{counts['overdue']} overdue" in line_2
        await sitting.press("escape", "g", "r")
        assert f" of {counts['owes an update']} " in "\n".join(sitting.screen.splitlines()[:2])
