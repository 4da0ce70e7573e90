"""The program at a terminal of its own, as a person has it."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def on_a_terminal(width: int, *arguments: str, typed: str = "", **surroundings: str) -> str:
    """What the program writes on a terminal of this width, while `typed` lies ready to be read.

    With nothing typed, standard error goes elsewhere.
    """
    if sys.platform == "win32":
        pytest.skip("Windows has no pty")
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    os.write(ours, typed.encode())
    known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "send_actions", *arguments],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if typed else subprocess.DEVNULL,
        env=known | {"TERM": "xterm-256color"} | surroundings,
    ) as running:
        os.close(theirs)
        written = _read_to_the_end(ours)
        running.wait(timeout=20)
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def interrupted_at(question: str, *arguments: str) -> tuple[int, str]:
    """How the program ends, and what it wrote, when it is interrupted while it asks this question."""
    import pty
    import signal

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "send_actions", *arguments],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        written = b""
        while question.encode() not in written:
            written += os.read(ours, 65536)
        running.send_signal(signal.SIGINT)
        while True:
            is_quiet = not select.select([ours], [], [], 3)[0]
            try:
                written += b"" if is_quiet else os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if is_quiet and running.poll() is None:  # a signal just before the read is not heard
                running.send_signal(signal.SIGINT)
            elif is_quiet:
                break
        code = running.wait(timeout=20)
    os.close(ours)
    return code, written.decode()


def _read_to_the_end(terminal: int) -> bytes:
    parts = []
    try:
        while part := os.read(terminal, 65536):
            parts.append(part)
    except OSError:  # Linux says so when the other end is closed
        pass
    return b"".join(parts)
