"""A file that comes in a second time with answers: what is answered anew counts, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import COLUMNS, cell_of, listed, say, with_cells, written
from running import Run


@pytest.mark.parametrize("side", ["file", "plan"])
@pytest.mark.parametrize("column", ["status", "due", "title", "lead_role", "partners"])
def test_the_same_answer_to_what_the_plan_said_since_is_a_new_answer(
    run: Run, tmp_path: Path, column: str, side: str
) -> None:
    old, cell = listed(run), ("9.3", column)
    (since, of_plan), (_, of_file) = COLUMNS[column].values[:2]
    say(run, cell, since)
    file = written(tmp_path, with_cells(old, (cell, of_file), (("9.1", "partners"), "CHT")))
    assert run("import", file, "--take", side).code == 0
    other = COLUMNS[column].values[2][0]
    say(run, cell, other)
    say(run, cell, since)
    assert (run("import", file).code, cell_of(listed(run), cell)) == (1, of_plan)

    assert run("import", file, "--take", side).code == 0

    assert cell_of(listed(run), cell) == (of_file if side == "file" else of_plan)


def test_what_came_in_before_is_not_said_again_beside_a_new_answer(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    say(run, ("9.3", "partners"), "PCF")
    changed = with_cells(
        old,
        (("9.3", "partners"), "CHT"),
        (("9.3", "success_measure"), "Said in the file"),
        (("9.1", "status"), "at-risk"),
        (("9.1", "area_title"), "Said in the file"),
    )
    new = ["9.77" if name == "ref" else "" for name in old[0]]
    for name, words in (("area", "9"), ("title", "A new row"), ("status", "on-track")):
        new[old[0].index(name)] = words
    file = written(tmp_path, [*changed, new])
    assert run("import", file, "--take", "plan").code == 0
    say(run, ("9.3", "success_measure"), old[1][old[0].index("success_measure")] or "Waits fall")
    assert run("edit", "9.3", "--success", cell_of(old, ("9.3", "success_measure"))).code == 0
    assert run("set", "9.1", cell_of(old, ("9.1", "status")), "-m", "Said since").code == 0
    assert run("set", "9.77", "off-track", "-m", "Said since").code == 0
    assert run("edit", "9", "--area", "--title", cell_of(old, ("9.1", "area_title"))).code == 0
    before = listed(run)

    assert run("import", file, "--take", "file").code == 0

    after = listed(run)
    assert cell_of(after, ("9.3", "partners")) == "CHT"
    for ref, column in (("9.3", "success_measure"), ("9.1", "status"), ("9.1", "area_title")):
        assert cell_of(after, (ref, column)) == cell_of(old, (ref, column)) == cell_of(before, (ref, column))
    statuses = {item["ref"]: item["status"] for item in run("list", "--json").items}
    assert statuses["9.77"] == "off-track"


def test_a_thing_removed_by_an_answer_is_removed_again_by_the_same(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    dated = next(row[0] for row in old[1:] if row[old[0].index("due")] and row[old[0].index("due_text")])
    file = written(tmp_path, with_cells(old, ((dated, "due"), "")))
    assert run("import", file, "--take", "file").code == 0
    words = cell_of(old, (dated, "due_text"))
    assert run("due", dated, words, "-m", "Back", "--yes").code == 0
    assert run("import", file, "--take", "file").code == 0
    assert cell_of(listed(run), (dated, "due")) == ""


def test_an_area_is_answered_about_anew_too(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    edits = [((row[0], "area_title"), "Of the file") for row in old if row[1] == "9"]
    file = written(tmp_path, with_cells(old, *edits))
    for _ in range(2):
        for title in ("Another", "Said since"):
            assert run("edit", "9", "--area", "--title", title).code == 0
        assert run("import", file, "--take", "file").code == 0
        assert cell_of(listed(run), ("9.1", "area_title")) == "Of the file"


def test_an_action_is_moved_by_an_answer_given_anew(run: Run, tmp_path: Path) -> None:
    old, cell = listed(run), ("9.3", "area")
    assert run("edit", "9.3", "--into", "10").code == 0
    file = written(tmp_path, with_cells(old, (cell, "11"), (("9.1", "partners"), "CHT")))
    for side, area in (("plan", "10"), ("file", "11")):
        assert run("import", file, "--take", side).code == 0
        assert run("show", "9.3", "--json").items[0]["area"] == area


def test_an_action_that_a_row_was_answered_to_be_is_offered_to_no_other_row(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    first = ("D2,Data,Multi-agency audits twice a year", "D3,Data,Data sharing agreement")
    second = ("D2,Data,Data sharing agreement", "D3,Data,Publish a scorecard for boards")
    for number, rows in enumerate((first, second), 1):
        text = "\n".join(["Ref,Area,Action", *rows])
        (tmp_path / f"log v{number}.csv").write_text(text, encoding="utf-8")
    assert run("import", str(tmp_path / "log v1.csv")).code == 0
    file = str(tmp_path / "log v2.csv")
    cell = "log v2.csv!A2" if "log v2.csv!A2" in run("import", file).err else "A2"
    refused = run("import", file, "--ref", f"{cell}=D3").err
    assert "D3 if it is the same action" not in refused
    assert "was answered to be D3: new, or which ref has this one?" in refused
    assert "A3=new" in refused
