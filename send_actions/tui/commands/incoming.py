"""Bring a file in: which one, what answers its questions, and at last all of it as one change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.plan import Change
from send_actions.errors import SendActionsError, UsageError
from send_actions.tui.commands import moving, navigation
from send_actions.tui.commands.command import CHANGING, CommandScreen, command
from send_actions.tui.plan_writer import incoming_task
from send_actions.tui.prompts.prompt import ConfirmPrompt
from send_actions.tui.text_layout import Line, inline

if TYPE_CHECKING:
    from send_actions.changes.seen_file import Said, SeenFile


class FileLooker(Protocol):
    """Reads a file that is to come in, anew with each answer."""

    told: str

    @property
    def is_reading(self) -> bool:
        """Whether the file is being read."""

    def read(self) -> None:
        """Read the file again."""

    def answer(self, flag: str, key: str, words: str | None) -> None:
        """Read the file again with an answer, or without the one there was."""

    def count_from(self, day: date | None) -> None:
        """Read the file again as it speaks of a day, None for today."""


class FileScreen(CommandScreen, Protocol):
    """A screen that shows what a file would change; `is_coming_in` while that is being written."""

    is_coming_in: bool

    @property
    def file(self) -> Path:
        """The file."""

    @property
    def seen(self) -> SeenFile | None:
        """The file as it was read last; None while it never was."""

    @property
    def said(self) -> Said:
        """What was answered of it."""

    @property
    def open_questions(self) -> int:
        """How many questions are to be answered before it can come in."""

    @property
    def looker(self) -> FileLooker:
        """Reads the file, and keeps what is answered."""

    def bring_in(self, is_begun: bool) -> None:
        """Hear that the file is being brought in, or was refused."""


@command(
    "bring-file",
    "X",
    "import a file",
    CHANGING,
    changes=True,
    also="bring load open workbook excel csv word docx xlsx take return returns owners sent back",
)
async def bring_file(screen: CommandScreen) -> None:
    """Bring in a spreadsheet, a document, returns or a table pasted here: shown and asked about first."""
    from send_actions.tui.prompts.line import LinePrompt

    files = screen.navigator.files

    def entered(typed: str) -> str | None:
        try:
            file = files.named(typed)
        except UsageError as refusal:
            return str(refusal)
        screen.app.call_later(files.show, file)
        return None

    last = files.name(files.last) if files.last else ""
    hint = "its name with its folder, a folder, or a table pasted"
    await screen.foot.ask(
        LinePrompt(
            "File to bring in", last, entered=entered, hint=hint, pasted=files.paste, does="look at it"
        )
    )
    screen.app.call_after_refresh(files.prepare)


@command("bring-in", "b", "bring it in", CHANGING, changes=True)
async def bring_in(screen: FileScreen) -> None:
    """Bring the file in as one change, once none of its questions is open."""
    seen = screen.seen
    if screen.is_coming_in:
        screen.foot.say("It is coming in already")
    elif seen is None or screen.looker.is_reading:
        screen.foot.say(screen.looker.told)
    elif many := screen.open_questions:
        await _bring_clean(screen, seen, f"{many} {'question is' if many == 1 else 'questions are'} open")
    elif not seen.label:
        screen.foot.say(f"Nothing to bring in: {seen.nothing}")
    elif seen.slips:

        async def confirm() -> None:
            _write(screen, seen)

        question: Line = [(inline(" ".join(seen.slips)), "amber")]
        await screen.foot.ask(ConfirmPrompt(question, confirm, yes="bring it in", no="leaves it"))
    else:
        _write(screen, seen)


async def _bring_clean(screen: FileScreen, seen: SeenFile, is_open: str) -> None:
    """Offer to take now the rows of returns of which nothing is asked, else say what is to be answered."""
    if (clean := seen.clean) is None:
        screen.foot.say(f"{is_open}: Enter on a question answers it")
        return

    async def confirm() -> None:
        _write(screen, clean)

    question: Line = [(f"{is_open}. Take the rest now, {inline(clean.holds)}?", "bold")]
    await screen.foot.ask(ConfirmPrompt(question, confirm, yes="take the rest", no="answer them first"))


def _write(screen: FileScreen, seen: SeenFile) -> None:
    session, is_all = screen.session, seen is screen.seen

    async def leave(change: Change | None) -> None:
        screen.navigator.spend((*session.keys.names(bring_in), "y"))  # or y, where a slip was confirmed
        await screen.navigator.show_view("home")
        if change is None:
            session.say(f"{inline(seen.name)}: the plan says all of it already")
        else:
            session.done.say([(inline(change.label), "")], change.id)

    def done(change: Change | None) -> None:
        if not is_all:
            screen.bring_in(is_begun=False)
            session.say(inline(change.label) if change else "The plan says all of that already")
            return
        screen.navigator.files.forget(screen.file)
        screen.app.call_later(leave, change)

    def refused(refusal: SendActionsError) -> None:
        screen.bring_in(is_begun=False)
        session.say(str(refusal), "amber")

    screen.bring_in(is_begun=True)
    session.say(f"Bringing in {inline(seen.name)} …", "dim")
    session.write(incoming_task(seen, screen.said.on), done, refused)


@command("read-file", "r", "read it again", CHANGING)
def read_again(screen: FileScreen) -> None:
    """Read the file again, after it was mended."""
    screen.looker.read()


IN_FILE: Final = (bring_in, read_again)
"""What works on a file that is to come in alone."""

OF_FILE: Final = (
    *moving.IN_LISTS,
    *moving.BETWEEN_PANES,
    *moving.INTO_AND_BACK,
    navigation.go,
    *IN_FILE,
    *navigation.ELSEWHERE,
)
"""What works while a file is looked at that is to come in."""
