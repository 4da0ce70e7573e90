"""Owners renamed and made one: only what was given is written, and all that names an owner goes along."""

from __future__ import annotations

from datetime import date

import pytest
from kept_plans import KeptPlan, there

from send_actions.changes.owners import LEADS, add_owner, revise_owner
from send_actions.domain.drafts import OwnerDraft
from send_actions.store.tables import whole_metadata


def id_of(kept: KeptPlan, name: str) -> int:
    return next(one.id for one in kept.plan().owners if str(one) == name)


@pytest.mark.parametrize(
    ("given", "since", "is_now"),
    [
        ({"role": "Head of Inclusion"}, {"organisation": "ICB"}, "Head of Inclusion, ICB"),
        ({"organisation": "ICB"}, {"role": "Head of Inclusion"}, "Head of Inclusion, ICB"),
        ({"organisation": ""}, {"role": "Head of Inclusion"}, "Head of Inclusion"),
    ],
)
def test_what_two_people_change_of_one_owner_at_once_is_all_kept(
    kept: KeptPlan, given: dict[str, str], since: dict[str, str], is_now: str
) -> None:
    there(add_owner(kept.store, OwnerDraft("Head of SEND", "LA"), **kept.by()))
    owner_id = id_of(kept, "Head of SEND, LA")

    there(revise_owner(kept.store, owner_id, since, **kept.by("Ben")))
    change = there(revise_owner(kept.store, owner_id, given, **kept.by()))

    assert [difference.field for difference in change.differences] == list(given)
    assert [str(one) for one in kept.plan().owners] == [is_now]


def test_everything_that_names_an_owner_is_known_to_name_one() -> None:
    named = {
        (table.name, column.name)
        for table in whole_metadata().tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname == "owner.id"
    }
    assert set(LEADS) == named


def test_who_was_asked_before_a_meeting_is_the_one_owner_that_two_become(kept: KeptPlan) -> None:
    for role in ("Head of SEND", "Heed of SEND"):
        there(add_owner(kept.store, OwnerDraft(role, "LA"), **kept.by()))
    meeting = kept.insert("meeting", on=date(2026, 4, 15), listed_on=date(2026, 1, 1), series="Board")
    wrong, right = id_of(kept, "Heed of SEND, LA"), id_of(kept, "Head of SEND, LA")
    asked = kept.insert("chase", meeting_id=meeting, owner_id=wrong, asked_on=date(2026, 3, 2))

    there(revise_owner(kept.store, wrong, {"role": "Head of SEND"}, **kept.by()))

    with kept.store.record("Look", **kept.by()) as looking:
        row = looking.row("chase", asked)
    assert (row and row["owner_id"]) == right
