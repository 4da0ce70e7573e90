"""Dated copies that the app makes by itself: as it opens and ends, without a key waiting for them."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from a_person import Person, own_sample

from send_actions.config import Settings, write_settings
from send_actions.store.sqlite.copying import read_mark


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return own_sample(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "elsewhere" / "copies"


@pytest.fixture
def own(tmp_path: Path, plan: Path, folder: Path) -> dict[str, str | None]:
    """What is set: the plan is one's own, and its copies go to a folder on a drive that is there."""
    folder.parent.mkdir()
    write_settings(tmp_path / "own", Settings(place=str(plan), copies=str(folder)))
    return {"SEND_ACTIONS_CONFIG": str(tmp_path / "own"), "HOME": str(tmp_path)}


def records(folder: Path) -> list[int]:
    return sorted(read_mark(copy).record for copy in folder.glob("*.db"))


def test_a_copy_is_made_as_the_app_opens_and_another_as_it_ends_when_something_changed(
    plan: Path, folder: Path, own: dict[str, str | None]
) -> None:
    before = read_mark(plan).record
    with Person(plan, surroundings=own) as person:
        person.goes_to("9.3").presses("m").types("Seen").presses("Enter").sees("u to undo")
        person.presses("q").sees("~/elsewhere/copies").presses("y")
        person._terminal.leaves_with()
    assert records(folder)[-1] == before + 1
    with Person(plan, surroundings=own) as person:
        person.presses("q").sees("~/elsewhere/copies").presses("y")
        person._terminal.leaves_with()
    assert records(folder)[-1] == before + 1
    assert len(records(folder)) <= 2


def test_a_drive_that_is_not_there_is_one_quiet_sentence_and_work_goes_on(
    plan: Path, folder: Path, own: dict[str, str | None]
) -> None:
    shutil.rmtree(folder.parent)
    with Person(plan, surroundings=own) as person:
        person.sees("No dated copy can be made in")
        person.goes_to("9.3").presses("m").types("Seen").presses("Enter").sees("u to undo")
        person.presses("q").sees("Leave send-actions?").sees("No dated copy could be made").presses("y")
        assert person._terminal.leaves_with() == 0
    assert not folder.parent.exists()


def test_the_app_told_to_end_makes_its_copy_and_one_that_is_killed_leaves_none_half_made(
    plan: Path, folder: Path, own: dict[str, str | None]
) -> None:
    with Person(plan, surroundings=own) as person:
        person._terminal.send(signal.SIGTERM)
        assert person._terminal.leaves_with() == 128 + signal.SIGTERM
    assert records(folder) == [read_mark(plan).record]
    with Person(plan, surroundings=own) as person:
        person.goes_to("9.3").presses("m").types("Seen").presses("Enter").sees("u to undo")
        person.is_killed()
    assert records(folder) == [read_mark(plan).record - 1]


def test_two_windows_of_one_plan_that_end_leave_a_copy_of_its_last_state(
    plan: Path, folder: Path, own: dict[str, str | None]
) -> None:
    with Person(plan, surroundings=own) as one, Person(plan, surroundings=own) as other:
        one.goes_to("9.3").presses("m").types("Seen").presses("Enter").sees("u to undo")
        for person in (one, other):
            person.presses("q").sees("Leave send-actions?").presses("y")
        assert [person._terminal.leaves_with() for person in (one, other)] == [0, 0]
    assert records(folder)[-1] == read_mark(plan).record


def test_another_s_plan_stays_where_it_is(
    tmp_path: Path, plan: Path, folder: Path, own: dict[str, str | None]
) -> None:
    other = Path(shutil.copy(plan, tmp_path / "other.db"))
    with Person(other, surroundings=own) as person:
        person.leaves()
    assert not folder.exists()
