"""`return`: workbooks for owners to fill in, what they send back, and who has answered."""

from __future__ import annotations

import re
import shutil
import sqlite3
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filled_returns import OFFICER, Edits, a_return, as_csv, filled, rows_sheet, through_libreoffice
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from running import Run
from terminals import on_a_terminal

from send_actions.domain.plan.vocabulary import Impact, Status

FILLED: Edits = {
    ("1.4", "Status"): "At risk",
    ("1.4", "Your update"): "Health visiting has not sent its part.",
    ("1.4", "Path to green"): "Meet on 20 April",
    ("1.4", "Path by"): date(2026, 4, 20),
    ("5.3", "No change?"): "No change, still right",
    ("5.4", "New due date"): "June 2026",
    ("5.4", "Why the new date"): "The summer edition is the next",
    ("10.4", "Impact"): "Emerging",
}


def test_what_an_owner_filled_in_is_taken_as_one_change_heard_from_them(run: Run, tmp_path: Path) -> None:
    file = filled(a_return(run, tmp_path), FILLED)
    taken = run("return", "take", str(file))
    assert taken.code == 0
    assert "Take the return of Local Offer Officer, LA: 3 updates, 1 due date · record" in taken.err
    assert shown(run, "1.4")["path"] == "Meet on 20 April"
    said = shown(run, "1.4")["updates"][0]
    assert (said["heard"], said["heard_from"]) == ("return", OFFICER)
    assert shown(run, "5.4")["due"]["date"] == "2026-06-30"
    assert shown(run, "10.4")["impact"] == "emerging"
    assert "not-agreed" in shown(run, "5.4")["checks"]
    run("undo")
    assert status_of(run, "1.4") == "on-track"
    assert shown(run, "5.4")["due"]["date"] == "2026-04-30"


def test_the_same_file_again_changes_nothing_also_after_someone_else_said_more(
    run: Run, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), FILLED))
    run("return", "take", file)
    for _ in range(2):
        again = run("return", "take", file)
        assert again.code == 0
        assert "filled.xlsx says nothing that the plan does not: nothing was changed." in again.err
        run("set", "1.4", "off-track", "-m", "Worse")


def test_a_file_that_nobody_filled_in_says_nothing(run: Run, tmp_path: Path) -> None:
    taken = run("return", "take", str(a_return(run, tmp_path)))
    assert (taken.code, taken.err.count("\n")) == (0, 1)
    assert "says nothing that the plan does not" in taken.err


def test_a_path_left_standing_goes_with_a_worse_status(run: Run, tmp_path: Path) -> None:
    file = a_return(run, tmp_path, "--org", "ICB")
    before = shown(run, "1.3")
    assert run("return", "take", str(filled(file, {("1.3", "Status"): "Off track"}))).code == 0
    after = shown(run, "1.3")
    assert after["status"] == "off-track"
    assert before["path"]
    assert (after["path"], after["path_by"]) == (before["path"], before["path_by"])


def test_what_was_changed_on_both_sides_is_told_side_by_side_and_answered_by_its_cell(
    run: Run, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), FILLED))
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    record = run("history", "--json").document["record"]
    refused = run("return", "take", file)
    assert refused.code == 1
    assert (
        f"F2: 1.4: the return showed “On track” (record {record - 2}), {OFFICER} says “At risk”, "
        "with “Health visiting has not sent its part.”, and the "
        f"plan has said “Off track” since (Test lead, record {record}), with “Nobody answers”: which is to "
        "stand, file or plan?"
    ) in refused.err
    assert 'Answer with --take "F2=plan"' in refused.err
    assert run("return", "take", file, "--take", "F2=file").code == 0
    assert status_of(run, "1.4") == "at-risk"


def test_of_a_dispute_the_plan_may_stand_and_the_rest_is_taken(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), FILLED))
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    assert run("return", "take", file, "--take", "plan").code == 0
    assert status_of(run, "1.4") == "off-track"
    assert status_of(run, "10.4") == "at-risk"
    assert shown(run, "5.4")["due"]["date"] == "2026-06-30"


@pytest.mark.parametrize(
    "edits",
    [
        {("1.4", "Status"): "At risk"},
        {("1.4", "Status"): "At risk", ("10.4", "Impact"): "Emerging"},
        {("1.4", "Your update"): "All well"},
        {("1.4", "No change?"): "No change, still right"},
        {("1.4", "No change?"): "perhaps"},
    ],
)
def test_what_was_answered_with_the_plan_is_asked_again_only_when_more_was_said_of_it(
    run: Run, tmp_path: Path, edits: Edits
) -> None:
    file = str(filled(a_return(run, tmp_path), edits))
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    assert run("return", "take", file).code == 1
    answered = run("return", "take", file, "--take", "plan")
    assert "1 cell left as the plan says" in answered.err
    again = run("return", "take", file)
    assert (again.code, again.err.splitlines()[-1]) == (
        0,
        "filled.xlsx says nothing that the plan does not: nothing was changed.",
    )
    run("undo")
    undone = run("return", "take", file)
    assert (undone.code, "stands as it was answered before." in undone.err) == (0, True)
    if "perhaps" not in edits.values():
        run("set", "1.4", "off-track", "-m", "They answered and say no")
        assert run("return", "take", file).code == 1


def test_at_a_terminal_each_disputed_cell_is_asked_about(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), FILLED))
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    said = " ".join(on_a_terminal(100, "return", "take", file, typed="file\ny\n").split())
    assert "which is to stand, file or plan?" in said
    assert "1.4 status: off track → at risk" in said
    assert status_of(run, "1.4") == "at-risk"


def test_a_confirmation_of_what_has_moved_since_is_asked_about(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), {("5.3", "No change?"): "yes"}))
    run("set", "5.3", "at-risk", "-m", "Late")
    refused = run("return", "take", file)
    assert refused.code == 1
    assert "says “On track”, and the plan has said “At risk” since" in refused.err
    assert "1 cell left as the plan says" in run("return", "take", file, "--take", "plan").err
    assert status_of(run, "5.3") == "at-risk"
    assert run("return", "take", file, "--take", "file").code == 0
    assert status_of(run, "5.3") == "on-track"


def test_no_change_beside_another_status_is_asked_about(run: Run, tmp_path: Path) -> None:
    both = {("5.3", "No change?"): "No change, still right", ("5.3", "Status"): "At risk"}
    file = str(filled(a_return(run, tmp_path), both))
    refused = run("return", "take", file)
    assert refused.code == 1
    assert "E3: “No change, still right” is chosen, and beside it “At risk”" in refused.err
    run("return", "take", file, "--take", "E3=plan")
    assert status_of(run, "5.3") == "on-track"
    run("undo")
    run("return", "take", file, "--take", "E3=file")
    assert status_of(run, "5.3") == "at-risk"


def test_what_moved_in_the_plan_since_is_told_and_stays(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), {("1.4", "Impact"): "Emerging"}))
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    run("set", "10.4", "at-risk")
    run("note", "5.3", "Printed again")
    taken = run("return", "take", file)
    moved = "Moved since filled.xlsx was made: "
    assert f"{moved}1.4 status: On track → Off track (Test lead" in taken.err
    assert f"{moved}1.4 note: Nobody answers (Test lead" in taken.err
    assert f"{moved}10.4 status: At risk, said again (Test lead" in taken.err
    assert f"{moved}5.3 note: Printed again (Test lead" in taken.err
    assert status_of(run, "1.4") == "off-track"


SINCE: dict[str, tuple[str, ...]] = {
    "the same status": ("set", "10.4", "at-risk", "-m", "The printer says no"),
    "a note": ("note", "10.4", "The printer says no"),
}


@pytest.mark.parametrize("since", SINCE.values(), ids=SINCE)
def test_what_the_plan_said_since_is_not_overridden_unasked_though_its_status_is_the_same(
    run: Run, tmp_path: Path, since: tuple[str, ...]
) -> None:
    edits: Edits = {("10.4", "Status"): "On track", ("10.4", "Your update"): "Room found"}
    file = str(filled(a_return(run, tmp_path), edits))
    run(*since)
    before = run("history", "--json").document
    refused = run("return", "take", file)
    assert (refused.code, run("history", "--json").document) == (1, before)
    assert "10.4: the return showed “At risk” (record" in refused.err
    assert (
        f"{OFFICER} says “On track”, with “Room found”, and the plan has said “At risk” since" in refused.err
    )
    assert "with “The printer says no”: which is to stand, file or plan?" in refused.err
    cell = refused.err.split(" question ")[1].split(":")[0]
    assert f'Answer with --take "{cell}=plan".' in refused.err
    run("return", "take", file, "--take", f"{cell}=plan")
    assert (status_of(run, "10.4"), shown(run, "10.4")["note"]) == ("at-risk", "The printer says no")
    assert run("return", "take", file, "--take", f"{cell}=file").code == 0
    assert (status_of(run, "10.4"), shown(run, "10.4")["note"]) == ("on-track", "Room found")


@pytest.mark.parametrize(
    ("heading", "said", "since"),
    [
        ("Your update", "All well", ("note", "1.4", "Nobody answers")),
        ("Impact", "Emerging", ("set", "1.4", "on-track", "--impact", "evidenced")),
        ("New due date", "June 2027", ("due", "1.4", "30 May 2027", "-m", "As the ICB asks")),
    ],
)
def test_each_thing_that_the_plan_said_since_too_is_asked_about(
    run: Run, tmp_path: Path, heading: str, said: str, since: tuple[str, ...]
) -> None:
    file = str(filled(a_return(run, tmp_path), {("1.4", heading): said}))
    assert run(*since).code == 0
    refused = run("return", "take", file)
    assert refused.code == 1
    assert f"says “{said}”, and the plan has said “" in refused.err
    assert run("return", "take", file, "--take", "file").code == 0


def test_what_was_said_for_a_later_day_than_a_return_counts_from_is_not_in_its_way(
    run: Run, place: Path, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), {("10.4", "Status"): "On track"}))
    run("set", "10.4", "at-risk", "-m", "The printer says no")
    with sqlite3.connect(place) as connection:
        last = "(SELECT max(id) FROM progress_update)"
        connection.execute(f"UPDATE progress_update SET \"on\" = '2026-04-01' WHERE id = {last}")
        connection.execute(
            "UPDATE difference SET after = replace(after, '2026-03-31', '2026-04-01') "
            "WHERE change_id = (SELECT max(id) FROM change)"
        )
    connection.close()
    assert run("return", "take", file).code == 0


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("Path by", "when funded", "H2: Cannot read"),
        ("New due date", "31 June 2026", "there is no 31 June"),
        ("Impact", "huge", "I2: "),
    ],
)
def test_a_cell_that_cannot_be_read_is_listed_and_left_as_it_was(
    run: Run, tmp_path: Path, heading: str, words: str, told: str
) -> None:
    edits = {("1.4", heading): words, ("5.3", "Your update"): "Nearly there"}
    file = filled(a_return(run, tmp_path), edits)
    taken = run("return", "take", str(file))
    assert taken.code == 0
    assert "filled.xlsx doubt " in taken.err
    assert "It is left as it was." in taken.err
    assert told.partition(": ")[2] in taken.err
    assert "1 update" in taken.err


@pytest.mark.parametrize(
    ("heading", "words", "told"),
    [
        ("Due now", date(2026, 6, 30), ("C2", "New due date")),
        ("Last said", "Sent at last", ("D2", "Your update")),
        ("Action", "Publish the early years pathway twice", ("B2", "Your update")),
    ],
)
def test_what_is_written_where_the_return_only_shows_is_told_with_where_it_goes(
    run: Run, tmp_path: Path, heading: str, words: str | date, told: tuple[str, str]
) -> None:
    taken = run("return", "take", str(filled(a_return(run, tmp_path), {("1.4", heading): words})))
    assert f"filled.xlsx doubt {told[0]}: “" in taken.err
    assert f" stands under “{heading}”, where the return showed “" in taken.err
    assert f"so write it under “{told[1]}”." in taken.err
    assert taken.err.count(" doubt ") == 1


def test_a_due_date_that_a_spreadsheet_wrote_otherwise_is_the_same(run: Run, tmp_path: Path) -> None:
    file = a_return(run, tmp_path)
    due = date.fromisoformat(shown(run, "1.4")["due"]["date"])
    taken = run("return", "take", str(filled(file, {("1.4", "Due now"): f"{due:%d/%m/%Y}"})))
    assert "doubt" not in taken.err


def test_a_status_word_without_a_meaning_is_a_question_with_its_flag(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), {("1.4", "Status"): "Work in progress"}))
    refused = run("return", "take", file)
    assert refused.code == 1
    assert '--status "Work in progress=…"' in refused.err
    assert run("return", "take", file, "--status", "Work in progress=at-risk").code == 0
    assert status_of(run, "1.4") == "at-risk"


@pytest.mark.parametrize("words", ["complete?", "Complete ?", "Complete (?)"])
def test_a_status_that_asks_is_a_question(run: Run, tmp_path: Path, words: str) -> None:
    refused = run("return", "take", str(filled(a_return(run, tmp_path), {("1.4", "Status"): words})))
    assert refused.code == 1
    assert "has no meaning yet.\n" in refused.err
    assert status_of(run, "1.4") == "on-track"


def test_the_reason_of_a_date_that_cannot_be_read_is_kept_as_words(run: Run, tmp_path: Path) -> None:
    edits = {("1.4", "New due date"): "when funded", ("1.4", "Why the new date"): "The grant is late"}
    file = str(filled(a_return(run, tmp_path), edits))
    taken = run("return", "take", file)
    assert "It is left as it was." in taken.err
    assert shown(run, "1.4")["updates"][0]["note"] == "The grant is late"
    assert "nothing was changed." in run("return", "take", file).err


def test_what_looks_personal_is_a_question(run: Run, tmp_path: Path) -> None:
    file = str(filled(a_return(run, tmp_path), {("1.4", "Your update"): "Ask jo.bloggs@example.org"}))
    refused = run("return", "take", file)
    assert refused.code == 1
    assert "--not-personal" in refused.err
    assert run("return", "take", file, "--not-personal").code == 0


def test_a_return_of_another_plan_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(a_return(run, tmp_path))
    monkeypatch.setenv("SEND_ACTIONS_DB", str(tmp_path / "other.db"))
    run("init", "--template", "empty")
    refused = run("return", "take", file)
    assert refused.code == 1
    assert re.search(
        r"^return.xlsx is a return of another plan, begun on .*\. Take it into that plan: --db", refused.err
    )


def test_a_file_that_is_no_return_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text("ref,action\n1.4,Publish\n")
    refused = run("return", "take", str(file))
    assert (refused.code, "other.csv is no return" in refused.err) == (1, True)


@pytest.mark.parametrize("name", ["return.xlsx", "r.csv"])
def test_a_return_is_not_brought_in_as_a_plan(run: Run, tmp_path: Path, name: str) -> None:
    file = a_return(run, tmp_path)
    if name == "r.csv":
        file = as_csv(file)
    before = run("history", "--json").document
    refused = run("import", str(file))
    assert refused.code == 1
    assert refused.err == (
        f"{name} is a return that an owner filled in: take it with `send-actions return take {name}`.\n"
    )
    assert run("history", "--json").document == before


def test_columns_moved_and_renamed_rows_sorted_and_deleted_are_read_by_their_refs(
    run: Run, tmp_path: Path
) -> None:
    def out_of_shape(book: Workbook) -> None:
        sheet = rows_sheet(book)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        heads, kept = rows[0][:-1], [row[:-1] for row in rows[1:]]  # without the hidden column
        heads[heads.index("Your update")] = "Your updates"
        heads[heads.index("Path to green")] = "Path to Green:"
        turned = [heads[::-1], *(row[::-1] for row in reversed(kept) if row[0] != "10.4")]
        sheet.delete_rows(1, sheet.max_row)
        for row in ([], ["Thank you"], *turned):
            sheet.append(row)
        del book["About this file"]

    file = filled(a_return(run, tmp_path), FILLED, out_of_shape)
    taken = run("return", "take", str(file))
    assert taken.code == 0, taken.err
    assert "2 updates, 1 due date" in taken.err
    assert "It does not say which plan it is of" in taken.err
    assert status_of(run, "1.4") == "at-risk"


def test_without_its_column_of_refs_a_return_is_read_by_what_stands_hidden(run: Run, tmp_path: Path) -> None:
    file = filled(a_return(run, tmp_path), FILLED, lambda book: rows_sheet(book).delete_cols(1))
    taken = run("return", "take", str(file))
    assert (taken.code, "3 updates, 1 due date" in taken.err) == (0, True), taken.err
    assert status_of(run, "1.4") == "at-risk"


def test_one_column_that_was_sorted_alone_is_a_question_and_nothing_is_written(
    run: Run, tmp_path: Path
) -> None:
    def sort_refs(book: Workbook) -> None:
        sheet = rows_sheet(book)
        sheet["A2"], sheet["A3"] = sheet["A3"].value, sheet["A2"].value

    file = filled(a_return(run, tmp_path), FILLED, sort_refs)
    before = run("history", "--json").document
    refused = run("return", "take", str(file))
    assert refused.code == 1
    assert "This row says “5.3”, and its hidden cell “1.4”: which action is it of?" in refused.err
    assert run("history", "--json").document == before
    assert run("return", "take", str(file), "--ref", "A2=1.4", "--ref", "A3=5.3").code == 0


def test_a_row_whose_action_is_gone_is_told_and_left_out(run: Run, tmp_path: Path) -> None:
    file = filled(a_return(run, tmp_path), {("1.4", "Ref"): "1.99"}, unkept)
    taken = run("return", "take", str(file))
    assert "A2: “1.99” is no action that the return showed: its row is left out." in taken.err


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("A8", "“Sorry this is late!” is no action that the return showed: its row is left out."),
        ("B8", "“Sorry this is late!” stands in a row without a ref: it is left out."),
        (
            "G12",
            "This row has no ref: its row is left out. It says “Sorry this is late!” under “Your update”.",
        ),
        ("Q3", "“Sorry this is late!” stands in no column of a return: it is left out."),
        ("Q9", "“Sorry this is late!” stands in no column of a return: it is left out."),
    ],
)
def test_words_outside_the_rows_of_a_return_are_told_with_their_cell(
    run: Run, tmp_path: Path, cell: str, told: str
) -> None:
    def write(book: Workbook) -> None:
        rows_sheet(book)[cell] = "Sorry this is late!"

    taken = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, write)))
    assert taken.code == 0
    place = cell.replace("G", "A")
    assert f"filled.xlsx doubt {place}: {told}" in taken.err


def test_a_file_that_does_not_say_what_it_showed_is_asked_about_what_nobody_wrote_beside(
    run: Run, tmp_path: Path
) -> None:
    run("set", "5.3", "at-risk", "-m", "Late", "--path", "Ask the board")
    file = str(filled(a_return(run, tmp_path), {("1.4", "Your update"): "Sent"}, unkept, unsaid))
    for ref in ("1.4", "5.3"):
        run("set", ref, "off-track", "-m", "Nobody answers", "--path", "Ask the minister")
    before = run("history", "--json").document
    refused = run("return", "take", file)
    assert refused.code == 1
    assert "F3: 5.3: the plan says “Off track”, the file says “At risk”, and nothing tells" in refused.err
    assert "F2: 1.4: the plan says “Off track”, the file says “On track”" in refused.err
    assert "I3: 5.3: the plan says “Ask the minister”" in refused.err
    assert run("history", "--json").document == before
    assert run("return", "take", file, "--take", "plan", "--take", "F2=file").code == 0
    assert status_of(run, "1.4") == "on-track"
    assert shown(run, "5.3")["path"] == "Ask the minister"
    assert status_of(run, "5.3") == "off-track"


def test_an_update_is_not_brought_twice_by_a_file_that_does_not_say_what_it_showed(
    run: Run, tmp_path: Path
) -> None:
    file = filled(a_return(run, tmp_path), {("1.4", "Your update"): "Waits for health visiting."})
    book = load_workbook(file)
    sheet = rows_sheet(book)
    sheet.delete_cols(sheet.max_column)
    del book["About this file"]
    book.save(file)
    assert run("return", "take", str(file)).code == 0
    run("note", "1.4", "Two of three parts have come.")
    again = run("return", "take", str(file))
    assert "says nothing that the plan does not" in again.err
    assert shown(run, "1.4")["note"] == "Two of three parts have come."


def test_a_row_that_nobody_wrote_in_is_no_answer_where_it_is_not_known_what_it_showed(
    run: Run, tmp_path: Path
) -> None:
    file = str(filled(a_return(run, tmp_path), {}, unkept, unsaid))
    run("set", "5.3", "off-track", "-m", "Nobody answers")
    assert run("return", "take", file, "--take", "file").code == 0
    assert status_of(run, "5.3") == "on-track"
    assert ledger(run)[OFFICER] == "asked"


def unsaid(book: Workbook) -> None:
    """Take out the sheet that says what the file was made from."""
    del book["About this file"]


def unkept(book: Workbook) -> None:
    """Take the hidden column out."""
    sheet = rows_sheet(book)
    sheet.delete_cols(sheet.max_column)


def test_each_choice_of_a_row_is_offered_whole(run: Run, tmp_path: Path) -> None:
    book = load_workbook(a_return(run, tmp_path))
    rules = {
        min(found.min_col for found in rule.sqref.ranges): rule.formula1
        for rule in rows_sheet(book).data_validations.dataValidation
    }
    heads = [cell.value for cell in rows_sheet(book)[1]]
    offered = {heads[place - 1]: choices(book, rule) for place, rule in rules.items()}
    assert offered["No change?"] == ["No change, still right"]
    assert offered["Status"][0] == "Off track"
    assert len(offered["Status"]) == len(Status)
    assert offered["Impact"] == [one.word for one in Impact]


def choices(book: Workbook, rule: str) -> list[str]:
    """What a spreadsheet offers by a rule: the words of cells, or those between commas."""
    if rule.startswith('"'):
        return rule.strip('"').split(",")
    sheet, cells = rule.split("!")
    first, last = (f"{cells}:{cells}".replace("$", "").split(":"))[:2]
    return [str(row[0].value) for row in book[sheet][f"{first}:{last}"]]


def test_saved_again_by_libreoffice_it_says_the_same(run: Run, tmp_path: Path) -> None:
    made = a_return(run, tmp_path)
    assert "says nothing that" in run("return", "take", str(through_libreoffice(made))).err
    file = through_libreoffice(filled(made, FILLED))
    taken = run("return", "take", str(file))
    assert "3 updates, 1 due date" in taken.err
    assert load_workbook(file)["Your actions"].data_validations.count == 3


def test_the_sheet_as_csv_is_taken_too(run: Run, tmp_path: Path) -> None:
    file = as_csv(filled(a_return(run, tmp_path), FILLED))
    assert "3 updates, 1 due date" in run("return", "take", str(file)).err


def test_several_returns_are_one_change_and_a_cell_is_named_with_its_file(run: Run, tmp_path: Path) -> None:
    run("return", "make", "--all", "--to", str(tmp_path / "returns"))
    one = tmp_path / "returns" / "return-local-offer-officer-la.xlsx"
    other = tmp_path / "returns" / "return-area-senco-lead-la.xlsx"
    filled(one, {("1.4", "Your update"): "Ours"}).rename(one)
    filled(other, {("1.2", "Status"): "At risk"}).rename(other)
    run("set", "1.2", "off-track", "-m", "Late")
    refused = run("return", "take", str(one), str(other))
    assert "return-area-senco-lead-la.xlsx question F2: 1.2: the return showed" in refused.err
    assert 'Answer with --take "return-area-senco-lead-la.xlsx F2=plan".' in refused.err
    answer = "return-area-senco-lead-la.xlsx F2=file"
    taken = run("return", "take", str(one), str(other), "--take", answer)
    assert "Take the returns of Local Offer Officer, LA; Area SENCO Lead, LA: 2 updates" in taken.err


def test_a_return_that_is_taken_late_counts_from_its_day(run: Run, tmp_path: Path) -> None:
    made = run("return", "make", "--owner", OFFICER, "-o", str(tmp_path / "r.xlsx"))
    assert made.code == 0
    file = str(filled(tmp_path / "r.xlsx", FILLED))
    early = run("return", "take", file, "--on", "30 March 2026")
    assert (
        early.code,
        "was made on 31 March 2026, so it counts from that day or a later one: --on" in early.err,
    ) == (1, True)
    assert run("return", "take", file, "--on", "31 March 2026").code == 0
    assert shown(run, "1.4")["updates"][0]["on"] == "2026-03-31"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("cut.xlsx", 2000, "cut.xlsx is damaged or not what its ending says"),
        ("none.xlsx", 0, "none.xlsx is empty"),
        ("return.ods", None, "save it as an Excel workbook (.xlsx)"),
        ("return.docx", None, "return.docx is no workbook: save the return as .xlsx"),
        ("return.xlsm", None, "macros, which are never opened"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, name: str, content: int | None, told: str
) -> None:
    file = tmp_path / name
    file.write_bytes(a_return(run, tmp_path).read_bytes()[:content])
    before = run("history", "--json").document
    refused = run("return", "take", str(file))
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert told in refused.err
    assert run("history", "--json").document == before


@pytest.mark.parametrize("command", ["return take", "import", "meeting minutes"])
@pytest.mark.parametrize("ending", ["xlsx", "csv", "txt"])
def test_the_name_of_a_file_that_is_not_there_is_told_with_what_to_check(
    run: Run, tmp_path: Path, command: str, ending: str
) -> None:
    name = str(tmp_path / f"mistyped.{ending}")
    refused = run(*command.split(), name)
    told = f"There is no file {name}: check its name and its folder.\n"
    assert (refused.code, refused.err) == (1, told)


def test_a_cell_that_holds_more_than_an_update_may_is_a_question(run: Run, tmp_path: Path) -> None:
    file = filled(a_return(run, tmp_path), {("1.4", "Your update"): "word " * 6000})
    refused = run("return", "take", str(file))
    assert refused.code == 1
    assert "characters long: shorten it to 20,000." in refused.err
    assert "G2" in refused.err


def test_two_rows_of_one_action_that_differ_are_a_question(run: Run, tmp_path: Path) -> None:
    def repeat(book: Workbook) -> None:
        sheet = rows_sheet(book)
        sheet.append([cell.value for cell in sheet[2]])
        sheet.cell(sheet.max_row, 7).value = "Something else"

    refused = run("return", "take", str(filled(a_return(run, tmp_path), FILLED, repeat)))
    assert refused.code == 1
    assert "1.4 has several rows (A2, A6): keep the one that is right." in refused.err


def test_two_returns_that_say_different_things_of_one_action_are_not_taken_together(
    run: Run, tmp_path: Path
) -> None:
    own = filled(a_return(run, tmp_path), {("1.4", "Status"): "At risk"}).rename(tmp_path / "own.xlsx")
    shared = filled(a_return(run, tmp_path, "--shared"), {("1.4", "Status"): "Off track"})
    refused = run("return", "take", str(own), str(shared))
    assert refused.code == 1
    assert "own.xlsx and filled.xlsx say different things of 1.4: take one, then the other" in refused.err
    assert run("return", "take", str(own)).code == 0
    assert "which is to stand, file or plan?" in run("return", "take", str(shared)).err


def test_two_returns_that_differ_are_told_before_anything_is_asked(run: Run, tmp_path: Path) -> None:
    own = filled(a_return(run, tmp_path), {("1.4", "Status"): "At risk"}).rename(tmp_path / "own.xlsx")
    shared = filled(a_return(run, tmp_path, "--shared"), {("1.4", "Status"): "Not started"})
    run("set", "1.4", "off-track", "-m", "Nobody answers")
    refused = run("return", "take", str(own), str(shared))
    assert refused.code == 1
    assert "own.xlsx and filled.xlsx say different things of 1.4: take one, then the other" in refused.err
    assert "which is to stand" not in refused.err
    answers = ("--take", "own.xlsx F2=plan", "--take", "filled.xlsx G3=plan")
    assert "say different things" not in run("return", "take", str(own), str(shared), *answers).err


def test_a_trial_writes_nothing(run: Run, tmp_path: Path) -> None:
    file = filled(a_return(run, tmp_path), FILLED)
    before = run("history", "--json").document
    told = run("return", "take", str(file), "--dry-run")
    assert "1.4 status: on track → at risk" in told.err
    assert told.err.endswith("Nothing was written.\n")
    assert run("history", "--json").document == before


def test_the_ledger_knows_who_was_asked_chased_and_answered(run: Run, tmp_path: Path) -> None:
    file = a_return(run, tmp_path)
    assert ledger(run)[OFFICER] == "asked"
    assert ledger(run)["Area SENCO Lead, LA"] == "not asked"
    run("return", "take", str(filled(file, {("5.3", "No change?"): "No change, still right"})))
    assert ledger(run)[OFFICER] == "nothing to report"
    run("return", "take", str(filled(file, FILLED)))
    assert ledger(run)[OFFICER] == "answered"
    run("undo")
    run("undo")
    assert ledger(run)[OFFICER] == "asked"
    run("undo")
    assert ledger(run)[OFFICER] == "not asked"


def test_nobodys_name_or_address_and_no_private_note_is_in_a_return(run: Run, tmp_path: Path) -> None:
    run("owner", "edit", OFFICER, "--name", "Robin Sample", "--email", "robin@example.org")
    run("note", "1.4", "Robin Sample is away", "--yes")
    run("note", "5.3", "--private", "Trouble at home")
    words = words_in(a_return(run, tmp_path))
    assert "Local Offer Officer is away" in words
    assert not [told for told in ("Robin", "robin@", "Trouble") if told in words]


def test_what_is_exempt_is_left_out_of_a_shared_return_and_said(run: Run, tmp_path: Path) -> None:
    run("edit", "1.4", "--exempt")
    made = run("return", "make", "--shared", "-o", str(tmp_path / "all.xlsx"))
    assert "1 exempt action is not in this file: others see it too." in made.err
    words = words_in(tmp_path / "all.xlsx")
    assert "Publish the early years pathway" not in words
    assert "1 exempt action is not in this file" in words
    assert "Publish the early years pathway" in words_in(a_return(run, tmp_path))


def test_who_is_away_is_said_with_whom_to_ask_instead_and_no_paper_knows_it(run: Run, tmp_path: Path) -> None:
    run("owner", "edit", OFFICER, "--away", "20 April 2026", "--deputy", "Inclusion Adviser, LA")
    folder = tmp_path / "returns"
    told = f"{OFFICER} is away until 20 April 2026: send it to Inclusion Adviser, LA."
    assert told in run("return", "make", "--all", "--to", str(folder)).err
    assert told in (folder / "0-contents.txt").read_text()
    listed = {one["role"]: one for one in run("owner", "list", "--json").items}
    assert listed["Local Offer Officer"]["away_until"] == "2026-04-20"
    assert "20 April 2026" in run("owner", "list", "--plain").out
    assert "Inclusion Adviser, LA" not in words_in(folder / "return-local-offer-officer-la.xlsx")
    assert run("owner", "edit", OFFICER, "--away", "1 March 2026").code == 2
    run("owner", "edit", OFFICER, "--away", "", "--deputy", "")
    assert "is away until" not in run("return", "make", "--all", "--to", str(folder), "--force").err


def test_a_folder_has_a_file_for_each_lead_and_replaces_only_its_like(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "returns"
    assert run("return", "make", "--all", "--to", str(folder)).code == 0
    names = {file.name for file in folder.iterdir()}
    assert {"0-contents.txt", "return-local-offer-officer-la.xlsx"} <= names
    assert run("return", "make", "--all", "--to", str(folder)).code == 1
    assert run("return", "make", "--all", "--to", str(folder), "--force").code == 0


def test_a_return_that_is_filled_in_is_not_written_over(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "returns"
    run("return", "make", "--all", "--to", str(folder))
    answered = folder / "return-local-offer-officer-la.xlsx"
    filled(answered, {("1.4", "Your update"): "Ours"}).rename(answered)
    kept = answered.read_bytes()
    refused = run("return", "make", "--all", "--to", str(folder), "--force")
    assert (refused.code, "is filled in and would be lost: name another folder." in refused.err) == (1, True)
    assert answered.read_bytes() == kept


def test_a_single_return_that_is_filled_in_is_not_written_over_either(run: Run, tmp_path: Path) -> None:
    answered = tmp_path / "return.xlsx"
    make = ("return", "make", "--shared", "-o", str(answered))
    run(*make)
    assert run(*make, "--force").code == 0
    filled(answered, {("1.4", "Your update"): "Ours"}).rename(answered)
    kept = answered.read_bytes()
    refused = run(*make, "--force")
    assert (refused.code, refused.err) == (
        1,
        "return.xlsx is filled in and would be lost: name another file.\n",
    )
    assert answered.read_bytes() == kept


def test_returns_made_again_into_a_folder_leave_those_of_other_owners_there(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "returns"
    run("return", "make", "--all", "--to", str(folder))
    answered = folder / "return-local-offer-officer-la.xlsx"
    filled(answered, {("1.4", "Your update"): "Ours"}).rename(answered)
    kept = answered.read_bytes()
    for ref in ("1.4", "5.3", "5.4", "10.4"):
        run("edit", ref, "--lead", "Area SENCO Lead, LA")
    for _ in range(2):
        again = run("return", "make", "--all", "--to", str(folder), "--force")
        assert again.code == 0, again.err
        assert answered.read_bytes() == kept
        contents = (folder / "0-contents.txt").read_text()
        assert "Made before, and kept\n  return-local-offer-officer-la.xlsx\n" in contents


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--all", "--shared"),
        ("--all", "-o", "x.xlsx"),
        ("--shared", "--to", "d"),
        ("--shared", "-o", "x.pdf"),
    ],
)
def test_whose_return_is_said_once(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("return", "make", *arguments).code == 2


def shown(run: Run, ref: str) -> dict[str, Any]:
    return dict(run("show", ref, "--json").items[0])


def status_of(run: Run, ref: str) -> str:
    return str(shown(run, ref)["status"])


def ledger(run: Run) -> dict[str, str]:
    items = run("return", "list", "--json").items
    return {f"{item['role']}, {item['org']}": item["state"] for item in items}


def words_in(file: Path) -> str:
    with zipfile.ZipFile(file) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


STATUSES = st.dictionaries(
    st.sampled_from(["1.4", "5.3", "5.4", "10.4"]), st.sampled_from(["at-risk", "off-track", "not-started"])
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said_and_side=st.tuples(STATUSES, STATUSES, st.sampled_from(["plan", "file"])))
def test_whatever_both_sides_changed_the_answer_says_whose_words_stand(
    run: Run,
    place: Path,
    sample: Path,
    tmp_path: Path,
    said_and_side: tuple[dict[str, str], dict[str, str], str],
) -> None:
    theirs, ours, side = said_and_side
    shutil.copy(sample, place)
    before = {ref: status_of(run, ref) for ref in ("1.4", "5.3", "5.4", "10.4")}
    file = a_return(run, tmp_path)
    for ref, status in ours.items():
        run("set", ref, status, "-m", "Ours")
    edits: Edits = {(ref, "Status"): Status(status).word for ref, status in theirs.items()}
    taken = run("return", "take", str(filled(file, edits)), "--take", side)
    assert taken.code == 0, taken.err
    said = {ref: status for ref, status in theirs.items() if status != before[ref]}
    # what was said since is disputed also where it says the status again: it was said, and for a reason
    expected = before | (said | ours if side == "plan" else ours | said)
    assert {ref: status_of(run, ref) for ref in before} == expected
