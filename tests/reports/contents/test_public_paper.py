"""The paper for the public: what it names it does not count, and what it counts it does not name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from builders import a_due, a_measure, a_meeting, a_plan, an_action, an_area, an_id, some_evidence
from hypothesis import given
from hypothesis import strategies as st
from reports.reading import items, sections, table, words
from reports.sample_paper import the_plan, the_plan_before

from send_actions.domain.plan import Comparator, Milestone, Plan
from send_actions.domain.plan.vocabulary import ComparatorKind, Status
from send_actions.reports.contents.public_paper import public_paper
from send_actions.reports.disclosure import FEW
from send_actions.reports.document import Block, Number
from send_actions.reports.sections.phrasing.cells import signed

REST = "How the rest is going"
FOUR = ("off-track", "at-risk", "not-started", "on-track")
COUNTED = "Other actions still to be done"


def said(plan: Plan, before: Plan | None = None) -> dict[str, list[Block]]:
    return sections(public_paper(plan, before))


def many(**statuses: int) -> Plan:
    """A plan of so many actions of each status."""
    names = [status.replace("_", "-") for status, n in statuses.items() for _ in range(n)]
    return a_plan(
        *(an_action(f"1.{n}", "2027-01-31", status) for n, status in enumerate(names, start=1)),
    )


def test_its_sections_stand_in_the_order_of_a_visitor_s_questions() -> None:
    assert list(said(the_plan(), the_plan_before())) == [
        "How each area stands",
        "What was done, and what difference it makes",
        "What is late, and why",
        "What is next",
        "How the rest is going",
        "When the board meets",
        "How to read this paper",
    ]


def test_an_area_stands_as_its_lead_judges_it_and_never_as_its_actions_do() -> None:
    before = a_plan(an_area("9", "on-track"), as_at="2026-01-28")
    plan = a_plan(
        an_area(
            "9", "at-risk", title="Therapies", outcome="Seen soon.", why="Posts vacant", headline="It waits"
        ),
        an_area("1", title="Early help"),
        an_action("1.1", "2026-01-31", "off-track"),
    )
    blocks = said(plan, before)["How each area stands"]
    assert table(blocks, "The areas") == [
        ["1 Early help", "Not said yet", "Nothing to compare", "Not written yet"],
        ["9 Therapies", "▲ A At risk", "Worse", "Seen soon."],
    ]
    assert items(blocks) == ["9 Therapies: It waits. Judged on 11 March 2026: Posts vacant."]


def test_what_is_late_says_when_it_was_due_and_what_was_last_said_without_its_status() -> None:
    late = an_action(
        "9.2",
        "2026-01-31",
        "off-track",
        title="Agree who pays",
        reason="No agreement.",
        path="Directors meet",
        due_moves=2,
        updated_on="2026-03-20",
    )
    plan = a_plan(
        late, an_action("1.1", "2026-02-28", "on-track"), an_action("1.2", "2026-02-28", "complete")
    )
    assert items(said(plan)["What is late, and why"]) == [
        (
            "9.2 Agree who pays: was due 31 January 2026, a date that was moved twice. "
            "20 March 2026: No agreement."
        ),
        "1.1 Action 1.1: was due 28 February 2026. Nobody has said why yet.",
    ]
    assert words(said(a_plan())["What is late, and why"]) == "Nothing is late."


def test_a_difference_that_nothing_named_shows_is_told_as_rated_alone() -> None:
    plan = a_plan(
        an_action("1.1", None, "complete", impact="evidenced"),
        an_action("1.2", None, "complete", impact="emerging"),
        an_action("1.3", None, "complete", impact="evidenced"),
        some_evidence("Exit calls", an_action("1.3")),
    )
    assert items(said(plan)["What was done, and what difference it makes"]) == [
        "1.1 Action 1.1: rated as having made a difference; what shows it is not named.",
        "1.2 Action 1.2: rated as showing first signs of a difference; what shows them is not named.",
        "1.3 Action 1.3: a difference is shown (Exit calls).",
    ]


def test_what_is_done_says_what_difference_it_makes_and_is_not_counted() -> None:
    plan = a_plan(
        an_action("1.1", None, "complete", impact="emerging", impact_shown_by="41% to 63%"),
        an_action("1.2", None, "embedded", impact="none-yet", impact_shown_by="not told"),
        an_action("1.3", None, "complete"),
        some_evidence("Survey", an_action("1.1"), kind="voice", shows="It is quicker"),
    )
    assert items(said(plan)["What was done, and what difference it makes"]) == [
        (
            "Survey, 1 March 2026: “It is quicker”. Did: 1.1 Action 1.1. "
            "Difference: first signs of a difference (41% to 63%)."
        ),
        "1.1 Action 1.1: first signs of a difference (41% to 63%).",
        "1.2 Action 1.2: no difference seen yet.",
        "1.3 Action 1.3: what difference it makes is not rated yet.",
    ]


def test_a_small_count_is_hidden_with_another_and_the_change_with_both() -> None:
    before = many(off_track=9, at_risk=7, not_started=8, on_track=20)
    plan = many(off_track=2, at_risk=7, not_started=9, on_track=20)
    assert table(said(plan, before)[REST], COUNTED) == [
        ["Off track", FEW, "9", "not shown"],
        ["At risk", "7", "7", "0"],
        ["Not started or on hold", "9", "8", "+1"],
        ["On track", "6 or more", "20", "not shown"],
        ["All of them", "38", "44", "−6"],
    ]


def test_few_actions_are_not_counted_at_all() -> None:
    assert words(said(many(off_track=3, on_track=2, complete=40))[REST]) == (
        "There are too few other actions still to be done to count how they go."
    )


def test_what_is_named_is_not_counted_so_that_no_list_tells_how_many_there_are() -> None:
    late = [an_action(f"2.{n}", "2026-01-31", status) for n, status in enumerate(5 * FOUR, start=1)]
    then = [replace(action, due=a_due("2026-03-12")) for action in late]
    coming = [an_action(f"3.{n}", "2026-04-14", "on-track") for n in range(7)]
    assert words(said(a_plan(*late, *coming, a_meeting("2026-04-15")))[REST]) == (
        "There are too few other actions still to be done to count how they go."
    )
    rest = many(on_track=12, at_risk=9).actions
    now, before = a_plan(*late, *coming, *rest), a_plan(*then, *coming, *rest, as_at="2026-03-11")
    assert table(said(now, before)[REST], COUNTED) == [
        ["Off track", FEW, FEW, "not shown"],
        ["At risk", "9", "9", "0"],
        ["Not started or on hold", FEW, FEW, "not shown"],
        ["On track", "6 or more", "6 or more", "not shown"],
        ["All of them", "21", "21", "0"],
    ]


def test_without_an_earlier_meeting_there_is_no_last_time() -> None:
    plan = many(off_track=6, at_risk=7, on_hold=8, on_track=12)
    assert table(said(plan)[REST], COUNTED)[3] == ["On track", "12", "none", "none"]


STATUSES = st.dictionaries(
    st.sampled_from([one.value.replace("-", "_") for one in Status if one is not Status.WITHDRAWN]),
    st.integers(0, 14),
)


@given(STATUSES, STATUSES)
def test_no_count_under_six_is_in_any_cell(now: dict[str, int], then: dict[str, int]) -> None:
    paper = public_paper(many(**now), many(**then))
    for row in (row for block in paper.blocks for row in getattr(block, "rows", ())):
        counts = [cell for cell in row[1:3] if isinstance(cell, Number)]
        assert all(cell.value >= 6 for cell in counts)
        assert not any(isinstance(cell, Number) for cell in row[3:4]) or len(counts) == 2


@given(STATUSES, STATUSES)
def test_a_small_count_may_be_anything_under_six_for_a_reader_of_this_time_last_time_and_change(
    now: dict[str, int], then: dict[str, int]
) -> None:
    """A change ties two counts together only where both are shown; then each column tells for itself."""
    blocks = said(many(**now), many(**then))[REST]
    if words(blocks).startswith("There are too few"):
        return
    rows = table(blocks, COUNTED)
    for _, this, last, change in rows:
        is_known = this.isdecimal() and last.isdecimal()
        assert not is_known or change == signed(int(this) - int(last))
        assert is_known or change in {"not shown", "none"}
    for column in (1, 2):
        cells, total = [row[column] for row in rows[:-1]], rows[-1][column]
        few = cells.count(FEW)
        assert few == 0 or _sums(cells, total) == set(range(6))


def _sums(cells: list[str], total: str) -> set[int]:
    """What the first small count of a column may be, by all ways in which the others make up the total."""
    known = sum(int(cell) for cell in cells if cell.isdecimal())
    many_of, few = cells.count("6 or more"), cells.count(FEW)
    found = set()
    for counts in product(range(6), repeat=few):
        rest = int(total) - known - sum(counts) if total.isdecimal() else None
        if rest is None or (rest >= 6 * many_of if many_of else rest == 0):
            found.add(counts[0])
    return found


def _measured(readings: list[tuple[str, float]], **values: Any) -> list[str]:
    unit = values.pop("unit", "children")
    measure = a_measure("Waiting", readings, unit=unit, **values)
    return table(said(a_plan(measure))["What was done, and what difference it makes"], "The measures")[0][1:]


DUE = {"milestones": (Milestone(1, date(2026, 2, 28), 10),), "target": 0, "target_by": date(2026, 2, 1)}


def test_of_a_small_count_only_what_is_so_whatever_it_is_is_told() -> None:
    there = (Comparator(1, ComparatorKind.NATIONAL, 4, "2025"),)
    told = _measured([("2026-01-31", 8), ("2026-03-31", 4)], better="lower", comparators=there, **DUE)
    assert told == [
        f"{FEW} children (2026-03-31)",
        "Better than 8 children (2026-01-31)",
        "10 children by 28 February 2026: met",
        f"{FEW} children by 1 February 2026: not said, as counts are small",
        f"National {FEW} children (2025)",
    ]


def test_which_way_a_small_count_went_from_another_is_not_told() -> None:
    assert _measured([("2026-01-31", 2), ("2026-03-31", 4)], better="lower")[1] == "none"


def test_a_share_is_told_as_it_is() -> None:
    told = _measured([("2026-01-31", 2), ("2026-03-31", 4)], unit="%", better="lower", target=0)
    assert told[:2] == ["4% (2026-03-31)", "Worse than 2% (2026-01-31)"]
    assert told[3] == "0%"


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 20))
def test_two_small_counts_make_the_same_row(one: int, other: int, due: int) -> None:
    milestones = (Milestone(1, date(2026, 2, 28), due),)
    rows = [
        _measured([("2026-01-31", 9), ("2026-03-31", count)], better="lower", milestones=milestones)
        for count in (one, other)
    ]
    assert rows[0] == rows[1]


def test_nothing_exempt_is_named_or_counted_and_nothing_hangs_on_it() -> None:
    hidden = an_action("1.2", "2026-01-31", "off-track", exempt=True, title="Secret", id=an_id("action", "s"))
    plan = a_plan(
        *many(on_track=12).actions,
        hidden,
        an_area("7", "off-track", exempt=True, title="Secret area"),
        an_action("7.1", "2026-01-31", "off-track", title="Secret too"),
        some_evidence("Secret voice", hidden, kind="voice", shows="secret"),
        a_meeting(),
    )
    paper = public_paper(plan, plan)
    assert "secret" not in repr(paper).lower()
    assert "exempt" not in repr(paper).lower()
    assert table(paper.blocks, COUNTED)[-1] == ["All of them", "12", "12", "0"]


def test_short_words_stand_at_the_end_with_what_they_mean() -> None:
    plan = a_plan(an_area("1", title="SENCO network", headline="The ICB and XQZ met"))
    assert items(said(plan)["How to read this paper"])[-3:] == [
        "ICB: integrated care board",
        "SENCO: special needs co-ordinator",
        "SEND: special educational needs and disabilities",
    ]


def test_what_is_next_goes_up_to_the_next_board() -> None:
    plan = a_plan(
        an_action("1.1", "2026-04-10", "on-track"),
        an_action("1.2", "2026-05-10", "on-track"),
        an_action("1.3", "2026-04-10", "complete"),
        a_meeting("2026-03-11"),
        a_meeting("2026-04-14"),
        a_meeting("2026-05-01", "Scrutiny"),
    )
    found = said(plan)
    assert items(found["What is next"]) == ["By 10 April 2026: 1.1 Action 1.1."]
    assert items(found["When the board meets"]) == [
        "Last met: Board, 11 March 2026.",
        "To come: Board, 14 April 2026.",
        "To come: Scrutiny, 1 May 2026.",
    ]


def test_titles_stay_as_the_plan_has_them_and_what_was_said_does_not() -> None:
    names = ["Merge 3 plans", "Write to two families", "Visit 4 pupils", "Give 5 children a card"]
    late = an_action("1.1", "2026-01-31", "off-track", title=names[0], reason="3 plans lapsed.")
    plan = a_plan(
        an_area("1", "at-risk", title=names[1], headline="Two families wait", outcome="No 2 pupils wait"),
        late,
        a_measure(names[2], [("2026-01-31", 7)], unit="visits to 3 children"),
        some_evidence("Talk with 3 parents", late, kind="voice", shows="4 children said so"),
        title=names[3],
        partnership="Three families board",
        main_series="Two parents board",
    )
    told = words(public_paper(plan, None).blocks) + public_paper(plan, None).title
    assert [name for name in (*names, "7 visits to 3 children") if name not in told] == []
    assert "fewer than 6 plans lapsed" in told
    assert "Fewer than 6 families wait" in told
    assert "No fewer than 6 pupils wait" in told
    assert "Talk with fewer than 6 parents" in told
    assert "“fewer than 6 children said so”" in told


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("embedded", "Did: 7.4 Action 7.4. Difference: what difference it makes is not rated yet."),
        ("at-risk", "Doing: 7.4 Action 7.4. Difference: what difference it makes is not rated yet."),
        ("not-started", "It is part of area 7 Plans."),
        ("on-hold", "It is part of area 7 Plans."),
        ("withdrawn", "It is part of area 7 Plans."),
        (None, "It is part of area 7 Plans."),
    ],
)
def test_work_that_has_stopped_or_not_begun_is_not_named_as_what_was_done(
    status: str | None, told: str
) -> None:
    action = an_action("7.4", "2027-01-31", status)
    rest = many(on_track=12).actions
    plan = a_plan(
        an_area("7", title="Plans"), action, *rest, some_evidence("C", action, kind="voice", shows="Hi")
    )
    found = said(plan)
    assert items(found["What was done, and what difference it makes"])[0] == f"C, 1 March 2026: “Hi”. {told}"
    is_counted = status in {"not-started", "on-hold", None}
    assert table(found[REST], COUNTED)[-1][1] == ("13" if is_counted else "12")
