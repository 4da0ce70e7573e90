"""The paper for a stocktake: its counts add up on every day, and each move is told with its reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from builders import a_day, a_measure, a_meeting, a_minute, a_plan, an_action, an_area, an_id
from hypothesis import given
from hypothesis import strategies as st
from reports.contents.test_board_numbers import ACTIONS
from reports.reading import items, sections, table, words
from reports.review_plan import the_deadlines, the_earlier_days, the_reviewed_plan
from reports.sample_paper import a_sure_due

from send_actions.domain.plan import Action, Deadline, Due, Milestone, Plan
from send_actions.domain.plan.vocabulary import DONE, Precision, Status
from send_actions.reports.contents.stocktake_paper import stocktake_paper
from send_actions.reports.document import Bars, Chart, Day, Document, Number, Table

BOARDS = ["2025-10-15", "2025-12-10", "2026-02-11"]


def a_period(*days: list[Action]) -> tuple[list[Plan], Plan]:
    """Plans of these actions on a first day, at the boards after it and on 31 March 2026."""
    meetings = [a_meeting(on) for on in BOARDS]
    dates = ["2025-09-01", *BOARDS][: len(days) - 1]
    dates.append("2026-03-31")
    areas = (an_area("1"), an_area("2"))
    plans = [a_plan(*areas, *meetings, *own, as_at=on) for own, on in zip(days, dates, strict=True)]
    return plans[:-1], plans[-1]


def the_stocktake() -> Document:
    return stocktake_paper(the_reviewed_plan(), the_earlier_days(), deadlines=the_deadlines())


@given(st.lists(ACTIONS, min_size=2, max_size=5))
def test_the_statuses_of_every_day_add_up_to_all_its_actions(days: list[list[Action]]) -> None:
    earlier, plan = a_period(*days)
    *rows, total = table(sections(stocktake_paper(plan, earlier))["Board by board"], "Actions by status")
    counted = [[int(cell) for cell in row[1:]] for row in (*rows, total)]
    assert [sum(column) for column in zip(*counted[:-1], strict=True)] == counted[-1]
    assert counted[-1] == [len(own) for own in days]


@given(ACTIONS, ACTIONS)
def test_impact_adds_up_then_and_now_and_each_change_names_its_actions(
    then: list[Action], now: list[Action]
) -> None:
    earlier, plan = a_period(then, now)
    blocks = sections(stocktake_paper(plan, earlier))["What difference it made"]
    *rows, total = table(blocks, "Actions by impact")
    counted = [[int(cell.replace("−", "-")) for cell in row[1:]] for row in (*rows, total)]
    assert [sum(column) for column in zip(*counted[:-1], strict=True)] == counted[-1]
    assert counted[-1] == [len(then), len(now), len(now) - len(then)]
    before = {action.id: action.impact for action in then}
    changed = {a.ref for a in now if a.id in before and before[a.id] is not a.impact}
    changed |= {a.ref for a in now if a.id not in before}
    changed |= {a.ref for a in then if a.id not in plan.actions_by_id}
    told = [ref for line in items(blocks) for ref in re.findall(r"(?:^|: |; )(\d\.\d)(?= )", line)]
    assert sorted(told) == sorted(changed)


@given(ACTIONS, ACTIONS)
def test_the_lines_in_short_say_what_the_sections_count(then: list[Action], now: list[Action]) -> None:
    earlier, plan = a_period(then, now)
    found = sections(stocktake_paper(plan, earlier))
    short = dict(line.split(": ", 1) for line in items(found["In short"]))
    rows = {row[0]: row[1:] for row in table(found["Board by board"], "Actions by status")}
    off = rows["■ R Off track"]
    assert short["Statuses"].startswith(f"{off[1]} off track now, {off[0]} then; ")
    done = sum(action.status in DONE for action in now)
    assert f"{done} of {len(now)} done now" in short["Statuses"]
    completed = re.match(r"(\d+) action", short["Achieved"])
    assert completed
    assert f"Completed, {completed[1]}\n" in f"{words(found['What was achieved'])}\n"


@given(ACTIONS, ACTIONS)
def test_every_area_is_better_worse_or_neither(then: list[Action], now: list[Action]) -> None:
    earlier, plan = a_period(then, now)
    found = sections(stocktake_paper(plan, earlier))
    better, worse, neither = map(
        int, re.findall(r"(\d+) (?:better|worse|neither)", items(found["In short"])[-1])
    )
    rows = table(found["Areas that got better or worse"], "Areas at the start")
    ways = [row[3] for row in rows]
    assert (better, worse) == (ways.count("Better"), ways.count("Worse"))
    assert better + worse + neither == len(plan.areas)


def test_a_date_that_moved_stands_with_from_when_how_far_and_every_reason_under_its_day() -> None:
    (row,) = table(sections(the_stocktake())["What slipped"], "Due dates that moved")
    assert row == [
        "9.2 Agree who pays for equipment",
        "31 December 2025",
        "30 June 2026",
        "2",
        "181",
        "Not yet",
        "10 January 2026: Waited for the ICB\n20 March 2026: Split still not agreed",
    ]
    said = words(sections(the_stocktake())["What slipped"])
    assert "1 of 6 actions moved its due date, twice in all. It is later than before, by 181 days." in said


def test_only_the_moves_after_the_first_day_count() -> None:
    board = the_earlier_days()[-1]
    paper = stocktake_paper(the_reviewed_plan(), [board], deadlines=the_deadlines())
    (row,) = table(sections(paper)["What slipped"], "Due dates that moved")
    assert row[1:5] == ["28 February 2026", "30 June 2026", "1", "122"]


def test_a_first_date_is_no_move_and_an_ongoing_one_cannot_be_counted() -> None:
    unclear, ongoing = Due(None, Precision.UNCLEAR, "tbc"), Due(None, Precision.ONGOING, "Ongoing")
    given_, set_free = an_action("1.1", "2026-05-01"), an_action("1.2", "ongoing")
    deadlines = {
        given_.id: [
            Deadline(2, given_.id, a_day("2026-01-10"), a_sure_due("2026-05-01")),
            Deadline(1, given_.id, a_day("2025-09-01"), unclear),
        ],
        set_free.id: [
            Deadline(4, set_free.id, a_day("2026-01-10"), ongoing),
            Deadline(3, set_free.id, a_day("2025-09-01"), a_sure_due("2026-02-01")),
        ],
    }
    earlier, plan = a_period([given_, set_free], [given_, set_free])
    rows = table(
        sections(stocktake_paper(plan, earlier, deadlines=deadlines))["What slipped"], "Due dates that moved"
    )
    assert [(row[0], row[1], row[2], row[4]) for row in rows] == [
        ("1.2 Action 1.2", "1 February 2026", "Ongoing", "cannot be counted")
    ]


def test_due_dates_are_days_and_moves_are_numbers() -> None:
    tables = [b for b in the_stocktake().blocks if isinstance(b, Table) and b.caption.startswith("Due dates")]
    assert [type(cell) for cell in tables[0].rows[0][1:5]] == [Day, Day, Number, Number]


def test_what_a_meeting_said_stands_under_its_day_with_what_became_of_it() -> None:
    found = sections(the_stocktake())["What was decided and asked, and what became of it"]
    assert words(found).splitlines() == [
        "Board, 28 January 2026",
        (
            "Asked, on 9.2 Agree who pays for equipment: “What will the advice line cost?” "
            "Not answered yet: ■ R Off track."
        ),
        "Requested, on the whole plan: “Show waits”. Answered 1 March 2026: “In the annex”.",
        "Decided, on 9.1 Start an advice line: “The split is to be agreed by May”. Now: ● G On track.",
    ]


def test_a_meeting_before_the_first_day_is_left_out() -> None:
    early = a_meeting("2025-06-01", "Scrutiny")
    plan = the_reviewed_plan()
    old = a_minute("An old question?", "question", early)
    plan = replace(plan, meetings=(early, *plan.meetings), minutes=(old, *plan.minutes))
    text = words(stocktake_paper(plan, the_earlier_days()).blocks)
    assert "An old question" not in text


def test_a_measure_stands_by_its_reading_then_and_now_beside_what_was_due() -> None:
    measure = a_measure(
        "Advice in time",
        [("2025-08-31", 50), ("2026-02-28", 72)],
        target=90,
        target_by=date(2026, 12, 31),
        milestones=(Milestone(1, date(2025, 8, 1), 60), Milestone(2, date(2026, 1, 31), 70)),
    )
    earlier, plan = a_period([], [])
    plan = replace(plan, measures=(measure,))
    (row,) = table(sections(stocktake_paper(plan, earlier))["Measures at the start and now"], "Measures")
    assert row == [
        "Advice in time",
        "50% (2025-08-31)",
        "60% was due by 1 August 2025, missed",
        "72% (2026-02-28)",
        "70% was due by 31 January 2026, met",
        "Better",
        "Target 90% by 31 December 2026",
    ]


def test_a_target_whose_day_has_passed_was_due_as_a_milestone_is() -> None:
    steps = (Milestone(1, date(2025, 12, 31), 90),)
    by = {"target": 99, "target_by": date(2026, 2, 15)}
    earlier, plan = a_period([], [])
    measures = (
        a_measure("Transfers", [("2026-03-01", 98)], **by),
        a_measure("Met before", [("2026-03-01", 98)], milestones=steps, **by),
        a_measure("Not yet", [("2026-03-01", 98)], target=99, target_by=date(2026, 3, 31)),
    )
    found = sections(stocktake_paper(replace(plan, measures=measures), earlier))
    short = dict(line.split(": ", 1) for line in items(found["In short"]))
    assert short["Measures"].startswith("3 in all: 2 missed what was due by now, 1 had nothing due yet")
    rows = table(found["Measures at the start and now"], "Measures")
    assert [row[4] for row in rows] == [
        "99% was due by 15 February 2026, missed",
        "99% was due by 15 February 2026, missed",
        "Nothing",
    ]


def test_many_boards_take_several_tables_that_each_add_up() -> None:
    action = an_action("1.1", status="on-track")
    days = [date(2024, month, 1) for month in range(1, 13)]
    earlier = [a_plan(action, as_at=day) for day in days]
    blocks = sections(stocktake_paper(a_plan(action), earlier))["Board by board"]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [len(one.header) for one in tables] == [9, 6]
    assert all([str(cell) for cell in one.rows[-1]][1:] == ["1"] * (len(one.header) - 1) for one in tables)


@given(st.lists(ACTIONS, min_size=2, max_size=5))
def test_the_chart_shows_what_its_table_counts(days: list[list[Action]]) -> None:
    earlier, plan = a_period(*days)
    blocks = sections(stocktake_paper(plan, earlier))["Board by board"]
    charts = [block for block in blocks if isinstance(block, Chart)]
    if not any(days):
        assert charts == []
        return
    (chart,) = charts
    *rows, _ = table(blocks, "Actions by status")
    assert isinstance(chart.picture, Bars)
    drawn = [[str(many) for many in counts] for _, counts in chart.picture.series if any(counts)]
    assert drawn == [row[1:] for row in rows if any(many != "0" for many in row[1:])]
    done = sum(action.status in DONE for action in plan.actions)
    assert f" and {done} done. On " in chart.words


def test_a_status_the_house_does_not_use_has_no_row_unless_it_was_used() -> None:
    earlier, plan = a_period([an_action("1.1", status="on-hold")], [])
    legend = tuple(replace(e, used=e.status not in {Status.ON_HOLD, Status.EMBEDDED}) for e in plan.legend)
    plan = replace(plan, legend=legend)
    rows = table(sections(stocktake_paper(plan, earlier))["Board by board"], "Actions by status")
    assert "▬ H On hold" in {row[0] for row in rows}
    assert "√√ E Embedded" not in {row[0] for row in rows}


def test_what_was_completed_has_its_proof_and_what_it_changed() -> None:
    told = items(sections(the_stocktake())["What was achieved"])
    assert told[0] == (
        "1.1 Agree one joint review: complete; proof: Protocol signed 20 January; "
        "impact emerging, shown by 41% to 63% reviewed jointly."
    )
    assert told[1] == "9.3 Bring waits within 18 weeks: Form in use in two localities (20 February 2026)."


def test_the_front_names_the_period() -> None:
    facts = dict(the_stocktake().facts)
    assert facts["Period"] == "1 December 2025 to 31 March 2026"
    assert the_stocktake().subject == "How the plan went from 1 December 2025 to 31 March 2026, record 412"
    assert an_id("area", "9")
