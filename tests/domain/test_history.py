"""State(D, N): what a plan says on a date, as known at a record."""

from __future__ import annotations

from datetime import date

import pytest
from changes_told import (
    a_change,
    a_deadline_row,
    an_action_row,
    an_area_row,
    an_edit,
    an_update_row,
    the_plan,
)

from send_actions.domain.history.state import in_force, state, undone
from send_actions.domain.plan import Action, Change, Difference
from send_actions.domain.plan.vocabulary import Impact, Status

BEGUN = a_change(1, the_plan(), an_area_row(), an_action_row(), day="2026-01-05")


def a_meeting_row(row_id: int, on: str, *, listed_on: str = "2026-01-05") -> Difference:
    due = {"returns_due": None, "papers_due": None, "record_issued": None}
    return Difference(
        "meeting", row_id, None, None, due | {"listed_on": listed_on, "on": on, "series": "Board"}
    )


def action_at(changes: list[Change], as_at: str, record: int | None = None) -> Action:
    return state(changes, date.fromisoformat(as_at), record).actions[0]


def test_a_late_entry_counts_from_its_date_and_leaves_what_was_said_later() -> None:
    changes = [
        BEGUN,
        a_change(2, an_update_row(1, "2026-03-12", "at-risk"), day="2026-03-12"),
        a_change(3, an_update_row(2, "2026-03-10", "off-track"), day="2026-03-14"),
    ]

    assert action_at(changes, "2026-03-09").status is None
    assert action_at(changes, "2026-03-10").status is Status.OFF_TRACK
    assert action_at(changes, "2026-03-12").status is Status.AT_RISK
    assert action_at(changes, "2026-03-12").was is Status.OFF_TRACK
    assert action_at(changes, "2026-03-11", record=2).status is None


def test_status_impact_and_due_are_each_the_last_said() -> None:
    changes = [
        BEGUN,
        a_change(2, an_update_row(1, "2026-02-01", "at-risk", impact="emerging", impact_shown_by="Survey.")),
        a_change(
            3,
            an_update_row(2, "2026-02-05", note="Interviews."),
            a_deadline_row(1, "2026-02-05", "2026-06-30"),
        ),
    ]

    action = action_at(changes, "2026-03-01")

    assert (action.status, action.impact, action.due_on) == (
        Status.AT_RISK,
        Impact.EMERGING,
        date(2026, 6, 30),
    )
    assert (action.impact_shown_by, action.updated_on) == ("Survey.", date(2026, 2, 5))


def test_the_same_status_again_keeps_its_beginning_and_a_new_one_begins_anew() -> None:
    changes = [
        BEGUN,
        a_change(2, an_update_row(1, "2026-02-01", "at-risk", note="Vacancy.", path="Cover.")),
        a_change(3, an_update_row(2, "2026-02-08", "at-risk", note="Two vacancies.")),
        a_change(4, an_update_row(3, "2026-02-15", "on-track")),
    ]

    second, third = action_at(changes, "2026-02-10"), action_at(changes, "2026-02-15")

    assert (second.since, second.reason, second.path) == (date(2026, 2, 1), "Two vacancies.", "Cover.")
    assert (third.since, third.was, third.reason, third.path) == (
        date(2026, 2, 15),
        Status.AT_RISK,
        "",
        "",
    )


@pytest.mark.parametrize(("as_at", "title"), [("2026-02-09", "Action 9.3"), ("2026-02-10", "Second")])
def test_wording_is_dated_by_the_day_of_its_change(as_at: str, title: str) -> None:
    changes = [BEGUN, a_change(2, an_edit("action", 1, "title", "Action 9.3", "Second"), day="2026-02-10")]

    assert action_at(changes, as_at).title == title


def test_wording_before_the_first_day_of_all_is_as_first_typed() -> None:
    early = a_change(2, an_action_row(2, "9.4", on="2025-09-01"), day="2026-02-10")
    edit = a_change(3, an_edit("action", 2, "title", "Action 9.4", "Second"), day="2026-02-11")

    assert action_at([BEGUN, early, edit], "2025-10-01").title == "Action 9.4"


def test_an_action_and_its_area_are_there_from_the_first_update() -> None:
    changes = [BEGUN, a_change(2, an_update_row(1, "2025-12-01", "on-track"))]

    plan = state(changes, date(2025, 12, 1))

    assert [action.ref for action in plan.actions] == ["9.3"]
    assert [area.number for area in plan.areas] == ["9"]
    assert state(changes, date(2025, 11, 30)).actions == ()


def test_a_retired_row_is_there_before_its_date_and_its_area_lasts_as_long() -> None:
    changes = [
        BEGUN,
        a_change(2, an_edit("action", 1, "gone_on", None, "2026-03-10")),
        a_change(3, an_edit("area", 1, "gone_on", None, "2026-03-01")),
    ]

    then, now = state(changes, date(2026, 3, 9)), state(changes, date(2026, 3, 10))

    assert (len(then.actions), len(then.areas)) == (1, 1)
    assert (len(now.actions), len(now.areas)) == (0, 0)
    assert len(state(changes, date(2026, 3, 10), record=1).actions) == 1


def test_a_change_counts_as_undone_when_the_last_undo_or_redo_of_it_is_an_undo() -> None:
    said = a_change(2, an_update_row(1, "2026-03-01", "at-risk"))
    story = [
        BEGUN,
        said,
        a_change(3, undoes=2),
        a_change(4, undoes=3),
        a_change(5, undoes=2),
        a_change(6, undoes=5),
    ]
    expected = {2: "at-risk", 3: None, 4: "at-risk", 5: None, 6: "at-risk"}

    assert {record: action_at(story, "2026-03-31", record).status for record in expected} == expected
    assert undone(story[:3]) == {2}
    assert [change.id for change in in_force(story)] == [1, 2]


def test_the_first_due_date_is_kept_and_agreeing_to_a_moved_one_is_no_move() -> None:
    changes = [
        BEGUN,
        a_change(2, a_deadline_row(1, "2026-01-05", "2026-03-31")),
        a_change(3, a_deadline_row(2, "2026-02-05", "2026-05-29")),
        a_change(4, a_deadline_row(3, "2026-03-11", "2026-05-29", agreed_meeting_id=1)),
    ]

    moved, agreed = action_at(changes, "2026-03-10"), action_at(changes, "2026-03-11")

    assert agreed.first_due
    assert agreed.first_due.on == date(2026, 3, 31)
    assert (moved.due_moves, moved.due_agreed) == (1, False)
    assert (agreed.due_moves, agreed.due_agreed) == (1, True)


def test_agreement_reason_and_minute_are_of_the_present_due_date_alone() -> None:
    agreed = {"reason": "Late tender.", "agreed_meeting_id": 1, "minute": "4.2"}
    changes = [
        BEGUN,
        a_change(2, a_deadline_row(1, "2026-01-05", "2026-03-31")),
        a_change(3, a_deadline_row(2, "2026-02-05", "2026-05-29", **agreed)),
        a_change(4, a_deadline_row(3, "2026-03-11", "2026-06-30")),
    ]

    first, second = action_at(changes, "2026-03-10"), action_at(changes, "2026-03-11")

    assert (first.due_agreed, first.due_reason, first.due_minute) == (True, "Late tender.", "4.2")
    assert (second.due_agreed, second.due_reason, second.due_minute) == (False, "", "")


def test_a_private_note_is_no_update_for_a_paper() -> None:
    changes = [
        BEGUN,
        a_change(2, an_update_row(1, "2026-02-01", no_change=True)),
        a_change(3, an_update_row(2, "2026-03-01", private_note="Between us.")),
        a_change(4, an_update_row(3, "2026-03-02", note="Said.", private_note="Between us.")),
    ]

    assert action_at(changes, "2026-03-01").updated_on == date(2026, 2, 1)
    assert action_at(changes, "2026-03-02").updated_on == date(2026, 3, 2)


def test_an_answer_counts_from_its_own_day() -> None:
    said = {"kind": "question", "text": "Who pays?", "action_id": 1, "area_id": None, "exempt": False}
    asked = {"meeting_id": 1, "answer": "In May.", "answered_on": "2026-03-20"} | said
    changes = [BEGUN, a_change(2, a_meeting_row(1, "2026-03-11"), Difference("minute", 1, None, None, asked))]

    def answers(as_at: str) -> list[tuple[str, str]]:
        minutes = state(changes, date.fromisoformat(as_at)).minutes
        return [(minute.answer, str(minute.answered_on)) for minute in minutes]

    assert answers("2026-03-10") == []
    assert answers("2026-03-11") == answers("2026-03-19") == [("", "None")]
    assert answers("2026-03-20") == [("In May.", "2026-03-20")]


def test_a_meeting_is_known_from_the_day_it_was_listed_or_else_from_its_own() -> None:
    to_come = a_meeting_row(1, "2026-05-13", listed_on="2026-03-02")
    listed_late = a_meeting_row(2, "2026-03-11", listed_on="2026-03-20")
    changes = [BEGUN, a_change(2, to_come, listed_late)]

    def known(as_at: str) -> list[int]:
        return [meeting.id for meeting in state(changes, date.fromisoformat(as_at)).meetings]

    assert [known(day) for day in ("2026-03-01", "2026-03-02", "2026-03-10")] == [[], [1], [1]]
    assert known("2026-03-11") == [2, 1]


def test_owners_stand_in_order_of_their_roles_whatever_the_capitals() -> None:
    named = [("head of SEND", "LA"), ("Therapies lead", "ICB"), ("Head of SEND", "ICB"), ("Advisor", "PCF")]
    rows = [
        Difference("owner", id_, None, None, {"role": role, "organisation": of, "name": "", "email": ""})
        for id_, (role, of) in enumerate(named, 1)
    ]

    owners = state([BEGUN, a_change(2, *rows)], date(2026, 3, 31)).owners

    assert [str(owner) for owner in owners] == [
        "Advisor, PCF",
        "Head of SEND, ICB",
        "head of SEND, LA",
        "Therapies lead, ICB",
    ]


def test_milestones_and_readings_stand_in_order_of_their_dates() -> None:
    measure = {"on": "2026-01-05", "title": "Plans in time", "unit": "%", "better": "higher", "area_id": 1}
    blank = {"baseline": None, "baseline_period": "", "target": None, "target_by": None, "definition": ""}
    of_it = {"measure_id": 1, "value": 50.0}
    milestones = [
        Difference("milestone", id_, None, None, of_it | {"by": by})
        for id_, by in enumerate(("2027-03-31", "2026-12-31"), 1)
    ]
    readings = [
        Difference("reading", id_, None, None, of_it | {"on": on, "period": on, "note": ""})
        for id_, on in enumerate(("2026-02-28", "2025-12-31", "2026-04-30"), 1)
    ]
    changes = [
        BEGUN,
        a_change(2, Difference("measure", 1, None, None, blank | measure), *milestones, *readings),
    ]

    (kept,) = state(changes, date(2026, 3, 31)).measures

    assert [milestone.by for milestone in kept.milestones] == [date(2026, 12, 31), date(2027, 3, 31)]
    assert [reading.on for reading in kept.readings] == [date(2025, 12, 31), date(2026, 2, 28)]


def test_a_plan_without_changes_is_empty() -> None:
    plan = state([], date(2026, 3, 31))

    assert (plan.title, plan.actions, plan.record, len(plan.legend)) == ("", (), 0, len(Status))


def test_nouns_kept_apart_are_no_part_of_a_plan() -> None:
    view = a_change(2, an_edit("saved_view", 1, "name", "", "Mine"))

    assert state([BEGUN, view], date(2026, 3, 31)).actions == state([BEGUN], date(2026, 3, 31)).actions
    with_it = a_change(2, *view.differences, an_edit("action", 1, "title", "Action 9.3", "Second"))
    assert action_at([BEGUN, with_it], "2026-03-31").title == "Second"


@pytest.mark.parametrize(("asked", "record"), [(None, 2), (1, 1), (2, 2), (7, 7)])
def test_a_plan_names_the_record_it_is_known_at_and_its_rows_are_of_their_first_version(
    asked: int | None, record: int
) -> None:
    changes = [BEGUN, a_change(2, an_edit("action", 1, "title", "Action 9.3", "Second"))]

    assert state(changes, date(2026, 3, 31), asked).record == record
    assert action_at(changes, "2026-03-31", asked).version == 1


@pytest.mark.parametrize(("agreed", "is_settled"), [({}, True), ({"agreed_meeting_id": 1}, False)])
def test_a_date_that_was_moved_and_is_back_needs_agreement_only_if_the_move_was_agreed(
    agreed: dict[str, int], is_settled: bool
) -> None:
    changes = [
        BEGUN,
        a_change(2, a_deadline_row(1, "2026-01-05", "2026-06-30")),
        a_change(3, a_deadline_row(2, "2026-02-05", "2026-09-30", **agreed)),
        a_change(4, a_deadline_row(3, "2026-03-11", "2026-06-30")),
    ]

    back = action_at(changes, "2026-03-11")

    assert (back.due_moves, back.is_due_at_first, back.due_agreed) == (2, True, is_settled)
    assert not action_at(changes, "2026-03-10").is_due_at_first
