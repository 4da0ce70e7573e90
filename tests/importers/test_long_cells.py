"""Cells of tens of thousands of characters: whatever stands in them, a file is read in a moment."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from table_formats import in_text, in_workbook

from send_actions.importers.plan_file import read_plan_file

LONG = 30_000
MOST_SECONDS = 6
HEADER = (
    "Ref",
    "Action",
    "Lead",
    "Due",
    "Revised date",
    "Status",
    "Comments",
    "RAG June 2026",
    "Lead / Organisation",
)
ROW = ("1.1", "Train staff", "Head of SEND", "May 2027", "June 2027", "Green", "Fine", "Green", "Head / LA")
CELLS = {
    "spaces": f"a{' ' * LONG}b",
    "line ends": "a{}b".format("\n" * LONG),
    "dashes": f"{'-' * LONG}x",
    "on": "on the " * (LONG // 7),
    "to": f"{'to ' * (LONG // 3)}.",
    "lines": "\n".join("a" * (LONG // 2)),
}


@pytest.mark.parametrize("words", CELLS.values(), ids=CELLS)
def test_a_cell_of_any_length_is_read_in_a_moment(tmp_path: Path, words: str) -> None:
    filled = ([*ROW[:place], words, *ROW[place + 1 :]] for place in range(1, len(ROW)))
    rows = [ROW, *((f"1.{number}", *row[1:]) for number, row in enumerate(filled, start=2))]
    begun = time.process_time()
    for saved, header in ((in_text, (*HEADER, words)), (in_workbook, HEADER)):
        lines = read_plan_file(saved(tmp_path, [header, *rows]), today=date(2026, 12, 1))
        assert "1.3" in [line.ref for line in lines.actions]
    assert time.process_time() - begun < MOST_SECONDS


def test_a_gap_of_hundreds_of_spaces_is_one_space(tmp_path: Path) -> None:
    rows = [HEADER, ("1.1", f"Train{' ' * 300}staff", *ROW[2:])]
    (line,) = read_plan_file(in_text(tmp_path, rows), today=date(2026, 12, 1)).actions
    assert line.title == "Train staff"
