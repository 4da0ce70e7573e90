"""The numbers of a board paper: they add up, and every one names the actions behind it."""

from __future__ import annotations

import re

from builders import a_day, a_plan, an_action, an_area
from hypothesis import given
from hypothesis import strategies as st
from reports.reading import sections, table, words
from reports.sample_paper import LAST, NEXT

from send_actions.domain.history.comparison import compare
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.reports.contents.board_paper import board_paper

STATUSES = st.sampled_from([None, *Status])
ACTION = st.builds(
    lambda ref, status, impact, due, moved: an_action(
        ref, due, status, impact=impact, due_moves=moved, first_due="2025-01-01"
    ),
    st.sampled_from([f"{area}.{place}" for area in (1, 2) for place in range(1, 6)]),
    STATUSES,
    st.sampled_from([None, *Impact]),
    st.sampled_from(["2026-01-31", "2026-03-31", "2026-04-10", "ongoing", None]),
    st.integers(0, 2),
)
ACTIONS = st.lists(ACTION, max_size=8, unique_by=lambda action: action.ref)


def a_pair(then: list[Action], now: list[Action]) -> tuple[Plan, Plan]:
    before = a_plan(an_area("1"), an_area("2"), LAST, *then, as_at="2026-01-28")
    return before, a_plan(an_area("1"), an_area("2"), LAST, NEXT, *now)


@given(ACTIONS, ACTIONS)
def test_the_counts_add_up_to_all_actions_both_times(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))["Counts: this time, last time and the change"]
    for caption in ("Actions by status", "Actions by impact"):
        *rows, total = table(blocks, caption)
        numbers = [[int(cell.replace("−", "-")) for cell in row[1:4]] for row in (*rows, total)]
        assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
        assert numbers[-1] == [len(now), len(then), len(now) - len(then)]
        assert all(this - last == difference for this, last, difference in numbers)


@given(ACTIONS, ACTIONS)
def test_overdue_is_explained_by_what_came_and_went(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))["Counts: this time, last time and the change"]
    for _, this, last, _, which in table(blocks, "Overdue or without"):
        ways = dict(way.split(" ", 1) for way in which.split("; ") if which != "no change")
        came, went = (len(ways[way].split(", ")) if way in ways else 0 for way in ("in", "out"))
        assert int(last) + came - went == int(this)


@given(ACTIONS, ACTIONS)
def test_every_action_that_moved_is_named_behind_its_number(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))["What changed since the last meeting"]
    changed = {
        (plan.actions_by_id.get(id_) or before.actions_by_id[id_]).ref
        for id_ in compare(before, plan).changed_ids
    }
    if not changed:
        assert words(blocks) == "No action moved since 28 January 2026."
        return
    rows = table(blocks, "How many actions moved")
    assert all(int(many) == len(named.split(", ")) for _, many, named in rows)
    assert {ref for _, _, named in rows for ref in named.split(", ")} == changed
    details = {row.split(" | ")[0] for row in words(blocks).splitlines()}
    assert changed <= details


@given(ACTIONS)
def test_every_exception_is_listed_once(now: list[Action]) -> None:
    _, plan = a_pair([], now)
    blocks = sections(board_paper(plan, None))["Exceptions"]
    listed = [row.split(" | ")[0] for row in words(blocks).splitlines() if re.match(r"\d\.\d \| ", row)]
    wanted = {
        a.ref
        for a in now
        if a.status in {Status.OFF_TRACK, Status.AT_RISK} or (a.is_open and a.due_on == a_day("2026-01-31"))
    }
    assert sorted(listed) == sorted(wanted)
