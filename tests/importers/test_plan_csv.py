"""A CSV file read into lines, and brought into a plan."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypedDict

import pytest

from send_actions.changes.imports import import_lines
from send_actions.changes.undo import undo
from send_actions.changes.updates import record_update
from send_actions.domain.checks import check
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.nouns import Change, Due, Plan
from send_actions.domain.vocabulary import Precision, Status
from send_actions.errors import SendActionsError
from send_actions.importers.lines import PlanLines
from send_actions.importers.plan_csv import read_plan_csv
from send_actions.store.connection import open_reading
from send_actions.store.database import Store, open_store
from send_actions.store.reader import read_plan
from send_actions.templates.begin import Template, begin_from_template


class Who(TypedDict):
    actor: str
    at: datetime
    day: date


EIGHTEEN = Path(__file__).parents[1] / "data" / "eighteen_areas.csv"
SPOKEN_OF = date(2026, 3, 31)
WHO = Who(actor="lead", at=datetime(2026, 11, 21, 12, tzinfo=UTC), day=date(2026, 11, 21))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    begin_from_template(tmp_path / "plan.db", Template.EMPTY, **WHO)
    return tmp_path / "plan.db"


def lines_of(tmp_path: Path, text: str) -> PlanLines:
    file = tmp_path / "plan.csv"
    file.write_text(text, encoding="utf-8")
    return read_plan_csv(file, today=WHO["day"])


def bring_in(store: Store, lines: PlanLines, on: date | None = SPOKEN_OF) -> Change | None:
    return import_lines(store, lines, name="plan.csv", on=on, **WHO)


def plan_at(place: Path, on: date = SPOKEN_OF) -> Plan:
    reading = open_reading(place)
    try:
        return read_plan(reading, on)
    finally:
        reading.close()


def test_the_eighteen_areas_come_in_whole(place: Path) -> None:
    bring_in(open_store(place), read_plan_csv(EIGHTEEN, today=WHO["day"]))
    plan = plan_at(place)
    assert (len(plan.areas), len(plan.actions)) == (18, 78)
    counts = Counter(action.status.value for action in plan.actions if action.status)
    assert counts == {
        "on-track": 32,
        "at-risk": 16,
        "complete": 13,
        "embedded": 8,
        "off-track": 6,
        "not-started": 3,
    }
    flags = check(plan)
    assert sum(flag.code == "overdue" for flag in flags) == 16
    green = [flag.action.ref for flag in flags if flag.code == "green-but-overdue" and flag.action]
    assert green == ["6.2", "9.3", "15.4"]
    assert plan.areas[0].theme == "Identify"


def test_the_same_file_again_changes_nothing_also_after_a_later_set(place: Path) -> None:
    store = open_store(place)
    lines = read_plan_csv(EIGHTEEN, today=WHO["day"])
    bring_in(store, lines)
    assert bring_in(store, lines) is None
    action = next(a for a in plan_at(place).actions if a.ref == "9.3")
    said = UpdateDraft(action_id=action.id, status=Status.OFF_TRACK, note="provider withdrew")
    record_update(store, said, **WHO)
    assert bring_in(store, lines) is None
    record_update(store, UpdateDraft(action_id=action.id, status=Status.AT_RISK, on=SPOKEN_OF), **WHO)
    assert bring_in(store, lines) is None


def test_an_import_is_taken_back_whole_and_can_come_again(place: Path) -> None:
    store = open_store(place)
    lines = read_plan_csv(EIGHTEEN, today=WHO["day"])
    bring_in(store, lines)
    undo(store, **WHO)
    assert plan_at(place).areas == ()
    assert bring_in(store, lines) is not None
    assert len(plan_at(place).actions) == 78


def test_a_status_without_a_meaning_is_a_question_and_nothing_is_written(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action,status\n1.1,1,One,Do it,Amberish\n")
    assert [str(problem)[:3] for problem in lines.questions] == ["E2:"]
    with pytest.raises(SendActionsError, match="question"):
        bring_in(open_store(place), lines)
    assert plan_at(place).actions == ()


def test_an_unreadable_date_keeps_its_words_and_does_not_block(place: Path, tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action,due\n1.1,1,One,Do it,March 2-21\n")
    assert len(lines.doubts) == 1
    assert lines.questions == ()
    bring_in(open_store(place), lines)
    due = plan_at(place).actions[0].due
    assert due is not None
    assert (due.on, due.precision, due.text) == (None, Precision.UNCLEAR, "March 2-21")
    assert bring_in(open_store(place), lines) is None


def test_one_ref_on_two_lines_is_a_question(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action\n2.1,2,Two,First\n2.1,2,Two,Second\n")
    assert "more than one line" in lines.questions[0].message


def test_a_file_without_needed_columns_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="no column for the ref"):
        lines_of(tmp_path, "colour,size\nred,9\n")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SendActionsError, match="empty"):
        lines_of(tmp_path, "")


def test_a_semicolon_file_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("ref;area_no;area;action\n1.1;1;Café;2½ year review\n".encode("cp1252"))
    lines = read_plan_csv(file, today=WHO["day"])
    assert (lines.areas[0].title, lines.actions[0].title) == ("Café", "2½ year review")


def test_a_lettered_question_is_a_theme_and_a_theme_is_left_as_it_is(tmp_path: Path) -> None:
    question = lines_of(tmp_path, "ref,area_no,area,action,question\n1.1,1,One,Do it,A Identify\n")
    theme = lines_of(tmp_path, "ref,area_no,area,action,theme\n1.1,1,One,Do it,A good life\n")
    assert (question.areas[0].theme, theme.areas[0].theme) == ("Identify", "A good life")


def test_a_due_date_of_our_own_list_keeps_its_day_whatever_its_words_would_mean_today(tmp_path: Path) -> None:
    header = "ref,area,area_title,title,due,due_precision,due_text\n"
    lines = lines_of(tmp_path, header + "1.1,1,One,Do it,2020-03-31,month,March\n")
    assert lines.actions[0].due == Due(date(2020, 3, 31), Precision.MONTH, "March")


def test_a_guarded_formula_comes_back_as_it_was(tmp_path: Path) -> None:
    lines = lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,'=SUM(A1)\n")
    assert lines.actions[0].title == "=SUM(A1)"


def test_wording_is_compared_with_today_and_revised(place: Path, tmp_path: Path) -> None:
    store = open_store(place)
    bring_in(store, lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,First words\n"))
    change = bring_in(store, lines_of(tmp_path, "ref,area_no,area,action\n1.1,1,One,Better words\n"))
    assert change is not None
    assert "1 revised action" in change.label
    assert plan_at(place, WHO["day"]).actions[0].title == "Better words"
    assert plan_at(place).actions[0].title == "First words"


def test_ten_thousand_lines_come_in_at_once(place: Path, tmp_path: Path) -> None:
    rows = "".join(
        f"{n // 100}.{n % 100},{n // 100},Area {n // 100},Action {n},on-track\n" for n in range(10_000)
    )
    bring_in(open_store(place), lines_of(tmp_path, "ref,area_no,area,action,status\n" + rows))
    assert len(plan_at(place).actions) == 10_000
