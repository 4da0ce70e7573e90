"""What a shell offers on Tab: the refs and areas of the plan as it stands, filters and the words of lists.

Shells evaluate what they are offered, so only what none of them could take for an order is offered. Nothing
of the plan is imported before a shell asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from send_actions.domain.plan import Plan

Offer = tuple[str, str]
"""What may be typed, and a word of help."""

_HARMLESS = r"\w[\w./-]*"
_HARMLESS_TERM = r"""-*\w[\w-]*(:[\w.,:/-]*("[\w ./&'(),-]*")?)?"""
_HARMFUL = r"[^\w ,.-]+"
_LONGEST_HELP = 60


def complete_ref(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the refs that begin so, with their titles."""
    plan = _plan(ctx)
    return _offers(((a.ref, a.title) for a in plan.actions) if plan else (), incomplete)


def complete_area(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the areas' numbers that begin so, with their titles."""
    plan = _plan(ctx)
    return _offers(((a.number, a.title) for a in plan.areas) if plan else (), incomplete)


def complete_ref_or_status(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer refs, and statuses from the second word on."""
    from send_actions.domain.plan.vocabulary import Status

    statuses = _offers(((s.value, s.colour) for s in Status), incomplete)
    return [*complete_ref(ctx, incomplete), *(statuses if ctx.params.get("typed") else [])]


def complete_impact(incomplete: str) -> list[Offer]:
    """Offer the impact ratings."""
    from send_actions.domain.plan.vocabulary import Impact

    return _offers(((impact.value, impact.word) for impact in Impact), incomplete)


def complete_heard(incomplete: str) -> list[Offer]:
    """Offer the ways of hearing."""
    from send_actions.domain.plan.vocabulary import Heard

    return _offers(((heard.value, heard.value) for heard in Heard), incomplete)


def complete_code(incomplete: str) -> list[Offer]:
    """Offer the codes of the checks."""
    from send_actions.domain.checks.plan_checks import CODES

    return _offers(CODES.items(), incomplete)


def complete_filter(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the terms of a filter that begin so, and after a key the values that the plan has."""
    from send_actions.cli.shells import Offered
    from send_actions.domain.filters.offers import offers

    found = offers(incomplete, _plan(ctx))
    return [(Offered(term), _help(said)) for term, said in found if re.fullmatch(_HARMLESS_TERM, term)]


def _help(explained: str) -> str:
    """Return a word of help that no shell could take for an order."""
    return re.sub(_HARMFUL, " ", explained)[:_LONGEST_HELP].strip()


def _offers(found: Iterable[Offer], incomplete: str) -> list[Offer]:
    return [
        (word, _help(explained))
        for word, explained in found
        if word.startswith(incomplete) and re.fullmatch(_HARMLESS, word)
    ]


def _plan(context: typer.Context) -> Plan | None:
    """Return the plan, or None when there is none to read: a shell wants no sentence here."""
    from send_actions.cli.plan_view import open_plan
    from send_actions.errors import SendActionsError

    try:
        with open_plan(context.params.get("db")) as view:
            return view.plan
    except SendActionsError:
        return None
