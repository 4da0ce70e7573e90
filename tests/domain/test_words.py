from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.plan.vocabulary import (
    DEFAULT_LEGEND,
    Better,
    ComparatorKind,
    EvidenceKind,
    FindingKind,
    Heard,
    Impact,
    MinuteKind,
    Precision,
    SourceKind,
    Status,
)
from send_actions.domain.words.choices import (
    nearest,
    nearest_ref,
    read_choice,
    read_heard,
    read_impact,
    read_status,
)
from send_actions.errors import UsageError

LISTS = [
    Status,
    Impact,
    Heard,
    Precision,
    Better,
    MinuteKind,
    EvidenceKind,
    SourceKind,
    FindingKind,
    ComparatorKind,
]
REFS = [f"{area}.{number}" for area in range(1, 19) for number in range(1, 6)]


@pytest.mark.parametrize("status", Status)
def test_a_status_is_read_from_slug_letter_word_and_symbol(status: Status) -> None:
    for text in (status.value, status.key, status.letter, status.word, status.word.upper(), status.symbol):
        assert read_status(text) is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("red", Status.OFF_TRACK),
        ("Amber", Status.AT_RISK),
        ("GREEN", Status.ON_TRACK),
        ("blue", Status.COMPLETE),
        ("grey", Status.NOT_STARTED),
        ("gray", Status.NOT_STARTED),
        ("off track", Status.OFF_TRACK),
        ("Off_Track", Status.OFF_TRACK),
        ("OFFTRACK", Status.OFF_TRACK),
        ("  on –  track\n", Status.ON_TRACK),
        ("Completed", Status.COMPLETE),
        ("not yet started", Status.NOT_STARTED),
    ],
)
def test_a_status_is_read_from_its_colour_and_however_it_is_spaced(text: str, status: Status) -> None:
    assert read_status(text) is status


def test_a_house_may_have_words_and_colours_of_its_own() -> None:
    house = [
        replace(entry, word="Delivered", colour="green") if entry.status is Status.COMPLETE else entry
        for entry in DEFAULT_LEGEND
        if entry.status is not Status.ON_TRACK
    ]
    assert read_status("delivered", house) is Status.COMPLETE
    assert read_status("green", house) is Status.COMPLETE
    assert read_status("g", house) is Status.ON_TRACK
    assert read_status("blue", house) is Status.EMBEDDED


def test_a_colour_means_a_status_the_house_uses() -> None:
    house = [replace(entry, used=entry.status is not Status.NOT_STARTED) for entry in DEFAULT_LEGEND]
    assert read_status("grey", house) is Status.ON_HOLD
    assert read_status("not started", house) is Status.NOT_STARTED


@pytest.mark.parametrize(
    ("text", "impact"),
    [
        ("1", Impact.TOO_EARLY),
        ("Too early", Impact.TOO_EARLY),
        ("too early to say", Impact.TOO_EARLY),
        ("2", Impact.NONE_YET),
        ("None yet", Impact.NONE_YET),
        ("No impact yet", Impact.NONE_YET),
        ("none", Impact.NONE_YET),
        ("3", Impact.EMERGING),
        ("emerging", Impact.EMERGING),
        ("4", Impact.EVIDENCED),
        ("EVIDENCED", Impact.EVIDENCED),
    ],
)
def test_an_impact_is_read_from_slug_digit_and_word(text: str, impact: Impact) -> None:
    assert read_impact(text) is impact


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("t", Heard.RETURN),
        ("return", Heard.RETURN),
        ("l", Heard.EMAIL),
        ("email", Heard.EMAIL),
        ("E-mail", Heard.EMAIL),
        ("meeting", Heard.MEETING),
        ("own judgement", Heard.JUDGEMENT),
        ("judgment", Heard.JUDGEMENT),
    ],
)
def test_a_way_of_hearing_is_read_from_slug_letter_and_word(text: str, heard: Heard) -> None:
    assert read_heard(text) is heard


@pytest.mark.parametrize("choices", LISTS)
def test_every_closed_list_reads_its_own_words(choices: type[StrEnum]) -> None:
    for choice in choices:
        assert read_choice("word", choice.value.replace("-", " ").title(), choices) is choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("up", Better.HIGHER),
        ("resolution", MinuteKind.RESOLVED),
        ("voice of children and families", EvidenceKind.VOICE),
        ("inspection", SourceKind.INSPECTION_LETTER),
        ("AFI", FindingKind.AREA_FOR_IMPROVEMENT),
    ],
)
def test_usual_variants_are_read(text: str, choice: StrEnum) -> None:
    assert read_choice("word", text, type(choice)) is choice


def test_a_wrong_word_is_named_with_the_nearest_right_one() -> None:
    with pytest.raises(UsageError) as refusal:
        read_status("at-rsk")
    assert str(refusal.value) == (
        'No status "at-rsk": did you mean at-risk? '
        "(off-track, at-risk, not-started, on-track, complete, embedded, on-hold, withdrawn)"
    )


def test_a_wrong_colour_is_answered_with_the_colour() -> None:
    with pytest.raises(UsageError, match=r'^No status "ambr": did you mean amber\? \(off-track, '):
        read_status("ambr")


def test_a_word_like_no_other_is_answered_with_the_list() -> None:
    with pytest.raises(UsageError) as refusal:
        read_impact("zzz")
    assert str(refusal.value) == (
        'No impact rating "zzz": use one of too-early, none-yet, emerging, evidenced.'
    )


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t"])
def test_nothing_at_all_is_answered_with_the_list(nothing: str) -> None:
    with pytest.raises(
        UsageError, match=r"^No way of hearing given: use one of return, e-mail, meeting, judgement\.$"
    ):
        read_heard(nothing)


def test_a_foreign_word_never_acts_in_the_message() -> None:
    with pytest.raises(UsageError, match=r'^No status "␛\]52;c;aGk=␇": use one of '):
        read_status("\x1b]52;c;aGk=\x07")


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(LISTS))
def test_any_text_is_a_choice_or_one_line_of_refusal(text: str, choices: type[StrEnum]) -> None:
    answer = ""
    try:
        answer = read_choice("word", text, choices).value
    except UsageError as refusal:
        answer = str(refusal)
    assert answer in list(choices) or (answer.startswith("No word ") and len(answer.splitlines()) == 1)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("stauts", "status"),
        ("STATUS", "status"),
        ("imp", "impact"),
        ("lead's", "lead"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_word_begins_with_it_or_differs_little(word: str, near: str | None) -> None:
    assert nearest(word, ["status", "impact", "lead", "due"]) == near


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert nearest("status", []) is None
    assert nearest_ref("9.3", []) is None


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("9.33", "9.3"),
        ("9.9", "9.5"),
        ("9", "9.1"),
        ("93", "9.3"),
        ("9,3", "9.3"),
        ("A9.3", "9.3"),
        ("0.2", "1.2"),
        ("3.11", "3.1"),
        ("99.1", "9.1"),
        ("51.1", "15.1"),
        ("99.9", None),
        ("19.9", None),
        ("nine", None),
        ("9" * 9999, None),
    ],
)
def test_the_nearest_ref_is_of_the_same_area_or_one_slip_away(ref: str, near: str | None) -> None:
    assert nearest_ref(ref, REFS) == near


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("sr(25/26)02", "SR (25/26) 02"),
        ("SR (25/26) 19", "SR (25/26) 12"),
        ("SR 01", "SR (25/26) 01"),
        ("5.1.9", "5.1.2"),
        ("5.1", "5.1.1"),
    ],
)
def test_refs_of_several_parts_and_letters_have_nearest_ones_too(ref: str, near: str) -> None:
    refs = ["SR (25/26) 01", "SR (25/26) 02", "SR (25/26) 12", "5.1.1", "5.1.2", "5.2.1"]
    assert nearest_ref(ref, refs) == near


@given(st.text(), st.lists(st.text()))
def test_the_nearest_is_one_of_the_choices_or_none(word: str, choices: list[str]) -> None:
    assert nearest(word, choices) in {*choices, None}
    assert nearest_ref(word, choices) in {*choices, None}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Closed", "complete or withdrawn"),
        ("started", "on-track"),
        ("In progress", "on-track"),
        ("overdue", "off-track or at-risk"),
    ],
)
def test_a_word_that_is_no_status_is_refused_with_what_it_most_likely_means(word: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f'No status "{word}": did you mean {meant}\\?'):
        read_status(word)
    assert read_status("Delivered") is Status.COMPLETE
