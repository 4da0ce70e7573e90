"""Who a paper is for, and the plan with only what they may see: done before any content is made."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from send_actions.domain.dates import say_date
from send_actions.domain.nouns import Action, Area, Due, Evidence, Minute, Owner, Plan
from send_actions.domain.words import read_choice

EXEMPT_ITEM: Final = "Exempt item"
"""What stands where the title of an exempt item was."""

WITHHELD: Final = "Exempt"
"""What stands where any other words of an exempt item were, said or not."""

_WITHHELD_OWNER: Final = Owner(id=0, role=WITHHELD)


class Audience(StrEnum):
    """For whom a paper is made (PRODUCT section 8); a plan never holds private notes, so nobody sees them."""

    INTERNAL = "internal"
    BOARD = "board"

    @property
    def sentence(self) -> str:
        """What the paper leaves out, as its first page says it."""
        return {
            "internal": "Internal: names are given and exempt items are shown",
            "board": "Board: roles stand for names, and exempt items are counted without their detail",
        }[self.value]


def read_audience(text: str) -> Audience:
    """The audience meant by a word; raises UsageError."""
    return read_choice("audience", text, Audience)


def exempt_ids(plan: Plan) -> frozenset[int]:
    """The row ids of the actions that are exempt, or stand in an exempt area."""
    return frozenset(a.id for a in plan.actions if a.exempt or plan.area_of(a).exempt)


def seen_by(plan: Plan, audience: Audience, also_exempt: frozenset[int] = frozenset()) -> Plan:
    """The plan as an audience may see it; `also_exempt` are actions that became exempt in a later one.

    For a board, owners lose name and e-mail, and an exempt action (or one in an exempt area) keeps only its
    ref, status, impact and dates, so that it is still counted. Measures of an exempt area are left out.
    """
    if audience is Audience.INTERNAL:
        return plan
    areas = frozenset(area.id for area in plan.areas if area.exempt)
    actions = exempt_ids(plan) | also_exempt
    return replace(
        plan,
        areas=tuple(_area(area) for area in plan.areas),
        actions=tuple(_action(action, is_exempt=action.id in actions) for action in plan.actions),
        owners=tuple(_role(owner) for owner in plan.owners),
        minutes=tuple(
            _minute(m, m.exempt or m.action_id in actions or m.area_id in areas) for m in plan.minutes
        ),
        measures=tuple(m for m in plan.measures if m.area_id not in areas),
        evidence=tuple(
            _evidence(e) if e.exempt or e.action_id in actions or e.area_id in areas else e
            for e in plan.evidence
        ),
    )


def is_withheld(thing: Action | Area) -> bool:
    """Whether the words of an action or area were taken out for the audience."""
    return thing.title == EXEMPT_ITEM


def _role(owner: Owner) -> Owner:
    return replace(owner, name="", email="")


def _area(area: Area) -> Area:
    if not area.exempt:
        return replace(area, lead=_role(area.lead) if area.lead else None)
    return replace(
        area,
        title=EXEMPT_ITEM,
        outcome=WITHHELD,
        theme="",
        headline=WITHHELD,
        lead=_WITHHELD_OWNER,
        judgement=replace(area.judgement, reason=WITHHELD) if area.judgement else None,
    )


def _action(action: Action, *, is_exempt: bool) -> Action:
    if not is_exempt:
        return replace(
            action,
            lead=_role(action.lead) if action.lead else None,
            sro=_role(action.sro) if action.sro else None,
        )
    return replace(
        action,
        exempt=True,
        title=EXEMPT_ITEM,
        success_measure=WITHHELD,
        lead=_WITHHELD_OWNER,
        sro=_WITHHELD_OWNER,
        partners=(),
        reason=WITHHELD,
        path=WITHHELD,
        path_by=None,
        proof=WITHHELD,
        impact_shown_by=WITHHELD,
        due=_due(action.due),
        first_due=_due(action.first_due),
    )


def _due(due: Due | None) -> Due | None:
    """The date without the words it was typed in."""
    if due is None:
        return None
    return replace(due, text=say_date(due.on) if due.on else due.precision.value.capitalize())


def _minute(minute: Minute, is_exempt: bool) -> Minute:
    if not is_exempt:
        return minute
    return replace(minute, exempt=True, text=EXEMPT_ITEM, answer=WITHHELD if minute.answer else "")


def _evidence(evidence: Evidence) -> Evidence:
    return replace(evidence, exempt=True, title=EXEMPT_ITEM, shows=WITHHELD, place="")
