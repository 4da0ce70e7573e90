"""What the annexes of the board paper say: key and counts, the plan by area, the journey, what is late."""

from __future__ import annotations

from dataclasses import replace

from builders import a_day, a_meeting, a_plan, an_action, an_area
from reports.reading import sections, table, words
from reports.sample_paper import a_sure_due, the_paper, the_plan

from send_actions.domain.plan import Deadline
from send_actions.domain.plan.vocabulary import Status
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Block, Document, Heading, Table

COUNTS = "key and counts"


def _rows(document: Document, section: str, caption: str) -> list[list[str]]:
    return table(sections(document)[section], caption)


def test_the_first_annex_starts_a_page_and_no_other_heading_does() -> None:
    starts = [block.text for block in the_paper().blocks if isinstance(block, Heading) and block.starts_page]
    assert starts == ["Annex A: key and counts"]


def test_overdue_is_counted_both_times_with_the_actions_behind_the_change() -> None:
    assert _rows(the_paper(), COUNTS, "Overdue or without") == [
        ["Overdue", "1", "1", "0", "no change"],
        ["Overdue and still on track", "1", "1", "0", "no change"],
    ]


def test_what_is_overdue_no_longer_is_named_as_it_is_called_now() -> None:
    before = a_plan(an_action("1.1", "2026-01-01", id=7), as_at="2026-01-28")
    plan = a_plan(an_action("1.7", "2026-09-30", id=7))
    assert _rows(board_paper(plan, before), COUNTS, "Overdue or")[0] == (
        ["Overdue", "0", "1", "−1", "Left: 1.7 Action 1.7"]
    )


def test_silence_is_counted_from_the_second_meeting_and_compared_from_the_third() -> None:
    meetings = [a_meeting(on) for on in ("2025-12-10", "2026-01-28", "2026-03-11")]
    silent, spoken = an_action("1.1", updated_on="2026-01-05"), an_action("1.2", updated_on="2026-03-02")

    def row_of(held: int, before_held: int) -> list[list[str]]:
        before = a_plan(silent, spoken, *meetings[:before_held], as_at="2026-03-11")
        paper = board_paper(a_plan(silent, spoken, *meetings[:held]), before)
        return _rows(paper, COUNTS, "Overdue or without")[2:]

    silence = "No update since the meeting before the last"
    assert row_of(1, 1) == []
    assert row_of(3, 1) == [[silence, "1", "none", "none", "none"]]
    assert row_of(3, 2) == [[silence, "1", "0", "+1", "Joined: 1.1 Action 1.1"]]


def test_the_whole_plan_counts_what_is_embedded_as_done() -> None:
    statuses = ("complete", "embedded", "on-hold", "withdrawn", "on-track", "embedded")
    plan = a_plan(*(an_action(f"1.{place}", None, status) for place, status in enumerate(statuses)))
    assert "6 actions in 1 area: 1 open, 3 done, 1 on hold, 1 withdrawn." in (
        words(sections(board_paper(plan, None))[COUNTS]).splitlines()
    )


def test_a_state_out_of_use_that_was_in_use_last_time_is_still_counted() -> None:
    before = a_plan(an_action("1.1", None, "on-hold"), as_at="2026-01-28")
    plan = a_plan(an_action("1.1", None, "on-track"))
    legend = tuple(replace(entry, used=entry.status is not Status.ON_HOLD) for entry in plan.legend)
    rows = _rows(board_paper(replace(plan, legend=legend), before), COUNTS, "Actions by status")
    assert ["▬ H On hold", "0", "1", "−1", "Left: 1.1"] in rows


def test_a_state_a_house_does_not_use_is_left_out_unless_something_has_it() -> None:
    plan = the_plan()
    legend = tuple(replace(e, used=e.status not in {Status.EMBEDDED, Status.ON_HOLD}) for e in plan.legend)
    found: dict[str, list[Block]] = sections(board_paper(replace(plan, legend=legend), None))
    shown = [row[0] for row in table(found[COUNTS], "Actions by status")]
    assert "√√ E Embedded" not in shown
    assert "▬ H On hold" in shown
    assert [row[0] for row in table(found[COUNTS], "What each")] == [
        "■ R Off track", "▲ A At risk", "○ N Not started", "● G On track", "√ C Complete", "▬ H On hold",
        "× W Withdrawn",
    ]  # fmt: skip


def test_an_area_s_judgement_stands_beside_its_own_counts_so_that_no_red_hides() -> None:
    plan = a_plan(
        an_area("1", "at-risk", headline="Slow."),
        an_area("2"),
        an_area("3"),
        an_area("4"),
        an_action("1.1", "2026-01-30", "off-track"),
        an_action("1.2", "2026-09-30", "complete"),
        an_action("2.1", "2026-09-30", "at-risk"),
        an_action("2.2", "2026-09-30", "withdrawn"),
        an_action("4.1", "2026-09-30", None),
    )
    paper = board_paper(plan, None)
    assert _rows(paper, "the plan by area", "How each area") == [
        ["1 Area 1", "▲ A At risk", "■ R Off track", "1.1 Action 1.1",
         "2 in all: 1 off track, 1 done; 1 overdue", "Nothing to compare"],
        ["2 Area 2", "Not given", "▲ A At risk", "2.1 Action 2.1", "1 in all: 1 at risk",
         "Nothing to compare"],
        ["3 Area 3", "Not given", "None is open", "none", "No actions yet", "Nothing to compare"],
        ["4 Area 4", "Not given", "No status yet", "4.1 Action 4.1", "1 in all: 1 no status yet",
         "Nothing to compare"],
    ]  # fmt: skip
    told = words(sections(paper)["the plan by area"])
    assert "The lead says: Slow." in told
    assert "The lead says: no headline written" in told


def test_the_journey_goes_from_the_earliest_meeting_to_now() -> None:
    stops = [a_plan(an_action("1.1"), as_at=on) for on in ("2026-01-28", "2025-10-15", "2026-03-11")]
    blocks = sections(board_paper(a_plan(an_action("1.1")), None, journey=stops))["the journey"]
    headers = [block.header for block in blocks if isinstance(block, Table)]
    days = ("15 Oct 25", "28 Jan 26", "11 Mar 26", "31 Mar 26")
    assert headers == [("Status", *days), ("Area", *days)]


def test_the_journey_shows_judgement_or_worst_open_action_at_each_meeting() -> None:
    assert _rows(the_paper(), "the journey", "Areas at each meeting") == [
        ["1 Early identification", "● G", "▬ H"],
        ["9 Occupational therapy", "▲ A", "▲ A"],
    ]


def test_an_area_that_was_not_there_yet_says_so_in_the_journey() -> None:
    before = a_plan(an_action("1.1"), as_at="2026-01-28")
    paper = board_paper(a_plan(an_action("1.1"), an_area("2")), before, journey=[before])
    assert _rows(paper, "the journey", "Areas")[1] == ["2 Area 2", "Not there", "No actions yet"]


def test_what_is_overdue_stands_the_longest_first_with_how_often_it_moved() -> None:
    moved = an_action("1.1", "2026-03-01", first_due="2025-11-30", due_moves=1)
    told = {
        moved.id: [
            Deadline(2, moved.id, a_day("2026-01-10"), a_sure_due("2026-03-01"), "Waited for the ICB"),
            Deadline(1, moved.id, a_day("2025-09-01"), a_sure_due("2025-11-30")),
        ]
    }
    plan = a_plan(moved, an_action("1.2", "2026-01-01"), an_action("1.10", "2026-09-30"))
    rows = _rows(board_paper(plan, None, deadlines=told), "overdue", "Overdue")
    assert [(row[0], row[3], row[4]) for row in rows] == [
        ("1.2 Action 1.2\nLead: No lead", "89", "Not moved"),
        (
            "1.1 Action 1.1\nLead: No lead",
            "30",
            "Once, first 30 November 2025; not agreed by a meeting\n10 January 2026: Waited for the ICB",
        ),
    ]


def test_what_is_at_risk_stands_the_worst_first_with_its_reason_and_path() -> None:
    plan = a_plan(
        an_action("1.1", "2026-03-01"),
        an_action("1.2", "2026-01-01", since="2026-01-10", reason="Late.", updated_on="2026-01-10",
                  path="Locums from May", path_by="2026-05-01"),
        an_action("1.10", "2026-09-30"),
    )  # fmt: skip
    rows = _rows(board_paper(plan, None), "at risk", "At risk")
    assert [row[0].split(" ")[0] for row in rows] == ["1.2", "1.1", "1.10"]
    assert rows[0][1:] == [
        "10 January 2026",
        "1 January 2026\nOverdue",
        "10 January 2026: Late.",
        "Locums from May\nBy 1 May 2026",
    ]


def test_nothing_overdue_or_at_risk_is_said() -> None:
    paper = sections(board_paper(a_plan(), None))
    assert [words(paper[title]) for title in ("overdue", "at risk")] == [
        "Nothing is overdue.",
        "Nothing is at risk.",
    ]
