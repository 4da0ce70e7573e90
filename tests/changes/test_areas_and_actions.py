"""Areas, actions and the plan itself: added, revised and retired; every text kept as text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.actions import revise_actions
from send_actions.changes.areas import judge_area
from send_actions.changes.plan import revise_plan
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import EditConflictError, SendActionsError, UsageError

HOSTILE = (
    '\'); drop table action;-- \x1b]52;c;AAAA\x07 [/red] =HYPERLINK("x") ../../etc \u202e {0} %s \N{SNOWMAN}'
)
HARMLESS = '\'); drop table action;-- ]52;c;AAAA [/red] =HYPERLINK("x") ../../etc  {0} %s \N{SNOWMAN}'


def test_an_action_is_added_with_its_first_status_and_due_date_as_one_change(kept: KeptPlan) -> None:
    lead = OwnerDraft("Therapies Lead", "ICB")

    change = kept.action("9.10", status=Status.NOT_STARTED, due="2026-07-31", lead=lead)

    assert change.label == "Add 9.10"
    assert [d.noun for d in change.differences] == ["owner", "action", "progress_update", "deadline"]
    action = kept.find("9.10")
    assert (str(action.lead), action.status) == ("Therapies Lead, ICB", Status.NOT_STARTED)
    assert action.due
    assert (action.due.on, action.due.precision) == (date(2026, 7, 31), Precision.DAY)
    assert [a.ref for a in kept.plan().actions] == ["9.3", "9.4", "9.10", "12.1"]


def test_an_action_has_its_senior_owner_beside_its_lead(kept: KeptPlan) -> None:
    kept.action("9.10", lead=OwnerDraft("Therapies Lead", "ICB"), sro=OwnerDraft("Director", "LA"))

    action = kept.find("9.10")
    assert (str(action.lead), str(action.sro)) == ("Therapies Lead, ICB", "Director, LA")


def test_all_that_is_said_of_a_new_action_counts_from_its_own_date(kept: KeptPlan) -> None:
    kept.action("9.10", on="2026-02-02", due="2026-07-31", status=Status.NOT_STARTED)

    then = kept.find("9.10", as_at="2026-02-02")
    assert (then.status, then.since, then.due_on) == (
        Status.NOT_STARTED,
        date(2026, 2, 2),
        date(2026, 7, 31),
    )
    assert kept.timeline("9.10").deadlines[0].on == date(2026, 2, 2)


def test_what_a_change_returns_is_what_the_history_tells(kept: KeptPlan) -> None:
    change = kept.action("9.10", due="2026-07-31", lead=OwnerDraft("Therapies Lead", "ICB"))
    said = kept.say("9.10", "at-risk", path_by=date(2026, 8, 1))

    assert kept.changes()[-2:] == [change, said]


def test_a_ref_or_number_in_use_is_refused(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match=r"There is an action 9\.3 already"):
        kept.action("9.3")
    with pytest.raises(SendActionsError, match=r"There is an action 9\.3 already"):
        kept.revise("9.4", ref="9.3")
    with pytest.raises(SendActionsError, match="There is an area 9 already"):
        kept.area("9")
    with pytest.raises(SendActionsError, match="There is an area 9 already"):
        kept.revise_area("12", number="9")


def test_a_number_may_be_written_another_way_by_the_area_that_has_it(kept: KeptPlan) -> None:
    kept.area("9a")

    assert there(kept.revise_area("9a", number="9A")).label == "Revise area 9a: number"
    assert kept.find_area("9A").title == "Area 9a"


def test_one_owner_serves_all_who_name_the_role_and_organisation(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Therapies Lead", "ICB"))
    kept.revise("9.4", lead=OwnerDraft("therapies lead", "ICB"))

    assert kept.find("9.3").lead == kept.find("9.4").lead
    assert len(kept.plan().owners) == 1


def test_wording_is_dated_by_the_day_of_its_change_and_else_as_first_typed(kept: KeptPlan) -> None:
    kept.revise("9.3", title="Later title", day="2026-03-20")

    assert kept.find("9.3", as_at="2026-03-19").title == "Action 9.3"
    assert kept.find("9.3", as_at="2026-03-20").title == "Later title"


def test_revising_to_the_same_words_writes_nothing(kept: KeptPlan) -> None:
    before = kept.place.read_bytes()

    assert kept.revise("9.3", title=" Action 9.3 ", exempt=False) is None
    assert kept.place.read_bytes() == before


def test_several_actions_get_one_lead_as_one_change(kept: KeptPlan) -> None:
    ids = [kept.find(ref).id for ref in ("9.3", "12.1")]
    lead = OwnerDraft("Head of SEND", "LA")

    change = there(revise_actions(kept.store, ids, {"lead": lead}, **kept.by()))

    assert change.label == "Revise 9.3, 12.1: lead"
    assert [str(a.lead) for a in kept.plan().actions] == ["Head of SEND, LA", "None", "Head of SEND, LA"]


def test_an_edit_of_wording_for_an_older_version_is_refused(kept: KeptPlan) -> None:
    seen = kept.find("9.3").version
    kept.revise("9.3", title="Ben's title", actor="Ben")

    with pytest.raises(EditConflictError) as conflict:
        kept.revise("9.3", title="Ana's title", expected_version=seen)

    assert conflict.value.theirs["title"] == "Ben's title"
    assert kept.find("9.3").title == "Ben's title"


def test_an_action_moves_to_another_area_from_that_day_on(kept: KeptPlan) -> None:
    kept.revise("12.1", area_id=kept.find_area("9").id, day="2026-03-20")

    assert kept.plan().area_of(kept.find("12.1")).number == "9"
    then = kept.plan("2026-03-01")
    assert then.area_of(kept.find("12.1", as_at="2026-03-01")).number == "12"


def test_an_action_does_not_move_to_an_area_that_is_no_longer_there(kept: KeptPlan) -> None:
    kept.area("13")
    gone = kept.find_area("13").id
    kept.retire_area("13")

    with pytest.raises(SendActionsError, match="Area 13 is no longer part of the plan"):
        kept.revise("9.3", area_id=gone)

    assert kept.plan().area_of(kept.find("9.3")).number == "9"


def test_an_area_with_actions_is_not_retired(kept: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match=r"Area 9 still has actions \(9\.3, 9\.4\)"):
        kept.retire_area("9")


def test_an_area_with_many_actions_names_the_first_five_and_says_that_there_are_more(kept: KeptPlan) -> None:
    for ref in ("9.5", "9.6", "9.7"):
        kept.action(ref)
    with pytest.raises(SendActionsError, match=r"actions \(9\.3, 9\.4, 9\.5, 9\.6, 9\.7\): move"):
        kept.retire_area("9")

    kept.action("9.8")
    with pytest.raises(SendActionsError, match=r"actions \(9\.3, 9\.4, 9\.5, 9\.6, 9\.7 …\): move"):
        kept.retire_area("9")


def test_an_area_lasts_as_long_as_an_action_was_in_it(kept: KeptPlan) -> None:
    kept.retire("12.1", on="2026-03-20")
    kept.retire_area("12", on="2026-03-10")

    assert [area.number for area in kept.plan("2026-03-15").areas] == ["9", "12"]
    assert [area.number for area in kept.plan("2026-03-20").areas] == ["9"]


def test_a_judgement_is_said_on_a_date_and_the_same_again_writes_nothing(kept: KeptPlan) -> None:
    kept.judge("9", "at-risk", "Families say so.", on="2026-03-02")
    assert kept.judge("9", "at-risk", "Families say so.") is None
    late = kept.judge("9", "off-track", on="2026-02-02")

    judgement = kept.find_area("9").judgement
    assert judgement
    assert (judgement.status, judgement.reason) == (Status.AT_RISK, "Families say so.")
    assert there(late).label == "Judge area 9 off track"
    then = kept.plan("2026-02-03").areas[0].judgement
    assert then
    assert then.status is Status.OFF_TRACK


def test_the_same_judgement_twice_for_one_day_is_kept_once(kept: KeptPlan) -> None:
    kept.judge("9", "at-risk", "Families say so.", on="2026-03-02")

    assert kept.judge("9", "at-risk", "Families say so.", on="2026-03-02") is None
    assert kept.judge("9", "at-risk", "Waits grow.", on="2026-03-02") is not None


def test_a_judgement_counts_as_someone_saving_the_area_first(kept: KeptPlan) -> None:
    area = kept.find_area("9")
    kept.judge("9", "at-risk", "Families say so.")

    with pytest.raises(EditConflictError, match="area 9 first"):
        judge_area(kept.store, area.id, Status.OFF_TRACK, expected_version=area.version, **kept.by())


def test_an_outcome_and_a_headline_keep_their_lines_and_a_title_has_one(kept: KeptPlan) -> None:
    kept.revise_area("9", outcome="Sooner.\nNearer.", headline="Up.\nStill slow.", title="Waiting\ntimes")

    area = kept.find_area("9")
    assert (area.outcome, area.headline, area.title) == (
        "Sooner.\nNearer.",
        "Up.\nStill slow.",
        "Waiting times",
    )


def test_an_action_or_area_without_a_name_is_refused(kept: KeptPlan) -> None:
    with pytest.raises(UsageError, match="An action needs a ref and a title"):
        kept.revise("9.3", title="  ")
    with pytest.raises(UsageError, match="An area needs a number and a title"):
        kept.revise_area("9", title="\x07")
    with pytest.raises(UsageError, match=r"needs a ref.*needs a title"):
        kept.action("", area_id=1, title="")


def test_a_title_that_is_too_long_is_refused_in_a_draft_and_in_an_edit(kept: KeptPlan) -> None:
    with pytest.raises(UsageError, match="The title is 401 characters long: shorten it to 400"):
        kept.action("9.5", title="x" * 401)
    with pytest.raises(UsageError, match="The title is 401 characters long: shorten it to 400"):
        kept.revise("9.3", title="x" * 401)


def test_hostile_text_is_kept_as_text_without_what_a_terminal_obeys(kept: KeptPlan) -> None:
    kept.action("9.5", title=HOSTILE, success_measure=HOSTILE, lead=OwnerDraft(HOSTILE, HOSTILE))
    kept.say("9.5", "at-risk", note=f"{HOSTILE}\n{HOSTILE}", heard_from=HOSTILE)
    kept.revise_area("9", headline=HOSTILE)
    revise_plan(kept.store, {"title": HOSTILE}, **kept.by())
    change = kept.say("9.5", note="By whom?", actor="Ana\x1b[2J\udcff\n")

    action = kept.find("9.5")
    assert (action.title, action.success_measure) == (HARMLESS, HARMLESS)
    assert action.lead
    assert (action.lead.role, action.lead.organisation) == (HARMLESS, HARMLESS)
    assert action.reason == f"{HARMLESS}\n{HARMLESS}"
    assert kept.timeline("9.5").updates[1].heard_from == HARMLESS
    assert kept.find_area("9").headline == HARMLESS
    assert kept.plan().title == HARMLESS
    assert there(change).actor == "Ana[2J"
    assert len(kept.plan().actions) == 4


def test_a_lead_that_is_no_owner_is_a_mistake_of_the_program_and_takes_nobody_s_place(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))

    with pytest.raises(TypeError):
        kept.revise("9.3", lead="Therapies Lead, ICB")

    assert str(kept.find("9.3").lead) == "Head of SEND, LA"


@pytest.mark.parametrize("field", ["id", "born", "gone", "gone_on", "version", "on"])
def test_what_is_not_wording_is_never_edited(kept: KeptPlan, field: str) -> None:
    values: dict[str, Any] = {field: 1}

    with pytest.raises(LookupError, match="is never edited"):
        kept.revise("9.3", **values)
