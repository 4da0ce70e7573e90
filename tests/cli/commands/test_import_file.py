from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rights import as_nobody
from running import Run
from terminals import interrupted_at, on_a_terminal

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
    assert "78 actions in 18 areas" in ran.err
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
    assert ran.err.splitlines()[1] == "  9.4 status: at risk → off track"
    assert [line for line in ran.err.splitlines() if line.startswith("  ")] == ran.err.splitlines()[1:2]


def test_a_date_without_a_year_is_read_from_the_day_the_file_speaks_of(empty: Run, tmp_path: Path) -> None:
    file = a_file(tmp_path, "1.1,1,Early years,Train staff,30 April,green")
    assert empty("import", file, "--on", "1 March 2020", "--yes").code == 0
    assert empty("show", "1.1", "--json").items[0]["due"]["date"] == "2020-04-30"


def test_a_dry_run_names_what_would_be_revised_and_what_is_new(empty: Run, tmp_path: Path) -> None:
    empty("import", a_file(tmp_path, "6.1,6,Timeliness,Train staff,June 2026,green"))
    rows = (
        "6.1,6,Timeliness of work,Train staff,July 2026,red",
        '6.2,6,Timeliness of work,"Visit, all",June 2026,amber',
        "7.1,7,Voice,Ask,,",
    )
    ran = empty("import", a_file(tmp_path, *rows), "--dry-run")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[1:7] == [
        "  area 6 title: Timeliness → Timeliness of work",
        "  6.1 status: on track → off track",
        "  6.1 due: June 2026 → July 2026",
        "  new area 7: Voice",
        "  new action 6.2: Visit, all (at risk, due June 2026)",
        "  new action 7.1: Ask",
    ]
    assert "1 revised area (6)" in ran.err
    assert empty("list", "--json").document["count"] == 1


def test_a_dry_run_lists_no_more_than_what_would_differ(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    header = "ref,area_no,area,action,due,status,impact"
    file.write_text(f"{header}\n1.1,1,A,x,30/6/2026,green,none\n1.2,1,A,y,30/6/2026,green,none\n")
    assert empty("import", str(file), "--on", "2026-02-01").code == 0
    file.write_text(f"{header}\n1.1,1,A,x,30 June 2026,green,none\n1.2,1,A,y,30.06.2026,red,none\n")
    told = empty("import", str(file), "--on", "2026-03-01", "--dry-run").err.splitlines()
    assert told[1:3] == ["  1.2 status: on track → off track", "  said again as it stood: 1.1"]
    assert told[3].startswith("Import plan.csv: 1 update, 1 said again, as at 1 March 2026, in ")


def test_a_dry_run_of_what_the_plan_says_already_says_so(empty: Run) -> None:
    empty("import", str(EIGHTEEN))
    ran = empty("import", str(EIGHTEEN), "--dry-run")
    assert ran.err.splitlines()[-1].endswith(": the plan says all of it already.")


def test_a_new_owner_is_named(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text('ref,area_no,area,action,lead\n1.1,1,One,A,"Head of SEND, LA"\n', encoding="utf-8")
    assert empty("import", str(file), "--dry-run").err.splitlines()[1:4] == [
        "  new area 1: One",
        "  new action 1.1: A",
        "  new owner Head of SEND, LA",
    ]


def test_a_long_preview_is_cut_at_a_terminal(empty: Run) -> None:
    said = on_a_terminal(80, "import", str(EIGHTEEN), typed="n\n")
    assert "more: --dry-run lists them all" in said
    assert "new area 1: " in said
    assert len(said.splitlines()) < 36
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


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("plan.xls", "is of an old kind: save it as an Excel workbook (.xlsx), then bring that file in."),
        ("plan.doc", "is of an old kind: save it as a Word document (.docx), then bring that file in."),
        ("plan.xlsb", "is a binary workbook: save it as an Excel workbook (.xlsx), then bring that file in."),
        ("plan.msg", "is an e-mail: save what is attached to it, then bring that file in."),
        ("plan.zip", "is packed: unpack it, then bring in the file that is in it."),
        ("~$plan.docx", "is what Office keeps while a file is open: name the file without “~$”."),
        (
            "plan.xlsm",
            (
                "has macros, which are never opened: save it as an Excel workbook (.xlsx), "
                "then bring that file in."
            ),
        ),
        (
            "plan.ods",
            (
                "is a spreadsheet of another kind: save it as an Excel workbook (.xlsx), "
                "then bring that file in."
            ),
        ),
        (
            "plan.pdf",
            "is a PDF: bring in the workbook or the document that it was made of.",
        ),
        ("plan.one", "is of a kind that is not read: save it as CSV (UTF-8), then bring that file in."),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_save_it_as(
    empty: Run, tmp_path: Path, name: str, way: str
) -> None:
    (tmp_path / name).touch()
    ran = empty("import", str(tmp_path / name))
    assert (ran.code, ran.err) == (1, f"{name} {way}\n")


@pytest.mark.parametrize("name", ["nowhere.csv", "plan.docx", "plan.xlsx"])
def test_a_file_that_cannot_be_read_is_one_clear_line(empty: Run, tmp_path: Path, name: str) -> None:
    ran = empty("import", str(tmp_path / name))
    assert (ran.code, ran.out) == (1, "")
    assert name in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(("answer", "actions"), [("y\n", 1), ("n\n", 0), ("\n", 0)])
def test_at_a_terminal_it_asks_first(empty: Run, tmp_path: Path, answer: str, actions: int) -> None:
    file = a_file(tmp_path, "1.1,1,Early years,Train staff,June 2026,green")
    said = on_a_terminal(80, "import", file, typed=answer)
    assert "plan.csv holds 1 action in 1 area. Bring them in? [y/N]" in said
    assert empty("list", "--json").document["count"] == actions


HEADER = "ref,area_no,area,action,owner,due,status\n"


def some_rows(folder: Path, *rows: str) -> str:
    file = folder / "rows.csv"
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(file)


def test_a_status_word_is_answered_by_its_flag_and_the_answer_is_kept(empty: Run, tmp_path: Path) -> None:
    file = some_rows(
        tmp_path, "1.1,1,One,Train,,,Started", "1.2,1,One,Visit,,,Begun", "1.3,1,One,Ask,,,started"
    )
    ran = empty("import", file)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == (
        "rows.csv was not brought in: 2 questions to answer first, at G2 and elsewhere. "
        'Answer with --status "Started=…" --status "Begun=…".'
    )
    assert empty("import", file, "--status", "Started=on-track", "--status", "Begun=none").code == 0
    assert [item["status"] for item in empty("list", "--json").items] == ["on-track", None, "on-track"]
    more = some_rows(tmp_path, "1.1,1,One,Train,,,Started", "1.4,1,One,Tell,,,STARTED")
    assert empty("import", more).code == 0
    assert empty("show", "1.4", "--json").items[0]["status"] == "on-track"
    wrong = empty("import", file, "--status", "Started=on-trak")
    assert (wrong.code, "did you mean on-track?" in wrong.err) == (2, True)


def test_at_a_terminal_each_word_is_asked_about_once(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Train,,,Started", "1.2,1,One,Ask,,,started")
    said = on_a_terminal(80, "import", file, typed="green-ish\ngreen\ny\n")
    assert " ".join(said.split()).count("has no meaning yet (G2, G3).") == 2, "asked again after a wrong word"
    assert {item["status"] for item in empty("list", "--json").items} == {"on-track"}


def test_at_a_terminal_an_answer_may_be_typed_as_its_flag_has_it(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Train,,,Started")
    said = on_a_terminal(80, "import", file, typed="x=y\nStarted=green\ny\n")
    assert "Write what is meant alone, without =." in said
    assert [item["status"] for item in empty("list", "--json").items] == ["on-track"]


def test_a_ref_and_an_area_are_answered_by_their_flags(empty: Run, tmp_path: Path) -> None:
    empty("import", some_rows(tmp_path, "1.1,1,One,Train,,,", "1.10,1,One,Tell,,,"))
    file = some_rows(tmp_path, "1.1,1.0,One,Tell,,June 2027,")
    assert empty("import", file).code == 1
    assert empty("import", file, "--ref", "A2=1.10", "--area", "1.0=1").code == 0
    due = {item["ref"]: item["due"] for item in empty("list", "--json").items}
    assert (due["1.1"], due["1.10"]["text"]) == (None, "June 2027")


def test_what_looks_personal_is_refused_here_as_at_a_note(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Ask sue@example.org,Jo Bloggs,,")
    ran = empty("import", file)
    assert (ran.code, ran.err.splitlines()[-1].endswith(" Answer with --not-personal.")) == (1, True)
    assert empty("import", file, "--not-personal").code == 0
    assert empty("import", file).code == 0, "the plan says so already"


def test_already_is_only_said_where_nothing_is_in_doubt(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Train,TBC,,green")
    empty("import", file)
    for way in ((), ("--dry-run",)):
        said = empty("import", file, *way).err
        assert "all of" not in said
        assert "only what is in doubt is not in the plan" in said


def test_a_row_that_is_missing_now_is_named_and_left(empty: Run, tmp_path: Path) -> None:
    empty("import", some_rows(tmp_path, "1.1,1,One,Train,,,", "1.2,1,One,Tell all,,,"))
    ran = empty("import", some_rows(tmp_path, "1.1,1,One,Train,,,green"))
    told = "In the plan, not in this file: 1. 1.2 “Tell all” stood in rows.csv and no longer stands here."
    assert f"doubt rows: {told} It is left as before." in ran.err
    assert empty("list", "--json").document["count"] == 2


def test_another_list_is_not_held_against_the_one_before_and_the_next_version_is(
    empty: Run, tmp_path: Path
) -> None:
    first = ("1.1,1,One,Train,,,", "1.2,1,One,Tell all,,,", "1.3,1,One,Ask,,,")
    empty("import", some_rows(tmp_path, *first))
    other = tmp_path / "Board actions v2.csv"
    other.write_text(f"{HEADER}1.3,1,One,Ask,,,red\n4.1,4,Four,Write,,,\n", encoding="utf-8")
    assert "no longer stand" not in empty("import", str(other)).err
    other.rename(later := tmp_path / "Board actions v3.csv")
    later.write_text(f"{HEADER}1.3,1,One,Ask,,,green\n", encoding="utf-8")
    assert "file: 1. 4.1 “Write” stood in Board actions v2.csv and no" in empty("import", str(later)).err
    ran = empty("import", some_rows(tmp_path, *first[:2], "1.4,1,One,New,,,"))
    assert "file: 1. 1.3 “Ask” stood in rows.csv and no longer stands here" in ran.err


def test_a_later_import_hinders_no_undo_of_an_earlier_one(empty: Run, tmp_path: Path) -> None:
    empty("import", some_rows(tmp_path, "1.1,1,One,Train,,,green"))
    empty("import", some_rows(tmp_path, "2.1,2,Two,Tell,,,green"))
    assert empty("undo").code == 0
    assert empty("undo").code == 0
    assert empty("list", "--json").document["count"] == 0


def test_a_due_date_years_back_is_one_question_and_told_by_a_dry_run(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Train,,31/03/2019,green", "1.2,1,One,Tell,,31/03/2019,complete")
    told = "The due date of 1.1 (31 March 2019) is more than a year back."
    ran = empty("import", file)
    assert (ran.code, told in ran.err) == (1, True)
    assert f"rows.csv slip: {told}" in empty("import", file, "--dry-run").err
    assert empty("import", file, "--yes").code == 0


def test_the_date_that_a_file_says_is_offered(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Plan as at 2 March 2026\n" + HEADER + "1.1,1,One,Train,,,green\n", encoding="utf-8")
    assert "1 action in 1 area; 2 doubts: nothing was written" in empty("import", str(file), "--dry-run").err
    for way in ("--dry-run", "--yes"):
        ran = empty("import", str(file), way)
        says = "doubt A1: The file says “Plan as at 2 March 2026”, and what it says counts from today, "
        _, _, rest = ran.err.partition(says)
        today, _, then = rest.partition(": ")
        assert then.startswith("--on 2026-03-02 dates it so.")
        assert f"1 update, as at {today}" in ran.err
    empty("undo")
    assert "as at 2 March 2026 ·" in empty("import", str(file), "--on", "2026-03-02", "--yes").err
    empty("undo")
    on_a_terminal(80, "import", str(file), typed="y\ny\n")
    assert empty("list", "--json", "--as-at", "2 March 2026").document["count"] == 1


def test_an_original_date_is_kept_and_a_revised_one_is_a_move(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    header = "ref,area,area title,action,status,Original date,Extension requested to\n"
    file.write_text(header + "1.1,1,One,A,red,30/06/2026,31/12/2026\n", encoding="utf-8")
    assert empty("import", str(file)).code == 0
    (item,) = empty("show", "1.1", "--json").items
    assert (item["first_due"], item["due"]["date"], item["due_moves"]) == ("2026-06-30", "2026-12-31", 1)
    assert item["due_agreed"] is False
    assert empty("import", str(file)).err.startswith("The plan says all of plan.csv already")


@pytest.mark.skipif(os.name != "posix", reason="signals are otherwise elsewhere")
def test_an_interrupt_says_that_nothing_was_written(empty: Run, tmp_path: Path) -> None:
    file = some_rows(tmp_path, "1.1,1,One,Train,,,green")
    code, said = interrupted_at("[y/N]", "import", file)
    assert code == 130
    assert "Interrupted: nothing was written." in said
    assert empty("list", "--json").document["count"] == 0


def test_help_names_the_columns(empty: Run) -> None:
    said = " ".join(empty("import", "--help").out.split())
    for word in ("area no", "success measure", "revised date", "partners", '"Started=on-track"'):
        assert word in said


def test_an_owner_who_is_nearly_one_of_the_plan_is_told_wherever_one_is_typed(run: Run) -> None:
    ran = run("edit", "9.3", "--lead", "Head of SEN, LA")
    assert "“Head of SEN, LA” is new, and nearly “Head of SEND, LA”: is it the same?" in ran.err
    assert run("edit", "9.4", "--lead", "Head of SEND, LA").err.count("is new") == 0
    refused = run("add", "9", "Train", "--lead", "Jo Bloggs, LA")
    assert (refused.code, "role's place" in refused.err) == (1, True)


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_a_table_is_piped_in_with_a_stroke_for_the_file(
    empty: Run, tmp_path: Path, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [("Ref", "Area no", "Area", "Action"), ("1.1", "1", "Access", "Open a line")]
    text = tmp_path / "piped"
    text.write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    with text.open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        ran = empty("import", "-")
    assert (ran.code, "Import table pasted" in ran.err) == (0, True), ran.err
    assert [item["title"] for item in empty("list", "--json").items] == ["Open a line"]
    with text.open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        assert "nothing was changed" in empty("import", "-").err


@pytest.mark.parametrize("ending", ["", ".csv", ".xlsx", ".docx", ".json"])
def test_a_name_that_no_file_can_have_is_refused_in_a_sentence(empty: Run, ending: str) -> None:
    for command in (("import",), ("return", "take"), ("meeting", "minutes")):
        ran = empty(*command, "a" * 300 + ending)
        assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
        assert "fault of its own" not in ran.err


def test_words_with_a_long_name_behind_them_are_no_file_of_answers(empty: Run, tmp_path: Path) -> None:
    ran = empty("import", a_file(tmp_path, "1.1,1,A,Do it,,"), "--map", f"x={'a' * 300}.toml")
    assert (ran.code, "fault of its own" in ran.err) == (2, False), ran.err


def test_a_new_action_whose_due_date_has_moved_is_shown_with_the_first_and_as_not_agreed(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "rows.csv"
    rows = "6.82,6,Visit all,amber,30/06/2026,31/12/2026\n6.83,6,Visit more,amber,30/06/2026,\n"
    file.write_text(f"ref,area no,action,status,due date,revised due date\n{rows}", encoding="utf-8")
    would = run("import", str(file), "--dry-run").err
    assert (
        "  new action 6.82: Visit all (at risk, due 31 December 2026, first 30 June 2026, not yet agreed)\n"
        in would
    )
    assert "  new action 6.83: Visit more (at risk, due 30 June 2026)\n" in would
