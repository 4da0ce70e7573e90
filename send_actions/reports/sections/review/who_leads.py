"""Who leads what of a plan: areas and actions by lead, and when each was last heard of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.plan import Action, Area, Owner, Plan
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Day, Table, text_of
from send_actions.reports.sections.phrasing.cells import NONE, number, owner_words
from send_actions.reports.sections.phrasing.naming import Naming


@dataclass
class _Led:
    """What one lead has: areas, open actions, and how many actions they are accountable for."""

    owner: Owner | None
    areas: list[Area] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    accountable: int = 0


def who_leads(plan: Plan) -> Block:
    """Everyone who leads something still to be delivered, or an area, with what they have."""
    found = _leads(plan)
    if not found:
        return text_of("Nobody leads anything yet.")
    naming = Naming()
    header = ("Who", "Areas", "Open actions", "How many", "Overdue", "Accountable for", "Last heard of")
    rows = tuple(_row(plan, words, found[words], naming) for words in sorted(found, key=natural))
    return Table("Who leads what", header, rows)


def _leads(plan: Plan) -> dict[str, _Led]:
    found: dict[str, _Led] = {}

    def of(owner: Owner | None) -> _Led:
        return found.setdefault(_who(owner), _Led(owner))

    for area in plan.areas:
        of(area.lead).areas.append(area)
    for action in plan.actions:
        if action.is_open:
            of(action.lead).actions.append(action)
            if action.sro:
                of(action.sro).accountable += 1
    return found


def _who(owner: Owner | None) -> str:
    """A lead with the name and address, where the reader may see them."""
    reached = f"\n{owner.email.strip()}" if owner and owner.email.strip() else ""
    return owner_words(owner) + reached


def _row(plan: Plan, words: str, led: _Led, naming: Naming) -> tuple[Cell, ...]:
    heard = max((action.updated_on for action in led.actions if action.updated_on), default=None)
    by_area: dict[int, list[Action]] = defaultdict(list)
    for action in led.actions:
        by_area[action.area_id].append(action)
    return (
        words,
        "\n".join(map(naming.area, led.areas)) or NONE,
        "\n".join(map(naming.action, led.actions)) or NONE,
        number(len(led.actions)),
        number(sum(is_overdue(action, plan.as_at) for action in led.actions)),
        number(led.accountable),
        Day(heard, say_date(heard)) if heard else ("nothing to hear of" if not led.actions else "never"),
    )
