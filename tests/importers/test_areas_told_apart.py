"""Which area each row is in, as headings, labels and tables of measures leave it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area
from docx import Document
from office_files import a_workbook

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Action", "Lead", "Due", "RAG")
Part = str | Sequence[Sequence[str]]


def read_document(tmp_path: Path, *parts: Part, answers: Answers | None = None) -> PlanLines:
    """Read a document of headings and tables."""
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_heading(part, 2)
            continue
        table = document.add_table(len(part), len(part[0]))
        for cells, row in zip(table.rows, part, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
    document.save(str(tmp_path / "plan.docx"))
    return read_plan_file(tmp_path / "plan.docx", today=TODAY, answers=answers or Answers())


def read_text(tmp_path: Path, text: str, *answers: str) -> PlanLines:
    (tmp_path / "plan.csv").write_text(text, encoding="utf-8")
    given = Answers()
    for answer in answers:
        given = given.with_answer("--area", answer)
    return read_plan_file(tmp_path / "plan.csv", today=TODAY, answers=given)


def actions(*refs: str) -> Sequence[Sequence[str]]:
    return (HEADER, *((ref, f"Do the work of {ref}", "Head of SEND", "June 2026", "Green") for ref in refs))


def areas(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(area.number, area.title) for area in lines.areas]


def asked(lines: PlanLines) -> list[str]:
    return [problem.message for problem in lines.questions]


def flags(lines: PlanLines) -> list[str]:
    return [str(problem.answer) for problem in lines.questions]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ("Priority Action", "Area for Improvement", ["PA1", "PA2", "AFI1"]),
        ("Area of weakness", "Improvement priority", ["AOW1", "AOW2", "IP1"]),
    ],
)
def test_two_labels_with_one_number_are_two_areas(
    tmp_path: Path, one: str, other: str, numbers: list[str]
) -> None:
    heads = (f"{one} 1: Waiting times", f"{one} 2: Oversight", f"{other} 1: Annual reviews")
    parts = [part for n, head in enumerate(heads) for part in (head, actions(f"{n}a", f"{n}b"))]
    lines = read_document(tmp_path, *parts)
    assert areas(lines) == [*zip(numbers, ("Waiting times", "Oversight", "Annual reviews"), strict=True)]
    assert [line.area_number for line in lines.actions] == [n for n in numbers for _ in "ab"]


def test_two_labels_in_one_table_are_two_areas(tmp_path: Path) -> None:
    text = "ref,area,action\nA,Priority Action 1: Waits,Cut\nB,Area for Improvement 1: Reviews,Hold\n"
    assert areas(read_text(tmp_path, text)) == [("PA1", "Waits"), ("AFI1", "Reviews")]


TWO = "ref,area no,area title,action\nA,1,Waiting times,Cut\nB,1,Annual reviews,Hold\nC,2,Data,Count\n"


def test_two_titles_with_one_number_are_asked_about(tmp_path: Path) -> None:
    lines = read_text(tmp_path, TWO)
    assert asked(lines) == [
        "Two areas have number 1: “Waiting times” and “Annual reviews”. Which number has the second?"
    ]
    assert flags(lines) == ['--area "Annual reviews=3"']
    assert len({line.area_number for line in lines.actions}) == 3
    lines = read_text(tmp_path, TWO, "Annual reviews=7")
    assert (asked(lines), areas(lines)) == (
        [],
        [("1", "Waiting times"), ("7", "Annual reviews"), ("2", "Data")],
    )


def test_titles_that_differ_by_a_few_words_are_one_area(tmp_path: Path) -> None:
    lines = read_text(tmp_path, TWO.replace("Annual reviews", "Waiting times (all)"))
    assert (asked(lines), areas(lines)) == ([], [("1", "Waiting times"), ("2", "Data")])


@pytest.mark.parametrize(
    ("heading", "area"),
    [
        ("Priority One: Early help", ("1", "Early help")),
        ("Workstream Nine - Staff", ("9", "Staff")),
        ("Significant concern 6: Reviews", ("6", "Reviews")),
        ("Recommendation 8: Transport", ("8", "Transport")),
        ("Key line of enquiry 10: Health", ("10", "Health")),
        ("Improvement priority 7 Voice", ("7", "Voice")),
        ("Outcome 3: Adults", ("3", "Adults")),
        ("Key Stage 2: Schools", ("1", "Key Stage 2: Schools")),
    ],
)
def test_a_number_behind_any_label_is_that_of_the_area(
    tmp_path: Path, heading: str, area: tuple[str, str]
) -> None:
    found = areas(read_document(tmp_path, heading, actions("a"), "Concern 4: Money", actions("b")))
    assert area in found
    text = f"Ref,Action,Lead\n{heading},,\na,Do one thing,Lead\nConcern 4: Money,,\nb,Do another,Lead\n"
    assert area in areas(read_text(tmp_path, text))


MEASURES = (("KPI", "Baseline", "Target", "Q1 25/26"), ("Plans in time", "31%", "60%", "40%"))
KEY = (("Word", "Meaning"), ("ICB", "Integrated care board"))


@pytest.mark.parametrize("first", ["Workstream 1: Assessment", "Priority One - Assessment"])
@pytest.mark.parametrize("between", [MEASURES, KEY])
def test_a_heading_holds_below_a_table_between_it_and_its_actions(
    tmp_path: Path, first: str, between: Part
) -> None:
    second = first.replace("1", "2").replace("One", "Two").replace("Assessment", "Provision")
    parts = (first, between, actions("A1", "A2"), second, between, actions("B1"))
    lines = read_document(tmp_path, *parts)
    assert (asked(lines), areas(lines)) == ([], [("1", "Assessment"), ("2", "Provision")])
    assert [line.area_number for line in lines.actions] == ["1", "1", "2"]


def test_a_heading_without_a_number_holds_below_a_table_of_measures(tmp_path: Path) -> None:
    parts = ("Assessment", MEASURES, actions("A1", "A2"), "Provision", MEASURES, actions("B1"))
    assert areas(read_document(tmp_path, *parts)) == [("1", "Assessment"), ("2", "Provision")]


def test_each_table_whose_rows_name_no_area_is_asked_about(tmp_path: Path) -> None:
    parts = ("Actions", actions("A1", "A2"), "Actions", actions("B1"))
    lines = read_document(tmp_path, *parts)
    assert flags(lines) == ['--area "T1!A2=…"', '--area "T2!A2=…"']
    answers = Answers().with_answer("--area", "T1!A2=Assessment").with_answer("--area", "T2!A2=Provision")
    lines = read_document(tmp_path, *parts, answers=answers)
    assert (asked(lines), areas(lines)) == ([], [("1", "Assessment"), ("2", "Provision")])
    assert Answers.from_json(lines.used.whole_json()).area_of == answers.area_of
    lines = read_document(tmp_path, *parts, answers=Answers().with_answer("--area", "Work"))
    assert (asked(lines), areas(lines)) == ([], [("1", "Work")])


def test_a_file_in_which_no_row_names_an_area_is_asked_once(tmp_path: Path) -> None:
    parts = ("Actions", actions("21 AB 01", "22 MAS 04"), "Actions", actions("23 HOU 02"))
    lines = read_document(tmp_path, *parts)
    assert flags(lines) == ['--area "…"']
    rows = "3 rows in 2 tables (T1!A2, T2!A2) name no area"
    which = "which is it, a number or title of the plan's or a new one?"
    assert asked(lines) == [f"{rows}: {which} --area 'T1!A2=…' says it of one table."]
    answers = Answers().with_answer("--area", "Audit").with_answer("--area", "T2!A2=Housing")
    lines = read_document(tmp_path, *parts, answers=answers)
    assert (asked(lines), areas(lines)) == ([], [("1", "Audit"), ("2", "Housing")])


def test_a_column_of_themes_is_offered_where_rows_name_no_area(tmp_path: Path) -> None:
    text = "ref,theme,action\nA,Voice,Ask\nB,Schools,Teach\n"
    lines = read_text(tmp_path, text)
    assert flags(lines) == ['--map "theme=area"']
    assert asked(lines) == ["2 rows name no area: is “theme” the area of each, or a theme beside it?"]
    for meant, question in (("area", []), ("theme", ['--area "…"'])):
        given = Answers().with_answer("--map", f"theme={meant}")
        assert flags(read_plan_file(tmp_path / "plan.csv", today=TODAY, answers=given)) == question


@pytest.mark.parametrize(
    "line", ["Priority 2: Early help", "Priority 2: Early help,,", "Theme Two - Early help"]
)
def test_an_area_above_a_csv_header_is_that_of_its_rows(tmp_path: Path, line: str) -> None:
    lines = read_text(tmp_path, f"SEND plan,,\n{line}\n\nref,action,lead\nA,Ask,Lead\nB,Tell,Lead\n")
    assert (asked(lines), areas(lines)) == ([], [("2", "Early help")])


@pytest.mark.parametrize("name", ["Priority 2 measures", "Area 2", "Early help"])
def test_measures_on_a_sheet_named_after_an_area_are_in_it(tmp_path: Path, name: str) -> None:
    work = [("Ref", "Area", "Action", "Due"), ("A", "1. Voice", "Ask", "June 2026")]
    work.append(("B", "2. Early help", "Tell", "June 2026"))
    a_workbook(tmp_path / "plan.xlsx", {"Tracker": work, name: list(MEASURES)})
    lines = read_plan_file(tmp_path / "plan.xlsx", today=TODAY)
    assert [measure.area for measure in lines.measures] == ["2"]


def test_measures_below_a_heading_that_names_an_area_are_in_it(tmp_path: Path) -> None:
    parts = ("Workstream 1: Voice", MEASURES, actions("A1"), "Workstream 2: Help", MEASURES, actions("B1"))
    assert [measure.area for measure in read_document(tmp_path, *parts).measures] == ["1", "2"]


TITLES = ("Ask", "Tell", "Show")
KNOWN = a_plan(
    an_area("9", id=1),
    *(
        an_action(f"9.{n}", id=n, area_id=1, title=title)
        for n, title in enumerate(("Ask", "Tell", "Show"), 1)
    ),
)


def test_a_new_row_among_known_ones_of_one_area_is_in_it_and_told(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("ref,action\nX,Sing loudly\n9.1,Ask\n9.2,Tell\n", encoding="utf-8")
    lines = read_plan_file(tmp_path / "plan.csv", today=TODAY, plan=KNOWN)
    assert (flags(lines), [line.area_number for line in lines.actions]) == ([], ["9", "", ""])
    told = [str(problem) for problem in lines.doubts]
    assert "A2: No area is named: 9 is that of the rows around it." in told


PARTED = "area,action\nWarm words,Ask\nWarm words,Tell\nCold facts,Show\n"


def test_an_area_that_is_parted_is_asked_about_under_each_title_without_a_doubt(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(PARTED, encoding="utf-8")
    lines = read_plan_file(tmp_path / "plan.csv", today=TODAY, plan=KNOWN)
    assert flags(lines) == ['--area "Warm words=9"', '--area "Cold facts=new"']
    assert [problem for problem in lines.doubts if "has no number" in problem.message] == []


LED = "Priority 1 – Early help (Lead: Head of Early Years)"


def test_a_lead_in_brackets_behind_the_title_leads_the_area(tmp_path: Path) -> None:
    text = f"Ref,Action,Owner\n{LED},,\nA,Ask,Data Lead\n"
    grid = [(LED, "", ""), ("Ref", "Action", "Owner"), ("A", "Ask", "Data Lead")]
    rows = [("Ref", "Action", "Owner"), (LED, "", ""), ("A", "Ask", "Data Lead")]
    for number, part in enumerate((grid, rows)):
        a_workbook(tmp_path / f"{number}.xlsx", {"Tracker": part})
    books = [read_plan_file(tmp_path / f"{number}.xlsx", today=TODAY) for number in (0, 1)]
    for lines in (read_text(tmp_path, text), read_document(tmp_path, LED, actions("A")), *books):
        (area,) = lines.areas
        assert (area.number, area.title) == ("1", "Early help")
        assert area.lead
        assert area.lead.role == "Head of Early Years"


def test_a_title_is_one_area_however_it_is_spelt(tmp_path: Path) -> None:
    titles = ("Early Help & Support", "early  help and support", "EARLY HELP AND SUPPORT.", "Therapies")
    rows = "".join(f"{n},{title},Action {n}\n" for n, title in enumerate(titles, 1))
    lines = read_text(tmp_path, f"ref,area,action\n{rows}")
    assert areas(lines) == [("1", "Early Help & Support"), ("2", "Therapies")]


def test_a_slip_in_a_title_is_the_same_area_and_told(tmp_path: Path) -> None:
    text = "ref,area,action\n1,Therapy pathway,Ask\n2,The therapy pathwya,Tell\n"
    lines = read_text(tmp_path, text)
    assert areas(lines) == [("1", "Therapy pathway")]
    assert [p.message for p in lines.doubts if p.cell == "B3"] == [
        (
            "“The therapy pathwya” is taken as the area “Therapy pathway”; another with "
            '--area "The therapy pathwya=new".'
        )
    ]
    lines = read_text(tmp_path, text, "The therapy pathwya=new")
    assert areas(lines) == [("1", "Therapy pathway"), ("2", "The therapy pathwya")]


@pytest.mark.parametrize("first", ["1. Early help", "Early help"])
def test_a_title_with_its_number_once_has_it_everywhere(tmp_path: Path, first: str) -> None:
    second = "Early help" if first.startswith("1") else "Priority 1: Early help"
    lines = read_text(tmp_path, f"ref,area,action\n1,{first},Ask\n2,{second},Tell\n3,Area 1,Show\n")
    assert (asked(lines), areas(lines)) == ([], [("1", "Early help")])
    assert {line.area_number for line in lines.actions} == {"1"}


@pytest.mark.parametrize("title", ["Therapy pathways", "The therapy pathway for families"])
def test_a_title_much_like_one_of_the_plan_is_asked_about(tmp_path: Path, title: str) -> None:
    plan = a_plan(an_area("1", title="Therapy pathway"), an_area("2", title="Transport"))
    (tmp_path / "plan.csv").write_text(f"ref,area,action\n1,{title},Ask\n", encoding="utf-8")
    lines = read_plan_file(tmp_path / "plan.csv", today=TODAY, plan=plan)
    assert flags(lines) == [f'--area "{title}=1"']
    assert "is much like 1 “Therapy pathway”" in asked(lines)[0]
