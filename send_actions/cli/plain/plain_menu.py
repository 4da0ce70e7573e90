"""A menu in plain lines: its choices are said once in a sitting, and again whenever one asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from send_actions.cli.plain.sitting import Memory
from send_actions.cli.spoken import WAYS, BackError, ask, do, no_choice, numbered, say

Choices = Mapping[str, Callable[[], object]]
"""What each choice does, by its words."""

Also = Callable[[str], Callable[[], object] | None]
"""What else may be typed does, such as a ref; None for what means nothing."""

_AGAIN: Final = "(Enter says the choices)"


def none_other(_typed: str) -> None:
    """Nothing else may be typed."""


def pick(
    name: str,
    question: str,
    choices: Choices,
    memory: Memory,
    *,
    also: Also = none_other,
    hint: str = "",
    leaves: str = "Back",
) -> bool:
    """Do what is chosen, by its number or by what else may be typed; False when the menu is left.

    `name` is by what the menu is known in a sitting; a refusal of what is done is said.
    """
    told = [*numbered(list(choices)), *([hint] if hint else []), f"0. {leaves}"]
    times = memory.menus[name]
    memory.menus[name] += 1
    if not times:
        say(*told)
    try:
        typed = ask(f"{question} {_AGAIN}" if times == 1 else question, helped=told)
    except BackError as back:
        return not back.was_typed and name.startswith(MAIN)
    if not typed:
        say(*told, WAYS)
    elif typed.isdecimal() and 1 <= int(typed) <= len(choices):
        do(list(choices.values())[int(typed) - 1])
    elif task := also(typed):
        do(task)
    else:
        say(no_choice(typed, len(choices)))
    return True


MAIN: Final = "main"
"""How the names of those menus begin that are left only by their way back."""
