"""The end of the round: the areas' own judgements, what changed, who did not answer, and the papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_plans import TODAY, KeptPlan
from tui.piloting import Sitting, opened

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Judgement
from send_actions.domain.plan.vocabulary import Status
from send_actions.store.database import open_store


@pytest.fixture
def kept(place: Path) -> Iterator[KeptPlan]:
    """A plan in which 9.4 and 9.3 owe an update; 9.4 is led by a head of therapies."""
    kept = KeptPlan(place, open_store(place))
    kept.revise("9.4", lead=OwnerDraft("Head of therapies", "ICB"))
    yield kept
    kept.store.close()


def words(sitting: Sitting) -> str:
    return " ".join(sitting.screen.replace("│", " ").split())


async def test_it_tells_what_changed_and_who_did_not_answer(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "minus", "r", *"Withdrew", "enter")
        assert "Areas' own judgements 0 of 3 since the last board" in words(sitting)
        assert "What changed 2 worse: 9.2, 9.3" in words(sitting)
        assert "Did not answer Head of therapies, ICB: 9.4" in words(sitting)


async def test_an_area_is_judged_by_a_letter_and_its_reason(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "a")
        assert "Area 3  not judged yet → ▲ A At risk" in sitting.screen
        await sitting.press(*"Waits grow", "enter")
        assert "Area 3 ▲ A at risk · u to undo" in sitting.foot
        assert "Own judgement nobody has said it yet" in words(sitting)  # of area 9, the next
        assert "1 of 3 since the last board" in sitting.screen
        assert kept.find_area("3").judgement == Judgement(TODAY, Status.AT_RISK, "Waits grow")
        await sitting.press("u")
        assert "0 of 3 since the last board" in sitting.screen
    assert kept.find_area("3").judgement is None


async def test_a_reason_that_is_left_comes_again(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "r", *"Half", "escape")
        assert "Not saved; r on area 3 shows your words again" in sitting.foot
        await sitting.press("r")
        assert "Why Half" in sitting.screen
    assert kept.find_area("3").judgement is None


async def test_a_judgement_somebody_else_overtook_loses_no_words(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "r", *"Mine")
        kept.judge("3", "on-track", "Theirs")
        await sitting.press("enter")
        assert "Someone else saved area 3 first" in words(sitting)
        assert "r shows your words again" in words(sitting)
        assert "On track, 31 March 2026: Theirs" in words(sitting)
        await sitting.press("r")
        assert "Why Mine" in sitting.screen
        await sitting.press("enter")
    assert kept.find_area("3").judgement == Judgement(TODAY, Status.OFF_TRACK, "Mine")


async def test_personal_data_in_a_reason_is_asked_about_once(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "r", *"ask ana@example.org", "enter")
        assert "e-mail address" in words(sitting)
        assert kept.find_area("3").judgement is None
        await sitting.press("enter")
    assert kept.find_area("3").judgement is not None


async def test_the_board_paper_and_the_chase_list_are_one_key_each(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "minus", "end", "b")
        assert "Board paper as at 31 March 2026" in sitting.screen
        await sitting.press("escape", "o")
        assert "To do for Head of therapies, ICB" in sitting.screen


async def test_of_several_who_did_not_answer_a_digit_chooses(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Advice manager", "LA"))
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "o")
        assert "1 Advice manager, LA" in sitting.screen
        assert "2 Head of therapies, ICB" in sitting.screen
        await sitting.press("2")
        assert "To do for Head of therapies, ICB" in sitting.screen


async def test_what_was_left_is_told_apart_from_who_did_not_answer(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "minus", "end")
        assert "Did not answer Head of therapies, ICB: 9.4" in words(sitting)
        assert "Still to hear 1, → goes through them: 9.3" in words(sitting)
        await sitting.press("right")
        assert "─ 9.3 " in sitting.screen
        await sitting.press("equals_sign", "right")
        assert "Nothing is left to be heard" in sitting.foot


async def test_with_nobody_to_chase_it_says_so(kept: KeptPlan) -> None:
    kept.say("9.3", no_change=True)
    kept.say("9.4", no_change=True)
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "enter", "o")
        assert "Nobody to chase: every lead who was asked has answered" in sitting.foot
        assert "Did not answer nobody: all were heard" in words(sitting)


async def test_back_leads_to_the_last_one_and_esc_leaves_the_round(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "left")
        assert "2 of 2" in sitting.screen
        await sitting.press("end", "escape")
        assert sitting.app.screen is sitting.app.home


async def test_enter_goes_to_the_area_and_esc_comes_back_to_the_end(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "j", "enter")
        assert sitting.app.screen is sitting.app.home
        assert "Occupational therapy pathway" in sitting.screen
        await sitting.press("escape")
        assert "Areas' own judgements" in sitting.screen


async def test_with_caps_lock_on_the_letters_still_judge(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "R")
        assert "Area 3  not judged yet → ■ R Off track" in sitting.screen


async def test_without_an_earlier_board_nothing_is_compared(tmp_path: Path) -> None:
    from kept_plans import a_kept_plan

    plan = a_kept_plan(tmp_path, "9.3")
    async with opened(plan) as sitting:
        await sitting.press("g", "r", "enter")
        assert "What changed No earlier board to compare with" in words(sitting)
    plan.store.close()


async def test_all_chase_lists_are_one_key_and_a_folder(kept: KeptPlan) -> None:
    kept.revise("9.3", lead=OwnerDraft("Advice manager", "LA"))
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end")
        assert "o chase list l all 2 of them" in words(sitting)
        await sitting.press("l")
        assert "2 e-mail drafts into a new folder in" in words(sitting)
        await sitting.press("enter")
        assert "Wrote 2 e-mail drafts into" in words(sitting)
    folder = kept.place.parent / "chase-2026-03-31"
    assert sorted(file.name for file in folder.iterdir()) == [
        "0-contents.txt",
        "01-to-advice-manager-la.eml",
        "02-to-head-of-therapies-icb.eml",
    ]
    assert "9.3" in (folder / "01-to-advice-manager-la.eml").read_text(encoding="utf-8")
    told = (folder / "0-contents.txt").read_text(encoding="utf-8")
    assert "Advice manager, LA\n  01-to-advice-manager-la.eml" in told


async def test_chase_lists_are_never_written_over_what_is_there(kept: KeptPlan) -> None:
    (kept.place.parent / "chase-2026-03-31").mkdir()
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "l")
        assert "Folder chase-2026-03-31-2" in words(sitting)
        await sitting.press("backspace", "backspace", "enter")
        assert "chase-2026-03-31 is there already: name a new folder" in words(sitting)


async def test_of_actions_without_a_lead_it_says_that_none_is_named(kept: KeptPlan) -> None:
    kept.revise("9.4", lead=None)
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "l")
        assert "Nobody to chase: no lead is named of 9.4, 9.3" in sitting.foot


async def test_words_left_at_the_end_come_again_after_a_way_round(kept: KeptPlan) -> None:
    async with opened(kept) as sitting:
        await sitting.press("g", "r", "end", "r", *"Half", "escape", "left", "end", "r")
        assert "Why Half" in sitting.screen
