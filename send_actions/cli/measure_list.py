"""The listing of measures: a record of each, and how people see it."""

from __future__ import annotations

from typing import Final

from send_actions.cli.phrases import counted
from send_actions.cli.plan_view import PlanView
from send_actions.cli.thing_list import Record, Shown, ThingList, part
from send_actions.domain.plan import Measure
from send_actions.domain.words.measured import say_value
from send_actions.reports.listed_actions import iso_day


def measure_record(one: Measure, view: PlanView) -> Record:
    """Return a measure with its first, last and wanted value and the actions meant to move it."""
    plan = view.plan
    area = plan.areas_by_id.get(one.area_id or 0)
    last = one.readings[-1] if one.readings else None
    return {
        "title": one.title,
        "area": area.number if area else "",
        "unit": one.unit,
        "better": one.better.value,
        "baseline": one.baseline,
        "baseline_period": one.baseline_period,
        "last": last.value if last else None,
        "last_period": last.period if last else "",
        "last_on": iso_day(last.on if last else None),
        "readings": len(one.readings),
        "target": one.target,
        "target_by": iso_day(one.target_by),
        "moved_by": [action.ref for action in plan.actions if one.id in action.measures],
    }


def _value(one: Record, name: str) -> str:
    return "" if one[name] is None else say_value(one[name], one["unit"])


MEASURES: Final = ThingList(
    kind="measures",
    noun="measure",
    fields=(
        *("title", "area", "unit", "better", "baseline", "baseline_period", "last", "last_period", "last_on"),
        *("readings", "target", "target_by", "moved_by"),
    ),
    columns=(
        Shown("Area", "area", right=True),
        Shown("Measure", "title", least=20),
        Shown("Was", lambda one: _value(one, "baseline"), right=True),
        Shown("Is", lambda one: _value(one, "last"), right=True),
        Shown("Of", "last_period", least=10, spare=2),
        Shown("Target", lambda one: _value(one, "target"), right=True),
        Shown("Moved by", lambda one: ", ".join(one["moved_by"]), least=8, spare=1),
    ),
    sentences=lambda one: (
        f"{one['title']}, in {one['unit']}",
        f"{'Neither way' if one['better'] == 'neither' else one['better'].capitalize()} is better",
        part("Area", one["area"]),
        f"Was {_value(one, 'baseline')} ({one['baseline_period'] or 'no period given'})"
        if one["baseline"] is not None
        else "",
        f"Is {_value(one, 'last')} ({one['last_period']})" if one["last"] is not None else "No reading yet",
        f"Target {_value(one, 'target')}" if one["target"] is not None else "",
        part("Moved by", ", ".join(one["moved_by"])),
        counted(one["readings"], "reading"),
    ),
    when_none="No measures yet: add one with `send-actions measure add TITLE --unit UNIT --better WAY`",
)
