"""Headings, words and numbers as they usually stand in a file: read where sure, told or asked where not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_owner
from office_files import a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_due
from send_actions.domain.words.owners import names_several
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.statuses.status_words import StatusWords

TODAY = date(2026, 3, 31)
HEADER = "ref,area_no,area,action,owner,due,status"


def read(
    tmp_path: Path, *rows: str, header: str = HEADER, columns: dict[str, str] | None = None
) -> PlanLines:
    file = tmp_path / "plan.csv"
    file.write_text("\n".join((header, *rows, "")), encoding="utf-8")
    return read_plan_file(file, today=TODAY, plan=a_plan(), answers=Answers(columns=columns or {}))


def told(lines: PlanLines) -> list[str]:
    return [str(problem) for problem in lines.problems]


@pytest.mark.parametrize(
    ("text", "status", "note"),
    [
        ("COMPLETED. Letter sent 3 March", Status.COMPLETE, "Letter sent 3 March"),
        ("closed.", Status.COMPLETE, ""),
        ("Delivered", Status.COMPLETE, ""),
        ("DONE!", Status.COMPLETE, ""),
        ("Green, contract signed", Status.ON_TRACK, "contract signed"),
        ("GREEN (no change)", Status.ON_TRACK, "no change"),
        ("RAG: Amber", Status.AT_RISK, ""),
        ("NOT STARTED. Awaiting post", Status.NOT_STARTED, "Awaiting post"),
        ("Not started - pending the new lead", Status.NOT_STARTED, "pending the new lead"),
        ("On hold: until September", Status.ON_HOLD, "until September"),
        ("On hold; see minutes of 4 May", Status.ON_HOLD, "see minutes of 4 May"),
    ],
)
def test_a_sure_word_is_read_whatever_stands_around_it(text: str, status: Status, note: str) -> None:
    words = StatusWords()
    assert words.read(text, "G2") == (status, note)
    assert words.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        *("Started", "Open", "In progress", "Delayed", "WIP", "Ongoing", "Completed by Easter"),
        *("Completed, mostly", "Green, but slipping", "Green, moving to amber", "Complete, not signed"),
        *("Amber/Red", "Not complete", "Closed, except two schools"),
    ],
)
def test_an_unsure_word_is_asked_about_once(text: str) -> None:
    words = StatusWords()
    assert [words.read(text, cell).status for cell in ("G2", "G3")] == [None, None]
    assert len(words.problems()) == 1


@pytest.mark.parametrize(
    "header",
    [
        "Action Ref,Area,What we will do,Responsible officer,By when,BRAG",
        "Number,Area,Recommendation,Lead Officer,Exec Date,Stage",
        "Reference,Area,What are we going to do?,Who is responsible?,Target Date,RAG",
        "Action No.,Area,Year ahead action / milestone,Officer,End date,Progress RAG",
        "Rec No,Area,Agreed action,Lead,When will it be done by?,Status",
    ],
)
def test_the_usual_headings_are_known(tmp_path: Path, header: str) -> None:
    lines = read(tmp_path, "1.1,1,Rewrite the site,Head of SEND,31/03/2027,Amber", header=header)
    (line,) = lines.actions
    assert (line.ref, line.title, line.status) == ("1.1", "Rewrite the site", Status.AT_RISK)
    assert str(line.lead and line.lead.role) == "Head of SEND"
    assert (line.due and line.due.on) == date(2027, 3, 31)


def test_a_ref_that_became_a_number_is_asked_about(tmp_path: Path) -> None:
    lines = read(tmp_path, "1.00E+01,1,One,A,,,", "46054,1,One,B,,,", "1.3,1,One,C,,,", "1.4,1,One,D,,,")
    assert [(p.cell, str(p.answer)) for p in lines.questions] == [
        ("A2", '--ref "A2=…"'),
        ("A3", '--ref "A3=…"'),
    ]
    assert "a number of a date, 1 February 2026" in "\n".join(told(lines)).replace("spreadsheet's ", "")


def test_refs_that_are_all_long_numbers_are_refs(tmp_path: Path) -> None:
    assert read(tmp_path, "46054,1,One,A,,,", "46055,1,One,B,,,").questions == ()


def test_a_date_that_became_a_number_is_read_and_told_at_its_cells(tmp_path: Path) -> None:
    rows = ("1.1,A,46112,44927,46477", "1.2,B,46112,44927.5,")
    lines = read(tmp_path, *rows, header="ref,action,due,start,revised date")
    first = lines.actions[0]
    assert (first.start, first.revised and first.revised.on) == (date(2023, 1, 1), date(2027, 3, 31))
    assert [(line.due and (line.due.on, line.due.text)) for line in lines.actions] == [
        (date(2026, 3, 31), "31 March 2026")
    ] * 2
    assert [doubt for doubt in told(lines) if "number of" in doubt] == [
        "C2: “46112” is read as a spreadsheet's number of 31 March 2026 (C2, C3).",
        "D2: “44927” is read as a spreadsheet's number of 1 January 2023.",
        "E2: “46477” is read as a spreadsheet's number of 31 March 2027.",
        "D3: “44927.5” is read as a spreadsheet's number of 1 January 2023.",
    ]


@pytest.mark.parametrize(
    ("text", "why"), [("12", ""), ("2026", " (it is a whole year)"), ("99999", ""), ("36000", "")]
)
def test_a_number_of_no_plausible_year_is_no_date(tmp_path: Path, text: str, why: str) -> None:
    lines = read(tmp_path, f"1.1,1,One,A,,{text},")
    assert f"F2: “{text}” is no date we can read{why}: the words are kept, and no date is set." in told(lines)


@pytest.mark.parametrize(
    ("text", "said", "doubt"),
    [
        ("Summer 2016", "summer term 2016", "is taken as summer term 2016: it names a season and no term."),
        ("April-June 2026", "June 2026", "is taken as June 2026: the end of a range."),
        ("w/c 4 May 2026", "8 May 2026", "is taken as 8 May 2026: the Friday of that week."),
        ("wk beg 4/5/26", "8 May 2026", "is taken as 8 May 2026: the Friday of that week."),
        ("Week comm. 4 May 2026", "8 May 2026", "is taken as 8 May 2026: the Friday of that week."),
        ("By Easter 2015", "By Easter 2015", "Is 5 April 2015 meant?"),
        (
            "Dec 2016 / Phase 1 completed / Phase 2 Mar 2017",
            "Dec 2016 / Phase 1 completed / Phase 2 Mar 2017",
            "is no date we can read: the words are kept, and no date is set. Is March 2017 meant?",
        ),
    ],
)
def test_a_due_date_in_doubt_is_taken_or_offered_and_told(
    tmp_path: Path, text: str, said: str, doubt: str
) -> None:
    lines = read(tmp_path, f"1.1,1,One,A,,{text},")
    due = lines.actions[0].due
    assert due
    assert (say_due(due), due.text) == (said, text)
    assert next(line for line in told(lines) if line.startswith(f"F2: “{text}”")).endswith(doubt)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sept 2025", date(2025, 9, 1)),
        ("Autumn term 2025", date(2025, 9, 1)),
        ("Spring term 2026", date(2026, 1, 1)),
        ("Summer term 2025", date(2025, 4, 1)),
        ("Q4 2025/26", date(2026, 1, 1)),
        ("Q1 2025/26", date(2025, 4, 1)),
    ],
)
def test_work_that_starts_in_a_month_term_or_quarter_starts_on_its_first_day(
    tmp_path: Path, text: str, first: date
) -> None:
    lines = read(tmp_path, f"1.1,A,{text}", header="ref,action,start")
    assert lines.actions[0].start == first
    assert [doubt for doubt in told(lines) if doubt.startswith("C2")] == [
        f"C2: “{text}” is taken as {first.day} {first:%B %Y}."
    ]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Head of SEND / Head of Commissioning", True),
        ("Head of SEND\nHead of Health", True),
        ("Head of SEND and Head of Early Years", True),
        ("Head of SEND, LA; DCO, ICB", True),
        ("SEND Manager/Head of Inclusion", True),
        ("(A.B) CYC (C.McD) CCG", True),
        ("Head of SEND & Inclusion", False),
        ("Service Manager, Quality", False),
        ("LA/ICB", False),
        ("Head of SEND (LA)", False),
    ],
)
def test_two_owners_in_one_cell_are_noticed(text: str, several: bool) -> None:
    assert names_several(text) is several


def test_two_owners_in_one_cell_are_listed_once_with_their_cells(tmp_path: Path) -> None:
    row = '1,One,A,"Head of SEND\nHead of Health",,'
    lines = read(tmp_path, f"1.1,{row}", f"1.2,{row}")
    assert len(told(lines)) == 1
    assert "may name more than one owner (E2, E3)" in told(lines)[0]


@pytest.mark.parametrize(
    "heads",
    [
        ("RAG May 20", "RAG Sept 20"),
        ("Status Q2 2023/24", "Status Q3 2023/24"),
        ("RAG as at 31/05/2020", "RAG as at 30/09/2020"),
    ],
)
def test_a_status_for_each_review_is_told_in_one_line_and_never_taken_for_todays(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    header = f"ref,area_no,area,action,{heads[0]},{heads[1]}"
    lines = read(tmp_path, "1.1,1,One,A,green,amber", header=header)
    assert len(told(lines)) == 1
    assert f"“{heads[0]}” to “{heads[1]}” hold the status at a review" in told(lines)[0]
    assert lines.actions[0].status is None


def test_the_last_review_is_read_as_the_status_where_that_is_said(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,RAG May 20,RAG Sept 20"
    lines = read(tmp_path, "1.1,1,One,A,green,amber", header=header, columns={"RAG Sept 20": "status"})
    assert lines.actions[0].status is Status.AT_RISK


def test_a_header_that_comes_again_is_no_action_and_another_one_heads_a_table_of_its_own(
    tmp_path: Path,
) -> None:
    again = read(tmp_path, "1.1,1,One,A,,,", HEADER.upper(), "1.2,1,One,B,,,")
    assert ([line.ref for line in again.actions], again.problems) == (["1.1", "1.2"], ())
    other = read(tmp_path, "1.1,1,One,A,,,", "Ref,Action,Due date,Extension requested to", "1.2,B,31/3/27,")
    assert [(line.ref, line.title, line.due and line.due.on) for line in other.actions] == [
        ("1.1", "A", None),
        ("1.2", "B", date(2027, 3, 31)),
    ]
    assert not other.questions


@pytest.mark.parametrize("action", HEADINGS["title"])
def test_a_header_that_comes_again_is_seen_whatever_it_calls_the_action(tmp_path: Path, action: str) -> None:
    header = f"ref,area_no,area,{action},owner,due,status"
    mapped = "ref,area_no,area,Zu tun,owner,due,status"
    for head, columns in (
        (header, {}),
        (header.replace(" ", "_").title(), {}),
        (mapped, {"Zu tun": "title"}),
    ):
        again = read(tmp_path, "1.1,1,One,A,,,", head, "1.2,1,One,B,,,", header=head, columns=columns)
        assert [line.ref for line in again.actions] == ["1.1", "1.2"]
    other = read(tmp_path, "1.1,1,One,A,,,", f"Ref,{action.upper()}:,Due", "1.2,B,31/3/27")
    assert [(line.ref, line.title, line.due and line.due.on) for line in other.actions] == [
        ("1.1", "A", None),
        ("1.2", "B", date(2027, 3, 31)),
    ]


def test_what_is_open_is_told_of_each_row_though_other_rows_have_the_same_cells(tmp_path: Path) -> None:
    row = "{},1,One,{},Head of SEND; Head of EHCP,{},wobbly"
    rows = [
        row.format(ref, ref, due) for ref, due in (("1.1", "soonish"), ("1.2", "soonish"), ("1.3", "#REF!"))
    ]
    lines = read(tmp_path, *rows, "1.4,1,One,D,TBC,#REF!,")
    unread = "“soonish” is no date we can read: the words are kept, and no date is set."
    several = (
        "“Head of SEND; Head of EHCP” may name more than one owner (E2, E3, E4): “Head of SEND” is the lead, "
        "“Head of EHCP” stands with the partners."
    )
    error = "#REF! is a spreadsheet's error, and no due date: left out."
    assert told(lines) == [
        f"E2: {several}",
        f"F2: {unread}",
        "G2: The status “wobbly” has no meaning yet (G2, G3, G4).",
        f"F3: {unread}",
        f"F4: {error}",
        "E5: “TBC” names nobody: the lead is left as it is.",
        f"F5: {error}",
    ]


def test_a_colour_that_does_not_go_with_the_status_is_told(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,status,RAG"
    lines = read(tmp_path, "1.1,1,One,A,Complete,Red", "1.2,1,One,B,On track,Green", header=header)
    assert [line.status for line in lines.actions] == [Status.COMPLETE, Status.ON_TRACK]
    assert told(lines) == ["F2: “Red” does not go with “Complete”, which is used."]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(
            (name, "note")
            for name in ("Latest position", "Latest commentary", "Position update", "Narrative")
        ),
        *(
            (name, "lead_role")
            for name in ("Responsible person(s)", "Lead officer(s)", "Persons responsible")
        ),
        *((name, "lead_role") for name in ("Responsible offcer", "Named lead")),
    ],
)
def test_a_usual_column_of_notes_or_leads_is_read(tmp_path: Path, heading: str, field: str) -> None:
    assert read(tmp_path, "1.1,A,x", header=f"ref,action,{heading}").places[field] == 2


@pytest.mark.parametrize(
    ("heading", "told_of_it"),
    [
        ("Responsibel officer", 'is read as responsible officer: --map "Responsibel officer=none" leaves it'),
        ("Revised state", "not one we know: left out"),
        ("What we heard", 'left out. --map "What we heard=…" says what it holds.'),
    ],
)
def test_a_heading_with_a_slip_is_used_and_another_s_way_out_is_named(
    tmp_path: Path, heading: str, told_of_it: str
) -> None:
    (problem,) = told(read(tmp_path, "1.1,A,x", header=f"ref,action,{heading}"))[:1]
    assert told_of_it in problem


@pytest.mark.parametrize("columns", [{}, {"Priority area": "area"}, {"Priority area": "area title"}])
def test_a_column_of_areas_beside_one_of_their_numbers_has_the_titles(
    tmp_path: Path, columns: dict[str, str]
) -> None:
    lines = read(tmp_path, "1.1,1,Access,x", header="ref,Area No,Priority area,action", columns=columns)
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Access")]
    assert lines.questions == ()


def test_a_column_mapped_to_the_number_and_one_to_the_area_both_count(tmp_path: Path) -> None:
    columns = {"Code": "area no", "Group": "area"}
    lines = read(tmp_path, "1.1,1,Access,x", header="ref,Code,Group,action", columns=columns)
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Access")]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("TBC/ HoS", ("HoS", "")),
        ("HoS / TBC", ("HoS", "")),
        ("Head of SEND (vacant)", ("Head of SEND", "")),
        ("tbc; Head of SEND, ICB", ("Head of SEND", "ICB")),
    ],
)
def test_an_owner_beside_nobody_is_taken_alone_and_told(
    tmp_path: Path, words: str, owner: tuple[str, str]
) -> None:
    lines = read(tmp_path, f'1.1,A,"{words}"', f'1.2,B,"{words}"', header="ref,action,owner")
    leads = [line.lead for line in lines.actions]
    assert [lead and (lead.role, lead.organisation) for lead in leads] == [owner] * 2
    assert any(doubt.startswith(f"C2: “{words}” names nobody in part (C2, C3): ") for doubt in told(lines))


@pytest.mark.parametrize(
    ("header", "heading", "area"),
    [
        ("ref,area,action,owner", ",2. Early years,,", ("2", "Early years")),
        ("ref,area no,area,action,owner", ",2,Early years,,", ("2", "Early years")),
        ("ref,area no,area,action,owner", ",,2. Early years,-,", ("2", "Early years")),
        ("ref,area,action,owner", "Priority 2: Early years,,,", ("2", "Early years")),
        ("ref,area no,area,action,owner", ",,Early years,,", ("2", "Early years")),
    ],
)
def test_a_row_with_an_area_alone_heads_the_rows_below(
    tmp_path: Path, header: str, heading: str, area: tuple[str, str]
) -> None:
    none = "," * (header.count(",") - 2)
    own = "1,Access" if "area no" in header else "1 Access"
    rows = (f"1.1,{own},x,", heading, f"2.1{none},Train,Head", f"2.2{none},Visit,Head", f"1.2,{own},y,")
    lines = read(tmp_path, *rows, header=header)
    assert (lines.questions, len(lines.actions)) == ((), 4)
    assert [line.area_number for line in lines.actions] == ["1", "2", "2", "1"]
    assert area in [(found.number, found.title) for found in lines.areas]
    assert sum("stands alone in its row" in doubt for doubt in told(lines)) == 1


@pytest.mark.parametrize("ref", ["Action 12b", "9.9", "A-1", "Nine"])
def test_a_ref_alone_in_its_row_is_no_heading(tmp_path: Path, ref: str) -> None:
    lines = read(tmp_path, "1.1,1 Access,x", f"{ref},,", header="ref,area,action")
    assert "C3: The title is missing: write it in the file, or leave the row out." in told(lines)


@pytest.mark.parametrize(
    "total",
    ["Total actions", "TOTAL", "Sub-total: 2", "Total", "Grand total (2)", "Total complete", "Subtotals"],
)
@pytest.mark.parametrize("place", [0, 3])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_total_is_left_out_and_told_wherever_it_stands(
    tmp_path: Path, total: str, place: int, ending: str
) -> None:
    row = ["", "", "", "", "", "2", ""]
    row[place] = total
    rows = [HEADER.split(","), ["1.1", "1", "Early help", "Train", "", "", "red"], row]
    rows += [["1.2", "1", "Early help", "Visit", "", "", "red"], row]
    file = tmp_path / f"plan{ending}"
    if ending == ".csv":
        file.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    else:
        a_workbook(file, {"One": [tuple(cell or None for cell in each) for each in rows]})
    lines = read_plan_file(file, today=TODAY, plan=a_plan())
    assert [line.ref for line in lines.actions] == ["1.1", "1.2"]
    assert lines.questions == ()
    assert sum(f"“{total}” is a total and no action: left out." in words for words in told(lines)) == 2


def test_an_action_whose_words_are_of_a_total_is_none(tmp_path: Path) -> None:
    lines = read(tmp_path, "1.1,1,One,Total communication in schools,,,", "1.2,1,One,Total,,,")
    assert [line.title for line in lines.actions] == ["Total communication in schools", "Total"]


def test_a_row_that_is_answered_to_be_none_is_left_out_now_and_in_the_next_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f"{HEADER}\n1.1,1,One,Train,,,red\n,,,Signed off by the board,,,Whenever\n")
    asked = read_plan_file(file, today=TODAY, plan=a_plan())
    assert {str(problem.answer) for problem in asked.questions} >= {'--ref "A3=…"'}
    answers = Answers().with_answer("--ref", "a3=none")
    lines = read_plan_file(file, today=TODAY, plan=a_plan(), answers=answers)
    assert ([line.ref for line in lines.actions], lines.questions) == (["1.1"], ())
    assert "A3: “Signed off by the board” is left out, as was answered." in told(lines)
    assert lines.used.refs == {"A3": "none"}
    kept = Answers.from_json(lines.answers.to_json())
    file.write_text(f"{HEADER}\n,,,Signed off by the board,,,Whenever\n1.1,1,One,Train,,,red\n")
    assert read_plan_file(file, today=TODAY, plan=a_plan(), answers=kept).questions == ()


@pytest.mark.parametrize(
    "heading",
    [
        *("Timescale Revised due date", "Deadline (revised)", "Revised due 1", "Second revised date"),
        *("Amended deadline", "Due date - revised", "Extended timescale", "Revised due date"),
    ],
)
def test_a_revised_date_is_a_move_however_it_is_headed(tmp_path: Path, heading: str) -> None:
    header = f"ref,area_no,area,action,due,{heading}"
    (line,) = read(tmp_path, "1.1,1,One,Train,June 2026,July 2026", header=header).actions
    assert (line.due and line.due.on, line.revised and line.revised.on) == (
        date(2026, 6, 30),
        date(2026, 7, 31),
    )


def test_of_several_revised_dates_the_last_that_is_filled_counts_and_is_told(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,due,Revised due 1,Revised due 2,Revised due date"
    rows = ("1.1,1,One,Train,June 2026,July 2026,May 2027,", "1.2,1,One,Visit,June 2026,July 2026,-,")
    lines = read(tmp_path, *rows, header=header)
    moved = [line.revised and line.revised.on for line in lines.actions]
    assert moved == [date(2027, 5, 31), date(2026, 7, 31)]
    assert any(
        "are each a revised due date: the last that is filled counts." in words for words in told(lines)
    )


def test_the_reason_of_a_revised_date_is_no_date(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,due,Reason for revised due date"
    (line,) = read(tmp_path, "1.1,1,One,Train,June 2026,Staff left", header=header).actions
    assert line.revised is None


@pytest.mark.parametrize(
    "heading",
    [
        *("Progress and RAG", "Progress & RAG", "RAG and comments", "Progress since last board"),
        *("Update since the last meeting", "Status & update"),
    ],
)
def test_a_column_of_status_and_words_gives_both(tmp_path: Path, heading: str) -> None:
    header = f"ref,area_no,area,action,{heading}"
    rows = ("1.1,1,One,Train,Green. All trained", "1.2,1,One,Visit,NOT STARTED. Awaiting post")
    lines = read(tmp_path, *rows, header=header)
    said = [(line.status, line.note) for line in lines.actions]
    assert said == [(Status.ON_TRACK, "All trained"), (Status.NOT_STARTED, "Awaiting post")]
    assert lines.questions == ()


def test_a_column_of_progress_and_rag_that_holds_prose_is_kept_as_notes(tmp_path: Path) -> None:
    header = "ref,area_no,area,action,Progress and RAG"
    lines = read(tmp_path, "1.1,1,One,Train,Staff were met", header=header)
    assert (lines.actions[0].note, lines.questions) == ("Staff were met", ())


@pytest.mark.parametrize(
    ("text", "typed", "note"),
    [
        (
            "Green. However two schools wait for their first visit",
            "green",
            "However two schools wait for their first visit",
        ),
        (
            "Visits go on in all of the schools of the north",
            "red",
            "Visits go on in all of the schools of the north",
        ),
        ("Under review", "red", ""),
    ],
)
def test_the_words_of_a_cell_that_is_answered_as_a_whole_stay_as_the_note(
    text: str, typed: str, note: str
) -> None:
    asked = StatusWords()
    asked.read(text, "G2")
    (question,) = asked.problems()
    assert question.answer
    answers = Answers().with_answer("--status", f"{question.answer.key}={typed}")
    assert StatusWords(answered=answers.statuses).read(text, "G2").note == note


@pytest.mark.parametrize("lead", ["Head of Transport", "Therapies Lead", ""])
def test_another_title_under_a_ref_of_the_plan_is_asked_about(tmp_path: Path, lead: str) -> None:
    plan = a_plan(an_action("9.3", title="Start an advice line", lead=an_owner("Therapies Lead")))
    file = tmp_path / "plan.csv"
    file.write_text(f"{HEADER}\n9.3,9,,Buy new minibuses,{lead},,red\n", encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, plan=plan)
    both = "9.3 was “Start an advice line” and is “Buy new minibuses” here"
    assert any(both in words for words in told(lines))
    assert [str(problem.answer) for problem in lines.questions] == ['--ref "A2=9.3"']
    answers = Answers().with_answer("--ref", "A2=9.3")
    answered = read_plan_file(file, today=TODAY, plan=plan, answers=answers)
    assert [(line.ref, line.title) for line in answered.actions] == [("9.3", "Buy new minibuses")]
    assert answered.questions == ()


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("Objective,Improvement work,Who,When", "improvement work"),
        ("Objective,Our main actions,Who,When", "our main actions"),
        ("Objective,Steps we are taking,Who,When", "steps we are taking"),
    ],
)
def test_the_way_out_of_an_unknown_heading_names_the_column_of_the_actions(
    tmp_path: Path, header: str, named: str
) -> None:
    row = "Plans,Open a hub for all families,DCO,June 2026"
    with pytest.raises(SendActionsError, match=f'--map "{named}=action" says what a column is'):
        read(tmp_path, row, header=header)
    book = a_workbook(tmp_path / "p.xlsx", {"Plan": [header.split(","), row.split(",")]})
    with pytest.raises(SendActionsError, match=f'(?i)--column "{named}=action" says which column holds them'):
        read_plan_file(book, today=date(2026, 3, 31))
