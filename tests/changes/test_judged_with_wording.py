"""An area's headline and its lead's judgement, said together: one change, one undo."""

from __future__ import annotations

from datetime import date

import pytest
from kept_plans import KeptPlan

from send_actions.changes.areas import add_area, revise_area
from send_actions.domain.drafts import AreaDraft
from send_actions.domain.plan import Judgement
from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import EditConflictError, UsageError

AMBER = Judgement(date(2026, 3, 31), Status.AT_RISK, "Two posts vacant")


def test_headline_and_judgement_are_one_change_and_one_undo(kept: KeptPlan) -> None:
    area = kept.find_area("9")
    change = revise_area(kept.store, area.id, {"headline": "Waits fall."}, judged=AMBER, **kept.by())
    assert change is not None
    assert change.label == "Revise area 9: headline, judged at risk"
    assert (kept.find_area("9").headline, kept.find_area("9").judgement) == ("Waits fall.", AMBER)
    kept.undo()
    assert (kept.find_area("9").headline, kept.find_area("9").judgement) == ("", None)


def test_a_judgement_alone_says_so_and_the_same_again_is_no_change(kept: KeptPlan) -> None:
    area = kept.find_area("9").id
    change = revise_area(kept.store, area, {}, judged=AMBER, **kept.by())
    assert change is not None
    assert change.label == "Judge area 9 at risk"
    assert revise_area(kept.store, area, {}, judged=AMBER, **kept.by()) is None


def test_a_judgement_counts_as_somebody_else_s_change_of_the_area(kept: KeptPlan) -> None:
    seen = kept.find_area("9")
    kept.judge("9", "on-track")
    with pytest.raises(EditConflictError, match=r"^Someone else saved area 9 first"):
        revise_area(
            kept.store, seen.id, {"title": "Mine"}, expected_version=seen.version, judged=AMBER, **kept.by()
        )


def test_a_new_area_may_be_judged_at_once_but_not_for_a_day_to_come(kept: KeptPlan) -> None:
    add_area(kept.store, AreaDraft("10", "Therapies"), judged=AMBER, **kept.by())
    assert kept.find_area("10").judgement == AMBER
    later = Judgement(date(2026, 4, 30), Status.AT_RISK)
    with pytest.raises(UsageError, match=r"^30 April 2026 is still to come"):
        add_area(kept.store, AreaDraft("11", "Speech"), judged=later, **kept.by())
    assert [area.number for area in kept.plan().areas] == ["9", "10", "12"]
