"""The paper on evidence: its counts add up, and each gap names what it is of."""

from __future__ import annotations

import re
from dataclasses import replace

from builders import a_plan, an_action, an_area, some_evidence
from hypothesis import given
from hypothesis import strategies as st
from reports.contents.test_board_numbers import ACTIONS
from reports.reading import items, sections, table, words
from reports.review_plan import the_reviewed_plan

from send_actions.domain.plan import Action
from send_actions.domain.plan.vocabulary import DONE, EvidenceKind, Impact
from send_actions.reports.contents.evidence_paper import evidence_paper
from send_actions.reports.document import Day, Table

KINDS = st.lists(st.sampled_from([kind.value for kind in EvidenceKind]), max_size=6)


def short(paper_items: list[str]) -> dict[str, str]:
    return dict(line.split(": ", 1) for line in paper_items)


@given(ACTIONS, KINDS)
def test_the_lines_in_short_add_up(actions: list[Action], kinds: list[str]) -> None:
    evidence = [
        some_evidence(f"Evidence {n}", actions[n % len(actions)] if actions else None, kind=kind)
        for n, kind in enumerate(kinds)
    ]
    found = sections(evidence_paper(a_plan(an_area("1"), an_area("2"), *actions, *evidence)))
    told = short(items(found["In short"]))
    evidenced = [action.ref for action in actions if action.impact is Impact.EVIDENCED]
    assert told["Evidenced"].startswith(f"{len(evidenced)} of {len(actions)} action")
    assert sorted(re.findall(r"(?:: |; )(\d\.\d)", told["Evidenced"])) == sorted(evidenced)
    kept, _, counted = told["Kept"].partition(": ")
    assert int(kept.split(" ")[0]) == len(kinds) == sum(map(int, re.findall(r"\d+", counted)))
    done, _, proved = told["Completed actions"].partition(": ")
    if total := sum(action.status in DONE for action in actions):
        assert int(done) == total == sum(map(int, re.findall(r"\d+", proved)))
    listed = [] if not kinds else table(found["The evidence, area by area"], "The evidence")
    assert len(listed) == len(kinds)


def test_every_gap_names_what_it_is_of() -> None:
    plan = a_plan(
        an_area("1", title="Early help"),
        an_area("2", title="Therapies"),
        an_action("1.1", status="complete", title="Bare", impact="none-yet"),
        named := an_action("1.2", status="complete", title="Named", proof="Minutes of May"),
        an_action("1.3", status="on-track", title="Claimed", impact="evidenced"),
        some_evidence("Old audit", named, on="2024-03-01"),
    )
    plan = replace(plan, evidence=(replace(plan.evidence[0], action_id=None, area_id=plan.areas[0].id),))
    assert items(sections(evidence_paper(plan))["What is missing"]) == [
        "No proof and no evidence, 1 of 2 completed: 1.1 Bare.",
        "A proof is named but no evidence is kept, 1 of 2 completed: 1.2 Named.",
        "No impact yet, 1 of 2 completed: 1.1.",
        "Impact not rated, 1 of 2 completed: 1.2.",
        "Impact called evidenced, but no evidence is kept, 1 of 1: 1.3 Claimed.",
        (
            "Older than a year, from before 31 March 2025, 1 of 1 piece: area 1 Early help: "
            "Old audit (1 March 2024)."
        ),
        "Areas without any evidence, 1 of 2: 2 Therapies.",
        "Areas with evidence, and none in the words of families, 1 of 2: 1.",
    ]


def test_a_year_is_counted_from_the_paper_s_day_also_on_29_february() -> None:
    plan = a_plan(some_evidence("Audit", on="2023-02-28"), as_at="2024-02-29")
    assert "Older than a year: 0 of 1 piece." in words(evidence_paper(plan).blocks)
    plan = a_plan(some_evidence("Audit", on="2023-02-27"), as_at="2024-02-29")
    assert "Older than a year: 1 of 1 piece." in words(evidence_paper(plan).blocks)


def test_what_an_action_is_evidenced_by_is_told_in_its_lead_s_words_and_by_what_is_kept() -> None:
    action = an_action("9.1", status="on-track", impact="evidenced", impact_shown_by="Calls fell by half")
    plan = a_plan(action, some_evidence("Call log", action, kind="data", shows="410 to 198."))
    assert items(sections(evidence_paper(plan))["Which actions are evidenced, and by what"]) == [
        (
            "9.1 Action 9.1: Calls fell by half. Evidence kept: Call log (data, 1 March 2026): “410 to 198”. "
            "It is on track."
        )
    ]


def test_evidence_of_a_day_to_come_is_left_out() -> None:
    plan = a_plan(some_evidence("Audit to come", on="2026-05-01"))
    assert "Audit to come" not in words(evidence_paper(plan).blocks)


def test_the_evidence_stands_by_area_then_action_then_day_with_its_date_as_a_date() -> None:
    (kept,) = [b for b in evidence_paper(the_reviewed_plan()).blocks if isinstance(b, Table)]
    assert [str(row[3]) for row in kept.rows] == [
        *("Joint protocol", "Waiting list", "Calls to the line", "Return to the region")
    ]
    assert all(isinstance(row[4], Day) for row in kept.rows)
    assert [str(row[1]) for row in kept.rows] == [
        *("1.1 Agree one joint review", "All of it", "9.1 Start an advice line", "All of it")
    ]
