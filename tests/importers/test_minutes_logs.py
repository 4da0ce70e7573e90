"""Logs at the end of minutes, refs beside decisions, numbered actions, and requests in passing."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from send_actions.importers.minutes.minutes_file import minutes_of
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_text import find_offers
from send_actions.importers.minutes.minutes_unread import find_unread

MET = date(2026, 11, 4)
LOG = """2. Reviews
Action: HoS to bring a trajectory for annual reviews by 6 January 2027.
ACTION 3/1 – Commissioning Officer to share the specification with PCF before it is published (by end of Nov)

{heading}
Ref | Action | Owner | By when
AP1 | Bring a trajectory for annual reviews | HoS | 6 Jan 2027
AP2 | Share the specification with PCF | Commissioning Officer | 30/11/26
AP3 | Write to families about the longest wait (C1) | ICB | ASAP
"""


def offers_of(minutes: str | bytes) -> list[MinuteOffer]:
    content = minutes.encode() if isinstance(minutes, str) else minutes
    return find_offers(minutes_of(content, "minutes").lines, met=MET)


def found(minutes: str | bytes) -> list[tuple[str, ...]]:
    return [tuple(filter(None, (str(one.kind), one.text, one.who))) for one in offers_of(minutes)]


@pytest.mark.parametrize(
    "heading",
    [
        "ACTION LOG",
        "ACTIONS",
        "Action points",
        "SUMMARY OF ACTIONS",
        "6. Summary of agreed actions",
        "Action list:",
    ],
)
@pytest.mark.parametrize("before", ["None.", "Nil", "No actions."])
def test_a_heading_of_actions_is_no_action_of_what_stands_before_it(heading: str, before: str) -> None:
    assert found(f"5. AOB\n{before}\n\n{heading}\nNone.\n") == []
    assert found(f"5. AOB\n{before}\n\n{heading}\nHoS to write to schools\n") == [
        ("action", "Write to schools", "HoS")
    ]


def test_what_the_log_says_again_of_the_body_is_offered_once() -> None:
    offers = offers_of(LOG.format(heading="ACTION LOG"))
    assert [(one.text, one.who, one.line, one.again) for one in offers] == [
        ("Bring a trajectory for annual reviews by 6 January 2027.", "HoS", 2, 7),
        (
            "Share the specification with PCF before it is published (by end of Nov)",
            "Commissioning Officer",
            3,
            8,
        ),
        ("Write to families about the longest wait (C1)", "ICB", 9, 0),
    ]


def test_the_log_gives_the_owner_and_the_date_that_the_body_left_out() -> None:
    (offer,) = offers_of(
        "Action: bring a trajectory for annual reviews\n\nAction log\n"
        "AP1 HoS to bring a trajectory for annual reviews by 6 January 2027\n"
    )
    assert (offer.who, offer.due and offer.due.on) == ("HoS", date(2027, 1, 6))


@pytest.mark.parametrize(
    ("body", "log"),
    [
        ("Action: HoS to report back to the Board", "DCO to report back to the Board"),
        (
            "Action: HoS to bring the costs of transport by 6 January 2027",
            "HoS to bring the costs of transport by 9 May 2027",
        ),
        ("Action: HoS to report", "HoS to report"),
        ("Action: HoS to write to schools about B1", "HoS to write to schools about B2"),
    ],
)
def test_what_the_log_says_otherwise_stays_an_entry(body: str, log: str) -> None:
    assert len(found(f"{body}\n\nAction log\n{log}\n")) == 2


def test_two_rows_of_one_log_are_two_actions() -> None:
    rows = [f"{item} | Bring the monthly report back | HoS" for item in (1, 2)]
    assert len(found("\n".join(["Item | Action | Owner", *rows]))) == 2


@pytest.mark.parametrize(
    ("line", "who", "words"),
    [
        ("ACTION 3/1 – Commissioning Officer to share the form", "Commissioning Officer", "Share the form"),
        ("Action 3.1a: Commissioning Officer to share the form", "Commissioning Officer", "Share the form"),
        ("ACTION 2026-04 – DCO to share the form", "DCO", "Share the form"),
        ("AP 3/1 – DCO to share the form", "DCO", "Share the form"),
        ("Action No. 3 – DCO to share the form", "DCO", "Share the form"),
        ("Action ref 3/1: DCO to share the form", "DCO", "Share the form"),
        ("Action point 11/26 – DCO to share the form", "DCO", "Share the form"),
        ("Action | Owner\nShare the form | None", "", "Share the form"),
        ("Action | Owner\nShare the form | 3/1", "", "Share the form"),
        ("Action | Owner\nShare the form | LOG", "", "Share the form"),
        ("Action | Owner\nShare the form | SUMMARY OF ACTIONS", "", "Share the form"),
        ("Action | Owner\nShare the form | HEAD OF SEND", "HEAD OF SEND", "Share the form"),
    ],
)
def test_a_number_or_a_heading_is_no_owner(line: str, who: str, words: str) -> None:
    assert [(one.text, one.who) for one in offers_of(line)] == [(words, who)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "2.1 HoS spoke. The Board noted progress on 1.1 and asked for a trajectory for reviews.",
            "A trajectory for reviews.",
        ),
        ("The Chair asked for sight of the plan.", "Sight of the plan."),
        ("Members also asked for figures by ward.", "Figures by ward."),
        ("The Board noted the paper, and requested a further report.", "A further report."),
        ("The Committee asked that waits be sent monthly.", "That waits be sent monthly."),
        ("Members asked to see the trajectory.", "To see the trajectory."),
        ("The Board called for an urgent plan.", "An urgent plan."),
    ],
)
def test_what_was_asked_for_in_passing_is_a_request(line: str, words: str) -> None:
    assert found(line) == [("request", words)]


@pytest.mark.parametrize(
    "line",
    ["A trajectory for reviews was requested.", "The parent of a pupil had asked for a plan."],
)
def test_what_was_asked_for_otherwise_is_told_as_unread(line: str) -> None:
    lines = minutes_of(line.encode(), "minutes").lines
    assert find_offers(lines, met=MET) == []
    assert [what for _, what in find_unread(lines, [])] == ["a request"]


def test_the_words_beside_an_action_in_its_row_are_kept_with_it() -> None:
    document, content = Document(), io.BytesIO()
    table = document.add_table(rows=0, cols=4)
    for row in (
        ("Item", "Discussion", "Decision / Action", "Who & when"),
        (
            "1.1",
            "The backlog falls (action 1.2).",
            "Agreed: to keep 31 March.\nAction: figures to next board",
            "HoS",
        ),
        ("3", "Fair access (B2).", "RESOLVED that the protocol return", "DCS"),
        ("4", "Travel training (3.5) has no budget.", "Decision deferred.", "DCS"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(content)
    assert [(str(one.kind), one.beside) for one in offers_of(content.getvalue())] == [
        ("decision", "The backlog falls (action 1.2)."),
        ("action", "The backlog falls (action 1.2)."),
        ("decision", "Fair access (B2)."),
        ("decision", "Travel training (3.5) has no budget."),
    ]


def test_a_number_under_ref_is_kept_and_that_of_an_item_is_not() -> None:
    (offer,) = offers_of("Item | Ref | Action\n1.4 | 2.3 | Publish the costs")
    assert offer.beside == "2.3"


@pytest.mark.parametrize(
    "past",
    [
        "1. Minutes of last meeting\nMatters arising: action 3 – HoS to circulate the audit. Done.",
        "1. Matters arising",
        "1. Actions from the last meeting\n1. DCO to send the form – done\n2. DCO to send the map – done",
    ],
)
def test_what_was_agreed_before_ends_where_the_agenda_counts_on(past: str) -> None:
    minutes = (
        f"{past}\n\n2. Reviews\n2.1 The Board asked for a trajectory.\n2.2 Members asked why waits grew.\n"
    )
    if past.startswith("1. Actions"):
        minutes = minutes.replace("\n2. Reviews", "\nReviews")
    assert [kind for kind, *_ in found(minutes)] == ["request", "question"]


def test_a_list_of_what_was_agreed_before_counts_past_its_own_item_of_the_agenda() -> None:
    listed = "\n".join(f"{number}. DCO to send form {number}" for number in (1, 2, 3, 4))
    assert found(f"2. Actions from the last meeting\n{listed}\n") == []
