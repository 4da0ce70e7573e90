"""Dated copies of a plan: whole or not there, no two of one state, and no other plan's file touched."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from source_tree import ROOT

from send_actions.care.bringing_back import bring_back
from send_actions.care.dated_copies import copies_of, keep_copy
from send_actions.changes.plan import revise_plan
from send_actions.errors import SendActionsError
from send_actions.store.database import open_store
from send_actions.store.sqlite.copying import StoppedError, put_back, read_mark
from send_actions.templates.begin import Template, begin_from_template

DAY = date(2026, 3, 31)
AT = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    place = tmp_path / "plan.db"
    begin_from_template(place, Template.EMPTY, actor="Ana", at=AT, day=DAY)
    return place


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def change(plan: Path, title: str) -> None:
    store = open_store(plan)
    try:
        revise_plan(store, {"title": title}, actor="Ana", at=datetime.now(UTC), day=DAY)
    finally:
        store.close()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_copy_is_made_once_for_each_state_of_the_plan(plan: Path, folder: Path) -> None:
    first = keep_copy(str(plan), folder, day=DAY)
    again = keep_copy(str(plan), folder, day=DAY + timedelta(1))
    change(plan, "Another title")
    second = keep_copy(str(plan), folder, day=DAY + timedelta(1))

    assert (first.is_new, again.is_new, second.is_new) == (True, False, True)
    assert again.copy == first.copy
    assert names(folder) == ["plan-2026-03-31-record-1.db", "plan-2026-04-01-record-2.db"]
    assert copies_of(str(plan), folder, second.copy.mark.begun) == [second.copy, first.copy]
    assert read_mark(second.copy.path) == read_mark(plan)


def test_only_the_folder_itself_is_made_and_a_missing_drive_is_told(plan: Path, tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="it is not there"):
        keep_copy(str(plan), tmp_path / "unplugged" / "copies", day=DAY)
    (tmp_path / "letter").write_text("Dear all", encoding="utf-8")
    with pytest.raises(SendActionsError, match="No dated copy can be made"):
        keep_copy(str(plan), tmp_path / "letter", day=DAY)
    assert names(tmp_path) == ["letter", "plan.db"]


def test_another_plan_s_copies_of_the_same_name_are_neither_counted_nor_taken_away(
    plan: Path, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "plan.db"
    begin_from_template(other, Template.EMPTY, actor="Ben", at=AT + timedelta(hours=1), day=DAY)
    theirs = keep_copy(str(other), folder, day=DAY)
    ours = keep_copy(str(plan), folder, day=DAY)
    assert ours.copy.path.name == "plan-2026-03-31-record-1-2.db"
    for number in range(60):
        change(plan, f"Title {number}")
        keep_copy(str(plan), folder, day=DAY + timedelta(days=number))
    assert theirs.copy.path.exists()
    assert len(copies_of(str(plan), folder, read_mark(plan).begun)) < 40


def test_one_that_is_stopped_leaves_nothing(plan: Path, folder: Path) -> None:
    with pytest.raises(StoppedError):
        keep_copy(str(plan), folder, day=DAY, is_stopped=lambda: True)
    assert names(folder) == []


def test_a_damaged_plan_is_not_copied_over_its_sound_copies(plan: Path, folder: Path) -> None:
    sound = keep_copy(str(plan), folder, day=DAY).copy
    change(plan, "Another title")
    damage(plan)
    with pytest.raises(SendActionsError):
        keep_copy(str(plan), folder, day=DAY)
    assert names(folder) == [sound.path.name]


def damage(plan: Path) -> None:
    """Spoil a page of an index, which the first look does not read."""
    with closing(sqlite3.connect(plan)) as connection:
        page = connection.execute(
            "select rootpage from sqlite_master where name = 'difference_row'"
        ).fetchone()
        size = connection.execute("pragma page_size").fetchone()[0]
    with plan.open("rb+") as file:
        file.seek((page[0] - 1) * size)
        file.write(b"\0" * size)


def test_a_damaged_plan_is_put_aside_for_the_copy_that_comes_back(plan: Path, folder: Path) -> None:
    copy = keep_copy(str(plan), folder, day=DAY).copy
    damage(plan)
    aside = bring_back(copy.path, str(plan), folder, day=DAY)
    assert aside == plan.with_name("plan-damaged-2026-03-31.db")
    assert read_mark(plan) == copy.mark


def test_where_the_copy_refuses_the_damaged_plan_stands_as_it_was_with_what_lay_beside_it(
    plan: Path, folder: Path
) -> None:
    copy = keep_copy(str(plan), folder, day=DAY).copy
    with copy.path.open("r+b") as file:
        file.seek(-2048, os.SEEK_END)
        file.write(b"\xff" * 2048)
    plan.write_bytes(b"no plan any more")
    journal = plan.with_name("plan.db-journal")
    journal.write_bytes(b"what SQLite would go back to")
    with pytest.raises(SendActionsError):
        bring_back(copy.path, str(plan), folder, day=DAY)
    assert plan.read_bytes() == b"no plan any more"
    assert journal.read_bytes() == b"what SQLite would go back to"
    assert not list(plan.parent.glob("*damaged*"))


def test_what_comes_back_is_seen_by_who_has_the_plan_open_and_what_was_there_is_kept(
    plan: Path, folder: Path
) -> None:
    copy = keep_copy(str(plan), folder, day=DAY).copy
    change(plan, "Another title")
    with closing(sqlite3.connect(plan)) as another_window:
        before = bring_back(copy.path, str(plan), folder, day=DAY)
        assert another_window.execute("select max(id) from change").fetchone() == (1,)
    assert read_mark(before).record == 2
    change(plan, "A third title")
    assert keep_copy(str(plan), folder, day=DAY).is_new
    assert len(names(folder)) == 3


COPYING = """
import sys
from datetime import date
from pathlib import Path
from send_actions.care.dated_copies import keep_copy
from send_actions.store.sqlite import copying

copying.PAGES_AT_A_TIME = 1


def tell():
    print("on its way", flush=True)
    return False


keep_copy(sys.argv[1], Path(sys.argv[2]), day=date(2026, 3, 31), is_stopped=tell)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends programs its own way")
def test_one_that_is_killed_on_its_way_has_no_copy_s_name_and_goes_with_the_next(
    plan: Path, folder: Path
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", COPYING, str(plan), str(folder)], cwd=ROOT, stdout=subprocess.PIPE
    ) as copying:
        assert copying.stdout
        assert copying.stdout.readline() == b"on its way\n"
        copying.send_signal(signal.SIGKILL)
    assert not any(name.endswith(".db") for name in names(folder))
    assert any(name.endswith(".making") for name in names(folder))

    change(plan, "Another title")
    keep_copy(str(plan), folder, day=DAY)

    assert names(folder) == ["plan-2026-03-31-record-2.db"]


def test_two_windows_that_end_at_once_both_find_their_copy(plan: Path, folder: Path) -> None:
    script = COPYING.replace('print("on its way", flush=True)', "pass")
    both = [
        subprocess.Popen([sys.executable, "-c", script, str(plan), str(folder)], cwd=ROOT) for _ in range(2)
    ]
    assert [one.wait() for one in both] == [0, 0]
    assert [read_mark(folder / name) for name in names(folder)] == [read_mark(plan)] * len(names(folder))
    assert len(names(folder)) in (1, 2)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_can_only_be_read_is_told(plan: Path, folder: Path) -> None:
    folder.mkdir(mode=0o500)
    with pytest.raises(SendActionsError, match="cannot be made"):
        keep_copy(str(plan), folder, day=DAY)


def test_a_copy_that_somebody_copied_is_one_too(plan: Path, folder: Path) -> None:
    copy = keep_copy(str(plan), folder, day=DAY).copy
    shutil.copy(copy.path, folder / "plan-2026-03-30-record-1.db")
    assert [one.path.name for one in copies_of(str(plan), folder, copy.mark.begun)] == [
        "plan-2026-03-31-record-1.db",
        "plan-2026-03-30-record-1.db",
    ]


def test_a_change_made_just_before_a_copy_comes_back_is_not_written_over(plan: Path, folder: Path) -> None:
    copy = keep_copy(str(plan), folder, day=DAY).copy
    change(plan, "Saved by somebody else meanwhile")
    stands = read_mark(plan)

    with pytest.raises(SendActionsError, match="was changed just now: nothing was put back"):
        put_back(copy.path, plan, copy.mark)

    assert read_mark(plan) == stands
