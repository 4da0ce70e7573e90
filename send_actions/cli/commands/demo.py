"""`demo`: the app on a throw-away copy of the sample plan."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from send_actions.cli.open_app import open_app


def show_demo() -> None:
    """Open the app on a copy of the invented sample plan; nothing you do there is kept."""
    from send_actions.templates.begin import Template, begin_from_template

    with tempfile.TemporaryDirectory(prefix="send-actions-demo-") as folder:
        location = Path(folder, "sample.db")
        begin_from_template(location, Template.SAMPLE, actor="demo", at=datetime.now(UTC), day=date.today())
        code = open_app(str(location))
    sys.stderr.write(
        "That was the sample: nothing was kept. Make a plan with `send-actions init --db plan.db`.\n"
    )
    if code:
        raise typer.Exit(code)
