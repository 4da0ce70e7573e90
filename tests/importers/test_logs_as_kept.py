"""Action logs, trackers and learning logs as governance and audit teams keep them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)
Rows = Sequence[Sequence[str]]


def read(folder: Path, rows: Rows, columns: Mapping[str, str] | None = None, name: str = "Plan") -> PlanLines:
    return read_books(folder, {name: rows}, columns)


def read_books(folder: Path, sheets: Mapping[str, Rows], columns: Mapping[str, str] | None = None) -> PlanLines:
    file = a_workbook(folder / "plan.xlsx", sheets)
    return read_plan_file(file, today=TODAY, answers=Answers(columns=columns or {}))


def read_csv(folder: Path, text: str, columns: Mapping[str, str] | None = None) -> PlanLines:
    file = folder / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return read_plan_file(file, today=TODAY, answers=Answers(columns=columns or {}))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def asked(lines: PlanLines) -> list[str]:
    return [str(question.answer) for question in lines.questions]


def said(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(line.status.value if line.status else "", line.note) for line in lines.actions]


@pytest.mark.parametrize("heading", ["Outcome", "Result"])
def test_outcomes_that_begin_with_a_status_are_the_status_of_a_log(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Owner", heading),
            ("4.2", "Board", "Circulate the dashboard", "Chair", "Closed – circulated 27 January."),
            ("5.1", "Board", "Invite the clinical officer", "Chair", "Closed"),
            ("7.3", "Board", "Bring a paper on transport", "Chair", "Carried forward to May"),
            ("7.4", "Board", "Agree terms of reference", "Chair", "Complete. Sent to legal."),
        ],
    )

    assert said(lines)[:2] == [("complete", "circulated 27 January."), ("complete", None)]
    assert asked(lines) == ['--status "Carried forward to May=…"']


def test_outcomes_in_words_are_kept_in_words(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Outcome"),
            ("1", "Board", "Circulate the dashboard", "Complete plans for all children"),
            ("2", "Board", "Invite the clinical officer", "Children are seen sooner"),
        ],
    )

    assert said(lines) == [("", None), ("", None)]
    assert lines.actions[0].success_measure == "Outcome: Complete plans for all children"


@pytest.mark.parametrize("heading", ["Progress", "Where are we now?"])
def test_how_much_is_done_before_other_words_is_the_status(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", heading),
            ("1", "Board", "Screen every child", "75%"),
            ("2", "Board", "Agree a protocol", "100% complete"),
            ("3", "Board", "Train magistrates", "0%"),
            ("4", "Board", "Seek a quality mark", "40% – self-assessment under way"),
        ],
    )

    assert [status for status, _ in said(lines)] == ["", "complete", "not-started", ""]
    assert asked(lines) == ['--status "Under 100%=…"']


def test_a_sign_alone_in_a_note_is_asked_about_where_nothing_else_says_a_status(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        [
            ("Ref", "Area", "Action", "Where are we now?"),
            ("1", "Board", "Rewrite the guidance", "🟢 Guidance drafted"),
            ("2", "Board", "Train every SENCO", "🟡"),
            ("3", "Board", "Look at plans each month", "✅"),
            ("4", "Board", "Publish waiting times", "⚪"),
            ("5", "Board", "Recruit", "–"),
        ],
    )

    assert [status for status, _ in said(lines)] == ["on-track", "at-risk", "", "", ""]
    assert asked(lines) == ['--status "✅=…"', '--status "⚪=…"']


def test_a_title_is_no_status_where_another_sheet_is_named_for_one(tmp_path: Path) -> None:
    header = ("Ref", "Area", "Action", "Lead")
    lines = read_books(
        tmp_path,
        {
            "Live": [
                ("Riverford Learning Trust – SEND plan 2026/27", "", "", ""),
                header,
                ("1", "Leadership", "Appoint a director", "CEO"),
            ],
            "Completed": [header, ("2", "Leadership", "Commission the challenge", "CEO")],
        },
    )

    assert said(lines) == [("", None), ("complete", None)]
    assert lines.questions == ()
    assert "Live!C2: Nothing says a status of the rows below" in told(lines)
