"""A column of updates that holds words of a status and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)


def read(folder: Path, header: Sequence[str], *cells: Sequence[str]) -> PlanLines:
    """Read a workbook and a CSV of a plan with these columns, which say the same."""
    rows = [("Ref", "Area", "Action", *header)]
    rows += [(f"1.{n}", "One", f"Action {n} of the plan", *each) for n, each in enumerate(cells, start=1)]
    text = folder / "plan.csv"
    text.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    answers = Answers().with_answer("--status", "Delayed=at-risk")
    found = read_plan_file(a_workbook(folder / "plan.xlsx", {"Plan": rows}), today=TODAY, answers=answers)
    lines = read_plan_file(text, today=TODAY, answers=answers)
    assert [(line.status, line.note) for line in lines.actions] == [
        (line.status, line.note) for line in found.actions
    ]
    return found


def said(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(line.status.value if line.status else "", line.note) for line in lines.actions]


@pytest.mark.parametrize("heading", ["Progress", "Update", "Current position", "Progress update", "Outcome"])
def test_a_column_of_notes_with_only_statuses_is_the_status(tmp_path: Path, heading: str) -> None:
    lines = read(tmp_path, (heading,), ("On track",), ("Delayed",), ("Complete",), ("",), ("On track",))

    assert said(lines) == [
        *(("on-track", None), ("at-risk", None), ("complete", None), ("", None), ("on-track", None))
    ]
    assert f"Plan!D1: The column “{heading}” is read as the status." in map(str, lines.doubts)


def test_a_word_among_statuses_that_has_no_meaning_is_asked_about(tmp_path: Path) -> None:
    cells = ("On track", "Delayed", "Complete", "On track", "Work in progress")
    lines = read(tmp_path, ("Progress",), *((cell,) for cell in cells))

    assert [str(question.answer) for question in lines.questions] == ['--status "Work in progress=…"']


def test_comments_beside_a_column_of_statuses_are_the_notes(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Progress", "Comments"), ("Complete", "The report went"), ("Delayed", "No lead"))

    assert said(lines) == [("complete", "The report went"), ("at-risk", "No lead")]


def test_progress_in_words_of_a_status_stays_a_note_beside_the_status(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Progress", "RAG"), ("On track", "Red"), ("Complete", "Blue"))

    assert said(lines) == [("off-track", "On track"), ("complete", "Complete")]


def test_notes_of_which_some_begin_with_a_status_stay_notes(tmp_path: Path) -> None:
    lines = read(
        tmp_path, ("Progress",), ("Complete",), ("We met the forum twice in the autumn term",), ("On track",)
    )

    assert [note for _, note in said(lines)] == [None, "We met the forum twice in the autumn term", None]
    assert lines.questions == ()


@pytest.mark.parametrize("cells", [("G", "A", "R"), ("🟢 On track", "🟠", "🔴"), ("Green", "Amber", "Red")])
def test_letters_and_signs_of_colours_are_statuses_there_too(tmp_path: Path, cells: Sequence[str]) -> None:
    lines = read(tmp_path, ("Latest update",), *((cell,) for cell in cells))

    assert [status for status, _ in said(lines)] == ["on-track", "at-risk", "off-track"]


def test_a_column_of_progress_in_percents_is_how_much_is_done(tmp_path: Path) -> None:
    lines = read(tmp_path, ("Progress",), ("100%",), ("0%",), ("",))

    assert said(lines) == [("complete", "100% complete"), ("not-started", "0% complete"), ("", None)]
