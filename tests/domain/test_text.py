from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from send_actions.domain import text as texts
from send_actions.domain.text import clean, cut, cut_at_word, fold, printable

UNWANTED = [
    *range(9),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xFDD0, 0xFDF0),
    0xFFFE,
    0xFFFF,
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE1000),
]
EVERY_CHARACTER = st.text(st.characters(exclude_categories=()))


def test_what_a_terminal_or_a_file_would_obey_is_removed() -> None:
    removed = [code for code in UNWANTED if code != ord("\r")]
    assert [hex(code) for code in removed if clean(f"Local{chr(code)} Offer") != "Local Offer"] == []


@pytest.mark.parametrize(
    "kept", ["👩\u200d🏫", "क\u094d\u200cष", "❤\ufe0f", "Siân’s “plan”: 5 × £2 – £3", "漢字"]
)
def test_joiners_variation_selectors_and_ordinary_writing_stay(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\r\x00\n", " \t\r\n"])
def test_every_line_end_is_one_line_feed(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_ends_and_trailing_spaces_go_and_indents_and_empty_lines_stay() -> None:
    assert (
        clean("\n  Aims: \t\n\n  \u2022 one\u00a0\n\t\u2022 two  \n\n")
        == "Aims:\n\n  \u2022 one\n\t\u2022 two"
    )


def test_one_line_has_a_space_for_a_line_end_and_a_tab() -> None:
    assert clean("Inclusion\tlead\r\nHealth \n", one_line=True) == "Inclusion lead Health"


def test_an_accent_is_composed_even_across_what_was_removed() -> None:
    assert clean("Sia\u200e\u0302n") == "Siân"


@given(EVERY_CHARACTER, st.booleans())
@example("\r\x00\n", False)
@example(" \u0308a \n\u0301", True)
def test_cleaning_twice_is_cleaning_once(text: str, one_line: bool) -> None:
    once = clean(text, one_line=one_line)
    assert clean(once, one_line=one_line) == once
    assert clean(once) == once


@given(EVERY_CHARACTER)
def test_clean_text_is_composed_holds_nothing_unwanted_and_can_be_encoded(text: str) -> None:
    cleaned = clean(text)
    assert not {chr(code) for code in UNWANTED} & set(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert all(line == line.rstrip() for line in cleaned.split("\n"))
    cleaned.encode()


@given(EVERY_CHARACTER)
def test_one_line_is_one_line(text: str) -> None:
    assert len(clean(text, one_line=True).splitlines()) <= 1


def test_foreign_text_is_shown_with_pictures() -> None:
    assert printable("plan\x1b]52;c;aGk=\x07\n\x7f\x9b\u202excod.\udce9") == "plan␛]52;c;aGk=␇␊␡��xcod.�"


@given(EVERY_CHARACTER)
def test_shown_text_is_one_line_of_the_same_length_without_controls(text: str) -> None:
    safe = printable(text)
    assert len(safe) == len(text)
    assert len(safe.splitlines()) <= 1
    assert not {chr(code) for code in UNWANTED} & set(safe)
    assert printable(safe) == safe


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Local Offer", "local offer"),
        ("SIÂN Élan", "sian elan"),
        ("Straße", "strasse"),
        ("children’s “voice”", 'children\'s "voice"'),
        ("2025–26\u00a0plan", "2025-26 plan"),
    ],
)
def test_search_sees_no_capitals_accents_or_fancy_marks(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(EVERY_CHARACTER)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("width", "short"),
    [(0, ""), (1, "…"), (6, "Local…"), (7, "Local…"), (8, "Local O…"), (11, "Local Offer")],
)
def test_cut_text_ends_in_an_ellipsis(width: int, short: str) -> None:
    assert cut("Local Offer", width) == short


@given(st.text(), st.integers(-2, 50))
def test_cut_text_is_never_longer_than_asked(text: str, width: int) -> None:
    assert len(cut(text, width)) <= max(width, 0)


def test_of_what_is_foreign_only_tags_count_as_printable() -> None:
    foreign = re.compile(texts._FOREIGN)
    printed = {chr(code) for code in range(sys.maxunicode + 1) if foreign.match(chr(code))}
    assert {one for one in printed if one.isprintable() and not texts._TAGS.match(one)} == set()


@pytest.mark.parametrize(
    ("width", "short"),
    [
        (61, "Raise annual health checks from 14 for those with a learning…"),
        (60, "Raise annual health checks from 14 for those with a…"),
        (33, "Raise annual health checks from…"),
    ],
)
def test_a_title_is_cut_at_the_end_of_a_word(width: int, short: str) -> None:
    title = "Raise annual health checks from 14 for those with a learning disability"
    assert cut_at_word(title, width) == short


def test_no_comma_stands_before_the_ellipsis_and_one_long_word_is_cut_itself() -> None:
    assert cut_at_word("Agree, share, and keep", 15) == "Agree, share…"
    assert cut_at_word("To https://example.org/plan", 12) == "To https://…"
    assert cut_at_word("Agree and share", 15) == "Agree and share"


@given(st.text(), st.integers(1, 80))
def test_text_cut_at_a_word_is_never_longer_than_asked(text: str, width: int) -> None:
    told = cut_at_word(text, width)
    assert len(told) <= width
    assert text.startswith(told.removesuffix("…"))
