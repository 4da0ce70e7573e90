"""A meeting's paper: what comes before it, and what became of what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import a_meeting, a_minute, a_plan, an_action, an_area, an_id, an_owner
from reports.reading import items, sections, table, words
from reports.sample_paper import a_sure_due

from send_actions.domain.plan import Deadline, Paper
from send_actions.domain.plan.vocabulary import Status
from send_actions.reports.audience import Audience, redact_plan
from send_actions.reports.contents.meeting_paper import action_log, agenda
from send_actions.reports.sections.meetings.meeting_log import Agreed, StatusAgreed

LAST = a_meeting("2026-03-11")
NEXT = a_meeting("2026-04-15", returns_due="2026-03-27", papers_due="2026-04-10")
REVIEW = a_meeting("2026-05-13", "Review")
LEAD = an_owner("Head of Therapies", "CHT")
LATE = an_action("9.1", "2026-02-28", "at-risk", title="Agree who pays", lead=LEAD, updated_on="2026-03-20")
OFF = an_action("9.2", "2026-04-10", "off-track", title="Clear waits", lead=LEAD, since="2026-03-01")
PLAN = a_plan(
    an_area("9", title="Therapies", lead=LEAD),
    LAST,
    NEXT,
    REVIEW,
    LATE,
    OFF,
    a_minute("What would it cost us?", meeting=LAST, about=LATE),
    a_minute("Show it by area.", "request", LAST, an_area("9"), answer="Shown.", answered_on="2026-03-20"),
    a_minute("The date moves.", "decision", LAST, OFF),
    a_minute("The plan is adopted.", "resolved", LAST),
    a_minute("Not of this meeting.", "decision", REVIEW),
)


def test_an_agenda_has_what_comes_to_the_table_in_its_order() -> None:
    found = sections(agenda(PLAN, NEXT, None))
    assert list(found) == [
        "To see again",
        "To decide and agree",
        "Exceptions",
        "Due by then",
        "Before the meeting",
    ]
    assert "“What would it cost us?” Open: ▲ A At risk." in words(found["To see again"])
    lead = "Head of Therapies, CHT"
    decided = items(found["To decide and agree"])[0]
    assert decided.startswith("9.2 Clear waits: decide what help to give.")
    assert decided.endswith(f" Lead: {lead}.")
    assert table(found["Exceptions"], "Off track or overdue") == [
        ["9.2 Clear waits", lead, "■ R Off track", "1 March 2026", "10 April 2026"],
        ["9.1 Agree who pays", lead, "▲ A At risk", "not known", "28 February 2026\nOverdue"],
    ]
    assert table(found["Due by then"], "Open actions due up to 15 April 2026") == [
        ["10 April 2026", "9.2 Clear waits", lead, "■ R Off track"]
    ]
    assert items(found["Before the meeting"]) == [
        "Returns due: 27 March 2026 (passed).",
        "Papers due: 10 April 2026.",
        "Updates owed since the last board: 1 of 2 open actions (CHT 1).",
    ]


def test_a_decision_without_a_lead_says_so_and_an_exempt_one_tells_nobody() -> None:
    alone = an_action("9.3", status="off-track")
    secret = an_action("9.4", status="off-track", lead=LEAD, exempt=True)
    told = items(sections(agenda(a_plan(LAST, NEXT, alone, secret), NEXT, None))["To decide and agree"])
    assert [words.rpartition(". ")[2] for words in told] == ["It has no lead.", "Its detail is exempt."]


def test_only_the_board_of_the_main_series_decides() -> None:
    paper = agenda(PLAN, REVIEW, None)
    assert paper.title == "Review, 13 May 2026: agenda"
    assert "To decide and agree" not in sections(paper)
    assert "decision" not in words(paper.blocks)


def test_a_meeting_s_papers_are_for_those_who_meet() -> None:
    assert dict(agenda(PLAN, NEXT, None).facts)["For"] == "Board, Sample partnership"
    assert dict(agenda(PLAN, REVIEW, None).facts)["For"] == "Review, Sample partnership"
    held = replace(REVIEW, on=LAST.on)
    assert dict(action_log(PLAN, held, Agreed()).facts)["For"] == "Review, Sample partnership"
    unnamed = action_log(PLAN, replace(held, series=" "), Agreed())
    assert dict(unnamed.facts)["For"] == "Sample partnership"


def test_what_was_answered_since_the_meeting_before_is_told() -> None:
    before = replace(PLAN, as_at=LAST.on, minutes=())
    assert "Answered 20 March 2026: “Shown”." in words(sections(agenda(PLAN, NEXT, before))["To see again"])


def test_an_action_log_has_each_question_with_its_owner_due_date_and_answer() -> None:
    paper = action_log(PLAN, LAST, Agreed())
    found = sections(paper)
    assert table(found["Asked and requested"], "Questions and requests") == [
        [
            "Asked: What would it cost us?",
            "9.1 Agree who pays",
            "Head of Therapies, CHT",
            "– none given",
            "No answer yet; at risk",
        ],
        [
            "Requested: Show it by area.",
            "Area 9 Therapies",
            "Head of Therapies, CHT",
            "– none given",
            "Answered 20 March 2026: Shown.",
        ],
    ]
    assert items(found["Decided and resolved"]) == [
        "Decided, on 9.2 Clear waits: “The date moves”. Now: ■ R Off track.",
        "Resolved, on the whole plan: “The plan is adopted”. ",
    ]
    assert dict(paper.facts)["Paper it was shown"] == "none is noted"
    assert "Not of this meeting" not in words(paper.blocks)


def test_who_was_named_to_answer_comes_first_by_role_and_what_a_request_became_is_told() -> None:
    named = an_owner("Finance Lead", "LA", name="Alex Example", email="alex@example.org")
    asked = a_minute(
        "Bring what it costs.",
        "request",
        LAST,
        LATE,
        owner=named,
        due=a_sure_due("2026-04-15"),
        answer="It became an action of the plan.",
        made_action_id=OFF.id,
    )
    plan = replace(PLAN, minutes=(asked,), owners=(LEAD, named))
    found = sections(action_log(plan, LAST, Agreed(), audience="board"))
    assert table(found["Asked and requested"], "Questions and requests") == [
        [
            "Requested: Bring what it costs.",
            "9.1 Agree who pays",
            "Finance Lead, LA",
            "15 April 2026",
            "Became 9.2 Clear waits; off track",
        ]
    ]


def test_of_an_exempt_minute_neither_who_answers_nor_what_it_became_is_told() -> None:
    asked = a_minute("Secret.", "request", LAST, owner=LEAD, made_action_id=OFF.id, exempt=True)
    (seen,) = redact_plan(replace(PLAN, minutes=(asked,)), Audience.BOARD).minutes
    assert (seen.text, str(seen.owner), seen.made_action_id) == ("Exempt item", "Exempt", None)
    hidden = replace(OFF, exempt=True)
    open_one = a_minute("Open.", "request", LAST, owner=LEAD, made_action_id=OFF.id)
    plan = replace(PLAN, actions=(LATE, hidden), minutes=(open_one,))
    (public,) = redact_plan(plan, Audience.PUBLIC).minutes
    assert public.made_action_id is None


def test_the_paper_that_was_issued_for_it_is_named_with_its_record() -> None:
    issued = Paper(1, date(2026, 3, 6), "board", date(2026, 3, 6), 196, "board", LAST.id)
    paper = action_log(replace(PLAN, papers=(issued,)), LAST, Agreed())
    assert dict(paper.facts)["Paper it was shown"] == "board paper, record 196, issued 6 March 2026"


def test_dates_and_statuses_that_it_agreed_are_told_with_what_they_took_the_place_of() -> None:
    moved, held = an_id("action", "9.2"), an_id("action", "9.1")
    dates = [
        Deadline(2, moved, LAST.on, a_sure_due("2026-04-10"), "The trust waited.", LAST.id),
        Deadline(1, moved, date(2025, 9, 1), a_sure_due("2026-01-31")),
    ]
    actions = tuple(replace(a, status=Status.ON_HOLD) if a.id == held else a for a in PLAN.actions)
    agreed = Agreed({moved: dates}, {held: [StatusAgreed(Status.ON_HOLD, LAST.on)]})
    paper = action_log(replace(PLAN, actions=actions), LAST, agreed)
    assert items(sections(paper)["Dates and statuses agreed"]) == [
        "9.1 Agree who pays: agreed as on hold, said 11 March 2026.",
        (
            "9.2 Clear waits: due date 10 April 2026, from 31 January 2026: “The trust waited”, said "
            "11 March 2026."
        ),
    ]


def test_a_status_that_it_agreed_is_told_as_it_was_then_and_beside_it_what_has_become_of_it() -> None:
    agreed = Agreed({}, {LATE.id: [StatusAgreed(Status.ON_HOLD, LAST.on)]})
    assert items(sections(action_log(PLAN, LAST, agreed))["Dates and statuses agreed"]) == [
        "9.1 Agree who pays: agreed as on hold, said 11 March 2026; now at risk."
    ]


def test_a_name_in_the_reason_of_a_moved_date_is_told_to_nobody_outside() -> None:
    quill = an_owner("Head of Therapies", "CHT", name="Zara Quill")
    plan = replace(PLAN, owners=(quill,))
    moved = an_action("9.2", "2026-04-10", "off-track", title="Clear waits", lead=LEAD, due_moves=1)
    waiting = replace(plan, actions=(PLAN.actions[0], moved))
    dates = {
        moved.id: [
            Deadline(2, moved.id, LAST.on, a_sure_due("2026-04-10"), "Zara Quill was away.", LAST.id),
            Deadline(1, moved.id, date(2025, 9, 1), a_sure_due("2026-01-31")),
        ]
    }
    for paper in (agenda(waiting, NEXT, None, deadlines=dates), action_log(plan, LAST, Agreed(dates))):
        assert "“Head of Therapies was away”" in words(paper.blocks)
        assert "Zara Quill" not in repr(paper)


def test_a_meeting_of_which_nothing_is_written_down_says_so() -> None:
    text = words(action_log(a_plan(LAST), LAST, Agreed()).blocks)
    assert "No question or request of this meeting is written down." in text
    assert "No decision or resolution of this meeting is written down." in text


def test_its_days_are_the_meeting_with_what_is_due_for_it_and_actions_due_by_then() -> None:
    assert [(day.on.isoformat(), day.title) for day in agenda(PLAN, NEXT, None).entries] == [
        ("2026-04-10", "Due: 9.2 Clear waits"),
        ("2026-04-10", "Papers due: Board, 15 April 2026"),
        ("2026-04-15", "Board"),
    ]
    assert [day.title for day in action_log(PLAN, LAST, Agreed()).entries] == [
        "Due: 9.2 Clear waits",
        "Papers due: Board, 15 April 2026",
        "Board",
    ]
