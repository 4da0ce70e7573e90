"""The first screen without a terminal: what needs me and the areas with their counts."""

from __future__ import annotations

import subprocess
import sys

from builders import a_meeting, a_plan, an_action, an_area

from send_actions.tui.drawing.overview import first_screen


def test_it_says_what_needs_me_and_how_each_area_stands() -> None:
    before = a_plan(an_area("9", title="Therapies"), an_action("9.3", status="on-track"), as_at="2026-03-11")
    plan = a_plan(
        an_area("9", title="Therapies", theme="Assess and meet"),
        an_action("9.3", status="off-track", due="2026-01-31"),
        an_action("9.4", status="on-track", due="2026-06-30"),
        a_meeting("2026-03-11"),
        a_meeting("2026-04-15"),
    )
    lines = first_screen(plan, before).splitlines()
    assert lines[0] == "SEND improvement plan · Sample partnership, as at 31 March 2026"
    assert lines[1] == "R 1 · 1 overdue · board in 15 days"
    assert any(line.split() == ["1", "Overdue"] for line in lines)
    area = next(line for line in lines if "Therapies" in line)
    assert " ".join(area.split()) == "9 Therapies 2 R off track, down 1 of 2 off track, worst 9.3"
    assert lines[lines.index(area) - 1] == "Assess and meet"


def test_a_plan_with_nothing_in_it_says_so() -> None:
    text = first_screen(a_plan(), None)
    assert "No actions yet" in text
    assert "No actions yet\n\nBring some in with send-actions import FILE, or add one with" in text


def test_what_a_file_holds_never_acts() -> None:
    text = first_screen(a_plan(an_area("9", title="\x1b]52;c;x\x07T"), an_action()), None)
    assert "\x1b" not in text


def test_it_loads_neither_the_app_nor_what_writes() -> None:
    code = (
        "import sys, send_actions.tui.drawing.overview;"
        "print([m for m in ('textual', 'sqlmodel', 'sqlalchemy', 'pydantic', 'typer') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_an_area_that_stands_as_it_did_is_not_said_to_have_moved() -> None:
    before = a_plan(an_area("9", title="Therapies"), an_action("9.3", status="on-track"), as_at="2026-03-11")
    plan = a_plan(an_area("9", title="Therapies"), an_action("9.3", status="on-track"))
    area = next(line for line in first_screen(plan, before).splitlines() if "Therapies" in line)
    assert " ".join(area.split()).startswith("9 Therapies 1 G on track ")
    assert "same" not in area
