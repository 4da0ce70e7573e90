from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.words.personal_data import questions

# Specimen numbers, nobody's.
NHS_NUMBERS = ["9434765919", "943 476 5919", "943-476-5919", "943\u00a0476\u00a05919"]
DIGITS = st.integers(0, 9)


@pytest.mark.parametrize("number", NHS_NUMBERS)
def test_an_nhs_number_is_questioned_without_being_repeated(number: str) -> None:
    assert questions(f"See NHS no.{number}, please.") == [
        "“…919” looks like an NHS number: a plan holds nothing about one child."
    ]


@pytest.mark.parametrize(
    "number",
    ["9434765918", "94347659190", "943 4765 919", "943 476 591", "0.9434765919", "2026", "9434 765 919"],
)
def test_other_numbers_are_not(number: str) -> None:
    assert questions(f"Call {number} now") == []


@given(st.lists(DIGITS, min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_every_nhs_number_is_found_and_none_with_one_digit_wrong(
    digits: list[int], place: int, more: int
) -> None:
    check = 11 - sum((10 - i) * digit for i, digit in enumerate(digits)) % 11
    if check == 10:
        return
    number = "".join(map(str, [*digits, check % 11]))
    assert len(questions(number)) == 1
    assert len(questions(f"{number[:3]} {number[3:6]} {number[6:]}")) == 1
    digits[place] = (digits[place] + more) % 10
    assert questions("".join(map(str, [*digits, check % 11]))) == []


@pytest.mark.parametrize("number", ["H801200001001", "h801200001001"])
def test_a_pupil_number_is_questioned_without_being_repeated(number: str) -> None:
    assert questions(f"(UPN {number})") == [
        "“…001” looks like a pupil's UPN: a plan holds nothing about one child."
    ]


@pytest.mark.parametrize("number", ["G801200001001", "XH801200001001", "H8012000010011", "I801200001001"])
def test_a_pupil_number_with_another_check_letter_or_length_is_not(number: str) -> None:
    assert questions(number) == []


@given(st.lists(DIGITS, min_size=11, max_size=11), st.integers(0, 22), st.integers(0, 10), st.integers(1, 9))
def test_every_pupil_number_is_found_and_none_with_one_digit_wrong(
    digits: list[int], last: int, place: int, more: int
) -> None:
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    check = letters[(sum(w * d for w, d in enumerate(digits, start=2)) + 13 * last) % 23]
    ends = [letters[last], *([str(last)] if last < 10 else [])]
    for end in ends:
        assert len(questions(check + "".join(map(str, digits)) + end)) == 1
    digits[place] = (digits[place] + more) % 10
    for end in ends:
        assert questions(check + "".join(map(str, digits)) + end) == []


@pytest.mark.parametrize(
    "text",
    [
        "DOB 12/03/2014",
        "D.O.B.: 12.3.14",
        "date of birth 12th March 2014",
        "Date of Birth: 2014-03-14",
        "the child, born on\n12 Mar 2014, waits",
        "born March 12, 2014",
        "12/03/2014 (dob)",
    ],
)
def test_a_date_of_birth_is_questioned_without_being_repeated(text: str) -> None:
    assert questions(text) == ["“…14” looks like a date of birth: a plan holds nothing about one child."]


@pytest.mark.parametrize(
    "text",
    [
        "Newborn hearing screens from 12/03/2026",
        "Stubborn waits since 12 March 2026",
        "Board on 12/03/2026",
        "born in Bromley",
        "DOB is not recorded for the 25 children of 2024 whose plans we read",
    ],
)
def test_other_dates_and_births_are_not(text: str) -> None:
    assert questions(text) == []


def test_an_e_mail_address_is_questioned_without_being_repeated() -> None:
    assert questions("Ask siân.o'example+send@mail.example.org.") == [
        "“…@mail.example.org” looks like an e-mail address: does it have to stand in the text?"
    ]


@pytest.mark.parametrize("text", ["3 @ £40", "@example.org", "name@", "name@localhost", "a @ b.org"])
def test_other_uses_of_the_at_sign_are_not(text: str) -> None:
    assert questions(text) == []


@pytest.mark.parametrize(
    "number",
    [
        *("07700 900123", "07700900123", "07700 900 123", "07700-900-123", "07700\u00a0900123"),
        *("020 7946 0123", "(020) 7946 0123", "02079460123", "0113 496 0123", "(0113) 496 0123"),
        *("01632 960123", "01632 960 123", "0303 123 0123"),
        *("+44 7700 900123", "+447700900123", "+44 (0)20 7946 0123", "+44 20 7946 0123", "0044 20 7946 0123"),
        *("+353 1 496 0123", "+44 (0) 7700 900123"),
    ],
)
def test_a_telephone_number_is_questioned_without_being_repeated(number: str) -> None:
    told = ["“…123” looks like a telephone number: does it have to stand in the text?"]
    assert questions(f"Ring {number}.") == told
    assert questions(f"Tel:{number} 2 calls") == told
    assert questions(number) == told


@pytest.mark.parametrize(
    "text",
    [
        "Board 01/02/2026, 05/02/2026 and 01-02-2026 10:00",
        "from 2026-01-05 0900-1230 1330-1700, 0900 1700 100 families",
        "£07700 900123 of 01 234 567 890",
        "refs 01.02.03, SR (25/26) 01, 5.1.1, 010203, 0012345678",
        "0.07700900123 and 1,077,009,001.23, 1/07700900123",
        "+5 000 calls, +12 000 000 of 00 44, +2w, +10%, 2026/27 0123",
        "A07700900123, 077009001234, 0770090012",
        "case 00123456789, 0 0 0 0 0 0 0 0 0 0 0, 04770 090012",
        "12 000 000 000 of 07 70 09 00 12 3",
    ],
)
def test_other_figures_are_no_telephone_number(text: str) -> None:
    assert questions(text) == []


def test_several_things_are_asked_about_one_by_one() -> None:
    assert (
        len(questions("943 476 5919, H801200001001, DOB 1/2/14, a@b.example, c@d.example, x@b.example")) == 5
    )


@pytest.mark.parametrize("text", ["", "Recruit 3.5 educational psychologists by 31 March 2026 (£210,000)."])
def test_ordinary_text_is_not_questioned(text: str) -> None:
    assert questions(text) == []


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    assert all(len(question.splitlines()) == 1 for question in questions(text))


@pytest.mark.parametrize(
    "unit",
    [
        "0",
        "07700 ",
        "+44 ",
        "(0",
        "a",
        "1",
        "943 ",
        "@",
        "a@",
        "a.",
        "born ",
        "12/03/",
        "dob 1 ",
        "12 mar ",
        " ",
    ],
)
def test_long_text_is_read_in_passing(unit: str) -> None:
    began = perf_counter()
    questions(unit * (100_000 // len(unit)))
    assert perf_counter() - began < 5
