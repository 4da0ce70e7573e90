"""The app for the room: what a board's paper would show, in every view, and nothing that can be changed."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from secret_plan import TODAY, SecretPlan, a_secret_plan
from tui.piloting import Sitting, opened

from send_actions.tui.plan_reader import PlanReader
from send_actions.tui.room_reader import RoomReader
from send_actions.tui.screens.home import HomeScreen
from send_actions.tui.text_layout import Line
from send_actions.tui.views import VIEWS
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading
from send_actions.tui.widgets.table import Table

ROWS = 9
"""Rows of each view that are walked: more than any has of the plan of secrets."""

SHOWS_NOTHING_OF_IT = {"close", "has_changed", "look_back", "silent", "today", "journey"}
"""What a reader tells nothing of the plan's words with; `journey` is what `journey_seen` makes of it."""


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> SecretPlan:
    plan = a_secret_plan(tmp_path_factory.mktemp("secret"))
    plan.kept.store.close()
    return plan


def test_whatever_a_reader_tells_of_the_plan_has_its_own_answer_for_the_room() -> None:
    told = {name for name in vars(PlanReader) if not name.startswith("_")}
    assert told - vars(RoomReader).keys() - SHOWS_NOTHING_OF_IT == set()


def test_nor_has_it_anything_else_that_tells_of_the_plan(place: Path) -> None:
    with closing(RoomReader(str(place), lambda: TODAY)) as reader:
        assert {name for name in vars(reader) if not name.startswith("_")} == {"place", "views", "asked"}
        assert reader.asked(reader.first_snapshot().plan, None) == {}
        assert reader.views() == ()


def text(lines: Sequence[Line]) -> str:
    return "\n".join("".join(words for words, _ in line) for line in lines)


def told_whole(sitting: Sitting) -> Iterator[str]:
    """What stands on the screen, and all that its pages and tables have above, below and beside that."""
    yield sitting.screen
    for pane in sitting.app.screen.query(Page):
        yield text(pane.lines)
    for table in sitting.app.screen.query(Table):
        yield from (str(row) for row in table.ids if isinstance(row, Heading))


async def walk(sitting: Sitting) -> str:
    """The rows of every view with what is told of each, and what Enter on the first leads to."""
    found: list[str] = []
    for view in VIEWS:
        await sitting.press("g", view.letter)
        found += told_whole(sitting)
        for _ in range(ROWS):
            await sitting.pilot.press("j")
            found += told_whole(sitting)
        await sitting.press("enter")
        found += told_whole(sitting)
        await sitting.press("g", "p")
    for prompt in ("f", "x", "question_mark"):
        await sitting.press(prompt)
        found += told_whole(sitting)
        await sitting.press("escape")
    return "\n".join(found)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_no_view_has_a_word_of_what_is_held_back(secret: SecretPlan, size: tuple[int, int]) -> None:
    async with opened(secret.kept.place, size, today=TODAY, reader=RoomReader) as sitting:
        said = await walk(sitting)
        await sitting.press("[", "[")
        said += await walk(sitting)
    assert secret.seen in said
    assert "1.2" in said
    assert [mark for mark in (*secret.names, *secret.never) if mark in said] == []
    assert "example.org" not in said


async def test_to_those_who_keep_the_plan_the_same_walk_shows_it(secret: SecretPlan) -> None:
    async with opened(secret.kept.place, (120, 36), today=TODAY) as sitting:
        said = await walk(sitting)
    assert len([mark for mark in (*secret.names, *secret.never) if mark in said]) > 20


async def test_every_key_that_changes_the_plan_says_why_it_is_off(place: Path) -> None:
    changing = [command for command in HomeScreen.SCREEN_COMMANDS if command.changes and command.keys]
    assert len(changing) >= 8
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("enter")
        for command in changing:
            await sitting.press(command.keys[0])
            off = f"{command.shown.split()[0]} {command.words} is off here: this is what the board sees"
            assert off in sitting.foot
        assert not sitting.app.session.is_writing


async def test_the_foot_offers_no_key_that_is_off(place: Path) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        for keys in (("enter",), ("g", "a"), ("g", "l"), ("space",)):
            await sitting.press(*keys)
            assert "status" not in sitting.foot
            assert "note" not in sitting.foot


async def test_a_write_that_is_begun_all_the_same_is_refused(place: Path) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        refusals: list[str] = []
        done: list[object] = []
        sitting.app.session.write(
            lambda _store, _author: None, done.append, lambda refusal: refusals.append(str(refusal))
        )
        await sitting.app.settle()
        assert (refusals, done) == (
            ["Not saved here: this is what the board sees, and nothing can be changed"],
            [],
        )


@pytest.mark.parametrize(("letter", "why"), [("r", "The round is off here"), ("h", "History is off here")])
async def test_a_view_that_the_room_does_not_see_says_why(place: Path, letter: str, why: str) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("g", letter)
        assert why in sitting.foot
        assert sitting.app.screen is sitting.app.home


async def test_line_1_says_for_whom_it_is_shown(place: Path) -> None:
    async with opened(place, (80, 24), reader=RoomReader) as sitting:
        assert "what the board sees · 31 March 2026" in sitting.screen.splitlines()[0]


async def test_a_paper_written_in_the_room_is_the_board_s(secret: SecretPlan) -> None:
    async with opened(secret.kept.place, today=TODAY, reader=RoomReader) as sitting:
        for letter in ("w", "b"):
            name = (*"paper", letter)
            await sitting.press("x", letter, "ctrl+u", *name, "ctrl+k", "full_stop", *"md", "enter")
    papers = list(secret.kept.place.parent.glob("paper?.md"))
    assert len(papers) == 2
    said = "".join(paper.read_text(encoding="utf-8") for paper in papers)
    assert [mark for mark in (*secret.names, *secret.never) if mark in said] == []


def test_the_room_s_reader_takes_what_the_plan_s_does() -> None:
    assert inspect.signature(RoomReader) == inspect.signature(PlanReader)


async def test_menus_leave_out_what_is_closed_and_its_key_says_why(place: Path) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("g")
        assert "r round" not in sitting.screen
        assert "h history" not in sitting.screen
        await sitting.press("r")
        assert "The round is off here: it asks for updates" in sitting.screen
        await sitting.press("escape", "question_mark")
        assert "Set the status" not in sitting.screen
        assert "Each action that owes an update" not in sitting.screen
        await sitting.press("escape", "colon")
        await sitting.type("history")
        assert "Who changed what" not in sitting.screen


async def test_only_papers_that_a_board_is_given_are_offered(place: Path) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("enter", "x")
        assert "b board paper" in sitting.screen
        assert "handover" not in sitting.screen
        assert "to do for" not in sitting.screen
        await sitting.press("h")
        assert "h handover is off here: it is not for the board" in " ".join(sitting.screen.split())


async def test_a_letter_is_not_said_to_do_what_is_off(place: Path) -> None:
    async with opened(place, reader=RoomReader) as sitting:
        await sitting.press("r")
        assert sitting.foot == "r: nothing here; ? names the keys"
        await sitting.press("g", "i", "n")
        assert sitting.foot == "n: nothing here; ? names the keys"
