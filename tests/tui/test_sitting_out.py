"""Trouble with the file while one looks: the app says so, keeps what it shows, and goes on after it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import TODAY, Sitting, opened

from send_actions.store.database import open_store

TROUBLES = ["removed", "locked", "truncated"]


def kept(place: Path) -> KeptPlan:
    """The same plan, as somebody else holds it."""
    return KeptPlan(place, open_store(place))


def _trouble(place: Path, kind: str) -> sqlite3.Connection | None:
    if kind == "removed":
        place.rename(place.with_suffix(".away"))
    elif kind == "truncated":
        shutil.copy(place, place.with_suffix(".away"))
        os.truncate(place, 5000)
    else:
        holder = sqlite3.connect(place, isolation_level=None)
        holder.execute("pragma locking_mode=exclusive")
        holder.execute("begin exclusive")
        return holder
    return None


def _mend(place: Path, holder: sqlite3.Connection | None) -> None:
    if holder:
        holder.execute("rollback")
        holder.close()
    else:
        place.with_suffix(".away").replace(place)


@pytest.mark.parametrize("kind", TROUBLES)
async def test_every_look_sits_out_trouble_and_goes_on_after_it(place: Path, kind: str) -> None:
    async with opened(place) as sitting:
        kept(place).say("9.4", "at-risk", note="Before the trouble", actor="Bo")
        holder = _trouble(place, kind)
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.screen
        await sitting.press("[", "escape", "j", "k", "u", "U", "g", "h", "j", "escape", "ctrl+g")
        await sitting.type("28/01/2026")
        await sitting.press("enter", "escape")
        assert sitting.app.return_code is None
        assert "Start an advice line" in sitting.screen
        _mend(place, holder)
        sitting.app.session.look_outside()
        await sitting.press("9", "full_stop", "4", "enter")
        assert "Before the trouble" in sitting.screen
        assert "cannot be read" not in sitting.screen


async def test_the_trouble_is_said_at_the_foot_and_typed_words_stay(place: Path) -> None:
    async with opened(place) as sitting:
        holder = _trouble(place, "removed")
        sitting.app.session.look_outside()
        assert f"The plan {place} cannot be read" in _words(sitting)
        await sitting.press("m", *"Kept")
        sitting.app.session.look_outside()
        await sitting.press("enter")
        assert "Note Kept" in _words(sitting)
        _mend(place, holder)
        await sitting.press("enter")
    assert kept(place).timeline("9.3").updates[0].note == "Kept"


def _put_in_its_place(file: Path, place: Path) -> None:
    file.replace(place)


def _words(sitting: Sitting) -> str:
    return " ".join(sitting.screen.split())


async def test_another_file_in_the_plans_place_is_read_from_its_first_word(place: Path) -> None:
    another = Path(shutil.copy(place, place.with_name("another.db")))
    kept(place).say("9.2", "at-risk", note="Said in the first file", actor="Bo")
    kept(another).say("9.2", "at-risk", note="Said in the second file", actor="Cy")
    async with opened(place) as sitting:
        await sitting.press("k")
        assert "Said in the first file" in sitting.screen
        await sitting.press("g", "h")
        assert "Bo" in sitting.screen.splitlines()[4]
        _put_in_its_place(another, place)
        sitting.app.session.look_outside()
        await sitting.press()
        assert "Cy" in sitting.screen.splitlines()[4]
        await sitting.press("escape")
        assert "Said in the second file" in sitting.screen
        assert "Said in the first file" not in sitting.screen


async def test_what_could_not_be_read_when_it_was_noticed_is_read_at_the_next_look(place: Path) -> None:
    writer = sqlite3.connect(place, isolation_level=None)
    due: list[str] = []

    def clock() -> date:
        """While one looks what day it is, somebody begins to write."""
        while due:
            writer.execute(due.pop())
        return TODAY

    async with opened(place, clock=clock) as sitting:
        kept(place).say("9.4", "complete", proof="Waits at 17 weeks", actor="Bo")
        due.append("begin exclusive")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "√ C Complete     30 Jun 26" not in sitting.screen
        writer.execute("rollback")
        sitting.app.session.look_outside()
        await sitting.press()
        assert "√ C Complete     30 Jun 26" in sitting.screen
    writer.close()


async def test_what_is_said_of_trouble_goes_with_it_and_never_over_other_words(place: Path) -> None:
    async with opened(place) as sitting:
        holder = _trouble(place, "removed")
        sitting.app.session.look_outside()
        assert "cannot be read" in _words(sitting)
        _mend(place, holder)
        sitting.app.session.look_outside()
        assert "cannot be read" not in _words(sitting)
        await sitting.press("y")
        holder = _trouble(place, "removed")
        sitting.app.session.look_outside()
        assert sitting.foot.startswith("Copied 9.3 · nothing pasted?")
        _mend(place, holder)


async def test_a_new_day_is_noticed_without_a_key(place: Path) -> None:
    days = [TODAY]
    async with opened(place, clock=lambda: days[-1]) as sitting:
        days.append(date(2026, 4, 1))
        sitting.app.session.look_outside()
        await sitting.press()
        assert sitting.screen.splitlines()[0].endswith(" 1 April 2026")
        assert "91 days overdue" in sitting.foot


async def test_the_palette_and_the_name_of_a_view_sit_out_trouble_too(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("slash", *"area:9", "enter", "f")
        holder = _trouble(place, "locked")
        await sitting.press("n")
        assert sitting.app.return_code is None
        assert "Name of the view" in sitting.screen
        await sitting.press("escape", "colon")
        assert sitting.app.return_code is None
        assert "Commands" in sitting.screen
        _mend(place, holder)
