"""What every paper that reviews the plan keeps to: its file, its days, its titles, and what is exempt."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any

import pytest
from builders import a_meeting, a_plan, an_action, an_id
from hypothesis import given
from hypothesis import strategies as st
from reports.contents.test_board_reading import rows_of, untitled
from reports.reading import sections, words
from reports.review_plan import papers_of, the_deadlines, the_reviewed_plan, what_was_said

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.papers.kinds import KINDS, make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience, Exempt, redact_plan
from send_actions.reports.contents.full_paper import full_paper
from send_actions.reports.contents.stocktake_paper import stocktake_paper
from send_actions.reports.document import Document, Heading, Table
from send_actions.reports.formats.markdown import render
from send_actions.store.reader import Reader, open_reader, read_plan

HERE = Path(__file__).parent
SAMPLE = HERE.parents[2] / "sample.db"
REVIEWS = ["stocktake", "evidence", "coverage", "full", "handover"]
DAYS = [date(2025, 9, 1), date(2026, 1, 30), date(2026, 3, 31), date(2026, 6, 1)]

Paper = tuple[Plan, Document]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reading = open_reader(SAMPLE)
    yield reading
    reading.close()


@pytest.fixture(scope="module", params=[(kind, day) for kind in REVIEWS for day in DAYS], ids=str)
def sample(request: pytest.FixtureRequest, reader: Reader) -> Paper:
    """The sample's plan as at a day, with a paper of it for a board."""
    kind, day = request.param
    plan = read_plan(reader, day)
    return plan, make_paper(reader, plan, PaperRequest(kind, Audience.BOARD))


@pytest.mark.parametrize("kind", REVIEWS)
def test_the_paper_is_the_one_on_file(kind: str) -> None:
    text = render(papers_of(the_reviewed_plan(), Audience.BOARD)[kind])
    golden = HERE / f"{kind}_paper.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_no_section_of_the_sample_names_a_ref_first_without_its_title(sample: Paper) -> None:
    plan, paper = sample
    numbers = r"(section|minute) \d+\.\d+"
    told = {title: re.sub(numbers, "a place", words(blocks)) for title, blocks in sections(paper).items()}
    assert {title: untitled(plan, text) for title, text in told.items()} == {title: [] for title in told}


def test_every_word_of_an_action_stands_under_its_own_day(sample: Paper) -> None:
    plan, paper = sample
    rows = [line for row in rows_of(paper) for line in row.split("\n")]
    headlines = {area.headline for area in plan.areas}
    for action in plan.actions:
        stated = ((action.note_on, action.note), (action.reason_on, action.reason))
        for on, text in (*stated, (action.ask_on, action.ask)):
            start = text[:40].removesuffix(".")
            for row in (row for row in rows if text and on and start in row):
                place = row.index(start)
                near = row[max(0, place - 60) : place] + row[place + len(text) - 1 : place + len(text) + 40]
                told = row.removeprefix("The lead says: ") in headlines
                assert told or say_date(on or date.min) in near, f"{action.ref}: {row}"


def test_a_parent_reads_no_shorthand(sample: Paper) -> None:
    _, paper = sample
    text = words(paper.blocks[:-1])
    assert not re.search(r"\bThe sum\b|\bN/A\b|\bNone\b(?! is| yet| \| No longer part)|\bnull\b", text)
    assert not re.search(r"\.\.|…\.| ,|\(\)|  |“”", text)


def test_a_paper_made_again_by_its_record_is_the_same(reader: Reader) -> None:
    plan = read_plan(reader, date(2026, 3, 31))
    for kind in REVIEWS:
        request = PaperRequest(kind, KINDS[kind].audience)
        first, again = (make_paper(reader, plan, request, plan.record) for _ in range(2))
        assert render(first) == render(again)
        assert first.stamp is not None


@pytest.mark.parametrize("kind", REVIEWS)
def test_an_empty_plan_gives_a_paper_that_says_there_is_nothing(kind: str) -> None:
    empty = a_plan(main_series="", partnership=" ")
    earlier = [replace(empty, as_at=date(2026, 1, 1))]
    papers = papers_of(empty, Audience.BOARD) | {"stocktake": stocktake_paper(empty, earlier)}
    text = words(papers[kind].blocks)
    assert re.search(r"\b(no|No|nothing|Nothing|nobody|Nobody)\b", text)
    first = next(label for label, _ in papers[kind].facts)
    assert first == ("For" if kind == "handover" else "As at")


@pytest.mark.parametrize("kind", REVIEWS)
def test_a_plan_without_meetings_gives_a_paper(kind: str) -> None:
    plan = replace(the_reviewed_plan(), meetings=(), minutes=())
    assert render(papers_of(plan, Audience.INTERNAL)[kind])


@pytest.mark.parametrize("kind", REVIEWS)
def test_an_exempt_action_is_counted_and_its_words_are_nowhere_else(kind: str) -> None:
    plan = the_reviewed_plan()
    secret = replace(
        plan, actions=tuple(replace(a, exempt=a.ref in {"9.2", "9.1", "9.3"}) for a in plan.actions)
    )
    text = render(papers_of(secret, Audience.BOARD)[kind])
    for word in ("equipment", "ICB", "Directors", "Split", "advice line", "kind", "localities"):
        assert not re.search(rf"{word}(?! of)", text), word
    if kind != "evidence":
        assert "Exempt item" in text
    inside = render(papers_of(secret, Audience.INTERNAL)[kind])
    assert "Exempt item" not in inside


@pytest.mark.parametrize("kind", REVIEWS)
def test_what_is_in_an_exempt_area_is_nowhere_told(kind: str) -> None:
    plan = the_reviewed_plan()
    areas = tuple(replace(area, exempt=area.number == "9") for area in plan.areas)
    text = render(papers_of(replace(plan, areas=areas), Audience.BOARD)[kind])
    for word in ("Occupational", "Two posts", "equipment", "18 weeks", "Head of Therapies", "64%"):
        assert word not in text


def rows_naming(paper: Document, text: str) -> list[list[str]]:
    """The rows of a paper's tables in which a text stands."""
    tables = (block for block in paper.blocks if isinstance(block, Table))
    rows = [[str(cell) for cell in row] for table in tables for row in table.rows]
    return [row for row in rows if any(text in cell for cell in row)]


@pytest.mark.parametrize("kind", REVIEWS)
def test_nothing_tells_a_board_which_finding_an_exempt_area_answers(kind: str) -> None:
    plan = the_reviewed_plan()
    areas = tuple(replace(area, exempt=area.number == "9") for area in plan.areas)
    paper = papers_of(replace(plan, areas=areas), Audience.BOARD)[kind]
    told = rows_naming(paper, "Waits for therapies are too long.")
    assert bool(told) == (kind in {"coverage", "full"})
    for row in told:
        assert "An exempt item" in row
        assert "9 Exempt item" not in " ".join(row)
    questioned = [row[-1] for row in rows_naming(paper, "finding-unanswered")]
    assert questioned == (["1"] if kind == "handover" else [])


def test_what_became_exempt_since_is_not_told_either() -> None:
    since = Exempt(areas=frozenset({an_id("area", "9")}), actions=frozenset({an_id("action", "1.2")}))
    text = render(full_paper(the_reviewed_plan(), what_was_said(), the_deadlines(), also_exempt=since))
    for word in ("Occupational", "equipment", "SENCOs", "Trainer left", "ICB"):
        assert word not in text
    assert "without the detail of" in text


@pytest.mark.parametrize("kind", REVIEWS)
def test_names_are_only_for_those_inside(kind: str) -> None:
    assert "Invented Person" not in render(papers_of(the_reviewed_plan(), Audience.BOARD)[kind])
    if kind in {"full", "handover"}:
        assert "Invented Person" in render(papers_of(the_reviewed_plan(), Audience.INTERNAL)[kind])


def test_headings_never_leave_a_level_out(sample: Paper) -> None:
    levels = [1, *(block.level for block in sample[1].blocks if isinstance(block, Heading))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


NASTY = st.text(st.sampled_from("|\\`*_[]<>#-+1.& \n\tab\x1b\u202e="), max_size=12)


@given(st.lists(NASTY, min_size=1, max_size=5))
def test_hostile_words_in_every_field_break_no_table_and_write_no_tag(nasty: list[str]) -> None:
    words_to_use = cycle(nasty)

    def spoil(thing: Any) -> Any:
        values = {f.name: getattr(thing, f.name) for f in fields(thing)}
        spoilt = {name: f"{next(words_to_use)}<b>|" for name, value in values.items() if type(value) is str}
        lead = {"lead": spoil(thing.lead)} if values.get("lead") else {}
        inside = {"findings": tuple(map(spoil, thing.findings))} if values.get("findings") else {}
        return replace(thing, **spoilt | lead | inside)

    plan = the_reviewed_plan()
    names = ("areas", "actions", "minutes", "measures", "legend", "evidence", "meetings", "sources")
    parts: dict[str, Any] = {name: tuple(map(spoil, getattr(plan, name))) for name in names}
    for paper in papers_of(replace(plan, title=nasty[0], **parts), Audience.INTERNAL).values():
        text = render(paper)
        assert not re.search(r"<[A-Za-z/!?]", text)
        assert "\x1b" not in text
        for lines in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines.splitlines()}) == 1


def test_a_plan_with_a_board_today_is_told_of_it() -> None:
    plan = a_plan(an_action("1.1"), a_meeting("2026-03-31"), a_meeting("2026-01-28"))
    earlier = [replace(plan, as_at=date(2026, 1, 28))]
    text = words(stocktake_paper(plan, earlier).blocks)
    assert "31 Mar 26 (board)" in text
    assert "2 boards from 28 January 2026 to 31 March 2026" in text


def test_what_is_read_aloud_speaks_of_the_redacted_plan_alone() -> None:
    plan = the_reviewed_plan()
    seen = redact_plan(plan, Audience.BOARD)
    assert {owner.name for owner in seen.owners} <= {""}
