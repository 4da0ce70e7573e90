"""Names of people beside roles: the role owns, the name is kept apart, and no paper of a board has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_owner

from send_actions.domain.plan import Plan
from send_actions.domain.words.people import HeldRole, held_role
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("words", "role", "name"),
    [
        ("Joanna Bloggs / Head of SEND", "Head of SEND", "Joanna Bloggs"),
        ("Head of SEND (Marcus Bloggs)", "Head of SEND", "Marcus Bloggs"),
        ("Dilys Bloggs, Director of Education", "Director of Education", "Dilys Bloggs"),
        ("Jane Bloggs\nHead of SEND", "Head of SEND", "Jane Bloggs"),
        ("Jane Bloggs (Head of SEND, LA)", "Head of SEND, LA", "Jane Bloggs"),
        ("Head of SEND (Jane Bloggs), LA", "Head of SEND, LA", "Jane Bloggs"),
        ("Dr A. Example, DCO", "DCO", "Dr A. Example"),
        ("Head of SEND – J. Example", "Head of SEND", "J. Example"),
        ("Jane (Head of SEND)", "Head of SEND", "Jane"),
    ],
)
def test_a_name_beside_a_role_is_told_from_it(words: str, role: str, name: str) -> None:
    assert held_role(words) == HeldRole(role, name)


@pytest.mark.parametrize(
    "words",
    [
        "Head of SEND",
        "Jane Bloggs",
        "Jane Bloggs, ICB",
        "Bloggs, Jane",
        "Therapies Manager (Harbour Trust)",
        "Practice Manager (Charlotte House)",
        "Head of SEND (North Dorset)",
        "Head of SEND (Jane Bloggs) / Head of Place (Tom Bloggs)",
        "ICB Children’s Lead & Early Help",
    ],
)
def test_nothing_is_told_apart_where_no_one_name_stands_beside_a_role(words: str) -> None:
    assert held_role(words) is None


def _read(tmp_path: Path, *leads: str, plan: Plan | None = None) -> PlanLines:
    file = tmp_path / "plan.csv"
    rows = [f'1.{n},1,One,Do {n},"{lead}"' for n, lead in enumerate(leads, 1)]
    file.write_text("\n".join(["ref,area_no,area,action,owner", *rows, ""]), "utf-8")
    return read_plan_file(file, today=TODAY, plan=plan or a_plan())


def _leads(lines: PlanLines) -> list[tuple[str, str]]:
    return [(one.lead.role, one.lead.name) for one in lines.actions if one.lead]


def _doubts(lines: PlanLines) -> list[str]:
    return [f"{one.cell}: {one.message}" for one in lines.doubts]


def test_the_role_owns_and_what_stood_beside_it_is_told_once_with_its_cells(tmp_path: Path) -> None:
    lines = _read(tmp_path, "Jo Bloggs / Head of SEND", "Jo Bloggs / Head of SEND")
    assert _leads(lines) == [("Head of SEND", "Jo Bloggs")] * 2
    assert [one.partners for one in lines.actions] == [None, None]
    assert lines.questions == ()
    assert _doubts(lines) == [
        (
            "E2: “Jo Bloggs / Head of SEND” (E2, E3) is taken as “Head of SEND”: the name “Jo Bloggs” is "
            "kept apart, in no board or public paper."
        )
    ]


def test_a_name_alone_is_the_role_that_it_stands_beside_elsewhere_in_the_file_or_the_plan(
    tmp_path: Path,
) -> None:
    plan = a_plan(an_owner("Head of Place", "LA", name="Tom Bloggs"))
    lines = _read(tmp_path, "Jo Bloggs", "Jo Bloggs (DCO)", "Tom Bloggs", plan=plan)
    assert _leads(lines) == [("DCO", "Jo Bloggs"), ("DCO", "Jo Bloggs"), ("Head of Place", "Tom Bloggs")]
    assert lines.questions == ()
    assert "E2: “Jo Bloggs” is taken as “DCO”, the role beside that name elsewhere." in _doubts(lines)


def test_who_leads_an_area_by_name_alone_is_the_role_that_leads_another(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    rows = ("1.1,1,One,Do,Jo Bloggs / DCO", "2.1,2,Two,Do more,Jo Bloggs")
    file.write_text("\n".join(("ref,area_no,area,action,area lead", *rows, "")), "utf-8")
    areas = read_plan_file(file, today=TODAY).areas
    assert [(one.lead.role, one.lead.name) for one in areas if one.lead] == [("DCO", "Jo Bloggs")] * 2


def test_a_name_of_two_roles_and_one_without_are_asked_about_in_their_words(tmp_path: Path) -> None:
    lines = _read(tmp_path, "Jo Bloggs (DCO)", "Head of SEND (Jo Bloggs)", "Jo Bloggs", "Tom Bloggs")
    told = "seems to be a person's name in a role's place: papers would say “Role to be given”."
    assert [f"{one.cell}: {one.message}" for one in lines.questions] == [
        f'E4: “Jo Bloggs” {told} Its role is given by --owner "Jo Bloggs=ROLE".',
        f'E5: “Tom Bloggs” {told} Its role is given by --owner "Tom Bloggs=ROLE".',
    ]


def test_two_who_hold_one_role_leave_it_without_a_name(tmp_path: Path) -> None:
    lines = _read(tmp_path, "DCO (Jo Bloggs)", "DCO (Tom Bloggs)")
    assert _leads(lines) == [("DCO", ""), ("DCO", "")]
    assert "E2: “DCO” stands beside 2 names: none of them is kept." in _doubts(lines)


def test_of_several_who_hold_roles_the_first_leads_and_no_name_is_among_the_partners(tmp_path: Path) -> None:
    lines = _read(tmp_path, "Head of SEND (Jo Bloggs) / Head of Place (Tom Bloggs)")
    assert _leads(lines) == [("Head of SEND", "Jo Bloggs")]
    assert [one.partners for one in lines.actions] == ["Head of Place"]
    assert "“Tom Bloggs” is left out" in " ".join(_doubts(lines))
