"""The dated steps inside an area's actions: what was reached, what is late and what is to come."""

from __future__ import annotations

from send_actions.domain.plan import Action, Plan, Step
from send_actions.domain.words.statements import step_words
from send_actions.reports.document import Block, BulletList
from send_actions.reports.sections.phrasing.cells import labelled, one_line
from send_actions.reports.sections.phrasing.naming import Naming


def steps_there(plan: Plan) -> list[Block]:
    """The steps of a plan's actions by how they stand, each after its action; empty without steps."""
    naming = Naming()
    steps = [(action, step) for action in plan.actions for step in action.steps]
    apart: dict[str, list[tuple[Action, Step]]] = {"Reached": [], "Not reached in time": [], "To come": []}
    for action, step in steps:
        is_late = step.due.on is not None and step.due.on < plan.as_at
        label = "Reached" if step.reached_on else "Not reached in time" if is_late else "To come"
        apart[label].append((action, step))
    items = tuple(
        labelled(
            f"{label}, {len(found)} of {len(steps)}",
            *(f"{naming.action(action)}: {one_line(step_words(step, plan.as_at))}" for action, step in found),
        )
        for label, found in apart.items()
        if found
    )
    return [BulletList(items)] if items else []
