"""`X` on a return that came back: what its owner changed is seen beside the plan, asked about, and taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_returns import Edits, filled
from kept_plans import AT, a_kept_plan
from tui.piloting import TODAY, opened, same_as_frame
from tui.test_incoming import enter, look_at

from send_actions.changes.actions import revise_actions
from send_actions.changes.updates import record_update
from send_actions.domain.drafts import OwnerDraft, UpdateDraft
from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.papers.return_making import ReturnMaker
from send_actions.store.database import open_store
from send_actions.store.reader import open_reader, read_plan

SIZES = [(80, 24), (120, 36)]


def plan_at(place: Path) -> Plan:
    reader = open_reader(str(place))
    try:
        return read_plan(reader, TODAY)
    finally:
        reader.close()


def a_return_of(place: Path, folder: Path, edits: Edits) -> Path:
    """A return of everybody, made of the plan as it is now and filled in."""
    reader = open_reader(str(place))
    try:
        made = ReturnMaker(reader, read_plan(reader, TODAY)).shared()
    finally:
        reader.close()
    file = folder / "return.xlsx"
    file.write_bytes(made.content)
    return filled(file, edits)


def action(place: Path, ref: str) -> Action:
    return next(one for one in plan_at(place).actions if one.ref == ref)


def led(place: Path, *refs: str) -> None:
    """The head of the service leads some actions."""
    store = open_store(place)
    ids = [action(place, ref).id for ref in refs]
    lead = OwnerDraft("Head of SEND", "LA")
    revise_actions(store, ids, {"lead": lead}, expected={}, actor="Ana", at=AT, day=TODAY)
    store.close()


def say(place: Path, ref: str, status: Status, note: str) -> None:
    """Somebody else says something of an action in the plan."""
    one = action(place, ref)
    store = open_store(place)
    record_update(
        store,
        UpdateDraft(one.id, status=status, note=note),
        expected_version=one.version,
        actor="Ben",
        at=AT,
        day=TODAY,
    )
    store.close()


SAID: Edits = {
    ("9.2", "Status"): "At risk",
    ("9.2", "Your update"): "The panel has met.",
    ("9.3", "New due date"): "June 2026",
    ("9.3", "Why the new date"): "The line needs a second nurse",
    ("14.1", "No change?"): "No change, still right",
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_return_is_taken_as_one_change_heard_from_its_owner_and_u_takes_it_back(
    place: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    led(place, "9.2", "9.3")
    file = a_return_of(place, tmp_path, SAID)
    async with opened(place, size) as sitting:
        await look_at(sitting, file)
        same_as_frame(f"return_{size[0]}x{size[1]}", sitting.screen)
        assert "9.2 status: off track → at risk" in sitting.screen
        await sitting.press("b")
        await sitting.press()
        assert "Take the return of everybody: 2 updates, 1 due date" in sitting.screen
        said = action(place, "9.2")
        assert (said.status, said.note) == (Status.AT_RISK, "The panel has met.")
        await sitting.press("u")
        assert "Taken back: Take the return of everybody" in sitting.screen
        assert action(place, "9.2").status is Status.OFF_TRACK


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_both_sides_changed_stands_side_by_side_and_is_chosen_while_the_rest_is_taken(
    place: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    led(place, "9.2", "9.3")
    file = a_return_of(place, tmp_path, SAID)
    say(place, "9.2", Status.ON_TRACK, "Settled by the panel")
    say(place, "14.1", Status.AT_RISK, "Two schools have not answered")
    say(place, "3.1", Status.AT_RISK, "Short of one clinician")
    async with opened(place, size) as sitting:
        await look_at(sitting, file)
        same_as_frame(f"return_asked_{size[0]}x{size[1]}", sitting.screen)
        await sitting.press("b")
        assert sitting.foot == "2 questions are open: Enter on a question answers it"
        await sitting.press("enter")
        await enter(sitting, "file")
        await sitting.press("enter")
        await enter(sitting, "plan")
        same_as_frame(f"return_answered_{size[0]}x{size[1]}", sitting.screen)
        assert "None" not in sitting.screen
        await sitting.press("b")
        await sitting.press()
        assert action(place, "9.2").status is Status.AT_RISK
        assert action(place, "14.1").status is Status.AT_RISK
        due = action(place, "9.3").due
        assert due
        assert due.text == "June 2026"


async def test_a_return_taken_before_changes_nothing(place: Path, tmp_path: Path) -> None:
    file = a_return_of(place, tmp_path, SAID)
    async with opened(place) as sitting:
        await look_at(sitting, file)
        await sitting.press("b")
        await sitting.press()
        await look_at(sitting, file)
        assert "Nothing would change: filled.xlsx says nothing that the plan does not." in sitting.screen
        await sitting.press("b")
        assert "Nothing to bring in" in sitting.foot


async def test_a_return_that_this_plan_never_made_is_refused_in_one_sentence(
    place: Path, tmp_path: Path
) -> None:
    file = a_return_of(place, tmp_path, {})
    (tmp_path / "other").mkdir()
    other = a_kept_plan(tmp_path / "other")
    other.store.close()
    async with opened(other.place) as sitting:
        await look_at(sitting, file)
        assert "only reached 1. Take it into the plan that it was made from." in sitting.screen


async def test_a_day_before_a_return_was_made_is_refused_and_today_stands(
    place: Path, tmp_path: Path
) -> None:
    async with opened(place) as sitting:
        await look_at(sitting, a_return_of(place, tmp_path, SAID))
        await sitting.press("j", "enter")
        await enter(sitting, "1 March 2026")
        assert "so it counts from that day or a later one." in sitting.screen
        assert "It counts from today" in sitting.screen
        await sitting.press("b")
        await sitting.press()
        assert action(place, "9.2").status is Status.AT_RISK


def two_returns(place: Path, folder: Path) -> Path:
    """A folder with the returns of two leads, filled in, and a file that is none."""
    for lead, ref in (("Head of SEND", "9.2"), ("Service Manager", "14.1")):
        leads(place, lead, ref)
    returns = folder / "returns"
    returns.mkdir()
    reader = open_reader(str(place))
    try:
        maker = ReturnMaker(reader, read_plan(reader, TODAY))
        made = {role: maker.of(role, [owner_of(place, role)]) for role in ("Head of SEND", "Service Manager")}
    finally:
        reader.close()
    edits: dict[str, Edits] = {
        "Head of SEND": {("9.2", "Status"): "At risk", ("9.2", "Your update"): "The panel has met."},
        "Service Manager": {("14.1", "Status"): "Complete", ("14.1", "Your update"): "All schools answered."},
    }
    for number, (role, one) in enumerate(made.items(), start=1):
        (folder / "made.xlsx").write_bytes(one.content)
        filled(folder / "made.xlsx", edits[role]).rename(returns / f"r{number}.xlsx")
    (returns / "notes.txt").write_text("Nothing that is a table", "utf-8")
    return returns


def leads(place: Path, role: str, *refs: str) -> None:
    store = open_store(place)
    ids = [action(place, ref).id for ref in refs]
    lead = OwnerDraft(role, "LA")
    revise_actions(store, ids, {"lead": lead}, expected={}, actor="Ana", at=AT, day=TODAY)
    store.close()


def owner_of(place: Path, role: str) -> Owner:
    return next(one for one in plan_at(place).owners if one.role == role)


@pytest.mark.parametrize("typed", ["{}", "{}/*.xlsx", "'{0}/r1.xlsx' '{0}/r2.xlsx'"])
async def test_several_returns_are_looked_at_together_and_taken_as_one_change(
    place: Path, tmp_path: Path, typed: str
) -> None:
    folder = two_returns(place, tmp_path)
    async with opened(place, (120, 36)) as sitting:
        await look_at(sitting, typed.format(folder))
        assert "9.2 status: off track → at risk" in sitting.screen
        assert "14.1 status: on track → complete" in sitting.screen
        assert ("notes.txt" in sitting.screen) is (typed == "{}")
        await sitting.press("b")
        await sitting.press()
        assert "Take the returns of Head of SEND; Service Manager: 2 updates" in sitting.screen
        assert action(place, "14.1").status is Status.COMPLETE
        await sitting.press("u")
        assert action(place, "9.2").status is Status.OFF_TRACK
        assert action(place, "14.1").status is Status.ON_TRACK


async def test_of_several_the_clean_ones_are_taken_by_one_key_and_the_rest_is_chosen_after(
    place: Path, tmp_path: Path
) -> None:
    folder = two_returns(place, tmp_path)
    say(place, "9.2", Status.ON_TRACK, "Settled by the panel")
    async with opened(place, (120, 36)) as sitting:
        await look_at(sitting, str(folder))
        assert "The plan says" in sitting.screen or "the plan has said" in sitting.screen
        await sitting.press("b")
        assert "1 question is open. Take the rest now, 1 update of" in sitting.screen
        await sitting.press("y")
        await sitting.press()
        assert action(place, "14.1").status is Status.COMPLETE
        assert action(place, "9.2").status is Status.ON_TRACK
        await sitting.press()
        await sitting.press("enter")
        await enter(sitting, "file")
        await sitting.press("b")
        await sitting.press()
        assert action(place, "9.2").status is Status.AT_RISK
        assert action(place, "14.1").note == "All schools answered."


async def test_of_several_a_return_of_which_more_is_asked_is_left_and_the_others_are_taken(
    place: Path, tmp_path: Path
) -> None:
    folder = two_returns(place, tmp_path)
    asks = filled(folder / "r1.xlsx", {("9.2", "Status"): "complete?"})
    asks.replace(folder / "r1.xlsx")
    async with opened(place, (120, 36)) as sitting:
        await look_at(sitting, str(folder))
        await sitting.press("b")
        assert "1 question is open. Take the rest now, 1 update of" in sitting.screen
        await sitting.press("y")
        await sitting.press()
        assert action(place, "14.1").status is Status.COMPLETE
        assert action(place, "9.2").status is Status.OFF_TRACK


async def test_two_returns_that_say_different_things_leave_the_second_for_after(
    place: Path, tmp_path: Path
) -> None:
    led(place, "9.2")
    folder = tmp_path / "both"
    folder.mkdir()
    for number, word in enumerate(("At risk", "Complete"), start=1):
        a_return_of(place, tmp_path, {("9.2", "Status"): word, ("9.2", "Your update"): word}).rename(
            folder / f"r{number}.xlsx"
        )
    async with opened(place, (120, 36)) as sitting:
        await look_at(sitting, str(folder))
        assert "r1.xlsx and r2.xlsx say different things of 9.2" in sitting.screen
        assert "9.2 status: off track → at risk" in sitting.screen


async def test_an_empty_folder_is_told(place: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    async with opened(place) as sitting:
        await look_at(sitting, str(tmp_path / "none"))
        assert "holds no file that can be brought in" in sitting.screen
