"""`finding`: what inspections and reviews found, and which areas answer it."""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.options import Db, NotPersonal, ViewOptions, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.drafts import FindingDraft
from send_actions.domain.plan import Finding, Source
from send_actions.domain.plan.vocabulary import FindingKind
from send_actions.domain.text import cut
from send_actions.domain.words.choices import read_choice
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

finding = command_group("finding")

Which = Annotated[str, argument("SOURCE", "Its title, or words that it alone has.")]
Words = Annotated[str, argument("WORDS", "What was found, in quotes.")]
FoundKind = Annotated[
    str, option("--kind", "KIND", "strength, area-for-improvement (also when left out) or recommendation.")
]
Place = Annotated[str, option("--place", "TEXT", "Where it stands: a page or a paragraph.")]
Areas = Annotated[
    list[str] | None, typer.Option("--area", metavar="AREA", help="An area that answers it; may repeat.")
]
Found = Annotated[str, argument("FINDING", "Words that it alone has in that source.")]
NewWords = Annotated[str | None, option("--words", "TEXT", "What was found.")]
NewKind = Annotated[str | None, option("--kind", "KIND", "strength, area-for-improvement or recommendation.")]
NewPlace = Annotated[str | None, option("--place", "TEXT", "Where it stands.")]
NotAreas = Annotated[
    list[str] | None,
    typer.Option("--not-area", metavar="AREA", help="An area that does not answer it; may repeat."),
]

_LONGEST_TITLE: Final = 30


@finding.callback()
def begin(db: Db = None) -> None:
    """Enter what a source found, with the areas that answer it, change and list the findings."""
    del db  # each command's own --db looks for it here


@finding.command("add")
def add(
    which: Which,
    words: Words,
    *,
    kind: FoundKind = "area-for-improvement",
    place: Place = "",
    area: Areas = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Enter a finding of a source; the same again with --area adds an area that answers it.

    send-actions finding add "Peer review" "Families wait too long for an answer." --place "page 4" --area 13
    """
    question_personal((words, place), is_confirmed=not_personal)
    with open_plan(db) as view:
        draft = FindingDraft(
            source_id=view.source(which).id,
            kind=read_choice("kind of finding", kind, FindingKind),
            text=words,
            place=place,
            area_ids=tuple(dict.fromkeys(view.area(number).id for number in area or ())),
        ).checked()
    from send_actions.changes.sources import add_finding

    unchanged = "That finding stands there already: nothing was changed."
    make_change(view, lambda store, author: add_finding(store, draft, **author), unchanged)


@finding.command("edit")
def edit(
    which: Which,
    found: Found,
    *,
    words: NewWords = None,
    kind: NewKind = None,
    place: NewPlace = None,
    area: Areas = None,
    not_area: NotAreas = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Change what was found, where it stands, or which areas answer it.

    send-actions finding edit "Peer review" "asked for views" --place "page 6" --area 14 --not-area 13
    """
    given: dict[str, Any] = {"text": words, "kind": kind, "place": place}
    given = {name: text for name, text in given.items() if text is not None}
    if not given and not area and not not_area:
        raise UsageError("Say what to change, such as --words: see `send-actions finding edit --help`.")
    question_personal(filter(None, (words, place)), is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.finding(found, view.source(which))
        if kind is not None:
            given["kind"] = read_choice("kind of finding", kind, FindingKind)
        now, no_longer = ([view.area(number).id for number in numbers or ()] for numbers in (area, not_area))
    if both := set(now) & set(no_longer):
        number = view.plan.areas_by_id[both.pop()].number
        raise UsageError(f"Area {number} either answers it or does not: give --area or --not-area.")
    from send_actions.changes.sources import revise_finding

    make_change(
        view,
        lambda store, author: revise_finding(
            store, meant.id, given, answered_by=now, no_longer_by=no_longer, **author
        ),
        "That finding is so already: nothing was changed.",
    )


@finding.command("remove")
def remove(which: Which, found: Found, *, db: Db = None) -> None:
    """Take a finding out of its source; what was found stays in history.

    send-actions finding remove "Peer review" "asked for views"
    """
    with open_plan(db) as view:
        meant = view.finding(found, view.source(which))
    from send_actions.changes.sources import remove_finding

    make_change(view, lambda store, author: remove_finding(store, meant.id, **author))


@finding.command("list")
@grouped_options
def list_findings(options: ViewOptions) -> None:
    """List the findings by source, with the areas that answer each.

    send-actions finding list --csv
    """
    list_things(
        _FINDINGS,
        lambda view: [_finding(one, of, view) for of in view.plan.sources for one in of.findings],
        options,
    )


def _finding(one: Finding, of: Source, view: PlanView) -> Record:
    areas = view.plan.areas_by_id
    return {
        "source": of.title,
        "on": iso_day(of.on),
        "kind": one.kind.value,
        "text": one.text,
        "place": one.place,
        "areas": [areas[id_].number for id_ in one.area_ids if id_ in areas],
    }


_FINDINGS: Final = ThingList(
    kind="findings",
    noun="finding",
    fields=("source", "on", "kind", "text", "place", "areas"),
    columns=(
        Shown("Areas", lambda one: ", ".join(one["areas"]), right=True),
        Shown("Kind", lambda one: one["kind"].replace("-", " "), spare=1),
        Shown("Finding", "text", least=24),
        Shown("Source", lambda one: cut(one["source"], _LONGEST_TITLE), least=12, spare=2),
        Shown("Place", "place", spare=3),
    ),
    sentences=lambda one: (
        f"{one['source']}{', ' + one['place'] if one['place'] else ''}",
        f"{one['kind'].replace('-', ' ').capitalize()}: {one['text']}",
        f"Answered by area {', '.join(one['areas'])}" if one["areas"] else "No area answers it",
    ),
    when_none="No findings yet: enter one with `send-actions finding add SOURCE WORDS`",
)
