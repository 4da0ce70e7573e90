"""`plan`: what the plan itself is called and by which rules it is kept."""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer

from send_actions.cli.options import NotPersonal, ViewOptions, Yes, grouped_options, option
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.words.dates import say_date
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

Title = Annotated[str | None, option("--title", "TEXT", "What the plan is called.")]
Partnership = Annotated[str | None, option("--partnership", "TEXT", "Whose it is.")]
Series = Annotated[str | None, option("--series", "NAME", "The main board, whose last meeting counts.")]
SignsOff = Annotated[
    str | None,
    option("--signs-off-from", "DATE", "From when a meeting signs off what is complete; today will do."),
]
NoSignOff = Annotated[bool, typer.Option("--no-sign-off", help="No meeting signs off what is complete.")]


@grouped_options
def show_plan(
    *,
    title: Title = None,
    partnership: Partnership = None,
    series: Series = None,
    signs_off_from: SignsOff = None,
    no_sign_off: NoSignOff = False,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    options: ViewOptions,
) -> None:
    """Show what the plan is called and by which rules it is kept; with an option, change that.

    send-actions plan --signs-off-from "11 March 2026"
    """
    texts = {"title": title, "partnership": partnership, "main_series": series}
    values: dict[str, Any] = {name: text for name, text in texts.items() if text is not None}
    if no_sign_off and signs_off_from is not None:
        raise UsageError("A meeting signs off or none does: give one of --signs-off-from and --no-sign-off.")
    if not (values or no_sign_off or signs_off_from is not None):
        list_things(_PLAN, lambda view: [_record(view)], options)
        return
    if empty := next((name for name, text in values.items() if not text.strip()), None):
        raise UsageError(f"A plan needs a {empty.replace('_', ' ')}: give one, or leave the option out.")
    question_personal(values.values(), is_confirmed=not_personal)
    with open_plan(options.db) as view:
        day = view.past_day(signs_off_from)
    if day or no_sign_off:
        values["signs_off_from"] = day
    question_slips(slips_of(view, on=day), is_confirmed=yes)
    from send_actions.changes.plan import revise_plan

    unchanged = "The plan says so already: nothing was changed."
    make_change(view, lambda store, author: revise_plan(store, values, **author), unchanged)


def _record(view: PlanView) -> Record:
    plan = view.plan
    return {
        "title": plan.title,
        "partnership": plan.partnership,
        "main_series": plan.main_series,
        "today": iso_day(plan.today),
        "signs_off_from": iso_day(plan.signs_off_from),
        "areas": len(plan.areas),
        "actions": len(plan.actions),
        "rule": f"from {say_date(plan.signs_off_from)} on" if plan.signs_off_from else "no",
    }


_PLAN: Final = ThingList(
    kind="plan",
    noun="plan",
    fields=("title", "partnership", "main_series", "today", "signs_off_from", "areas", "actions"),
    columns=(
        Shown("Plan", "title", least=16),
        Shown("Of", "partnership", least=12),
        Shown("Main board", "main_series", least=12),
        Shown("A meeting signs off completion", "rule"),
    ),
    sentences=lambda one: (
        f"{one['title']}, {one['partnership']}",
        f"Main board: {one['main_series'] or 'none'}",
        f"A meeting signs off completion: {one['rule']}",
        f"{one['areas']} areas, {one['actions']} actions",
    ),
    when_none="No plan",
)
