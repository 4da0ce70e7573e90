"""`backup` and `restore`: copies made by hand and brought back, and what each says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

from send_actions.config import read_settings, settings_folder
from send_actions.store.sqlite.copying import read_mark


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def only_copy(folder: Path) -> Path:
    return next(folder.glob("*.db"))


def test_a_copy_goes_where_it_is_told_to_and_only_once(run: Run, place: Path, folder: Path) -> None:
    first = run("backup", "--to", str(folder))
    again = run("backup", "--to", str(folder))
    assert first.code == again.code == 0
    assert first.out == again.out == ""
    assert first.err.startswith(f"Copied record {read_mark(place).record} to ")
    assert again.err.startswith("Nothing has changed since the last copy, today ")
    assert run("backup", "--list", "--to", str(folder)).out.endswith(f"  {only_copy(folder)}\n")


def test_the_folder_is_remembered_and_without_one_it_is_asked_for(run: Run, folder: Path) -> None:
    assert run("backup").err == (
        "Say where copies go, such as to another drive: send-actions backup --to FOLDER --remember\n"
    )
    told = run("backup", "--to", str(folder), "--remember").err
    assert "init --mine" in told
    assert read_settings(settings_folder()).copies == str(folder)
    assert "Nothing has changed since the last copy" in run("backup").err


def test_what_comes_back_takes_the_plan_s_place_which_is_copied_first(
    run: Run, place: Path, folder: Path
) -> None:
    run("backup", "--to", str(folder), "--remember")
    copy = only_copy(folder)
    before = read_mark(place)
    assert run("note", "9.3", "Said since").code == 0

    refused = run("restore", str(copy))
    assert refused.code == 1
    assert "add --yes if it is meant, or --to FILE for a plan of its own" in refused.err
    assert read_mark(place).record == before.record + 1

    told = run("restore", str(copy), "--yes")
    assert told.code == 0
    assert read_mark(place) == before
    assert f"record-{before.record + 1}.db" in told.err
    assert len(list(folder.glob("*.db"))) == 2


def test_a_copy_becomes_a_plan_of_its_own_but_never_over_a_file(
    run: Run, tmp_path: Path, folder: Path
) -> None:
    run("backup", "--to", str(folder))
    copy, to = only_copy(folder), tmp_path / "earlier.db"
    assert run("restore", str(copy), "--to", str(to)).code == 0
    assert read_mark(to) == read_mark(copy)
    again = run("restore", str(copy), "--to", str(to))
    assert again.code == 1
    assert "is there already" in again.err


def test_a_plan_that_is_gone_comes_back_without_a_question(run: Run, place: Path, folder: Path) -> None:
    run("backup", "--to", str(folder))
    mark = read_mark(place)
    place.unlink()
    assert run("restore", str(only_copy(folder))).code == 0
    assert read_mark(place) == mark


@pytest.mark.parametrize(
    ("file", "said"),
    [("nothing.db", "There is no plan at"), ("plan.db", "is the plan itself: name a copy of it")],
)
def test_what_is_no_copy_is_refused(run: Run, tmp_path: Path, file: str, said: str) -> None:
    ran = run("restore", str(tmp_path / file), "--yes")
    assert ran.code == 1
    assert said in ran.err
