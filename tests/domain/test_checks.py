"""The checks: each with its sentence, and when each is silent."""

from __future__ import annotations

from datetime import date
from time import process_time
from typing import Any

import pytest
from builders import (
    a_finding,
    a_meeting,
    a_minute,
    a_plan,
    a_source,
    an_action,
    an_area,
    an_owner,
    some_evidence,
)

from send_actions.domain.checks.plan_checks import (
    CODES,
    check,
    check_action,
    is_overdue,
    name_of,
    owes_update,
    read_code,
)
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import UsageError

MEETINGS = tuple(
    a_meeting(on) for on in ("2025-11-12", "2025-12-10", "2026-01-28", "2026-03-11", "2026-04-15")
)


def a_sound_action(ref: str = "9.3", due: str | Due | None = "2026-07-31", **what_matters: Any) -> Action:
    """An action that no check questions until the test says what matters."""
    sound: dict[str, Any] = {
        "status": "on-track",
        "lead": an_owner(),
        "success_measure": "Waits under 18 weeks",
        "updated_on": "2026-03-12",
        "since": "2026-01-28",
        "reason": "Provider withdrew.",
        "path": "Interim cover.",
        "proof": "Signed protocol.",
        "status_agreed": True,
    }
    return an_action(ref, due, **(sound | what_matters))


def sentences(*things: Any, as_at: str = "2026-03-31") -> dict[str, str]:
    return {flag.code: flag.message for flag in check(a_plan(*MEETINGS, *things, as_at=as_at))}


def test_nothing_is_asked_of_a_sound_action() -> None:
    assert sentences(a_sound_action()) == {}


SAID: list[tuple[str, dict[str, Any], str]] = [
    ("overdue", {"due": "2026-01-31", "status": "off-track"}, "Due 31 January 2026, 59 days ago; off track."),
    (
        "overdue",
        {"due": "2026-03-30", "first_due": "2025-11-30", "due_moves": 1, "status": "at-risk"},
        "Due 30 March 2026, 1 day ago; at risk; first due 30 November 2025.",
    ),
    ("green-but-overdue", {"due": "2026-01-31"}, "Due 31 January 2026, 59 days ago, and still on track."),
    (
        "due-before-next",
        {"due": "2026-04-08"},
        "Due 8 April 2026, in 8 days, before the meeting of 15 April 2026; on track.",
    ),
    (
        "due-before-next",
        {"due": "2026-04-15"},
        "Due 15 April 2026, in 15 days, the day of the next meeting; on track.",
    ),
    (
        "due-before-next",
        {"due": "2026-03-31"},
        "Due 31 March 2026, today, before the meeting of 15 April 2026; on track.",
    ),
    (
        "no-update",
        {"updated_on": "2026-01-20"},
        "Nothing said since 20 January 2026, 70 days ago; last meeting 11 March 2026.",
    ),
    ("no-update", {"updated_on": None}, "Nothing said yet; the last meeting was on 11 March 2026."),
    (
        "late-start",
        {"start": "2026-01-05", "status": "not-started"},
        "To start on 5 January 2026, 85 days ago, and still not started.",
    ),
    ("no-reason", {"status": "at-risk", "reason": ""}, "At risk since 28 January 2026, without a reason."),
    (
        "no-reason",
        {"status": "withdrawn", "reason": ""},
        "Withdrawn since 28 January 2026, without a reason.",
    ),
    ("no-path", {"status": "off-track", "path": "", "since": None}, "Off track, without a path to green."),
    (
        "path-date-passed",
        {"status": "at-risk", "path_by": "2026-02-28"},
        "To be green by 28 February 2026, 31 days ago, and still at risk.",
    ),
    (
        "stuck",
        {"status": "at-risk", "since": "2025-12-10"},
        "At risk since 10 December 2025: at 3 meetings running.",
    ),
    (
        "hold-date-passed",
        {"status": "on-hold", "look_again": "2026-03-01"},
        "On hold since 28 January 2026, to be looked at again on 1 March 2026, 30 days ago.",
    ),
    (
        "hold-date-passed",
        {"status": "on-hold"},
        "On hold since 28 January 2026, without a date to look again.",
    ),
    (
        "not-agreed",
        {"due_moves": 1, "first_due": "2025-11-30"},
        "Due date moved from 30 November 2025 to 31 July 2026: not agreed by a meeting.",
    ),
    (
        "not-agreed",
        {"status": "withdrawn", "status_agreed": False},
        "Withdrawn since 28 January 2026: not agreed by a meeting.",
    ),
    (
        "not-agreed",
        {"status": "on-hold", "status_agreed": False, "due_moves": 1, "first_due": "2025-11-30"},
        (
            "On hold since 28 January 2026; due date moved from 30 November 2025 to 31 July 2026: "
            "not agreed by a meeting."
        ),
    ),
    (
        "no-proof",
        {"status": "complete", "proof": ""},
        "Complete since 28 January 2026, without proof or evidence.",
    ),
    (
        "no-impact",
        {"status": "complete", "impact": "none-yet"},
        "Complete since 28 January 2026, and impact none yet.",
    ),
    ("impact-unsupported", {"impact": "evidenced"}, "Impact evidenced, and nothing named that shows it."),
    (
        "date-moved-twice",
        {"due_moves": 2, "first_due": "2025-11-30", "due_agreed": True},
        "Due date moved twice, from 30 November 2025 to 31 July 2026.",
    ),
    (
        "date-moved-twice",
        {"due_moves": 3, "first_due": "2025-11-30", "due_agreed": True},
        "Due date moved 3 times, from 30 November 2025 to 31 July 2026.",
    ),
    (
        "date-moved-twice",
        {"due_moves": 2, "first_due": "2026-07-31", "due_agreed": True},
        "Due date moved twice, and back to 31 July 2026, its first.",
    ),
    (
        "not-agreed",
        {"due_moves": 3, "first_due": "2026-07-31"},
        "Due date moved back to its first, 31 July 2026: not agreed by a meeting.",
    ),
    ("no-lead", {"lead": None}, "No action lead."),
    ("no-due", {"due": None}, "No due date."),
    (
        "no-due",
        {"due": Due(None, Precision.UNCLEAR, "March 2-21")},
        'Due date "March 2-21" could not be read.',
    ),
    ("no-success-measure", {"success_measure": ""}, "No success measure."),
]


@pytest.mark.parametrize(("code", "matters", "message"), SAID)
def test_a_check_says_why_with_the_facts_in_it(code: str, matters: dict[str, Any], message: str) -> None:
    assert sentences(a_sound_action(**matters)).get(code) == message


SILENT: list[tuple[str, dict[str, Any]]] = [
    ("overdue", {"due": "2026-03-31"}),
    ("overdue", {"due": "ongoing"}),
    ("overdue", {"due": "2026-01-31", "status": "complete"}),
    ("overdue", {"due": "2026-01-31", "status": "embedded"}),
    ("overdue", {"due": "2026-01-31", "status": "withdrawn"}),
    ("overdue", {"due": "2026-01-31", "status": "on-hold"}),
    ("green-but-overdue", {"due": "2026-01-31", "status": "at-risk"}),
    ("due-before-next", {"due": "2026-04-16"}),
    ("due-before-next", {"due": "2026-04-08", "status": "complete"}),
    ("no-update", {"updated_on": "2026-01-29"}),
    ("no-update", {"updated_on": "2026-01-20", "status": "complete"}),
    ("late-start", {"start": "2026-01-05"}),
    ("late-start", {"start": "2026-03-31", "status": "not-started"}),
    ("no-reason", {"reason": ""}),
    ("no-path", {"path": ""}),
    ("path-date-passed", {"status": "at-risk", "path_by": "2026-03-31"}),
    ("path-date-passed", {"path_by": "2026-02-28"}),
    ("stuck", {"status": "at-risk", "since": "2025-12-11"}),
    ("stuck", {"status": "off-track", "since": "2025-11-01"}),
    ("hold-date-passed", {"status": "on-hold", "look_again": "2026-03-31"}),
    ("not-agreed", {"due_moves": 1, "due_agreed": True}),
    ("not-agreed", {"due_moves": 1, "status": "complete"}),
    ("no-impact", {"status": "complete", "impact": "too-early"}),
    ("impact-unsupported", {"impact": "evidenced", "impact_shown_by": "Audit"}),
    ("impact-unsupported", {"impact": "evidenced", "status": "withdrawn"}),
    ("date-moved-twice", {"due_moves": 1}),
    ("no-due", {"due": "ongoing"}),
    ("no-lead", {"lead": None, "status": "withdrawn"}),
]


@pytest.mark.parametrize(("code", "matters"), SILENT)
def test_a_check_is_silent_where_its_rule_ends(code: str, matters: dict[str, Any]) -> None:
    assert code not in sentences(a_sound_action(**matters))


def test_green_but_overdue_stands_beside_overdue() -> None:
    assert list(sentences(a_sound_action(due="2026-01-31"))) == ["green-but-overdue", "overdue"]


def test_a_piece_of_evidence_supports_proof_and_impact() -> None:
    action = a_sound_action(status="complete", proof="", impact="evidenced")
    assert sentences(action).keys() == {"no-proof", "impact-unsupported"}
    assert sentences(action, some_evidence(about=action)) == {}


def test_a_withdrawn_action_is_asked_only_for_reason_and_agreement() -> None:
    bare = an_action("9.3", None, "withdrawn")
    assert sentences(bare).keys() == {"no-reason", "not-agreed"}


def test_a_check_that_needs_a_meeting_says_nothing_without_one() -> None:
    action = a_sound_action(due="2026-04-08", status="at-risk", since="2025-01-01", updated_on=None)
    assert check(a_plan(action)) == []
    other = [a_meeting(f"2026-0{n}-01", series="Scrutiny") for n in (1, 2, 3, 4)]
    assert check(a_plan(action, *other)) == []


def test_an_area_judged_greener_than_its_worst_action_gives_a_reason() -> None:
    red = a_sound_action("9.2", status="off-track")
    said = sentences(an_area("9", "on-track"), red)
    judged = "Judged on track on 11 March 2026"
    assert said == {"area-greener": f"{judged}, greener than 9.2, which is off track; no reason given."}
    assert sentences(an_area("9", "on-track", why="One of nine."), red) == {}
    assert sentences(an_area("9", "off-track"), red) == {}


def test_an_area_on_track_may_hold_what_has_not_started_but_a_complete_one_may_not() -> None:
    waiting = a_sound_action("9.2", status="not-started")
    assert sentences(an_area("9", "on-track"), waiting) == {}
    assert "area-greener" in sentences(an_area("9", "complete"), waiting)


@pytest.mark.parametrize("waits", ["not-started", "on-hold", "withdrawn"])
def test_an_area_that_waits_is_judged_as_green_as_on_track(waits: str) -> None:
    assert "area-greener" not in sentences(an_area("9", waits), a_sound_action("9.2"))
    assert "area-greener" in sentences(an_area("9", waits), a_sound_action("9.2", status="at-risk"))


def test_a_finding_wants_an_area_that_holds_an_action() -> None:
    area, empty, other = an_area("9"), an_area("10"), an_area("11")
    action, gone = (
        a_sound_action("9.3"),
        an_action("10.1", status="withdrawn", reason="Merged.", status_agreed=True),
    )
    findings = a_source(
        a_finding("Waits are long.", areas=[area, empty]),
        a_finding("Advice is late."),
        a_finding("Transitions are abrupt.", "recommendation", [empty]),
        a_finding("Voices are unheard.", areas=[empty, other]),
        a_finding("Leaders are committed.", "strength"),
    )
    flags = check(a_plan(*MEETINGS, area, empty, other, action, gone, findings))
    assert [flag.message for flag in flags] == [
        "Peer review: “Advice is late.” has no area.",
        "Peer review: “Transitions are abrupt.” has no answer, area 10 holds no action.",
        "Peer review: “Voices are unheard.” has no answer, areas 10, 11 hold no action.",
    ]
    assert [flag.area for flag in flags] == [None, empty, empty]


def test_an_action_that_supports_an_area_answers_its_findings() -> None:
    empty = an_area("10")
    source = a_source(a_finding(areas=[empty]))
    assert "finding-unanswered" in sentences(empty, source, a_sound_action())
    assert "finding-unanswered" not in sentences(empty, source, a_sound_action(supports=(empty.id,)))


def test_the_board_waits_for_answers_to_questions_and_requests() -> None:
    action, area = a_sound_action(), an_area("9")
    flags = check(
        a_plan(
            *MEETINGS,
            area,
            action,
            a_minute("Bring the waits by need.", "request", MEETINGS[3]),
            a_minute("Who pays?", "question", MEETINGS[2], action),
            a_minute("When?", "question", MEETINGS[2], area, answer="In May."),
            a_minute("Agreed to go on.", "decision", MEETINGS[2]),
            a_minute("What of July?", "question", MEETINGS[4]),
        )
    )
    assert [(flag.action, flag.area, flag.message) for flag in flags] == [
        (action, area, "Asked on 28 January 2026, not answered: “Who pays?”"),
        (None, None, "Requested on 11 March 2026, not answered: “Bring the waits by need.”"),
    ]
    assert all(flag.about for flag in flags)


def test_flags_come_worst_first_by_code_and_within_a_code() -> None:
    plan = a_plan(
        a_sound_action("1.1", status="at-risk", due="2026-01-31"),
        a_sound_action("1.2", status="off-track", due="2026-03-01"),
        a_sound_action("1.3", status="at-risk", due="2025-12-31"),
        a_sound_action("1.10", lead=None),
        a_sound_action("1.9", due="2026-03-01", lead=None),
    )
    flags = check(plan)
    order = list(CODES)
    assert [flag.code for flag in flags] == sorted((f.code for f in flags), key=order.index)
    late = [flag.action.ref for flag in flags if flag.code == "overdue" and flag.action]
    assert late == ["1.2", "1.3", "1.1", "1.9"]


def test_the_checks_of_one_action_are_those_of_the_plan() -> None:
    one = an_action("9.3", "2026-01-31", "on-track")
    plan = a_plan(*MEETINGS, one, an_action("9.4"), a_minute("Why?", about=one), a_minute("Which?"))
    assert check_action(one, plan) == [flag for flag in check(plan) if flag.action == one]


def test_every_code_has_a_rule_that_is_tested_here() -> None:
    tested = {code for code, _, _ in SAID} | {"area-greener", "finding-unanswered", "board-asked"}
    assert tested == set(CODES)


def test_a_wrong_code_is_named_with_the_nearest() -> None:
    assert read_code(" No_Update ") == "no-update"
    with pytest.raises(UsageError, match='No check "green-overdue": did you mean green-but-overdue'):
        read_code("green-overdue")
    with pytest.raises(UsageError, match="No check given: use one of green-but-overdue, overdue,"):
        read_code(" ")


@pytest.mark.parametrize("status", [None, *Status])
def test_overdue_is_due_before_the_day_and_still_to_be_delivered(status: Status | None) -> None:
    action = an_action(due="2026-03-31", status=status)
    assert not is_overdue(action, date(2026, 3, 31))
    assert is_overdue(action, date(2026, 4, 1)) == action.is_open


@pytest.mark.parametrize(
    ("updated", "as_at", "owes"),
    [
        ("2026-03-12", "2026-03-31", False),
        ("2026-03-11", "2026-03-31", True),
        ("2026-03-10", "2026-03-31", True),
        ("2026-01-29", "2026-03-11", False),
        (None, "2026-03-31", True),
    ],
)
def test_an_update_is_owed_after_each_meeting(updated: str | None, as_at: str, owes: bool) -> None:
    action = an_action(updated_on=updated)
    assert owes_update(action, a_plan(*MEETINGS, action, as_at=as_at)) is owes


def test_without_a_meeting_only_silence_owes_an_update() -> None:
    plan = a_plan()
    assert owes_update(an_action(), plan)
    assert not owes_update(an_action(updated_on="2020-01-01"), plan)
    assert not owes_update(an_action(status="complete"), plan)


def test_a_house_has_its_own_words_in_the_sentences() -> None:
    plan = a_plan(a_sound_action(status="at-risk", path=""))
    legend = tuple(
        type(entry)(entry.status, entry.colour, "Delayed", entry.definition)
        if entry.status is Status.AT_RISK
        else entry
        for entry in plan.legend
    )
    (flag,) = check(a_plan(a_sound_action(status="at-risk", path=""), legend=legend))
    assert flag.message == "Delayed since 28 January 2026, without a path to green."


def a_large_plan() -> Plan:
    bare = [an_action(f"{n % 50}.{n}", "2026-01-31", "on-track") for n in range(10_000)]
    return a_plan(*MEETINGS, *bare)


def test_ten_thousand_actions_are_checked_within_a_second() -> None:
    plan = a_large_plan()
    times = []
    for _ in range(3):
        began = process_time()
        assert len(check(plan)) == 50_000
        times.append(process_time() - began)
    assert min(times) < 1


@pytest.mark.parametrize(
    ("start", "since", "agreed", "is_listed"),
    [
        (None, "2026-03-20", False, False),
        ("2026-03-11", "2026-03-20", False, True),
        ("2026-03-11", "2026-03-11", False, True),
        ("2026-03-11", "2026-03-10", False, False),
        ("2026-03-11", "2026-03-20", True, False),
    ],
    ids=["no rule", "since the rule", "on its day", "before the rule", "signed off"],
)
@pytest.mark.parametrize("status", ["complete", "embedded"])
def test_completion_is_listed_where_a_meeting_signs_it_off_and_none_has(
    start: str | None, since: str, agreed: bool, is_listed: bool, status: str
) -> None:
    done = a_sound_action(status=status, since=since, status_agreed=agreed)
    plan = a_plan(done, *MEETINGS, signs_off_from=date.fromisoformat(start) if start else None)

    found = [flag.message for flag in check(plan, ["not-agreed"])]

    word = status.capitalize()
    said = [f"{word} since {int(since[-2:])} March 2026: not agreed by a meeting."]
    assert found == (said if is_listed else [])


def test_what_is_not_done_waits_for_no_meeting_to_sign_it_off_nor_what_was_done_on_no_day() -> None:
    running = a_sound_action("9.1", since="2026-03-20", status_agreed=False)
    undated = a_sound_action("9.2", status="complete", since=None, status_agreed=False)
    plan = a_plan(running, undated, *MEETINGS, signs_off_from=date(2026, 3, 11))

    assert check(plan, ["not-agreed"]) == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("no-update", "no update"),
        ("date-moved-twice", "date moved twice or more"),
        ("hold-date-passed", "hold to look at again"),
    ],
)
def test_a_check_in_few_words_is_true_of_all_that_it_finds(code: str, name: str) -> None:
    assert name_of(code) == name
