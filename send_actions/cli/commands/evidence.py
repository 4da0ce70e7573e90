"""`evidence`: what shows that something was done or made a difference: filed, changed and listed."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.completion import complete_area, complete_ref
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
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

evidence = command_group("evidence")

Which = Annotated[str, argument("REF", "The action, or with --area the area's number.", complete_ref)]
Title = Annotated[str, argument("TITLE", "What it is called, in quotes.")]
Kind = Annotated[str, option("--kind", "KIND", "data, audit, voice or document (also when left out).")]
Shows = Annotated[str, option("--shows", "TEXT", "What it shows.")]
Place = Annotated[str, option("--place", "TEXT", "Where it is kept.")]
IsArea = Annotated[bool, typer.Option("--area", help="It is for an area, and its number comes first.")]
Exempt = Annotated[bool, typer.Option("--exempt", help="Counted, but without detail for a board.")]
Filed = Annotated[str, argument("EVIDENCE", "Its title, or words that it alone has there.")]


class NewParticulars(NamedTuple):
    """What is changed of evidence; what is not given is None."""

    title: Annotated[str | None, option("--title", "TEXT", "What it is called.")] = None
    kind: Annotated[str | None, option("--kind", "KIND", "data, audit, voice or document.")] = None
    shows: Annotated[str | None, option("--shows", "TEXT", "What it shows.")] = None
    place: Annotated[str | None, option("--place", "TEXT", "Where it is kept.")] = None
    on: Annotated[str | None, option("--on", "DATE", "The date it speaks of.")] = None
    action: Annotated[
        str | None, option("--action", "REF", "The action it is for now.", complete=complete_ref)
    ] = None
    into: Annotated[
        str | None, option("--into", "AREA", "The area it is for now.", complete=complete_area)
    ] = None
    exempt: Annotated[
        bool | None,
        typer.Option("--exempt/--not-exempt", help="Whether it is counted without detail for a board."),
    ] = None


@evidence.callback()
def begin(db: Db = None) -> None:
    """File what shows that something was done or made a difference, change and list it."""
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
        day = view.past_day(on)
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


@evidence.command("edit")
@grouped_options
def edit(
    which: Which,
    words: Filed,
    *,
    changed: NewParticulars,
    is_area: IsArea = False,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Change what evidence is called, says or shows, or what it is for; "" leaves out what was said.

    send-actions evidence edit 6.1 "Caseload report" --place "Shared drive, SEND"
    """
    given = {name: value for name, value in changed._asdict().items() if value is not None}
    if not given:
        raise UsageError("Say what to change, such as --title: see `send-actions evidence edit --help`.")
    texts = [text for name in ("title", "shows", "place") if (text := given.get(name))]
    question_personal(texts, is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.evidence(words, view.area(which) if is_area else view.action(which))
        if changed.kind is not None:
            given["kind"] = read_choice("kind of evidence", changed.kind, EvidenceKind)
        if changed.on is not None:
            given["on"] = view.past_day(changed.on)
        given |= _subject(given.pop("action", None), given.pop("into", None), view)
    question_slips(slips_of(view, on=given.get("on")), is_confirmed=yes)
    from send_actions.changes.evidence import revise_evidence

    unchanged = f"{meant.title} is so already: nothing was changed."
    make_change(view, lambda store, author: revise_evidence(store, meant.id, given, **author), unchanged)


def _subject(ref: str | None, number: str | None, view: PlanView) -> dict[str, int | None]:
    """Return what evidence is for now; nothing where that stays. Raises UsageError."""
    if ref is not None and number is not None:
        raise UsageError("Evidence is for an action or for an area: give --action or --into.")
    if ref is None and number is None:
        return {}
    return {
        "action_id": None if ref is None else view.action(ref).id,
        "area_id": None if number is None else view.area(number).id,
    }


@evidence.command("remove")
def remove(which: Which, words: Filed, *, is_area: IsArea = False, db: Db = None) -> None:
    """Take evidence out of the plan; what was filed stays in history.

    send-actions evidence remove 6.1 "Caseload report"
    """
    with open_plan(db) as view:
        meant = view.evidence(words, view.area(which) if is_area else view.action(which))
    from send_actions.changes.evidence import remove_evidence

    make_change(view, lambda store, author: remove_evidence(store, meant.id, **author))


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
    noun="piece of evidence",
    nouns="pieces of evidence",
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
