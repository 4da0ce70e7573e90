"""What is read of a plan beside its state: timelines, changes and their heads, and records not reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_plans import KeptPlan, a_kept_plan, iso, there

from send_actions.domain.history.folding import DEADLINE_COLUMNS, UPDATE_COLUMNS
from send_actions.domain.history.state import state
from send_actions.domain.plan.vocabulary import Heard, Impact, Status
from send_actions.errors import UsageError
from send_actions.store.history_reader import read_change, read_change_heads, read_changes
from send_actions.store.reader import (
    Reader,
    open_reader,
    read_actions,
    read_plan,
    read_timeline,
    read_today,
    read_updates,
)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPlan]:
    """Action 9.3 in area 9: the records 1 to 3."""
    plan = a_kept_plan(tmp_path, "9.3")
    yield plan
    plan.store.close()


@pytest.fixture
def reading(kept: KeptPlan) -> Iterator[Reader]:
    """A look at that plan."""
    look = open_reader(kept.place)
    yield look
    look.close()


def test_a_record_not_reached_or_below_the_first_is_refused(kept: KeptPlan, reading: Reader) -> None:
    for record in (-1, 4):
        with pytest.raises(UsageError, match=f"There is no record {record}: the last is 3"):
            read_plan(reading, kept.day, record)

    assert read_plan(reading, kept.day, 0).title == ""
    assert [action.ref for action in read_plan(reading, kept.day, 3).actions] == ["9.3"]


def test_one_change_is_read_with_its_first_differences_and_how_many_more(
    kept: KeptPlan, reading: Reader
) -> None:
    revised = there(
        kept.revise("9.3", title="Advice line", success_measure="Calls answered.", partners="PCF")
    )
    kept.say("9.3", "at-risk")

    change, more = read_change(reading, revised.id, 2)
    assert change
    assert (change.id, change.label, more) == (revised.id, revised.label, 1)
    assert [told.field for told in change.differences] == ["title", "success_measure"]
    assert read_change(reading, revised.id, 9) == (revised, 0)
    assert read_change(reading, 99, 9) == (None, 0)


def test_the_changes_are_read_from_the_first_or_after_one_and_up_to_another(
    kept: KeptPlan, reading: Reader
) -> None:
    kept.say("9.3", "at-risk")

    assert [change.id for change in read_changes(reading)] == [1, 2, 3, 4]
    assert [change.id for change in read_changes(reading, since=2)] == [3, 4]
    assert [change.id for change in read_changes(reading, since=1, record=3)] == [2, 3]
    heads = read_change_heads(reading)
    assert [(head.id, head.differences) for head in heads] == [(id_, ()) for id_ in (1, 2, 3, 4)]
    assert [head.label for head in read_change_heads(reading, 3)] == [
        "Begin the plan",
        "Add area 9",
        "Add 9.3",
    ]


def test_a_timeline_tells_every_part_of_what_was_said(kept: KeptPlan, reading: Reader) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    said = kept.say(
        "9.3",
        "on-hold",
        on="2026-03-12",
        actor="Ben",
        impact=Impact.EMERGING,
        impact_shown_by="Survey.",
        note="Contract ended.",
        private_note="Between us.",
        path="New tender.",
        path_by=date(2026, 5, 1),
        look_again=date(2026, 6, 1),
        proof="Letter.",
        agreed_meeting_id=meeting,
        heard=Heard.EMAIL,
        heard_from="Therapies Lead, ICB",
    )
    moved = kept.move("9.3", "2026-05-29", reason="Late tender.", minute="4.2", agreed_meeting_id=meeting)

    timeline = read_timeline(reading, kept.find("9.3").id, kept.day)

    update, deadline = timeline.updates[0], timeline.deadlines[0]
    assert (update.on, update.status, update.impact, update.impact_shown_by) == (
        date(2026, 3, 12),
        Status.ON_HOLD,
        Impact.EMERGING,
        "Survey.",
    )
    assert (update.note, update.private_note, update.proof) == ("Contract ended.", "Between us.", "Letter.")
    assert (update.path, update.path_by) == ("New tender.", date(2026, 5, 1))
    assert (update.look_again, update.agreed_meeting_id) == (date(2026, 6, 1), meeting)
    assert (update.heard, update.heard_from) == (Heard.EMAIL, "Therapies Lead, ICB")
    assert (update.actor, update.change_id, update.no_change) == ("Ben", there(said).id, False)
    assert (deadline.on, deadline.due.on, deadline.reason, deadline.minute) == (
        kept.day,
        date(2026, 5, 29),
        "Late tender.",
        "4.2",
    )
    assert (deadline.agreed_meeting_id, deadline.actor) == (meeting, "Ana")
    assert deadline.change_id == there(moved).id


def test_what_shows_an_impact_and_what_a_timeline_told_at_an_earlier_record_are_read(
    kept: KeptPlan, reading: Reader
) -> None:
    rated = there(kept.say("9.3", impact=Impact.EMERGING, impact_shown_by="Survey."))
    kept.say("9.3", "at-risk", note="Vacancy.")

    action = kept.find("9.3")
    assert (action.impact, action.impact_shown_by) == (Impact.EMERGING, "Survey.")
    earlier = read_timeline(reading, action.id, kept.day, rated.id)
    assert [update.impact for update in earlier.updates] == [Impact.EMERGING, None]
    assert len(read_timeline(reading, action.id, kept.day).updates) == 3


def test_what_was_said_of_all_actions_is_read_newest_first_without_private_notes(
    kept: KeptPlan, reading: Reader
) -> None:
    late = there(kept.say("9.3", "at-risk", note="Vacancy.", private_note="Between us.", on="2026-03-20"))
    kept.say("9.3", private_note="Nobody else knows.", on="2026-03-25")
    kept.say("9.3", note="Said late.", on="2026-03-10")

    (said,) = read_updates(reading, date(2026, 3, 30)).values()
    assert [(one.on, one.status, one.note, one.private_note) for one in said] == [
        (date(2026, 3, 20), Status.AT_RISK, "Vacancy.", ""),
        (date(2026, 3, 10), None, "Said late.", ""),
        (date(2026, 1, 5), Status.ON_TRACK, "", ""),
    ]
    (early,) = read_updates(reading, date(2026, 3, 15)).values()
    assert [one.note for one in early] == ["Said late.", ""]
    (known,) = read_updates(reading, date(2026, 3, 30), late.id).values()
    assert [one.note for one in known] == ["Vacancy.", ""]


def test_a_plan_that_is_not_for_training_has_no_day_of_its_own(reading: Reader) -> None:
    assert read_today(reading) is None


def test_a_look_broken_off_lets_go_of_its_state(kept: KeptPlan, reading: Reader) -> None:
    with pytest.raises(UsageError), reading.snapshot():
        read_plan(reading, kept.day, 99)

    kept.area("10")

    assert [area.number for area in read_plan(reading, kept.day).areas] == ["9", "10"]


@pytest.mark.parametrize(
    ("noun", "columns"), [("progress_update", UPDATE_COLUMNS), ("deadline", DEADLINE_COLUMNS)]
)
def test_statements_are_read_in_the_order_in_which_they_are_folded(
    kept: KeptPlan, reading: Reader, noun: str, columns: tuple[str, ...]
) -> None:
    kept.say("9.3", "at-risk")
    kept.move("9.3", "2026-05-30")
    rows = reading.rows(noun, as_at="2026-12-31", record=9)
    assert {tuple(row) for row in rows} == {columns}


def test_a_question_answered_later_is_open_till_then_by_the_reader_and_by_the_fold(kept: KeptPlan) -> None:
    held = kept.insert("meeting", on=iso("2026-01-28"), listed_on=iso("2025-09-01"), series="Board")
    asked: dict[str, Any] = {"kind": "question", "text": "Who pays?", "action_id": 1}
    kept.insert("minute", meeting_id=held, answer="The ICB", answered_on=iso("2026-03-20"), **asked)

    for day, answer in (("2026-03-19", ""), ("2026-03-20", "The ICB")):
        (minute,) = kept.plan(day).minutes
        assert minute.answer == answer
        assert state(kept.changes(), date.fromisoformat(day)).minutes == (minute,)


def test_of_many_actions_chosen_the_same_is_read_as_of_a_few(kept: KeptPlan, reading: Reader) -> None:
    with kept.store.record("Add many", **kept.by()) as recording:
        row = recording.row("action", 1)
        assert row
        again = {name: row[name] for name in ("on", "area_id", "title")}
        ids = recording.insert("action", [again | {"ref": f"9.{number}"} for number in range(100, 700)])
        recording.insert("action_dependency", [{"on": kept.day, "action_id": ids[0], "needs_id": 1}])
        said = [{"action_id": id_, "on": kept.day, "status": Status.AT_RISK} for id_ in ids]
        recording.insert("progress_update", said)

    whole = read_plan(reading, kept.day)
    for many in (2, 550):
        wanted = set(ids[:many])
        some = read_actions(reading, kept.day, chosen=lambda row: row["id"] in wanted)  # noqa: B023
        assert some.actions == tuple(a for a in whole.actions if a.id in {1, *wanted})
        assert [action.status for action in some.actions][1:] == [Status.AT_RISK] * many


def test_an_area_stays_while_it_has_actions_though_none_of_them_is_chosen(
    kept: KeptPlan, reading: Reader
) -> None:
    kept.area("10", on="2026-03-20")
    kept.action("10.1", on="2026-03-01")

    for day, numbers in (("2026-03-02", ["9", "10"]), ("2026-02-27", ["9"])):
        some = read_actions(reading, date.fromisoformat(day), chosen=lambda _: False)
        assert ([area.number for area in some.areas], some.actions) == (numbers, ())
