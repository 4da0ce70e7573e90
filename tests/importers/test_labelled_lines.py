"""Lines that say something under a label around a table: read where sure, told where not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from office_files import a_document, a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.headings.labelled_lines import labelled_line
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
ROWS = [
    ("Ref", "Action", "Due", "Status"),
    ("2.1", "Publish the joint plan", "June 2026", "On track"),
    ("2.2", "Hold a family day", "July 2026", "On track"),
]


def read(file: Path) -> PlanLines:
    return read_plan_file(file, today=TODAY, answers=Answers())


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["Lead: Head of SEND"], [("lead", "Head of SEND", "A1")]),
        (["Lead:Head of SEND"], [("lead", "Head of SEND", "A1")]),
        (["Area lead – Head of SEND"], [("area lead", "Head of SEND", "A1")]),
        (["Priority 2 lead: Head of SEND"], [("area lead", "Head of SEND", "A1")]),
        (["Senior Responsible Officer (SRO): Director"], [("sro", "Director", "A1")]),
        (["SRO", "Director"], [("sro", "Director", "B1")]),
        (["SRO:", "Director", "Lead:", "Head"], [("sro", "Director", "B1"), ("lead", "Head", "D1")]),
        (["Lead: Head\nSRO: Director"], [("lead", "Head", "A1"), ("sro", "Director", "A1")]),
        (["Last updated:", "2025-09-12"], [("date", "2025-09-12", "B1")]),
        (["RAG as at 30 June 2025"], [("date", "RAG as at 30 June 2025", "A1")]),
        (["Version 3"], [("version", "Version 3", "A1")]),
        (["Priority: Joint working"], [("area", "Joint working", "A1")]),
        (["Outcome: Plans are on time"], [("outcome", "Plans are on time", "A1")]),
        (["Priority 2: Joint working"], [("area", "2. Joint working", "A1")]),
        (["Priority 2:", "Joint", "Lead:", "DCO"], [("area", "2. Joint", "B1"), ("lead", "DCO", "D1")]),
        (["Partnership: Anyshire"], [("", "Anyshire", "A1")]),
        (["SEND improvement plan"], []),
        (["Lead", "Due"], []),
        (["Lead", "Deadline", "Status"], []),
        (["1.1", "Lead: the work"], []),
        (["Head of SEND"], []),
    ],
)
def test_a_line_is_known_by_its_labels(cells: list[str], said: list[tuple[str, str, str]]) -> None:
    found = labelled_line([(f"{'ABCD'[n]}1", words) for n, words in enumerate(cells)])

    assert [(line.meant, line.words, line.cell) for line in found] == said


def test_the_owners_above_a_table_of_one_area_are_those_of_the_area_and_of_its_actions(
    tmp_path: Path,
) -> None:
    above = [
        ("Priority 2: Timely EHC plans",),
        (),
        ("Senior Responsible Officer: Director of Education",),
        ("Lead:", "Head of SEND, LA"),
        (),
    ]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": [*above, *ROWS]}))

    (area,) = lines.areas
    assert (area.number, area.title, str(area.lead)) == ("2", "Timely EHC plans", "Head of SEND, LA")
    assert {str(line.lead) for line in lines.actions} == {"Head of SEND, LA"}
    assert {str(line.sro) for line in lines.actions} == {"Director of Education"}
    assert "Tracker!A3: “Senior Responsible Officer: Director of Education” is taken as who is" in told(lines)
    assert "Tracker!B4: “Lead: Head of SEND, LA” is taken as the lead of the area and its actions." in told(
        lines
    )


def test_a_column_of_leads_stands_before_the_line_above(tmp_path: Path) -> None:
    rows = [(*row, words) for row, words in zip(ROWS, ("Lead", "EHC manager", ""), strict=True)]
    above = [("Priority 2: Timely EHC plans",), ("Lead: Head of SEND",)]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": [*above, *rows]}))

    assert [str(line.lead) if line.lead else "" for line in lines.actions] == ["EHC manager", ""]
    assert str(lines.areas[0].lead) == "Head of SEND"
    assert "is taken as the lead of the area." in told(lines)


def test_an_owner_that_stands_above_rows_of_several_areas_is_of_all_actions(tmp_path: Path) -> None:
    rows = [(area, *row) for row, area in zip(ROWS, ("Area", "2", "3"), strict=True)]
    rows[2] = ("3", "3.1", *rows[2][2:])
    above = [("SEND plan",), ("SRO: Director of Education",), ("Area lead: Head of SEND",)]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": [*above, *rows]}))

    assert {str(line.sro) for line in lines.actions} == {"Director of Education"}
    assert [area.lead for area in lines.areas] == [None, None]
    assert "is taken as who is accountable for the actions below." in told(lines)
    assert "Tracker!A3: “Area lead: Head of SEND” is not read: left out." in told(lines)


def test_owners_below_a_heading_inside_a_table_are_those_of_its_rows(tmp_path: Path) -> None:
    rows = [
        ROWS[0],
        ("Priority 1: Early help",),
        ("Lead: Head of Early Help",),
        ("1.1", "Open a hub", "May 2026", "On track"),
        ("Priority 2: Timely plans",),
        ("SRO", "Director"),
        *ROWS[1:],
    ]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": rows}, merged={"Tracker": ["A2:D2", "A5:D5"]}))

    assert [(a.number, str(a.lead)) for a in lines.areas] == [("1", "Head of Early Help"), ("2", "Director")]
    assert [(line.ref, str(line.lead), str(line.sro)) for line in lines.actions] == [
        ("1.1", "Head of Early Help", "None"),
        ("2.1", "None", "Director"),
        ("2.2", "None", "Director"),
    ]


def test_an_area_and_its_owners_may_stand_in_one_row(tmp_path: Path) -> None:
    above = [("Priority 2:", "Timely plans", None, "Lead:", "Head of SEND"), ()]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Sheet1": [*above, *ROWS]}))

    assert [(a.number, a.title, str(a.lead)) for a in lines.areas] == [("2", "Timely plans", "Head of SEND")]
    assert "not read" not in told(lines)


def test_headings_over_a_header_name_no_owner(tmp_path: Path) -> None:
    rows = [("Ref", "Action", "Role", "Organisation"), ("2.1", "Publish", "Head of SEND", "LA")]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 2": [(None, None, "Lead", "Timescales"), *rows]}))

    assert [str(line.lead) for line in lines.actions] == ["Head of SEND, LA"]


def test_an_outcome_above_is_that_of_the_area(tmp_path: Path) -> None:
    above = [("Workstream: Timely plans",), ("Intended outcome: Families get plans on time",)]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": [*above, *ROWS]}))

    assert [(a.title, a.outcome) for a in lines.areas] == [("Timely plans", "Families get plans on time")]


def test_what_is_not_read_above_a_table_is_one_doubt(tmp_path: Path) -> None:
    above = [
        ("SEND improvement plan: living document",),
        ("Version 3",),
        ("Partnership: Anyshire",),
        ("Last updated: Michaelmas",),
    ]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 2": [*above, *ROWS]}))

    (doubt,) = [p for p in lines.problems if "above the table" in p.message]
    cells = "Priority 2!A2, Priority 2!A3, Priority 2!A4"
    assert doubt.cell == "Priority 2!A2"
    assert doubt.message == f"“Version 3” and 2 more ({cells}) above the table are not read: left out."


@pytest.mark.parametrize(
    "line",
    [
        ("Last updated: 12/09/2025",),
        ("Last updated:", date(2025, 9, 12)),
        ("Date of update", "12 September 2025"),
        ("RAG as at 12 September 2025",),
    ],
)
def test_the_date_of_the_file_is_offered_and_no_other_is(tmp_path: Path, line: tuple[object, ...]) -> None:
    above = [("Inspection date: 4 March 2024",), ("Next review:", "1 February 2026"), line]
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Tracker": [*above, *ROWS]}))

    assert lines.file_date is not None
    assert lines.file_date.on == date(2025, 9, 12)


def test_lines_above_a_csv_are_read_too(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(
        "SEND plan,,,\nSRO: Director of Education,,,\nLead,Head of SEND,,\n"
        + "".join(",".join(row) + "\n" for row in ROWS),
        encoding="utf-8",
    )
    lines = read(file)

    assert {(str(line.lead), str(line.sro)) for line in lines.actions} == {
        ("Head of SEND", "Director of Education")
    }
    assert "A2: “SRO: Director of Education” is taken as who is accountable" in told(lines)


def test_paragraphs_above_a_documents_table_are_read_too(tmp_path: Path) -> None:
    file = a_document(tmp_path / "p.docx", "# Priority 2: Timely plans", "Lead: Head of SEND", ROWS)
    lines = read(file)

    assert [(a.number, a.title, str(a.lead)) for a in lines.areas] == [("2", "Timely plans", "Head of SEND")]
    assert {str(line.lead) for line in lines.actions} == {"Head of SEND"}


@pytest.mark.parametrize("words", ["TBC", "Vacant"])
def test_an_owner_above_who_is_nobody_is_told(tmp_path: Path, words: str) -> None:
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 2": [(f"Lead: {words}",), *ROWS]}))

    assert [line.lead for line in lines.actions] == [None, None]
    assert f"“Lead: {words}” names nobody: left out." in told(lines)


def test_a_persons_name_above_is_asked_about_where_it_stands(tmp_path: Path) -> None:
    lines = read(a_workbook(tmp_path / "p.xlsx", {"Priority 2": [("Lead: Sarah Jones",), *ROWS]}))

    assert [p.cell for p in lines.questions if "--not-personal" in str(p.answer)] == ["Priority 2!A1"]
