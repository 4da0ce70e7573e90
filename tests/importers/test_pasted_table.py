"""A pasted text is taken for a table only where it is rows of cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from send_actions.errors import SendActionsError
from send_actions.importers.pasted_table import is_table, keep_table
from send_actions.importers.plan_file import read_plan_file

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ref\tAction\n1.1\tTrain\n", True),
        ("| Ref | Action |\n| --- | --- |\n| 1.1 | Train |", True),
        ("ref,action\r\n1.1,Train\r\n", True),
        ("Ref\tAction\n\n1.1\tTrain\n", True),
        ("/srv/lead/plan, last.csv\n", False),
        ("C:\\Plans\\our plan.xlsx", False),
        ("Dear all\nthe plan is below\n", False),
        ("Dear all,\nas agreed, the plan, and more\n", False),
        ("Dear all\n\nAction\tWho\nTrain\tHead of SEND\n\nRegards\nA lead\n", True),
        ("Dear all\n| Action | Who |\n| Train | Head of SEND |\n", True),
        ("", False),
    ],
)
def test_rows_of_cells_are_a_table_and_a_name_is_none(text: str, is_one: bool) -> None:
    assert is_table(text) is is_one


@pytest.mark.parametrize("mark", ["\t", " | ", ",", ";"])
def test_a_pasted_table_is_read_as_any_file(tmp_path: Path, mark: str) -> None:
    rows = [("Ref", "Area no", "Action"), ("1.1", "1", "Train staff"), ("1.2", "1", "Open a line")]
    text = "\n".join(mark.join(row) for row in rows)
    file = keep_table(text.encode(), tmp_path, TODAY)
    lines = read_plan_file(file, today=TODAY)
    assert [(line.ref, line.title) for line in lines.actions] == [
        ("1.1", "Train staff"),
        ("1.2", "Open a line"),
    ]


def test_nothing_pasted_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="Nothing was pasted"):
        keep_table(b" \n", tmp_path, TODAY)


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_words_around_a_pasted_table_are_told_and_no_rows(tmp_path: Path, mark: str) -> None:
    rows = [
        ("Action", "Who", "Status"),
        ("Train staff", "Head of SEND", "Amber"),
        ("Open a line", "", "Green"),
    ]
    table = "\n".join(mark.join(row) for row in rows)
    text = f"Dear all, ours are below\n\n{table}\n\nWith thanks\nThe therapies team\n"
    lines = read_plan_file(keep_table(text.encode(), tmp_path, TODAY), today=TODAY)
    assert [line.title for line in lines.actions] == ["Train staff", "Open a line"]
    told = "A7: “With thanks”, “The therapies team”: what stands below the table is left out."
    assert told in [str(problem) for problem in lines.doubts]


def test_a_line_between_the_rows_of_a_pasted_table_is_not_below_it(tmp_path: Path) -> None:
    text = "Ref\tArea no\tAction\n1.1\t1\tTrain staff\nOpen a line\n1.2\t1\tWrite a guide\n"
    lines = read_plan_file(keep_table(text.encode(), tmp_path, TODAY), today=TODAY)
    assert not [problem for problem in lines.problems if "below the table" in problem.message]
