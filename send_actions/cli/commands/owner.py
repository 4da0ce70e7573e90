"""`owner`: who leads what, and who may be the same under two names."""

from __future__ import annotations

from typing import Final

from send_actions.cli.command_group import command_group
from send_actions.cli.options import Db, ViewOptions, grouped_options
from send_actions.cli.plan_view import PlanView
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.words.owners import near_owners

owner = command_group("owner")


@owner.callback()
def begin(db: Db = None) -> None:
    """See who leads what; owners come with `add --lead`, `edit --lead` and imports."""
    del db  # each command's own --db looks for it here


@owner.command("list")
@grouped_options
def list_owners(options: ViewOptions) -> None:
    """List roles and organisations with what each leads, and those that may be one and the same.

    send-actions owner list --csv
    """
    list_things(_OWNERS, _records, options)


def _records(view: PlanView) -> list[Record]:
    plan = view.plan
    near = near_owners(plan.owners)
    return [
        {
            "role": one.role,
            "org": one.organisation,
            "leads": sum(a.lead == one for a in plan.actions),
            "open": sum(a.lead == one and a.is_open for a in plan.actions),
            "accountable": sum(a.sro == one for a in plan.actions),
            "areas": [area.number for area in plan.areas if area.lead == one],
            "perhaps": [str(other) for other in near.get(one.id, ())],
            "named": str(one),
        }
        for one in plan.owners
    ]


_OWNERS: Final = ThingList(
    kind="owners",
    noun="owner",
    fields=("role", "org", "leads", "open", "accountable", "areas", "perhaps"),
    columns=(
        Shown("Role", lambda one: str(one["role"]), least=20),
        Shown("Of", lambda one: str(one["org"]), least=6),
        Shown("Leads", lambda one: str(one["leads"] or ""), right=True),
        Shown("Open", lambda one: str(one["open"] or ""), right=True),
        Shown("SRO", lambda one: str(one["accountable"] or ""), right=True, spare=2),
        Shown("Areas", lambda one: ", ".join(one["areas"]), spare=1),
        Shown("Perhaps the same as", lambda one: "; ".join(one["perhaps"]), least=16),
    ),
    sentences=lambda one: (
        str(one["named"]),
        f"Leads {one['leads']}, {one['open']} of them open" if one["leads"] else "Leads no action",
        f"Accountable for {one['accountable']}" if one["accountable"] else "",
        f"Leads area {', '.join(one['areas'])}" if one["areas"] else "",
        f"Perhaps the same as {'; '.join(one['perhaps'])}" if one["perhaps"] else "",
    ),
    when_none="No owners yet: `send-actions edit REF --lead OWNER` names one",
)
