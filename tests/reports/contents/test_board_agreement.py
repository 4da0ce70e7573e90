"""What the board paper asks the board to agree, and what it says of dates that have passed."""

from __future__ import annotations

from builders import a_day, a_plan, an_action
from reports.reading import sections, table, words
from reports.sample_paper import a_sure_due, the_paper, the_plan

from send_actions.domain.plan import Deadline, Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document

UNCLEAR = Due(None, Precision.UNCLEAR, "Soon")
AGREE = "What the Board is asked to agree"


def _rows(document: Document, section: str, caption: str) -> list[list[str]]:
    return table(sections(document)[section], caption)


def test_the_board_is_asked_to_agree_moved_dates_and_holds_with_old_and_new() -> None:
    assert _rows(the_paper(), "What the Board is asked to agree", "Moved dates") == [
        ["1.2", "Train setting SENCOs", "Putting it on hold, to look again on 1 June 2026",
         "● G On track", "▬ H On hold", "Trainer left."],
        ["9.2", "Agree who pays for equipment", "The new due date",
         "28 February 2026\nMoved twice, at first 31 December 2025", "30 June 2026",
         "Split still not agreed"],
    ]  # fmt: skip


def test_a_moved_date_whose_history_was_not_read_claims_no_missing_reason() -> None:
    rows = _rows(board_paper(the_plan(), None), "What the Board is asked to agree", "Moved dates")
    assert rows[1][3:] == ["31 December 2025\nMoved twice", "30 June 2026", "See the plan's history"]


def test_what_a_meeting_agreed_is_not_asked_again() -> None:
    agreed = a_plan(
        an_action("9.2", due_moves=1, due_agreed=True),
        an_action("9.3", status="withdrawn", status_agreed=True),
        an_action("9.4", status="complete", due_moves=1),
    )
    blocks = sections(board_paper(agreed, None))["What the Board is asked to agree"]
    assert words(blocks) == "Nothing waits for the Board's agreement."


def test_a_new_date_that_passed_is_not_put_to_the_board_as_if_to_come() -> None:
    plan = a_plan(
        an_action("1.1", "2026-01-31", "off-track", first_due="2025-11-30", due_moves=1),
        an_action("1.2", "2026-03-31", "at-risk", first_due="2025-11-30", due_moves=1),
        an_action("1.3", UNCLEAR, "at-risk", first_due="2025-11-30", due_moves=1),
        an_action("1.4", "ongoing", "at-risk", first_due="2025-11-30", due_moves=3),
    )
    found = sections(board_paper(plan, None))
    asks = {row[0]: row[-1] for cap in ("Off", "At") for row in table(found["Exceptions"], cap)}
    assert asks == {
        "1.1": "The new date, 31 January 2026, was not agreed and has passed: give a date the Board can agree"
        "\nDecide what help to give",
        "1.2": "Agree the new date, 31 March 2026",
        "1.3": "The new date is “Soon”, not a date: give a date the Board can agree",
        "1.4": "Agree the new date, ongoing",
    }
    assert [(row[0], row[3], row[4]) for row in table(found[AGREE], "Moved dates")] == [
        ("1.2", "30 November 2025\nMoved once", "31 March 2026"),
        ("1.4", "30 November 2025\nMoved 3 times", "Ongoing"),
    ]
    assert [(row[0], row[2], row[3], row[5]) for row in table(found[AGREE], "New dates")] == [
        ("1.1", "30 November 2025\nMoved once", "31 January 2026\nNot agreed, and has passed",
         "Give a date the Board can agree"),
        ("1.3", "30 November 2025\nMoved once", "“Soon”, not a date", "Give a date the Board can agree"),
    ]  # fmt: skip


def test_when_every_new_date_passed_nothing_can_be_agreed() -> None:
    plan = a_plan(an_action("1.1", "2026-01-31", first_due="2025-11-30", due_moves=1))
    assert words(sections(board_paper(plan, None))[AGREE]).startswith("Nothing can be agreed as it stands.\n")


def test_a_withdrawal_has_no_date_to_look_again() -> None:
    plan = a_plan(
        an_action(
            "1.1", "2026-09-30", "withdrawn", was="on-hold", look_again="2026-06-01", reason="No funds."
        )
    )
    rows = table(sections(board_paper(plan, None))[AGREE], "Moved dates")
    assert rows[0][2:] == ["Withdrawing it", "▬ H On hold", "× W Withdrawn", "No funds."]


def test_an_action_on_hold_whose_new_date_passed_asks_for_both() -> None:
    plan = a_plan(an_action("1.1", "2026-01-31", "on-hold", first_due="2025-11-30", due_moves=1))
    found = sections(board_paper(plan, None))
    assert [row[2] for row in table(found[AGREE], "Moved dates")] == ["Putting it on hold"]
    assert [row[0] for row in table(found[AGREE], "New dates")] == ["1.1"]
    assert words(found["In brief"]).splitlines()[1] == (
        "The Board is asked to agree changes to 1 action: 1.1. "
        "A date the Board can agree is needed for 1 action: 1.1."
    )


def test_of_an_overdue_action_the_board_is_asked_for_a_date_and_nothing_else() -> None:
    plan = a_plan(
        an_action("1.1", "2026-01-31", first_due="2025-11-30", due_moves=1), an_action("1.2", "2026-01-31")
    )
    assert [row[-1] for row in _rows(board_paper(plan, None), "Exceptions", "At risk")] == [
        "The new date, 31 January 2026, was not agreed and has passed: give a date the Board can agree",
        "To note: no new date is asked for",
    ]


def test_a_date_said_again_without_a_reason_keeps_the_reason_of_its_move() -> None:
    action = an_action("1.1", "2026-05-31", first_due="2025-11-30", due_moves=1)
    told = [
        Deadline(3, action.id, a_day("2026-03-01"), a_sure_due("2026-05-31")),
        Deadline(2, action.id, a_day("2026-02-01"), a_sure_due("2026-05-31"), "Waited for the ICB"),
        Deadline(1, action.id, a_day("2025-09-01"), a_sure_due("2025-11-30")),
    ]
    rows = table(sections(board_paper(a_plan(action), None, deadlines={action.id: told}))[AGREE], "Moved")
    assert rows[0][3:] == ["30 November 2025\nMoved once", "31 May 2026", "Waited for the ICB"]


def test_a_path_or_hold_whose_date_passed_says_so() -> None:
    plan = a_plan(
        an_action("1.1", "2026-09-30", path="Locums", path_by="2026-03-30"),
        an_action("1.2", "2026-09-30", path="Locums", path_by="2026-03-31"),
        an_action("1.3", "2026-09-30"),
        an_action("1.4", "2026-09-30", "on-hold", look_again="2026-03-01"),
    )
    found = sections(board_paper(plan, None))
    assert [row[5] for row in table(found["Exceptions"], "At risk")] == [
        "Locums\nBy 30 March 2026 (passed)",
        "Locums\nBy 31 March 2026",
        "No path given",
    ]
    assert (
        table(found[AGREE], "Moved dates")[0][2]
        == "Putting it on hold, to look again on 1 March 2026 (passed)"
    )


def test_words_that_name_no_date_are_not_shown_as_one() -> None:
    plan = a_plan(an_action("1.1", UNCLEAR), an_action("1.2", Due(None, Precision.UNCLEAR, "")))
    rows = _rows(board_paper(plan, None), "Exceptions", "At risk")
    assert [row[3] for row in rows] == ["“Soon”, not a date", "Not a date"]


def test_completion_that_a_meeting_is_to_sign_off_is_asked_for_with_its_proof() -> None:
    done = an_action("9.2", status="complete", was="on-track", since="2026-03-20", proof="Signed protocol.")
    plan = a_plan(done, signs_off_from=a_day("2026-03-11"))

    assert _rows(board_paper(plan, None), AGREE, "Moved dates") == [
        ["9.2", "Action 9.2", "Signing it off", "● G On track", "√ C Complete", "Signed protocol."]
    ]
    assert "agree changes to 1 action: 9.2" in words(sections(board_paper(plan, None))["In brief"])


def test_what_leads_ask_of_the_board_stands_in_their_own_words_under_its_day() -> None:
    asking = an_action("9.2", status="off-track", ask="Four officers.", ask_on="2026-03-04")
    other = an_action("9.3", status="on-track", due="2026-07-31", ask="A date.", ask_on="2026-03-05")
    paper = board_paper(a_plan(asking, other), None)

    assert _rows(paper, AGREE, "What is asked of the Board") == [
        ["9.2", "Action 9.2", "■ R Off track", "4 March 2026: Four officers."],
        ["9.3", "Action 9.3", "● G On track", "5 March 2026: A date."],
    ]
    assert _rows(paper, "Exceptions", "Off track")[0][-1] == "4 March 2026: Four officers."
    assert "answer what is asked for 1 action: 9.3" in words(sections(paper)["In brief"])
