"""What is found in minutes of the shapes that councils publish; all names and boards are invented."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from send_actions.domain.words.dates import say_due
from send_actions.importers.minutes.minutes_lines import MinuteLine
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_text import find_offers
from send_actions.importers.minutes.minutes_unread import find_unread

MET = date(2026, 3, 11)
NOTED = "noted"
NAMED = "a name"

SCRUTINY = """
SEND UPDATE

Minutes:

Report CS26004

The Committee considered a report on the outcome of the self-evaluation.

As reported at the previous meeting, the inspection had been announced on Monday 3rd November, and took place
between 10th and 14th November 2025. The report considered whether the Council would be required to submit a
further statement by end of January 2026.

-  How effectively the local area identified needs;
-  How effectively the local area improved outcomes.

In response to a question, the Director of Education said that work in relation to the twelve areas identified
was already underway. It was a complex issue, but progress was being made. Further work needed to be done to
achieve the excellence aspired to. It had been agreed that the pilot would run until December 2025.

RESOLVED that the outcome letter be noted.

Voting: Agreed

Supporting documents:
"""

CABINET = """
Decision:

RESOLVED: (i) That the joint plan at Appendix A be approved.

(ii) That a report be brought back to Cabinet by 30 September 2026.

(iii) That the minutes of the meeting held on 14 January 2026 be confirmed as a correct record.

Reasons for the decision

To respond to a growing need.
"""

BOARD = """
SEND Improvement Board, 11 March 2026
Present: Head of SEND (chair), Designated Clinical Officer
1. Welcome
2. Waiting times
The Head of Therapies reported that waits had fallen. Members asked whether this would last.
ACTION: Head of Therapies to bring waits by ward to the next meeting.
ACTION 2 – Asha Example to circulate the slides by Friday
Action: Jo Bloggs (Head of SEND) to write to schools by 30 April 2026.
3. Preparing for adulthood
A one page guide will be written for families.
Action: Preparing for Adulthood Lead
It was agreed that the Director of Education would meet the forum before the end of May 2026.
It was agreed that the date of the audit moves to June.
The Board agreed to:
- keep the twenty week target
- publish waits each month
4. Next steps
ICB to confirm the budget.
DCO and SENCO network to agree one form, by end of the summer term 2026
Access to therapies in the north remains slow.
The Parent Carer Forum was asked to comment on the draft letter.
The chair asked partners to name a deputy.
Actions: none
"""


def lines_of(text: str) -> list[MinuteLine]:
    return [MinuteLine(number, line) for number, line in enumerate(text.splitlines(), 1)]


def told(offer: MinuteOffer) -> tuple[Any, ...]:
    said = [str(offer.kind), offer.text, offer.who or (NAMED if offer.is_named else "")]
    said += [say_due(offer.due)] if offer.due else []
    said += ["next meeting"] if offer.for_next else []
    said += [NOTED] if offer.is_noted else []
    return tuple(part for part in said if part)


def found(text: str, met: date = MET) -> list[tuple[Any, ...]]:
    return [told(offer) for offer in find_offers(lines_of(text), met=met)]


def test_scrutiny_minutes_have_one_resolution_that_only_notes() -> None:
    assert found(SCRUTINY) == [("decision", "That the outcome letter be noted.", NOTED)]


def test_each_part_of_a_resolution_is_a_decision() -> None:
    assert found(CABINET) == [
        ("decision", "That the joint plan at Appendix A be approved."),
        ("decision", "That a report be brought back to Cabinet by 30 September 2026."),
        (
            "decision",
            "That the minutes of the meeting held on 14 January 2026 be confirmed as a correct record.",
            NOTED,
        ),
    ]


def test_a_board_minutes_tasks_say_who_and_by_when() -> None:
    assert found(BOARD) == [
        ("action", "Bring waits by ward to the next meeting.", "Head of Therapies", "next meeting"),
        ("action", "Circulate the slides by Friday", NAMED, "13 March 2026"),
        ("action", "Write to schools by 30 April 2026.", "Head of SEND", "30 April 2026"),
        ("action", "A one page guide will be written for families.", "Preparing for Adulthood Lead"),
        ("action", "Meet the forum before the end of May 2026.", "Director of Education", "May 2026"),
        ("decision", "That the date of the audit moves to June."),
        ("decision", "Keep the twenty week target"),
        ("decision", "Publish waits each month"),
        ("action", "Confirm the budget.", "ICB"),
        (
            "action",
            "Agree one form, by end of the summer term 2026",
            "DCO and SENCO network",
            "summer term 2026",
        ),
        ("action", "Access to therapies in the north remains slow."),
        ("request", "Comment on the draft letter.", "Parent Carer Forum"),
        ("request", "Name a deputy.", "partners"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "RESOLVED, that – the report be received and its contents noted.",
            [("decision", "That – the report be received and its contents noted.", NOTED)],
        ),
        ("Resolved:\nTo approve the plan.", [("decision", "To approve the plan.")]),
        (
            "RESOLVED:\n\nThat the strategy be approved.\n\nReasons for the decision - to build resilience.",
            [("decision", "That the strategy be approved.")],
        ),
        ("AGREED: the date moves to May.", [("decision", "The date moves to May.")]),
        (
            "The Committee resolved to recommend the plan to Council.",
            [("decision", "To recommend the plan to Council.")],
        ),
        (
            "Key Actions\n• SENDIASS to update the page\n• Health colleagues are asked to join the group.",
            [("action", "Update the page", "SENDIASS"), ("request", "Join the group.", "Health colleagues")],
        ),
        (
            "Waits were discussed. [ACTION: Head of SEND]",
            [("action", "Waits were discussed.", "Head of SEND")],
        ),
        (
            "The Head of SEND undertook to share the audit by 1 May 2026.",
            [("action", "Share the audit by 1 May 2026.", "Head of SEND", "1 May 2026")],
        ),
        ("Dr Example confirmed that she would feed the views in.", [("action", "Feed the views in.", NAMED)]),
        (
            "ACTION: Head of SEND to bring the costs of the new page to\nthe board by 15 April 2026.",
            [
                (
                    "action",
                    "Bring the costs of the new page to the board by 15 April 2026.",
                    "Head of SEND",
                    "15 April 2026",
                )
            ],
        ),
        (
            (
                "RESOLVED: (i) That the annex be noted.\n\nREASON: To inform members of it.\n\n"
                "(ii) That a member be named for each action.\n\nREASON: To set a clear line.\n\nThey left."
            ),
            [
                ("decision", "That the annex be noted.", NOTED),
                ("decision", "That a member be named for each action."),
            ],
        ),
        (
            (
                "RESOLVED: That the Committee:\n\n(1) Noted the progress.\n\n(2) Asked for costs in May.\n"
                "\nREASON FOR DECISIONS: To keep watch."
            ),
            [("decision", "Noted the progress.", NOTED), ("decision", "Asked for costs in May.")],
        ),
        (
            (
                "Decision:\n\nThat the statement be noted.\n\nThat the following be approved:\n\n"
                "·  That a plan is prepared.\n\nPublication date: 11/02/2026"
            ),
            [("decision", "That the statement be noted.", NOTED), ("decision", "That a plan is prepared.")],
        ),
        (
            (
                "Agreed actions:\n1. Rachel to draft the letter\n2. Parent Carer Forum – comment on it\n"
                "Decisions\n1. The audit moves to June\nThe forum thanked everyone."
            ),
            [
                ("action", "Draft the letter", NAMED),
                ("action", "Comment on it", "Parent Carer Forum"),
                ("decision", "The audit moves to June"),
            ],
        ),
        (
            (
                "Actions\n• KP/JB to share the dashboard – by end of Summer Term 2026\n• All to comment\n"
                "5. Any other business\nThere was none."
            ),
            [
                ("action", "Share the dashboard – by end of Summer Term 2026", "KP/JB", "summer term 2026"),
                ("action", "All to comment"),
            ],
        ),
        (
            "The plan was moved, and it was RESOLVED:\n1. To approve it.\n2. To note the letter.",
            [("decision", "To approve it."), ("decision", "To note the letter.", NOTED)],
        ),
        (
            "The Panel recommended that Cabinet approve it.",
            [("decision", "Recommended that Cabinet approve it.")],
        ),
        (
            "RECOMMENDED to Council that it be done.",
            [("decision", "RECOMMENDED to Council that it be done.")],
        ),
        ("DECISION: Extend 2.3 to May 2027.", [("decision", "Extend 2.3 to May 2027.")]),
        ("Decision 3: keep the target.", [("decision", "Keep the target.")]),
        (
            "DECISION: The Board agreed to extend 1.10 to 31 August 2027.",
            [("decision", "The Board agreed to extend 1.10 to 31 August 2027.")],
        ),
        ("ACTION: The Board agreed to extend 1.10.", [("decision", "To extend 1.10.")]),
        ("Actions\n• The Board agreed to extend 1.10.", [("decision", "To extend 1.10.")]),
        (
            "ACTION (TM): publish the offer by 30 Nov.",
            [("action", "Publish the offer by 30 Nov.", "TM", "30 November 2026")],
        ),
        ("Action (Head of SEND): write to schools", [("action", "Write to schools", "Head of SEND")]),
        ("ACTION TM: chase the data", [("action", "Chase the data", "TM")]),
        ("ACTION 4 TM/KB: chase the data", [("action", "Chase the data", "TM/KB")]),
        ("Waits were discussed.\nACTION (TM):", [("action", "Waits were discussed.", "TM")]),
        ("AP1 JS/KB Share QA findings", [("action", "Share QA findings", "JS/KB")]),
        ("AP 12: TM to share it", [("action", "Share it", "TM")]),
        ("AP2 QA findings shared", [("action", "QA findings shared")]),
        ("ACTION 3 TM Publish the guide", [("action", "Publish the guide", "TM")]),
        ("AP places were short.", []),
        ("ACTION LOG: the log was read.", []),
        ("Cllr Webb asked why waits had grown.", [("question", "Why waits had grown.")]),
        ("The Board challenged why 2.1 is amber.", [("question", "Why 2.1 is amber.")]),
        ("The Head of SEND said that parents asked why.", []),
        ("AGREED: 2.1 to be reported red", [("decision", "2.1 to be reported red")]),
        ("AGREED: 2.1 Extend it to May", [("decision", "2.1 Extend it to May")]),
        (
            "AGREED:\n2.1 to be reported red\n2.4 moves to May",
            [("decision", "2.1 to be reported red"), ("decision", "2.4 moves to May")],
        ),
        ("RESOLVED: 1.1 That it be approved.", [("decision", "That it be approved.")]),
        ("The Head of SEND said the pilot was agreed to be good.", []),
        ("Date of next meeting: 15 April 2026", []),
        ("Forum leads talked through their part in helping to shape it.", []),
        (
            "Actions\nThe Board reviewed past actions.\nOne action is still open and is due in June 2026.",
            [],
        ),
        (
            "It was to be told. Action: M Example and K Sample to meet and share it by May. They left.",
            [("action", "Meet and share it by May.", NAMED, "May 2026")],
        ),
        (
            "Action: A Example and Head of SEND to write.",
            [("action", "Write.", "Head of SEND")],
        ),
        ("Senior leaders will look at plans by end of January 2026.", []),
        ("They would not rest on their laurels.", []),
        ("Actions from September's meeting\nAll closed but one, which waits for the data team.", []),
        ("Action plan: the plan was discussed.", []),
        ("Response to the consultation: many replied.", []),
        ("Matters arising", []),
        ("To receive any apologies for absence.", []),
        ("Action: none", []),
        ("", []),
    ],
)
def test_each_way_of_writing_it_is_found_and_information_is_not(
    text: str, said: list[tuple[Any, ...]]
) -> None:
    assert found(text) == said


def test_every_offer_says_where_it_stands_and_why() -> None:
    offer = find_offers(lines_of(BOARD), met=MET)[0]
    assert (offer.line, offer.why) == (7, "“Action” stands before it")


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Senior leaders will look at plans by end of May 2026.", [1]),
        ("Action plan: the plan was discussed.\nDue to the snow it was short.\nWe will see.", []),
        ("ACTION: Head of SEND to write.\nAgreed in principle, with costs to come\nAP7 costs", [2, 3]),
        ("TM - publish the guide", [1]),
        ("TM/KB – publish the guide", [1]),
        ("Action: none\nActions\nMatters arising\nThey talked.\nTo receive any apologies.", []),
        ("A guide is to be written.\nPresent: Head of SEND\nIt was by the book.", []),
    ],
)
def test_lines_that_look_like_actions_and_were_not_read_are_told(text: str, unread: list[int]) -> None:
    lines = lines_of(text)
    assert [line.number for line, _ in find_unread(lines, find_offers(lines, met=MET))] == unread


SCRAPS = [
    "RESOLVED",
    "that",
    "ACTION:",
    "Actions",
    "to",
    "will",
    "Head of SEND",
    "Jo",
    "by",
    "May",
    "\n",
    "\n\n",
    "(i)",
    "•",
    ":",
    ".",
    "be noted",
    "It was agreed that",
    "asked",
    "é",
    "[",
    ")",
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=14).map(" ".join) | st.text(max_size=200))
@example("ACTION: :")
def test_any_text_gives_offers_with_words_or_none(text: str) -> None:
    for offer in find_offers(lines_of(text), met=MET):
        assert offer.text
        assert offer.why


@pytest.mark.parametrize("mark", ["- ", ", ", ". ", "| ", "–", "(", " Action ", "Owner ", "by May "])
def test_a_line_of_many_thousand_marks_is_read_at_once(mark: str) -> None:
    lines = [MinuteLine(1, f"Head of SEND to mend it{mark * 20_000}")]
    began = perf_counter()
    find_unread(lines, find_offers(lines, met=MET))
    assert perf_counter() - began < 5
