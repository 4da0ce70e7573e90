"""Tab in the shells that are installed: what is completed reaches the program as one argument."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pty", allow_module_level=True)

import fcntl
import pty
import struct
import termios

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
STARTS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
PREPARES = {
    "bash": "PS1='ready> '; source {script}\n",
    "zsh": "PS1='ready> '; autoload -Uz compinit; compinit -u -D; source {script}\n",
    "fish": "function fish_prompt; echo 'ready> '; end; source {script}\n",
}
ON_ITS_OWN_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
ECHO = """#!/bin/sh
if [ -n "$_SEND_ACTIONS_COMPLETE" ]; then exec "{python}" -m send_actions "$@"; fi
printf 'given:'; printf ' [%s]' "$@"; echo
"""


class Shell:
    """An interactive shell on a terminal of its own, with what completes send-actions sourced."""

    def __init__(self, name: str, folder: Path) -> None:
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        program = bin_folder / "send-actions"
        program.write_text(ECHO.format(python=sys.executable), encoding="utf-8")
        program.chmod(0o755)
        script = folder / "script"
        surroundings = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "HOME": str(folder)}
        surroundings["PATH"] = f"{bin_folder}{os.pathsep}{surroundings['PATH']}"
        told = subprocess.run(
            [program],
            env=surroundings | {"_SEND_ACTIONS_COMPLETE": f"source_{name}"},
            capture_output=True,
            check=True,
        )
        script.write_bytes(told.stdout)
        self._own, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", ON_ITS_OWN_TERMINAL, *STARTS[name]],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings,
            cwd=folder,
            start_new_session=True,
        )
        os.close(theirs)
        self.written = ""
        self.type(PREPARES[name].format(script=script))
        self.until("ready> ")

    def type(self, keys: str) -> None:
        os.write(self._own, keys.encode())

    def until(self, words: str) -> str:
        """Wait until words were written, and return all that was since the last wait."""
        end = time.monotonic() + PATIENCE
        while words not in self.written:
            assert time.monotonic() < end, f"never saw {words!r}:\n{self.written}"
            if select.select([self._own], [], [], 0.2)[0]:
                self.written += os.read(self._own, 65536).decode(errors="replace")
        before, _, self.written = self.written.partition(words)
        return before + words

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._own)


@pytest.mark.parametrize("name", STARTS)
def test_a_filter_is_completed_as_it_is_typed(name: str, place: Path, tmp_path: Path) -> None:
    del place
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    shell = Shell(name, tmp_path)
    try:
        for typed, given in (
            ("list status:re", "[list] [status:red]"),
            ("list overd", "[list] [overdue]"),
            ("list -overd", "[list] [-overdue]"),
            ("list org:IC", "[list] [org:ICB]"),
            ("list status:red,amb", "[list] [status:red,amber]"),
            ("list check:no-u", "[list] [check:no-update]"),
            ('list lead:\\"Virtual', '[list] [lead:"Virtual School Head"]'),
            ("list lead:Virtual", '[list] [lead:"Virtual School Head"]'),
            ("show 9.2", "[show] [9.2]"),
        ):
            shell.type(f"send-actions {typed}\t")
            shell.type("\n")
            shell.until(f"given: {given}")
    finally:
        shell.close()
