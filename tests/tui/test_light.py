"""Looking must not pay for writing: what writes is loaded with the first change and not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOOK = """
import asyncio, sys
from datetime import date
from send_actions.tui.app import SendActionsApp
from send_actions.tui.plan_reader import PlanReader

HEAVY = ("sqlmodel", "sqlalchemy", "alembic", "pydantic", "typer")
KEYS = ("j", "k", "g", "l", "g", "a", "enter", "escape", "escape", "g", "h", "g", "m", "g", "i", "g", "d",
        "escape", "slash", "x", "escape", "left_square_bracket", "escape", "question_mark", "escape", "u")

async def look():
    app = SendActionsApp(PlanReader(sys.argv[1], lambda: date(2026, 3, 31)), actor="Bo")
    async with app.run_test(size=(120, 30)) as pilot:
        for key in KEYS:
            await pilot.press(key)
        print([name for name in HEAVY if name in sys.modules])
        await pilot.press("m", "x", "enter")
        await app.settle()
        print("sqlmodel" in sys.modules)
    app.session.writer.close()

asyncio.run(look())
"""


def test_looking_about_loads_nothing_that_writes(place: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOOK, str(place)], capture_output=True, text=True, check=False
    )
    assert found.stdout.split("\n")[:2] == ["[]", "True"], found.stderr
