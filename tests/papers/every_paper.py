"""The sample plan's paper of every kind, and one that says hostile words wherever a paper has words."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.document import (
    Block,
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
from send_actions.store.reader import open_reader, read_plan

SAMPLE: Final = Path(__file__).parents[2] / "sample.db"
ON: Final = date(2026, 3, 31)

SUBJECTS: Final = {
    "area": "9",
    "who": "ICB",
    "--from": "2025-09-17",
    "--to": "2026-03-31",
    "--meeting": "2026-04-15",
    "when": "2026-04-15",
}
"""What a paper of the sample is about, by the name under which a kind takes it."""


@cache
def sample_paper(kind: str) -> Document:
    """The sample's paper of a kind, for whom it is when nobody says."""
    takes = {name.casefold(): name for name in KINDS[kind].takes}
    subject = tuple((takes[name], said) for name, said in SUBJECTS.items() if name in takes)
    reader = open_reader(str(SAMPLE))
    try:
        plan = read_plan(reader, ON)
        return make_paper(reader, plan, PaperRequest(kind, KINDS[kind].audience, subject))
    finally:
        reader.close()


_RED: Final = StatusMark("■", "R", "Off track", "red")
_WORDS: Final = (
    "</style></table><script>document.title = 'acted'</script>",
    '" onmouseover="document.title = 1" x="',
    "=cmd|' /C calc'!A1",
    "\x1b]52;c;QQ==\x07\x1b[31m\x00\u202eright to left\u2066",
    "שלום עולם مرحبا بالعالم 你好 👩‍👩‍👧 🏳️‍🌈 e\u0301\u0323",
    "{{ 7 * 7 }} {% raw %} #read('/etc/passwd') @ref $x$ ]]> &lt;b&gt;",
    "W" * 400,
)


def hostile_paper() -> Document:
    """A paper whose every word is one of somebody who means harm, or never thought of a page's width."""
    blocks: list[Block] = []
    for place, words in enumerate(_WORDS):
        blocks += [
            Heading(2, f"{place} {words}", starts_page=place == 1),
            text_of(words),
            Paragraph((Strong(f"Why {words}"), " ", _RED, f" {words}")),
            bullets(words, f"x{words}"),
            Heading(3, words),
            NumberedList((text_of(words), text_of(f"{words}\n{words}"))),
            Table(f"T {words}", (f"A {words}", "B", "C"), ((words, Number(6, "6"), _RED),)),
            Table(
                f"Wide {words}",
                (*(f"{name} {words}" for name in "ABCDEF"), "Due"),
                ((words, words, "–", _RED, Number(6, "6"), words, Day(ON, "31 March 2026")),) * 2,
            ),
        ]
    said = _WORDS[0]
    return Document(f"A {said}", ((f"F {said}", _WORDS[-1]),), tuple(blocks), as_at=ON, subject=said)
