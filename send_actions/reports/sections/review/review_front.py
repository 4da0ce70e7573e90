"""The front of a paper that reviews the plan: for whom, as at when, and what is kept from its reader."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import Audience, Exempt, count_became_exempt
from send_actions.reports.sections.phrasing.cells import count_of

FOR: Final = "For"
"""The label of whom a paper is for."""

Facts = tuple[tuple[str, str], ...]
"""What stands at the front of a paper: a label and what it says."""


def front(
    plan: Plan, audience: Audience, exempt: Exempt, *more: tuple[str, str], reader: str | None = None
) -> Facts:
    """Say of a whole plan for whom the paper is, as at when, and what more it has to say.

    It is for `reader` of the plan's partnership, when nobody says for the board of its main series.
    """
    facts = (
        (FOR, readers_of(plan, plan.main_series if reader is None else reader)),
        ("As at", position(plan) + withheld(plan, audience, exempt)),
        *more,
        ("Audience", audience.sentence),
    )
    return tuple((label, value) for label, value in facts if value.strip())


def readers_of(plan: Plan, whom: str) -> str:
    """Those whom a paper is for, with the partnership that they are of."""
    return ", ".join(filter(str.strip, (whom, plan.partnership)))


def position(plan: Plan) -> str:
    """The date and record that a paper is of."""
    return f"{say_date(plan.as_at)}, record {plan.record}"


def withheld(plan: Plan, audience: Audience, exempt: Exempt) -> str:
    """What a front says of items that have become exempt since the state that it names."""
    if audience is Audience.INTERNAL:
        return ""
    many = count_became_exempt(plan, exempt)
    have = "has" if many == 1 else "have"
    return f"; without the detail of {count_of(many, 'item')} that {have} become exempt since" if many else ""
