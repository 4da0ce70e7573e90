"""What is said of a file that changes nothing: the one reason that is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import COLUMNS, listed, say, with_cells, written
from running import Run

EDITED = (("9.3", "partners"), "PCF")


@pytest.mark.parametrize("tries", [(), ("--dry-run",)])
def test_what_was_changed_in_the_sheet_and_is_in_the_plan_by_now_is_said_to_be(
    run: Run, tmp_path: Path, tries: tuple[str, ...]
) -> None:
    file = written(tmp_path, with_cells(listed(run), EDITED))
    say(run, *EDITED)
    told = run("import", file, *tries).err.lower()
    assert "is in the plan already" in told
    assert "nothing was changed in" not in told


def test_so_it_is_of_what_was_changed_of_an_area(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    edits = [((row[0], "theme"), "Another theme") for row in old if row[1] == "9"]
    assert run("edit", "9", "--area", "--theme", "Another theme").code == 0
    told = run("import", written(tmp_path, with_cells(old, *edits))).err
    assert "What was changed in old.csv since record" in told


@pytest.mark.parametrize("tries", [(), ("--dry-run",)])
def test_of_a_dispute_that_was_answered_for_the_plan(
    run: Run, tmp_path: Path, tries: tuple[str, ...]
) -> None:
    file = written(tmp_path, with_cells(listed(run), EDITED))
    say(run, EDITED[0], COLUMNS["partners"].values[1][0])
    assert "the plan's words stand where" in run("import", file, "--take", "plan", *tries).err


@pytest.mark.parametrize("tries", [(), ("--dry-run",)])
def test_of_a_file_that_came_in_before_and_says_something_else_than_the_plan_by_now(
    run: Run, tmp_path: Path, tries: tuple[str, ...]
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("ref,area_no,action,status\n9.4,9,Bring waits within 18 weeks,red\n", encoding="utf-8")
    assert run("import", str(file)).code == 0
    assert "The plan says all of plan.csv already" in run("import", str(file)).err
    assert run("set", "9.4", "green").code == 0
    told = run("import", str(file), *tries).err
    assert "was brought in before, and what the plan has said since stands" in told
    assert run("show", "9.4", "--json").items[0]["status"] == "on-track"
