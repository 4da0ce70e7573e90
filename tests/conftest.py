"""What every test may use: the builders beside this file, and no database or actor from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
"""What a property says does not hang on how busy the machine is: speed has tests of its own."""


def pytest_xdist_auto_num_workers() -> int | None:
    """Half as many processes again as cores: the app's tests mostly wait, until what it drew stands still."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + cores // 2


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the plan, actor and settings of whoever runs the tests out of them."""
    for name in ("SEND_ACTIONS_DB", "SEND_ACTIONS_BY", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SEND_ACTIONS_CONFIG", str(tmp_path / "settings"))
