"""`source`: the inspection letters, reviews and self-evaluations that the plan answers."""

from __future__ import annotations

from typing import Annotated, Any, Final

from send_actions.cli.command_group import command_group
from send_actions.cli.options import Db, NotPersonal, ViewOptions, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things, part
from send_actions.domain.checks.slips import old_slips
from send_actions.domain.drafts import SourceDraft
from send_actions.domain.plan import Source
from send_actions.domain.plan.vocabulary import FindingKind, SourceKind
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

source = command_group("source")

Title = Annotated[str, argument("TITLE", "What it is called, in quotes.")]
Published = Annotated[str, option("--on", "DATE", "The day it was published.")]
Kind = Annotated[
    str, option("--kind", "KIND", "inspection-letter, peer-review, diagnostic or self-evaluation.")
]
Author = Annotated[str, option("--author", "WHO", "The body it is from.")]
Which = Annotated[str, argument("SOURCE", "Its title, or words that it alone has.")]
NewTitle = Annotated[str | None, option("--title", "TEXT", "What it is called.")]
NewDay = Annotated[str | None, option("--on", "DATE", "The day it was published.")]
NewKind = Annotated[
    str | None, option("--kind", "KIND", "inspection-letter, peer-review, diagnostic or self-evaluation.")
]
NewAuthor = Annotated[str | None, option("--author", "WHO", "The body it is from.")]

_OLDEST: Final = 10
_LONGEST_TITLE: Final = 30


@source.callback()
def begin(db: Db = None) -> None:
    """Enter the letters, reviews and self-evaluations that the plan answers, change and list them."""
    del db  # each command's own --db looks for it here


@source.command("add")
def add(
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
        day = view.past_day(on)
        meant = read_choice("kind of source", kind, SourceKind)
        draft = SourceDraft(on=day, kind=meant, title=title, author=author).checked()
    question_slips(old_slips("source", day or view.today, view.today, _OLDEST), is_confirmed=yes)
    from send_actions.changes.sources import add_source

    make_change(view, lambda store, author: add_source(store, draft, **author))


@source.command("edit")
def edit(
    which: Which,
    *,
    title: NewTitle = None,
    on: NewDay = None,
    kind: NewKind = None,
    author: NewAuthor = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Change what a source is called, its day, its kind or whom it is from.

    send-actions source edit "Peer review" --on "24 June 2024"
    """
    given: dict[str, Any] = {"title": title, "on": on, "kind": kind, "author": author}
    given = {name: text for name, text in given.items() if text is not None}
    if not given:
        raise UsageError("Say what to change, such as --title: see `send-actions source edit --help`.")
    question_personal(filter(None, (title, author)), is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.source(which)
        day = view.past_day(on)
        if day:
            given["on"] = day
        if kind is not None:
            given["kind"] = read_choice("kind of source", kind, SourceKind)
    question_slips(old_slips("source", day or view.today, view.today, _OLDEST), is_confirmed=yes)
    from send_actions.changes.sources import revise_source

    unchanged = f"{meant.title} is so already: nothing was changed."
    make_change(view, lambda store, author: revise_source(store, meant.id, given, **author), unchanged)


@source.command("remove")
def remove(which: Which, *, db: Db = None) -> None:
    """Take a source out of the plan, unless it has findings; they are removed first.

    send-actions source remove "Annual conversation"
    """
    with open_plan(db) as view:
        meant = view.source(which)
    from send_actions.changes.sources import remove_source

    make_change(view, lambda store, author: remove_source(store, meant.id, **author))


@source.command("list")
@grouped_options
def list_sources(options: ViewOptions) -> None:
    """List the sources by date, with how much each found.

    send-actions source list --json
    """
    list_things(_SOURCES, lambda view: [_source(one, view) for one in view.plan.sources], options)


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
