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
    incoming,
    issuing_here,
    journeying,
    judging,
    moving,
    navigation,
    new_and_edit,
    new_in_views,
    papers,
    sorting_rows,
    status,
    undo,
    updates,
)
from send_actions.tui.commands.action_list import ListScreen
from send_actions.tui.commands.command import SECTIONS, Command, CommandScreen, View
from send_actions.tui.commands.judging import judge
from send_actions.tui.commands.round import OF_ROUND, answer_status
from send_actions.tui.internals import key_of_character
from send_actions.tui.key_map import KeyMap

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
    issuing_here.issue_paper,
    incoming.bring_file,
    *navigation.ELSEWHERE,
)
"""What works on every screen."""

ON_ACTIONS: Final[tuple[Command[ListScreen], ...]] = (
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
    issuing_here.issue_paper,
    incoming.bring_file,
    *action_list.COPYING,
    *navigation.ELSEWHERE,
)
"""What works where rows are actions: at home, and in needs attention."""

ALL: Final[tuple[Command[Any], ...]] = (
    *ON_ACTIONS,
    new_in_views.add_reading,
    *OF_ROUND,
    *diary_keys.ON_ITEMS,
    *journeying.IN_JOURNEY,
    filtering_rows.filter_rows,
    sorting_rows.sort_rows,
    new_and_edit.edit_area_here,
    *sorting_rows.IN_ONE_ORDER,
)
"""Every command, in the order in which help shows them: those of home, then those of other screens."""

NAMED: Final[tuple[Command[Any], ...]] = (*ALL, *judging.AT_END_ALONE, *incoming.IN_FILE)
"""The same with those of the round's end and of a file: whatever has a key, and a name in the settings."""

USUAL: Final = KeyMap(NAMED)
"""The keys as the app comes with them."""


def what_would(
    character: str,
    commands: Sequence[Command[Any]],
    views: Sequence[View],
    keys: KeyMap = USUAL,
    *,
    is_off: bool = False,
) -> str:
    """What to say of a character that does nothing on a screen: which keys would do what.

    While keys that change the plan are off, `is_off`, nothing is said of them.
    """
    letter = character.lower()
    for letters in _LETTERS:
        if character == keys["status"] and letters in commands:
            does = "judges an area" if letters is judge else "sets the status"
            return f"{character}: here the letter alone {does}: {letters.shown}"
    found = []
    go, set_status = keys["go"], keys["status"]
    if status.set_status in commands and not is_off:
        found += [
            f"{set_status} then {letter} sets {one.word.lower()}" for one in Status if one.key == letter
        ]
    found += [f"{go} then {letter} goes to {view.words}" for view in views if view.letter == letter]
    if there := _elsewhere(character, commands, views, keys, is_off=is_off, has_asked=bool(found)):
        found.append(there)
    if not found:
        return f"{character}: nothing here; {keys['help']} names the keys"
    return f"{character}: {'' if navigation.go in commands else 'Esc leaves, then '}{' · '.join(found)}"


def keys_here(opens: str, commands: Sequence[Command[Any]], keys: KeyMap) -> str:
    """How the keys of the plan that open a form are called on a screen: some have letters of their own.

    `opens` is the id of the command that opens it, and the letter after it.
    """
    first, _, letter = opens.partition(" ")
    spelt = keys.spelt(opens)
    if any(first == one.id for one in commands):
        return spelt
    if first == status.set_status.id and answer_status in commands:
        return letter
    if navigation.go not in commands:
        return f"Esc, then {spelt}"
    return f"{keys['go']} p, then {spelt}" if any(first == one.id for one in _ON_TARGETS) else spelt


_LETTERS: Final = (answer_status, judge)
"""What takes the letter of a status without a key before it."""

PLACES: Final = 3
"""Views that one line names."""


def _elsewhere(
    character: str,
    commands: Sequence[Command[Any]],
    views: Sequence[View],
    keys: KeyMap,
    *,
    is_off: bool,
    has_asked: bool,
) -> str:
    """What the character does on other screens, and where; in the round only where it does nothing else."""
    there: dict[str, list[View]] = {}
    of_round: dict[str, list[View]] = {}
    name = key_of_character(character)
    for view in _one_a_screen(views):
        for command in view.screen().SCREEN_COMMANDS:
            is_it = name in keys.names(command)
            if is_it and command not in commands and not (is_off and command.changes):
                (of_round if command in OF_ROUND else there).setdefault(command.words, []).append(view)
    told = there or ({} if has_asked else of_round)
    if len(told) == 1:
        return "".join(f"{words} works in {_named(places, keys)}" for words, places in told.items())
    go = keys["go"]
    where = {words: _first_few([f"{go} {one.letter}" for one in places]) for words, places in told.items()}
    return ", ".join(f"{words} in {places}" for words, places in where.items())


def _one_a_screen(views: Sequence[View]) -> list[View]:
    """The views, each screen once."""
    screens: dict[type[Any], View] = {}
    for view in views:
        screens.setdefault(view.screen(), view)
    return list(screens.values())


def places_of(command: Command[Any], views: Sequence[View], keys: KeyMap = USUAL) -> str:
    """Where a command works, in words, the first of its screens: plan (g p) and needs attention (g a)."""
    return _named([view for view in _one_a_screen(views) if command in view.screen().SCREEN_COMMANDS], keys)


def _named(views: Sequence[View], keys: KeyMap) -> str:
    return _first_few([f"{view.words} ({keys['go']} {view.letter})" for view in views])


def _first_few(places: Sequence[str]) -> str:
    """The first places of a list, and how many more there are."""
    more = len(places) - PLACES
    return _listed(places if more <= 0 else [*places[:PLACES], f"{more} more"])


def _listed(words: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def key_table() -> str:
    """Return the keys as a Markdown table, section by section."""
    rows = ["| | key | does |", "| --- | --- | --- |"]
    for section in SECTIONS:
        name = section
        for command in ALL:
            if command.section == section:
                keys = " ".join(f"`{key}`" for key in USUAL.shown(command).split())
                rows.append(f"| {name} | {keys} | {USUAL.sentence(command)} |")
                name = ""
    return "\n".join([*rows, ""])
