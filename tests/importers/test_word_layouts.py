"""Plans in Word as councils lay them out: what stands over actions, below them, and beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action, an_area
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from word_tables import LEFT, UP, Part, word_tables

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 12, 1)


def read(tmp_path: Path, *parts: Part, answers: Answers | None = None) -> PlanLines:
    file = word_tables(tmp_path / "plan.docx", *parts)
    return read_plan_file(file, today=TODAY, answers=answers or Answers())


def titles(lines: PlanLines) -> list[tuple[str, str]]:
    return [(line.area_number, line.title) for line in lines.actions]


def areas(lines: PlanLines) -> list[tuple[str, str | None]]:
    return [(area.number, area.title) for area in lines.areas]


def told(lines: PlanLines) -> list[str]:
    return [str(problem) for problem in lines.doubts]


def asked(lines: PlanLines) -> list[str]:
    return [problem.message for problem in lines.questions]


@pytest.mark.parametrize("below", [UP, ""])
@pytest.mark.parametrize("heading", ["Recommendation", "Recommendations"])
def test_actions_beside_one_recommendation_are_actions_each(tmp_path: Path, heading: str, below: str) -> None:
    lines = read(
        tmp_path,
        [
            [heading, "Action", "Lead", "Due", "RAG"],
            ["R2. Hear families", "Start a panel", "Voice Lead", "31/03/2027", "On track"],
            ["R4. Use data", "Build a dashboard", "Data Lead", "30/04/2027", "At risk"],
            [below, "Report each month", "Data Lead", "31/05/2027", "Complete"],
        ],
    )
    assert asked(lines) == []
    assert areas(lines) == [("R2", "Hear families"), ("R4", "Use data")]
    assert titles(lines) == [
        ("R2", "Start a panel"),
        ("R4", "Build a dashboard"),
        ("R4", "Report each month"),
    ]
    assert [str(line.status) for line in lines.actions] == ["on-track", "at-risk", "complete"]
    assert f"T1!A1: The column “{heading}” is read as the area's title." in told(lines)


@pytest.mark.parametrize("heading", ["Commitment", "What we will do"])
def test_words_merged_over_several_actions_head_them(tmp_path: Path, heading: str) -> None:
    lines = read(
        tmp_path,
        [
            [heading, "Actions", "Lead", "Due", "RAG"],
            ["1. Hear families", "Start a panel", "Voice Lead", "31/03/2027", "On track"],
            ["3. Use data", "Build a dashboard", "Data Lead", "30/04/2027", "At risk"],
            [UP, "Report each month", "Data Lead", "31/05/2027", "Complete"],
        ],
    )
    assert asked(lines) == []
    assert areas(lines) == [("1", "Hear families"), ("3", "Use data")]
    assert titles(lines) == [("1", "Start a panel"), ("3", "Build a dashboard"), ("3", "Report each month")]


def test_a_recommendation_with_one_action_each_is_kept_in_words(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        "Priority 1: Voice",
        [
            ["Ref", "Recommendation", "Agreed action", "Lead"],
            ["1", "Hear families", "Start a panel", "Voice Lead"],
            ["2", "Hear children", "Start a council", "Voice Lead"],
        ],
    )
    assert titles(lines) == [("1", "Start a panel"), ("1", "Start a council")]
    assert [line.said[0].note for line in lines.actions] == [
        "Recommendation: Hear families",
        "Recommendation: Hear children",
    ]


def test_an_action_beside_a_recommendation_is_the_action_in_a_csv_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Ref,Area,Recommendation,Action\n1.1,1,Hear families,Start a panel\n", encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, answers=Answers().with_answer("--area", "1=Voice"))
    assert titles(lines) == [("1", "Start a panel")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("PA3 – Leaders", "PA5 – Data", ("PA3", "PA5")),
        ("R2. Leaders", "R4. Data", ("R2", "R4")),
        ("AFI1: Leaders", "AFI12: Data", ("AFI1", "AFI12")),
        ("3. Leaders", "5. Data", ("3", "5")),
        ("14-19 leaders", "SEN2 data", ("1", "2")),
    ],
)
def test_a_code_before_the_words_of_areas_is_their_number(
    tmp_path: Path, first: str, second: str, found: tuple[str, str]
) -> None:
    header = ["Area title", "Action", "Lead"]
    lines = read(tmp_path, [header, [first, "Do one thing", "Lead"], [second, "Do another", "Lead"]])
    assert tuple(area.number for area in lines.areas) == found


ROW = ["Ref", "Action", "Lead", "Due", "RAG"]


def action(ref: str, title: str) -> list[str]:
    return [ref, title, "Head of SEND", "31/03/2027", "On track"]


def across(words: str) -> list[str]:
    return [words, *[LEFT] * (len(ROW) - 1)]


@pytest.mark.parametrize(
    ("below", "note"),
    [
        (across("Update: Four are in post."), "Four are in post."),
        (across("Progress update: Four are in post."), "Four are in post."),
        (across("Comments – Four are in post"), "Four are in post"),
        (["Progress", "Four are in post.", LEFT, LEFT, LEFT], "Four are in post."),
        (["", "Update: Four are in post.", LEFT, LEFT, LEFT], "Four are in post."),
    ],
)
def test_a_row_below_an_action_that_is_labelled_as_its_update_is_its_note(
    tmp_path: Path, below: list[str], note: str
) -> None:
    lines = read(
        tmp_path,
        [
            ROW,
            across("Area 1: Staff"),
            action("1.1", "Recruit"),
            below,
            action("1.2", "Train"),
            across("Area 2: Data"),
            action("2.1", "Publish"),
            below,
        ],
    )
    assert areas(lines) == [("1", "Staff"), ("2", "Data")]
    assert titles(lines) == [("1", "Recruit"), ("1", "Train"), ("2", "Publish")]
    assert [line.note for line in lines.actions] == [note, None, note]
    place = "B" if below[0] in ("", "Progress") else "A"
    label = below[0] if below[0] == "Progress" else (below[0] or below[1]).split(":")[0].split(" –")[0]
    said = f"({place}4, {place}8)".replace("(", "(T1!").replace(", ", ", T1!")
    assert f"T1!{place}4: What begins with “{label}” {said} is read as said of the action above it." in told(
        lines
    )


def test_rows_below_an_action_with_other_labels_are_kept_with_it(tmp_path: Path) -> None:
    lines = read(
        tmp_path,
        "Area 1: Staff",
        [
            ROW,
            action("1.1", "Recruit"),
            across("Progress October 2026: Four are in post."),
            across("Evidence: Minutes of the board"),
            across("Update:"),
            action("1.2", "Train"),
            across("Success measures: All are trained"),
            across("Next steps: Two more days"),
        ],
    )
    first, second = lines.actions
    assert asked(lines) == []
    assert [(then.on, then.note) for then in first.said] == [
        (None, "Evidence: Minutes of the board"),
        (date(2026, 10, 31), "Four are in post."),
    ]
    assert second.success_measure == "All are trained"
    assert [then.note for then in second.said] == ["Next steps: Two more days"]


def test_a_label_that_stands_before_any_action_heads_what_is_below_it(tmp_path: Path) -> None:
    lines = read(tmp_path, [ROW, across("Progress: early help"), action("1.1", "Recruit")])
    assert areas(lines) == [("1", "Progress: early help")]


def test_a_note_below_the_last_action_is_about_the_table(tmp_path: Path) -> None:
    lines = read(tmp_path, "Area 1: Staff", [ROW, action("1.1", "Recruit"), across("Note: the board agrees")])
    assert told(lines) == ["T1!A3: “Note: the board agrees” is no action: left out."]


def test_what_a_form_says_that_nobody_filled_in_says_nothing(tmp_path: Path) -> None:
    rows = [
        ["Ref", "Action", "Lead", "By when", "Rating"],
        ["1.1", "Recruit", "Head of SEND", "Click or tap to enter a date.", "On track"],
        ["1.2", "Train", "Click or tap here to enter text.", "31/03/2027", "Choose an item."],
    ]
    lines = read(tmp_path, "Area 1: Staff", rows)
    assert told(lines) == ["T1!E1: The column “Rating” is read as the status."]
    assert asked(lines) == []
    first, second = lines.actions
    assert (first.due, str(first.status)) == (None, "on-track")
    assert (second.lead, second.status) == (None, None)


def coloured(file: Path, cells: dict[tuple[int, int], str]) -> Path:
    """Paint cells of a document's first table, by row and place from 0."""
    document = Document(str(file))
    for (row, place), fill in cells.items():
        properties = document.tables[0].cell(row, place)._tc.get_or_add_tcPr()
        properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))
    document.save(str(file))
    return file


def test_of_columns_of_colours_side_by_side_the_last_that_is_filled_counts(tmp_path: Path) -> None:
    green, amber, red = "00B050", "FFC000", "FF0000"
    rows = [["Action", "Personnel", "A1", "A2", "Sp1"], *([name, "SENCO", "", "", ""] for name in "ABC")]
    file = word_tables(tmp_path / "plan.docx", "Priority 1: Reading", rows)
    coloured(file, {(1, 2): green, (1, 3): amber, (2, 2): green, (3, 2): green, (3, 3): green, (3, 4): red})
    answers = Answers()
    for fill, status in ((green, "on-track"), (amber, "at-risk"), (red, "off-track")):
        answers = answers.with_answer("--status", f"{fill}={status}")
    lines = read_plan_file(file, today=TODAY, answers=answers)
    assert [str(line.status) for line in lines.actions] == ["at-risk", "on-track", "off-track"]
    assert [line.lead.role for line in lines.actions if line.lead] == ["SENCO"] * 3
    taken = "taken from the colours behind “A1” to “Sp1”, the last that is filled in each row."
    assert any(taken in sentence for sentence in told(lines))
    open_ = read_plan_file(file, today=TODAY, answers=Answers())
    assert [problem.cell for problem in open_.questions] == ["T1!D2", "T1!C3", "T1!E4"]


RISKS = [["Risk", "Likelihood", "Impact", "Mitigation", "Owner"], ["Staff leave", "4", "3", "Pay", "HR Lead"]]
MONEY = [["£m", "2026/27", "2027/28"], ["Income", "61.2", "63.0"]]


def test_the_flag_that_a_refusal_names_is_of_the_table_most_like_a_plan(tmp_path: Path) -> None:
    plan = [["Ref", "Mitigation", "Lead", "End"], ["M1", "Open sixty new places", "Head", "31/03/2027"]]
    with pytest.raises(SendActionsError, match='--column "Mitigation=action" says which'):
        read(tmp_path, MONEY, "Workstream 1: Places", plan, "Risks", RISKS)
    answers = Answers().with_answer("--column", "Mitigation=action")
    lines = read(tmp_path, MONEY, "Workstream 1: Places", plan, "Risks", RISKS, answers=answers)
    assert titles(lines) == [("1", "Open sixty new places")]
    assert "T3!A1: The table holds no actions (it begins “Risk”): left out." in told(lines)


def test_a_block_above_the_header_says_who_leads_an_area_and_how_it_stands(tmp_path: Path) -> None:
    rows = [
        ["Workstream B: Health pathways", *[LEFT] * 4],
        ["SRO", "Director of Place", LEFT, "Overall RAG", "Red"],
        ["Outcome", "Help comes early", *[LEFT] * 3],
        ROW,
        action("B1", "Agree one form"),
    ]
    lines = read(tmp_path, rows)
    (area,) = lines.areas
    assert (area.number, area.title, area.outcome) == ("B", "Health pathways", "Help comes early")
    assert area.judged is Status.OFF_TRACK
    assert area.lead is not None
    assert area.lead.role == "Director of Place"
    assert "T1!E2: “Overall RAG: Red” is taken as the judgement of its area." in told(lines)


def test_actions_listed_in_one_cell_are_known_again_each(tmp_path: Path) -> None:
    cell = ["Recruit\nTrain\nReview", "Head\nTrainer\nChair", "31/01/2027\n28/02/2027\n31/03/2027"]
    listed = [f"• {words}".replace("\n", "\n• ") for words in cell]
    rows = [["Action", "Lead", "Due"], listed, ["Publish", "Data Lead", "30/04/2027"]]
    file = word_tables(tmp_path / "plan.docx", "Area 1: Staff", rows)
    known = a_plan(
        an_area("1", id=1, title="Staff"),
        *(
            an_action(f"1.{n}", id=n, area_id=1, title=title)
            for n, title in enumerate(("Recruit", "Train", "Review", "Publish"), 1)
        ),
    )
    lines = read_plan_file(file, today=TODAY, plan=known)
    assert asked(lines) == []
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "1.3", "1.4"]
