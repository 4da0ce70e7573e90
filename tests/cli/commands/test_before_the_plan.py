"""A date before the plan's first: whoever looks there is told when the plan begins, and no paper is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

TOLD = "Nothing was in the plan yet on 31 March 2025: it begins on 1 April 2025.\n"
BEFORE = ("--as-at", "31 March 2025")


@pytest.mark.parametrize(
    "words",
    [
        *("areas", "history", "check", "meeting list", "measure list", "step list", "evidence list"),
        *("source list", "finding list", "list overdue", "list --json", "areas --csv"),
    ],
)
def test_a_listing_says_when_the_plan_begins(run: Run, words: str) -> None:
    ran = run(*words.split(), *BEFORE)
    assert (ran.code, ran.err.count(TOLD)) == (0, 1)
    assert TOLD not in run(*words.split(), "--as-at", "1 April 2025").err


@pytest.mark.parametrize(
    "words",
    [
        *("board", "since", "meeting", "stocktake", "evidence", "coverage", "full", "handover", "public"),
        "journey",
        *("families", "impact 9", "owner ICB", "board --issue next", "pack papers"),
    ],
)
def test_a_paper_is_refused(run: Run, tmp_path: Path, words: str) -> None:
    ran = run("report", *words.replace("papers", str(tmp_path / "papers")).split(), *BEFORE)
    assert (ran.code, ran.out, ran.err) == (2, "", TOLD)
    assert list(tmp_path.glob("papers")) == []


def test_an_area_that_is_not_there_yet_is_told_likewise(run: Run) -> None:
    assert run("areas", "9", *BEFORE).err == TOLD


def test_a_plan_with_nothing_in_it_has_no_first_day(run: Run, tmp_path: Path) -> None:
    empty = ("--db", str(tmp_path / "empty.db"))
    assert run("init", *empty, "--template", "empty").code == 0
    assert "begins on" not in run("areas", *empty, "--as-at", "2020").err
    assert run("report", "board", *empty).code == 0
