"""Times taken in pairs: each case beside its floor in one round, so that a busy machine tells on both."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "send_actions")
Timed = Callable[[], float]
"""One run; returns its seconds, or what else is measured."""


@dataclass
class Case:
    """What is measured, beside what, and how much of it at most."""

    name: str
    run: Timed
    most: float
    floor: Timed | None = None
    floor_name: str = ""
    unit: str = "ms"
    rounds: int | None = None
    taken: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)

    def measure(self, rounds: int) -> None:
        """Run both once unmeasured, then in turn, the one first in even and the other in odd rounds."""
        pair = [(self.run, self.taken)] + ([(self.floor, self.beside)] if self.floor else [])
        for run, _ in pair:
            run()
        for at in range(self.rounds or rounds):
            for run, kept in pair[:: 1 if at % 2 else -1]:
                kept.append(run())

    @property
    def ratio(self) -> float:
        """The median of each round's case by its floor."""
        return median(one / other for one, other in zip(self.taken, self.beside, strict=True))

    @property
    def is_met(self) -> bool:
        """Whether the bound holds: of the ratio where there is a floor, else of the median."""
        return (self.ratio if self.floor else median(self.taken)) <= self.most

    def cells(self) -> tuple[str, ...]:
        """A row of the table."""
        took = f"{median(self.taken):,.0f} {self.unit}"
        met = "yes" if self.is_met else "NO"
        if self.floor is None:
            return self.name, took, "", "", f"{self.most:,.0f} {self.unit}", met
        floor = f"{median(self.beside):,.0f} {self.unit}, {self.floor_name}"
        return self.name, took, floor, f"{self.ratio:.2f}", f"{self.most:.2f} ×", met


def compiled_once() -> dict[str, str]:
    """Return the environment, in which a module loaded once is kept compiled, as an installed one is."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def command(*arguments: str, variables: dict[str, str] | None = None) -> float:
    """The milliseconds of one run of a program."""
    begun = time.perf_counter()
    surroundings = {**compiled_once(), "SEND_ACTIONS_BY": "benchmarks", **(variables or {})}
    subprocess.run(arguments, cwd=ROOT, stdout=subprocess.DEVNULL, env=surroundings, check=True, stderr=-3)
    return (time.perf_counter() - begun) * 1000


def peak_of(*arguments: str) -> float:
    """The most memory that one run of the program held, in MiB."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        subprocess.run(
            arguments, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=-3, check=False, env=compiled_once()
        )
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        os.write(writing, str(most).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading) as told:
        return int(told.read()) / 1024


def table(cases: Sequence[Case]) -> str:
    """The cases as a Markdown table."""
    header = ("what", "median", "beside (same run)", "ratio", "at most", "met")
    rows = [header, ("---",) * len(header), *(case.cells() for case in cases)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
