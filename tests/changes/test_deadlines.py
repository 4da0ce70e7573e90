"""Deadlines: said on a date, moved with a reason, agreed by a meeting; the first one is kept."""

from __future__ import annotations

from datetime import date

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.updates import move_due_date, move_due_dates
from send_actions.domain.drafts import DeadlineDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.errors import EditConflictError, UsageError


def test_the_first_due_date_is_kept_when_it_moves(kept: KeptPlan) -> None:
    first = kept.move("9.3", "2026-03-31", on="2026-01-05")
    moved = kept.move("9.3", "2026-05-29", reason="Procurement ran late.", on="2026-03-10")

    action = kept.find("9.3")
    assert there(first).label == "Set the due date of 9.3 to 31 March 2026"
    assert there(moved).label == "Move the due date of 9.3 to 29 May 2026"
    assert action.due_on == date(2026, 5, 29)
    assert action.first_due
    assert action.first_due.on == date(2026, 3, 31)
    assert (action.due_moves, action.due_agreed) == (1, False)
    assert kept.timeline("9.3").deadlines[0].reason == "Procurement ran late."
    assert kept.find("9.3", as_at="2026-03-09").due_on == date(2026, 3, 31)


def test_a_late_due_date_counts_between_the_others(kept: KeptPlan) -> None:
    kept.move("9.3", "2026-03-31", on="2026-01-05")
    kept.move("9.3", "2026-06-30", on="2026-03-12")

    kept.move("9.3", "2026-04-30", on="2026-02-10")

    assert kept.find("9.3").due_on == date(2026, 6, 30)
    assert kept.find("9.3", as_at="2026-03-01").due_on == date(2026, 4, 30)
    assert kept.find("9.3").due_moves == 2


def test_the_same_due_date_again_writes_nothing(kept: KeptPlan) -> None:
    kept.move("9.3", "2026-03-31", on="2026-01-05")

    assert kept.move("9.3", "2026-03-31") is None


def test_agreeing_to_a_moved_date_is_written_and_is_no_move_of_its_own(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    kept.move("9.3", "2026-03-31", on="2026-01-05")
    kept.move("9.3", "2026-05-29", on="2026-03-02")

    kept.move("9.3", "2026-05-29", agreed_meeting_id=meeting, minute="4.2", on="2026-03-11")

    action = kept.find("9.3")
    assert (action.due_moves, action.due_agreed) == (1, True)
    assert kept.timeline("9.3").deadlines[0].minute == "4.2"


def test_the_minute_of_a_date_can_be_given_later(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    kept.move("9.3", "2026-05-29", agreed_meeting_id=meeting, on="2026-03-11")

    more = kept.move("9.3", "2026-05-29", minute="4.2")

    assert there(more).label == "Say more of the due date of 9.3, 29 May 2026"
    assert (kept.find("9.3").due_minute, kept.find("9.3").due_agreed) == ("4.2", True)
    assert kept.move("9.3", "2026-05-29", minute="4.2") is None


def test_ongoing_and_unclear_dates_keep_their_words(kept: KeptPlan) -> None:
    action_id = kept.find("9.3").id
    for precision, words in ((Precision.UNCLEAR, "after the review"), (Precision.ONGOING, "Ongoing")):
        move_due_date(kept.store, DeadlineDraft(action_id, Due(None, precision, words)), **kept.by())

        assert kept.find("9.3").due == Due(None, precision, words)


def test_several_due_dates_move_as_one_change(kept: KeptPlan) -> None:
    kept.move("9.4", "2026-05-29")
    due = Due(date(2026, 5, 29), Precision.DAY, "29 May 2026")
    drafts = [DeadlineDraft(kept.find(ref).id, due) for ref in ("9.3", "9.4", "12.1")]

    change = move_due_dates(kept.store, drafts, **kept.by())

    assert there(change).label == "Set the due date of 9.3, 12.1 to 29 May 2026"
    assert move_due_dates(kept.store, [], **kept.by()) is None
    kept.undo()
    assert [action.due_on for action in kept.plan().actions] == [None, date(2026, 5, 29), None]


def test_a_due_date_for_an_older_version_is_refused(kept: KeptPlan) -> None:
    seen = kept.find("9.3").version
    kept.move("9.3", "2026-03-31", actor="Ben")

    with pytest.raises(EditConflictError, match="by Ben"):
        kept.move("9.3", "2026-04-30", expected_version=seen)

    assert kept.find("9.3").due_on == date(2026, 3, 31)


def test_a_due_date_without_a_date_or_words_is_refused(kept: KeptPlan) -> None:
    with pytest.raises(UsageError, match="needs a date"):
        move_due_date(kept.store, DeadlineDraft(kept.find("9.3").id), **kept.by())
