"""The round: who is asked and in which order, where one is, and what was answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import a_meeting, a_plan, an_action, an_owner

from send_actions.domain.checks.rounds import (
    Answers,
    Order,
    Round,
    answers_to,
    begin_round,
    by_lead,
    go_back,
    go_on,
    go_to,
    go_to_end,
    leave_for_later,
    meeting_of_round,
    reorder,
    take_up,
)
from send_actions.domain.plan import Action, Plan

BOARDS = (a_meeting("2026-03-11"), a_meeting("2026-04-15"))


def owing(ref: str, **what_matters: Any) -> Action:
    return an_action(ref, **{"updated_on": "2026-03-04"} | what_matters)


def plan_of(*actions: Action, **what_matters: Any) -> Plan:
    return a_plan(*BOARDS, *actions, **what_matters)


def refs(one: Round, plan: Plan) -> list[str]:
    return [plan.actions_by_id[id_].ref for id_ in one.queue]


def at(one: Round, plan: Plan) -> str:
    return plan.actions_by_id[one.at].ref if one.at is not None else "end"


def answered(plan: Plan, *refs: str) -> Plan:
    """The plan once something was said of these actions."""
    actions = (replace(a, updated_on=plan.as_at) if a.ref in refs else a for a in plan.actions)
    return replace(plan, actions=tuple(actions))


def test_every_open_action_is_asked_that_nothing_was_said_of_since_the_last_board() -> None:
    plan = plan_of(
        owing("9.1"),
        owing("9.2", updated_on=None),
        an_action("9.3", updated_on="2026-03-20"),
        owing("9.4", status="complete"),
        owing("9.5", status=None),
    )
    assert sorted(refs(begin_round(plan), plan)) == ["9.1", "9.2", "9.5"]


def test_it_is_for_the_board_of_the_day_itself_else_for_the_next() -> None:
    plan = plan_of(owing("9.1"))
    assert meeting_of_round(plan) == BOARDS[1]
    assert meeting_of_round(plan_of(as_at="2026-04-15")) == BOARDS[1]
    assert meeting_of_round(a_plan()) is None


def test_the_worst_are_asked_first_or_one_lead_after_another() -> None:
    ours, theirs = an_owner("Head of SEND", "LA"), an_owner("Designated nurse", "ICB")
    plan = plan_of(
        owing("1.1", status="on-track", due="2027-01-01", lead=ours),
        owing("1.2", status="off-track", lead=theirs),
        owing("1.3", status="at-risk", due="2026-01-01", lead=ours),
        owing("1.4", status="at-risk", due="2026-02-01"),
    )
    assert refs(begin_round(plan), plan) == ["1.2", "1.3", "1.4", "1.1"]
    assert refs(begin_round(plan, Order.OWNER), plan) == ["1.2", "1.3", "1.1", "1.4"]


def test_another_order_stays_at_the_action_one_is_at() -> None:
    plan = plan_of(owing("1.1", lead=an_owner("B")), owing("1.2", lead=an_owner("A")))
    one = go_to(begin_round(plan), plan.actions[0].id)
    other = reorder(one, plan, one.order.other)
    assert (refs(other, plan), at(other, plan), other.order) == (["1.2", "1.1"], "1.1", Order.OWNER)
    assert reorder(go_to_end(one), plan, Order.OWNER).at is None


def test_what_is_answered_leads_on_to_the_next_that_waits() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"), owing("1.3"))
    one, plan = begin_round(plan), answered(plan, "1.1", "1.2")
    assert at(go_on(one, answers_to(one, plan, None, ())), plan) == "1.3"


def test_what_was_left_for_later_comes_again_once_all_behind_it_is_answered() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"))
    one = begin_round(plan)
    one = leave_for_later(one, answers_to(one, plan, None, ()))
    assert at(one, plan) == "1.2"
    assert one.later == {plan.actions[0].id}
    plan = answered(plan, "1.2")
    one = go_on(one, answers_to(one, plan, None, ()))
    assert at(one, plan) == "1.1"
    plan = answered(plan, "1.1")
    one = go_on(one, answers_to(one, plan, None, ()))
    assert (one.at, one.later) == (None, frozenset())


def test_later_at_the_last_one_leads_to_the_end_and_from_there_to_what_waits() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"))
    one = go_to(begin_round(plan), plan.actions[1].id)
    end = leave_for_later(one, Answers())
    assert end.at is None
    assert at(go_back(end), plan) == "1.2"
    assert at(leave_for_later(end, Answers()), plan) == "1.1"
    assert leave_for_later(end, Answers(frozenset(end.queue))) == end


def test_back_leads_to_what_was_answered_too_and_no_further_than_the_first() -> None:
    plan = answered(plan_of(owing("1.1"), owing("1.2")), "1.1")
    one = begin_round(plan_of(owing("1.1"), owing("1.2")))
    back = go_back(go_back(go_on(one, answers_to(one, plan, None, ()))))
    assert at(back, plan) == "1.1"
    assert at(leave_for_later(back, answers_to(back, plan, None, ())), plan) == "1.2"
    assert leave_for_later(back, answers_to(back, plan, None, ())).later == frozenset()


def test_no_update_received_is_answered_but_not_heard() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"), owing("1.3", status="at-risk"))
    first, second, third = (action.id for action in plan.actions)
    one = begin_round(plan)
    now = answered(plan, "1.3")
    found = answers_to(one, now, {**plan.statuses, third: None}, {first, third})
    assert found.heard == found.changed == {third}
    assert found.silent == {first}
    assert found.many == 2
    assert [found.is_waiting(id_) for id_ in (first, second, third)] == [False, True, False]


def test_what_is_closed_counts_as_heard() -> None:
    plan = plan_of(owing("1.1"))
    one = begin_round(plan)
    closed = replace(plan, actions=(replace(plan.actions[0], status=None), *plan.actions[1:]))
    assert not answers_to(one, closed, plan.statuses, ()).heard
    done = plan_of(an_action("1.1", status="complete", updated_on="2026-03-04"))
    assert answers_to(one, done, plan.statuses, ()).heard == {plan.actions[0].id}


def test_a_round_begins_behind_those_that_did_not_answer() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"))
    assert at(begin_round(plan, silent={plan.actions[0].id}), plan) == "1.2"


def test_a_round_is_taken_up_where_it_was_left() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"), owing("1.3"))
    one = go_to(begin_round(plan), plan.actions[1].id)
    assert take_up(one, answered(plan, "1.1")) == one


def test_taken_up_it_leaves_out_what_is_gone_and_asks_what_has_come() -> None:
    plan = plan_of(owing("1.1"), owing("1.2"), owing("1.3"))
    one = replace(go_to(begin_round(plan), plan.actions[1].id), later=frozenset({plan.actions[1].id}))
    since = plan_of(owing("1.1"), owing("1.3"), owing("1.4"), an_action("1.5", updated_on="2026-03-20"))
    found = take_up(one, since)
    assert (refs(found, since), at(found, since)) == (["1.1", "1.3", "1.4"], "1.3")
    assert found.later == frozenset()


def test_taken_up_at_its_end_it_goes_on_with_what_has_come() -> None:
    plan = plan_of(owing("1.1"))
    one = go_to_end(begin_round(plan))
    assert take_up(one, plan).at is None
    since = plan_of(owing("1.1"), owing("1.2"))
    assert at(take_up(one, since), since) == "1.2"


def test_who_did_not_answer_is_told_by_lead_and_nobody_last() -> None:
    plan = plan_of(owing("1.1"), owing("1.2", lead=an_owner("Head of SEND", "LA")))
    found = by_lead((action.id for action in plan.actions), plan)
    assert {lead: [action.ref for action in actions] for lead, actions in found.items()} == {
        "Head of SEND, LA": ["1.2"],
        "": ["1.1"],
    }
    assert list(found)[-1] == ""
