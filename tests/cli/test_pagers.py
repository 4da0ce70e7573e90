"""A reader who stops half way, as a person in a pager does, holds nobody else up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import Run

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a pipe be this small")
@pytest.mark.parametrize("words", ["list", "list --json", "areas --json", "check", "history", "report board"])
def test_what_is_not_read_yet_does_not_keep_others_from_changing_the_plan(program: Run, words: str) -> None:
    import fcntl

    with subprocess.Popen(
        [sys.executable, "-m", "send_actions", *words.split()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    ) as reader:
        assert reader.stdout
        fcntl.fcntl(reader.stdout, fcntl.F_SETPIPE_SZ, 4096)
        assert reader.stdout.read(1)
        ran = program("confirm", "9.3", "-m", "Still right")
        assert reader.poll() is None
        reader.stdout.close()
    assert (ran.code, ran.out) == (0, "")
