"""What a PDF has in front, about itself and at the foot: contents with pages, what made it, its own pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date

from reports.pdf_reading import opened, pages, tree, words

from send_actions.reports.document import (
    Block,
    Document,
    Heading,
    NumberedList,
    Stamp,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.pdf import render

PAPER = Document(
    "Plan",
    (("As at", "31 March 2026"),),
    (
        Heading(2, "1. Asked"),
        NumberedList((text_of("Agree."),)),
        bullets("Up", "Down"),
        Heading(3, "Better"),
        text_of("words"),
        Heading(2, "Annex A: key", starts_page=True),
        text_of("end"),
    ),
    as_at=date(2026, 3, 31),
    stamp=Stamp("send-actions report owner 'Head of 🎉 Therapies' --record 4", "0123456789abcdef" * 2),
)


def test_contents_name_the_page_of_every_section_and_lead_there() -> None:
    content = render(replace(PAPER, has_contents=True))
    assert re.search(r"Contents 1\. Asked[ .]+1 Better[ .]+1 Annex A: key[ .]+2", words(content))
    count = Counter(tree(content))
    assert (count["TOC"] >= 1, count["TOCI"], count["Link"]) == (True, 3, 3)
    assert "Contents" not in words(render(PAPER))


def test_the_number_of_a_point_is_the_label_of_its_item() -> None:
    count = Counter(tree(render(PAPER)))
    assert count["Lbl"] >= 4
    assert "1. Agree. 1.1 Up 1.2 Down" in words(render(PAPER))


def test_the_properties_say_what_made_the_paper_as_it_is_to_be_typed() -> None:
    pdf = opened(render(PAPER))
    told = f"{PAPER.stamp.command} | {PAPER.stamp.digest}" if PAPER.stamp else ""
    assert str(pdf.docinfo["/Keywords"]) == told
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        assert told in str(metadata["pdf:Keywords"])
    assert "/Keywords" not in opened(render(replace(PAPER, stamp=None))).docinfo


def test_a_paragraph_that_leads_to_a_table_stays_on_its_page() -> None:
    table = Table("Counts", ("Status", "Now"), (("Off track", "6"), ("At risk", "16")))
    for lines in range(24, 44):
        before = [text_of(f"line {line}") for line in range(lines)]
        blocks: tuple[Block, ...] = (*before, Heading(2, "Head"), text_of("Leading."), table)
        [page] = [one for one in pages(render(Document("P", (), blocks))) if "Leading." in one]
        assert "Head Leading. Table 1. Counts Status Now Off track" in page


def test_a_paper_of_one_page_has_no_foot_and_longer_ones_number_theirs() -> None:
    assert "Page" not in words(render(Document("One", (), (text_of("x"),))))
    [first, second] = pages(render(PAPER))
    assert first.endswith("Plan, as at 31 March 2026 Page 1 of 2")
    assert second.endswith("Page 2 of 2")
