"""`view`: filters kept with the plan under a name, for `list --view` and for f in the app."""

from __future__ import annotations

from typing import Annotated, Final

from send_actions.cli.command_group import command_group
from send_actions.cli.filter_command import FilterCommand
from send_actions.cli.found_by_name import Sought, by_name, titled
from send_actions.cli.options import Db, NotPersonal, ViewOptions, argument, grouped_options, option
from send_actions.cli.phrases import counted
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.filters.language import parse
from send_actions.domain.filters.named_views import ALWAYS, NamedView
from send_actions.errors import UsageError
from send_actions.store.reader import Reader
from send_actions.store.view_reader import read_kept_views

view = command_group("view")

Name = Annotated[str, argument("NAME", "What the view is called, in quotes.")]
Words = Annotated[list[str], argument("FILTER…", "Words of a filter, such as status:red area:3.")]
Which = Annotated[str, argument("VIEW", "Its name, or words that it alone has.")]
NewName = Annotated[str | None, option("--name", "TEXT", "The new name.")]
NewFilter = Annotated[str | None, option("--filter", "FILTER", "The new filter, in quotes.")]

SOUGHT: Final = Sought("view", "views", "view list")


@view.callback()
def begin(db: Db = None) -> None:
    """Keep a filter under a name: `list --view NAME` shows it, and f in the app."""
    del db  # each command's own --db looks for it here


@view.command("add", cls=FilterCommand)
def add(name: Name, words: Words, *, not_personal: NotPersonal = False, db: Db = None) -> None:
    """Keep a filter under a name.

    send-actions view add "Health, late" org:ICB overdue
    """
    question_personal([name], is_confirmed=not_personal)
    with open_plan(db) as seen:
        pass
    from send_actions.changes.kept_views import add_view

    unchanged = "The plan has that view already: nothing was changed."
    make_change(seen, lambda store, author: add_view(store, name, " ".join(words), **author), unchanged)


@view.command("edit")
def edit(
    which: Which,
    *,
    name: NewName = None,
    words: NewFilter = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Give a view another name or filter.

    send-actions view edit "Health, late" --filter "org:ICB overdue -area:9"
    """
    given = {field: said for field, said in (("name", name), ("filter", words)) if said is not None}
    if not given:
        raise UsageError("Say what to change, --name or --filter: see `send-actions view edit --help`.")
    question_personal([name or ""], is_confirmed=not_personal)
    with open_plan(db) as seen:
        meant = _kept(which, seen)
    from send_actions.changes.kept_views import revise_view

    unchanged = "That view is so already: nothing was changed."
    make_change(seen, lambda store, author: revise_view(store, meant.id, given, **author), unchanged)


@view.command("remove")
def remove(which: Which, *, db: Db = None) -> None:
    """Keep a view no longer; the actions it showed stay as they are.

    send-actions view remove "Health, late"
    """
    with open_plan(db) as seen:
        meant = _kept(which, seen)
    from send_actions.changes.kept_views import remove_view

    make_change(seen, lambda store, author: remove_view(store, meant.id, **author))


@view.command("list")
@grouped_options
def list_views(options: ViewOptions) -> None:
    """List the views with how many actions each shows: those of this plan, then those every plan has.

    send-actions view list --json
    """
    list_things(_VIEWS, _records, options)


def named_view(name: str, reading: Reader) -> NamedView:
    """Return the view of a name, or of words that it alone has; raises UsageError."""
    return titled(name, by_name(_all(reading), lambda one: one.name, lambda one: one.terms), SOUGHT)


def _kept(which: str, seen: PlanView) -> NamedView:
    found = named_view(which, seen.reading)
    if not found.id:
        raise UsageError(f"{found.name} is a view that every plan has: it stays as it is.")
    return found


def _all(reading: Reader) -> tuple[NamedView, ...]:
    return (*read_kept_views(reading), *ALWAYS)


def _records(seen: PlanView) -> list[Record]:
    plan, found = seen.plan, []
    for one in _all(seen.reading):
        chosen = parse(one.terms, today=plan.as_at)
        many = len(chosen.keep(plan, seen.before if chosen.compares() else None))
        found.append({"name": one.name, "filter": one.terms, "actions": many, "kept": bool(one.id)})
    return found


_VIEWS: Final = ThingList(
    kind="views",
    noun="view",
    fields=("name", "filter", "actions", "kept"),
    columns=(
        Shown("View", "name", least=20),
        Shown("Actions", lambda one: str(one["actions"]), right=True),
        Shown("Filter", "filter", least=16),
        Shown("Kept", lambda one: "with this plan" if one["kept"] else "", spare=1),
    ),
    sentences=lambda one: (
        str(one["name"]),
        f"Shows {counted(one['actions'], 'action')}",
        f"Filter {one['filter']}",
        "Kept with this plan" if one["kept"] else "",
    ),
    when_none="No views",
)
