"""`source` and `finding`: what inspections and reviews found, and which areas answer it."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from send_actions.cli.action_json import iso_day
from send_actions.cli.command_group import command_group
from send_actions.cli.location import past_day
from send_actions.cli.options import Db, NotPersonal, ViewOptions, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things, part
from send_actions.domain.checks.slips import old_slips
from send_actions.domain.drafts import FindingDraft, SourceDraft
from send_actions.domain.plan import Finding, Source
from send_actions.domain.plan.vocabulary import FindingKind, SourceKind
from send_actions.domain.text import cut
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import say_date

source = command_group("source")
finding = command_group("finding")

Title = Annotated[str, argument("TITLE", "What it is called, in quotes.")]
Published = Annotated[str, option("--on", "DATE", "The day it was published.")]
Kind = Annotated[
    str, option("--kind", "KIND", "inspection-letter, peer-review, diagnostic or self-evaluation.")
]
Author = Annotated[str, option("--author", "WHO", "The body it is from.")]
Which = Annotated[str, argument("SOURCE", "Its title, or words that it alone has.")]
Words = Annotated[str, argument("WORDS", "What was found, in quotes.")]
FoundKind = Annotated[
    str, option("--kind", "KIND", "strength, area-for-improvement (also when left out) or recommendation.")
]
Place = Annotated[str, option("--place", "TEXT", "Where it stands: a page or a paragraph.")]
Areas = Annotated[
    list[str] | None, typer.Option("--area", metavar="AREA", help="An area that answers it; may repeat.")
]

_OLDEST: Final = 10
_LONGEST_TITLE: Final = 30


@source.callback()
def begin(db: Db = None) -> None:
    """Enter the letters, reviews and self-evaluations that the plan answers, and list them."""
    del db  # each command's own --db looks for it here


@source.command("add")
def add_a_source(
    title: Title,
    *,
    on: Published,
    kind: Kind,
    author: Author = "",
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Enter a source.

    send-actions source add "Area SEND inspection letter" --on "14 May 2025" --kind inspection-letter
    """
    question_personal((title, author), is_confirmed=not_personal)
    with open_plan(db) as view:
        day = past_day(on, view.today)
        meant = read_choice("kind of source", kind, SourceKind)
        draft = SourceDraft(on=day, kind=meant, title=title, author=author).checked()
    question_slips(old_slips("source", day or view.today, view.today, _OLDEST), is_confirmed=yes)
    from send_actions.changes.sources import add_source

    make_change(view, lambda store, author: add_source(store, draft, **author))


@source.command("list")
@grouped_options
def list_sources(options: ViewOptions) -> None:
    """List the sources by date, with how much each found.

    send-actions source list --json
    """
    list_things(_SOURCES, lambda view: [_source(one, view) for one in view.plan.sources], options)


@finding.callback()
def begin_finding(db: Db = None) -> None:
    """Enter what a source found, with the areas that answer it, and list the findings."""
    del db  # each command's own --db looks for it here


@finding.command("add")
def add_a_finding(
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


def _source(one: Source, view: PlanView) -> Record:
    answerable = [found for found in one.findings if found.kind is not FindingKind.STRENGTH]
    unanswered = [f for f in answerable if not any(id_ in view.plan.areas_by_id for id_ in f.area_ids)]
    return {
        "on": iso_day(one.on),
        "kind": one.kind.value,
        "title": one.title,
        "author": one.author,
        "findings": len(one.findings),
        "without_area": len(unanswered),
        "day": say_date(one.on),
    }


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


_SOURCES: Final = ThingList(
    kind="sources",
    noun="source",
    fields=("on", "kind", "title", "author", "findings", "without_area"),
    columns=(
        Shown("Date", "day", right=True),
        Shown("Kind", lambda one: one["kind"].replace("-", " "), spare=2),
        Shown("Source", "title", least=20),
        Shown("From", "author", least=10, spare=3),
        Shown("Findings", "findings", right=True),
        Shown("Without area", lambda one: str(one["without_area"] or ""), right=True, spare=1),
    ),
    sentences=lambda one: (
        f"{one['day']}: {one['title']} ({one['kind'].replace('-', ' ')})",
        part("From", one["author"]),
        f"Findings: {one['findings']}",
        part("Without an area:", one["without_area"]),
    ),
    when_none="No sources yet: enter one with `send-actions source add TITLE --on DATE`",
)

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
