"""What must not be shown of a plan as at an earlier date or record: what is exempt by now, and any name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from send_actions.domain.plan import Owner, Plan
from send_actions.reports.audience import Exempt
from send_actions.reports.nobody_named import called_by_name
from send_actions.store.change_log import from_json
from send_actions.store.reader import Reader


def exempt_as_last_known(reader: Reader, plan: Plan) -> Exempt:
    """What is exempt today of what a plan holds or speaks of, also of what was retired since or before.

    The rows themselves carry the wording last known; `read_plan` alone puts an earlier one in its place.
    With it goes every name that an owner ever bore, on whatever day.
    """
    found: dict[str, set[int]] = {noun: set() for noun in ("area", "action", "minute", "evidence")}
    for noun, id_ in reader.tuples("exempt"):
        found[noun].add(id_)
    return Exempt(
        areas=frozenset(found["area"]),
        actions=frozenset(found["action"]),
        minutes=frozenset(found["minute"] & {minute.id for minute in plan.minutes}),
        evidence=frozenset(found["evidence"] & {shown.id for shown in plan.evidence}),
        named=tuple(dict.fromkeys(_ever_named(reader, plan))),
    )


def _ever_named(reader: Reader, plan: Plan) -> Iterator[Owner]:
    """Yield owners with each name that they bear or bore, those of the plan and the latest first."""
    yield from (owner for owner in plan.owners if owner.name.strip() or called_by_name(owner))
    known = {id_: Owner(id_, role, at, name) for id_, role, at, name in reader.tuples("last names")}
    yield from (owner for owner in known.values() if owner.name.strip())
    there = known | {owner.id: owner for owner in plan.owners}
    for id_, *names in reader.tuples("former names"):
        for name in map(from_json, names):
            if name and name.strip():
                yield replace(there[id_], name=name)
