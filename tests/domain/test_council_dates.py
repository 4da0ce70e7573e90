"""A hundred phrasings of due dates as councils write them, kept as a benchmark: none is read wrong.

Each line is the words, what they say, and the day of the plan where that is not 25 March 2026. "taken" is set
and told as a doubt; "doubt" keeps the words and leaves the date open, and names what is offered.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import (
    read_due,
    read_due_or_refuse,
    say_date,
    say_due,
    short_date,
    weigh_due,
)
from send_actions.domain.words.dues import short_due
from send_actions.errors import UsageError

TODAY = date(2026, 3, 25)

PHRASINGS = """
31/03/2026                                      | day 2026-03-31
31/7/24                                         | day 2024-07-31
9.12.16                                         | day 2016-12-09
04-05-26                                        | day 2026-05-04
1st September 2014                              | day 2014-09-01
31st of March, 2026                             | day 2026-03-31
Tues 31st March 2026                            | day 2026-03-31
2026-03-31 00:00:00                             | day 2026-03-31
31st Mar '26                                    | day 2026-03-31
28-Feb-27                                       | day 2027-02-28
31/03/2026.                                     | day 2026-03-31
By 31 March 2026                                | day 2026-03-31
No later than 31 March 2026                     | day 2026-03-31
Due: 30/06/2026                                 | day 2026-06-30
To be completed by 31/08/26                     | day 2026-08-31
Completion date: 18 May 2026                    | day 2026-05-18
Deadline 12th June 2026                         | day 2026-06-12
Target - 30.06.26                               | day 2026-06-30
31 March 2026 at the latest                     | day 2026-03-31
30 Sept 2026 (revised)                          | day 2026-09-30
Revised to 31/03/26                             | day 2026-03-31
w/e 8 May 2026                                  | day 2026-05-08
Tuesday (31 March 2026)                         | day 2026-03-31
20 Sept                                         | day 2026-09-20
Monday 8 June                                   | day 2026-06-08
June 2020                                       | month 2020-06-30
Sept 20                                         | month 2020-09-30
May 25                                          | month 2025-05-31
Sep-25                                          | month 2025-09-30
FEB. 2027                                       | month 2027-02-28
By Aug '26                                      | month 2026-08-31
03/2026                                         | month 2026-03-31
10.2026                                         | month 2026-10-31
end March 2024                                  | month 2024-03-31
End of Sept 26                                  | month 2026-09-30
end-April 2026                                  | month 2026-04-30
by the end of July 2026                         | month 2026-07-31
month end June 2026                             | month 2026-06-30
During May 2026                                 | month 2026-05-31
Target: March 2027                              | month 2027-03-31
Expected Oct 2026                               | month 2026-10-31
until December 2026                             | month 2026-12-31
by end of Jan                                   | month 2026-01-31 | 2025-12-08
31 March 2026 (Q4)                              | day 2026-03-31
April/May 2026                                  | taken month 2026-05-31
April-June 2026                                 | taken month 2026-06-30
Sept 2025 – March 2026                          | taken month 2026-03-31
Between April and June 2026                     | taken month 2026-06-30
Jan to Mar 27                                   | taken month 2027-03-31
Sept-Dec 26                                     | taken month 2026-12-31
01/04/2026 - 30/06/2026                         | taken day 2026-06-30
2-21 March 2026                                 | taken day 2026-03-21
5th to 9th May 26                               | taken day 2026-05-09
1 April 2026 until 31 March 2027                | taken day 2027-03-31
Q1-Q2 2026/27                                   | taken quarter 2026-09-30
Autumn term 2025 to Spring term 2026            | taken term 2026-03-31
Q1 2026/27                                      | quarter 2026-06-30
Q4 25/26                                        | quarter 2026-03-31
Qtr 3 2026-27                                   | quarter 2026-12-31
Quarter 2 (2026/27)                             | quarter 2026-09-30
3rd quarter 2026/27                             | quarter 2026-12-31
end of Q2 2026/2027                             | quarter 2026-09-30
2025/26 Q4                                      | quarter 2026-03-31
Q3 FY 26/27                                     | quarter 2026-12-31
Q4 (Jan-Mar 2026)                               | quarter 2026-03-31
Q2 2026/27 (July - September 2026)              | quarter 2026-09-30
Autumn term 2026                                | term 2026-12-31
Summer Term 26                                  | term 2026-07-31
end of the summer term 2026                     | term 2026-07-31
during the Spring Term 2025/26                  | term 2026-03-31
by end of autumn term                           | term 2026-12-31
Autumn 2 2025                                   | term 2025-12-31
Summer 2 (2026)                                 | term 2026-07-31
Summer 2016                                     | taken term 2016-07-31
by Spring 2027                                  | taken term 2027-03-31
Autumn '26                                      | taken term 2026-12-31
end of Summer 2026                              | taken term 2026-07-31
Spring 2025/26                                  | taken term 2026-03-31
autumn half-term 2025                           | taken month 2025-10-31
by October half term 2026                       | taken month 2026-10-31
Feb half-term 2027                              | taken month 2027-02-28
Spring 1 2026                                   | taken month 2026-02-28
wc 4 May 2026                                   | taken day 2026-05-08
w/c 07/09/2026                                  | taken day 2026-09-11
Week commencing 15th June 2026                  | taken day 2026-06-19
31 March 2026 (tbc)                             | taken day 2026-03-31
end of financial year 2026/27                   | month 2027-03-31
by end of the academic year 2025/26             | term 2026-07-31
end of 2026                                     | month 2026-12-31
On-going                                        | ongoing
Q4                                              | doubt: Q4 2025/26 | 2025-12-08
By Easter 2015                                  | doubt: 5 April 2015
March 2-21                                      | doubt
mid-June 2026                                   | doubt: June 2026
early 2026                                      | doubt
2025-26                                         | doubt
by 31 March 2026 (was 31/12/2025)               | doubt: 31 March 2026
Dec 2016 / Phase 1 completed / Phase 2 Mar 2017 | doubt: March 2017
04/13/2026                                      | doubt: 13 April 2026
From September 2026                             | doubt
"""

DOUBTS = """
TBC                                        | doubt
N/A                                        | doubt
ASAP                                       | doubt
immediately                                | doubt
Quarterly                                  | doubt
each term                                  | doubt
Half-termly                                | doubt
annually                                   | doubt
3 months from approval                     | doubt
within 6 weeks                             | doubt
6 months                                   | doubt
Q1 2026                                    | doubt: Q1 2026/27
Qtr 2                                      | doubt: Q2 2026/27
Spring 1                                   | doubt
before October half term                   | doubt
by Christmas 2026                          | doubt: autumn term 2026
Easter                                     | doubt
late May 2026                              | doubt: May 2026
beginning of April 2026                    | doubt: April 2026
start of autumn term 2026                  | doubt
early spring term 2027                     | doubt
before 31 March 2026                       | doubt: 31 March 2026
after 1 May 2026                           | doubt
Sept 2026 onwards                          | doubt
Started Sept 2025                          | doubt: September 2025
Completed March 2025                       | doubt: March 2025
Review March 2026                          | doubt: March 2026
Ongoing - review July 2026                 | doubt: July 2026
July 2026 and ongoing                      | doubt: July 2026
31/12/25 – revised to 31/03/26             | doubt: 31 March 2026
March 2021 (revised June 2021)             | doubt: June 2021
31/03/2026 (01/04/2026)                    | doubt: 1 April 2026
31/03/2026 & 30/06/2026                    | doubt: 30 June 2026
Phase 1: May 2026; phase 2: Q4 2026/27     | doubt: Q4 2026/27
30/06/2026 - 01/04/2026                    | doubt: 30 June 2026
FY 2026/27                                 | doubt
end of 2026/27                             | doubt
academic year 2025/26                      | doubt
year end                                   | doubt
end of financial year 2026                 | doubt
w/c 6 May 2026                             | doubt
wc 03/05/2026                              | doubt
Fri 31 March 2026                          | doubt
03/31/2026                                 | doubt: 31 March 2026
31/02/2026                                 | doubt
3/26                                       | doubt
46112                                      | doubt
Winter 2026                                | doubt
April-June                                 | doubt
Nov-Feb 2026                               | doubt: February 2026
2025-2027                                  | doubt
In place                                   | doubt
70%                                        | doubt
Amended June 2020 …                        | doubt: June 2020
60 plans audited; 75% good (March 2021)    | doubt: March 2021
Month 6                                    | doubt
Year 2                                     | doubt
Jan & Jul                                  | doubt
Q1 (April to June)                         | doubt
Ongoing until March 2027                   | doubt: March 2027
30 June 2026 (extended from 31 March 2026) | doubt: 30 June 2026
Spring/Summer 2026                         | doubt
By next Ofsted visit                       | doubt
mid autumn term 2026                       | doubt
Summer holidays 2026                       | doubt
31 April 2026                              | doubt
"""


MORE = """
FY25/26 Q2                 | quarter 2025-09-30
3-2026                     | month 2026-03-31
By 31.3.26 latest          | day 2026-03-31
Q3 2025-26 (Dec 25)        | quarter 2025-12-31
Autumn term (Dec 2026)     | term 2026-12-31
Jan–Mar 2026 (Q4)          | month 2026-03-31
between 1 and 12 June 2026 | taken day 2026-06-12
3/4/26-7/4/26              | taken day 2026-04-07
Spring 26 - Summer 26      | taken term 2026-07-31
Week of 8 June 2026        | taken day 2026-06-12
"""


class Phrasing(NamedTuple):
    words: str
    expected: str
    on: date


def _phrasings(table: str) -> list[Phrasing]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line]
    return [Phrasing(row[0], row[1], date.fromisoformat(row[2]) if row[2:] else TODAY) for row in rows]


def _said(phrasing: Phrasing) -> str:
    weighed = weigh_due(phrasing.words, today=phrasing.on)
    due = weighed.due
    assert due.text == phrasing.words
    if due.precision is Precision.UNCLEAR:
        return f"doubt: {say_due(weighed.offer)}" if weighed.offer else "doubt"
    read = f"{due.precision} {due.on}" if due.on else str(due.precision)
    return f"taken {read}" if weighed.why else read


@pytest.mark.parametrize("phrasing", _phrasings(PHRASINGS + DOUBTS + MORE), ids=lambda one: one.words)
def test_a_phrasing_is_read_as_it_is_meant_or_is_a_doubt(phrasing: Phrasing) -> None:
    assert _said(phrasing) == phrasing.expected


def test_of_a_hundred_phrasings_ninety_are_read() -> None:
    found = _phrasings(PHRASINGS)
    assert len({one.words for one in found}) == 100
    assert sum(not one.expected.startswith("doubt") for one in found) >= 90


@pytest.mark.parametrize("phrasing", _phrasings(PHRASINGS + DOUBTS + MORE), ids=lambda one: one.words)
def test_what_is_in_doubt_is_never_set_where_no_doubt_is_told(phrasing: Phrasing) -> None:
    due = read_due(phrasing.words, today=phrasing.on)
    if phrasing.expected.startswith(("taken", "doubt")):
        assert due == Due(None, Precision.UNCLEAR, phrasing.words)
        with pytest.raises(UsageError):
            read_due_or_refuse(phrasing.words, today=phrasing.on)
    else:
        assert due.precision is not Precision.UNCLEAR


DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
AROUND = [
    "{}",
    "by {}",
    "Due: {}",
    "no later than {}",
    "{} (revised)",
    "{} (tbc)",
    "w/e {}",
    "1 January 2000 - {}",
    "{} ({})",
    "phase 2 {}",
    "{} then ongoing",
    "mid {}",
    "w/c {}",
]
FIGURES = ["{d.day}/{d.month}/{d.year}", "{d.day:02}.{d.month:02}.{d:%y}", "{d.day}-{d.month}-{d.year}"]
SCRAPS_WRITTEN = (
    "0 1 2 26 31 2026 2026/27 / - ( ) ; , . ' & to until between and from by end of early mid w/c w/e q4 "
    "term half-term easter autumn spring 1 march may 25 phase review was revised tbc ongoing fy year each é"
)
SCRAPS = SCRAPS_WRITTEN.split(" ")


@given(DAYS, st.sampled_from(FIGURES), st.sampled_from(AROUND))
def test_no_phrase_is_read_month_first(day: date, figures: str, around: str) -> None:
    words = around.replace("{}", figures.format(d=day))
    weighed = weigh_due(words, today=TODAY)
    for found in (weighed.due.on, weighed.offer and weighed.offer.on):
        if found and not around.startswith("w/c"):
            assert found == day
        elif found:
            assert day.weekday() == 0
            assert (found - day).days == 4


@given(
    DAYS,
    st.sampled_from(["day", "month", "quarter", "term"]),
    st.sampled_from(["{}", "by {}", "Due: {}", "no later than {}", "{} (revised)", "{} ({})"]),
)
def test_a_date_that_we_say_is_read_back_with_words_around_it(day: date, precision: str, around: str) -> None:
    said = {
        "day": say_date(day),
        "month": say_date(day).split(" ", 1)[1],
        "quarter": f"Q{day.month % 4 + 1} {min(day.year, 2098)}/{(min(day.year, 2098) + 1) % 100:02}",
        "term": f"{('autumn', 'spring', 'summer')[day.month % 3]} term {day.year}",
    }[precision]
    due = read_due(said, today=TODAY)
    assert due.precision == precision
    assert say_due(due) == said
    again = read_due(around.replace("{}", said), today=TODAY)
    assert (again.on, again.precision) == (due.on, due.precision)
    assert weigh_due(short_date(day), today=TODAY).due.on == day
    short = read_due(short_due(due), today=TODAY)
    assert (
        short.on is None or due.on is None or (short.on.year, short.on.month) == (due.on.year, due.on.month)
    )


@given(
    st.lists(st.sampled_from(SCRAPS), max_size=9).map(" ".join) | st.text(max_size=120),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_any_words_are_weighed_without_a_fault(words: str, today: date) -> None:
    weighed = weigh_due(words, today=today)
    for due in (weighed.due, weighed.offer):
        assert due is None or due.on is None or 2000 <= due.on.year <= 2099
    assert weighed.due.on is None or weighed.offer is None
    assert weighed.offer is None or weighed.why
