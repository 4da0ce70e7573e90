"""A file as councils and spreadsheets leave it: what is asked, what is doubted, and what is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import hypothesis.strategies as st
import pytest
from builders import a_plan, an_action, an_area, an_owner
from hypothesis import HealthCheck, given, settings

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.kept import BroughtIn, version_before
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = "ref,area_no,area,action,owner,due,status"
LEAD = an_owner("Head of SEND", "LA")
PLAN = a_plan(
    an_area("9", title="Therapy pathway"),
    an_area("10", title="Speech and language"),
    an_action("9.1", title="Publish the pathway", lead=LEAD),
    an_action("9.3", title="Start an advice line", lead=LEAD),
    an_action("9.10", title="Ask families each term", lead=LEAD),
    LEAD,
)


@pytest.fixture
def read(tmp_path: Path) -> Reading:
    return Reading(tmp_path / "plan.csv")


class Reading:
    """Reads a text or bytes as a file, against the plan above unless told otherwise."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(
        self,
        content: str | bytes,
        *answers: tuple[str, str],
        empty: bool = False,
        last: Sequence[BroughtIn] = (),
    ) -> PlanLines:
        self._file.write_bytes(content if isinstance(content, bytes) else content.encode())
        given_answers = Answers()
        for flag, text in answers:
            given_answers = given_answers.with_answer(flag, text)
        plan = a_plan() if empty else PLAN
        return read_plan_file(self._file, today=TODAY, plan=plan, answers=given_answers, last=last)

    def rows(self, *rows: str, empty: bool = True, header: str = HEADER) -> PlanLines:
        return self("\n".join((header, *rows, "")), empty=empty)


def asked(lines: PlanLines) -> list[tuple[str, str]]:
    return [(problem.cell, str(problem.answer or "")) for problem in lines.questions]


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def test_the_second_of_a_ref_below_its_nine_is_asked_about_with_both_titles(read: Reading) -> None:
    lines = read.rows("1.1,1,One,First,,,", "1.9,1,One,Ninth,,,", "1.1,1,One,Tenth,,,", "1.11,1,One,Next,,,")
    assert asked(lines) == [("A4", '--ref "A4=1.10"')]
    assert "“First” in row 2 and “Tenth” here: most likely 1.10" in told(lines)


@pytest.mark.parametrize(("before", "ref"), [("1.9", "1.1"), ("1.19", "1.2"), ("7.29", "7.3")])
def test_a_ref_directly_below_the_nine_before_it_is_asked_about(read: Reading, before: str, ref: str) -> None:
    lines = read.rows(f"{before},1,One,Before,,,", f"{ref},1,One,After,,,")
    assert asked(lines) == [("A3", f'--ref "A3={ref}0"')]


def test_one_ref_on_two_rows_next_to_each_other_has_lost_its_nought_above_eleven(read: Reading) -> None:
    lines = read.rows(*(f"{ref},1,One,Action {n},,," for n, ref in enumerate(("1.1", "1.1", "1.11"))))
    assert asked(lines) == [("A3", '--ref "A3=1.10"')]


def test_refs_in_good_order_and_titles_of_their_own_are_not_asked_about(read: Reading) -> None:
    rows = [f"1.{n},1,One,Action {n},,," for n in range(1, 13)]
    assert read.rows(*rows).problems == ()


@pytest.mark.parametrize(
    ("row", "cell", "answer", "words"),
    [
        ("9.1,9,Therapy pathway,Ask families each term,,,", "A2", '--ref "A2=9.10"', "nought lost"),
        ("9.1,9,Therapy pathway,START an advice-line,,,", "A2", '--ref "A2=9.3"', "“Publish the pathway”"),
        ("9.7,9,Therapy pathway,Start an advice line,,,", "A2", '--ref "A2=9.3"', "9.7 is not in the plan"),
        ("01-Sep,9,Therapy pathway,Start an advice line,,,", "A2", '--ref "A2=9.3"', "“1-9” or “1/9”"),
        ("2026-09-01,9,Therapy pathway,Ask all,,,", "A2", '--ref "A2=…"', "“1-9” or “1/9” may"),
        ("01/09/2026,9,Therapy pathway,Ask all,,,", "A2", '--ref "A2=…"', "“1-9” or “1/9” may"),
        ("2006-01-09,9,Therapy pathway,Ask all,,,", "A2", '--ref "A2=…"', "“9.1.6” or “9/1/6” may"),
        ("#REF!,9,Therapy pathway,Start an advice line,,,", "A2", '--ref "A2=9.3"', "spreadsheet's error"),
        (",9,Therapy pathway,Start an advice line,,,", "A2", '--ref "A2=9.3"', "The ref is missing"),
        ("9.4,9.0,Therapy pathway,New,,,", "B2", '--area "9.0=9"', "equals area 9 of the plan"),
        ("9.4,09,Therapies,New,,,", "B2", '--area "09=9"', "“Therapy pathway”"),
        ("9.4,12,Therapy pathway,New,,,", "B2", '--area "12=9"', "has the title of area 9"),
        ("9.4,10,Therapy pathway,New,,,", "B2", '--area "10=9"', "10 is “Speech and language”"),
    ],
)
def test_a_row_that_could_be_another_is_asked_about(
    read: Reading, row: str, cell: str, answer: str, words: str
) -> None:
    lines = read.rows(row, empty=False)
    assert asked(lines) == [(cell, answer)]
    assert words in told(lines)


@pytest.mark.parametrize(
    "ref", ["01-Feb", "Jan-01", "1-Feb-26", "02/03/2026", "2026-02-01 00:00:00", "Mar-26"]
)
def test_a_ref_that_reads_as_a_date_is_asked_about_and_its_answer_is_kept(read: Reading, ref: str) -> None:
    file = f"{HEADER}\n{ref},1,One,Do it,,,\n"
    assert asked(read(file, empty=True)) == [("A2", '--ref "A2=…"')]
    lines = read(file, ("--ref", "A2=1-2"), empty=True)
    assert (lines.questions, lines.actions[0].ref) == ((), "1-2")
    kept = Answers.from_json(lines.answers.to_json())
    again = read_plan_file(read._file, today=TODAY, plan=PLAN, answers=Answers().over(kept))
    assert (again.questions, again.actions[0].ref) == ((), "1-2")


def test_a_code_in_capitals_on_several_rows_is_no_date(read: Reading) -> None:
    assert read.rows("DEC-01,1,One,A,,,", "DEC-02,1,One,B,,,").questions == ()


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "########"])
def test_an_error_value_is_never_taken_for_a_word(read: Reading, error: str) -> None:
    lines = read.rows(f"1.1,1,One,A,{error},{error},{error}", f"1.2,1,One,{error},,,")
    assert asked(lines) == [("D3", "")]
    assert [problem.cell for problem in lines.doubts] == ["E2", "F2", "G2"]
    assert (lines.actions[0].lead, lines.actions[0].due) == (None, None)


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (('1.1,1,One,"Do it,,,green', "1.2,1,One,B,,,green"), "D2"),
        (("1.1,1,One,A,,,", '1.2,1,One,"Do it,,,green', '1.3,1,One,"B, C",,,green', "1.4,1,One,D,,,"), "D3"),
        (("1.1,1,One,A,,,", '1.2,1,One,B,"Head,,', "1.3,1,One,C,,,"), "E3"),
    ],
)
def test_a_quote_that_is_not_closed_is_a_question_naming_its_row(
    read: Reading, rows: tuple[str, ...], cell: str
) -> None:
    lines = read.rows(*rows)
    assert cell in [problem.cell for problem in lines.questions]
    assert f"row {cell[1:]} " in told(lines)


def test_a_cell_of_several_lines_is_no_open_quote(read: Reading) -> None:
    lines = read.rows('1.1,1,One,"Train: schools, LA, ICB\nHeads, SENCOs, governors",,,green')
    assert lines.problems == ()


def test_a_date_that_only_reads_month_first_makes_the_two_way_ones_of_its_column_doubts(
    read: Reading,
) -> None:
    rows = [
        f"1.{n},1,One,A{n},,{due},"
        for n, due in enumerate(("3/4/2026", "12/31/2026", "5/5/2026", "May 2026"), 1)
    ]
    lines = read.rows(*rows)
    assert [problem.cell for problem in lines.doubts] == ["F2", "F3"]
    assert [str(line.due.on) if line.due else "" for line in lines.actions] == [
        "None",
        "None",
        "2026-05-05",
        "2026-05-31",
    ]
    assert read.rows(rows[0]).problems == ()


@pytest.mark.parametrize(
    ("words", "status", "note"),
    [
        ("COMPLETED. Letter sent", Status.COMPLETE, "Letter sent"),
        ("Complete - all schools trained", Status.COMPLETE, "all schools trained"),
        ("Amber: vacancy, post advertised", Status.AT_RISK, "vacancy, post advertised"),
        ("DONE Letter sent", Status.COMPLETE, "Letter sent"),
        ("Completed 12/05/2025", Status.COMPLETE, "12/05/2025"),
        ("On track (green)", Status.ON_TRACK, None),
        ("r", Status.OFF_TRACK, None),
    ],
)
def test_a_status_before_prose_is_read_where_sure_and_the_rest_is_a_note(
    read: Reading, words: str, status: Status, note: str | None
) -> None:
    lines = read.rows(f'1.1,1,One,A,,,"{words}"')
    assert lines.problems == ()
    assert (lines.actions[0].status, lines.actions[0].note) == (status, note)


@pytest.mark.parametrize(
    "words",
    [
        "Green but slipping",
        "Green. Amber for phase 2",
        "Complete by March",
        "Complete: not yet",
        "A. Example",
        "Open",
    ],
)
def test_a_status_that_is_not_sure_is_asked_about(read: Reading, words: str) -> None:
    assert [cell for cell, _ in asked(read.rows(f"1.1,1,One,A,,,{words}"))] == ["G2"]


def test_status_words_are_asked_about_once_a_word_all_at_once_and_answered(read: Reading) -> None:
    rows = (
        "1.1,1,One,A,,,Started",
        "1.2,1,One,B,,,started ",
        "1.3,1,One,C,,,Paused",
        '1.4,1,One,D,,,"Started: one"',
    )
    file = "\n".join((HEADER, *rows))
    assert asked(read(file)) == [("G2", '--status "Started=…"'), ("G4", '--status "Paused=…"')]
    assert "(G2, G3, G5)" in told(read(file))
    lines = read(file, ("--status", "STARTED=on-track"), ("--status", "Paused=none"))
    assert lines.questions == ()
    assert [line.status for line in lines.actions] == [
        Status.ON_TRACK,
        Status.ON_TRACK,
        None,
        Status.ON_TRACK,
    ]
    assert lines.actions[3].note == "one"


@pytest.mark.parametrize("word", ["Overdue", "Not due", "Early"])
def test_a_status_that_was_worked_out_from_dates_is_said_to_be_one(read: Reading, word: str) -> None:
    assert "worked out from dates" in told(read.rows(f"1.1,1,One,A,,,{word}"))


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("1.1,1,One,Child 943 476 5919 to be seen,,,", "D2"),
        ("1.1,1,One,Write to sue@example.org,,,", "D2"),
        ("1.1,1,One,A,Jo Bloggs,,", "E2"),
        ('1.1,1,One,A,"Dr A. Example, ICB",,', "E2"),
        ('1.1,1,One,A,"Sarah Jones, ICB",,', "E2"),
        ("1.1,1,One,A,Head (a.example@example.org),,", "E2"),
        ("1.1,1,943 476 5919,A,,,", "C2"),
        ("1.1,1,One,Ring 07700 900123,,,", "D2"),
    ],
)
def test_what_looks_personal_is_asked_about(read: Reading, row: str, cell: str) -> None:
    assert asked(read.rows(row)) == [(cell, "--not-personal")]


@pytest.mark.parametrize("column", ["comments", "ask", "success measure"])
def test_what_looks_personal_is_asked_about_in_every_column_of_words(tmp_path: Path, column: str) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f"ref,area,action,{column}\n1.1,1,A,Ring 020 7946 0123\n", encoding="utf-8")
    assert asked(read_plan_file(file, today=TODAY)) == [("D2", "--not-personal")]


def test_what_the_plan_says_already_is_not_asked_about_again(read: Reading) -> None:
    known = a_plan(an_area("1", title="One"), an_action("1.1", title="Write to sue@example.org"))
    file = read._file
    file.write_text(f"{HEADER}\n1.1,1,One,Write to sue@example.org,,,green\n", encoding="utf-8")
    assert read_plan_file(file, today=TODAY, plan=known).questions == ()


@pytest.mark.parametrize(
    ("words", "role", "organisation"),
    [
        ("Service Manager, Quality", "Service Manager, Quality", ""),
        ("Head of Service, SEND", "Head of Service, SEND", ""),
        ("Director, Children, Families and Schools", "Director, Children, Families and Schools", ""),
        ("Service Manager, Quality, LA", "Service Manager, Quality", "LA"),
        ("ICB, Designated Clinical Officer", "Designated Clinical Officer", "ICB"),
        ("Headteacher, Oak Academy", "Headteacher", "Oak Academy"),
        ("Public Health", "Public Health", ""),
    ],
)
def test_an_owner_has_an_organisation_where_one_is_known(
    read: Reading, words: str, role: str, organisation: str
) -> None:
    lead = read.rows(f'1.1,1,One,A,"{words}",,').actions[0].lead
    assert lead
    assert (lead.role, lead.organisation) == (role, organisation)


@pytest.mark.parametrize(
    "word", ["TBC", "Vacant", "All", "vacant post", "T.B.C.", "To be confirmed", "All partners"]
)
def test_nobody_is_no_owner_and_that_is_said_once(read: Reading, word: str) -> None:
    lines = read.rows(f"1.1,1,One,A,{word},,", f"1.2,1,One,B,{word},,")
    assert [line.lead for line in lines.actions] == [None, None]
    assert [str(problem).split(":")[0] for problem in lines.doubts] == ["E2"]
    assert "(E2, E3)" in told(lines)


@pytest.mark.parametrize("words", ["Head of SEN, LA", "Head of SEND", "Head SEND, LA"])
def test_an_owner_who_is_nearly_one_of_the_plan_is_a_doubt(read: Reading, words: str) -> None:
    lines = read.rows(f'9.3,9,Therapy pathway,Start an advice line,"{words}",,', empty=False)
    assert [problem.cell for problem in lines.doubts] == ["E2"]
    assert "is new, and nearly" in told(lines)


def test_rows_of_the_last_file_that_are_missing_are_named(read: Reading) -> None:
    file = f"{HEADER}\n9.1,9,Therapy pathway,Publish the pathway,,,\n"
    lines = read(file, last=[BroughtIn("plan v22.csv", ("9.1", "9.3", "9.10", "8.8"))])
    assert (
        told(lines).count("9.3 “Start an advice line”; 9.10 “Ask families each term” stood in plan v22.csv")
        == 1
    )
    assert lines.questions == ()


@pytest.mark.parametrize(
    ("name", "refs", "is_next"),
    [
        ("plan.csv", "9.1 9.3 9.10", True),
        ("Plan FINAL March 2026 (3).csv", "9.1 9.3", True),
        ("Plan.xlsx", "9.3 9.10", False),
        ("therapies.csv", "9.1 9.3 9.10", False),
        ("therapies.csv", "9.1 9.1a 9.2 8.8", True),
        ("therapies.csv", "9.3", False),
    ],
)
def test_only_of_the_same_list_it_is_told_what_is_missing(
    read: Reading, name: str, refs: str, is_next: bool
) -> None:
    """Rows of 9.1 and a new 9.2 here; what is no action of the plan any more does not count."""
    file = f"{HEADER}\n9.1,9,Therapy pathway,Publish the pathway,,,\n9.2,9,Therapy pathway,Train,,,\n"
    kept = BroughtIn(name, tuple(refs.split()))
    before = version_before("plan.csv", ("9.1", "9.2"), [kept], {"9.1", "9.3", "9.10"})
    assert (before is kept) is is_next
    is_missing = is_next and bool({"9.3", "9.10"} & set(kept.refs))
    assert ("no longer stand" in told(read(file, last=[kept]))) is is_missing


def test_each_list_is_held_against_its_own_last_version(read: Reading) -> None:
    file = f"{HEADER}\n9.1,9,Therapy pathway,Publish the pathway,,,\n"
    kept = [BroughtIn("plan v1.csv", ("9.1", "9.3")), BroughtIn("therapies.csv", ("9.1", "9.10"))]
    assert "9.3 “Start an advice line” stood in plan v1.csv" in told(read(file, last=kept))


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        (f"{HEADER}\n1.1,1,One,Café – “x”,,,\n1.2,1,One,£5,,,\n".encode("cp1252"), "D2, D3"),
        (f"{HEADER}\n1.1,1,One,CafÃ© â€“ x,,,\n".encode(), "D2"),
    ],
)
def test_a_guessed_or_mangled_encoding_is_a_doubt_with_its_cells(
    read: Reading, content: bytes, cells: str
) -> None:
    lines = read(content, empty=True)
    assert [problem.is_question for problem in lines.problems] == [False]
    assert f"look at {cells}." in told(lines)


def test_a_header_alone_has_no_rows_and_a_wrong_heading_names_the_nearest(read: Reading) -> None:
    with pytest.raises(SendActionsError, match="has no rows below its header"):
        read(f"{HEADER}\n,,\n")
    with pytest.raises(SendActionsError, match=r"Is “actoin” meant for action\?"):
        read("ref,area,actoin\n1.1,1,A\n")
    assert '“Statsu” is read as status: --map "Statsu=none" leaves it out.' in told(
        read.rows("1.1,1,A,green", header="ref,area_no,action,Statsu")
    )
    assert 'left out. It holds words of a status, and no column is the status: --column "New state=' in told(
        read.rows("1.1,1,A,green", header="ref,area_no,action,New state")
    )


def test_a_workbook_under_a_csv_s_name_is_refused(read: Reading) -> None:
    with pytest.raises(SendActionsError, match=r"save the sheet or table as CSV \(UTF-8\)"):
        read(b"PK\x03\x04rest")


def test_areas_are_found_by_number_and_title_in_one_cell_and_by_title(read: Reading) -> None:
    rows = (
        "9.4,Area 9: Therapy pathway,A",
        "10.1,Speech and language,B",
        "11.1,A longer title of a new area here,C",
    )
    lines = read.rows(*rows, header="ref,area,action", empty=False)
    assert [line.area_number for line in lines.actions] == ["9", "10", "11"]
    assert lines.questions == ()
    assert "has no number: it is area 11" in told(lines)


def test_a_file_without_areas_asks_once_and_not_for_actions_that_are_known(read: Reading) -> None:
    file = "Action ID,Action,Priority\nACT-1,Report,High\nACT-2,Confirm,Low\n"
    lines = read(file)
    assert asked(lines) == [("A2", '--area "…"')]
    assert "The column “Priority” is not one we know" in told(lines)
    answered = read(file, ("--area", "Board actions"))
    assert [(area.number, area.title) for area in answered.areas] == [("1", "Board actions")]
    assert {line.area_number for line in answered.actions} == {"1"}
    assert read(file, ("--area", "speech and language")).actions[0].area_number == "10"
    assert read("Ref,Action\n9.3,Start an advice line\n").questions == ()


def test_refs_at_the_head_of_the_words_tags_and_empty_words_are_read(read: Reading) -> None:
    file = (
        "priority_body,action_body,subaction_id,subaction_body,subaction_notes,schedule_end_date,"
        "start_status,end_status\n"
        '2. Better care,2.8 Work,2841,2.8.x Report on pilots,"<p>Put <b>off</b></p>",Mar 2027,NA,Not due\n'
    )
    assert asked(read(file, empty=True)) == [("G1", '--map "end status=status"')]
    lines = read(file, ("--map", "end status=none"), empty=True)
    (line,) = lines.actions
    assert (line.ref, line.title, line.note, line.status) == ("2.8.x", "Report on pilots", "Put off", None)
    assert (line.area_number, lines.areas[0].title) == ("2", "Better care")
    assert line.due
    assert line.due.on == date(2027, 3, 31)
    assert lines.questions == ()


@pytest.mark.parametrize(
    "file",
    [
        f"SEND plan as at 8 December 2025\n{HEADER}\n1.1,1,One,A,,,\n",
        "ref,area,action,RAG as at 8 December 2025\n1.1,1,A,green\n",
        "ref,area,action,datestring\n1.1,1,A,2025-12-08\n",
    ],
)
def test_the_date_that_a_file_says_it_speaks_of_is_found(read: Reading, file: str) -> None:
    found = read(file, empty=True).file_date
    assert found
    assert found.on == date(2025, 12, 8)


CELLS = st.one_of(
    st.sampled_from(
        ["1.1", "1.10", "9.0", "01-Feb", "#REF!", "green", "Started", '"', "NA", "\n", "=1+1", "TBC", ""]
    ),
    st.text(max_size=8),
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=6)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=TABLES, mark=st.sampled_from(",;\t|"), encoding=st.sampled_from(["utf-8", "utf-16", "utf-8-sig"])
)
def test_no_table_makes_it_stumble(read: Reading, table: list[list[str]], mark: str, encoding: str) -> None:
    rows = [HEADER.replace(",", mark), *(mark.join(row) for row in table)]
    _try(read, "\n".join(rows).encode(encoding, errors="replace"))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", HEADER.encode(), b"\xff\xfe", b"\xfe\xff", b"sep=;\n"]),
    rest=st.binary(max_size=200),
)
def test_no_bytes_make_it_stumble(read: Reading, start: bytes, rest: bytes) -> None:
    _try(read, start + b"\n" + rest)


def _try(read: Reading, content: bytes) -> None:
    """Read it twice, or be refused in a sentence."""
    try:
        assert read(content) == read(content)
    except SendActionsError as error:
        told = str(error)
    else:
        told = "read"
    assert told


def test_an_answered_ref_that_another_row_has_is_asked_about_again_and_no_row_is_lost(read: Reading) -> None:
    text = f"{HEADER}\n2.1,2,Two,First promise,,,\n2.1,2,Two,Second promise,,,\n"
    assert asked(read(text, ("--ref", "A3=2.1"), empty=True)) == [("A3", '--ref "A3=2.1(A)"')]
    lines = read(text, ("--ref", "A3=2.2"), empty=True)
    assert [one.ref for one in lines.actions] == ["2.1", "2.2"]


@pytest.mark.parametrize(("refs", "is_next"), [(("1.1", "1.2"), True), (("1.1",), False)])
def test_files_called_by_their_versions_alone_follow_each_other_where_half_of_the_refs_are_here(
    refs: tuple[str, ...], is_next: bool
) -> None:
    kept = BroughtIn("v1.csv", ("1.1", "1.2", "1.3"))

    before = version_before("v2.csv", refs, [kept], {"1.1", "1.2", "1.3"})

    assert (before is kept) is is_next
