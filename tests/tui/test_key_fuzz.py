"""Whatever keys are pressed in whatever view, the app goes on, and nothing changes without a record.

The seeds stand below; SEND_ACTIONS_TEST_SEED names another and SEND_ACTIONS_TEST_KEYS how many keys.
"""

from __future__ import annotations

import os
import random
import string
from itertools import count
from pathlib import Path

import pytest
from tui.piloting import TODAY, Sitting, opened

from send_actions.domain.plan import Plan
from send_actions.store.reader import open_reader, read_plan
from send_actions.tui.commands.catalogue import ALL
from send_actions.tui.views import VIEWS

SEEDS = (
    [int(os.environ["SEND_ACTIONS_TEST_SEED"])] if "SEND_ACTIONS_TEST_SEED" in os.environ else [1, 2, 3, 4]
)
HOW_MANY = int(os.environ.get("SEND_ACTIONS_TEST_KEYS", "300"))
EVERY = 4
"""After how many steps the plan's file is read anew."""
LEAVING = {"q", "ctrl+q", "ctrl+c"}
KEYS = sorted({name for one in ALL for name in one.keys} - LEAVING)
"""What the commands answer to, but for what leaves."""
TYPED = [*string.ascii_letters, *string.digits, "space", "full_stop", "comma", "minus", "equals_sign", "ü"]
OTHERS = [
    "enter",
    "enter",
    "escape",
    "escape",
    "tab",
    "shift+tab",
    "backspace",
    "delete",
    "ctrl+t",
    "f5",
    "up",
]
OUT_OF_A_FORM = ["escape", "y"]
"""A form with words in it asks before it is left; elsewhere y copies a line, and nothing more."""
SIZES = [(80, 24), (120, 30), (160, 48), (60, 16)]


CHANGES = [
    ["s", "r", *"Late", "enter", "enter"],
    ["s", "g", "enter", "enter"],
    ["s", "equals_sign"],
    ["i", "3", *"Heard", "enter", "enter"],
    ["m", *"A_word", "enter"],
    ["d", *"30_June_2026", "tab", *"Late", "enter", "enter"],
    ["o", *"Head_of_SEND", "enter", "enter"],
    ["u"],
    ["U"],
]
"""What people do all day, each begun where the cursor happens to be."""


def a_key(chance: random.Random) -> list[str]:
    """One key, a way to a view, or a change; q only with the Esc that stays."""
    kind = chance.random()
    if kind < 0.1:
        keys = ("space" if one == "_" else one for one in chance.choice(CHANGES))
        return [*OUT_OF_A_FORM, "escape", "g", "p", *keys]
    if kind < 0.15:
        return ["g", chance.choice(VIEWS).letter]
    if kind < 0.2:
        return ["q", "escape"]
    if kind < 0.55:
        return [chance.choice(KEYS)]
    return [chance.choice(TYPED if kind < 0.8 else OTHERS)]


def kept_in(place: Path) -> Plan:
    reader = open_reader(str(place))
    try:
        return read_plan(reader, TODAY)
    finally:
        reader.close()


async def go_on(sitting: Sitting, keys: list[str], told: list[str]) -> None:
    told += keys
    await sitting.press(*keys)
    assert sitting.app.return_code is None, f"ended at {' '.join(told)}"


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_no_key_ends_the_app_or_changes_the_plan_without_a_record(place: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    told: list[str] = []
    seen = {plan.record: plan for plan in [kept_in(place)]}
    async with opened(place, SIZES[seed % len(SIZES)]) as sitting:
        await go_on(sitting, ["m", *"Invented", "enter"], told)
        for step in count():
            if len(told) >= HOW_MANY:
                break
            await go_on(sitting, a_key(chance), told)
            if step % EVERY == 0:
                now = kept_in(place)
                assert seen.setdefault(now.record, now) == now, f"changed unsaid by {' '.join(told)}"
        await go_on(sitting, ["escape"] * 8, told)
    print(f"seed {seed}: {len(told)} keys, {len(seen)} states of the plan seen")  # noqa: T201
    assert len(seen) > 1
