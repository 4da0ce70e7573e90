from __future__ import annotations

from pathlib import Path

import pytest
from running import Run


def test_the_board_paper_goes_to_standard_output(program: Run) -> None:
    ran = program("report", "board")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# SEND improvement plan: board paper\n")


def test_a_paper_is_written_to_a_file_and_never_over_another(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.md"
    assert run("report", "board", "-o", str(file)).code == 0
    first = file.read_bytes()
    run("set", "9.3", "off-track")
    assert run("report", "board", "-o", str(file)).code == 1
    assert file.read_bytes() == first
    assert run("report", "board", "-o", str(file), "--force").code == 0
    assert file.read_bytes() != first


@pytest.mark.parametrize("words", ["", "--as-at 11/3/2026"])
def test_of_a_paper_in_a_file_only_standard_error_speaks(run: Run, tmp_path: Path, words: str) -> None:
    file = tmp_path / "paper.md"
    ran = run("report", "board", "-o", str(file), *words.split())
    day = "11 March 2026" if words else "31 March 2026"
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"Wrote {file}, as at {day}, record ")
    assert f"- **As at:** {day}, record " in file.read_text(encoding="utf-8")


def test_a_paper_can_be_made_again_as_it_was_known(run: Run, program: Run) -> None:
    record = run("list", "--json").document["record"]
    before = program("report", "board").out
    run("set", "9.3", "off-track")
    assert program("report", "board").out != before
    assert program("report", "board", "--record", str(record)).out == before


def test_a_format_there_is_not_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("report", "board", "-o", str(tmp_path / "paper.xyz")).code == 2
    assert run("report", "board", "--format", "markdwn").code == 2
    assert list(tmp_path.glob("paper*")) == []


@pytest.mark.parametrize("words", ["report baord", "report bord"])
def test_a_kind_there_is_not_is_named_with_the_nearest(run: Run, words: str) -> None:
    ran = run(*words.split())
    assert (ran.code, ran.err) == (2, f'There is no command "{words}": did you mean board?\n')


@pytest.mark.parametrize("words", ["--db {} report board", "report --db {} board", "report board --db {}"])
def test_the_plan_may_be_named_anywhere(run: Run, place: Path, tmp_path: Path, words: str) -> None:
    new = place.with_name("other.db")
    run("init", "--db", str(new), "--template", "empty", "--title", "The other plan")
    paper = tmp_path / "paper.md"
    assert run(*words.format(new).split(), "-o", str(paper)).code == 0
    assert "The other plan" in paper.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["md", "markdown"])
def test_markdown_has_two_names(program: Run, form: str) -> None:
    assert program("report", "board", "--format", form).out == program("report", "board").out != ""
