"""Places as people type, paste and drop them, and what is told of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rights import as_nobody

from send_actions.care.chosen_places import (
    new_copies_place,
    new_plan_place,
    spreadsheet_at,
    typed_path,
    usual_plan_place,
)
from send_actions.care.places import (
    about_plan_place,
    is_share_of,
    synchronised_by,
    usual_copies_folder,
)
from send_actions.errors import UsageError
from send_actions.templates.begin import Template, begin_from_template


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("OneDrive", "OneDriveCommercial", "XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "our plan.csv").write_text("ref,action\n1.1,Agree\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="paths as other systems have them")
@pytest.mark.parametrize(
    "typed",
    [
        "~/our plan.csv",
        "  ~/our plan.csv ",
        '"~/our plan.csv"',
        "'~/our plan.csv'",
        "“~/our plan.csv”",
        "~/our\\ plan.csv",
        "{home}/our\\ plan.csv ",
        "file://{home}/our%20plan.csv",
        "file://localhost{home}/our%20plan.csv",
    ],
)
def test_a_file_is_found_however_it_was_typed_pasted_or_dropped(home: Path, typed: str) -> None:
    assert spreadsheet_at(typed.format(home=home)) == home / "our plan.csv"


@pytest.mark.skipif(sys.platform == "win32", reason="a name that Windows does not allow")
def test_a_backslash_that_is_in_a_name_stays_there(home: Path) -> None:
    (home / "a\\b.csv").write_text("ref,action\n", encoding="utf-8")
    assert typed_path("~/a\\b.csv") == home / "a\\b.csv"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.ods", "is a spreadsheet of another kind: save it as an Excel workbook"),
        ("plan.doc", "is of an old kind: save it as a Word document"),
        ("plan.jpg", "is a picture, and its words are not read"),
        ("none.csv", "There is no file"),
        ("", "is a folder: type the name of a file in it too"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(home: Path, name: str, said: str) -> None:
    if name not in ("none.csv", ""):
        (home / name).write_bytes(b"PK")
    with pytest.raises(UsageError, match=said):
        spreadsheet_at(str(home / name))


@pytest.mark.parametrize("place_of", [spreadsheet_at, new_plan_place, new_copies_place])
def test_words_too_long_for_a_name_are_refused(home: Path, place_of: Callable[[str], Path]) -> None:
    del home
    with pytest.raises(UsageError, match="cannot be read: File name too long"):
        place_of("what somebody pasted by mistake " * 20)


def test_a_file_in_a_folder_of_somebody_else_is_refused(home: Path) -> None:
    (home / "closed").mkdir(mode=0o700)
    with as_nobody(home), pytest.raises(UsageError, match="cannot be read: Permission denied"):
        spreadsheet_at(str(home / "closed" / "plan.csv"))


def test_a_new_place_is_one_that_a_plan_can_be_made_at(home: Path) -> None:
    (home / "Documents").mkdir()
    assert new_plan_place("~/Documents") == home / "Documents" / "send-plan.db"
    for typed, said in (
        ("~/our plan.csv", "is there already"),
        ("~/nowhere/plan.db", "is not there: make it first"),
        ("~/.plans.db", "hidden folder"),
    ):
        with pytest.raises(UsageError, match=said):
            new_plan_place(typed)
    for typed, said in (
        ("~/our plan.csv", "is a file: name a folder"),
        ("~/drive/copies", "plug its drive in"),
        ("~/.copies", "hidden folder"),
    ):
        with pytest.raises(UsageError, match=said):
            new_copies_place(typed)


def test_a_plan_that_is_there_already_can_be_opened_instead(home: Path) -> None:
    at = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
    begin_from_template(home / "ours.db", Template.EMPTY, actor="Ana", at=at, day=at.date())
    with pytest.raises(UsageError, match=r"send-actions init --mine --db .*ours\.db"):
        new_plan_place("~/ours.db")


def test_the_answers_filled_in_are_documents_that_nothing_synchronises_else_home(home: Path) -> None:
    assert usual_plan_place() == home / "send-plan.db"
    (home / "Documents").mkdir()
    assert usual_plan_place() == home / "Documents" / "send-plan.db"


def test_copies_are_offered_in_the_office_s_drive_where_there_is_one(home: Path) -> None:
    plan = home / "Documents" / "send-plan.db"
    assert usual_copies_folder(plan, {}) == home / "Documents" / "send-plan copies"
    office = home / "OneDrive - Council"
    office.mkdir()
    assert usual_copies_folder(plan, {"OneDriveCommercial": str(office)}) == office / "send-plan copies"


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("OneDrive - Council/Plans/plan.db", "OneDrive"),
        ("Dropbox/plan.db", "Dropbox"),
        ("Library/Mobile Documents/plan.db", "iCloud"),
        ("Nextcloud/plan.db", "Nextcloud"),
        ("Documents/box office.db", ""),
        ("Documents/dropbox.db", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(home: Path, path: str, program: str) -> None:
    assert synchronised_by(home / path, {}) == program
    assert bool(about_plan_place(home / path)) == bool(program)


def test_onedrive_is_known_by_what_windows_says_of_it(home: Path) -> None:
    said = {"OneDrive": str(home / "Council")}
    assert synchronised_by(home / "Council" / "plan.db", said) == "OneDrive"
    assert synchronised_by(home / "Councillors" / "plan.db", said) == ""


MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "//server/plans /mnt/our\\040plans cifs rw 0 0",
    "server:/home /net nfs4 rw 0 0",
    "/dev/sdb1 /net/stick vfat rw 0 0",
]


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        ("/a/plan.db", False),
        ("/mnt/our plans/plan.db", True),
        ("/net/plan.db", True),
        ("/net/stick/a", False),
    ],
)
def test_a_share_is_known_by_the_mount_it_lies_in(path: str, is_share: bool) -> None:
    assert is_share_of(Path(path), MOUNTS) == is_share
