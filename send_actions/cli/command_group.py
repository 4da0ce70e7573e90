"""Commands that have commands of their own, such as `report board` and `meeting add`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperGroup

from send_actions.domain.text import cut, printable
from send_actions.domain.words.choices import nearest
from send_actions.errors import UsageError


class CommandGroup(TyperGroup):
    """The kinds of one command; a wrong one is refused naming the nearest."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the kind that is called; raises UsageError naming the nearest."""
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise UsageError(unknown_command(args[0], self.commands, ctx.command_path))
        return super().resolve_command(ctx, args)


def unknown_command(word: str, known: Iterable[str], path: str) -> str:
    """Return the refusal of a command that there is not, with the nearest that there is."""
    near = nearest(word, known)
    tail = f"did you mean {near}?" if near else f"see `{path} --help`."
    whole = " ".join([*path.split()[1:], printable(cut(word, 40))])
    return f'There is no command "{whole}": {tail}'


def command_group(name: str) -> typer.Typer:
    """Return an empty command that kinds are added to."""
    return typer.Typer(
        name=name,
        cls=CommandGroup,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
