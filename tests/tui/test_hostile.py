"""What anyone typed or imported is text: it never acts, and long or wide text stays calm."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from rich.cells import cell_len
from textual.strip import Strip
from tui.piloting import opened

from send_actions.changes.plan import revise_legend
from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store
from send_actions.tui.app import SendActionsApp
from send_actions.tui.drawing.overview import first_screen

HOSTILE = "[/x] [red]R[/] [@click=app.exit]click[/] [link=http://x]l[/link] \\[b] {0} %s"
CONTROL = "\x1b]52;c;aGFjaw==\x07\x1b[2J\x9b31m\u202egnp"
SCREENS = [
    [],
    ["escape"],
    ["enter"],
    ["g", "a"],
    ["g", "h"],
    ["g", "b"],
    ["s"],
    ["s", "r"],
    ["d"],
    ["o"],
    ["d", "x", "enter"],
    ["="],
    ["question_mark"],
    ["slash"],
]


def _hostile(folder: Path, text: str) -> KeptPlan:
    kept = a_kept_plan(folder)
    kept.area("9", title=text, theme=text, outcome=text, headline=text, on="2026-01-01")
    kept.action("9.3", title=text, success_measure=text, partners=text, due="2026-01-31", on="2026-01-01")
    kept.say("9.3", "at-risk", note=text, path=text, actor=text)
    kept.judge("9", "on-track", text)
    entry = replace(kept.plan().legend_of(Status.AT_RISK), word="Worry")
    revise_legend(kept.store, entry, **kept.by())
    kept.insert("meeting", on=date(2026, 3, 11), series="Board", listed_on=date(2025, 9, 1))
    return kept


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    @cache
    def make(text: str) -> Path:
        kept = _hostile(tmp_path_factory.mktemp("hostile"), text)
        kept.store.close()
        return kept.place

    return make


@pytest.fixture
def hostile(_made: Callable[[str], Path], tmp_path: Path) -> Callable[[str], Path]:
    """A plan that says a text wherever it has words: made once, a copy for each test."""
    return lambda text: Path(shutil.copy(_made(text), tmp_path))


def _as_stored(place: Path, text: str) -> None:
    """Put a text into the file as a program that does not clean would."""
    with sqlite3.connect(place) as connection:
        connection.execute("update action set title = ?, ref = '9' || ?", (text, text))
        connection.execute("update area set title = ?, theme = ?, number = ?", (text, text, text))
        connection.execute("update progress_update set note = ?", (text,))
        connection.execute("update meeting set series = ?", (text,))
        connection.execute("update plan set title = ?, partnership = ?, main_series = ?", (text, text, text))
        connection.execute("update legend set word = ?", (text,))
        connection.execute("update owner set role = ?, organisation = ?", (text, text))
        connection.execute("update change set label = ?, actor = ?", (text, text))


def _is_calm(text: str) -> bool:
    return not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c == "\u202e" for c in text)


def _drawn(app: SendActionsApp) -> list[Strip]:
    return app.screen._compositor.render_strips()


@pytest.mark.parametrize("size", [(80, 24), (120, 30)])
@pytest.mark.parametrize("keys", SCREENS)
async def test_markup_is_shown_as_it_was_typed(
    hostile: Callable[[str], Path], keys: list[str], size: tuple[int, int]
) -> None:
    async with opened(hostile(HOSTILE), size) as sitting:
        await sitting.press(*keys)
        assert "[/x] [red]R" in sitting.screen or keys in (["g", "b"], ["question_mark"])
        assert not any(
            segment.style and segment.style.meta.get("@click")
            for strip in _drawn(sitting.app)
            for segment in strip
        )


@pytest.mark.parametrize("keys", SCREENS)
async def test_control_characters_in_a_file_never_reach_the_terminal(
    hostile: Callable[[str], Path], keys: list[str]
) -> None:
    place = hostile("calm")
    _as_stored(place, CONTROL)
    for size in ((80, 24), (120, 30)):
        async with opened(place, size) as sitting:
            await sitting.press(*keys)
            assert _is_calm("".join(strip.text for strip in _drawn(sitting.app)))


def test_control_characters_in_a_file_never_reach_a_pipe(hostile: Callable[[str], Path]) -> None:
    place = hostile("calm")
    _as_stored(place, CONTROL)
    kept = KeptPlan(place, open_store(place))
    assert _is_calm(first_screen(kept.plan(), kept.plan("2026-03-12")).replace("\n", ""))


async def test_what_is_pasted_into_a_field_is_cleaned(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m")
        await sitting.app.screen.keyboard.take_paste(f"one\ntwo {CONTROL}")  # type: ignore[attr-defined]
        await sitting.press("enter")
    note = KeptPlan(place, a_kept_plan(place.parent, name="other.db").store).timeline("9.3").updates[0].note
    assert note.startswith("one two")
    assert "\x1b" not in note


@pytest.mark.parametrize(
    "title",
    ["word " * 80, "x" * 400, "漢字かな" * 100, "e\u0301" * 300, "👩‍👩‍👧‍👦" * 60],
    ids=["words", "one", "wide", "marks", "joined"],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 30), (160, 48)])
async def test_a_long_or_wide_title_never_breaks_a_line(
    hostile: Callable[[str], Path], title: str, size: tuple[int, int]
) -> None:
    place = hostile("calm")
    _as_stored(place, title)
    async with opened(place, size) as sitting:
        for keys in ([], ["enter"], ["escape", "escape"], ["g", "a"]):
            await sitting.press(*keys)
            assert all(cell_len(strip.text) == size[0] for strip in _drawn(sitting.app))
