"""A large plan is shown in outline first: what the first frame says is what the whole plan says."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

import pytest
from benchmarks.plans import TODAY, make_large
from tui.piloting import Sitting

from send_actions.domain.plan.vocabulary import Status
from send_actions.tui.app import SendActionsApp
from send_actions.tui.plan_reader import LARGE, PlanReader

READING = "Reading all that was said of"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented plan just large enough."""
    return make_large(tmp_path_factory.mktemp("large") / "large.db", LARGE + 20)


@pytest.fixture
def large(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(made, tmp_path / "plan.db"))


@contextmanager
def held(place: Path) -> Iterator[None]:
    """Nobody else can read the plan meanwhile."""
    with closing(sqlite3.connect(place, isolation_level=None)) as holder:
        holder.execute("begin exclusive")
        yield
        holder.execute("rollback")


@asynccontextmanager
async def opened_in_outline(place: Path, size: tuple[int, int]) -> AsyncIterator[tuple[Sitting, str]]:
    """The app on a plan, and its first frame, made while no more of the plan could be read."""
    reader = PlanReader(str(place), lambda: TODAY)
    app = SendActionsApp(reader, actor="Ana")
    try:
        with held(place):
            running = app.run_test(size=size)
            pilot = await running.__aenter__()
            sitting = Sitting(app, pilot)
            await pilot.press("j")
            await pilot.pause()
            first = sitting.screen
        try:
            yield sitting, first
        finally:
            await running.__aexit__(None, None, None)
    finally:
        app.session.writer.close()
        reader.close()


def _lists(screen: str, sitting: Sitting) -> list[str]:
    """The lines at the top and those of the lists, without the detail beside or below them."""
    region = sitting.app.home.panes[-1].region
    lines = screen.splitlines()[:-4]  # the foot, and what it takes of the panes for two lines of words
    return [
        line[: region.x] if place in range(region.y, region.bottom) else line
        for place, line in enumerate(lines)
        if region.x or place not in range(region.y, region.bottom)
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_the_first_frame_says_what_the_whole_plan_says(large: Path, size: tuple[int, int]) -> None:
    async with opened_in_outline(large, size) as (sitting, first):
        assert READING in first
        await sitting.press()
        sitting.app.session.look_outside()
        await sitting.press()
        assert READING not in sitting.screen
        assert _lists(first, sitting) == _lists(sitting.screen, sitting)


async def test_no_key_is_done_on_an_outline_and_the_next_reads_the_whole(large: Path) -> None:
    async with opened_in_outline(large, (120, 36)) as (sitting, first):
        assert "is being written by another program" in " ".join(first.split())
        begun = sitting.row
        await sitting.press("j")
        assert READING not in sitting.screen
        assert sitting.row != begun
        await sitting.press("k", "s", "r")
        await sitting.type("Nobody left to do it")
        await sitting.press("enter")
        action = sitting.app.home.actions.action
        assert action
        assert (action.ref, action.status, action.reason) == (begun, Status.OFF_TRACK, "Nobody left to do it")


async def test_a_plan_that_is_not_large_is_read_whole_at_once(place: Path) -> None:
    reader = PlanReader(str(place), lambda: TODAY)
    assert not reader.first_snapshot().is_outline
    reader.close()
