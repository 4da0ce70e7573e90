"""The README's lines, pasted one after another in a copy of what is committed, do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
INSTALLING = (".venv/bin/pip",)


def test_every_line_is_one_to_paste() -> None:
    assert "```console" not in README
    assert not any(line.startswith("$") for block in BLOCKS for line in block.splitlines())
    assert sum("send-actions demo" in line for block in BLOCKS for line in block.splitlines()) == 1
    assert sum(".venv/bin/pytest" in line for block in BLOCKS for line in block.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="these lines are for a POSIX shell")
def test_the_lines_pasted_one_after_another_work(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("pictures"))
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "send-actions"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m send_actions "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    known = {name: value for name, value in os.environ.items() if not name.startswith("SEND_ACTIONS_")}
    surroundings = known | {
        "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    lines = "".join(block for block in BLOCKS if not any(word in block for word in INSTALLING))
    done = subprocess.run(
        ["sh", "-e"],
        input=lines,
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=surroundings,
    )
    assert done.returncode == 0, done.stderr
    assert "9.2   ■ R Off track" in done.stdout
    assert "Undo: Set 9.3 to off track" in done.stderr
    assert (tmp_path / "board.md").read_text(encoding="utf-8").startswith("# ")
    assert "our-plan.db is now your plan" in done.stderr
    assert "next in" in done.stdout or "board in" in done.stdout
    assert "6.2" in done.stdout or "Timeliness of education" in done.stdout
