"""`owner`: who leads what, added and renamed, and who may be the same under two names."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Final

from send_actions.cli.command_group import command_group
from send_actions.cli.found_by_name import Sought, by_name, titled
from send_actions.cli.options import Db, NotPersonal, ViewOptions, Yes, argument, grouped_options, option
from send_actions.cli.phrases import counted
from send_actions.cli.plan_change import doubt_owners, make_change, question_personal, read_owner_typed
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.terminal import tell
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things, part
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.checks.slips import owner_slips
from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Owner
from send_actions.domain.text import clean, match_key, printable
from send_actions.domain.words.dates import read_date, say_date
from send_actions.domain.words.owners import doubt_owner, near_owners
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

owner = command_group("owner")


Who = Annotated[str, argument("OWNER", 'Role and organisation, in quotes: "Head of SEND, LA".')]
Which = Annotated[str, argument("OWNER", "Role and organisation, or words that this one alone has.")]
Role = Annotated[str | None, option("--role", "TEXT", "The new role.")]
Name = Annotated[
    str | None, option("--name", "NAME", "Who it is, to be greeted by; never in a board or public paper.")
]
Email = Annotated[
    str | None,
    option("--email", "ADDRESS", "Where the draft to them goes; never in a board or public paper."),
]
OldBody = Annotated[str, argument("OLD", "What the organisation is called in the plan.")]
NewBody = Annotated[str, argument("NEW", "What it is called from today on.")]
Deputy = Annotated[
    str | None, option("--deputy", "OWNER", 'Who stands in, by role and organisation; "" for nobody.')
]
Away = Annotated[str | None, option("--away", "DATE", 'The last day on which they are away; "" for here.')]
Body = Annotated[str | None, option("--org", "TEXT", 'The new organisation; "" for none.')]


@owner.callback()
def begin(db: Db = None) -> None:
    """Add and rename who leads what, and list them; `edit REF --lead` gives an action its lead."""
    del db  # each command's own --db looks for it here


NOBODY: Final = 'That is nobody: name a role and its organisation, such as "Head of SEND, LA".'


@owner.command("add")
def add(
    who: Who,
    *,
    name: Name = None,
    email: Email = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Add an owner who leads nothing yet: a role and its organisation; a person's name only as --name.

    send-actions owner add "Head of Therapies, CHT"
    """
    question_personal([who], roles=[who], is_confirmed=not_personal)
    with open_plan(db) as view:
        typed = read_owner_typed(who, view)
    if typed is None:
        raise UsageError(NOBODY)
    draft = replace(typed, name=name or "", email=email or "").checked()
    from send_actions.changes.owners import add_owner

    unchanged = f"The plan has {draft} already: nothing was changed."
    if not make_change(view, lambda store, author: add_owner(store, draft, **author), unchanged):
        return
    doubt_owners([who], view)
    lead = f"--lead {quoted(str(draft))}"
    tell(
        f"`send-actions edit REF {lead}` gives them an action to lead, "
        f"`send-actions edit AREA --area {lead}` an area."
    )


@owner.command("edit")
def edit(
    which: Which,
    *,
    role: Role = None,
    org: Body = None,
    name: Name = None,
    email: Email = None,
    deputy: Deputy = None,
    away: Away = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Rename a role or its organisation, with all that it leads; the name of another makes the two one.

    --name and --email say who it is and where to write, --away and --deputy until when they are away and who
    stands in: a return made by then says so. "" takes them out.

    send-actions owner edit "SENCO Lead" --role "Lead for Inclusive Schools"
    send-actions owner edit "Annual Review Coordinator" --email reviews@example.org
    """
    reached = {key: words for key, words in (("name", name), ("email", email)) if words is not None}
    if role is None and org is None and not reached and deputy is None and away is None:
        told = "Say what to change, --role, --org, --name, --email, --deputy or --away"
        raise UsageError(f"{told}: see `send-actions owner edit --help`.")
    roles = [*filter(None, (role, deputy))]
    question_personal([*roles, *filter(None, (org,))], roles=roles, is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.owner(which)
        given: dict[str, Any] = _given(role, org, view) | reached | _absence(deputy, away, view)
        draft = replace(OwnerDraft(meant.role, meant.organisation), **given).checked()
        leads, going = _what_leads(meant, view)
    question_slips(
        owner_slips(view.plan, meant, draft.role, draft.organisation, leads),
        is_confirmed=yes,
        question="Make them one?",
        instead="give another name",
    )
    from send_actions.changes.owners import revise_owner

    unchanged = f"{meant} is called so already: nothing was changed."
    is_made = make_change(
        view, lambda store, author: revise_owner(store, meant.id, given, **author), unchanged
    )
    if is_made and str(draft) != str(meant):
        tell(f"{going}.")
        others = [one for one in view.plan.owners if one != meant]
        if doubt := doubt_owner(draft.role, draft.organisation, others):
            tell(doubt)


@owner.command("rename-org")
def rename_org(old: OldBody, new: NewBody, *, yes: Yes = False, db: Db = None) -> None:
    """Give an organisation a new name, as CCGs became ICBs: for all its owners and wherever it is a partner.

    It is called so from today on: a paper as at an earlier day keeps the old name.

    send-actions owner rename-org ICB "NHS Somewhere"
    """
    name = clean(new, one_line=True)
    if not name:
        raise UsageError(f"Say what {printable(old)} is called now.")
    with open_plan(db) as view:
        was = _organisation(old, view)
        pairs = [one for one in view.plan.owners if match_key(one.organisation) == match_key(was)]
        slips = [slip for one in pairs for slip in owner_slips(view.plan, one, one.role, name, "")]
    question_slips(slips, is_confirmed=yes, question="Make them one?", instead="give another name")
    from send_actions.changes.owners import rename_organisation

    make_change(
        view,
        lambda store, author: rename_organisation(store, was, name, **author),
        f"{was} is called so already: nothing was changed.",
    )


def _organisation(typed: str, view: PlanView) -> str:
    """Return an organisation of owners or partners as the plan has it; raises UsageError."""
    plan = view.plan
    bodies = [one.organisation for one in plan.owners] + [name for a in plan.actions for name in a.partners]
    named = by_name(dict.fromkeys(filter(str.strip, bodies)), str)
    return titled(typed, named, Sought("organisation", "organisations", "owner list"))


def _given(role: str | None, org: str | None, view: PlanView) -> dict[str, str]:
    """Return what is given of an owner: what is typed as the role may end with the organisation."""
    typed = read_owner_typed(role, view) if role else OwnerDraft(role or "")
    if typed is None:
        raise UsageError(NOBODY)
    body = typed.organisation or None if org is None else org
    given = {"role": None if role is None else typed.role, "organisation": body}
    return {name: words for name, words in given.items() if words is not None}


def _absence(deputy: str | None, away: str | None, view: PlanView) -> dict[str, Any]:
    """Return what is given of an owner's being away; raises UsageError for a day that has passed."""
    given: dict[str, Any] = {} if deputy is None else {"deputy": clean(deputy, one_line=True)}
    if away is None:
        return given
    until = read_date(away, today=view.today, prefer="future") if away.strip() else None
    if until and until < view.today:
        raise UsageError(f'{say_date(until)} has passed: give a day to come, or --away "" for here.')
    return given | {"away_until": until}


def _what_leads(one: Owner, view: PlanView) -> tuple[str, str]:
    """Return what an owner leads, and what is said of it on a new name: 3 actions and area 9 go with it."""
    refs = [action.ref for action in view.plan.actions if one in (action.lead, action.sro)]
    numbers = [area.number for area in view.plan.areas if area.lead == one]
    areas = f"area{'s' * (len(numbers) > 1)} {', '.join(numbers)}"
    parts = [*([counted(len(refs), "action")] if refs else []), *([areas] if numbers else [])]
    leads = " and ".join(parts)
    if not leads:
        return "", f"{one} leads nothing yet"
    return leads, f"{leads} go{'es' if len(refs) + len(numbers) == 1 else ''} with it"


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
            "deputy": one.deputy,
            "away_until": iso_day(one.away_until),
            "away": f"{say_date(one.away_until)}" if one.away_until and one.is_away(plan.as_at) else "",
            "known": " and ".join(["name"] * bool(one.name) + ["e-mail"] * bool(one.email)),
        }
        for one in plan.owners
    ]


_OWNERS: Final = ThingList(
    kind="owners",
    noun="owner",
    fields=("role", "org", "leads", "open", "accountable", "areas", "perhaps", "deputy", "away_until"),
    columns=(
        Shown("Role", "role", least=20),
        Shown("Of", "org", least=6),
        Shown("Leads", lambda one: str(one["leads"] or ""), right=True),
        Shown("Open", lambda one: str(one["open"] or ""), right=True),
        Shown("SRO", lambda one: str(one["accountable"] or ""), right=True, spare=2),
        Shown("Areas", lambda one: ", ".join(one["areas"]), spare=1),
        Shown("Known", "known", spare=3),
        Shown("Away until", "away", spare=2),
        Shown("Deputy", "deputy", spare=3),
        Shown("Perhaps the same as", lambda one: "; ".join(one["perhaps"]), least=16),
    ),
    sentences=lambda one: (
        str(one["named"]),
        f"Leads {one['leads']}, {one['open']} of them open" if one["leads"] else "Leads no action",
        part("Accountable for", one["accountable"]),
        part("Leads area", ", ".join(one["areas"])),
        part("Known by", one["known"]),
        part("Away until", one["away"]),
        part("Deputy:", one["deputy"]),
        part("Perhaps the same as", "; ".join(one["perhaps"])),
    ),
    when_none="No owners yet: `send-actions edit REF --lead OWNER` names one, or `owner add`",
)
