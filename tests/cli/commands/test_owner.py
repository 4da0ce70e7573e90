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


REACHED = ("--name", "Invented Person", "--email", "therapies@example.org")


@pytest.mark.parametrize("command", ["add", "edit"])
def test_a_lead_with_a_name_and_an_address_is_greeted_and_written_to_and_no_board_reads_it(
    run: Run, command: str
) -> None:
    lead = "Head of Children's Therapies, CHT"
    run("edit", "9.3", "--lead", lead)
    before = run("report", "owner", lead, "-o", "-", "--format", "email").out
    assert "Invented Person" not in before
    ran = run("owner", command, lead, *REACHED)
    assert (ran.code, ran.err) == (0, ran.err)
    mail = run("report", "owner", lead, "-o", "-", "--format", "email").out
    assert "To: therapies@example.org" in mail
    assert "Dear Invented Person," in mail
    for written in (
        run("report", "board", "-o", "-", "--format", "markdown").out,
        run("report", "public", "-o", "-", "--format", "markdown").out,
        run("owner", "list", "--json").out,
        run("owner", "list", "--csv").out,
        run("owner", "list").out,
    ):
        assert written
        assert "Invented" not in written
        assert "therapies@example.org" not in written
    assert "name and e-mail" in run("owner", "list").out
    history = run("history").out
    assert "Invented Person" in history
    assert run("undo", "--yes").code == 0
    assert (
        run("report", "owner", lead, "-o", "-", "--format", "email").out.splitlines()[:3]
        == (before.splitlines()[:3])
    )


def test_a_name_and_an_address_are_taken_out_again(run: Run) -> None:
    run("owner", "edit", "Area SENCO Lead", *REACHED)
    assert run("owner", "edit", "Area SENCO Lead", *REACHED).err.endswith("nothing was changed.\n")
    assert run("owner", "edit", "Area SENCO Lead", "--name", "", "--email", "").code == 0
    assert "name and e-mail" not in run("owner", "list").out


@pytest.mark.parametrize(
    "address", ["therapies", "a@b", "a b@example.org", "a@example.org, b@example.org", "@"]
)
def test_what_is_no_address_is_refused_in_one_sentence(run: Run, address: str) -> None:
    for command in ("add", "edit"):
        ran = run("owner", command, "Area SENCO Lead", "--email", address)
        assert ran.code == 2
        assert "The e-mail address is none: write it as in head.of.send@example.org." in ran.err


def test_the_one_that_two_become_keeps_what_is_known_of_either(run: Run) -> None:
    run("owner", "add", "Heed of SEND, LA", "--name", "Invented Person")
    run("owner", "add", "Head of SEND, LA", "--email", "send@example.org")
    assert run("owner", "edit", "Heed", "--role", "Head of SEND", "--yes").code == 0
    mail = run("report", "owner", "Head of SEND, LA", "-o", "-", "--format", "email").out
    assert "Dear Invented Person," in mail
    assert "To: send@example.org" in mail


def test_an_organisation_is_called_anew_from_today_and_old_papers_keep_its_name(run: Run) -> None:
    before = run("report", "full", "--as-at", "30 March 2026").out
    told = run("owner", "rename-org", "icb", "NHS Somewhere").err
    assert told.startswith("Rename the organisation ICB to NHS Somewhere: ")
    bodies = {one["org"] for one in run("owner", "list", "--json").items}
    assert "NHS Somewhere" in bodies
    assert "ICB" not in bodies
    partners = [name for one in run("list", "--json").items for name in one["partners"]]
    assert "ICB" not in partners
    assert run("list", 'org:"NHS Somewhere"', "--json").items
    assert "NHS Somewhere" in run("report", "full").out
    old = run("report", "full", "--as-at", "30 March 2026").out
    assert without_stamp(old) == without_stamp(before)
    run("undo")
    assert "ICB" in {one["org"] for one in run("owner", "list", "--json").items}


def without_stamp(paper: str) -> list[str]:
    """A paper's lines but for those that tell at which record it was made, and the digest of them all."""
    stamped = ("record", "content:")
    return [line for line in paper.splitlines() if not any(word in line.lower() for word in stamped)]


def test_two_organisations_become_one_only_when_it_is_meant(run: Run) -> None:
    run("owner", "add", "Head of SEND, ICB")
    refused = run("owner", "rename-org", "ICB", "LA")
    assert (refused.code, "The plan has Head of SEND, LA already" in refused.err) == (1, True)
    assert run("owner", "rename-org", "ICB", "LA", "--yes").code == 0
    named = [f"{one['role']}, {one['org']}" for one in run("owner", "list", "--json").items]
    assert named.count("Head of SEND, LA") == 1
    assert run("owner", "rename-org", "LA", "LA").err.endswith("nothing was changed.\n")


def test_an_organisation_that_is_not_there_is_refused_with_the_nearest(run: Run) -> None:
    assert run("owner", "rename-org", "ICBB", "NHS").code == 2
