from __future__ import annotations

from pathlib import Path

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


def test_a_kind_there_is_not_is_named_with_the_nearest(run: Run) -> None:
    ran = run("report", "bord")
    assert ran.code == 2
    assert "'board'" in ran.err
