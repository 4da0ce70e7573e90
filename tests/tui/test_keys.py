"""The commands: no key stands for two, help and the README hold all of them, other keys say what would."""

from __future__ import annotations

import re
import string
from collections import Counter

import pytest

from send_actions.tui.commands.catalogue import ALL, NAMED, USUAL, key_table, places_of, what_would
from send_actions.tui.commands.command import SECTIONS, View, by_key
from send_actions.tui.commands.round import OF_ROUND
from send_actions.tui.internals import key_of_character
from send_actions.tui.screens.frame import Frame
from send_actions.tui.screens.help import HelpScreen, help_lines
from send_actions.tui.screens.home import HomeScreen
from send_actions.tui.views import VIEWS

SCREENS: list[type[Frame]] = [*dict.fromkeys(view.screen() for view in VIEWS), HelpScreen]
BY_KIND = {screen.KIND: screen.SCREEN_COMMANDS for screen in SCREENS}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.KIND)
def test_no_key_stands_for_two_things_on_a_screen(screen: type[Frame]) -> None:
    found = Counter(name for one in screen.SCREEN_COMMANDS for name in one.keys)
    assert {name for name, count in found.items() if count > 1} == set()


def test_every_command_works_at_home_or_names_the_screen_where_it_does() -> None:
    assert {command.id for screen in SCREENS for command in screen.SCREEN_COMMANDS} == {one.id for one in ALL}
    at_home = {command.id for command in HomeScreen.SCREEN_COMMANDS}
    assert [one.id for one in ALL if one.id not in at_home and not places_of(one, VIEWS)] == []


def test_names_and_views_letters_are_unique() -> None:
    for one in NAMED:
        assert {USUAL[one.id]} == {USUAL.shown(other).split()[0] for other in NAMED if other.id == one.id}
    assert len({(command.id, command.run) for command in NAMED}) == len(NAMED)
    assert len({view.letter for view in VIEWS}) == len(VIEWS)


def test_help_holds_every_key_and_view() -> None:
    text = "\n".join("".join(part for part, _ in line) for line in help_lines(ALL, VIEWS, 100))
    for key in ALL:
        assert USUAL.shown(key) in text
        assert USUAL.sentence(key).split()[0] in text
    for view in VIEWS:
        assert view.sentence in text


def test_what_changes_the_plan_is_marked_as_such() -> None:
    changing = {key.id for key in ALL if key.changes}
    in_lists = {"status", "confirm", "impact", "note", "private-note", "due", "lead", "undo", "redo"}
    assert changing == in_lists | {"no-change", "no-update", "answer", "board-said", "make-action"} | {
        *("new", "edit", "evidence", "reading", "issue", "bring-file")
    }


@pytest.mark.parametrize("screen", [screen.KIND for screen in SCREENS])
def test_every_letter_does_something_or_says_what_would(screen: str) -> None:
    for letter in string.ascii_lowercase:
        if letter not in by_key(BY_KIND[screen], USUAL):
            assert what_would(letter, BY_KIND[screen], VIEWS).startswith(f"{letter}: ")


@pytest.mark.parametrize(
    ("letter", "screen", "words"),
    [
        (
            "r",
            "home",
            "r: s then r sets off track · g then r goes to round · reading works in measures (g m)",
        ),
        ("r", "history", "r: g then r goes to round · reading works in measures (g m)"),
        (
            "m",
            "history",
            (
                "m: g then m goes to measures · "
                "note works in plan (g p), needs attention (g a) and board (g b)"
            ),
        ),
        (
            "n",
            "history",
            "n: new in g p, g a and g o, new measure in g m, new meeting in g b",
        ),
        ("f", "history", "f: views works in plan (g p) and needs attention (g a)"),
        ("b", "help", "b: g then b goes to board"),
        ("=", "home", "=: no change, still right works in round (g r)"),
        ("z", "home", "z: nothing here; ? names the keys"),
    ],
)
def test_a_key_that_does_nothing_says_what_would(letter: str, screen: str, words: str) -> None:
    assert what_would(letter, BY_KIND[screen], VIEWS) == words


@pytest.mark.parametrize("screen", [screen.KIND for screen in SCREENS])
def test_where_a_key_is_said_to_work_it_does_and_no_view_is_left_out(screen: str) -> None:
    for key in string.ascii_letters + string.punctuation:
        if key_of_character(key) in by_key(BY_KIND[screen], USUAL):
            continue
        works = {view.letter for view in VIEWS if view.letter != "l" and _works_in(view, key, screen)}
        told = what_would(key, BY_KIND[screen], VIEWS)
        if works and "the letter alone" not in told:
            named = re.findall(r"\bg (\w)\b", told)
            assert set(named) <= works
            assert len(named) + sum(map(int, re.findall(r"and (\d+) more", told))) >= len(works)


def _works_in(view: View, key: str, screen: str) -> bool:
    """Whether a key does something in a view that it does not on a screen, what only the round has aside."""
    there = [one for one in view.screen().SCREEN_COMMANDS if one not in {*BY_KIND[screen], *OF_ROUND}]
    return any(key_of_character(key) in one.keys for one in there)


def test_while_changing_keys_are_off_none_of_them_is_said_to_work() -> None:
    assert what_would("n", BY_KIND["history"], VIEWS, is_off=True) == "n: nothing here; ? names the keys"
    assert what_would("r", BY_KIND["home"], VIEWS, is_off=True) == "r: g then r goes to round"


def test_help_and_the_table_have_their_sections_in_one_order() -> None:
    headings = [
        line[0][0].strip() for line in help_lines(ALL, VIEWS, 100) if len(line) == 1 and line[0][1] == "bold"
    ]
    table = [row.split("|")[1].strip() for row in key_table().splitlines()[2:]]
    assert headings == [name for name in table if name] == list(SECTIONS)


def test_help_in_two_columns_says_all_that_one_column_says() -> None:
    one, two = (
        sorted(" ".join("".join(part for part, _ in line) for line in help_lines(ALL, VIEWS, width)).split())
        for width in (100, 140)
    )
    assert two == one
