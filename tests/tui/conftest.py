"""One drawn plan is made for all tests of the app; each test has its own copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tui.piloting import a_drawn_plan


@pytest.fixture(scope="session")
def _drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = a_drawn_plan(tmp_path_factory.mktemp("drawn"))
    kept.store.close()
    return kept.place


@pytest.fixture
def place(_drawn: Path, tmp_path: Path) -> Path:
    """A plan's file to look at and change."""
    return Path(shutil.copy(_drawn, tmp_path / "plan.db"))
