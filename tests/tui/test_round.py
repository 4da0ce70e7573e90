"""The round: one key for what was said of an action, and on to the next."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_plans import TODAY, KeptPlan
from source_tree import ROOT
from textual import events
from tui.piloting import Sitting, opened, unicode_character

from send_actions.changes.actions import revise_action
from send_actions.changes.chasing import note_silence
from send_actions.domain.checks.rounds import meeting_of_round
from send_actions.domain.checks.urgency import owes_update
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan.vocabulary import Heard, Status
from send_actions.store.database import open_store
from send_actions.tui.internals import now
from send_actions.tui.screens.round import RoundScreen


@pytest.fixture
def kept(place: Path) -> Any:
    """A plan in which 9.4 and 9.3 owe an update, in this order; 9.4 is led by a head of therapies."""
    kept = KeptPlan(place, open_store(place))
    revise_action(
        kept.store, kept.find("9.4").id, {"lead": OwnerDraft("Head of therapies", "ICB")}, **kept.by()
    )
    yield kept
    kept.store.close()


def at(sitting: Sitting) -> str:
    """The ref of the action that fills the screen."""
    screen = sitting.app.screen
    if not isinstance(screen, RoundScreen):
        return screen.kind if hasattr(screen, "kind") else ""
    return screen.action.ref if screen.action else ""


async def test_it_begins_with_the_worst_and_says_how_far_it_is(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        assert at(sitting) == "9.4"
        assert "Round for the board of 15 April 2026" in sitting.screen
        assert "1 of 2" in sitting.screen
        assert "4 March 2026: Two posts vacant." in sitting.screen
        assert "Locums from May" in sitting.screen
        assert "Head of therapies, ICB" in sitting.screen


async def test_no_change_is_one_key_and_the_last_leads_to_the_end(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await sitting.press_in_peace("equals_sign")
        assert at(sitting) == "9.3"
        assert "Confirm 9.4: no change · u to undo" in sitting.foot
        await sitting.press_in_peace("equals_sign")
        assert "Areas' own judgements" in sitting.screen
    plan = kept.plan()
    assert not [action.ref for action in plan.actions if owes_update(action, plan)]
    assert kept.find("9.4").confirmed_on == TODAY


async def test_a_status_is_its_letter_its_words_and_enter(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "r")
        assert "9.4  At risk → ■ R Off track" in sitting.screen
        await sitting.type("Locums fell through")
        await sitting.press("enter")
        assert at(sitting) == "9.3"
        assert "9.4 ■ R off track · u to undo" in sitting.foot
        await sitting.press("a", "escape")
        assert at(sitting) == "9.3"
    assert (kept.find("9.4").status, kept.find("9.4").reason) == (Status.OFF_TRACK, "Locums fell through")
    assert kept.find("9.3").status is Status.ON_TRACK


async def test_no_update_received_says_nothing_of_the_action_and_is_counted(kept: KeptPlan) -> None:
    before = kept.find("9.4")
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "minus")
        assert at(sitting) == "9.3"
        assert "9.4 no update received · u to undo" in sitting.foot
        assert "0 changed · 1 not heard" in sitting.screen
        assert kept.find("9.4") == before
        await sitting.press("u")
        assert at(sitting) == "9.4"
        assert "0 not heard" in sitting.screen
        assert "Taken back: No update on 9.4 for the meeting of 15 April 2026" in sitting.foot
        await sitting.press("U")
        assert "1 not heard" in sitting.screen


async def test_what_is_taken_back_is_asked_again(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "equals_sign")
        assert at(sitting) == "9.3"
        await sitting.press("u")
        assert at(sitting) == "9.4"
        assert kept.find("9.4").confirmed_on is None
        await sitting.press_in_peace("equals_sign")
        assert at(sitting) == "9.3"


async def test_what_is_left_for_later_comes_again_and_back_goes_back(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "right")
        assert at(sitting) == "9.3"
        assert "1 later" in sitting.screen
        await sitting.press("left")
        assert at(sitting) == "9.4"
        assert "left for later" in sitting.screen
        await sitting.press_in_peace("right", "equals_sign")
        assert at(sitting) == "9.4"
        await sitting.press_in_peace("equals_sign")
        assert "Areas' own judgements" in sitting.screen


async def test_how_and_from_whom_it_was_heard_is_one_key_for_what_follows(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "t")
        assert "t return √" in sitting.screen
        assert "from Head of therapies, ICB" in sitting.screen
        await sitting.press("r", *"Cover fell", "enter")
        await sitting.press("j", "equals_sign")
    first, second = kept.timeline("9.4").updates[0], kept.timeline("9.3").updates[0]
    assert (first.heard, first.heard_from) == (Heard.RETURN, "Head of therapies, ICB")
    assert (second.heard, second.heard_from, second.no_change) == (Heard.JUDGEMENT, "", True)


async def test_the_same_letter_again_takes_off_how_it_was_heard(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await sitting.press_in_peace("m", "m")
        assert "meeting √" not in sitting.screen
        await sitting.press("equals_sign")
    assert kept.timeline("9.4").updates[0].heard is None


async def test_caps_lock_does_not_matter(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "M", "G")
        assert "meeting √" in sitting.screen
        assert "9.4  At risk → ● G On track" in sitting.screen


async def hold(sitting: Sitting, key: str, seconds: Sequence[float]) -> None:
    """Hold a key down: the same key comes again at these moments."""
    start = now()
    for moment in seconds:
        event = events.Key(key, unicode_character(key))
        event.time = start + moment
        sitting.app.post_message(event)
    await sitting.press()


@pytest.mark.parametrize(
    "moments",
    [[0, 0.5, 0.53, 0.56, 0.6, 0.63], [0, 0.03, 0.06, 0.09]],
    ids=["after a delay", "at once"],
)
async def test_a_key_that_is_held_down_counts_once(kept: KeptPlan, moments: list[float]) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await hold(sitting, "equals_sign", moments)
        assert at(sitting) == "9.3"
        assert "held down, it counts once" in sitting.foot
    assert kept.find("9.3").confirmed_on is None


async def test_a_key_pressed_again_before_long_counts_once_nothing_follows(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await hold(sitting, "equals_sign", [0, 0.5])
        while "Areas' own judgements" not in sitting.screen:
            await sitting.pilot.pause()
    assert kept.find("9.3").confirmed_on == TODAY


async def test_a_key_that_waits_is_done_before_the_one_that_follows(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await hold(sitting, "right", [0, 0.5])
        await sitting.press("left")
        assert at(sitting) == "9.3"


async def test_by_lead_asks_one_lead_after_another_and_stays_at_the_action(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Advice manager", "LA"))
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "comma")
        assert at(sitting) == "9.4"
        assert "2 of 2" in sitting.screen
        assert "Now by lead" in sitting.foot
        await sitting.press("left")
        assert at(sitting) == "9.3"


async def test_it_waits_where_it_was_left(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "right", "escape")
        assert "The round waits at 2 of 2: g then r goes on with it" in sitting.foot
        await sitting.press("g", "r")
        assert at(sitting) == "9.3"


async def test_it_is_where_it_was_in_the_next_sitting(kept: KeptPlan, tmp_path: Path) -> None:
    async with opened(kept, rounds_in=tmp_path / "settings") as sitting:
        await sitting.press("g", "r", "right", "l")
    async with opened(kept, rounds_in=tmp_path / "settings") as sitting:
        await sitting.press("g", "r")
        assert at(sitting) == "9.3"
        assert "1 later" in sitting.screen
        assert "e-mail √" in sitting.screen


async def test_an_answer_saved_just_before_the_end_is_not_asked_again(kept: KeptPlan, tmp_path: Path) -> None:
    async with opened(kept, rounds_in=tmp_path / "settings") as sitting:
        await sitting.press("g", "r")
    kept.say("9.4", no_change=True)
    async with opened(kept, rounds_in=tmp_path / "settings") as sitting:
        await sitting.press("g", "r")
        assert at(sitting) == "9.3"


async def test_what_somebody_else_says_meanwhile_moves_nobody(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        kept.say("9.4", "on-track", actor="Bo", note="Two started")
        sitting.app.session.look_outside()
        await sitting.press()
        assert at(sitting) == "9.4"
        assert "heard; what is said again counts as well" in sitting.screen
        assert "1 changed" in sitting.screen


async def test_a_moved_date_does_not_answer(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "d", *"31 July 2026", "tab", *"Locums", "enter")
        assert at(sitting) == "9.4"
        assert kept.find("9.4").due_on == date(2026, 7, 31)


async def test_where_no_board_is_in_the_diary_no_update_received_says_what_to_do(tmp_path: Path) -> None:
    from kept_plans import a_kept_plan

    kept = a_kept_plan(tmp_path, "9.3", "9.4")
    with closing(kept.store):
        kept.action("9.5", status=None)
        async with opened(kept) as sitting:
            await sitting.press("g", "r")
            assert at(sitting) == "9.5"
            await sitting.press("minus")
            assert "No board is in the diary to note that for: → leaves it for later" in sitting.foot
            assert at(sitting) == "9.5"


async def test_no_update_received_is_not_noted_of_what_was_heard(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "equals_sign", "left", "minus")
        assert "9.4 was spoken of since the last board, so it was heard: nothing to note" in sitting.foot
        assert "u " not in sitting.foot
        assert "0 not heard" in sitting.screen


async def test_what_was_not_heard_in_another_sitting_is_passed_over(kept: KeptPlan) -> None:
    board = meeting_of_round(kept.plan())
    assert board
    note_silence(kept.store, kept.find("9.4").id, board.id, **kept.by())
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        assert at(sitting) == "9.3"
        await sitting.press("left")
        assert "no update received" in sitting.screen


async def test_nobody_owes_anything_is_said_with_what_is_left_to_do(kept: KeptPlan) -> None:
    kept.say("9.3", no_change=True)
    kept.say("9.4", no_change=True)
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        assert "No action owes an update" in sitting.screen
        await sitting.press("equals_sign")
        assert "Nothing is asked here: Enter shows the end" in sitting.foot
        await sitting.press("enter")
        assert "Areas' own judgements" in sitting.screen


async def test_it_goes_over_the_plan_of_today_alone(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("left_square_bracket", "g", "r")
        assert "The round goes over the plan of today: Esc for today." in " ".join(sitting.screen.split())
        await sitting.press("equals_sign")
        assert "= no change, still right is off while looking back: Esc for today" in sitting.foot
        await sitting.press("escape")
        assert at(sitting) == "9.4"


async def test_a_status_that_the_plan_does_not_use_is_not_set(kept: KeptPlan) -> None:
    kept.insert("legend", on=TODAY, status="embedded", colour="blue", word="Embedded", used=False)
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        assert "e embedded" not in sitting.screen
        await sitting.press("e")
        assert "e: this plan does not use embedded" in sitting.foot


async def test_a_whole_round_where_all_is_unchanged_takes_a_key_an_action(tmp_path: Path) -> None:
    place = Path(shutil.copy(ROOT / "sample.db", tmp_path / "plan.db"))
    async with opened(place, (80, 24)) as sitting:
        plan = sitting.app.session.plan
        asked = [action for action in plan.actions if owes_update(action, plan)]
        keys = 2
        await sitting.press("g", "r")
        while isinstance(sitting.app.screen, RoundScreen) and keys < 2 * len(asked):
            await sitting.press_in_peace("equals_sign")
            keys += 1
        assert "Areas' own judgements" in sitting.screen
        assert len(asked) > 40
        assert keys <= 1.2 * len(asked)
        now_is = sitting.app.session.plan
        assert not [action.ref for action in now_is.actions if owes_update(action, now_is)]
        assert [replace(now_is.actions_by_id[was.id], **_said(was)) for was in asked] == asked


def _said(action: Any) -> dict[str, Any]:
    return {"updated_on": action.updated_on, "confirmed_on": action.confirmed_on, "version": action.version}


async def test_the_keys_that_answer_can_be_clicked_and_line_2_leads_nowhere(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r")
        await sitting.pilot.click("#progress", offset=(2, 0))
        assert at(sitting) == "9.4"
        await sitting.pilot.click("#answers", offset=(21, 0))
        await sitting.press()
        assert at(sitting) == "9.3"


@pytest.mark.parametrize("keys", [["g", "r"], ["g", "r", "end"]], ids=["round", "end"])
async def test_help_and_the_palette_name_what_works_there(kept: KeptPlan, keys: list[str]) -> None:
    async with opened(kept) as sitting:
        await sitting.press(*keys)
        await sitting.press("question_mark")
        assert "r a n g c e h w" in sitting.screen
        assert "g p" not in sitting.screen
        await sitting.press("escape", "colon", *"journey")
        assert "go to journey" in sitting.screen
        await sitting.press("enter")
        assert "Journey" in sitting.screen
