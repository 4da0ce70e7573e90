"""Meetings put in the diary, held or to come."""

from __future__ import annotations

from datetime import date

import pytest
from kept_plans import KeptPlan

from send_actions.changes.issuing import issue_paper
from send_actions.changes.meetings import add_meeting, remove_meeting, revise_meeting
from send_actions.domain.drafts import MeetingDraft
from send_actions.domain.history.state import state
from send_actions.domain.plan import Change, Meeting
from send_actions.errors import SendActionsError, UsageError
from send_actions.papers.issued_paper import IssuedPaper


def add(kept: KeptPlan, on: str, series: str = "", **due: date) -> Change:
    change = add_meeting(kept.store, MeetingDraft(date.fromisoformat(on), series, **due), **kept.by())
    assert change
    return change


def meetings(kept: KeptPlan, as_at: str | None = None) -> list[Meeting]:
    return list(kept.plan(as_at).meetings)


def test_a_meeting_is_of_the_main_series_unless_another_is_named(kept: KeptPlan) -> None:
    assert add(kept, "2026-05-13").label == "Add the meeting of 13 May 2026"
    assert add(kept, "2026-06-03", "Scrutiny").label == "Add the meeting of Scrutiny on 3 June 2026"
    assert [(m.on.isoformat(), m.series) for m in meetings(kept)] == [
        ("2026-05-13", "Board"),
        ("2026-06-03", "Scrutiny"),
    ]


def test_a_series_is_written_one_way(kept: KeptPlan) -> None:
    add(kept, "2026-05-13", "board")
    add(kept, "2026-06-03", "Scrutiny")
    add(kept, "2026-07-01", " scrutiny")
    assert [m.series for m in meetings(kept)] == ["Board", "Scrutiny", "Scrutiny"]


def test_what_is_due_for_it_is_kept_with_it(kept: KeptPlan) -> None:
    add(kept, "2026-05-13", returns_due=date(2026, 4, 29), papers_due=date(2026, 5, 6))
    (meeting,) = meetings(kept)
    assert (meeting.returns_due, meeting.papers_due) == (date(2026, 4, 29), date(2026, 5, 6))


def test_a_meeting_past_and_one_to_come_are_the_last_and_the_next(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    add(kept, "2026-03-11")
    plan = kept.plan()
    assert plan.last_meeting
    assert plan.next_meeting
    assert (plan.last_meeting.on, plan.next_meeting.on) == (date(2026, 3, 11), date(2026, 5, 13))


def test_a_meeting_is_known_from_the_day_it_was_listed_or_held(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    add(kept, "2026-03-11")
    assert [m.on.isoformat() for m in meetings(kept, "2026-03-30")] == ["2026-03-11"]
    assert state(kept.changes(), date(2026, 3, 30)) == kept.plan("2026-03-30")


def test_the_same_meeting_twice_is_refused_and_another_series_on_the_day_is_not(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    with pytest.raises(SendActionsError, match="There is a meeting of Board on 13 May 2026 already"):
        add(kept, "2026-05-13", "BOARD")
    add(kept, "2026-05-13", "Scrutiny")
    assert len(meetings(kept)) == 2


def test_it_is_taken_back_and_brought_back_and_may_then_come_again(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    kept.undo()
    assert meetings(kept) == []
    kept.redo()
    assert len(meetings(kept)) == 1
    kept.undo()
    add(kept, "2026-05-13")
    assert len(meetings(kept)) == 1


def test_a_meeting_that_a_status_was_agreed_at_stays(kept: KeptPlan) -> None:
    change = add(kept, "2026-03-11")
    kept.say("9.3", "on-hold", agreed_meeting_id=meetings(kept)[0].id)
    with pytest.raises(SendActionsError, match=r"Set 9\.3 to on hold"):
        kept.undo(change)


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (MeetingDraft(), "A meeting needs a date."),
        (
            MeetingDraft(date(2026, 5, 13), returns_due=date(2026, 5, 14)),
            "Returns are due by the meeting of 13 May 2026, not on 14 May 2026.",
        ),
        (
            MeetingDraft(date(2026, 5, 13), papers_due=date(2026, 6, 13)),
            "Papers are due by the meeting of 13 May 2026, not on 13 June 2026.",
        ),
    ],
)
def test_what_cannot_be_is_refused(kept: KeptPlan, draft: MeetingDraft, problem: str) -> None:
    with pytest.raises(UsageError) as refused:
        add_meeting(kept.store, draft, **kept.by())
    assert str(refused.value) == problem


def test_a_meeting_is_moved_as_one_change_and_stays_where_it_was_on_earlier_days(kept: KeptPlan) -> None:
    add(kept, "2026-05-13", papers_due=date(2026, 5, 6))
    moved = {"on": date(2026, 5, 20), "papers_due": date(2026, 5, 13)}
    which = meetings(kept)[0].id
    change = revise_meeting(kept.store, which, moved, **kept.by())
    assert change
    assert change.label == "Move the meeting of 13 May 2026 to 20 May 2026: papers due"
    assert [(m.on, m.papers_due) for m in meetings(kept)] == [(moved["on"], moved["papers_due"])]
    assert revise_meeting(kept.store, which, moved, **kept.by()) is None
    assert state(kept.changes(), kept.day) == kept.plan()
    kept.undo(change)
    assert [m.on for m in meetings(kept)] == [date(2026, 5, 13)]


def test_two_people_who_change_other_things_of_a_meeting_lose_neither(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    which = meetings(kept)[0].id
    revise_meeting(kept.store, which, {"returns_due": date(2026, 5, 1)}, **kept.by("Ana"))
    revise_meeting(kept.store, which, {"papers_due": date(2026, 5, 6)}, **kept.by("Ben"))
    assert [(m.returns_due, m.papers_due) for m in meetings(kept)] == [(date(2026, 5, 1), date(2026, 5, 6))]


def test_a_meeting_is_not_moved_onto_another_of_its_series(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    add(kept, "2026-05-20")
    with pytest.raises(SendActionsError, match="There is a meeting of Board on 20 May 2026 already"):
        revise_meeting(kept.store, meetings(kept)[0].id, {"on": date(2026, 5, 20)}, **kept.by())


def test_a_meeting_is_removed_from_its_day_on_and_taken_back(kept: KeptPlan) -> None:
    add(kept, "2026-05-13")
    which = meetings(kept)[0].id
    kept.day = date(2026, 4, 2)
    change = remove_meeting(kept.store, which, **kept.by())
    assert change
    assert change.label == "Remove the meeting of 13 May 2026"
    assert (len(meetings(kept)), len(meetings(kept, "2026-04-01"))) == (0, 1)
    kept.undo(change)
    assert len(meetings(kept)) == 1


def test_a_meeting_that_something_hangs_on_is_not_removed(kept: KeptPlan) -> None:
    add(kept, "2026-03-11")
    which = meetings(kept)[0].id
    kept.say("9.3", "on-hold", agreed_meeting_id=which)
    issue_paper(kept.store, IssuedPaper("board", kept.day, 5, "board", which, b""), **kept.by())
    kept.insert("minute", meeting_id=which, kind="question", text="How many?")
    record = kept.changes()[-1].id
    with pytest.raises(SendActionsError) as refused:
        remove_meeting(kept.store, which, **kept.by())
    assert str(refused.value) == (
        "The meeting of 11 March 2026 was shown the paper of record 5 and has 1 entry in its minutes and "
        "agreed to what was said of 9.3: nothing was removed; if only its day is wrong, move it."
    )
    assert kept.changes()[-1].id == record
