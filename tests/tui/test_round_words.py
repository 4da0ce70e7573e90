"""What the round says is true there, and names keys that work there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_plans import TODAY, KeptPlan, a_kept_plan
from tui.piloting import Sitting, opened

from send_actions.domain.drafts import OwnerDraft
from send_actions.store.database import open_store
from send_actions.tui.commands.catalogue import EVERYWHERE, ON_ACTIONS, USUAL, keys_here
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.judging import AT_ROUND_S_END
from send_actions.tui.commands.round import IN_ROUND


@pytest.fixture
def kept(place: Path) -> Iterator[KeptPlan]:
    """A plan in which 9.4 and 9.3 owe an update."""
    kept = KeptPlan(place, open_store(place))
    yield kept
    kept.store.close()


def words(sitting: Sitting) -> str:
    return " ".join(sitting.screen.replace("│", " ").split())


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("b", "b: Esc leaves, then g then b goes to board"),
        ("i", "i: Esc leaves, then g then i goes to impact · impact works in plan (g p)"),
        ("left_square_bracket", "[: Esc leaves, then earlier in g p, g a, g i and 5 more"),
        ("s", "s: here the letter alone sets the status: r a n g c e h w"),
        ("z", "z: nothing here; ? names the keys"),
    ],
)
async def test_a_key_of_elsewhere_is_named_with_the_way_out(kept: KeptPlan, key: str, told: str) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", key)
        assert told in words(sitting)


async def test_at_the_end_the_letter_alone_judges(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "s")
        assert "s: here the letter alone judges an area: r a n g c e h w" in sitting.foot


async def test_what_esc_leaves_is_called_by_the_letter_of_the_round(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "c", *"Done", "escape")
        assert sitting.foot == "Not saved; c on 9.4 shows your words again"
        await sitting.press_in_peace("c")
        assert "Done" in sitting.screen


async def test_words_left_in_the_round_are_shown_by_the_plans_own_keys_too(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "r", *"Staff", "escape", "escape")
        await sitting.press(*"9.4", "enter", "s", "r", "escape")
        assert sitting.foot == "Not saved; s r on 9.4 shows your words again"


@pytest.mark.parametrize(
    ("opens", "commands", "called"),
    [
        ("status r", ON_ACTIONS, "s r"),
        ("status r", IN_ROUND, "r"),
        ("status r", AT_ROUND_S_END, "Esc, then s r"),
        ("status r", EVERYWHERE, "g p, then s r"),
        ("due", IN_ROUND, "d"),
        ("note", IN_ROUND, "Esc, then m"),
        ("note", EVERYWHERE, "g p, then m"),
        ("board-said d", EVERYWHERE, "b d"),
    ],
)
def test_the_keys_of_a_form_are_called_as_they_work_on_the_screen(
    opens: str, commands: Sequence[Command[Any]], called: str
) -> None:
    assert keys_here(opens, commands, USUAL) == called


async def test_the_palette_puts_esc_before_the_ways_to_views(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "colon", *"go to board")
        assert "Esc g b" in sitting.screen
        await sitting.press("escape", "escape", "colon", *"go to board")
        assert "Esc g b" not in sitting.screen
        assert "g b" in sitting.screen


@pytest.mark.parametrize("key", ["a", "c", "G"])
async def test_while_looking_back_a_letter_is_refused_by_its_own_name(kept: KeptPlan, key: str) -> None:
    async with opened(kept) as sitting:
        await sitting.press("left_square_bracket", "g", "r", key)
        assert sitting.foot == f"{key.lower()}: status is off while looking back: Esc for today"


@pytest.mark.parametrize("key", ["right", "left", "end", "comma", "m", "enter"])
async def test_while_looking_back_nothing_moves_unseen(kept: KeptPlan, key: str) -> None:
    async with opened(kept) as sitting:
        await sitting.press("left_square_bracket", "g", "r", key)
        assert sitting.foot == "The round goes over the plan of today: Esc for today"
        assert "LOOKING BACK" in sitting.screen
        assert "Round for" not in sitting.screen
        await sitting.press("escape")
        assert "1 of 2" in sitting.screen
        assert "─ 9.4 " in sitting.screen
        assert "√" not in sitting.screen


async def test_by_lead_it_says_how_many_of_theirs(kept: KeptPlan) -> None:
    for ref in ("9.3", "9.4"):
        kept.revise(ref, lead=OwnerDraft("Head of therapies", "ICB"))
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("g", "r")
        assert "of theirs" not in sitting.screen
        await sitting.press("comma")
        assert "1 of 2, 1 of 2 of theirs" in sitting.screen


async def test_a_plan_of_today_says_that_all_was_said_today_and_where_a_board_is_made(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    with closing(kept.store):
        kept.area("9", on=TODAY.isoformat())
        for ref in ("9.1", "9.2"):
            kept.action(ref, on=TODAY.isoformat())
        async with opened(kept, (80, 24)) as sitting:
            await sitting.press("g", "r")
            assert "each of the 2 open ones was made or spoken of today, and no board has met" in words(
                sitting
            )
            assert "No board is to come in the diary: Esc, then g b and n puts one there." in words(sitting)
            assert "0 of 0" not in sitting.screen
            await sitting.press("enter")
            assert "Did not answer nobody was asked" in words(sitting)
            assert "since the last board" not in words(sitting)
            await sitting.press("o")
            assert "Nobody to chase: no action owes an update" in sitting.foot


async def test_a_plan_with_a_board_to_come_says_when_it_asks_again(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    with closing(kept.store):
        kept.area("9", on=TODAY.isoformat())
        kept.action("9.1", on=TODAY.isoformat())
        kept.insert("meeting", on=date(2026, 4, 15), series="Board", listed_on=TODAY)
        async with opened(kept, (80, 24)) as sitting:
            await sitting.press("g", "r")
            assert "the one open action was made or spoken of today" in words(sitting)
            assert "The round asks of each again after the board of 15 April 2026." in words(sitting)


async def test_an_empty_plan_says_what_makes_the_first_action(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    with closing(kept.store):
        kept.area("9", on=TODAY.isoformat())
        async with opened(kept, (80, 24)) as sitting:
            await sitting.press("g", "r")
            assert "No actions yet. Esc, then Enter on an area and n makes the first." in words(sitting)
            await sitting.press("escape", "enter", "n")
            assert "New action" in sitting.screen
