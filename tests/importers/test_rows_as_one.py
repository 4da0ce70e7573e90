"""Two rows of one action: what both say is kept, and what only one of them can say is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from office_files import a_workbook
from table_formats import Saved, each_format

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file

TODAY = date(2026, 12, 1)
HEADER = ("Ref", "Area", "Action", "Lead", "Due", "Status", "Comments")


@each_format
def test_a_row_that_comes_again_loses_no_words_and_tells_its_other_date(tmp_path: Path, saved: Saved) -> None:
    first = ("1.1", "1 Help", "Train staff", "Head of SEND", "May 2027", "Amber", "Two courses were held")
    again = ("1.1", "1 Help", "Train staff", "Head of SEND", "June 2027", "Amber", "A third is booked")
    lines = read_plan_file(saved(tmp_path, [HEADER, first, again]), today=TODAY)
    (line,) = lines.actions
    assert line.note == "Two courses were held\nA third is booked"
    assert line.due
    assert line.due.on == date(2027, 5, 31)
    (told,) = [doubt.message for doubt in lines.doubts if "stands twice" in doubt.message]
    assert told.endswith("taken as one action. The due date of this row is left out.")


def test_the_sheet_that_counts_takes_reviews_and_other_words_from_the_other(tmp_path: Path) -> None:
    row = ("1.1", "1 Help", "Train staff", "Head of SEND", "May 2027")
    live: list[tuple[str, ...]] = [
        (*HEADER[:6], "Evidence", "RAG Sept 2026"),
        (*row, "Amber", "The register of June", "Red"),
    ]
    sheets: dict[str, list[tuple[str, ...]]] = {"Live": live, "Closed": [HEADER[:6], (*row, "Complete")]}
    file = a_workbook(tmp_path / "plan.xlsx", sheets)
    (line,) = read_plan_file(file, today=TODAY, answers=Answers(sheet="Closed")).actions
    assert line.status is Status.COMPLETE
    assert [(then.on, then.status, then.note) for then in line.said] == [
        (None, None, "Evidence: The register of June"),
        (date(2026, 9, 30), Status.OFF_TRACK, None),
    ]
