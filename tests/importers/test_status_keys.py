"""A file's own key of colours: what it says of words and letters, where it differs or is unclear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from office_files import a_document, a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.answers import Answers
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

TODAY = date(2026, 3, 31)
HEADER = ("Ref", "Action", "RAG")
USUAL = [Status.ON_TRACK, Status.OFF_TRACK, Status.COMPLETE, Status.NOT_STARTED]
OF_KEY = [Status.COMPLETE, Status.NOT_STARTED, Status.EMBEDDED, Status.ON_HOLD]
KEY = (
    ("Green", "Action achieved"),
    ("Amber", "In progress"),
    ("Red", "Not started"),
    ("Blue", "Embedded"),
    ("Grey", "On hold"),
)


def rows(*said: str) -> list[tuple[str, ...]]:
    return [HEADER, *((f"1.{n}", f"Action {n} of the plan", word) for n, word in enumerate(said, start=1))]


def read(file: Path, *answers: tuple[str, str]) -> PlanLines:
    given = Answers()
    for flag, text in answers:
        given = given.with_answer(flag, text)
    return read_plan_file(file, today=TODAY, answers=given)


def statuses(lines: PlanLines) -> list[Status | None]:
    return [line.status for line in lines.actions]


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def a_paper(folder: Path, key: Sequence[Sequence[str]], *said: str) -> Path:
    file = folder / "plan.docx"
    a_document(file, "# Area 1: One", rows(*said), "Key", key)
    return file


@pytest.mark.parametrize("said", [("Green", "Red", "Blue", "Grey"), ("green.", "RED", "Blue", "gray")])
def test_the_words_of_the_files_own_key_are_read_before_ours(tmp_path: Path, said: Sequence[str]) -> None:
    lines = read(a_paper(tmp_path, KEY, *said))

    assert statuses(lines) == OF_KEY
    assert "T1!C2: Green is read as complete, as the key (T2!B1) says “Action achieved”." in told(lines)
    assert told(lines).count("as the key") == len(said)
    assert not lines.questions


def test_a_key_in_a_paragraph_is_read_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    key = "Key: Green – achieved; Amber – in progress; Red – not started; Blue – embedded; Grey – on hold"
    a_document(file, "# Area 1: One", key, rows("Green", "Red", "Blue", "Grey"))

    assert statuses(read(file)) == OF_KEY


@pytest.mark.parametrize(
    "sheets",
    [
        {"Plan": rows("G", "R", "B"), "Key": [("RAG", "Meaning"), ("B", "Not started"), ("G", "Complete"),
                                             ("R", "Delayed")]},
        {"Plan": [("Key: B = not started, G = complete, R = overdue",), (), *rows("Green", "Red", "Blue")]},
        {"Plan": rows("Green", "R", "b"), "Notes": [("Green: complete; Blue: not started; Red: off track",)]},
    ],
)  # fmt: skip
def test_letters_and_keys_elsewhere_mean_what_the_key_says(
    tmp_path: Path, sheets: dict[str, list[Sequence[str]]]
) -> None:
    file = tmp_path / "plan.xlsx"
    a_workbook(file, sheets)
    lines = read(file)

    assert statuses(lines) == [Status.COMPLETE, Status.OFF_TRACK, Status.NOT_STARTED]
    assert "Red is read" not in told(lines)


def test_a_key_that_agrees_with_ours_is_read_without_a_word(tmp_path: Path) -> None:
    key = [
        ("Green", "Progressing well, will be done by its date"),
        ("Red", "Significant delay"),
        ("Blue", "Implemented in full"),
        ("Grey", "Not due to start yet"),
    ]
    lines = read(a_paper(tmp_path, key, "Green", "Red", "Blue", "Grey"))

    assert statuses(lines) == USUAL
    assert "as the key" not in told(lines)
    assert not lines.questions


@pytest.mark.parametrize(
    "words",
    [
        "Significant delay, or not yet started",
        "Complete or on track",
        "Progress has been made but not yet complete",
        "Good",
    ],
)
def test_a_colour_whose_key_is_unclear_or_says_two_things_is_asked_once(tmp_path: Path, words: str) -> None:
    lines = read(a_paper(tmp_path, [("Red", words), ("Green", "On track")], "Red", "Green", "Red – no staff"))

    (question,) = lines.questions
    assert f"The key (T2!B1) says “{words}”." in question.message
    assert "Did you mean" not in question.message
    assert str(question.answer) == '--status "Red=…"'
    answered = read(tmp_path / "plan.docx", ("--status", "Red=not-started"))
    assert statuses(answered) == [Status.NOT_STARTED, Status.ON_TRACK, Status.NOT_STARTED]
    assert not answered.questions


def test_two_keys_that_differ_are_asked_about_with_both(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    one, other = [("Red", "Not started"), ("Green", "On track")], [("Red", "Overdue"), ("Green", "On track")]
    a_document(file, "# Area 1: One", rows("Red", "Green"), "Key", one, "Other key", other)

    (question,) = read(file).questions
    assert "“Not started” and “Overdue”" in question.message


@pytest.mark.parametrize(
    "beside",
    [
        [("Red", "3"), ("Green", "12")],
        [("Red", "3 actions"), ("Green", "12 actions")],
        [("1", "Red"), ("2", "Green")],
    ],
)
def test_counts_and_codes_beside_colours_are_no_key(tmp_path: Path, beside: list[tuple[str, str]]) -> None:
    lines = read(a_paper(tmp_path, beside, "Green", "Red"))

    assert statuses(lines) == USUAL[:2]
    assert not lines.questions


def test_no_status_is_offered_for_a_colour_whose_key_speaks_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    key = [("", "Behind, no recovery agreed"), ("", "On course for the date")]
    fills = {(0, 0, 0): "FF0000", (0, 1, 0): "00B050", (1, 1, 2): "FF0000", (1, 2, 2): "00B050"}
    a_document(file, key, "# Area 1: One", rows("", ""), fills=fills)

    red, green = read(file).questions
    assert "The key (T1!B1) says “Behind, no recovery agreed”." in red.message
    assert "at-risk" not in red.message
    assert "Did you mean on-track?" in green.message
