"""`keys`: the app's keys by their names in settings.toml, one's own among them, with no plan asked for."""

from __future__ import annotations

import pytest
from running import Run

from send_actions.config import FILE, settings_folder
from send_actions.tui.commands.own_keys import named_commands


@pytest.fixture
def own(run: Run) -> Run:
    """The program, with settings that move two keys and fail to move a third."""
    folder = settings_folder()
    folder.mkdir(parents=True, exist_ok=True)
    keys = '[keys]\nnote = "t"\nstatus = ["F5", "S"]\ndue = "enter"\n'
    (folder / FILE).write_text(keys, encoding="utf-8")
    return run


WRONG = "settings.toml: due cannot be Enter, which is open: it stays d.\n"


def test_every_name_is_listed_once_with_its_key_and_what_it_does(run: Run) -> None:
    ran = run("keys")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == [
        "Name",
        *(one.id for one in named_commands()),
    ]
    assert ran.err == f"{len(named_commands())} names.\n"
    assert any(
        line.split(maxsplit=2) == ["note", "m", "Write a note for the paper."]
        for line in ran.out.splitlines()
    )


def test_ones_own_keys_are_listed_in_place_of_the_usual_ones_and_beside_them_what_is_wrong(own: Run) -> None:
    ran = own("keys")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "note t Write a note for the paper." in lines
    assert "status F5 S Set the status: F5, then its letter." in lines
    assert ran.err.endswith(WRONG)


def test_the_other_forms_have_the_same(own: Run) -> None:
    ran = own("keys", "--json")
    status = next(one for one in ran.items if one["name"] == "status")
    assert status == {"name": "status", "keys": ["F5", "S"], "does": "Set the status: F5, then its letter."}
    assert (ran.document["kind"], ran.err) == ("keys", WRONG)
    assert "note,t,Write a note for the paper." in own("keys", "--csv").out.splitlines()
    assert (
        "status. Key F5 or S. Set the status: F5, then its letter." in own("keys", "--plain").out.splitlines()
    )


def test_two_forms_at_once_are_refused(run: Run) -> None:
    assert run("keys", "--json", "--csv").code == 2
