"""What is said anew of the same thing: reasons and agreement carry along, and labels say what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.actions import add_action, retire_action, revise_actions
from send_actions.changes.plan import begin_plan
from send_actions.changes.updates import move_due_date, move_due_dates, record_updates
from send_actions.domain.drafts import ActionDraft, DeadlineDraft, OwnerDraft, UpdateDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.errors import EditConflictError, SendActionsError

MAY = Due(date(2026, 5, 31), Precision.DAY, "31 May 2026")
MAY_AS_A_MONTH = Due(date(2026, 5, 31), Precision.MONTH, "May 2026")


def board(kept: KeptPlan) -> int:
    return kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")


def test_a_reason_can_be_given_later_for_a_date_that_moved_without_one(kept: KeptPlan) -> None:
    kept.move("9.3", "2026-03-31", on="2026-01-05")
    kept.move("9.3", "2026-05-31", on="2026-03-01")

    more = kept.move("9.3", "2026-05-31", reason="The provider changed.")

    action = kept.find("9.3")
    assert there(more).label == "Say more of the due date of 9.3, 31 May 2026"
    assert (action.due_reason, action.due_moves) == ("The provider changed.", 1)
    assert action.due_was
    assert action.due_was.on == date(2026, 3, 31)
    assert kept.move("9.3", "2026-05-31", reason="The provider changed.") is None


def test_the_same_day_said_less_exactly_stays_agreed_and_moves_nothing(kept: KeptPlan) -> None:
    kept.move("9.3", "2026-03-31", on="2026-01-05")
    kept.move("9.3", "2026-05-31", on="2026-03-11", reason="Late tender.", agreed_meeting_id=board(kept))

    move_due_date(kept.store, DeadlineDraft(kept.find("9.3").id, MAY_AS_A_MONTH), **kept.by())

    action = kept.find("9.3")
    assert action.due == MAY_AS_A_MONTH
    assert (action.due_moves, action.due_agreed, action.due_reason) == (1, True, "Late tender.")


def test_a_hold_can_be_agreed_later_without_saying_it_again(kept: KeptPlan) -> None:
    kept.say("9.3", "on-hold", note="Waits for the tender.", on="2026-03-01")

    kept.say("9.3", None, no_change=True, agreed_meeting_id=board(kept))

    assert kept.find("9.3").status_agreed


def test_an_impact_heard_at_a_meeting_agrees_no_hold(kept: KeptPlan) -> None:
    kept.say("9.3", "on-hold", note="Waits for the tender.", on="2026-03-01")

    kept.say("9.3", None, impact=Impact.EMERGING, agreed_meeting_id=board(kept))

    assert not kept.find("9.3").status_agreed


@pytest.mark.parametrize(
    "meant", [{"no_change": True}, {"path": "Agency cover"}, {"path_by": date(2026, 5, 1)}]
)
def test_a_status_that_another_person_has_since_spoken_of_is_not_taken_back(
    kept: KeptPlan, meant: dict[str, object]
) -> None:
    kept.say("9.3", "at-risk", note="Short of staff.")
    kept.say("9.3", None, actor="Ben", **meant)

    with pytest.raises(SendActionsError, match="Ben has since"):
        kept.undo()
    assert kept.find("9.3").status is Status.AT_RISK


def test_a_confirmation_says_its_status_so_it_is_not_taken_back_once_another_was_said(kept: KeptPlan) -> None:
    kept.say("9.3", None, no_change=True)
    kept.say("9.3", "at-risk", actor="Ben", note="Short of staff.")

    with pytest.raises(SendActionsError, match=r"Ben has since done “Set 9.3 to at risk”"):
        kept.undo()


def test_labels_name_what_was_written_and_only_that(kept: KeptPlan) -> None:
    one, two = kept.find("9.3").id, kept.find("9.4").id
    on_track = UpdateDraft(one, status=Status.ON_TRACK)
    record_updates(kept.store, [on_track], **kept.by())
    drafts = [on_track, UpdateDraft(two, status=Status.AT_RISK, note="Late.")]
    assert there(record_updates(kept.store, drafts, **kept.by())).label == "Set 9.4 to at risk"

    june = Due(date(2026, 6, 30), Precision.DAY, "30 June 2026")
    moves = [DeadlineDraft(one, MAY), DeadlineDraft(two, june)]
    label = there(move_due_dates(kept.store, moves, **kept.by())).label
    assert label == "Set the due date of 9.3 to 31 May 2026; Set the due date of 9.4 to 30 June 2026"

    words = {"title": kept.find("9.3").title, "partners": "PCF"}
    assert there(revise_actions(kept.store, [one], words, **kept.by())).label == "Revise 9.3: partners"
    said = there(kept.say("9.3", None, path="A second provider"))
    assert said.label == "Say 9.3: path to green"


def test_a_name_given_later_is_kept_with_the_owner_who_is_there(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))
    kept.revise("9.4", lead=OwnerDraft("head of send", "LA", name="A. Example"))

    leads = [kept.find(ref).lead for ref in ("9.3", "9.4")]
    assert leads[0] == leads[1]
    assert leads[0]
    assert leads[0].name == "A. Example"


def test_an_owner_named_without_a_name_keeps_the_one_that_is_known(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA", name="A. Example", email="a@example.org"))
    kept.revise("9.4", lead=OwnerDraft("Head of SEND", "LA"))

    lead = kept.find("9.4").lead
    assert lead
    assert (lead.name, lead.email) == ("A. Example", "a@example.org")


@pytest.mark.parametrize("ref", ["9.3", "9. 3", "9.\u200b3", "９.3"])
def test_a_ref_that_people_take_for_one_in_use_is_refused(kept: KeptPlan, ref: str) -> None:
    with pytest.raises(SendActionsError, match=r"an action 9\.3 already"):
        kept.action(ref, area_id=kept.find_area("9").id)


def test_a_ref_is_not_given_for_a_time_when_it_was_another_action_s(kept: KeptPlan) -> None:
    retire_action(kept.store, kept.find("9.3").id, on=date(2026, 3, 20), **kept.by())
    draft = ActionDraft(area_id=kept.find_area("9").id, ref="9.3", title="Another")

    for ref in ("9.3", "9. 3"):
        with pytest.raises(SendActionsError, match="another action's until 20 March 2026"):
            add_action(kept.store, replace(draft, ref=ref), on=date(2026, 2, 1), **kept.by())
    assert add_action(kept.store, draft, on=date(2026, 3, 20), **kept.by())


def test_an_action_that_moved_on_meanwhile_is_not_retired(kept: KeptPlan) -> None:
    seen = kept.find("9.3").version
    kept.say("9.3", "at-risk", note="Late.", actor="Ben")

    with pytest.raises(EditConflictError, match=r"Set 9\.3 to at risk, by Ben"):
        retire_action(kept.store, kept.find("9.3").id, expected_version=seen, **kept.by())


def test_a_plan_begins_once(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match="begun already"):
        begin_plan(kept.store, title="Again", partnership="P", main_series="Board", **kept.by())
