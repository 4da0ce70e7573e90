"""What a paper of ours is when it is read back, in every format: its words, its stamp, its tables."""

from __future__ import annotations

import pytest
from reports.sample_paper import the_paper

from send_actions.papers.stamped_command import StampRead, find_stamp
from send_actions.reports.document import Heading, Table
from send_actions.reports.output import FORMATS, encode
from send_actions.reports.reading.read_back import STRUCTURED, seen_of
from send_actions.reports.stamp import stamped

NUMBER = "'O'\"'\"'Brien * <b> & Söhne'"
COMMAND = f"send-actions report board --number {NUMBER} --audience board --as-at 2026-03-31 --record 7"
PAPER = stamped(the_paper(), COMMAND)
WITH_STAMP = [form for form in FORMATS if FORMATS[form][0] != ".ics"]
SHEETS = {".xlsx", ".ods"}


@pytest.mark.parametrize("form", WITH_STAMP)
def test_the_stamp_is_found_in_every_format(form: str) -> None:
    assert PAPER.stamp
    seen = seen_of(encode(PAPER, form), FORMATS[form][0], "paper")
    whole = "\n".join(seen.lines)
    expected = StampRead(COMMAND, PAPER.stamp.digest)
    assert find_stamp([seen.keywords, whole]) == expected
    if form not in ("pdf", "email"):  # a letter has it in its head alone
        assert find_stamp([whole]) == expected


@pytest.mark.parametrize("form", [form for form in WITH_STAMP if FORMATS[form][0] in STRUCTURED])
def test_headings_and_tables_are_seen(form: str) -> None:
    ending = FORMATS[form][0]
    seen = seen_of(encode(PAPER, form), ending, "paper")
    tables = [block for block in PAPER.blocks if isinstance(block, Table)]
    headings = [block for block in PAPER.blocks if isinstance(block, Heading)]
    assert seen.title == PAPER.title
    if ending in SHEETS:
        assert seen.headings in (None, ())
        assert len(seen.tables) >= len(tables)
    else:
        levels = [heading.level for heading in seen.headings or ()]
        assert levels.count(1) == 1
        assert len(levels) - 1 in (len(headings), len(headings) + 1)  # a page also has Contents
        assert [len(table.rows) for table in seen.tables] == [len(table.rows) + 1 for table in tables]
    assert all(table.has_header and not table.merged for table in seen.tables)


@pytest.mark.parametrize("form", ["word", "html", "opendocument", "markdown"])
def test_the_words_of_cells_are_seen(form: str) -> None:
    seen = seen_of(encode(PAPER, form), FORMATS[form][0], "paper")
    tables = [block for block in PAPER.blocks if isinstance(block, Table)]
    for found, table in zip(seen.tables, tables, strict=True):
        for cells, row in zip(found.rows, (table.header, *table.rows), strict=True):
            for cell, told in zip(cells, row, strict=True):
                assert cell.text is not None
                assert "".join(cell.text.split()).replace("/", "") == "".join(str(told).split()).replace(
                    "/", ""
                )


@pytest.mark.parametrize("form", WITH_STAMP)
def test_the_words_of_a_file_are_the_same_each_time(form: str) -> None:
    content = encode(PAPER, form)
    assert seen_of(content, FORMATS[form][0], "a") == seen_of(content, FORMATS[form][0], "b")
