"""The board paper as it is read: short, every ref with its title, every quotation under its own day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import a_plan, an_action
from reports.reading import items, lines_before_the_annexes, sections, to_read, words
from reports.sample_paper import the_paper, the_plan, the_plan_before

from send_actions.domain.plan import Plan
from send_actions.domain.text import cut_at_word
from send_actions.domain.words.dates import say_date
from send_actions.papers import make_board
from send_actions.reports.audience import Audience, redact_plan
from send_actions.reports.board_view import WITHHELD
from send_actions.reports.contents.board_paper import board_paper
from send_actions.reports.document import Document, Heading, NumberedList, Strong, Table
from send_actions.store.reader import open_reader, read_plan

SAMPLE = Path(__file__).parents[3] / "sample.db"
BOARD_PAPER_DAY, LATER = date(2026, 3, 31), date(2026, 1, 30)

Paper = tuple[Plan, Document]


@pytest.fixture(scope="module", params=[BOARD_PAPER_DAY, LATER, date(2026, 6, 1)])
def sample(request: pytest.FixtureRequest) -> Iterator[Paper]:
    """The sample's plan as at a day, with its board paper."""
    reader = open_reader(SAMPLE)
    plan = read_plan(reader, request.param)
    yield plan, make_board.make(reader, plan, Audience.BOARD)
    reader.close()


def untitled(plan: Plan, text: str) -> list[str]:
    """The refs that a section names first without their title; 16.8 weeks and 8.1% are no refs.

    What people wrote is left out: they may speak of an action as they like.
    """
    found = []
    for action in plan.actions:
        for own in (action.note, action.reason, action.impact_shown_by, action.proof, action.path):
            text = text if own in {"", WITHHELD} else text.replace(own.rstrip("."), "")
    for action in plan.actions:
        ref = rf"(?<![\d.]){re.escape(action.ref)}(?![\d%]|\.\d| weeks?\b)"
        first = re.search(ref, text)
        short = cut_at_word(action.title, 60).removesuffix("…").rstrip()
        if first and not text[first.end() :].startswith(f" {short}"):
            found.append(f"{action.ref} in …{text[max(0, first.start() - 30) : first.end() + 30]}…")
    return found


def test_no_section_of_the_sample_names_a_ref_first_without_its_title(sample: Paper) -> None:
    plan, paper = sample
    assert {title: untitled(plan, words(blocks)) for title, blocks in sections(paper).items()} == {
        title: [] for title in sections(paper)
    }


def test_no_section_of_a_small_paper_names_a_ref_first_without_its_title() -> None:
    for title, blocks in sections(the_paper()).items():
        assert untitled(the_plan(), words(blocks)) == [], title


def test_no_section_names_an_exempt_ref_first_without_what_stands_for_its_title() -> None:
    plan = the_plan()
    actions = tuple(replace(action, exempt=action.ref.startswith("9")) for action in plan.actions)
    secret = replace(plan, actions=actions)
    shown = redact_plan(secret, Audience.BOARD)
    for title, blocks in sections(board_paper(secret, the_plan_before())).items():
        assert untitled(shown, words(blocks)) == [], title


def test_a_ref_without_its_title_would_be_found() -> None:
    assert untitled(the_plan(), "Worse: 9.2. Then 9.2 Agree who pays for equipment.") != []
    assert untitled(the_plan(), "Waits are 9.2 weeks, 9.3% and 19.3 or 9.34.") == []


def test_the_sample_s_paper_keeps_to_four_pages_before_its_annexes() -> None:
    reader = open_reader(SAMPLE)
    paper = make_board.make(reader, read_plan(reader, BOARD_PAPER_DAY), Audience.BOARD)
    reader.close()
    assert lines_before_the_annexes(paper) <= 185


def test_what_is_decided_and_better_or_worse_stand_on_the_first_page_of_the_sample() -> None:
    reader = open_reader(SAMPLE)
    paper = make_board.make(reader, read_plan(reader, BOARD_PAPER_DAY), Audience.BOARD)
    reader.close()
    second = next(n for n, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.text.startswith("2."))
    annexes = Heading(2, "Annex", starts_page=True)
    first = Document(paper.title, paper.facts, (*paper.blocks[:second], annexes))
    assert lines_before_the_annexes(first) <= 46


def test_no_table_stands_before_the_annexes_and_the_decisions_are_numbered(sample: Paper) -> None:
    _, paper = sample
    assert not any(isinstance(block, Table) for block in to_read(paper))
    (numbered,) = [block for block in paper.blocks if isinstance(block, NumberedList)]
    assert numbered in sections(paper)["The Board is asked to"]
    assert all(isinstance(item.runs[0], Strong) for item in numbered.items)


def test_every_decision_named_elsewhere_is_the_one_of_that_number(sample: Paper) -> None:
    plan, paper = sample
    found = sections(paper)
    decided = [words.split(" ")[0] for words in items(found["The Board is asked to"])]
    pointing = [*items(found["What was asked last time"]), *items(found["Help needed"])]
    pointers = [(line, int(number)) for line in pointing for number in re.findall(r"decision (\d+)", line)]
    assert pointers
    for line, number in pointers:
        ref = decided[number - 1]
        assert re.search(rf"(?<![\d.]){re.escape(ref)} ", line), line
        assert ref in {action.ref for action in plan.actions}


def rows_of(document: Document) -> list[str]:
    """Every item, paragraph and cell of a paper."""
    told = []
    for block in document.blocks:
        if isinstance(block, Table):
            told += [line for row in block.rows for cell in row for line in str(cell).split("\n")]
        else:
            told += words([block]).splitlines()
    return told


def test_every_word_of_an_action_stands_under_its_own_day_in_every_row(sample: Paper) -> None:
    plan, paper = sample
    rows = rows_of(paper)
    said = [
        (action, on, text)
        for action in plan.actions
        for on, text in (
            (action.note_on, action.note),
            (action.reason_on, action.reason),
            (action.ask_on, action.ask),
        )
        if text and on
    ]
    assert len(said) > 50
    headlines = {area.headline for area in plan.areas}
    for action, on, text in said:
        start = text[:40].removesuffix(".")
        for row in (
            row for row in rows if start in row and row.removeprefix("The lead says: ") not in headlines
        ):
            place = row.index(start)
            near = row[max(0, place - 60) : place] + row[place + len(text) - 1 : place + len(text) + 40]
            assert say_date(on) in near, f"{action.ref}: {row}"


def test_no_change_stands_apart_from_the_words_that_it_confirms(sample: Paper) -> None:
    plan, paper = sample
    text = "\n".join(rows_of(paper))
    confirmed = [a for a in plan.actions if a.confirmed_on and a.confirmed_on > (a.note_on or date.min)]
    for action in confirmed:
        assert action.confirmed_on
        assert f"{say_date(action.confirmed_on)}: No change, still right" in text


def test_a_parent_reads_no_shorthand(sample: Paper) -> None:
    _, paper = sample
    text = words(paper.blocks)
    assert not re.search(r"\b(in|out) \d+\.\d+;|The sum\b|\bN/A\b", text)
    assert not re.search(r"\.\.|…\.| ,|\(\)|  ", text)


def test_the_first_page_answers_where_do_i_decide_and_what_do_i_owe() -> None:
    plan = a_plan(an_action("9.2", "2026-01-31", "off-track", title="Agree who pays"))
    paper = board_paper(plan, None)
    assert next(block.text for block in paper.blocks if isinstance(block, Heading)) == (
        "1. The Board is asked to"
    )
    assert items(sections(paper)["The Board is asked to"])[0].startswith("9.2 Agree who pays (no lead): ")
