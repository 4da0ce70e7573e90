"""What the lead asks of the board: carried forward until the status changes or a meeting answers it."""

from __future__ import annotations

from datetime import date

import pytest
from changes_told import a_change, an_action_row, an_area_row, an_edit, an_update_row, the_plan

from send_actions.domain.history.state import state
from send_actions.domain.plan import Action, Change, Difference

BEGUN = a_change(1, the_plan(), an_area_row(), an_action_row(), day="2026-01-05")
ASKED = a_change(2, an_update_row(1, "2026-03-04", "off-track", ask="Four officers to September."))
ASK = ("Four officers to September.", date(2026, 3, 4))


def a_minute_of(on: str, kind: str, *, action_id: int | None = 1) -> Change:
    meeting = {"listed_on": on, "on": on, "series": "Board"}
    empty: dict[str, object] = dict.fromkeys(("returns_due", "papers_due", "record_issued", "answered_on"))
    minute = {"meeting_id": 1, "kind": kind, "text": "Agreed.", "action_id": action_id, "area_id": None}
    return a_change(
        3,
        Difference("meeting", 1, None, None, empty | meeting),
        Difference("minute", 1, None, None, empty | minute | {"answer": "", "exempt": False}),
    )


def at(as_at: str, *changes: Change) -> Action:
    return state([BEGUN, ASKED, *changes], date.fromisoformat(as_at)).actions[0]


def asked(action: Action) -> tuple[str, date | None]:
    return action.ask, action.ask_on


def test_an_ask_is_carried_forward_while_the_status_stays() -> None:
    later = a_change(3, an_update_row(2, "2026-03-20", "off-track", note="512 left."))
    confirmed = a_change(4, an_update_row(3, "2026-03-25", "off-track", no_change=True))

    assert asked(at("2026-03-03")) == ("", None)
    assert asked(at("2026-03-31", later, confirmed)) == ASK


def test_another_status_ends_it_and_another_ask_takes_its_place() -> None:
    better = a_change(3, an_update_row(2, "2026-03-20", "at-risk"))
    other = a_change(3, an_update_row(2, "2026-03-20", ask="Two officers."))

    assert asked(at("2026-03-31", better)) == ("", None)
    assert asked(at("2026-03-19", better)) == ASK
    assert asked(at("2026-03-31", other)) == ("Two officers.", date(2026, 3, 20))


@pytest.mark.parametrize("kind", ["decision", "resolved"])
@pytest.mark.parametrize("on", ["2026-03-04", "2026-03-11"])
def test_a_meeting_of_that_day_or_later_answers_by_what_it_decides_of_the_action(kind: str, on: str) -> None:
    assert asked(at("2026-03-31", a_minute_of(on, kind))) == ("", None)
    if on != "2026-03-04":
        assert asked(at("2026-03-10", a_minute_of(on, kind))) == ASK


@pytest.mark.parametrize(
    "minute",
    [
        a_minute_of("2026-03-11", "question"),
        a_minute_of("2026-03-11", "request"),
        a_minute_of("2026-03-11", "decision", action_id=None),
        a_minute_of("2026-03-03", "decision"),
        a_minute_of("2026-04-15", "decision"),
    ],
    ids=["question", "request", "of the plan", "before it was asked", "still to come"],
)
def test_nothing_else_answers_it(minute: Change) -> None:
    assert asked(at("2026-03-31", minute)) == ASK


def test_what_is_asked_again_after_the_answer_stands() -> None:
    again = a_change(4, an_update_row(2, "2026-03-20", ask="Four officers to September."))

    assert asked(at("2026-03-31", a_minute_of("2026-03-11", "decision"), again)) == (
        "Four officers to September.",
        date(2026, 3, 20),
    )


def test_a_step_is_reached_from_the_day_it_says_however_late_that_was_typed() -> None:
    step = {"action_id": 1, "on": "2026-02-01", "words": "Thirty plans audited", "due": "2026-03-31"}
    kept = {"precision": "day", "text": "31 March 2026", "reached_on": None}
    added = a_change(3, Difference("step", 1, None, None, step | kept), day="2026-02-01")
    reached = a_change(4, an_edit("step", 1, "reached_on", None, "2026-03-10"), day="2026-03-20")

    found = [at(day, added, reached).steps[0].reached_on for day in ("2026-03-09", "2026-03-10")]

    assert found == [None, date(2026, 3, 10)]
    assert at("2026-01-31", added).steps == ()
