"""Opening a file in the desktop's own program, where there is a desktop."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which
from threading import Thread

Opener = Callable[[Path], None]
"""Opens a file and does not wait for whoever reads it."""


def desktop_opener(surroundings: Mapping[str, str]) -> Opener | None:
    """Return what opens files here; None where no desktop is known to be, such as at the end of SSH."""
    if sys.platform == "win32":
        return os.startfile
    if sys.platform == "darwin":
        return None if surroundings.get("SSH_CONNECTION") else _by("open")
    has_screen = surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY")
    return _by("xdg-open") if has_screen and which("xdg-open", path=surroundings.get("PATH")) else None


def _by(program: str) -> Opener:
    def open_file(file: Path) -> None:
        Thread(target=_run, args=(program, file), name="opening", daemon=True).start()

    return open_file


def _run(program: str, file: Path) -> None:
    """Run an opener away from the terminal, which is the app's."""
    nothing = subprocess.DEVNULL
    subprocess.run(  # noqa: S603  a program of the desktop's, with a file that was just written
        [program, str(file)],
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,
        check=False,
    )
