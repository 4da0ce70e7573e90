"""The first run on its one screen, on a real terminal: typed, pasted, refused, left, and killed."""

from __future__ import annotations

import csv
import shutil
import signal
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from terminals import ROOT, Terminal

from send_actions.config import Settings, read_settings
from send_actions.store.reader import open_reader, read_plan

ESC, ENTER, TAB, DOWN = "\x1b", "\r", "\t", "\x1b[B"
WELCOME = "There is no plan of yours yet"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "Documents").mkdir()
    shutil.copy(ROOT / "docs" / "our-plan.csv", tmp_path / "our plan.csv")
    return tmp_path


class Newcomer(Terminal):
    """Somebody who opens send-actions for the first time."""

    def __init__(self, home: Path, size: tuple[int, int] = (80, 24), **others: str | None) -> None:
        own: dict[str, str | None] = {
            "HOME": str(home),
            "SEND_ACTIONS_CONFIG": str(home / "own"),
            "SEND_ACTIONS_DB": None,
            "XDG_CONFIG_HOME": str(home),
            "XDG_DOCUMENTS_DIR": None,
            "ESCDELAY": "25",
        }
        super().__init__(home / "none", size=size, surroundings=own | others)

    def types(self, *keys: str) -> Newcomer:
        """Type keys, one after another."""
        for key in keys:
            self.type(key)
        return self

    def pastes(self, words: str) -> Newcomer:
        """Paste, or drop a file, into the window."""
        self.type(f"\x1b[200~{words}\x1b[201~")
        return self

    def sees(self, words: str) -> Newcomer:
        """Wait for words."""
        self.until(words)
        return self


@pytest.fixture
def newcomer(home: Path) -> Iterator[Newcomer]:
    with Newcomer(home) as opened:
        opened.until(WELCOME)
        opened.until("Esc leave")
        yield opened


def files(home: Path) -> list[str]:
    return sorted(str(file.relative_to(home)) for file in home.rglob("*.db"))


def test_a_spreadsheet_dropped_into_the_window_is_shown_before_it_comes_in(
    home: Path, newcomer: Newcomer
) -> None:
    newcomer.pastes("~/our\\ plan.csv").sees("our\\ plan.csv")
    newcomer.types(ENTER).sees("our plan.csv holds 4 actions in 3 areas").sees("Enter again goes on")
    assert files(home) == []
    newcomer.types(ENTER).sees("What comes in").sees("b bring it in")
    newcomer.types("b").sees("Our partnership").sees("Give each child")
    newcomer.types("q").sees("~/Documents/send-plan copies").types("y")
    assert newcomer.leaves_with() == 0
    copies = home / "Documents" / "send-plan copies"
    assert read_settings(home / "own") == Settings(
        place=str(home / "Documents" / "send-plan.db"), copies=str(copies)
    )
    assert len(list(copies.iterdir())) == 2, "of the empty plan and of what came in"


def test_a_workbook_is_brought_in_as_a_spreadsheet_is(home: Path, newcomer: Newcomer) -> None:
    book = Workbook()
    for row in csv.reader((home / "our plan.csv").read_text(encoding="utf-8").splitlines()):
        book.worksheets[0].append(row)
    book.save(home / "plan.xlsx")
    newcomer.pastes("~/plan.xlsx").sees("plan.xlsx").types(ENTER).sees("plan.xlsx holds 4 actions in 3 areas")
    newcomer.types(ENTER).sees("b bring it in").types("b").sees("4 due dates · u to").types("qy")
    assert newcomer.leaves_with() == 0
    reader = open_reader(str(home / "Documents" / "send-plan.db"))
    titles = [action.title for action in read_plan(reader, date.today()).actions]
    reader.close()
    assert any(title.startswith("Give each child") for title in titles)


def test_a_file_that_is_not_wanted_after_all_leaves_an_empty_plan_that_takes_it_later(
    newcomer: Newcomer,
) -> None:
    newcomer.pastes('"~/our plan.csv"').types(TAB, TAB, TAB).types("Ours", ENTER)
    newcomer.sees("Enter again goes on").types(ENTER).sees("b bring it in").types(ESC)
    newcomer.sees("Nothing was brought in").sees("Ours")
    newcomer.types("X").sees("~/our plan.csv").types(ENTER).sees("b bring it in").types("b")
    newcomer.sees("Give each child").types("qy")
    assert newcomer.leaves_with() == 0


def test_the_eighteen_areas_are_a_place_to_work_in(home: Path, newcomer: Newcomer) -> None:
    newcomer.types("2", ENTER).sees("Enter begin").types(ENTER)
    newcomer.sees("No actions yet · Enter on an area, then n, makes the first").sees("Early identification")
    newcomer.types("qy")
    assert newcomer.leaves_with() == 0
    assert "Documents/send-plan.db" in files(home)


def test_every_problem_stands_beside_its_field_and_nothing_is_made(home: Path) -> None:
    with Newcomer(home, (120, 36), SEND_ACTIONS_BY=None, LOGNAME="root") as opened:
        opened.sees("Your name").types(ENTER).sees("Enter begin")
        opened.types("plan.xlsx", TAB, "\x15", "nowhere/at/all/plan.db", TAB, "\x15", "~/.hidden", ENTER)
        opened.sees("There is no file")
        opened.sees("is not there: make it first").sees("hidden folder").sees("Say who you are")
        (home / "plan.ods").write_bytes(b"PK")
        opened.types("\x15", f"{home}/plan.ods", ENTER).sees("plan.ods is a spreadsheet of another kind")
        assert files(home) == []


def test_the_sample_comes_back_to_the_screen_and_says_so(home: Path, newcomer: Newcomer) -> None:
    newcomer.types("4").sees("this screen comes back").types(ENTER).sees("31 March 2026, training")
    newcomer.types("q").sees("Leave send-actions?").types("y").sees(WELCOME).sees("Esc leave").types(ESC)
    assert newcomer.leaves_with() == 0
    assert files(home) == []


def test_one_that_is_killed_leaves_nothing(home: Path, newcomer: Newcomer) -> None:
    newcomer.types("2", ENTER).sees("Enter begin")
    newcomer.send(signal.SIGKILL)
    newcomer.leaves_with()
    assert files(home) == []


def test_one_that_is_told_to_end_while_the_file_is_looked_at_has_an_empty_plan(
    home: Path, newcomer: Newcomer
) -> None:
    newcomer.pastes("~/our plan.csv").types(ENTER).sees("Enter again goes on").types(ENTER)
    newcomer.sees("b bring it in")
    newcomer.send(signal.SIGTERM)
    assert newcomer.leaves_with() == 128 + signal.SIGTERM
    assert read_settings(home / "own").place == str(home / "Documents" / "send-plan.db")
    reader = open_reader(str(home / "Documents" / "send-plan.db"))
    assert read_plan(reader, date(2026, 3, 31)).actions == ()
    reader.close()


def test_a_synchronised_folder_is_asked_about_before_the_plan_goes_there(
    home: Path, newcomer: Newcomer
) -> None:
    (home / "OneDrive - Council").mkdir()
    newcomer.types("3", ENTER).sees("Enter begin").types("\x15", "~/OneDrive - Council/plan.db", ENTER)
    newcomer.sees("OneDrive copies this folder by itself").sees("Enter again goes on")
    assert files(home) == []
    newcomer.types(ENTER).sees("No actions yet · n makes the first area")
