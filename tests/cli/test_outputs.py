"""What the program is joined to is full, closed or gone: its exit code says what became of the plan."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import Ran

from send_actions.__main__ import main
from send_actions.store.history_reader import read_change_heads
from send_actions.store.reader import open_reader

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")

OUTPUTS = (">&-", "2>/dev/full", "2>&-", ">/dev/full 2>&1", "<&- >&- 2>&-")
"""How a shell joins the program to what takes nothing."""

LOOKS = (
    ("list",),
    ("list", "--json"),
    ("areas", "--plain"),
    ("show", "9.3"),
    ("check",),
    ("history", "--csv"),
    ("report", "board"),
    ("undo", "--show"),
    ("meeting", "list"),
    ("--help",),
    ("--version",),
    (),
)


def joined(how: str, *arguments: str, surroundings: dict[str, str] | None = None) -> Ran:
    """Run the program as a shell does that was told to join it so."""
    done = subprocess.run(
        ["sh", "-c", f'"$@" {how}', "sh", sys.executable, "-m", "send_actions", *arguments],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | (surroundings or {}),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def labels(place: Path) -> list[str]:
    reading = open_reader(place)
    try:
        return [change.label for change in read_change_heads(reading)]
    finally:
        reading.close()


@pytest.mark.parametrize("how", OUTPUTS)
def test_a_change_that_was_saved_ends_with_0_wherever_the_words_go(
    how: str, place: Path, tmp_path: Path
) -> None:
    file = tmp_path / "more.csv"
    file.write_text("ref,area_no,area,action\n19.1,19,Transport,Train crew\n", encoding="utf-8")
    before = len(labels(place))

    codes = [
        joined(how, *arguments).code
        for arguments in (
            ("set", "9.3", "off-track"),
            ("note", "9.3", "Bids are in"),
            ("import", str(file)),
            ("undo",),
            ("redo",),
        )
    ]

    assert codes == [0] * 5
    assert [label.partition(" ")[0] for label in labels(place)[before:]] == [
        *("Set", "Note", "Import", "Undo:", "Redo:")
    ]


@pytest.mark.parametrize("how", OUTPUTS)
def test_a_plan_that_was_made_ends_with_0_and_is_remembered_wherever_the_words_go(
    how: str, place: Path, tmp_path: Path
) -> None:
    own = {"SEND_ACTIONS_CONFIG": str(tmp_path / "own"), "SEND_ACTIONS_DB": ""}
    (tmp_path / "own").mkdir()
    new = place.with_name("new.db")

    assert joined(how, "init", "--db", str(new), surroundings=own).code == 0
    assert labels(new) == ["Begin the plan", "Start from eighteen areas"]
    assert str(new) in (tmp_path / "own" / "settings.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("how", "why"), [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")]
)
@pytest.mark.parametrize("arguments", LOOKS[:1] + LOOKS[6:7], ids=" ".join)
def test_a_look_that_does_not_arrive_is_one_line_and_1(
    how: str, why: str, arguments: tuple[str, ...], place: Path
) -> None:
    ran = joined(how, *arguments)

    assert (ran.code, ran.err) == (1, f"The output could not be written: {why}.\n")
    assert place.exists()


@pytest.mark.parametrize("arguments", LOOKS, ids=" ".join)
def test_a_reader_that_goes_away_is_told_in_one_line(arguments: tuple[str, ...], place: Path) -> None:
    assert main(["confirm", "9.3"]) == 0
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "send_actions", *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)

    assert (done.returncode, done.stderr) == (1, b"The output could not be written: Broken pipe.\n")
    assert place.exists()


@pytest.mark.parametrize("how", ["2>/dev/full", "2>&-", ">&- 2>&-"])
def test_what_is_refused_keeps_its_code_when_nobody_can_be_told(how: str, place: Path) -> None:
    before = labels(place)

    assert joined(how, "set", "99.9", "red").code == 2
    assert joined(how, "init", "--db", str(place)).code == 1
    assert labels(place) == before


@pytest.mark.parametrize("how", ["2>/dev/full", "2>&-"])
def test_what_was_asked_for_arrives_though_the_words_beside_it_do_not(how: str, place: Path) -> None:
    ran = joined(how, "areas")

    assert ran.code == 0
    assert "Speech and language" in ran.out
    assert place.exists()
