"""The app as a person has it: in a real terminal, with a status set, left, and found again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from terminals import ROOT, Terminal


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
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0
    assert "Occupational therapy pathway" in found.stdout
    assert "\x1b" not in found.stdout
    assert "terminal" in found.stderr
