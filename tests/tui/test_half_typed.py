"""Words half typed outlast a killed app: kept for their owner alone, offered at the next start."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import sys
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from source_tree import ROOT
from terminals import Terminal
from textual import events
from tui.piloting import opened

from send_actions.store.database import open_store
from send_actions.tui.half_typed import HalfTyped
from send_actions.tui.own_files import OwnFiles
from send_actions.tui.taking_up import keep_typed, offer_typed
from send_actions.tui.typed_words import Spot, Words

WORDS = Words(
    "m", "9.3", ("9.3",), "", "m Note", frozenset({3}), {"note": "Half"}, {}, Spot(rows=("1", ""), marks=(3,))
)


def files_of(folder: Path) -> list[Path]:
    """The files with words in a folder of settings."""
    return sorted(folder.glob("typed-*.json"))


def leave_behind(folder: Path) -> None:
    """Let the words that are kept be those of an app that is no more."""
    for file in files_of(folder):
        told = json.loads(file.read_text())
        file.write_text(json.dumps({**told, "host": "another"}))
        os.utime(file, (1, 1))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "sample.db", tmp_path / "plan.db"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_its_owner_may_read_what_is_kept_and_it_goes_with_its_words(tmp_path: Path) -> None:
    typed = HalfTyped(tmp_path / "own", "plan.db")
    typed.keep([WORDS], 4)
    (file,) = files_of(tmp_path / "own")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    typed.keep([], 4)
    assert not list((tmp_path / "own").iterdir())


def test_words_that_another_app_took_over_are_kept_anew_while_they_stand(tmp_path: Path) -> None:
    asleep = HalfTyped(tmp_path, "plan.db")
    asleep.keep([WORDS], 4)
    leave_behind(tmp_path)
    awake = HalfTyped(tmp_path, "plan.db")
    assert awake.left_behind(4) == (WORDS,)
    awake.drop()
    asleep.keep([WORDS], 4)
    assert len(files_of(tmp_path)) == 1


def test_what_an_app_left_behind_is_taken_over_once(tmp_path: Path) -> None:
    HalfTyped(tmp_path, "plan.db").keep([WORDS], 4)
    leave_behind(tmp_path)
    first, second = HalfTyped(tmp_path, "plan.db"), HalfTyped(tmp_path, "plan.db")
    assert list(first.left_behind(4)) == [WORDS]
    assert not second.left_behind(4)
    assert len(files_of(tmp_path)) == 1
    first.keep([], 4)
    assert not files_of(tmp_path)


def test_an_app_that_is_still_there_keeps_its_own(tmp_path: Path) -> None:
    HalfTyped(tmp_path, "plan.db").keep([WORDS], 4)
    assert not HalfTyped(tmp_path, "plan.db").left_behind(4)


def test_words_of_another_plan_that_stood_there_are_left_alone(tmp_path: Path) -> None:
    HalfTyped(tmp_path, "plan.db").keep([WORDS], 5)
    leave_behind(tmp_path)
    assert not HalfTyped(tmp_path, "plan.db").left_behind(4)
    assert not HalfTyped(tmp_path, "other.db").left_behind(5)


@pytest.mark.parametrize("text", ["", "[]", "{", "{}", '{"record": 1, "words": [3]}', '{"record": "x"}'])
def test_a_damaged_file_is_nothing(tmp_path: Path, text: str) -> None:
    OwnFiles(tmp_path, "typed-1").write("plan.db", {})
    files_of(tmp_path)[0].write_text(text)
    os.utime(files_of(tmp_path)[0], (1, 1))
    assert not HalfTyped(tmp_path, "plan.db").left_behind(9)


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    typed = HalfTyped(None, "plan.db")
    typed.keep([WORDS], 4)
    assert not typed.left_behind(4)
    (tmp_path / "file").touch()
    HalfTyped(tmp_path / "file", "plan.db").keep([WORDS], 4)


def test_killed_while_one_types_the_words_are_offered_and_saved(sample: Path, tmp_path: Path) -> None:
    own = tmp_path / "settings"
    surroundings = {"SEND_ACTIONS_CONFIG": str(own)}
    with Terminal(sample, tells_of_its_end=False, surroundings=surroundings) as first:
        first.until("? help")
        first.type("g")
        first.until("attention")
        first.type("l9.3\r")
        first.until("▌ 9.3")
        first.type("sa")
        first.until("Why")
        first.type("Provider withd")
        first.until("Provider withd")
        while not files_of(own):
            first.until("Provider withd")
        first.send(signal.SIGKILL)
        assert first.leaves_with() == -signal.SIGKILL

    with Terminal(sample, tells_of_its_end=False, surroundings=surroundings) as second:
        second.until("What you were typing on 9.3 was kept.")
        second.type("\r")
        second.until("These are your words from before")
        second.type("rew\r")
        second.until("u to undo")
        assert not files_of(own)
    assert KeptPlan(sample, open_store(sample)).find("9.3").reason == "Provider withdrew"


async def test_a_whole_form_comes_back_beside_what_somebody_saved_meanwhile(
    place: Path, tmp_path: Path
) -> None:
    own, kept = tmp_path / "own", KeptPlan(place, open_store(place))
    async with opened(place, rounds_in=own) as sitting:
        await sitting.press("e", "ctrl+u", *"Mine")
        keep_typed(sitting.app)
    leave_behind(own)
    kept.revise("9.3", title="Theirs", actor="Ben")
    async with opened(place, rounds_in=own) as sitting:
        await offer_typed(sitting.app)
        await sitting.press("enter")
        assert "Theirs: Theirs" in sitting.screen
        assert "Mine" in sitting.screen
        await sitting.press("enter")
        assert kept.find("9.3").title == "Mine"
        assert not files_of(own)


@pytest.mark.parametrize("keys", [("M",), ("d",), ("o",), ("i", "2"), ("b", "q"), ("n",), ("v", "n")])
async def test_each_form_is_opened_again_where_it_was(
    place: Path, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    own = tmp_path / "own"
    async with opened(place, rounds_in=own) as sitting:
        await sitting.press(*keys, *"Halfway")
        assert "Halfway" in sitting.screen
        keep_typed(sitting.app)
    leave_behind(own)
    async with opened(place, rounds_in=own) as sitting:
        await offer_typed(sitting.app)
        await sitting.press("enter")
        assert "Halfway" in sitting.screen


async def test_del_drops_them_and_any_other_key_is_done_and_leaves_them(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    async with opened(place, rounds_in=own) as sitting:
        await sitting.press("m", *"Half")
        keep_typed(sitting.app)
    leave_behind(own)
    async with opened(place, rounds_in=own) as sitting:
        await offer_typed(sitting.app)
        await sitting.press("m")
        assert "Half" in sitting.screen
        await sitting.press("escape")
        keep_typed(sitting.app)
    leave_behind(own)
    async with opened(place, rounds_in=own) as sitting:
        await offer_typed(sitting.app)
        await sitting.press("delete")
        assert not files_of(own)
        await sitting.press("m")
        assert "Half" not in sitting.screen


async def test_words_about_what_is_gone_are_shown(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    async with opened(place, rounds_in=own) as sitting:
        await sitting.press("m", *"Half")
        keep_typed(sitting.app)
    leave_behind(own)
    KeptPlan(place, open_store(place)).retire("9.3", actor="Ben")
    async with opened(place, rounds_in=own) as sitting:
        await offer_typed(sitting.app)
        await sitting.press("enter")
        assert sitting.foot == "9.3 is not in the plan any longer. You had typed: Half"


async def test_leaving_lets_go_of_what_was_not_saved(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    async with opened(place, rounds_in=own) as sitting:
        await sitting.press("m", *"Half", "escape")
        keep_typed(sitting.app)
        assert files_of(own)
        await sitting.press("q", "y")
    assert not files_of(own)


async def test_keys_typed_in_one_go_past_the_offer_are_done_in_their_order(
    place: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    async with opened(place, rounds_in=folder) as sitting:
        await sitting.press("m")
        await sitting.type("Half a note")
        keep_typed(sitting.app)
    leave_behind(folder)
    async with opened(place, rounds_in=folder) as sitting:
        await offer_typed(sitting.app)
        await sitting.press()
        assert "was kept." in sitting.screen
        for key in ("g", "r"):
            sitting.app.post_message(events.Key(key, key))
        await sitting.press()
        assert "Round for the board" in sitting.screen
