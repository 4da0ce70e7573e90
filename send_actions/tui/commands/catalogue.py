"""Commands by where they work, what a key that does nothing would do elsewhere, and the README's table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.tui.commands.action_list import COPYING, FILTER, MARKING, SORT, ListScreen
from send_actions.tui.commands.command import SECTIONS, ActionScreen, Command, CommandScreen, View
from send_actions.tui.commands.moving import BETWEEN_PANES, IN_AND_OUT, IN_LISTS, JUMP
from send_actions.tui.commands.navigation import GO, HELP, OTHER_DAYS, PALETTE, QUIT, THEME
from send_actions.tui.commands.status import CONFIRM, STATUS
from send_actions.tui.commands.undo import UNDO_AND_REDO
from send_actions.tui.commands.updates import DUE, IMPACT, LEAD, NOTE, PRIVATE_NOTE

_ON_ACTIONS: Final = (STATUS, CONFIRM, IMPACT, NOTE, PRIVATE_NOTE, DUE, LEAD)
_LOOKING_BACK: Final = (*UNDO_AND_REDO, *OTHER_DAYS)
_ELSEWHERE: Final = (THEME, HELP, PALETTE, QUIT)

EVERYWHERE: Final[tuple[Command[CommandScreen], ...]] = (
    *IN_LISTS,
    *IN_AND_OUT,
    GO,
    *_LOOKING_BACK,
    *_ELSEWHERE,
)
"""What works on every screen."""

ON_ACTIONS: Final[tuple[Command[ActionScreen], ...]] = (
    *IN_LISTS,
    *IN_AND_OUT,
    JUMP,
    GO,
    *_ON_ACTIONS,
    *_LOOKING_BACK,
    *COPYING,
    *_ELSEWHERE,
)
"""What works where rows are actions."""

ALL: Final[tuple[Command[ListScreen], ...]] = (
    *IN_LISTS,
    *BETWEEN_PANES,
    *IN_AND_OUT,
    JUMP,
    GO,
    *_ON_ACTIONS,
    *MARKING,
    *UNDO_AND_REDO,
    FILTER,
    SORT,
    *OTHER_DAYS,
    *COPYING,
    *_ELSEWHERE,
)
"""Every command of the app, in the order in which help shows them; all of them work at home."""


def what_would(character: str, commands: Sequence[Command[Any]], views: Sequence[View]) -> str:
    """What to say of a character that does nothing on a screen: which keys would do what."""
    letter = character.lower()
    if not letter.isprintable() or not letter.strip():
        return ""
    found = []
    if STATUS in commands:
        found += [f"s then {letter} sets {status.word.lower()}" for status in Status if status.key == letter]
    found += [f"g then {letter} goes to {view.words}" for view in views if view.letter == letter]
    found += [
        f"{command.words} works in {_places(command, views)}"
        for command in ALL
        if command not in commands and character in (_CHARACTERS.get(k, k) for k in command.keys)
    ]
    return f"{character}: {' · '.join(found) or 'nothing here'}" + ("" if found else "; ? names the keys")


def _places(command: Command[Any], views: Sequence[View]) -> str:
    """Where a command works, in words, each screen once: plan (g p) and needs attention (g a)."""
    screens: dict[type[Any], View] = {}
    for view in views:
        screens.setdefault(view.screen(), view)
    there = [view for screen, view in screens.items() if command in screen.SCREEN_COMMANDS]
    return " and ".join(f"{view.words} (g {view.letter})" for view in there)


_CHARACTERS: Final = {"full_stop": ".", "slash": "/", "comma": ",", "space": " "}
"""The characters of keys that Textual calls by a name."""


def key_table() -> str:
    """Return the keys as a Markdown table, section by section."""
    rows = ["| | key | does |", "| --- | --- | --- |"]
    for section in SECTIONS:
        name = section
        for command in ALL:
            if command.section == section:
                keys = " ".join(f"`{key}`" for key in command.shown.split())
                rows.append(f"| {name} | {keys} | {command.sentence} |")
                name = ""
    return "\n".join([*rows, ""])
