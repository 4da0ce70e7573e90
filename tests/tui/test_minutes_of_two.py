"""What a meeting said, edited by two: both versions stand side by side, and none is written over unseen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import opened
from tui.test_new_and_edit import fill

from send_actions.changes.minutes import add_minutes, answer_minute, revise_minute
from send_actions.domain.minute_drafts import MinuteDraft
from send_actions.domain.plan import Minute
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.store.database import open_store

TO_THE_MINUTE = ("g", "b", "k", "tab")


@pytest.fixture
def kept(place: Path) -> KeptPlan:
    """The drawn plan, whose board of 11 March asked something of 9.3."""
    kept = KeptPlan(place, open_store(place))
    plan = kept.plan()
    board = next(one for one in plan.meetings if one.on == date(2026, 3, 11))
    asked = MinuteDraft(board.id, MinuteKind.QUESTION, "What does it cost?", action_id=kept.find("9.3").id)
    add_minutes(kept.store, [asked], **kept.by("Ana"))
    return kept


def asked(kept: KeptPlan) -> Minute:
    (minute,) = kept.plan().minutes
    return minute


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)])
async def test_e_on_what_a_meeting_said_edits_it(kept: KeptPlan, size: tuple[int, int]) -> None:
    async with opened(kept, size) as sitting:
        await sitting.press(*TO_THE_MINUTE, "e")
        assert "Question of 11 March 2026" in sitting.screen
        await fill(sitting, text="What does it cost a year?", owner="Head of Finance, LA", due="april 2026")
        assert "April 2026, so due by its last day" in sitting.screen
        await sitting.press("enter")
        if "Enter again" in sitting.screen:
            await sitting.press("enter")
        assert "Change the question" in " ".join(sitting.screen.split())
    minute = asked(kept)
    assert (minute.text, str(minute.owner)) == ("What does it cost a year?", "Head of Finance, LA")
    assert minute.due is not None
    assert minute.due.on == date(2026, 4, 30)


async def test_both_versions_of_its_words_are_shown(kept: KeptPlan) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press(*TO_THE_MINUTE, "e")
        await fill(sitting, text="Mine")
        revise_minute(kept.store, asked(kept).id, {"text": "Theirs"}, **kept.by("Ben"))
        await sitting.press("enter")
        assert "was changed by someone else: what" in sitting.screen
        assert "Theirs: Theirs" in sitting.screen
        assert asked(kept).text == "Theirs"
        await sitting.press("enter")
    assert asked(kept).text == "Mine"


@pytest.mark.parametrize("is_seen", [False, True], ids=["unseen", "seen meanwhile"])
async def test_an_answer_given_by_somebody_else_first_is_shown_above_one_s_own(
    kept: KeptPlan, is_seen: bool
) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press("b", "a", *"Mine")
        answer_minute(kept.store, asked(kept).id, "Theirs", **kept.by("Ben"))
        if is_seen:
            sitting.app.session.look_outside()
            await sitting.pilot.pause()
        await sitting.press("enter")
        assert "The question was changed by someone else: answer “Theirs”" in sitting.screen
        assert "Mine" in sitting.screen
        assert asked(kept).answer == "Theirs"
        await sitting.press("enter")
    assert asked(kept).answer == "Mine"


async def test_esc_leaves_the_answer_of_the_other(kept: KeptPlan) -> None:
    async with opened(kept, (120, 36)) as sitting:
        await sitting.press("b", "a", *"Mine")
        answer_minute(kept.store, asked(kept).id, "Theirs", **kept.by("Ben"))
        await sitting.press("enter", "escape")
    assert asked(kept).answer == "Theirs"
