"""The page for families: plain whatever the plan's own words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import a_measure, a_meeting, a_minute, a_plan, an_action, an_area, some_evidence
from hypothesis import given, settings
from hypothesis import strategies as st
from reports.reading import items, sections, words
from reports.sample_paper import the_plan

from send_actions.domain.plan import Milestone, Plan
from send_actions.domain.words.acronyms import WORDS, acronyms_in
from send_actions.domain.words.reading_age import reading_age
from send_actions.reports.contents.families_page import MOST_LETTERS, OLDEST, families_page
from send_actions.reports.document import Block
from send_actions.reports.sections.phrasing.words_of_blocks import words_of_blocks

MET = a_meeting("2026-03-11")
DECIDED, BETTER, WORSE = "What was decided", "What is better", "What is not better"
NOT_YET = "What is better, but not yet what we aimed for"
SAID = "What you said and what we did"


def said(plan: Plan) -> dict[str, list[Block]]:
    page = families_page(plan)
    return sections(replace(page, blocks=page.blocks[1:]))


def decided(*texts: str, kind: str = "decision") -> list[str]:
    area = an_area("9", title="Therapies for young children")
    minutes = (a_minute(text, kind, MET, area) for text in texts)
    return items(said(a_plan(MET, area, an_action("9.2"), *minutes))[DECIDED])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ICB pays; the council too.", "The integrated care board pays. The council too."),
        ("The XQZ pays.", "It made a decision on this: Therapies for young children."),
        ("Action 9.2 moves to May.", "It made a decision on this: Therapies for young children."),
        ("9.2 moves to May.", "It made a decision on this: Therapies for young children."),
        ("It stood at 9.2% in May.", "It stood at 9.2% in May."),
        ("word " * 60, "It made a decision on this: Therapies for young children."),
        ("Short. Long " + "word " * 60, "Short."),
    ],
)
def test_a_decision_is_put_in_plain_words_or_said_to_be_about_its_area(text: str, told: str) -> None:
    assert decided(text) == [told]


def test_a_resolution_is_what_the_board_agreed() -> None:
    assert decided("That the plan be adopted.", kind="resolved") == [
        "The board agreed that the plan be adopted."
    ]


def test_decisions_of_an_earlier_board_and_questions_are_not_told() -> None:
    before = a_meeting("2026-01-28")
    plan = a_plan(before, MET, a_minute("Old one.", "decision", before), a_minute("Why?", "question", MET))
    assert words(said(plan)[DECIDED]).splitlines() == [
        "The board met on 11 March 2026.",
        "It made no decision that is written down.",
    ]
    assert words(said(a_plan())[DECIDED]) == "No meeting is noted yet."


def test_more_decisions_than_are_told_are_said_to_be_there() -> None:
    made = [a_minute(f"We will meet in town {n}.", "decision", MET) for n in range(6)]
    assert words(said(a_plan(MET, *made))[DECIDED]).splitlines()[-2:] == [
        "We will meet in town 3.",
        "It made other decisions too.",
    ]


def test_a_measure_that_missed_what_was_due_is_not_better_though_it_went_the_right_way() -> None:
    readings = [("2026-01-31", 50.0), ("2026-02-28", 55.0)]
    due = (Milestone(1, date(2026, 2, 28), 60),)
    plan = a_plan(
        a_measure("Plans on time", readings),
        a_measure("Advice on time", readings, milestones=due),
        a_measure("Checks on time", [("2026-01-31", 55.0), ("2026-02-28", 55.0)], milestones=due),
        a_measure("Reviews on time", [("2026-01-31", 55.0), ("2026-02-28", 50.0)]),
        an_action("1.1", "2026-01-31", "at-risk", title="Open the help line"),
        an_action("1.2", None, "complete", title="Train staff", impact="emerging", impact_shown_by="Calls"),
        an_action("1.3", None, "complete", title="Print maps", impact="evidenced"),
    )
    found = said(plan)
    assert items(found[BETTER]) == [
        "Plans on time: now 55%. It was 50% before.",
        "This is done: Train staff.",
    ]
    assert items(found[NOT_YET]) == [
        "Advice on time: now 55%. It was 50% before. We aimed for 60% by 28 February 2026.",
    ]
    assert items(found[WORSE]) == [
        "Checks on time: now 55%. We aimed for 60% by 28 February 2026.",
        "Reviews on time: now 50%. It was 55% before.",
        "This is late: Open the help line.",
    ]


def test_a_small_count_is_not_told_nor_which_way_it_went_from_another() -> None:
    plan = a_plan(
        a_measure("Waiting", [("2026-01-31", 9), ("2026-02-28", 3)], unit="children", better="lower"),
        a_measure("Waiting long", [("2026-01-31", 4), ("2026-02-28", 3)], unit="children", better="lower"),
    )
    assert NOT_YET not in said(plan)
    assert items(said(plan)[BETTER]) == ["Waiting: now fewer than 6 children. It was 9 children before."]


def test_a_target_that_was_missed_is_not_good_news() -> None:
    past = {"target": 99, "target_by": date(2026, 2, 15)}
    found = said(a_plan(a_measure("Moves on time", [("2025-02-15", 88), ("2026-02-28", 98)], **past)))
    assert BETTER not in found
    assert items(found[NOT_YET]) == [
        "Moves on time: now 98%. It was 88% before. We aimed for 99% by 15 February 2026."
    ]


def test_a_measure_of_which_nobody_can_say_which_way_it_went_is_not_said_to_be_no_better() -> None:
    due = (Milestone(1, date(2026, 2, 28), 60),)
    first = a_measure("Advice on time", [("2026-02-28", 55.0)], milestones=due)
    few = a_measure("Places", [("2026-01-31", 2), ("2026-02-28", 4)], unit="places", milestones=due)
    assert items(said(a_plan(first, few))[WORSE]) == [
        "Advice on time: now 55%. We aimed for 60% by 28 February 2026. We cannot say if it is better.",
        (
            "Places: now fewer than 6 places. We aimed for 60 places by 28 February 2026. "
            "We cannot say if it is better."
        ),
    ]


def test_what_was_said_stands_with_what_was_done() -> None:
    done, doing = (
        an_action("1.1", None, "complete", title="Call back", impact="evidenced"),
        an_action("1.2", title="Open a line"),
    )
    plan = a_plan(
        done,
        doing,
        some_evidence("Calls", done, kind="voice", shows="Nobody calls back"),
        some_evidence("Cards", doing, kind="voice", shows="It takes long", on="2026-02-01"),
        some_evidence("Loose", kind="voice", shows="We want a map", on="2026-03-20"),
        some_evidence("Audit", done, kind="audit", shows="Not a voice"),
    )
    assert items(said(plan)[SAID]) == [
        "You said: Nobody calls back. We did this: Call back. It has helped.",
        ("You said: It takes long. We are doing this: Open a line. We do not know yet what it has changed."),
        "You said: We want a map. We do not say yet what we will do.",
    ]


def test_work_of_which_nothing_is_named_that_shows_a_difference_is_not_said_to_have_helped() -> None:
    done = an_action("1.1", None, "complete", title="Call back", impact="evidenced")
    voice = some_evidence("Calls", kind="voice", shows="Nobody calls back")
    found = said(a_plan(done, replace(voice, action_id=done.id, on=date(2026, 3, 1), title=" ")))
    assert items(found[SAID]) == [
        (
            "You said: Nobody calls back. We did this: Call back. "
            "We think it helps, but we cannot show you yet."
        )
    ]
    assert BETTER not in found


@pytest.mark.parametrize("status", ["not-started", "on-hold", "withdrawn", None])
def test_work_that_has_stopped_or_not_begun_is_not_said_to_be_done(status: str | None) -> None:
    action = an_action("1.1", None, status, title="Call back")
    plan = a_plan(action, some_evidence("Calls", action, kind="voice", shows="Nobody calls back"))
    assert items(said(plan)[SAID]) == ["You said: Nobody calls back. We do not say yet what we will do."]


def test_where_there_is_nothing_to_tell_a_section_is_left_out() -> None:
    assert words(families_page(a_plan()).blocks).splitlines() == [
        (
            "We have a plan to make things better for children and young people with special needs. "
            "A board checks how it goes. Here is the news."
        ),
        "What was decided",
        "No meeting is noted yet.",
        "What you said and what we did",
        "Please tell us what you think.",
        "What comes next",
        "The board meets next on a day that is not set yet. We will then tell you more.",
    ]


def test_names_and_what_is_exempt_are_not_in_it() -> None:
    secret = an_action("1.1", None, "complete", exempt=True, title="Secret", impact="evidenced")
    plan = a_plan(secret, MET, a_minute("Secret one.", "decision", MET, secret), *the_plan().actions)
    page = repr(families_page(plan))
    assert "Secret" not in page
    assert "Invented Person" not in page


WORD = st.sampled_from(
    [
        *(
            "we",
            "plan",
            "prioritisation",
            "multidisciplinary",
            "accountability",
            "the",
            "XQZ",
            "9.2",
            "area 9;",
        ),
        *(
            "end. Then",
            "<b>",
            "=1+1",
            "*",
            "—",
            "ظهر",
            "😀",
            "https://example.org/" + "x" * 90,
            *list(WORDS)[:20],
        ),
    ]
)
TEXT = st.lists(WORD, min_size=1, max_size=40).map(" ".join)


@settings(max_examples=40)
@given(st.lists(TEXT, min_size=8, max_size=8), st.sampled_from(["complete", "at-risk"]))
def test_the_page_is_plain_and_short_whatever_people_wrote(texts: list[str], status: str) -> None:
    one, two, three, four, *shown = texts
    action = an_action("9.2", "2026-01-31", status, title=one, impact="emerging")
    plan = a_plan(
        MET,
        action,
        an_area("9", title=two),
        *(a_minute(f"{n} {text}", "decision", MET, action) for n, text in enumerate(texts)),
        *(some_evidence(f"{n}", action, kind="voice", shows=text) for n, text in enumerate(shown)),
        a_measure(three, [("2026-01-31", 50.0), ("2026-02-28", 55.0)], unit=four),
        partnership=one,
    )
    page = families_page(plan)
    lines = list(words_of_blocks(page.blocks))
    assert reading_age("\n".join(lines)) <= OLDEST
    assert acronyms_in("\n".join(lines)) == []
    assert not any(f" {ref}" in line for line in lines for ref in ("9.2 ", "area 9"))
    assert sum(map(len, items(page.blocks))) <= MOST_LETTERS
