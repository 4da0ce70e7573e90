"""The program at a terminal of its own, as a person has it: run to its end, or drawn while it is typed to."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import pyte
import pytest

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0
ON_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def a_terminal(columns: int, rows: int) -> tuple[int, int]:
    """A pseudo-terminal of a size: our end of it, and the program's."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pty")
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return ours, theirs


def on_a_terminal(width: int, *arguments: str, typed: str = "", **surroundings: str) -> str:
    """What the program writes on a terminal of this width, while `typed` lies ready to be read.

    With nothing typed, standard error goes elsewhere.
    """
    ours, theirs = a_terminal(width, 24)
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
    import signal

    ours, theirs = a_terminal(80, 24)
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


class Terminal:
    """send-actions in a pseudo-terminal, its output fed to a terminal emulator."""

    def __init__(
        self,
        place: Path,
        *arguments: str,
        size: tuple[int, int] = (120, 36),
        surroundings: Mapping[str, str | None] | None = None,
        tells_of_its_end: bool = True,
        ground: str = "",
    ) -> None:
        columns, rows = size
        self._ground = ground
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        own, theirs = a_terminal(columns, rows)
        known: dict[str, str | None] = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        known |= dict.fromkeys(("COLUMNS", "LINES", "NO_COLOR", "PYTHONUNBUFFERED"))
        known |= {"SEND_ACTIONS_DB": str(place), "SEND_ACTIONS_BY": "Ana", **(surroundings or {})}
        program = [sys.executable, "-m", "send_actions", *arguments]
        self._process = subprocess.Popen(
            [sys.executable, "-c", ON_ITS_TERMINAL, *program] if tells_of_its_end else program,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={name: value for name, value in known.items() if value is not None},
            start_new_session=True,
            cwd=ROOT,
        )
        os.close(theirs)
        self._own = own

    @property
    def text(self) -> str:
        """What stands on the terminal."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, words: str) -> str:
        """Wait until words stand on the terminal, and return all that does."""
        end = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < end, f"never saw {words!r}:\n{self.text}"
            self._read(0.2)
        return self.text

    def until_written(self, told: bytes) -> None:
        """Wait until the program has written these bytes."""
        end = time.monotonic() + PATIENCE
        while told not in self.written:
            assert time.monotonic() < end, f"never wrote {told!r}"
            self._read(0.2)

    def until_cursor(self, words: str) -> None:
        """Wait until the terminal's own cursor is shown, with these words right behind or right before it."""
        end = time.monotonic() + PATIENCE
        while self.screen.cursor.hidden or not self._is_at(words):
            place = self.screen.cursor.x, self.screen.cursor.y
            assert time.monotonic() < end, f"at {place}, not at {words!r}:\n{self.text}"
            self._read(0.2)

    def _is_at(self, words: str) -> bool:
        cursor = self.screen.cursor
        line = self.screen.display[cursor.y]
        return line[: cursor.x].rstrip().endswith(words) or line[cursor.x :].lstrip("▌ •").startswith(words)

    def type(self, keys: str) -> None:
        """Type keys, all at once, as a fast hand or a paste would."""
        os.write(self._own, keys.encode())

    def leaves_with(self) -> int:
        """Wait for the end and return the exit code."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < end, self.text
            self._read(0.2)
        while self._read(0):
            pass
        return self._process.returncode

    def send(self, number: int) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def until_stopped(self) -> None:
        """Wait until the program stands still, as after Ctrl+Z, and forget what stood on the terminal."""
        end = time.monotonic() + PATIENCE
        while not os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG):
            assert time.monotonic() < end, self.text
            self._read(0.2)
        self._read(0)
        self.screen.reset()

    def hang_up(self) -> int:
        """Close the terminal, as when its window is closed, and return how the program ended."""
        os.close(self._own)
        self._own = -1
        return self._process.wait(timeout=PATIENCE)

    @property
    def settings(self) -> list[object]:
        """How the terminal is set: whether it echoes and edits lines."""
        import termios

        return list(termios.tcgetattr(self._own)[:4])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._own >= 0:
            os.close(self._own)

    def _read(self, seconds: float) -> bool:
        """Draw what was written, waiting at most so long for it; say whether there was anything."""
        if not select.select([self._own], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._own, 65536)
        except OSError:
            return False
        self.written += data
        if self._ground and b"\x1b]11;?" in data:  # as terminals do that can name the colour of their ground
            os.write(self._own, f"\x1b]11;{self._ground}\x1b\\\x1b[?62;22c".encode())
        self._stream.feed(data)
        return True
