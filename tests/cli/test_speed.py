from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = 7


def quickest(*arguments: str) -> float:
    """The seconds of the quickest of several runs."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=True)
        taken.append(time.perf_counter() - begun)
    return min(taken)


@pytest.mark.perf
@pytest.mark.parametrize("command", ["--help", "list"])
def test_looking_costs_at_most_two_and_a_half_times_the_import_of_typer(place: Path, command: str) -> None:
    del place
    assert quickest("-m", "send_actions", command) <= 2.5 * quickest("-c", "import typer")
