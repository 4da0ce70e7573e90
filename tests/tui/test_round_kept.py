"""Where one is in the round is kept beside the settings, for each plan and meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_plan

from send_actions.domain.checks.rounds import Order, Round
from send_actions.domain.plan.vocabulary import Heard
from send_actions.tui.round_kept import KeptRounds

PLAN = a_plan(record=30)
ROUND = Round((3, 1, 2), 1, Order.OWNER, frozenset({3}), Heard.RETURN, began=25)


def test_a_round_is_read_as_it_was_kept(tmp_path: Path) -> None:
    kept = KeptRounds(tmp_path / "not there yet")
    assert kept.write("plan.db", 4, ROUND)
    assert kept.read("plan.db", 4, PLAN) == ROUND
    assert kept.read(str(Path("plan.db").absolute()), 4, PLAN) == ROUND


def test_each_plan_and_each_meeting_has_its_own(tmp_path: Path) -> None:
    kept = KeptRounds(tmp_path)
    kept.write("plan.db", 4, ROUND)
    kept.write("postgresql://ana:secret@host/plan", 4, Round((9,)))
    assert kept.read("plan.db", 5, PLAN) is None
    assert kept.read("plan.db", 4, PLAN) == ROUND
    assert not [file for file in tmp_path.iterdir() if "secret" in file.name + file.read_text()]


def test_one_of_a_plan_that_stood_there_before_is_none(tmp_path: Path) -> None:
    kept = KeptRounds(tmp_path)
    kept.write("plan.db", 4, ROUND)
    assert kept.read("plan.db", 4, a_plan(record=24)) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "{", '{"meeting": 4, "began": 1, "queue": 3, "place": 0}'])
def test_a_damaged_one_is_none(tmp_path: Path, text: str) -> None:
    kept = KeptRounds(tmp_path)
    kept.write("plan.db", 4, ROUND)
    next(tmp_path.iterdir()).write_text(text)
    assert kept.read("plan.db", 4, PLAN) is None


def test_without_a_folder_or_in_one_that_cannot_be_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (None, tmp_path / "file"):
        kept = KeptRounds(folder)
        assert not kept.write("plan.db", 4, ROUND)
        assert kept.read("plan.db", 4, PLAN) is None
