"""A ref stands for one action on every day, and a number for one area, whatever is done in which order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from kept_plans import AT, KeptPlan, a_kept_plan, there

from send_actions.changes.actions import add_action, retire_action, revise_action
from send_actions.changes.areas import add_area, retire_area, revise_area
from send_actions.changes.imports import import_lines
from send_actions.changes.undo import redo, undo
from send_actions.changes.updates import record_update
from send_actions.domain.drafts import ActionDraft, AreaDraft, UpdateDraft
from send_actions.domain.history.state import state
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import match_key
from send_actions.errors import SendActionsError
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines
from send_actions.store.database import Store
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader, read_plan
from send_actions.store.sqlite.engine import open_engine

UNTIL = r"The ref 9\.3 was another action's until 20 March 2026: "


@pytest.fixture
def renamed(kept: KeptPlan) -> KeptPlan:
    """What was 9.3 from January on is 9.9 from 20 March."""
    kept.revise("9.3", ref="9.9", day="2026-03-20")
    return kept


def test_a_ref_given_up_is_free_from_that_day_and_not_before(renamed: KeptPlan) -> None:
    with pytest.raises(SendActionsError, match=UNTIL + "give a later date, or another ref"):
        renamed.action("9.3", on="2026-03-19")

    renamed.action("9.3", title="Another", on="2026-03-20")

    assert renamed.find("9.3", as_at="2026-03-19").title == "Action 9.3"
    assert renamed.find("9.3", as_at="2026-03-20").title == "Another"


def test_an_update_puts_no_action_where_its_ref_was_another_s(renamed: KeptPlan) -> None:
    renamed.action("9.3", on="2026-03-20")

    with pytest.raises(SendActionsError, match=UNTIL + "give a later date"):
        renamed.say("9.3", "at-risk", on="2026-03-19")


def test_an_action_is_not_renamed_to_a_ref_that_was_another_s_on_its_days(kept: KeptPlan) -> None:
    kept.revise("9.3", ref="9.9", day="2026-03-20")

    with pytest.raises(SendActionsError, match=UNTIL + "give this one another ref"):
        kept.revise("9.4", ref="9.3", day="2026-03-18")
    assert kept.revise("9.4", ref="9.3", day="2026-03-20")


def test_a_file_brings_in_no_ref_for_a_day_when_it_was_another_s(renamed: KeptPlan) -> None:
    lines = PlanLines(actions=(ActionLine("9.3", "9", "Another"),))

    with pytest.raises(SendActionsError, match=UNTIL + "give a later date with --on"):
        import_lines(renamed.store, lines, name="plan.csv", on=date(2026, 3, 19), **renamed.by())
    assert import_lines(renamed.store, lines, name="plan.csv", on=date(2026, 3, 20), **renamed.by())


def test_a_rename_is_not_taken_back_over_another_s_days(kept: KeptPlan) -> None:
    rename = there(kept.revise("9.3", ref="9.9", day="2026-03-20"))
    kept.action("9.3", on="2026-03-22", actor="Ben")
    kept.retire("9.3", on="2026-03-25", actor="Ben")

    with pytest.raises(
        SendActionsError, match=r"^“Revise 9\.3: ref” cannot be taken back: the ref 9\.3 .* 25 March 2026"
    ):
        kept.undo(rename)


def test_what_was_taken_back_is_not_brought_back_over_another_s_days(kept: KeptPlan) -> None:
    kept.action("9.5", on="2026-03-22")
    kept.undo()
    kept.action("9.5", on="2026-03-20", actor="Ben")
    kept.revise("9.5", ref="9.6", actor="Ben", day="2026-03-24")

    with pytest.raises(
        SendActionsError, match=r"^“Add 9\.5” cannot be brought back: the ref 9\.5 .* 24 March"
    ):
        kept.redo()


def test_a_number_stands_for_one_area_on_every_day(kept: KeptPlan) -> None:
    revise_area(kept.store, kept.find_area("12").id, {"number": "13"}, **kept.by(day="2026-03-20"))
    lines = PlanLines(areas=(AreaLine("12", "Another"),))
    until = r"The number 12 was another area's until 20 March 2026: "

    with pytest.raises(SendActionsError, match=until + "give a later date, or another number"):
        kept.area("12", on="2026-03-19")
    with pytest.raises(SendActionsError, match=until):
        import_lines(kept.store, lines, name="plan.csv", on=date(2026, 3, 19), **kept.by())
    with pytest.raises(SendActionsError, match=until + "give this one another number"):
        revise_area(kept.store, kept.find_area("9").id, {"number": "12"}, **kept.by(day="2026-03-19"))
    assert kept.area("12", on="2026-03-20")


def test_a_retired_area_keeps_its_number_as_long_as_an_action_was_in_it(kept: KeptPlan) -> None:
    kept.retire("12.1", on="2026-03-20")
    kept.retire_area("12", on="2026-03-10")

    with pytest.raises(SendActionsError, match="The number 12 was another area's until 20 March 2026"):
        kept.area("12", on="2026-03-15")


def test_a_move_is_not_taken_back_into_an_area_whose_number_is_another_s_now(kept: KeptPlan) -> None:
    moved = there(kept.revise("12.1", area_id=kept.find_area("9").id))
    kept.retire_area("12")
    kept.area("12", title="Another")

    with pytest.raises(SendActionsError) as refused:
        kept.undo(moved)
    why = "the number 12 is another area's: it would stand for two."
    assert str(refused.value) == f"“Revise 12.1: area” cannot be taken back: {why}"


def test_an_update_brings_no_area_back_to_days_when_its_number_was_another_s(kept: KeptPlan) -> None:
    revise_area(kept.store, kept.find_area("12").id, {"number": "13"}, **kept.by(day="2026-03-20"))
    kept.area("12", on="2026-03-20")
    kept.action("12.2", on="2026-03-25")

    with pytest.raises(SendActionsError, match="The number 12 was another area's until 20 March 2026"):
        kept.say("12.2", "at-risk", on="2026-03-10")


def test_what_shares_a_ref_already_hinders_nothing_else(kept: KeptPlan) -> None:
    kept.revise("9.3", ref="9.9", day="2026-03-20")
    kept.insert("action", ref="9.3", title="Made elsewhere", area_id=1, on=date(2026, 3, 1))

    kept.action("9.5", on="2026-03-20")
    kept.say("9.4", "at-risk", on="2026-03-10")
    kept.revise("9.5", ref="9.6", day="2026-03-25")

    with pytest.raises(SendActionsError, match=r"The ref 9\.5 was another action's until 25 March 2026"):
        kept.action("9.5", on="2026-03-24")


# Whatever is done

FIRST = date(2026, 3, 1)
DAYS = [FIRST + timedelta(days=days) for days in range(-12, 40)]
REFS = ["1.1", "1.2", "1. 2", "2.1"]
NUMBERS = ["1", "2", "3"]

backs = st.sampled_from([None, None, 1, 3, 6, 10])
picks = st.integers(0, 4)


class NamesOnEveryDay(RuleBasedStateMachine):
    """Adds, renames, moves, retires and takes back, on days that mostly pass."""

    place: Path
    store: Store
    begun: bytes

    def __init__(self) -> None:
        super().__init__()
        self.place.write_bytes(self.begun)
        self.day = FIRST + timedelta(days=5)
        self.records = 0

    @rule(days=st.sampled_from([1, 2, 4, -2]))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(ref=st.sampled_from(REFS), area=picks, back=backs)
    def add(self, ref: str, area: int, back: int | None) -> None:
        draft = ActionDraft(self.one_of("area", area), ref, "Work")
        self.change(add_action, draft, on=self.before(back))

    @rule(number=st.sampled_from(NUMBERS), back=backs)
    def add_area(self, number: str, back: int | None) -> None:
        self.change(add_area, AreaDraft(number, "Area"), on=self.before(back))

    @rule(pick=picks, ref=st.sampled_from(REFS))
    def rename(self, pick: int, ref: str) -> None:
        self.change(revise_action, self.one_of("action", pick), {"ref": ref})

    @rule(pick=picks, area=picks)
    def move(self, pick: int, area: int) -> None:
        self.change(revise_action, self.one_of("action", pick), {"area_id": self.one_of("area", area)})

    @rule(pick=picks, number=st.sampled_from(NUMBERS))
    def renumber(self, pick: int, number: str) -> None:
        self.change(revise_area, self.one_of("area", pick), {"number": number})

    @rule(pick=picks, back=backs)
    def retire(self, pick: int, back: int | None) -> None:
        self.change(retire_action, self.one_of("action", pick), on=self.before(back))

    @rule(pick=picks, back=backs)
    def retire_area(self, pick: int, back: int | None) -> None:
        self.change(retire_area, self.one_of("area", pick), on=self.before(back))

    @rule(pick=picks, back=backs)
    def say_late(self, pick: int, back: int | None) -> None:
        draft = UpdateDraft(self.one_of("action", pick), self.before(back), Status.AT_RISK)
        self.change(record_update, draft)

    @rule(ref=st.sampled_from(REFS), number=st.sampled_from(NUMBERS), back=backs)
    def bring_in(self, ref: str, number: str, back: int | None) -> None:
        lines = PlanLines((AreaLine(number, "Area"),), (ActionLine(ref, number, "Work"),))
        self.change(import_lines, lines, name="plan.csv", on=self.before(back))

    @rule(pick=picks)
    def undo_one(self, pick: int) -> None:
        records = [change.id for change in self.changes() if change.undoes is None]
        self.change(undo, change_id=records[-1 - pick % len(records)])

    @rule()
    def redo(self) -> None:
        self.change(redo)

    @invariant()
    def every_name_stands_for_one_thing_on_every_day(self) -> None:
        changes = self.changes()
        if len(changes) == self.records:
            return
        self.records = len(changes)
        reading = open_reader(self.place)
        try:
            for day in DAYS:
                plan = state(changes, day)
                for names in ([a.ref for a in plan.actions], [a.number for a in plan.areas]):
                    assert len({match_key(name) for name in names}) == len(names), (day, names)
            assert read_plan(reading, self.day) == state(changes, self.day)
        finally:
            reading.close()

    def change(self, change: Callable[..., Change | None], *what: Any, **more: Any) -> None:
        """Do it; what is refused for a name says which name it is and until when it was another's."""
        try:
            change(self.store, *what, **more, actor="Ana", at=AT, day=self.day)
        except SendActionsError as refusal:
            told = str(refusal)
            assert "constraint" not in told
            if "another action's" in told or "another area's" in told:
                name = r"he (ref|number) [\d. ]+ "
                assert re.search(
                    name + r"(was another (action|area)'s until \d|is another (action|area)'s:)", told
                )

    def changes(self) -> list[Change]:
        reading = open_reader(self.place)
        try:
            return read_changes(reading)
        finally:
            reading.close()

    def before(self, back: int | None) -> date | None:
        return None if back is None else self.day - timedelta(days=back)

    def one_of(self, noun: str, pick: int) -> int:
        reading = open_reader(self.place)
        try:
            ids = [row["id"] for row in reading.rows(noun, as_at="2099-01-01", record=len(self.changes()))]
        finally:
            reading.close()
        return int(ids[pick % len(ids)]) if ids else 1


@pytest.fixture(scope="module", autouse=True)
def a_small_plan(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The plan that each example begins from: actions 1.1 and 2.1; changes need not last."""
    kept = a_kept_plan(tmp_path_factory.mktemp("names"), "1.1", "2.1", on="2026-02-27")
    kept.store.close()
    machine = NamesOnEveryDay
    machine.place, machine.begun = kept.place, kept.place.read_bytes()
    machine.store = Store(open_engine(kept.place, durable=False), kept.place)
    yield
    machine.store.close()


TestNamesOnEveryDay = NamesOnEveryDay.TestCase
TestNamesOnEveryDay.settings = settings(
    max_examples=30,
    stateful_step_count=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
