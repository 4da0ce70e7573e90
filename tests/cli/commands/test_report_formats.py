from __future__ import annotations

import io
import shlex
from pathlib import Path
from zipfile import ZipFile

import pytest
from running import Run

from send_actions.papers.report_front import PURPOSES


def test_the_number_of_a_report_stands_first_and_in_the_words_that_make_it_again(program: Run) -> None:
    ran = program("report", "board", "--number", "SEND/26/07 (draft)")
    assert "- **Report number:** SEND/26/07 (draft)\n- **Purpose:** To show" in ran.out
    again = next(line for line in ran.out.splitlines() if "--record" in line)
    assert "report board --number 'SEND/26/07 (draft)' --audience board --as-at" in again


def test_without_a_number_none_is_said(program: Run) -> None:
    assert "Report number" not in program("report", "board").out
    assert "Report number" not in program("report", "board", "--number", " ").out


def test_a_number_that_is_no_number_is_refused(run: Run) -> None:
    ran = run("report", "board", "--number", "x" * 61)
    assert (ran.code, ran.err) == (2, "--number has 61 characters: give at most 60, such as SEND/26/07.\n")


def test_a_paper_that_is_no_report_takes_no_number(run: Run) -> None:
    ran = run("report", "families", "--number", "1")
    assert (ran.code, ran.err) == (
        2,
        "`report families` is no report with a number: leave --number out.\n",
    )


def test_every_report_says_its_number_and_purpose_first(program: Run) -> None:
    for kind in PURPOSES:
        about = ["9"] if kind == "impact" else []
        lines = program("report", kind, *about, "--number", "SEND/26/07").out.splitlines()
        assert lines[2:4] == ["- **Report number:** SEND/26/07", f"- **Purpose:** {PURPOSES[kind]}"]


@pytest.mark.parametrize("form", ["txt", "odt"])
def test_a_paper_is_written_in_the_format_that_its_file_names(run: Run, tmp_path: Path, form: str) -> None:
    paper = tmp_path / f"paper.{form}"
    ran = run("report", "board", "-o", str(paper))
    assert (ran.code, ran.out) == (0, "")
    content = paper.read_bytes()
    if form == "odt":
        with ZipFile(io.BytesIO(content)) as archive:
            content = archive.read("content.xml")
    assert b"SEND improvement plan: board paper" in content


def test_plain_text_goes_to_the_screen_and_to_a_pipe(program: Run) -> None:
    ran = program("report", "board", "--format", "text")
    assert ran.out.startswith("SEND improvement plan: board paper\n\nPurpose: To show")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("-o paper.docx --format pdf", "paper.docx ends as word does and --format says pdf"),
        ("-o paper.txt --format md", "paper.txt ends as text does and --format says markdown"),
        ('-o paper.docx --number ""', "--number is empty: give the number, such as SEND/26/07"),
        ('-o paper.docx --number " "', "--number is empty: give the number, such as SEND/26/07"),
    ],
)
def test_what_disagrees_or_is_empty_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    ran = run("report", "board", *shlex.split(words))
    assert (ran.code, ran.err.startswith(told), ran.err.count("\n")) == (2, True, 1)
    assert sorted(tmp_path.iterdir()) == before
