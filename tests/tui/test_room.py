"""The layout uses the room it has: whole titles, leads and last words beside them, areas with counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.store.database import open_store
from send_actions.tui.widgets.rows import Heading, Rows

LONG = "Agree with families what is to be said of"


@pytest.mark.parametrize("size", [(120, 30), (160, 48)], ids=["120x30", "160x48"])
async def test_no_title_is_cut_while_the_list_is_short(place: Path, size: tuple[int, int]) -> None:
    async with opened(place, size) as sitting:
        rows = ["".join(line.split("││")[1:2]) for line in sitting.screen.splitlines()[3:12]]
        assert "…" not in "".join(rows)
        assert "equipment assessments" in " ".join(" ".join(rows).split())


async def test_no_title_of_the_whole_plan_is_cut_where_the_list_has_the_height_of_the_screen(
    place: Path,
) -> None:
    for number in range(1, 40):
        KeptPlan(place, open_store(place)).action(f"14.{number + 1}", title=f"{LONG} {number}")
    async with opened(place, (160, 48)) as sitting:
        await sitting.press("escape", "home")
        for keys in ([], ["enter", "end"], ["pageup"]):
            await sitting.press(*keys)
            rows = [line.split("││")[1] for line in sitting.screen.splitlines()[4:46]]
            assert "…" not in "".join(rows)
        last = sitting.row.removeprefix("14.")
        words = " ".join(" ".join(row[36:67] for row in rows).split())
        assert f"said of {int(last) - 1} " in f"{words} "


async def test_from_160_columns_areas_actions_and_detail_stand_side_by_side(place: Path) -> None:
    async with opened(place, (160, 48)) as sitting:
        top, *rows, _, _ = sitting.screen.splitlines()[2:]
        assert top.count("╭─") == 3
        assert ["─ Areas ─" in top, "─ 9 Occupational therapy pathway ─" in top, "─ 9.3 ─" in top] == [
            True
        ] * 3
        assert all(row.count("││") == 2 for row in rows[:-1])
        for columns, panes in ((159, 2), (160, 3)):
            await sitting.pilot.resize_terminal(columns, 48)
            await sitting.press()
            assert sitting.screen.splitlines()[2].count("╭─") == panes
        await sitting.press("right")
        assert sitting.app.screen.query_one("#detail").has_focus


async def test_a_list_longer_than_the_room_has_one_line_for_each(place: Path) -> None:
    async with opened(place, (120, 16)) as sitting:
        assert [line for line in sitting.screen.splitlines() if "Agree who pays" in line and "…" in line]


async def test_where_there_is_room_the_lead_and_the_last_word_have_columns(place: Path) -> None:
    async with opened(place, (240, 48)) as sitting:
        lines = sitting.screen.splitlines()
        assert lines[3].split("││")[1].split() == [
            "Ref",
            "Status",
            "Due",
            "Action",
            "Lead",
            "Last",
            "said",
        ]
        row = next(line for line in lines if " 9.2 " in line)
        assert "nobody named" in row
        assert "20 Mar 26" in row
    async with opened(place, (200, 48)) as sitting:
        assert "Last said" not in sitting.screen


async def test_an_area_shows_its_judgement_and_its_actions(place: Path) -> None:
    async with opened(place) as sitting:
        row = next(line for line in sitting.screen.splitlines() if "  9  Occ" in line)
        assert "4 R↓ R1 A1" in row.split("││")[0]


async def test_what_was_said_stands_beside_how_it_stands_where_there_is_room(place: Path) -> None:
    async with opened(place, (159, 48)) as sitting:
        await sitting.press("k")
        row = next(line for line in sitting.screen.splitlines() if "20 Mar 26  ■ R  Funding dispute" in line)
        assert "■ R Off track" in row.split("││")[1]


def test_rows_that_do_not_all_fit_have_one_line_each() -> None:
    def tall(place: int, _width: int) -> list[list[tuple[str, str]]]:
        return [[(f"{place}.{part}", "")] for part in range(2)]

    ids = [Heading("a"), 1, 2]
    fits, short = (Rows(ids, lambda place, _w: [(str(place), "")], tall, room=room) for room in (6, 5))
    assert [fits.at(line) for line in range(7)] == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0)]
    assert (fits.lines, fits.start(2), fits.height(2), fits.line(2, 1, 9)) == (6, 4, 2, [("2.1", "")])
    assert (short.lines, short.at(2), short.line(2, 0, 9)) == (3, (2, 0), [("2", "")])
    assert (fits.settle(0, 1), fits.above(1)) == (1, 0)
