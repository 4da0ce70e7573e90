"""What an action supports and depends on: linked and unlinked with its wording, as one change."""

from __future__ import annotations

import pytest
from kept_plans import KeptPlan, due_on

from send_actions.changes.actions import add_action, edit_action
from send_actions.changes.measures import add_measure
from send_actions.domain.drafts import ActionDraft, DeadlineDraft, MeasureDraft
from send_actions.domain.plan.vocabulary import Better
from send_actions.errors import EditConflictError, UsageError


@pytest.fixture
def linked(kept: KeptPlan) -> KeptPlan:
    kept.area("3")
    for ref in ("3.1", "9.1", "9.2"):
        kept.action(ref)
    return kept


def edited(kept: KeptPlan, ref: str, **said: object) -> str:
    change = edit_action(kept.store, kept.find(ref).id, said.pop("values", {}), **said, **kept.by())  # type: ignore[arg-type]
    return change.label if change else ""


def test_wording_due_date_and_links_are_one_change_and_one_undo(linked: KeptPlan) -> None:
    before, area = linked.plan(), linked.find_area("3").id
    links = {"supports": (area,), "depends_on": (linked.find("9.1").id,)}
    label = edited(
        linked,
        "9.2",
        values={"title": "Agree who pays"},
        deadline=DeadlineDraft(due=due_on("2026-06-30"), reason="Panel moved"),
        links=links,
    )
    now = linked.find("9.2")
    assert label == "Revise 9.2: title, due date, supports, depends on"
    assert (now.title, now.supports, now.depends_on) == ("Agree who pays", *links.values())
    assert (now.due, now.due_reason) == (due_on("2026-06-30"), "Panel moved")
    linked.undo()
    assert linked.find("9.2").title == before.actions_by_id[now.id].title
    assert (linked.find("9.2").supports, linked.find("9.2").depends_on, linked.find("9.2").due) == (
        (),
        (),
        None,
    )


def test_a_link_left_out_is_taken_away_and_one_that_stays_is_no_change(linked: KeptPlan) -> None:
    first, second = linked.find("9.1").id, linked.find("3.1").id
    edited(linked, "9.2", links={"depends_on": (first, second)})
    assert edited(linked, "9.2", links={"depends_on": (second, first)}) == ""
    assert edited(linked, "9.2", links={"depends_on": (second,)}) == "Revise 9.2: depends on"
    assert linked.find("9.2").depends_on == (second,)
    edited(linked, "9.2", links={"depends_on": (first,)})
    assert linked.find("9.2").depends_on == (first,)


def test_an_action_never_waits_for_itself_nor_supports_its_own_area(linked: KeptPlan) -> None:
    one, two, three = (linked.find(ref).id for ref in ("9.1", "9.2", "3.1"))
    edited(linked, "9.2", links={"depends_on": (one,)})
    edited(linked, "9.1", links={"depends_on": (three,)})
    with pytest.raises(UsageError, match=r"^3\.1 would wait for itself: leave out what depends on it\.$"):
        edited(linked, "3.1", links={"depends_on": (two,)})
    with pytest.raises(UsageError, match=r"^9\.2 is in that area already"):
        edited(linked, "9.2", links={"supports": (linked.find_area("9").id,)})
    assert linked.find("3.1").depends_on == ()


def test_somebody_else_s_edit_is_no_longer_written_over(linked: KeptPlan) -> None:
    seen = linked.find("9.2").version
    edited(linked, "9.2", links={"supports": (linked.find_area("3").id,)})
    with pytest.raises(EditConflictError, match=r"^Someone else saved action 9\.2 first"):
        edited(linked, "9.2", values={"title": "Mine"}, expected_version=seen)


def test_a_new_action_has_its_links_in_the_change_that_adds_it(linked: KeptPlan) -> None:
    draft = ActionDraft(linked.find_area("9").id, "9.5", "Start an advice line")
    add_action(linked.store, draft, links={"depends_on": (linked.find("9.1").id,)}, **linked.by())
    assert linked.find("9.5").depends_on == (linked.find("9.1").id,)
    linked.undo()
    assert [action.ref for action in linked.plan().actions] == ["3.1", "9.1", "9.2", "9.3", "9.4", "12.1"]


def test_the_measures_it_is_meant_to_move_are_links_too(linked: KeptPlan) -> None:
    draft = MeasureDraft("Waits", "weeks", Better.LOWER)
    add_measure(linked.store, draft, **linked.by())
    [measure] = linked.plan().measures
    assert edited(linked, "9.2", links={"measures": (measure.id,)}) == "Revise 9.2: measures"
    assert linked.find("9.2").measures == (measure.id,)
    assert edited(linked, "9.2", links={"measures": ()}) == "Revise 9.2: measures"
    assert linked.find("9.2").measures == ()


def test_undo_brings_back_a_link_that_was_taken_away(linked: KeptPlan) -> None:
    first = linked.find("9.1").id
    edited(linked, "9.2", links={"depends_on": (first,)})
    edited(linked, "9.2", links={"depends_on": ()})
    linked.undo()
    assert linked.find("9.2").depends_on == (first,)
    linked.redo()
    assert linked.find("9.2").depends_on == ()
