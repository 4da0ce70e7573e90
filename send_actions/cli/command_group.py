"""Commands that have commands of their own, such as `report board` and `meeting add`."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

import typer
from typer.core import TyperGroup

from send_actions.cli.typed_command import Command, examples, explanation, write_examples
from send_actions.errors import UsageError

HELP_NAMES: Final = ["-h", "--help"]


class CommandGroup(TyperGroup):
    """The commands of one command; a wrong one is refused naming the nearest. Its help ends as theirs do."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the names and what each does, whole."""
        del ctx
        told = [
            (name, " ".join(explanation(command.help).split())) for name, command in self.commands.items()
        ]
        with formatter.section("Commands"):
            formatter.write_dl(told)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write the first example of each command."""
        del ctx
        found = [examples(command.help)[:1] for command in self.commands.values()]
        write_examples(formatter, [line for lines in found for line in lines])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called; raises UsageError naming the nearest."""
        if args[0] == "help" and not ctx.resilient_parsing:
            args = asked_for_help(ctx, args)
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise unknown_command(args[0], self.commands, ctx.command_path)
        return super().resolve_command(ctx, args)


_SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "list": ("ls", "find", "search", "filter", "show", "all", "export"),
    "add": ("new", "create", "file", "insert"),
    "edit": ("change", "rename", "update", "revise", "move", "modify", "merge"),
    "remove": ("delete", "rm", "del", "drop", "cancel"),
    "reached": ("reach", "done", "complete", "met"),
    "set": ("status", "rag", "update", "withdraw", "close", "complete"),
    "history": ("log", "changes", "audit"),
    "undo": ("revert", "back"),
    "due": ("date", "deadline", "move", "postpone"),
    "report": ("paper", "print"),
    "plan": ("settings", "config"),
}
"""What people write for a command, by the one that there is."""

_NO_REMOVE: Final = {
    "": "an action is withdrawn, `send-actions set REF withdrawn -m WHY`, and its history stays; a meeting, "
    "step, measure, source, finding or evidence has a `remove` of its own, as in `send-actions step remove`.",
    "owner": "an owner stays in the plan; `send-actions owner edit` gives another name, and that of another "
    "owner makes the two one.",
}
"""What is said where nothing can be removed, by the group."""


def unknown_command(word: str, known: Collection[str], path: str) -> UsageError:
    """Return the refusal of a command that there is not, with what does it or the nearest that there is."""
    from send_actions.domain.text import cut, printable
    from send_actions.domain.words.choices import nearest

    group, wanted = " ".join(path.split()[1:]), word.lower()
    start = f'There is no command "{" ".join(filter(None, (group, printable(cut(word, 40)))))}"'
    if wanted in ("remove", *_SAME["remove"]) and "remove" not in known and group in _NO_REMOVE:
        return UsageError(f"{start}: {_NO_REMOVE[group]}")
    same = next((name for name, also in _SAME.items() if wanted in also and name in known), None)
    if near := same or nearest(word, known):
        return UsageError(f"{start}: did you mean {near}?")
    *names, last = known
    has = f"{group} has {', '.join(names)} and {last}; " if group and names else ""
    return UsageError(f"{start}: {has}see `{path} --help`.")


def asked_for_help(ctx: Any, args: list[str]) -> list[str]:
    """Return the words of `help COMMAND` as `COMMAND --help`; without a command, say the group's own help."""
    wanted = [word for word in args[1:] if not word.startswith("-")]
    if not wanted:
        typer.echo(ctx.get_help())
        raise typer.Exit
    return [*wanted, "--help"]


class _Commands(typer.Typer):
    """What commands are added to; each takes its words as `Command` has it."""

    def command(self, name: str | None = None, **settings: Any) -> Any:
        """Add a command."""
        settings.setdefault("cls", Command)
        return super().command(name, **settings)


def command_group(
    name: str, cls: type[TyperGroup] = CommandGroup, *, add_completion: bool = False
) -> typer.Typer:
    """Return an empty command that commands are added to."""
    return _Commands(
        name=name,
        cls=cls,
        rich_markup_mode=None,
        add_completion=add_completion,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": HELP_NAMES},
    )
