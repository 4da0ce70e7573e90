"""The board paper of the sample, each format beside the bare library, and all formats together."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.timing import PROGRAM, ROOT, Case, compiled_once

FORMATS: Final = {
    "word": "python-docx",
    "pdf": "typst",
    "html": "Jinja2",
    "excel": "xlsxwriter",
    "markdown": "tabulate",
    "csv": "csv",
    "json": "json",
}
"""The formats that are timed, and what writes each when it is bare."""
MOST: Final = 3.0
MOST_TOGETHER: Final = 1500.0
"""Milliseconds of process time for all formats."""

_ALL_AT_ONCE: Final = """
import sys
from datetime import date
from send_actions.papers.kinds import make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.output import encode
from send_actions.store.reader import open_reader, read_plan
reader = open_reader(sys.argv[1])
paper = make_paper(reader, read_plan(reader, date(2026, 3, 31)), PaperRequest("board", Audience.BOARD))
for name in sys.argv[2:]:
    encode(paper, name)
"""


def papers(place: Path, folder: Path) -> Iterator[Case]:
    """Each format from the document in memory to its bytes, then all: in one process, and in one each."""
    for name, library in FORMATS.items():
        ours, bare = (partial(_written, name, whose, place) for whose in ("ours", "bare"))
        yield Case(f"board paper written, {name}", ours, MOST, bare, f"{library} bare")
    at_once = [sys.executable, "-c", _ALL_AT_ONCE, str(place), *FORMATS]
    yield Case(
        "board paper, all formats, one process",
        partial(_process_time, [at_once]),
        MOST_TOGETHER,
        unit="ms of process time",
    )
    command = [*PROGRAM, "--db", str(place), "report", "board", "--force", "-o"]
    each = [[*command, str(folder / f"paper.{ending}")] for ending in ("docx", "pdf", "html", "xlsx")]
    each += [[*command, str(folder / f"paper.{ending}")] for ending in ("md", "csv", "json")]
    yield Case(
        "board paper, all formats, a command each",
        partial(_process_time, each),
        MOST_TOGETHER,
        unit="ms of process time",
    )


def _written(name: str, whose: str, plan: Path) -> float:
    """The milliseconds that a process of its own took to write a paper, by its own account."""
    script = Path(__file__).with_name("bare_papers.py")
    ran = subprocess.run(
        [sys.executable, str(script), name, whose, str(plan)],
        cwd=ROOT,
        env=compiled_once(),
        capture_output=True,
        check=True,
        text=True,
    )
    return float(ran.stdout)


def _process_time(commands: list[list[str]]) -> float:
    """The milliseconds of process time that commands took together, with all that they load."""
    begun = _of_children()
    for words in commands:
        subprocess.run(words, cwd=ROOT, env=compiled_once(), stdout=subprocess.DEVNULL, stderr=-3, check=True)
    return (_of_children() - begun) * 1000


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
