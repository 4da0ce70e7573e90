"""Words of a status as councils write them: read where sure, asked about once where not, kept where told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.statuses.status_words import StatusWords

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Area", "Action", "Status", "Comments")


@pytest.mark.parametrize(
    ("text", "status", "note"),
    [
        ("🟢 On track", Status.ON_TRACK, ""),
        ("On track 🟢", Status.ON_TRACK, ""),
        ("🔴 Red", Status.OFF_TRACK, ""),
        ("🟢🟢", Status.ON_TRACK, ""),
        ("🟢 Complete", Status.COMPLETE, ""),
        ("🟠 Two schools have answered", Status.AT_RISK, "Two schools have answered"),
        ("Amber (was red)", Status.AT_RISK, "was red"),
        ("G – all well", Status.ON_TRACK, "all well"),
        ("R: no staff", Status.OFF_TRACK, "no staff"),
        ("A (see note)", Status.AT_RISK, "see note"),
        ("G (green)", Status.ON_TRACK, ""),
        ("On track/Green", Status.ON_TRACK, ""),
        ("RAG – Green", Status.ON_TRACK, ""),
        ("RAG Amber", Status.AT_RISK, ""),
        ("Blue (complete)", Status.COMPLETE, ""),
        ("100% complete", Status.COMPLETE, ""),
        ("Amber - 75%", Status.AT_RISK, "75%"),
    ],
)
def test_what_surely_is_a_status_is_read(text: str, status: Status, note: str) -> None:
    words = StatusWords()
    assert words.read(text, "G2") == (status, note)
    assert [problem for problem in words.problems() if problem.is_question] == []


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Green (complete)", "complete"),
        ("Green - completed", "complete"),
        ("Complete - 75%", ""),
        ("G→A", "at-risk"),
        ("Red to Amber", "at-risk"),
        ("A/G", ""),
        ("Amber/Green", ""),
        ("🔴 Complete", ""),
        ("🟢 🔴", ""),
        ("🟢 Delayed", "at-risk"),
        ("N", "not-started"),
        ("C", "complete"),
        ("✓", "complete"),
        ("✅", "complete"),
        ("x", ""),
        ("Yellow", "at-risk"),
        ("1", ""),
    ],
)
def test_what_may_be_more_than_one_status_is_asked_about(text: str, offer: str) -> None:
    words = StatusWords()
    assert words.read(text, "G2").status is None
    (question,) = words.problems()
    assert (question.is_question, question.offer) == (True, offer)
    answered = StatusWords(answered=Answers().with_answer("--status", f"{text}=at-risk").statuses)
    assert answered.read(text, "G2").status is Status.AT_RISK


def test_arrows_beside_a_status_are_told_as_left_out() -> None:
    words = StatusWords()
    said = [words.read(text, cell).status for cell, text in (("G2", "Amber ↑"), ("G3", "↓ Red"))]

    assert said == [Status.AT_RISK, Status.OFF_TRACK]
    (doubt,) = words.problems()
    assert str(doubt).startswith("G2: Arrows beside a status (G2, G3) are left out: which way an action goes")


def notes(folder: Path, *rows: tuple[str, str], key: str = "") -> list[str | None]:
    """Read a plan whose rows have these statuses and comments, where late means at risk."""
    answers = Answers()
    for status in {status for status, _ in rows if len(status.split()) > 1}:
        answers = answers.with_answer("--status", f"{status}=at-risk")
    table = [HEADER, *((f"1.{n}", "One", f"Action {n}", *row) for n, row in enumerate(rows, start=1))]
    book = a_workbook(folder / "plan.xlsx", {"Plan": [(key,), *table] if key else table})
    lines = read_plan_file(book, today=TODAY, answers=answers)
    assert lines.questions == ()
    return [line.note for line in lines.actions]


def test_words_of_a_status_that_several_rows_have_are_not_repeated_in_a_note(tmp_path: Path) -> None:
    late = "Delayed by less than 3 months"
    said = notes(
        tmp_path, (late, "The award is in February"), (late, "The draft is out"), ("Green", "Two held")
    )

    assert said == ["The award is in February", "The draft is out", "Two held"]


def test_words_of_a_status_that_the_files_key_has_are_not_repeated_in_a_note(tmp_path: Path) -> None:
    late = "Will not be met within 3 months of its date"
    key = f"Green = on track; amber = a little late; red = {late.lower()}"

    assert notes(tmp_path, (late, "No staff"), ("Green", ""), key=key) == ["No staff", None]


def test_words_of_a_status_stay_where_the_row_has_no_other_note(tmp_path: Path) -> None:
    late = "Delayed by less than 3 months"

    assert notes(tmp_path, (late, ""), (late, "The draft is out")) == [late, "The draft is out"]


def test_words_of_a_status_that_one_row_alone_has_stay_beside_its_note(tmp_path: Path) -> None:
    said = notes(tmp_path, ("Waits for the new head of service", "See minutes"), ("Green", "Two held"))

    assert said == ["See minutes\nWaits for the new head of service", "Two held"]
