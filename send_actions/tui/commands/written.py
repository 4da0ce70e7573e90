"""Where what is written goes, and what is said once it is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from send_actions.tui.commands.command import CommandScreen
from send_actions.tui.paper_maker import Written, tidy
from send_actions.tui.text_layout import Line, inline, keyed


def say_written(
    screen: CommandScreen,
    words: str,
    file: Path,
    written: Written | None = None,
    *,
    warns_of: Sequence[str] = (),
) -> None:
    """Say where a file or a folder went and what to warn of; Enter opens it where there is a desktop.

    A paper that was `written` is issued by I.
    """
    from send_actions.tui.opening import desktop_opener

    line: Line = [(words, "")]
    is_paper = written is not None and written.is_for_a_meeting
    can_issue = is_paper and not screen.session.reader.why_read_only
    issue = screen.session.keys["issue"]
    issues: Line = [(" · ", "dim"), *keyed(issue, "issues it for a meeting")] if can_issue else []
    warns: Line = [
        (f" · {warning}", "amber") for warning in (*(written.warnings if written else ()), *warns_of)
    ]
    opener = desktop_opener(os.environ)
    if opener is None:
        screen.session.say_line([*line, *issues, *warns])
        return

    def take() -> None:
        opener(file)
        screen.session.say(f"Opening {inline(file.name)} …")

    line = [*line, (" · ", "dim"), *keyed("Enter", "opens it"), *issues, *warns]
    screen.navigator.papers.offer(line, take)
    screen.session.say_line(line)


async def ask_new_folder(screen: CommandScreen, name: str, what: str, write: Callable[[Path], None]) -> None:
    """Ask into which new folder something is written, one of this name offered; `what` says what it is."""
    from send_actions.tui.prompts.line import LinePrompt

    papers = screen.navigator.papers

    def typed(text: str) -> Line:
        where = inline(str(tidy(_folder(papers.folder, text).parent)))
        return [(what, "bold"), (f" into a new folder in {where}", "dim")]

    def entered(text: str) -> str | None:
        folder = _folder(papers.folder, text)
        if refusal := _refusal(folder):
            return refusal
        write(folder)
        return None

    offered = _new_name(papers.folder, name)
    await screen.foot.ask(LinePrompt("Folder", offered, entered=entered, typed=typed, does="write"))


def _folder(beside: Path, text: str) -> Path:
    return beside / os.path.expanduser(text.strip())  # noqa: PTH111  the other raises for a user who is none


def _refusal(folder: Path) -> str:
    """Why a new folder cannot be made there; empty where it can."""
    try:
        if folder.exists():
            return f"{inline(folder.name)} is there already: name a new folder"
        if not folder.parent.is_dir():
            return f"{inline(str(tidy(folder.parent)))} is no folder: make it first, or name another"
    except (OSError, ValueError) as fault:
        return f"{getattr(fault, 'strerror', None) or type(fault).__name__}: name another"
    return ""


def _new_name(beside: Path, name: str) -> str:
    """A folder's name that is not taken: the one proposed, else with a number behind it."""
    names = [name, *(f"{name}-{number}" for number in range(2, 100))]
    return next((one for one in names if not (beside / one).exists()), name)
