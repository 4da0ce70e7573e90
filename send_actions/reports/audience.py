"""Who a paper is for, and the plan with only what they may see: done before any content is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from send_actions.domain.plan import Action, Deadline, Evidence, Finding, Minute, Owner, Plan, Update
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.choices import read_choice
from send_actions.reports.board_view import (
    EXEMPT_ITEM,
    WITHHELD,
    WITHHELD_AREA,
    WITHHELD_OWNER,
    action_seen,
    area_seen,
    finding_seen,
    minute_seen,
    role_of,
    withheld_deadline,
    withheld_evidence,
)
from send_actions.reports.disclosure import without_small_counts
from send_actions.reports.nobody_named import nobody_named, reworded, without_names
from send_actions.reports.public_view import public_plan


class Audience(StrEnum):
    """For whom a paper is made (PRODUCT section 8); a plan never holds private notes, so nobody sees them."""

    INTERNAL = "internal"
    BOARD = "board"
    PUBLIC = "public"

    @property
    def sentence(self) -> str:
        """What the paper leaves out, as its first page says it."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Audience.INTERNAL: "Internal: names are given and exempt items are shown",
    Audience.BOARD: "Board: roles stand for names, and exempt items are counted without their detail",
    Audience.PUBLIC: "Public: roles stand for the names of leads, and counts under 6 are not shown",
}


def read_audience(text: str) -> Audience:
    """The audience meant by a word; raises UsageError."""
    return read_choice("audience", text, Audience)


@dataclass(frozen=True)
class Exempt:
    """The row ids of what a board may only count and the public may not know of, by noun, and who is named.

    `named` are owners with each name that they bear or ever bore: roles stand for all of these.
    """

    areas: frozenset[int] = frozenset()
    actions: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    evidence: frozenset[int] = frozenset()
    named: tuple[Owner, ...] = ()

    def __or__(self, other: Exempt) -> Exempt:
        """What either of two holds; whom the first names comes before others."""
        return Exempt(
            self.areas | other.areas,
            self.actions | other.actions,
            self.minutes | other.minutes,
            self.evidence | other.evidence,
            tuple(dict.fromkeys((*self.named, *other.named))),
        )


NOTHING_EXEMPT: Final = Exempt()
"""No area, action, minute or piece of evidence, and nobody named."""


def exempt_in(plan: Plan) -> Exempt:
    """What is exempt in a plan, and whom it names; an exempt area makes all its actions exempt."""
    areas = frozenset(area.id for area in plan.areas if area.exempt)
    return Exempt(
        areas,
        frozenset(a.id for a in plan.actions if a.exempt or a.area_id in areas),
        frozenset(m.id for m in plan.minutes if m.exempt),
        frozenset(e.id for e in plan.evidence if e.exempt),
        tuple(owner for owner in plan.owners if owner.name.strip()),
    )


def count_became_exempt(plan: Plan, exempt: Exempt) -> int:
    """How many things of a plan became exempt after it; what is in an area counts with that."""
    then = exempt_in(plan)
    areas = (exempt.areas - then.areas) & plan.areas_by_id.keys()
    alone = {action.id for action in plan.actions if action.area_id not in areas}
    actions = (exempt.actions - then.actions) & alone
    minutes = (exempt.minutes - then.minutes) & {minute.id for minute in plan.minutes}
    evidence = (exempt.evidence - then.evidence) & {shown.id for shown in plan.evidence}
    return len(areas) + len(actions) + len(minutes) + len(evidence)


def redact_plan(plan: Plan, audience: Audience, also: Exempt = NOTHING_EXEMPT) -> Plan:
    """The plan as an audience may see it; `also` is what is exempt or named besides, such as in a later plan.

    For a board, owners lose name and e-mail, wherever they stand, and an exempt action (or one in an exempt
    area) keeps only its ref, status, impact and dates, so that it is still counted. Measures of an exempt
    area are left out, and nothing open is linked with what is exempt: neither an action that supports it or
    waits for it, nor an area that it supports, nor a finding that it answers. For the public nothing exempt
    is in the plan at all (see `public_view`).
    """
    if audience is Audience.INTERNAL:
        return plan
    exempt = exempt_in(plan) | also
    areas = exempt.areas
    actions = exempt.actions | {action.id for action in plan.actions if action.area_id in areas}
    plan = nobody_named(plan, exempt.named)
    if audience is Audience.PUBLIC:
        return public_plan(
            plan, areas=areas, actions=actions, minutes=exempt.minutes, evidence=exempt.evidence
        )

    secret = [one for one in plan.actions if one.id in actions and one.status is not Status.WITHDRAWN]
    helped = {id_ for one in secret for id_ in one.supports if id_ != one.area_id}

    def about_exempt(thing: Minute | Evidence) -> bool:
        return thing.action_id in actions or thing.area_id in areas

    return replace(
        plan,
        areas=tuple(area_seen(area, is_exempt=area.id in areas) for area in plan.areas),
        actions=tuple(
            action_seen(action, areas, actions, is_exempt=action.id in actions) for action in plan.actions
        ),
        owners=tuple(seen for owner in plan.owners if (seen := role_of(owner))),
        minutes=tuple(
            minute_seen(m, is_exempt=m.id in exempt.minutes or about_exempt(m)) for m in plan.minutes
        ),
        measures=tuple(m for m in plan.measures if m.area_id not in areas),
        evidence=tuple(
            withheld_evidence(e) if e.id in exempt.evidence or about_exempt(e) else e for e in plan.evidence
        ),
        sources=tuple(
            replace(source, findings=tuple(finding_seen(one, areas, helped) for one in source.findings))
            for source in plan.sources
        ),
    )


def is_answered_in_secret(finding: Finding) -> bool:
    """Whether which areas answer a finding is kept from the reader, in part or whole."""
    return WITHHELD_AREA in finding.area_ids


def is_withheld(thing: Action | Evidence) -> bool:
    """Whether what was said of a thing, or that nothing was, is kept from the reader."""
    if isinstance(thing, Evidence):
        return thing.exempt and (thing.title, thing.shows) == (EXEMPT_ITEM, WITHHELD)
    return thing.exempt and thing.lead == WITHHELD_OWNER


def redact_deadlines(
    deadlines: Mapping[int, Sequence[Deadline]], audience: Audience, seen: Plan, exempt: Exempt
) -> dict[int, tuple[Deadline, ...]]:
    """The deadlines by action id as an audience may see them, for the plan as it sees it.

    Roles stand for the names that `exempt` has.
    """
    if audience is Audience.INTERNAL:
        return {id_: tuple(those) for id_, those in deadlines.items()}
    shown = seen.actions_by_id.keys() - exempt_in(seen).actions
    nobody = without_names(exempt.named)

    def as_seen(deadline: Deadline, id_: int) -> Deadline:
        told = replace(reworded(deadline, nobody), actor="") if id_ in shown else withheld_deadline(deadline)
        return reworded(told, without_small_counts) if audience is Audience.PUBLIC else told

    return {
        id_: tuple(as_seen(deadline, id_) for deadline in those)
        for id_, those in deadlines.items()
        if id_ in shown or audience is Audience.BOARD
    }


def redact_updates(
    updates: Mapping[int, Sequence[Update]], audience: Audience, seen: Plan, exempt: Exempt
) -> dict[int, tuple[Update, ...]]:
    """What was said of actions by their ids as an audience may see it, for the plan as it sees it.

    Of what is exempt nothing is left. Roles stand for the names that `exempt` has.
    """
    if audience is Audience.INTERNAL:
        return {id_: tuple(said) for id_, said in updates.items()}
    shown = seen.actions_by_id.keys() - exempt_in(seen).actions
    nobody = without_names(exempt.named)
    told = {id_: (reworded(one, nobody) for one in said) for id_, said in updates.items() if id_ in shown}
    if audience is Audience.PUBLIC:
        return {id_: tuple(reworded(one, without_small_counts) for one in said) for id_, said in told.items()}
    return {id_: tuple(said) for id_, said in told.items()}
