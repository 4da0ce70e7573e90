"""The stamp of a paper: the command that makes it again, and a hash of all that it says and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    Code,
    Day,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    StatusMark,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.output import FORMATS, encode
from send_actions.reports.stamp import DIGEST_LENGTH, content_hash, stamped

ON_TRACK = StatusMark("●", "G", "On track", "green")
TABLE = Table(
    "Counts", ("Status", "Now"), ((ON_TRACK, Number(3, "3")), ("Due", Day(date(2026, 3, 1), "1 March")))
)
PAPER = Document(
    "Paper",
    (("As at", "31 March 2026"),),
    (
        Heading(2, "Said"),
        Paragraph(("It is ", Strong("so"), ".")),
        bullets("one", "two"),
        NumberedList((text_of("first"),)),
        TABLE,
    ),
)
COMMAND = "send-actions report board --audience board --as-at 2026-03-31 --record 7"
ENCODE_AGAIN = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:3]
from reports.sample_paper import the_paper
from send_actions.reports.output import encode
from send_actions.reports.stamp import stamped
first, second = (encode(stamped(the_paper(), "send-actions report board"), sys.argv[3]) for _ in range(2))
assert first == second, "nothing is kept from one paper to the next"
sys.stdout.buffer.write(first)
"""


def test_the_last_paragraph_says_the_command_and_the_hash() -> None:
    paper = stamped(PAPER, COMMAND)
    assert paper.stamp
    assert (paper.stamp.command, paper.stamp.digest) == (COMMAND, content_hash(PAPER))
    assert paper.blocks[:-1] == PAPER.blocks
    content = f"\nContent: {paper.stamp.digest}"
    assert paper.blocks[-1] == Paragraph(("To make this paper again: ", Code(COMMAND), content))


def test_a_short_stamp_is_no_more_than_what_is_read_back() -> None:
    paper = stamped(PAPER, COMMAND, is_short=True)
    assert paper.stamp
    assert paper.blocks[-1] == Paragraph((Code(COMMAND), f" Content: {paper.stamp.digest}"))


def test_the_hash_is_short_hexadecimal() -> None:
    assert len(content_hash(PAPER)) == DIGEST_LENGTH == len(content_hash(PAPER).strip("g-z"))
    assert set(content_hash(PAPER)) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "other",
    [
        replace(PAPER, title="Papers"),
        replace(PAPER, facts=(("As at", "30 March 2026"),)),
        replace(PAPER, blocks=PAPER.blocks[1:]),
        replace(PAPER, blocks=(Heading(3, "Said"), *PAPER.blocks[1:])),
        replace(PAPER, blocks=(*PAPER.blocks[:-1], replace(TABLE, caption="Count"))),
        replace(PAPER, blocks=(*PAPER.blocks[:-1], replace(TABLE, header=("State", "Now")))),
        replace(PAPER, blocks=(*PAPER.blocks[:-1], replace(TABLE, rows=TABLE.rows[::-1]))),
        replace(PAPER, blocks=(*PAPER.blocks[:-1], replace(TABLE, rows=((ON_TRACK, Number(4, "4")),)))),
        replace(PAPER, blocks=(*PAPER.blocks[:2], bullets("one two"), *PAPER.blocks[3:])),
        replace(PAPER, blocks=(*PAPER.blocks[:3], bullets("first"), TABLE)),
        replace(PAPER, blocks=(*PAPER.blocks[:1], text_of("It is not so."), *PAPER.blocks[2:])),
    ],
)
def test_what_says_something_else_has_another_hash(other: Document) -> None:
    assert content_hash(other) != content_hash(PAPER)


def test_what_a_file_says_of_itself_is_no_content() -> None:
    dressed = replace(PAPER, as_at=date(2026, 1, 1), subject="about", legend=(ON_TRACK,))
    assert content_hash(dressed) == content_hash(PAPER)


@given(st.text(), st.text())
def test_words_do_not_move_between_blocks_unseen(first: str, second: str) -> None:
    two = replace(PAPER, blocks=(text_of(first), text_of(second)))
    assert content_hash(two) == content_hash(replace(PAPER, blocks=(text_of(first), text_of(second))))
    one = replace(PAPER, blocks=(text_of(first + second), text_of("")))
    assert (content_hash(one) == content_hash(two)) == (second == "")


def test_half_a_pair_is_hashed_as_any_text() -> None:
    assert content_hash(replace(PAPER, title="\ud800")) != content_hash(replace(PAPER, title="\udc00"))


@pytest.mark.parametrize("form", FORMATS)
def test_another_user_folder_and_time_zone_make_the_same_bytes(form: str, tmp_path: Path) -> None:
    here = Path(__file__).parents[1]
    nowhere = {"USER": "someone-else", "LOGNAME": "someone-else", "HOME": str(tmp_path), "LANG": "C"}
    zone = {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    made = subprocess.run(
        [sys.executable, "-c", ENCODE_AGAIN, str(here.parent), str(here), form],
        cwd=tmp_path,
        env=os.environ | nowhere | zone,
        capture_output=True,
        check=True,
    )
    assert made.stdout == encode(stamped(the_paper(), "send-actions report board"), form)
    for told in (tmp_path, here.parent):
        assert os.fsencode(told) not in made.stdout
