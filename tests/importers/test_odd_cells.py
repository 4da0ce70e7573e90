"""Cells and rows as people and programs leave them: what is read is said, and nothing is lost unsaid."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area, an_owner

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
PLAN = a_plan(
    an_area("9", title="Therapy pathway"),
    an_action("9.1", title="Publish the pathway"),
    an_owner("Therapies Lead", "CHT"),
)


def read(folder: Path, content: str | bytes, *answers: tuple[str, str]) -> PlanLines:
    file = folder / "plan.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    given = Answers()
    for flag, text in answers:
        given = given.with_answer(flag, text)
    return read_plan_file(file, today=TODAY, plan=PLAN, answers=given)


def asked(lines: PlanLines) -> list[tuple[str, str]]:
    return [(problem.cell, str(problem.answer or "")) for problem in lines.questions]


def doubted(lines: PlanLines) -> list[str]:
    return list(map(str, lines.doubts))


def test_a_new_area_without_a_title_is_asked_about_at_its_cell(tmp_path: Path) -> None:
    file = "ref,area,action\n1.1,A,x\n1.2,A,y\n1.3,9,z\n"
    assert asked(read(tmp_path, file)) == [("B2", '--area "A=…"')]
    called = read(tmp_path, file, ("--area", "A=Early years"))
    assert [(area.number, area.title) for area in called.areas] == [("A", "Early years"), ("9", None)]
    meant = read(tmp_path, file, ("--area", "A=Therapy pathway"))
    assert {line.area_number for line in meant.actions} == {"9"}
    numbered = read(tmp_path, file, ("--area", "A=4. Early years"))
    assert next((area.number, area.title) for area in numbered.areas) == ("4", "Early years")


def test_a_ref_with_a_decimal_comma_is_asked_about(tmp_path: Path) -> None:
    lines = read(tmp_path, "ref;area;action\n1,1;1 A;x\n1,2;1 A;y\n")
    assert asked(lines) == [("A2", '--ref "A2=1.1"'), ("A3", '--ref "A3=1.2"')]


@pytest.mark.parametrize(
    ("column", "words", "ways"),
    [
        ("updated on", "May 25", "25 May 2025 or May 2025"),
        ("updated on", "March 31", "31 March 2026 or March 2031"),
    ],
)
def test_a_day_that_may_be_a_month_is_a_past_one_in_a_column_of_what_has_been(
    tmp_path: Path, column: str, words: str, ways: str
) -> None:
    lines = read(tmp_path, f"ref,area,action,status,{column}\n1.1,1 A,x,on track,{words}\n")
    told = [line for line in doubted(lines) if "may mean" in line]
    assert told == [f"E2: “{words}” may mean {ways}: left out."]


@pytest.mark.parametrize(
    ("words", "due", "told"),
    [
        ("May 25", date(2025, 5, 31), ""),
        ("May 25th", date(2026, 5, 25), "25 May 2026"),
        ("March 31", date(2031, 3, 31), "March 2031"),
        ("April 15", date(2015, 4, 30), "April 2015"),
    ],
)
def test_a_month_of_a_far_year_that_may_be_a_day_is_told(
    tmp_path: Path, words: str, due: date, told: str
) -> None:
    lines = read(tmp_path, f"ref,area,action,due\n1.1,1 A,x,{words}\n")
    assert [line.due and line.due.on for line in lines.actions] == [due]
    ways = f"D2: “{words}” is taken as {told}: say the year where another is meant."
    assert doubted(lines) == ([ways] if told else [])


@pytest.mark.parametrize(
    ("words", "on"), [("Mar 25", None), ("Mar 25th", "2026-03-25"), ("25 Mar 25", "2025-03-25")]
)
def test_a_month_that_may_be_a_day_is_not_the_date_of_a_file(
    tmp_path: Path, words: str, on: str | None
) -> None:
    said = read(tmp_path, f"ref,area,action,as at\n1.1,1 A,x,{words}\n").file_date
    assert (said and said.on.isoformat()) == on


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("September", "September 2026"),
        ("by September", "September 2026"),
        ("30 September", "30 September 2026"),
        ("in two weeks", "14 April 2026"),
    ],
)
def test_a_date_without_its_year_is_told_once_with_the_year_taken(
    tmp_path: Path, words: str, taken: str
) -> None:
    lines = read(tmp_path, f"ref,area,action,due\n1.1,1 A,x,{words}\n1.2,1 A,y,{words}\n1.3,1 A,z,May 27\n")
    assert doubted(lines) == [
        f"D2: “{words}” is taken as {taken} (D2, D3): say the year where another is meant."
    ]


@pytest.mark.parametrize(
    "words", ["Café “x” – y’s £5", "naïve résumé", "it’s so", "SENDIASS – 50% • “ok”", "CAFÉ", "Noël — fin…"]
)
@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")])
def test_which_old_encoding_a_file_has_is_guessed_by_its_letters_and_told(
    tmp_path: Path, words: str, encoding: str, name: str
) -> None:
    lines = read(tmp_path, f"ref,area,action\r1.1,1 A,{words}\r".encode(encoding))
    assert (lines.actions[0].title, f"guessed, as {name}" in doubted(lines)[0]) == (words, True)


def test_a_row_of_notes_alone_goes_on_with_the_row_above_and_is_told(tmp_path: Path) -> None:
    lines = read(tmp_path, "ref,area,action,comments\n1.1,1 A,x,One.\n,,,Two.\n,,,Three.\n1.2,1 A,y,\n")
    assert [(line.ref, line.note) for line in lines.actions] == [("1.1", "One.\nTwo.\nThree."), ("1.2", None)]
    assert doubted(lines) == [
        f"D{row}: Row {row} has no ref and no action: its words are taken as more of 1.1 above."
        for row in (3, 4)
    ]


def test_a_row_of_an_action_alone_is_asked_about_and_may_be_more_of_the_row_above(tmp_path: Path) -> None:
    file = "ref,area,action,comments\n1.1,1 A,x,One.\n,,and also this,\n"
    assert asked(read(tmp_path, file)) == [("A3", '--ref "A3=…"')]
    more = read(tmp_path, file, ("--ref", "A3=1.1"))
    assert [(line.ref, line.title, line.note) for line in more.actions] == [
        ("1.1", "x", "One.\nand also this")
    ]
    own = read(tmp_path, file, ("--ref", "A3=1.2"))
    assert [(line.ref, line.title) for line in own.actions] == [("1.1", "x"), ("1.2", "and also this")]


@pytest.mark.parametrize("word", ["-", "?", "n/a", "–", "--", "...", "N/A"])
def test_a_dash_or_a_question_mark_says_nothing(tmp_path: Path, word: str) -> None:
    lines = read(tmp_path, f"ref,area,action,status,impact,due\n1.1,1 A,x,{word},{word},{word}\n")
    line = lines.actions[0]
    assert (lines.problems, line.status, line.impact, line.due) == ((), None, None, None)


@pytest.mark.parametrize("heading", ["Accountable", "SRO", "Responsible officer", "Accountable officer"])
def test_whoever_is_named_is_the_lead(tmp_path: Path, heading: str) -> None:
    lines = read(tmp_path, f"ref,area,action,{heading}\n1.1,1 A,x,Head of SEND\n")
    assert lines.actions[0].lead == OwnerDraft("Head of SEND")


def test_who_is_accountable_stands_beside_the_lead_where_both_are_named(tmp_path: Path) -> None:
    lines = read(tmp_path, "ref,area,action,SRO,Owner\n1.1,1 A,x,Director,Head of SEND\n")
    assert (lines.actions[0].lead, lines.actions[0].sro) == (
        OwnerDraft("Head of SEND"),
        OwnerDraft("Director"),
    )


@pytest.mark.parametrize("heading", ["Progress", "Latest update", "Comments", "Commentary"])
def test_words_on_progress_are_a_note(tmp_path: Path, heading: str) -> None:
    assert read(tmp_path, f"ref,area,action,{heading}\n1.1,1 A,x,Begun\n").actions[0].note == "Begun"


def test_a_rating_of_the_whole_above_the_header_is_left_out_and_told(tmp_path: Path) -> None:
    lines = read(tmp_path, "Overall RAG,Amber,,\nref,area,action,status\n1.1,1 A,x,green\n")
    assert (lines.questions, lines.actions[0].status) == ((), Status.ON_TRACK)
    assert doubted(lines)[0] == "B1: “Overall RAG: Amber” above the table is not read: left out."


@pytest.mark.parametrize(
    ("words", "role", "organisation", "told"),
    [
        ("Head (CHT)", "Head", "CHT", ""),
        ("Early Years Lead / CHT", "Early Years Lead", "CHT", ""),
        ("Early Years Lead/CHT", "Early Years Lead", "CHT", ""),
        ("Head ( cht )", "Head", "cht", ""),
        ("Head (ICB)", "Head (ICB)", "", "may name an organisation too"),
        ("Head (interim)", "Head (interim)", "", ""),
        ("Nurse / Teacher", "Nurse", "", "“Nurse” is the lead, “Teacher” stands with the partners"),
    ],
)
def test_an_organisation_in_brackets_or_after_a_stroke_is_one_where_it_is_known(
    tmp_path: Path, words: str, role: str, organisation: str, told: str
) -> None:
    lines = read(tmp_path, f"ref,area,action,owner\n1.1,1 A,x,{words}\n")
    assert lines.actions[0].lead == OwnerDraft(role, organisation)
    assert told in "\n".join(doubted(lines)) if told else "may name" not in "\n".join(doubted(lines))


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("JS (LA)", "KB (LA)"), [("JS", "LA"), ("KB", "LA")]),
        (("KB (ICB)", "ICB – Kay Bell"), [("KB", "ICB"), ("Kay Bell", "ICB")]),
        (("JS (CHT)", "CHT (JS)", "CHT - Nurse"), [("JS", "CHT"), ("JS", "CHT"), ("Nurse", "CHT")]),
        (("Head of SEND, LA", "Nurse (LA)"), [("Head of SEND", "LA"), ("Nurse", "LA")]),
        (("Nurse (ICB)", "Teacher"), [("Nurse (ICB)", ""), ("Teacher", "")]),
        (("Nurse (LA)", "Head (LA)"), [("Nurse (LA)", ""), ("Head (LA)", "")]),
        (("Nurse (JS)", "Head (JS)"), [("Nurse (JS)", ""), ("Head (JS)", "")]),
        (("Lead (SEND)", "Head (SEND)"), [("Lead (SEND)", ""), ("Head (SEND)", "")]),
        (("Lead - Data", "Head - Data"), [("Lead - Data", ""), ("Head - Data", "")]),
    ],
)
def test_what_stands_twice_as_an_organisation_in_a_file_is_one(
    tmp_path: Path, cells: tuple[str, ...], said: list[tuple[str, str]]
) -> None:
    rows = "".join(f'1.{n},1 A,x{n},"{cell}"\n' for n, cell in enumerate(cells, 1))
    lines = read(tmp_path, f"ref,area,action,owner\n{rows}")
    assert [line.lead for line in lines.actions] == [OwnerDraft(*one) for one in said]


@pytest.mark.parametrize(
    "both", ["PW (LA), KB (ICB)", "PW (LA) and KB (ICB)", "PW (LA) & KB (ICB)", "PW (LA) / KB (ICB)"]
)
def test_two_owners_with_their_organisations_are_told_apart(tmp_path: Path, both: str) -> None:
    lines = read(tmp_path, f'ref,area,action,owner\n1.1,1 A,x,"{both}"\n1.2,1 A,y,JS (LA)\n')
    assert (lines.actions[0].lead, lines.actions[0].partners) == (OwnerDraft("PW", "LA"), "KB (ICB)")


@pytest.mark.parametrize("heading", ["Org", "Responsible agency", "Responsible organisation"])
def test_an_agency_beside_the_lead_is_the_organisation_of_the_lead(tmp_path: Path, heading: str) -> None:
    lines = read(tmp_path, f"ref,area,action,lead,{heading}\n1.1,1 A,x,JS,LA\n")
    assert lines.actions[0].lead == OwnerDraft("JS", "LA")


def test_a_responsible_agency_alone_is_the_lead(tmp_path: Path) -> None:
    lines = read(tmp_path, "ref,area,action,Responsible agency\n1.1,1 A,x,LA\n")
    assert lines.actions[0].lead == OwnerDraft("LA")


@pytest.mark.parametrize(
    ("word", "meant"), [("Started", "on-track"), ("Paused", "on-hold"), ("Delayed", "at-risk")]
)
def test_a_word_that_is_no_status_is_asked_about_with_the_one_it_most_likely_means(
    tmp_path: Path, word: str, meant: str
) -> None:
    lines = read(tmp_path, f"ref,area,action,status\n1.1,1 A,x,{word}\n")
    assert asked(lines) == [("D2", f'--status "{word}=…"')]
    assert f"Did you mean {meant}?" in str(lines.questions[0])
