"""One drawn plan is made for all tests of the app; each test has its own copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from kept_plans import AT, TODAY
from tui.piloting import a_drawn_plan

from send_actions.changes.plan import revise_plan
from send_actions.store.database import open_store


@pytest.fixture(scope="session")
def _drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = a_drawn_plan(tmp_path_factory.mktemp("drawn"))
    kept.store.close()
    return kept.place


@pytest.fixture
def place(_drawn: Path, tmp_path: Path) -> Path:
    """A plan's file to look at and change."""
    return Path(shutil.copy(_drawn, tmp_path / "plan.db"))


@pytest.fixture
def pinned(place: Path) -> Path:
    """The plan as a training plan: its day stays 31 March 2026 whatever the clock says."""
    store = open_store(place)
    revise_plan(store, {"today": TODAY}, actor="Ana", at=AT, day=TODAY)
    store.close()
    return place
