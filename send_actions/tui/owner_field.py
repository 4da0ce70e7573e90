"""An owner in one field, as "Head of SEND, LA": who of the plan it is, or nearly is, or that it is new."""

from __future__ import annotations

from functools import partial

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Plan
from send_actions.domain.text import clean, fold
from send_actions.domain.words.owners import doubt_owner
from send_actions.domain.words.people import name_questions
from send_actions.tui.form_owners import ROLE, complete_role, owner_draft, tell_owner
from send_actions.tui.forms import Completion, Entry, Values
from send_actions.tui.text_layout import inline
from send_actions.tui.whole_forms import Fields


def owner_entry(
    name: str, label: str, plan: Plan, *, otherwise: str = "nobody", apart: bool = False
) -> Entry:
    """A role and its organisation in one field, and who it is where the field is empty."""
    return Entry(
        name,
        label,
        f"Head of SEND, LA; empty: {otherwise}",
        partial(_tell, plan=plan),
        complete=partial(_complete, name, plan=plan),
        apart=apart,
    )


def read_owner_field(text: str, plan: Plan) -> OwnerDraft | None:
    """Return the owner that a field names, None for nobody: one of the plan as written, else by its parts.

    Raises UsageError for an organisation without a role.
    """
    for owner in plan.owners:
        if fold(str(owner)) == fold(clean(text, one_line=True)):
            return OwnerDraft(owner.role, owner.organisation)
    return owner_draft({ROLE: text}, plan)


def read_owner_of(fields: Fields, name: str, plan: Plan) -> OwnerDraft | None:
    """Return the owner that a field of a whole form names, and gather what is to ask of it once."""
    owner = fields.read(name, partial(read_owner_field, plan=plan), None)
    if fields.is_changed(name) and owner is None:
        if fields.values.get(name):
            fields.doubt(name, f"{inline(fields.values[name])} names nobody.")
    elif fields.is_changed(name) and owner:
        asked = " ".join(name_questions(owner.role))
        fields.doubt(name, asked or inline(doubt_owner(owner.role, owner.organisation, plan.owners) or ""))
        for problem in owner.problems():
            fields.refuse(name, problem)
    return owner


def _tell(text: str, plan: Plan) -> str:
    return tell_owner({ROLE: text}, plan) if text else ""


def _complete(name: str, values: Values, plan: Plan) -> Completion | None:
    """The owner of the plan that the field goes on to, or nearly names."""
    found = complete_role({ROLE: values.get(name, "")}, plan)
    if found is None:
        return None
    whole = ", ".join(filter(None, found.values.values()))
    return Completion(whole if found.shown else "", {name: whole})
