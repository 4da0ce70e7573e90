"""Plans in Word with what only Word has: tracked changes, controls, coloured signs, text boxes, headings."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Cell
from office_files import a_document

from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import ActionLine, PlanLines

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Action", "Lead", "Due", "Status")
W = nsdecls("w")


class Paper:
    """A document that is put together, saved and read."""

    def __init__(self, file: Path) -> None:
        self.file, self.document = file, Document()

    def heading(self, words: str, level: int = 1) -> None:
        self.document.add_heading(words, level)

    def words(self, words: str) -> None:
        self.document.add_paragraph(words)

    def table(self, *rows: Sequence[str]) -> Table:
        table: Table = self.document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, words in zip(cells.cells, row, strict=True):
                cell.text = words
        return table

    def read(self) -> PlanLines:
        self.document.save(str(self.file))
        return read_plan_file(self.file, today=TODAY, answers=Answers())


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "plan.docx")


def say(cell: _Cell, *runs: str) -> None:
    """Put runs into a cell's paragraph in place of its words, as Word's XML has them."""
    paragraph = cell.paragraphs[0]._p
    for old in paragraph.findall(qn("w:r")):
        paragraph.remove(old)
    held = parse_xml(f"<w:p {W}>{''.join(runs)}</w:p>")
    paragraph.extend(list(held))


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def one(lines: PlanLines) -> ActionLine:
    (action,) = lines.actions
    return action


def told(lines: PlanLines) -> list[str]:
    return [str(problem) for problem in lines.doubts]


def asked(lines: PlanLines) -> list[str]:
    return [str(problem) for problem in lines.questions]


def test_tracked_changes_are_read_as_accepted_and_that_is_told(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(
        HEADER, ("1.1", "", "Data Lead", "May 2026", "On track"), ("1.2", "Drop it", "", "", "")
    )
    say(
        table.cell(1, 1),
        run("Publish it "),
        '<w:del w:id="1"><w:r><w:delText>weekly</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("monthly")}</w:ins>',
    )
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="3"/>'))
    lines = paper.read()
    assert one(lines).title == "Publish it monthly"
    assert told(lines) == ["T1!A1: Tracked changes are read as accepted: what they delete is left out."]


def test_a_comment_is_told_and_not_read(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(HEADER, ("1.1", "Publish it", "Data Lead", "May 2026", "On track"))
    paper.document.add_comment(table.cell(1, 1).paragraphs[0].runs, text="Still wanted?", author="A")
    lines = paper.read()
    assert one(lines).title == "Publish it"
    assert told(lines) == ["T1!A1: 1 comment is not read."]


def test_a_control_that_only_asks_to_be_filled_in_says_nothing(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(HEADER, ("1.1", "Publish it", "Data Lead", "", ""))
    asks = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    say(table.cell(1, 3), asks.format(run("Click or tap to enter a date.")))
    say(table.cell(1, 4), "<w:sdt><w:sdtContent>" + run("At risk") + "</w:sdtContent></w:sdt>")
    lines = paper.read()
    assert one(lines).due is None
    assert str(one(lines).status) == "at-risk"
    assert lines.problems == ()


def test_a_sign_in_a_colour_is_the_colour_and_asked_about(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(HEADER, ("1.1", "Publish", "", "", ""), ("1.2", "Share", "", "", ""))
    say(table.cell(1, 4), run("●", '<w:color w:val="FF0000"/>'))
    say(table.cell(2, 4), run("l", '<w:rFonts w:ascii="Wingdings"/><w:color w:val="00B050"/>'))
    lines = paper.read()
    assert [action.status for action in lines.actions] == [None, None]
    assert asked(lines) == [
        "T1!E2: The status is shown by a cell's colour alone, red FF0000 (T1!E2). Did you mean off-track?",
        "T1!E3: The status is shown by a cell's colour alone, green 00B050 (T1!E3). Did you mean on-track?",
    ]


def test_a_sign_without_a_colour_says_no_status_by_itself(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    paper.table(HEADER, ("1.1", "Publish", "", "", "●"))
    lines = paper.read()
    assert one(lines).status is None
    assert asked(lines) == ["T1!E2: The status “●” has no meaning yet."]


def test_marks_under_the_letters_of_colours_are_read_as_under_their_names(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    paper.table(
        ("Ref", "Action", "R", "A", "G"), ("1.1", "Publish", "", "", "✓"), ("1.2", "Share", "x", "", "")
    )
    lines = paper.read()
    assert asked(lines) == [
        "T1!C2: A mark under green (T1!C2) may mean more than one status. Did you mean on-track?",
        "T1!C3: A mark under red (T1!C3) may mean more than one status. Did you mean off-track?",
    ]


def test_pictures_in_place_of_words_are_told(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(HEADER, ("1.1", "Publish", "", "", ""), ("1.2", "Share", "", "", ""))
    for row in (1, 2):
        table.cell(row, 4).paragraphs[0].add_run().add_picture(a_dot())
    assert told(paper.read()) == [
        "T1!E2: Pictures stand where words would (T1!E2, T1!E3): what they show is not read."
    ]


def a_dot() -> io.BytesIO:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", zlib.compress(b"\0\0\xb0P")) + part(b"IEND", b"")
    )


def test_words_struck_out_or_hidden_beside_others_are_left_out_and_told(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    table = paper.table(HEADER, ("1.1", "", "Data Lead", "", "On track"))
    say(table.cell(1, 1), run("Publish it"), run(" for now", "<w:vanish/>"))
    say(table.cell(1, 3), run("May 2026 ", "<w:strike/>"), run("June 2026"))
    lines = paper.read()
    action = one(lines)
    assert action.title == "Publish it"
    assert action.due
    assert action.due.on == date(2026, 6, 30)
    assert told(lines) == [
        "T1!B2: Hidden words are left out: T1!B2 “for now”.",
        "T1!D2: Words that are struck out inside of a cell are left out: T1!D2 “May 2026”.",
    ]


def test_words_in_a_text_box_stand_where_it_hangs(paper: Paper) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Priority 4: Governance</w:t></w:r></w:p></w:txbxContent>"
    paper.document.add_paragraph()._p.append(parse_xml(f"<w:r {W}><w:drawing>{box}</w:drawing></w:r>"))
    paper.table(HEADER, ("4.1", "Publish terms", "Chair", "May 2026", "On track"))
    lines = paper.read()
    assert [(area.number, area.title) for area in lines.areas] == [("4", "Governance")]


def test_spaces_and_hyphens_of_word_are_those_that_people_type(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    paper.table(
        HEADER, ("1.1", "Pub\u00adlish", "Head\u00a0of\u00a0SEND", "30\u00a0June\u00a02026", "On\u2011track")
    )
    action = one(paper.read())
    assert action.title == "Publish"
    assert action.lead
    assert action.lead.role == "Head of SEND"
    assert action.due
    assert action.due.text == "30 June 2026"
    assert str(action.status) == "on-track"


def test_a_row_whose_words_end_as_headings_do_is_an_action(paper: Paper) -> None:
    paper.heading("Priority 1: Data")
    paper.table(
        HEADER,
        ("1.1", "Publish", "Data Lead", "May 2026", "On track"),
        ("1.2", "Agree the Written Statement of Action", "SEND Lead", "May 2026", "On track"),
    )
    assert [action.ref for action in paper.read().actions] == ["1.1", "1.2"]


def test_headings_below_an_areas_are_parts_of_it_and_kept_with_their_actions(paper: Paper) -> None:
    paper.heading("Priority 1: Identifying need")
    for number, part in enumerate(("Early years", "School age"), 1):
        paper.heading(f"Outcome 1.{number}: {part}", 2)
        paper.table(HEADER, (f"1.{number}.1", f"Check {part}", "Lead", "May 2026", "On track"))
    lines = paper.read()
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Identifying need")]
    assert [action.said[0].note for action in lines.actions] == [
        "Under the heading: Outcome 1.1: Early years",
        "Under the heading: Outcome 1.2: School age",
    ]


def inner(cell: _Cell, *rows: Sequence[str]) -> Table:
    table = cell.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for held, words in zip(cells.cells, row, strict=True):
            held.text = words
    return table


def test_a_table_that_holds_one_of_actions_is_its_frame_and_names_its_area(paper: Paper) -> None:
    frame = paper.table(("Priority 1", "Timeliness"), ("SRO", "Director of Children’s Services"), ("", ""))
    held = frame.cell(2, 0).merge(frame.cell(2, 1))
    inner(held, HEADER, ("1.1", "Recover", "Head of SEND", "May 2026", "On track"))
    lines = paper.read()
    assert [(area.number, area.title) for area in lines.areas] == [("1", "Timeliness")]
    assert one(lines).sro
    assert [doubt for doubt in told(lines) if "left out" in doubt] == []


def test_a_table_within_an_action_is_words_of_it_and_no_more_actions(paper: Paper) -> None:
    paper.heading("Priority 1: Timeliness")
    table = paper.table(
        ("Ref", "Action", "Key milestones", "Lead", "Date"), ("1.1", "Recover", "", "Head", "May 2026")
    )
    inner(table.cell(1, 2), ("Milestone", "Lead", "Date"), ("Post out", "HR", "Feb 2026"))
    lines = paper.read()
    action = one(lines)
    assert action.said[0].note == "Key milestones: Milestone Lead Date\nPost out HR Feb 2026"
    assert action.due
    assert action.due.on == date(2026, 5, 31)


def test_numbers_of_word_count_once_in_a_table_within_another(paper: Paper) -> None:
    paper.heading("Priority 1: Voice")
    table = inner(
        paper.table(("",)).cell(0, 0),
        HEADER,
        ("", "Meet the forum", "Lead", "May 2026", "On track"),
        ("", "Say what changed", "Lead", "May 2026", "On track"),
    )
    forms = paper.document.part.numbering_part._element
    forms.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="1.%1"/></w:lvl></w:abstractNum>'
        ),
    )
    forms.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for row in (1, 2):
        properties = table.cell(row, 0).paragraphs[0]._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'))
    assert [action.ref for action in paper.read().actions] == ["1.1", "1.2"]


def test_columns_headed_as_questions_are_read(paper: Paper) -> None:
    paper.heading("Area for improvement 2: Mental health")
    paper.table(
        ("Ref", "Where are we now?", "What have we done?", "What will we do next?", "Who", "When"),
        ("2.1", "Long waits", "Hired two staff", "Open a third hub", "CAMHS Lead", "Q3 2026/27"),
    )
    action = one(paper.read())
    assert (action.title, action.note) == ("Open a third hub", "Long waits")
    assert action.said[0].note == "What have we done? Hired two staff"


def test_lines_under_headings_say_who_leads_an_area_and_what_is_wanted(paper: Paper) -> None:
    for number, title in enumerate(("Leadership", "Transition"), 1):
        paper.heading(f"Priority {number}: {title}")
        paper.words(f"Priority lead – Head of {title}")
        paper.words(f"Outcome: {title} is strong")
        paper.table(("Action", "Who", "By when"), (f"Review {title}", "Manager", "Ongoing, review termly"))
    lines = paper.read()
    assert [(area.title, area.lead and area.lead.role, area.outcome) for area in lines.areas] == [
        ("Leadership", "Head of Leadership", "Leadership is strong"),
        ("Transition", "Head of Transition", "Transition is strong"),
    ]
    assert [action.due and str(action.due.precision) for action in lines.actions] == ["ongoing", "ongoing"]


def listed(cell: _Cell, *items: str) -> None:
    """Put a bullet for each item into a cell."""
    cell.paragraphs[0].text, cell.paragraphs[0].style = items[0], "List Bullet"
    for item in items[1:]:
        cell.add_paragraph(item, style="List Bullet")


def test_actions_listed_in_one_cell_take_the_leads_and_dates_listed_beside_them(paper: Paper) -> None:
    paper.heading("Priority 1: Support in schools")
    table = paper.table(
        ("Outcome", "Actions", "Lead", "By when", "RAG"), ("Needs are met", "", "", "", "Green")
    )
    listed(table.cell(1, 1), "Publish what is ordinary", "Train SENCOs")
    listed(table.cell(1, 2), "Inclusion Lead", "EP Service")
    listed(table.cell(1, 3), "May 2026", "July 2026")
    lines = paper.read()
    found = [(a.ref, a.title, a.lead and a.lead.role, a.due and a.due.text, a.status) for a in lines.actions]
    assert [(*said[:4], str(said[4])) for said in found] == [
        ("1.1", "Publish what is ordinary", "Inclusion Lead", "May 2026", "on-track"),
        ("1.2", "Train SENCOs", "EP Service", "July 2026", "on-track"),
    ]
    assert told(lines)[0] == (
        "T1!B2: Several actions are listed in one cell: each is read with what is listed beside it."
    )


def test_a_list_with_one_lead_and_one_date_is_one_action_and_told(paper: Paper) -> None:
    paper.heading("Priority 1: Support in schools")
    table = paper.table(HEADER, ("1.1", "", "Head of SEND\nDCO", "May 2026", "Green"))
    listed(table.cell(1, 1), "Write it", "Agree it")
    lines = paper.read()
    assert one(lines).title == "• Write it • Agree it"
    assert (
        "T1!B2: The action is a list: it comes in as one, as no leads or dates are listed beside it."
        in told(lines)
    )


@pytest.mark.parametrize(
    "cells",
    [
        ("", "1.1 Recruit\n1.2 Train", "1.1 Head\n1.2 EP", "1.1 May 2026\n1.2 June 2026", ""),
        ("1.1\n1.2", "Recruit\nTrain", "Head\nEP", "May 2026\nJune 2026", ""),
    ],
)
def test_refs_in_a_cell_part_its_lines_into_actions(paper: Paper, cells: tuple[str, ...]) -> None:
    paper.heading("Priority 1: Timeliness")
    paper.table(HEADER, cells)
    found = [(a.ref, a.title, a.lead and a.lead.role, a.due and a.due.text) for a in paper.read().actions]
    assert found == [("1.1", "Recruit", "Head", "May 2026"), ("1.2", "Train", "EP", "June 2026")]


def test_one_ref_beside_a_list_of_actions_is_given_letters(paper: Paper) -> None:
    paper.heading("Priority 1: Timeliness")
    table = paper.table(HEADER, ("1.1", "", "Head", "May 2026\nJune 2026", "Green"))
    listed(table.cell(1, 1), "Recruit", "Train")
    assert [action.ref for action in paper.read().actions] == ["1.1(A)", "1.1(B)"]


def test_a_form_with_two_columns_of_labels_is_one_action_with_the_names_of_its_cells(paper: Paper) -> None:
    paper.heading("Priority 1: Voice")
    paper.table(
        ("Action", "Publish the guide", "Ref", "1.1"),
        ("Lead", "Head of SEND", "Due date", "soonish"),
        ("Status", "On track", "Success measure", "Families say so"),
    )
    lines = paper.read()
    action = one(lines)
    assert (action.ref, action.title, str(action.status)) == ("1.1", "Publish the guide", "on-track")
    assert [problem.cell for problem in lines.problems] == ["T1!D2"]


def test_a_day_in_the_words_beside_a_status_is_kept_as_words_and_told_once(paper: Paper) -> None:
    paper.heading("Priority 1: Voice")
    paper.table(
        HEADER,
        ("1.1", "Publish", "Lead", "May 2026", "COMPLETED. Team data to be launched 13/12/12."),
        ("1.2", "Share", "Lead", "May 2026", "On track. Met on 02/03/2026"),
    )
    lines = paper.read()
    assert [action.note for action in lines.actions] == [
        "Team data to be launched 13/12/12.",
        "Met on 02/03/2026",
    ]
    kept = "Days in the words beside a status are kept as words, and set no date"
    assert told(lines) == [f"T1!E2: {kept}: “13/12/12”, “02/03/2026” (T1!E2, T1!E3)."]


def test_who_is_accountable_for_the_whole_document_stands_above_the_key_of_its_colours(
    tmp_path: Path,
) -> None:
    head = ("No.", "What we will do", "Who", "By when", "Status")
    file = a_document(
        tmp_path / "p.docx",
        "Senior Responsible Officer: Director of Children’s Services",
        [("RAG", "Meaning"), ("Blue", "Complete"), ("Green", "On track to be delivered")],
        "Priority 1: Plans",
        [head, ("1.1", "Recruit plan writers", "Head of SEND", "31 March 2027", "Green")],
        "Priority 2: Joint work",
        [head, ("2.1", "Refresh the needs assessment", "Health Lead", "31 March 2027", "Green")],
        "Version 3. Next review by the board in January 2027.",
    )
    lines = read_plan_file(file, today=date(2026, 12, 1))
    assert [str(line.sro) for line in lines.actions] == ["Director of Children’s Services"] * 2
    told = [problem.message for problem in lines.problems]
    assert sum("Senior Responsible Officer" in one for one in told) == 1
    assert any("Next review by the board" in one and "is not read" in one for one in told)
