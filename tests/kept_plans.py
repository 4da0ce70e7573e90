"""Plans kept in real files, for tests of the store and of changes: invented people, say only what matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from send_actions.changes.actions import add_action, retire_action, revise_action
from send_actions.changes.areas import add_area, judge_area, retire_area, revise_area
from send_actions.changes.plan import begin_plan
from send_actions.changes.undo import redo, undo
from send_actions.changes.updates import move_due_date, record_update
from send_actions.domain.drafts import ActionDraft, AreaDraft, DeadlineDraft, UpdateDraft
from send_actions.domain.plan import Action, Area, Change, Due, Plan, Timeline
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.store.database import Store, create_store, open_store
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import open_reader, read_plan, read_timeline

AT = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 31)


def iso(text: str | date | None) -> date | None:
    """A date from ISO text; dates and None pass through."""
    return date.fromisoformat(text) if isinstance(text, str) else text


def due_on(text: str) -> Due:
    """A due date given to the day."""
    return Due(date.fromisoformat(text), Precision.DAY, text)


@dataclass
class KeptPlan:
    """A plan in a file, changed by Ana on 31 March 2026 unless a call says otherwise."""

    place: Path
    store: Store
    actor: str = "Ana"
    day: date = TODAY

    def by(self, actor: str | None = None, day: str | date | None = None) -> dict[str, Any]:
        """The keywords of a change: who, when and which day."""
        return {"actor": actor or self.actor, "at": AT, "day": iso(day) or self.day}

    def area(self, number: str = "9", *, on: str | None = None, **values: Any) -> Change:
        """Add an area."""
        who = self.by(values.pop("actor", None), values.pop("day", None))
        draft = AreaDraft(number, values.pop("title", f"Area {number}"), **values)
        return there(add_area(self.store, draft, on=iso(on), **who))

    def action(self, ref: str = "9.3", *, on: str | None = None, **values: Any) -> Change:
        """Add an action to the area of its ref's first part, on track unless a status is given."""
        who = self.by(values.pop("actor", None), values.pop("day", None))
        status, due = values.pop("status", Status.ON_TRACK), values.pop("due", None)
        area_id = values.pop("area_id", None) or self.find_area(ref.partition(".")[0]).id
        draft = ActionDraft(area_id, ref, values.pop("title", f"Action {ref}"), **values)
        due = due_on(due) if isinstance(due, str) else due
        return there(add_action(self.store, draft, status=status, due=due, on=iso(on), **who))

    def say(self, ref: str = "9.3", status: str | None = None, **said: Any) -> Change | None:
        """Say something of an action; None when that would alter nothing."""
        who = self.by(said.pop("actor", None), said.pop("day", None))
        expected = said.pop("expected_version", None)
        on = iso(said.pop("on", None))
        draft = UpdateDraft(self.find(ref).id, on, Status(status) if status else None, **said)
        return record_update(self.store, draft, expected_version=expected, **who)

    def move(self, ref: str, due: str, **said: Any) -> Change | None:
        """Move a due date."""
        who = self.by(said.pop("actor", None), said.pop("day", None))
        expected = said.pop("expected_version", None)
        on = iso(said.pop("on", None))
        draft = DeadlineDraft(self.find(ref).id, due_on(due), on, **said)
        return move_due_date(self.store, draft, expected_version=expected, **who)

    def revise(self, ref: str, /, *, actor: str | None = None, **values: Any) -> Change | None:
        """Change an action's wording."""
        expected = values.pop("expected_version", None)
        day = values.pop("day", None)
        return revise_action(
            self.store, self.find(ref).id, values, expected_version=expected, **self.by(actor, day)
        )

    def revise_area(self, number: str, /, *, actor: str | None = None, **values: Any) -> Change | None:
        """Change an area's wording."""
        return revise_area(self.store, self.find_area(number).id, values, **self.by(actor))

    def judge(self, number: str, status: str, reason: str = "", on: str | None = None) -> Change | None:
        """Say the lead's own judgement."""
        area_id = self.find_area(number).id
        return judge_area(self.store, area_id, Status(status), reason, on=iso(on), **self.by())

    def retire(self, ref: str, *, on: str | None = None, actor: str | None = None) -> Change:
        """Take an action out of the plan."""
        return there(retire_action(self.store, self.find(ref).id, on=iso(on), **self.by(actor)))

    def retire_area(self, number: str, *, on: str | None = None, actor: str | None = None) -> Change:
        """Take an area out of the plan."""
        return there(retire_area(self.store, self.find_area(number).id, on=iso(on), **self.by(actor)))

    def insert(self, noun: str, *, actor: str | None = None, **row: Any) -> int:
        """Add a row of a noun that this test needs, as one change; return its id."""
        with self.store.record(f"Add {noun}", **self.by(actor)) as recording:
            return recording.insert(noun, [row])[0]

    def undo(self, change: Change | None = None, *, actor: str | None = None) -> Change:
        """Take back the newest change, or the one given."""
        return undo(self.store, change_id=change.id if change else None, **self.by(actor))

    def redo(self, *, actor: str | None = None) -> Change:
        """Bring back what was taken back last."""
        return redo(self.store, **self.by(actor))

    def plan(self, as_at: str | date | None = None, record: int | None = None) -> Plan:
        """The plan as at a date, today unless given, read from the file anew."""
        reading = open_reader(self.place)
        try:
            return read_plan(reading, iso(as_at) or self.day, record)
        finally:
            reading.close()

    def find(self, ref: str, as_at: str | date | None = None, record: int | None = None) -> Action:
        """The action of a ref."""
        return next(action for action in self.plan(as_at, record).actions if action.ref == ref)

    def find_area(self, number: str) -> Area:
        """The area of a number."""
        return next(area for area in self.plan().areas if area.number == number)

    def timeline(self, ref: str = "9.3", as_at: str | date | None = None) -> Timeline:
        """The past of an action, newest first."""
        action_id = self.find(ref).id
        reading = open_reader(self.place)
        try:
            return read_timeline(reading, action_id, iso(as_at) or self.day)
        finally:
            reading.close()

    def changes(self) -> list[Change]:
        """Every change, oldest first."""
        reading = open_reader(self.place)
        try:
            return read_changes(reading)
        finally:
            reading.close()


def there(change: Change | None) -> Change:
    """A change that must have been written."""
    assert change is not None
    return change


def a_kept_plan(folder: Path, *refs: str, name: str = "plan.db", on: str = "2026-01-05") -> KeptPlan:
    """Make a plan in a file with actions of these refs, on track since 5 January 2026, and their areas."""
    place = folder / name
    with create_store(place) as store:
        kept = KeptPlan(place, store)
        there(
            begin_plan(
                store,
                title="SEND improvement plan",
                partnership="Sample partnership",
                main_series="Board",
                **kept.by(),
            )
        )
    kept.store = open_store(place)
    for number in dict.fromkeys(ref.partition(".")[0] for ref in refs):
        kept.area(number, on=on)
    for ref in refs:
        kept.action(ref, on=on)
    return kept
