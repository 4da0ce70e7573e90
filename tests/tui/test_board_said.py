"""`b` on any row: what the board said of it, and that it agreed; and an action made of a request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kept_plans import KeptPlan, a_kept_plan
from tui.piloting import TODAY, opened

from send_actions.changes.meetings import add_meeting
from send_actions.domain.checks.plan_checks import check
from send_actions.domain.drafts import MeetingDraft, OwnerDraft
from send_actions.domain.plan import Minute
from send_actions.domain.plan.vocabulary import MinuteKind
from send_actions.store.database import open_store


def kept(place: Path) -> KeptPlan:
    """The same plan, as somebody else holds it."""
    return KeptPlan(place, open_store(place))


def newest(place: Path) -> Minute:
    """What was written down last."""
    return max(kept(place).plan().minutes, key=lambda minute: minute.id)


def codes(place: Path, ref: str) -> set[str]:
    """What the checks question of an action."""
    return {flag.code for flag in check(kept(place).plan()) if flag.action and flag.action.ref == ref}


def day_of(place: Path, minute: Minute) -> str:
    """The day of the meeting that said it."""
    return kept(place).plan().meetings_by_id[minute.meeting_id].on.isoformat()


async def test_a_request_with_who_answers_and_by_when(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b")
        assert "9.3 the board of 11 March 2026 said:" in " ".join(sitting.screen.split())
        await sitting.press("r")
        await sitting.type("Bring the costs.")
        await sitting.press("tab")
        await sitting.type("Head of Finance, LA")
        await sitting.press("tab")
        await sitting.type("15 April")
        assert "15 April 2026, a Wednesday" in sitting.screen
        await sitting.press("enter")
        assert sitting.foot == "Requested on 11 March 2026 of 9.3: “Bring the costs.” · u to undo"
        said = newest(place)
        assert (said.kind, said.text, str(said.owner)) == (
            MinuteKind.REQUEST,
            "Bring the costs.",
            "Head of Finance, LA",
        )
        assert said.due is not None
        assert (said.due.on, day_of(place, said)) == (date(2026, 4, 15), "2026-03-11")
        await sitting.press("u")
    assert all(minute.text != "Bring the costs." for minute in kept(place).plan().minutes)


async def test_the_plans_owners_complete_who_answers(place: Path) -> None:
    kept(place).revise("9.4", lead=OwnerDraft("Head of Therapies", "CHT"))
    async with opened(place) as sitting:
        await sitting.press("b", "q")
        await sitting.type("Why?")
        await sitting.press("tab")
        await sitting.type("Head of Th")
        assert "→ takes Head of Therapies, CHT" in sitting.screen
        await sitting.press("right", "enter")
    assert str(newest(place).owner) == "Head of Therapies, CHT"


@pytest.mark.parametrize(("letter", "kind"), [("q", MinuteKind.QUESTION), ("d", MinuteKind.DECISION)])
async def test_a_question_and_a_decision_take_three_keys_and_the_words(
    place: Path, letter: str, kind: MinuteKind
) -> None:
    async with opened(place) as sitting:
        await sitting.press("b", letter)
        await sitting.type("Go on")
        await sitting.press("enter")
    assert (newest(place).kind, newest(place).action_id) == (kind, kept(place).find("9.3").id)


async def test_an_answer_is_offered_where_something_is_asked(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b")
        assert "a answer" not in sitting.screen
        await sitting.press("q")
        await sitting.type("Why so late?")
        await sitting.press("enter", "b", "a")
        assert "“Why so late?”" in sitting.screen
        await sitting.press("enter")
        assert "Nothing is typed yet" in sitting.screen
        await sitting.type("A vacancy.")
        await sitting.press("enter")
        assert sitting.foot == "Answer the question of 9.3: “A vacancy.” · u to undo"
    assert (newest(place).answer, newest(place).answered_on) == ("A vacancy.", TODAY)


async def test_agreed_closes_what_was_proposed_at_once(place: Path) -> None:
    other = kept(place)
    other.say("9.3", "on-hold", note="Waits for the fund.", on="2026-03-01", look_again=date(2026, 5, 1))
    before = other.plan().record
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "b", "g")
        assert sitting.foot == "Agreed by the meeting of 11 March 2026: 9.3 · u to undo"
        assert "not-agreed" not in codes(place, "9.3")
        assert (newest(place).kind, newest(place).text) == (MinuteKind.RESOLVED, "Agreed: on hold")
        assert kept(place).plan().record == before + 1
        await sitting.press("u")
    assert [f.code for f in check(kept(place).plan()) if f.action and f.action.ref == "9.3"].count(
        "not-agreed"
    ) == 1


async def test_agreed_is_not_offered_where_nothing_waits(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b")
        assert "g agreed" not in sitting.screen
        await sitting.press("g")
        assert "g is none of these" in sitting.screen


async def test_several_are_agreed_after_saying_how_many(place: Path) -> None:
    other = kept(place)
    for ref in ("9.3", "9.4"):
        other.say(ref, "on-hold", note="Waits.", on="2026-03-10")
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "space", "space", "b", "g")
        assert "2 actions of area 9, 2 of them closed." in " ".join(sitting.screen.split())
        await sitting.press("enter")
        assert "Agreed by the meeting of 11 March 2026: 9.3, 9.4" in sitting.foot
    assert all(kept(place).find(ref).status_agreed for ref in ("9.3", "9.4"))


async def test_of_several_those_are_named_of_which_nothing_waits(place: Path) -> None:
    kept(place).say("9.3", "on-hold", note="Waits.", on="2026-03-10")
    async with opened(place) as sitting:
        await sitting.press("9", "full_stop", "3", "enter", "space", "space", "b", "g")
        assert "Agreed by the meeting of 11 March 2026: 9.3 · nothing of 9.4 waits" in sitting.foot
    assert kept(place).find("9.3").status_agreed


async def test_escape_keeps_the_words_for_the_next_time(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b", "d")
        await sitting.type("It goes on")
        await sitting.press("escape")
        assert sitting.foot.startswith("Not saved; b d on 9.3 shows your words again")
        await sitting.press("b", "d", "enter")
    assert newest(place).text == "It goes on"


async def test_with_no_meeting_held_it_offers_to_put_today_in_the_diary(tmp_path: Path) -> None:
    plan = a_kept_plan(tmp_path, "9.3")
    async with opened(plan) as sitting:
        await sitting.press("enter", "b")
        assert "Put Board of today, 31 March 2026, in the diary?" in " ".join(sitting.screen.split())
        await sitting.press("y")
        assert "9.3 today's board said:" in " ".join(sitting.screen.split())
        await sitting.press("d")
        await sitting.type("Begin")
        await sitting.press("enter")
        assert sitting.foot == "Decided of 9.3: “Begin” · u to undo"
    assert day_of(plan.place, newest(plan.place)) == "2026-03-31"


async def test_today_can_be_chosen_instead_of_the_last_one(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b", "t", "y", "d")
        await sitting.type("Begin")
        await sitting.press("enter")
    assert day_of(place, newest(place)) == "2026-03-31"


async def test_another_meeting_is_a_field_that_tab_reaches(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("b", "d")
        await sitting.type("It goes on")
        await sitting.press("tab")
        await sitting.type("28 January")
        await sitting.press("enter")
    assert day_of(place, newest(place)) == "2026-01-28"


async def test_of_an_area_and_of_the_whole_plan(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("g", "i", "b")
        assert "area 9 the board" in " ".join(sitting.screen.split())
        await sitting.press("q")
        await sitting.type("What do families say?")
        await sitting.press("enter")
        assert newest(place).area_id == kept(place).find_area("9").id
        await sitting.press("g", "h", "b", "d")
        await sitting.type("The plan goes on")
        await sitting.press("enter")
    assert (newest(place).area_id, newest(place).action_id) == (None, None)


async def test_in_the_past_it_is_off(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("[", "b")
        assert "b board said is off while looking back: Esc for today" in sitting.foot


@pytest.mark.parametrize("about", [lambda plan: {"action_id": plan.find("9.2").id}, lambda _plan: {}])
async def test_a_request_becomes_an_action_in_one_key(
    place: Path, about: Callable[[KeptPlan], dict[str, Any]]
) -> None:
    other = kept(place)
    meeting = next(one for one in other.plan().meetings if str(one.on) == "2026-03-11")
    subject = about(other)
    other.insert("minute", meeting_id=meeting.id, kind="request", text="Bring the costs.", **subject)
    async with opened(place) as sitting:
        await sitting.press("g", "b", "k", "tab", "end")
        if "Bring the costs" not in sitting.screen:
            await sitting.press("home")
        while sitting.app.screen.minute is None or sitting.app.screen.minute.kind is not MinuteKind.REQUEST:  # type: ignore[attr-defined]
            await sitting.press("k")
        assert "a make an action" in sitting.screen
        await sitting.press("a")
        if not subject:
            await sitting.type("9")
            assert "Occupational therapy pathway" in sitting.screen
            await sitting.press("enter")
        assert sitting.foot == "Add 9.5, as was requested · u to undo"
        assert "Became 9.5, not started" in sitting.screen
        await sitting.press("a")
        assert sitting.foot == "It became 9.5 already"
    assert kept(place).find("9.5").title == "Bring the costs."


async def test_todays_board_has_what_it_says_and_its_agenda(place: Path) -> None:
    other = kept(place)
    add_meeting(other.store, MeetingDraft(TODAY), **other.by())
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("g", "b")
        assert "Board, 31 March 2026" in sitting.screen
        assert "Exceptions" in sitting.screen
        await sitting.press("b", "d")
        await sitting.type("The plan goes on")
        await sitting.press("enter")
        assert "Resolved and decided  1" in sitting.screen
        assert "Decision The plan goes on" in sitting.screen
