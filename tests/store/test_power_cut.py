"""The power is cut at any moment: what was said to be saved is there, and what is there can be read."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from store.power_cuts import Call, Cut, can_trace, cuts, trace

from send_actions.domain.plan import Change, Plan
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader, read_plan

ROOT = Path(__file__).parents[2]
RUN_EACH = """
import json, sys
from send_actions.__main__ import main
for words in json.loads(sys.argv[1]):
    assert main(words) == 0, words
"""

CHANGES = (
    ["init", "--template", "empty"],
    ["add", "9", "Therapies", "--area"],
    ["add", "9", "Bring waits within 18 weeks", "--due", "June 2030"],
    ["set", "9.1", "at-risk", "-m", "The provider withdrew"],
    ["confirm", "9.1"],
    ["note", "9.1", "Bids are in"],
    ["due", "9.1", "September 2030", "-m", "Two months asked for"],
    ["edit", "9.1", "--title", "Bring waits within 12 weeks"],
    ["meeting", "add", "13 May 2030"],
    ["import", "plan.csv"],
    ["undo"],
    ["redo"],
)
"""One of each kind."""

ROWS = "\n".join(f"10.{n},10,Transport,{f'Train crew {n} ' * 20},June 2030,green" for n in range(1, 20))


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Call]]:
    """The calls of a program that makes a plan and one change of each kind, and the plan it left."""
    if not can_trace():
        pytest.skip("strace is not here, or may follow nobody")
    import json

    folder = tmp_path_factory.mktemp("traced")
    (folder / "kept").mkdir()
    (folder / "settings").mkdir()
    file = folder / "plan.csv"
    file.write_text(f"ref,area_no,area,action,due,status\n{ROWS}\n", encoding="utf-8")
    own = {"SEND_ACTIONS_CONFIG": str(folder / "settings"), "SEND_ACTIONS_BY": "Ana"}
    place = folder / "kept" / "plan.db"
    words = [[str(file) if word == file.name else word for word in change] for change in CHANGES]
    each = json.dumps([[*change, "--db", str(place)] for change in words])
    command = [sys.executable, "-c", RUN_EACH, each]
    return place, trace(command, folder / "calls", cwd=ROOT, env=os.environ | own)


def test_what_was_said_to_be_saved_is_there_whenever_the_power_is_cut(
    calls: tuple[Path, list[Call]], tmp_path: Path
) -> None:
    place, made = calls
    whole, _ = contents(place)
    assert len(whole) == len(CHANGES), "every kind was recorded"
    plans = [contents(place, record)[1] for record in range(len(whole) + 1)]
    told, states, between = [], 0, 0
    for number, cut in enumerate(cuts(made, place)):
        states += 1
        between += len(cut.files) > 1
        if trouble := what_is_wrong(cut, whole, plans, tmp_path / str(number)):
            told.append(f"state {number}: {trouble}, after {cut.said.splitlines()[-1:]}")

    assert told == []
    assert states >= 300
    assert between >= 100, "cuts in the middle of a change, with its journal beside the plan"


def what_is_wrong(cut: Cut, whole: list[Change], plans: list[Plan], folder: Path) -> str:
    """Say how the plan that a cut left is not the one that was promised."""
    said = [int(number) for number in re.findall(r" · record (\d+)", cut.said)]
    promised = max(said, default=int("Made " in cut.said))
    if "plan.db" not in cut.files:
        return "the plan is not there" if promised else ""
    folder.mkdir()
    for name, content in cut.files.items():
        (folder / name).write_bytes(content)
    place = folder / "plan.db"
    try:
        changes, plan = contents(place)
        with closing(sqlite3.connect(place)) as looking:
            sound = looking.execute("pragma integrity_check").fetchall()
    except Exception as error:  # noqa: BLE001  whatever it is, the plan is broken
        return f"broken: {error!r}"
    there = len(changes)
    if sound != [("ok",)] or (changes, plan) != (whole[:there], plans[there]):
        return f"broken: {sound}, record {there}"
    return "" if promised <= there <= promised + 1 else f"record {promised} was told, {there} is there"


def contents(place: Path, record: int | None = None) -> tuple[list[Change], Plan]:
    """Every change, and the plan as it was known after one of them, without a record the last."""
    reading = open_reader(place)
    try:
        return read_changes(reading), read_plan(reading, date(2031, 1, 1), record)
    finally:
        reading.close()
