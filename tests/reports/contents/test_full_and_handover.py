"""The whole plan says everything of it once; a handover says what its next lead has to know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from builders import a_finding, a_meeting, a_plan, a_source, an_action, an_area, an_owner
from hypothesis import given
from reports.contents.test_board_numbers import ACTIONS
from reports.reading import items, sections, table, words
from reports.review_plan import the_deadlines, the_reviewed_plan, what_was_said

from send_actions.domain.plan import Action, Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.reports.contents.full_paper import full_paper
from send_actions.reports.contents.handover_paper import handover_paper
from send_actions.reports.document import Day, Document, Heading, Number, Table


def the_whole() -> Document:
    return full_paper(the_reviewed_plan(), what_was_said(), the_deadlines())


def of_action(paper: Document, ref: str) -> list[str]:
    """What stands under an action's heading."""
    blocks = list(paper.blocks)
    place = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text.startswith(f"{ref} "))
    return items(blocks[place + 1 : place + 2])


def test_an_action_has_everything_that_is_said_of_it() -> None:
    assert of_action(the_whole(), "9.2") == [
        "Status: ■ R Off track, before that at risk.",
        "Why: 20 March 2026: Council and ICB differ on the split.",
        "Path to green by 10 April 2026: Directors meet.",
        "Impact: none yet.",
        "Due: 30 June 2026; first 31 December 2025, moved twice, not yet agreed by a meeting.",
        (
            "How its date moved, newest first: 20 March 2026: to 30 June 2026, because: Split still "
            "not agreed. 10 January 2026: to 28 February 2026, because: Waited for the ICB."
        ),
        "Lead: Head of Therapies, NHS trust.",
        (
            "What was said, newest first:\n20 March 2026: Off track. Council and ICB differ.\n"
            "1 February 2026: No change, still right."
        ),
    ]


def test_steps_links_and_dates_of_an_action_are_told() -> None:
    needed = an_action("1.1", title="Recruit")
    action = an_action(
        "9.1",
        Due(date(2026, 3, 31), Precision.TERM, "Spring term 2026"),
        "on-hold",
        start="2025-09-01",
        look_again="2026-03-01",
        depends_on=(needed.id,),
        supports=(an_area("1").id,),
        partners=("ICB", "Schools"),
        sro=an_owner("Director", "LA"),
        ask="Four officers.",
        ask_on="2026-02-01",
        success_measure="90% in time",
    )
    told = of_action(full_paper(a_plan(an_area("1", title="Early help"), needed, action), {}, {}), "9.1")
    assert told == [
        "Status: ▬ H On hold.",
        "Why: no reason is given.",
        "Asked of the board: 1 February 2026: Four officers.",
        "To be looked at again: 1 March 2026 (passed).",
        "Impact: not rated.",
        "Success would be: 90% in time.",
        "Due: spring term 2026.",
        "Starts: 1 September 2025.",
        "Lead: No lead.",
        "Accountable: Director, LA.",
        "Partners: ICB, Schools.",
        "Depends on: 1.1.",
        "Also supports: area 1.",
    ]


@given(ACTIONS)
def test_every_area_and_action_has_its_heading_once_in_order(actions: list[Action]) -> None:
    plan = a_plan(*actions)
    paper = full_paper(plan, {}, {})
    told = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 4]
    assert told == [f"{a.ref} {a.title}" for area in plan.areas for a in plan.actions_by_area[area.id]]
    assert paper.has_contents


def test_every_reading_of_a_measure_stands_as_a_number_on_its_day() -> None:
    (kept,) = [b for b in the_whole().blocks if isinstance(b, Table) and b.caption.startswith("Readings")]
    assert [[str(cell) for cell in row] for row in kept.rows] == [
        ["Seen within 18 weeks", "2026-02-28", "28 February 2026", "64%", "no note"],
        ["Seen within 18 weeks", "2025-12-31", "31 December 2025", "61.5%", "no note"],
    ]
    assert all(isinstance(row[2], Day) and isinstance(row[3], Number) for row in kept.rows)


def test_the_meetings_stand_with_their_minutes() -> None:
    found = sections(the_whole())["Meetings"]
    rows = table(found, "Meetings, held and to come")
    assert [row[0] for row in rows] == ["28 January 2026", "14 April 2026"]
    assert [row[4] for row in rows] == ["3 minutes", "none"]
    assert "Asked, on 9.2 Agree who pays for equipment: “What will the advice line cost?”" in words(found)


def the_handover(**matters: Any) -> dict[str, list[str]]:
    plan = replace(the_reviewed_plan(), **matters)
    return {title: items(blocks) for title, blocks in sections(handover_paper(plan)).items()}


def test_a_handover_is_for_whoever_takes_the_plan_over() -> None:
    facts = dict(handover_paper(the_reviewed_plan()).facts)
    assert facts["For"].startswith("Whoever takes the plan over, ")


def test_what_a_plan_is_counts_every_area_and_finding_and_says_who_leads_what() -> None:
    action = an_action("1.1", lead=an_owner("Head of SEND", "LA"))
    finding = a_finding("Waits are long", "recommendation")
    plan = a_plan(an_area("1"), an_area("2"), an_area("3"), action, a_source(finding, title="Review"))
    told = sections(handover_paper(plan))["What this plan is"]
    assert items(told)[1:4] == [
        "How large: 3 areas; 1 action: 1 at risk; 1 role that leads actions; 0 measures.",
        "How its areas stand: 1 at risk, 2 without an action that stands.",
        "Where it comes from: Review, 2 June 2025; 1 finding in all.",
    ]


def test_a_plan_of_areas_alone_has_areas() -> None:
    told = sections(handover_paper(a_plan(*map(an_area, "123"))))["What this plan is"]
    assert "How its areas stand: 3 without an action that stands." in items(told)


def test_the_first_week_reads_the_paper_that_was_issued_by_its_own_command() -> None:
    by = "send-actions report board --audience internal --as-at 2026-03-06 --record 196"
    told = sections(handover_paper(the_reviewed_plan(), shown_by=by))["The first week"]
    assert items(told)[0] == f"Read what the board was shown last: Made again by: {by}."


def test_a_command_in_the_first_week_runs_as_it_stands() -> None:
    plan = a_plan(an_action("1.1"))
    told = items(sections(handover_paper(plan))["The first week"])
    assert "Put the next board in the diary: Type: send-actions meeting add, with its date." in told


def test_the_first_week_is_a_list_of_what_presses() -> None:
    assert the_handover()["The first week"] == [
        "Read the board paper as it would be today: Made by: send-actions report board.",
        "Speak with the leads of what is off track: 1 action: 9.2 Agree who pays for equipment.",
        "Find answers for what meetings asked: 1 question or request has none yet, listed under 6.",
        "Take to the board what it has to agree: 2 changes, as the board paper lists them.",
        "Begin the round for the board of 14 April 2026: 3 open actions owe an update.",
    ]


def test_what_is_urgent_is_told_worst_first_with_its_day_once() -> None:
    assert the_handover()["What is urgent in the next 30 days"] == [
        "Off track, 1: 9.2 Agree who pays for equipment (due 30 June 2026).",
        "Overdue, 1: 9.1 Start an advice line (due 31 December 2025).",
        "Due by 30 April 2026, 1: 9.3 Bring waits within 18 weeks (due 31 March 2026).",
        "Board, 14 April 2026: no day is set for returns or papers.",
    ]


def test_who_leads_what_has_a_row_for_each_and_for_nobody() -> None:
    paper = handover_paper(the_reviewed_plan())
    rows = table(sections(paper)["Who leads what"], "Who leads what")
    assert [row[0] for row in rows] == [
        "Head of Inclusion, Council (Another Person)",
        "Head of Therapies, NHS trust (Invented Person)",
        "No lead",
    ]
    assert rows[1][1:] == [
        "9 Occupational therapy",
        "9.1 Start an advice line\n9.2 Agree who pays for equipment\n9.3 Bring waits within 18 weeks",
        "3",
        "1",
        "0",
        "20 March 2026",
    ]


def test_the_rhythm_of_each_series_is_told_the_main_one_first() -> None:
    meetings = (
        a_meeting("2026-01-14", returns_due="2026-01-07", papers_due="2026-01-09"),
        a_meeting("2026-02-11", returns_due="2026-02-04", papers_due="2026-02-06"),
        a_meeting("2026-03-01", "A review"),
        a_meeting("2026-04-08", returns_due="2026-04-01", papers_due="2026-04-03"),
    )
    assert the_handover(meetings=meetings, minutes=())["The rhythm of meetings"] == [
        (
            "Board (the main series): held twice, last on 11 February 2026; about every 6 weeks; "
            "returns are due 7 days before it; papers are due 5 days before it."
        ),
        "A review: held once, last on 1 March 2026.",
    ]


def test_what_the_house_has_agreed_is_told_in_its_own_words() -> None:
    plan = the_reviewed_plan()
    legend = tuple(
        replace(e, word="Done" if e.status.value == "complete" else e.word, used=e.status.value != "embedded")
        for e in plan.legend
    )
    told = the_handover(legend=legend, signs_off_from=date(2026, 1, 1))["What this house has agreed"]
    assert "Words of its own for statuses: Done stands for complete." in told
    assert "Statuses it does not use: Embedded." in told
    assert told[0].startswith("Does a meeting sign off what is complete: yes, since 1 January 2026")


def test_where_the_plan_knows_little_names_what_it_is_of() -> None:
    told = the_handover()["Where the plan knows little"]
    assert "Actions without a lead, 1: 9.4 Ask families what helped." in told
    assert "Areas without a headline, 1: 9 Occupational therapy." in told
    assert "Areas without a measure, 1: 1 Early identification." in told
