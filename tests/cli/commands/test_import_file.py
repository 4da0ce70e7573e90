from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rights import as_nobody
from running import Run
from terminals import on_a_terminal

EIGHTEEN = Path(__file__).parents[2] / "data" / "eighteen_areas.csv"


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


def a_file(folder: Path, *lines: str) -> str:
    file = folder / "plan.csv"
    file.write_text("\n".join(("ref,area_no,area,action,due,status", *lines)), encoding="utf-8")
    return str(file)


def test_a_file_comes_in_as_one_change_and_twice_to_the_same_effect(empty: Run) -> None:
    ran = empty("import", str(EIGHTEEN))
    assert (ran.code, ran.out) == (0, "")
    assert "18 new areas, 78 new actions" in ran.err
    record = empty("list", "--json").document["record"]
    again = empty("import", str(EIGHTEEN))
    assert again.err == "The plan says all of eighteen_areas.csv already: nothing was changed.\n"
    assert empty("list", "--json").document["record"] == record
    empty("undo")
    assert empty("list", "--json").document["count"] == 0


def test_a_dry_run_says_what_the_file_holds_and_writes_nothing(empty: Run) -> None:
    ran = empty("import", str(EIGHTEEN), "--dry-run")
    assert (ran.code, ran.out) == (0, "")
    assert "18 areas and 78 actions" in ran.err
    assert empty("list", "--json").document["count"] == 0


def test_a_dry_run_only_reads_the_plan_and_waits_for_nobody(empty: Run, tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    before = place.read_bytes()
    place.chmod(0o400)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("begin immediate")
        ran = empty("import", str(EIGHTEEN), "--dry-run")
        other.execute("rollback")
    assert (ran.code, ran.out) == (0, "")
    assert "new action 9.3" in ran.err
    assert place.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="rights are otherwise elsewhere")
def test_a_dry_run_is_for_a_plan_in_a_folder_that_can_only_be_read(empty: Run, tmp_path: Path) -> None:
    place, file = tmp_path / "empty.db", tmp_path / "plan.csv"
    file.write_bytes(EIGHTEEN.read_bytes())
    empty("import", str(file), "--dry-run")  # loads what nobody may not read where this is checked out
    place.chmod(0o444)
    with as_nobody(tmp_path):
        ran = empty("import", str(file), "--dry-run")
    assert ran.code == 0, ran.err
    assert "nothing was written" in ran.err


def test_a_doubt_is_listed_with_its_cell_and_blocks_nothing(empty: Run, tmp_path: Path) -> None:
    ran = empty("import", a_file(tmp_path, "1.1,1,Early years,Train staff,when funded,green"))
    assert ran.code == 0
    assert "plan.csv doubt E2: " in ran.err
    assert empty("show", "1.1", "--json").items[0]["due"]["text"] == "when funded"


def test_a_question_blocks_and_nothing_is_written(empty: Run, tmp_path: Path) -> None:
    ran = empty("import", a_file(tmp_path, "1.1,1,Early years,Train staff,June 2026,purple"))
    assert (ran.code, ran.out) == (1, "")
    assert "plan.csv question F2: " in ran.err
    assert empty("list", "--json").document["count"] == 0


def test_a_file_may_speak_of_an_earlier_day(empty: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "1.1,1,Early years,Train staff,June 2026,green")
    assert empty("import", file, "--on", "1 March 2026").code == 0
    assert empty("list", "--json", "--as-at", "1 March 2026").document["count"] == 1
    assert empty("list", "--json", "--as-at", "28 February 2026").document["count"] == 0


def test_a_dry_run_of_an_earlier_day_says_what_would_differ_then_and_not_the_day(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("ref,area_no,action,status\n9.4,9,Bring waits within 18 weeks,red\n", encoding="utf-8")
    ran = run("import", str(file), "--on", "20 March 2026", "--dry-run")
    assert ran.err.splitlines()[0] == "  9.4 status: at risk → off track"
    assert [line for line in ran.err.splitlines() if line.startswith("  ")] == ran.err.splitlines()[:1]


def test_a_date_without_a_year_is_read_from_the_day_the_file_speaks_of(empty: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "1.1,1,Early years,Train staff,30 April,green")
    assert empty("import", file, "--on", "1 March 2020", "--yes").code == 0
    assert empty("show", "1.1", "--json").items[0]["due"]["date"] == "2020-04-30"


def test_a_dry_run_names_what_would_be_revised_and_what_is_new(empty: Run, tmp_path: Path) -> None:
    empty("import", a_file(tmp_path, "6.1,6,Timeliness,Train staff,June 2026,green"))
    rows = ("6.1,6,T,Train staff,July 2026,red", '6.2,6,T,"Visit, all",June 2026,amber', "7.1,7,Voice,Ask,,")
    ran = empty("import", a_file(tmp_path, *rows), "--dry-run")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[:6] == [
        "  area 6 title: Timeliness → T",
        "  6.1 status: on track → off track",
        "  6.1 due: June 2026 → July 2026",
        "  new area 7: Voice",
        "  new action 6.2: Visit, all (at risk, due June 2026)",
        "  new action 7.1: Ask",
    ]
    assert "1 revised area (6)" in ran.err
    assert empty("list", "--json").document["count"] == 1


def test_a_dry_run_of_what_the_plan_says_already_says_so(empty: Run) -> None:
    empty("import", str(EIGHTEEN))
    ran = empty("import", str(EIGHTEEN), "--dry-run")
    assert ran.err.splitlines()[-1].endswith(": the plan says all of it already.")


def test_a_new_owner_is_named(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text('ref,area_no,area,action,lead\n1.1,1,One,A,"Head of SEND, LA"\n', encoding="utf-8")
    assert empty("import", str(file), "--dry-run").err.splitlines()[:3] == [
        "  new area 1: One",
        "  new action 1.1: A",
        "  new owner Head of SEND, LA",
    ]


def test_a_long_preview_is_cut_at_a_terminal(empty: Run) -> None:
    said = on_a_terminal(80, "import", str(EIGHTEEN), typed="n\n")
    assert "more: --dry-run lists them all" in said
    assert "new area 1: " in said
    assert len(said.splitlines()) < 30
    assert "new action 18.4: " in empty("import", str(EIGHTEEN), "--dry-run").err


def test_at_a_terminal_nothing_is_asked_where_nothing_would_differ(empty: Run) -> None:
    empty("import", str(EIGHTEEN))
    said = on_a_terminal(80, "import", str(EIGHTEEN), typed="n\n")
    assert "[y/N]" not in said
    assert "already: nothing was changed." in said


def test_the_plan_it_went_into_is_always_named(empty: Run, tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    ran = empty("import", str(EIGHTEEN), "--db", str(place))
    assert ran.err.splitlines()[-1].endswith(f" · in {place}")


def test_a_folder_is_said_to_be_one(empty: Run, tmp_path: Path) -> None:
    folder = tmp_path / "plan.csv"
    folder.mkdir()
    for name in (folder, tmp_path):
        ran = empty("import", str(name))
        assert (ran.code, ran.err) == (1, f"{name} is a folder: name a file in it.\n")


@pytest.mark.parametrize(("name", "kind"), [("plan.xlsx", "a spreadsheet"), ("plan.docx", "a document")])
def test_a_workbook_or_document_is_to_be_saved_as_csv(
    empty: Run, tmp_path: Path, name: str, kind: str
) -> None:
    ran = empty("import", str(tmp_path / name))
    assert ran.err == f"{name} is {kind}: save the sheet or table as CSV (UTF-8), then bring that file in.\n"


@pytest.mark.parametrize(("name", "code"), [("nowhere.csv", 1), ("plan.docx", 2)])
def test_a_file_that_cannot_be_read_is_one_clear_line(
    empty: Run, tmp_path: Path, name: str, code: int
) -> None:
    ran = empty("import", str(tmp_path / name))
    assert (ran.code, ran.out) == (code, "")
    assert name in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(("answer", "actions"), [("y\n", 1), ("n\n", 0), ("\n", 0)])
def test_at_a_terminal_it_asks_first(empty: Run, tmp_path: Path, answer: str, actions: int) -> None:
    file = a_file(tmp_path, "1.1,1,Early years,Train staff,June 2026,green")
    said = on_a_terminal(80, "import", file, typed=answer)
    assert "plan.csv holds 1 area and 1 action, with 0 doubts. Bring them in? [y/N]" in said
    assert empty("list", "--json").document["count"] == actions
