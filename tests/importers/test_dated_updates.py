"""Actions whose updates stand in rows of their own, each beside its date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from word_tables import UP, word_tables

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
MERGED = [UP] * 4
EMPTY = [""] * 4


def read(tmp_path: Path, below: list[str], heading: str = "Date") -> PlanLines:
    rows = [
        ["Ref", "Action", "Lead", "Due", heading, "Update", "RAG"],
        ["1.1", "Start a panel", "Voice Lead", "31/03/27", "01/09/26", "Terms agreed", "Amber"],
        [*below, "15/10/26", "First meeting", "Green"],
        [*below, "20/11/26", "Second meeting", ""],
        [*below, "20/11/26", "Third meeting", ""],
        ["1.2", "Publish a guide", "Comms Lead", "30/04/27", "15/10/26", "Drafted", "Green"],
    ]
    return read_plan_file(word_tables(tmp_path / "plan.docx", "Priority 1: Voice", rows), today=TODAY)


@pytest.mark.parametrize("heading", ["Date", "Date of update"])
@pytest.mark.parametrize("below", [MERGED, EMPTY])
def test_rows_of_an_action_with_a_date_each_are_dated_updates(
    tmp_path: Path, below: list[str], heading: str
) -> None:
    lines = read(tmp_path, below, heading)
    assert lines.questions == ()
    first, second = lines.actions
    assert [(then.on, str(then.status), then.note) for then in first.said] == [
        (date(2026, 9, 1), "at-risk", "Terms agreed"),
        (date(2026, 10, 15), "on-track", "First meeting"),
        (date(2026, 11, 20), "None", "Second meeting\nThird meeting"),
    ]
    assert [(then.on, then.note) for then in second.said] == [(date(2026, 10, 15), "Drafted")]
    assert [line.due.text for line in lines.actions if line.due] == ["31/03/27", "30/04/27"]
    told = f"T1!E1: The column “{heading}” is read as the day of what stands beside it."
    assert told in map(str, lines.doubts)


def test_a_row_with_more_than_an_update_is_an_action_that_is_told(tmp_path: Path) -> None:
    lines = read(tmp_path, ["", "", "Another lead", ""])
    assert [line.ref for line in lines.actions] == ["1.1", "1.2"]
    assert any("have no action" in problem.message for problem in lines.doubts)
