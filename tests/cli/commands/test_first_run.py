"""The first run at a terminal: what to begin with and where all is kept, on one screen or in lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from terminals import on_a_terminal

from send_actions.config import Settings, read_settings, write_settings

OURS = """ref,area,action,owner,due,status
1.1,Invented pathway,Agree the pathway,"Head of SEND, LA",June 2026,on track
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "Documents").mkdir()
    return tmp_path


def own(home: Path) -> dict[str, str]:
    settings = {"HOME": str(home), "SEND_ACTIONS_CONFIG": str(home / "own"), "SEND_ACTIONS_DB": ""}
    return settings | {"SEND_ACTIONS_BY": "Ana", "XDG_CONFIG_HOME": str(home), "XDG_DOCUMENTS_DIR": ""}


def first(home: Path, *answers: str) -> str:
    typed = "".join(f"{answer}\n" for answer in answers)
    return on_a_terminal(100, "--plain", typed=typed, **own(home))


def plans(home: Path) -> list[str]:
    return sorted(str(file.relative_to(home)) for file in home.rglob("*.db"))


def only_copy(home: Path) -> str:
    return next((home / "copies").iterdir()).name


def test_a_spreadsheet_becomes_a_plan_where_it_is_wanted(home: Path) -> None:
    (home / "ours.csv").write_text(OURS, encoding="utf-8")
    place = home / "Documents" / "send-plan.db"
    said = first(home, "1", str(home / "ours.csv"), "", "", "Ours", "y", "0")
    assert "new action 1.1: Agree the pathway" in said
    assert "SEND improvement plan, Ours" in said
    copies = home / "Documents" / "send-plan copies"
    assert read_settings(home / "own") == Settings(place=str(place), copies=str(copies))
    assert [copy.name[-11:] for copy in copies.iterdir()] == ["record-2.db"]
    assert "There is no plan of yours yet" not in first(home, "0")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("nowhere/plan.db", "is not there: make it first, or name another"),
        ("taken.db", "is there already: name another file"),
        (".hidden/plan.db", "That is a hidden folder, where nobody would find the plan"),
    ],
)
def test_a_place_that_will_not_do_is_said_and_asked_again(home: Path, place: str, said: str) -> None:
    (home / "taken.db").write_text("Dear all", encoding="utf-8")
    (home / ".hidden").mkdir()
    told = first(home, "3", str(home / place), str(home / "Documents"), str(home / "copies"), "", "0")
    assert said in " ".join(told.split())
    assert plans(home) == ["Documents/send-plan.db", "copies/" + only_copy(home), "taken.db"]
    assert (home / "taken.db").read_text(encoding="utf-8") == "Dear all"


def test_what_is_not_brought_in_leaves_no_plan_unless_an_empty_one_will_do(home: Path) -> None:
    (home / "ours.csv").write_text(OURS, encoding="utf-8")
    answers = ["1", "nothing.csv", str(home / "ours.csv"), "", "", "", "n"]
    said = " ".join(first(home, *answers, "n").split())
    assert "There is no file" in said
    assert "Begin with an empty plan instead?" in said
    assert plans(home) == []
    assert "No actions yet" in first(home, *answers, "y", "0")
    assert "Documents/send-plan.db" in plans(home)


def test_a_terminal_that_cannot_show_a_screen_is_asked_in_lines(home: Path) -> None:
    said = on_a_terminal(80, typed="0\n", **own(home), TERM="dumb")
    assert "1. Bring in my spreadsheet" in said
    assert "No plan was made" in said


@pytest.mark.parametrize("answers", [["0"], ["3", "\x04"], ["7", "0"]])
def test_who_leaves_has_no_plan_and_is_asked_again(home: Path, answers: list[str]) -> None:
    assert "No plan was made" in first(home, *answers)
    assert plans(home) == []
    assert "There is no plan of yours yet" in first(home, "0")


def test_a_plan_that_is_set_and_gone_is_no_first_run(home: Path) -> None:
    write_settings(home / "own", Settings(place=str(home / "gone.db")))
    assert "There is no plan of yours yet" not in first(home, "0")


def test_who_has_a_plan_does_not_wait_for_what_asks_about_the_first(home: Path) -> None:
    look = "import sys; from send_actions.cli.commands.open_app import begun_first; print(begun_first(None))"
    look += "; print([name for name in ('typer', 'sqlmodel') if name in sys.modules])"
    surroundings = {**own(home), "SEND_ACTIONS_DB": "plan.db", "PATH": ""}
    found = subprocess.run(
        [sys.executable, "-c", look], env=surroundings, capture_output=True, text=True, check=True
    )
    assert found.stdout == "plan.db\n[]\n"
