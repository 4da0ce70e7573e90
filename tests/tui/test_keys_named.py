"""Whatever names a key names the one in force: with every key moved, no screen shows a usual one.

The letters of menus and of the round stay: of an open prompt only the foot counts that it leaves behind.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kept_plans import a_kept_plan
from source_tree import modules
from tui.piloting import Sitting, opened
from tui.test_own_keys import MOVED

from send_actions.tui.commands.catalogue import ON_ACTIONS, USUAL
from send_actions.tui.commands.command import Command, View
from send_actions.tui.commands.own_keys import named_commands, own_keys
from send_actions.tui.key_map import STAYING
from send_actions.tui.key_names import key_name
from send_actions.tui.screens.frame import Frame
from send_actions.tui.views import VIEWS
from send_actions.tui.widgets.page import Page

OWN = own_keys(MOVED, VIEWS).keys
OLD = {
    key_name(key)
    for command in named_commands()
    for key in command.keys
    if key not in STAYING and key not in {"a", "r", "G"}
} | {"gg"}
"""The usual keys, but for those that are words or a status's letter as well."""

FIXED = {"9.3", "=", "-", "r", "a", "n", "g", "c", "e", "h", "w", "m", "t", "l", "j"}
"""Keys of the round that no setting moves."""

STAYS = {
    "round": FIXED,
    "round's end": FIXED,
    "help": {"n", "e"},  # of the list of views by name
    "commands": {"n", "e"},
    "journey": {"[", "]"},  # around the board that is chosen
}
"""What stands on a screen and is no key that could be moved."""

STANDS_ALONE = re.compile(r"(?:(?<=\s)|^)[(“]?(\S+?)[:,.;)”]*(?=\s|$)")
IN_NO_WORDS = {"n", "e", "v", "d", "o", "b", "u", "s", "f", "x", "y", "q", "gg", "?", "[", "]", "F9"}
"""Usual keys that stand alone in no row and no sentence about anything else."""

MENUS = tuple(f"{OWN[name]} " for name in ("go", "status", "paper"))
"""What begins a key that a letter of a menu follows."""


@pytest.fixture(scope="session")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("empty") / "plan.db"
    a_kept_plan(place.parent).store.close()
    return place


@pytest.fixture
def empty(_empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_empty, tmp_path / "empty.db"))


def keys_named(screen: Frame) -> Iterator[str]:
    """What is drawn as a key, but for the letter after a menu's key, and each word that the foot says."""
    for page in screen.query(Page):
        for line in page.lines:
            for text, style in line:
                if style == "key":
                    yield from text.split()[:1] if text.startswith(MENUS) else text.split()
    yield from words_of("".join(text for text, _ in screen.foot.message))


def words_of(text: str) -> set[str]:
    """The words of a text without the letters that follow a menu's key."""
    without = re.sub(rf"({'|'.join(MENUS)})\w\b", lambda menu: menu[1].strip(), text)
    return {word[1] for word in STANDS_ALONE.finditer(without)}


def seen(sitting: Sitting) -> Frame:
    """The screen that is seen."""
    screen: object = sitting.app.screen
    assert isinstance(screen, Frame)
    return screen


def check(sitting: Sitting, told: str) -> None:
    """Hold what is seen to the keys in force, unless a prompt with its own letters is open."""
    screen = seen(sitting)
    if screen.foot.prompt is None:
        stays = STAYS.get(screen.kind, set())
        named = {*keys_named(screen)} & OLD - stays
        assert named == set(), f"{told}: {sorted(named)} in {sitting.screen}"
        words = {word for line in sitting.screen.splitlines() for word in words_of(line)}
        assert (words & IN_NO_WORDS) - stays == set(), f"{told}: {words & IN_NO_WORDS} in {sitting.screen}"


def pressed_in(view: View) -> list[Command[Any]]:
    """At home every command; elsewhere those that home has not, or that each screen has its own way of."""
    commands = [one for one in view.screen().SCREEN_COMMANDS if not one.is_fixed and one.id != "quit"]
    return [
        one for one in commands if view.id == "home" or one not in ON_ACTIONS or one.id in {"open", "pane"}
    ]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.id)
@pytest.mark.parametrize("plan", ["place", "empty"])
async def test_no_screen_and_nothing_said_names_a_key_that_was_moved(
    request: pytest.FixtureRequest, view: View, plan: str
) -> None:
    place: Path = request.getfixturevalue(plan)
    async with opened(place, (120, 36), keys=MOVED) as sitting:
        await sitting.press(MOVED["go"][0], view.letter)
        check(sitting, "at first")
        for command in pressed_in(view):
            await sitting.press(OWN.names(command)[0])
            check(sitting, command.id)
            if seen(sitting).foot.prompt is not None:
                await sitting.press("escape")
                check(sitting, f"{command.id} escape")
            if command.id in {"help", "find-command"}:
                await sitting.press("escape")
            elif seen(sitting).kind != view.screen().KIND:
                await sitting.press(MOVED["go"][0], view.letter)


async def test_the_key_of_ones_own_is_named_at_the_foot_in_help_and_in_the_palette(place: Path) -> None:
    async with opened(place, (120, 60), keys=MOVED) as sitting:
        assert f"{MOVED['status'][0]} status" in sitting.foot
        assert f"{MOVED['help'][0]} help  {MOVED['find-command'][0]} commands" in sitting.foot
        await sitting.press(MOVED["help"][0])
        for command in sitting.app.home.commands:
            if not command.is_fixed:
                assert f" {OWN.shown(command)}" in "\n".join(
                    "".join(text for text, _ in line)
                    for line in sitting.app.screen.query_one("#help", Page).lines
                )
        await sitting.press("escape", MOVED["find-command"][0], *"note")
        assert re.search(rf"note +{MOVED['note'][0]} +Write a note", sitting.screen)


A_KEY_IN_WORDS = re.compile(
    r"(?:^|[:;·,(] )(?:[b-zA-Z]|F\d+|Ctrl\+(?!C)[A-Z]|[/?\[\]])(?: then \w)? "
    r"(?:makes|puts|enters|to undo|to redo|again|takes|goes|leaves|names|shows|lists|edits|looks|files)\b"
)


def test_no_sentence_names_a_key_that_can_be_moved_by_its_letter() -> None:
    found = [
        f"{name}: {node.value}"
        for name, module in modules().items()
        if name.startswith("send_actions.tui.")
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and A_KEY_IN_WORDS.search(node.value)
    ]
    assert found == []


def test_no_hint_is_written_with_a_key_that_can_be_moved() -> None:
    written = {
        node.args[0].value
        for node in of_the_app()
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "keyed"
        and isinstance(node.args[0], ast.Constant)
    }
    stay = {"Enter", "Esc", "Tab", "→", "←", "↑ ↓"}
    of_prompts_and_the_round = {"y", "Del", "Ctrl+T", "Ctrl+R", "Ctrl+E", "=", "-", "r a n g c e h w"}
    assert written - stay <= of_prompts_and_the_round


def test_whatever_asks_for_a_key_asks_by_a_name_that_there_is() -> None:
    asked = [
        node.slice.value
        for node in of_the_app()
        if isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
        and ast.unparse(node.value).rpartition(".")[2].strip("_") == "keys"
    ]
    opened_by = [
        str(node.args[0].value).partition(" ")[0]
        for node in of_the_app()
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"WholeEdit", "PendingEdit", "Strip"}
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(asked) > 1
    assert len(opened_by) > 1
    assert all(USUAL[name] for name in (*asked, *opened_by))


def of_the_app() -> Iterator[ast.AST]:
    """Every node of the app's source."""
    for name, module in modules().items():
        if name.startswith("send_actions.tui."):
            yield from ast.walk(module)
