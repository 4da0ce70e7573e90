"""Acronyms are known again, put in their words, and refused where nobody knows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.words.acronyms import WORDS, acronyms_in, in_words, words_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("EHCPs are late", "Education, health and care plans are late"),
        (
            "An EHCP and the DfE's letter",
            "An education, health and care plan and the Department for Education's letter",
        ),
        ("It is an NHS trust", "It is a National Health Service trust"),
        ("SaLT or SALT", "Speech and language therapy or speech and language therapy"),
        ("It waits. SENCOs know.", "It waits. Special needs co-ordinators know."),
        ("An E.H.C.P. in A&E", "An education, health and care plan in accident and emergency"),
        ("MHT-led work", "Mental health trust-led work"),
        ("Nothing short is here, Year 9 apart.", "Nothing short is here, Year 9 apart."),
        ("", ""),
    ],
)
def test_a_text_is_put_in_words(text: str, said: str) -> None:
    assert in_words(text) == said


@pytest.mark.parametrize("text", ["The XQZ met", "Y9 reviews", "KS2 and QQ", "R&D", "A4", "ÉCOLE", "STOP it"])
def test_a_text_with_an_acronym_nobody_knows_is_not(text: str) -> None:
    assert in_words(text) is None


@pytest.mark.parametrize(
    "text", ["I am a McDonald", "Year 9", "iPhone", "2024/25", "50k", "14th", "Ofsted", "X"]
)
def test_a_word_is_no_acronym(text: str) -> None:
    assert acronyms_in(text) == []


@pytest.mark.parametrize("acronym", WORDS)
def test_each_acronym_is_known_again_and_its_words_have_none(acronym: str) -> None:
    assert acronyms_in(f"the {acronym} and {acronym}s") == [acronym]
    assert words_of(acronym.lower()) == WORDS[acronym]
    assert acronyms_in(WORDS[acronym]) == []


@given(st.lists(st.sampled_from([*WORDS, "XQZ", "children", "wait.", "a", "and"]), max_size=8))
def test_what_was_put_in_words_has_no_acronym(words: list[str]) -> None:
    said = in_words(" ".join(words))
    assert (said is None) == ("XQZ" in words)
    assert said is None or acronyms_in(said) == []
