"""Making and editing actions and areas in a form that fills the screen: n and e."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from kept_plans import KeptPlan, a_kept_plan
from textual import events
from tui.piloting import Sitting, opened

from send_actions.changes.measures import add_measure
from send_actions.domain.drafts import MeasureDraft
from send_actions.domain.plan import Due, Owner
from send_actions.domain.plan.vocabulary import Better, Precision, Status
from send_actions.store.database import open_store

LONG = "A title of four hundred characters and more " * 10
HOSTILE = "[/x]\x1b]52;c;eA==\x07 =1+1 \u202eevil"


@pytest.fixture
def kept(place: Path) -> KeptPlan:
    return KeptPlan(place, open_store(place))


async def fill(sitting: Sitting, **fields: str) -> None:
    """Type into fields by their names, as the screen has them in their order."""
    for name, text in fields.items():
        for _ in range(20):
            focused = sitting.app.focused
            if focused is not None and focused.id == f"field-{name}":
                break
            await sitting.press("tab")
        await sitting.press("ctrl+u")
        await sitting.type(text)
        await sitting.press()


async def test_n_makes_an_action_in_the_area_here_and_one_undo_takes_it_back(
    place: Path, kept: KeptPlan
) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("n")
        assert "New action in 9 Occupational therapy pathway" in sitting.screen
        assert "Ref          9.5" in sitting.screen
        await sitting.type("Train forty staff")
        await fill(sitting, lead="Head of SEND, LA", due="June 2026")
        assert "June 2026, so due by its last day, 30 June 2026, a Tuesday" in sitting.screen
        await sitting.press("enter")
        assert sitting.row == "9.5"
        assert sitting.foot == "Add 9.5 · u to undo"
        made = kept.find("9.5")
        assert (made.title, made.status) == ("Train forty staff", Status.NOT_STARTED)
        assert made.lead is not None
        assert (made.lead.role, made.lead.organisation) == ("Head of SEND", "LA")
        assert made.due == Due(date(2026, 6, 30), Precision.MONTH, "June 2026")
        await sitting.press("u")
        assert "Taken back: Add 9.5" in sitting.foot
    assert "9.5" not in {action.ref for action in kept.plan().actions}


async def test_all_that_is_wrong_is_said_at_once_each_beside_its_field_and_the_cursor_goes_to_the_first(
    place: Path, kept: KeptPlan
) -> None:
    before = kept.plan().record
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("n")
        await fill(sitting, due="31 Febr", ref="9.2", area="99", supports="9, 77", exempt="maybe")
        await sitting.press("enter")
        lines = sitting.screen.splitlines()
        for label, words in (
            ("Title", "The action needs a title."),
            ("Due", 'Cannot read "31 Febr" as a due date'),
            ("Ref", "9.2 is there already"),
            ("Area", "There is no area 99"),
        ):
            at = next(place for place, line in enumerate(lines) if line.startswith(f"│ {label} "))
            assert words in lines[at + 1]
        assert "6 fields are to be put right: nothing is saved yet" in sitting.screen
        focused = sitting.app.focused
        assert focused is not None
        assert focused.id == "field-title"
        await sitting.press("pagedown", "pagedown")
        assert "There is no area 77" in sitting.screen
        assert "Type yes or no." in sitting.screen
    assert kept.plan().record == before


async def test_e_changes_only_what_was_changed_and_is_one_undo(place: Path, kept: KeptPlan) -> None:
    before = kept.find("9.3")
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("e")
        assert "Edit 9.3" in sitting.screen
        await fill(sitting, title="Start two advice lines", success="Calls answered", depends="9.1, 9.2")
        await sitting.press("enter")
        assert sitting.foot == "Revise 9.3: title, success measure, depends on · u to undo"
        now = kept.find("9.3")
        assert (now.title, now.success_measure) == ("Start two advice lines", "Calls answered")
        assert now.depends_on == (kept.find("9.1").id, kept.find("9.2").id)
        assert (now.due, now.status, now.lead) == (before.due, before.status, before.lead)
        await sitting.press("e", "enter")
        assert sitting.foot == "9.3 says so already: nothing to save"
        await sitting.press("u")
    assert kept.find("9.3").title == before.title
    assert kept.find("9.3").depends_on == ()


async def test_what_an_action_moves_is_read_only_where_it_was_changed(place: Path, kept: KeptPlan) -> None:
    waits = MeasureDraft("Waits: autism; ADHD", "weeks", Better.LOWER)
    add_measure(kept.store, waits, moved_by=[kept.find("9.3").id], **kept.by())
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("e")
        await fill(sitting, title="Start two advice lines")
        await sitting.press("enter")
        assert sitting.foot == "Revise 9.3: title · u to undo"
    assert len(kept.find("9.3").measures) == 1


async def test_a_due_date_moves_in_the_form_with_its_reason_after_one_question_without(
    place: Path, kept: KeptPlan
) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e")
        await fill(sitting, due="30 June 2026")
        await sitting.press("enter")
        assert "No reason is given for the date that moves." in sitting.screen
        assert "Enter again saves it all the same." in sitting.screen
        await sitting.type("Two posts")
        await fill(sitting, agreed="last")
        await sitting.press("enter")
        assert "Revise 9.3: due date" in sitting.foot
    now = kept.find("9.3")
    assert (now.due_on, now.due_reason, now.due_agreed) == (date(2026, 6, 30), "Two posts", True)


async def test_what_looks_personal_or_like_a_name_is_asked_once(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e")
        await fill(sitting, title="Write to a.parent@example.org", lead="Jane Smith, LA")
        await sitting.press("enter")
        assert "Enter again saves it all the same." in sitting.screen
        assert kept.find("9.3").title == "Start an advice line"
        await sitting.press("enter")
        assert "Revise 9.3: title, lead" in sitting.foot


async def test_an_area_s_headline_and_judgement_are_saved_as_one_record(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("escape", "e")
        assert "Edit area 9 Occupational therapy pathway" in sitting.screen
        await sitting.type("amber")
        await sitting.press()
        assert "At risk" in sitting.screen
        await fill(sitting, why="Two posts are vacant", headline="Waits fall.")
        await sitting.press("enter")
        assert sitting.foot == "Revise area 9: headline, judged at risk · u to undo"
        area = kept.find_area("9")
        assert area.judgement is not None
        assert (area.judgement.status, area.judgement.reason) == (Status.AT_RISK, "Two posts are vacant")
        await sitting.press("u")
    assert (kept.find_area("9").headline, kept.find_area("9").judgement) == ("", None)


async def test_a_judgement_once_said_is_not_emptied_and_a_reason_needs_one(
    place: Path, kept: KeptPlan
) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("escape", "e")
        await fill(sitting, why="Because")
        await sitting.press("enter")
        assert "The reason is one of a judgement" in sitting.screen
        await fill(sitting, judgement="r")
        await sitting.press("enter", "e", "ctrl+u", "enter")
        assert "A judgement once said stands: say another." in sitting.screen
    area = kept.find_area("9")
    assert area.judgement is not None
    assert area.judgement.status is Status.OFF_TRACK


async def test_n_among_areas_makes_an_area_of_the_theme_here(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("escape", "n")
        assert "New area" in sitting.screen
        await sitting.type("Short breaks")
        await sitting.press("enter")
        assert "Add area 15 · u to undo" in sitting.foot
        assert sitting.app.home.area is not None
        assert sitting.app.home.area.number == "15"
    assert kept.find_area("15").theme == "Assess and meet"


async def test_an_empty_plan_is_filled_and_rated_from_nothing(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path)
    async with opened(kept, (80, 24)) as sitting:
        assert "No areas yet: n makes the first, X brings a file in" in " ".join(sitting.screen.split())
        await sitting.press("n")
        await sitting.type("Annual reviews")
        await sitting.press("enter", "enter")
        assert "No actions yet: n makes the first" in sitting.screen
        await sitting.press("n")
        await sitting.type("Clear the backlog")
        await sitting.press("enter", "s", "a", *"Late", "enter")
        assert sitting.row == "1.1"
    plan = kept.plan()
    assert [(one.ref, one.status, one.reason) for one in plan.actions] == [("1.1", Status.AT_RISK, "Late")]


async def test_an_unsaved_form_asks_before_it_is_left(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "escape")
        assert "Edit 9.3" not in sitting.screen
        await sitting.press("e", "X", "escape")
        assert "Leave without saving?" in sitting.screen
        await sitting.press("n")
        assert "Start an advice lineX" in sitting.screen
        await sitting.press("escape", "y")
        assert "Edit 9.3" not in sitting.screen
    assert kept.find("9.3").title == "Start an advice line"


async def test_long_and_hostile_words_are_refused_or_kept_as_text(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e", "ctrl+u")
        sitting.app.post_message(events.Paste(LONG))
        await sitting.press("enter")
        assert "shorten it to 400" in sitting.screen
        await sitting.press("ctrl+u")
        sitting.app.post_message(events.Paste(HOSTILE))
        await sitting.press("enter")
        assert "\x1b" not in sitting.screen
        assert "Revise 9.3: title" in sitting.foot
    assert kept.find("9.3").title == "[/x]]52;c;eA== =1+1 evil"


async def test_line_breaks_stand_as_a_mark_and_are_kept(place: Path, kept: KeptPlan) -> None:
    kept.revise("9.3", success_measure="One line.\nAnother.")
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("e")
        assert "One line.¶Another." in sitting.screen
        await fill(sitting, lead="Head of SEND, LA")
        await sitting.press("enter")
        assert kept.find("9.3").success_measure == "One line.\nAnother."
        await sitting.press("e")
        while sitting.app.focused is None or sitting.app.focused.id != "field-success":
            await sitting.press("tab")
        await sitting.press("end", "!", "enter")
    assert kept.find("9.3").success_measure == "One line.\nAnother.!"
    assert kept.find("9.3").lead == Owner(kept.find("9.3").lead.id, "Head of SEND", "LA")  # type: ignore[union-attr]


async def test_in_a_small_terminal_the_form_scrolls_with_the_cursor_and_says_that_more_lies_below(
    place: Path,
) -> None:
    async with opened(place, (60, 16)) as sitting:
        await sitting.press("e")
        assert "more" in sitting.screen
        assert "Exempt" not in sitting.screen
        await sitting.press("shift+tab")
        assert "Exempt" in sitting.screen
        await sitting.press("pageup", "pageup")
        assert "Title" in sitting.screen
        assert all(len(line) <= 60 for line in sitting.screen.splitlines())


async def test_n_and_e_are_off_while_looking_back_and_with_several_marked(place: Path) -> None:
    async with opened(place) as sitting:
        await sitting.press("space", "space", "e")
        assert sitting.foot == "e edits one action at a time and 2 are marked: Esc unmarks"
        await sitting.press("escape", "left_square_bracket", "n")
        assert sitting.foot == "n new is off while looking back: Esc for today"


async def test_n_and_e_work_in_needs_attention(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (80, 24)) as sitting:
        await sitting.press("g", "a", "e")
        assert "Edit 9.3" in sitting.screen
        await sitting.press("escape", "n")
        await sitting.type("Call back within a day")
        await sitting.press("enter")
        assert "Add 9.5 · u to undo" in sitting.foot
        assert sitting.app.screen is not sitting.app.home
    assert kept.find("9.5").title == "Call back within a day"


async def test_in_an_area_of_sixty_the_new_one_is_in_sight(tmp_path: Path) -> None:
    kept = a_kept_plan(tmp_path, *(f"9.{number}" for number in range(1, 61)))
    async with opened(kept, (80, 24)) as sitting:
        await sitting.press("n", *"Here", "enter")
        assert sitting.row == "9.61"
        assert "9.61" in sitting.screen.replace("Add 9.61", "")
        await sitting.press("home", "e", *"X", "enter")
        assert sitting.row == "9.1"
        assert "▌ 9.1 " in sitting.screen


async def test_e_on_all_areas_names_the_plan(place: Path, kept: KeptPlan) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("escape", "home", "e", "ctrl+u", "enter")
        assert "The plan needs a title." in sitting.screen
        await sitting.type("Our plan")
        await fill(sitting, series="Improvement Board", signs_off="11 March")
        await sitting.press("enter")
        assert "Change the plan: title, main series, signs off from" in sitting.foot
        assert "Our plan · Sample partnership" in sitting.screen
    plan = kept.plan()
    assert (plan.title, plan.main_series) == ("Our plan", "Improvement Board")
    assert plan.signs_off_from == date(2026, 3, 11)


async def test_a_first_due_date_may_be_given_in_the_form_of_an_action_that_has_none(
    place: Path, kept: KeptPlan
) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("n")
        await sitting.type("Train forty staff")
        await sitting.press("enter", "e")
        await fill(sitting, due="March 2027")
        await sitting.press("enter")
        assert "u to undo" in sitting.foot
    assert kept.find("9.5").due == Due(date(2027, 3, 31), Precision.MONTH, "March 2027")


async def test_a_sentence_in_the_place_of_an_area_s_number_is_asked_about_once(
    place: Path, kept: KeptPlan
) -> None:
    async with opened(place, (120, 36)) as sitting:
        await sitting.press("escape", "e")
        await fill(sitting, number="9 Waits are still rising")
        await sitting.press("enter")
        assert "reads as words, not as an area's number" in sitting.screen
        assert kept.find_area("9").number == "9"
