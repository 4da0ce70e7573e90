"""What is said of actions: what is written, what carries forward, and what a date's state says."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import Any

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.updates import record_updates
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.plan.vocabulary import Heard, Impact, Status
from send_actions.errors import EditConflictError, SendActionsError, UsageError


def test_a_status_is_said_with_its_reason_and_path(kept: KeptPlan) -> None:
    change = kept.say("9.3", "at-risk", note="Vacancy.", path="Agency cover.", path_by=date(2026, 5, 1))

    action = kept.find("9.3")
    assert there(change).label == "Set 9.3 to at risk"
    assert (action.status, action.was, action.since) == (
        Status.AT_RISK,
        Status.ON_TRACK,
        date(2026, 3, 31),
    )
    assert (action.reason, action.path, action.path_by) == ("Vacancy.", "Agency cover.", date(2026, 5, 1))


def test_a_late_entry_changes_its_own_day_and_leaves_what_was_said_after_it(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", on="2026-03-12")

    kept.say("9.3", "off-track", note="Nobody in post.", on="2026-03-10")

    assert kept.find("9.3").status is Status.AT_RISK
    assert kept.find("9.3").was is Status.OFF_TRACK
    assert kept.find("9.3", as_at="2026-03-11").status is Status.OFF_TRACK
    assert kept.find("9.3", as_at="2026-03-09").status is Status.ON_TRACK


def test_of_two_updates_for_one_day_the_one_said_last_counts(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", on="2026-03-10")
    kept.say("9.3", "off-track", on="2026-03-10")

    assert kept.find("9.3").status is Status.OFF_TRACK
    assert [update.status for update in kept.timeline("9.3").updates[:2]] == [
        Status.OFF_TRACK,
        Status.AT_RISK,
    ]


def test_an_action_is_there_from_an_update_earlier_than_its_own_date(kept: KeptPlan) -> None:
    kept.say("9.3", "not-started", on="2025-11-20")

    assert [action.ref for action in kept.plan("2025-12-01").actions] == ["9.3"]
    assert [area.number for area in kept.plan("2025-12-01").areas] == ["9"]
    assert kept.plan("2025-11-19").actions == ()


def test_a_day_still_to_come_is_refused(kept: KeptPlan) -> None:
    with pytest.raises(UsageError, match="1 April 2026 is still to come: give a date up to 31 March 2026"):
        kept.say("9.3", "at-risk", on="2026-04-01")


@pytest.mark.parametrize("status", ["on-track", None])
def test_saying_what_it_says_already_writes_nothing(kept: KeptPlan, status: str | None) -> None:
    kept.say("9.3", "on-track", impact=Impact.EMERGING, impact_shown_by="Survey.", path="Cover.")
    before = kept.place.read_bytes()

    said_again = kept.say("9.3", status, impact=Impact.EMERGING, impact_shown_by="Survey.", path="Cover.")

    assert said_again is None
    assert kept.place.read_bytes() == before


def test_today_named_as_the_day_is_no_day_to_come(kept: KeptPlan) -> None:
    assert kept.say("9.3", "at-risk", on="2026-03-31") is not None


def test_what_shows_an_impact_may_be_said_later(kept: KeptPlan) -> None:
    kept.say("9.3", impact=Impact.EVIDENCED)

    assert kept.say("9.3", impact=Impact.EVIDENCED, impact_shown_by="Survey.") is not None
    assert kept.find("9.3").impact_shown_by == "Survey."


def test_the_same_reason_again_writes_nothing_and_another_reason_does(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.")

    assert kept.say("9.3", "at-risk", note="Vacancy.") is None
    assert kept.say("9.3", "at-risk", note="Two vacancies.") is not None
    assert kept.say("9.3", "at-risk", note="Vacancy.") is not None
    assert kept.find("9.3").reason == "Vacancy."


def test_an_impact_may_go_there_and_back_within_a_day(kept: KeptPlan) -> None:
    for impact in (Impact.EMERGING, Impact.NONE_YET, Impact.EMERGING):
        assert kept.say("9.3", impact=impact) is not None

    assert kept.find("9.3").impact is Impact.EMERGING


def test_no_change_twice_on_a_day_from_the_same_person_is_kept_once(kept: KeptPlan) -> None:
    said: dict[str, Any] = {"no_change": True, "heard": Heard.RETURN, "heard_from": "Therapies Lead, ICB"}

    assert kept.say("9.3", **said) is not None
    assert kept.say("9.3", **said) is None
    assert kept.say("9.3", **said | {"heard_from": "Head of SEND, LA"}) is not None


def test_a_note_alone_leaves_the_status_and_is_no_reason(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", on="2026-03-10")

    change = kept.say("9.3", note="Interviews on Friday.")

    action = kept.find("9.3")
    assert there(change).label == "Note on 9.3"
    assert (action.status, action.reason) == (Status.AT_RISK, "Vacancy.")
    assert action.updated_on == date(2026, 3, 31)


def test_a_private_note_alone_is_no_update_for_a_paper(kept: KeptPlan) -> None:
    change = kept.say("9.3", private_note="The lead is worried.")

    assert there(change).label == "Private note on 9.3"
    assert kept.find("9.3").updated_on == date(2026, 1, 5)
    assert kept.timeline("9.3").updates[0].private_note == "The lead is worried."


def test_path_proof_and_dates_carry_forward_until_the_status_changes(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", path="Agency cover.", on="2026-03-01")
    kept.say("9.3", path_by=date(2026, 5, 1), on="2026-03-05")
    kept.say("9.3", no_change=True, on="2026-03-08")
    still = kept.find("9.3", as_at="2026-03-09")

    kept.say("9.3", "on-track", on="2026-03-10")

    assert (still.path, still.path_by, still.reason) == ("Agency cover.", date(2026, 5, 1), "Vacancy.")
    now = kept.find("9.3")
    assert (now.path, now.path_by, now.reason, now.was) == ("", None, "", Status.AT_RISK)


def test_a_status_agreed_later_by_a_meeting_is_written_though_it_says_the_same(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    kept.say("9.3", "on-hold", note="Contract ended.", look_again=date(2026, 6, 1), on="2026-03-02")
    assert not kept.find("9.3").status_agreed

    kept.say("9.3", "on-hold", agreed_meeting_id=meeting, on="2026-03-11")

    assert kept.find("9.3").status_agreed
    assert not kept.find("9.3", as_at="2026-03-10").status_agreed
    assert kept.find("9.3").since == date(2026, 3, 2)


def test_a_meeting_that_is_not_there_cannot_have_agreed(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match="This meeting is no longer part of the plan"):
        kept.say("9.3", "on-hold", agreed_meeting_id=99)


def test_a_status_agreed_for_a_day_is_not_agreed_again_for_that_day(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    agreed: dict[str, Any] = {"note": "Contract ended.", "agreed_meeting_id": meeting}
    kept.say("9.3", "on-hold", on="2026-03-11", **agreed)

    assert kept.say("9.3", "on-hold", on="2026-03-11", **agreed) is None


def test_a_meeting_taken_back_agrees_nothing_more_and_is_named_by_its_day(kept: KeptPlan) -> None:
    meeting = kept.insert("meeting", listed_on=date(2026, 1, 5), on=date(2026, 3, 11), series="Board")
    kept.undo()

    with pytest.raises(SendActionsError, match="The meeting of 11 March 2026 is no longer part of the plan"):
        kept.say("9.3", "on-hold", agreed_meeting_id=meeting)


def test_a_label_names_five_actions_and_counts_the_others(kept: KeptPlan) -> None:
    for ref in ("12.2", "12.3"):
        kept.action(ref)

    def all_of_them(status: Status) -> str:
        drafts = [UpdateDraft(action.id, status=status) for action in kept.plan().actions]
        return there(record_updates(kept.store, drafts, **kept.by())).label

    assert all_of_them(Status.AT_RISK) == "Set 9.3, 9.4, 12.1, 12.2, 12.3 to at risk"
    kept.action("12.4")
    assert all_of_them(Status.OFF_TRACK) == "Set 9.3, 9.4, 12.1, 12.2, 12.3 and 1 more to off track"


def test_several_actions_are_said_as_one_change_and_those_that_say_so_already_are_left_out(
    kept: KeptPlan,
) -> None:
    kept.say("9.4", "off-track")
    ids = [kept.find(ref).id for ref in ("9.3", "9.4", "12.1")]

    change = record_updates(kept.store, [UpdateDraft(i, status=Status.OFF_TRACK) for i in ids], **kept.by())

    assert there(change).label == "Set 9.3, 12.1 to off track"
    assert len(there(change).differences) == 2
    assert [action.status for action in kept.plan().actions] == [Status.OFF_TRACK] * 3


def test_two_things_said_of_one_action_in_one_change_meet_no_conflict(kept: KeptPlan) -> None:
    action = kept.find("9.3")
    drafts = [
        UpdateDraft(action.id, date(2026, 2, 2), Status.AT_RISK),
        UpdateDraft(action.id, date(2026, 3, 2), Status.OFF_TRACK),
    ]

    record_updates(kept.store, drafts, expected={action.id: action.version}, **kept.by())

    assert kept.find("9.3").status is Status.OFF_TRACK
    assert kept.find("9.3", as_at="2026-02-28").status is Status.AT_RISK


def test_nothing_said_of_nobody_writes_nothing(kept: KeptPlan) -> None:
    assert record_updates(kept.store, [], **kept.by()) is None


def test_an_edit_of_an_older_version_is_refused_with_what_it_says_now(kept: KeptPlan) -> None:
    seen = kept.find("9.3").version
    kept.say("9.3", "at-risk", note="Vacancy.", actor="Ben")
    before = kept.place.read_bytes()

    with pytest.raises(
        EditConflictError, match=r"action 9\.3 first \(Set 9\.3 to at risk, by Ben"
    ) as conflict:
        kept.say("9.3", "off-track", expected_version=seen)

    assert conflict.value.thing == "action 9.3"
    assert conflict.value.theirs["ref"] == "9.3"
    assert kept.place.read_bytes() == before
    assert kept.find("9.3").status is Status.AT_RISK


def test_an_undo_counts_as_someone_saving_first(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk")
    seen = kept.find("9.3").version
    kept.undo()

    with pytest.raises(EditConflictError):
        kept.say("9.3", "off-track", expected_version=seen)


def test_a_retired_action_takes_no_more_updates(kept: KeptPlan) -> None:
    action_id = kept.find("9.3").id
    kept.retire("9.3")

    with pytest.raises(SendActionsError, match=r"Action 9\.3 is no longer part of the plan"):
        record_updates(kept.store, [UpdateDraft(action_id, status=Status.COMPLETE)], **kept.by())


def test_ten_thousand_updates_are_one_change_and_one_undo(kept: KeptPlan) -> None:
    action_id = kept.find("9.3").id
    rows = [{"action_id": action_id, "on": date(2026, 3, 1), "note": f"Note {n}"} for n in range(10_000)]
    began = perf_counter()

    with kept.store.record("Bring in the past", **kept.by()) as recording:
        recording.insert("progress_update", rows)

    assert len(there(recording.change).differences) == 10_000
    assert len(kept.timeline("9.3").updates) == 10_001
    assert perf_counter() - began < 10
    assert kept.undo().label == "Undo: Bring in the past"
    assert len(kept.timeline("9.3").updates) == 1
