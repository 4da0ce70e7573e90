"""Bring a file into the plan as one change: what it says already is left alone, so twice changes nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from send_actions.changes.names import one_name_each
from send_actions.changes.plan import Owners
from send_actions.changes.updates import deadline_row, was_said
from send_actions.changes.validation import list_refs, statement_date
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.history.state import is_same_due
from send_actions.domain.plan import Action, Change, Due
from send_actions.domain.text import match_key
from send_actions.errors import SendActionsError
from send_actions.importers.cell_text import is_echo
from send_actions.importers.kept import ANSWERS, LAST_FILE
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines
from send_actions.store.database import Store
from send_actions.store.reader import read_plan
from send_actions.store.recording import Recording

_SAID = ("status", "impact", "note", "ask")
SAID_AGAIN = "said again"
"""How an action is counted of which a file says what stood already."""


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

    The same file again, spoken of the same date or of none, is known by its digest and changes nothing, also
    after something else was said, but for what was answered otherwise, or of something newer. What is dated
    (status, impact, due, existence) is compared with the plan as at `on`, wording with today's. Raises
    SendActionsError while the file has open questions.
    """
    with store.record("", actor=actor, at=at, day=day) as recording:
        _import(recording, lines, name, on, day)
    return recording.change


def preview_import(
    store: Store,
    lines: PlanLines,
    *,
    name: str,
    on: date | None = None,
    actor: str,
    at: datetime,
    day: date,
    is_anew: bool = False,
) -> Change | None:
    """Return the change that an import would be, with its differences; nothing is written, nor kept.

    With `is_anew` it is what the change would be if the file had not been brought in before.
    """
    with suppress(_PreviewError), store.record("", actor=actor, at=at, day=day) as recording:
        _import(recording, lines, name, on, day, is_anew=is_anew)
        if not recording.is_empty:
            recording.finish()
        raise _PreviewError
    return recording.change


class _PreviewError(Exception):
    """Ends a preview, so that the database takes back all of it."""


def _import(
    recording: Recording,
    lines: PlanLines,
    name: str,
    on: date | None,
    day: date,
    *,
    is_anew: bool = False,
) -> None:
    if lines.questions:
        many = len(lines.questions)
        raise SendActionsError(
            f"{many} question{'s are' if many > 1 else ' is'} open, the first at {lines.questions[0]}"
        )
    stated_on, digest = statement_date(on, day), _digest(lines)
    known = [row for row in recording.rows_in_plan("imported_file") if on is None or row["on"] == on]
    if any(row["digest"] == digest for row in known) and not is_anew:
        return
    if lines.record is not None and lines.record != recording.id - 1:
        raise SendActionsError(f"The plan was changed while {name} was read: bring it in once more.")
    importing = _Import(recording, stated_on)
    is_again = any(_of_file(row["digest"]) == _of_file(digest) for row in known)
    said = lines.only_taken(importing.area_keys) if is_again and not is_anew else lines
    with one_name_each(recording, "give a later date with --on, or another"):
        importing.import_areas(said.areas)
        importing.import_actions(said.actions)
    recording.label = f"Import {name}: {importing.tally()}"
    if not recording.is_empty:
        recording.insert("imported_file", [{"on": stated_on, "name": name, "digest": digest}])
        last = json.dumps({"name": name, "refs": [line.ref for line in lines.actions]}, ensure_ascii=False)
        for what, kept in ((ANSWERS, lines.answers.to_json()), (LAST_FILE, last)):
            _keep(recording, what, kept)


def _keep(recording: Recording, what: str, text: str) -> None:
    """Keep something of the file for the next one, in a row of its own that undo takes along."""
    rows = recording.rows_in_plan("import_mapping", name=what)
    if text and (not rows or rows[-1]["mapping"] != text):
        recording.insert("import_mapping", [{"name": what, "mapping": text}])


def _digest(lines: PlanLines) -> str:
    """Return what tells one file from another, or where that is not known its lines; then what was taken."""
    of_file = lines.digest or sha256(repr((lines.areas, lines.actions)).encode()).hexdigest()
    return f"{of_file} {lines.taken_against}".strip()


def _of_file(digest: str) -> str:
    return digest.partition(" ")[0]


class _Import:
    """One import within its change; refs and numbers that people take for the same are the same."""

    def __init__(self, recording: Recording, on: date) -> None:
        self._recording = recording
        self._on = on
        self._owners = Owners(recording)
        self._areas = {match_key(row["number"]): row for row in recording.rows_in_plan("area")}
        self._actions = {match_key(row["ref"]): row for row in recording.rows_in_plan("action")}
        plan = read_plan(recording.reader, on, recording.id)
        self._then = plan.actions_by_id
        self._counts: dict[str, int] = defaultdict(int)
        self._revised: dict[str, list[str]] = {"area": [], "action": []}

    @property
    def area_keys(self) -> Collection[str]:
        """The numbers of the plan's areas, as they are compared."""
        return self._areas.keys()

    def import_areas(self, lines: Sequence[AreaLine]) -> None:
        """Add the areas that are not there, and revise the others."""
        self._refuse_untitled(lines)
        for line in lines:
            row = self._areas.get(match_key(line.number))
            lead_id = self._lead_id(line, row)
            said: dict[str, Any] = {"title": line.title, "theme": line.theme, "lead_id": lead_id}
            wording = {name: value for name, value in said.items() if value is not None}
            wording |= {f"{name}_id": None for name in line.removed or ()}
            if row is not None:
                self._revise("area", row, wording)
            else:
                values = {"on": self._on, "number": line.number, **wording}
                row_id = self._recording.insert("area", [values])[0]
                self._areas[match_key(line.number)] = {"id": row_id, **values}
                self._counts["new area"] += 1

    def import_actions(self, lines: Sequence[ActionLine]) -> None:
        """Add the actions that are not there, revise the others, and say what was not said by then."""
        new = [line for line in lines if match_key(line.ref) not in self._actions]
        ids = self._recording.insert(
            "action", [{"on": self._on, "ref": line.ref, **self._wording(line)} for line in new]
        )
        self._counts["new action"] += len(ids)
        id_of = dict(zip((line.ref for line in new), ids, strict=True))
        for line in lines:
            row = self._actions.get(match_key(line.ref))
            if row is not None:
                id_of[line.ref] = row["id"]
                self._revise("action", row, self._wording(line))
        updates = [row for line in lines if (row := self._new_update(line, id_of[line.ref]))]
        deadlines = [row for line in lines for row in self._new_deadlines(line, id_of[line.ref])]
        self._recording.insert("progress_update", updates)
        self._recording.insert("deadline", deadlines)
        again = sum(self._is_said_again(update) for update in updates)
        self._counts["update"] += len(updates) - again
        self._counts[SAID_AGAIN] += again
        self._counts["due date"] += len(deadlines)
        known = {row["id"] for row in self._actions.values()}
        for row in (*updates, *deadlines):
            if row["action_id"] in known:
                self._recording.touch("action", row["action_id"])

    def tally(self) -> str:
        """Say what was brought in, such as "18 new areas, 78 new actions, 1 revised area (6)"."""
        counts = [(name, count, "") for name, count in self._counts.items()]
        counts += [
            (f"revised {noun}", len(names), f" ({list_refs(names)})") for noun, names in self._revised.items()
        ]
        parts = [
            f"{count} {name}{'s' if count > 1 and name != SAID_AGAIN else ''}{which}"
            for name, count, which in counts
            if count
        ]
        return ", ".join(parts) or "nothing new"

    def _refuse_untitled(self, lines: Sequence[AreaLine]) -> None:
        numbers = [n.number for n in lines if not n.title and match_key(n.number) not in self._areas]
        if numbers:
            which, verb, has = ("Area", "is", "has") if len(numbers) == 1 else ("Areas", "are", "have")
            raise SendActionsError(
                f"{which} {list_refs(numbers)} {verb} new and {has} no title: add a column area_title."
            )

    def _revise(self, noun: str, row: Mapping[str, Any], wording: Mapping[str, Any]) -> None:
        differing = {
            name: value
            for name, value in wording.items()
            if row[name] != value and not _is_echo(value, row[name])
        }
        if differing and self._recording.edit(noun, row["id"], differing):
            self._revised[noun].append(row["ref" if noun == "action" else "number"])

    def _wording(self, line: ActionLine) -> dict[str, Any]:
        said = {
            "title": line.title or None,
            "area_id": self._areas[match_key(line.area_number)]["id"] if line.area_number else None,
            "success_measure": line.success_measure,
            "lead_id": self._lead_id(line, self._actions.get(match_key(line.ref))),
            "sro_id": self._owners.id_of(line.sro),
            "partners": line.partners,
            "start": line.start,
        }
        removed = {"lead_id" if name == "lead" else name: None for name in line.removed}
        return {name: value for name, value in said.items() if value is not None} | removed

    def _lead_id(self, line: AreaLine | ActionLine, row: Mapping[str, Any] | None) -> int | None:
        """Return the id of a lead; where a file names the role alone, the organisation stays as it is."""
        if line.is_compared or row is None:
            return self._owners.id_of(line.lead)
        return self._owners.id_meant(line.lead, row.get("lead_id"))

    def _new_update(self, line: ActionLine, action_id: int) -> dict[str, Any] | None:
        """Return the update that the line is on the date: to be heard again is a statement.

        A line that repeats when the action was last heard of, as our own lists do, says only what differs. An
        empty update says of an action that entered the plan later that it was there.
        """
        then = self._then.get(action_id)
        said = {name: value for name in _SAID if (value := getattr(line, name))}
        if then and line.note in (then.note, then.reason):
            said.pop("note", None)
        if then and line.ask == then.ask:
            said.pop("ask", None)
        is_heard_that_day = then is not None and then.updated_on == self._on
        if then and (
            self._is_own_list(line, then)
            or (is_heard_that_day and was_said(self._recording, UpdateDraft(action_id, **said), self._on))
        ):
            said = {name: value for name, value in said.items() if getattr(then, name) != value}
        if line.is_compared and not said:
            return None
        was_there = then is not None or match_key(line.ref) not in self._actions
        return {"action_id": action_id, "on": self._on, **said} if said or not was_there else None

    def _is_said_again(self, update: Mapping[str, Any]) -> bool:
        """Say whether an update leaves everything as it stood on the date, and is only heard again."""
        then = self._then.get(update["action_id"])
        said = update.keys() - {"action_id", "on"}
        return bool(then and said) and all(getattr(then, name) == update[name] for name in said)

    def _is_own_list(self, line: ActionLine, then: Action) -> bool:
        return line.updated_on is not None and line.updated_on == then.updated_on

    def _new_deadlines(self, line: ActionLine, action_id: int) -> Iterator[dict[str, Any]]:
        """Yield the due dates that the plan did not have on the date: the first, and the one it moved to."""
        then = self._then.get(action_id)
        known = then.due if then else None
        if line.revised and known and is_same_due(known, line.revised):
            return
        due = line.due_meant(known)
        if due and not (line.revised and then and then.first_due and is_same_due(then.first_due, due)):
            if _is_new_due(due, known):
                yield deadline_row(action_id, due, self._on)
            known = due
        if line.revised and _is_new_due(line.revised, known):
            yield deadline_row(action_id, line.revised, self._on) | {"reason": line.revised_reason}


def _is_new_due(due: Due, known: Due | None) -> bool:
    return not (known and is_same_due(known, due) and known.precision is due.precision)


def _is_echo(given: Any, kept: Any) -> bool:
    return isinstance(given, str) and isinstance(kept, str) and is_echo(given, kept)
