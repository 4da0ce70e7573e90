"""The paper, the list and the checks give one answer to one question, on any date and at any record."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reports.reading import sections, table, words

from send_actions.domain.checks.plan_checks import check
from send_actions.domain.checks.summary import attention
from send_actions.domain.filters.language import parse
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.sections.phrasing.naming import named
from send_actions.store.reader import Reader, open_reader, read_plan

SAMPLE = Path(__file__).parents[2] / "sample.db"
BOARD_DAY = date(2026, 3, 11)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reading = open_reader(SAMPLE)
    yield reading
    reading.close()


@settings(max_examples=int(os.environ.get("SEND_ACTIONS_TEST_EXAMPLES", "30")))
@given(st.dates(date(2025, 7, 1), date(2026, 8, 1)), st.integers(0, 110))
@example(BOARD_DAY, 0)
@example(date(2026, 4, 15), 0)
def test_paper_list_checks_and_line_two_agree(reader: Reader, day: date, records_ago: int) -> None:
    record = read_plan(reader, day).record - records_ago
    plan = read_plan(reader, day, record)
    last = plan.last_meeting
    before = read_plan(reader, last.on, record) if last else None
    paper = sections(board_paper(plan, before, audience="internal"))

    def listed(filter_words: str) -> set[str]:
        return {action.ref for action in parse(filter_words, today=day).keep(plan, before)}

    flagged: dict[str, set[str]] = {}
    for flag in check(plan):
        if flag.action:
            flagged.setdefault(flag.code, set()).add(flag.action.ref)
    due, counts = paper["Next"], paper["key and counts"]
    on_paper = {a.ref for a in plan.actions if f"{named(a.ref, a.title)} (" in words(due)}
    quiet = {a.ref for a in plan.actions if named(a.ref, a.title) in words(paper["Silent"])}
    across = {row[0]: row[1] for row in table(counts, "Overdue or without")}
    seen = attention(plan)

    assert on_paper == listed("due:next-board") == flagged.get("due-before-next", set())
    assert listed("overdue") == flagged.get("overdue", set())
    assert seen.overdue == len(listed("overdue"))
    assert quiet == listed("no-update") == flagged.get("no-update", set())
    assert seen.no_update == len(listed("no-update"))
    assert across["Overdue"] == str(seen.overdue)
    if plan.next_meeting is not None and seen.days_to_meeting is not None:
        assert plan.next_meeting.on > day
        assert plan.next_meeting.on.toordinal() == day.toordinal() + seen.days_to_meeting
