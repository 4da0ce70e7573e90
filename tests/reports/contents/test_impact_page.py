"""The paper on one area: measures in words, what completed work changed, and what is not known yet."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import (
    a_finding,
    a_measure,
    a_plan,
    a_source,
    an_action,
    an_area,
    an_id,
    an_owner,
    some_evidence,
)
from reports.reading import items, sections, words

from send_actions.domain.plan import Comparator, Due, Measure, Milestone, Step
from send_actions.domain.plan.vocabulary import ComparatorKind, Precision
from send_actions.reports.contents.impact_paper import impact_paper
from send_actions.reports.document import Block

LEAD = an_owner("Head of Therapies", "CHT")
AREA = an_area("9", "at-risk", title="Therapies", outcome="Seen in time.", headline="Better.", lead=LEAD)
WAITS, MEASURES = an_id("area", "9"), "What the measures say"
CHANGED, UNKNOWN = "What completed actions have changed", "What is not known yet"


def page(*things: Any) -> dict[str, list[Block]]:
    return sections(impact_paper(a_plan(AREA, *things), WAITS))


def measured(**values: Any) -> str:
    readings = values.pop("readings", [("2025-12-31", 60), ("2026-02-28", 64)])
    measure: Measure = a_measure("Seen in time", readings, area_id=WAITS, **values)
    (told,) = items(page(measure)[MEASURES])
    return told


def test_a_measure_is_told_in_words_beside_what_was_due_and_how_others_do() -> None:
    assert measured(
        baseline=48,
        baseline_period="2024",
        target=92,
        target_by=date(2026, 12, 31),
        milestones=(Milestone(1, date(2026, 1, 31), 70), Milestone(2, date(2026, 6, 30), 75)),
        comparators=(Comparator(1, ComparatorKind.NATIONAL, 70.2, "2025"),),
    ) == (
        "Seen in time: 64% (2026-02-28), better than 48% (2024) at the start; 70% was due by 31 January "
        "2026, missed; 75% is due by 30 June 2026; target 92% by 31 December 2026. Elsewhere: "
        "national 70.2% (2025)."
    )


def test_lower_worse_same_and_demand_are_each_said() -> None:
    assert "64% (2026-02-28), worse than 48% at the start" in measured(baseline=48, better="lower")
    assert "the same as 64% at the start" in measured(baseline=64)
    assert measured(baseline=48, better="neither").endswith("; it tells of demand, so neither way is better.")
    assert measured(readings=[], baseline=48) == "Seen in time: no reading yet, from 48% at the start."


def test_completed_actions_stand_with_their_impact_and_what_shows_it_or_without() -> None:
    bare = an_action("9.3", status="complete", impact="none-yet", title="Map")
    kept = an_action("9.2", status="embedded", impact="evidenced", title="Call")
    found = page(
        an_action("9.1", status="complete", impact="emerging", title="Sign", impact_shown_by="Logs."),
        kept,
        bare,
        an_action("9.4", status="on-track", impact="emerging", title="Line"),
        an_action("8.1", status="complete", impact="evidenced", title="Elsewhere"),
        some_evidence("Audit", kept, shows="All called."),
    )
    assert items(found[CHANGED]) == [
        (
            "With an impact, 2 of 3 completed: 9.1 Sign (complete), emerging, shown by Logs; "
            "9.2 Call (embedded), evidenced, shown by Audit."
        ),
        "Without one yet, 1 of 3 completed: 9.3 Map (none yet).",
        (
            "Not completed, and yet with an impact, 1: 9.4 Line (on track), emerging, "
            "and nothing is named that shows it."
        ),
    ]


def test_evidence_stands_by_its_kind_and_what_families_say_by_itself() -> None:
    action = an_action("9.1", title="Line")
    found = page(
        action,
        some_evidence("Calls", action, kind="voice", shows="It is kind."),
        some_evidence("List", AREA, kind="data", shows="64% in time"),
        some_evidence("Elsewhere", kind="data"),
    )
    assert items(found["What else shows it"]) == ["Data, 1: List, 1 March 2026: “64% in time”."]
    assert "“It is kind”" in words(found["What families and young people say"])


def test_findings_say_what_becomes_of_them_and_which_areas_answer_too() -> None:
    other = an_area("8", title="Schools")
    found = page(
        other,
        an_action("9.1", status="complete"),
        a_source(
            a_finding("Waits are long.", areas=[AREA, other], place="page 4"),
            a_finding("Not ours.", areas=[other]),
        ),
    )
    assert items(found["Findings that it answers"]) == [
        (
            "Area for improvement: “Waits are long” (Peer review, page 4, 2 June 2025). All its actions are "
            "done (1 action: 1 done). Answered by area 8 Schools too."
        )
    ]


def test_what_is_missing_is_said() -> None:
    found = page(
        a_measure("Unread", area_id=WAITS),
        a_measure("Not due", [("2025-10-31", 50)], area_id=WAITS, baseline=1, target=9,
                  milestones=(Milestone(1, date(2026, 1, 31), 70),)),
        an_action("9.1", status="complete", impact="too-early", title="Sign"),
        an_action("9.2", status="complete", title="Call"),
        an_action("9.3", status="on-track", impact="evidenced", title="Line"),
        some_evidence("Audit", AREA),
    )  # fmt: skip
    assert items(found[UNKNOWN]) == [
        "No reading yet: Unread.",
        "No first value to compare with: Unread.",
        "No target: Unread.",
        "Whether what was due is met, as no reading speaks of that day yet: Not due.",
        "What they changed, too early to say: 9.1 Sign.",
        "What they changed, not rated: 9.2 Call.",
        "What shows the impact: 9.3 Line.",
        "What families and young people think: nothing is kept that says it.",
        "Evidence of other kinds: there is no data or document.",
        "What the rest will change: 1 action still open.",
    ]


def test_an_area_of_which_nothing_is_known_says_so() -> None:
    bare = an_area("9", title="Therapies")
    text = words(impact_paper(a_plan(bare), WAITS).blocks)
    for said in (
        "No measure says how far the outcome is reached.",
        "No action is completed yet, and none shows an impact.",
        "No data, audit or document is kept as evidence.",
        "No finding of an inspection or review asks for this area.",
        "How its lead judges the area: no judgement is given.",
    ):
        assert said in text


def test_where_only_the_whole_plan_is_measured_the_page_of_an_area_says_so() -> None:
    plan = a_plan(an_area("9", title="Therapies"), a_measure("Seen in time", [("2026-02-28", 64)]))
    told = words(impact_paper(plan, WAITS).blocks)
    assert (
        "How far the outcome is reached: no measure of this area is kept, 1 measure of the whole plan" in told
    )


def test_actions_elsewhere_that_help_are_named() -> None:
    helping = an_action("8.1", title="Share data", supports=(WAITS,))
    assert "Helped by actions of other areas: 8.1 Share data." in words(
        page(helping)["What is wanted, and how it stands"]
    )


def test_of_an_exempt_area_a_board_learns_how_its_actions_stand_and_nothing_else() -> None:
    secret = an_area("9", title="Therapies", lead=LEAD, exempt=True)
    plan = a_plan(
        secret,
        an_action("9.1", status="off-track", title="Close a unit"),
        a_measure("Seen in time", [("2026-02-28", 64)], area_id=WAITS),
        a_source(a_finding("Waits are long.", areas=[secret])),
        some_evidence("Calls", secret, kind="voice", shows="It is kind."),
    )
    paper = impact_paper(plan, WAITS)
    assert words(paper.blocks) == (
        "1. What is wanted, and how it stands\n"
        "The detail of this area is exempt. Its actions: 1 in all: 1 off track."
    )
    assert paper.title.endswith("area 9 Exempt item")
    assert "Close a unit" not in words(impact_paper(plan, WAITS).blocks)
    assert "Waits are long" in words(impact_paper(plan, WAITS, audience="internal").blocks)


def test_steps_stand_by_whether_they_were_reached_each_after_its_action() -> None:
    def step(number: int, words: str, due: str, reached: str | None = None) -> Step:
        return Step(
            number,
            words,
            Due(date.fromisoformat(due), Precision.DAY, due),
            date.fromisoformat(reached) if reached else None,
        )

    told = page(
        an_action("9.1", steps=(step(1, "Draft sent", "2026-01-31", "2026-01-20"),)),
        an_action("9.2", steps=(step(2, "Panel held", "2026-02-28"), step(3, "Line open", "2026-06-30"))),
    )
    assert items(told["Which steps were reached"]) == [
        "Reached, 1 of 3: 9.1 Action 9.1: Draft sent, by 31 January 2026: reached 20 January 2026.",
        "Not reached in time, 1 of 3: 9.2 Action 9.2: Panel held, by 28 February 2026: not reached.",
        "To come, 1 of 3: 9.2: Line open, by 30 June 2026.",
    ]
    assert "Which steps were reached" not in page(an_action("9.1"))


def test_a_measure_names_the_actions_that_are_to_move_it_but_none_that_is_exempt() -> None:
    measure = a_measure("Seen in time", [("2026-02-28", 64)], area_id=WAITS)
    to_move = [an_action(ref, measures=(measure.id,)) for ref in ("9.1", "9.2")]
    secret = an_action("9.3", measures=(measure.id,), exempt=True, title="Secret")
    (told,) = items(page(measure, *to_move, secret)[MEASURES])
    assert told == "Seen in time: 64% (2026-02-28). To be moved by 9.1 Action 9.1; 9.2 Action 9.2."
