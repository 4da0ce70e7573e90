from __future__ import annotations

from builders import a_measure, a_meeting, a_plan, an_action

from send_actions.domain.checks.kept_up import kept_up

BOARDS = (a_meeting("2026-01-28"), a_meeting("2026-03-11"))
MONTHS = ("2025-09-30", "2025-10-31", "2025-11-30")


def test_the_sum_is_spelt_out_and_adds_up() -> None:
    plan = a_plan(
        *BOARDS,
        an_action("9.1", status="off-track", updated_on="2026-03-20", reason="No money.", path="A panel."),
        an_action("9.2", status="at-risk", updated_on="2025-12-01", reason="", path=""),
        an_action(
            "9.3",
            status="off-track",
            updated_on="2026-03-20",
            reason="Late.",
            path="B.",
            path_by="2026-03-01",
        ),
        an_action("9.4", status="on-hold", updated_on="2026-03-20", reason="By agreement."),
        an_action("9.5", status="complete", updated_on="2025-06-01"),
        a_measure("Late", [(on, 5) for on in MONTHS]),
        a_measure("On time", [(f"2026-0{month}-15", 5) for month in (1, 2, 3)]),
        a_measure("No rhythm", [("2026-03-15", 5)]),
    )
    found = kept_up(plan)
    assert found.sentence == (
        "kept up: 58%, 7 of 12 (updates 2 of 3, reasons 3 of 4, paths 1 of 3, readings 1 of 2)"
    )
    assert (found.kept, found.of) == (sum(p.kept for p in found.parts), sum(p.of for p in found.parts))


def test_only_all_of_it_is_100_per_cent() -> None:
    said = [an_action(f"9.{n}", status="on-track", updated_on="2026-03-20") for n in range(400)]
    assert kept_up(a_plan(*BOARDS, *said)).share == 100
    silent = an_action("9.400", status="on-track", updated_on="2025-12-01")
    assert kept_up(a_plan(*BOARDS, *said, silent)).short == "kept up: 99%"


def test_a_plan_that_is_just_begun_says_nothing_of_it() -> None:
    begun = kept_up(a_plan(an_action("9.1", status=None)))
    assert (begun.parts, begun.share, begun.short, begun.sentence) == ((), None, "", "")
