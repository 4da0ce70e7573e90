"""What every paper about a part of the plan keeps to: its file, its days, its titles, and what is exempt."""

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
from builders import a_plan, an_area
from hypothesis import given
from hypothesis import strategies as st
from reports.contents.test_board_reading import rows_of, untitled
from reports.part_papers import REQUESTS, SAMPLE, sample_paper_of, small_papers, the_small_plan
from reports.pdf_reading import opened
from reports.reading import sections, words

from send_actions.domain.plan import Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.papers.kinds import make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.contents.impact_paper import impact_paper
from send_actions.reports.contents.meeting_paper import action_log, agenda
from send_actions.reports.contents.owner_paper import owner_paper
from send_actions.reports.contents.since_paper import since_paper
from send_actions.reports.document import Document, Heading
from send_actions.reports.formats.markdown import render
from send_actions.reports.output import encode
from send_actions.reports.sections.meetings.meeting_log import Agreed
from send_actions.store.reader import Reader, open_reader, read_plan

HERE = Path(__file__).parent
TODAY = date(2026, 3, 31)
DAYS = [date(2026, 1, 30), TODAY, date(2026, 4, 10)]

Paper = tuple[Plan, Document]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reading = open_reader(SAMPLE)
    yield reading
    reading.close()


@pytest.fixture(scope="module", params=[(name, day) for name in REQUESTS for day in DAYS], ids=str)
def sample(request: pytest.FixtureRequest, reader: Reader) -> Paper:
    """The sample's plan as at a day, and a paper of it for whom its kind is."""
    return sample_paper_of(reader, *request.param)


@pytest.mark.parametrize("name", REQUESTS)
def test_the_paper_of_the_sample_is_the_one_on_file(reader: Reader, name: str) -> None:
    text = render(sample_paper_of(reader, name, TODAY)[1])
    golden = HERE / f"{name}.md"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def told_in(paper: Document) -> dict[str, str]:
    """What each section says, without places in sources, which look like refs; before them the opening."""
    places = r"section \d+\.\d+"
    marked = replace(paper, blocks=(Heading(2, "Opening"), *paper.blocks[:-1]))
    return {title: re.sub(places, "a place", words(blocks)) for title, blocks in sections(marked).items()}


def test_no_section_of_the_sample_names_a_ref_first_without_its_title(sample: Paper) -> None:
    plan, paper = sample
    told = told_in(paper)
    assert {title: untitled(plan, text) for title, text in told.items()} == {title: [] for title in told}


def test_every_word_of_an_action_stands_under_its_own_day(sample: Paper) -> None:
    plan, paper = sample
    headlines = {area.headline for area in plan.areas}
    rows = [line for line in rows_of(paper) if line.removeprefix("The lead says: ") not in headlines]
    found = 0
    for action in plan.actions:
        reason, ask = (action.reason_on, action.reason), (action.ask_on, action.ask)
        for on, text in ((action.note_on, action.note), reason, ask):
            start = text[:40].removesuffix(".").partition(". ")[0]
            for row in (row for row in rows if text and on and start in row):
                place = row.index(start)
                near = row[max(0, place - 60) : place] + row[place + len(start) : place + len(text) + 60]
                assert say_date(on or date.min) in near, f"{action.ref}: {row}"
                found += 1
    assert found or not paper.title.startswith(f"{plan.title}: since")


def test_a_parent_reads_no_shorthand(sample: Paper) -> None:
    _, paper = sample
    text = words(paper.blocks[:-1])
    assert not re.search(r"\bThe sum\b|\bN/A\b|\bnull\b|\bNone\b(?! is| yet)", text)
    assert not re.search(r"\.\.|…\.| ,|\(\)|  |“”|;\.|: \.", text)


def test_headings_never_leave_a_level_out(sample: Paper) -> None:
    levels = [1, *(block.level for block in sample[1].blocks if isinstance(block, Heading))]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("name", REQUESTS)
def test_a_paper_made_again_by_its_record_is_the_same(reader: Reader, name: str) -> None:
    kind, subject = REQUESTS[name]
    plan = read_plan(reader, TODAY)
    first, again = (
        make_paper(reader, plan, PaperRequest(kind, Audience.BOARD, subject), plan.record) for _ in range(2)
    )
    assert first == again
    assert first.stamp is not None


@pytest.mark.parametrize(("name", "most"), [("since_paper", 1), ("meeting_agenda", 4), ("impact_page", 3)])
def test_the_sample_s_paper_keeps_to_its_pages(reader: Reader, name: str, most: int) -> None:
    content = encode(sample_paper_of(reader, name, TODAY)[1], "pdf")
    assert 1 <= len(opened(content).pages) <= most


@pytest.mark.parametrize("name", REQUESTS)
def test_names_are_only_for_those_inside(name: str) -> None:
    assert "Invented Person" not in render(small_papers()[name])
    inside = render(small_papers(audience="internal")[name])
    assert ("Invented Person" in inside) == (name != "since_paper")


def secret_of(plan: Plan, **exempt: set[str]) -> Plan:
    actions = tuple(replace(a, exempt=a.ref in exempt.get("refs", ())) for a in plan.actions)
    areas = tuple(replace(a, exempt=a.number in exempt.get("areas", ())) for a in plan.areas)
    return replace(plan, actions=actions, areas=areas)


@pytest.mark.parametrize("name", REQUESTS)
def test_an_exempt_action_is_told_without_its_words(name: str) -> None:
    secret = secret_of(the_small_plan(), refs={"9.1", "9.2", "9.3"})
    paper = small_papers(secret)[name]
    text = render(paper) + repr(paper.entries)
    for word in ("equipment", "Directors", "Split", "advice line", "Two posts vacant"):
        assert word not in text, word
    inside = small_papers(secret, "internal")[name]
    assert "Exempt item" not in render(inside) + repr(inside.entries)


@pytest.mark.parametrize("name", REQUESTS)
def test_what_is_in_an_exempt_area_is_nowhere_told(name: str) -> None:
    paper = small_papers(secret_of(the_small_plan(), areas={"9"}))[name]
    own = "Head of Therapies" if name == "owner_paper" else ""  # who asks for a list of their own is named
    text = render(paper).replace(own, "") if own else render(paper)
    for word in ("Occupational", "Two posts", "equipment", "64%", "Head of Therapies"):
        assert word not in text + repr(paper.entries), word


NOTHING = a_plan(main_series="", partnership=" ")
A_BOARD = Meeting(1, date(2026, 4, 15), "Board")


@pytest.mark.parametrize(
    "paper",
    [
        since_paper(NOTHING, replace(NOTHING, as_at=date(2026, 1, 1)), compared="the plan then"),
        agenda(NOTHING, A_BOARD, None),
        action_log(NOTHING, replace(A_BOARD, on=date(2026, 3, 1)), Agreed()),
        impact_paper(a_plan(*(an_area(str(number)) for number in range(1, 19))), an_area("7").id),
    ],
    ids=["since", "agenda", "log", "impact"],
)
def test_where_there_is_nothing_the_paper_says_so(paper: Document) -> None:
    text = words(paper.blocks)
    assert re.search(r"\b(no|No|nothing|Nothing|none)\b", text)
    assert not re.search(r"“”|\(\)|  ", text)


def test_an_owner_whom_the_plan_does_not_have_is_refused() -> None:
    with pytest.raises(UsageError, match="no owner and no organisation “Nobody”"):
        owner_paper(the_small_plan(), "Nobody")


NASTY = st.text(st.sampled_from("|\\`*_[]<>#-+1.& \n\tab\x1b\u202e="), max_size=12)


@given(st.lists(NASTY, min_size=1, max_size=5))
def test_hostile_words_in_every_field_break_no_table_and_write_no_tag(nasty: list[str]) -> None:
    words_to_use = cycle(nasty)

    def spoil(thing: Any) -> Any:
        values = {f.name: getattr(thing, f.name) for f in fields(thing)}
        spoilt = {name: f"{next(words_to_use)}<b>|" for name, value in values.items() if type(value) is str}
        return replace(thing, **spoilt)

    plan = the_small_plan()
    names = ("areas", "actions", "minutes", "measures", "evidence", "sources")
    parts: dict[str, Any] = {name: tuple(map(spoil, getattr(plan, name))) for name in names}
    spoilt = replace(plan, title=nasty[0], partnership=nasty[-1], **parts)
    for paper in small_papers(spoilt, "internal").values():
        text = render(paper)
        assert "\x1b" not in text
        assert not re.search(r"(?<!\\)<b>", text)
        for form in ("text", "email", "icalendar"):
            if form != "icalendar" or paper.entries:
                assert b"\x1b" not in encode(paper, form)
