"""What the board paper says of what needs help, is to be watched, moved, comes next or is silent."""

from __future__ import annotations

from builders import a_day, a_meeting, a_plan, an_action, an_owner
from reports.reading import items, sections, words
from reports.sample_paper import the_paper

from send_actions.domain.plan import Action, Plan
from send_actions.reports.contents.board_paper import board_paper

MEETINGS = [a_meeting(on) for on in ("2025-12-10", "2026-01-28", "2026-03-11")]


def _said(section: str, plan: Plan, before: Plan | None = None) -> list[str]:
    blocks = sections(board_paper(plan, before))[section]
    return [line for line in words(blocks).splitlines() if line]


def _said_of_paper(section: str) -> list[str]:
    return items(sections(the_paper())[section])


def test_help_needed_says_since_when_why_how_often_moved_the_path_the_ask_and_who_owes_it() -> None:
    plan = a_plan(
        an_action("1.1", "2026-01-31", "off-track", title="Settle the split", since="2025-12-04",
                  first_due="2025-09-30", due_moves=2, due_agreed=True, updated_on="2026-03-11",
                  reason="Placements wait.", path="Interim rule", path_by="2026-03-24",
                  ask="Write to both.", ask_on="2026-03-11"),
        an_action("1.2", "2026-09-30", "off-track"),
    )  # fmt: skip
    assert _said("Help needed", plan) == [
        (
            "1.1 Settle the split: date moved twice; off track since 4 December 2025. "
            "11 March 2026: Placements wait. Path by 24 March 2026 (passed): Interim rule. Ask: decision 1. "
            "Lead: No lead."
        ),
        (
            "1.2 Action 1.2: date not moved; off track. No reason is given. "
            "No path to green is given; see decision 2. Lead: No lead."
        ),
    ]
    assert _said("Help needed", a_plan()) == ["Nothing is off track."]


def test_what_was_said_since_a_reason_stands_under_its_own_day() -> None:
    told = an_action("1.1", status="off-track", since="2026-01-20", updated_on="2026-01-20",
                     reason="Two posts vacant.", note="Re-advertised.", note_on="2026-03-02",
                     confirmed_on="2026-03-30")  # fmt: skip
    assert (
        "off track since 20 January 2026: Two posts vacant. 2 March 2026: Re-advertised. "
        "30 March 2026: No change, still right."
    ) in _said("Help needed", a_plan(told))[0]


def test_a_long_reason_is_told_by_its_first_sentence_and_in_full_in_an_annex() -> None:
    first, more = "March will end far from what was promised to families.", "The clinics have no money. " * 3
    action = an_action("1.1", status="off-track", updated_on="2026-03-25", reason=f"{first} {more}".strip())
    paper = sections(board_paper(a_plan(action), None))
    assert f"25 March 2026: {first} … No path" in items(paper["Help needed"])[0]
    assert more.strip() in words(paper["the plan by area"])


def test_a_long_reason_of_one_sentence_is_told_by_its_first_words() -> None:
    reason = "The provider " + "withdrew before signing and " * 6 + "left."
    told = _said("Help needed", a_plan(an_action("1.1", status="off-track", reason=reason)))[0]
    assert (
        "off track. The provider withdrew before signing and withdrew before signing and withdrew "
        "before signing and … No path" in told
    )


def _watched() -> tuple[Action, ...]:
    return (
        an_action("1.1", "2026-01-31", "on-track", lead=an_owner("Head of SEND", "LA")),
        an_action("1.2", "2026-09-30", since="2025-12-01", path="Locums", path_by="2026-03-30"),
        an_action("1.3", "2026-09-30", since="2026-03-20", path="Locums", path_by="2026-03-30"),
        an_action("1.4", "2026-09-30", since="2026-03-20"),
        an_action("1.5", "2026-01-31", "off-track", since="2025-12-01"),
        an_action("1.6", "2026-09-30", since="2026-03-20", path="Locums", path_by="2026-09-30"),
        an_action("1.7", "2026-01-31", "on-track", exempt=True),
    )


def test_the_watch_list_names_each_action_once_under_what_is_worst() -> None:
    assert _said("Watch list", a_plan(*MEETINGS, *_watched())) == [
        (
            "On track past the due date: 1.1 Action 1.1 (LA, due 31 January 2026); 1.7 Exempt item "
            "(due 31 January 2026)."
        ),
        "At risk at three meetings running: 1.2 Action 1.2 (no lead, path date passed).",
        "Past the date of the path to green: 1.3 Action 1.3 (no lead).",
        "At risk without a path to green: 1.4 Action 1.4 (no lead).",
    ]
    assert _said("Watch list", a_plan()) == [
        "Nothing else is stuck, without a path to green, or green past its date."
    ]


def test_what_moved_is_told_down_and_up_each_action_once_with_its_reason() -> None:
    assert _said_of_paper("What moved") == [
        (
            "9.2 Agree who pays for equipment: down to off track; due date moved from 28 February 2026 to "
            "30 June 2026, not yet agreed; impact from not rated to none yet. Why stands under 5."
        ),
        "9.3 Bring waits within 18 weeks: down to at risk. Two posts vacant.",
        (
            "1.1 Agree one joint review: up to complete; proof: Protocol signed 20 January; "
            "impact from too early to emerging, shown by 41% to 63% reviewed jointly."
        ),
        "1.2 Train setting SENCOs: put on hold. Trainer left.",
        "9.4 Ask families what helped: new in the plan, no status yet.",
    ]


def test_what_is_told_in_full_before_is_only_named_among_what_moved() -> None:
    before = a_plan(an_action("1.1"), an_action("1.2", "2026-05-31"), as_at="2026-01-28")
    plan = a_plan(
        an_action("1.1", status="off-track", reason="Late.", updated_on="2026-03-11"),
        an_action("1.2", "2026-06-30", first_due="2026-05-31", due_moves=1),
    )
    assert _said("What moved", plan, before) == [
        "Down to off track, as told under 5: 1.1 Action 1.1.",
        "Due date moved, as told under 1: 1.2 Action 1.2.",
    ]


def test_what_went_off_track_and_moved_its_date_is_told_of_both() -> None:
    before = a_plan(an_action("1.1", "2026-05-31"), as_at="2026-01-28")
    plan = a_plan(
        an_action("1.1", "2026-06-30", "off-track", first_due="2026-05-31", due_moves=1, due_agreed=True)
    )
    assert _said("What moved", plan, before) == [
        (
            "1.1 Action 1.1: down to off track; due date moved from 31 May 2026 to 30 June 2026, "
            "agreed by a meeting. Why stands under 5."
        )
    ]


def test_a_moved_date_says_whether_it_was_agreed_and_a_first_date_that_it_was_given() -> None:
    before = a_plan(an_action("1.2", "2026-05-31"), an_action("1.10", None), an_action("1.3", "2026-06-30"),
                    as_at="2026-01-28")  # fmt: skip
    plan = a_plan(
        an_action("1.2", "2026-06-30", due_moves=1, due_agreed=True, first_due="2026-05-31"),
        an_action("1.10", "2026-06-30"),
        an_action("1.3", "2026-05-31", due_moves=2, due_agreed=True, first_due="2026-05-31"),
    )
    assert sorted(_said("What moved", plan, before)) == [
        "1.10 Action 1.10: due date given, 30 June 2026.",
        "1.2 Action 1.2: due date moved from 31 May 2026 to 30 June 2026, agreed by a meeting.",
        "1.3 Action 1.3: due date moved from 30 June 2026 to 31 May 2026, back at its first date.",
    ]


def test_a_change_of_status_gives_its_reason_and_what_is_done_its_proof() -> None:
    refs = ("1.1", "1.2", "1.3", "1.4", "1.5")
    before = a_plan(*(an_action(ref, None, "on-track") for ref in refs), as_at="2026-01-28")
    plan = a_plan(
        an_action("1.1", None, "complete", reason="All are trained.", proof="Register of 4 March"),
        an_action("1.2", None, "complete", proof="Register of 5 March"),
        an_action("1.3", None, "at-risk"),
        an_action("1.4", None, "complete"),
    )
    assert sorted(_said("What moved", plan, before)) == [
        "1.1 Action 1.1: up to complete; proof: Register of 4 March. All are trained.",
        "1.2 Action 1.2: up to complete; proof: Register of 5 March.",
        "1.3 Action 1.3: down to at risk. No reason is given.",
        "1.4 Action 1.4: up to complete; no proof is named.",
        "1.5 Action 1.5: no longer in the plan.",
    ]


def test_nothing_moved_and_no_earlier_meeting_are_said() -> None:
    before = a_plan(an_action("1.1"), as_at="2026-01-28")
    assert _said("What moved", a_plan(an_action("1.1")), before) == ["No action moved since 28 January 2026."]
    assert _said("What moved", a_plan()) == ["There is no earlier meeting to compare with."]


def test_a_paper_for_todays_meeting_looks_to_the_one_after() -> None:
    plan = a_plan(
        a_meeting("2026-03-31"),
        a_meeting("2026-05-12", returns_due="2026-05-05"),
        an_action("1.1", "2026-05-12", "on-track"),
        an_action("1.2", "2026-05-13", "on-track"),
        an_action("1.3", "2026-03-30", "on-track"),
    )
    assert _said("Next", plan) == [
        "By 5 May 2026: returns for the board of 12 May 2026.",
        "By 12 May 2026: 1.1 Action 1.1 (no lead).",
    ]


def test_returns_whose_day_has_passed_say_so() -> None:
    plan = a_plan(a_meeting("2026-04-02", returns_due="2026-03-26"))
    assert _said("Next", plan) == [
        "No open action falls due up to the board of 2 April 2026.",
        "By 26 March 2026 (passed): returns for the board of 2 April 2026.",
    ]
    told = words(sections(board_paper(plan, None))["The Board is asked to"])
    assert "Next board: 2 April 2026 (returns by 26 March 2026 (passed))." in told


def test_what_is_due_stands_by_its_day_and_of_one_day_by_ref_with_who_owes_it() -> None:
    dues = {"1.10": "2026-04-10", "1.2": "2026-04-10", "1.11": "2026-04-01", "1.3": "2026-03-31"}
    plan = a_plan(a_meeting("2026-04-14"), *(an_action(ref, due, "not-started") for ref, due in dues.items()))
    assert _said("Next", plan) == [
        "By 31 March 2026: 1.3 Action 1.3 (no lead, not started).",
        "By 1 April 2026: 1.11 Action 1.11 (no lead, not started).",
        "By 10 April 2026: 1.2 Action 1.2 (no lead, not started); 1.10 Action 1.10 (no lead, not started).",
    ]
    assert _said("Next", a_plan()) == ["No later meeting is in the diary."]


def test_who_did_not_answer_is_named_by_lead() -> None:
    plan = a_plan(
        *MEETINGS,
        an_action("1.1", updated_on="2026-01-05"),
        an_action("1.2", updated_on="2026-03-02"),
        an_action("1.3"),
        an_action("1.4", exempt=True),
    )
    assert _said("Silent", plan) == [
        "Exempt items: 1.4 Exempt item.",
        "No lead: 1.1 Action 1.1; 1.3 Action 1.3.",
    ]
    assert "9. Silent since 28 January 2026" in words(board_paper(plan, None).blocks)
    assert _said("Silent", a_plan()) == ["Silence is counted from the second meeting on."]


def test_everybody_answered_is_said_too() -> None:
    plan = a_plan(*MEETINGS, an_action("1.1", updated_on=a_day("2026-03-02")))
    assert _said("Silent", plan) == ["Every open action was spoken of since 28 January 2026."]
