"""The laws of time, each by its name: whatever two people say of a plan, in whatever order, they hold."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from send_actions.changes.actions import add_action, revise_action
from send_actions.changes.areas import add_area, judge_area
from send_actions.changes.meetings import add_meeting
from send_actions.changes.plan import begin_plan
from send_actions.changes.undo import redo, undo
from send_actions.changes.updates import move_due_date, record_update
from send_actions.domain.drafts import ActionDraft, AreaDraft, DeadlineDraft, MeetingDraft, UpdateDraft
from send_actions.domain.history.state import in_force, state
from send_actions.domain.plan import Change, Due, Plan
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.errors import SendActionsError, UsageError
from send_actions.papers.kinds import make_paper
from send_actions.papers.request import PaperRequest
from send_actions.reports.audience import Audience
from send_actions.reports.output import encode
from send_actions.store.database import Store, create_store
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import Reader, open_reader, read_plan
from send_actions.store.sqlite.engine import open_engine

EXAMPLES = int(os.environ.get("SEND_ACTIONS_TEST_EXAMPLES", "15"))
"""Histories for each law; a long run asks for some thousands."""

FIRST = date(2026, 3, 1)
ACTIONS, AREAS = (1, 2, 3), (1, 2)
DATES = [FIRST + timedelta(days=days) for days in range(-1, 32, 2)]

laws = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Deed:
    """One thing a person does: days after the one before, for a date some days back, of an action or area."""

    verb: str
    actor: str
    of: int
    words: Any
    wait: int
    back: int


def _deeds(verb: str, words: st.SearchStrategy[Any]) -> st.SearchStrategy[Deed]:
    return st.builds(
        Deed,
        st.just(verb),
        st.sampled_from(["Ana", "Ben"]),
        st.sampled_from(ACTIONS),
        words,
        st.sampled_from([0, 0, 1, 3]),
        st.sampled_from([0, 0, 1, 2, 5, 9]),
    )


statements = st.one_of(
    _deeds("set", st.tuples(st.sampled_from(Status), st.sampled_from(["", "Vacancy.", "Two left."]))),
    _deeds("note", st.sampled_from(["Interviews.", "Second wave."])),
    _deeds("confirm", st.just("")),
    _deeds("due", st.sampled_from([date(2026, 3, 31), date(2026, 4, 30), date(2026, 7, 31)])),
    _deeds("judge", st.sampled_from([Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK])),
)
wordings = _deeds("title", st.sampled_from(["Advice line", "Annual reviews", "[b]Short breaks"]))
any_deed = st.one_of(statements, wordings, _deeds("undo", st.none()), _deeds("redo", st.none()))
histories = st.lists(any_deed, min_size=1, max_size=14)


class Sitting:
    """A small plan in a real file, and the day on which the next deed is done."""

    place: Path
    begun: bytes
    store: Store

    def __init__(self) -> None:
        self.place.write_bytes(self.begun)
        self.day = FIRST + timedelta(days=9)
        self.reader: Reader = open_reader(self.place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.reader.close()

    def do(self, deed: Deed) -> Change | None:
        """Do it; None when it says nothing new or is refused."""
        self.day += timedelta(days=deed.wait)
        by: dict[str, Any] = {
            "actor": deed.actor,
            "at": datetime(2026, 3, 31, 9, 30, tzinfo=UTC),
            "day": self.day,
        }
        try:
            return DEEDS[deed.verb](self.store, deed, self.day - timedelta(days=deed.back), by)
        except SendActionsError:
            return None

    def plans(self) -> dict[date, Plan]:
        """The plan as at every date, apart from its record number."""
        return {day: replace(read_plan(self.reader, day), record=0) for day in DATES}

    def changes(self) -> list[Change]:
        """Every change so far, oldest first."""
        return read_changes(self.reader)

    def paper(self, as_at: date, record: int) -> bytes:
        """The board paper of (as at, record), byte for byte; of a plan that had nothing yet its refusal."""
        plan = read_plan(self.reader, as_at, record)
        try:
            paper = make_paper(self.reader, plan, PaperRequest("board", Audience.BOARD))
        except UsageError as refusal:
            return str(refusal).encode()
        return encode(paper, "markdown")


def _set(store: Store, deed: Deed, on: date, by: dict[str, Any]) -> Change | None:
    status, note = deed.words
    return record_update(store, UpdateDraft(deed.of, on, status, note=note), **by)


def _judge(store: Store, deed: Deed, on: date, by: dict[str, Any]) -> Change | None:
    return judge_area(store, AREAS[deed.of % 2], deed.words, "", on=on, **by)


def _due(store: Store, deed: Deed, on: date, by: dict[str, Any]) -> Change | None:
    due = Due(deed.words, Precision.DAY, deed.words.isoformat())
    return move_due_date(store, DeadlineDraft(deed.of, due, on, "Asked for"), **by)


DEEDS: dict[str, Callable[[Store, Deed, date, dict[str, Any]], Change | None]] = {
    "set": _set,
    "judge": _judge,
    "due": _due,
    "note": lambda store, deed, on, by: record_update(store, UpdateDraft(deed.of, on, note=deed.words), **by),
    "confirm": lambda store, deed, on, by: record_update(
        store, UpdateDraft(deed.of, on, no_change=True), **by
    ),
    "title": lambda store, deed, _, by: revise_action(store, deed.of, {"title": deed.words}, **by),
    "undo": lambda store, _deed, _, by: undo(store, **by),
    "redo": lambda store, _deed, _, by: redo(store, **by),
}


@pytest.fixture(scope="module", autouse=True)
def small_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Two areas, three actions and two boards, from which each history begins; changes need not last."""
    place = tmp_path_factory.mktemp("laws") / "plan.db"
    by: dict[str, Any] = {"actor": "Cleo", "at": datetime(2026, 3, 1, 9, tzinfo=UTC), "day": FIRST}
    with create_store(place) as store:
        begin_plan(store, title="Plan", partnership="Sample partnership", main_series="Board", **by)
        for number, title in (("1", "Therapies"), ("2", "Preparing for adulthood")):
            add_area(store, AreaDraft(number, title), **by)
        for area, ref in ((1, "1.1"), (1, "1.2"), (2, "2.1")):
            due = Due(date(2026, 3, 20), Precision.DAY, "20 March 2026")
            add_action(store, ActionDraft(area, ref, f"Action {ref}"), due=due, **by)
        for days in (6, 20):
            add_meeting(store, MeetingDraft(FIRST + timedelta(days=days)), **by)
    Sitting.place, Sitting.begun = place, place.read_bytes()
    Sitting.store = Store(open_engine(place, durable=False), place)
    yield
    Sitting.store.close()


@laws
@given(histories, histories, st.sampled_from(DATES))
def test_later_records_never_change_a_paper_at_a_date_and_record(
    earlier: list[Deed], later: list[Deed], as_at: date
) -> None:
    with Sitting() as sitting:
        for deed in earlier:
            sitting.do(deed)
        record = len(sitting.changes())
        paper = sitting.paper(as_at, record)
        for deed in later:
            sitting.do(deed)
        assert sitting.paper(as_at, record) == paper


@laws
@given(histories, statements)
def test_a_late_entry_changes_nothing_before_its_date(history: list[Deed], late: Deed) -> None:
    with Sitting() as sitting:
        for deed in history:
            sitting.do(deed)
        before = sitting.plans()
        sitting.do(late)
        on, after = sitting.day - timedelta(days=late.back), sitting.plans()
        earlier = [day for day in DATES if day < on]
        assert [after[day] for day in earlier] == [before[day] for day in earlier]


@laws
@given(histories, st.integers(0, 13))
def test_undo_is_the_history_without_that_change_at_every_date(history: list[Deed], which: int) -> None:
    with Sitting() as sitting:
        made = [change for deed in history if (change := sitting.do(deed)) and change.undoes is None]
        standing = {change.id for change in in_force(sitting.changes())}
        candidates = [change for change in made if change.id in standing]
        if not candidates:
            return
        change = candidates[which % len(candidates)]
        without = [one for one in in_force(sitting.changes()) if one.id != change.id]
        try:
            undo(sitting.store, change_id=change.id, actor="Cleo", at=change.at, day=sitting.day)
        except SendActionsError:
            return
        assert sitting.plans() == {day: replace(state(without, day), record=0) for day in DATES}


@laws
@given(histories, st.integers(0, 13))
def test_what_a_refused_undo_says_to_take_back_first_is_taken_back_in_that_order_and_then_it(
    history: list[Deed], which: int
) -> None:
    with Sitting() as sitting:
        made = [change for deed in history if (change := sitting.do(deed)) and change.undoes is None]
        standing = {change.id for change in in_force(sitting.changes())}
        candidates = [change.id for change in made if change.id in standing]
        if not candidates:
            return
        target = candidates[which % len(candidates)]
        by: dict[str, Any] = {"actor": "Cleo", "at": made[0].at, "day": sitting.day}
        try:
            undo(sitting.store, change_id=target, **by)
        except SendActionsError as refusal:
            _, _, way_out = str(refusal).rpartition(" (record ")
            named = re.findall(r"(?<=Take back )\d+|(?<=then )\d+|(?<=undo )\d+", way_out)
            assert named or "Too much was said since" in way_out or "Say it anew." in way_out
            for record in [*map(int, named), *([target] if named else [])]:
                undo(sitting.store, change_id=record, **by)


@laws
@given(histories, statements | wordings, statements | wordings)
def test_changes_of_disjoint_things_commute(history: list[Deed], one: Deed, other: Deed) -> None:
    one, other = replace(one, of=1, wait=0), replace(other, of=2, wait=0)
    ends = []
    for order in ((one, other), (other, one)):
        with Sitting() as sitting:
            for deed in (*history, *order):
                sitting.do(deed)
            ends.append(sitting.plans())
    assert ends[0] == ends[1]


@laws
@given(histories)
def test_today_is_the_fold_over_all_changes_and_what_sql_reads(history: list[Deed]) -> None:
    with Sitting() as sitting:
        for deed in history:
            sitting.do(deed)
        changes = sitting.changes()
        for day in (sitting.day, *DATES):
            assert read_plan(sitting.reader, day) == state(changes, day)
