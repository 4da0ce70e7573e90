"""What counts as a small count, in a value of a measure and in anybody's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.reports.disclosure import FEW, is_count, say_public_value, span, without_small_counts


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (4, "children", "fewer than 6 children"),
        (4, "children waiting", "fewer than 6 children waiting"),
        (0, "number", "fewer than 6"),
        (1, "plans", "fewer than 6 plans"),
        (5, "", "fewer than 6"),
        (-3, "places", "fewer than 6 places"),
        (4, "plans per month", "fewer than 6 plans per month"),
        (6, "children", "6 children"),
        (3, "%", "3%"),
        (3, "% of plans", "3% of plans"),
        (4, "weeks", "4 weeks"),
        (2, "£ thousand", "£2 thousand"),
        (5, "points", "5 points"),
        (3.5, "number", "3.5"),
    ],
)
def test_a_value_is_said_so(value: float, unit: str, said: str) -> None:
    assert say_public_value(value, unit) == said


@given(st.integers(-5, 5), st.sampled_from(["", "number", "children", "pupils on roll", "requests a week"]))
def test_no_small_count_has_its_figure(value: int, unit: str) -> None:
    assert say_public_value(value, unit).startswith("fewer than 6")
    assert span(value, unit) == (0, 5)


@pytest.mark.parametrize(
    "unit",
    [
        *("school exclusions", "school moves", "working families", "term exclusions", "level 2 learners"),
        *("day pupils", "year 6 pupils", "School staff", "term-time exclusions", "requests a week"),
        *("children per school", "school", "rate appeals", "week 6 referrals", "(school) exclusions"),
    ],
)
def test_what_begins_with_a_word_of_time_or_place_may_count(unit: str) -> None:
    assert is_count(unit)
    assert FEW in say_public_value(2, unit)


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "%",
            "% of 12",
            "% of pupils",
            "% children",
            "per cent of plans",
            "percentage of pupils",
            "%-points",
        ),
        *(
            "weeks from request",
            "weeks waiting",
            "days late",
            "school days",
            "school days lost",
            "weeks' wait",
        ),
        *("£", "£ thousand", "£ per pupil", "£/pupil", "pounds a week", "cost of placements", "points gap"),
        *("average days", "average wait", "rate per 1,000", "rate of exclusions", "ratio", "grade", "levels"),
        *("weeks since referral", "hours of support", "per 1,000 pupils", "days (average)", "months/years"),
    ],
)
def test_what_counts_nothing_is_no_count(unit: str) -> None:
    assert not is_count(unit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4 children wait.", "fewer than 6 children wait."),
        ("Two families wrote; one pupil left.", "Fewer than 6 families wrote; fewer than 6 pupils left."),
        ("A total of 3 children.", "A total of fewer than 6 children."),
        ("Three EHC plans are late", "Fewer than 6 EHC plans are late"),
        ("3 of 12 pupils", "fewer than 6 of 12 pupils"),
        ("3 out of 5 children", "fewer than 6 children"),
        ("fewer than 4 families came", "fewer than 6 families came"),
        ("between 2 to 4 pupils", "fewer than 6 pupils"),
        ("3 looked after children", "fewer than 6 looked after children"),
        ("3 looked after and 2 Looked-After", "fewer than 6 looked after and fewer than 6 Looked-After"),
        ("4 autistic young people", "fewer than 6 autistic young people"),
        ("4 SEN support pupils", "fewer than 6 SEN support pupils"),
        ("three EHC needs assessments", "fewer than 6 EHC needs assessments"),
        ("4 care leavers", "fewer than 6 care leavers"),
        ("5 LAC, 4 CYP and 3 NEET", "fewer than 6 LAC, fewer than 6 CYP and fewer than 6 NEET"),
        ("4 under fives and 2 under-5s", "fewer than 6 under fives and fewer than 6 under-5s"),
        ("3 (of 40) pupils", "fewer than 6 (of 40) pupils"),
        ("3 (out of 5) pupils", "fewer than 6 pupils"),
        ("2 of the children", "fewer than 6 of the children"),
        ("3 of our 40 deaf pupils", "fewer than 6 of our 40 deaf pupils"),
        ("3 Year 9 pupils", "fewer than 6 Year 9 pupils"),
        ("between 2 and 4 pupils", "fewer than 6 pupils"),
        ("One parent carer wrote", "Fewer than 6 parent carers wrote"),
        ("1 child is out of school", "fewer than 6 children are out of school"),
        (
            "3 parents support it; one pupil has left",
            "fewer than 6 parents support it; fewer than 6 pupils have left",
        ),
        (
            "1 pupils, 1 of 12 pupils, 0 to 1 new pupils",
            "fewer than 6 pupils, fewer than 6 of 12 pupils, fewer than 6 new pupils",
        ),
        ("We saw 3\nlooked  after\u00a0children", "We saw fewer than 6 looked  after\u00a0children"),
        ("Year\u00a05 pupils; 1 child\nis in", "Year\u00a05 pupils; fewer than 6 children are in"),
        ("4 CAMHS patients, 2 KS2 pupils", "fewer than 6 CAMHS patients, fewer than 6 KS2 pupils"),
        ("0 children and 2 appeals", "fewer than 6 children and fewer than 6 appeals"),
    ],
)
def test_a_small_count_of_people_is_not_said_in_words(text: str, said: str) -> None:
    assert without_small_counts(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Only two young people in five with a learning disability",
        "Year 5 pupils and key stage 2 pupils",
        "one family's story to each Board",
        "They have one joined plan.",
        "School council groups in six schools",
        "1 in 5 children",
        "Four year old children",
        "Two partners and three heads",
        "A review of the 20 dearest placements",
        "1.2 children a home; 9.4 pupils",
        "more than 3 children",
        "Five family hubs and five pupil referral units",
        "one family hub, one child protection conference, 1 parent carer forum, one pupil referral unit",
        "Two child protection conferences; a 4 children cap",
        "One school told parents; one team met families",
        "Years 1 and 2 pupils",
        "Four schools, then all the families",
        "We heard two heads, who met families, and three schools with pupils",
        "12 children, 104 children and 1,005 pupils",
    ],
)
def test_what_is_no_small_count_stays_as_it_was(text: str) -> None:
    assert without_small_counts(text) == text


@given(st.text(max_size=60), st.integers(0, 5), st.sampled_from(["children", "pupils", "families"]))
def test_a_small_count_after_anything_is_hidden_and_hidden_once(before: str, many: int, who: str) -> None:
    said = without_small_counts(f"{before}. We saw {many} {who}.")
    assert said.endswith(f" We saw fewer than 6 {who}.")
    assert without_small_counts(said) == said
