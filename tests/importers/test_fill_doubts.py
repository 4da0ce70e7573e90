"""A status in one colour's words on another colour: the words are read, and it is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file

AMBER, BLUE, GREEN, RED = "FFC000", "0070C0", "00B050", "FF0000"
DIFFER = "The colour behind a status and its words differ, and the words are read: "


def painted(folder: Path, *cells: tuple[str, str]) -> Path:
    """A workbook with a status and the colour behind it for each action."""
    rows = [
        ("Ref", "Action", "RAG"),
        *((f"1.{n}", f"Do thing {n}", said) for n, (said, _) in enumerate(cells, 1)),
    ]
    fills = {f"C{row}": fill for row, (_, fill) in enumerate(cells, start=2)}
    return a_workbook(folder / "plan.xlsx", {"Priority 1": rows}, fills={"Priority 1": fills})


@pytest.mark.parametrize(
    ("cells", "named"),
    [
        ((("A", BLUE), ("G", RED)), "Priority 1!C2 “A” on blue, Priority 1!C3 “G” on red."),
        ((("Amber", AMBER), ("Red", GREEN)), "Priority 1!C3 “Red” on green."),
        ((("A", AMBER), ("G", GREEN), ("R", RED)), ""),
        ((("A", BLUE), ("G", BLUE), ("R", BLUE)), ""),
        ((("On track", RED), ("At risk", GREEN)), ""),
    ],
    ids=["letters", "names", "the same", "one colour decorates", "words are no colours"],
)
def test_a_status_on_another_colour_than_it_says_is_told(
    tmp_path: Path, cells: tuple[tuple[str, str], ...], named: str
) -> None:
    lines = read_plan_file(painted(tmp_path, *cells), today=date(2026, 3, 31), answers=Answers())

    told = [str(one) for one in lines.problems if DIFFER in str(one)]
    assert [one.partition(DIFFER)[2] for one in told] == ([named] if named else [])
    if named:
        assert lines.actions[1].status in (Status.ON_TRACK, Status.OFF_TRACK)
