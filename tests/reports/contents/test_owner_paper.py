"""What an owner is asked: by what the plan owes of them, courteously, and nothing that they do not lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import a_meeting, a_minute, a_plan, an_action, an_area, an_owner
from reports.reading import items, sections, words

from send_actions.domain.plan import Action, Owner, Plan
from send_actions.reports.contents.owner_paper import owner_paper
from send_actions.reports.document import Document, Heading

EARLIER, LAST = a_meeting("2026-01-28"), a_meeting("2026-03-11")
NEXT = a_meeting("2026-04-15", returns_due="2026-04-08", papers_due="2026-04-10")
LEAD = an_owner("Head of Therapies", "NHS trust", name="Jo Bloggs", email="jo@example.org")
OTHER = an_owner("Nurse", "NHS trust")
CALM = {"status": "on-track", "updated_on": "2026-03-20", "due": "2026-09-30"}


def asked(*things: Any, who: str = "Head of Therapies, NHS trust", audience: str = "internal") -> Document:
    return owner_paper(a_plan(EARLIER, LAST, NEXT, LEAD, OTHER, *things), who, audience=audience)


def wishes(**action: Any) -> str:
    """What is asked of one action that is otherwise calm."""
    (item,) = items(asked(an_action("9.1", **CALM | {"lead": LEAD} | action)).blocks)
    return item.partition(" Please ")[2]


def test_each_thing_owed_is_asked_for_in_words() -> None:
    since = {"updated_on": "2026-03-20", "since": "2026-03-20"}
    assert wishes(updated_on="2026-03-01") == "say how it stands now."
    assert wishes(due="2026-02-28") == "say when it will be done (it was due 28 February 2026)."
    assert wishes(due="2026-04-01") == "say whether it will be done in time (due 1 April 2026)."
    assert wishes(status="at-risk", path="Meet.", **since) == "say why it is at risk."
    assert wishes(status="at-risk", reason="Late.", **since) == "give the path to green, and by when."
    assert wishes(status="at-risk", reason="Late.", path="Meet.", path_by="2026-03-01", **since) == (
        "give a new path to green, and by when (it was to be by 1 March 2026)."
    )
    assert wishes(status="not-started", start="2026-03-01") == (
        "say when it will start (it was to be by 1 March 2026)."
    )
    assert wishes(due=None) == "give a due date."
    assert wishes(status="complete") == "name what shows that it is done."
    assert wishes(updated_on="2026-03-01", status="off-track", since="2026-02-01") == (
        "say how it stands now; say why it is off track; and give the path to green, and by when."
    )


def test_an_action_stands_with_its_status_and_what_was_said_last_each_under_its_day() -> None:
    action = an_action(
        "9.1",
        "2026-02-28",
        "on-track",
        title="Start a line",
        lead=LEAD,
        since="2026-01-05",
        note="51 calls.",
        note_on="2026-02-02",
        confirmed_on="2026-03-20",
        updated_on="2026-03-20",
    )
    (item,) = items(asked(action).blocks)
    assert item == (
        "9.1 Start a line: on track since 5 January 2026. “51 calls”, said 2 February 2026; “No change, "
        "still right”, said 20 March 2026. Please say when it will be done (it was due 28 February 2026)."
    )


def test_questions_of_meetings_about_their_actions_and_areas_are_asked_again() -> None:
    area = an_area("9", title="Therapies", lead=LEAD)
    action = an_action("9.1", lead=LEAD, **CALM)
    paper = asked(
        area,
        action,
        a_minute("What would it cost us?", meeting=LAST, about=action),
        a_minute("Show waits.", "request", LAST, area),
        a_minute("Answered?", meeting=EARLIER, about=action, answer="Yes."),
        a_minute("Still to come?", meeting=NEXT, about=action),
    )
    assert [item.partition(" Please ")[2] for item in items(paper.blocks)] == [
        "answer the Board of 11 March 2026: “What would it cost us?”",
        "bring what was requested by the Board of 11 March 2026: “Show waits”.",
    ]


def test_one_owner_is_greeted_and_written_to_and_told_by_when() -> None:
    paper = asked(an_action("9.1", "2026-02-28", lead=LEAD), an_action("9.2", lead=LEAD, **CALM))
    told = words(paper.blocks).splitlines()
    assert told[0] == "Dear Jo Bloggs,"
    assert told[1].startswith(
        "The Board meets on 15 April 2026. Please answer the point below by 8 April 2026."
    )
    assert told[-2:] == ["Nothing is asked now about 9.2 Action 9.2.", "Thank you."]
    assert paper.title == "SEND improvement plan: updates wanted by 8 April 2026"
    assert paper.recipient == "jo@example.org"


def test_a_board_s_copy_names_and_reaches_nobody() -> None:
    paper = asked(an_action("9.1", "2026-02-28", lead=LEAD), audience="board")
    assert words(paper.blocks).startswith("Dear Head of Therapies,")
    assert paper.recipient == ""
    assert "Bloggs" not in repr(paper)


def test_an_organisation_s_owners_stand_each_under_their_name() -> None:
    mine, theirs = an_action("9.1", "2026-02-28", lead=LEAD), an_action("9.2", "2026-02-28", lead=OTHER)
    paper = asked(mine, theirs, an_action("9.3", "2026-02-28"), who="NHS trust")
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == ["Head of Therapies, NHS trust (Jo Bloggs)", "Nurse, NHS trust"]
    assert words(paper.blocks).startswith("Dear colleagues,")
    assert "the 2 points below" in words(paper.blocks)
    assert "9.3" not in words(paper.blocks)
    assert paper.recipient == "jo@example.org"
    two = replace(OTHER, email="nurse@example.org")
    plan = a_plan(NEXT, LEAD, two, mine)
    assert owner_paper(plan, "NHS trust").recipient == ""


def calm(ref: str, lead: Owner, title: str) -> Action:
    """An action that asks for nothing but a due date."""
    fields: dict[str, Any] = {**CALM, "lead": lead, "title": title, "due": None}
    return an_action(ref, **fields)


def test_an_owner_who_is_called_so_exactly_is_meant_alone() -> None:
    bare, body = an_owner("Head of Therapies", ""), an_owner("NHS trust", "")
    things = (
        calm("9.1", LEAD, "Theirs"),
        calm("9.2", bare, "Mine"),
        calm("9.3", body, "Ours"),
    )
    for who, title in (("Head of Therapies", "Mine"), ("NHS trust", "Ours"), (str(LEAD), "Theirs")):
        (item,) = items(asked(bare, body, *things, who=who).blocks)
        assert f" {title}: " in item
    both = asked(*things[:1], who="Head of Therapies")
    assert "Theirs" in words(both.blocks)


def test_who_owes_nothing_is_thanked() -> None:
    paper = asked(an_action("9.1", lead=LEAD, **CALM))
    assert "Nothing is asked of you before the next board. Thank you for" in words(paper.blocks)
    assert paper.title.endswith("nothing is asked now")


def test_returns_that_are_late_and_a_plan_without_boards_are_said_as_they_are() -> None:
    action = an_action("9.1", "2026-02-28", lead=LEAD)
    late = a_meeting("2026-04-15", returns_due="2026-03-20")
    told = words(owner_paper(a_plan(late, LEAD, action), str(LEAD)).blocks)
    assert "Please answer the point below; returns were due on 20 March 2026." in told
    alone = owner_paper(a_plan(LEAD, action), str(LEAD))
    assert alone.title == "SEND improvement plan: updates wanted"
    assert "Please answer the point below. A line will do;" in words(alone.blocks)


def test_an_exempt_action_is_marked_for_its_owner_and_hidden_from_a_board() -> None:
    secret = an_action("9.1", "2026-02-28", lead=LEAD, title="Close a unit", exempt=True)
    assert "9.1 Close a unit (exempt): " in words(asked(secret).blocks)
    hidden = words(asked(secret, audience="board").blocks)
    assert "9.1" not in hidden
    assert hidden.endswith("What is exempt in the plan is not in this list.")


def test_their_days_are_due_dates_and_the_next_board() -> None:
    late, coming = an_action("9.1", "2026-02-28", lead=LEAD), an_action("9.2", "2026-04-01", lead=LEAD)
    days = asked(late, coming, an_action("9.3", "2026-04-02", lead=OTHER)).entries
    assert [(day.on, day.title) for day in days] == [
        (date(2026, 4, 1), "Due: 9.2 Action 9.2"),
        (date(2026, 4, 8), "Returns due: Board, 15 April 2026"),
        (date(2026, 4, 10), "Papers due: Board, 15 April 2026"),
        (date(2026, 4, 15), "Board"),
    ]


def test_sections_of_one_owner_have_no_heading() -> None:
    plan: Plan = a_plan(LEAD, an_action("9.1", lead=LEAD))
    assert not [block for block in owner_paper(plan, str(LEAD)).blocks if isinstance(block, Heading)]
    assert sections(replace(owner_paper(plan, str(LEAD)), blocks=())) == {}
