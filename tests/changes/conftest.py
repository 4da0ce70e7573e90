"""A plan in a file, with one action on track since 5 January 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptPlan]:
    """Actions 9.3 and 9.4 in area 9, and 12.1 in area 12."""
    plan = a_kept_plan(tmp_path, "9.3", "9.4", "12.1")
    yield plan
    plan.store.close()
