"""What looks like a slip in the dates of a file that is to be brought in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from send_actions.domain.checks.slips import date_slips, old_dues
from send_actions.domain.plan import Plan
from send_actions.domain.text import match_key
from send_actions.importers.plan_lines import PlanLines
from send_actions.store.reader import open_reader, read_actions


def import_slips(lines: PlanLines, plan: Plan, location: str, on: date | None) -> list[str]:
    """Return what to ask about the file's date, the actions it would put there, and due dates long past.

    `plan` is that of today, `on` the date the file speaks of when it is not today.
    """
    known = {match_key(action.ref): action for action in plan.actions}
    named = [known[key] for line in lines.actions if (key := match_key(line.ref)) in known]
    dues = []
    for line in lines.actions:
        action = known.get(match_key(line.ref))
        due = line.due_meant(action.due if action else None)
        status = line.latest_status or (action.status if action else None)
        if due and not (action and action.due == due) and (status is None or status.is_open):
            dues.append((line.ref, due))
    ids = {action.id for action in named}
    then = _plan_then(location, on, ids) if ids and on and on < plan.as_at else None
    return [*date_slips(plan, named, then, on=on), *old_dues(dues, on or plan.as_at)]


def _plan_then(location: str, on: date, ids: Collection[int]) -> Plan:
    reading = open_reader(location)
    try:
        return read_actions(reading, on, chosen=lambda row: row["id"] in ids)
    finally:
        reading.close()
