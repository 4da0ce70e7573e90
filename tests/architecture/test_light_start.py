"""Looking does not pay for writing: what only changes need is not loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from kept_plans import a_kept_plan
from source_tree import ROOT, modules, room_of

HEAVY = {
    *("sqlmodel", "sqlalchemy", "alembic", "pydantic", "textual", "rich.console"),
    *("docx", "lxml", "jinja2", "typst", "xlsxwriter", "openpyxl", "odfdo", "icalendar", "pikepdf"),
}
TELL = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
"""


def loaded_after(script: str, *arguments: str, **variables: str) -> set[str]:
    """The modules that a fresh Python has loaded after a script."""
    done = subprocess.run(
        [sys.executable, "-c", f"{TELL}\n{script}", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names: list[str] = json.loads(done.stderr.splitlines()[-1])
    return set(names)


def heavy(loaded: set[str]) -> set[str]:
    return HEAVY & loaded


@pytest.mark.parametrize(
    "words",
    [
        "--help",
        "list",
        "list --json",
        "areas",
        "show 9.3",
        "check",
        "history 9.3",
        "list --help",
        "report board",
        "report public",
        "report families",
    ],
)
def test_looking_loads_nothing_that_only_changes_or_the_app_need(tmp_path: Path, words: str) -> None:
    plan = a_kept_plan(tmp_path, "9.3")
    plan.store.close()
    run = "import sys; from send_actions.__main__ import main; assert main(sys.argv[1:]) == 0"

    loaded = loaded_after(run, *words.split(), SEND_ACTIONS_DB=str(plan.place))

    assert "send_actions.cli.app" in loaded
    assert not heavy(loaded)


def test_completion_loads_nothing_heavy_either(tmp_path: Path) -> None:
    run = "import sys; from send_actions.__main__ import main; main()"

    loaded = loaded_after(
        run,
        SEND_ACTIONS_DB=str(tmp_path / "none.db"),
        _SEND_ACTIONS_COMPLETE="complete_bash",
        COMP_WORDS="send-actions li",
        COMP_CWORD="1",
    )

    assert not heavy(loaded)


def test_the_domain_loads_neither_packages_nor_a_database() -> None:
    names = " ".join(module for module in modules() if room_of(module) in {"domain", "errors"})

    loaded = loaded_after(
        "import importlib, sys; [importlib.import_module(n) for n in sys.argv[1].split()]", names
    )

    assert not heavy(loaded)
    assert not loaded & {"sqlite3", "typer", "click", "platformdirs"}


def test_reading_a_plan_needs_the_driver_alone(tmp_path: Path) -> None:
    plan = a_kept_plan(tmp_path, "9.3")
    plan.store.close()
    script = """
import sys
from datetime import date
from send_actions.store.reader import open_reader
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import read_plan, read_timeline, read_today
reading = open_reader(sys.argv[1])
assert read_plan(reading, date(2026, 3, 31)).actions
read_timeline(reading, 1, date(2026, 3, 31)), read_changes(reading), read_today(reading)
"""

    loaded = loaded_after(script, str(plan.place))

    assert "sqlite3" in loaded
    assert not heavy(loaded) | (loaded & {"typer", "platformdirs"})


def test_changing_needs_neither_the_app_nor_the_migrations() -> None:
    names = " ".join(module for module in modules() if room_of(module) == "changes")

    loaded = loaded_after(
        "import importlib, sys; [importlib.import_module(n) for n in sys.argv[1].split()]", names
    )

    assert heavy(loaded) <= {"sqlmodel", "sqlalchemy", "pydantic"}
