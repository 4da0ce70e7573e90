"""The sample plan as it is built from its files."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from send_actions.domain.checks.plan_checks import check
from send_actions.domain.history.state import state
from send_actions.errors import SendActionsError
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader, read_plan, read_today
from send_actions.templates.begin import Template, begin_from_template

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = date(2026, 11, 21)
TODAY = date(2026, 3, 31)
REPOSITORY = Path(__file__).parents[2]


def begin(place: Path, template: Template, actor: str = "someone") -> None:
    begin_from_template(place, template, actor=actor, at=AT, day=DAY)


def dump(place: Path) -> list[str]:
    connection = sqlite3.connect(place)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sample") / "plan.db"
    begin(place, Template.SAMPLE)
    return place


def test_the_sample_is_the_same_whoever_builds_it(sample: Path, tmp_path: Path) -> None:
    begin(tmp_path / "again.db", Template.SAMPLE, actor="someone else")
    assert dump(tmp_path / "again.db") == dump(sample)


def test_sample_db_is_what_the_template_builds(sample: Path) -> None:
    assert dump(REPOSITORY / "sample.db") == dump(sample)


def test_the_sample_stands_as_its_position_of_31_march(sample: Path) -> None:
    reading = open_reader(sample)
    assert read_today(reading) == TODAY
    plan = read_plan(reading, TODAY)
    counts = Counter(action.status.value for action in plan.actions if action.status)
    codes = Counter(flag.code for flag in check(plan))
    reading.close()
    assert (len(plan.areas), len(plan.actions)) == (18, 78)
    assert counts == {
        "on-track": 32,
        "at-risk": 16,
        "complete": 13,
        "embedded": 8,
        "off-track": 6,
        "not-started": 3,
    }
    assert codes["overdue"] == 16
    assert plan.next_meeting is not None
    assert plan.next_meeting.on == date(2026, 4, 15)


def test_the_reader_agrees_with_the_fold_all_along_the_samples_past(sample: Path) -> None:
    reading = open_reader(sample)
    changes = read_changes(reading)
    days = sorted({change.day for change in changes})
    for day in days[::6]:
        for record in (None, 40, len(changes) // 2, len(changes) - 1):
            assert read_plan(reading, day, record) == state(changes, day, record)
    reading.close()


def test_the_template_of_eighteen_has_areas_and_no_actions(tmp_path: Path) -> None:
    begin(tmp_path / "plan.db", Template.EIGHTEEN)
    reading = open_reader(tmp_path / "plan.db")
    plan = read_plan(reading, DAY)
    reading.close()
    assert [area.number for area in plan.areas] == [str(number) for number in range(1, 19)]
    assert plan.actions == ()


@pytest.mark.parametrize("template", Template)
def test_a_plan_has_the_names_it_was_given_and_else_its_template_s(
    tmp_path: Path, template: Template
) -> None:
    named, nameless = tmp_path / "named.db", tmp_path / "nameless.db"
    begin_from_template(
        named, template, title="Our plan", partnership="Ours", actor="someone", at=AT, day=DAY
    )
    begin(nameless, template)
    found = []
    for place in (named, nameless):
        reading = open_reader(place)
        plan = read_plan(reading, DAY)
        found.append((plan.title, plan.partnership))
        reading.close()
    whose = "Sample partnership (invented)" if template is Template.SAMPLE else "Our partnership"
    assert found == [("Our plan", "Ours"), ("SEND improvement plan", whose)]


def test_a_plan_is_never_made_over_a_file(tmp_path: Path) -> None:
    there = tmp_path / "plan.db"
    there.write_text("mine")
    with pytest.raises(SendActionsError, match="never made over a file"):
        begin(there, Template.EMPTY)
    assert there.read_text() == "mine"
