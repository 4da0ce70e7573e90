"""A long text in the person's own editor, by way of a file that only they can read and that is gone after."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

from textual.app import App, SuspendNotSupported

from send_actions.domain.text import clean
from send_actions.errors import SendActionsError

_USUAL: Final = ("sensible-editor", "nano", "vi", "notepad")


def edit_in_editor(app: App[Any], text: str) -> str:
    """Return a text as it was left in VISUAL, EDITOR or a usual editor, clean; raises SendActionsError.

    The file is in a folder of its own, so that what the editor keeps beside it goes with it.
    """
    command = _editor()
    folder = tempfile.mkdtemp(prefix="send-actions-")
    file = Path(folder) / "text.txt"
    try:
        file.touch(mode=0o600)
        file.write_text(f"{text}\n", encoding="utf-8")
        _run(app, [*command, str(file)])
        return clean(file.read_text(encoding="utf-8", errors="replace"))
    except OSError as fault:
        raise SendActionsError(f"{command[0]} could not be used ({fault.strerror}): write here.") from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _editor() -> list[str]:
    """The command of the person's editor."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = [named] if os.name == "nt" and named else shlex.split(named)
    except ValueError:
        command = []
    found = next((name for name in _USUAL if shutil.which(name)), "")
    command = command or ([found] if found else [])
    if not command or not shutil.which(command[0]):
        which = f"{command[0]} is not there" if command else "no editor is named"
        raise SendActionsError(f"{which[:1].upper()}{which[1:]}: name yours in EDITOR, or write here.")
    return command


def _run(app: App[Any], command: list[str]) -> None:
    """Give an editor the terminal until it ends; Ctrl+C is then for it alone."""
    kept = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        with app.suspend():
            ended = subprocess.run(command, check=False).returncode  # noqa: S603  the person's own editor
    except SuspendNotSupported:
        raise SendActionsError("This terminal cannot be lent to an editor: write here.") from None
    finally:
        signal.signal(signal.SIGINT, kept)
    if ended:
        raise SendActionsError(f"{command[0]} ended with {ended}: the text stands as it was.")
