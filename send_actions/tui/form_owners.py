"""What a form says of an owner while one types: who of the plan it is, or nearly is, or that it is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.words.owners import doubt_owner, is_nobody, read_owner, suggest_owner
from send_actions.domain.words.people import name_questions
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.text_layout import inline

ROLE: Final = "role"
ORGANISATION: Final = "organisation"
FROM: Final = "from"
"""The fields in which an owner is typed."""

SHOWN: Final = 3
"""Owners that are named beside the first whose name begins so."""


def owner_fields(plan: Plan) -> list[Entry]:
    """What naming an owner asks for."""
    by_role, by_body = partial(complete_role, plan=plan), partial(complete_organisation, plan=plan)
    return [
        Entry(ROLE, "Role", "such as Head of SEND; empty: nobody", complete=by_role),
        Entry(ORGANISATION, "Organisation", "such as LA or ICB", complete=by_body),
    ]


def owner_draft(values: Values, plan: Plan) -> OwnerDraft | None:
    """The owner a lead form stands for, also as "Head of SEND, LA" in one field; None for nobody.

    Raises UsageError for an organisation without a role.
    """
    role, organisation = _typed(values, plan)
    return OwnerDraft(role, organisation).checked() if role or organisation else None


def owner_doubts(values: Values, plan: Plan, actions: Sequence[Action]) -> str:
    """What to ask once of an owner: nobody in somebody's place, a person's name, or nearly one we know."""
    role, organisation = _typed(values, plan)
    if not role:
        led = any(action.lead for action in actions)
        return "Enter again leaves nobody named" if led and not organisation else ""
    if asked := name_questions(role):
        return f"{' '.join(asked)} Enter again saves it all the same"
    doubt = doubt_owner(role, organisation, plan.owners)
    return f"{inline(doubt)} Enter again saves it as new" if doubt else ""


def tell_owner(values: Values, plan: Plan) -> str:
    """Say who of the plan begins so, or that the owner is new, and whom it nearly is."""
    role, organisation = _typed(values, plan)
    if not role:
        return f"{inline(values[ROLE])} names nobody" if values.get(ROLE) else ""
    if any(_same(owner, role, organisation) for owner in plan.owners):
        return ""
    if found := _beginning(values, plan):
        more = f"; also {', '.join(inline(str(one)) for one in found[1 : SHOWN + 1])}" if found[1:] else ""
        return f"→ takes {inline(str(found[0]))}{more}"
    if near := suggest_owner(role, organisation, plan.owners):
        return f"New to the plan, and nearly {inline(str(near))}: → takes that"
    return inline(doubt_owner(role, organisation, plan.owners)) or "New to the plan"


def complete_role(values: Values, plan: Plan) -> Completion | None:
    """The owner whose role begins so, with the organisation where none was given; else who it nearly is."""
    goes_on = next(iter(_beginning(values, plan)), None)
    owner = goes_on or suggest_owner(*_typed(values, plan), plan.owners)
    if owner is None:
        return None
    shown = owner.role if values.get(ORGANISATION) else str(owner)
    return Completion(shown if goes_on else "", {ROLE: owner.role, ORGANISATION: owner.organisation})


def complete_organisation(values: Values, plan: Plan) -> Completion | None:
    """The organisation of the plan that begins so; the one of the role before others."""
    typed, role = values.get(ORGANISATION, ""), values.get(ROLE, "").casefold()
    bodies = Counter(owner.organisation for owner in plan.owners if _goes_on(owner.organisation, typed))
    for owner in plan.owners:
        if owner.role.casefold() == role and owner.organisation in bodies:
            bodies[owner.organisation] += len(plan.owners)
    best = next((name for name, _ in bodies.most_common(1)), "")
    return Completion(best, {ORGANISATION: best}) if best else None


def complete_heard_from(values: Values, plan: Plan) -> Completion | None:
    """The owner of the plan whose name begins so."""
    typed = values.get(FROM, "")
    names = [str(owner) for owner in _by_use(plan) if _goes_on(str(owner), typed)]
    return Completion(names[0], {FROM: names[0]}) if names else None


def _typed(values: Values, plan: Plan) -> tuple[str, str]:
    """The role and the organisation that are typed; both in the first field are parted."""
    role, organisation = values.get(ROLE, ""), values.get(ORGANISATION, "")
    if organisation:
        return ("" if is_nobody(role) else role), organisation
    return read_owner(role, {owner.organisation for owner in plan.owners if owner.organisation})


def _same(owner: Owner, role: str, organisation: str) -> bool:
    given, known = (role, organisation), (owner.role, owner.organisation)
    return tuple(map(str.casefold, given)) == tuple(map(str.casefold, known))


def _beginning(values: Values, plan: Plan) -> list[Owner]:
    """The owners whose role, or role and organisation in one, begin so, within the organisation given."""
    role, organisation = values.get(ROLE, ""), values.get(ORGANISATION, "").casefold()
    return [
        owner
        for owner in _by_use(plan)
        if _goes_on(owner.role if organisation else str(owner), role)
        and owner.organisation.casefold().startswith(organisation)
    ]


def _by_use(plan: Plan) -> list[Owner]:
    """The owners of the plan, those who lead most first."""
    led = Counter(action.lead.id for action in plan.actions if action.lead)
    return sorted(plan.owners, key=lambda owner: (-led[owner.id], str(owner)))


def _goes_on(known: str, typed: str) -> bool:
    """Whether a name goes on from what is typed."""
    return bool(typed) and len(known) > len(typed) and known.casefold().startswith(typed.casefold())
