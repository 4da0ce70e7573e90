"""Habits of councils' workbooks: what a careful person would read there, and nothing that is not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_workbook
from openpyxl import load_workbook
from openpyxl.comments import Comment

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

HEADER = ("Ref", "Action", "Lead", "Due", "RAG")
ROWS = [
    HEADER,
    ("1.1", "Open a hub", "Head of SEND", "June 2026", "Green"),
    ("1.2", "Train staff", "DCO", "July 2026", "Red"),
]


def read(folder: Path, rows: Sequence[Sequence[object]], *merged: str, name: str = "Priority 1") -> PlanLines:
    file = a_workbook(folder / "p.xlsx", {name: rows}, merged={name: merged})
    return read_plan_file(file, today=date(2026, 3, 31))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def refs(lines: PlanLines) -> list[str]:
    return [line.ref for line in lines.actions]


def test_measures_below_the_actions_of_a_sheet_are_measures(tmp_path: Path) -> None:
    kpis = [("KPI", "Baseline", "Target", "Q1 25/26"), ("Plans on time", "41%", "60%", "44%")]
    lines = read(tmp_path, [*ROWS, (), ("Measures",), *kpis])

    assert refs(lines) == ["1.1", "1.2"]
    assert [area.number for area in lines.areas] == ["1"]
    assert [(measure.title, measure.target) for measure in lines.measures] == [("Plans on time", 60.0)]


@pytest.mark.parametrize(
    "key",
    [
        [("Key",), ("Red", "Off track"), ("Amber", "At risk"), ("Green", "On track")],
        [("RAG", "Meaning"), ("R", "Off track"), ("A", "At risk"), ("G", "On track")],
    ],
)
def test_a_key_below_the_actions_is_none_of_them(tmp_path: Path, key: list[tuple[str, ...]]) -> None:
    lines = read(tmp_path, [*ROWS, (), *key, (), ("Note: the board agrees each RAG",)])

    assert refs(lines) == ["1.1", "1.2"]
    assert [area.number for area in lines.areas] == ["1"]
    assert "“Note: the board agrees each RAG” is no action: left out." in told(lines)


def test_another_table_below_the_actions_is_told_and_left_out(tmp_path: Path) -> None:
    risks = [("Risk", "Owner", "Comments", "Status"), ("Staff leave", "DCO", "Pay", "Open")]
    lines = read(tmp_path, [*ROWS, (), ("Risk register",), *risks])

    assert refs(lines) == ["1.1", "1.2"]
    assert "Priority 1!A5: Rows 5 to 7 hold no actions (“Risk register”): left out." in told(lines)


def test_actions_that_go_on_below_an_empty_row_are_read(tmp_path: Path) -> None:
    more = [
        ("2.1", "Write plans", "DCO", "July 2026", "Red"),
        ("2.2", "Read plans", "DCO", "May 2026", "Red"),
    ]
    lines = read(tmp_path, [*ROWS, (), *more])

    assert refs(lines) == ["1.1", "1.2", "2.1", "2.2"]


def test_rows_of_a_form_that_nobody_filled_in_are_left_out_and_told(tmp_path: Path) -> None:
    lines = read(tmp_path, [*ROWS, ("1.3",), ("1.4", None, None, None, "Not started")])

    assert refs(lines) == ["1.1", "1.2"]
    assert "2 rows have no action (Priority 1!A4, Priority 1!A5): left out." in told(lines)


def test_a_sub_action_without_an_action_beside_it_is_the_action(tmp_path: Path) -> None:
    header = ("Ref", "Action", "Sub-action", "Lead", "Due")
    rows = [
        ("1.1", "Open a hub", None, "Head", "June 2026"),
        ("1.1a", None, "Find a site", "DCO", "May 2026"),
    ]
    lines = read(tmp_path, [header, *rows, ("1.2", "Train", "All of them", "DCO", "May 2026")])

    assert [(line.ref, line.title) for line in lines.actions] == [
        ("1.1", "Open a hub"),
        ("1.1a", "Find a site"),
        ("1.2", "Train"),
    ]
    assert [then.note for line in lines.actions for then in line.said] == ["Sub-action: All of them"]
    assert lines.questions == ()


def test_a_due_date_beside_each_milestone_is_that_of_the_step(tmp_path: Path) -> None:
    header = ("Ref", "Action", "Milestone 1", "Due", "Milestone 2", "Due", "RAG")
    row = ("1.1", "Open a hub", "Site found", "Mar 2026", "Open", "someday", "Green")
    lines = read(tmp_path, [header, row])

    (action,) = lines.actions
    assert action.due is None
    assert [(step.words, step.due.on, step.due.text) for step in action.steps] == [
        ("Site found", date(2026, 3, 31), "Mar 2026"),
        ("Open", None, "someday"),
    ]
    assert "Priority 1!F2: “someday” is no date of a step: its words are kept." in told(lines)


def test_the_codes_of_a_key_are_offered_with_its_colours(tmp_path: Path) -> None:
    rows = [(*row[:4], code) for row, code in zip(ROWS[1:], (1, 3), strict=True)]
    lines = read(tmp_path, [("SEND plan",), ("1 = Red, 2 = Amber, 3 = Green",), HEADER, *rows])

    assert [p.message.rpartition(".")[2].strip() for p in lines.questions] == [
        "The key (Priority 1!A2) calls it red: did you mean off-track?",
        "The key (Priority 1!A2) calls it green: did you mean on-track?",
    ]


def test_part_of_the_work_done_says_no_status_and_is_asked_about_once(tmp_path: Path) -> None:
    header = ("Ref", "Action", "% complete")
    lines = read(
        tmp_path, [header, ("1.1", "Open", "100%"), ("1.2", "Train", "50 %"), ("1.3", "Visit", "75%")]
    )

    assert [line.status and line.status.value for line in lines.actions] == ["complete", None, None]
    assert [str(p.answer) for p in lines.questions] == ['--status "Under 100%=…"']


def test_a_sheets_name_is_no_status_of_how_much_is_done(tmp_path: Path) -> None:
    shares = ("100%", "0.75", "40%", "0%", "0.75", "")
    rows = [(f"1.{n}", f"Action {n} of the plan", share) for n, share in enumerate(shares, start=1)]
    lines = read(tmp_path, [("Ref", "Action", "% complete"), *rows], name="Gantt export")

    said = [line.status and line.status.value for line in lines.actions]
    assert said == ["complete", None, None, "not-started", None, None]
    assert [str(p.answer) for p in lines.questions][1:] == ['--status "Under 100%=…"']
    assert "100% is taken as complete, 0% as not started." in told(lines)
    assert "75% (Gantt export!C3, Gantt export!C6), 40% (Gantt export!C4)." in told(lines)


def test_an_area_of_significant_weakness_is_the_area_and_no_sheets_name_is(tmp_path: Path) -> None:
    rows = [("1. Late plans", *ROWS[1]), (None, *ROWS[2]), ("2. Joint work", "2.1", *ROWS[2][1:])]
    header = ("Area of significant weakness", *HEADER)
    lines = read(tmp_path, [("WSoA",), header, *rows], "A3:A4", name="WSoA")

    assert [(area.number, area.title) for area in lines.areas] == [("1", "Late plans"), ("2", "Joint work")]


def test_leads_of_several_partners_are_lead_and_partners(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "LA lead", "Health lead"), ("1.1", "Open a hub", "Head of SEND", "DCO")]
    lines = read(tmp_path, rows)

    assert [(str(line.lead), line.partners) for line in lines.actions] == [("Head of SEND", "DCO")]
    assert "The column “Health lead” is read as the partners." in told(lines)


def test_notes_pinned_to_cells_are_told(tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "p.xlsx", {"Priority 1": ROWS, "Priority 2": [HEADER]})
    book = load_workbook(file)
    book["Priority 1"]["E2"].comment = Comment("The board asked for a plan", "Board")
    book.save(file)
    lines = read_plan_file(file, today=date(2026, 3, 31))

    assert "Notes that are pinned to cells (Priority 1!E2) are not read: look at them in the file." in told(
        lines
    )


@pytest.mark.parametrize(("name", "is_area"), [("SEND sufficiency", True), ("SEND", False), ("WSoA", False)])
def test_a_sheets_name_that_says_what_the_file_is_names_no_area(
    tmp_path: Path, name: str, is_area: bool
) -> None:
    lines = read(tmp_path, ROWS, name=name)

    assert [area.title for area in lines.areas] == ([name] if is_area else [])


@pytest.mark.parametrize("has_sums", [True, False])
def test_rows_that_add_up_a_workstream_are_totals_and_head_nothing(tmp_path: Path, has_sums: bool) -> None:
    def total(words: str, *sums: int) -> tuple[object, ...]:
        return (words, None, None, *(sums if has_sums else (None, None)))

    rows = [
        ("Workstream", "Ref", "Action", "Saving 25/26", "Saving 26/27", "Lead"),
        ("Inclusion", "M1", "Open new places", 120, 480, "Head of Places"),
        ("Inclusion", "M2", "Train staff", 0, 20, "Head of SEND"),
        total("Sub-total Inclusion", 120, 500),
        ("Post-16", "M3", "Agree internships", 0, 40, "Post-16 Lead"),
        total("Subtotal: Post-16", 0, 40),
        total("TOTAL SAVINGS", 120, 540),
    ]
    lines = read(tmp_path, rows)

    assert refs(lines) == ["M1", "M2", "M3"]
    assert [area.title for area in lines.areas] == ["Inclusion", "Post-16"]
    assert told(lines).count("is a total and no action: left out.") == (3 if has_sums else 2)
    assert "heading of the rows below" not in told(lines)


def test_an_area_or_action_that_begins_with_total_is_none(tmp_path: Path) -> None:
    lines = read(tmp_path, [*ROWS, ("2.1", "Total communication in every school", None, None, None)])

    assert refs(lines) == ["1.1", "1.2", "2.1"]


def test_a_sheets_name_is_not_said_to_be_the_area_of_rows_under_headings_of_their_own(tmp_path: Path) -> None:
    header, *actions = ROWS
    lines = read(tmp_path, [header, ("Priority 1: Teaching",), *actions], name="SIP 26-27")

    assert [area.title for area in lines.areas] == ["Teaching"]
    assert "sheet's name" not in told(lines)


LONG = ("Trainer now in post", "Evaluation forms came back from 31 staff")


def test_a_row_of_notes_alone_goes_on_with_the_row_above(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Lead", "Status", "Comments", "Evidence"),
        ("1.1", "Open a hub", "Head of SEND", "On track", "Lease signed", "Board minutes"),
        (None, None, None, None, *LONG),
        ("1.2", "Train staff", "DCO", "At risk", "Two cohorts", None),
    ]
    lines = read(tmp_path, rows)

    assert refs(lines) == ["1.1", "1.2"]
    assert lines.actions[0].note == f"Lease signed\n{LONG[0]}"
    assert LONG[1] in str(lines.actions[0].said)
    assert "Priority 1!E3: This row has notes alone: taken as more of the row above." in told(lines)


def test_a_row_of_notes_below_a_gap_or_a_heading_is_left_out_with_its_words(tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Lead", "Status", "Comments", "Evidence"),
        ("Priority 2: Joint work",),
        (None, None, None, None, None, "Agreed in June"),
        ("2.1", "Open a hub", "Head of SEND", "On track", "Lease signed", None),
        (),
        (None, None, None, None, *LONG),
    ]
    lines = read(tmp_path, rows)

    assert refs(lines) == ["2.1"]
    assert lines.actions[0].note == "Lease signed"
    left_out = "2 rows have no action (Priority 1!F3, Priority 1!E6): left out."
    assert f"{left_out} The first says “Agreed in June”." in told(lines)
