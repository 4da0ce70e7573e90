from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from running import Run

from send_actions.domain.history.change_text import describe_changes
from send_actions.store.history_reader import (
    Size,
    read_changes,
    read_changes_of,
    read_first_differences,
)
from send_actions.store.reader import open_reader, read_plan


def test_each_field_is_told_before_and_after(run: Run) -> None:
    run(
        "set", "9.3", "off-track", "-m", "Provider withdrew", "--path", "Interim cover", "--path-by", "30 May"
    )
    change = run("history", "9.3", "--json").items[0]
    assert change["label"] == "Set 9.3 to off track"
    assert change["actor"] == "Test lead"
    assert change["day"] == "2026-03-31"
    assert change["at"].endswith("Z")
    assert change["rows"] == [
        {"noun": "update", "ref": "9.3", "field": "status", "before": "on-track", "after": "off-track"},
        {"noun": "update", "ref": "9.3", "field": "note", "before": None, "after": "Provider withdrew"},
        {"noun": "update", "ref": "9.3", "field": "path to green", "before": None, "after": "Interim cover"},
        {"noun": "update", "ref": "9.3", "field": "path by", "before": None, "after": "2026-05-30"},
    ]


def test_an_undo_is_told_as_what_it_took_back_and_a_redo_as_what_it_brought(run: Run) -> None:
    run("set", "9.3", "off-track")
    run("undo")
    run("redo")
    redo, undo, change = run("history", "9.3", "--json").items[:3]
    assert (undo["label"], undo["undoes"]) == ("Undo: Set 9.3 to off track", change["id"])
    assert (redo["label"], redo["undoes"]) == ("Redo: Set 9.3 to off track", undo["id"])
    assert [(row["before"], row["after"]) for row in undo["rows"]] == [("off-track", "on-track")]
    assert redo["rows"] == change["rows"]


def test_what_was_undone_does_not_count_as_said_before(run: Run) -> None:
    run("set", "9.3", "off-track")
    run("undo")
    run("set", "9.3", "at-risk")
    assert run("history", "9.3", "--json").items[0]["rows"][0]["before"] == "on-track"


def test_a_late_entry_is_told_against_its_own_date(run: Run) -> None:
    run("set", "9.3", "off-track", "--on", "30 March 2026")
    run("set", "9.3", "at-risk", "--on", "20 March 2026")
    rows = run("history", "9.3", "--json").items[0]["rows"]
    assert rows[0] == {
        "noun": "update",
        "ref": "9.3",
        "field": "status",
        "before": "on-track",
        "after": "at-risk",
    }
    assert {"field": "for", "after": "2026-03-20"}.items() <= rows[-1].items()


def test_a_moved_date_is_told_with_its_reason_and_meeting(run: Run) -> None:
    run("due", "9.3", "June 2026", "-m", "The provider asked for it", "--agreed", "last")
    rows = run("history", "9.3", "--json").items[0]["rows"]
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("due", "2025-12-31", "2026-06-30"),
        ("reason", None, "The provider asked for it"),
        ("agreed at", None, "2026-03-11"),
    ]


def test_an_edited_owner_is_told_by_role(run: Run) -> None:
    run("edit", "9.3", "--lead", "Head of Therapies, CHT")
    rows = run("history", "9.3", "--json").items[0]["rows"]
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("lead", "Head of Children's Therapies, CHT", "Head of Therapies, CHT"),
    ]


def test_one_action_has_only_its_own_changes(run: Run) -> None:
    assert all(row["ref"] == "9.3" for item in run("history", "9.3", "--json").items for row in item["rows"])


def test_csv_has_a_line_for_each_field(run: Run) -> None:
    run("set", "9.3", "9.4", "off-track", "-m", "Provider withdrew")
    rows = list(csv.DictReader(io.StringIO(run("history", "--csv").table)))
    assert [(row["ref"], row["field"]) for row in rows[:4]] == [
        ("9.3", "status"),
        ("9.3", "note"),
        ("9.4", "status"),
        ("9.4", "note"),
    ]


def test_a_screen_shows_the_way_from_before_to_after(run: Run) -> None:
    run("set", "9.3", "off-track")
    lines = run("history", "9.3").out.splitlines()
    assert lines[0].endswith("31 March 2026  Test lead  Set 9.3 to off track")
    assert lines[1] == "      9.3  status  on track → off track"


def test_plain_lines_need_no_arrows(run: Run) -> None:
    run("set", "9.3", "off-track")
    record = run("history", "--json").document["record"]
    lines = run("history", "9.3", "--plain").out.splitlines()
    assert lines[1] == f"Record {record}, 9.3, status: was on track, now off track"


def test_a_long_change_is_cut_on_a_screen_and_whole_elsewhere(run: Run) -> None:
    assert "more: `send-actions history --plain` has them all" in run("history").out
    assert "more:" not in run("history", "--plain").out


def test_an_earlier_day_has_the_changes_until_then(run: Run) -> None:
    items = run("history", "--json", "--as-at", "10 September 2025").items
    assert items
    assert max(item["day"] for item in items) == "2025-09-10"


def test_an_earlier_record_has_the_changes_up_to_it(run: Run) -> None:
    before = run("history", "--json")
    run("set", "9.3", "off-track")
    assert run("history", "--json", "--record", str(before.document["record"])).out == before.out


def test_the_first_of_a_change_is_told_as_the_whole_of_it_is(run: Run, place: Path) -> None:
    run("set", "9.3", "red", "-m", "Staff left")
    run("note", "9.3", "Between us", "--private")
    run("undo")
    run("edit", "9.4", "--title", "Another title")
    run("measure", "reading", "Requests for assessment", "61", "January 2026")
    run("measure", "reading", "Requests for assessment", "62", "January 2026")
    run("step", "reached", "9.3", "3")
    run("evidence", "add", "9.3", "Call log", "--kind", "data")
    run("evidence", "edit", "9.3", "Call log", "--place", "Shared drive")
    with closing(open_reader(place)) as reading:
        whole = describe_changes(read_changes(reading))
        for most in (1, 3, 40, 1000):
            changes, sizes = read_first_differences(reading, most)
            for record, fields in describe_changes(changes, most).items():
                size = sizes.get(record, Size())
                assert fields == whole[record][: len(fields)], (record, most)
                assert fields == whole[record] or size.differences > most or most < 40
                assert size.private == sum(f.is_private for f in whole[record]) or record not in sizes


def test_of_one_action_the_same_is_told_as_of_the_whole_plan(run: Run, place: Path) -> None:
    run("edit", "9.3", "--ref", "9.33")
    run("set", "9.4", "red", "-m", "Staff left", "--agreed", "last")
    run("undo")
    run("evidence", "add", "9.4", "Call log", "--kind", "data")
    run("evidence", "edit", "9.4", "Call log", "--action", "9.3")
    run("evidence", "edit", "9.3", "Call log", "--into", "9")
    run("undo")
    with closing(open_reader(place)) as reading:
        whole = describe_changes(read_changes(reading))
        for action in read_plan(reading, date(2026, 3, 31)).actions:
            told = describe_changes(read_changes_of(reading, action.id))
            assert told.keys() == whole.keys()
            for record, fields in whole.items():
                own = [field for field in told[record] if field.is_of(action.id)]
                assert own == [field for field in fields if field.is_of(action.id)], action.ref


def test_what_is_told_of_evidence_stays_told_of_its_action_when_it_is_moved(run: Run) -> None:
    before = run("history", "6.1", "--json")
    assert "Caseload report, January 2026" in before.out
    record = before.document["record"]
    run("evidence", "edit", "6.1", "Caseload report", "--action", "7.1")
    move = {"noun": "evidence", "ref": "6.1", "field": "action", "before": "6.1", "after": "7.1"}

    assert run("history", "6.1", "--json", "--record", str(record)).items == before.items
    assert run("history", "6.1", "--json").items[1:] == before.items
    assert [run("history", ref, "--json").items[0]["rows"] for ref in ("6.1", "7.1")] == [[move], [move]]
    run("evidence", "edit", "7.1", "Caseload report", "--place", "Shared drive")
    assert run("history", "7.1", "--json").items[0]["rows"][0]["ref"] == "7.1"
    assert run("history", "6.1", "--json").items[1:] == before.items


def test_evidence_that_came_from_an_area_is_told_of_its_action(run: Run) -> None:
    run("evidence", "edit", "9", "Show of hands", "--area", "--action", "7.1")
    rows = run("history", "7.1", "--json").items[0]["rows"]
    assert [(row["field"], row["before"], row["after"]) for row in rows] == [
        ("action", None, "7.1"),
        ("area", "9", None),
    ]


def test_evidence_of_actions_beyond_what_is_read_of_their_change_is_told_by_their_refs(
    run: Run, tmp_path: Path
) -> None:
    """Ninety actions come in with one change, of which the first rows alone are read."""
    lines = [f"1.{number},Action {number},1,Therapies" for number in range(1, 91)]
    (tmp_path / "plan.csv").write_text("\n".join(["ref,title,area,area_title", *lines]), encoding="utf-8")
    place = ("--db", str(tmp_path / "ninety.db"))
    run("init", "--template", "empty", *place)
    assert run("import", str(tmp_path / "plan.csv"), "--yes", *place).code == 0
    run("evidence", "add", "1.80", "Call log", *place)
    run("evidence", "edit", "1.80", "Call log", "--action", "1.85", *place)
    assert "evidence 1.80  action  1.80 → 1.85" in run("history", *place).out
    run("undo", *place)
    assert "evidence 1.80  action  1.85 → 1.80" in run("history", *place).out


def test_nothing_behind_the_last_change_that_is_shown_is_looked_at(run: Run, place: Path) -> None:
    """A change of the day after is damaged, and the history up to the day before is told all the same."""
    before = [run("history", *form, "--as-at", "10 September 2025").out for form in ((), ("--json",))]
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("update difference set after = '{' where change_id = (select max(id) from change)")
    after = [run("history", *form, "--as-at", "10 September 2025").out for form in ((), ("--json",))]
    assert after == before
    assert "is damaged" in run("history", "--json").err
