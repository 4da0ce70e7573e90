"""Headings as councils write them: known by their make, by the cells below them, or told with a way out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan
from word_tables import word_tables

from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = "ref,area_no,area,action"


def read(tmp_path: Path, header: str, *cells: str) -> PlanLines:
    """Read a plan with more columns than the first four, whose cells are given row by row."""
    file = tmp_path / "plan.csv"
    rows = [f"1.{n},1,One,Train {n},{more}" for n, more in enumerate(cells, start=1)]
    file.write_text("\n".join((f"{HEADER},{header}", *rows, "")), encoding="utf-8")
    return read_plan_file(file, today=TODAY, plan=a_plan())


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


@pytest.mark.parametrize(
    "heading",
    [
        *("Target", "By", "Implementation date", "Date for completion", "Time scale", "By when (date)"),
        *("When will it be done?", "Completion", "Delivery by", "Time-scale", "Planned end", "Completed by"),
        *(
            "Implementation timescale",
            "When should this be in place?",
            "Deadline date",
            "Expected delivery date",
        ),
    ],
)
def test_a_heading_of_due_dates_is_known(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, heading, "30/06/2026").actions
    assert line.due
    assert line.due.on == date(2026, 6, 30)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "By who?",
            "Who by?",
            "LA lead",
            "Lead LA",
            "Lead Health",
            "Responsible person/s",
            "Resource Names",
        ),
        *(
            "Who will lead this?",
            "Who's responsible?",
            "Allocated to",
            "Lead Officer(s) & Agency",
            "Who leads?",
        ),
        *("Lead for education", "Who is going to do this?"),
    ],
)
def test_a_heading_of_owners_is_known(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, heading, "Head of SEND").actions
    assert line.lead
    assert line.lead.role == "Head of SEND"


@pytest.mark.parametrize(
    "heading",
    [
        *("Progress rating", "Progress / status", "Overall RAG", "Latest RAG", "RAG (current)", "BRAGG"),
        *("Done?", "RAG this month", "Our RAG rating", "Self-assessed RAG", "Rating", "Open/Closed"),
    ],
)
def test_a_heading_of_statuses_is_known(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, heading, "Complete").actions
    assert line.status is Status.COMPLETE


@pytest.mark.parametrize(
    "heading", ["This period", "Board update", "Highlights", "Progress summary", "Activity this month"]
)
def test_a_heading_of_notes_is_known(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, heading, "Two of six schools have signed").actions
    assert line.note == "Two of six schools have signed"


@pytest.mark.parametrize(
    "heading",
    ["How we will know it has worked", "How will you know if this is working?", "What will good look like?"],
)
def test_a_heading_of_success_is_known(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, heading, "Waits are under ten weeks").actions
    assert line.success_measure == "Waits are under ten weeks"


@pytest.mark.parametrize(
    ("heading", "cell", "field"),
    [
        ("Risk rating", "High", "status"),
        ("Date raised", "30/06/2026", "due"),
        ("Start date agreed", "30/06/2026", "due"),
        ("Who will benefit?", "Families", "lead"),
        ("Who is it for?", "Families", "lead"),
        ("Previous RAG", "Green", "status"),
        ("Completed by", "Head of SEND", "due"),
        ("Target", "95%", "due"),
        ("Done?", "Four schools out of six have signed", "status"),
        ("When did it start?", "30/06/2026", "due"),
    ],
)
def test_a_heading_that_only_looks_alike_is_none(tmp_path: Path, heading: str, cell: str, field: str) -> None:
    (line,) = read(tmp_path, heading, cell).actions
    assert getattr(line, field) is None


def test_a_third_column_of_leads_are_partners_too_and_the_first_that_is_filled_leads(tmp_path: Path) -> None:
    header = "Lead LA,Lead Health,Social care lead"
    lines = read(tmp_path, header, "Head of SEND,Chief Nurse,Team Manager", ",Therapies Manager,")
    said = [(line.lead and line.lead.role, line.partners) for line in lines.actions]
    assert said == [("Head of SEND", "Chief Nurse; Team Manager"), ("Therapies Manager", None)]


@pytest.mark.parametrize(
    ("heading", "cells", "way"),
    [
        ("Horizon", ("30/06/2026", "July 2026", "tbc"), '--column "Horizon=due" reads it so.'),
        ("Where it stands", ("G", "A", "R"), '--column "Where it stands=status" reads it so.'),
        ("Verdict", ("In progress", "Completed", ""), '--column "Verdict=status" reads it so.'),
    ],
)
def test_the_cells_below_an_unknown_heading_tell_what_it_may_be(
    tmp_path: Path, heading: str, cells: tuple[str, ...], way: str
) -> None:
    assert way in told(read(tmp_path, heading, *cells))


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Risk rating", "High"),
        ("Completed By", "Head of SEND"),
        ("By whose", "Head of SEND"),
        ("Deadlines met", "Some were and some were not"),
        ("Completion dates", "Nobody has said any so far"),
    ],
)
def test_no_heading_is_offered_whose_cells_are_of_another_kind(
    tmp_path: Path, heading: str, cell: str
) -> None:
    lines = read(tmp_path, f"due,status,owner,{heading}", f"June 2026,Green,DCO,{cell}")
    assert "Did you mean" not in told(lines)


@pytest.mark.parametrize("cells", [("High", "Medium"), ("4", "2"), ("Major", "Very low")])
def test_how_grave_an_issue_is_rates_no_impact(tmp_path: Path, cells: tuple[str, str]) -> None:
    file = tmp_path / "plan.csv"
    rows = "\n".join(f"1.{n},1 Voice,Do {n} things,{cell}" for n, cell in enumerate(cells, 1))
    file.write_text(f"Ref,Area,Action to resolve,Impact\n{rows}\n", encoding="utf-8")
    lines = read_plan_file(file, today=date(2026, 12, 1))
    assert lines.questions == ()
    assert [line.impact for line in lines.actions] == [None, None]
    assert [line.said[0].note for line in lines.actions] == [f"Impact: {cell}" for cell in cells]


def test_what_is_told_of_the_same_words_in_several_tables_is_told_once(tmp_path: Path) -> None:
    table = [["Ref", "Action", "Lead"], ["1.1", "Ask", "Head of SEND / Head of EP"]]
    other = [["Ref", "Action", "Lead"], ["2.1", "Tell", "Head of SEND / Head of EP"]]
    file = word_tables(tmp_path / "plan.docx", "Area 1: Voice", table, "Area 2: Data", other)
    told = [str(problem) for problem in read_plan_file(file, today=date(2026, 12, 1)).doubts]
    said = "“Head of SEND” is the lead, “Head of EP” stands with the partners."
    assert f"T1!C2: “Head of SEND / Head of EP” may name more than one owner (T1!C2, T2!C2): {said}" in told
    assert len(told) == 2


@pytest.mark.parametrize(
    ("refs", "found"),
    [
        (("3.4", "3.5"), ["3.4", "3.5"]),
        (("SP1", "SP2"), ["SP1", "SP2"]),
        (("3a", "3b"), ["3a", "3b"]),
        (("1", "2"), ["1.1", "1.2"]),
        (("3.4", "3.4"), ["1.1", "1.2"]),
    ],
)
def test_refs_without_a_heading_are_refs_and_told(
    tmp_path: Path, refs: tuple[str, str], found: list[str]
) -> None:
    rows = [["", "Action", "Lead"], [refs[0], "Ask", "Lead"], [refs[1], "Tell", "Lead"]]
    file = word_tables(tmp_path / "plan.docx", "Area 1: Voice", rows)
    lines = read_plan_file(file, today=date(2026, 12, 1))
    assert [line.ref for line in lines.actions] == found
    told = "T1!A1: The column without a heading is read as the ref."
    assert (told in map(str, lines.doubts)) is (found == [*refs])


@pytest.mark.parametrize("heads", [("Owner (Role)", "Owner (Org)"), ("Lead - role", "Lead - organisation")])
def test_brackets_and_strokes_in_a_heading_part_the_lead_from_its_organisation(
    tmp_path: Path, heads: tuple[str, str]
) -> None:
    lines = read(tmp_path, ",".join(heads), "OT Lead,Hospital Trust")

    (line,) = lines.actions
    assert line.lead
    assert (line.lead.role, line.lead.organisation, line.partners) == ("OT Lead", "Hospital Trust", None)


@pytest.mark.parametrize(
    "heading",
    ["Cabinet Member", "Lead Member", "Portfolio holder", "Lead Cabinet Member", "Executive Member"],
)
def test_a_member_stands_beside_the_lead_as_accountable(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, f"Lead officer,{heading}", "Head of SEND,Cabinet Member for Children").actions
    assert line.lead
    assert line.sro
    assert (line.lead.role, line.sro.role) == ("Head of SEND", "Cabinet Member for Children")


@pytest.mark.parametrize(
    "heading", ["Supporting", "Supported by", "Partner agencies", "Key partners", "Working with", "Support"]
)
def test_who_supports_is_read_as_partners(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, f"Lead,{heading}", "Head of SEND,ICB").actions
    assert line.partners == "ICB"


@pytest.mark.parametrize(
    "heading", ["Management update", "Service comments", "ICB update", "Committee commentary", "DfE comments"]
)
def test_an_update_of_whoever_it_is_is_a_note(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, f"Status,{heading}", "On track,The register is in use").actions
    assert line.note == "The register is in use"


@pytest.mark.parametrize("heading", ["Monitoring", "Evaluation", "Finding", "Findings"])
def test_what_no_column_of_ours_has_is_kept_in_words(tmp_path: Path, heading: str) -> None:
    lines = read(tmp_path, f"Status,{heading}", "On track,Seven of twelve rooms")

    assert [then.note for then in lines.actions[0].said] == [f"{heading}: Seven of twelve rooms"]
    assert "left out" not in told(lines)


@pytest.mark.parametrize("heading", ["Date raised", "Date received", "Date opened"])
def test_the_day_on_which_an_action_began_is_not_offered_as_that_of_its_end(
    tmp_path: Path, heading: str
) -> None:
    lines = read(tmp_path, f"Status,{heading}", "On track,12 March 2026")

    assert f"The column “{heading}” is not one we know: left out." in told(lines)
    assert "Did you mean" not in told(lines)


def test_a_column_is_not_offered_as_the_status_where_reviews_say_it(tmp_path: Path) -> None:
    lines = read(tmp_path, "RAG Sep 2025,RAG Dec 2025,Accepted?", "Green,Amber,Yes")

    assert "no column is the status" not in told(lines)


@pytest.mark.parametrize("heading", ["Impact rating", "Impact judgement"])
def test_a_rating_of_impact_is_the_impact(tmp_path: Path, heading: str) -> None:
    (line,) = read(tmp_path, f"Status,{heading}", "On track,Emerging").actions
    assert line.impact is Impact.EMERGING


@pytest.mark.parametrize(
    ("heading", "is_measure"),
    [
        *(("What difference will it make?", True), ("Intended outcome", True), ("Outcomes", True)),
        *(("What difference has it made?", False), ("What difference are we making?", False)),
        ("Impact to date", False),
    ],
)
def test_what_was_reached_is_no_measure_of_success(tmp_path: Path, heading: str, is_measure: bool) -> None:
    (line,) = read(tmp_path, f"Status,{heading}", "On track,Exclusions fell").actions

    said = "\n".join(then.note or "" for then in line.said)
    assert ("Exclusions fell" in (line.success_measure or ""), "Exclusions fell" in said) == (
        is_measure,
        not is_measure,
    )


@pytest.mark.parametrize("heading", ["Audit", "Audit review", "Audit title", "Name of audit"])
def test_the_audit_that_a_recommendation_is_of_is_its_area(tmp_path: Path, heading: str) -> None:
    file = tmp_path / "plan.csv"
    cells = "Transport,1,Sign the register,Manager\nTransport,2,Train staff,Manager"
    file.write_text(f"{heading},Rec,Recommendation,Lead\n{cells}\nTop-ups,1,Pay on time,Manager\n")
    lines = read_plan_file(file, today=TODAY, plan=a_plan())

    assert [area.title for area in lines.areas] == ["Transport", "Top-ups"]
    assert [line.ref for line in lines.actions] == ["1.1", "1.2", "2.1"]
    assert f"The column “{heading}” is read as the area." in told(lines)
