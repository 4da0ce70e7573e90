"""The one table of keys: nothing stands twice, everything is done by its screen, and help holds all of it."""

from __future__ import annotations

import string
from collections import Counter

import pytest

from send_actions.tui import keys
from send_actions.tui.drawing.help import help_lines
from send_actions.tui.screens.attention import AttentionScreen
from send_actions.tui.screens.frame import FrameScreen
from send_actions.tui.screens.help import HelpScreen
from send_actions.tui.screens.history import HistoryScreen
from send_actions.tui.screens.home import HomeScreen
from send_actions.tui.screens.meetings import MeetingsScreen

SCREENS: list[type[FrameScreen]] = [HomeScreen, AttentionScreen, HistoryScreen, MeetingsScreen, HelpScreen]


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
    assert changing == {"status", "confirm", "impact", "note", "private", "due", "lead", "undo", "redo"}


@pytest.mark.parametrize("screen", ["home", "attention", "history", "board"])
def test_every_letter_does_something_or_says_what_would(screen: str) -> None:
    for letter in string.ascii_lowercase:
        if letter not in keys.on_screen(screen):
            assert keys.what_would(letter, screen).startswith(f"{letter}: ")


@pytest.mark.parametrize(
    ("letter", "screen", "words"),
    [
        ("r", "home", "r: s then r sets off track"),
        ("r", "history", "r: nothing here; ? names the keys"),
        ("m", "history", "m: note works in plan (g p) and needs attention (g a)"),
        ("/", "board", "/: filter works in plan (g p)"),
        ("b", "home", "b: g then b goes to board"),
        ("z", "home", "z: nothing here; ? names the keys"),
    ],
)
def test_a_key_that_does_nothing_says_what_would(letter: str, screen: str, words: str) -> None:
    assert keys.what_would(letter, screen) == words


def test_help_and_the_table_have_their_sections_in_one_order() -> None:
    headings = [
        line[0][0].strip() for line in help_lines("home", 100) if len(line) == 1 and line[0][1] == "bold"
    ]
    table = [row.split("|")[1].strip() for row in keys.key_table().splitlines()[2:]]
    assert headings == [name for name in table if name] == list(keys.SECTIONS)
