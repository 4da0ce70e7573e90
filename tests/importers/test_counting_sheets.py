"""One action on several sheets with other statuses: asked once which sheet counts; it stays one action."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import UsageError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

HEADER = ("Ref", "Area", "Action", "Lead", "RAG")


def rows(*said: tuple[str, str], lead: str = "Head of SEND") -> list[tuple[str, ...]]:
    return [HEADER, *((ref, "1. Help", f"Do the work of {ref}", lead, status) for ref, status in said)]


def read(tmp_path: Path, sheets: dict[str, list[tuple[str, ...]]], *takes: str) -> PlanLines:
    a_workbook(tmp_path / "plan.xlsx", dict(sheets))
    given = Answers()
    for take in takes:
        given = given.with_answer("--take", take)
    return read_plan_file(tmp_path / "plan.xlsx", today=date(2026, 3, 31), answers=given)


def asked(lines: PlanLines) -> list[str]:
    return [str(problem.answer) for problem in lines.questions]


def statuses(lines: PlanLines) -> dict[str, Status | None]:
    return {line.ref: line.status for line in lines.actions}


LIVE = {
    "Live": rows(("1.1", "Green"), ("1.2", "Amber"), ("1.3", "Amber")),
    "Closed": rows(("1.2", "Blue"), ("1.3", "Blue"), lead=""),
}


def test_it_is_asked_once_which_sheet_counts_and_the_one_of_closed_actions_is_offered(tmp_path: Path) -> None:
    lines = read(tmp_path, LIVE)
    (question,) = lines.questions
    assert str(question) == (
        "Closed!E2: 1.2 “Do the work of 1.2” and 1 more stand on several sheets with other statuses: "
        "which sheet counts, Live or Closed?"
    )
    assert asked(lines) == ['--take "sheet=Closed"']


@pytest.mark.parametrize(("sheet", "status"), [("Closed", Status.COMPLETE), ("live", Status.AT_RISK)])
def test_what_the_sheet_that_counts_says_stands_and_the_rest_is_filled_in(
    tmp_path: Path, sheet: str, status: Status
) -> None:
    lines = read(tmp_path, LIVE, f"sheet={sheet}")
    assert asked(lines) == []
    assert statuses(lines) == {"1.1": Status.ON_TRACK, "1.2": status, "1.3": status}
    assert {line.lead.role for line in lines.actions if line.lead} == {"Head of SEND"}
    assert len([line for line in lines.actions if line.lead]) == len(lines.actions)
    told = [str(problem) for problem in lines.doubts]
    assert f"{sheet.title()} counts." in told[0]
    kept = Answers.from_json(lines.used.whole_json())
    assert kept.sheet == sheet
    assert Answers().over(kept).sheet == "", "another file is asked anew"
    assert Answers().of_same_file(kept).sheet == sheet


def test_of_copies_of_each_quarter_the_last_is_offered(tmp_path: Path) -> None:
    sheets = {
        "Q1": rows(("1.1", "Green"), ("1.2", "Amber")),
        "Q2": rows(("1.1", "Green"), ("1.2", "Red")),
        "Q3": rows(("1.1", "Red"), ("1.3", "Red")),
    }
    assert asked(read(tmp_path, sheets)) == ['--take "sheet=Q3"']
    lines = read(tmp_path, sheets, "sheet=Q3")
    assert asked(lines) == []
    assert statuses(lines) == {"1.1": Status.OFF_TRACK, "1.2": Status.OFF_TRACK, "1.3": Status.OFF_TRACK}
    assert [p for p in lines.doubts if p.message.endswith("Q2 counts, as Q3 has it not.")]


def test_the_same_status_twice_asks_nothing(tmp_path: Path) -> None:
    sheets = {"Live": rows(("1.1", "Green")), "All": rows(("1.1", "Green"))}
    assert asked(read(tmp_path, sheets)) == []


def test_other_words_for_one_ref_on_two_sheets_are_two_actions_to_be_asked_about(tmp_path: Path) -> None:
    sheets = {"Live": rows(("1.1", "Green")), "Closed": rows(("1.1", "Blue"))}
    sheets["Closed"][1] = ("1.1", "1. Help", "Buy a minibus", "", "Blue")
    assert asked(read(tmp_path, sheets)) == ['--ref "Closed!A2=1.1(A)"']


def test_a_side_that_is_none_is_still_refused() -> None:
    with pytest.raises(UsageError, match="neither plan nor file"):
        Answers().with_answer("--take", "H3=Closed")
