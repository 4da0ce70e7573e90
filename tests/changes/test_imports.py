"""A file brought in as one change: what the plan says already is left alone, and the rest is dated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from kept_plans import KeptPlan, due_on, iso, there

from send_actions.changes.imports import import_lines, preview_import
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Change, Due
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.errors import EditConflictError, SendActionsError
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines, SaidThen
from send_actions.importers.problems import Problem

KEPT = ["imported_file", "import_mapping"]
"""What a plan keeps of every file that was brought in."""


def bring_in(kept: KeptPlan, *lines: ActionLine | AreaLine, on: str | None = None) -> Change | None:
    areas = tuple(line for line in lines if isinstance(line, AreaLine))
    actions = tuple(line for line in lines if isinstance(line, ActionLine))
    return import_lines(kept.store, PlanLines(areas, actions), name="plan.csv", on=iso(on), **kept.by())


def test_the_same_file_again_changes_nothing_though_something_else_was_said_since(kept: KeptPlan) -> None:
    line = ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK)
    assert there(bring_in(kept, line)).label == "Import plan.csv: 1 update"
    kept.say("9.3", "off-track")

    assert bring_in(kept, line) is None
    assert bring_in(kept, line, on="2026-03-31") is None
    assert kept.find("9.3").status is Status.OFF_TRACK


def test_the_same_file_spoken_of_an_earlier_day_says_what_was_said_then(kept: KeptPlan) -> None:
    line = ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK, impact=Impact.EMERGING)
    bring_in(kept, line)

    assert bring_in(kept, line, on="2026-03-01") is not None
    then = kept.find("9.3", as_at="2026-03-01")
    assert (then.status, then.impact) == (Status.AT_RISK, Impact.EMERGING)


def test_a_due_date_given_more_exactly_is_kept_and_is_no_move(kept: KeptPlan) -> None:
    kept.move("9.3", "2026-05-31", on="2026-01-05")
    may = Due(date(2026, 5, 31), Precision.MONTH, "May 2026")

    bring_in(kept, ActionLine("9.3", "9", "Action 9.3", due=may))

    assert (kept.find("9.3").due, kept.find("9.3").due_moves) == (may, 0)
    again = bring_in(kept, ActionLine("9.3", "9", "Action 9.3", due=may, status=Status.ON_TRACK))
    nouns = [d.noun for d in there(again).differences]
    assert nouns == ["progress_update", "imported_file", "import_mapping"]


def test_the_first_due_date_of_a_new_action_counts_from_the_first_that_the_file_says_of_it(
    kept: KeptPlan,
) -> None:
    first, moved = (Due(date(2026, month, 28), Precision.DAY, f"2026-0{month}-28") for month in (2, 6))
    said = (SaidThen(date(2026, 1, 31), Status.AT_RISK), SaidThen(date(2026, 2, 27), Status.OFF_TRACK))
    new = ActionLine("9.8", "9", "New", status=Status.OFF_TRACK, due=first, revised=moved, said=said)
    known = ActionLine("9.3", "9", "Action 9.3", due=first, said=said)
    bring_in(kept, new, known, on="2026-03-20")

    assert [kept.find("9.8", as_at=day).due for day in ("2026-01-31", "2026-03-19")] == [first, first]
    assert (kept.find("9.8").due, kept.find("9.8").due_moves) == (moved, 1)
    assert kept.find("9.3", as_at="2026-03-19").due is None


def test_a_file_that_says_a_status_again_is_a_statement_of_its_own_date(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", on="2026-03-10")
    line = ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK)

    change = bring_in(kept, line, on="2026-03-12")

    assert there(change).label == "Import plan.csv: 1 said again"
    kept.say("9.3", "on-track", on="2026-03-11")
    assert kept.find("9.3").status is Status.AT_RISK
    other = replace(line, partners="PCF")
    assert there(bring_in(kept, other, on="2026-03-12")).label == "Import plan.csv: 1 revised action (9.3)"


def test_our_own_list_says_only_what_was_changed_in_it(kept: KeptPlan) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", on="2026-03-10")
    line = ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK, updated_on=date(2026, 3, 10))

    assert bring_in(kept, line) is None
    assert there(bring_in(kept, replace(line, impact=Impact.EMERGING))).label == "Import plan.csv: 1 update"
    update = kept.timeline("9.3").updates[0]
    assert (update.status, update.impact) == (None, Impact.EMERGING)


def test_an_action_that_a_file_names_for_an_earlier_day_was_there_then(kept: KeptPlan) -> None:
    bring_in(kept, ActionLine("9.3", "9", "Action 9.3"), on="2025-12-01")

    assert [action.ref for action in kept.plan("2025-12-01").actions] == ["9.3"]
    assert kept.find("9.3", as_at="2025-12-01").status is None


def test_a_file_adds_areas_and_actions_from_the_day_it_speaks_of(kept: KeptPlan) -> None:
    lead = OwnerDraft("Head of SEND", "LA")
    new = ActionLine("13.1", "13", "Train staff", lead=lead, start=date(2026, 4, 1), due=due_on("2026-07-31"))

    change = bring_in(kept, AreaLine("13", "Early years", "Identify"), new, on="2026-03-02")

    assert there(change).label == "Import plan.csv: 1 new area, 1 new action, 1 due date"
    action = kept.find("13.1", as_at="2026-03-02")
    assert (str(action.lead), action.start, action.due_on) == (
        "Head of SEND, LA",
        date(2026, 4, 1),
        date(2026, 7, 31),
    )
    assert kept.plan("2026-03-02").area_of(action).theme == "Identify"
    assert "13.1" not in {action.ref for action in kept.plan("2026-03-01").actions}


def test_what_a_file_leaves_unsaid_stays(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"), success_measure="Waits fall.")
    kept.say("9.3", "at-risk", impact=Impact.EMERGING)

    change = bring_in(kept, ActionLine("9.3", "9", "Advice line"))

    action = kept.find("9.3")
    assert there(change).label == "Import plan.csv: 1 revised action (9.3)"
    assert (action.title, str(action.lead), action.success_measure) == (
        "Advice line",
        "Head of SEND, LA",
        "Waits fall.",
    )
    assert (action.status, action.impact) == (Status.AT_RISK, Impact.EMERGING)


def test_refs_and_numbers_that_people_take_for_the_same_are_the_same(kept: KeptPlan) -> None:
    kept.area("14a")
    kept.action("14a.1", title="Ask", area_id=kept.find_area("14a").id)

    change = bring_in(
        kept, AreaLine("14A", "Voice"), ActionLine("14A.1", "14 a", "Ask", status=Status.AT_RISK)
    )

    assert there(change).label == "Import plan.csv: 1 update, 1 revised area (14a)"
    assert kept.find("14a.1").status is Status.AT_RISK


def test_a_ref_is_not_brought_in_for_a_day_when_it_was_another_action_s(kept: KeptPlan) -> None:
    kept.retire("9.3", on="2026-03-20")
    line = ActionLine("9.3", "9", "Another action")

    with pytest.raises(SendActionsError, match=r"The ref 9\.3 was another action's until 20 March 2026"):
        bring_in(kept, line, on="2026-03-19")

    assert bring_in(kept, line, on="2026-03-20") is not None
    assert kept.find("9.3", as_at="2026-03-20").title == "Another action"


def test_what_a_file_says_of_an_action_counts_as_someone_saving_first(kept: KeptPlan) -> None:
    seen = kept.find("9.3").version
    bring_in(kept, ActionLine("9.3", "9", "Action 9.3", due=due_on("2026-07-31")))

    with pytest.raises(EditConflictError):
        kept.say("9.3", "at-risk", expected_version=seen)


def test_a_new_area_without_a_title_and_an_open_question_are_refused(kept: KeptPlan) -> None:
    before = kept.place.read_bytes()
    with pytest.raises(SendActionsError, match="Areas 13, 14 are new and have no title"):
        bring_in(kept, AreaLine("9"), AreaLine("13"), AreaLine("14"))
    asked = PlanLines(problems=(Problem("B2", "Which?", is_question=True), Problem("C2", "Perhaps.")))
    with pytest.raises(SendActionsError, match=r"1 question is open, the first at B2: Which\?"):
        import_lines(kept.store, asked, name="plan.csv", **kept.by())
    assert kept.place.read_bytes() == before


def test_a_preview_tells_the_change_and_writes_nothing(kept: KeptPlan) -> None:
    before = kept.place.read_bytes()
    lines = PlanLines(actions=(ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK),))

    change = preview_import(kept.store, lines, name="plan.csv", **kept.by())

    assert [told.noun for told in there(change).differences] == ["progress_update", *KEPT]
    assert kept.place.read_bytes() == before


def test_a_lead_of_whom_a_file_says_the_role_alone_stays_with_its_organisation(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Head of SEND", "LA"))
    kept.revise_area("9", lead=OwnerDraft("Head of SEND", "LA"))
    role = OwnerDraft("Head of SEND")

    assert bring_in(kept, AreaLine("9", lead=role), ActionLine("9.3", "9", "Action 9.3", lead=role)) is None
    assert [str(owner) for owner in kept.plan().owners] == ["Head of SEND, LA"]
    bring_in(kept, ActionLine("9.3", "9", "Action 9.3", lead=role, is_compared=True))
    assert str(kept.find("9.3").lead) == "Head of SEND"


def test_a_list_that_was_compared_with_the_plan_before_another_change_is_to_be_read_anew(
    kept: KeptPlan,
) -> None:
    line = ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK, is_compared=True)
    lines = PlanLines(actions=(line,), record=kept.plan().record, listed_at=1)
    kept.say("9.3", "off-track", actor="Ben")

    with pytest.raises(SendActionsError, match=r"The plan was changed while old\.csv was read"):
        import_lines(kept.store, lines, name="old.csv", **kept.by())
    assert kept.find("9.3").status is Status.OFF_TRACK


def test_a_file_whose_ref_somebody_gave_to_another_action_since_it_was_read_is_refused(
    kept: KeptPlan,
) -> None:
    lines = PlanLines(actions=(ActionLine("9.5", "9", "Write the handbook"),))
    seen_at = kept.plan().record
    kept.action("9.5", title="Recruit two therapists", actor="Ben")

    with pytest.raises(SendActionsError, match=r"The plan was changed while plan\.csv was read"):
        import_lines(kept.store, lines, name="plan.csv", seen_at=seen_at, **kept.by())
    assert kept.find("9.5").title == "Recruit two therapists"


@pytest.mark.parametrize("noun", ["action", "area"])
def test_a_file_that_would_take_back_words_said_since_it_was_read_is_refused(
    kept: KeptPlan, noun: str
) -> None:
    lines = PlanLines((AreaLine("9", title="Ours"),), (ActionLine("9.3", "9", "Action 9.3"),))
    seen_at = kept.plan().record
    if noun == "action":
        kept.revise("9.3", title="Other words", actor="Ben")
    else:
        kept.revise_area("9", title="Other words", actor="Ben")

    with pytest.raises(SendActionsError, match="bring it in once more"):
        import_lines(kept.store, lines, name="plan.csv", seen_at=seen_at, **kept.by())


def test_what_somebody_said_of_other_things_since_a_file_was_read_does_not_stop_it(kept: KeptPlan) -> None:
    lines = PlanLines(actions=(ActionLine("9.3", "9", "Action 9.3", status=Status.AT_RISK),))
    seen_at = kept.plan().record
    kept.action("9.7", title="Another", actor="Ben")
    kept.say("9.3", "off-track", actor="Ben")

    assert import_lines(kept.store, lines, name="plan.csv", seen_at=seen_at, **kept.by())
