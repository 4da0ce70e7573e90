"""The name beside a change: asked once at a terminal where the login is nobody's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from terminals import Terminal

from send_actions.config import read_settings

NOBODY: dict[str, str | None] = {"SEND_ACTIONS_BY": None, "LOGNAME": "root"}


@pytest.mark.parametrize(("typed", "kept"), [("Ana Example\r", "Ana Example"), ("\r", "root")])
def test_a_login_that_is_nobody_s_is_asked_about_once(
    sample: Path, tmp_path: Path, typed: str, kept: str
) -> None:
    plan = Path(shutil.copy(sample, tmp_path / "plan.db"))
    own = {**NOBODY, "SEND_ACTIONS_CONFIG": str(tmp_path / "own")}
    with Terminal(plan, surroundings=own) as opened:
        opened.until("Your name, as colleagues know it")
        opened.type(typed)
        opened.until("? help")
        opened.type("qy")
        assert opened.leaves_with() == 0
    assert read_settings(tmp_path / "own").by == kept
    with Terminal(plan, surroundings=own) as opened:
        assert "Your name" not in opened.until("? help")


def test_a_login_that_is_a_name_is_not_asked_about(sample: Path, tmp_path: Path) -> None:
    plan = Path(shutil.copy(sample, tmp_path / "plan.db"))
    own: dict[str, str | None] = {"SEND_ACTIONS_BY": None, "LOGNAME": "asmith"}
    with Terminal(plan, surroundings={**own, "SEND_ACTIONS_CONFIG": str(tmp_path / "own")}) as opened:
        opened.until("? help")
    assert read_settings(tmp_path / "own").by == ""
