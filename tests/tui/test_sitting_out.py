"""Trouble with the file while one looks: the app says so, keeps what it shows, and goes on after it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import Sitting, opened

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


def _words(sitting: Sitting) -> str:
    return " ".join(sitting.screen.split())
