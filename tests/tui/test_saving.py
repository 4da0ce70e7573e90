"""Saving when it does not go through: nothing typed is lost, and no key does what it was not meant for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from kept_plans import KeptPlan
from rich.console import RenderableType
from textual.screen import Screen
from tui.piloting import TODAY, Sitting, opened

from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store
from send_actions.tui.app import SendActionsApp
from send_actions.tui.calm_app import SOON
from send_actions.tui.commands import keyboard
from send_actions.tui.internals import screen_text
from send_actions.tui.plan_reader import PlanReader

LEFT_OUT = "what was typed before this opened was left out"
PATIENCE = 50
"""Turns of the app in which what was refused must have come to the screen."""


def kept(place: Path) -> KeptPlan:
    """The same plan, as somebody else holds it."""
    return KeptPlan(place, open_store(place))


def words_of(sitting: Sitting) -> str:
    """All words on the screen, one space apart."""
    return " ".join(sitting.screen.split())


@contextmanager
def a_slow_pen(app: SendActionsApp) -> Iterator[threading.Event]:
    """Hold every write back until the event is set."""
    gate = threading.Event()
    app.session.writer._thread.submit(gate.wait, 20)
    try:
        yield gate
    finally:
        gate.set()


async def it_takes_long(sitting: Sitting) -> None:
    """Let a write that is held back become one that only holds back what needs it."""
    while sitting.app.session.is_writing_since <= SOON:
        await sitting.pilot.pause()


class WatchedApp(SendActionsApp):
    """The app with all that it ever showed."""

    frames: tuple[str, ...] = ()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.frames += (screen_text(screen),)


async def test_a_strip_goes_in_the_very_frame_that_shows_what_it_saved(place: Path) -> None:
    reader = PlanReader(str(place), lambda: TODAY)
    app = WatchedApp(reader, actor="Ana")
    async with app.run_test(size=(120, 30)) as pilot:
        await Sitting(app, pilot).press("s", "r", *"Mine")
        seen = len(app.frames)
        await Sitting(app, pilot).press("enter")
        first = next(frame for frame in app.frames[seen:] if "Enter save" not in frame)
        assert "9.3  ■ R Off track" in first
        assert "u to undo" in first
    app.session.writer.close()
    reader.close()


async def test_two_people_at_once_lose_nothing_and_choose(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("s", "r", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        await sitting.press("enter")
        words = words_of(sitting)
        assert "9.3 was changed by someone else: status now at risk note “Theirs”" in words
        assert "9.3 At risk → ■ R Off track" in words
        assert "Why Mine" in words
        await sitting.press("j", "escape")
        assert other.find("9.3").status is Status.AT_RISK
        await sitting.press("s", "r", *"Mine", "enter")
    assert other.find("9.3").reason == "Mine"


async def test_only_enter_saves_mine_as_well_as_theirs(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("s", "r", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        await sitting.press("enter", "y", "enter")
    assert [update.note for update in other.timeline("9.3").updates[:2]] == ["Miney", "Theirs"]


async def test_a_third_change_meanwhile_is_asked_about_again(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("d", *"30/06/2026", "tab", *"Mine")
        other.move("9.3", "2026-05-31", reason="Theirs", actor="Bo")
        await sitting.press("enter")
        assert "due 31 May 2026" in words_of(sitting)
        other.move("9.3", "2026-07-31", reason="Theirs too", actor="Bo")
        await sitting.press("enter")
        assert "due 31 July 2026" in words_of(sitting)
        await sitting.press("enter")
    assert str(other.find("9.3").due_on) == "2026-06-30"


async def test_a_refused_saving_waits_until_the_prompt_one_types_in_has_gone(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("m", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("enter")
            await it_takes_long(sitting)
            await sitting.pilot.press("slash", *"zeb")
            gate.set()
            await sitting.press("r", "a")
        assert "/ zebra" in words_of(sitting)
        await sitting.press("escape")
        assert "Note Mine" in words_of(sitting)
        await sitting.press("enter")
    assert other.timeline("9.3").updates[0].note == "Mine"


async def test_keys_typed_before_a_refusal_was_seen_are_left_out_of_the_note(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("m", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("enter", "s", "a", *"Second", "enter")
            gate.set()
            await sitting.press()
        for _ in range(PATIENCE):
            if LEFT_OUT in words_of(sitting):
                break
            await sitting.pilot.pause()
        assert LEFT_OUT in words_of(sitting)
        await sitting.press("enter")
    assert other.timeline("9.3").updates[0].note == "Mine"


async def test_quitting_with_a_refused_saving_stays_and_shows_it(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("m", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("enter", "q", "y")
            gate.set()
            await sitting.press()
        assert sitting.app.return_code is None
        assert "Note Mine" in words_of(sitting)


async def test_a_refusal_comes_to_the_screen_one_has_gone_to(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("m", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("enter")
            await it_takes_long(sitting)
            await sitting.pilot.press("g", "h")
            gate.set()
            await sitting.press()
        assert sitting.app.screen is not sitting.app.home
        assert "Note Mine" in words_of(sitting)
        await sitting.press("enter")
        assert sitting.foot.startswith("Note on 9.3")


async def test_a_line_that_saves_nothing_waits_for_no_saving(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboard, "AT_ONCE", 60.0)
    async with opened(place) as sitting:
        with a_slow_pen(sitting.app) as gate:
            sitting.app.session.write(lambda _store, _author: None, lambda _change: None)
            await it_takes_long(sitting)
            began = monotonic()
            await sitting.pilot.press("slash", "escape")
            assert sitting.app.home.foot.prompt is None
            assert monotonic() - began < PATIENCE
            gate.set()


async def test_a_message_is_said_on_the_screen_that_is_seen(place: Path) -> None:
    async with opened(place) as sitting:
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("m", "x", "enter")
            await it_takes_long(sitting)
            await sitting.pilot.press("g", "b")
            gate.set()
            await sitting.press()
        assert sitting.foot == "Note on 9.3 · u to undo"
        assert "Meetings" in sitting.screen


async def test_escape_lets_go_of_what_waits_for_a_slow_write(place: Path) -> None:
    async with opened(place) as sitting:
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("m", "x", "enter")
            await it_takes_long(sitting)
            await sitting.pilot.press("j", "u", "k", "k")
            assert sitting.row == "9.4"
            await sitting.pilot.press("escape")
            assert sitting.foot == "Still saving; the keys typed since are let go"
            await sitting.pilot.press("k")
            assert sitting.row == "9.3"
            gate.set()
            await sitting.press()
    assert kept(place).timeline("9.3").updates[0].note == "x"


async def test_a_refusal_keeps_the_words_and_says_why(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("m", *"Kept")
        kept(place).retire("9.3", actor="Bo")
        await sitting.press("enter")
        assert "Action 9.3 is no longer part of the plan" in words_of(sitting)
        assert "Note Kept" in words_of(sitting)


async def test_what_is_refused_in_too_small_a_window_comes_up_when_it_is_large_again(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("m", *"Mine")
        other.say("9.3", "at-risk", note="Theirs", actor="Bo")
        with a_slow_pen(sitting.app) as gate:
            await sitting.pilot.press("enter")
            await sitting.pilot.resize_terminal(50, 12)
            gate.set()
            await sitting.press()
        await sitting.pilot.press("q")
        await sitting.press()
        assert sitting.app.return_code is None
        await sitting.pilot.resize_terminal(120, 30)
        for _ in range(PATIENCE):
            if "Note Mine" in words_of(sitting):
                break
            await sitting.pilot.pause()
        assert "Note Mine" in words_of(sitting)


async def test_of_several_actions_only_those_are_named_that_others_changed(place: Path) -> None:
    other = kept(place)
    async with opened(place) as sitting:
        await sitting.press("g", "g", "space", "space", "m", *"Mine")
        other.say("9.2", "at-risk", note="Theirs", actor="Bo")
        await sitting.press("enter", "enter")
        assert "9.2 was changed by someone else: status now at risk" in words_of(sitting)
        assert "9.1 was changed" not in words_of(sitting)
        await sitting.press("enter", "enter")
    assert [other.timeline(ref).updates[0].note for ref in ("9.1", "9.2")] == ["Mine", "Mine"]


async def test_saving_after_midnight_stays_on_today(place: Path) -> None:
    day = [date(2026, 3, 31)]
    reader = PlanReader(str(place), lambda: day[0])
    app = SendActionsApp(reader, actor="Ana")
    async with app.run_test(size=(120, 30)) as pilot:
        sitting = Sitting(app, pilot)
        await sitting.press("m", "x")
        day[0] = date(2026, 4, 1)
        await sitting.press("enter")
        assert not app.session.is_looking_back
        assert app.session.plan.as_at == date(2026, 4, 1)
    app.session.writer.close()
    reader.close()
