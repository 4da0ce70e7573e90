"""Markdown: what is written reads as text, renders as it was meant, and nothing in it acts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from send_actions.reports.document import (
    Block,
    BulletList,
    Code,
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
from send_actions.reports.formats.markdown import render

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
IN_A_CELL = 4
RED = StatusMark("■", "R", "Off track", "red")

HOSTILE = st.text(st.sampled_from("|\\`*_[]()<>#+-=:~!&;{}$^/\"'. \n\tab1\x1b\u2028é"), max_size=30)
TYPED = st.one_of(
    HOSTILE,
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<!-- gone -->",
            "</table>",
            "a | b\n--- | ---",
            "| a |\n|---|",
            "x\n===",
            "x\n---",
            "1. one\n2) two",
            "    code",
            "```\ncode",
            "[a](javascript:b)",
            "[a]: http://example.org",
            "![a](b)",
            "<http://example.org>",
            "&lt;b&gt; &#60;",
            "# not a heading #",
            "ends in a backslash\\",
            "a\\|b",
            "~~gone~~ __loud__ *soft*",
            "\x1b]52;c;QQ==\x07",
        ]
    ),
)
WORDS = TYPED.filter(lambda text: bool(text.strip()))


def a_document(*blocks: Block, title: str = "Paper", facts: tuple[tuple[str, str], ...] = ()) -> Document:
    return Document(title, facts, blocks)


def in_one_line(text: str) -> str:
    """What a cell should say: lines parted by a stroke, spaces single, controls shown as pictures."""
    lines = re.split("\n|\u2028", text.replace("\x1b", "␛").replace("\x07", "␇"))
    return " / ".join(" ".join(line.split()) for line in lines if line.strip())


def words_of(token: Token) -> str:
    """The text a reader sees, which must hold nothing but text, line breaks and strong words."""
    children = token.children or []
    assert {child.type for child in children} <= {
        "text",
        "text_special",
        "hardbreak",
        "strong_open",
        "strong_close",
    }
    return "".join("\n" if child.type == "hardbreak" else child.content for child in children)


def tables_in(text: str) -> list[list[list[str]]]:
    """The cells of every row of every table, as a reader sees them."""
    tables: list[list[list[str]]] = []
    for token in READER.parse(text):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append([])
        elif token.type == "inline" and token.level == IN_A_CELL:
            tables[-1][-1].append(words_of(token))
    return tables


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4), WORDS)
def test_a_table_of_hostile_words_keeps_its_shape_and_says_them_as_they_are(
    rows: list[tuple[str, str, str]], caption: str
) -> None:
    text = render(a_document(Table(caption, rows[0], tuple(rows))))
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {4}
    assert tables_in(text) == [[[in_one_line(cell) for cell in row] for row in (rows[0], *rows)]]


@given(TYPED, TYPED, TYPED, TYPED)
def test_hostile_words_anywhere_render_as_words(title: str, heading: str, words: str, item: str) -> None:
    document = a_document(
        Heading(2, heading),
        text_of(words),
        bullets(item, "last"),
        Paragraph((Strong("Why:"), f" {words}")),
        title=title,
        facts=(("As at", item),),
    )
    tokens = READER.parse(render(document))
    kinds = [token.type for token in tokens if token.nesting >= 0 and token.type != "inline"]
    assert not {"html_block", "fence", "code_block", "table_open", "blockquote_open", "hr"} & set(kinds)
    assert kinds.count("heading_open") == 2
    assert kinds.count("bullet_list_open") == 2
    assert "ordered_list_open" not in kinds
    seen = [words_of(token) for token in tokens if token.type == "inline"]
    assert seen[:2] == [in_one_line(title), f"As at: {in_one_line(item)}".rstrip()]
    assert in_one_line(heading) in seen
    assert in_one_line(words) in [one.replace("\n", " / ") for one in seen] or not in_one_line(words)


@given(TYPED, WORDS)
def test_no_tag_and_no_control_is_ever_written(words: str, cell: str) -> None:
    text = render(a_document(text_of(words), Table(cell, (cell,), ((cell,),)), title=words))
    assert not re.search(r"<[A-Za-z/!?]", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", text)


def test_tables_are_aligned_with_figures_to_the_right() -> None:
    table = Table(
        "Actions by status",
        ("Status", "Now", "Change"),
        ((RED, Number(6, "6"), Number(-1, "−1")), ("All actions", Number(78, "78"), "none")),
    )
    assert render(a_document(table)) == (
        "# Paper\n\n"
        "**Table 1.** Actions by status\n\n"
        "| Status        | Now | Change |\n"
        "| ------------- | --: | -----: |\n"
        "| ■ R Off track |   6 |     −1 |\n"
        "| All actions   |  78 |   none |\n"
    )


def test_one_long_note_does_not_push_the_other_rows_apart() -> None:
    text = render(a_document(Table("Notes", ("Ref", "Note"), (("9.3", "short"), ("9.4", "long " * 40)))))
    assert "| 9.3 | short |" in text


def test_a_cell_of_sixty_columns_is_the_longest_that_others_are_aligned_with() -> None:
    rows = (("9.3", "short"), ("9.4", "x" * 60), ("9.5", "y" * 61))
    assert f"| 9.3 | {'short':<60} |" in render(a_document(Table("Notes", ("Ref", "Note"), rows)))


def test_columns_are_measured_as_a_terminal_shows_them() -> None:
    rows = (("e\u0301te\u0301", "1"), ("日本", "2"), ("Lead", "3"))
    lines = render(a_document(Table("Words", ("Word", "No"), rows))).splitlines()
    assert lines[-3:] == ["| e\u0301te\u0301  | 1   |", "| 日本 | 2   |", "| Lead | 3   |"]


def test_tables_are_numbered_in_reading_order() -> None:
    one = Table("First", ("A",), (("a",),))
    assert re.findall(r"Table \d+", render(a_document(one, text_of("and"), one))) == ["Table 1", "Table 2"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("waits < 6 weeks, 5 > 4 & rising", "waits < 6 weeks, 5 > 4 & rising"),
        ("a_file_name and _loud_", r"a_file_name and \_loud\_"),
        ("- not a bullet", r"\- not a bullet"),
        ("2026. A year", r"2026\. A year"),
        ("1) Train staff", r"1\) Train staff"),
        ("one\n\n\n  two", "one\\\ntwo"),
        ("R&amp;D", "R&amp;amp;D"),
    ],
)
def test_only_what_would_act_is_escaped(typed: str, written: str) -> None:
    assert render(a_document(text_of(typed))) == f"# Paper\n\n{written}\n"


def test_a_list_item_of_several_lines_stays_one_item() -> None:
    text = render(a_document(BulletList((Paragraph((Strong("Why:"), " one\n- two")),))))
    assert text == "# Paper\n\n- **Why:** one\\\n  \\- two\n"


@given(TYPED)
def test_what_is_to_be_typed_stands_as_it_is_typed_and_nothing_follows_on_its_line(words: str) -> None:
    text = render(a_document(Paragraph(("Again: ", Code(words), "\nContent: 0"))))
    typed = " ".join(in_one_line(words).replace(" / ", " ").split())
    told = [token for token in READER.parse(text) if token.type == "inline"][1:]
    codes = [child.content for one in told for child in one.children or [] if child.type == "code_inline"]
    assert codes == ([typed] if typed else [])
    assert [one.content for one in told][1:] == ["Content: 0"]
    assert text.endswith("`\n\nContent: 0\n") or not typed


def test_nothing_to_say_still_ends_with_one_newline() -> None:
    assert render(a_document()) == "# Paper\n"


def test_what_is_decided_by_number_is_numbered() -> None:
    items = tuple(text_of(words) for words in ("Agree the date.", "1. Decide", "Fund it\nby April"))
    assert render(a_document(NumberedList(items))) == (
        "# Paper\n\n1. Agree the date.\n2. 1\\. Decide\n3. Fund it\\\n   by April\n"
    )
