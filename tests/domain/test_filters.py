"""The filter language."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from builders import a_meeting, a_minute, a_plan, an_action, an_area, an_owner
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.filters.language import parse
from send_actions.domain.filters.terms import EXAMPLES, FLAGS, KEYS
from send_actions.errors import UsageError

TODAY = date(2026, 3, 31)
SAID_LATELY = "2026-03-12"

ASKED = an_action(
    "9.1",
    "2026-01-31",
    "off-track",
    title="Agree who pays",
    impact="none-yet",
    lead=an_owner("Associate Director", "ICB"),
    partners=("LA", "PCF"),
    reason="Funding disputed.",
    updated_on=SAID_LATELY,
)
PLAN = a_plan(
    an_area("3", title="Autism pathway", theme="Identify"),
    an_area("9", title="Occupational thérapy", theme="Assess and meet needs"),
    an_area("19", title="Transition"),
    an_action("3.1", "2026-04-30", "on-track", impact="emerging", lead=an_owner("Local Offer Officer", "LA")),
    an_action("3.2", None, "complete", impact="evidenced", success_measure="Waits under 18 weeks"),
    ASKED,
    an_action(
        "9.3", "2025-12-31", "on-track", updated_on=SAID_LATELY, lead=an_owner("Lead", "Lancashire Trust")
    ),
    an_action("9.10", "2026-04-08", "at-risk", updated_on="2026-03-01", partners=("Community Health",)),
    an_action("19.3", "ongoing", "on-hold"),
    an_action("19.31", "2026-07-31", None, due_moves=2),
    a_meeting("2026-01-28"),
    a_meeting("2026-03-11"),
    a_meeting("2026-04-15"),
    a_minute("Who pays?", about=ASKED),
)
ALL = {action.ref for action in PLAN.actions}
BEFORE = a_plan(
    *(action for action in PLAN.actions if action.ref != "9.3"),
    an_action("9.3", "2025-12-31", "at-risk", updated_on="2026-03-01"),
    as_at="2026-03-11",
)


def kept(text: str) -> list[str]:
    return [action.ref for action in parse(text, today=TODAY).keep(PLAN, BEFORE)]


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("", "3.1 3.2 9.1 9.3 9.10 19.3 19.31"),
        ("status:amber,red", "9.1 9.10"),
        ("status:R", "9.1"),
        ("STATUS:off-track", "9.1"),
        ("status:none", "19.31"),
        ("impact:none", "9.1"),
        ("impact:emerging,evidenced", "3.1 3.2"),
        ("impact:unrated", "9.3 9.10 19.3 19.31"),
        ("area:3", "3.1 3.2"),
        ("area:3,19", "3.1 3.2 19.3 19.31"),
        ("area:therapy", "9.1 9.3 9.10"),
        ("theme:assess", "9.1 9.3 9.10"),
        ("theme:none", "19.3 19.31"),
        ('lead:"local offer"', "3.1"),
        ("lead:none", "3.2 9.10 19.3 19.31"),
        ("org:icb", "9.1"),
        ("org:LA", "3.1"),
        ("org:lanc", "9.3"),
        ("org:ICB,LA", "3.1 9.1"),
        ("partner:PCF", "9.1"),
        ("partner:health", "9.10"),
        ("due:before:2026-04-30", "9.1 9.3 9.10"),
        ("due:<=30/04/2026", "3.1 9.1 9.3 9.10"),
        ("due:after:2026-04-30", "19.31"),
        ("due:>=2026-04-30", "3.1 19.31"),
        ("due:<april", "9.1 9.3"),
        ("due:<=april", "3.1 9.1 9.3 9.10"),
        ("due:>april", "19.31"),
        ("due:>january", "3.1 9.10 19.31"),
        ("due:2026-04", "3.1 9.10"),
        ("due:april", "3.1 9.10"),
        ("due:2025", "9.3"),
        ('due:"q1 2026/27"', "3.1 9.10"),
        ('due:"summer term 2026"', "3.1 9.10 19.31"),
        ("due:2026-04-08", "9.10"),
        ("due:next-board", "9.10"),
        ("due:none", "3.2"),
        ("due:ongoing", "19.3"),
        ("overdue", "9.1 9.3"),
        ("no-update", "3.1 19.31"),
        ("changed", "9.3"),
        ("board-asked", "9.1"),
        ("check:green-but-overdue", "9.3"),
        ("check:overdue,date-moved-twice", "9.1 9.3 19.31"),
        ("pays", "9.1"),
        ("FUNDING", "9.1"),
        ("therapy", "9.1 9.3 9.10"),
        ("weeks", "3.2"),
        ("officer", "3.1"),
        ('"who pays"', "9.1"),
        ("who pays", "9.1"),
        ("pays who", "9.1"),
        ('"pays who"', ""),
        ("9.3", "9.3"),
        ("19.3", "19.3"),
        ('"overdue"', ""),
        ("not overdue", "3.1 3.2 9.10 19.3 19.31"),
        ("-overdue", "3.1 3.2 9.10 19.3 19.31"),
        ("overdue -status:green", "9.1"),
        ("overdue not status:green", "9.1"),
        ("not not overdue", "9.1 9.3"),
        ("overdue and status:green", "9.3"),
        ("area:3 or overdue", "3.1 3.2 9.1 9.3"),
        ("area:3 or overdue status:red", "3.1 3.2 9.1"),
        ("(area:3 or overdue) status:green", "3.1 9.3"),
        ("-(area:3 or overdue)", "9.10 19.3 19.31"),
        ("NOT (area:3 OR overdue)", "9.10 19.3 19.31"),
        ('lead:"local off', "3.1"),
        ("lead:“local offer”", "3.1"),
    ],
)
def test_words_choose_actions(text: str, refs: str) -> None:
    assert kept(text) == refs.split()


@pytest.mark.parametrize(
    ("arguments", "refs"),
    [
        ([], "3.1 3.2 9.1 9.3 9.10 19.3 19.31"),
        (['lead:"local offer"'], "3.1"),
        (['-lead:"local offer"', "area:3"], "3.2"),
        (['due:before:"30 april 2026"', "overdue"], "9.1 9.3"),
        (['due:before:"30 april 2026" overdue'], "9.1 9.3"),
        (["status:green", "overdue"], "9.3"),
        (["area:9 status:green"], "9.3"),
        (['lead:"local offer" area:3'], "3.1"),
        (["(", "area:3", "or", "overdue", ")", "status:green"], "3.1 9.3"),
        (["who", "pays"], "9.1"),
        (["-overdue", "area:9"], "9.10"),
    ],
)
def test_arguments_are_read_as_one_line(arguments: list[str], refs: str) -> None:
    assert kept(" ".join(arguments)) == refs.split()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stauts:amber", 'No filter word "stauts:": did you mean status:?'),
        ("xyz:amber", 'No filter word "xyz:": use one of status:, impact:, area:,'),
        ("status:ambre", 'No status "ambre": did you mean amber?'),
        ("impact:emergin", 'No impact rating "emergin": did you mean emerging?'),
        ("check:overdu", 'No check "overdu": did you mean overdue?'),
        ("status:", 'Nothing after "status:": write status:amber,red.'),
        ('lead:""', 'Nothing after "lead:": write lead:"local offer".'),
        ('overdue ""', "Nothing between the quotes"),
        ("due:soonish", 'Cannot read "soonish" as a due date'),
        ("due:befor:2026-04-30", 'No "befor:" after due: did you mean before:?'),
        ("due:before:", "No date after due:"),
        ("due:nextboard", 'No date "nextboard": did you mean due:next-board?'),
        ("due:<ongoing", "Ongoing is no date to be before or after"),
        ("(overdue", 'A bracket is not closed: add ")".'),
        ("overdue)", "A closing bracket without an opening one"),
        ("()", "Nothing between the brackets"),
        ("overdue or", 'Nothing after "or"'),
        ("or overdue", 'Nothing before "or"'),
        ("overdue and or", 'Nothing after "and"'),
        ("not", 'Nothing after "not"'),
        ("(" * 500 + "overdue" + ")" * 500, "More than 20 brackets within each other"),
    ],
)
def test_a_wrong_word_is_named_in_one_line(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse(text, today=TODAY)
    assert str(refused.value).startswith(message)
    assert "\n" not in str(refused.value)


def test_what_acts_on_a_terminal_does_not_come_back_in_a_refusal() -> None:
    with pytest.raises(UsageError) as refused:
        parse("status:\x1b[31mx", today=TODAY)
    assert "\x1b" not in str(refused.value)


def test_each_example_of_a_key_can_be_read() -> None:
    assert EXAMPLES.keys() == KEYS.keys()
    for example in EXAMPLES.values():
        assert parse(example, today=TODAY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "everything"),
        ("status:amber,red overdue", "(at risk or off track) and overdue"),
        ("status:amber,red", "at risk or off track"),
        ("-(area:3 or changed) who", "not (area 3 or changed) and “who”"),
        ('lead:"local offer" org:ICB,LA', "lead “local offer” and (organisation ICB or LA)"),
        ("due:<april", "due before April 2026"),
        ("due:before:2026-04-30", "due before 30 April 2026"),
        ("due:2026-04", "due in April 2026"),
        ("due:2026-04-08", "due on 8 April 2026"),
        ("due:next-board board-asked", "due before the next board and the board asked"),
        ("impact:none check:no-lead", "impact none yet and check “Without an action lead”"),
        ("check:date-moved-twice", "check “Due date moved twice or more”"),
        ("lead:none theme:none", "without a lead and without a theme"),
    ],
)
def test_a_filter_says_what_it_chooses(text: str, said: str) -> None:
    assert parse(text, today=TODAY).describe() == said


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("overdu", "overdue"),
        ("no_updates", "no-update"),
        ("amber", "status:amber"),
        ("green-but-overdu", "check:green-but-overdue"),
        ("area:3 chnged", "changed"),
        ("overdue", None),
        ("xylophone", None),
        ("", None),
    ],
)
def test_a_bare_word_that_finds_nothing_may_have_been_a_flag(text: str, suggestion: str | None) -> None:
    assert parse(text, today=TODAY).suggestion == suggestion


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("area:19", "area:9"),
        ("area:speach", "area:Speech"),
        ("theme:asess", "theme:Assess"),
        ("overdue lead:terapies", "lead:Therapies"),
        ("lead:therapies-leed", 'lead:"Therapies Lead"'),
        ("org:ICV", "org:ICB"),
        ("partner:XXQ,PFC", "partner:PCF"),
        ("area:9", None),
        ("area:99", "area:9"),
        ("area:250", None),
        ("theme:none", None),
        ("status:red", None),
        ("org:ICB area:7", None),
        ("", None),
    ],
)
def test_a_value_that_finds_nothing_is_answered_with_the_plan_s_nearest(text: str, near: str | None) -> None:
    area = an_area("9", title="Speech and language", theme="Assess and meet needs")
    plan = a_plan(area, an_area("7"), an_action("9.1", lead=an_owner(), partners=("PCF",)))
    assert parse(text, today=TODAY).suggestion_in(plan) == near


def test_nothing_has_changed_where_there_is_no_earlier_plan() -> None:
    assert parse("changed", today=TODAY).keep(PLAN, None) == ()


def test_an_area_judged_greener_shows_its_open_actions() -> None:
    plan = a_plan(an_area("9", "on-track"), an_action("9.1"), an_action("9.2", status="complete"))
    found = parse("check:area-greener", today=TODAY).keep(plan)
    assert [action.ref for action in found] == ["9.1"]


@pytest.mark.parametrize(
    ("today", "text", "said"),
    [
        (date(2026, 5, 20), "due:<april", "due before April 2026"),
        (date(2026, 3, 31), "due:december", "due in December 2025"),
        (date(2026, 4, 5), "due:december", "due in December 2026"),
        (date(2026, 3, 31), "due:+2w", "due on 14 April 2026"),
        (date(2026, 4, 20), 'due:"10 april"', "due on 10 April 2026"),
        (date(2026, 4, 20), 'due:"summer term"', "due in summer term 2026"),
    ],
)
def test_a_month_without_a_year_may_have_just_gone_by(today: date, text: str, said: str) -> None:
    assert parse(text, today=today).describe() == said


WORDS = st.sampled_from(
    [
        *FLAGS,
        *EXAMPLES.values(),
        *("pays", '"who pays"', "9.3", "status:green", "due:<april", "due:next-board", "area:9", "-overdue"),
        *("not changed", "(overdue or area:3)", "-(overdue status:green)"),
    ]
)
PIECES = st.sampled_from(
    [
        "(",
        ")",
        "-",
        '"',
        ":",
        ",",
        " ",
        "not ",
        "or ",
        "and ",
        "status",
        "due",
        "due:<",
        "overdue",
        "lead:",
        "é",
        "\x1b",
    ]
)


def outcome(text: str) -> str:
    """How a filter is said, or why it is refused."""
    try:
        choice = parse(text, today=TODAY)
    except UsageError as refused:
        return str(refused)
    assert set(choice.keep(PLAN, BEFORE)) <= set(PLAN.actions)
    return choice.describe()


@given(st.text() | st.lists(PIECES | WORDS).map("".join) | st.lists(PIECES | WORDS).map(" ".join))
def test_any_line_is_understood_or_refused_in_one_line(text: str) -> None:
    assert len(outcome(text).splitlines()) == 1


@given(WORDS)
def test_a_term_and_its_negation_share_the_plan(word: str) -> None:
    assert sorted(kept(f"({word})") + kept(f"not ({word})")) == sorted(ALL)
    assert kept(f"-({word})") == kept(f"not ({word})")


@given(WORDS, WORDS)
def test_words_join_with_and(one: str, other: str) -> None:
    assert kept(f"{one} {other}") == kept(f"{one} and {other}")
    assert set(kept(f"{one} {other}")) == set(kept(one)) & set(kept(other))
    assert set(kept(f"{one} or {other}")) == set(kept(one)) | set(kept(other))


def test_ten_thousand_actions_are_searched_as_one_types() -> None:
    plan = a_plan(*(an_action(f"{n % 50}.{n}", reason="Funding disputed.") for n in range(10_000)))
    began = process_time()
    assert len(parse("fund overdue", today=date(2026, 6, 1)).keep(plan)) == 0
    assert len(parse("fund status:amber", today=TODAY).keep(plan)) == 10_000
    assert process_time() - began < 1
