"""The charts of papers: they show what the table beside them says, and their words say what they show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from builders import a_measure, a_plan, an_action, an_area
from hypothesis import given
from hypothesis import strategies as st
from reports.sample_paper import the_paper, the_plan, the_plan_before

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.reports.document import Bars, Block, Chart, Grid, Heading, StatusMark, Table, Trend
from send_actions.reports.sections.charts.journey_chart import MOST_AREAS, journey
from send_actions.reports.sections.charts.measure_charts import (
    MOST_CHARTS,
    MOST_READINGS,
    measure_chart,
    measure_charts,
)
from send_actions.reports.sections.phrasing.stops import MOST_STOPS

DAYS = [date(2024 + n // 12, 1 + n % 12, 15) for n in range(30)]


def charts(blocks: Iterable[Block]) -> list[tuple[Chart, Table]]:
    """Each chart and the table that comes next."""
    told = [block for block in blocks if isinstance(block, Chart | Table)]
    return [
        (one, other) for one, other in pairwise(told) if isinstance(one, Chart) and isinstance(other, Table)
    ]


def a_plan_of(statuses: list[Status | None], on: date) -> Plan:
    return a_plan(an_area("1"), *(an_action(f"1.{n}", None, s) for n, s in enumerate(statuses)), as_at=on)


def test_every_chart_stands_beside_its_table_and_behind_the_pages_to_read() -> None:
    blocks = the_paper().blocks
    annexes = next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.starts_page)
    assert not [one for one in blocks[:annexes] if isinstance(one, Chart)]
    assert len(charts(blocks)) == sum(isinstance(one, Chart) for one in blocks) == 3


def test_statuses_are_told_meeting_by_meeting_with_the_words_that_say_how_it_went() -> None:
    chart, table = charts(journey(the_plan(), [the_plan_before()]))[0]
    assert isinstance(chart.picture, Bars)
    assert chart.picture.labels == table.header[1:] == ("28 Jan 26", "31 Mar 26")
    assert chart.words == (
        "On 31 March 2026, of 6 actions, 1 is off track, 1 at risk and 1 done. "
        "On 28 January 2026, of 5, 0 were off track, 1 at risk and 0 done. "
        "Most were off track on 31 March 2026: 1."
    )


@given(st.lists(st.lists(st.sampled_from([*Status, None]), max_size=12), min_size=2, max_size=30))
def test_the_statuses_of_any_history_add_up_and_the_chart_shows_what_the_table_says(
    history: list[list[Status | None]],
) -> None:
    plans = [a_plan_of(statuses, on) for statuses, on in zip(history, DAYS, strict=False)]
    chart, table = charts(journey(plans[-1], plans[:-1]))[0]
    assert isinstance(chart.picture, Bars)
    *rows, total = ([int(str(cell)) for cell in row[1:]] for row in table.rows)
    shown = [list(counts) for _, counts in chart.picture.series if any(counts)]
    assert rows == shown
    assert total == [len(statuses) for statuses in history][-MOST_STOPS:]
    assert [sum(column) for column in zip(*rows, strict=True)] == (total if rows else [])


def test_the_grid_of_areas_is_what_its_table_says() -> None:
    chart, table = charts(journey(the_plan(), [the_plan_before()]))[1]
    assert isinstance(chart.picture, Grid)
    assert [(name, *marks) for name, marks in chart.picture.lines] == [tuple(row) for row in table.rows]
    assert chart.words == (
        "Now, of 2 areas, 0 are off track and 1 at risk; on 28 January 2026, of 2, 0 and 1. "
        "Off track on every date: none. Changed since 28 January 2026: area 1."
    )


def test_areas_of_which_a_picture_would_have_too_many_are_told_by_their_table_alone() -> None:
    areas = [an_area(str(number)) for number in range(MOST_AREAS + 1)]
    plan, before = (a_plan(*areas, an_action("1.1"), as_at=on) for on in ("2026-03-31", "2026-01-28"))
    told = [block for block in journey(plan, [before]) if isinstance(block, Chart)]
    assert [type(chart.picture) for chart in told] == [Bars]


def test_a_long_journey_is_shown_by_its_newest_meetings_and_says_so() -> None:
    plans = [a_plan_of([Status.ON_TRACK], on) for on in DAYS]
    blocks = journey(plans[-1], plans[:-1])
    assert [len(table.header) for _, table in charts(blocks)] == [MOST_STOPS + 1] * 2
    assert "The newest 24 of 30 dates are shown" in repr(blocks)


def test_a_measure_is_drawn_against_what_was_due_and_told_in_words() -> None:
    (measure,) = the_plan().measures
    chart, table = charts(measure_chart(measure, the_plan().as_at))[0]
    assert isinstance(chart.picture, Trend)
    assert [[str(cell) for cell in row[:3]] for row in table.rows] == [
        ["Reading", "2025-12-31", "61.5%"],
        ["Reading", "2026-02-28", "64%"],
        ["Milestone", "by 30 June 2026", "75%"],
        ["Target", "by 31 December 2026", "92%"],
        ["National", "2025, invented return", "70.2%"],
    ]
    assert (
        "The latest reading is 64% (2026-02-28), better than the first shown, 61.5% (2025-12-31)."
        in chart.words
    )
    assert "Target 92% by 31 December 2026. National 70.2%." in chart.words


def test_readings_higher_or_lower_than_the_ends_are_told_in_words() -> None:
    measure = a_measure("Waits", [(f"2026-0{n + 1}-28", value) for n, value in enumerate([20, 35, 5, 25])])
    ((chart, _),) = charts(measure_chart(measure, date(2026, 5, 1)))
    assert "Between them, the highest was 35% (2026-02-28) and the lowest was 5% (2026-03-28)." in chart.words


@given(st.lists(st.floats(-1e6, 1e6).map(lambda value: round(value, 2)), min_size=1, max_size=50))
def test_the_numbers_of_a_measure_are_those_of_the_table_beside(values: list[float]) -> None:
    readings = [(f"{2020 + n // 12}-{1 + n % 12:02}-15", value) for n, value in enumerate(values)]
    ((chart, table),) = charts(measure_chart(a_measure("Waits", readings), date(2026, 3, 31)))
    assert isinstance(chart.picture, Trend)
    shown = [str(value) for _, value in chart.picture.points]
    assert [str(row[2]) for row in table.rows if row[0] == "Reading"] == shown
    assert len(shown) == min(len(values), MOST_READINGS)
    assert chart.words.startswith(f"The latest reading is {shown[-1]} (")


def test_from_twelve_readings_on_a_measure_has_its_limits_drawn_and_said() -> None:
    usual = [48.0, 52, 47, 53, 49, 51, 48, 52, 47, 53, 49, 99]
    readings = [(f"{2025 + n // 12}-{1 + n % 12:02}-15", value) for n, value in enumerate(usual)]
    measure = a_measure("Waits", readings, target=30)
    ((chart, table),) = charts(measure_chart(measure, date(2026, 3, 31)))
    assert isinstance(chart.picture, Trend)
    assert [name for name, _ in chart.picture.limits] == ["Mean", "Upper limit", "Lower limit"]
    assert chart.picture.flagged == tuple(range(12))
    assert ("Reading, special cause", "2025-12-15", "99%") in [
        tuple(map(str, row)) for row in chart.picture.rows
    ]
    assert "Special cause of improving nature: the newest is above the upper limit." in chart.words
    assert "Consistently hits the target of 30%: the lower limit is 32%." in chart.words
    told = {str(row[0]): [str(cell) for cell in row[1:]] for row in table.rows}
    assert told["Mean"] == ["Of 12 readings", "54%", "The middle of the ups and downs"]
    assert str(table.rows[11][3]) == "Better; special cause of improving nature"
    ((fewer, _),) = charts(measure_chart(a_measure("Waits", readings[:11]), date(2026, 3, 31)))
    assert isinstance(fewer.picture, Trend)
    assert (fewer.picture.limits, fewer.picture.flagged) == ((), ())
    assert "common cause" not in fewer.words.lower()


def test_a_measure_without_a_reading_is_not_drawn_and_many_are_drawn_up_to_a_number() -> None:
    assert charts(measure_charts(a_plan(a_measure("Empty", [])))) == []
    many = [a_measure(f"Measure {n}", [("2026-01-31", n)]) for n in range(MOST_CHARTS + 2)]
    blocks = measure_charts(a_plan(*many))
    assert len(charts(blocks)) == MOST_CHARTS
    assert "2 more measures with readings are not drawn." in repr(blocks)


def test_a_status_of_no_action_yet_has_a_letter_too() -> None:
    chart, _ = charts(journey(a_plan_of([None], DAYS[1]), [a_plan_of([], DAYS[0])]))[0]
    assert isinstance(chart.picture, Bars)
    assert [mark for mark, counts in chart.picture.series if any(counts)] == [
        StatusMark("–", "?", "No status yet", "none")
    ]
