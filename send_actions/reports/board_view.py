"""What a board sees of the things of a plan: roles for names, and of what is exempt that it is there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from send_actions.domain.plan import Action, Area, Deadline, Due, Evidence, Finding, Minute, Owner
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import say_date
from send_actions.reports.nobody_named import ROLE_WANTED, called_by_name

EXEMPT_ITEM: Final = "Exempt item"
"""What stands where the title of an exempt item was."""

WITHHELD: Final = "Exempt"
"""What stands where any other words of an exempt item were, said or not."""

WITHHELD_OWNER: Final = Owner(id=0, role=WITHHELD)
"""Who stands where the lead of an exempt item was."""


WITHHELD_AREA: Final = 0
"""The row id, which no area has, that stands where a finding named exempt areas that answer it."""


def role_of(owner: Owner | None) -> Owner | None:
    """An owner by role and organisation alone; that a role is wanted of one who is called by a name."""
    if owner is not None and called_by_name(owner):
        owner = replace(owner, role=ROLE_WANTED)
    if owner is None or not (owner.name or owner.email or owner.deputy or owner.away_until):
        return owner
    return replace(owner, name="", email="", deputy="", away_until=None)


def area_seen(area: Area, *, is_exempt: bool) -> Area:
    """An area with its lead's role; of an exempt one its number and status are left."""
    if not is_exempt:
        return replace(area, lead=role_of(area.lead))
    return replace(
        area,
        exempt=True,
        title=EXEMPT_ITEM,
        outcome=WITHHELD,
        theme="",
        headline=WITHHELD,
        lead=WITHHELD_OWNER,
        judgement=replace(area.judgement, reason=WITHHELD) if area.judgement else None,
    )


def finding_seen(finding: Finding, exempt_areas: Collection[int], helped: Collection[int] = ()) -> Finding:
    """A finding with the areas that answer it; that exempt ones do is left, not which.

    `helped` are the areas that exempt actions of others support, which is left of them likewise.
    """
    shown = tuple(id_ for id_ in finding.area_ids if id_ not in exempt_areas)
    is_whole = len(shown) == len(finding.area_ids) and not any(id_ in helped for id_ in shown)
    return finding if is_whole else replace(finding, area_ids=(*shown, WITHHELD_AREA))


def action_seen(
    action: Action, exempt_areas: Collection[int], exempt_actions: Collection[int], *, is_exempt: bool
) -> Action:
    """An action with roles, and without links to what is exempt, for they would say what that is about.

    Of an exempt one its ref, status, impact and dates are left.
    """
    supports = tuple(id_ for id_ in action.supports if id_ not in exempt_areas)
    depends_on = tuple(id_ for id_ in action.depends_on if id_ not in exempt_actions)
    if (supports, depends_on) != (action.supports, action.depends_on):
        action = replace(action, supports=supports, depends_on=depends_on)
    if not is_exempt:
        lead, sro = role_of(action.lead), role_of(action.sro)
        is_known_by_role = lead is action.lead and sro is action.sro
        return action if is_known_by_role else replace(action, lead=lead, sro=sro)
    return replace(
        action,
        exempt=True,
        title=EXEMPT_ITEM,
        success_measure=WITHHELD,
        lead=WITHHELD_OWNER,
        sro=WITHHELD_OWNER,
        partners=(),
        supports=(),
        depends_on=(),
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
        due_was=action.due_was and _due(action.due_was),
        due_reason=WITHHELD,
        due_minute="",
    )


def _due(due: Due) -> Due:
    """The date without the words it was typed in."""
    if due.precision is Precision.UNCLEAR:
        return replace(due, text="")
    return replace(due, text=say_date(due.on) if due.on else due.precision.value.capitalize())


def withheld_deadline(deadline: Deadline) -> Deadline:
    """The date of an exempt action without any words about it."""
    return replace(deadline, due=_due(deadline.due), reason=WITHHELD, minute="", actor="")


def minute_seen(minute: Minute, *, is_exempt: bool) -> Minute:
    """What a meeting said, with roles; of what is exempt, that something was said and if it was answered."""
    if not is_exempt:
        owner = role_of(minute.owner)
        return minute if owner is minute.owner else replace(minute, owner=owner)
    return replace(
        minute,
        exempt=True,
        text=EXEMPT_ITEM,
        answer=WITHHELD if minute.answer else "",
        owner=WITHHELD_OWNER if minute.owner else None,
        due=minute.due and _due(minute.due),
        made_action_id=None,
    )


def withheld_evidence(evidence: Evidence) -> Evidence:
    """That there is evidence, of which sort and day."""
    return replace(evidence, exempt=True, title=EXEMPT_ITEM, shows=WITHHELD, place="")
