"""A plan whose making is killed or fails: never half there, and what is left of it goes with the next try."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from send_actions.store.database import create_store
from send_actions.store.reader import open_reader

ROOT = Path(__file__).parents[2]
INIT = (sys.executable, "-m", "send_actions", "init", "--template", "sample", "--db")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has its own way")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for a plan, and settings elsewhere."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "own").mkdir()
    monkeypatch.setenv("SEND_ACTIONS_CONFIG", str(tmp_path / "own"))
    monkeypatch.setenv("SEND_ACTIONS_BY", "Ana")
    monkeypatch.delenv("SEND_ACTIONS_DB", raising=False)
    return tmp_path / "plans"


def names(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def killed_while_making(place: Path) -> None:
    """Begin to make a plan and kill it as soon as its file is there: it is the longest moment."""
    with subprocess.Popen([*INIT, str(place)], cwd=ROOT, stderr=subprocess.DEVNULL) as making:
        while making.poll() is None and not any(n.endswith(".making") for n in names(place.parent)):
            pass
        making.send_signal(signal.SIGKILL)


def test_what_a_killed_making_left_is_cleared_by_the_next(folder: Path) -> None:
    killed_while_making(folder / "plan.db")
    assert [name for name in names(folder) if name.endswith(".making")], "the test means to leave something"
    assert "plan.db" not in names(folder)
    (folder / ".plan.db.0badcafe.making-journal").touch()

    subprocess.run([*INIT, str(folder / "plan.db")], cwd=ROOT, check=True, capture_output=True)

    assert names(folder) == ["plan.db"]
    open_reader(folder / "plan.db").close()


def test_what_a_making_left_is_cleared_also_when_the_plan_is_there_by_now(folder: Path) -> None:
    (folder / ".plan.db.0badcafe.making").touch()
    (folder / "plan.db").touch()

    again = subprocess.run([*INIT, str(folder / "plan.db")], cwd=ROOT, check=False, capture_output=True)

    assert again.returncode == 1
    assert names(folder) == ["plan.db"]


def test_a_making_under_way_and_other_files_are_left_alone(folder: Path) -> None:
    others = [".other.db.0badcafe.making", ".plan.db.mine.making"]
    for name in others:
        (folder / name).touch()
    with create_store(folder / "plan.db"):
        under_way = names(folder)
        subprocess.run([*INIT, str(folder / "plan.db")], cwd=ROOT, check=True, capture_output=True)
        assert names(folder) == sorted([*under_way, "plan.db"])
        (folder / "plan.db").unlink()

    assert names(folder) == sorted([*others, "plan.db"])


def test_a_making_that_fails_names_the_plan_and_leaves_nothing(folder: Path) -> None:
    shell = 'ulimit -f 100; exec "$@"'  # no file may grow beyond 50 kB
    place = str(folder / "plan.db")
    ran = subprocess.run(
        ["sh", "-c", shell, "sh", *INIT, place], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1), ran.stderr
    assert place in ran.stderr
    assert ".making" not in ran.stderr
    assert names(folder) == []
