"""A list of ours that comes back: its cells by ref and column, changed in the sheet or in the plan."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from running import Run
from spreadsheets import Rows, rows_of, saved

Cell = tuple[str, str]
"""An action's ref and a column."""


class Column(NamedTuple):
    """A column of a list: what changes it in the plan, its values in the plan and in the sheet."""

    command: tuple[str, ...]
    values: tuple[tuple[str, str], ...]


COLUMNS = {
    "status": Column(
        ("set", "$ref", "$"), (("red", "off-track"), ("amber", "at-risk"), ("green", "on-track"))
    ),
    "impact": Column(("set", "$ref", "red", "--impact", "$"), (("1", "too-early"), ("4", "evidenced"))),
    "due": Column(
        ("due", "$ref", "$", "-m", "Moved", "--yes"),
        (("1/5/2026", "2026-05-01"), ("2/6/2026", "2026-06-02"), ("30/7/2026", "2026-07-30")),
    ),
    "title": Column(("edit", "$ref", "--title", "$"), tuple((t, t) for t in ("Ask", "Hear", "Tell"))),
    "lead_role": Column(
        ("edit", "$ref", "--lead", "$, LA"), tuple((t, t) for t in ("Head of SEND", "Adviser", "Clerk"))
    ),
    "partners": Column(("edit", "$ref", "--partners", "$"), tuple((t, t) for t in ("PCF", "ICB; LA", "CHT"))),
    "success_measure": Column(
        ("edit", "$ref", "--success", "$"), tuple((t, t) for t in ("Waits fall", "0.50", "More"))
    ),
    "start": Column(
        ("edit", "$ref", "--start", "$"),
        (("1/1/2026", "2026-01-01"), ("2/2/2026", "2026-02-02"), ("3/3/2026", "2026-03-03")),
    ),
}


def place_of(rows: Rows, cell: Cell) -> tuple[int, int]:
    ref, column = cell
    kept = rows[0].index("kept_as")
    number = next(n for n, row in enumerate(rows) if row[kept].startswith(f"{ref} in area"))
    return number, rows[0].index(column)


def cell_of(rows: Rows, cell: Cell) -> str:
    row, column = place_of(rows, cell)
    return rows[row][column]


def with_cells(rows: Rows, *edits: tuple[Cell, str]) -> Rows:
    changed = [list(row) for row in rows]
    for cell, words in edits:
        row, column = place_of(rows, cell)
        changed[row][column] = words
    return changed


def say(run: Run, cell: Cell, value: str) -> None:
    words = [word.replace("$ref", cell[0]).replace("$", value) for word in COLUMNS[cell[1]].command]
    ran = run(*words)
    assert ran.code == 0, ran.err


def listed(run: Run) -> Rows:
    return rows_of(run("list", "--csv").out)


def written(folder: Path, rows: Rows) -> str:
    file = folder / "old.csv"
    file.write_bytes(saved(rows).encode("utf-8-sig"))
    return str(file)
