"""What the tests of office formats write: a small document, and the sample's paper from somewhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from send_actions.reports.document import Block, Document, StatusMark, Table

ON = date(2026, 3, 31)
RED = StatusMark("■", "R", "Off track", "red")
WIDE = Table("Measures", tuple("ABCDEFGH"), (tuple("12345678"),))

_TESTS = Path(__file__).parents[2]
_SOMEBODY = {"TZ": "Pacific/Kiritimati", "USER": "somebody", "LOGNAME": "somebody", "PYTHONHASHSEED": "7"}


def a_document(*blocks: Block, title: str = "Paper", facts: tuple[tuple[str, str], ...] = ()) -> Document:
    """A document of 31 March 2026."""
    return Document(title, facts, blocks, as_at=ON, subject="As at 31 March 2026")


def written_elsewhere(form: str, folder: Path, **surroundings: str) -> bytes:
    """The sample's paper as a module of `formats` writes it in a process of somebody far away."""
    script = (
        "import sys; from reports.sample_paper import the_paper; "
        f"from send_actions.reports.formats.{form} import render; "
        "sys.stdout.buffer.write(render(the_paper()))"
    )
    path = os.pathsep.join(map(str, (_TESTS, _TESTS.parent)))
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **_SOMEBODY, **surroundings},
        capture_output=True,
        check=True,
    ).stdout
