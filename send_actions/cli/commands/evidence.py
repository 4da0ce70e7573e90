"""`evidence`: what shows that something was done or made a difference, filed and listed."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from send_actions.cli.action_json import iso_day
from send_actions.cli.command_group import command_group
from send_actions.cli.completion import complete_ref
from send_actions.cli.location import past_day
from send_actions.cli.options import (
    Db,
    NotPersonal,
    On,
    OptionalRef,
    ViewOptions,
    Yes,
    argument,
    grouped_options,
    option,
)
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things, part
from send_actions.domain.drafts import EvidenceDraft
from send_actions.domain.plan import Evidence
from send_actions.domain.plan.vocabulary import EvidenceKind
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import say_date

evidence = command_group("evidence")

Which = Annotated[str, argument("REF", "The action, or with --area the area's number.", complete_ref)]
Title = Annotated[str, argument("TITLE", "What it is called, in quotes.")]
Kind = Annotated[str, option("--kind", "KIND", "data, audit, voice or document (also when left out).")]
Shows = Annotated[str, option("--shows", "TEXT", "What it shows.")]
Place = Annotated[str, option("--place", "TEXT", "Where it is kept.")]
IsArea = Annotated[bool, typer.Option("--area", help="It is for an area, and its number comes first.")]
Exempt = Annotated[bool, typer.Option("--exempt", help="Counted, but without detail for a board.")]


@evidence.callback()
def begin(db: Db = None) -> None:
    """File what shows that something was done or made a difference, and list it."""
    del db  # each command's own --db looks for it here


@evidence.command("add")
def add(
    which: Which,
    title: Title,
    *,
    kind: Kind = "document",
    shows: Shows = "",
    place: Place = "",
    is_area: IsArea = False,
    exempt: Exempt = False,
    on: On = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """File evidence for an action, or with --area for an area.

    send-actions evidence add 9.3 "Call log, March 2026" --kind data --shows "62 calls, 41 without a referral"
    """
    question_personal((title, shows, place), is_confirmed=not_personal)
    with open_plan(db) as view:
        day = past_day(on, view.today)
        draft = EvidenceDraft(
            kind=read_choice("kind of evidence", kind, EvidenceKind),
            title=title,
            action_id=None if is_area else view.action(which).id,
            area_id=view.area(which).id if is_area else None,
            shows=shows,
            place=place,
            exempt=exempt,
        ).checked()
    question_slips(slips_of(view, on=day), is_confirmed=yes)
    from send_actions.changes.evidence import add_evidence

    unchanged = "That is filed already: nothing was changed."
    make_change(view, lambda store, author: add_evidence(store, draft, on=day, **author), unchanged)


@evidence.command("list")
@grouped_options
def list_evidence(ref: OptionalRef = None, *, options: ViewOptions) -> None:
    """List the evidence by date, all or of one action.

    send-actions evidence list 9.3
    """

    def found(view: PlanView) -> list[Record]:
        only = view.action(ref).id if ref is not None else None
        return [_record(one, view) for one in view.plan.evidence if only in (None, one.action_id)]

    list_things(_EVIDENCE, found, options)


def _record(one: Evidence, view: PlanView) -> Record:
    action = view.plan.actions_by_id.get(one.action_id or 0)
    area = view.plan.areas_by_id.get(one.area_id or 0)
    return {
        "on": iso_day(one.on),
        "kind": one.kind.value,
        "title": one.title,
        "shows": one.shows,
        "place": one.place,
        "ref": action.ref if action else "",
        "area": area.number if area else "",
        "exempt": one.exempt,
        "day": say_date(one.on),
    }


def _about(one: Record) -> str:
    return str(one["ref"] or (one["area"] and f"area {one['area']}"))


_EVIDENCE: Final = ThingList(
    kind="evidence",
    noun="item",
    fields=("on", "kind", "title", "shows", "place", "ref", "area", "exempt"),
    columns=(
        Shown("Date", "day", right=True),
        Shown("For", _about),
        Shown("Kind", "kind", spare=1),
        Shown("Evidence", "title", least=20),
        Shown("Shows", "shows", least=20, spare=2),
        Shown("Kept", "place", least=10, spare=3),
    ),
    sentences=lambda one: (
        f"{one['day']}: {one['title']} ({one['kind']})",
        f"For {_about(one)}",
        part("Shows:", one["shows"]),
        part("Kept:", one["place"]),
        "Exempt" if one["exempt"] else "",
    ),
    when_none="No evidence yet: file some with `send-actions evidence add REF TITLE`",
)
