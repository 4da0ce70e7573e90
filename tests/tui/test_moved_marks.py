"""What a list marks as moved since the meeting before: status by an arrow, due date and impact by a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import Sitting, opened

from send_actions.domain.plan.vocabulary import Impact
from send_actions.store.database import open_store


@pytest.fixture
def kept(place: Path) -> KeptPlan:
    """The drawn plan with more that moved since 11 March."""
    kept = KeptPlan(place, open_store(place))
    kept.move("9.2", "2026-05-30", reason="Not agreed", on="2026-03-20")
    kept.move("9.3", "2026-04-30", reason="Not agreed", on="2026-03-20")
    kept.say("9.4", impact=Impact.EMERGING, on="2026-03-20")
    return kept


def row_of(sitting: Sitting, ref: str) -> str:
    """The line of the list that has an action."""
    lines = [line.split("││")[-1] for line in sitting.screen.splitlines()]
    return " ".join(next(line for line in lines if f" {ref} " in line.split("■")[0]).strip("│▌ ").split())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_a_moved_due_date_and_another_impact_bear_a_word_beside_the_arrow(
    kept: KeptPlan, size: tuple[int, int]
) -> None:
    async with opened(kept, size) as sitting:
        assert row_of(sitting, "9.2").endswith("↓ due")
        assert row_of(sitting, "9.3").endswith("due")
        assert row_of(sitting, "9.4").endswith("impact")
        assert all(len(line) <= size[0] for line in sitting.screen.splitlines())


async def test_looking_back_the_marks_are_of_what_moved_until_then(kept: KeptPlan) -> None:
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("[")
        assert not row_of(sitting, "9.2").endswith("due")
        await sitting.press("[")
        assert row_of(sitting, "9.2").endswith("↓")


async def test_a_first_due_date_and_what_is_new_bear_no_word(kept: KeptPlan) -> None:
    kept.action("9.5", due="2026-06-30", on="2026-03-20", title="Later")
    async with opened(kept, (80, 24)) as sitting:
        assert row_of(sitting, "9.5").endswith("Later new")
