"""Damage inside a row: named by its table and row, never by its text, and never taken for a bug."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from running import Run

COMMANDS = (
    ("list",),
    ("history", "9.3"),
    ("report", "board"),
    ("set", "9.3", "off-track", "-m", "Provider withdrew"),
    ("undo",),
)


def spoil(place: Path, table: str, column: str, value: object, where: str = "1") -> int:
    """Put a value where the schema would not have it; return the row's id."""
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("pragma ignore_check_constraints=on")
        row = other.execute(f'select rowid from "{table}" where {where} order by rowid limit 1').fetchone()[0]
        other.execute(f'update "{table}" set "{column}" = ? where rowid = ?', (value, row))
    return int(row)


SEEN_IN_A_TABLE = [
    ("action", "title", b"\xff private"),
    ("action", "on", "private"),
    ("action", "start", "2026-13-45"),
    ("area", "number", b"private"),
    ("progress_update", "on", 20250230),
    ("deadline", "due", "private"),
    ("deadline", "precision", "private"),
    ("owner", "role", b"private"),
    ("meeting", "on", "private"),
    ("plan", "title", b"private"),
    ("change", "day", "private"),
]
SEEN_IN_THE_WHOLE = [
    ("progress_update", "status", "private"),
    ("minute", "kind", "private"),
    ("measure", "better", "private"),
    ("evidence", "kind", "private"),
    ("source", "kind", "private"),
]


@pytest.mark.parametrize(
    ("table", "column", "value", "looked"),
    [
        *((*damage, ("list",)) for damage in SEEN_IN_A_TABLE),
        *((*damage, ("list", "--json")) for damage in (*SEEN_IN_A_TABLE, *SEEN_IN_THE_WHOLE)),
    ],
)
def test_damage_in_what_is_looked_at_is_named_by_table_and_row(
    run: Run, place: Path, *, table: str, column: str, value: object, looked: tuple[str, ...]
) -> None:
    row = spoil(place, table, column, value)
    ran = run(*looked)

    told = f"The plan {place} is damaged, in row {row} of {table} ({column}): "
    assert (ran.code, ran.out) == (1, ""), ran.err
    assert ran.err == f"{told}nothing was changed; restore a copy (send-actions backup --list names them).\n"


@pytest.mark.parametrize("value", ["{", '"private', "5", "[]", "null", b"\xff"])
def test_damage_in_what_was_changed_is_named(run: Run, place: Path, value: object) -> None:
    spoil(place, "difference", "after", value, "noun = 'action' and field is null")
    ran = run("history", "1.1", "--json")
    assert (ran.code, ran.out) == (1, ""), ran.err
    assert "is damaged, in row " in ran.err
    assert " of difference (after)" in ran.err


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("progress_update", "impact", "private"),
        ("progress_update", "on", "2025-02-30"),
        ("progress_update", "note", b"private"),
        ("deadline", "reason", b"private"),
    ],
)
def test_damage_in_what_was_said_of_an_action_is_named(
    run: Run, place: Path, table: str, column: str, value: object
) -> None:
    row = spoil(place, table, column, value, "action_id = (select id from action where ref = '9.3')")
    ran = run("show", "9.3")
    assert (ran.code, ran.out) == (1, ""), ran.err
    assert f"is damaged, in row {row} of {table} ({column})" in ran.err


@pytest.mark.parametrize(
    "command", [("show", "9.3"), ("note", "9.3", "Calls answered"), ("set", "9.3", "red", "-m", "Staff left")]
)
def test_damage_in_what_was_said_of_another_action_stands_in_nobodys_way(
    run: Run, place: Path, command: tuple[str, ...]
) -> None:
    """What is about one action reads what was said of it; the whole plan names the damage."""
    other = "action_id = (select id from action where ref = '9.4')"
    spoil(place, "progress_update", "note", b"private", other)
    assert run(*command).code == 0
    assert "is damaged, in row " in run("list", "--json").err


@pytest.mark.parametrize("value", [b"\xff private", "private"])
@pytest.mark.parametrize("table", ["change", "difference", "action", "progress_update", "owner", "meeting"])
def test_no_damage_of_any_row_is_a_bug(run: Run, place: Path, table: str, value: object) -> None:
    """A column of each kind; what does not stumble over it may go on."""
    with closing(sqlite3.connect(place)) as looking:
        told = looking.execute("select name, type from pragma_table_info(?)", (table,)).fetchall()
    whole = place.read_bytes()
    kinds = {kind: column for column, kind in told if column not in ("id", "born", "change_id", "position")}
    for kind, column in kinds.items():
        place.write_bytes(whole)
        spoil(place, table, column, value if kind != "INTEGER" else b"private")
        for arguments in COMMANDS:
            ran = run(*arguments)
            assert ran.code in (0, 1, 2), (column, arguments, ran.err)
            assert "private" not in ran.err
