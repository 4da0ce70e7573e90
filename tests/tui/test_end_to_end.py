"""The app as a person has it: in a real terminal, with a status set, left, and found again."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Self

import pyte
import pytest
from kept_plans import AT, TODAY

from send_actions.changes.plan import revise_plan
from send_actions.store.database import open_store

ROWS, COLUMNS = 36, 120
PATIENCE = 30.0


class Terminal:
    """send-actions in a pseudo-terminal, its output fed to a terminal emulator."""

    def __init__(self, place: Path, *arguments: str) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        own, theirs = pty.openpty()
        fcntl.ioctl(own, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        surroundings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        surroundings |= {"SEND_ACTIONS_DB": str(place), "SEND_ACTIONS_BY": "Ana"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "send_actions", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings,
            start_new_session=True,
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

    def type(self, keys: str) -> None:
        """Type keys, all at once, as a fast hand or a paste would."""
        os.write(self._own, keys.encode())

    def leaves_with(self) -> int:
        """Wait for the end and return the exit code."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < end, self.text
            self._read(0.2)
        return self._process.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._own)

    def _read(self, seconds: float) -> None:
        if not select.select([self._own], [], [], seconds)[0]:
            return
        try:
            data = os.read(self._own, 65536)
        except OSError:
            return
        self.written += data
        self._stream.feed(data)


@pytest.fixture(autouse=True)
def _at_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])


@pytest.fixture
def pinned(place: Path) -> Path:
    """The plan as a training plan: its day stays 31 March 2026 whatever the clock says."""
    store = open_store(place)
    revise_plan(store, {"today": TODAY}, actor="Ana", at=AT, day=TODAY)
    store.close()
    return place


def test_a_status_set_with_its_reason_is_there_after_a_restart(pinned: Path) -> None:
    with Terminal(pinned) as first:
        first.until("31 March 2026, training")
        first.type("9.3\rsrProvider withdrew in April\r")
        first.until("9.3 ■ R off track · u to undo")
        first.type("qy")
        assert first.leaves_with() == 0

    with Terminal(pinned) as second:
        second.until("Start an advice line")
        second.type("9.3\r")
        assert "Why      31 March 2026: Provider withdrew in April" in second.until("Provider withdrew")
        second.type("u")
        second.until("take it back?")
        second.type("y")
        second.until("Taken back: Set 9.3 to off track")
        second.type("qy")
        assert second.leaves_with() == 0


def test_leaving_right_after_saving_still_saves(pinned: Path) -> None:
    with Terminal(pinned) as first:
        first.until("Start an advice line")
        first.type("mA last word\rqy")
        assert first.leaves_with() == 0
    with Terminal(pinned) as second:
        second.until("A last word")


def test_without_a_terminal_the_first_screen_is_plain_text(place: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "send_actions"],
        env={**os.environ, "SEND_ACTIONS_DB": str(place)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0
    assert "Occupational therapy pathway" in found.stdout
    assert "\x1b" not in found.stdout
    assert "terminal" in found.stderr
