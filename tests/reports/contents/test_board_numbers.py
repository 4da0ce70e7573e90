"""The numbers of a board paper: they add up, and every one names the actions behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builders import a_day, a_plan, an_action, an_area
from hypothesis import given
from hypothesis import strategies as st
from reports.reading import items, sections, table, words
from reports.sample_paper import LAST, NEXT

from send_actions.domain.history.comparison import compare
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, Status
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Block, NumberedList
from send_actions.reports.sections.phrasing.agreement import to_agree

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
COUNTS = "key and counts"


def a_pair(then: list[Action], now: list[Action]) -> tuple[Plan, Plan]:
    before = a_plan(an_area("1"), an_area("2"), LAST, *then, as_at="2026-01-28")
    return before, a_plan(an_area("1"), an_area("2"), LAST, NEXT, *now)


def named(lines: Iterable[str]) -> list[str]:
    """The refs at the head of each line, or of each part of it."""
    return [ref for line in lines for ref in re.findall(r"(?:^|: |; )(\d\.\d)(?= |:|;|\.|$)", line)]


def moved(blocks: list[Block]) -> list[str]:
    """The refs of what moved, where each item or part of one begins with its own."""
    told = items(blocks)
    together = [line.partition(": ")[2] for line in told if "as told under" in line]
    return named([*together, *(line for line in told if "as told under" not in line)])


@given(ACTIONS, ACTIONS)
def test_the_counts_add_up_to_all_actions_both_times(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))[COUNTS]
    for caption in ("Actions by status", "Actions by impact"):
        *rows, total = table(blocks, caption)
        numbers = [[int(cell.replace("−", "-")) for cell in row[1:4]] for row in (*rows, total)]
        assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
        assert numbers[-1] == [len(now), len(then), len(now) - len(then)]
        assert all(this - last == difference for this, last, difference in numbers)


@given(ACTIONS, ACTIONS)
def test_every_count_is_explained_by_what_joined_and_left(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))[COUNTS]
    for caption in ("Actions by status", "Actions by impact", "Overdue or without"):
        for _, this, last, _, which in table(blocks, caption):
            ways = dict(way.split(": ", 1) for way in which.split("\n") if which != "no change")
            came, went = (
                sum(len(ways[way].split("; ")) for way in both if way in ways)
                for both in (("Joined", "New"), ("Left", "Gone"))
            )
            assert int(last) + came - went == int(this)


@given(ACTIONS, ACTIONS)
def test_the_four_lines_say_what_the_annex_counts(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    paper = sections(board_paper(plan, before))
    counted = {row[0]: row[1:3] for row in table(paper[COUNTS], "Actions by status")}
    late = {row[0]: row[1:3] for row in table(paper[COUNTS], "Overdue or")}
    rated = {row[0]: row[1:3] for row in table(paper[COUNTS], "Actions by impact")}
    line = next(said for said in items(paper["The Board is asked to"]) if said.startswith("Now (last time)"))
    of_all = f"{sum(a.status in DONE for a in now)} of {len(now)} done"
    done_then = sum(a.status in DONE for a in then)
    last = f"{done_then}" if len(then) == len(now) else f"{done_then} of {len(then)}"
    off, risk, overdue = counted["■ R Off track"], counted["▲ A At risk"], late["Overdue"]
    assert line == (
        f"Now (last time): {off[0]} off track ({off[1]}), {risk[0]} at risk ({risk[1]}), "
        f"{overdue[0]} overdue ({overdue[1]}), {of_all} ({last})."
    )
    evidenced = rated["Evidenced"]
    told = items(paper["The Board is asked to"])[-1]
    assert re.search(
        rf"{evidenced[0]} of {len(now)} ha\w+ evidenced impact \({evidenced[1]} last time\)", told
    )


@given(ACTIONS, ACTIONS)
def test_every_action_that_moved_is_named_once(then: list[Action], now: list[Action]) -> None:
    before, plan = a_pair(then, now)
    blocks = sections(board_paper(plan, before))["What moved"]
    changed = {
        (plan.actions_by_id.get(id_) or before.actions_by_id[id_]).ref
        for id_ in compare(before, plan).changed_ids
    }
    if not changed:
        assert words(blocks) == "No action moved since 28 January 2026."
        return
    assert sorted(moved(blocks)) == sorted(changed)


@given(ACTIONS)
def test_every_decision_stands_in_the_first_section_once(now: list[Action]) -> None:
    _, plan = a_pair([], now)
    blocks = sections(board_paper(plan, None))["The Board is asked to"]
    told = named(items(block for block in blocks if isinstance(block, NumberedList)))
    off = {action.ref for action in now if action.status is Status.OFF_TRACK}
    assert sorted(told) == sorted(off | {action.ref for action in to_agree(plan)})


@given(ACTIONS)
def test_every_exception_is_told_in_full_once(now: list[Action]) -> None:
    _, plan = a_pair([], now)
    paper = sections(board_paper(plan, None))
    for title, status in (("Help needed", Status.OFF_TRACK), ("at risk", Status.AT_RISK)):
        told = words(paper[title]).splitlines()
        listed = [match[0] for line in told if (match := re.match(r"\d\.\d", line))]
        assert sorted(listed) == sorted(a.ref for a in now if a.status is status)
    late = [row[0].split(" ")[0] for row in _overdue(paper["overdue"])]
    assert sorted(late) == sorted(a.ref for a in now if a.is_open and a.due_on == a_day("2026-01-31"))


def _overdue(blocks: list[Block]) -> list[list[str]]:
    return [] if words(blocks) == "Nothing is overdue." else table(blocks, "Overdue")


@given(ACTIONS)
def test_completed_actions_add_up_by_impact(now: list[Action]) -> None:
    _, plan = a_pair([], now)
    told = items(sections(board_paper(plan, None))["What difference it makes"])[-3:]
    done = [action for action in now if action.status in DONE]
    total, counted = re.fullmatch(r"Completed, (\d+) in all: (.*)\.", told[-1]).groups()  # type: ignore[union-attr]
    assert int(total) == len(done) == sum(map(int, re.findall(r"\d+", counted)))
    evidenced = [action.ref for action in now if action.impact is Impact.EVIDENCED]
    assert sorted(named([told[0]])) == sorted(evidenced)
    assert told[0].startswith(f"Impact evidenced, {len(evidenced)} of {len(now)} action")
    none_yet = [action.ref for action in done if action.impact is Impact.NONE_YET]
    assert sorted(named([told[1]])) == sorted(none_yet)


@given(ACTIONS)
def test_an_area_s_counts_add_up_to_its_actions(now: list[Action]) -> None:
    _, plan = a_pair([], now)
    rows = table(sections(board_paper(plan, None))["the plan by area"], "How each area")
    for area, row in zip(plan.areas, rows, strict=True):
        living = [a for a in plan.actions_by_area[area.id] if a.status is not Status.WITHDRAWN]
        if living:
            total, *counted = map(int, re.findall(r"\d+", row[4].partition(";")[0]))
            assert total == len(living) == sum(counted)
