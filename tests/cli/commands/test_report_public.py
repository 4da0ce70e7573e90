"""The papers for the public from the command line."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from running import Run


@pytest.mark.parametrize(
    ("word", "title"),
    [("public", "# SEND improvement plan: how it is going\n"), ("families", "# News for families\n")],
)
def test_a_public_paper_goes_to_standard_output_and_can_be_made_again(
    program: Run, word: str, title: str
) -> None:
    ran = program("report", word)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(title)
    again = next(line for line in ran.out.splitlines() if "send-actions report " in line)
    command = shlex.split(again[again.index("send-actions") :].partition(" Content: ")[0].replace("`", ""))
    assert command[:2] == ["send-actions", "report"]
    assert program(*command[1:]).out == ran.out


@pytest.mark.parametrize("word", ["public", "families"])
@pytest.mark.parametrize("name", ["paper.docx", "paper.pdf", "paper.html", "paper.md"])
def test_it_is_written_in_every_format_of_a_paper(run: Run, tmp_path: Path, word: str, name: str) -> None:
    assert run("report", word, "-o", str(tmp_path / name), "--audience", "public").code == 0
    assert (tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize("audience", ["board", "internal"])
def test_it_is_for_nobody_else(run: Run, audience: str) -> None:
    ran = run("report", "families", "--audience", audience)
    sentence = "`report families` is for one audience alone, public: leave --audience out.\n"
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_a_board_paper_is_not_for_the_public(run: Run, tmp_path: Path) -> None:
    ran = run("report", "board", "--audience", "public", "-o", str(tmp_path / "paper.md"), "--issue", "next")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "`report board` is not for the public, who could count what it names: "
        "use `report public` or `report families`.\n"
    )
    assert list(tmp_path.glob("paper*")) == []


def test_help_names_the_audiences(run: Run) -> None:
    assert "internal, board or public" in run("report", "public", "--help").out


def test_the_families_page_is_issued_to_a_meeting_as_any_paper_is(run: Run, tmp_path: Path) -> None:
    page = str(tmp_path / "page.pdf")
    assert run("report", "families", "-o", page, "--issue", "last", "--yes").code == 0
    assert "families" in run("history", "--plain").out
