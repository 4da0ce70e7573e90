"""`edit`: change the wording of an action or an area; what was said of it is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from send_actions.cli.completion import complete_ref
from send_actions.cli.location import coming_day
from send_actions.cli.options import Db, NotPersonal, words
from send_actions.cli.plan_change import Author, question_personal, show_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.wording_options import (
    Exempt,
    Headline,
    IntoArea,
    IsArea,
    Lead,
    Outcome,
    Partners,
    Sro,
    Start,
    Success,
    Theme,
    owner,
    partner_list,
    refuse,
)
from send_actions.domain.plan import Change
from send_actions.errors import UsageError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Which = Annotated[
    str,
    typer.Argument(
        metavar="REF", help="The action, or with --area the area's number.", autocompletion=complete_ref
    ),
]
NewTitle = Annotated[str | None, words("--title", explained="Its title.")]
NewRef = Annotated[str | None, words("--ref", metavar="REF", explained="Its ref, or an area's number.")]


def edit(
    context: typer.Context,
    which: Which,
    *,
    title: NewTitle = None,
    ref: NewRef = None,
    lead: Lead = None,
    sro: Sro = None,
    partners: Partners = None,
    start: Start = None,
    success: Success = None,
    into: IntoArea = None,
    theme: Theme = None,
    outcome: Outcome = None,
    headline: Headline = None,
    exempt: Exempt = None,
    is_area: IsArea = False,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Change the wording of an action, or with --area of an area.

    send-actions edit 9.3 --lead "Head of Therapies, CHT" --title "Start an advice line for families"
    """
    common = {"title": title, "lead": lead, "exempt": exempt}
    of_action = {"sro": sro, "partners": partners, "start": start, "success": success, "into": into}
    of_area = {"theme": theme, "outcome": outcome, "headline": headline}
    refuse(of_action if is_area else of_area, "area" if is_area else "action")
    typed = common | (of_area if is_area else of_action) | {"number" if is_area else "ref": ref}
    typed = {name: value for name, value in typed.items() if value is not None}
    if not typed:
        raise UsageError("Say what to change, such as --title or --lead: see `send-actions edit --help`.")
    question_personal([text for text in typed.values() if isinstance(text, str)], is_confirmed=not_personal)
    with open_plan(context, db) as view:
        row_id = view.area(which).id if is_area else view.action(which).id
        values = {_FIELDS.get(name, name): _value(name, value, view) for name, value in typed.items()}

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.actions import revise_action
        from send_actions.changes.areas import revise_area

        return (revise_area if is_area else revise_action)(store, row_id, values, **author)

    show_change(write(view, task), view, f"{which} says so already: nothing was changed.")


_FIELDS = {"success": "success_measure", "into": "area_id"}


def _value(name: str, value: Any, view: PlanView) -> Any:
    """Return what is kept of one option."""
    match name:
        case "lead" | "sro":
            return owner(value)
        case "partners":
            return partner_list(value)
        case "start":
            return coming_day(value, view.today) if value else None
        case "into":
            return view.area(value).id
        case _:
            return value
