"""Minutes in the habits of boards: formal verbs, logs of actions, margins, labels, and what is not new."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from send_actions.domain.words.dates import say_due
from send_actions.importers.minutes.minutes_file import minutes_of
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_text import find_offers
from send_actions.importers.minutes.minutes_unread import find_unread

MET = date(2026, 5, 12)


def told(offer: MinuteOffer) -> tuple[str, ...]:
    due = say_due(offer.due) if offer.due else ""
    return tuple(filter(None, (str(offer.kind), offer.text, offer.who, due, "noted" * offer.is_noted)))


def found(minutes: str | bytes) -> list[tuple[str, ...]]:
    content = minutes.encode() if isinstance(minutes, str) else minutes
    return [told(offer) for offer in find_offers(minutes_of(content, "minutes").lines, met=MET)]


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("The Board NOTED the report.", ("decision", "Noted the report.", "noted")),
        ("The Board ENDORSED the recovery plan.", ("decision", "Endorsed the recovery plan.")),
        ("The board approved additional funding.", ("decision", "Approved additional funding.")),
        ("(i) APPROVED the terms of reference;", ("decision", "Approved the terms of reference")),
        ("Decision 2 – the plan runs to 2027.", ("decision", "The plan runs to 2027.")),
        (
            "(iii) REQUESTED that the Director write to schools.",
            ("request", "That the Director write to schools."),
        ),
        ("The Board requested that waits be sent monthly.", ("request", "That waits be sent monthly.")),
        ("Request: ICB to confirm vacancies.", ("request", "Confirm vacancies.", "ICB")),
        (
            "ACTION – (JB) – Send the ward data by 29 May 2026",
            ("action", "Send the ward data by 29 May 2026", "JB", "29 May 2026"),
        ),
        (
            "AP2 – DCO – nursing cover – end of June 2026",
            ("action", "Nursing cover – end of June 2026", "DCO", "June 2026"),
        ),
        (
            "SEND Manager to publish the dates (31 May 2026).",
            ("action", "Publish the dates (31 May 2026).", "SEND Manager", "31 May 2026"),
        ),
        (
            "Waits were long. (Action: HoS, 12 June)",
            ("action", "Waits were long.", "HoS", "12 June 2026"),
        ),
        (
            "**Action 1:** Share the pack. **Owner:** Board office. **Due:** 30 May 2026",
            ("action", "Share the pack", "Board office", "30 May 2026"),
        ),
        (
            "Action point: Update the risk register\nOwner: Programme Manager\nDeadline: 19 June 2026",
            ("action", "Update the risk register", "Programme Manager", "19 June 2026"),
        ),
        ("5.1 ACTION: Head of SEND to send it.", ("action", "Send it.", "Head of SEND")),
        ("ACTION JB/KT to map the waits", ("action", "Map the waits", "JB/KT")),
        ("Action for Head of SEND: map the waits", ("action", "Map the waits", "Head of SEND")),
        ("Follow-up: JB to map the waits", ("action", "Map the waits", "JB")),
        ("A1: Map the waits", ("action", "Map the waits")),
        ("Waits to be mapped. (Action JB)", ("action", "Waits to be mapped.", "JB")),
        ("Waits to be mapped by ward (Action: JB)", ("action", "Waits to be mapped by ward", "JB")),
        ("Waits to be mapped. **Action JB**", ("action", "Waits to be mapped.", "JB")),
        (
            "Waits to be mapped. Action: JB and KT by 4 June",
            ("action", "Waits to be mapped.", "JB and KT", "4 June 2026"),
        ),
        ("Map the waits – Action: JB (by 4 June)", ("action", "Map the waits", "JB", "4 June 2026")),
        (
            "AP1: Map the waits (JB) 4 June",
            ("action", "Map the waits by 4 June", "JB", "4 June 2026"),
        ),
        (
            "AP 1 - Map the waits - JB - 4 June",
            ("action", "Map the waits by 4 June", "JB", "4 June 2026"),
        ),
        (
            "Action: Write to Cabinet – Head of SEND, LA – 31 March 2027",
            ("action", "Write to Cabinet by 31 March 2027", "Head of SEND, LA", "31 March 2027"),
        ),
        ("AP1. Map the waits – Jo Bloggs", ("action", "Map the waits")),
        ("Waits are long. Officers to send the data.", ("action", "Send the data.", "Officers")),
        ("Members requested that a report come.", ("request", "That a report come.")),
        ("It was RESOLVED that the plan be approved.", ("decision", "That the plan be approved.")),
        ("Resolved (unanimously): that the plan be kept.", ("decision", "That the plan be kept.")),
        ("Resolution: the plan be kept.", ("decision", "The plan be kept.")),
        ("The Board AGREED the plan.", ("decision", "Agreed the plan.")),
        (
            "Action: Map the waits\nOwner: Head of SEND\nBy: 4 June 2026",
            ("action", "Map the waits", "Head of SEND", "4 June 2026"),
        ),
    ],
)
def test_what_boards_do_and_who_is_to_act_is_found(line: str, offer: tuple[str, ...]) -> None:
    assert found(line) == [offer]


@pytest.mark.parametrize(
    "line",
    [
        "She agreed to check the numbers and come back.",
        "Members noted gaps in the data.",
        "Councillor Example should be invited to the next meeting.",
        "There was a discussion about the target; no decision was made.",
        "The Board was assured that, by September, all caseworkers would be in post.",
        "Action 3 (10 March): Head of SEND to send the letter – Complete",
        "Action 5 (10 March): PCF to comment on the guide – carried forward to July",
        "ACTIONS: None for item 6.",
        "To help schools do better was the aim. The group to look at this was set up.",
        "Matters arising\n1. DCO to present the waits.\n2. SEND Manager to send the dates.",
        "Actions from the last meeting\n1. DCO to present the waits.",
    ],
)
def test_what_was_told_or_was_agreed_before_is_nothing_new(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Head of SEND to audit plans – complete by July 2026", "Audit plans – complete by July 2026"),
        ("Action: ongoing review of the panel", "Ongoing review of the panel"),
    ],
)
def test_words_of_what_is_done_that_say_what_to_do_are_an_action(line: str, what: str) -> None:
    assert [offer[1] for offer in found(line)] == [what]


def test_a_day_that_is_not_the_weekday_said_sets_no_date() -> None:
    assert found("Actions\nJB – send slides – by Friday 16 May") == [
        ("action", "Send slides – by Friday 16 May", "JB")
    ]


def test_a_log_of_actions_in_text_has_those_that_are_open() -> None:
    log = (
        "Action log\nNo | Action | Owner | Due | Status\n---|---|---|---|---\n"
        "1 | Send slides | AB | 1 May 2026 | Closed\n"
        "2 | Agree a date | CD/EF | 30 June 2026 | Open\n"
    )
    assert found(log) == [("action", "Agree a date", "CD/EF", "30 June 2026")]


def test_initials_of_two_in_a_column_of_actions_are_two_owners() -> None:
    text = "Item\tDiscussion\tAction\n2\tHealth data has gaps.\tJS/KB: write to families – 30 June 2026\n"
    assert found(text) == [("action", "Write to families – 30 June 2026", "JS/KB", "30 June 2026")]


def test_who_is_to_act_in_the_margin_of_a_text_is_of_what_stands_beside() -> None:
    text = (
        "Minutes                                    Action by\n\n"
        "1. The Chair opened the meeting.\n"
        "2. Waits remain long.\n"
        "   The DCO to share the trajectory.        DCO\n"
        "3. Update the plan with new dates.         HoS\n"
        "   Deadline: 5 June 2026\n"
    )
    assert found(text) == [
        ("action", "Share the trajectory.", "DCO"),
        ("action", "Update the plan with new dates.", "HoS", "5 June 2026"),
    ]


@pytest.mark.parametrize("heading", ["Action", "Action by"])
def test_who_is_to_act_in_the_margin_of_word_is_of_the_last_sentence_beside(heading: str) -> None:
    document = Document()
    table = document.add_table(3, 2)
    rows = [
        ("Minute", heading),
        ("The Head of SEND gave an update. Slides to be shared with schools.", "JB"),
        ("The Chair closed the meeting.", ""),
    ]
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = words
    document.save(packed := io.BytesIO())
    assert found(packed.getvalue()) == [("action", "Slides to be shared with schools.", "JB")]


@pytest.mark.parametrize("head", ["Resolved:-", "RESOLVED –", "AGREED", "It was RESOLVED:"])
def test_a_list_below_what_was_resolved_is_a_decision_each(head: str) -> None:
    listed = "(a) That the report be noted;\n(b) That waits be published; and\n(c) That it end."
    assert found(f"{head}\n{listed}") == [
        ("decision", "That the report be noted", "noted"),
        ("decision", "That waits be published"),
        ("decision", "That it end."),
    ]


TITLES = {"3.2": "Embed the graduated approach in all schools", "4.1": "Publish the local offer"}


@pytest.mark.parametrize(
    "heading",
    [
        "Action 3.2 – Graduated approach",
        "3.2 Graduated approach",
        "3.2 – Embed the graduated approach in all schools",
        "Action 3.2",
    ],
)
def test_a_ref_in_a_heading_is_of_what_stands_below_it_until_the_next(heading: str) -> None:
    text = (
        f"{heading}\n• Head of SEND to bring the cases by 15 June 2026\n• Agreed that the pilot goes on\n\n"
        "4. Transport\nThe board heard of routes.\nACTION: JB to map the routes.\n"
        "4.1 Local offer\nACTION: KT to send the page."
    )
    lines = minutes_of(text.encode(), "minutes").lines
    offers = find_offers(lines, met=MET, titles=TITLES)
    assert [(one.text, one.about) for one in offers] == [
        ("Bring the cases by 15 June 2026", "3.2"),
        ("That the pilot goes on", "3.2"),
        ("Map the routes.", ""),
        ("Send the page.", "4.1"),
    ]
    assert find_unread(lines, offers, TITLES) == []


def test_the_number_of_an_item_is_no_ref_where_its_words_are_other() -> None:
    lines = minutes_of(b"3.2 Transport costs\nACTION: JB to map the routes.", "minutes").lines
    assert [one.about for one in find_offers(lines, met=MET, titles=TITLES)] == [""]


def test_words_struck_out_in_word_are_left_out_and_told() -> None:
    document = Document()
    for words in ("ACTION: JB to keep this.", "ACTION: JB to drop this."):
        run = document.add_paragraph().add_run(words)
        run.font.strike = "drop" in words
    both = document.add_paragraph()
    both.add_run("ACTION: KT to send the ")
    both.add_run("old ").font.strike = True
    both.add_run("new page.")
    table = document.add_table(2, 3)
    rows = [("Action", "Owner", "By when"), ("Write to families", "Head of SEND", "June 2026")]
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = words
    document.save(packed := io.BytesIO())
    read = minutes_of(packed.getvalue(), "minutes")
    assert [told(one) for one in find_offers(read.lines, met=MET)] == [
        ("action", "Keep this.", "JB"),
        ("action", "Send the new page.", "KT"),
        ("action", "Write to families", "Head of SEND", "June 2026"),
    ]
    assert read.struck == ("ACTION: JB to drop this.", "old")
