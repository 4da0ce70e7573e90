"""Other days, other views, themes, help, the palette, and leaving."""

from __future__ import annotations

from typing import Final

from send_actions.errors import SendActionsError
from send_actions.tui.commands.command import GOING, LOOKING, CommandScreen, command, go_to, open_views
from send_actions.tui.commands.moving import to_first_row
from send_actions.tui.prompts.prompt import ConfirmPrompt, MenuPrompt
from send_actions.tui.text_layout import Line


@command("earlier", "[", "earlier", LOOKING, keys=("left_square_bracket",))
def look_earlier(screen: CommandScreen) -> None:
    """The plan as at the meeting before."""
    plan = screen.session.plan
    days = [meeting.on for meeting in plan.main_meetings if meeting.on < plan.as_at]
    if days:
        screen.session.look_at(max(days))
    else:
        screen.foot.say("There is no earlier meeting to look back to")


@command("later", "]", "later", LOOKING, keys=("right_square_bracket",))
def look_later(screen: CommandScreen) -> None:
    """The plan as at the next meeting, up to today."""
    session = screen.session
    if not session.is_looking_back:
        earlier = screen.session.keys["earlier"]
        screen.foot.say(f"This is today: {earlier} looks back to the meeting before")
        return
    plan, today = session.plan, session.today
    days = [meeting.on for meeting in plan.main_meetings if plan.as_at < meeting.on < today]
    session.look_at(min(days, default=None))


@command("as-at", "Ctrl+G", "as at", LOOKING, keys=("ctrl+g",))
async def look_as_at(screen: CommandScreen) -> None:
    """The plan as at a date."""
    from send_actions.tui.prompts.line import LinePrompt

    session = screen.session

    def entered(text: str) -> str | None:
        try:
            day = session.reader.look_back(text)
        except SendActionsError as refusal:
            return str(refusal)
        session.look_at(day)
        return None

    await screen.foot.ask(
        LinePrompt("As at", entered=entered, hint="28 Jan, March 2026, or last for the last meeting")
    )


@command("theme", "F9", "theme", LOOKING, keys=("f9",))
def change_theme(screen: CommandScreen) -> None:
    """Next theme: dark, light, high contrast."""
    screen.foot.say(f"Theme: {screen.navigator.next_theme()}")


@command("go", "g", "go", GOING)
async def go(screen: CommandScreen) -> None:
    """Go to a view: the line at the foot names them.

    A second g goes to the first row.
    """
    views, closed = open_views(screen), screen.session.reader.closed_views
    choices: list[tuple[str, Line]] = [(view.letter, [(view.words, "dim")]) for view in views]

    async def choose(letter: str) -> None:
        if letter == "g":
            to_first_row(screen)
        else:
            await go_to(screen, next(view.id for view in views if view.letter == letter))

    why_not = {view.letter: closed[view.id] for view in screen.navigator.views if view.id in closed}
    top: tuple[str, Line] = ("g", [("top", "dim")])
    await screen.foot.ask(MenuPrompt([("Go to", "bold")], [*choices, top], choose, why_not=why_not))


@command("help", "? F1", "help", GOING, keys=("question_mark", "f1"))
async def show_help(screen: CommandScreen) -> None:
    """What the keys do on this screen."""
    await screen.navigator.show_help()


@command("find-command", ": Ctrl+P", "commands", GOING, keys=("colon", "ctrl+p"))
async def show_palette(screen: CommandScreen) -> None:
    """Find a command by its name."""
    await screen.navigator.show_palette()


@command("quit", "q", "quit", GOING, keys=("q", "ctrl+q", "ctrl+c"))
async def leave_app(screen: CommandScreen) -> None:
    """Back; at home it asks, then quits."""
    if screen.kind != "home":
        await screen.go_back()
        return

    async def end() -> None:
        await screen.session.written()
        await screen.navigator.papers.written()
        if screen.navigator.pending.is_waiting:
            screen.foot.say("Not left: something could not be saved", "amber")
            await screen.navigator.pending.ask()
        else:
            screen.navigator.last_view.keep(screen.app)
            screen.navigator.half_typed.drop()
            screen.app.exit(0)

    question: Line = [("Leave send-actions?", "bold")]
    if unsaved := screen.navigator.pending.unsaved:
        question.append((f" {unsaved}", "amber"))
    elif last := screen.navigator.copies.last():
        question.append((f" {last}", "dim"))
    await screen.foot.ask(ConfirmPrompt(question, end, yes="leave", no="stays"))


OTHER_DAYS: Final = (look_earlier, look_later, look_as_at)
"""Looking back."""

ELSEWHERE: Final = (change_theme, show_help, show_palette, leave_app)
"""What leads away from the plan."""
