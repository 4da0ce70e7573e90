"""A meeting on the screen: its agenda before, what it said after, and the series of meetings apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan, there
from tui.piloting import opened

from send_actions.changes.meetings import add_meeting
from send_actions.domain.drafts import MeetingDraft
from send_actions.store.database import open_store
from send_actions.tui.drawing.agenda import agenda_rows, row_lines
from send_actions.tui.drawing.diary_rows import MEETING_COLUMNS, DiaryRows
from send_actions.tui.drawing.row_order import RowOrder
from send_actions.tui.text_layout import length
from send_actions.tui.widgets.rows import Heading


def kept(place: Path) -> KeptPlan:
    """The same plan, as somebody else holds it."""
    return KeptPlan(place, open_store(place))


def minuted(plan: KeptPlan, on: str, kind: str, text: str, ref: str | None = None) -> None:
    """Write down what the meeting of a day said."""
    meeting = next(one for one in plan.plan().meetings if str(one.on) == on)
    about = plan.find(ref).id if ref else None
    plan.insert("minute", meeting_id=meeting.id, kind=kind, text=text, action_id=about)


def headings(plan: KeptPlan, on: str) -> list[str]:
    """The headings of a meeting."""
    now = plan.plan()
    meeting = next(one for one in now.meetings if str(one.on) == on)
    return [str(row) for row in agenda_rows(now, meeting) if isinstance(row, Heading)]


def test_a_meeting_to_come_has_what_is_seen_again_agreed_and_what_is_exceptional(place: Path) -> None:
    plan = kept(place)
    minuted(plan, "2026-03-11", "question", "Who pays until then?", "9.2")
    minuted(plan, "2026-03-11", "decision", "It goes on.", "9.2")
    assert headings(plan, "2026-04-15") == ["To see again  1", "To agree  1", "Exceptions  2"]
    assert headings(plan, "2026-03-11") == [
        "Resolved and decided  1",
        "Asked and requested  1",
        "Still to agree  1",
    ]
    assert headings(plan, "2026-01-28") == ["\tNothing recorded of this meeting"]


def test_only_the_main_board_agrees_and_hears_of_exceptions(place: Path) -> None:
    plan = kept(place)
    there(add_meeting(plan.store, MeetingDraft(date(2026, 5, 6), "Scrutiny"), **plan.by()))
    minuted(plan, "2026-03-11", "question", "Who pays until then?", "9.2")
    assert headings(plan, "2026-05-06") == ["To see again  1"]


def test_series_stand_apart_the_main_one_first(place: Path) -> None:
    plan = kept(place)
    assert not any(isinstance(row, Heading) for row in DiaryRows(plan.plan(), RowOrder(MEETING_COLUMNS)).ids)
    there(add_meeting(plan.store, MeetingDraft(date(2026, 2, 4), "Accountability group"), **plan.by()))
    rows = DiaryRows(plan.plan(), RowOrder(MEETING_COLUMNS))
    assert [str(row) for row in rows.ids if isinstance(row, Heading)] == [
        "Board  4",
        "Accountability group  1",
    ]


@pytest.mark.parametrize("width", [40, 76, 116, 156])
def test_no_row_is_wider_than_its_pane(place: Path, width: int) -> None:
    plan = kept(place)
    minuted(plan, "2026-03-11", "request", "word " * 60, "9.2")
    now = plan.plan()
    for meeting in now.meetings:
        for row in agenda_rows(now, meeting):
            assert all(length(line) <= width for line in row_lines(now, row, width))


async def test_enter_goes_from_the_agenda_to_an_action_and_back_to_its_row(place: Path) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "b", "enter", "enter")
        assert sitting.app.screen is sitting.app.home
        assert sitting.row == "9.2"
        await sitting.press("escape")
        assert "Board, 15 April 2026" in sitting.screen
        assert "Enter go there" in sitting.foot


async def test_a_status_is_set_from_the_agenda(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "b", "tab", "s", "a", "x", "enter")
        assert sitting.foot == "9.2 ▲ A at risk · u to undo"
    assert kept(place).find("9.2").reason == "x"


async def test_another_meeting_is_shown_from_its_first_item(place: Path) -> None:
    plan = kept(place)
    for number in range(30):
        minuted(plan, "2026-03-11", "question", f"Question {number}?")
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "b", "k", "tab", "end")
        assert "Question 29?" in sitting.screen
        await sitting.press("escape", "j", "k")
        assert "Question 0?" in sitting.screen
