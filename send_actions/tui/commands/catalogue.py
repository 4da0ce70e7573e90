"""Commands by where they work, what a key that does nothing would do elsewhere, and the README's table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.tui.commands import (
    action_list,
    board_said,
    choosing_view,
    diary_keys,
    filtering_rows,
    journeying,
    moving,
    navigation,
    new_and_edit,
    new_in_views,
    papers,
    status,
    undo,
    updates,
)
from send_actions.tui.commands.action_list import ListScreen
from send_actions.tui.commands.command import SECTIONS, Command, CommandScreen, View
from send_actions.tui.commands.judging import judge
from send_actions.tui.commands.round import OF_ROUND, answer_status, hear

_ON_TARGETS: Final = (
    *status.ON_TARGETS,
    *updates.ON_TARGETS,
    *new_and_edit.ON_ROWS,
    new_in_views.file_evidence,
)

EVERYWHERE: Final[tuple[Command[CommandScreen], ...]] = (
    *moving.IN_LISTS,
    *moving.BETWEEN_PANES,
    *moving.INTO_AND_BACK,
    navigation.go,
    board_said.write_down,
    *undo.EVERYWHERE,
    *navigation.OTHER_DAYS,
    papers.write_paper,
    *navigation.ELSEWHERE,
)
"""What works on every screen."""

IN_ONE_LIST: Final[tuple[Command[ListScreen], ...]] = (
    *moving.IN_LISTS,
    *moving.BETWEEN_PANES,
    *moving.INTO_AND_BACK,
    moving.jump,
    navigation.go,
    *_ON_TARGETS,
    board_said.write_down,
    *action_list.MARKING,
    *undo.EVERYWHERE,
    action_list.filter_list,
    *choosing_view.BY_NAME,
    action_list.sort,
    *navigation.OTHER_DAYS,
    papers.write_paper_or_list,
    *action_list.COPYING,
    *navigation.ELSEWHERE,
)
"""What works where rows are actions in an order of their own."""

AT_HOME: Final[tuple[Command[ListScreen], ...]] = (
    *moving.IN_LISTS,
    *moving.BETWEEN_PANES,
    *moving.INTO_AND_BACK,
    moving.jump,
    navigation.go,
    *_ON_TARGETS,
    board_said.write_down,
    *action_list.MARKING,
    *undo.EVERYWHERE,
    action_list.filter_list,
    *choosing_view.BY_NAME,
    action_list.sort,
    *navigation.OTHER_DAYS,
    papers.write_paper_or_list,
    *action_list.COPYING,
    *navigation.ELSEWHERE,
)
"""What works at home."""

ALL: Final[tuple[Command[Any], ...]] = (
    *AT_HOME,
    new_in_views.add_reading,
    *OF_ROUND,
    *diary_keys.ON_ITEMS,
    *journeying.IN_JOURNEY,
    filtering_rows.filter_rows,
)
"""Every command, in the order in which help shows them: those of home, then those of other screens."""


def what_would(character: str, commands: Sequence[Command[Any]], views: Sequence[View]) -> str:
    """What to say of a character that does nothing on a screen: which keys would do what."""
    letter = character.lower()
    for letters in _LETTERS:
        if letter == status.set_status.shown and letters in commands:
            does = "judges an area" if letters is judge else "sets the status"
            return f"{character}: here the letter alone {does}: {letters.shown}"
    found = []
    if status.set_status in commands:
        found += [f"s then {letter} sets {one.word.lower()}" for one in Status if one.key == letter]
    found += [f"g then {letter} goes to {view.words}" for view in views if view.letter == letter]
    found += _elsewhere(character, AT_HOME, commands, views)
    found += [] if found else _elsewhere(character, ALL, commands, views)
    if not found:
        return f"{character}: nothing here; ? names the keys"
    return f"{character}: {'' if navigation.go in commands else 'Esc leaves, then '}{' · '.join(found)}"


def keys_here(keys: str, commands: Sequence[Command[Any]]) -> str:
    """How the keys of the plan that open a form are called on a screen: some have letters of their own."""
    first, *rest = keys.split()
    own = [one for one in commands if one not in (*_LETTERS, hear)]
    if any(first in one.shown.split() for one in own):
        return keys
    if first == status.set_status.shown and answer_status in commands:
        return " ".join(rest)
    if navigation.go not in commands:
        return f"Esc, then {keys}"
    return f"g p, then {keys}" if any(first == one.shown for one in _ON_TARGETS) else keys


_LETTERS: Final = (answer_status, judge)
"""What takes the letter of a status without a key before it."""

PLACES: Final = 3
"""Views that one line names."""


def _elsewhere(
    character: str,
    known: Sequence[Command[Any]],
    commands: Sequence[Command[Any]],
    views: Sequence[View],
) -> list[str]:
    """Which of the known commands, and not of those of a screen, the character stands for, and where."""
    return [
        f"{command.words} works in {places_of(command, views)}"
        for command in known
        if command not in commands and character in (_CHARACTERS.get(k, k) for k in command.keys)
    ]


def places_of(command: Command[Any], views: Sequence[View]) -> str:
    """Where a command works, in words, the first of its screens: plan (g p) and needs attention (g a)."""
    screens: dict[type[Any], View] = {}
    for view in views:
        screens.setdefault(view.screen(), view)
    there = [view for screen, view in screens.items() if command in screen.SCREEN_COMMANDS]
    return " and ".join(f"{view.words} (g {view.letter})" for view in there[:PLACES])


_CHARACTERS: Final = {
    "full_stop": ".",
    "slash": "/",
    "comma": ",",
    "space": " ",
    "equals_sign": "=",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
}
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
