"""No update received: noted for a meeting, and nothing said of the action."""

from __future__ import annotations

from datetime import date

import pytest
from kept_plans import KeptPlan

from send_actions.changes.chasing import note_asked, note_silence
from send_actions.changes.returns_taken import TakenReturns, take_returns
from send_actions.changes.updates import record_updates
from send_actions.domain.checks.urgency import owes_update
from send_actions.domain.drafts import OwnerDraft, UpdateDraft
from send_actions.domain.plan.vocabulary import Heard
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.store.chase_reader import Chased, read_asked, read_silent
from send_actions.store.reader import known_record, open_reader


@pytest.fixture
def board(kept: KeptPlan) -> int:
    kept.insert("meeting", on=date(2026, 3, 11), listed_on=date(2026, 1, 1), series="Board")
    return kept.insert("meeting", on=date(2026, 4, 15), listed_on=date(2026, 1, 1), series="Board")


def silent(kept: KeptPlan, board: int, record: int | None = None) -> set[str]:
    reading = open_reader(kept.place)
    try:
        ids = read_silent(reading, board, kept.day, known_record(reading, record))
    finally:
        reading.close()
    return {action.ref for action in kept.plan().actions if action.id in ids}


def test_no_update_received_is_noted_for_the_board_and_says_nothing_of_the_action(
    kept: KeptPlan, board: int
) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))
    before = kept.find("9.3")

    change = note_silence(kept.store, before.id, board, **kept.by())

    assert change
    assert change.label == "No update on 9.3 for the meeting of 15 April 2026"
    assert silent(kept, board) == {"9.3"}
    assert kept.find("9.3") == before
    assert owes_update(kept.find("9.3"), kept.plan())


def test_it_can_be_taken_back_and_brought_back(kept: KeptPlan, board: int) -> None:
    change = note_silence(kept.store, kept.find("9.3").id, board, **kept.by())
    assert change
    kept.undo()
    assert silent(kept, board) == set()
    assert silent(kept, board, change.id) == {"9.3"}
    kept.redo()
    assert silent(kept, board) == {"9.3"}


def test_noted_twice_it_is_one_record(kept: KeptPlan, board: int) -> None:
    action = kept.find("9.3")
    assert note_silence(kept.store, action.id, board, **kept.by())
    assert note_silence(kept.store, action.id, board, **kept.by()) is None
    assert silent(kept, board) == {"9.3"}


def test_it_is_noted_for_one_board_alone_and_of_an_action_without_a_lead_too(
    kept: KeptPlan, board: int
) -> None:
    june = kept.insert("meeting", on=date(2026, 6, 10), listed_on=date(2026, 1, 1), series="Board")
    note_silence(kept.store, kept.find("9.4").id, june, **kept.by())
    assert silent(kept, board) == set()
    assert silent(kept, june) == {"9.4"}


def test_an_update_that_comes_after_all_stands_beside_it(kept: KeptPlan, board: int) -> None:
    action = kept.find("9.3")
    note_silence(kept.store, action.id, board, **kept.by())
    record_updates(kept.store, [UpdateDraft(action.id, no_change=True)], **kept.by())
    assert not owes_update(kept.find("9.3"), kept.plan())
    kept.undo()
    assert silent(kept, board) == {"9.3"}


def test_of_an_action_or_a_meeting_that_is_gone_nothing_is_noted(kept: KeptPlan, board: int) -> None:
    action = kept.find("9.3")
    kept.retire("9.3")
    with pytest.raises(SendActionsError, match=r"9\.3.*no longer part of the plan"):
        note_silence(kept.store, action.id, board, **kept.by())


def test_asked_again_on_a_later_day_an_owner_is_chased_until_they_answer(kept: KeptPlan, board: int) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))
    lead = kept.find("9.3").lead
    assert lead
    for day in ("2026-03-29", "2026-03-29", "2026-03-30"):
        note_asked(kept.store, board, [lead.id], **kept.by(day=day))
    assert chased(kept, board) == {lead.id: Chased(date(2026, 3, 29), date(2026, 3, 30))}

    update = UpdateDraft(kept.find("9.3").id, note="Done", heard=Heard.RETURN)
    taken = TakenReturns(("Head of SEND, LA",), {}, [update], owner_ids=[lead.id], meeting_id=board)
    take_returns(kept.store, taken, **kept.by())
    assert note_asked(kept.store, board, [lead.id], **kept.by()) is None
    answered = Chased(date(2026, 3, 29), date(2026, 3, 30), kept.day, is_news=True)
    assert chased(kept, board) == {lead.id: answered}
    kept.undo()
    assert chased(kept, board) == {lead.id: Chased(date(2026, 3, 29), date(2026, 3, 30))}


def test_who_answers_unasked_is_in_the_ledger_too(kept: KeptPlan, board: int) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))
    lead = kept.find("9.3").lead
    assert lead
    update = UpdateDraft(kept.find("9.3").id, no_change=True, heard=Heard.RETURN)
    taken = TakenReturns((), {}, [update], owner_ids=[lead.id], meeting_id=board)
    take_returns(kept.store, taken, **kept.by())
    assert chased(kept, board) == {lead.id: Chased(answered_on=kept.day)}


def test_what_somebody_changed_since_it_was_compared_is_not_written_over(kept: KeptPlan) -> None:
    action = kept.find("9.3")
    kept.say("9.3", note="Newer")
    taken = TakenReturns((), {action.id: action.version}, [UpdateDraft(action.id, note="Older")])
    with pytest.raises(EditConflictError):
        take_returns(kept.store, taken, **kept.by())


def chased(kept: KeptPlan, board: int) -> dict[int, Chased]:
    plan = kept.plan()
    reading = open_reader(kept.place)
    try:
        return read_asked(reading, plan, plan.meetings_by_id[board])
    finally:
        reading.close()
