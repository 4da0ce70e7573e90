"""The numbers of sections and of what is said in them: the same in every format that has pages."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reports.formats.word_reading import read_back
from reports.pdf_reading import words
from reports.sample_paper import the_paper

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
from send_actions.reports.formats import html, markdown, pdf
from send_actions.reports.formats.points import points_of, without_number
from send_actions.reports.formats.workbook import arrange

COUNTS = Table("Counts", ("Status", "Now"), (("Off track", "6"),))
BODY = (
    Heading(2, "1. Asked"),
    NumberedList((text_of("Agree."), text_of("Fund."))),
    Heading(3, "Better"),
    bullets("Up", "Down"),
    text_of("Next board."),
    Heading(2, "2. Help"),
    bullets("One"),
    COUNTS,
    Heading(2, "Annex A: key"),
    text_of("words"),
)


def numbers(*blocks: Block, stamp: Stamp | None = None) -> list[str]:
    points = points_of(Document("Paper", (), blocks, stamp=stamp))
    assert [point.block for point in points] == list(blocks)
    return [point.number() for point in points]


def test_bullets_and_paragraphs_of_a_numbered_section_count_through_and_begin_anew() -> None:
    assert numbers(*BODY) == ["", "", "", "1.1", "1.3", "", "2.1", "", "", ""]


def test_where_headings_do_not_count_from_1_nothing_is_numbered() -> None:
    assert set(numbers(text_of("x"), *BODY[5:])) == {""}
    assert set(numbers(Heading(2, "One"), text_of("x"))) == {""}
    assert set(numbers(Heading(2, "2026. A year"), text_of("x"))) == {""}


def test_a_paper_that_lists_its_contents_numbers_its_sections_alone() -> None:
    points = points_of(Document("Paper", (), BODY, has_contents=True))
    assert {point.number() for point in points} == {""}
    assert [point.section for point in points if isinstance(point.block, Heading)] == [1, 1, 2, 0]


def test_what_the_stamp_says_is_no_point_of_a_section() -> None:
    assert numbers(Heading(2, "1. Asked"), text_of("x"), text_of("Made by"), stamp=Stamp("a", "b")) == [
        "",
        "1.1",
        "",
    ]


def test_the_words_of_a_heading_stand_apart_from_its_number() -> None:
    assert [without_number(text) for text in ("1. Asked", "12.  Help", "1.2 Area", "Annex A")] == [
        "Asked",
        "Help",
        "1.2 Area",
        "Annex A",
    ]


def test_a_heading_is_one_level_below_the_one_before_it_at_most() -> None:
    told = tuple(Heading(level, f"at {level}") for level in (1, 4, 6, 3, 9, 2))
    blank = Heading(3, " ")
    points = points_of(Document("Paper", (), (told[0], blank, *told[1:], text_of("x"))))
    assert [point.level for point in points] == [2, 3, 3, 4, 3, 4, 2, 0]


def test_no_format_misses_a_level_of_heading() -> None:
    paper = Document("Paper", (), (Heading(2, "Two"), Heading(4, "Deeper"), text_of("x")))
    looks = [(one.text, one.style.name) for one in read_back(paper).paragraphs if one.style]
    assert ("Deeper", "Heading 2") in looks
    assert "<h3>Deeper</h3>" in re.sub("<h3[^>]*>", "<h3>", html.render(paper))
    assert "\n### Deeper\n" in markdown.render(paper)
    assert [line.look for line in arrange(paper).lines] == ["title", "heading2", "heading3", "paragraph"]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_every_point_has_a_number_of_its_own(sizes: list[int]) -> None:
    blocks: list[Block] = []
    for section, size in enumerate(sizes, start=1):
        blocks += [Heading(2, f"{section}. S"), bullets(*"abcd"[:size]), text_of("end")]
    points = points_of(Document("Paper", (), tuple(blocks)))
    found = [
        point.number(place)
        for point, block in zip(points, blocks, strict=True)
        for place in range(1 if not hasattr(block, "items") else len(block.items))
        if point.first
    ]
    assert len(set(found)) == len(found) == sum(sizes) + len(sizes)


def test_html_and_pdf_say_the_same_numbers() -> None:
    paper = Document("Paper", (), BODY)
    page = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html.render(paper)))
    for text in (page, words(pdf.render(paper))):
        for said in ("1.1 Up", "1.2 Down", "1.3 Next board.", "2.1 One"):
            assert said in text
        assert "Annex A: key words" in re.sub("Annex A: key (?=Contents)", "", text)


def test_each_point_of_a_real_paper_is_numbered_once() -> None:
    text = words(pdf.render(the_paper()))
    numbered = [point for point in points_of(the_paper()) if point.first]
    assert numbered
    for point in numbered:
        assert text.count(f" {point.number()} ") >= 1


def test_what_made_a_paper_is_among_the_properties_of_its_files() -> None:
    paper = replace(the_paper(), stamp=Stamp('report owner "A & B"', "0123456789abcdef" * 2))
    told = "report owner &#34;A &amp; B&#34; | 0123456789abcdef0123456789abcdef"
    assert f'<meta name="keywords" content="{told}">' in html.render(paper)
    assert "keywords" not in html.render(replace(paper, stamp=None))


def test_what_the_stamp_says_is_set_small_everywhere() -> None:
    paper = Document("Paper", (), (*BODY, text_of("To make this again")), stamp=Stamp("a", "b"))
    assert points_of(paper)[-1].is_stamp
    assert not any(point.is_stamp for point in points_of(replace(paper, stamp=None)))
    assert '<p class="stamp">To make this again</p>' in html.render(paper)
    [last] = [one for one in read_back(paper).paragraphs if one.text == "To make this again"]
    assert last.style
    assert last.style.name == "Stamp"
