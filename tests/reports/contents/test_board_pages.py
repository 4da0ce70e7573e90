"""What the board paper says of better and worse, of what was asked, of families and of difference made."""

from __future__ import annotations

import pytest
from builders import a_meeting, a_minute, a_plan, an_action, an_area, some_evidence
from reports.reading import items, sections, words
from reports.sample_paper import LAST, NEXT, the_paper

from send_actions.domain.plan import Plan
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import BulletList

ASKED = "The Board is asked to"


def _said(section: str, plan: Plan, before: Plan | None = None) -> list[str]:
    blocks = sections(board_paper(plan, before))[section]
    return items(blocks) or words(blocks).splitlines()


def _four_lines(plan: Plan, before: Plan | None = None) -> list[str]:
    blocks = sections(board_paper(plan, before))[ASKED]
    return items(block for block in blocks if isinstance(block, BulletList))


def test_four_lines_say_better_or_worse_with_titles() -> None:
    blocks = sections(the_paper())[ASKED]
    assert "Better or worse since 28 January 2026" in words(blocks)
    assert items(block for block in blocks if isinstance(block, BulletList)) == [
        "Now (last time): 1 off track (0), 1 at risk (1), 1 overdue (1), 1 of 6 done (0 of 5).",
        "Better: complete, 1.1 Agree one joint review.",
        "Worse: off track, 9.2; at risk, 9.3 Bring waits within 18 weeks.",
        "Completed and evidenced: 1 since last time: 1.1. 0 of 6 have evidenced impact (0 last time).",
    ]


def test_without_an_earlier_meeting_the_four_lines_say_so() -> None:
    assert _four_lines(a_plan(an_action("1.1", impact="evidenced"))) == [
        "Now: 0 off track, 1 at risk, 0 overdue, 0 of 1 done.",
        "Better or worse: there is no earlier meeting to compare with.",
        "Completed and evidenced: 1 of 1 has evidenced impact.",
    ]


def test_nothing_better_or_worse_is_said_in_words() -> None:
    before = a_plan(an_action("1.1"), as_at="2026-01-28")
    assert _four_lines(a_plan(an_action("1.1")), before)[1:3] == [
        "Better: no action went up.",
        "Worse: no action went down.",
    ]


def test_the_next_board_stands_with_the_next_meeting_of_each_other_series() -> None:
    review, scrutiny = "DfE review", "Scrutiny"
    plan = a_plan(
        a_meeting("2026-04-15", returns_due="2026-04-08", papers_due="2026-04-10"),
        a_meeting("2026-05-13", review, returns_due="2026-05-01"),
        a_meeting("2026-07-13", review),
        a_meeting("2026-03-31", scrutiny),
        a_meeting("2026-05-01", scrutiny),
    )
    assert words(sections(board_paper(plan, None))[ASKED]).splitlines()[-1] == (
        "Next board: 15 April 2026 (returns by 8 April 2026, papers by 10 April 2026). "
        "Also Scrutiny, 1 May 2026; DfE review, 13 May 2026 (returns by 1 May 2026)."
    )
    assert words(sections(board_paper(a_plan(), None))[ASKED]).splitlines()[-1] == (
        "Next board: none is in the diary."
    )


def test_what_any_series_asked_stands_with_what_became_of_it() -> None:
    assert _said_of_paper("What was asked last time") == [
        (
            "Board, 28 January 2026, on 9.2 Agree who pays for equipment: “What will the advice line cost?” "
            "Open: ■ R Off track, decision 1."
        ),
        "Board, 28 January 2026, on the whole plan: “Show waits”. Answered 1 March 2026: “In the annex”.",
    ]
    scrutiny = a_meeting("2026-02-01", "Scrutiny")
    asked = a_minute("Waits by ward?", meeting=scrutiny, about=an_action("1.1", "2026-09-30"))
    assert _said("What was asked last time", a_plan(scrutiny, an_action("1.1", "2026-09-30"), asked)) == [
        "Scrutiny, 1 February 2026, on 1.1 Action 1.1: “Waits by ward?” Open: ▲ A At risk."
    ]


def _said_of_paper(section: str) -> list[str]:
    return items(sections(the_paper())[section])


def test_a_question_about_an_area_or_the_plan_says_how_it_stands() -> None:
    area = an_area("14", "at-risk", title="Lived experience")
    plan = a_plan(
        area,
        a_meeting(),
        a_minute("What do families say?", about=area, id=1),
        a_minute("What does it cost?", id=2),
    )
    assert _said("What was asked last time", plan) == [
        "Board, 11 March 2026, on area 14 Lived experience: “What do families say?” Open: ▲ A At risk.",
        "Board, 11 March 2026, on the whole plan: “What does it cost?” Open.",
    ]


def test_an_answer_given_before_the_last_meeting_is_not_told_again() -> None:
    old = a_minute("Show waits.", "request", LAST, answer="In the annex.", answered_on="2026-01-20")
    dated = a_minute("Show costs.", "request", LAST, answered_on="2026-03-02")
    before, plan = a_plan(LAST, old, as_at="2026-01-28"), a_plan(LAST, old, dated)
    blocks = sections(board_paper(plan, before))["What was asked last time"]
    assert words(blocks).splitlines() == [
        "No question or request of a meeting is open.",
        (
            "Board, 28 January 2026, on the whole plan: “Show costs”. "
            "Answered 2 March 2026: no answer is written."
        ),
    ]
    assert len(_said("What was asked last time", plan)) == 2


def test_a_question_of_a_meeting_after_the_papers_day_is_not_told() -> None:
    plan = a_plan(NEXT, a_minute("What comes next?", meeting=NEXT))
    assert _said("What was asked last time", plan) == ["No question or request of a meeting is open."]


def test_what_families_say_is_followed_by_what_was_done_and_its_difference() -> None:
    helped = an_action("7.4", "2026-09-30", "on-track", title="Call each family", impact="emerging",
                       impact_shown_by="Call log: 66% satisfied")  # fmt: skip
    early = an_action("7.5", "2026-09-30", "on-track", impact="too-early")
    area = an_area("5", "on-track", title="Local Offer")
    plan = a_plan(
        area,
        helped,
        early,
        some_evidence("Focus group", kind="voice", on="2026-01-20", shows="Letters are feared."),
        some_evidence("Calls", helped, kind="voice", on="2026-03-05", shows="A named contact is wanted."),
        some_evidence("Survey", area, kind="voice", on="2026-02-27", shows="57% find what they need."),
        some_evidence("Cards", early, kind="voice", on="2026-02-20"),
        some_evidence("Audit", helped, kind="audit"),
    )
    assert _said("What families and young people say", plan) == [
        (
            "Calls, 5 March 2026: “A named contact is wanted”. Doing: 7.4 Call each family (on track). "
            "Difference: emerging, Call log: 66% satisfied."
        ),
        "Survey, 27 February 2026: “57% find what they need”. It is part of area 5 Local Offer (on track).",
        (
            "Cards, 20 February 2026: what was said is not written down. Doing: 7.5 Action 7.5 (on track). "
            "Difference: too early to say."
        ),
        (
            "Focus group, 20 January 2026: “Letters are feared”. "
            "No action is named for it. Difference: not seen yet."
        ),
    ]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("complete", "Did: 7.4 Action 7.4 (complete)."),
        ("off-track", "Doing: 7.4 Action 7.4 (off track)."),
        ("not-started", "Not started: 7.4 Action 7.4."),
        ("on-hold", "On hold: 7.4 Action 7.4."),
        ("withdrawn", "Withdrawn: 7.4 Action 7.4."),
        (None, "No status yet: 7.4 Action 7.4."),
    ],
)
def test_work_that_has_stopped_or_not_begun_is_not_said_to_be_done(status: str | None, told: str) -> None:
    action = an_action("7.4", None, status)
    plan = a_plan(action, some_evidence("Calls", action, kind="voice", on="2026-03-05", shows="Call us."))
    assert _said("What families and young people say", plan) == [
        f"Calls, 5 March 2026: “Call us”. {told} Difference: not seen yet."
    ]


def test_the_newest_voices_are_told_and_how_many_there_are() -> None:
    told = [some_evidence(f"Cards {day}", kind="voice", on=f"2026-03-0{day}") for day in range(1, 8)]
    paper = board_paper(a_plan(*told), None)
    assert "3. What families and young people say (the newest 4 of 7)" in words(paper.blocks)
    said = items(sections(paper)["What families and young people say"])
    assert [line.split(",")[0] for line in said] == ["Cards 7", "Cards 6", "Cards 5", "Cards 4"]


def test_exempt_voices_are_counted_and_not_told() -> None:
    plan = a_plan(some_evidence("Secret cards", kind="voice", shows="Secret words", exempt=True))
    assert _said("What families and young people say", plan) == ["1 more piece of evidence is exempt."]
    inside = items(
        sections(board_paper(plan, None, audience="internal"))["What families and young people say"]
    )
    assert inside[0].startswith("Secret cards, 1 March 2026: “Secret words”.")


def test_completed_actions_stand_by_their_impact_with_titles_and_what_shows_it() -> None:
    kept = an_action("1.4", status="embedded", impact="evidenced")
    plan = a_plan(
        an_action("1.1", status="complete", impact="evidenced", impact_shown_by="41% to 63%."),
        an_action("1.2", status="complete", impact="none-yet"),
        an_action("1.3", "2026-09-30", "on-track", impact="evidenced"),
        kept,
        an_action("1.5", status="complete", impact="too-early"),
        an_action("1.6", status="complete", impact=None),
        some_evidence("Return of March", kept),
    )
    blocks = sections(board_paper(plan, None))["What difference it makes"]
    assert items(blocks) == [
        (
            "Impact evidenced, 3 of 6 actions: 1.1 Action 1.1 (41% to 63%); 1.3 Action 1.3, not complete yet "
            "(nothing is named that shows it); 1.4 Action 1.4 (Return of March)."
        ),
        "No impact yet, 1 of 5 completed: 1.2 Action 1.2.",
        "Completed, 5 in all: 1 too early, 1 none yet, 2 evidenced, 1 not rated.",
    ]
