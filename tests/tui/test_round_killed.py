"""The round in a real terminal: killed in the middle, it is where it was and nothing confirmed is lost."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from kept_plans import TODAY
from source_tree import ROOT
from terminals import Terminal

from send_actions.domain.plan import Plan
from send_actions.store.reader import open_reader, read_plan

RIGHT = "\x1b[C"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "sample.db", tmp_path / "plan.db"))


def confirmed(place: Path) -> list[str]:
    reading = open_reader(place)
    try:
        plan: Plan = read_plan(reading, TODAY)
    finally:
        reading.close()
    return [action.ref for action in plan.actions if action.confirmed_on == TODAY]


def test_killed_in_the_middle_it_is_where_it_was_and_all_that_was_confirmed_is_there(place: Path) -> None:
    with Terminal(place, tells_of_its_end=False) as first:
        first.until("? help")
        first.type("gr")
        first.until("1 of 48")
        first.type("t=")
        first.until("2 of 48")
        first.type("-")
        first.until("3 of 48")
        first.type(RIGHT)
        first.until("4 of 48")
        first.type("=")
        first.until("5 of 48")
        where = first.until("How is it now?").splitlines()[2]
        first.type("rHalf a reas")
        first.until("Half a reas")
        first.send(signal.SIGKILL)
        assert first.leaves_with() == -signal.SIGKILL

    assert len(confirmed(place)) == 2
    with Terminal(place) as second:
        second.until("? help")
        second.type("gr")
        second.until("5 of 48")
        shown = second.until("return √")
        assert shown.splitlines()[2] == where
        assert "1 not heard · 1 later" in shown
        second.type("=")
        second.until("6 of 48")
    assert len(confirmed(place)) == 3


def test_killed_while_it_saves_an_answer_is_there_whole_or_asked_again(place: Path) -> None:
    with Terminal(place, tells_of_its_end=False) as first:
        first.until("? help")
        first.type("gr")
        first.until("1 of 48")
        first.type("=")
        first.until("Saving …")
        first.send(signal.SIGKILL)
        first.leaves_with()

    said = confirmed(place)
    assert len(said) in (0, 1)
    with Terminal(place) as second:
        second.until("? help")
        second.type("gr")
        second.until(f"{len(said) + 1} of 48")
