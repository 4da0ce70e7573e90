"""The README's lines, pasted one after another in a copy of what is committed, do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from running import Ran

from send_actions.domain.checks.summary import attention
from send_actions.store.reader import open_reader, read_plan

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
INSTALLING = (".venv/bin/pip",)


def test_every_line_is_one_to_paste() -> None:
    assert "```console" not in README
    assert not any(line.startswith("$") for block in BLOCKS for line in block.splitlines())
    assert sum("send-actions demo" in line for block in BLOCKS for line in block.splitlines()) == 1
    assert sum(".venv/bin/pytest" in line for block in BLOCKS for line in block.splitlines()) == 1


UNWANTED = ("PYTHONDONTWRITEBYTECODE",)
"""It makes every process read the program's source anew, as it is for nobody who pastes."""
LINES = [block for block in BLOCKS if not any(word in block for word in INSTALLING)]
SAMPLE, OWN_PLAN, PAPERS = LINES
IN_FISH = {
    "export SEND_ACTIONS_DB=": "set -x SEND_ACTIONS_DB ",
    "unset SEND_ACTIONS_DB": "set -e SEND_ACTIONS_DB",
}
"""The lines that README says are others in fish."""


@pytest.fixture
def paste(tmp_path: Path) -> Callable[..., Ran]:
    """Lines pasted into a shell one after another, in a folder that has the docs."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("pictures"))
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "send-actions"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m send_actions "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    known = {
        name: value for name, value in os.environ.items() if not name.startswith(("SEND_ACTIONS_", *UNWANTED))
    }
    surroundings = known | {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }

    def pasted(lines: str, *shell: str) -> Ran:
        done = subprocess.run(
            shell, input=lines, capture_output=True, text=True, check=False, cwd=tmp_path, env=surroundings
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return pasted


pasting = pytest.mark.skipif(sys.platform == "win32", reason="these lines are for a POSIX shell")


@pasting
def test_line_2_is_told_as_the_demo_shows_it(sample: Path) -> None:
    reading = open_reader(str(sample))
    line = attention(read_plan(reading, date(2026, 3, 31))).sentence
    reading.close()
    assert f"`{line}`" in README


def test_the_lines_for_the_sample_pasted_one_after_another_work(
    paste: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = paste(SAMPLE, "sh", "-e")
    assert ran.code == 0, ran.err
    assert "9.2   ■ R Off track" in ran.out
    assert "Undo: Set 9.3 to off track" in ran.err
    assert (tmp_path / "board.md").read_text(encoding="utf-8").startswith("# ")


@pasting
def test_the_lines_for_papers_pasted_after_those_for_the_sample_write_them(
    paste: Callable[..., Ran], tmp_path: Path
) -> None:
    begun = "".join(line for line in SAMPLE.splitlines(keepends=True) if "export" in line or "init" in line)
    ran = paste(f"{begun}{PAPERS}", "sh", "-e")
    assert ran.code == 0, ran.err
    assert (tmp_path / "board.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "april-board" / "0-contents.txt").is_file()


@pasting
def test_the_lines_for_a_plan_of_one_s_own_pasted_one_after_another_work(paste: Callable[..., Ran]) -> None:
    ran = paste(OWN_PLAN, "sh", "-e")
    assert ran.code == 0, ran.err
    assert "our-plan.db is now your plan" in ran.err
    assert re.search(r"board (in \d+ days|tomorrow)", ran.out), ran.out  # on a Tuesday it is the next day
    assert "6.2" in ran.out or "Timeliness of education" in ran.out


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_the_lines_for_the_sample_work_in_fish_as_readme_has_them(
    paste: Callable[..., Ran], tmp_path: Path
) -> None:
    lines = SAMPLE
    for posix, fish in IN_FISH.items():
        assert fish in README
        assert posix in lines
        lines = lines.replace(posix, fish)
    ran = paste(lines, "fish")
    assert "9.2   ■ R Off track" in ran.out
    assert "Undo: Set 9.3 to off track" in ran.err
    assert (tmp_path / "board.md").is_file()
    assert "No plan is named" not in ran.err
