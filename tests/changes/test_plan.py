"""The plan itself: its own legend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from kept_plans import TODAY, KeptPlan

from send_actions.changes.plan import revise_legend
from send_actions.changes.undo import undo
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, LegendEntry, Status
from send_actions.errors import UsageError

AMBER = next(entry for entry in DEFAULT_LEGEND if entry.status is Status.AT_RISK)
DELAYED = replace(AMBER, word="Delayed", definition="Late, with a plan.")


def test_a_house_shows_a_status_in_its_own_words_and_can_take_that_back(kept: KeptPlan) -> None:
    revise_legend(kept.store, DELAYED, **kept.by())
    assert kept.plan().legend_of(Status.AT_RISK) == DELAYED
    undo(kept.store, **kept.by())
    assert kept.plan().legend == DEFAULT_LEGEND


def test_the_default_legend_again_changes_nothing(kept: KeptPlan) -> None:
    assert revise_legend(kept.store, AMBER, **kept.by()) is None


def test_an_earlier_day_keeps_the_legend_it_had(kept: KeptPlan) -> None:
    revise_legend(kept.store, DELAYED, **kept.by(day="2026-03-01"))
    revise_legend(kept.store, replace(DELAYED, word="Slipping"), **kept.by())
    assert kept.plan("2026-03-10").legend_of(Status.AT_RISK).word == "Delayed"
    assert kept.plan("2026-02-01").legend == DEFAULT_LEGEND
    assert kept.plan(TODAY).legend_of(Status.AT_RISK).word == "Slipping"


@pytest.mark.parametrize("wrong", [replace(AMBER, colour="mauve"), replace(AMBER, word=" ")])
def test_a_colour_we_do_not_know_or_no_word_is_refused(kept: KeptPlan, wrong: LegendEntry) -> None:
    with pytest.raises(UsageError):
        revise_legend(kept.store, wrong, **kept.by())
    assert kept.plan().legend == DEFAULT_LEGEND


def test_the_day_of_a_legend_is_the_day_it_was_changed(kept: KeptPlan) -> None:
    change = revise_legend(kept.store, DELAYED, **kept.by(day="2026-03-20"))
    assert change is not None
    assert change.day == date(2026, 3, 20)
