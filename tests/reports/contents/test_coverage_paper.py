"""The paper on coverage: findings by source add up, and every gap is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import a_finding, a_plan, a_source, an_action, an_area, an_id
from hypothesis import given
from hypothesis import strategies as st
from reports.contents.test_board_numbers import ACTIONS
from reports.reading import items, sections, table, words

from send_actions.domain.checks.plan_checks import check
from send_actions.domain.plan import Action, Finding
from send_actions.domain.plan.vocabulary import FindingKind
from send_actions.reports.contents.coverage_paper import coverage_paper

ONE, TWO, THREE = (an_area(number, title=f"Area of work {number}") for number in "123")
FINDINGS = st.lists(
    st.tuples(st.sampled_from([*FindingKind]), st.lists(st.sampled_from([ONE, TWO, THREE]), max_size=2)),
    max_size=6,
)


@given(FINDINGS, ACTIONS)
def test_the_findings_of_each_source_add_up_and_gaps_are_those_of_the_check(
    findings: list[tuple[FindingKind, list[object]]], actions: list[Action]
) -> None:
    made = [
        a_finding(f"Finding {n}", kind, areas)  # type: ignore[arg-type]
        for n, (kind, areas) in enumerate(findings)
    ]
    sources = (a_source(*made[:3]), a_source(*made[3:], title="Letter"))
    plan = a_plan(ONE, TWO, THREE, *actions, *sources)
    found = sections(coverage_paper(plan))
    if not made:
        assert "names no finding" in words(found["In short"])
        return
    *rows, total = table(found["In short"], "Findings by source")
    counted = [[int(cell) for cell in row[1:]] for row in (*rows, total)]
    assert [sum(column) for column in zip(*counted[:-1], strict=True)] == counted[-1]
    assert all(row[0] == sum(row[1:]) for row in counted)
    assert counted[-1][0] == len(made)
    assert counted[-1][2] == len(check(plan, ["finding-unanswered"]))


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ([a_finding("A", "strength")], "1 finding in 1 source: none asks for anything."),
        ([a_finding("A")], "1 finding in 1 source: 1 asks for something, and has no answer yet."),
        ([a_finding("A", areas=[ONE])], "1 finding in 1 source: 1 asks for something, and has an answer."),
        (
            [a_finding("A"), a_finding("B", areas=[ONE])],
            "2 findings in 1 source: 2 ask for something, and 1 of these has no answer yet.",
        ),
    ],
)
def test_one_finding_and_none_are_told_in_whole_sentences(findings: list[Finding], told: str) -> None:
    plan = a_plan(ONE, an_action("1.1", status="on-track"), a_source(*findings))
    assert words(sections(coverage_paper(plan))["In short"]).startswith(told)


def test_every_gap_is_named() -> None:
    plan = a_plan(
        ONE,
        TWO,
        THREE,
        an_action("1.1", status="on-track", title="Train"),
        an_action("2.1", status="withdrawn", title="Dropped"),
        a_source(
            a_finding("Nobody answers this.", place="page 9"),
            a_finding("No action.", areas=[TWO]),
            a_finding("In hand.", areas=[ONE]),
        ),
    )
    assert items(sections(coverage_paper(plan))["Gaps"]) == [
        "Findings that no area answers, 1: “Nobody answers this” (Peer review, page 9, 2 June 2025).",
        (
            "Findings whose areas hold no action, 1: “No action” (Peer review, 2 June 2025), "
            "area 2 Area of work 2."
        ),
        "Areas that no finding asks for, 1: 3 Area of work 3.",
        "Areas without an action that stands, 2: 2; 3.",
    ]


def test_a_finding_stands_with_its_areas_and_their_actions_worst_first() -> None:
    plan = a_plan(
        ONE,
        TWO,
        an_action("1.1", status="complete", title="Train"),
        an_action("1.2", status="off-track", title="Recruit"),
        replace(an_action("2.1", status="at-risk", title="Write"), supports=(an_id("area", "1"),)),
        a_source(a_finding("Waits are long.", areas=[ONE], place="page 4"), kind="inspection-letter"),
    )
    found = sections(coverage_paper(plan))["From each finding to what is done about it"]
    assert "Inspection letter: 1 finding." in words(found)
    (row,) = table(found, "Findings: Peer review")
    assert row == [
        "Waits are long. (page 4)",
        "Area for improvement",
        "1 Area of work 1: off track",
        "1 off track: 1.2 Recruit\n1 at risk: 2.1 Write\n1 complete: 1.1 Train",
        "In hand",
    ]


def test_a_finding_whose_actions_are_all_done_says_so_and_a_strength_asks_for_nothing() -> None:
    plan = a_plan(
        ONE,
        an_action("1.1", status="embedded"),
        a_source(a_finding("Waits.", areas=[ONE]), a_finding("Good people.", "strength", areas=[ONE])),
    )
    rows = table(sections(coverage_paper(plan))["From each finding to what is done about it"], "Findings")
    assert [row[4] for row in rows] == [
        "All its actions are done",
        "A strength, to be kept",
    ]
    (area,) = table(sections(coverage_paper(plan))["From each area to who asked for it"], "Each area")
    assert area == ["1 Area of work 1", "Peer review", "√√ E Embedded", "1 action: 1 done"]


def test_without_a_gap_the_paper_says_so() -> None:
    plan = a_plan(ONE, an_action("1.1"), a_source(a_finding(areas=[ONE])))
    assert words(sections(coverage_paper(plan))["Gaps"]) == (
        "There are none: each finding has an action, and each area is asked for by a finding."
    )


def test_a_finding_that_an_exempt_area_answers_is_told_without_that_area() -> None:
    secret = replace(TWO, exempt=True)
    plan = a_plan(
        ONE,
        secret,
        an_action("1.1", status="embedded"),
        an_action("2.1", status="off-track"),
        replace(an_action("1.2", status="embedded"), supports=(secret.id,)),
        a_source(a_finding("Waits.", areas=[secret]), a_finding("Letters.", areas=[ONE, secret])),
    )
    paper = coverage_paper(plan)
    found = sections(paper)
    waits, letters = table(found["From each finding to what is done about it"], "Findings")
    assert waits[2:] == ["An exempt item", "Exempt", "Answered by an exempt item"]
    assert letters[2:] == [
        "1 Area of work 1: embedded\nAn exempt item",
        "2 embedded: 1.1 Action 1.1; 1.2 Action 1.2",
        "In hand",
    ]
    one, two = table(found["From each area to who asked for it"], "Each area")
    assert (one[1], two[1], two[3]) == ("Peer review", "Exempt", "1 action: 1 off track")
    *_, total = table(found["In short"], "Findings by source")
    assert total == ["All sources", "2", "0", "0", "1", "0", "1"]
    assert words(found["Gaps"]).startswith("There are none")
    assert "No finding asks for 0 of 1 area that is not exempt." in words(found["In short"])
    inside = sections(coverage_paper(plan, audience="internal"))
    assert "An exempt item" not in words(inside["From each finding to what is done about it"])
