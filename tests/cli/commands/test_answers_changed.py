"""A file that comes in again with another answer: the cells that it touches are new, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Run

HEADER = "ref,area no,area,action,status,comments,who does it\n"
ROWS = [
    "9.3,9,Therapy,Start an advice line for schools and parents,Started,First,Head of SEND\n",
    "9.4,9,Therapy,Bring waits within 18 weeks,green,Second,Head of SEND\n",
    "9.77,9,Therapy,A new one,amber,Third,\n",
]


@pytest.fixture
def again(run: Run, tmp_path: Path) -> tuple[Run, str]:
    """A plan with a file brought in and answered, and of each of its rows something said since."""
    file = tmp_path / "rows.csv"
    file.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    answers = ("--status", "Started=on-track", "--map", "who does it=none", "--area", "9=9")
    assert run("import", str(file), *answers).code == 0
    for ref in ("9.4", "9.77"):
        assert run("set", ref, "off-track", "-m", "Said since").code == 0
    assert run("edit", "9.3", "--title", "Titled since").code == 0
    return run, str(file)


def statuses(run: Run) -> dict[str, tuple[str, str]]:
    items = run("list", "--json").items
    return {i["ref"]: (i["status"], i["title"]) for i in items if i["ref"] in ("9.1", "9.3", "9.4", "9.77")}


def test_another_meaning_of_a_status_word_touches_the_rows_of_that_word(again: tuple[Run, str]) -> None:
    run, file = again
    before = statuses(run)
    would = run("import", file, "--status", "Started=at-risk", "--dry-run").err.splitlines()
    assert [line for line in would if line.startswith("  ")] == ["  9.3 status: on track → at risk"]
    assert run("import", file, "--status", "Started=at-risk").code == 0
    after = statuses(run)
    assert after["9.3"][0] == "at-risk"
    assert {**after, "9.3": before["9.3"]} == before
    assert "was brought in before" in run("import", file).err
    assert statuses(run) == after
    assert run("import", file, "--status", "Started=on-track").code == 0
    assert statuses(run) == before


def test_another_column_brings_in_that_column(again: tuple[Run, str]) -> None:
    run, file = again
    before = statuses(run)
    asked = run("import", file, "--map", "who does it=lead")
    assert "before it was “Titled since” in the plan: taken as the same action" in asked.err
    assert run("import", file, "--map", "who does it=lead", "--ref", "A2=9.3").code == 0
    assert statuses(run) == before
    assert [run("show", ref, "--json").items[0]["lead"]["role"] for ref in ("9.3", "9.4")] == [
        "Head of SEND"
    ] * 2


def test_another_area_moves_the_actions_and_says_nothing_else(again: tuple[Run, str]) -> None:
    run, file = again
    before = statuses(run)
    ran = run("import", file, "--area", "9=10")
    assert ran.code == 0, ran.err
    assert statuses(run) == before
    assert {run("show", ref, "--json").items[0]["area"] for ref in ("9.3", "9.4", "9.77")} == {"10"}


def test_another_ref_says_that_row_of_the_other_action(again: tuple[Run, str]) -> None:
    run, file = again
    before = statuses(run)
    ran = run("import", file, "--ref", "A4=9.78")
    assert ran.code == 0, ran.err
    assert statuses(run) == before
    (made,) = run("show", "9.78", "--json").items
    assert (made["title"], made["status"], made["note"]) == ("A new one", "at-risk", "Third")


def test_a_file_that_was_taken_back_comes_in_whole(again: tuple[Run, str]) -> None:
    run, file = again
    last = run("history", "--json").document["record"]
    for record in range(last, last - 4, -1):
        assert run("undo", str(record), "--yes").code == 0
    assert "9.77" not in statuses(run)
    assert run("import", file, "--status", "Started=at-risk", "--map", "who does it=none").code == 0
    found = statuses(run)
    assert (found["9.3"][0], found["9.4"][0], found["9.77"][0]) == ("at-risk", "on-track", "at-risk")
