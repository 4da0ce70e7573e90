"""Bring a file into the plan as one change: what it says already is left alone, so twice changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from send_actions.changes.checking import dated
from send_actions.changes.owners import Owners
from send_actions.domain.nouns import Action, Change, Due
from send_actions.errors import SendActionsError
from send_actions.importers.lines import ActionLine, AreaLine, PlanLines
from send_actions.store.database import Store
from send_actions.store.reader import read_plan
from send_actions.store.recording import Recording


def import_lines(
    store: Store,
    lines: PlanLines,
    *,
    name: str,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
) -> Change | None:
    """Write what the lines say and the plan does not; None when it says all of it already.

    What is dated (status, impact, due, existence) is compared with the plan as at `on`, wording with today's.
    Raises SendActionsError while the file has open questions; nothing is written then.
    """
    if lines.questions:
        raise SendActionsError(
            f"{len(lines.questions)} questions are open, the first at {lines.questions[0]}"
        )
    spoken_of = dated(on, day)
    with store.record("", actor=actor, at=at, day=day) as recording:
        importing = _Import(recording, spoken_of)
        importing.take_areas(lines.areas)
        importing.take_actions(lines.actions)
        recording.label = f"Import {name}: {importing.tally()}"
    return recording.change


class _Import:
    """One import within its change."""

    def __init__(self, recording: Recording, on: date) -> None:
        self._recording = recording
        self._on = on
        self._owners = Owners(recording)
        self._areas = {row["number"]: row for row in recording.living("area")}
        self._actions = {row["ref"]: row for row in recording.living("action")}
        plan = read_plan(recording.reading, on, recording.id)
        self._then = plan.actions_by_id
        self._said_then = _by_action(recording.living("progress_update", on=on))
        self._due_then = _by_action(recording.living("deadline", on=on))
        self._counts: dict[str, int] = defaultdict(int)

    def take_areas(self, lines: Sequence[AreaLine]) -> None:
        """Add the areas that are not there, and revise the others."""
        for line in lines:
            lead_id = self._owners.id_of(line.lead)
            said = {"title": line.title, "theme": line.theme, "lead_id": lead_id}
            wording = {name: value for name, value in said.items() if value is not None}
            row = self._areas.get(line.number)
            if row is not None:
                self._revise("area", row, wording)
            elif not line.title:
                raise SendActionsError(
                    f"Area {line.number} is new and has no title: add a column area_title."
                )
            else:
                values = {"on": self._on, "number": line.number, **wording}
                row_id = self._recording.insert("area", [values])[0]
                self._areas[line.number] = {"id": row_id, **values}
                self._counts["new area"] += 1

    def take_actions(self, lines: Sequence[ActionLine]) -> None:
        """Add the actions that are not there, revise the others, and say what was not said by then."""
        new = [line for line in lines if line.ref not in self._actions]
        ids = self._recording.insert(
            "action", [{"on": self._on, "ref": line.ref, **self._wording(line)} for line in new]
        )
        self._counts["new action"] += len(ids)
        id_of = dict(zip((line.ref for line in new), ids, strict=True))
        for line in lines:
            row = self._actions.get(line.ref)
            if row is not None:
                id_of[line.ref] = row["id"]
                self._revise("action", row, self._wording(line))
        updates = [row for line in lines if (row := self._unsaid(line, id_of[line.ref]))]
        deadlines = [row for line in lines if (row := self._undated(line, id_of[line.ref]))]
        self._recording.insert("progress_update", updates)
        self._recording.insert("deadline", deadlines)
        self._counts["update"] += len(updates)
        self._counts["due date"] += len(deadlines)
        known = {row["id"] for row in self._actions.values()}
        for row in (*updates, *deadlines):
            if row["action_id"] in known:
                self._recording.touch("action", row["action_id"])

    def tally(self) -> str:
        """Say what was brought in, such as "18 new areas, 78 new actions"."""
        parts = [f"{count} {name}{'s' if count > 1 else ''}" for name, count in self._counts.items() if count]
        return ", ".join(parts) or "nothing new"

    def _revise(self, noun: str, row: Mapping[str, Any], wording: Mapping[str, Any]) -> None:
        differing = {name: value for name, value in wording.items() if row[name] != value}
        if differing and self._recording.edit(noun, row["id"], differing):
            self._counts[f"revised {noun}"] += 1

    def _wording(self, line: ActionLine) -> dict[str, Any]:
        said = {
            "title": line.title,
            "area_id": self._areas[line.area_number]["id"],
            "success_measure": line.success_measure,
            "lead_id": self._owners.id_of(line.lead),
            "partners": line.partners,
            "start": line.start,
        }
        return {name: value for name, value in said.items() if value is not None}

    def _unsaid(self, line: ActionLine, action_id: int) -> dict[str, Any] | None:
        """Return the update that says what the plan did not say on the date."""
        then = self._then.get(action_id)
        said_on_the_day = self._said_then.get(action_id, [])
        said = {}
        for name, value in (("status", line.status), ("impact", line.impact)):
            is_said = then is not None and getattr(then, name) is value
            if value is not None and not is_said and not any(row[name] == value for row in said_on_the_day):
                said[name] = value
        return {"action_id": action_id, "on": self._on, **said} if said else None

    def _undated(self, line: ActionLine, action_id: int) -> dict[str, Any] | None:
        """Return the deadline that the plan did not have on the date."""
        due = line.due
        if due is None or _is_due(self._then.get(action_id), due):
            return None
        wanted = (due.on, due.precision)
        if any((row["due"], row["precision"]) == wanted for row in self._due_then.get(action_id, [])):
            return None
        return {
            "action_id": action_id,
            "on": self._on,
            "due": due.on,
            "precision": due.precision,
            "text": due.text,
        }


def _is_due(then: Action | None, due: Due) -> bool:
    known = then.due if then else None
    if known is None or (known.on, known.precision) != (due.on, due.precision):
        return False
    return due.on is not None or known.text == due.text


def _by_action(rows: Sequence[Mapping[str, Any]]) -> dict[int, list[Mapping[str, Any]]]:
    groups: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["action_id"]].append(row)
    return groups
