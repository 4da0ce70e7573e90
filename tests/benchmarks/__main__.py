"""Print how long things take, beside floors measured in the same run: `python -m tests.benchmarks`.

Medians of interleaved rounds; the ratios are what is promised, for a machine may be slow or busy. Leaves with
1 when a bound is not met.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from benchmarks.papers import papers  # noqa: E402
from benchmarks.plans import make_empty, make_large, make_lines, make_sample  # noqa: E402
from benchmarks.screens import Screen  # noqa: E402
from benchmarks.timing import PROGRAM, Case, Timed, command, peak_of, table  # noqa: E402

_TYPER: Final = partial(command, sys.executable, "-c", "import typer")
_SQLMODEL: Final = partial(command, sys.executable, "-c", "import sqlmodel")

WHERE_LIMITS_WERE_SET: Final = 350
"""Milliseconds that `import sqlmodel` took on the machine on which the limits in milliseconds were set."""


def run(place: Path, *arguments: str) -> Timed:
    """One run of a command on a plan."""
    return partial(command, *PROGRAM, "--db", str(place), *arguments)


def set_by_turns(place: Path) -> Timed:
    """A run of `set` that always has something new to say."""
    turns = itertools.count()

    def timed() -> float:
        turn = next(turns)
        status = ("red", "amber")[turn % 2]
        return run(place, "set", "9.3", status, "-m", f"Invented reason {turn}")()

    return timed


def peer(folder: Path, actions: int) -> Timed | None:
    """A run of taskwarrior's list over as many tasks, where it is installed."""
    if not shutil.which("task"):
        return None
    names = {"TASKDATA": str(folder / "tasks"), "TASKRC": str(folder / "taskrc")}
    (folder / "taskrc").write_text("news.version=9.9.9\nverbose=nothing\n", encoding="utf-8")
    tasks = folder / "tasks.json"
    with tasks.open("w", encoding="utf-8") as file:
        for number in range(actions):
            said = {
                "description": f"Invented task {number} with a title of some length",
                "due": "20260331T0900Z",
            }
            file.write(json.dumps({**said, "project": f"a{number % 18}", "tags": ["red"]}) + "\n")
    command("task", "import", str(tasks), variables=names)
    return partial(command, "task", "list", variables=names)


def commands(small: Path, large: Path, folder: Path, actions: int) -> Iterator[Case]:
    """The command line: looking, changing, and the board paper."""
    many = f"{actions:,} actions"
    yield Case("list, 78 actions", run(small, "list"), 1.6, _TYPER, "import typer")
    yield Case("show, 78 actions", run(small, "show", "9.3"), 2.0, _TYPER, "import typer")
    yield Case("history, 78 actions", run(small, "history"), 2.0, _TYPER, "import typer")
    yield Case("set, 78 actions", set_by_turns(small), 1.35, _SQLMODEL, "import sqlmodel")
    floor, name = (
        (peer(folder, actions), "taskwarrior's list") if shutil.which("task") else (_TYPER, "import typer")
    )
    yield Case(f"list, {many}", run(large, "list"), 1.7 if name != "import typer" else 8.0, floor, name)
    yield Case(f"show, {many}", run(large, "show", "9.3"), 2.5, _TYPER, "import typer")
    yield Case(f"history, {many}", run(large, "history"), 2.5, _TYPER, "import typer")
    yield Case(f"set, {many}", set_by_turns(large), 2.0, _SQLMODEL, "import sqlmodel", rounds=5)
    lines = make_lines(folder / "lines.csv", actions)
    bring_in = run(make_empty(folder / "empty.db"), "import", "--dry-run", str(lines))
    yield Case(f"import, {actions:,} lines", bring_in, 1200, rounds=3)
    paper = ("report", "board")
    yield Case(f"board paper, {many}", run(large, *paper), 2000, rounds=3)
    peak = partial(peak_of, *PROGRAM, "--db", str(large), *paper)
    yield Case(f"board paper, {many}, peak", peak, 150, unit="MiB", rounds=1)


def first_frame(place: Path) -> float:
    """The milliseconds from nothing to the first frame."""
    with Screen(place) as screen:
        return screen.first_frame * 1000


def screens(small: Path, large: Path, actions: int, rounds: int) -> Iterator[Case]:
    """The app: its first frame, one key, and one status saved."""
    many = f"{actions:,} actions"
    yield Case(
        f"first frame, {many}", partial(first_frame, large), 1.6, partial(first_frame, small), "78 actions"
    )
    for place, name, most in ((small, "78 actions", 50.0), (large, many, 150.0)):
        with Screen(place) as screen:
            moved = Case(f"cursor key, {name}", up_and_down(screen), 15, rounds=6 * rounds)
            moved.measure(rounds)
            yield moved
            yield saved(screen, name, most, rounds)


def up_and_down(screen: Screen) -> Timed:
    """One press of a cursor key at a time."""
    keys = itertools.cycle("jjjkkk")

    def timed() -> float:
        return screen.press(next(keys))

    return timed


def saved(screen: Screen, name: str, most: float, rounds: int) -> Case:
    """From Enter to what is said of the change, status after status."""
    letters = itertools.cycle("ra")

    def timed() -> float:
        letter = next(letters)
        for keys in ("s", letter, f"Invented {letter}"):
            screen.press(keys)
        taken = screen.press_until("\r", b"undo")
        screen.settle(1.0)
        return taken

    case = Case(f"status saved, {name}", timed, most)
    case.measure(rounds)
    return case


def main() -> int:
    """Measure, print the table, and return 1 when a bound is not met."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("-n", "--rounds", type=int, default=9, help="rounds of each case")
    asked.add_argument("--actions", type=int, default=10_000, help="actions of the large plan")
    asked.add_argument("--only", default="", help="only cases whose name holds these words")
    asked.add_argument("--part", choices=("all", "commands", "papers", "app"), default="all")
    given = asked.parse_args()
    cases = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small = make_sample(folder / "small.db")
        large = make_large(folder / "large.db", given.actions) if given.part != "papers" else small
        parts: list[Iterator[Case]] = []
        if given.part in ("all", "commands"):
            parts.append(commands(small, large, folder, given.actions))
        if given.part in ("all", "papers"):
            parts.append(papers(small, folder))
        if given.part in ("all", "app"):
            parts.append(screens(small, large, given.actions, given.rounds))
        pace = median(_SQLMODEL() for _ in range(5)) / WHERE_LIMITS_WERE_SET
        sys.stderr.write(f"Limits in ms are {pace:.1f} times those of the machine they were set on.\n")
        for case in itertools.chain(*parts):
            case.most *= pace if case.floor is None and case.unit == "ms" else 1
            if given.only in case.name:
                if not case.taken:
                    case.measure(given.rounds)
                cases.append(case)
                sys.stderr.write(f"{' · '.join(filter(None, case.cells()))}\n")
    sys.stdout.write(f"{table(cases)}\n")
    return 0 if all(case.is_met for case in cases) else 1


if __name__ == "__main__":
    sys.exit(main())
