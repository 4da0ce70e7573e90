from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.date_forms import Prefer
from send_actions.domain.words.dates import (
    PERIOD,
    day_or_month,
    read_date,
    read_due,
    read_due_or_refuse,
    read_start,
    say_date,
    say_days,
    say_due,
    short_date,
)
from send_actions.errors import UsageError

TODAY = date(2026, 3, 25)  # a Wednesday
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PREFERENCES: list[Prefer] = ["past", "future", "nearest"]
SCRAPS_WRITTEN = (
    "0 1 2 3 26 31 2026 2027 99999 2099 1999 / - . , + ' th d w m y q1 Q4 quarter term autumn spring summer "
    "mar March may sept. fri friday next last today eom end of the by ongoing on-going 00:00 T é ١ \x1b"
)
SCRAPS = SCRAPS_WRITTEN.split(" ")
DATE_LIKE = st.lists(st.sampled_from([*SCRAPS, " "]), max_size=10).map("".join) | st.lists(
    st.sampled_from(SCRAPS), max_size=6
).map(" ".join)


def _month(day: date) -> str:
    return MONTHS[day.month - 1]


def _long_month(day: date) -> str:
    return say_date(day).split()[1]


WRITTEN: dict[str, Callable[[date], str]] = {
    "2026-03-31": date.isoformat,
    "a cell's text": lambda d: f"{d.isoformat()} 00:00:00",
    "2026/03/31": lambda d: d.isoformat().replace("-", "/"),
    "31/03/2026": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "31/3/26": lambda d: f"{d.day}/{d.month}/{d.year % 100:02}",
    "31.03.2026": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "31-03-26": lambda d: f"{d.day:02}-{d.month:02}-{d.year % 100:02}",
    "31 - 3 - 2026": lambda d: f"{d.day} - {d.month} - {d.year}",
    "31 March 2026": say_date,
    "31 Mar 26": short_date,
    "31-Mar-26": lambda d: short_date(d).replace(" ", "-").lstrip("-"),
    "31 MAR. '26": lambda d: f"{d.day} {_month(d).upper()}. '{d.year % 100:02}",
    "31st of March, 2026": lambda d: f"{d.day}th of {_long_month(d)}, {d.year}",
    "March 31, 2026": lambda d: f"{_long_month(d)} {d.day}, {d.year}",
    "Mar 31 2026": lambda d: f"{_month(d)} {d.day} {d.year}",
    "March 31st, 2026": lambda d: f"{_long_month(d)} {d.day}st, {d.year}",
    "Tuesday, Mar. the 31st '26": lambda d: (
        f"{WEEKDAYS[d.weekday()]}, {_month(d)}. the {d.day}th '{d.year % 100:02}"
    ),
    "by Tuesday 31 March 2026": lambda d: f"by {WEEKDAYS[d.weekday()]} {say_date(d)}",
    "Tue 31/3/26": lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d.day}/{d.month}/{d.year % 100:02}",
}


@pytest.mark.parametrize("form", WRITTEN)
@given(day=DAYS)
@example(day=date(2000, 1, 1))
@example(day=date(2024, 2, 29))
@example(day=date(2099, 12, 31))
def test_every_day_is_read_from_every_written_form(form: str, day: date) -> None:
    words = WRITTEN[form](day)
    assert read_date(words, today=TODAY) == day
    assert read_due(words, today=TODAY) == Due(day, Precision.DAY, words.strip())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-03-25"),
        ("Yesterday", "2026-03-24"),
        ("tomorrow ", "2026-03-26"),
        ("+10d", "2026-04-04"),
        ("-3d", "2026-03-22"),
        ("−3 days", "2026-03-22"),
        ("+2w", "2026-04-08"),
        ("in two weeks", "2026-04-08"),
        ("in 14 days", "2026-04-08"),
        ("in a fortnight", "2026-04-08"),
        ("six weeks ago", "2026-02-11"),
        ("A month ago", "2026-02-25"),
        ("one year ago", "2025-03-25"),
        ("+ 2 weeks", "2026-04-08"),
        ("+1m", "2026-04-25"),
        ("-13m", "2025-02-25"),
        ("+1y", "2027-03-25"),
        ("eom", "2026-03-31"),
        ("end of this month", "2026-03-31"),
        ("end of the month", "2026-03-31"),
        ("fri", "2026-03-27"),
        ("on Friday", "2026-03-27"),
        ("next friday", "2026-03-27"),
        ("tues", "2026-03-31"),
        ("Wednesday", "2026-04-01"),
        ("last wed", "2026-03-18"),
        ("last Monday", "2026-03-23"),
        ("31 March", "2026-03-31"),
        ("31/3", "2026-03-31"),
        ("March 31st", "2026-03-31"),
        ("15th of April", "2026-04-15"),
        ("April the 15th", "2026-04-15"),
        ("May 5", "2026-05-05"),
        ("May 25th", "2026-05-25"),
        ("Tue March 31", "2026-03-31"),
    ],
)
def test_days_are_read_from_where_we_stand(words: str, day: str) -> None:
    assert read_date(words, today=TODAY).isoformat() == day
    assert read_due(words, today=TODAY) == Due(date.fromisoformat(day), Precision.DAY, words.strip())


def test_a_month_on_from_the_31st_is_the_last_of_a_shorter_month() -> None:
    assert read_date("+1m", today=date(2026, 1, 31)) == date(2026, 2, 28)
    assert read_date("+1y", today=date(2024, 2, 29)) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("words", "past", "future", "nearest"),
    [
        ("2 Nov", "2025-11-02", "2026-11-02", "2025-11-02"),
        ("2 May", "2025-05-02", "2026-05-02", "2026-05-02"),
        ("25 March", "2026-03-25", "2026-03-25", "2026-03-25"),
        ("29 Feb", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("wed", "2026-03-18", "2026-04-01", "2026-04-01"),
        ("thu", "2026-03-19", "2026-03-26", "2026-03-26"),
        ("on thu", "2026-03-19", "2026-03-26", "2026-03-26"),
        ("next thu", "2026-03-26", "2026-03-26", "2026-03-26"),
        ("last thu", "2026-03-19", "2026-03-19", "2026-03-19"),
    ],
)
def test_what_has_no_year_is_sought_where_preferred(words: str, past: str, future: str, nearest: str) -> None:
    assert [read_date(words, today=TODAY, prefer=p).isoformat() for p in PREFERENCES] == [
        past,
        future,
        nearest,
    ]


def test_a_due_day_without_a_year_is_the_coming_one() -> None:
    assert read_due("24 March", today=TODAY).on == date(2027, 3, 24)
    assert read_due("25 March", today=TODAY).on == date(2026, 3, 25)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_next_such_day_and_never_today(today: date, weekday: str) -> None:
    if today < date(2099, 12, 20):
        day = read_date(weekday[:3], today=today)
        assert WEEKDAYS[day.weekday()] == weekday
        assert timedelta(days=1) <= day - today <= timedelta(days=7)


@pytest.mark.parametrize(
    ("words", "on", "said"),
    [
        ("June 2020", "2020-06-30", "June 2020"),
        ("Sept 20", "2020-09-30", "September 2020"),
        ("May 25", "2025-05-31", "May 2025"),
        ("Dec-25", "2025-12-31", "December 2025"),
        ("feb 2024", "2024-02-29", "February 2024"),
        ("March '26", "2026-03-31", "March 2026"),
        ("by the end of March 2026", "2026-03-31", "March 2026"),
        ("end April", "2026-04-30", "April 2026"),
        ("03/2026", "2026-03-31", "March 2026"),
        ("2026-11", "2026-11-30", "November 2026"),
        ("March", "2026-03-31", "March 2026"),
        ("february", "2027-02-28", "February 2027"),
    ],
)
def test_a_month_falls_due_on_its_last_day(words: str, on: str, said: str) -> None:
    due = read_due(words, today=TODAY)
    assert due == Due(date.fromisoformat(on), Precision.MONTH, words)
    assert say_due(due) == said


@pytest.mark.parametrize(
    ("words", "day", "month"),
    [
        ("March 31", "2026-03-31", "March 2031"),
        ("May 25", "2026-05-25", "May 2025"),
        ("by Sept. 20", "2026-09-20", "September 2020"),
    ],
)
def test_a_month_and_two_digits_is_a_year_in_a_plan_and_a_day_where_one_is_asked(
    words: str, day: str, month: str
) -> None:
    on = date.fromisoformat(day)
    assert say_due(read_due(words, today=TODAY)) == month
    assert read_date(words, today=TODAY, prefer="future") == on
    assert day_or_month(words, today=TODAY) == (on, read_due(words, today=TODAY))
    told = f"{say_date(on)} or {month}"
    with pytest.raises(UsageError, match=rf"as a due date \(it may mean either\): write {told}\.$"):
        read_due_or_refuse(words, today=TODAY)
    with pytest.raises(UsageError, match=rf"as a date \(it may mean either\): write {told}\.$"):
        read_start(words, today=TODAY)
    assert read_due_or_refuse(words, today=TODAY, asked=PERIOD).on == read_due(words, today=TODAY).on


@pytest.mark.parametrize("words", ["March '26", "May-25", "May25", "end May 25", "May 2025", "May 5"])
def test_what_reads_one_way_is_not_refused(words: str) -> None:
    assert day_or_month(words, today=TODAY) is None
    assert read_due_or_refuse(words, today=TODAY) == read_due(words, today=TODAY)


@pytest.mark.parametrize(
    ("words", "day", "month", "last"),
    [
        ("June 31", "31 June", "June 2031", "30 June 2026"),
        ("Feb 30", "30 February", "February 2030", "28 February 2027"),
        ("Feb. 31", "31 February", "February 2031", "28 February 2027"),
        ("Nov 31", "31 November", "November 2031", "30 November 2026"),
    ],
)
def test_a_day_that_its_month_never_has_is_refused_where_it_is_typed(
    words: str, day: str, month: str, last: str
) -> None:
    told = rf"\(there is no {day}\): write {last} or {month}\.$"
    with pytest.raises(UsageError, match=told):
        read_due_or_refuse(words, today=TODAY)
    with pytest.raises(UsageError, match=told):
        read_start(words, today=TODAY)
    assert say_due(read_due(words, today=TODAY)) == month  # as a plan's file has it


@given(DAYS)
def test_either_way_of_a_refusal_is_read_as_it_is_written(day: date) -> None:
    both = day_or_month(f"{_long_month(day)} {day.day:02}", today=TODAY)
    assert both
    on, month = both
    assert read_due_or_refuse(say_date(on), today=TODAY).on == on
    again = read_due_or_refuse(say_due(month), today=TODAY)
    assert (again.on, again.precision) == (month.on, Precision.MONTH)


@given(DAYS)
def test_every_month_falls_due_on_the_day_before_the_next(day: date) -> None:
    for words in (f"{_long_month(day)} {day.year}", f"{_month(day)} {day.year % 100:02}"):
        on = read_due(words, today=TODAY).on
        assert on
        assert (on.year, on.month) == (day.year, day.month)
        assert (on + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("words", "on", "said"),
    [
        ("Q1 2026/27", "2026-06-30", "Q1 2026/27"),
        ("quarter 2 2025-26", "2025-09-30", "Q2 2025/26"),
        ("Q3 25/26", "2025-12-31", "Q3 2025/26"),
        ("q4 2026-2027", "2027-03-31", "Q4 2026/27"),
        ("end of Q4 (25/26)", "2026-03-31", "Q4 2025/26"),
        ("2026/27 Q1", "2026-06-30", "Q1 2026/27"),
    ],
)
def test_quarters_start_in_april_and_fall_due_on_their_last_day(words: str, on: str, said: str) -> None:
    due = read_due(words, today=TODAY)
    assert due == Due(date.fromisoformat(on), Precision.QUARTER, words)
    assert say_due(due) == said


@pytest.mark.parametrize(
    ("words", "on", "said"),
    [
        ("autumn term 2026", "2026-12-31", "autumn term 2026"),
        ("Spring Term 2027", "2027-03-31", "spring term 2027"),
        ("summer term 26", "2026-07-31", "summer term 2026"),
        ("end of the summer term 2026", "2026-07-31", "summer term 2026"),
        ("autumn term 2026/27", "2026-12-31", "autumn term 2026"),
        ("summer term 2026-27", "2027-07-31", "summer term 2027"),
        ("spring term", "2026-03-31", "spring term 2026"),
    ],
)
def test_terms_fall_due_on_their_last_day(words: str, on: str, said: str) -> None:
    due = read_due(words, today=TODAY)
    assert due == Due(date.fromisoformat(on), Precision.TERM, words)
    assert say_due(due) == said


def test_a_plan_may_set_when_its_terms_end() -> None:
    terms = {"autumn": (12, 18), "spring": (4, 10), "summer": (7, 22)}
    due = read_due("spring term 2027", today=TODAY, terms=terms)
    assert due == Due(date(2027, 4, 10), Precision.TERM, "spring term 2027")
    assert say_due(due) == "spring term 2027"
    assert read_due("spring term", today=date(2026, 4, 11), terms=terms).on == date(2027, 4, 10)


@pytest.mark.parametrize(
    ("months", "term"), [((9, 10, 11, 12, 1), "autumn"), ((2, 3, 4, 5), "spring"), ((6, 7, 8), "summer")]
)
def test_a_term_is_called_after_the_month_it_ends_in(months: tuple[int, ...], term: str) -> None:
    ends = [Due(date(2027, month, 15), Precision.TERM, "") for month in months]
    assert {say_due(due) for due in ends} == {f"{term} term 2027"}


@pytest.mark.parametrize("words", ["Ongoing", "on-going", "ON GOING", "continuous"])
def test_what_goes_on_has_no_date(words: str) -> None:
    due = read_due(words, today=TODAY)
    assert due == Due(None, Precision.ONGOING, words)
    assert say_due(due) == "ongoing"


@pytest.mark.parametrize(
    "words",
    [
        *(
            "March 2-21",
            "March 2nd-21st",
            "TBC",
            "",
            "2026",
            "2026/27",
            "soon",
            "mid March 2026",
            "31.3",
            "Q1 2026",
            "Q1",
        ),
        *(
            "autumn 2026",
            "winter term 2026",
            "March 2021 (revised June 2021)",
            "31/03-2026",
            "complete",
            "9.3",
        ),
        *(
            "31/02/2026",
            "29 Feb 2025",
            "0/3/2026",
            "31/13/2026",
            "31 June",
            "30/2",
            "3/26",
            "Fri 31 March 2026",
        ),
        *(
            "31/03/1999",
            "31/03/2100",
            "2100-01-01",
            "June 1999",
            "01/01/0026",
            "+9999w",
            "-9999m",
            "Q5 2026/27",
        ),
        *("Q1 2026/28", "Q4 2099/00", "spring term 2099/00", "25" * 99),
    ],
)
def test_what_cannot_be_read_is_unclear_and_keeps_its_words(words: str) -> None:
    due = read_due(f" {words}\n", today=TODAY)
    assert due == Due(None, Precision.UNCLEAR, words)
    assert say_due(due) == words
    with pytest.raises(UsageError):
        read_due_or_refuse(words, today=TODAY)
    with pytest.raises(UsageError):
        read_date(words, today=TODAY)


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("", "No date given: write EXAMPLES."),
        ("soonish", 'Cannot read "soonish" as a date: write EXAMPLES.'),
        ("31/02/2026", 'Cannot read "31/02/2026" as a date (February 2026 has 28 days): write EXAMPLES.'),
        ("30 Feb", 'Cannot read "30 Feb" as a date (February has at most 29 days): write EXAMPLES.'),
        (
            "3/31/2026",
            'Cannot read "3/31/2026" as a date (it only reads with its month first): write EXAMPLES.',
        ),
        (
            "1 Jan 1999",
            'Cannot read "1 Jan 1999" as a date (its year is not within 2000 to 2099): write EXAMPLES.',
        ),
        ("Fri 31/3/26", 'Cannot read "Fri 31/3/26" as a date (31 March 2026 is a Tuesday): write EXAMPLES.'),
        ("March 2026", 'Cannot read "March 2026" as a date (it names no one day): write EXAMPLES.'),
        ("ongoing", 'Cannot read "ongoing" as a date (it names no one day): write EXAMPLES.'),
        ("a\x1b\u202eb", 'Cannot read "ab" as a date: write EXAMPLES.'),
    ],
)
def test_a_refused_date_says_why_and_what_to_write(words: str, refusal: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_date(words, today=TODAY)
    assert str(refused.value) == refusal.replace("EXAMPLES", "31/03/2026, 31 March, next Friday, +2w or eom")


def test_a_refused_date_that_has_been_names_dates_that_have() -> None:
    with pytest.raises(UsageError) as refused:
        read_date("soonish", today=TODAY, prefer="past")
    assert str(refused.value) == (
        'Cannot read "soonish" as a date: write 31/03/2026, 31 March, last Friday or -2w.'
    )
    assert read_date("last Friday", today=TODAY, prefer="past") < TODAY
    assert read_date("-2w", today=TODAY, prefer="past") < TODAY


def test_a_refused_due_date_says_why_and_what_to_write() -> None:
    with pytest.raises(UsageError) as refused:
        read_due_or_refuse("Q1 2026/28", today=TODAY)
    assert str(refused.value) == (
        'Cannot read "Q1 2026/28" as a due date (its two years do not follow each other): '
        "write 31/03/2026, March 2026, Q1 2026/27, autumn term 2026, +2w or ongoing."
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("2025/26", " (it is a whole year)"),
        ("2025-26", " (it is a whole year)"),
        ("2025/2026", " (it is a whole year)"),
        ("2025", " (it is a whole year)"),
        ("2025/27", " (its two years do not follow each other)"),
        ("Q3", " (it names no year)"),
        ("soonish", ""),
    ],
)
def test_a_refused_period_names_periods(words: str, why: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_due_or_refuse(words, today=TODAY, asked=PERIOD)
    assert str(refused.value) == (
        f'Cannot read "{words}" as a period{why}: '
        "write March 2026, Q4 2025/26, spring term 2026 or a day, 31/03/2026."
    )


def test_two_figures_that_are_a_month_are_no_second_year() -> None:
    assert read_due("2011-12", today=TODAY) == Due(date(2011, 12, 31), Precision.MONTH, "2011-12")


@pytest.mark.parametrize("today", [date(1970, 1, 1), date(2150, 1, 1)])
def test_a_wrong_clock_does_not_spoil_a_full_date(today: date) -> None:
    assert read_date("31/03/2026", today=today) == date(2026, 3, 31)
    with pytest.raises(UsageError, match="its year is not within 2000 to 2099"):
        read_date("today", today=today)


@given(DATE_LIKE | st.text(), DAYS, st.sampled_from(PREFERENCES))
def test_any_text_gives_a_day_of_this_century_or_one_line_of_refusal(
    words: str, today: date, prefer: Prefer
) -> None:
    try:
        year = read_date(words, today=today, prefer=prefer).year
    except UsageError as refusal:
        year, lines = 2000, str(refusal).splitlines()
    else:
        lines = [""]
    assert 2000 <= year <= 2099
    assert len(lines) == 1


@given(DATE_LIKE | st.text(), DAYS)
def test_any_text_gives_a_due_date_of_this_century_or_none(words: str, today: date) -> None:
    due = read_due(words, today=today)
    assert (due.on is None) == (due.precision in {Precision.UNCLEAR, Precision.ONGOING})
    assert due.on is None or 2000 <= due.on.year <= 2099


@given(DATE_LIKE, DAYS)
@example("Q4 25/26", TODAY)
@example("spring term", TODAY)
def test_a_due_date_as_said_is_read_as_the_same(words: str, today: date) -> None:
    due = read_due(words, today=today)
    again = read_due(say_due(due), today=today)
    assert (again.on, again.precision) == (due.on, due.precision)


@pytest.mark.parametrize(
    ("day", "said", "short"),
    [(date(2026, 3, 5), "5 March 2026", " 5 Mar 26"), (date(2007, 9, 30), "30 September 2007", "30 Sep 07")],
)
def test_a_day_is_said_in_full_and_in_nine_columns(day: date, said: str, short: str) -> None:
    assert say_date(day) == said
    assert short_date(day) == short


@given(DAYS)
def test_a_short_date_always_has_nine_columns(day: date) -> None:
    assert len(short_date(day)) == 9


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 days"), (1, "1 day"), (59, "59 days"), (-1, "-1 day"), (1200, "1,200 days")]
)
def test_days_are_counted_in_words(count: int, said: str) -> None:
    assert say_days(count) == said
