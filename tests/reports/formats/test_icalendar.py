"""A paper's days as a calendar: whole days that block nobody, known again by whoever has them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from reports.contents.test_part_papers import secret_of
from reports.part_papers import small_papers, the_small_plan

from send_actions.changes.meetings import add_meeting
from send_actions.domain.drafts import MeetingDraft
from send_actions.errors import UsageError
from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.document import Document, Entry
from send_actions.reports.formats.icalendar import PRODUCT, render
from send_actions.reports.output import encode
from send_actions.store.database import open_store
from send_actions.store.reader import Reader, open_reader, read_plan
from send_actions.templates.begin import Template, begin_from_template

SAMPLE = Path(__file__).parents[3] / "sample.db"
ON = date(2026, 3, 31)
BOARD = Entry("meeting 1", date(2026, 4, 15), "Board", "Papers due 10 April 2026.\nThe plan.")


@pytest.fixture
def reader() -> Iterator[Reader]:
    reading = open_reader(SAMPLE)
    yield reading
    reading.close()


def paper(*entries: Entry) -> Document:
    return Document("Plan: board paper", (), (), as_at=ON, entries=entries)


def events(text: str | bytes) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def days_of(reader: Reader, kind: str, on: date = ON, **subject: str) -> dict[str, tuple[date, str]]:
    plan = read_plan(reader, on)
    request = PaperRequest(kind, KINDS[kind].audience, tuple(subject.items()))
    made = events(encode(make_paper(reader, plan, request), "icalendar"))
    return {str(event["UID"]): (event["DTSTART"].dt, str(event["SUMMARY"])) for event in made}


def test_a_day_is_a_whole_day_that_blocks_nobody() -> None:
    (event,) = events(render(paper(BOARD)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 4, 15), date(2026, 4, 16))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["DTSTAMP"].to_ical() == b"20260331T000000Z"
    assert (event["SUMMARY"], event["TRANSP"]) == ("Board", "TRANSPARENT")
    assert event["DESCRIPTION"] == BOARD.about
    calendar = Calendar.from_ical(render(paper(BOARD)))
    assert (calendar["PRODID"], calendar["VERSION"]) == (PRODUCT, "2.0")


def test_the_same_paper_gives_the_same_calendar_and_lines_as_the_standard_has_them() -> None:
    text = render(paper(BOARD, Entry("due of action 1", ON, "Ä" * 200)))
    assert text == render(paper(BOARD, Entry("due of action 1", ON, "Ä" * 200)))
    lines = text.encode().split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[0] == b"BEGIN:VCALENDAR"


def test_a_paper_without_days_is_refused_in_one_line() -> None:
    with pytest.raises(UsageError, match="There is no day to come in “Plan: board") as told:
        render(paper())
    assert "\n" not in str(told.value)


HOSTILE = st.text(st.sampled_from('a;,:\\"\n\r\x00\x1b\u2028\u202e=<é👩‍👧'), max_size=40)


@given(HOSTILE, HOSTILE)
def test_hostile_words_begin_no_line_of_their_own(title: str, about: str) -> None:
    text = render(paper(Entry("one", ON, f"{title}\r\nBEGIN:VALARM", f"{about}\nEND:VEVENT")))
    (event,) = events(text)
    assert not Calendar.from_ical(text).walk("VALARM")
    assert not any(control in text for control in "\x00\x1b\u2028\u202e")
    assert str(event["SUMMARY"]).endswith("BEGIN:VALARM")


def test_the_board_s_days_are_what_is_due_up_to_it_and_the_meetings_to_come(reader: Reader) -> None:
    found = sorted(days_of(reader, "board").values())
    said = [title for _, title in found]
    assert found[0][0] >= ON
    assert (date(2026, 4, 15), "SEND Improvement Board") in found
    assert (date(2026, 4, 8), "Returns due: SEND Improvement Board, 15 April 2026") in found
    assert (date(2026, 4, 10), "Papers due: SEND Improvement Board, 15 April 2026") in found
    assert (date(2026, 5, 13), "DfE and NHS England review") in found
    assert sum(title.startswith("Due: ") for title in said) == 12


def test_a_day_is_known_again_in_every_paper_and_at_every_record(reader: Reader) -> None:
    board = days_of(reader, "board")
    owner = days_of(reader, "owner", who="Service Manager Neurodevelopment, CHT")
    meeting = days_of(reader, "meeting", when="2026-04-15")
    assert len(board) == len(set(board))
    assert owner.keys() <= board.keys()
    assert {board[uid] for uid in owner} == set(owner.values())
    assert meeting.keys() <= board.keys()
    later = days_of(reader, "board", ON + timedelta(days=5))
    (same,) = [uid for uid, day in board.items() if day[1] == "SEND Improvement Board"]
    assert later[same] == board[same]


def a_plan_begun(place: Path, at: datetime) -> dict[str, tuple[date, str]]:
    """The days of a plan that was begun at a moment, with one meeting to come."""
    begin_from_template(place, Template.EMPTY, actor="Ana", at=at, day=ON)
    store = open_store(place)
    add_meeting(store, MeetingDraft(BOARD.on, "Board"), actor="Ana", at=at, day=ON)
    store.close()
    with closing(open_reader(place)) as reading:
        return days_of(reading, "board")


def test_the_days_of_another_plan_are_others(tmp_path: Path) -> None:
    early = a_plan_begun(tmp_path / "one.db", datetime(2026, 3, 1, 9, tzinfo=UTC))
    late = a_plan_begun(tmp_path / "other.db", datetime(2026, 3, 1, 10, tzinfo=UTC))
    assert list(early.values()) == list(late.values()) == [(BOARD.on, "Board")]
    assert early.keys().isdisjoint(late.keys())


def test_an_owner_s_days_are_their_own_due_dates_and_the_board(reader: Reader) -> None:
    found = days_of(reader, "owner", who="SEND Improvement Lead, LA")
    due = [title for _, title in found.values() if title.startswith("Due: ")]
    assert "Due: 4.3 Update the self-evaluation twice a year with evidence for each judgement" in due
    assert all(day >= ON for day, _ in found.values())


def test_the_audience_of_a_board_reads_no_detail_of_an_exempt_item() -> None:

    secret = secret_of(the_small_plan(), areas={"9"})
    text = render(small_papers(secret, Audience.BOARD)["meeting_agenda"])
    assert "Due: 9.3 Exempt item" in text
    assert "Therapies" not in text
