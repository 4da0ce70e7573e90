"""Workbooks and documents brought in at the command line, as a user does."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import a_document, a_workbook
from running import Run
from terminals import on_a_terminal

HEADER = ("Ref", "Action", "Lead", "Due", "RAG May 25", "RAG Sept 25")


@pytest.fixture
def empty(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "empty.db"))
    run("init", "--template", "empty")
    return run


@pytest.fixture
def book(tmp_path: Path) -> str:
    rows = [
        ("Area 1: Early help",),
        HEADER,
        ("1.1", "Train staff", "Head of SEND, LA", "June 2027", "Red", "Green"),
        ("1.2", "Visit schools", "Head of SEND, LA", "June 2027", "Under review", "Amber"),
    ]
    return str(a_workbook(tmp_path / "plan.xlsx", {"Tracker": rows}))


def test_a_workbook_comes_in_as_one_change_and_twice_to_the_same_effect(empty: Run, book: str) -> None:
    refused = empty("import", book)
    assert refused.code == 1
    assert refused.err.endswith('Answer with --status "Under review=…".\n')
    dry = empty("import", book, "--status", "Under review=at-risk", "--dry-run")
    assert "new action 1.1: Train staff (on track, due June 2027)" in dry.err
    assert empty("list", "--json").document["count"] == 0
    assert empty("import", book, "--status", "Under review=at-risk").code == 0
    statuses = {item["ref"]: item["status"] for item in empty("list", "--json").items}
    assert statuses == {"1.1": "on-track", "1.2": "at-risk"}
    then = {item["ref"]: item["status"] for item in empty("list", "--json", "--as-at", "1 June 2025").items}
    assert then == {"1.1": "off-track", "1.2": "at-risk"}
    again = empty("import", book)
    assert again.err.splitlines()[-1].startswith("Nothing was changed")
    before = empty("list", "--json").items
    empty("undo")
    assert empty("list", "--json").document["count"] == 0
    assert empty("import", book, "--status", "Under review=at-risk").code == 0
    assert [item["status"] for item in empty("list", "--json").items] == [item["status"] for item in before]


def test_a_newer_version_shows_only_what_differs_whoever_brings_it_in(
    empty: Run, book: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty("import", book, "--status", "Under review=at-risk")
    rows = [
        ("Area 1: Early help",),
        (*HEADER, "RAG Dec 25"),
        ("1.1", "Train all staff", "Head of SEND, LA", "June 2027", "Red", "Green", "Complete"),
        ("1.2", "Visit schools", "Head of SEND, LA", "June 2027", "Under review", "Amber", None),
    ]
    newer = str(a_workbook(tmp_path / "plan v2.xlsx", {"Tracker": rows}))
    monkeypatch.setenv("SEND_ACTIONS_BY", "a colleague")
    changed = [line for line in empty("import", newer, "--dry-run").err.splitlines() if line.startswith("  ")]
    assert changed == ["  1.1 title: Train staff → Train all staff", "  1.1 status: on track → complete"]


def test_steps_of_a_document_are_steps_of_the_action(empty: Run, tmp_path: Path) -> None:
    rows = [("Action", "Lead", "6 month milestone"), ("Audit plans", "Head of SEND", "30 done\nSept 2027")]
    file = str(a_document(tmp_path / "plan.docx", "# Area 3: Plans", rows))
    assert empty("import", file).code == 0
    shown = empty("show", "3.1").out
    assert "30 done" in shown
    assert "September 2027" in shown or "Sept 2027" in shown
    assert "Nothing was changed" in empty("import", file).err


def test_actions_without_refs_keep_theirs_when_a_row_goes(empty: Run, tmp_path: Path) -> None:
    head = ("Action", "Lead")
    first = a_document(
        tmp_path / "plan v1.docx", "# Area 3: Plans", [head, ("Audit", "A"), ("Visit", "B"), ("Train", "C")]
    )
    assert empty("import", str(first)).code == 0
    second = a_document(
        tmp_path / "plan v2.docx", "# Area 3: Plans", [head, ("Audit", "A"), ("Train", "C"), ("Tell", "D")]
    )
    ran = empty("import", str(second))
    assert ran.code == 0
    titles = {item["ref"]: item["title"] for item in empty("list", "--json").items}
    assert titles == {"3.1": "Audit", "3.2": "Visit", "3.3": "Train", "3.4": "Tell"}
    assert "3.2 “Visit” stood in plan v1.docx and no longer stands here" in ran.err


def test_a_row_removed_and_the_rest_renumbered_is_asked_with_both_titles(empty: Run, tmp_path: Path) -> None:
    head = ("Ref", "Action", "Status")
    rows = [("1.1", "Audit", "Green"), ("1.2", "Visit", "Red"), ("1.3", "Train", "Complete")]
    assert empty("import", str(a_workbook(tmp_path / "v1.xlsx", {"1 One": [head, *rows]}))).code == 0
    newer = [("1.1", "Audit", "Green"), ("1.2", "Train", "Complete")]
    ran = empty("import", str(a_workbook(tmp_path / "v2.xlsx", {"1 One": [head, *newer]})))
    assert ran.code == 1
    assert "1.2 is “Visit” in the plan, and “Train” is 1.3: which is this row?" in ran.err
    assert ran.err.endswith("Answer with --ref '1 One!A3=1.3'.\n")


def test_hostile_files_write_nothing(empty: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(b"PK\x03\x04 and no more")
    record = empty("list", "--json").document["record"]
    ran = empty("import", str(file))
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert empty("list", "--json").document["record"] == record


def test_what_each_heading_means_is_shown_before_anything_is_written(empty: Run, tmp_path: Path) -> None:
    rows = [
        ("NOS", "What?", "Who?", "Exec Date", "Weather"),
        ("1.1", "Train", "Head of SEND", "June 2027", "Fine"),
    ]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}))
    said = empty("import", file, "--dry-run").err.splitlines()[1]
    columns = "NOS = ref · What? = action · Who? = lead · Exec Date = due date"
    assert said == f"plan.xlsx columns: {columns}; left out: Weather"
    told = on_a_terminal(120, "import", file, typed="n\n")
    assert "NOS = ref · What? = action" in " ".join(told.split())


def test_a_file_of_answers_says_what_columns_and_words_mean(empty: Run, tmp_path: Path) -> None:
    rows = [("Ref", "Zu tun", "Wann", "Status"), ("1.1", "Train", "June 2027", "Begun")]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}))
    answers = tmp_path / "map.toml"
    answers.write_text(
        '[columns]\n"Zu tun" = "action"\nWann = "due"\n[status]\nBegun = "on-track"\n', encoding="utf-8"
    )
    assert empty("import", file, "--map", str(answers)).code == 0
    assert [(i["title"], i["due"]["date"], i["status"]) for i in empty("list", "--json").items] == [
        ("Train", "2027-06-30", "on-track")
    ]
    rows.append(("1.2", "Visit", "July 2027", "Begun"))
    a_workbook(tmp_path / "plan.xlsx", {"1 One": rows})
    assert empty("import", file).code == 0, "what was answered is kept with the plan"
    assert empty("show", "1.2", "--json").items[0]["status"] == "on-track"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[colours]\nred = 'x'\n",
            "has “colours”, and a file of answers has only [columns], [status], [ref], [area].",
        ),
        ("columns = 3\n", "has “columns”, and a file of answers has only"),
        ("[columns]\nWhat = 3\n", "write what “What” means in quotes."),
        ("[columns\n", "is no TOML ("),
        ("[columns]\nWhat = 'actoin'\n", "did you mean action?"),
    ],
)
def test_a_file_of_answers_that_is_wrong_is_one_sentence(
    empty: Run, book: str, tmp_path: Path, text: str, told: str
) -> None:
    answers = tmp_path / "map.toml"
    answers.write_text(text, encoding="utf-8")
    ran = empty("import", book, "--map", str(answers))
    assert (ran.code, told in ran.err, ran.err.count("\n")) == (2, True, 1)
    assert empty("import", book, "--map", str(tmp_path / "nowhere.toml")).code == 2


def test_a_long_file_shows_how_far_it_is_at_a_terminal(empty: Run, tmp_path: Path) -> None:
    rows = [
        ("Ref", "Action", "Due", "Status"),
        *((f"1.{n}", f"Task {n}", "June 2027", "Green") for n in range(1, 2200)),
    ]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}))
    said = on_a_terminal(80, "import", file, typed="n\n")
    assert "Reading plan.xlsx [" in said
    assert "of 2,199 rows" in said
    assert "Reading" not in empty("import", file, "--dry-run").err


def test_measures_come_in_once_and_go_with_undo(empty: Run, tmp_path: Path) -> None:
    indicators = [
        ("Indicator", "Baseline (March 2025)", "Target March 2027", "Milestone Sept 2026", "Q2 2025/26"),
        ("Plans in 20 weeks", "58.2%", "85%", "70%", "61%"),
        ("Children waiting", "120", "40", "", "110"),
    ]
    rows = [
        ("Ref", "Action", "Success measure", "Baseline", "Target", "Actual"),
        ("1.1", "Train", "Staff trained", "10", "200", "90"),
    ]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows, "Data": indicators}))
    assert "  new measure Staff trained\n" in empty("import", file, "--dry-run").err
    ran = empty("import", file)
    assert (ran.code, "3 new measures" in ran.err, "3 readings" in ran.err) == (0, True, True)
    titles = [item["title"] for item in empty("measure", "list", "--json").items]
    assert sorted(titles) == ["Children waiting", "Plans in 20 weeks", "Staff trained"]
    assert "Nothing was changed" in empty("import", file).err
    rows[1] = (*rows[1][:-1], "120")
    newer = str(a_workbook(tmp_path / "plan 2.xlsx", {"1 One": rows, "Data": indicators}))
    assert empty("import", newer).code == 0
    assert len(empty("measure", "list", "--json").items) == 3
    empty("undo")
    empty("undo")
    assert empty("measure", "list", "--json").items == []


@pytest.mark.parametrize(
    ("heading", "values", "told"),
    [
        (("Q2 2026/27", "Q3 2026/27"), [("61%", "71%")], "1 reading"),
        (("Q2 2026/27",), [("66%",)], "1 corrected value"),
        (("Q2 2026/27",), [("61%",), ("12%",)], "1 new measure"),
    ],
)
def test_a_newer_file_in_which_only_the_measures_differ_is_brought_in(
    empty: Run, tmp_path: Path, heading: tuple[str, ...], values: list[tuple[str, ...]], told: str
) -> None:
    def book(name: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
        titles = ("Plans in 20 weeks", "Parents heard")
        data = [("Indicator", "Baseline", "Target March 2027", *heads)]
        data += [(title, "58%", "85%", *row) for title, row in zip(titles, rows, strict=False)]
        actions = [("Ref", "Action"), ("1.1", "Train")]
        return str(a_workbook(tmp_path / name, {"1 One": actions, "Data": data}))

    empty("import", book("plan.xlsx", ("Q2 2026/27",), [("61%",)]))
    newer = book("newer.xlsx", heading, values)
    ran = empty("import", newer)
    assert (ran.code, "brought in before" in ran.err, told in ran.err) == (0, False, True)
    assert "Nothing was changed" in empty("import", newer).err


def test_a_measure_comes_in_in_its_area_and_with_the_comment_on_its_reading(
    empty: Run, tmp_path: Path
) -> None:
    actions = [("Ref", "Area", "Area title", "Action"), ("1.1", "1", "Timeliness", "Train")]
    data = [
        ("Area", "KPI", "Baseline", "Target", "Actual", "Comment"),
        ("1", "On time", "9", "2", "3", "Rising"),
    ]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": actions, "Data": data}))
    assert empty("import", file).code == 0
    shown = empty("measure", "list", "--json").items[0]
    assert (shown["area"], shown["readings"]) == ("1", 1)
    assert "Rising" in empty("history", "--json").out
    assert "Nothing was changed" in empty("import", file).err


def test_a_workbook_of_measures_alone_comes_in(empty: Run, tmp_path: Path) -> None:
    data = [("Indicator", "Baseline", "Target March 2027", "Q2 2026/27"), ("Parents heard", "1", "9", "4")]
    file = str(a_workbook(tmp_path / "measures.xlsx", {"Data": data}))
    assert "measures.xlsx holds 1 measure; 1 doubt" in empty("import", file, "--dry-run").err
    ran = empty("import", file)
    assert (ran.code, "1 new measure, 1 reading" in ran.err) == (0, True)
    assert [item["title"] for item in empty("measure", "list", "--json").items] == ["Parents heard"]
    assert "Nothing was changed" in empty("import", file).err


def test_the_overall_status_of_a_table_is_its_areas_own(empty: Run, tmp_path: Path) -> None:
    rows = [("Ref", "Action", "RAG"), ("1.1", "Train", "Green"), ("Overall RAG", None, "Amber")]
    file = str(a_workbook(tmp_path / "plan.xlsx", {"1 One": rows}))
    assert "area 1 judged: nothing → at risk" in empty("import", file, "--dry-run").err
    assert "1 judgement" in empty("import", file).err
    assert "at risk" in empty("areas", "1").out.lower()
    assert "Nothing was changed" in empty("import", file).err
