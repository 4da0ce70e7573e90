"""What single sections of the board paper say."""

from __future__ import annotations

from dataclasses import replace

from builders import a_meeting, a_minute, a_plan, an_action, an_area
from reports.reading import sections, table, words
from reports.sample_paper import LAST, NEXT, the_paper, the_plan

from send_actions.domain.plan.vocabulary import Status
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Block, Document, Table


def _rows(document: Document, section: str, caption: str) -> list[list[str]]:
    return table(sections(document)[section], caption)


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


def test_each_area_shows_its_standing_and_both_views_where_they_differ() -> None:
    plan = a_plan(
        an_area("1", "at-risk", headline="Slow."),
        an_area("2"),
        an_area("3"),
        an_area("4"),
        an_action("1.1", "2026-09-30", "off-track"),
        an_action("2.1", "2026-09-30", "at-risk"),
        an_action("4.1", "2026-09-30", None),
    )
    assert _rows(board_paper(plan, None), "Headlines", "How each area stands") == [
        ["1 Area 1", "▲ A At risk", "Slow.",
         "Lead says at risk; worst action off track, 1.1\n1 of 1 off track, worst 1.1\nnone overdue"],
        ["2 Area 2", "▲ A At risk", "No headline written", "1 of 1 at risk, worst 2.1\nnone overdue"],
        ["3 Area 3", "No actions yet", "No headline written", "No actions yet"],
        ["4 Area 4", "No status yet", "No headline written", "1 of 1 without a status\nnone overdue"],
    ]  # fmt: skip


def test_a_headline_is_shown_though_no_area_has_a_status() -> None:
    plan = a_plan(an_area("1", headline="We begin in May."), an_area("2"))
    rows = _rows(board_paper(plan, None), "Headlines", "How each area stands")
    assert [row[2] for row in rows] == ["We begin in May.", "No headline written"]


def test_in_brief_gives_counts_asks_moves_and_the_next_meeting() -> None:
    assert words(sections(the_paper())["In brief"]).splitlines() == [
        (
            "1 off track (+1), 1 at risk (0), 1 overdue (0), compared with 28 January 2026. "
            "1 of the overdue is still on track: 9.1."
        ),
        (
            "The Board is asked to agree changes to 2 actions: 1.2, 9.2; "
            "and to decide what help to give to 1 action off track: 9.2."
        ),
        "2 went down: 9.2, 9.3; 1 went up: 1.1, since 28 January 2026.",
        "Next meeting: 14 April 2026. 1 open action falls due by then: 9.3.",
        "6 actions in 2 areas: 4 open, 1 done, 1 on hold, 0 withdrawn.",
    ]


def test_in_brief_names_who_is_silent_and_the_dates_that_passed() -> None:
    plan = a_plan(
        a_meeting("2026-01-28"),
        a_meeting("2026-03-11"),
        an_action("1.1", "2026-01-31", first_due="2025-11-30", due_moves=1, updated_on="2026-01-05"),
    )
    assert words(sections(board_paper(plan, None))["In brief"]).splitlines() == [
        "0 off track, 1 at risk, 1 overdue.",
        "A date the Board can agree is needed for 1 action: 1.1.",
        "There is no earlier meeting to compare with.",
        "1 open action has no update since 28 January 2026: 1.1.",
        "No later meeting is in the diary.",
        "1 action in 1 area: 1 open, 0 done, 0 on hold, 0 withdrawn.",
    ]


def test_in_brief_counts_what_is_embedded_as_done() -> None:
    statuses = ("complete", "embedded", "on-hold", "withdrawn", "on-track", "embedded")
    plan = a_plan(*(an_action(f"1.{place}", None, status) for place, status in enumerate(statuses)))
    assert words(sections(board_paper(plan, None))["In brief"]).splitlines()[-1] == (
        "6 actions in 1 area: 1 open, 3 done, 1 on hold, 1 withdrawn."
    )


def test_overdue_is_counted_both_times_with_the_actions_behind_the_change() -> None:
    rows = _rows(the_paper(), "Counts: this time, last time and the change", "Overdue or without")
    assert rows == [
        ["Overdue", "1", "1", "0", "no change"],
        ["Overdue and still on track", "1", "1", "0", "no change"],
    ]


def test_what_is_overdue_no_longer_is_named_by_the_ref_it_has_now() -> None:
    before = a_plan(an_action("1.1", "2026-01-01", id=7), as_at="2026-01-28")
    plan = a_plan(an_action("1.7", "2026-09-30", id=7))
    rows = _rows(board_paper(plan, before), "Counts: this time, last time and the change", "Overdue or")
    assert rows[0] == ["Overdue", "0", "1", "−1", "out 1.7"]


def test_silence_is_counted_from_the_second_meeting_and_compared_from_the_third() -> None:
    meetings = [a_meeting(on) for on in ("2025-12-10", "2026-01-28", "2026-03-11")]
    silent, spoken = an_action("1.1", updated_on="2026-01-05"), an_action("1.2", updated_on="2026-03-02")

    def row_of(held: int, before_held: int) -> list[list[str]]:
        before = a_plan(silent, spoken, *meetings[:before_held], as_at="2026-03-11")
        paper = board_paper(a_plan(silent, spoken, *meetings[:held]), before)
        return _rows(paper, "Counts: this time, last time and the change", "Overdue or without")[2:]

    silence = "No update since the meeting before the last"
    assert row_of(1, 1) == []
    assert row_of(3, 1) == [[silence, "1", "none", "none", "none"]]
    assert row_of(3, 2) == [[silence, "1", "0", "+1", "in 1.1"]]


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


def test_of_actions_due_on_one_day_the_lower_ref_comes_first() -> None:
    dues = {"1.10": "2026-04-10", "1.2": "2026-04-10", "1.11": "2026-04-01", "1.3": "2026-03-31"}
    plan = a_plan(a_meeting("2026-04-14"), *(an_action(ref, due, "on-track") for ref, due in dues.items()))
    paper = board_paper(plan, None)
    rows = _rows(paper, "Due before the next meeting", "Due up to")
    assert [row[0] for row in rows] == ["1.3", "1.11", "1.2", "1.10"]


def test_moved_and_given_dates_stand_together_in_the_order_of_their_refs() -> None:
    before = a_plan(an_action("1.2", "2026-05-31"), an_action("1.10", None), an_action("1.1", None),
                    as_at="2026-01-28")  # fmt: skip
    plan = a_plan(
        an_action("1.2", "2026-06-30", due_moves=1, due_agreed=True, first_due="2026-05-31"),
        an_action("1.10", "2026-06-30"),
        an_action("1.1", "2026-07-31"),
    )
    rows = _rows(board_paper(plan, before), "What changed since the last meeting", "Changes of due date")
    assert [(row[0], *row[2:]) for row in rows] == [
        ("1.1", "No due date", "31 July 2026", "Not needed"),
        ("1.2", "31 May 2026", "30 June 2026", "Yes"),
        ("1.10", "No due date", "30 June 2026", "Not needed"),
    ]


def test_a_change_of_status_gives_its_reason_before_its_proof() -> None:
    refs = ("1.1", "1.2", "1.3", "1.4")
    before = a_plan(*(an_action(ref, None, "on-track") for ref in refs), as_at="2026-01-28")
    plan = a_plan(
        an_action("1.1", None, "complete", reason="All are trained.", proof="Register of 4 March"),
        an_action("1.2", None, "complete", proof="Register of 5 March"),
        an_action("1.3", None, "off-track"),
        an_action("1.4", None, "complete"),
    )
    rows = _rows(board_paper(plan, before), "What changed since the last meeting", "Changes of status")
    assert {row[0]: row[-1] for row in rows} == {
        "1.1": "All are trained.",
        "1.2": "Register of 5 March",
        "1.3": "No reason given",
        "1.4": "none",
    }


def test_the_journey_goes_from_the_earliest_meeting_to_now() -> None:
    stops = [a_plan(an_action("1.1"), as_at=on) for on in ("2026-01-28", "2025-10-15", "2026-03-11")]
    blocks = sections(board_paper(a_plan(an_action("1.1")), None, journey=stops))["The journey"]
    header = next(block.header for block in blocks if isinstance(block, Table))
    assert header == ("Area", "15 Oct 25", "28 Jan 26", "11 Mar 26", "31 Mar 26")


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
    assert _rows(paper, "The journey", "Areas")[1] == ["2 Area 2", "Not there", "No actions yet"]


def test_what_the_board_asked_stands_with_its_ref_until_answered() -> None:
    blocks = sections(the_paper())["What the Board asked to see again"]
    assert table(blocks, "Open questions") == [
        ["9.2", "28 January 2026", "Question: What will the advice line cost?", "■ R Off track"]
    ]
    assert table(blocks, "Answered since") == [
        ["The plan", "28 January 2026", "Request: Show waits.", "In the annex.\n1 March 2026"]
    ]


def test_a_question_about_an_area_or_the_plan_says_how_it_stands() -> None:
    area = an_area("14", "at-risk")
    plan = a_plan(
        area, a_meeting(), a_minute("What do families say?", about=area), a_minute("What does it cost?")
    )
    rows = _rows(board_paper(plan, None), "What the Board asked to see again", "Open questions")
    assert [(row[0], row[3]) for row in rows] == [
        ("Area 14", "▲ A At risk"),
        ("The plan", "Not answered yet"),
    ]


def test_an_answer_given_before_the_last_meeting_is_not_told_again() -> None:
    old = a_minute("Show waits.", "request", LAST, answer="In the annex.", answered_on="2026-01-20")
    dated = a_minute("Show costs.", "request", LAST, answered_on="2026-03-02")
    before, plan = a_plan(LAST, old, as_at="2026-01-28"), a_plan(LAST, old, dated)
    blocks = sections(board_paper(plan, before))["What the Board asked to see again"]
    assert words(blocks).startswith("No question or request of the Board is open.\n")
    assert table(blocks, "Answered since 28 January 2026") == [
        ["The plan", "28 January 2026", "Request: Show costs.", "No answer written\n2 March 2026"]
    ]
    rows = _rows(board_paper(plan, None), "What the Board asked to see again", "Answered so far")
    assert [row[2] for row in rows] == ["Request: Show waits.", "Request: Show costs."]


def test_a_question_of_a_meeting_after_the_papers_day_is_not_told() -> None:
    plan = a_plan(NEXT, a_minute("What comes next?", meeting=NEXT))
    assert words(sections(board_paper(plan, None))["What the Board asked to see again"]) == (
        "No question or request of the Board is open."
    )


def test_nothing_overdue_is_not_split_further() -> None:
    blocks = sections(board_paper(a_plan(an_action("1.1", "2026-09-30")), None))["Exceptions"]
    assert words(blocks).startswith("0 actions off track, 1 at risk; 0 overdue. Each is listed once")


def test_another_boards_questions_stay_with_that_board() -> None:
    scrutiny = a_meeting("2026-02-01", "Scrutiny")
    blocks = sections(board_paper(a_plan(scrutiny, a_minute(meeting=scrutiny)), None))
    assert (
        words(blocks["What the Board asked to see again"]) == "No question or request of the Board is open."
    )


def test_a_state_out_of_use_that_was_in_use_last_time_is_still_counted() -> None:
    before = a_plan(an_action("1.1", None, "on-hold"), as_at="2026-01-28")
    plan = a_plan(an_action("1.1", None, "on-track"))
    legend = tuple(replace(entry, used=entry.status is not Status.ON_HOLD) for entry in plan.legend)
    paper = board_paper(replace(plan, legend=legend), before)
    rows = _rows(paper, "Counts: this time, last time and the change", "Actions by status")
    assert ["▬ H On hold", "0", "1", "−1", "out 1.1"] in rows


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
