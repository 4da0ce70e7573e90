"""The commands gathered in one Typer app, each loaded only when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Annotated, Any, Final, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command

from send_actions import __version__
from send_actions.cli.command_group import HELP_NAMES, asked_for_help, command_group, unknown_command
from send_actions.cli.filter_command import FilterCommand
from send_actions.cli.options import Db, option
from send_actions.cli.typed_command import Command, write_examples
from send_actions.cli.wrong_usage import wrong_usage
from send_actions.errors import UsageError

PROGRAM: Final = "send-actions"

_ROOM = "send_actions.cli"


class CommandEntry(NamedTuple):
    """A command's file in its room, its function there, and what help says of it."""

    file: str
    function: str
    explained: str
    has_filters: bool = False
    room: str = "commands"


COMMANDS: Final = {
    "list": CommandEntry(
        "list", "list_actions", "List actions, all or those a filter chooses.", has_filters=True
    ),
    "areas": CommandEntry("areas", "list_areas", "List the areas and how each stands."),
    "show": CommandEntry("show", "show_action", "Show one action in full, with its past."),
    "check": CommandEntry("check", "check_plan", "List what questions the plan raises."),
    "history": CommandEntry("history", "list_changes", "List what was changed, by whom, before and after."),
    "set": CommandEntry("set_note_due", "set_status", "Set the status of actions, with the reason."),
    "confirm": CommandEntry("set_note_due", "confirm", "Say of actions: no change, still right."),
    "note": CommandEntry("set_note_due", "note", "Write a note on an action."),
    "due": CommandEntry("set_note_due", "move_due", "Set or move a due date, with the reason."),
    "add": CommandEntry("add_edit", "add", "Add an action, or an area."),
    "edit": CommandEntry("add_edit", "edit", "Change the wording of an action, or of an area."),
    "round": CommandEntry(
        "round_lines", "go_through_round", "Go through what owes an update, in lines.", room="plain"
    ),
    "meeting": CommandEntry("meeting", "meeting", "Keep the diary of the board's meetings."),
    "minute": CommandEntry("minute", "minute", "Keep what meetings asked, decided and agreed."),
    "step": CommandEntry("step", "step", "Keep an action's dated steps, and say which are reached."),
    "measure": CommandEntry("measure", "measure", "Keep measures, their readings and what moves them."),
    "evidence": CommandEntry("evidence", "evidence", "Keep what shows that something was done."),
    "source": CommandEntry("source", "source", "Keep the inspection letters and reviews."),
    "finding": CommandEntry("source_finding", "finding", "Keep what they found, and which areas answer it."),
    "owner": CommandEntry("owner", "owner", "Add and rename who leads what, and list them."),
    "view": CommandEntry("view", "view", "Keep filters under a name, for list --view and f in the app."),
    "plan": CommandEntry("plan", "show_plan", "Show or change what the plan is called and its rules."),
    "undo": CommandEntry("undo", "undo_change", "Take back your newest change."),
    "redo": CommandEntry("undo", "redo_change", "Bring back what you took back."),
    "init": CommandEntry("init", "begin_plan", "Make a plan, from a template if you like."),
    "import": CommandEntry("import_file", "import_file", "Bring a file into the plan."),
    "return": CommandEntry("returns", "returns", "Ask owners by workbooks, and take what they send back."),
    "backup": CommandEntry("backup", "keep_dated_copy", "Make a dated copy of the plan in a second place."),
    "restore": CommandEntry("restore", "restore_copy", "Bring a copy of the plan back."),
    "report": CommandEntry("report", "report", "Write a paper from the plan."),
    "keys": CommandEntry("keys", "list_keys", "List the app's keys, by their names in settings.toml."),
    "demo": CommandEntry(
        "sample_day", "show_sample", "Look around in a throw-away copy of the sample plan.", room="plain"
    ),
}
"""Every command by name, in the order of help."""


EXIT_CODES: Final = {
    "0": "Fine.",
    "1": "Refused, with one line that says why; check --strict: something is questioned.",
    "2": "Wrong usage, with the line that helps.",
    "3": "A fault of its own; the line names its log.",
    "130": "Interrupted.",
}
"""What the exit codes mean, as help says it (PRODUCT section 7)."""

EXAMPLES: Final = (
    "send-actions demo",
    "send-actions list status:red org:ICB",
    "send-actions help set",
)


class Commands(TyperGroup):
    """The commands by name; one is imported when it is called, and none for help."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order of help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command of a name, imported now; None when there is none."""
        del ctx
        return _loaded(cmd_name, COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called; raises UsageError naming the nearest."""
        if args[0] == "help" and not ctx.resilient_parsing:
            args = asked_for_help(ctx, args)
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise unknown_command(args[0], COMMANDS, PROGRAM)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the names and what they do."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, called.explained) for name, called in COMMANDS.items()])
        with formatter.section("Exit codes"):
            formatter.write_dl(list(EXIT_CODES.items()))

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Write what to type first."""
        del ctx
        write_examples(formatter, EXAMPLES)


app = command_group(PROGRAM, Commands, add_completion=True)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    db: Db = None,
    audience: Annotated[
        str | None,
        option("--audience", "board", "Open for the room: what a board's paper shows, and read-only."),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="The day's work as plain lines and numbered choices, for screen readers."
        ),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Say the version.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """Keep a SEND action plan: see what needs you, say how things stand, write the board's paper.

    Without a command the app opens. The plan is named by --db, SEND_ACTIONS_DB or the settings.
    """
    del version
    if context.invoked_subcommand is None:
        raise typer.Exit(_open(db, for_board=_is_for_board(audience), plain=plain))
    if audience is not None:
        raise UsageError("--audience before a command does nothing: `report` takes it after the kind.")
    if plain:
        raise UsageError("--plain stands after a command, or alone for the day's work in plain lines.")


def _open(db: str | None, *, for_board: bool, plain: bool) -> int:
    """Open the app, or at a terminal the day's work in plain lines."""
    from send_actions.cli.questions import can_ask

    if plain and can_ask():
        from send_actions.cli.author import author
        from send_actions.cli.commands.open_app import begun_first
        from send_actions.cli.location import plan_location
        from send_actions.cli.plain.day import open_day, open_sample

        place = plan_location(db) if for_board else begun_first(db, open_sample)
        if place and not for_board:
            author(may_ask=True)
        return open_day(place, for_board=for_board) if place else 0
    from send_actions.cli.commands.open_app import open_app

    return open_app(db, for_board=for_board)


def _is_for_board(audience: str | None) -> bool:
    """Whether the app is to show what a board sees; raises UsageError for other audiences than there are."""
    if audience is None:
        return False
    from send_actions.domain.text import clean, fold

    word = fold(clean(audience, one_line=True))
    if word not in ("board", "internal"):
        raise UsageError("The app opens for --audience board, or without it for those who keep the plan.")
    return word == "board"


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; what it refuses is raised."""
    command = get_command(app)
    try:
        with command.make_context(PROGRAM, list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as finished:
        return finished.exit_code
    except typer.TyperException as error:
        raise wrong_usage(error) from error
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    return 0


def complete() -> None:
    """Answer a shell's question for what may be typed next, and leave."""
    from send_actions.cli.shells import answer_shells

    command = get_command(app)
    answer_shells()
    command.main(args=[], prog_name=PROGRAM)


@cache
def _loaded(name: str, called: CommandEntry) -> Any:
    function = getattr(import_module(f"{_ROOM}.{called.room}.{called.file}"), called.function)
    if isinstance(function, typer.Typer):
        return get_command(function)
    kind = FilterCommand if called.has_filters else Command
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(name, cls=kind, context_settings={"help_option_names": HELP_NAMES})(function)
    return get_command(alone)
