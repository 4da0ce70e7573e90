"""To be heard again is a statement: it is kept under its own date, and a late entry does not unsay it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kept_plans import KeptPlan, there

from send_actions.domain.plan.vocabulary import Heard, Impact, Status

STATEMENTS: list[tuple[str | None, dict[str, Any]]] = [
    ("at-risk", {}),
    ("at-risk", {"note": "Vacancy."}),
    (None, {"no_change": True}),
    (None, {"note": "Second interview held."}),
    (None, {"path": "Agency cover.", "path_by": date(2026, 5, 1)}),
    (None, {"impact": Impact.EMERGING}),
]


@pytest.mark.parametrize(("status", "words"), STATEMENTS)
def test_what_is_said_again_of_a_later_day_is_kept(
    kept: KeptPlan, status: str | None, words: dict[str, Any]
) -> None:
    kept.say("9.3", status, on="2026-03-10", **words)
    kept.say("9.3", status, on="2026-03-12", **words)

    assert [update.on.day for update in kept.timeline("9.3").updates[:2]] == [12, 10]
    assert kept.find("9.3").updated_on == date(2026, 3, 12)


@pytest.mark.parametrize(("status", "words"), STATEMENTS)
def test_the_very_same_of_the_same_day_by_the_same_source_is_not_kept_twice(
    kept: KeptPlan, status: str | None, words: dict[str, Any]
) -> None:
    kept.say("9.3", status, on="2026-03-10", **words)

    assert kept.say("9.3", status, on="2026-03-10", **words) is None


@pytest.mark.parametrize("source", [{"actor": "Ben"}, {"heard": Heard.RETURN}, {"heard_from": "Therapies"}])
def test_the_same_of_the_same_day_from_another_source_is_kept(kept: KeptPlan, source: dict[str, Any]) -> None:
    kept.say("9.3", "off-track", note="Nobody in post.", on="2026-03-10")

    assert kept.say("9.3", "off-track", note="Nobody in post.", on="2026-03-10", **source)
    assert len(kept.timeline("9.3").updates) == 3


@pytest.mark.parametrize("again", [{"status": "at-risk"}, {"status": None, "no_change": True}])
def test_a_late_entry_does_not_speak_over_what_was_heard_again_after_its_day(
    kept: KeptPlan, again: dict[str, Any]
) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", on="2026-03-10")
    kept.say("9.3", on="2026-03-12", **again)

    kept.say("9.3", "on-track", note="Filled.", on="2026-03-11")

    assert kept.find("9.3", as_at="2026-03-11").status is Status.ON_TRACK
    action = kept.find("9.3")
    assert (action.status, action.since) == (Status.AT_RISK, date(2026, 3, 12))


def test_a_no_change_keeps_the_status_it_confirmed_and_the_reason_stays_in_its_own_words(
    kept: KeptPlan,
) -> None:
    kept.say("9.3", "at-risk", note="Vacancy.", path="Agency cover.", on="2026-03-10")

    kept.say("9.3", None, no_change=True, note="Advert closes Friday.", on="2026-03-12")

    action = kept.find("9.3")
    assert kept.timeline("9.3").updates[0].status is Status.AT_RISK
    assert (action.reason, action.path) == ("Vacancy.", "Agency cover.")
    assert action.since == date(2026, 3, 10)


def test_a_status_said_between_two_others_of_its_day_is_kept_when_it_is_said_again(kept: KeptPlan) -> None:
    for status in ("at-risk", "off-track", "at-risk"):
        assert there(kept.say("9.3", status, on="2026-03-10"))

    assert kept.find("9.3").status is Status.AT_RISK
