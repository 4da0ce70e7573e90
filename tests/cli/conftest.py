"""The sample plan in a file of its own for each test, and the program run on it."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from running import Ran, Run

from send_actions.__main__ import main
from send_actions.templates.begin import Template, begin_from_template

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented sample, pinned to 31 March 2026."""
    place = tmp_path_factory.mktemp("sample") / "sample.db"
    at = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
    begin_from_template(place, Template.SAMPLE, actor="maker", at=at, day=date(2026, 3, 31))
    return place


@pytest.fixture
def place(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample, named as the plan, and somebody at the keyboard."""
    copy = tmp_path / "plan.db"
    shutil.copy(sample, copy)
    monkeypatch.setenv("SEND_ACTIONS_DB", str(copy))
    monkeypatch.setenv("SEND_ACTIONS_BY", "Test lead")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return copy


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """The program in this process, on the copy of the sample."""
    del place

    def call(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(arguments)
        said = capsys.readouterr()
        return Ran(int(code), said.out, said.err)

    yield call
    gc.enable()


@pytest.fixture
def program(place: Path) -> Run:
    """The program as a process of its own, as a person or a script starts it."""
    del place

    def call(*arguments: str, **surroundings: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "send_actions", *arguments],
            capture_output=True,
            cwd=ROOT,
            env=os.environ | surroundings,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call
