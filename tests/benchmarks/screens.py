"""The app on a terminal of its own, timed from outside: to the first frame, and from a key to its repaint."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path
from typing import Self

from benchmarks.timing import PROGRAM, ROOT, compiled_once

_ROWS, _COLUMNS = 36, 120
_QUIET = 0.15
_PATIENCE = 60.0
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-Z]|[=>])")


class Screen:
    """The app with one plan open; what it writes is kept with the moment it came."""

    def __init__(self, place: Path) -> None:
        own, theirs = pty.openpty()
        fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        surroundings = {**compiled_once(), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        surroundings |= {"SEND_ACTIONS_DB": str(place), "SEND_ACTIONS_BY": "benchmarks"}
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            PROGRAM, stdin=theirs, stdout=theirs, stderr=theirs, env=surroundings, cwd=ROOT
        )
        os.close(theirs)
        self._own = own
        self.first_frame = self.until(b"commands") - self._begun
        self.settle()

    def until(self, words: bytes) -> float:
        """Wait for words, and return the moment they came."""
        seen = b""
        end = time.monotonic() + _PATIENCE
        while words not in _ESCAPES.sub(b"", seen):
            if time.monotonic() > end:
                raise TimeoutError(f"never saw {words!r}")
            seen += self._read(0.5)
        return time.perf_counter()

    def settle(self, quiet: float = _QUIET) -> float:
        """Wait until nothing more is written, and return the moment of the last that was."""
        last = time.perf_counter()
        while True:
            if self._read(quiet):
                last = time.perf_counter()
            elif time.perf_counter() - last >= quiet:
                return last

    def press(self, keys: str) -> float:
        """Type keys, and return the milliseconds until the last of what they drew."""
        begun = time.perf_counter()
        os.write(self._own, keys.encode())
        first = self._read(_PATIENCE)
        seen = time.perf_counter() if first else begun
        return (max(seen, self.settle()) - begun) * 1000 if first else 0.0

    def press_until(self, keys: str, words: bytes) -> float:
        """Type keys, and return the milliseconds until words are written."""
        begun = time.perf_counter()
        os.write(self._own, keys.encode())
        return (self.until(words) - begun) * 1000

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._own], [], [], patience)
        if not ready:
            return b""
        written = os.read(self._own, 1 << 16)
        if b"\x1b[6n" in written:
            os.write(self._own, b"\x1b[1;1R")
        if b"\x1b[?2026$p" in written:
            os.write(self._own, b"\x1b[?2026;2$y")
        return written

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._own)
