"""Sections and annexes count themselves, and what sends to another section has the number that it has."""

from __future__ import annotations

import re
from pathlib import Path

from send_actions.reports.document import Heading, text_of
from send_actions.reports.sections.phrasing.numbered import Told, letter_of, lettered, numbered

REPORTS = Path(__file__).parents[3] / "send_actions" / "reports"
TYPED = re.compile(r"under [1-9]\b|[Aa]nnex [A-Z]\b|Heading\(2, f?\"[1-9]")


def test_sections_count_themselves_and_one_that_sends_to_another_is_given_its_number() -> None:
    sections: dict[str, Told] = {
        "First": lambda at: [text_of(f"See {at['Last']}.")],
        "Second": [text_of("Words.")],
        "Last": (),
    }
    assert list(numbered(sections)) == [
        Heading(2, "1. First"),
        text_of("See 3."),
        Heading(2, "2. Second"),
        text_of("Words."),
        Heading(2, "3. Last"),
    ]


def test_annexes_have_letters_and_the_first_begins_a_page() -> None:
    annexes = {"key": [text_of("Words.")], "measures": ()}
    assert list(lettered(annexes)) == [
        Heading(2, "Annex A: key", starts_page=True),
        text_of("Words."),
        Heading(2, "Annex B: measures"),
    ]
    assert letter_of(annexes, "measures") == "B"


def test_no_section_knows_the_number_of_another_by_heart() -> None:
    for room in ("contents", "sections"):
        for file in (REPORTS / room).glob("*.py"):
            assert not TYPED.search(file.read_text(encoding="utf-8")), file
