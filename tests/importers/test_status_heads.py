"""A status before other words: where it is sure, and where a condition makes it a question."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines
from send_actions.importers.statuses.status_words import StatusWords

TODAY = date(2026, 3, 31)


def read(folder: Path, *notes: str, **statuses: Status | None) -> PlanLines:
    """Read a plan without a column of statuses, whose updates are these."""
    file = folder / "plan.csv"
    rows = [f'1.{n},1,One,Action {n} of the plan,"{note}"' for n, note in enumerate(notes, start=1)]
    file.write_text("\n".join(("ref,area_no,area,action,Update", *rows, "")), encoding="utf-8")
    return read_plan_file(file, today=TODAY, answers=Answers(statuses=statuses))


@pytest.mark.parametrize(
    ("text", "status", "note"),
    [
        ("Red – no capacity", Status.OFF_TRACK, "no capacity"),
        ("Red - not enough staff", Status.OFF_TRACK, "not enough staff"),
        ("Red- pending a new lead", Status.OFF_TRACK, "pending a new lead"),
        ("At risk: no staff", Status.AT_RISK, "no staff"),
        ("Amber - improving", Status.AT_RISK, "improving"),
        ("Green — no concerns", Status.ON_TRACK, "no concerns"),
        ("Complete Nov 24. Data agreed.", Status.COMPLETE, "Nov 24. Data agreed."),
        ("Completed 3/4/25 - report sent", Status.COMPLETE, "3/4/25 - report sent"),
        ("Not started yet", Status.NOT_STARTED, ""),
        ("Complete. The team met 1.2 times a month", Status.COMPLETE, "The team met 1.2 times a month"),
    ],
)
def test_a_status_is_read_with_the_rest_as_the_note(text: str, status: Status, note: str) -> None:
    words = StatusWords()
    assert words.read(text, "G2") == (status, note)
    assert words.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        *("Complete - evidence needed", "Complete (subject to board approval)", "Done – to be confirmed"),
        *("Closed - not achieved", "Completed: two schools outstanding", "Complete, once the data is in"),
        *("Green - subject to funding", "On track (no lead yet)", "Complete for health, ongoing for LA"),
        *("Merged with 1.2 in May", "Red but improving", "Not complete"),
    ],
)
def test_a_status_with_a_condition_is_asked_about_in_its_own_words(text: str) -> None:
    words = StatusWords()
    assert words.read(text, "G2").status is None
    (question,) = words.problems()
    assert question.message == f"The status “{text}” has no meaning yet."
    assert str(question.answer) == f'--status "{text}=…"'


@pytest.mark.parametrize("text", ["Y", "Completed 95%", "Complete?", "Completed works", "P"])
def test_no_status_is_offered_where_none_is_sure(text: str) -> None:
    words = StatusWords()
    words.read(text, "G2")
    (question,) = words.problems()
    assert "Did you mean" not in question.message


@pytest.mark.parametrize(
    ("text", "meant"), [("on trak", "on-track"), ("B", "complete"), ("Paused", "on-hold")]
)
def test_a_slip_and_a_usual_word_are_offered(text: str, meant: str) -> None:
    words = StatusWords()
    words.read(text, "G2")
    assert f"Did you mean {meant}?" in words.problems()[0].message


def test_cells_with_one_open_word_at_their_head_are_asked_about_once() -> None:
    words = StatusWords()
    for cell, text in (("G2", "WIP. Two schools"), ("G3", "WIP: one to go"), ("G4", "WIP")):
        words.read(text, cell)
    (question,) = words.problems()
    assert str(question.answer) == '--status "WIP=…"'


@pytest.mark.parametrize("text", ["All dates are booked", "41% in August. Falling", "Under review"])
def test_words_that_are_answered_to_be_no_status_stay_as_the_note(text: str) -> None:
    answers = Answers().with_answer("--status", f"{text}=none")
    assert StatusWords(answered=answers.statuses).read(text, "G2") == (None, text)


def test_what_begins_the_notes_is_read_where_sure_and_asked_about_where_not(tmp_path: Path) -> None:
    notes = (
        "Complete Nov 24. Data set agreed.",
        "Delayed to March 25 - recruitment",
        "Delayed until the post is filled",
        "No longer on track because the lead left",
        "Complete by June if staff are found",
        "Red. No staff",
        "Draft is with the forum",
    )
    lines = read(tmp_path, *notes)

    assert [line.status for line in lines.actions] == [
        *(Status.COMPLETE, None, None, None, None, Status.OFF_TRACK, None)
    ]
    assert [str(question.answer) for question in lines.questions] == [
        '--status "Delayed=…"',
        '--status "No longer on track because the lead left=…"',
        '--status "Complete by June if staff are found=…"',
    ]
    assert [line.note for line in lines.actions][1:5] == list(notes[1:5])
    assert lines.actions[0].note == "Nov 24. Data set agreed."

    said = {
        "delayed": Status.AT_RISK,
        "no longer on track because the lead left": Status.OFF_TRACK,
        "complete by june if staff are found": None,
    }
    answered = read(tmp_path, *notes, **said)
    assert answered.questions == ()
    assert [line.status for line in answered.actions] == [
        *(Status.COMPLETE, Status.AT_RISK, Status.AT_RISK, Status.OFF_TRACK, None, Status.OFF_TRACK, None)
    ]
    assert answered.actions[1].note == notes[1]
    assert answered.actions[4].note == notes[4]


@pytest.mark.parametrize(
    "notes",
    [
        ("Met with the forum", "Ongoing work with schools", "Delivered training to 40 schools"),
        ("Draft is out", "Staff were met", "Overdue: two returns came late"),
    ],
)
def test_prose_that_says_no_status_is_not_asked_about(tmp_path: Path, notes: tuple[str, ...]) -> None:
    lines = read(tmp_path, *notes)

    assert lines.questions == ()
    assert [line.note for line in lines.actions] == list(notes)
