"""One action as JSON in full; private notes never leave the plan."""

from __future__ import annotations

from typing import Any

from send_actions.cli.action_json import action_item, due_item, iso_day, owner_item, slug
from send_actions.cli.plan_view import PlanView
from send_actions.domain.history.statements import is_for_the_paper
from send_actions.domain.plan import Action, Deadline, Plan, Timeline, Update


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
        "depends_on": [plan.actions_by_id[id_].ref for id_ in action.depends_on if id_ in plan.actions_by_id],
        "questions": [{"code": flag.code, "message": flag.message} for flag in flags],
        "updates": [_update(u, plan) for u in timeline.updates if is_for_the_paper(vars(u))],
        "deadlines": [_deadline(deadline, plan) for deadline in timeline.deadlines],
    }


def _update(update: Update, plan: Plan) -> dict[str, Any]:
    return {
        "on": iso_day(update.on),
        "status": slug(update.status),
        "impact": slug(update.impact),
        "note": update.note,
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
