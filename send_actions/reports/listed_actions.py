"""Actions as a list is put out as CSV: the same columns for the command line and the app."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.words.listed import Listed

if TYPE_CHECKING:
    from send_actions.domain.checks.plan_checks import Flag


class Checked(Protocol):
    """A plan, and what the checks question in it."""

    @property
    def plan(self) -> Plan:
        """The plan."""

    @property
    def flags_by_action(self) -> Mapping[int, Sequence[Flag]]:
        """The questions put to each action that has any, worst first."""


_COLUMNS: Final[dict[str, Callable[[Action, Checked], object]]] = {
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


def action_rows(actions: Iterable[Action], view: Checked) -> Iterator[Sequence[object]]:
    """Return the CSV's heading and a line for each action."""
    yield COLUMNS
    for action in actions:
        yield tuple(value(action, view) for value in _COLUMNS.values())


def listed(action: Action, plan: Plan) -> Listed:
    """Return how a list names an action, and the state that it shows."""
    return Listed(action.ref, plan.area_of(action).number, plan.as_at, plan.record)


def codes(action: Action, view: Checked) -> list[str]:
    """Return the codes of the checks that question an action, worst first, each once."""
    from send_actions.domain.checks.plan_checks import codes_of

    return codes_of(view.flags_by_action.get(action.id, ()))


def role_and_organisation(owner: Owner | None) -> tuple[str, str]:
    """Return an owner's two cells."""
    return (owner.role, owner.organisation) if owner else ("", "")


def iso_day(day: date | None) -> str | None:
    """Return a day as files have it."""
    return day.isoformat() if day else None


def slug(choice: object) -> str | None:
    """Return the one slug of a choice from a closed list."""
    return str(choice) if choice else None
