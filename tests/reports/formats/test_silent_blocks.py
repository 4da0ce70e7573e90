"""Blocks that say nothing, in front of what says something: every format writes the rest."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pytest
from inside_files import all_said

from send_actions.errors import UsageError
from send_actions.reports.document import (
    Block,
    BulletList,
    Document,
    Heading,
    NumberedList,
    Paragraph,
    Table,
    text_of,
)
from send_actions.reports.formats.opendocument import render as as_opendocument
from send_actions.reports.formats.points import is_headed
from send_actions.reports.output import FORMATS, encode

SILENT: tuple[tuple[Block, ...], ...] = (
    (Paragraph(()),),
    (BulletList(()),),
    (BulletList((text_of(" "),)), Heading(2, " ")),
    (NumberedList((text_of(""),)),),
    (text_of("\n"),),
)
TOLD = Table("Readings", ("Ref", "Said"), (("9.1", "Seenbyall"),))


def a_document(*blocks: Block) -> Document:
    return Document("Paper", (("As at", "31 March 2026"),), blocks)


@pytest.mark.parametrize(("form", "first"), list(product(FORMATS, SILENT)))
def test_what_says_nothing_in_front_keeps_no_format_from_the_rest(
    form: str, first: tuple[Block, ...]
) -> None:
    try:
        said = all_said(encode(a_document(*first, TOLD), form))
        encode(a_document(*first), form)
    except UsageError:  # a format for what this paper has nothing of
        assert form in ("icalendar", "csv")
        return
    assert "Seenbyall" in said


@pytest.mark.parametrize("first", SILENT)
def test_the_first_to_say_something_decides_how_far_the_facts_are_from_it(first: tuple[Block, ...]) -> None:
    assert is_headed(a_document(*first, Heading(2, "In short"), TOLD))
    assert not is_headed(a_document(*first, TOLD, Heading(2, "In short")))
    assert not is_headed(a_document(*first, text_of("In short"), Heading(2, "More")))


@pytest.mark.parametrize("first", SILENT)
def test_word_and_opendocument_have_one_rule(first: tuple[Block, ...]) -> None:
    for block, is_apart in ((Heading(2, "In short"), False), (text_of("In short"), True)):
        document = a_document(*first, block)
        content = ZipFile(BytesIO(as_opendocument(document))).read("content.xml").decode()
        assert ("Last_20_Facts" in content.partition("<office:text>")[2]) is is_apart
        written = ZipFile(BytesIO(encode(document, "word"))).read("word/document.xml").decode()
        facts = re.search(r"<w:p>(?:(?!</w:p>).)*As at:.*?</w:p>", written)
        assert facts
        assert ("w:spacing" in facts[0]) is is_apart
