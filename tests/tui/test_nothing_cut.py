"""At 80 columns nothing that a prompt says is cut without a mark: its words go on below, or end in …"""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened

from send_actions.changes.actions import revise_action
from send_actions.store.database import open_store
from send_actions.tui.text_layout import length
from send_actions.tui.widgets.page import Bar

LONG = "Agree with the trust and every school who pays for what the assessment asks for " * 4
REASON = "The panel of February did not sit, so that nothing could be agreed with the trust; " * 5

PROMPTS = [
    *(["s", letter] for letter in "rangcehw"),
    *([key] for key in ("s", "d", "m", "o", "e", "b", "v", "x", "u", "comma", "slash", "f", "colon", "g")),
    ["i", "1"],
    ["9"],
    ["space", "j", "space", "s", "r"],
    ["g", "h", "u"],
    ["g", "h", "j", "u"],
]


@pytest.fixture
def long_plan(place: Path) -> Path:
    kept = KeptPlan(place, open_store(place))
    for ref in ("9.2", "9.3"):
        revise_action(kept.store, kept.find(ref).id, {"title": LONG[:300].strip()}, **kept.by("Bo"))
        kept.say(ref, "at-risk", note=REASON.strip(), actor="Bo")
    kept.store.close()
    return place


@pytest.mark.parametrize("keys", PROMPTS, ids="-".join)
async def test_no_line_runs_over_the_edge_without_a_mark(long_plan: Path, keys: list[str]) -> None:
    async with opened(long_plan, (80, 24)) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", *keys)
        bars = [bar for bar in sitting.app.screen.query(Bar) if bar.display and bar.region.height]
        for bar in bars:
            assert all(length(line) <= bar.size.width for line in bar.lines)
            assert len(bar.lines) <= bar.region.height


async def test_the_question_of_an_undo_is_asked_to_its_end(long_plan: Path) -> None:
    async with opened(long_plan, (80, 24)) as sitting:
        await sitting.press("g", "h", "u")
        words = " ".join(sitting.screen.split())
        assert "by Bo: take it back? y take back any other key leaves it" in words


async def test_what_stands_is_cut_with_a_mark(long_plan: Path) -> None:
    async with opened(long_plan, (80, 24)) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "s", "g")
        told = [line.rstrip() for line in sitting.screen.splitlines()]
        start = next(at for at, line in enumerate(told) if "Ends with at risk: Why" in line)
        assert told[start + 2].endswith("…")
