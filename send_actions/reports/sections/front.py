"""The front of a paper: for whom it is, the state that it shows and which it is compared with."""

from __future__ import annotations

from collections.abc import Mapping

from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import Audience, Exempt, count_became_exempt
from send_actions.reports.sections.cells import count_of

Facts = tuple[tuple[str, str], ...]
"""What a front says: labels with their values."""


def front(plan: Plan, audience: Audience, exempt: Exempt, besides: Mapping[str, str]) -> Facts:
    """What a paper speaks of and from which record it can be made again, and `besides` in the midst of it."""
    told = {
        "For": ", ".join(filter(str.strip, (plan.main_series, plan.partnership))),
        "As at": position(plan) + withheld_since(plan, audience, exempt),
        **besides,
        "Audience": audience.sentence,
    }
    return tuple((label, value) for label, value in told.items() if value.strip())


def position(plan: Plan) -> str:
    """A plan's day and record, as a stamp has them."""
    return f"{say_date(plan.as_at)}, record {plan.record}"


def withheld_since(plan: Plan, audience: Audience, exempt: Exempt) -> str:
    """What a stamp says of items that have become exempt since the state that it names."""
    if audience is Audience.INTERNAL:
        return ""
    many = count_became_exempt(plan, exempt)
    have = "has" if many == 1 else "have"
    return f"; without the detail of {count_of(many, 'item')} that {have} become exempt since" if many else ""
