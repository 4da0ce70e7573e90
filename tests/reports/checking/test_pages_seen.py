"""What is found in an HTML or Markdown file is there: names count however a page gives them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from send_actions.errors import SendActionsError
from send_actions.reports.checking.file_check import check_file
from send_actions.reports.reading.read_back import seen_of
from send_actions.reports.reading.seen import Seen

HEAD = "<th scope=col>Ref</th><th scope=col>Status</th>"


def page(inside: str, before: str = "") -> str:
    return (
        f'<html lang="en"><head><title>Minutes</title></head><body><main>{before}<h1>Minutes</h1>'
        f"{inside}</main></body></html>"
    )


def table(cell: str, *, told: str = "", head: str = HEAD, ref: str = "<td>1.1</td>") -> str:
    described = "" if told else "<caption>Who</caption>"
    return page(
        f"<table {told}>{described}<thead><tr>{head}</tr></thead><tbody><tr>{ref}{cell}</tr></tbody></table>"
    )


def found(tmp_path: Path, content: str | bytes, ending: str = ".html") -> list[tuple[str, str]]:
    file = tmp_path / f"page{ending}"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(one.rule.word, one.what) for one in check_file(file)]


def seen(content: str) -> Seen:
    return seen_of(content.encode(), ".html", "page")


GOOD = {
    "a picture names its link": page('<a href=x><img src=a alt="Home page"></a>'),
    "another element names a link": page("<a href=x aria-labelledby=q></a><p id=q>The list</p>"),
    "a picture that another names in a link": page(
        "<p id=q>Map</p><a href=x><img src=a aria-labelledby=q></a>"
    ),
    "a title names a link": page('<a href=x title="The list"><i class=icon></i></a>'),
    "a drawing names its link": page("<a href=x><svg role=img><title>The list</title></svg></a>"),
    "a drawing by its title": page("<svg role=img><title>Waits by month</title><path /></svg>"),
    "a drawing for looks": page('<svg aria-hidden="true"><path /></svg>'),
    "a picture in a cell": table('<td><img src=a alt="Red flag"></td>'),
    "a drawing in a cell": table("<td><svg role=img><title>Red flag</title></svg></td>"),
    "a hidden title": page("", "<h1 hidden>Menu</h1>"),
    "a title that is hidden from those who listen": page("", "<div aria-hidden=true><h1>Menu</h1></div>"),
    "a hidden paragraph without an end": page("", "<p hidden>Menu<p>Said<h2>Again</h2>").replace(
        "<h2>Again</h2>", ""
    ),
    "a labelled table": table("<td>On track</td>", told='aria-label="Who"'),
    "a table that another names": table("<td>On track</td>", told="aria-labelledby=q").replace(
        "<h1>", "<h1 id=q>"
    ),
    "headers to the side alone": page(
        "<table><caption>Who</caption><tr><th scope=row>Lead</th><td>LA</td></tr>"
        "<tr><th scope=row>Due</th><td>May</td></tr></table>"
    ),
    "an empty corner": table("<td>On track</td>", head=HEAD.replace("Ref", ""), ref="<th scope=row>1.1</th>"),
    "an empty corner that is no header": table(
        "<td>On track</td>", head="<td></td><th scope=col>Status</th>", ref="<th scope=row>1.1</th>"
    ),
    "cells and rows without ends": page(
        "<table><caption>Who</caption><thead><tr><th scope=col>Ref<th scope=col>Status<tbody>"
        "<tr><td>1.1<td>Off</table>"
    ),
}
WHITE = (
    *("white", "#fff", "#FFFFFF", "#ffffffff", "rgb(255,255,255)", "rgb(255 255 255)", "none", "transparent"),
    *("rgba(255, 255, 255, 0.5)", "rgba(0,0,0,0)", "rgb(100%, 100%, 100%)", "hsl(0, 0%, 100%)", "inherit"),
    *("white !important", "red; background: white", "#0000"),
)
COLOURED = (
    "red",
    "#c00",
    "#fffff0",
    "rgb(255,255,0)",
    "rgb(255, 0, 0)",
    "rgba(255,0,0,1)",
    "white; background: #c00",
)


@pytest.mark.parametrize("case", GOOD)
def test_what_is_named_in_any_way_is_not_found(case: str, tmp_path: Path) -> None:
    assert found(tmp_path, GOOD[case]) == []


@pytest.mark.parametrize("colour", WHITE)
def test_white_is_no_colour_however_it_is_written(colour: str, tmp_path: Path) -> None:
    assert [word for word, _ in found(tmp_path, table(f'<td style="background-color: {colour}"></td>'))] == [
        "empty"
    ]


@pytest.mark.parametrize("colour", COLOURED)
def test_a_colour_is_one_however_it_is_written(colour: str, tmp_path: Path) -> None:
    assert [word for word, _ in found(tmp_path, table(f'<td style="background: {colour}"></td>'))] == [
        "colour"
    ]


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (page('<a href=x><img src=a alt=""></a>'), "link"),
        (page("<a href=x aria-labelledby=nowhere></a>"), "link"),
        (page("<img src=a aria-labelledby=nowhere>"), "alt"),
        (page("<svg role=img><title> </title></svg>"), "alt"),
        (page("", "<h1>Menu</h1>"), "one-title"),
        (table("<td>On track</td>", told="aria-labelledby=nowhere"), "described"),
        (table("<td></td>", head="<th scope=col>Ref</th><th scope=col></th>"), "empty"),
    ],
)
def test_what_names_nothing_is_found(content: str, word: str, tmp_path: Path) -> None:
    assert [one for one, _ in found(tmp_path, content)] == [word]


def test_what_follows_a_table_in_a_cell_is_seen() -> None:
    inner = "<table><tr><td>Inner</td></tr></table>"
    rows = (f"<td>Before {inner} after</td><td></td>", f"<td>{inner}</td><td>Last</td>")
    outer = f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"
    first, *inside = seen(page(outer)).tables
    said = [[cell.text and " ".join(cell.text.split()) for cell in row] for row in first.rows]
    assert said == [["Before after", ""], [None, "Last"]]
    assert [[[cell.text for cell in row] for row in one.rows] for one in inside] == [[["Inner"]], [["Inner"]]]
    assert [one.place for one in (first, *inside)] == ["Table 1", "Table 2", "Table 3"]


@pytest.mark.parametrize(
    "content",
    [
        "<table><tr><td>" + "x</td>" * 60_000,
        "<table></table>" * 60_000,
        "<table><tr><td>x" * 399,
        "<a href=x>x" * 60_000,
        "<h2>" * 60_000 + "</h2>" * 60_000,
        "<p hidden>" * 60_000,
    ],
    ids=["cells", "tables", "nested", "links", "headings", "hidden"],
)
def test_a_page_is_read_in_the_time_that_its_length_takes(content: str) -> None:
    start = time.process_time()
    seen(content)
    assert time.process_time() - start < 10  # what grows with the square takes a minute


def test_a_page_with_far_too_much_is_refused() -> None:
    for content in ("<table>" * 401, "<b>" * 1_000_001):
        with pytest.raises(SendActionsError, match="holds far more than any page of a paper"):
            seen(content)


@pytest.mark.parametrize("ending", [".html", ".md", ".txt"])
@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_text_is_read_as_its_first_mark_says(ending: str, coding: str) -> None:
    assert seen_of("Grüße, “said”".encode(coding), ending, "page").lines == ("Grüße, “said”",)


@pytest.mark.parametrize("ending", [".html", ".md", ".txt", ".csv", ".json"])
def test_what_is_no_text_is_refused(ending: str) -> None:
    with pytest.raises(SendActionsError, match="page is damaged, or not what its ending says"):
        seen_of("Said".encode("utf-16-le"), ending, "page")


@pytest.mark.parametrize(
    "text",
    [
        "- item\n---\n",
        "1. item\n---\n",
        "> said\n---\n",
        "---\n---\n",
        "    code\n---\n",
        "![a](b)\n\n---\n",
        "***\n---\n",
    ],
)
def test_a_rule_below_what_is_no_paragraph_makes_no_heading(text: str) -> None:
    assert seen_of(f"# Minutes\n\n{text}".encode(), ".md", "page").headings == ((1, "Minutes"),)


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Said\n---\n", ((2, "Said"),)),
        ("Said\n===\n", ((1, "Said"),)),
        ("-5 degrees\n---\n", ((2, "-5 degrees"),)),
    ],
)
def test_a_line_below_a_paragraph_makes_a_heading(text: str, headings: tuple[tuple[int, str], ...]) -> None:
    assert seen_of(text.encode(), ".md", "page").headings == headings
