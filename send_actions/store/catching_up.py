"""A plan brought up to date by the statements made since it was read, without reading all of it anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from send_actions.domain.history.asks import last_decided, while_unanswered
from send_actions.domain.history.folding import deadline_of, due_fields, update_fields, update_of
from send_actions.domain.history.state import STATEMENTS
from send_actions.domain.plan import Action, Change, Plan
from send_actions.store.change_log import changes_from_rows
from send_actions.store.history_reader import read_changes
from send_actions.store.reader import Reader

MOST = 200
"""Statements; when more were made the whole plan is read as quickly."""

_HARMLESS = (*STATEMENTS, "chase")
"""What says something of an action, and what is kept beside it."""


def head_of(reader: Reader, record: int) -> Change | None:
    """Return a change without its differences: another file may have another of the same record."""
    return next(iter(changes_from_rows(reader.rows("change", since=record - 1, record=record), [])), None)


def spoken_since(reader: Reader, plan: Plan) -> list[Change] | None:
    """Return the changes after a plan's record when all they do is say a little of its actions, else None."""
    if reader.rows("many since", since=plan.record)[0]["many"] > MOST:
        return None
    changes = read_changes(reader, plan.record)
    only_statements = all(
        change.undoes is None
        and all(d.field is None and d.noun in _HARMLESS for d in change.differences)
        and all(d.after["action_id"] in plan.actions_by_id for d in change.differences)
        for change in changes
    )
    return changes if only_statements else None


def caught_up(reader: Reader, plan: Plan, changes: list[Change]) -> Plan:
    """Return a plan read at the latest record of its day, with what these changes say.

    The changes are those of `spoken_since`, within the same snapshot of the reader.
    """
    ids = {d.after["action_id"] for change in changes for d in change.differences}
    decided = last_decided(plan.minutes, plan.meetings)
    known = changes[-1].id if changes else plan.record
    anew = {
        one: _said_anew(reader, plan.actions_by_id[one], decided.get(one), plan.as_at, known) for one in ids
    }
    actions = tuple(anew.get(action.id, action) for action in plan.actions)
    return replace(plan, record=known, actions=actions)


def first_spoken_of(changes: list[Change]) -> date:
    """Return the earliest date that changes speak of; the latest there is for none."""
    days = (d.after["on"] for change in changes for d in change.differences if d.noun in STATEMENTS)
    return min((date.fromisoformat(str(day)) for day in days), default=date.max)


def _said_anew(reader: Reader, action: Action, decided: date | None, as_at: date, record: int) -> Action:
    within = {"action_id": action.id, "as_at": as_at.isoformat(), "record": record}
    updates, deadlines = (reader.rows(f"timeline_{kind}", **within)[::-1] for kind in ("update", "deadline"))
    said = update_fields(map(update_of, updates)) | due_fields(map(deadline_of, deadlines))
    versions = reader.rows("version", action_id=action.id)
    fields = while_unanswered(said, decided)
    mine = {name: fields[name] for name in vars(action) if name in fields}
    return replace(action, version=versions[0]["version"], **mine)
