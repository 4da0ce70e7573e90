"""JSON: the document by its parts, numbers and dates as such, the same text each time."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from reports.formats.sheet_reading import DOCUMENTS, RED, a_document
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    Day,
    Document,
    Entry,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    Stamp,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.json import render

OFF_TRACK = {"status": "Off track", "letter": "R", "symbol": "■", "colour": "red"}


def test_every_kind_of_block_is_told() -> None:
    table = Table(
        "Counts",
        ("Status", "Now", "Share", "Since", "Why"),
        (
            (
                RED,
                Number(2, "+2"),
                Number(61.5, "61.5%"),
                Day(date(2026, 3, 6), "6 March 2026\nOverdue"),
                "one\r\ntwo",
            ),
            ("All", Number(3, "fewer than 6"), "none", "none", "none"),
        ),
    )
    blocks = (
        Heading(2, "Asked"),
        NumberedList((text_of("Agree"),)),
        bullets("Lead"),
        Paragraph((Strong("Why:"), " ", RED)),
        table,
    )
    assert json.loads(render(a_document(*blocks)))["blocks"] == [
        {"kind": "heading", "level": 2, "text": "Asked"},
        {"kind": "numbered", "items": ["Agree"]},
        {"kind": "bullets", "items": ["Lead"]},
        {"kind": "paragraph", "text": "Why: ■ R Off track"},
        {
            "kind": "table",
            "number": 1,
            "caption": "Counts",
            "header": ["Status", "Now", "Share", "Since", "Why"],
            "rows": [
                [
                    OFF_TRACK,
                    2,
                    {"number": 61.5, "text": "61.5%"},
                    {"date": "2026-03-06", "text": "6 March 2026\nOverdue"},
                    "one\ntwo",
                ],
                ["All", "fewer than 6", "none", "none", "none"],
            ],
        },
    ]


def test_what_stands_beside_the_blocks_is_told_too_but_not_to_whom_it_goes() -> None:
    document = replace(
        a_document(),
        stamp=Stamp("send-actions report board", "0123"),
        entries=(Entry("due of action 1", date(2026, 4, 1), "1.1 Train", "Due"),),
        recipient="someone@example.org",
    )
    text = render(document)
    told = json.loads(text)
    assert told == {
        "kind": "paper",
        "schema_version": 1,
        "title": "Plan & paper",
        "subject": "Told",
        "language": "en-GB",
        "as_at": "2026-03-31",
        "stamp": {"command": "send-actions report board", "digest": "0123"},
        "facts": [{"label": "As at", "value": "31 March 2026"}],
        "legend": told["legend"],
        "entries": [{"key": "due of action 1", "on": "2026-04-01", "title": "1.1 Train", "about": "Due"}],
        "blocks": [],
    }
    assert told["legend"][0] == OFF_TRACK
    assert "example.org" not in text


def test_an_item_stands_on_a_line_of_its_own() -> None:
    lines = render(a_document(text_of("one"), text_of("two"))).splitlines()
    assert '    {"kind": "paragraph", "text": "one"},' in lines
    assert '    {"kind": "paragraph", "text": "two"}' in lines


@given(DOCUMENTS)
def test_any_document_is_json_that_hides_nothing_from_a_terminal(document: Document) -> None:
    text = render(document)
    assert len(json.loads(text)["blocks"]) == len(document.blocks)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_the_same_paper_has_the_same_text() -> None:
    assert render(the_paper()) == render(the_paper())
