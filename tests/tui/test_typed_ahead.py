"""Keys typed in one burst, also before the first frame, do what the same keys do when typed apart.

SEND_ACTIONS_SCRIPTS=10000 tries as many scripts instead of 200.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import Final

import pytest
from terminals import Terminal
from textual import events
from textual._compositor import Compositor
from textual.keys import _character_to_key
from tui.piloting import TODAY

from send_actions.tui.app import SendActionsApp
from send_actions.tui.internals import now, screen_text
from send_actions.tui.plan_reader import PlanReader

SCRIPTS: Final = int(os.environ.get("SEND_ACTIONS_SCRIPTS", "200"))
PARTS: Final = 8
SITTING: Final = 24
"""Scripts in one sitting after the one that is typed before its first frame."""

PAUSE: Final = 10.0
"""Seconds between two scripts: nothing that was meant for the keys of one has to do with the next."""

CHARACTERS: Final = {"enter": "\r", "ctrl+j": "\n", "escape": "\x1b", "tab": "\t", "backspace": "\x7f"}
KEYS: Final = (
    *["j", "k", "down", "up", "left", "right", "tab", "shift+tab", "pageup", "pagedown", "home", "end", "G"],
    *"gpahlb" * 2,
    *"sragcehwn=" * 2,
    *"mMdoi1234xz",
    *["enter"] * 4,
    "ctrl+j",
    *["escape"] * 3,
    *[" ", "shift+down", "ctrl+a", "/", ",", "[", "]", "u", "U", "?", ":", "ctrl+p", "ctrl+g", "ctrl+t"],
    *["y", "Y", "9", ".", "3", "2", "q", "n", "backspace", "f9"],
)
SIZES: Final = ((64, 18), (80, 24), (64, 18), (120, 30))


Script = tuple[int, Sequence[str]]
"""A script of keys, and the seed it was made from."""


def a_key(name: str, at: float) -> events.Key:
    """A key as a terminal sends it, typed at a moment."""
    is_character = len(name) == 1
    known_as, character = (_character_to_key(name), name) if is_character else (name, CHARACTERS.get(name))
    key = events.Key(known_as, character)
    key.time = at
    return key


class EarlyApp(SendActionsApp):
    """The app with keys in its queue before it has drawn anything."""

    early: Sequence[str] = ()

    def on_load(self) -> None:
        """Type before the first frame."""
        for name in self.early:
            self.post_message(a_key(name, now()))


@asynccontextmanager
async def a_sitting(place: Path, size: tuple[int, int], early: Sequence[str] = ()) -> AsyncIterator[EarlyApp]:
    reader = PlanReader(str(place), lambda: TODAY)
    app = EarlyApp(reader, actor="Ana")
    app.early = early
    try:
        async with app.run_test(size=size):
            yield app
    finally:
        app.session.writer.close()
        reader.close()


async def type_apart(app: SendActionsApp, script: Sequence[str], began: float) -> None:
    """Type keys a tenth of a second apart, the plan at rest before each."""
    for place, name in enumerate(script):
        if app.is_running:
            app.post_message(a_key(name, began + place / 10))
            await app.settle()


async def type_at_once(app: SendActionsApp, script: Sequence[str], at: float) -> None:
    """Type all keys in one moment."""
    for name in script:
        app.post_message(a_key(name, at))
    await app.settle()


def ended(app: SendActionsApp, place: Path) -> tuple[int | None, list[tuple[int, str]], str]:
    """How it ended: the exit code or the screen, and the last changes in the plan's file."""
    with sqlite3.connect(place) as file:
        last = file.execute("select id, label from change order by id desc limit 4").fetchall()
    shown = re.sub(r"\b\d\d:\d\d\b", "--:--", screen_text(app.screen)) if app.is_running else ""
    shown = shown.replace("/burst", "/apart")
    return (app.return_code, last, shown)


def the_script(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311  it chooses keys
    return ["escape", *(chance.choice(KEYS) for _ in range(chance.randint(2, 5)))]


async def follow(
    places: tuple[Path, Path], size: tuple[int, int], first: Script, scripts: Iterator[Script]
) -> None:
    """Play scripts in two sittings, apart in one and at once in the other, the first of them early there."""
    apart, at_once = places
    async with a_sitting(apart, size) as slow, a_sitting(at_once, size, early=first[1]) as fast:
        await asyncio.gather(slow.settle(), fast.settle())
        at = now()
        await type_apart(slow, first[1], at)
        assert ended(fast, at_once) == ended(slow, apart), ("before the first frame", *first)
        for seed, script in islice(scripts, SITTING):
            if not slow.is_running:
                return
            at += PAUSE
            await type_apart(slow, script, at)
            await type_at_once(fast, script, at)
            assert ended(fast, at_once) == ended(slow, apart), (seed, script)


@pytest.fixture
def unpainted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint only what is compared, but for one part of the scripts."""

    def left_out(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    if request.node.callspec.params["part"]:
        monkeypatch.setattr(Compositor, "render_update", left_out)


@pytest.mark.usefixtures("unpainted")
@pytest.mark.parametrize("part", range(PARTS))
async def test_keys_in_one_burst_do_what_they_do_apart(place: Path, part: int) -> None:
    places = tuple(place.parent / which / "plan.db" for which in ("apart", "burst"))
    for each in places:  # a paper written in one sitting stands in no other's way
        each.parent.mkdir()
        shutil.copy(place, each)
    scripts = ((seed, the_script(seed)) for seed in range(part, SCRIPTS, PARTS))
    while (first := next(scripts, None)) is not None:
        await follow((places[0], places[1]), SIZES[part % len(SIZES)], first, scripts)


async def typed_into(place: Path, *bursts: Sequence[str]) -> tuple[str, ...]:
    """What stands on the screen after bursts that come a second apart, and what was last changed."""
    async with a_sitting(place, (120, 30)) as app:
        await app.settle()
        began = now()
        for turn, burst in enumerate(bursts):
            for name in burst:
                app.post_message(a_key(name, began + turn))
            await app.settle()
        return (screen_text(app.screen), ended(app, place)[1][0][1])


async def test_enter_typed_before_the_first_frame_is_a_line_feed_and_counts(place: Path) -> None:
    async with a_sitting(place, (120, 30), [*"mEarly", "ctrl+j", *"9.4", "ctrl+j"]) as app:
        await app.settle()
        assert app.home.actions.action
        assert app.home.actions.action.ref == "9.4"
        assert ended(app, place)[1][0][1] == "Note on 9.3"


async def test_what_was_meant_for_a_refused_key_is_let_go_only_in_the_same_burst(place: Path) -> None:
    screen, _ = await typed_into(place, ["["], [*"sr", *"why", "enter"])
    assert "s status is off while looking back" in screen
    screen, _ = await typed_into(place, ["["], ["s"], ["r"])
    assert "r: g then r goes to round" in screen
    screen, _ = await typed_into(place, ["["], ["s"], ["enter"])
    assert "Esc back" in screen.splitlines()[-1] or "Esc today" in screen.splitlines()[-1]


async def test_an_unmarked_paste_saves_its_first_line_and_keeps_the_rest(place: Path) -> None:
    screen, last = await typed_into(place, ["m"], [*"Staff left", "enter", *"3 posts; quick jump u", "enter"])
    assert last == "Note on 9.3"
    assert "Note on 9.3 · u to undo · more came with it: m on 9.3 shows the rest" in screen
    screen, _ = await typed_into(
        place, ["m"], [*"Two lines", "enter", *"the second", "enter"], ["m"], ["enter"]
    )
    assert "the second" in screen


async def test_a_line_break_at_the_end_of_an_unmarked_paste_saves_and_no_more(place: Path) -> None:
    screen, _ = await typed_into(place, ["m"], [*"One line", "enter", "ctrl+j"])
    assert screen.splitlines()[-1].strip() == "Note on 9.3 · u to undo"


async def test_keys_after_a_save_by_hand_are_commands(place: Path) -> None:
    _, last = await typed_into(place, ["m"], [*"By hand"], ["enter"], ["u"])
    assert last == "Undo: Note on 9.3"


async def test_keys_in_one_burst_with_the_escape_that_leaves_a_form_are_commands(place: Path) -> None:
    screen, _ = await typed_into(place, ["m"], [*"Words"], ["escape", "k", "k"])
    assert "▌ 9.1" in screen


def test_a_key_split_on_its_way_is_no_escape(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEND_ACTIONS_ESC_WAIT", "20000")
    with Terminal(pinned) as terminal:
        terminal.until("Start an advice line")
        terminal.type("k\x1b")
        terminal.until("▌ 9.2")
        terminal.type("[B")
        assert "LOOKING BACK" not in terminal.until("▌ 9.3")


def test_keys_lie_ready_before_the_program_has_begun(pinned: Path) -> None:
    with Terminal(pinned) as terminal:
        terminal.type("mTyped before anything stood\r9.4\r")
        terminal.until("▌ 9.4")
        terminal.type("qy")
        assert terminal.leaves_with() == 0
    with sqlite3.connect(pinned) as file:
        last = file.execute("select label from change order by id desc limit 1").fetchone()
    assert last == ("Note on 9.3",)


async def test_what_was_typed_before_the_form_stood_is_no_paste_though_it_was_read_slowly(
    place: Path,
) -> None:
    async with a_sitting(place, (120, 30)) as app:
        await app.settle()
        began = now() - 5
        for turn, name in enumerate(["m", *"Note", "enter", *"9.4", "enter"]):
            app.post_message(a_key(name, began + (0.03 if turn else 0)))
        await app.settle()
        assert app.home.actions.action
        assert app.home.actions.action.ref == "9.4"
