"""What the board paper asks the board to decide: one numbered item for each action, with why and by when."""

from __future__ import annotations

from builders import a_day, a_plan, an_action, an_area
from reports.reading import items, sections, table, words
from reports.sample_paper import a_sure_due, the_paper, the_plan

from send_actions.domain.plan import Action, Deadline, Due, Owner, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document, NumberedList

UNCLEAR = Due(None, Precision.UNCLEAR, "Soon")
ASKED = "The Board is asked to"


def _decisions(document: Document) -> list[str]:
    return items(block for block in sections(document)[ASKED] if isinstance(block, NumberedList))


def _of(*actions: Action, **what_matters: object) -> list[str]:
    return _decisions(board_paper(a_plan(*actions, **what_matters), None))  # type: ignore[arg-type]


def test_the_board_is_asked_for_help_then_for_a_hold_with_what_was_and_why() -> None:
    assert _decisions(the_paper()) == [
        (
            "9.2 Agree who pays for equipment (NHS trust): decide what help to give; and agree the new date, "
            "30 June 2026, moved twice from 28 February 2026; at first 31 December 2025: "
            "“Split still not agreed”, said 20 March 2026. Path to green by 10 April 2026: Directors meet."
        ),
        (
            "1.2 Train setting SENCOs (Council): agree to put it on hold, to look again on 1 June 2026 "
            "(it was on track): “Trainer left”."
        ),
    ]


def test_a_moved_date_whose_history_was_not_read_claims_no_missing_reason() -> None:
    told = _decisions(board_paper(the_plan(), None))[0]
    assert "moved twice from 31 December 2025: the reason is in the plan's history." in told


def test_a_moved_date_without_a_reason_says_so() -> None:
    action = an_action("1.1", "2026-05-31", first_due="2025-11-30", due_moves=1)
    told = [Deadline(1, action.id, a_day("2026-03-01"), a_sure_due("2026-05-31"))]
    paper = board_paper(a_plan(action), None, deadlines={action.id: told})
    assert "moved once from 30 November 2025: no reason was given." in _decisions(paper)[0]


def test_what_a_meeting_agreed_is_not_asked_again() -> None:
    agreed = a_plan(
        an_action("9.2", due_moves=1, due_agreed=True),
        an_action("9.3", status="withdrawn", status_agreed=True),
        an_action("9.4", status="complete", due_moves=1),
    )
    paper = board_paper(agreed, None)
    assert _decisions(paper) == []
    assert words(sections(paper)[ASKED]).startswith("Nothing waits for the Board's decision.\n")


def test_a_new_date_that_passed_or_is_none_is_not_put_to_the_board_as_if_to_come() -> None:
    told = _of(
        an_action("1.1", "2026-01-31", "off-track", first_due="2025-11-30", due_moves=1),
        an_action("1.2", "2026-03-31", "at-risk", first_due="2025-11-30", due_moves=1),
        an_action("1.3", UNCLEAR, "at-risk", first_due="2025-11-30", due_moves=1),
        an_action("1.4", "ongoing", "at-risk", first_due="2025-11-30", due_moves=3),
        an_action("1.5", None, "at-risk", first_due="2025-11-30", due_moves=1),
    )
    assert [words.partition(": ")[2].partition(".")[0].partition(":")[0] for words in told] == [
        ("decide what help to give; and ask for a new date (31 January 2026 passed without agreement)"),
        "agree the new date, 31 March 2026, moved once from 30 November 2025",
        "ask for a new date (the new one is “Soon”, not a date)",
        "agree the new date, ongoing, moved 3 times from 30 November 2025",
        "ask for a new date (the old one was taken away)",
    ]


def test_the_lead_of_an_action_is_asked_for_a_new_date_that_the_board_can_agree() -> None:
    asked = an_action(
        "1.1",
        "2026-01-31",
        "off-track",
        lead=Owner(1, "Head of SEND", "Council"),
        first_due="2025-11-30",
        due_moves=1,
    )
    assert (
        "decide what help to give; and ask its lead for a new date (31 January 2026 passed without agreement)"
    ) in _of(asked)[0]


def test_each_decision_names_the_organisation_that_owes_the_action_unless_it_is_exempt() -> None:
    body, role = Owner(1, "Head of SEND", "Council"), Owner(2, "Head of SEND", " ")
    told = _of(
        an_action("1.1", status="off-track", title="Agree", lead=body),
        an_action("1.2", status="off-track", title="Ask", lead=role),
        an_action("1.3", status="off-track", title="Tell"),
        an_action("1.4", status="off-track", lead=body, exempt=True),
    )
    assert [words.partition(":")[0] for words in told] == [
        "1.1 Agree (Council)",
        "1.2 Ask (Head of SEND)",
        "1.3 Tell (no lead)",
        "1.4 Exempt item",
    ]


def test_a_withdrawal_has_no_date_to_look_again() -> None:
    told = _of(
        an_action(
            "1.1", "2026-09-30", "withdrawn", was="on-hold", look_again="2026-06-01", reason="No funds."
        )
    )
    assert told == ["1.1 Action 1.1 (no lead): agree to withdraw it (it was on hold): “No funds”."]


def test_an_action_on_hold_whose_new_date_passed_asks_for_both_in_one_item() -> None:
    told = _of(an_action("1.1", "2026-01-31", "on-hold", first_due="2025-11-30", due_moves=1))
    assert told == [
        (
            "1.1 Action 1.1 (no lead): ask for a new date (31 January 2026 passed without agreement); and "
            "agree to put it on hold: no reason was given."
        )
    ]


def test_an_overdue_action_that_asks_for_nothing_is_no_decision() -> None:
    assert _of(an_action("1.2", "2026-01-31")) == []


def test_a_date_said_again_without_a_reason_keeps_the_reason_of_its_move_under_its_day() -> None:
    action = an_action("1.1", "2026-05-31", first_due="2025-11-30", due_moves=1)
    told = [
        Deadline(3, action.id, a_day("2026-03-01"), a_sure_due("2026-05-31")),
        Deadline(2, action.id, a_day("2026-02-01"), a_sure_due("2026-05-31"), "Waited for the ICB"),
        Deadline(1, action.id, a_day("2025-09-01"), a_sure_due("2025-11-30")),
    ]
    paper = board_paper(a_plan(action), None, deadlines={action.id: told})
    assert (
        "moved once from 30 November 2025: “Waited for the ICB”, said 1 February 2026."
        in (_decisions(paper)[0])
    )


def test_a_path_or_hold_whose_date_passed_says_so() -> None:
    told = _of(
        an_action("1.1", "2026-09-30", "off-track", path="Locums", path_by="2026-03-30"),
        an_action("1.2", "2026-09-30", "off-track", path="Locums", path_by="2026-03-31"),
        an_action("1.3", "2026-09-30", "off-track"),
        an_action("1.4", "2026-09-30", "on-hold", look_again="2026-03-01"),
    )
    assert [words.rpartition("Path to green")[2] for words in told[:3]] == [
        " by 30 March 2026 (passed): Locums.",
        " by 31 March 2026: Locums.",
        ": not given.",
    ]
    assert "agree to put it on hold, to look again on 1 March 2026 (passed)" in told[3]


def test_completion_that_a_meeting_is_to_sign_off_is_asked_for_with_its_proof() -> None:
    done = an_action("9.2", status="complete", was="on-track", since="2026-03-20", proof="Signed protocol.")
    bare = an_action("9.3", status="embedded", was="complete", since="2026-03-20")
    assert _of(done, bare, signs_off_from=a_day("2026-03-11")) == [
        "9.2 Action 9.2 (no lead): sign it off as complete (proof: Signed protocol).",
        "9.3 Action 9.3 (no lead): sign it off as embedded (no proof named).",
    ]


def test_what_leads_ask_stands_in_their_own_words_under_its_day_with_by_when() -> None:
    told = _of(
        an_action("9.2", "2026-01-31", "off-track", ask="Four officers.", ask_on="2026-03-04"),
        an_action("9.3", "2026-07-31", "on-track", ask="Which date?", ask_on="2026-03-05"),
    )
    assert told == [
        (
            "9.2 Action 9.2 (no lead): “Four officers”, asked 4 March 2026. Due 31 January 2026, overdue. "
            "Path to green: not given."
        ),
        "9.3 Action 9.3 (no lead): “Which date?”, asked 5 March 2026. Due 31 July 2026.",
    ]


def test_help_comes_first_then_dates_and_holds_then_sign_offs_the_worst_first() -> None:
    done = an_action("1.1", status="complete", since="2026-03-20")
    plan = a_plan(
        done,
        an_action("1.2", "2026-05-31", "on-hold"),
        an_action("1.3", "2026-09-30", "on-track", ask="A room.", ask_on="2026-03-05"),
        an_action("1.4", "2026-09-30", "off-track"),
        an_action("1.5", "2026-01-31", "off-track"),
        signs_off_from=a_day("2026-03-11"),
    )
    told = _decisions(board_paper(plan, None))
    assert [words.split(" ")[0] for words in told] == ["1.5", "1.4", "1.3", "1.2", "1.1"]


def test_of_an_exempt_action_the_board_decides_without_a_word_of_it() -> None:
    secret = an_action(
        "9.2", "2026-01-31", "off-track", exempt=True, ask="Secret ask.", ask_on="2026-03-04",
        path="Secret path", first_due="2025-11-30", due_moves=1,
    )  # fmt: skip
    quiet = an_action("9.3", status="on-track", exempt=True)
    assert _of(secret, quiet) == [
        (
            "9.2 Exempt item: decide what help to give; and ask its lead for a new date "
            "(31 January 2026 passed without agreement). Its detail is exempt."
        )
    ]
    inside = _decisions(board_paper(a_plan(secret, quiet), None, audience="internal"))
    assert len(inside) == 1
    assert "“Secret ask”, asked 4 March 2026" in inside[0]


def test_words_that_name_no_date_are_not_shown_as_one() -> None:
    plan: Plan = a_plan(
        an_area("1"), an_action("1.1", UNCLEAR), an_action("1.2", Due(None, Precision.UNCLEAR, ""))
    )
    rows = table(sections(board_paper(plan, None))["at risk"], "At risk")
    assert [row[2] for row in rows] == ["“Soon”, not a date", "Not a date"]
