"""Changes dated after the reader's today are told and shown: nothing vanishes by clock or zone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from running import Run

QUESTION = "1 change is dated after today: is this clock right?\n"


@pytest.fixture
def ahead(run: Run, place: Path) -> Run:
    """A plan in which somebody further east has said something tomorrow."""
    run("note", "9.3", "Said in another time zone.")
    connection = sqlite3.connect(place)
    connection.execute("UPDATE change SET day = '2026-04-01' WHERE id = (SELECT max(id) FROM change)")
    connection.execute(
        "UPDATE progress_update SET \"on\" = '2026-04-01' WHERE id = (SELECT max(id) FROM progress_update)"
    )
    connection.commit()
    connection.close()
    return run


@pytest.mark.parametrize("command", [("list",), ("areas",), ("show", "9.3"), ("check",), ("history",)])
@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",), ("--plain",)])
def test_every_listing_asks_whether_the_clock_is_right(
    ahead: Run, command: tuple[str, ...], form: tuple[str, ...]
) -> None:
    assert ahead(*command, *form).err.endswith(QUESTION)


def test_history_shows_what_is_dated_after_today_and_a_past_day_does_not(ahead: Run) -> None:
    assert "1 April 2026" in ahead("history", "--plain").out
    assert "1 April 2026" not in ahead("history", "--plain", "--as-at", "today").out


def test_the_paper_asks_as_well(ahead: Run, tmp_path: Path) -> None:
    assert ahead("report", "board", "-o", str(tmp_path / "paper.md")).err.endswith(QUESTION)
