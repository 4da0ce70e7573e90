"""`I` issues what was written last: to the meeting under the cursor, asked about once, taken back by undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import TODAY
from tui.piloting import Sitting, opened
from tui.test_writing_papers import said

from send_actions.domain.plan import Plan
from send_actions.papers.issued_paper import IssuedPaper
from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.commands.catalogue import USUAL
from send_actions.tui.commands.issuing_here import none_written
from send_actions.tui.room_reader import RoomReader

WROTE = ("x", "b", "enter")


@pytest.fixture(autouse=True)
def _no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def plan_of(place: Path) -> Plan:
    reader = open_reader(str(place))
    try:
        return read_plan(reader, TODAY)
    finally:
        reader.close()


def whole(sitting: Sitting) -> str:
    """The screen as one line."""
    return " ".join(sitting.screen.split())


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)])
async def test_a_paper_is_issued_to_the_next_meeting_and_undo_takes_it_back(
    place: Path, size: tuple[int, int]
) -> None:
    record = plan_of(place).record
    async with opened(place, size) as sitting:
        await sitting.press(*WROTE)
        assert "I issues it for a meeting" in said(sitting)
        await sitting.press("I")
        asked = f"Issue the board paper of record {record}, as at 31 March 2026, for Board of 15 April 2026?"
        assert asked in said(sitting)
        assert not plan_of(place).papers
        await sitting.press("y")
        assert f"Issued at record {record}, board, for Board of 15 April 2026 · u to undo" in said(sitting)
        await sitting.press("g", "b")
        assert f"Paper Issued at record {record}, board, 31 March 2026" in whole(sitting)
        (paper,) = plan_of(place).papers
        content = (place.parent / "board-2026-03-31.docx").read_bytes()
        of_file = IssuedPaper("board", TODAY, record, "board", paper.meeting_id or 0, content)
        assert (paper.record, paper.digest) == (record, of_file.digest)
        await sitting.press("u")
        assert "Paper Issued at record" not in whole(sitting)
    assert not plan_of(place).papers


async def test_the_key_that_asked_does_not_issue(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*WROTE)
        await sitting.press("I", "I")
    assert not plan_of(place).papers


async def test_without_a_paper_it_says_how_one_is_written(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("I")
        assert sitting.foot == none_written(USUAL)


async def test_the_same_twice_is_said_and_another_is_asked_about(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*WROTE)
        await sitting.press("I", "y")
        await sitting.press("I")
        assert sitting.foot == "It was issued for the meeting of 15 April 2026 already"
        await sitting.press("escape", "x", "b", "enter", "enter")
        await sitting.press("I")
        words = said(sitting, 8)
        assert "A board paper was issued for the meeting of 15 April 2026" in words
        assert "this one would take its place" in words
        await sitting.press("y")
    assert len(plan_of(place).papers) == 2


async def test_a_meeting_that_was_held_is_asked_about(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*WROTE)
        await sitting.press("g", "b", "k", "I")
        assert "The meeting of 11 March 2026 was before 31 March 2026" in said(sitting)
        await sitting.press("y")
        assert "Issued at record" in whole(sitting)
    (paper,) = plan_of(place).papers
    assert plan_of(place).meetings_by_id[paper.meeting_id or 0].on.isoformat() == "2026-03-11"


async def test_looking_back_and_before_a_board_it_is_off(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("[", *WROTE)
        await sitting.press("I")
        assert "I issue is off while looking back: Esc for today" in said(sitting)
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press(*WROTE, "enter")
        assert "I issues it" not in said(sitting)
        await sitting.press("I")
        assert "I issue is off" in said(sitting)
    assert not plan_of(place).papers


async def test_a_public_paper_is_written_with_a_warning_of_a_name_and_what_to_do(place: Path) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("m", *"Tom Smith still waits", "enter")
        await sitting.press("x", "p", "enter")
        words = said(sitting, 6)
        assert "Somebody's name or age seems to stand in the words of 9.3: say the role there" in words
        assert "Tom Smith" not in words


async def test_a_list_and_what_is_for_one_owner_are_not_issued(place: Path) -> None:
    async with opened(place, (120, 36)) as sitting:
        for letter in ("l", "h"):
            await sitting.press("x", letter, "enter")
            assert "Wrote" in said(sitting, 8)
            assert "I issues it" not in said(sitting, 8)
            await sitting.press("I")
            assert sitting.foot == none_written(USUAL)
            await sitting.press("escape")


async def test_in_history_where_u_takes_back_another_change_undo_is_not_offered(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press(*WROTE, "g", "h", "j", "I", "y")
        assert "Issued at record" in said(sitting)
        assert "to undo" not in said(sitting)
