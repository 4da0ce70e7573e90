"""The one table of keys: nothing stands twice, everything is done by its screen, and help holds all of it."""

from __future__ import annotations

from collections import Counter

import pytest

from send_actions.tui import keys
from send_actions.tui.drawing.helping import help_lines
from send_actions.tui.screens.attention import AttentionScreen
from send_actions.tui.screens.board import BoardScreen
from send_actions.tui.screens.frame import FrameScreen
from send_actions.tui.screens.helping import HelpScreen
from send_actions.tui.screens.history import HistoryScreen
from send_actions.tui.screens.home import HomeScreen

SCREENS: list[type[FrameScreen]] = [HomeScreen, AttentionScreen, HistoryScreen, BoardScreen, HelpScreen]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.KIND)
def test_every_key_of_a_screen_is_done_by_it(screen: type[FrameScreen]) -> None:
    for key in keys.keys_on(screen.KIND):
        assert hasattr(screen, f"do_{key.id.replace('-', '_')}"), key.id


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.KIND)
def test_no_key_stands_for_two_things_on_a_screen(screen: type[FrameScreen]) -> None:
    found = Counter(name for key in keys.keys_on(screen.KIND) for name in key.keys)
    assert {name for name, count in found.items() if count > 1} == set()


def test_ids_and_views_letters_are_unique() -> None:
    assert len(keys.BY_ID) == len(keys.KEYS)
    assert len({view.letter for view in keys.VIEWS}) == len(keys.VIEWS)


def test_help_holds_every_key_and_view() -> None:
    text = "\n".join("".join(part for part, _ in line) for line in help_lines("home", 100))
    for key in keys.keys_on("home"):
        assert key.shown in text
        assert key.sentence.split()[0] in text
    for view in keys.VIEWS:
        assert view.sentence in text


def test_what_changes_the_plan_is_marked_as_such() -> None:
    changing = {key.id for key in keys.KEYS if key.changes}
    assert changing == {"status", "impact", "note", "private", "due", "lead", "undo", "redo"}


def test_a_letter_that_is_a_key_needs_no_excuse() -> None:
    for letter in keys.on_screen("home"):
        assert keys.what_would(letter) == ""
