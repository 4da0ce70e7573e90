"""A date that slips is saved only after one question; where nobody can answer it is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from running import Run
from terminals import interrupted_at, on_a_terminal

BEFORE_FIRST = "1 March 2001 is before the plan's first meeting, 17 September 2025."
NOT_YET = "{} was not in the plan yet on {}: it would be there from then on."
SLIPS = [
    ("set 9.3 red --on", "1 March 2001", BEFORE_FIRST),
    ("confirm 9.3 --on", "1 March 2001", BEFORE_FIRST),
    ("note 9.3 Said --on", "1 March 2001", BEFORE_FIRST),
    ("due 9.3 ongoing --on", "1 March 2001", BEFORE_FIRST),
    ("add 9 Train --on", "1 March 2001", BEFORE_FIRST),
    ("add 99 Area --area --on", "1 March 2001", BEFORE_FIRST),
    ("set 9.3 on-hold --until", "yesterday", "The date of the next look, 30 March 2026, has passed."),
    ("set 9.3 red --path-by", "-2w", "The date of the path to green, 17 March 2026, has passed."),
    ("due 9.3", "March 2019", "The due date, March 2019, is more than a year back."),
    ("due 9.3", "yesterday", "The due date, 30 March 2026, has passed."),
    ("add 9 Train --due", "February 2026", "The due date, February 2026, has passed."),
    ("step add 9.3 Train --by", "30 March 2026", "The due date, 30 March 2026, has passed."),
    ("add 9 Train --due", "March 2019", "The due date, March 2019, is more than a year back."),
    ("meeting add", "13 May 2016", "The meeting's date, 13 May 2016, is more than a year back."),
]


@pytest.mark.parametrize(("words", "day", "told"), SLIPS)
def test_a_slip_of_a_date_is_refused_naming_the_flag_and_saved_with_it(
    run: Run, words: str, day: str, told: str
) -> None:
    before = run("history", "--json").document
    ran = run(*words.split(), day)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(told)
    assert ran.err.endswith(" Nothing was changed: give another date, or add --yes if it is meant.\n")
    assert ran.err.count("\n") == 1
    assert run("history", "--json").document == before
    assert run(*words.split(), day, "--yes").code == 0
    assert run("history", "--json").document["record"] == before["record"] + 1


@pytest.mark.parametrize(("answer", "is_saved"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_at_a_terminal_one_question_is_asked_and_enter_says_no(run: Run, answer: str, is_saved: bool) -> None:
    said = on_a_terminal(80, "set", "9.3", "red", "--on", "1 March 2001", "--path-by", "1 May", typed=answer)
    words = " ".join(said.split())
    assert words.count("[y/N]") == 1
    asked = f"{BEFORE_FIRST} {NOT_YET.format('9.3', '1 March 2001')} Save it all the same? [y/N]"
    assert asked in words
    assert ("Nothing was changed." in words) is not is_saved
    found = [item["ref"] for item in run("list", "--as-at", "2 March 2001", "--json").items]
    assert found == (["9.3"] if is_saved else [])


def test_a_date_that_puts_an_action_into_the_plan_earlier_says_so(run: Run) -> None:
    run("add", "9", "Train the trainers", "--ref", "9.9")
    ran = run("set", "9.9", "9.3", "red", "--on", "20 March 2026")
    assert (ran.code, ran.err.partition(" Nothing")[0]) == (1, NOT_YET.format("9.9", "20 March 2026"))
    assert run("due", "9.9", "June 2026", "--on", "20 March 2026").code == 0
    assert run("set", "9.3", "red", "--on", "20 March 2026").code == 0


def test_no_question_is_asked_of_a_date_that_is_no_slip(run: Run) -> None:
    said = on_a_terminal(80, "set", "9.3", "red", "--on", "20 March", "--path-by", "30 May", typed="n\n")
    assert "[y/N]" not in said
    assert run("show", "9.3", "--json").items[0]["status"] == "off-track"


def test_a_year_alone_is_no_day(run: Run) -> None:
    ran = run("set", "9.3", "red", "--on", "2001")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert 'Cannot read "2001" as a date' in ran.err


def test_a_file_that_speaks_of_a_slip_of_a_date_is_asked_about_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("ref,area_no,action,status\n9.3,9,Start an advice line,red\n", encoding="utf-8")
    told = f"{BEFORE_FIRST} {NOT_YET.format('9.3', '1 March 2001')}"
    where = ("import", str(file), "--on", "1 March 2001")

    assert run(*where).err.startswith(f"{told} Nothing was changed")
    said = " ".join(on_a_terminal(80, *where, typed="n\n").split())
    assert said.count("[y/N]") == 1
    assert f"{told} plan.csv holds 1 action in 1 area. Bring them in? [y/N]" in said
    assert run(*where, "--yes").code == 0


@pytest.mark.skipif(os.name != "posix", reason="signals are otherwise elsewhere")
@pytest.mark.parametrize(
    "words",
    [
        ("set", "9.3", "red", "--on", "1 March 2001"),
        ("add", "9", "Train", "--due", "March 2019"),
        ("meeting", "add", "13 May 2016"),
        ("undo", "200"),
    ],
    ids=" ".join,
)
def test_an_interrupt_at_a_question_says_that_nothing_was_changed(run: Run, words: tuple[str, ...]) -> None:
    before = run("history", "--json").document
    code, said = interrupted_at("[y/N]", *words)
    assert code == 130
    assert said.endswith("\r\nInterrupted: nothing was changed.\r\n")
    assert run("history", "--json").document == before


ADDRESSED = "9.4,9,Bring waits within 18 weeks ann@example.org\n"
ASKING = [
    (("set", "9.3", "red", "--on", "1 March 2001"), "", "Save it all the same? [y/N]: "),
    (("import", "plan.csv"), "Plan as at 8 December 2025\n", "count from 8 December 2025? [Y/n]: "),
    (("import", "plan.csv"), "", "Bring them in? [y/N]: "),
    (
        ("import", "plan.csv"),
        ADDRESSED,
        "Is none of it personal? [y/N]: ",
    ),
]


@pytest.mark.parametrize(("words", "more", "question"), ASKING, ids=[asked for _, _, asked in ASKING])
def test_a_word_that_is_neither_yes_nor_no_is_answered_with_what_to_type(
    run: Run, tmp_path: Path, words: tuple[str, ...], more: str, question: str
) -> None:
    file = tmp_path / "plan.csv"
    title, row = ("", more) if "@" in more else (more, "")
    told = "9.3,9,Start an advice line for schools and parents,red"
    file.write_text(f"{title}ref,area_no,action,status\n{told}\n{row}", encoding="utf-8")
    before = run("history", "--json").document["record"]
    typed = [str(file) if word == "plan.csv" else word for word in words]

    said = " ".join(on_a_terminal(80, *typed, typed="perhaps\nYES\nyes\n").split())

    assert f"{question}perhaps Answer y or n. " in said or f"{question}Answer y or n. " in said
    assert said.count(question) == 2
    assert "Error" not in said
    assert run("history", "--json").document["record"] == before + 1
