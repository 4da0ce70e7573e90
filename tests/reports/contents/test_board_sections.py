"""What single sections of the board paper say."""

from __future__ import annotations

from dataclasses import replace

from builders import a_meeting, a_minute, a_plan, an_action, an_area
from reports.reading import sections, table, words
from reports.sample_paper import the_paper, the_plan

from send_actions.domain.vocabulary import Status
from send_actions.reports.contents.board import board_paper
from send_actions.reports.document import Block, Document


def _rows(document: Document, section: str, caption: str) -> list[list[str]]:
    return table(sections(document)[section], caption)


def test_the_board_is_asked_to_agree_moved_dates_and_holds_with_old_and_new() -> None:
    assert _rows(the_paper(), "What the Board is asked to agree", "Moved dates") == [
        ["1.2", "Train setting SENCOs", "Putting it on hold, to look again on 1 June 2026",
         "● G On track", "▬ H On hold", "Trainer left."],
        ["9.2", "Agree who pays for equipment", "The new due date",
         "28 February 2026\nAt first 31 December 2025", "30 June 2026", "Split still not agreed"],
    ]  # fmt: skip


def test_a_moved_date_whose_history_was_not_read_claims_no_missing_reason() -> None:
    rows = _rows(board_paper(the_plan(), None), "What the Board is asked to agree", "Moved dates")
    assert rows[1][3:] == ["31 December 2025", "30 June 2026", "See the plan's history"]


def test_what_a_meeting_agreed_is_not_asked_again() -> None:
    agreed = a_plan(
        an_action("9.2", due_moves=1, due_agreed=True),
        an_action("9.3", status="withdrawn", status_agreed=True),
        an_action("9.4", status="complete", due_moves=1),
    )
    blocks = sections(board_paper(agreed, None))["What the Board is asked to agree"]
    assert words(blocks) == "Nothing waits for the Board's agreement."


def test_exceptions_say_what_is_asked_of_the_board() -> None:
    blocks = sections(the_paper())["Exceptions"]
    assert words(blocks).startswith(
        "1 action off track, 1 at risk; 1 overdue, 1 of them still on track: 9.1."
    )
    assert table(blocks, "Off track")[0][-1] == "Agree the new date, 30 June 2026\nDecide what help to give"
    assert table(blocks, "Overdue and still on track")[0][-1] == "To note: no new date is asked for"
    assert table(blocks, "At risk")[0][4:] == [
        "Two posts vacant.",
        "Locums from May\nBy 1 May 2026",
        "To note",
    ]


def test_the_worst_comes_first_then_the_longest_overdue() -> None:
    plan = a_plan(
        an_action("1.1", "2026-03-01"), an_action("1.2", "2026-01-01"), an_action("1.10", "2026-09-30")
    )
    rows = _rows(board_paper(plan, None), "Exceptions", "At risk")
    assert [row[0] for row in rows] == ["1.2", "1.1", "1.10"]


def test_a_paper_for_todays_meeting_looks_to_the_one_after() -> None:
    plan = a_plan(
        a_meeting("2026-03-31"),
        a_meeting("2026-05-12"),
        an_action("1.1", "2026-05-12", "on-track"),
        an_action("1.2", "2026-05-13", "on-track"),
        an_action("1.3", "2026-03-30", "on-track"),
    )
    rows = _rows(
        board_paper(plan, None), "Due before the next meeting", "Due up to the meeting on 12 May 2026"
    )
    assert [row[0] for row in rows] == ["1.1"]


def test_the_journey_shows_judgement_or_worst_open_action_at_each_meeting() -> None:
    paper = the_paper()
    rows = _rows(paper, "The journey", "Areas at each meeting")
    assert rows == [
        ["1 Early identification", "● G", "▬ H"],
        ["9 Occupational therapy", "▲ A", "▲ A"],
    ]


def test_an_area_that_was_not_there_yet_says_so_in_the_journey() -> None:
    before = a_plan(an_action("1.1"), as_at="2026-01-28")
    paper = board_paper(a_plan(an_action("1.1"), an_area("2")), before, journey=[before])
    assert _rows(paper, "The journey", "Areas")[1] == ["2 Area 2", "Not there", "none"]


def test_what_the_board_asked_stands_with_its_ref_until_answered() -> None:
    blocks = sections(the_paper())["What the Board asked to see again"]
    assert table(blocks, "Open questions") == [
        ["9.2", "28 January 2026", "Question: What will the advice line cost?", "■ R Off track"]
    ]
    assert table(blocks, "Answered since") == [
        ["The plan", "28 January 2026", "Request: Show waits.", "In the annex.\n1 March 2026"]
    ]


def test_another_boards_questions_stay_with_that_board() -> None:
    scrutiny = a_meeting("2026-02-01", "Scrutiny")
    blocks = sections(board_paper(a_plan(scrutiny, a_minute(meeting=scrutiny)), None))
    assert (
        words(blocks["What the Board asked to see again"]) == "No question or request of the Board is open."
    )


def test_a_measure_goes_from_baseline_to_target_beside_others() -> None:
    assert _rows(the_paper(), "Measures", "Measures") == [
        [
            "Seen within 18 weeks\nHigher is better",
            "9 Occupational therapy",
            "48% (2024)",
            "61.5% (2025-12-31)",
            "64% (2026-02-28)",
            "92% by 31 December 2026\nOn the way: 75% by 30 June 2026",
            "National 70.2% (2025, invented return)",
        ]
    ]


def test_a_state_a_house_does_not_use_is_left_out_unless_something_has_it() -> None:
    plan = the_plan()
    legend = tuple(replace(e, used=e.status not in {Status.EMBEDDED, Status.ON_HOLD}) for e in plan.legend)
    found: dict[str, list[Block]] = sections(board_paper(replace(plan, legend=legend), None))
    shown = [
        row[0] for row in table(found["Counts: this time, last time and the change"], "Actions by status")
    ]
    assert "√√ E Embedded" not in shown
    assert "▬ H On hold" in shown
    assert [row[0] for row in table(found["What the colours mean"], "What each")] == [
        "■ R Off track", "▲ A At risk", "○ N Not started", "● G On track", "√ C Complete", "▬ H On hold",
        "× W Withdrawn",
    ]  # fmt: skip
