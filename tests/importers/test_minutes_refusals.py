"""What minutes say was refused, put off or is not to be done keeps its words and is never turned round."""

from __future__ import annotations

from datetime import date

import pytest

from send_actions.importers.minutes.minutes_file import minutes_of
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_text import find_offers
from send_actions.importers.minutes.minutes_unread import find_unread

MET = date(2026, 11, 4)


def offers_of(minutes: str) -> list[MinuteOffer]:
    return find_offers(minutes_of(minutes.encode(), "minutes").lines, met=MET)


def found(minutes: str) -> list[tuple[str, ...]]:
    return [tuple(filter(None, (str(one.kind), one.text, one.who))) for one in offers_of(minutes)]


def unread(minutes: str) -> list[tuple[str, str]]:
    lines = minutes_of(minutes.encode(), "minutes").lines
    return [(line.text, what) for line, what in find_unread(lines, find_offers(lines, met=MET))]


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("It was resolved not to close action C2.", "Not to close action C2."),
        ("It was agreed, after debate, not to proceed with B2.", "After debate, not to proceed with B2."),
        ("Resolved not to close C2.", "Not to close C2."),
        ("RESOLVED not to proceed with B2.", "Not to proceed with B2."),
        ("Agreed not to withdraw D2.", "Not to withdraw D2."),
        ("Decision not to proceed with D2.", "Not to proceed with D2."),
        ("Agreed: no action on D2.", "No action on D2."),
        ("Agreed no action on D2.", "No action on D2."),
        ("The Board agreed not to close C2.", "Not to close C2."),
        ("The Board agreed no action on C2.", "No action on C2."),
        ("It was agreed that HoS would not close C2.", "That HoS would not close C2."),
        ("It was agreed that no officer will publish C2.", "That no officer will publish C2."),
        ("It was not agreed that HoS would close C2.", None),
        ("The board did not agree to extend the pilot.", None),
        ("The Board declined the request to close D3.", None),
        ("The Committee declined to ask the DCO to report monthly.", None),
        ("The Board rejected the proposal that B2 be withdrawn.", None),
        ("Members unanimously refused the request.", None),
        ("After debate, the Board deferred its decision on C1.", None),
        ("The Board withdrew its request to HoS to report.", None),
        ("The Board took no action on C1.", None),
        ("The request to close D3 was rejected.", None),
        ("The item was deferred to January.", None),
        ("B5 was not agreed.", None),
        ("HoS not to close C2.", None),
        ("Action: HoS not to close C2.", "HoS not to close C2."),
        ("Action 4 – Head of SEND will not send the letter.", "Head of SEND will not send the letter."),
        ("Head of SEND agreed not to publish the data.", None),
        ("The Board asked officers not to close C2.", None),
        ("The Chair asked the Head of SEND not to publish it.", None),
        ("Actions\n- Do not close C2", "Do not close C2"),
        ("Actions\n- No new funding to be sought for C2", "No new funding to be sought for C2"),
        ("Head of SEND to not close C2.", None),
        ("Action: HoS to not close C2", "HoS to not close C2"),
        ("Action: HoS: do not close C2", "HoS: do not close C2"),
        ("Director of Education agreed to not close C2.", None),
        ("The Board asked the ICB to not withdraw the funding.", None),
        ("HoS was asked not to close C2.", None),
        ("Request: not to close C2.", "Not to close C2."),
        ("The Board requested that C2 not be closed.", "That C2 not be closed."),
        ("The Board failed to agree a date.", None),
        ("The Board was unable to agree.", None),
        ("The Board resolved against closure of C2.", None),
        ("The Board objected to the closure of C2.", None),
        ("It was noted that no officer would attend.", None),
        ("Action D2 was withdrawn.", None),
        ("NOT AGREED: closing C2.", None),
        ("The motion was lost.", None),
        ("Decision deferred.", None),
        ("Deferred to January.", None),
        ("Not agreed.", None),
        ("Action | Who\nDecision deferred. | DCS", "Decision deferred."),
        ("Action | Who\nNot to close C2 | DCS", "Not to close C2"),
        ("Action | Who\nRejected | DCS", "Rejected"),
    ],
)
def test_what_is_refused_put_off_or_not_to_be_done_is_a_decision_in_its_own_words(
    line: str, decision: str | None
) -> None:
    assert found(line) == [("decision", decision or line)]


@pytest.mark.parametrize(
    "line",
    [
        "The Board noted that no officer was asked to report.",
        "No one was asked to close C2.",
        "Nobody agreed to close C2.",
        "The Board has not asked HoS to report.",
        "Neither HoS nor DCO undertook to close C2.",
        "The PCF was not asked to comment.",
        "Action: no action.",
        "Waits were long. (Action: none)",
        "Actions\nNo action required",
        "Actions: none identified",
    ],
)
def test_what_nobody_is_to_do_is_neither_an_action_nor_a_request(line: str) -> None:
    assert not {kind for kind, *_ in found(line)} & {"action", "request"}


@pytest.mark.parametrize(
    "line",
    [
        "The ICB declined to fund the pathway.",
        "HoS withdrew the paper.",
        "Outcome: declined.",
        "B2 deferred to January.",
        "The Chair declined the request to close D3.",
        "Requests for assessment were refused.",
        "Heads refused the protocol.",
        "The PCF was not asked to comment.",
        "Two of the partners did not agree.",
        "HoS to bring the costs. The ICB declined to fund the pathway.",
    ],
)
def test_a_refusal_of_others_is_told_as_unread(line: str) -> None:
    assert "a refusal" in {what for _, what in unread(line)}
    assert "decision" not in {kind for kind, *_ in found(line)}


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        (
            "Head of SEND to tell heads not to exclude.",
            ("action", "Tell heads not to exclude.", "Head of SEND"),
        ),
        (
            "Action: DCO to explain why the bid was rejected.",
            ("action", "Explain why the bid was rejected.", "DCO"),
        ),
        (
            "Action: HoS to bring the deferred paper.",
            ("action", "Bring the deferred paper.", "HoS"),
        ),
        (
            "It was agreed that HoS would write to those who declined.",
            ("action", "Write to those who declined.", "HoS"),
        ),
    ],
)
def test_what_one_is_to_do_about_a_refusal_is_still_an_action(line: str, offer: tuple[str, ...]) -> None:
    assert found(line) == [offer]


def test_what_is_asked_behind_a_refusal_is_a_request_of_its_own() -> None:
    line = "The Board rejected the bid and asked the Head of SEND to report back."
    assert found(line) == [("decision", line), ("request", "Report back.", "Head of SEND")]
    alone = "The Board rejected the bid and asked the Head of SEND not to report back."
    assert found(alone) == [("decision", alone)]
