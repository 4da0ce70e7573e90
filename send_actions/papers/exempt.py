"""What must not be shown of a plan as at an earlier date or record: what is exempt by now."""

from __future__ import annotations

from send_actions.domain.plan import Plan
from send_actions.reports.audience import Exempt
from send_actions.store.reader import Reader


def exempt_as_last_known(reader: Reader, plan: Plan) -> Exempt:
    """What is exempt today of what a plan holds or speaks of, also of what was retired since or before.

    The rows themselves carry the wording last known; `read_plan` alone puts an earlier one in its place.
    """
    found: dict[str, set[int]] = {noun: set() for noun in ("area", "action", "minute", "evidence")}
    for noun, id_ in reader.tuples("exempt"):
        found[noun].add(id_)
    return Exempt(
        areas=frozenset(found["area"]),
        actions=frozenset(found["action"]),
        minutes=frozenset(found["minute"] & {minute.id for minute in plan.minutes}),
        evidence=frozenset(found["evidence"] & {shown.id for shown in plan.evidence}),
    )
