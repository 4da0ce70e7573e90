"""Debian's Chromium, and pages opened in it that tell what they loaded and complained of."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from shutil import which
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUIET = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync")

collect_ignore_glob = [] if find_spec("playwright") else ["test_*.py"]
"""Without the group `browser`, its tests are not there to be chosen or left out."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process; without its sandbox, for it opens nothing but our files."""
    from playwright.sync_api import sync_playwright

    found = which("chromium")
    if not found:
        pytest.skip("needs Debian's Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", *QUIET])
        yield opened
        opened.close()
