"""What must not be shown of a plan as at an earlier date or record: what is exempt by now."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.reports.audience import Exempt
from send_actions.store.reader import Reader


def exempt_as_last_known(reader: Reader, plan: Plan) -> Exempt:
    """What is exempt today of the rows that a plan holds, also of those retired since.

    The rows themselves carry the wording last known; `read_plan` alone puts an earlier one in its place.
    """
    within = {"as_at": plan.as_at.isoformat(), "record": plan.record}
    found = {noun: reader.rows(noun, **within) for noun in ("area", "action", "minute", "evidence")}
    exempt = {noun: frozenset(row["id"] for row in rows if row["exempt"]) for noun, rows in found.items()}
    inside = {row["id"] for row in found["action"] if row["area_id"] in exempt["area"]}
    return Exempt(exempt["area"], exempt["action"] | inside, exempt["minute"], exempt["evidence"])
