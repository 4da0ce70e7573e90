"""Where an owner is typed, the plan's owners complete it, and one who is new is named as new."""

from __future__ import annotations

from pathlib import Path

import pytest
from kept_plans import KeptPlan
from tui.piloting import Sitting, opened

from send_actions.domain.drafts import OwnerDraft
from send_actions.store.database import open_store

NAME = "A person's name seems to stand in a role's place: papers say roles."


@pytest.fixture
def owned(place: Path) -> Path:
    """A plan with two owners: one leads 9.1 and 9.2, the other 9.4."""
    kept = KeptPlan(place, open_store(place))
    for ref in ("9.1", "9.2"):
        kept.revise(ref, lead=OwnerDraft("Head of SEND", "LA"))
    kept.revise("9.4", lead=OwnerDraft("Head of Therapies", "CHT"))
    kept.store.close()
    return place


def words_of(sitting: Sitting) -> str:
    return " ".join(sitting.screen.split())


def lead_of(place: Path, ref: str = "9.3") -> str:
    return str(KeptPlan(place, open_store(place)).find(ref).lead or "")


async def test_the_owner_who_leads_most_is_offered_first_and_taken_by_the_right_arrow(owned: Path) -> None:
    async with opened(owned, (80, 24)) as sitting:
        await sitting.press("o", *"head")
        assert "headof SEND, LA" in words_of(sitting).replace("head of", "headof")
        assert "→ takes Head of SEND, LA; also Head of Therapies, CHT" in words_of(sitting)
        await sitting.press("right", "enter")
        assert sitting.foot.startswith("9.3 led by Head of SEND, LA · u to undo")
    assert lead_of(owned) == "Head of SEND, LA"


@pytest.mark.parametrize(
    ("keys", "lead"),
    [
        ((*"Head of T", "right", "enter"), "Head of Therapies, CHT"),
        ((*"Head of SEND", "tab", *"l", "right", "enter"), "Head of SEND, LA"),
        ((*"Head of SEND, LA", "enter"), "Head of SEND, LA"),
        ((*"Head of SEN", "right", "enter"), "Head of SEND, LA"),
        ((*"Heed of SEND, LA", "right", "enter"), "Head of SEND, LA"),
        ((*"Service Manager, Quality", "enter"), "Service Manager, Quality"),
        ((*"TBC", "enter"), ""),
    ],
)
async def test_an_owner_is_understood_as_the_plan_has_it(
    owned: Path, keys: tuple[str, ...], lead: str
) -> None:
    async with opened(owned) as sitting:
        await sitting.press("o", *("space" if key == " " else key for key in keys))
    assert lead_of(owned) == lead
    owners = KeptPlan(owned, open_store(owned)).plan().owners
    assert [str(owner) for owner in owners].count("Head of SEND, LA") == 1


async def test_one_who_is_new_is_told_of_and_saved_at_once(owned: Path) -> None:
    async with opened(owned) as sitting:
        await sitting.press("o", *"Designated", "space", *"Nurse")
        assert "New to the plan" in words_of(sitting)
        await sitting.press("enter")
    assert lead_of(owned) == "Designated Nurse"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "Head of SEN, LA",
            "“Head of SEN, LA” is new, and nearly “Head of SEND, LA”: is it the same? Enter again",
        ),
        ("Jo Bloggs", f"{NAME} Enter again saves it all the same"),
    ],
)
async def test_nearly_one_we_know_and_a_person_s_name_are_saved_by_a_second_enter(
    owned: Path, typed: str, told: str
) -> None:
    async with opened(owned) as sitting:
        await sitting.press("o", *("space" if key == " " else key for key in typed), "enter")
        assert told in words_of(sitting)
        assert lead_of(owned) == ""
        await sitting.press("enter")
    assert lead_of(owned) == typed


async def test_an_empty_form_leaves_nobody_named_only_by_a_second_enter(owned: Path) -> None:
    async with opened(owned) as sitting:
        await sitting.press("k", "o", "enter")
        assert "Enter again leaves nobody named" in words_of(sitting)
        assert lead_of(owned, "9.2") == "Head of SEND, LA"
        await sitting.press("enter")
    assert lead_of(owned, "9.2") == ""


async def test_an_organisation_without_a_role_is_asked_for_its_role(owned: Path) -> None:
    async with opened(owned) as sitting:
        await sitting.press("o", "tab", *"LA", "enter")
        assert "An owner needs a role." in words_of(sitting)


async def test_whom_it_was_heard_from_is_completed_too(owned: Path) -> None:
    async with opened(owned) as sitting:
        await sitting.press(
            "m", *"Fine", "tab", "tab", *"head", "space", *"of", "space", "t", "right", "enter"
        )
    said = KeptPlan(owned, open_store(owned)).timeline("9.3").updates[0]
    assert said.heard_from == "Head of Therapies, CHT"


@pytest.mark.parametrize("keys", [("e", "tab"), ("b", "q", *"Why?", "tab")], ids=["a whole form", "a minute"])
async def test_one_field_offers_the_owner_who_leads_most_in_every_form(
    owned: Path, keys: tuple[str, ...]
) -> None:
    async with opened(owned, (120, 36)) as sitting:
        await sitting.press(*keys, *"head")
        assert "→ takes Head of SEND, LA; also Head of Therapies, CHT" in words_of(sitting)
        await sitting.press("right")
        assert "→ takes" not in words_of(sitting)
        assert "Head of SEND, LA" in words_of(sitting)
