"""Several owners in one cell, however parted: the first leads, the others are partners, and it is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan

from send_actions.importers.plan_file import read_plan_file

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("cell", "lead", "partners"),
    [
        ("Head of SEND, DCO, PCF Chair", "Head of SEND", "DCO; PCF Chair"),
        ("Head of SEND, with support from PCF", "Head of SEND", "PCF"),
        ("Head of SEND, supported by SENDIASS", "Head of SEND", "SENDIASS"),
        ("Head of SEND/Principal EP/DCO", "Head of SEND", "Principal EP; DCO"),
        ("DCO/DSCO", "DCO", "DSCO"),
        ("Lead: Head of SEND Support: Chief Nurse", "Head of SEND", "Chief Nurse"),
        ("Head of SEND, Principal EP", "Head of SEND", "Principal EP"),
    ],
)
def test_owners_in_one_cell_are_told_apart_and_told(
    tmp_path: Path, cell: str, lead: str, partners: str
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f'ref,area_no,area,action,lead\n1.1,1,One,Train,"{cell}"\n', encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, plan=a_plan())
    (line,) = lines.actions
    assert (str(line.lead), line.partners) == (lead, partners)
    assert any(p.cell == "E2" and "may name more than one owner" in p.message for p in lines.problems)


@pytest.mark.parametrize(
    ("cell", "lead"),
    [
        ("Assistant Director, Education and Skills", "Assistant Director, Education and Skills"),
        ("Director of Education, Skills and Inclusion", "Director of Education, Skills and Inclusion"),
        ("Service Manager, Quality", "Service Manager, Quality"),
        ("Chief Nurse, NHS Fernshire ICB", "Chief Nurse, NHS Fernshire ICB"),
        ("Head of SEND (LA)", "Head of SEND (LA)"),
    ],
)
def test_one_owner_stays_one(tmp_path: Path, cell: str, lead: str) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(f'ref,area_no,area,action,lead\n1.1,1,One,Train,"{cell}"\n', encoding="utf-8")
    (line,) = read_plan_file(file, today=TODAY, plan=a_plan()).actions
    assert (str(line.lead), line.partners) == (lead, None)


def test_a_spreadsheets_error_in_a_status_is_a_doubt(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("ref,area_no,area,action,status\n1.1,1,One,Train,#N/A\n", encoding="utf-8")
    lines = read_plan_file(file, today=TODAY, plan=a_plan())
    assert lines.questions == ()
    assert "E2: #N/A is a spreadsheet's error, and no status: left out." in map(str, lines.problems)


BOTH = ("Lead / Organisation", "Lead Officer and Organisation", "Owner (agency)")


@pytest.mark.parametrize("heading", BOTH)
@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("Participation Lead / Parents' voice", ("Participation Lead", "Parents' voice")),
        ("HR Manager, LA", ("HR Manager", "LA")),
        ("HR Manager (LA)", ("HR Manager", "LA")),
        ("LA – HR Manager", ("HR Manager", "LA")),
        ('"HR Manager\nNHS Trust"', ("HR Manager", "NHS Trust")),
        ("Service Manager, Therapies / NHS Trust", ("Service Manager, Therapies", "NHS Trust")),
        ("LA/ICB", ("LA/ICB", "")),
        ("Head of SEND / Head of Inclusion", ("Head of SEND", "")),
        ("Head of SEND", ("Head of SEND", "")),
    ],
)
def test_a_heading_of_lead_and_organisation_tells_the_two_apart(
    tmp_path: Path, heading: str, cell: str, owner: tuple[str, str]
) -> None:
    quoted = cell if cell.startswith('"') else f'"{cell}"'
    file = tmp_path / "plan.csv"
    file.write_text(f"ref,area,action,{heading}\n1.1,1 Voice,Ask,{quoted}\n", encoding="utf-8")
    (line,) = read_plan_file(file, today=date(2026, 12, 1)).actions
    assert line.lead is not None
    assert (line.lead.role, line.lead.organisation) == owner


def test_a_heading_with_the_organisation_first_has_it_first(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("ref,area,action,Agency/Lead\n1.1,1 Voice,Ask,Voices/Coram\n", encoding="utf-8")
    (line,) = read_plan_file(file, today=date(2026, 12, 1)).actions
    assert line.lead is not None
    assert (line.lead.role, line.lead.organisation) == ("Coram", "Voices")
