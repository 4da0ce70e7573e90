"""Workbooks and documents as councils keep them: every habit with what it is read as."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document
from office_files import a_document, a_workbook
from openpyxl import load_workbook
from openpyxl.styles import Font

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import ActionLine, PlanLines

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Action", "Lead", "Due", "Status")


def read(file: Path, *answers: tuple[str, str], today: date = TODAY) -> PlanLines:
    given = Answers()
    for flag, text in answers:
        given = given.with_answer(flag, text)
    return read_plan_file(file, today=today, answers=given)


def by_ref(lines: PlanLines) -> Mapping[str, ActionLine]:
    return {line.ref: line for line in lines.actions}


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def asked(lines: PlanLines) -> list[tuple[str, str]]:
    return [(p.cell, str(p.answer)) for p in lines.questions]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "plan.docx"


def test_a_plain_sheet_is_read_with_the_names_of_its_cells(book: Path) -> None:
    a_workbook(
        book,
        {
            "Priority 2": [
                ("Inclusion plan",),
                ("Priority 2: Getting help early",),
                (),
                HEADER,
                ("2.1", "Train staff", "Head of SEND, LA", datetime(2026, 6, 30), "Green"),  # noqa: DTZ001
                ("2.2", "Visit schools", "TBC", "soonish", "Under review"),
            ]
        },
    )
    lines = read(book)
    assert [(area.number, area.title) for area in lines.areas] == [("2", "Getting help early")]
    assert by_ref(lines)["2.1"].lead == OwnerDraft("Head of SEND", "LA")
    assert by_ref(lines)["2.1"].due == Due(date(2026, 6, 30), Precision.DAY, "2026-06-30")
    assert [p.cell for p in lines.doubts] == ["Priority 2!C6", "Priority 2!D6"]
    assert asked(lines) == [("Priority 2!E6", '--status "Under review=…"')]


@pytest.mark.parametrize(
    ("value", "form", "on", "precision"),
    [
        (datetime(2026, 6, 30), "mmm-yy", date(2026, 6, 30), Precision.MONTH),  # noqa: DTZ001
        (datetime(2026, 6, 30), "mmmm yyyy", date(2026, 6, 30), Precision.MONTH),  # noqa: DTZ001
        (datetime(2026, 6, 3), "dd/mm/yyyy", date(2026, 6, 3), Precision.DAY),  # noqa: DTZ001
        (datetime(2026, 6, 3), '[$-809]d" of "mmmm yyyy;@', date(2026, 6, 3), Precision.DAY),  # noqa: DTZ001
        ("30/06/2026", "General", date(2026, 6, 30), Precision.DAY),
        ("Q2 2026/27", "General", date(2026, 9, 30), Precision.QUARTER),
    ],
)
def test_a_real_date_is_as_exact_as_its_format_shows_it(
    book: Path, value: object, form: str, on: date, precision: Precision
) -> None:
    rows = [HEADER, ("1.1", "Train", "Lead", value, "Green")]
    a_workbook(book, {"Area 1 One": rows}, formats={"Area 1 One": {"D2": form}})
    due = by_ref(read(book))["1.1"].due
    assert due
    assert (due.on, due.precision) == (on, precision)


def test_refs_that_are_numbers_keep_the_noughts_that_they_show(book: Path) -> None:
    rows = [HEADER, (1.1, "Train", "", "", ""), (1.1, "Visit", "", "", "")]
    a_workbook(book, {"1 One": rows}, formats={"1 One": {"A3": "0.00"}})
    assert [line.ref for line in read(book).actions] == ["1.1", "1.10"]


def test_a_ref_that_lost_its_nought_is_asked_about_and_answered_by_its_cell(book: Path) -> None:
    rows = [HEADER, *((f"1.{n}", f"Task {n}", "", "", "") for n in range(1, 10)), (1.1, "Tenth", "", "", "")]
    a_workbook(book, {"1 My plan": rows})
    assert ("1 My plan!A11", '--ref "1 My plan!A11=1.10"') in asked(read(book, ("--area", "One")))
    answered = read(book, ("--area", "One"), ("--ref", "1 my plan!a11=1.10"))
    assert by_ref(answered)["1.10"].title == "Tenth"
    assert not answered.questions


def test_each_sheet_that_is_no_tracker_is_an_area(book: Path) -> None:
    a_workbook(
        book,
        {
            "Early help": [HEADER, ("1", "Train", "", "", "Green")],
            "Notes": [("Dear all",)],
            "3. Post-16": [HEADER, ("1", "Visit", "", "", "Red")],
        },
    )
    lines = read(book)
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Early help"), ("3", "Post-16")]
    assert [line.ref for line in lines.actions] == ["1.1", "3.1"]
    assert "Notes!A1: The sheet holds no actions (it begins “Dear all”): left out." in told(lines)


def test_a_hidden_sheet_is_named_and_left_out(book: Path) -> None:
    from openpyxl import load_workbook

    a_workbook(
        book, {"Area 1 One": [HEADER, ("1.1", "A", "", "", "")], "Old": [HEADER, ("9.9", "B", "", "", "")]}
    )
    found = load_workbook(book)
    found["Old"].sheet_state = "hidden"
    found.save(book)
    lines = read(book)
    assert [line.ref for line in lines.actions] == ["1.1"]
    assert "“Old” is hidden: left out" in told(lines)


def test_headings_within_a_table_are_areas_and_the_second_of_one_is_its_outcome(paper: Path) -> None:
    a_document(
        paper,
        [
            HEADER,
            ("1", "EARLY HELP", None, None, None),
            ("1", "Families get help when they first ask", None, None, None),
            ("1.1", "Train", "Lead", "May 2026", "Green"),
            HEADER,
            ("Area 4: Post-16", None, None, None, None),
            ("4.1", "Visit", "Lead", "May 2026", "Red"),
            ("Please send changes to the team by Friday", None, None, None, None),
        ],
    )
    lines = read(paper)
    assert [(area.number, area.title, area.outcome) for area in lines.areas] == [
        ("1", "EARLY HELP", "Families get help when they first ask"),
        ("4", "Post-16", None),
    ]
    assert [line.ref for line in lines.actions] == ["1.1", "4.1"]
    assert "“Please send changes to the team by Friday” is no action: left out." in told(lines)


def test_actions_without_refs_are_numbered_under_areas_that_keep_their_numbers(paper: Path) -> None:
    table = [
        ("What we will do", "Who", "6 month milestone", "12 months"),
        ("Audit plans", "Lead", "30 done\nSept 2026", "60"),
    ]
    a_document(paper, "# Area 3: Plans", table, "# Area 5: Absence", table)
    lines = read(paper)
    assert [line.ref for line in lines.actions] == ["3.1", "5.1"]
    assert "2 rows have no ref: numbered under their area as 3.1, 5.1." in told(lines)
    assert "Nothing in the file says a status" in told(lines)
    assert lines.actions[0].steps == (
        ("30 done", Due(date(2026, 9, 30), Precision.MONTH, "Sept 2026")),
        ("60", Due(None, Precision.UNCLEAR, "12 months")),
    )


def test_a_column_of_merged_cells_before_the_action_names_the_areas(book: Path) -> None:
    rows = [
        ("Ref", "Aim", "Action", "Lead"),
        ("1.1", "Help early", "Train", "A"),
        ("1.2", None, "Visit", "B"),
        ("2.1", "Plan well", "Audit", "C"),
    ]
    a_workbook(book, {"Tracker": rows}, merged={"Tracker": ["B2:B3"]})
    lines = read(book)
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Help early"), ("2", "Plan well")]
    assert [line.area_number for line in lines.actions] == ["1", "1", "2"]


def test_an_action_that_is_merged_over_rows_is_one(paper: Path) -> None:
    rows = [
        HEADER,
        ("1.1", "Train", "Head of SEND", "May 2026", "Green"),
        ("^", "^", "Head of Health", "", ""),
    ]
    lines = read(a_document(paper, "1. One", rows))
    assert [line.ref for line in lines.actions] == ["1.1"]
    assert (lines.actions[0].lead, lines.actions[0].partners) == (
        OwnerDraft("Head of SEND"),
        "Head of Health",
    )


def test_columns_of_reviews_are_updates_of_their_last_days(book: Path) -> None:
    header = ("Ref", "Action", "RAG May 20", "RAG Q3 2023/24", "September 25 progress update")
    rows = [header, ("1.1", "Train", "Red", "Complete", "Done and kept"), ("1.2", "Visit", "", "Green", "")]
    lines = read(a_workbook(book, {"1 One": rows}))
    assert [(then.on, then.status, then.note) for then in by_ref(lines)["1.1"].said] == [
        (date(2020, 5, 31), Status.OFF_TRACK, None),
        (date(2023, 12, 31), Status.COMPLETE, None),
        (date(2025, 9, 30), None, "Done and kept"),
    ]
    assert by_ref(lines)["1.2"].latest_status is Status.ON_TRACK


@pytest.mark.parametrize(
    ("title", "year"),
    [("Progress plan, April 2025 refresh", 2025), ("Progress plan", 2025), ("Plan of May 2024", 2024)],
)
def test_a_month_without_a_year_is_the_first_after_the_title(paper: Path, title: str, year: int) -> None:
    rows = [("Action", "Due date", "November update"), ("Action 1.1: Train", "May 26", "Begun")]
    lines = read(a_document(paper, f"# {title}", "1. One", rows))
    (then,) = lines.actions[0].said
    assert (then.on, then.note) == (date(year, 11, 30), "Begun")
    assert (lines.actions[0].ref, lines.actions[0].title) == ("1.1", "Train")


def test_a_review_to_come_is_left_out_and_told(book: Path) -> None:
    rows = [("Ref", "Action", "RAG May 2025", "RAG May 2027"), ("1.1", "Train", "Red", "Green")]
    lines = read(a_workbook(book, {"1 One": rows}))
    assert lines.actions[0].latest_status is Status.OFF_TRACK
    assert "A review of 31 May 2027 is to come: what stands there (1 One!D2) is left out." in told(lines)


def test_colours_alone_are_asked_about_once_with_the_words_of_the_key(paper: Path) -> None:
    a_document(
        paper,
        [("", "All done"), ("", "In trouble, and we know what to do")],
        "# 1. One",
        [("Action", "Lead"), ("Train", "A"), ("Visit", "B"), ("Audit", "C")],
        fills={
            (0, 0, 0): "0070C0",
            (0, 1, 0): "FFC000",
            (1, 1, 0): "0070C0",
            (1, 2, 0): "FFC000",
            (1, 3, 0): "0070C0",
        },
    )
    lines = read(paper)
    assert asked(lines) == [("T2!A2", '--status "0070C0=…"'), ("T2!A3", '--status "FFC000=…"')]
    assert "The key (T1!B2) says “In trouble, and we know what to do”. Did you mean at-risk?" in told(lines)
    answered = read(paper, ("--status", "0070C0=complete"), ("--status", "amber=at-risk"))
    assert [line.status for line in answered.actions] == [Status.COMPLETE, Status.AT_RISK, Status.COMPLETE]
    assert not answered.questions


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("Not due to start", "not-started"),
        ("not started", "not-started"),
        ("Not started, due later", "not-started"),
        ("Work has not yet begun", "not-started"),
        ("Finished - with evidence", "complete"),
        ("Done by the team", "complete"),
        ("Not applicable to us", None),
    ],
)
def test_the_words_of_a_key_decide_before_its_colour(paper: Path, words: str, offered: str | None) -> None:
    rows = [("Ref", "Action", "Status"), ("1.1", "Train", ""), ("1.2", "Visit", words)]
    key = [("Green", "On track"), ("Blue", words)]
    a_document(paper, "# Area 1: One", rows, "Key", key, fills={(0, 1, 2): "0070C0", (1, 1, 0): "0070C0"})
    of_colour, *of_word = read(paper).questions
    assert "The key (T2!B2) says" in str(of_colour)
    assert ("Did you mean " in str(of_colour)) is (offered is not None)
    assert all("complete" not in str(question) or offered == "complete" for question in (of_colour, *of_word))
    assert offered is None or f"Did you mean {offered}?" in str(of_colour)


def test_a_status_column_of_empty_coloured_cells_is_read_by_its_colours(book: Path) -> None:
    rows = [("Ref", "Action", "RAG"), ("1.1", "Train", None), ("1.2", "Visit", "Red")]
    a_workbook(book, {"1 One": rows}, fills={"1 One": {"C2": "00B050", "C3": "FF0000"}})
    assert asked(read(book)) == [("1 One!C2", '--status "00B050=…"')]
    lines = read(book, ("--status", "green=on-track"))
    assert [line.status for line in lines.actions] == [Status.ON_TRACK, Status.OFF_TRACK]


def test_a_banded_table_has_no_status_in_its_colours(book: Path) -> None:
    rows = [("Ref", "Action", "Lead"), ("1.1", "Train", "A"), ("1.2", "Visit", "B"), ("1.3", "Audit", "C")]
    bands = {f"{column}3": "DCE6F1" for column in "ABC"}
    lines = read(a_workbook(book, {"1 One": rows}, fills={"1 One": bands}))
    assert not lines.questions
    assert "Nothing in the file says a status" in told(lines)


TICKED = [
    ("No", "Statement", "First audit", None, None, "Action needed", "By whom"),
    (None, None, "GREEN", "AMBER", "RED", None, None),
    (1, "There is a lead", "✓", None, None, None, None),
    (2, "There is an officer", None, "x", None, "Agree cover", "Chief Nurse"),
    ("Overall", None, "50%", None, None, None, None),
]


def test_a_tick_in_a_colours_column_waits_for_the_date_and_the_meaning(book: Path) -> None:
    a_workbook(book, {"Leadership": TICKED}, merged={"Leadership": ["C1:E1"]})
    assert asked(read(book)) == [
        ("Leadership!C1", '--column "First audit=…"'),
        ("Leadership!C4", '--status "amber=…"'),
    ]
    lines = read(book, ("--column", "First audit=June 2025"), ("--status", "amber=at-risk"))
    assert [line.title for line in lines.actions] == ["Agree cover"]
    then = lines.actions[0].said[-1]
    assert (then.on, then.status) == (date(2025, 6, 30), Status.AT_RISK)
    assert "2 rows have no action (Leadership!A3, Leadership!A5): left out." in told(lines)


def test_the_heading_of_a_table_is_its_status_where_no_column_is(book: Path) -> None:
    head = ("Ref", "Recommendation", "Officer", "% complete")
    rows = [
        ("Table A: live audits",),
        ("Audit", "Recommendations", "Average"),
        ("Schools", 4, 0.5),
        (),
        ("Table B: recommendations completed",),
        (*head[:3], "Completed"),
        ("A1", "Train", "Lead", "12/02/2026"),
        (),
        ("Table C: more time is asked",),
        (*head, "Extension requested to", "Reason"),
        ("A2", "Visit", "Lead", "75%", "31/12/2026", "Nobody was free"),
        (),
        ("Table D: outstanding",),
        head,
        ("None",),
        (),
        ("Table E: governance",),
        head,
        ("A3", "Audit", "Lead", 1),
        ("A1", "Train", "Lead", "100%"),
    ]
    a_workbook(book, {"Tracker": rows}, formats={"Tracker": {"D19": "0%"}})
    lines = read(book, ("--area", "Audit"))
    assert asked(lines) == [("Tracker!D11", '--status "more time is asked=…"')]
    found = by_ref(read(book, ("--area", "Audit"), ("--status", "more time is asked=at-risk")))
    assert {ref: line.latest_status for ref, line in found.items()} == {
        "A1": Status.COMPLETE,
        "A2": Status.AT_RISK,
        "A3": Status.COMPLETE,
    }
    assert found["A1"].said[0].on == date(2026, 2, 12)
    assert found["A2"].revised == Due(date(2026, 12, 31), Precision.DAY, "31/12/2026")
    assert found["A2"].revised_reason == "Asked for; not agreed yet. Nobody was free"
    assert "Rows 2 to 3 hold no actions (“Table A: live audits”): left out." in told(lines)
    assert "Tracker!A15: “None” stands alone" in told(lines)


@pytest.mark.parametrize(
    "heading", ["Not yet completed", "Partly complete", "Actions", "Action plan, complete version"]
)
def test_a_heading_that_could_be_turned_says_no_status(book: Path, heading: str) -> None:
    rows = [(heading,), ("Ref", "Action", "Lead"), ("1.1", "Train", "A")]
    lines = read(a_workbook(book, {"1 One": rows}))
    assert lines.actions[0].latest_status is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("Position as at 8 December 2025", date(2025, 12, 8)),
        ("Governance Committee, 23 September 2024", date(2024, 9, 23)),
        ("Version 17 080617", date(2017, 6, 8)),
    ],
)
def test_the_date_of_a_file_is_offered(book: Path, words: str, on: date) -> None:
    rows = [("Inclusion plan",), (words,), (), HEADER, ("1.1", "Train", "", "", "")]
    found = read(a_workbook(book, {"1 One": rows})).file_date
    assert found
    assert (found.on, found.cell) == (on, "1 One!A2")


@pytest.mark.parametrize(
    ("cell", "lead", "partners"),
    [
        ("(A.B) CYC (C.McD) CCG", OwnerDraft("CYC", name="A.B"), "CCG"),
        ("Head of Service SA\n(A.B)", OwnerDraft("Head of Service SA", name="A.B"), None),
        (
            "Media Manager, DCC; Clinical Lead, NHS Devon",
            OwnerDraft("Media Manager", "DCC"),
            "Clinical Lead, NHS Devon",
        ),
        ("Head of SEND with support from the ICB", OwnerDraft("Head of SEND"), "the ICB"),
        ("Head of\nInclusion", OwnerDraft("Head of Inclusion"), None),
    ],
)
def test_several_owners_in_a_cell_are_told_apart(
    paper: Path, cell: str, lead: OwnerDraft, partners: str | None
) -> None:
    lines = read(a_document(paper, "1. One", [HEADER, ("1.1", "Train", cell, "", "")]))
    assert (lines.actions[0].lead, lines.actions[0].partners) == (lead, partners)


def test_initials_that_differ_are_no_name_of_the_owner(book: Path) -> None:
    rows = [HEADER, ("1.1", "Train", "CCG (A.B)", "", ""), ("1.2", "Visit", "CCG (C.D)", "", "")]
    lines = read(a_workbook(book, {"1 One": rows}))
    assert [line.lead for line in lines.actions] == [OwnerDraft("CCG")] * 2
    assert "are kept apart from the owner: A.B." in told(lines)


def test_words_without_a_field_of_their_own_are_kept(paper: Path) -> None:
    rows = [("Action", "Lead", "How?", "Outcomes"), ("1.1 Train", "A", "In the holidays", "Staff know")]
    line = read(a_document(paper, "1. One", rows)).actions[0]
    assert [(then.on, then.note) for then in line.said] == [(None, "How? In the holidays")]
    assert line.success_measure == "Outcomes: Staff know"


def test_minutes_are_refused_with_the_command_that_reads_them(paper: Path) -> None:
    a_document(paper, "# Minutes of the board", [("Actions\nHead of SEND to write to schools.",)])
    with pytest.raises(SendActionsError, match=r"^plan\.docx holds minutes .* meeting minutes plan\.docx "):
        read(paper)


def test_a_table_without_a_column_of_actions_is_refused_with_the_flag_that_names_it(book: Path) -> None:
    a_workbook(book, {"1 One": [("Ref", "Zu tun", "Lead"), ("1.1", "Train", "A")]})
    with pytest.raises(SendActionsError, match='--column "Zu tun=action" says which'):
        read(book)
    assert read(book, ("--column", "Zu tun=action")).actions[0].title == "Train"


def test_one_ref_that_is_merged_over_two_actions_is_split_by_letters(paper: Path) -> None:
    rows = [HEADER, ("1.1", "Train", "A", "May 2026", "Green"), ("^", "Visit", "B", "June 2026", "Red")]
    lines = read(a_document(paper, "1. One", rows))
    assert [(line.ref, line.title) for line in lines.actions] == [("1.1(A)", "Train"), ("1.1(B)", "Visit")]
    assert "T1!A2: One ref stands beside 2 actions: they are 1.1(A) and so on." in told(lines)


def test_a_status_at_the_head_of_a_note_is_read_where_no_column_has_one(paper: Path) -> None:
    rows = [
        ("Ref", "Action", "Progress"),
        ("1.1", "Train", "COMPLETED. All were there"),
        ("1.2", "Visit", "Complete by March if money comes"),
        ("1.3", "Audit", "We began"),
    ]
    lines = read(a_document(paper, "1. One", rows))
    assert [(line.status, line.note) for line in lines.actions] == [
        (Status.COMPLETE, "All were there"),
        (None, "Complete by March if money comes"),
        (None, "We began"),
    ]
    assert "T1!C2: “Complete” is taken as the status of a row whose note begins with it." in told(lines)


def test_an_area_is_taken_from_above_where_its_cell_is_empty(book: Path) -> None:
    rows = [
        ("Ref", "Priority", "Action"),
        ("1a", "Early help", "Train"),
        ("1b", None, "Visit"),
        ("2a", "Post-16", "Audit"),
    ]
    lines = read(a_workbook(book, {"Plan": rows}))
    assert [line.area_number for line in lines.actions] == ["1", "1", "2"]
    assert "Plan!B3: No area is named (Plan!B3): it is taken from the row above." in told(lines)


def test_a_header_on_two_rows_is_read_by_the_lower_where_that_says_it(book: Path) -> None:
    rows = [
        ("Ref", "Action", "Timescale", None, "RAG", None),
        (None, None, "Start", "End", "May 25", "Sept 25"),
        ("1.1", "Train", "April 2025", "June 2027", "Red", "Green"),
    ]
    lines = read(a_workbook(book, {"1 One": rows}, merged={"1 One": ["C1:D1", "E1:F1"]}))
    line = lines.actions[0]
    assert (line.start, line.due and line.due.on) == (date(2025, 4, 1), date(2027, 6, 30))
    assert [then.on for then in line.said] == [date(2025, 5, 31), date(2025, 9, 30)]


def test_a_form_for_each_action_is_read_with_the_names_of_its_cells(paper: Path) -> None:
    a_document(
        paper,
        "# Area 1: Leadership",
        [
            ("Action", "Set up the board"),
            ("Lead", "Director"),
            ("Due date", "soonish"),
            ("Status", "On track"),
        ],
        [("Action", "Agree terms"), ("Lead", "Chair"), ("Due date", "July 2026"), ("Status", "Complete")],
    )
    lines = read(paper)
    assert [(line.ref, line.title) for line in lines.actions] == [
        ("1.1", "Set up the board"),
        ("1.2", "Agree terms"),
    ]
    assert [p.cell for p in lines.doubts if "soonish" in p.message] == ["T1!B3"]


def test_a_ref_that_word_counts_by_itself_is_read(paper: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Area 2: Plans", 1)
    table = document.add_table(3, 3)
    for number, row in enumerate((("No", "Action", "Lead"), ("", "Train", "A"), ("", "Visit", "B"))):
        for place, words in enumerate(row):
            table.cell(number, place).text = words
            if number and not place:
                table.cell(number, place).paragraphs[0].style = "List Number"
    document.save(str(paper))
    assert [(line.ref, line.title) for line in read(paper).actions] == [("1", "Train"), ("2", "Visit")]


@pytest.mark.parametrize("ending", [".txt", ".md", ".tsv"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_pasted_table_is_read(tmp_path: Path, ending: str, encoding: str) -> None:
    mark = "\t" if ending == ".tsv" else " | "
    rows = [("Action", "Lead", "By when"), ("---", ":---:", "---"), ("Meet “families”", "DCO", "June 2026")]
    rows = rows if ending == ".md" else [rows[0], rows[2]]
    file = tmp_path / f"plan{ending}"
    file.write_text("".join(f"{mark.join(row)}\n" for row in rows), encoding=encoding)
    lines = read(file, ("--area", "1 One"))
    assert [(line.ref, line.title) for line in lines.actions] == [("1.1", "Meet “families”")]


def test_text_whose_cells_cannot_be_told_apart_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text("Ref  Action   Lead\n1.1  Train    DCO\n", encoding="utf-8")
    with pytest.raises(SendActionsError, match=r"cells cannot be told apart: paste the table"):
        read(file)


def test_a_sheets_name_is_the_status_where_nothing_else_is(book: Path) -> None:
    head = ("Ref", "Action", "Lead")
    a_workbook(
        book, {"Live actions": [head, ("1", "Train", "A")], "Completed actions": [head, ("2", "Visit", "B")]}
    )
    assert ("Live actions!B2", '--status "Live actions=…"') in asked(read(book))
    lines = read(book, ("--area", "1 One"), ("--status", "Live actions=none"))
    assert [line.latest_status for line in lines.actions] == [None, Status.COMPLETE]


@pytest.mark.parametrize(
    "rows",
    [
        [("Area", "Actions", "Completed", "On track"), ("Early help", 12, 3, 9)],
        [("ID", "Risk", "Mitigating action", "Owner", "RAG"), ("R1", "Money", "Ask", "CFO", "Red")],
        [("Version", "Date", "Author"), ("1", "May 2026", "Policy team")],
    ],
)
def test_a_table_of_something_else_has_no_actions(book: Path, rows: list[tuple[object, ...]]) -> None:
    lines = read(a_workbook(book, {"1 One": [HEADER, ("1.1", "Train", "", "", "")], "Other": rows}))
    assert [line.ref for line in lines.actions] == ["1.1"]
    assert "Other!A1: The sheet holds no actions" in told(lines)


@pytest.mark.parametrize("is_above", [True, False])
def test_an_areas_number_and_title_may_stand_in_two_cells(book: Path, is_above: bool) -> None:
    head = ("Ref", "Action", "Lead", "RAG")
    areas = [
        (("Priority 1", "Early help"), ("1.1", "Train", "A", "🟢")),
        (("Priority 2", "Post-16"), ("2.1", "Audit", "C", "🔴")),
    ]
    rows: list[tuple[str, ...]] = [] if is_above else [head]
    for area, row in areas:
        rows += [area, head, row, ()] if is_above else [area, row]
    lines = read(a_workbook(book, {"Plan": rows}))
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Early help"), ("2", "Post-16")]
    assert [line.status for line in lines.actions] == [Status.ON_TRACK, Status.OFF_TRACK]


def test_an_action_longer_than_a_title_is_cut_and_kept(paper: Path) -> None:
    words = "Train all staff. " + "Then go on with the rest of the work. " * 15
    lines = read(a_document(paper, "1. One", [HEADER, ("1.1", words, "A", "", "")]))
    assert len(lines.actions[0].title) <= 400
    assert lines.actions[0].title.startswith("Train all staff. Then go on")
    assert words.strip() in str(lines.actions[0].said[0].note)
    assert not lines.questions


@pytest.mark.parametrize(
    ("label", "said"), [("Overall RAG", "Amber"), ("Overall", ""), ("Project status:", "Amber")]
)
def test_the_overall_status_is_the_judgement_of_its_area(book: Path, label: str, said: str) -> None:
    head = ("Ref", "Action", "RAG")
    rows = [
        head,
        ("1", "Early help", None),
        ("1.1", "Train", "Red"),
        (label, None, said),
        ("2", "Post-16", None),
        ("2.1", "Audit", "Green"),
    ]
    a_workbook(book, {"Plan": rows}, fills={"Plan": {} if said else {"C4": "FFC000"}})
    lines = read(book, ("--status", "amber=at-risk"))
    assert [(area.number, area.judged) for area in lines.areas] == [("1", Status.AT_RISK), ("2", None)]
    assert [line.ref for line in lines.actions] == ["1.1", "2.1"]
    assert "is taken as the judgement of its area." in told(lines)


def test_a_list_above_a_table_is_not_its_area(paper: Path) -> None:
    rows = [HEADER, ("3.1", "Train", "A", "", "")]
    found = ["Inspectors found:", "1. Plans are late", "2. Families are not heard"]
    lines = read(a_document(paper, "# Area 3: Plans", *found, rows))
    assert [(area.number, area.title) for area in lines.areas] == [("3", "Plans")]
    assert asked(read(a_document(paper, *found, rows))) == [("T1!A2", '--area "…"')]


def test_a_table_inside_another_is_read(paper: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Area 1: Plans", 1)
    cell = document.add_table(1, 1).cell(0, 0)
    inner = cell.add_table(2, 2)
    for number, row in enumerate((("Action", "Lead"), ("Train", "A"))):
        for place, words in enumerate(row):
            inner.cell(number, place).text = words
    document.save(str(paper))
    lines = read(paper)
    assert [(line.ref, line.title) for line in lines.actions] == [("1.1", "Train")]
    assert "T1.1!A2" in told(lines)


def test_of_two_due_dates_the_original_is_first_and_the_other_the_move(book: Path) -> None:
    head = ("Ref", "Action", "Due date", "Original due date")
    rows = [head, ("1.1", "Train", "30/06/2026", "31/03/2026"), ("1.2", "Visit", "30/06/2026", None)]
    lines = read(a_workbook(book, {"1 One": rows}))
    days = [(line.due and line.due.on, line.revised and line.revised.on) for line in lines.actions]
    assert days == [(date(2026, 3, 31), date(2026, 6, 30)), (None, date(2026, 6, 30))]


def test_an_area_of_weakness_is_an_area_and_2a_before_the_words_a_ref(book: Path) -> None:
    rows = [
        ("Area of weakness 2: The quality of plans",),
        ("Action", "Lead"),
        ("2a. Audit", "A"),
        ("2b. Train", "B"),
    ]
    lines = read(a_workbook(book, {"APP": rows}))
    assert [(area.number, area.title) for area in lines.areas] == [("2", "The quality of plans")]
    assert [(line.ref, line.title) for line in lines.actions] == [("2a", "Audit"), ("2b", "Train")]


@pytest.mark.parametrize("heading", ["Complete", "Completed", "Closed"])
def test_a_tick_under_complete_beside_those_of_colours_is_a_status_and_no_date(
    book: Path, heading: str
) -> None:
    rows = [
        ("Ref", "Action", "Red", "Amber", "Green", heading),
        ("1.1", "Train", None, None, None, "✓"),
        ("1.2", "Visit", "✓", None, None, None),
    ]
    lines = read(a_workbook(book, {"1 One": rows}), ("--status", "red=off-track"))
    assert by_ref(lines)["1.1"].status is Status.COMPLETE
    assert by_ref(lines)["1.2"].status is Status.OFF_TRACK
    assert not any("date" in words or "left out" in words for words in told(lines))


def test_a_date_under_completed_beside_ticks_of_colours_stays_one(book: Path) -> None:
    rows = [
        ("Ref", "Action", "Red", "Amber", "Green", "Completed"),
        ("1.1", "Train", None, None, None, "3 March 2025"),
    ]
    (line,) = read(a_workbook(book, {"1 One": rows})).actions
    assert (line.latest_status, line.said[0].on) == (Status.COMPLETE, date(2025, 3, 3))


@pytest.mark.parametrize("has_header", [True, False])
@pytest.mark.parametrize("heading", ["# {}", "# Area {}"])
def test_a_table_that_follows_another_under_one_heading_is_in_its_area(
    paper: Path, has_header: bool, heading: str
) -> None:
    def rows(ref: str, *more: tuple[str, ...]) -> list[tuple[str, ...]]:
        return [*more, (ref, f"Train {ref}", "Lead", "May 2026", "Green")]

    names = ("Early help", "Plans") if heading == "# {}" else ("1: Early help", "2: Plans")
    again = (HEADER,) if has_header else ()
    first, second = (heading.format(name) for name in names)
    a_document(
        paper, first, rows("a1", HEADER), rows("a2", *again), second, rows("b1", HEADER), rows("b2", *again)
    )
    lines = read(paper)
    assert [(line.title, line.area_number) for line in lines.actions] == [
        ("Train a1", "1"),
        ("Train a2", "1"),
        ("Train b1", "2"),
        ("Train b2", "2"),
    ]
    assert [area.title for area in lines.areas] == ["Early help", "Plans"]
    assert not lines.questions
    said = told(lines)
    assert said.count("2 tables name no area (T2!A1, T4!A1): the rows of each are in the area of") == 1
    assert ("This table has no header: it is read under that of T3 above it." in said) is not has_header


def test_a_table_of_something_else_below_one_of_actions_has_none(paper: Path) -> None:
    risks = [("Risk", "Cause", "Owner", "Review by", "Score"), ("Staff leave", "Pay", "A", "May 2026", "9")]
    a_document(paper, "# Area 1: One", [HEADER, ("1.1", "Train", "A", "May 2026", "Green")], risks)
    lines = read(paper)
    assert [line.ref for line in lines.actions] == ["1.1"]
    assert "The table holds no actions (it begins “Risk”): left out." in told(lines)


def test_rows_that_are_hidden_come_in_and_are_told_once(book: Path) -> None:
    rows = [(f"1.{n}", f"Train {n}", "Lead", "May 2026", "Green") for n in range(1, 6)]
    a_workbook(book, {"Area 1 One": [HEADER, *rows]})
    workbook = load_workbook(book)
    sheet = workbook.active
    sheet.row_dimensions[3].hidden = sheet.row_dimensions[5].hidden = sheet.row_dimensions[9].hidden = True
    workbook.save(book)
    lines = read(book)
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    where = "(Area 1 One!A3, Area 1 One!A5)"
    assert told(lines).count(f"2 rows are hidden in the file {where}: they come in all the same.") == 1
    assert told(lines).count("hidden") == 1


def test_rows_that_are_struck_out_in_a_workbook_come_in_are_told_and_can_be_left_out(book: Path) -> None:
    rows = [(f"1.{n}", f"Train {n}", "Lead", "May 2026", "Green") for n in range(1, 4)]
    a_workbook(book, {"Area 1 One": [HEADER, *rows]})
    workbook = load_workbook(book)
    for cell in ("A2", "B3"):  # a ref alone that is struck out says nothing of its action
        workbook.active[cell].font = Font(strike=True)
    workbook.save(book)
    lines = read(book)
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "1.3"]
    assert (
        "Area 1 One!A3: This row is struck out: it comes in all the same; "
        '--ref "Area 1 One!A3=none" leaves it out.'
    ) in told(lines)
    answered = read(book, ("--ref", "Area 1 One!A3=none"))
    assert [line.ref for line in answered.actions] == ["1.1", "1.3"]


def test_rows_that_are_struck_out_in_a_document_come_in_and_are_told_once(paper: Path) -> None:
    rows = [(f"1.{n}", f"Train {n}", "Lead", "May 2026", "Green") for n in range(1, 5)]
    a_document(paper, "# Area 1: One", [HEADER, *rows])
    document = Document(str(paper))
    for row, has_more in ((1, False), (2, True), (3, False)):
        words = document.tables[0].cell(row, 1).paragraphs[0]
        words.runs[0].font.strike = True
        if has_more:
            words.add_run(" and visit")
    document.tables[0].cell(4, 1).paragraphs[0].runs[0].font.strike = False
    document.save(str(paper))
    lines = read(paper)
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "1.3", "1.4"]
    assert told(lines).count("2 rows are struck out (T1!A2, T1!A4): they come in all the same;") == 1


@pytest.mark.parametrize("header", [("Lead", "Action", "Status"), ("Action", "Ref", "Status")])
def test_the_answer_told_of_a_row_that_is_struck_out_leaves_it_out(
    book: Path, header: tuple[str, ...]
) -> None:
    rows = [tuple({"Action": f"Train {n}", "Ref": f"1.{n}"}.get(h, "Green") for h in header) for n in (1, 2)]
    a_workbook(book, {"Area 1 One": [header, *rows]})
    workbook = load_workbook(book)
    workbook.active.cell(2, header.index("Action") + 1).font = Font(strike=True)
    workbook.save(book)
    answer = re.search(r'--ref "([^"]+)" leaves it out', told(read(book)))
    assert answer
    assert [line.title for line in read(book, ("--ref", answer[1])).actions] == ["Train 2"]
