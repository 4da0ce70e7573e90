"""Undo and redo: whole changes, nobody else's words, and nothing left hanging."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from kept_plans import KeptPlan, a_kept_plan, there

from send_actions.changes.areas import judge_area
from send_actions.changes.evidence import add_evidence
from send_actions.changes.updates import record_updates
from send_actions.domain.drafts import EvidenceDraft, OwnerDraft, UpdateDraft
from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import EvidenceKind, Status
from send_actions.errors import EditConflictError, SendActionsError, UsageError
from send_actions.store.database import open_store

THERAPIES = OwnerDraft("Therapies Lead", "ICB")


def plan_itself(kept: KeptPlan) -> Plan:
    return replace(kept.plan(), record=0)


def test_a_status_taken_back_says_what_was_said_before_it(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.")

    undo = kept.undo()

    assert undo.label == "Undo: Set 9.3 to at risk"
    assert kept.find("9.3").status is Status.ON_TRACK
    assert kept.find("9.3", record=undo.id - 1).status is Status.AT_RISK


def test_wording_taken_back_and_brought_back_says_the_words_of_each(kept: KeptPlan) -> None:
    kept.revise("9.3", title="Advice line opens")

    kept.undo()
    assert kept.find("9.3").title == "Action 9.3"

    assert kept.redo().label == "Redo: Revise 9.3: title"
    assert kept.find("9.3").title == "Advice line opens"


def test_an_older_edit_stays_when_a_newer_one_of_another_field_is_taken_back(kept: KeptPlan) -> None:
    kept.revise("9.3", title="Advice line opens")
    kept.revise("9.3", success_measure="Calls answered.", actor="Ben")

    kept.undo(actor="Ana")

    action = kept.find("9.3")
    assert (action.title, action.success_measure) == ("Action 9.3", "Calls answered.")


def test_undo_takes_back_only_changes_of_its_own_actor(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    kept.say("9.4", "off-track", actor="Ben")

    assert kept.undo(actor="Ana").label == "Undo: Set 9.3 to at risk"
    assert kept.find("9.4").status is Status.OFF_TRACK


def test_undo_refuses_and_names_what_someone_has_since_said_of_the_same(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    later = there(kept.say("9.3", "off-track", actor="Ben"))
    before = kept.place.read_bytes()

    with pytest.raises(SendActionsError) as refused:
        kept.undo(actor="Ana")

    assert str(refused.value) == (
        "“Set 9.3 to at risk” cannot be taken back: Ben has since done “Set 9.3 to off track” "
        f"(record {later.id}). Take that back first (undo {later.id}), or say it anew."
    )
    assert kept.place.read_bytes() == before


def test_undo_of_a_status_does_not_mind_a_later_note_of_another(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    kept.say("9.3", note="Interviews on Friday.", actor="Ben")

    kept.undo(actor="Ana")

    assert kept.find("9.3").status is Status.ON_TRACK
    assert kept.timeline("9.3").updates[0].note == "Interviews on Friday."


def test_a_bulk_change_is_taken_back_at_once_also_after_a_restart(kept: KeptPlan) -> None:
    start = plan_itself(kept)
    ids = [action.id for action in kept.plan().actions]
    record_updates(kept.store, [UpdateDraft(i, status=Status.OFF_TRACK) for i in ids], **kept.by())
    end = plan_itself(kept)
    kept.store.close()
    kept.store = open_store(kept.place)

    assert kept.undo().label == "Undo: Set 9.3, 9.4, 12.1 to off track"
    assert plan_itself(kept) == start
    kept.redo()
    assert plan_itself(kept) == end


def test_undo_all_is_the_start_and_redo_all_is_the_end(kept: KeptPlan) -> None:
    start, first = plan_itself(kept), len(kept.changes())
    kept.say("9.3", "at-risk", note="Vacancy.", path="Agency cover.")
    kept.move("9.3", "2026-05-29", reason="Procurement ran late.")
    kept.revise("9.4", ref="9.5", lead=THERAPIES)
    kept.judge("9", "at-risk", "Families say so.")
    kept.retire("12.1", on="2026-03-01")
    kept.area("13", lead=THERAPIES)
    kept.action("13.1", lead=THERAPIES)
    end, done = plan_itself(kept), len(kept.changes()) - first

    for _ in range(done):
        kept.undo()
    assert plan_itself(kept) == start
    for _ in range(done):
        kept.redo()
    assert plan_itself(kept) == end
    with pytest.raises(SendActionsError, match="nothing of yours to bring back"):
        kept.redo()


def test_a_new_change_ends_redo_for_its_own_actor_alone(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    kept.undo(actor="Ana")
    kept.say("9.4", "off-track", actor="Ben")
    assert kept.redo(actor="Ana").label == "Redo: Set 9.3 to at risk"

    kept.undo(actor="Ana")
    kept.say("9.4", note="Checked.", actor="Ana")

    with pytest.raises(SendActionsError, match="nothing of yours to bring back"):
        kept.redo(actor="Ana")


def test_redo_refuses_when_someone_has_since_said_something_of_the_same(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    kept.undo(actor="Ana")
    kept.say("9.3", "off-track", actor="Ben")

    with pytest.raises(SendActionsError, match="cannot be brought back: Ben has since done"):
        kept.redo(actor="Ana")


def test_what_was_brought_back_since_counts_as_said_since(kept: KeptPlan) -> None:
    kept.revise("9.3", title="Ana's title", actor="Ana")
    kept.undo(actor="Ana")
    kept.revise("9.3", title="Ben's title", actor="Ben")
    kept.undo(actor="Ben")
    kept.redo(actor="Ana")

    with pytest.raises(SendActionsError, match="cannot be brought back: Ana has since done"):
        kept.redo(actor="Ben")

    assert kept.find("9.3").title == "Ana's title"


def test_two_edits_of_one_field_are_brought_back_in_their_order(kept: KeptPlan) -> None:
    kept.revise("9.3", title="First")
    kept.revise("9.3", title="Second")
    kept.undo()
    kept.undo()

    kept.redo()
    assert kept.find("9.3").title == "First"
    kept.redo()
    assert kept.find("9.3").title == "Second"


def test_a_named_change_is_taken_back_whoever_made_it_but_only_once(kept: KeptPlan) -> None:
    change = there(kept.say("9.3", "at-risk", actor="Ben"))
    kept.say("9.4", "off-track", actor="Ana")

    kept.undo(change, actor="Ana")

    assert kept.find("9.3").status is Status.ON_TRACK
    with pytest.raises(SendActionsError, match=r"“Set 9\.3 to at risk” was taken back already"):
        kept.undo(change, actor="Ana")


def test_an_undo_or_a_record_not_reached_is_no_change_to_take_back(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk")
    undo = kept.undo()

    for wrong in (undo, replace(undo, id=10**30)):
        with pytest.raises(UsageError, match="is no change that can be taken back"):
            kept.undo(wrong)


def test_the_beginning_of_the_plan_is_never_taken_back(kept: KeptPlan) -> None:
    begun = kept.changes()[0]

    with pytest.raises(SendActionsError, match="began the plan and cannot be taken back"):
        kept.undo(begun)


def test_nothing_to_take_back_is_said(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match="nothing of yours to take back"):
        kept.undo(actor="Ben")


def test_a_retirement_is_taken_back_and_brought_back_and_each_record_knows(kept: KeptPlan) -> None:
    retired = kept.retire("9.3", on="2026-03-10")
    undone = kept.undo()
    redone = kept.redo()

    def there_at(record: int) -> bool:
        return "9.3" in {action.ref for action in kept.plan(record=record).actions}

    assert [there_at(record.id) for record in (retired, undone, redone)] == [False, True, False]
    assert "9.3" in {action.ref for action in kept.plan("2026-03-09").actions}


def test_a_ref_given_to_another_action_meanwhile_keeps_the_first_one_retired(kept: KeptPlan) -> None:
    retired = kept.retire("9.3")
    kept.action("9.3", title="Another action")

    with pytest.raises(
        SendActionsError, match=r"“Retire 9\.3” cannot be taken back: its ref or number is in use"
    ):
        kept.undo(retired)

    assert kept.find("9.3").title == "Another action"


def test_a_ref_that_was_changed_is_not_taken_back_onto_another_action(kept: KeptPlan) -> None:
    moved = there(kept.revise("9.3", ref="9.9"))
    kept.action("9.3", title="Another action")

    with pytest.raises(SendActionsError, match="its ref or number is in use again"):
        kept.undo(moved)


def test_an_action_is_not_brought_back_while_its_ref_is_another_one_s(kept: KeptPlan) -> None:
    kept.action("9.9", title="Ana's action", actor="Ana")
    kept.undo(actor="Ana")
    kept.action("9.9", title="Ben's action", actor="Ben")

    with pytest.raises(SendActionsError, match=r"“Add 9\.9” cannot be brought back: its ref or number is in"):
        kept.redo(actor="Ana")

    assert kept.find("9.9").title == "Ben's action"


def test_a_ref_whose_action_was_taken_back_is_free_for_any_day(kept: KeptPlan) -> None:
    kept.action("9.9")
    kept.undo()

    kept.action("9.9", on="2026-01-10", title="Another action")

    assert kept.find("9.9", as_at="2026-01-10").title == "Another action"


def test_a_judgement_taken_back_counts_as_someone_saving_the_area_first(kept: KeptPlan) -> None:
    kept.judge("9", "at-risk", "Families say so.")
    seen = kept.find_area("9")
    kept.undo()

    with pytest.raises(EditConflictError, match="area 9 first"):
        judge_area(kept.store, seen.id, Status.OFF_TRACK, expected_version=seen.version, **kept.by())


def test_an_owner_whom_another_action_has_is_not_taken_back(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=THERAPIES, actor="Ana")
    kept.revise("9.4", lead=THERAPIES, actor="Ben")

    with pytest.raises(SendActionsError, match=r"Ben has since done “Revise 9\.4: lead”"):
        kept.undo(actor="Ana")


def test_an_action_is_not_brought_back_into_an_area_taken_back_meanwhile(kept: KeptPlan) -> None:
    kept.area("13", actor="Ana")
    kept.action("13.1", actor="Ben")
    kept.undo(actor="Ben")
    kept.undo(actor="Ana")

    with pytest.raises(SendActionsError, match=r"“Add 13\.1” cannot be brought back: area 13 is no longer"):
        kept.redo(actor="Ben")


def test_an_action_is_not_moved_back_into_an_area_retired_meanwhile(kept: KeptPlan) -> None:
    moved = there(kept.revise("12.1", area_id=kept.find_area("9").id))
    kept.retire_area("12")

    with pytest.raises(SendActionsError, match=r"“Revise 12\.1: area” cannot be taken back: area 12 is no"):
        kept.undo(moved)


def test_an_action_is_not_revived_in_an_area_retired_meanwhile(kept: KeptPlan) -> None:
    retired = kept.retire("12.1")
    kept.retire_area("12")

    with pytest.raises(SendActionsError, match=r"“Retire 12\.1” cannot be taken back: area 12 is no longer"):
        kept.undo(retired)


def test_an_update_is_not_brought_back_to_an_action_retired_meanwhile(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", actor="Ana")
    kept.undo(actor="Ana")
    kept.retire("9.3", actor="Ben")

    with pytest.raises(SendActionsError, match=r"cannot be brought back: action 9\.3 is no longer"):
        kept.redo(actor="Ana")


def test_a_retirement_is_not_brought_back_of_what_was_taken_back_meanwhile(kept: KeptPlan) -> None:
    kept.area("13", actor="Ben")
    kept.retire_area("13", actor="Ana")
    kept.undo(actor="Ana")
    kept.undo(actor="Ben")

    with pytest.raises(
        SendActionsError, match=r"“Retire area 13” cannot be brought back: area 13 is no longer"
    ):
        kept.redo(actor="Ana")


def test_a_change_that_adds_and_retires_one_row_is_taken_back_whole(kept: KeptPlan) -> None:
    with kept.store.record("Add and retire", **kept.by()) as recording:
        row = {"on": date(2026, 3, 1), "area_id": kept.find_area("9").id, "ref": "9.8", "title": "Slip"}
        row_id = recording.insert("action", [row])[0]
        recording.retire("action", row_id, date(2026, 3, 20))

    kept.undo()

    assert [action.ref for action in kept.plan("2026-03-15").actions] == ["9.3", "9.4", "12.1"]
    kept.action("9.8", title="Another action")


def test_a_change_that_adds_and_edits_one_row_is_brought_back_whole(kept: KeptPlan) -> None:
    with kept.store.record("Add and edit", **kept.by()) as recording:
        row = {"on": date(2026, 3, 1), "area_id": kept.find_area("9").id, "ref": "9.8", "title": "Slip"}
        recording.edit("action", recording.insert("action", [row])[0], {"title": "Advice line"})

    kept.undo()
    kept.redo()

    assert kept.find("9.8").title == "Advice line"


def test_an_undo_of_everything_said_on_a_day_leaves_the_other_person_s_words(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", on="2026-03-10", actor="Ana")
    kept.say("9.3", impact=None, note="Heard at the board.", on="2026-03-10", actor="Ben")

    kept.undo(actor="Ana")

    assert [update.actor for update in kept.timeline("9.3").updates] == ["Ben", "Ana"]
    assert kept.find("9.3", as_at="2026-03-10").status is Status.ON_TRACK


def test_undo_works_in_a_plan_of_another_place_with_the_same_records(kept: KeptPlan) -> None:
    other = a_kept_plan(kept.place.parent, "9.3", name="other.db")
    other.say("9.3", "at-risk")
    kept.say("9.3", "off-track")

    other.undo()

    assert other.find("9.3").status is Status.ON_TRACK
    assert kept.find("9.3").status is Status.OFF_TRACK
    other.store.close()


def test_evidence_whose_action_had_gone_before_it_is_back_as_it_was(kept: KeptPlan) -> None:
    draft = EvidenceDraft(EvidenceKind.DOCUMENT, "Protocol", action_id=kept.find("9.3").id)
    there(add_evidence(kept.store, draft, **kept.by()))
    kept.retire("9.3")
    with kept.store.record("Retire evidence", **kept.by()) as recording:
        (row,) = recording.rows_in_plan("evidence", title="Protocol")
        recording.retire("evidence", row["id"], kept.by()["day"])

    assert kept.undo().label == "Undo: Retire evidence"
    assert kept.undo().label == "Undo: Retire 9.3"
    assert [one.title for one in kept.plan().evidence] == ["Protocol"]
