"""What an import asks at a terminal, and what it says when a question is left open."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from running import Run
from terminals import on_a_terminal


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


def a_file(folder: Path, *lines: str) -> str:
    file = folder / "r.csv"
    file.write_text("\n".join((*lines, "")), encoding="utf-8")
    return str(file)


def numbered(folder: Path) -> str:
    rows = ("1.1,1,Open the café,when funded,Begun", "2.1,2,Close the café,June 2027,amber")
    return a_file(folder, "ref,area no,action,due,status", *rows)


def words_of(said: str) -> str:
    return " ".join(said.split())


def test_a_title_typed_at_the_prompt_is_that_of_the_area(empty: Run, tmp_path: Path) -> None:
    said = on_a_terminal(80, "import", numbered(tmp_path), typed="Access\ngreen\nEarly years\ny\n")
    assert [item["title"] for item in empty("areas", "--json").items] == ["Access", "Early years"]
    assert "is new and has no title: what is it called, or which area is meant? " in words_of(said)


def test_what_was_answered_before_a_question_was_skipped_is_in_the_command_that_is_named(
    empty: Run, tmp_path: Path
) -> None:
    said = words_of(on_a_terminal(80, "import", numbered(tmp_path), typed="Access\ngreen\n\n"))
    assert empty("areas", "--json").document["count"] == 0
    _, _, command = said.partition("in this command, with … filled in: send-actions ")
    assert command, said
    arguments = shlex.split(command.replace("2=…", "2=Early years"))
    arguments[1] = arguments[1].replace(" ", "")
    assert arguments[2:] == ["--area", "1=Access", "--status", "Begun=green", "--area", "2=Early years"]
    assert empty(*arguments).code == 0
    assert [item["title"] for item in empty("areas", "--json").items] == ["Access", "Early years"]


@pytest.mark.usefixtures("empty")
def test_what_was_answered_is_named_too_where_the_file_is_not_wanted_after_all(tmp_path: Path) -> None:
    said = words_of(on_a_terminal(80, "import", numbered(tmp_path), typed="Access\ngreen\nEarly years\nn\n"))
    assert "Nothing was brought in. What was answered is in this command: send-actions import" in said
    assert said.endswith('--area "1=Access" --status "Begun=green" --area "2=Early years"')


def test_an_answer_that_leaves_its_question_open_is_asked_about_again(empty: Run, tmp_path: Path) -> None:
    typed = "1\nAccess\ngreen\nEarly years\ny\n"
    on_a_terminal(80, "import", numbered(tmp_path), typed=typed)
    assert [item["title"] for item in empty("areas", "--json").items] == ["Access", "Early years"]


@pytest.mark.usefixtures("empty")
def test_how_much_comes_in_is_said_first_then_the_questions_and_the_doubts_last(tmp_path: Path) -> None:
    said = words_of(on_a_terminal(80, "import", numbered(tmp_path), typed="\n\n\n"))
    told = [
        "r.csv holds 2 actions in 2 areas; 3 questions, 1 doubt.",
        "Enter takes the answer that stands in [brackets]",
        "which area is meant?",
        "r.csv doubts, which stop nothing",
        "D2: “when funded”",
    ]
    assert [said.count(words) for words in (*told[:2], *told[3:])] == [1, 1, 1, 1], said
    assert [said.index(words) for words in told] == sorted(said.index(words) for words in told)


def many_doubts(folder: Path) -> str:
    """An invented file with nine due dates that cannot be read, an area without a number and a question."""
    rows = [f"1.{number},Access,Train team {number},soon {number},green" for number in range(1, 10)]
    return a_file(folder, "ref,area,action,due,status", *rows, "1.10,Access,Open a line,June 2026,Begun")


def test_at_a_terminal_doubts_of_one_kind_are_one_sentence_with_their_cells(
    empty: Run, tmp_path: Path
) -> None:
    said = words_of(on_a_terminal(80, "import", many_doubts(tmp_path), typed="green\ny\n"))
    assert "r.csv holds 10 actions in 1 area; 1 question, 10 doubts." in said
    assert "9 cells: “…” is no date we can read: the words are kept, and no date is set (D2 “soon 1”" in said
    assert "D7 “soon 6” and 3 more)." in said
    assert said.index("Begun") < said.index("new action 1.1") < said.index("9 cells") < said.index("[y/N]")
    assert empty("list", "--json").document["count"] == 10


@pytest.mark.parametrize("more", [("--dry-run",), ("--yes",)])
def test_every_doubt_is_told_in_full_in_a_trial_and_where_nobody_is_asked(
    empty: Run, tmp_path: Path, more: tuple[str, ...]
) -> None:
    ran = empty("import", many_doubts(tmp_path), "--status", "Begun=green", *more)
    lines = ran.err.splitlines()
    told = [line for line in lines if line.startswith("r.csv doubt D")]
    assert [f"D{row}: “soon {row - 1}”" in told[row - 2] for row in range(2, 11)] == [True] * 9, ran.err
    head = "r.csv 9 doubts: “…” is no date we can read: the words are kept, and no date is set."
    assert lines[lines.index(told[0]) - 1] == head


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.usefixtures("empty")
def test_a_question_ends_its_lines_between_words_and_with_one_mark(tmp_path: Path, width: int) -> None:
    said = on_a_terminal(width, "import", numbered(tmp_path), typed="\n\n\n")
    asked = re.split(r"Ctrl\+C\s+stops\.\n", said)[1].partition("r.csv doubts")[0]
    assert "?:" not in asked
    assert ".:" not in asked
    lines = [
        line for question in re.split("(?=B2: |E2: |B3: |Left open)", asked) for line in question.splitlines()
    ]
    assert max(map(len, lines)) <= width
    assert words_of(asked).count("which area is meant?") == 2


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (["1.1,1,One,Train,#REF!", "1.2,1,One,#REF!,"], "Mend D3 in the file."),
        (["1.1,1,One,#REF!,", "1.2,1,One,#REF!,"], "Mend D2, D3 in the file."),
        (["1.1,1,One,#REF!,Begun"], 'Mend D2 in the file. Answer with --status "Begun=…".'),
    ],
)
def test_what_no_flag_answers_is_named_by_its_cell(
    empty: Run, tmp_path: Path, rows: list[str], told: str
) -> None:
    ran = empty("import", a_file(tmp_path, "ref,area no,area,action,status", *rows))
    assert (ran.code, told in ran.err.splitlines()[-1]) == (1, True), ran.err


@pytest.mark.parametrize(("typed", "is_kept"), [("y\n", True), ("\n", False), ("no\n", False)])
@pytest.mark.parametrize(
    "words", [("note", "9.3", "Ring 020 7946 0958"), ("set", "9.3", "red", "-m", "Ring 020 7946 0958")]
)
def test_what_looks_personal_is_asked_about_once_at_a_terminal(
    run: Run, words: tuple[str, ...], typed: str, *, is_kept: bool
) -> None:
    record = run("list", "--json").document["record"]
    more = ("--path-by", "1 May") if words[0] == "set" else ()
    said = words_of(on_a_terminal(80, *words, *more, typed=typed))
    assert said.count("Is none of it personal? [y/N]") == 1, said
    assert ("Nothing was changed: take it out." in said) is not is_kept
    assert run("list", "--json").document["record"] == record + is_kept


def test_an_answer_about_a_new_area_never_calls_an_area_of_the_plan_otherwise(
    empty: Run, tmp_path: Path
) -> None:
    first = a_file(tmp_path, "ref,area no,action,status", "1.1,1,Open a line,green")
    assert empty("import", first, "--yes", "--area", "1=Access").code == 0
    assert empty("edit", "1", "--area", "--title", "Access to help").code == 0

    later = a_file(tmp_path, "ref,area no,action,status", "1.1,1,Open a line,amber")
    assert empty("import", later, "--yes").code == 0
    assert [item["title"] for item in empty("areas", "--json").items] == ["Access to help"]
    told = empty("import", later, "--yes", "--area", "1=Help").err
    assert [item["title"] for item in empty("areas", "--json").items] == ["Access to help"]
    assert "--area" in told


def test_at_a_terminal_a_long_import_says_how_far_it_is_and_leaves_no_trace_of_that(
    empty: Run, tmp_path: Path
) -> None:
    rows = [f"1.{number},1,Access,Train team {number},June 2027,green" for number in range(2100)]
    file = a_file(tmp_path, "ref,area no,area,action,due,status", *rows)
    said = on_a_terminal(80, "import", file, typed="y\n")
    told = [
        "\rReading r.csv …",
        "of 2,100 rows",
        "\rTrying r.csv …",
        "[y/N]",
        "\rBringing in r.csv …",
        "record 2",
    ]
    assert all(words in said for words in told), said
    assert [said.index(words) for words in told] == sorted(said.index(words) for words in told)
    assert said.count("…\r") == 0 or "…" not in said.rsplit("\r", 1)[-1]
    assert "…" not in empty("import", file, "--on", "1 March 2026", "--yes").err


@pytest.mark.parametrize("typed", ["", "y", "Yes", "on-track"])
def test_enter_or_yes_takes_the_one_answer_that_a_question_offers(
    empty: Run, tmp_path: Path, typed: str
) -> None:
    file = a_file(tmp_path, "ref,area no,area,action,status", "1.1,1,Access,Open a line,Started")
    said = words_of(on_a_terminal(80, "import", file, typed=f"{typed}\ny\n"))
    assert "Did you mean on-track? (" in said
    assert ") [on-track]: " in said
    assert [item["status"] for item in empty("list", "--json").items] == ["on-track"]


@pytest.mark.parametrize(("word", "typed"), [("Begun", ""), ("Started", "skip")])
def test_what_is_left_open_is_said_and_counted_and_not_told_again(
    empty: Run, tmp_path: Path, word: str, typed: str
) -> None:
    file = a_file(tmp_path, "ref,area no,area,action,status", f"1.1,1,Access,Open a line,{word}")
    said = words_of(on_a_terminal(80, "import", file, typed=f"{typed}\n"))
    assert said.count("has no meaning yet") == 1, said
    assert said.count("Left open.") == 1
    assert f'1 question to answer first, at E2. Answer with --status "{word}=…".' in said
    assert empty("list", "--json").document["count"] == 0


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.usefixtures("empty")
def test_all_that_is_said_of_a_file_at_a_terminal_ends_its_lines_between_words(
    tmp_path: Path, width: int
) -> None:
    said = on_a_terminal(width, "import", many_doubts(tmp_path), typed="skip\n")
    assert "1 question to answer first" in words_of(said)
    lines = [line for line in said.splitlines() if "\r" not in line]
    assert max(map(len, lines)) <= width, said
    assert len(lines) > 8


@pytest.mark.parametrize("name", ["nowhere", "plan.pdf", "plan.xlsm"])
def test_a_file_that_is_not_there_is_said_to_be_none_whatever_its_kind(
    empty: Run, tmp_path: Path, name: str
) -> None:
    ran = empty("import", str(tmp_path / name))
    assert (ran.code, ran.err) == (1, f"There is no file {tmp_path / name}: check its name and its folder.\n")
