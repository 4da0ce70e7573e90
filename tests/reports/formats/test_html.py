"""HTML: one file that stands alone, can be read by everyone, and in which nothing typed acts."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.sample_paper import the_paper

from send_actions.reports.document import (
    Block,
    BulletList,
    Document,
    Heading,
    Number,
    NumberedList,
    Paragraph,
    Stamp,
    StatusMark,
    Strong,
    Table,
    bullets,
    text_of,
)
from send_actions.reports.formats.colours import SHADES, Shade
from send_actions.reports.formats.html import render
from send_actions.reports.formats.html_style import DARK

VOID = {"meta", "br", "col"}
HOSTILE = st.one_of(
    st.text(st.sampled_from("<>&\"'`/=;{}%# -!\n\tab1\x1b\x00\u2028é"), max_size=30),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "</table></section></main>",
            "</style><img src=x onerror=alert(1)>",
            "<!-- gone -->",
            '" onmouseover="alert(1)',
            "{{ 7 * 7 }} {% raw %}",
            "&lt;b&gt; &#60;",
            "javascript:alert(1)",
            "]]><svg/onload=alert(1)>",
        ]
    ),
)


@dataclass
class Element:
    """One element as a browser has it."""

    tag: str
    attributes: dict[str, str | None]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, *tags: str) -> list[Element]:
        """Those of some tags below, in reading order; all of them when none is named."""
        found: list[Element] = []
        for child in self.children:
            found += [child] if not tags or child.tag in tags else []
            found += child.all(*tags)
        return found

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


class Reader(HTMLParser):
    """Reads a page and insists that what is opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]
        self.notes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs)
        self.open[-1].children.append(element)
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        self.notes.append(data)


def read(text: str) -> Element:
    assert text.startswith("<!doctype html>\n")
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1
    assert reader.notes == []
    return reader.open[0]


def a_document(*blocks: Block, title: str = "Paper", facts: tuple[tuple[str, str], ...] = ()) -> Document:
    return Document(title, facts, blocks)


def shapes(page: Element) -> list[str]:
    return [element.tag for element in page.all()]


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_the_paper_has_its_language_title_and_landmarks() -> None:
    page = read(render(the_paper()))
    assert page.one("html").attributes == {"lang": "en-GB"}
    assert page.one("title").text == page.one("h1").text
    assert [one.tag for one in page.one("body").children] == ["a", "header", "nav", "main", "footer"]
    assert page.one("body").children[0].attributes == {"class": "skip", "href": "#paper"}
    assert page.one("main").attributes["id"] == "paper"
    assert page.one("footer").text.strip().startswith(page.one("h1").text + ", as at 31 March 2026")


def test_there_is_one_title_and_no_level_of_heading_is_missed() -> None:
    document = a_document(Heading(2, "One"), Heading(4, "Deep"), Heading(2, "Two"), Heading(3, "Below"))
    for page in (read(render(the_paper())), read(render(document))):
        levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_contents_lead_to_every_section() -> None:
    page = read(render(the_paper()))
    links = [(link.attributes["href"], link.text) for link in page.one("nav").all("a")]
    assert links == [(f"#{one.attributes['id']}", one.text) for one in page.one("main").all("h2")]
    assert len({one.attributes["id"] for one in page.all() if "id" in one.attributes}) == len(
        [one for one in page.all() if "id" in one.attributes]
    )


def test_every_table_has_its_caption_and_every_heading_cell_its_scope() -> None:
    document = the_paper()
    page = read(render(document))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [one.one("caption").text for one in page.all("table")] == [
        f"Table {number}. {table.caption}" for number, table in enumerate(tables, start=1)
    ]
    assert {cell.attributes.get("scope") for cell in page.all("th")} == {"col", "row"}
    for one, table in zip(page.all("table"), tables, strict=True):
        assert [cell.text for cell in one.one("thead").all("th")] == list(table.header)
        rows = [
            [in_one_line(cell.text) for cell in row.all("th", "td")] for row in one.one("tbody").all("tr")
        ]
        assert rows == [[in_one_line(str(cell)) for cell in row] for row in table.rows]


def test_only_a_wide_table_scrolls_in_a_named_region_that_the_keyboard_reaches() -> None:
    narrow, broad, wide = (Table(f"Of {many}", tuple("ABCDEFG"[:many]), ()) for many in (2, 6, 7))
    page = read(render(a_document(narrow, broad, wide)))
    (region,) = [one for one in page.all("div") if "role" in one.attributes]
    assert [one for one in page.all() if "tabindex" in one.attributes] == [page.one("main"), region]
    assert region.attributes["role"] == "region"
    assert region.attributes["tabindex"] == "0"
    label = next(one for one in region.all("span") if one.attributes.get("id") == "table-3")
    assert region.attributes["aria-labelledby"] == "table-3"
    assert label.text == "Table 3. Of 7"


def test_a_table_of_three_to_six_columns_folds_on_a_phone_with_its_headings_beside_its_cells() -> None:
    two, three, seven = (
        Table(f"Of {many}", tuple("ABCDEFG"[:many]), (tuple("abcdefg"[:many]),)) for many in (2, 3, 7)
    )
    tables = read(render(a_document(two, three, seven))).all("table")
    assert ["folds" in (one.attributes.get("class") or "") for one in tables] == [False, True, False]
    assert [[cell.attributes.get("data-label") for cell in one.all("td")] for one in tables] == [
        [None],
        ["B", "C"],
        [None] * 6,
    ]


def test_what_made_the_paper_is_said_for_programs() -> None:
    paper = Document("Paper", (), (text_of("x"),), stamp=Stamp("report board", "0123"))
    told = {
        one.attributes.get("name"): one.attributes.get("content") for one in read(render(paper)).all("meta")
    }
    assert told["keywords"] == "report board | 0123"


def test_contents_are_printed_where_a_paper_asks_for_them() -> None:
    paper = a_document(Heading(2, "One"), Heading(2, "Two"))
    assert "class" not in read(render(paper)).one("nav").attributes
    assert read(render(replace(paper, has_contents=True))).one("nav").attributes["class"] == "printed"


def test_nothing_runs_and_nothing_is_fetched() -> None:
    text = render(the_paper())
    page = read(text)
    tags = set(shapes(page))
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not tags & {"use", "image", "foreignobject", "animate", "set"}
    assert len(page.all("style")) == 1
    for element in page.all():
        assert not [name for name in element.attributes if name == "style" or name.startswith("on")]
        assert (element.attributes.get("href") or "#").startswith("#")
    style = page.one("style").text
    assert not re.search(r"url\(|@import|@font-face|expression|</", style)
    assert "http:" not in text
    assert "https:" not in text


def test_the_browser_is_told_to_load_its_own_style_alone() -> None:
    page = read(render(the_paper()))
    policy = next(
        one.attributes["content"]
        for one in page.all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    digest = b64encode(sha256(page.one("style").text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def a_paper_of(title: str, heading: str, words: str, cell: str) -> Document:
    return a_document(
        Heading(2, f"Of {heading}"),
        Paragraph((Strong(f"Why {words}"), f": {words}")),
        bullets(f"x{words}", "last"),
        Table(f"T {cell}", (f"A{cell}", f"B{cell}"), ((f"a{cell}", StatusMark("■", "R", f"w{cell}", cell)),)),
        title=f"A {title}",
        facts=((f"F {title}", f"f {cell}"),),
    )


PLAIN = [tag for tag in shapes(read(render(a_paper_of("t", "h", "w", "c")))) if tag != "strong"]


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_anywhere_are_words(title: str, heading: str, words: str, cell: str) -> None:
    page = read(render(a_paper_of(title, heading, words, cell)))
    assert [tag for tag in shapes(page) if tag not in {"br", "strong"}] == PLAIN
    written = words.replace("\x1b", "␛").replace("\x00", "␀")
    assert in_one_line(f"Why {written}: {written}") in in_one_line(page.one("main").text)


def test_no_control_is_written() -> None:
    text = render(a_document(text_of("a\x1b[31m\x00b\u202ec\ufeff"), title="x\x07"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ufeff]", text)
    assert "a␛[31m␀b" in text


def test_lines_stay_and_what_is_decided_by_number_is_numbered() -> None:
    page = read(
        render(
            a_document(
                NumberedList((text_of("Agree\nby April"), text_of("Fund"))),
                BulletList((Paragraph((Strong("Why:"), " one\n\n  two ")),)),
            )
        )
    )
    assert [one.text for one in page.one("ol").all("li")] == ["Agree\nby April", "Fund"]
    assert page.one("main").one("ul").one("li").text == "Why: one\ntwo"


def test_figures_stand_to_the_right_and_marks_bear_their_colour() -> None:
    red = StatusMark("■", "R", "Off track", "red")
    table = Table("Status", ("Status", "Now"), ((red, Number(6, "6")), ("All", Number(78, "78"))))
    page = read(render(a_document(table)))
    assert [one.attributes["class"] for one in page.all("td")] == ["short number"] * 2
    (mark,) = (one for one in page.all("span") if (one.attributes.get("class") or "").startswith("mark"))
    assert (mark.attributes["class"], mark.text) == ("mark red", "■ R Off track")


def test_a_section_with_a_wide_table_is_printed_on_its_side() -> None:
    wide = Table("Wide", tuple("ABCDEFG"), ())
    annex = Heading(2, "Annex", starts_page=True)
    page = read(render(a_document(Heading(2, "Text"), text_of("words"), annex, wide)))
    assert [one.attributes["class"] for one in page.all("section")] == ["upright", "wide starts-page"]
    style = page.one("style").text
    assert "@page wide { size: A4 landscape" in style
    assert ".wide { page: wide; }" in style
    assert ".starts-page { break-before: page; }" in style


@pytest.mark.parametrize("hues", [SHADES, DARK])
def test_each_mark_can_be_read_on_its_fill(hues: dict[str, Shade]) -> None:
    assert hues.keys() == SHADES.keys()
    assert {name: ratio for name, pair in hues.items() if (ratio := contrast(*pair)) < 7} == {}


def test_the_same_paper_gives_the_same_bytes_for_anyone_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = render(the_paper())
    monkeypatch.setenv("USER", "someone-else")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.chdir(tmp_path)
    assert render(the_paper()) == first
    assert str(tmp_path) not in first


def test_nothing_to_say_is_still_a_page() -> None:
    assert read(render(a_document(title=" "))).one("h1").text == "Paper"


def contrast(ink: str, fill: str) -> float:
    """The contrast of two colours as WCAG counts it."""
    light, dark = sorted((luminance(ink), luminance(fill)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
