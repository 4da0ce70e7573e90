"""Other days, other views, themes, help, the palette, and leaving."""

from __future__ import annotations

from typing import Final

from send_actions.domain.words.dates import read_date, say_date
from send_actions.errors import SendActionsError
from send_actions.tui.commands.command import GOING, LOOKING, Command, CommandScreen
from send_actions.tui.commands.moving import to_first_row
from send_actions.tui.prompts.prompt import ConfirmPrompt, MenuPrompt
from send_actions.tui.text_layout import Line


def _look_earlier(screen: CommandScreen) -> None:
    plan = screen.session.plan
    days = [meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at]
    if days:
        screen.session.look_at(max(days))
    else:
        screen.foot.say("There is no earlier meeting to look back to")


def _look_later(screen: CommandScreen) -> None:
    session = screen.session
    if not session.is_looking_back:
        screen.foot.say("This is today: [ looks back to the meeting before")
        return
    plan, today = session.plan, session.today
    days = [meeting.on for meeting in plan.main_meetings if plan.as_at < meeting.on < today]
    session.look_at(min(days, default=None))


async def _look_as_at(screen: CommandScreen) -> None:
    """Ask for a day to look back to."""
    from send_actions.tui.prompts.fields import LinePrompt

    session = screen.session

    def entered(text: str) -> str | None:
        try:
            day = read_date(text, today=session.today, prefer="past")
        except SendActionsError as refusal:
            return str(refusal)
        if day > session.today:
            return f"{say_date(day)} has not been yet: give a day up to {say_date(session.today)}"
        session.look_at(day)
        return None

    await screen.foot.ask(LinePrompt("As at", entered=entered, hint="28 Jan, or 28/01/2026"))


_LATER: Final = "The plan as at the next meeting, up to today."

OTHER_DAYS: Final = (
    Command(
        "earlier",
        ("left_square_bracket",),
        "[",
        "earlier",
        "The plan as at the meeting before.",
        LOOKING,
        _look_earlier,
    ),
    Command("later", ("right_square_bracket",), "]", "later", _LATER, LOOKING, _look_later),
    Command("as-at", ("ctrl+g",), "Ctrl+G", "as at", "The plan as at a date.", LOOKING, _look_as_at),
)


def _change_theme(screen: CommandScreen) -> None:
    screen.foot.say(f"Theme: {screen.navigator.next_theme()}")


_THEMES: Final = "Next theme: dark, light, high contrast."

THEME: Final = Command("theme", ("f9",), "F9", "theme", _THEMES, LOOKING, _change_theme)


async def _go(screen: CommandScreen) -> None:
    """Name the views; g again goes to the first row."""
    views = screen.navigator.views
    choices: list[tuple[str, Line]] = [(view.letter, [(view.words, "dim")]) for view in views]

    async def choose(letter: str) -> None:
        if letter == "g":
            to_first_row(screen)
        else:
            await screen.navigator.show_view(next(view.id for view in views if view.letter == letter))

    await screen.foot.ask(MenuPrompt([("Go to", "bold")], [*choices, ("g", [("top", "dim")])], choose))


async def _quit(screen: CommandScreen) -> None:
    """Go back; at home ask, then end."""
    if screen.kind != "home":
        await screen.go_back()
        return

    async def end() -> None:
        await screen.session.written()
        if screen.navigator.pending.is_waiting:
            screen.foot.say("Not left: something could not be saved", "amber")
            await screen.navigator.pending.ask()
        else:
            screen.app.exit(0)

    question: Line = [("Leave send-actions?", "bold")]
    await screen.foot.ask(ConfirmPrompt(question, end, yes="leave", no="any other key stays"))


_GO: Final = "Go to a view: the line at the foot names them."
_HELP_KEYS: Final = ("question_mark", "f1")
_HELP: Final = "What the keys do on this screen."
_PALETTE: Final = "Find a command by its name."
_QUIT: Final = "Back; at home it asks, then quits."

GO: Final = Command("go", ("g",), "g", "go", _GO, GOING, _go)
HELP: Final[Command[CommandScreen]] = Command(
    "help", _HELP_KEYS, "? F1", "help", _HELP, GOING, lambda screen: screen.navigator.show_help()
)
PALETTE: Final[Command[CommandScreen]] = Command(
    "commands",
    ("colon", "ctrl+p"),
    ": Ctrl+P",
    "commands",
    _PALETTE,
    GOING,
    lambda screen: screen.navigator.show_palette(),
)
QUIT: Final = Command("quit", ("q", "ctrl+q", "ctrl+c"), "q", "quit", _QUIT, GOING, _quit)
