"""Two programs at once, and a program killed at any moment: whole changes, each in its turn, none lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan

from send_actions.store.database import open_store
from send_actions.store.reader import open_reader, read_plan

ROOT = Path(__file__).parents[2]

BEGIN = """
import sys
from datetime import UTC, date, datetime
from send_actions.changes.actions import revise_action
from send_actions.errors import EditConflictError
from send_actions.store.reader import open_reader
from send_actions.store.database import open_store
from send_actions.store.reader import read_plan

place, actor = sys.argv[1:3]
store, today = open_store(place), date(2026, 3, 31)
by = {"actor": actor, "at": datetime(2026, 3, 31, 9, tzinfo=UTC), "day": today}
print("ready", flush=True)
sys.stdin.readline()
"""

COUNT_UP = (
    BEGIN
    + """
reader, done, conflicts = open_reader(place), 0, 0
while done < 40:
    action = read_plan(reader, today).actions[0]
    said = {"title": str(int(action.title) + 1)}
    try:
        revise_action(store, action.id, said, expected_version=action.version, **by)
        done += 1
    except EditConflictError:
        conflicts += 1
print(conflicts)
"""
)

STOP_INSIDE = (
    BEGIN
    + """
with store.record("Bring in the past", **by) as recording:
    for n in range(30):
        rows = [{"action_id": 1, "on": today, "note": f"Note {n}.{m} " + "x" * 300} for m in range(1000)]
        recording.insert("progress_update", rows)
    print("inside", flush=True)
    sys.stdin.readline()
"""
)

RECORD_ON_AND_ON = (
    BEGIN
    + """
for n in range(100_000):
    revise_action(store, 1, {"title": f"Title {n}", "success_measure": f"Measure {n}"}, **by)
    print(n, flush=True)
"""
)


@pytest.fixture
def kept(tmp_path: Path) -> KeptPlan:
    """Action 9.3, whose title is a number, in a file nobody has open."""
    plan = a_kept_plan(tmp_path)
    plan.area("9")
    plan.action("9.3", title="0")
    plan.store.close()
    return plan


def start(script: str, kept: KeptPlan, actor: str) -> subprocess.Popen[str]:
    """Start a program that waits for a line before it begins."""
    program = subprocess.Popen(
        [sys.executable, "-c", script, str(kept.place), actor],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert line_of(program) == "ready"
    return program


def line_of(program: subprocess.Popen[str]) -> str:
    assert program.stdout
    return program.stdout.readline().strip()


def go_on(program: subprocess.Popen[str]) -> None:
    assert program.stdin
    program.stdin.write("\n")
    program.stdin.flush()


def kill(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate(timeout=30)


def test_two_programs_writing_at_once_lose_nothing_and_leave_no_gap(kept: KeptPlan) -> None:
    programs = [start(COUNT_UP, kept, actor) for actor in ("Ana", "Ben")]
    for program in programs:
        go_on(program)
    told = [program.communicate(timeout=60) for program in programs]

    assert [program.returncode for program in programs] == [0, 0], told
    changes = kept.changes()
    assert [change.id for change in changes] == list(range(1, 84))
    assert kept.find("9.3").title == "80"
    titles = [(d.before, d.after) for c in changes[3:] for d in c.differences]
    assert titles == [(str(n), str(n + 1)) for n in range(80)]
    assert {change.actor for change in changes[3:]} == {"Ana", "Ben"}


def test_a_program_killed_in_the_middle_of_a_change_leaves_none_of_it(kept: KeptPlan) -> None:
    before = dump(kept.place)
    program = start(STOP_INSIDE, kept, "Ana")
    go_on(program)
    assert line_of(program) == "inside"
    kill(program)
    journal = kept.place.with_name("plan.db-journal")
    assert journal.stat().st_size > 0, "the test means to leave a half-written file"

    reader = open_reader(kept.place)
    plan = read_plan(reader, kept.day)
    reader.close()

    assert [action.title for action in plan.actions] == ["0"]
    assert dump(kept.place) == before
    kept.store = open_store(kept.place)
    assert kept.say("9.3", "at-risk") is not None
    kept.store.close()


def test_a_program_killed_between_two_looks_leaves_each_change_whole(kept: KeptPlan) -> None:
    program = start(RECORD_ON_AND_ON, kept, "Ana")
    go_on(program)
    for _ in range(25):
        told = int(line_of(program))
    kill(program)

    changes = kept.changes()
    assert len(changes) >= 3 + told + 1, "what was told as done is there"
    assert [change.id for change in changes] == list(range(1, len(changes) + 1))
    assert {tuple(d.field for d in change.differences) for change in changes[3:]} == {
        ("title", "success_measure")
    }
    last = len(changes) - 4
    action = kept.find("9.3")
    assert (action.title, action.success_measure) == (f"Title {last}", f"Measure {last}")
    with closing(sqlite3.connect(kept.place)) as looking:
        assert looking.execute("pragma integrity_check").fetchone() == ("ok",)


def dump(place: Path) -> list[str]:
    with closing(sqlite3.connect(place)) as looking:
        return list(looking.iterdump())
