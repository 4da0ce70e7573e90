"""The public's papers of the invented sample: as they are on file, plain, short, and for nobody else."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from reports.pdf_reading import opened

from send_actions.domain.words.acronyms import acronyms_in
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.reading_age import reading_age
from send_actions.errors import UsageError
from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.contents.families_page import OLDEST
from send_actions.reports.document import Document
from send_actions.reports.output import encode
from send_actions.reports.sections.phrasing.words_of_blocks import words_of_blocks
from send_actions.store.reader import Reader, read_plan

FOLDER = Path(__file__).parent
DOCS = Path(__file__).parents[2] / "docs" / "public-papers.md"
AGES = re.findall(r"\| (\d\d? \w+ 20\d\d) \| ([\d.]+) \|", DOCS.read_text(encoding="utf-8"))
DAYS = [
    *("2025-04-01", "2025-08-01", "2025-09-17", "2025-10-20", "2025-11-13", "2025-12-12"),
    *("2026-01-28", "2026-02-01", "2026-03-12", "2026-03-31", "2026-05-31"),
]


def made(reader: Reader, word: str, on: str) -> Document:
    plan = read_plan(reader, date.fromisoformat(on))
    return make_paper(reader, plan, PaperRequest(word, Audience.PUBLIC))


def told(page: Document) -> str:
    """What a page says but for its stamp, a line for each heading, paragraph and item."""
    return "\n".join(
        [
            page.title,
            *(f"{label}: {value}" for label, value in page.facts),
            *words_of_blocks(page.blocks[:-1]),
        ]
    )


@pytest.mark.parametrize("word", ["public", "families"])
def test_the_paper_is_the_one_on_file(sample_reader: Reader, word: str) -> None:
    text = encode(made(sample_reader, word, "2026-03-31"), "markdown").decode()
    golden = FOLDER / f"sample_{word}.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("on", DAYS)
def test_the_families_page_is_one_side_of_a4(sample_reader: Reader, on: str) -> None:
    assert len(opened(encode(made(sample_reader, "families", on), "pdf")).pages) == 1


@pytest.mark.parametrize("on", DAYS)
def test_the_families_page_can_be_read_at_twelve(sample_reader: Reader, on: str) -> None:
    assert 4 < reading_age(told(made(sample_reader, "families", on))) <= OLDEST == 12


def test_the_reading_ages_in_the_docs_are_those_of_the_sample(sample_reader: Reader) -> None:
    assert len(AGES) > 3
    for day, age in AGES:
        on = next(on for on in DAYS if say_date(date.fromisoformat(on)) == day)
        assert f"{reading_age(told(made(sample_reader, 'families', on))):.1f}" == age, day


@pytest.mark.parametrize("on", DAYS)
def test_the_families_page_has_no_ref_and_no_acronym(sample_reader: Reader, on: str) -> None:
    page = made(sample_reader, "families", on)
    plan = read_plan(sample_reader, date.fromisoformat(on))
    said = told(page)
    assert acronyms_in(said) == []
    found = [a.ref for a in plan.actions if re.search(rf"(?<![\w.]){re.escape(a.ref)}(?![\w%]| weeks)", said)]
    assert found == []


@pytest.mark.parametrize("word", ["public", "families"])
def test_a_public_paper_is_for_the_public_alone(sample_reader: Reader, word: str) -> None:
    plan = read_plan(sample_reader, date(2026, 3, 31))
    for audience in (Audience.BOARD, Audience.INTERNAL):
        with pytest.raises(UsageError, match=f"`report {word}` is for one audience alone, public: leave"):
            make_paper(sample_reader, plan, PaperRequest(word, audience))


def test_the_board_paper_is_not_for_the_public_and_says_which_are(sample_reader: Reader) -> None:
    plan = read_plan(sample_reader, date(2026, 3, 31))
    with pytest.raises(UsageError, match="use `report public` or `report families`"):
        make_paper(sample_reader, plan, PaperRequest("board", Audience.PUBLIC))
    assert {word for word, kind in KINDS.items() if Audience.PUBLIC in kind.audiences} >= {
        "public",
        "families",
    }


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("word", ["public", "families"])
def test_no_small_count_of_people_is_in_a_public_paper(sample_reader: Reader, word: str, on: str) -> None:
    said = encode(made(sample_reader, word, on), "markdown").decode()
    assert not re.search(r"(?<![\d.,])\b[0-5] (?:children|pupils|families|young people|parents)\b", said)
