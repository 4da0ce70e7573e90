"""On a row of history `u` takes back that change; copying says what it did, and what may hold it back."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.changes.steps import add_step, reach_step
from send_actions.domain.drafts import StepDraft
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.store.database import open_store
from send_actions.tui.drawing.change_lines import change_lines, field_changes_of
from send_actions.tui.plan_reader import PlanReader

SAMPLE = Path(__file__).parent.parent.parent / "sample.db"


def kept(place: Path) -> KeptPlan:
    return KeptPlan(place, open_store(place))


async def test_u_on_a_row_takes_back_that_change_after_asking_and_redo_brings_it_back(place: Path) -> None:
    kept(place).say("9.3", "at-risk", actor="Bo")
    kept(place).say("9.4", "off-track", actor="Bo")
    async with opened(place) as sitting:
        await sitting.press("g", "h", "j", "u")
        assert "Set 9.3 to at risk, today by Bo: take it back?" in sitting.screen
        await sitting.press("y")
        assert "Taken back: Set 9.3 to at risk · U to redo" in sitting.foot
        assert kept(place).find("9.3").status is Status.ON_TRACK
        await sitting.press("U")
    assert kept(place).find("9.3").status is Status.AT_RISK
    assert kept(place).find("9.4").status is Status.OFF_TRACK


async def test_a_row_that_cannot_be_taken_back_says_why_before_it_asks(place: Path) -> None:
    kept(place).say("9.3", "at-risk", actor="Bo")
    kept(place).say("9.3", "off-track", actor="Cy")
    async with opened(place) as sitting:
        await sitting.press("g", "h", "j", "u")
        words = " ".join(sitting.screen.split())
        assert "cannot be taken back: Cy has since done “Set 9.3 to off track”" in words
        await sitting.press("G", "u")
        assert "began the plan and cannot be taken back" in sitting.screen


@pytest.mark.parametrize(
    ("surroundings", "told"),
    [
        ({"TERM": "xterm-256color"}, "Copied 9.3 · nothing pasted? Mark it with Shift and the mouse"),
        ({"TERM": "xterm", "TMUX": "/run/tmux/default,1,0"}, "Copied 9.3: tmux takes it only after"),
        ({"TERM": "xterm", "STY": "1.pts"}, "Copied 9.3: screen does not pass it on: mark it"),
        ({"TERM": "screen"}, "Copied 9.3: tmux or screen may hold it back: if nothing is pasted, mark it"),
    ],
)
async def test_copying_says_what_it_did(
    place: Path, monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], told: str
) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    async with opened(place) as sitting:
        await sitting.press("y")
        assert sitting.foot.startswith(told)


async def test_a_step_that_is_reached_is_named_with_its_action(place: Path) -> None:
    plan = kept(place)
    by = plan.by()
    draft = StepDraft(
        plan.find("9.3").id, "Thirty plans audited", Due(date(2026, 6, 30), Precision.DAY, "30 June 2026")
    )
    add_step(plan.store, draft, **by)
    reach_step(plan.store, plan.find("9.3").steps[0].id, on=date(2026, 3, 20), **by)
    async with opened(place) as sitting:
        await sitting.press("g", "h")
        told = " ".join(sitting.screen.split())
        assert "step reached: Thirty plans audited, 20 March 2026" in told
        assert ": ," not in told


async def test_no_line_of_any_change_of_the_sample_has_an_empty_name(tmp_path: Path) -> None:
    sample = tmp_path / "sample.db"
    shutil.copy(SAMPLE, sample)
    with closing(PlanReader(str(sample), lambda: date(2026, 3, 31))) as reader:
        plan = reader.snapshot(reader.today).plan
        for head in reader.heads(plan.record):
            fields, more = field_changes_of(reader, plan, head)
            lines = change_lines(head, fields, more, 400)
            told = [" ".join("".join(part for part, _ in line).split()) for line in lines]
            assert [line for line in told if re.search(r"(: |→ |^|\s),|, ,|: ?$|→ ?$", line)] == []
