"""How much of an action is done, as its status where no column says one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def shares_of(lines: PlanLines) -> list[str | None]:
    return [line.status and line.status.value for line in lines.actions]


@pytest.mark.parametrize(
    ("heading", "shares", "said"),
    [
        ("% complete", (1, 0.5, 0), ["complete", "on-track", "not-started"]),
        ("% complete", (100, 50, 1), ["complete", "on-track", "on-track"]),
        ("% complete", ("100%", "about 50 %", "0 %"), ["complete", "on-track", "not-started"]),
        (
            "Status",
            ("100% complete", "50% - two of four schools", "On hold"),
            ["complete", "on-track", "on-hold"],
        ),
    ],
)
def test_how_much_is_done_is_a_status_where_no_other_is_said(
    tmp_path: Path, heading: str, shares: tuple[object, ...], said: list[str]
) -> None:
    header = ("Ref", "Area", "Action", heading)
    rows = [(f"1.{n}", "One", f"Action {n} of the plan", share) for n, share in enumerate(shares, start=1)]
    answered = Answers().with_answer("--status", "Under 100%=on-track")
    book = a_workbook(tmp_path / "plan.xlsx", {"Plan": [header, *rows]})
    text = tmp_path / "plan.csv"
    text.write_text("\n".join(",".join(map(str, row)) for row in (header, *rows)), encoding="utf-8")

    for file in (book, text):
        lines = read_plan_file(file, today=TODAY, answers=answered)
        assert (shares_of(lines), lines.questions) == (said, ())
        assert "100% is taken as complete" in told(lines)


def test_one_share_may_be_answered_apart_from_the_others(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Area", "Action", "% complete"),
        ("1.1", "One", "Open", "75%"),
        ("1.2", "One", "Train", "10%"),
    ]
    book = a_workbook(tmp_path / "plan.xlsx", {"Plan": rows})
    for_all = Answers().with_answer("--status", "Under 100%=on-track")
    alone = for_all.with_answer("--status", "10%=at-risk")
    one = Answers().with_answer("--status", "75%=on-track")

    assert shares_of(read_plan_file(book, today=TODAY, answers=alone)) == ["on-track", "at-risk"]
    (question,) = read_plan_file(book, today=TODAY, answers=one).questions
    assert (str(question), str(question.answer)) == (
        "Plan!D3: 10% done says no status by itself (Plan!D3).",
        '--status "10%=…"',
    )


def test_a_tables_heading_is_asked_about_where_it_speaks_of_how_its_actions_go(tmp_path: Path) -> None:
    header = ("Ref", "Area", "Action", "% complete")
    rows = [
        *(("Table A: completed actions",), header, ("1.1", "One", "Open the hub", "100%"), ()),
        *(("Table B: more time is asked",), header, ("1.2", "One", "Train the leads", "75%"), ()),
        *(("Table C: Annual Governance Statement",), header, ("1.3", "One", "Visit schools", "75%")),
    ]
    lines = read_plan_file(a_workbook(tmp_path / "plan.xlsx", {"Plan": rows}), today=TODAY)

    asked = [str(question.answer) for question in lines.questions]
    assert asked == ['--status "more time is asked=…"', '--status "75%=…"']
