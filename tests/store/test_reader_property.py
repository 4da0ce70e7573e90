"""The reader is held to the rule itself: whatever two people do, it reads what the fold says."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from invented_rows import EDITS, RETIRED, ROWS, living

from send_actions.changes.actions import add_action, retire_action, revise_action
from send_actions.changes.areas import add_area, judge_area, retire_area, revise_area
from send_actions.changes.evidence import add_evidence, revise_evidence
from send_actions.changes.plan import begin_plan, revise_plan
from send_actions.changes.undo import redo, undo
from send_actions.changes.updates import move_due_date, record_updates
from send_actions.domain.drafts import (
    ActionDraft,
    AreaDraft,
    DeadlineDraft,
    EvidenceDraft,
    OwnerDraft,
    UpdateDraft,
)
from send_actions.domain.history.change_text import FieldChange, describe_changes
from send_actions.domain.history.state import in_force, state
from send_actions.domain.plan import Action, Change, Due, Meeting, Plan
from send_actions.domain.plan.vocabulary import EvidenceKind, Heard, Impact, Precision, Status
from send_actions.domain.text import match_key
from send_actions.errors import SendActionsError
from send_actions.store.board_reader import read_journey
from send_actions.store.catching_up import caught_up, spoken_since
from send_actions.store.database import Store, create_store
from send_actions.store.history_reader import read_changes, read_changes_of, read_first_differences
from send_actions.store.reader import (
    open_reader,
    read_actions,
    read_bare,
    read_outline,
    read_plan,
    read_standing,
    read_timeline,
)
from send_actions.store.sqlite.engine import open_engine

FIRST = date(2026, 3, 1)
ACTORS = ("Ana", "Ben")
EXAMPLES = int(os.environ.get("SEND_ACTIONS_TEST_EXAMPLES", "60"))
"""Plans that the two make of the small one; a long run asks for some thousands."""

DATES = [FIRST + timedelta(days=days) for days in range(-2, 24, 3)]
BEGUN = 6
"""The record at which the two begin."""
DUES = [
    Due(date(2026, 3, 31), Precision.DAY, "31/03/2026"),
    Due(date(2026, 4, 30), Precision.MONTH, "April 2026"),
    Due(date(2026, 3, 31), Precision.MONTH, "March 2026"),
    Due(None, Precision.ONGOING, "Ongoing"),
    Due(None, Precision.UNCLEAR, "tbc"),
]

actors = st.sampled_from(ACTORS)
picks = st.sampled_from([0, 0, 1, 1, 2, 3, 5])
days_back = st.sampled_from([None, None, 0, 1, 1, 2, 5, 9])
titles = st.sampled_from(["", "Advice line", "Annual reviews", "=1+1", "[b]Short breaks"])
owners = st.none() | st.builds(
    OwnerDraft, role=st.sampled_from(["Head of SEND", "Therapies Lead"]), organisation=st.just("LA")
)
later_days = st.none() | st.integers(-5, 20).map(lambda days: FIRST + timedelta(days=days))
dues = st.sampled_from(DUES)
STATUSES = [Status.ON_TRACK, Status.AT_RISK, Status.OFF_TRACK, Status.COMPLETE]
updates = st.fixed_dictionaries(
    {"status": st.sampled_from([None, *STATUSES, Status.AT_RISK])},
    optional={
        "impact": st.sampled_from(Impact),
        "note": st.sampled_from(["Vacancy.", "Vacancy filled."]),
        "private_note": st.just("Between us."),
        "ask": st.sampled_from(["Two officers.", "A decision on costs."]),
        "path": st.sampled_from(["Agency cover.", "Second wave."]),
        "path_by": later_days,
        "look_again": later_days,
        "proof": st.just("Audit of ten files."),
        "impact_shown_by": st.just("Parents' survey."),
        "no_change": st.booleans(),
        "heard": st.sampled_from(Heard),
    },
)
action_wording = st.fixed_dictionaries(
    {},
    optional={
        "ref": st.sampled_from(["1.1", "1.2", "2.1", "2.10"]),
        "area_id": st.integers(1, 3),
        "title": titles,
        "lead": owners,
        "sro": owners,
        "start": later_days,
        "exempt": st.booleans(),
        "partners": st.sampled_from(["", "ICB; PCF"]),
    },
)
area_wording = st.fixed_dictionaries(
    {},
    optional={
        "number": st.sampled_from(["1", "2", "3"]),
        "title": titles,
        "lead": owners,
        "theme": st.sampled_from(["", "Identify"]),
        "exempt": st.booleans(),
    },
)
plan_wording = st.fixed_dictionaries(
    {},
    optional={
        "title": titles,
        "main_series": st.sampled_from(["Board", "Executive"]),
        "today": st.sampled_from([None, FIRST]),
        "signs_off_from": later_days,
    },
)


class TwoPeopleChangeOnePlan(RuleBasedStateMachine):
    """Ana and Ben change one plan in a real file; after each step the reader must say what the fold says."""

    place: Path
    store: Store
    begun: bytes
    patched = 0
    """How many plans were brought up to date in place of being read."""

    def __init__(self) -> None:
        super().__init__()
        self.place.write_bytes(self.begun)
        self.reader = open_reader(self.place)
        self.changes = read_changes(self.reader)
        self.read_before: dict[date, Plan] = {}
        self.has_undone_all = False
        self.compared = (0, date.min)
        self.day = FIRST + timedelta(days=9)
        self.draws = itertools.count()

    def teardown(self) -> None:
        try:
            assert read_changes(self.reader) == self.changes
            self.compare_what_is_told()
            for record in range(len(self.changes) + 1):
                self.compare(FIRST + timedelta(days=(record * 5) % 23), record)
            for days in range(0, 24, 4):
                self.compare(FIRST + timedelta(days=days), None)
            for record in {len(self.changes), len(self.changes) * 2 // 3}:
                self.compare_board_by_board(record)
        finally:
            self.reader.close()

    # What they do

    @rule(days=st.sampled_from([1, 1, 2, 3, -1, -2]))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(actor=actors, number=st.sampled_from(["1", "2", "3"]), title=titles, lead=owners, back=days_back)
    def add_area(
        self, actor: str, number: str, title: str, lead: OwnerDraft | None, back: int | None
    ) -> None:
        self.change(actor, add_area, AreaDraft(number, title or "Untitled", lead=lead), on=self.before(back))

    @rule(actor=actors, pick=picks, values=area_wording)
    def revise_area(self, actor: str, pick: int, values: dict[str, Any]) -> None:
        self.change(actor, revise_area, self.one_of("area", pick), values)

    @rule(actor=actors, pick=picks, back=days_back)
    def retire_area(self, actor: str, pick: int, back: int | None) -> None:
        self.change(actor, retire_area, self.one_of("area", pick), on=self.before(back))

    @rule(
        actor=actors,
        pick=picks,
        status=st.sampled_from(Status),
        reason=st.sampled_from(["", "Families say so."]),
        back=days_back,
    )
    def judge(self, actor: str, pick: int, status: Status, reason: str, back: int | None) -> None:
        self.change(actor, judge_area, self.one_of("area", pick), status, reason, on=self.before(back))

    @rule(
        actor=actors,
        area=picks,
        ref=st.sampled_from(["1.1", "1.2", "2.1", "2.10"]),
        lead=owners,
        status=st.none() | st.sampled_from(Status),
        due=st.none() | dues,
        back=days_back,
    )
    def add_action(  # noqa: PLR0917  hypothesis gives them by name
        self,
        actor: str,
        area: int,
        ref: str,
        lead: OwnerDraft | None,
        status: Status | None,
        due: Due | None,
        back: int | None,
    ) -> None:
        draft = ActionDraft(self.one_of("area", area), ref, f"Action {ref}", lead=lead)
        self.change(actor, add_action, draft, status=status, due=due, on=self.before(back))

    @rule(actor=actors, pick=picks, values=action_wording)
    def revise_action(self, actor: str, pick: int, values: dict[str, Any]) -> None:
        self.change(actor, revise_action, self.one_of("action", pick), values)

    @rule(actor=actors, pick=picks, back=days_back)
    def retire_action(self, actor: str, pick: int, back: int | None) -> None:
        self.change(actor, retire_action, self.one_of("action", pick), on=self.before(back))

    @rule(actor=actors, pick=picks, status=st.sampled_from(STATUSES), back=days_back)
    def set_status(self, actor: str, pick: int, status: Status, back: int | None) -> None:
        draft = UpdateDraft(self.one_of("action", pick), self.before(back), status)
        self.change(actor, record_updates, [draft])

    @rule(actor=actors, pick=picks, private=st.booleans(), said=updates, back=days_back)
    def note(self, actor: str, pick: int, private: bool, said: dict[str, Any], back: int | None) -> None:
        note = {"private_note": "Between us."} if private else {"note": "Interviews."}
        draft = UpdateDraft(self.one_of("action", pick), self.before(back), **said | note | {"status": None})
        self.change(actor, record_updates, [draft])

    @rule(
        actor=actors,
        picked=st.lists(picks, min_size=1, max_size=3),
        said=updates,
        meeting=st.none() | picks,
        back=days_back,
    )
    def say(
        self, actor: str, picked: list[int], said: dict[str, Any], meeting: int | None, back: int | None
    ) -> None:
        agreed = None if meeting is None else self.one_of("meeting", meeting)
        drafts = [
            UpdateDraft(self.one_of("action", pick), self.before(back), agreed_meeting_id=agreed, **said)
            for pick in picked
        ]
        self.change(actor, record_updates, drafts)

    @rule(actor=actors, pick=picks, due=dues, meeting=st.none() | picks, back=days_back)
    def move_due_date(self, actor: str, pick: int, due: Due, meeting: int | None, back: int | None) -> None:
        agreed = None if meeting is None else self.one_of("meeting", meeting)
        draft = DeadlineDraft(
            self.one_of("action", pick), due, self.before(back), "Why", agreed_meeting_id=agreed
        )
        self.change(actor, move_due_date, draft)

    @rule(actor=actors, pick=picks, to=picks, is_into_area=st.sampled_from([False, False, True]))
    def move_evidence(self, actor: str, pick: int, to: int, is_into_area: bool) -> None:
        """Move evidence of what is in the plan: only by that is it found."""
        within = {"as_at": "2099-01-01", "record": len(self.changes)}
        there = {
            noun: {None, *(row["id"] for row in self.reader.rows(noun, **within) if row["gone"] is None)}
            for noun in ("action", "area")
        }
        filed = [
            row["id"]
            for row in self.reader.rows("evidence", **within)
            if row["action_id"] in there["action"] and row["area_id"] in there["area"]
        ]
        if filed:
            noun = "area" if is_into_area else "action"
            meant = {"action_id": None, "area_id": None, f"{noun}_id": self.one_of(noun, to)}
            self.change(actor, revise_evidence, filed[pick % len(filed)], meant)

    @rule(actor=actors, values=plan_wording)
    def revise_plan(self, actor: str, values: dict[str, Any]) -> None:
        self.change(actor, revise_plan, values)

    @rule(actor=actors, noun=st.sampled_from(sorted(ROWS)), pick=picks, back=days_back)
    def add_row(self, actor: str, noun: str, pick: int, back: int | None) -> None:
        def add(store: Store, **by: Any) -> Change | None:
            with store.record(f"Add {noun}", **by) as recording:
                recording.insert(noun, [ROWS[noun](recording, pick, self.before(back) or self.day)])
            return recording.change

        self.change(actor, add)

    @rule(actor=actors, edit=st.sampled_from(EDITS), pick=picks)
    def edit_row(self, actor: str, edit: tuple[str, str, Any], pick: int) -> None:
        noun, name, value = edit

        def revise(store: Store, **by: Any) -> Change | None:
            with store.record(f"Revise {noun}", **by) as recording:
                recording.edit(noun, living(recording, noun, pick), {name: value})
            return recording.change

        self.change(actor, revise)

    @rule(actor=actors, noun=st.sampled_from(RETIRED), pick=picks, back=days_back)
    def retire_row(self, actor: str, noun: str, pick: int, back: int | None) -> None:
        def retire(store: Store, **by: Any) -> Change | None:
            with store.record(f"Retire {noun}", **by) as recording:
                recording.retire(noun, living(recording, noun, pick), self.before(back) or self.day)
            return recording.change

        self.change(actor, retire)

    @rule(actor=actors)
    def undo(self, actor: str) -> None:
        self.change(actor, undo)

    @rule(actor=actors, pick=st.integers(0, 20))
    def undo_one_named(self, actor: str, pick: int) -> None:
        self.change(actor, undo, change_id=self.changes[-1 - pick % len(self.changes)].id)

    @rule(actor=actors)
    def redo(self, actor: str) -> None:
        self.change(actor, redo)

    @precondition(lambda self: not self.has_undone_all and BEGUN + 3 < len(self.changes) < 30)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        """Undo all is the start and redo all is the end, unless a ref was meanwhile given to another.

        What came into force last is taken back first, a change that was brought back by its redo.
        """
        self.has_undone_all = True
        end = self.everything()
        standing, since = in_force(self.changes), _in_force_since(self.changes)
        begun = [change for change in standing if since[change.id] <= BEGUN]
        start = [replace(state(begun, day), record=0) for day in DATES]
        taken_back, refusals = 0, []
        for change in sorted(standing, key=lambda change: since[change.id], reverse=True)[: -len(begun)]:
            refused = self.change("Cleo", undo, change_id=change.id)
            taken_back += refused is None
            refusals += [refused] if refused else []
        assert all("in use again" in told or "'s until " in told for told in refusals), refusals
        if not refusals:
            assert self.everything() == start
        for _ in range(taken_back):
            assert self.change("Cleo", redo) is None
        assert self.everything() == end

    # What must hold

    @invariant()
    def records_are_gapless(self) -> None:
        assert [change.id for change in self.changes] == list(range(1, len(self.changes) + 1))

    @invariant()
    def the_reader_says_what_the_fold_says(self) -> None:
        """A step that was refused left every byte as it was, and so what was compared before."""
        latest = len(self.changes)
        if self.compared == (latest, self.day):
            return
        self.compared = (latest, self.day)
        draw = next(self.draws)
        self.compare(self.day, None)
        self.compare(FIRST + timedelta(days=draw * 7 % 23), latest - draw % (latest + 1))

    # How

    def change(self, actor: str, change: Callable[..., Change | None], *what: Any, **more: Any) -> str | None:
        """Do it: what was returned is what was recorded, and nothing is written when it is refused."""
        before = self.place.read_bytes()
        at = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)
        try:
            made = change(self.store, *what, **more, actor=actor, at=at, day=self.day)
            refusal = None
        except SendActionsError as refused:
            made, refusal = None, str(refused)
        if made is None:
            assert self.place.read_bytes() == before
        else:
            assert read_changes(self.reader, since=len(self.changes)) == [made]
            self.changes.append(made)
            self.catch_up()
        assert "constraint" not in (refusal or "")
        return refusal

    def catch_up(self) -> None:
        """The plans that were read before are brought up to date as a whole read would have it."""
        for as_at in (self.day, DATES[len(self.changes) % len(DATES)]):
            plan = self.read_before.get(as_at)
            changes = spoken_since(self.reader, plan) if plan else None
            whole = read_plan(self.reader, as_at)
            if plan and changes:
                patched = caught_up(self.reader, plan, changes)
                type(self).patched += 1
                assert patched == whole
                assert [a.version for a in patched.actions] == [a.version for a in whole.actions]
            self.read_before[as_at] = whole

    def compare(self, as_at: date, record: int | None) -> None:
        plan = read_plan(self.reader, as_at, record)
        folded = state(self.changes, as_at, record)
        assert plan == folded, (as_at, record)
        standing = read_standing(self.reader, as_at, record)
        assert [_standing(a) for a in standing.actions] == [_standing(a) for a in folded.actions]
        assert (standing.areas, standing.meetings) == (folded.areas, folded.meetings)
        outline = read_outline(self.reader, as_at, record)
        assert set(map(_outlined, outline.actions)) == set(map(_outlined, folded.actions))
        assert len(outline.actions) == len(folded.actions)
        assert (outline.areas, outline.meetings) == (folded.areas, folded.meetings)
        statuses = read_outline(self.reader, as_at, record, of_actions="statuses")
        assert statuses.statuses == folded.statuses
        assert statuses.areas == folded.areas
        for wanted in (set(), {as_at.day % 5}, {1, 2}, {action.ref for action in folded.actions[:1]}):
            some = read_actions(self.reader, as_at, record, chosen=_among(wanted))
            assert some == _with_only(wanted, folded), (as_at, record, wanted)
            assert [a.version for a in some.actions] == [a.version for a in plan.actions if a in some.actions]
        bare = read_bare(self.reader, as_at, record)
        assert (bare.title, bare.legend, bare.today) == (folded.title, folded.legend, folded.today)
        for action in plan.actions:
            assert plan.area_of(action) is not None
        assert len({match_key(action.ref) for action in plan.actions}) == len(plan.actions)
        assert len({match_key(area.number) for area in plan.areas}) == len(plan.areas)
        if plan.actions:
            action = plan.actions[as_at.day % len(plan.actions)]
            timeline = read_timeline(self.reader, action.id, as_at, record)
            updates, deadlines = _folded_timeline(self.changes, action.id, as_at, record)
            assert [(u.on, u.id, u.status, u.note, u.change_id, u.actor) for u in timeline.updates] == updates
            assert [(d.on, d.id, d.due.text, d.change_id, d.actor) for d in timeline.deadlines] == deadlines

    def compare_board_by_board(self, record: int) -> None:
        """One fold over all days says of each what a whole read of that day says."""
        last = read_plan(self.reader, DATES[-1], record)
        boards = tuple(Meeting(place, on, last.main_series) for place, on in enumerate(DATES))
        journey = read_journey(self.reader, replace(last, meetings=boards))
        assert [plan.as_at for plan in journey.plans] == DATES
        for stood in journey.plans:
            whole = read_plan(self.reader, stood.as_at, record)
            assert list(map(_stood, stood.actions)) == list(map(_stood, whole.actions)), (stood.as_at, record)
            areas = tuple(replace(area, lead=None) for area in whole.areas)
            assert stood.areas == areas, (stood.as_at, record)
            for area in areas:
                judged = [said for said in journey.judged.get(area.id, ()) if said.on <= stood.as_at]
                last_said = (judged[-1].on, judged[-1].status, judged[-1].reason) if judged else None
                own = area.judgement
                assert (own and (own.on, own.status, own.reason)) == last_said

    def compare_what_is_told(self) -> None:
        """Of one action, and of the first of each change, the same is told as of everything."""
        whole = describe_changes(self.changes)
        ids = [row["id"] for row in self.reader.rows("action", as_at="2099-01-01", record=len(self.changes))]
        for action_id in ids:
            told = describe_changes(read_changes_of(self.reader, action_id))
            assert _of_action(told, action_id) == _of_action(whole, action_id), action_id
        for most in (1, 2, 5):
            changes, sizes = read_first_differences(self.reader, most)
            for record, fields in describe_changes(changes, most).items():
                assert fields == whole[record][: len(fields)], (record, most)
                assert record not in sizes or sizes[record].differences == len(
                    self.changes[record - 1].differences
                )

    def everything(self) -> list[Plan]:
        """The plan as at many dates, apart from its record number."""
        return [replace(read_plan(self.reader, as_at), record=0) for as_at in DATES]

    def before(self, back: int | None) -> date | None:
        return None if back is None else self.day - timedelta(days=back)

    def one_of(self, noun: str, pick: int) -> int:
        """The id of a row, most often one that is there; what never was is refused."""
        ids = [row["id"] for row in self.reader.rows(noun, as_at="2099-01-01", record=len(self.changes))]
        return int(ids[pick % len(ids)]) if ids and pick < 5 else pick


def _of_action(
    told: dict[int, tuple[FieldChange, ...]], action_id: int
) -> dict[int, tuple[FieldChange, ...]]:
    """What changes did to one action."""
    return {record: tuple(f for f in fields if f.is_of(action_id)) for record, fields in told.items()}


def _in_force_since(changes: list[Change]) -> dict[int, int]:
    """The record that brought each change into force last: its own, or that of its redo."""
    since: dict[int, int] = {}
    taken_back: dict[int, int] = {}
    for change in changes:
        if change.undoes is None:
            since[change.id] = change.id
        elif change.undoes in taken_back:
            since[taken_back[change.undoes]] = change.id
        else:
            taken_back[change.id] = change.undoes
    return since


def _among(wanted: set[Any]) -> Callable[[Mapping[str, Any]], bool]:
    """Choose the actions of some ids or refs."""
    return lambda row: not wanted.isdisjoint((row["id"], row["ref"]))


def _with_only(wanted: set[Any], plan: Plan) -> Plan:
    """A plan with only the actions of some ids or refs, and those that they depend on."""
    own = [action for action in plan.actions if not wanted.isdisjoint((action.id, action.ref))]
    ids = {action.id for action in own}.union(*(action.depends_on for action in own))
    return replace(plan, actions=tuple(action for action in plan.actions if action.id in ids))


def _standing(action: Action) -> tuple[Any, ...]:
    """What a later state is compared with."""
    said = action.status, action.impact, action.due
    return action.id, action.area_id, action.ref, action.title, action.lead, *said


def _outlined(action: Action) -> tuple[Any, ...]:
    """What the first frame of a large plan shows."""
    said = action.status, action.due, action.updated_on, action.exempt
    return action.id, action.area_id, action.ref, action.title, action.lead, *said


def _stood(action: Action) -> tuple[Any, ...]:
    """What a journey shows of an action."""
    said = action.status, action.due, action.exempt
    return action.id, action.area_id, action.ref, action.title, *said


@pytest.fixture(scope="module", autouse=True)
def small_plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The small plan, made by somebody else, from which each example begins; changes need not last."""
    place = tmp_path_factory.mktemp("property") / "plan.db"
    by: dict[str, Any] = {"actor": "Cleo", "at": datetime(2026, 3, 1, 9, tzinfo=UTC), "day": FIRST}
    with create_store(place) as store:
        begin_plan(store, title="Plan", partnership="Sample partnership", main_series="Board", **by)
        add_area(store, AreaDraft("1", "Therapies"), **by)
        add_area(store, AreaDraft("2", "Preparing for adulthood"), **by)
        add_action(store, ActionDraft(1, "1.1", "Advice line"), **by)
        add_action(store, ActionDraft(1, "1.2", "Waiting times"), due=DUES[0], **by)
        add_evidence(store, EvidenceDraft(EvidenceKind.DATA, "Caseload report", action_id=1), **by)
    machine = TwoPeopleChangeOnePlan
    machine.place, machine.begun = place, place.read_bytes()
    machine.store = Store(open_engine(place, durable=False), place)
    yield
    machine.store.close()
    assert machine.patched


def _folded_timeline(
    changes: list[Change], action_id: int, as_at: date, record: int | None
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """What was said of one action, newest first, straight from the changes in force."""
    known = in_force([change for change in changes if record is None or change.id <= record])
    updates, deadlines = [], []
    for change in known:
        for told in change.differences:
            row = told.after
            if told.field is not None or told.noun not in ("progress_update", "deadline"):
                continue
            on = date.fromisoformat(row["on"])
            if row["action_id"] == action_id and on <= as_at:
                who = (change.id, change.actor)
                if told.noun == "deadline":
                    deadlines.append((on, told.row_id, row["text"], *who))
                else:
                    updates.append((on, told.row_id, row["status"], row["note"], *who))
    return sorted(updates, reverse=True, key=_by_on), sorted(deadlines, reverse=True, key=_by_on)


def _by_on(said: tuple[Any, ...]) -> tuple[date, int]:
    return said[0], said[1]


TestTheReader = TwoPeopleChangeOnePlan.TestCase
TestTheReader.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_what_was_brought_back_last_is_taken_back_first() -> None:
    """A due date said between a retirement's undo and its redo can come back only before that redo."""
    two = TwoPeopleChangeOnePlan()
    two.retire_action(actor="Ana", pick=0, back=None)
    two.undo(actor="Ana")
    two.move_due_date(actor="Ben", pick=0, due=DUES[0], meeting=None, back=None)
    two.redo(actor="Ana")
    two.undo_all_and_redo_all()
    refs = [action.ref for action in read_plan(two.reader, two.day).actions]
    two.teardown()

    assert two.has_undone_all
    assert refs == ["1.2"]


def test_evidence_that_went_from_action_to_action_is_told_of_both() -> None:
    """A move, what was said on either side of it, and its undo after which it is the first one's again."""
    two = TwoPeopleChangeOnePlan()
    two.edit_row(actor="Ana", edit=("evidence", "exempt", True), pick=0)
    two.move_evidence(actor="Ana", pick=0, to=1, is_into_area=False)
    two.edit_row(actor="Ben", edit=("evidence", "on", date(2026, 3, 5)), pick=0)
    two.move_evidence(actor="Ben", pick=0, to=1, is_into_area=True)
    two.undo(actor="Ben")
    two.undo_one_named(actor="Ana", pick=3)
    two.edit_row(actor="Ben", edit=("evidence", "exempt", False), pick=0)
    told = [
        [record for record, fields in _of_action(describe_changes(two.changes), id_).items() if fields]
        for id_ in (1, 2)
    ]
    two.teardown()

    assert [change.undoes for change in two.changes[-3:]] == [10, 8, None]
    assert [[record for record in records if record > BEGUN - 1] for records in told] == [
        [6, 7, 8, 12, 13],
        [8, 9, 10, 11, 12],
    ]


def test_notes_taken_back_in_any_order_are_told_alike() -> None:
    two = TwoPeopleChangeOnePlan()
    for _ in range(3):
        two.note(actor="Ana", pick=0, private=False, said={}, back=None)
    two.undo_one_named(actor="Ana", pick=1)
    two.undo_one_named(actor="Ana", pick=1)
    two.redo(actor="Ana")
    two.teardown()

    assert [change.label.partition(":")[0] for change in two.changes[-3:]] == ["Undo", "Undo", "Redo"]
