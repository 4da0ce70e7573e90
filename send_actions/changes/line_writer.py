"""What the lines of a file say and the plan does not, written within one change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from send_actions.changes.areas import say_judgement
from send_actions.changes.measure_lines import MeasureWriter
from send_actions.changes.plan import Owners
from send_actions.changes.said_then import not_said_yet
from send_actions.changes.updates import deadline_row, was_said
from send_actions.changes.validation import list_refs
from send_actions.domain.drafts import UpdateDraft
from send_actions.domain.history.folding import as_date, is_same_due
from send_actions.domain.plan import Action, Due, Judgement
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import is_unread
from send_actions.errors import SendActionsError
from send_actions.importers.cell_text import is_echo
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.store.reader import read_plan
from send_actions.store.recording import Recording

SAID_AGAIN: Final = "said again"
"""How an action is counted of which a file says what stood already."""

_SAID: Final = ("status", "impact", "note", "ask")


class LineWriter:
    """One import within its change; refs and numbers that people take for the same are the same."""

    def __init__(self, recording: Recording, on: date) -> None:
        self._recording = recording
        self._on = on
        self._owners = Owners(recording)
        self.measures = MeasureWriter(recording, on)
        self._areas = {match_key(row["number"]): row for row in recording.rows_in_plan("area")}
        self._actions = {match_key(row["ref"]): row for row in recording.rows_in_plan("action")}
        plan = read_plan(recording.reader, on, recording.id)
        self._then = plan.actions_by_id
        files = recording.rows_in_plan("imported_file")
        self._came_in = {day for row in files if (day := as_date(row["on"]))}
        self._counts: dict[str, int] = defaultdict(int)
        self._revised: dict[str, list[str]] = {"area": [], "action": []}

    @property
    def area_keys(self) -> Collection[str]:
        """The numbers of the plan's areas, as they are compared."""
        return self._areas.keys()

    @property
    def action_keys(self) -> Collection[str]:
        """The refs of the plan's actions, as they are compared."""
        return self._actions.keys()

    def import_areas(self, lines: Sequence[AreaLine]) -> None:
        """Add the areas that are not there, and revise the others."""
        _refuse_untitled(lines, self._areas)
        for line in lines:
            row = self._areas.get(match_key(line.number))
            lead_id = self._lead_id(line, row)
            said: dict[str, Any] = {"title": line.title, "theme": line.theme, "lead_id": lead_id}
            said["outcome"] = line.outcome
            wording = {name: value for name, value in said.items() if value is not None}
            wording |= {f"{name}_id": None for name in line.removed or ()}
            if row is not None:
                self._revise("area", row, wording)
            else:
                values = {"on": self._on, "number": line.number, **wording}
                row_id = self._recording.insert("area", [values])[0]
                self._areas[match_key(line.number)] = {"id": row_id, **values}
                self._counts["new area"] += 1
            area_id = self._areas[match_key(line.number)]["id"]
            judged = Judgement(self._on, line.judged) if line.judged else None
            self._counts["judgement"] += bool(judged and say_judgement(self._recording, area_id, judged))

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
        updates = [row for line in lines for row in self._new_updates(line, id_of[line.ref])]
        deadlines = [row for line in lines for row in self._new_deadlines(line, id_of[line.ref])]
        self._recording.insert("progress_update", updates)
        self._recording.insert("deadline", deadlines)
        steps = [row for line in lines for row in self._new_steps(line, id_of[line.ref])]
        self._recording.insert("step", steps)
        self._counts["step"] += len(steps)
        self._import_measures(lines, id_of)
        again = sum(self._is_said_again(update) for update in updates)
        self._counts["update"] += len(updates) - again
        self._counts[SAID_AGAIN] += again
        self._counts["due date"] += len(deadlines)
        known = {row["id"] for row in self._actions.values()}
        for row in (*updates, *deadlines, *steps):
            if row["action_id"] in known:
                self._recording.touch("action", row["action_id"])

    def _import_measures(self, lines: Sequence[ActionLine], id_of: Mapping[str, int]) -> None:
        for line in lines:
            area = self._areas.get(match_key(line.area_number))
            for measure in line.measures:
                self.measures.write(measure, area_id=area["id"] if area else None, action_id=id_of[line.ref])

    def tally(self) -> str:
        """Say what was brought in, such as "18 new areas, 78 new actions, 1 revised area (6)"."""
        measures = self.measures
        self._counts |= {"new measure": measures.new, "reading": measures.readings}
        self._counts |= {"corrected value": measures.corrected}
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

    def _new_updates(self, line: ActionLine, action_id: int) -> Iterator[dict[str, Any]]:
        """Yield what the line says was said before and was not yet, then what it says on the date."""
        is_known = line.said and match_key(line.ref) in self._actions
        known = self._recording.rows_in_plan("progress_update", action_id=action_id) if is_known else ()
        for said in not_said_yet(line.said, known, self._on, self._came_in):
            yield {"action_id": action_id, **said}
        if row := self._new_update(line, action_id):
            yield row

    def _new_steps(self, line: ActionLine, action_id: int) -> Iterator[dict[str, Any]]:
        """Yield the steps that the action has not yet."""
        known = self._recording.rows_in_plan("step", action_id=action_id) if line.steps else ()
        there = {(row["words"], row["text"]) for row in known}
        for words, due in line.steps:
            if (words, due.text) not in there:
                yield {**deadline_row(action_id, due, self._on), "words": words}

    def _new_update(self, line: ActionLine, action_id: int) -> dict[str, Any] | None:
        """Return the update that the line is on the date: to be heard again is a statement.

        A line that repeats when the action was last heard of, as our own lists do, says only what differs; an
        ask that a file repeats beside another status goes on with it, a note only where it is of that day. An
        empty update says of an action that entered the plan later that it was there.
        """
        then = self._then.get(action_id)
        said = {name: value for name in _SAID if (value := getattr(line, name))}
        if then and line.note in (then.note, then.reason) and not _is_its_reason(line, then, self._on):
            said.pop("note", None)
        if then and line.ask == then.ask and line.status in (None, then.status):
            said.pop("ask", None)
        is_heard_that_day = then is not None and then.updated_on == self._on
        if then and (
            self._is_own_list(line, then)
            or (is_heard_that_day and was_said(self._recording, UpdateDraft(action_id, **said), self._on))
        ):
            said = {
                name: value
                for name, value in said.items()
                if getattr(then, name) != value or (name == "ask" and line.is_compared)
            }
        if line.is_compared and not said:
            return None
        was_there = then is not None or match_key(line.ref) not in self._actions
        if line.said and not said:
            return None
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
        revised = None if _is_left(line.revised, known, self._on) else line.revised
        if revised and known and is_same_due(known, revised):
            return
        due = line.due_meant(known)
        moves = line.revised or line.has_unread_move
        if due and not (moves and then and then.first_due and is_same_due(then.first_due, due)):
            if _is_new_due(due, known):
                is_new = match_key(line.ref) not in self._actions
                yield deadline_row(action_id, due, _first_said(line, self._on) if is_new else self._on)
            known = due
        if revised and _is_new_due(revised, known):
            yield deadline_row(action_id, revised, self._on) | {"reason": line.revised_reason}


def _refuse_untitled(lines: Sequence[AreaLine], known: Container[str]) -> None:
    """Refuse areas that are new and have no title."""
    numbers = [n.number for n in lines if not n.title and match_key(n.number) not in known]
    if numbers:
        which, verb, has = ("Area", "is", "has") if len(numbers) == 1 else ("Areas", "are", "have")
        raise SendActionsError(
            f"{which} {list_refs(numbers)} {verb} new and {has} no title: add a column area_title."
        )


def _is_its_reason(line: ActionLine, then: Action, on: date) -> bool:
    """Say whether a note that stands already is of the day of a status that is new beside it."""
    return line.status not in (None, then.status) and then.note_on == on


def _first_said(line: ActionLine, on: date) -> date:
    """Return the first day that a file speaks of an action: all of it was said of one with its due date."""
    return min([on, *(said.on for said in line.said if said.on)])


def _is_left(due: Due | None, known: Due | None, on: date) -> bool:
    """Say whether a due date is left as the plan has it, since the file's cannot be read."""
    if due is None or known is None or known.precision is Precision.UNCLEAR:
        return False
    return is_unread(due, today=on)


def _is_new_due(due: Due, known: Due | None) -> bool:
    return not (known and is_same_due(known, due) and known.precision is due.precision)


def _is_echo(given: Any, kept: Any) -> bool:
    return isinstance(given, str) and isinstance(kept, str) and is_echo(given, kept)
