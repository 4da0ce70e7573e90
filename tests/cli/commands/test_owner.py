"""Owners renamed from the command line: the name of another is asked about, for two then become one."""

from __future__ import annotations

import pytest
from running import Run
from terminals import on_a_terminal

ONE = ("owner", "edit", "Therapeis", "--role", "Head of Children's Therapies")
TOLD = (
    "The plan has Head of Children's Therapies, CHT already: what Head of Children's Therapeis, CHT leads "
    "(1 action) would be theirs, and Head of Children's Therapeis, CHT would be in the plan no longer."
)


def test_two_names_are_made_one_owner_only_when_it_is_said_to_be_meant(run: Run) -> None:
    run("edit", "9.3", "--lead", "Head of Children's Therapeis, CHT")
    before = run("owner", "list", "--json").document
    ran = run(*ONE)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{TOLD} Nothing was changed: give another name, or add --yes if it is meant.\n"
    assert run("owner", "list", "--json").document == before
    ran = run(*ONE, "--yes")
    assert (ran.code, ran.err.splitlines()[1]) == (0, "1 action goes with it.")


@pytest.mark.parametrize(("answer", "is_one"), [("y\n", True), ("\n", False)])
def test_at_a_terminal_it_is_asked_whether_two_owners_become_one(run: Run, answer: str, is_one: bool) -> None:
    run("edit", "9.3", "--lead", "Head of Children's Therapeis, CHT")
    said = " ".join(on_a_terminal(80, *ONE, typed=answer).split())
    assert f"{TOLD} Make them one? [y/N]" in said
    assert ("Nothing was changed." in said) is not is_one
    role = run("show", "9.3", "--json").items[0]["lead"]["role"]
    assert role == ("Head of Children's Therapies" if is_one else "Head of Children's Therapeis")


def test_a_new_name_in_other_capitals_is_not_the_name_of_another(run: Run) -> None:
    assert run("owner", "edit", "Area SENCO Lead", "--role", "Area Senco Lead").code == 0


def test_of_an_owner_who_leads_nothing_only_the_going_is_told(run: Run) -> None:
    run("owner", "add", "Heed of SEND, LA")
    told = run("owner", "edit", "Heed", "--role", "Head of SEND").err
    assert told.startswith(
        "The plan has Head of SEND, LA already: Heed of SEND, LA would be in the plan no longer. Nothing was "
    )
