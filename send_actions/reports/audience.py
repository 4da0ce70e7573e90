"""Who a paper is for, and the plan with only what they may see: done before any content is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from send_actions.domain.plan import Action, Area, Deadline, Due, Evidence, Minute, Owner, Plan
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import say_date

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
        if self is Audience.INTERNAL:
            return "Internal: names are given and exempt items are shown"
        return "Board: roles stand for names, and exempt items are counted without their detail"


def read_audience(text: str) -> Audience:
    """The audience meant by a word; raises UsageError."""
    return read_choice("audience", text, Audience)


@dataclass(frozen=True)
class Exempt:
    """The row ids of what a board may only count: areas, actions, minutes and evidence."""

    areas: frozenset[int] = frozenset()
    actions: frozenset[int] = frozenset()
    minutes: frozenset[int] = frozenset()
    evidence: frozenset[int] = frozenset()

    def __or__(self, other: Exempt) -> Exempt:
        """What either of two holds."""
        return Exempt(**{noun: ids | getattr(other, noun) for noun, ids in vars(self).items()})


NOTHING_EXEMPT: Final = Exempt()
"""No area, action, minute or piece of evidence."""


def exempt_in(plan: Plan) -> Exempt:
    """What is exempt in a plan; an exempt area makes all its actions exempt."""
    areas = frozenset(area.id for area in plan.areas if area.exempt)
    return Exempt(
        areas,
        frozenset(a.id for a in plan.actions if a.exempt or a.area_id in areas),
        frozenset(m.id for m in plan.minutes if m.exempt),
        frozenset(e.id for e in plan.evidence if e.exempt),
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
    """The plan as an audience may see it; `also` is what is exempt besides, such as in a later plan.

    For a board, owners lose name and e-mail, and an exempt action (or one in an exempt area) keeps only its
    ref, status, impact and dates, so that it is still counted. Measures of an exempt area are left out.
    """
    if audience is Audience.INTERNAL:
        return plan
    exempt = exempt_in(plan) | also
    areas = exempt.areas
    actions = exempt.actions | {action.id for action in plan.actions if action.area_id in areas}

    def about_exempt(thing: Minute | Evidence) -> bool:
        return thing.action_id in actions or thing.area_id in areas

    return replace(
        plan,
        areas=tuple(_area(area, is_exempt=area.id in areas) for area in plan.areas),
        actions=tuple(_action(action, is_exempt=action.id in actions) for action in plan.actions),
        owners=tuple(replace(owner, name="", email="") for owner in plan.owners),
        minutes=tuple(_minute(m, is_exempt=m.id in exempt.minutes or about_exempt(m)) for m in plan.minutes),
        measures=tuple(m for m in plan.measures if m.area_id not in areas),
        evidence=tuple(
            _evidence(e) if e.id in exempt.evidence or about_exempt(e) else e for e in plan.evidence
        ),
    )


def is_withheld(thing: Action | Evidence) -> bool:
    """Whether what was said of a thing, or that nothing was, is kept from the reader."""
    if isinstance(thing, Evidence):
        return thing.exempt and (thing.title, thing.shows) == (EXEMPT_ITEM, WITHHELD)
    return thing.exempt and thing.lead == _WITHHELD_OWNER


def redact_deadlines(
    deadlines: Mapping[int, Sequence[Deadline]], audience: Audience, seen: Plan
) -> dict[int, tuple[Deadline, ...]]:
    """The deadlines by action id as an audience may see them, for the plan as it sees it."""
    shown = seen.actions_by_id.keys() - exempt_in(seen).actions
    if audience is Audience.INTERNAL:
        shown = set(deadlines)
    return {
        id_: tuple(deadline if id_ in shown else _deadline(deadline) for deadline in those)
        for id_, those in deadlines.items()
    }


def _role(owner: Owner | None) -> Owner | None:
    return replace(owner, name="", email="") if owner and (owner.name or owner.email) else owner


def _area(area: Area, *, is_exempt: bool) -> Area:
    if not is_exempt:
        return replace(area, lead=_role(area.lead))
    return replace(
        area,
        exempt=True,
        title=EXEMPT_ITEM,
        outcome=WITHHELD,
        theme="",
        headline=WITHHELD,
        lead=_WITHHELD_OWNER,
        judgement=replace(area.judgement, reason=WITHHELD) if area.judgement else None,
    )


def _action(action: Action, *, is_exempt: bool) -> Action:
    if not is_exempt:
        lead, sro = _role(action.lead), _role(action.sro)
        is_known_by_role = lead is action.lead and sro is action.sro
        return action if is_known_by_role else replace(action, lead=lead, sro=sro)
    return replace(
        action,
        exempt=True,
        title=EXEMPT_ITEM,
        success_measure=WITHHELD,
        lead=_WITHHELD_OWNER,
        sro=_WITHHELD_OWNER,
        partners=(),
        reason=WITHHELD,
        reason_on=None,
        confirmed_on=None,
        note=WITHHELD,
        note_on=action.updated_on,
        measures=(),
        steps=(),
        ask=WITHHELD,
        ask_on=None,
        path=WITHHELD,
        path_by=None,
        proof=WITHHELD,
        impact_shown_by=WITHHELD,
        due=action.due and _due(action.due),
        first_due=action.first_due and _due(action.first_due),
    )


def _due(due: Due) -> Due:
    """The date without the words it was typed in."""
    if due.precision is Precision.UNCLEAR:
        return replace(due, text="")
    return replace(due, text=say_date(due.on) if due.on else due.precision.value.capitalize())


def _deadline(deadline: Deadline) -> Deadline:
    return replace(deadline, due=_due(deadline.due), reason=WITHHELD, minute="", actor="")


def _minute(minute: Minute, *, is_exempt: bool) -> Minute:
    if not is_exempt:
        return minute
    return replace(minute, exempt=True, text=EXEMPT_ITEM, answer=WITHHELD if minute.answer else "")


def _evidence(evidence: Evidence) -> Evidence:
    return replace(evidence, exempt=True, title=EXEMPT_ITEM, shows=WITHHELD, place="")
