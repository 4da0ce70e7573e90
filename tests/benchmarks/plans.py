"""Invented plans to time with: the sample, and a plan of ten thousand actions with the sample's past."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from send_actions.store.database import open_store
from send_actions.store.recording import Recording
from send_actions.templates.begin import Template, begin_from_template

AT = datetime(2026, 3, 31, 9, tzinfo=UTC)
TODAY = date(2026, 3, 31)
_SYSTEM = ("id", "born", "gone", "gone_on", "version")
_STATEMENTS = ("progress_update", "deadline")


def make_sample(place: Path) -> Path:
    """Make the sample plan: 78 actions, twelve boards."""
    begin_from_template(place, Template.SAMPLE, actor="", at=AT, day=TODAY)
    return place


def make_empty(place: Path) -> Path:
    """Make a plan without any action."""
    begin_from_template(place, Template.EMPTY, actor="", at=AT, day=TODAY)
    return place


def make_lines(place: Path, lines: int) -> Path:
    """Make a file of so many invented actions in eighteen areas, as a spreadsheet saves them."""
    with place.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("ref", "area", "area_title", "title", "status", "due", "lead_role", "lead_org"))
        for number in range(lines):
            area, own = number % 18 + 1, number // 18 + 1
            status = ("on-track", "at-risk", "off-track", "complete")[number % 4]
            due = f"{number % 28 + 1:02}/{number % 12 + 1:02}/2026"
            title = f"Invented work {number} of some length, as plans have it"
            rows.writerow((f"{area}.{own}", area, f"Area {area}", title, status, due, "Head of SEND", "LA"))
    return place


def make_large(place: Path, actions: int) -> Path:
    """Make the sample with copies of its actions, and of all that was said of them, up to so many actions."""
    make_sample(place)
    kept = sqlite3.connect(place)
    rows = {noun: list(_rows(kept, noun)) for noun in ("action", *_STATEMENTS)}
    kept.close()
    store = open_store(place)
    with store.record("Invented copies", actor="benchmarks", at=AT, day=TODAY) as recording:
        _copy(recording, rows, actions - len(rows["action"]))
    store.close()
    return place


def _rows(kept: sqlite3.Connection, noun: str) -> Iterator[dict[str, Any]]:
    found = kept.execute(f"SELECT * FROM {noun} WHERE gone IS NULL ORDER BY id")
    names = [column[0] for column in found.description]
    for row in found:
        yield {
            name: _read(name, value)
            for name, value in zip(names, row, strict=True)
            if name not in _SYSTEM[1:]
        }


def _read(name: str, value: Any) -> Any:
    is_day = name in ("on", "start", "path_by", "look_again", "due") and value is not None
    return date.fromisoformat(value) if is_day else value


def _copy(recording: Recording, rows: dict[str, list[dict[str, Any]]], many: int) -> None:
    originals = rows["action"]
    chosen = [(originals[n % len(originals)], n // len(originals) + 1) for n in range(many)]
    copies = [{**_own(row), "ref": f"{row['ref']}.{turn}"} for row, turn in chosen]
    ids: dict[int, list[int]] = {}
    for (row, _), row_id in zip(chosen, recording.insert("action", copies), strict=True):
        ids.setdefault(row["id"], []).append(row_id)
    for noun in _STATEMENTS:
        said = [
            {**_own(row), "action_id": row_id}
            for row in rows[noun]
            for row_id in ids.get(row["action_id"], ())
        ]
        recording.insert(noun, said)


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"}
