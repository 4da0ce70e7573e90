"""An older list that comes back: what was changed in it is meant, and never what the plan has said since."""

from __future__ import annotations

from pathlib import Path

import pytest
from returned_lists import COLUMNS, cell_of, listed, place_of, say, with_cells, written
from running import Run
from spreadsheets import opened_in_excel, rows_of
from terminals import on_a_terminal


@pytest.mark.parametrize("column", COLUMNS)
def test_a_list_that_nobody_changed_says_nothing_over_what_was_said_since(
    run: Run, tmp_path: Path, column: str
) -> None:
    old = listed(run)
    say(run, ("9.3", column), COLUMNS[column].values[0][0])
    now = run("list", "--json").out

    ran = run("import", written(tmp_path, opened_in_excel(old)))

    assert (ran.code, run("list", "--json").out) == (0, now)
    assert "Nothing was changed in old.csv since record" in ran.err


@pytest.mark.parametrize("column", COLUMNS)
def test_a_cell_that_was_changed_on_both_sides_is_asked_about(run: Run, tmp_path: Path, column: str) -> None:
    old, cell = listed(run), ("9.3", column)
    (since, of_plan), (_, of_file) = COLUMNS[column].values[:2]
    say(run, cell, since)
    row, place = place_of(old, cell)
    name, file = f"{chr(ord('A') + place)}{row + 1}", written(tmp_path, with_cells(old, (cell, of_file)))
    now = run("list", "--json").out

    refused = run("import", file)
    assert refused.code == 1
    assert f"old.csv question {name}: The list showed “" in refused.err
    assert "(Test lead, record " in refused.err
    assert f'Answer with --take "{name}=plan".' in refused.err
    assert run("list", "--json").out == now

    assert run("import", file, "--take", f"{name}=plan").code == 0
    assert cell_of(listed(run), cell) == of_plan
    assert run("import", file, "--take", f"{name}=file").code == 0
    assert cell_of(listed(run), cell) == of_file


def test_what_an_old_list_changes_beside_newer_statuses_is_the_one_change(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    say(run, ("9.3", "status"), "red")
    file = written(tmp_path, with_cells(old, (("9.3", "partners"), "PCF"), (("9.1", "status"), "Amber")))
    told = run("import", file, "--dry-run").err.splitlines()
    assert [line.partition(":")[0] for line in told if line.startswith("  ")] == [
        "  9.3 partners",
        "  9.1 status",
    ]
    assert run("import", file).code == 0
    after = listed(run)
    assert [cell_of(after, ("9.3", c)) for c in ("status", "partners")] == ["off-track", "PCF"]


def test_an_action_that_has_another_ref_or_area_or_is_gone_by_now_stays_so(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    assert run("edit", "9.1", "--ref", "9.91").code == 0
    assert run("edit", "9.2", "--into", "10").code == 0
    assert run("edit", "9.3", "--ref", "9.1").code == 0
    now = run("list", "--json").out
    assert run("import", written(tmp_path, old)).code == 0
    assert run("list", "--json").out == now
    assert run("import", written(tmp_path, with_cells(old, (("9.1", "title"), "Said anew")))).code == 0
    titles = {item["ref"]: item["title"] for item in run("list", "--json").items}
    assert titles["9.91"] == "Said anew" != titles["9.1"]


def test_a_changed_area_is_asked_about_once_whatever_rows_say_it(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    refs = [row[0] for row in old if row[1] == "9"]
    assert run("edit", "9", "--area", "--title", "Said since").code == 0
    edits = [((ref, "theme"), "Another theme") for ref in refs]
    ran = run("import", written(tmp_path, with_cells(old, *edits)), "--dry-run")
    assert [line for line in ran.err.splitlines() if line.startswith("  ")] == [
        "  area 9 theme: Assess and meet → Another theme"
    ]
    edits = [((ref, "area_title"), "Said here") for ref in refs]
    ran = run("import", written(tmp_path, with_cells(old, *edits)))
    assert ran.err.count("question") == len(("how many", "the question", "1 question to answer"))
    assert "the plan has said “Said since” since (Test lead, record" in ran.err


def test_a_file_brought_in_again_says_of_an_area_all_that_was_answered_in_any_of_its_rows(
    run: Run, tmp_path: Path
) -> None:
    old = listed(run)
    since = ("--title", "Said since", "--lead", "Head since, LA")
    assert run("edit", "9", "--area", *since).code == 0
    edits = [((ref, "area_title"), "Said here") for ref in ("9.1", "9.2")]
    file = written(tmp_path, with_cells(old, *edits, (("9.2", "area_lead_role"), "Head here")))
    assert run("import", file, "--take", "file").code == 0
    taken = listed(run)
    assert run("edit", "9", "--area", *since).code == 0
    assert listed(run) != taken

    assert run("import", file, "--take", "file").code == 0
    columns = ("area_title", "area_lead_role")
    assert [cell_of(listed(run), ("9.2", column)) for column in columns] == ["Said here", "Head here"]


def test_a_list_is_compared_with_the_plan_that_it_showed_on_its_date(run: Run, tmp_path: Path) -> None:
    old = rows_of(run("list", "--csv", "--as-at", "2026-01-28").out)
    now = run("list", "--json").out
    assert run("import", written(tmp_path, opened_in_excel(old))).code == 0
    assert run("list", "--json").out == now


def test_an_older_list_without_its_record_tells_that_it_would_speak_over_newer_statuses(
    run: Run, tmp_path: Path
) -> None:
    old = listed(run)
    assert run("set", "1.1", "1.4", "red").code == 0
    rows = [row[:-1] for row in old]
    ran = run("import", written(tmp_path, rows), "--dry-run")
    told = [line for line in ran.err.splitlines() if "newer" in line]
    assert len(told) == 1
    assert "Something newer was said of these actions than this list knows" in told[0]


def test_a_list_of_a_record_that_the_plan_has_not_reached_is_compared_with_what_it_says(
    run: Run, tmp_path: Path, place: Path
) -> None:
    before = place.read_bytes()
    say(run, ("9.3", "partners"), "PCF")
    later = listed(run)
    place.write_bytes(before)
    ran = run("import", written(tmp_path, later), "--dry-run")
    assert "  9.3 partners: " in ran.err
    assert "the plan has only reached" in ran.err


def test_what_was_emptied_is_removed_and_asked_about_where_words_are_left(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    dated = next(row[0] for row in old[1:] if row[13] and row[15])
    bare = with_cells(old, ((dated, "due"), ""), ((dated, "due_text"), ""), ((dated, "due_precision"), ""))
    assert f"  {dated} due: " in run("import", written(tmp_path, bare), "--dry-run").err
    half = written(tmp_path, with_cells(old, ((dated, "due"), "")))
    refused = run("import", half)
    assert (refused.code, "is it to be removed (file), or left (plan)?" in refused.err) == (1, True)
    assert run("import", half, "--take", "plan").code == 0
    assert cell_of(listed(run), (dated, "due")) != ""
    assert run("import", half, "--take", "file").code == 0
    after = next(item for item in run("list", "--json").items if item["ref"] == dated)
    assert after["due"] == {"date": None, "precision": "unclear", "text": ""}
    shown = run("show", dated).out
    assert ("No date given" in shown or "no date given" in shown, "Due date removed." in shown) == (
        True,
        True,
    )


def test_a_column_that_was_emptied_whole_is_left_out_and_told(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    edits = [((row[0], "success_measure"), "") for row in old[1:]]
    ran = run("import", written(tmp_path, with_cells(old, *edits)))
    assert ran.code == 0
    assert "The column is empty, where the list showed" in ran.err
    assert rows_of(run("list", "--csv").out) == old


def test_other_words_for_the_same_due_date_are_told_and_a_date_may_stand_beside_its_old_words(
    run: Run, tmp_path: Path
) -> None:
    old = listed(run)
    dated = next(row[0] for row in old[1:] if row[13] and row[14] == "month")
    ran = run("import", written(tmp_path, with_cells(old, ((dated, "due_text"), "when there is time"))))
    assert "“when there is time” gives no other date than" in ran.err
    moved = with_cells(old, ((dated, "due"), "2027-01-15"))
    ran = run("import", written(tmp_path, moved), "--dry-run")
    assert "holds 78 actions in 18 areas: nothing was written." in ran.err
    assert f"  {dated} due: " in ran.err


def test_at_a_terminal_whose_words_stand_is_asked_and_the_plan_s_are_offered(
    run: Run, tmp_path: Path
) -> None:
    old, cell = listed(run), ("9.3", "partners")
    say(run, cell, "PCF")
    file = written(tmp_path, with_cells(old, (cell, "CHT")))
    said = on_a_terminal(80, "import", file, typed="\n")
    assert "file or plan? [plan]" in " ".join(said.split())
    assert cell_of(listed(run), cell) == "PCF"
    on_a_terminal(80, "import", file, typed="neither\nfile\ny\n")
    assert cell_of(listed(run), cell) == "CHT"


def test_an_answer_that_names_no_side_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("import", written(tmp_path, listed(run)), "--take", "H3=mine")
    assert (ran.code, "is neither plan nor file: write the one whose words are to stand" in ran.err) == (
        2,
        True,
    )


def test_a_list_of_today_may_speak_of_an_earlier_day(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    file = written(tmp_path, with_cells(old, (("9.3", "status"), "at-risk")))
    assert run("import", file, "--on", "2026-03-30", "--yes").code == 0
    assert cell_of(rows_of(run("list", "--csv", "--as-at", "2026-03-30").out), ("9.3", "status")) == "at-risk"
    entries = run("history", "--json").items
    assert len([e for e in entries if "old.csv" in str(e)]) == 1


def test_a_list_that_was_saved_with_the_month_first_is_read_so(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    ran = run("import", written(tmp_path, opened_in_excel(old, month_first=True)))
    assert (ran.code, ran.err.count("doubt")) == (0, len(("the one doubt", "the sentence that sums up")))
    assert "M1: The dates were saved with the month first, and are read so." in ran.err
    assert rows_of(run("list", "--csv").out) == old
    moved = with_cells(opened_in_excel(old, month_first=True), (("9.3", "due"), "4/5/2027"))
    assert (
        "  9.3 due: autumn term 2025 → 5 April 2027"
        in run("import", written(tmp_path, moved), "--dry-run").err
    )


@pytest.mark.parametrize("column", ["updated_on", "first_due"])
def test_a_change_of_what_is_worked_out_is_told(run: Run, tmp_path: Path, column: str) -> None:
    old = listed(run)
    ran = run("import", written(tmp_path, with_cells(old, (("9.3", column), "2026-02-02"))))
    assert (
        ran.code,
        "is worked out from what was said: the change in this cell is left out." in ran.err,
    ) == (
        0,
        True,
    )
    assert rows_of(run("list", "--csv").out) == old


def test_many_cells_that_are_disputed_are_answered_by_one_flag(run: Run, tmp_path: Path) -> None:
    old, refs = listed(run), ("1.1", "1.2", "1.3", "1.4", "2.1")
    assert run("set", *refs, "withdrawn", "-m", "Over").code == 0
    file = written(tmp_path, with_cells(old, *(((ref, "status"), "on-hold") for ref in refs)))
    refused = run("import", file)
    assert refused.err.endswith(
        "5 questions to answer first, at H2 and elsewhere. Answer with --take plan.\n"
    )
    assert run("import", file, "--take", "file").code == 0
    assert {cell_of(listed(run), (ref, "status")) for ref in refs} == {"on-hold"}


def test_an_emptied_date_of_a_list_without_its_record_is_left_and_told(run: Run, tmp_path: Path) -> None:
    old = listed(run)
    dated = next(row[0] for row in old[1:] if row[13] and row[15])
    rows = [row[:-1] for row in with_cells(old, ((dated, "due"), ""))]
    ran = run("import", written(tmp_path, rows))
    assert (ran.code, "This cell is empty, and “due_text” is not: " in ran.err) == (0, True)
    assert rows_of(run("list", "--csv").out) == old
