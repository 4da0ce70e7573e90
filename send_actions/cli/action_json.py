"""An action as JSON has it, in the same order every time; private notes never leave the plan."""

from __future__ import annotations

from typing import Any

from send_actions.cli.plan_view import PlanView
from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.history.folding import has_public_part
from send_actions.domain.plan import Action, Deadline, Due, Owner, Plan, Step, Timeline, Update
from send_actions.reports.listed_actions import codes, iso_day, slug


def action_item(action: Action, view: PlanView) -> dict[str, Any]:
    """Return an action as one JSON object of a list."""
    area = view.plan.area_of(action)
    return {
        "ref": action.ref,
        "area": area.number,
        "area_title": area.title,
        "theme": area.theme,
        "area_lead": owner_item(area.lead),
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
        "success_measure": action.success_measure,
        "checks": codes(action, view),
    }


def owner_item(owner: Owner | None) -> dict[str, str] | None:
    """Return an owner's role and organisation, without name and e-mail."""
    return {"role": owner.role, "org": owner.organisation} if owner else None


def due_item(due: Due | None) -> dict[str, str | None] | None:
    """Return a due date with its precision and the words as typed."""
    if due is None:
        return None
    return {"date": iso_day(due.on), "precision": due.precision.value, "text": due.text}


def step_item(step: Step) -> dict[str, Any]:
    """Return a step with the date it is due and the day it was reached."""
    return {"words": step.words, "by": due_item(step.due), "reached_on": iso_day(step.reached_on)}


def action_in_full(action: Action, timeline: Timeline, view: PlanView) -> dict[str, Any]:
    """Return what a list says of an action and all that `show` adds to it."""
    plan = view.plan
    flags = view.flags_by_action.get(action.id, ())
    return action_item(action, view) | {
        "sro": owner_item(action.sro),
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
