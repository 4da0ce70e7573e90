"""A large plan is shown in outline first: what the first frame says is what the whole plan says."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import date
from pathlib import Path

import pytest
from benchmarks.plans import TODAY, make_large
from tui.piloting import Sitting, opened

from send_actions.domain.plan.vocabulary import Status
from send_actions.tui.app import SendActionsApp
from send_actions.tui.plan_reader import LARGE, PlanReader, Snapshot

READING = "Reading all that was said of"


class SlowReader(PlanReader):
    """A reader whose whole plan is long in coming: until it is there, there is the outline."""

    is_there = False

    def snapshot(self, as_at: date) -> Snapshot:
        """The whole plan once it is there."""
        return super().snapshot(as_at) if self.is_there else self.first_snapshot()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented plan just large enough."""
    return make_large(tmp_path_factory.mktemp("large") / "large.db", LARGE + 20)


@pytest.fixture
def large(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(made, tmp_path / "plan.db"))


@asynccontextmanager
async def opened_in_outline(place: Path, size: tuple[int, int]) -> AsyncIterator[tuple[Sitting, SlowReader]]:
    """The app on a plan of which the outline is there and the rest is not."""
    reader = SlowReader(str(place), lambda: TODAY)
    app = SendActionsApp(reader, actor="Ana")
    try:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Sitting(app, pilot), reader
    finally:
        app.session.writer.close()
        reader.close()


def _lists(sitting: Sitting) -> list[str]:
    """The lines at the top, those of the lists, and the foot: all but the detail beside or below them."""
    region = sitting.app.home.panes[-1].region
    lines = enumerate(sitting.screen.splitlines())
    return [line[: region.x] if y in range(region.y, region.bottom) else line for y, line in lines]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_the_first_frame_says_what_the_whole_plan_says(large: Path, size: tuple[int, int]) -> None:
    async with opened_in_outline(large, size) as (sitting, reader):
        assert READING in sitting.screen
        first = _lists(sitting)
        reader.is_there = True
        sitting.app.session.read_whole()
        await sitting.press()
        assert READING not in sitting.screen
        assert _lists(sitting)[:-1] == first[:-1]


async def test_no_key_is_done_on_an_outline_and_the_first_reads_the_whole(large: Path) -> None:
    async with opened_in_outline(large, (120, 36)) as (sitting, reader):
        begun = sitting.row
        await sitting.press("j")
        await sitting.press("s", "r")
        assert READING in sitting.screen
        assert sitting.row == begun
        assert not sitting.app.home.keyboard.takes_mouse(8)
        reader.is_there = True
        await sitting.press("j")
        assert READING not in sitting.screen
        assert sitting.row != begun
        assert sitting.app.home.keyboard.takes_mouse(8)
        await sitting.press("k", "s", "r")
        await sitting.type("Nobody left to do it")
        await sitting.press("enter")
        action = sitting.app.home.actions.action
        assert action
        assert (action.ref, action.status, action.reason) == (begun, Status.OFF_TRACK, "Nobody left to do it")


async def test_the_journey_of_a_large_plan_is_read_beside_the_keys(large: Path) -> None:
    async with opened(large, (120, 36), today=TODAY) as sitting:
        await sitting.press("g", "j")
        await sitting.app.workers.wait_for_complete()
        await sitting.press("[")
        assert "Journey  18 areas at 6 boards" in sitting.screen
        assert "11 March 2026" in sitting.screen


async def test_a_large_plan_with_a_damaged_row_is_refused_as_a_small_one_is(large: Path) -> None:
    with closing(sqlite3.connect(large, isolation_level=None)) as file:
        file.execute("update progress_update set note = x'00ff' where id = 5")
    reader = PlanReader(str(large), lambda: TODAY)
    app = SendActionsApp(reader, actor="Ana")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
    app.session.writer.close()
    reader.close()
    assert app.return_code == 1
    assert "is damaged, in row 5 of progress_update (note)" in str(app.refusal)


async def test_where_nothing_is_overdue_a_large_plan_is_read_whole_at_once(large: Path) -> None:
    with closing(sqlite3.connect(large, isolation_level=None)) as file:
        file.execute("update deadline set due = '2030-01-31'")
    reader = PlanReader(str(large), lambda: TODAY)
    assert not reader.first_snapshot().is_outline
    reader.close()


async def test_a_plan_that_is_not_large_is_read_whole_at_once(place: Path) -> None:
    reader = PlanReader(str(place), lambda: TODAY)
    assert not reader.first_snapshot().is_outline
    reader.close()
