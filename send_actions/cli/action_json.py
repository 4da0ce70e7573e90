"""An action as JSON and CSV have it, in the same order every time; private notes never leave the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from send_actions.cli.plan_view import PlanView
from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.folding import has_public_part
from send_actions.domain.plan import Action, Deadline, Due, Owner, Plan, Step, Timeline, Update
from send_actions.domain.words.listed import Listed

_COLUMNS: Final[dict[str, Callable[[Action, PlanView], object]]] = {
    "ref": lambda action, _: action.ref,
    "area": lambda action, view: view.plan.area_of(action).number,
    "area_title": lambda action, view: view.plan.area_of(action).title,
    "theme": lambda action, view: view.plan.area_of(action).theme,
    "area_lead_role": lambda action, view: role_and_organisation(view.plan.area_of(action).lead)[0],
    "area_lead_org": lambda action, view: role_and_organisation(view.plan.area_of(action).lead)[1],
    "title": lambda action, _: action.title,
    "status": lambda action, _: slug(action.status),
    "impact": lambda action, _: slug(action.impact),
    "lead_role": lambda action, _: role_and_organisation(action.lead)[0],
    "lead_org": lambda action, _: role_and_organisation(action.lead)[1],
    "partners": lambda action, _: "; ".join(action.partners),
    "start": lambda action, _: iso_day(action.start),
    "due": lambda action, _: iso_day(action.due.on) if action.due else None,
    "due_precision": lambda action, _: action.due.precision.value if action.due else None,
    "due_text": lambda action, _: action.due.text if action.due else None,
    "first_due": lambda action, _: iso_day(action.first_due.on) if action.first_due else None,
    "overdue": lambda action, view: is_overdue(action, view.plan.as_at),
    "updated_on": lambda action, _: iso_day(action.updated_on),
    "note": lambda action, _: action.note,
    "note_on": lambda action, _: iso_day(action.note_on),
    "ask": lambda action, _: action.ask,
    "ask_on": lambda action, _: iso_day(action.ask_on),
    "success_measure": lambda action, _: action.success_measure,
    "checks": lambda action, view: " ".join(codes(action, view)),
    "kept_as": lambda action, view: listed(action, view.plan),
}

COLUMNS: Final = tuple(_COLUMNS)
"""The columns of a list as CSV; bringing in the same file changes nothing.

The last keeps ref, area and state in words, which no spreadsheet takes for a number or a date: 1.10 stays
1.10, and an old list does not speak over what was said since.
"""


def action_item(action: Action, view: PlanView) -> dict[str, Any]:
    """Return an action as one JSON object of a list."""
    area = view.plan.area_of(action)
    return {
        "ref": action.ref,
        "area": area.number,
        "area_title": area.title,
        "title": action.title,
        "status": slug(action.status),
        "impact": slug(action.impact),
        "lead": owner_item(action.lead),
        "partners": list(action.partners),
        "start": iso_day(action.start),
        "due": due_item(action.due),
        "first_due": iso_day(action.first_due.on if action.first_due else None),
        "overdue": is_overdue(action, view.plan.as_at),
        "updated_on": iso_day(action.updated_on),
        "note": action.note,
        "note_on": iso_day(action.note_on),
        "ask": action.ask,
        "ask_on": iso_day(action.ask_on),
        "checks": codes(action, view),
    }


def action_rows(actions: Iterable[Action], view: PlanView) -> Iterator[Sequence[object]]:
    """Return the CSV's heading and a line for each action."""
    yield COLUMNS
    for action in actions:
        yield tuple(value(action, view) for value in _COLUMNS.values())


def listed(action: Action, plan: Plan) -> Listed:
    """Return how a list names an action, and the state that it shows."""
    return Listed(action.ref, plan.area_of(action).number, plan.as_at, plan.record)


def codes(action: Action, view: PlanView) -> list[str]:
    """Return the codes of the checks that question an action, worst first, each once."""
    from send_actions.domain.checks.plan_checks import codes_of

    return codes_of(view.flags_by_action.get(action.id, ()))


def owner_item(owner: Owner | None) -> dict[str, str] | None:
    """Return an owner's role and organisation, without name and e-mail."""
    return {"role": owner.role, "org": owner.organisation} if owner else None


def role_and_organisation(owner: Owner | None) -> tuple[str, str]:
    """Return an owner's two cells."""
    return (owner.role, owner.organisation) if owner else ("", "")


def due_item(due: Due | None) -> dict[str, str | None] | None:
    """Return a due date with its precision and the words as typed."""
    if due is None:
        return None
    return {"date": iso_day(due.on), "precision": due.precision.value, "text": due.text}


def step_item(step: Step) -> dict[str, Any]:
    """Return a step with the date it is due and the day it was reached."""
    return {"words": step.words, "by": due_item(step.due), "reached_on": iso_day(step.reached_on)}


def iso_day(day: date | None) -> str | None:
    """Return a day as files have it."""
    return day.isoformat() if day else None


def slug(choice: object) -> str | None:
    """Return the one slug of a choice from a closed list."""
    return str(choice) if choice else None


def action_in_full(action: Action, timeline: Timeline, view: PlanView) -> dict[str, Any]:
    """Return what a list says of an action and all that `show` adds to it."""
    plan = view.plan
    area = plan.area_of(action)
    flags = view.flags_by_action.get(action.id, ())
    return action_item(action, view) | {
        "theme": area.theme,
        "area_lead": owner_item(area.lead),
        "sro": owner_item(action.sro),
        "success_measure": action.success_measure,
        "since": iso_day(action.since),
        "was": slug(action.was),
        "reason": action.reason,
        "reason_on": iso_day(action.reason_on),
        "confirmed_on": iso_day(action.confirmed_on),
        "path": action.path,
        "path_by": iso_day(action.path_by),
        "look_again": iso_day(action.look_again),
        "proof": action.proof,
        "status_agreed": action.status_agreed,
        "impact_shown_by": action.impact_shown_by,
        "due_moves": action.due_moves,
        "due_agreed": action.due_agreed,
        "exempt": action.exempt,
        "supports": [plan.areas_by_id[id_].number for id_ in action.supports if id_ in plan.areas_by_id],
        "measures": [measure.title for measure in plan.measures if measure.id in action.measures],
        "steps": [step_item(step) for step in action.steps],
        "depends_on": [plan.actions_by_id[id_].ref for id_ in action.depends_on if id_ in plan.actions_by_id],
        "questions": [{"code": flag.code, "message": flag.message} for flag in flags],
        "updates": [_update(u, plan) for u in timeline.updates if has_public_part(vars(u))],
        "deadlines": [_deadline(deadline, plan) for deadline in timeline.deadlines],
    }


def _update(update: Update, plan: Plan) -> dict[str, Any]:
    return {
        "on": iso_day(update.on),
        "status": slug(update.status),
        "impact": slug(update.impact),
        "note": update.note,
        "ask": update.ask,
        "path": update.path,
        "path_by": iso_day(update.path_by),
        "look_again": iso_day(update.look_again),
        "proof": update.proof,
        "impact_shown_by": update.impact_shown_by,
        "no_change": update.no_change,
        "agreed": _meeting(update.agreed_meeting_id, plan),
        "heard": slug(update.heard),
        "heard_from": update.heard_from,
        "record": update.change_id,
        "actor": update.actor,
    }


def _deadline(deadline: Deadline, plan: Plan) -> dict[str, Any]:
    return {
        "on": iso_day(deadline.on),
        "due": due_item(deadline.due),
        "reason": deadline.reason,
        "agreed": _meeting(deadline.agreed_meeting_id, plan),
        "minute": deadline.minute,
        "record": deadline.change_id,
        "actor": deadline.actor,
    }


def _meeting(meeting_id: int | None, plan: Plan) -> str | None:
    """Return the date of a meeting."""
    meeting = plan.meetings_by_id.get(meeting_id) if meeting_id is not None else None
    return iso_day(meeting.on) if meeting else None
