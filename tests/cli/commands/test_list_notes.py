"""The note last said and the ask in a list that is sent round: under their own dates, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import cell_of, listed, with_cells, written
from running import Run
from spreadsheets import opened_in_excel

SAID = {"note": "Two posts are open.\nInterviews in May.", "ask": "Four officers to September"}


@pytest.fixture
def said(run: Run) -> Run:
    """A plan in which 9.3 has a reason of March, a newer note, and an ask."""
    assert run("set", "9.3", "red", "-m", "Vacancy", "--ask", SAID["ask"], "--on", "2026-03-12").code == 0
    assert run("note", "9.3", SAID["note"], "--on", "2026-03-30").code == 0
    return run


def test_a_list_shows_the_newest_note_and_the_ask_each_with_its_own_date(said: Run) -> None:
    rows = listed(said)
    shown = {
        name: cell_of(rows, ("9.3", name)) for name in ("note", "note_on", "ask", "ask_on", "updated_on")
    }
    assert shown == SAID | {"note_on": "2026-03-30", "ask_on": "2026-03-12", "updated_on": "2026-03-30"}


def test_a_list_that_comes_back_says_neither_note_nor_ask_again(said: Run, tmp_path: Path) -> None:
    file = written(tmp_path, opened_in_excel(listed(said)))
    assert "The plan says all of old.csv already" in said("import", file).err
    assert said("set", "9.3", "amber", "-m", "Filled").code == 0
    assert said("note", "9.3", "Later still").code == 0
    now = said("show", "9.3", "--json").out
    assert said("import", file).code == 0
    assert said("show", "9.3", "--json").out == now


@pytest.mark.parametrize(("column", "words"), [("note", "Filled"), ("ask", "Two officers to July")])
def test_changed_words_are_said_on_the_day_that_the_file_speaks_of(
    said: Run, tmp_path: Path, column: str, words: str
) -> None:
    file = written(tmp_path, with_cells(opened_in_excel(listed(said)), (("9.3", column), words)))
    would = [line for line in said("import", file, "--dry-run").err.splitlines() if line.startswith("  ")]
    told = {"note": "note", "ask": "asked of the board"}[column]
    stood = " ".join(SAID[column].split())
    assert would == [f"  9.3 {told}: {stood} → {words}"]
    assert said("import", file).code == 0
    item = said("show", "9.3", "--json").items[0]
    assert (item[column], item[f"{column}_on"]) == (words, "2026-03-31")
    assert (item["status"], item["reason"], item["since"]) == ("off-track", "Vacancy", "2026-03-12")


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("{}\nBoth filled.", "Both filled."),
        ("Both filled.\n{}", "Both filled."),
        ("31 March: both filled.\n\n{}\n", "31 March: both filled."),
        ("Both filled.\n{}\nOne from May.", "Both filled.\nOne from May."),
        ("Both filled. {}", "Both filled. {}"),
    ],
)
def test_words_written_above_or_below_a_note_are_said_without_the_older_ones(
    said: Run, tmp_path: Path, words: str, new: str
) -> None:
    beside = (("9.3", "note"), words.format(SAID["note"]))
    assert said("import", written(tmp_path, with_cells(listed(said), beside))).code == 0
    assert said("show", "9.3", "--json").items[0]["note"] == new.format(SAID["note"])


@pytest.mark.parametrize("column", ["note", "ask"])
def test_words_that_were_emptied_are_left_and_told(said: Run, tmp_path: Path, column: str) -> None:
    old = listed(said)
    ran = said("import", written(tmp_path, with_cells(old, (("9.3", column), ""))))
    assert "This cell is empty, where the list showed “" in ran.err
    assert (ran.code, listed(said)) == (0, old)


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("note_on", "2026-02-02"),
        ("ask_on", "2026-02-02"),
        ("overdue", "perhaps"),
        ("checks", "stuck no-lead"),
    ],
)
def test_a_cell_that_is_worked_out_is_told_and_left_out(
    said: Run, tmp_path: Path, column: str, words: str
) -> None:
    old = listed(said)
    ran = said("import", written(tmp_path, with_cells(old, (("9.3", column), words))))
    assert (ran.code, ran.err.count("doubt"), "worked out" in ran.err) == (0, 1 + 1, True)
    assert listed(said) == old


def test_a_whole_column_that_is_worked_out_is_told_in_one_line(said: Run, tmp_path: Path) -> None:
    old = listed(said)
    edits = [((row[0], "overdue"), "x") for row in old[1:]]
    ran = said("import", written(tmp_path, with_cells(old, *edits)))
    assert ran.err.count("old.csv doubt") == 1
    assert " more) is left out." in ran.err


def test_words_changed_on_both_sides_are_asked_about(said: Run, tmp_path: Path) -> None:
    old = listed(said)
    assert said("note", "9.3", "Said since").code == 0
    file = written(tmp_path, with_cells(old, (("9.3", "note"), "Said in the sheet")))
    assert (
        "this file says “Said in the sheet”, and the plan has said “Said since”" in said("import", file).err
    )
    assert said("import", file, "--take", "file").code == 0
    assert said("show", "9.3", "--json").items[0]["note"] == "Said in the sheet"


def test_a_private_note_is_in_no_list(said: Run) -> None:
    assert said("note", "9.3", "--private", "Between us").code == 0
    assert "Between us" not in said("list", "--csv").out


def test_a_list_without_its_record_tells_that_it_would_say_an_old_note_over_a_newer(
    said: Run, tmp_path: Path
) -> None:
    rows = [row[:-1] for row in listed(said)]
    assert said("note", "9.3", "Said since").code == 0
    ran = said("import", written(tmp_path, rows), "--dry-run")
    assert "Something newer was said of this action than this list knows" in ran.err
