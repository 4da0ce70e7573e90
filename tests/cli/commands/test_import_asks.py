"""Asks of the board in a file: answered ones are not asked again, and none ends without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import cell_of, listed, with_cells, written
from running import Run

FOUR = "Four temporary officers"


def ask_of(run: Run, ref: str) -> str:
    return cell_of(listed(run), (ref, "ask"))


def council_file(folder: Path, *rows: str) -> str:
    file = folder / "council.csv"
    file.write_text("\n".join(("ref,action,status,ask", *rows, "")), encoding="utf-8")
    return str(file)


def title_of(run: Run, ref: str) -> str:
    return cell_of(listed(run), (ref, "title"))


@pytest.mark.parametrize("last", [None, -1], ids=["with its record", "without its record"])
def test_an_ask_that_ends_with_the_status_of_our_own_list_is_told(
    run: Run, tmp_path: Path, last: int | None
) -> None:
    assert run("set", "9.3", "off-track", "--ask", FOUR, "-m", "Two posts are open").code == 0
    changed = with_cells(listed(run), (("9.3", "status"), "at-risk"))
    ran = run("import", written(tmp_path, [row[:last] for row in changed]))
    told = "9.3: the ask to the board ends with its status; type it anew if it still stands."
    assert (ran.code, ran.err.count(told), ask_of(run, "9.3")) == (0, 1, "")


def test_nothing_is_told_of_an_ask_that_the_list_says_anew_or_whose_status_stays(
    run: Run, tmp_path: Path
) -> None:
    assert run("set", "9.3", "9.1", "off-track", "--ask", FOUR, "-m", "Two posts are open").code == 0
    edits = ((("9.3", "status"), "at-risk"), (("9.3", "ask"), "Two officers"), (("9.1", "partners"), "PCF"))
    ran = run("import", written(tmp_path, with_cells(listed(run), *edits)))
    assert (ran.code, "ends with its status" in ran.err) == (0, False)
    assert (ask_of(run, "9.3"), ask_of(run, "9.1")) == ("Two officers", FOUR)


def test_an_ask_that_a_council_repeats_beside_another_status_goes_on(run: Run, tmp_path: Path) -> None:
    assert run("set", "9.3", "off-track", "--ask", FOUR, "-m", "Two posts are open").code == 0
    row = f'9.3,"{title_of(run, "9.3")}",at risk,{FOUR}'
    assert run("import", council_file(tmp_path, row)).code == 0
    assert (cell_of(listed(run), ("9.3", "status")), ask_of(run, "9.3")) == ("at-risk", FOUR)


def asked_before_the_board(run: Run) -> None:
    """Ask in 6.4 what the board of 28 January answers by its decision."""
    said = ("--ask", FOUR, "-m", "71 over 20 weeks", "--on", "2026-01-22")
    assert run("set", "6.4", "at-risk", *said, "--yes").code == 0
    assert ask_of(run, "6.4") == ""


@pytest.mark.parametrize("on", [(), ("--on", "2026-03-30")])
def test_an_ask_that_a_meeting_answered_is_left_out_and_its_day_is_told(
    run: Run, tmp_path: Path, on: tuple[str, ...]
) -> None:
    asked_before_the_board(run)
    row = f'6.4,"{title_of(run, "6.4")}",at risk,{FOUR}'
    ran = run("import", council_file(tmp_path, row), *on, "--yes")
    told = "D2: The meeting of 28 January 2026 answered this ask of 6.4: it is left out."
    assert (ran.code, told in ran.err, ask_of(run, "6.4")) == (0, True, "")


def test_an_ask_with_other_words_after_a_meeting_or_answered_only_later_is_a_new_one(
    run: Run, tmp_path: Path
) -> None:
    asked_before_the_board(run)
    title = title_of(run, "6.4")
    earlier = council_file(tmp_path, f'6.4,"{title}",at risk,{FOUR}')
    assert "answered this ask" not in run("import", earlier, "--on", "2026-01-26", "--dry-run").err
    ran = run("import", council_file(tmp_path, f'6.4,"{title}",at risk,Two officers'))
    assert (ran.code, "answered this ask" in ran.err, ask_of(run, "6.4")) == (0, False, "Two officers")
