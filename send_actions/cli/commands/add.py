"""`add`: a new action in an area, or a new area."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from send_actions.cli.location import coming_day, past_day
from send_actions.cli.options import AreaNumber, Db, NotPersonal, On, words
from send_actions.cli.plan_change import Author, Task, question_personal, show_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.wording_options import (
    Exempt,
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
from send_actions.domain.drafts import ActionDraft, AreaDraft
from send_actions.domain.plan import Area, Change
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.dates import read_due_or_refuse

if TYPE_CHECKING:
    from send_actions.store.database import Store

Title = Annotated[str, typer.Argument(metavar="TITLE", help="What is promised, in quotes.")]
NewRef = Annotated[str | None, words("--ref", metavar="REF", explained="Its ref, when not the next one.")]
FirstDue = Annotated[str | None, words("--due", metavar="DATE", explained="When it falls due.")]
FirstStatus = Annotated[
    str | None, words("--status", metavar="STATUS", explained="Its first status; without, not started.")
]


def add(
    context: typer.Context,
    number: AreaNumber,
    title: Title,
    *,
    ref: NewRef = None,
    due: FirstDue = None,
    status: FirstStatus = None,
    lead: Lead = None,
    sro: Sro = None,
    partners: Partners = None,
    start: Start = None,
    success: Success = None,
    theme: Theme = None,
    outcome: Outcome = None,
    exempt: Exempt = None,
    is_area: IsArea = False,
    on: On = None,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Add an action to an area, or with --area a new area.

    send-actions add 9 "Bring waits within 18 weeks" --due "June 2026" --lead "Head of Therapies, CHT"
    """
    texts = [text for text in (title, success, outcome, partners, lead, sro) if text]
    question_personal(texts, is_confirmed=not_personal)
    apart = {"ref": ref, "due": due, "status": status, "sro": sro, "partners": partners, "start": start}
    with open_plan(context, db) as view:
        if is_area:
            refuse(apart | {"success": success}, "area")
            wording = {"title": title, "theme": theme or "", "outcome": outcome or ""}
            area = AreaDraft(number, **wording, lead=owner(lead), exempt=bool(exempt))
            task = _area_task(area.checked(), view, on)
        else:
            refuse({"theme": theme, "outcome": outcome}, "action")
            parent = view.area(number)
            draft = ActionDraft(
                area_id=parent.id,
                ref=_next_ref(parent, view) if ref is None else ref,
                title=title,
                success_measure=success or "",
                lead=owner(lead),
                sro=owner(sro),
                partners=partner_list(partners or ""),
                start=coming_day(start, view.today),
                exempt=bool(exempt),
            ).checked()
            task = _action_task(draft, view, due=due, status=status, on=on)
    show_change(write(view, task), view, "Nothing was changed.")


def _area_task(draft: AreaDraft, view: PlanView, on: str | None) -> Task:
    speaks_of = past_day(on, view.today)

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.areas import add_area

        return add_area(store, draft, on=speaks_of, **author)

    return task


def _action_task(
    draft: ActionDraft, view: PlanView, *, due: str | None, status: str | None, on: str | None
) -> Task:
    speaks_of = past_day(on, view.today)
    first_due = read_due_or_refuse(due, today=view.today) if due is not None else None
    first = read_status(status, view.plan.legend) if status is not None else Status.NOT_STARTED

    def task(store: Store, author: Author) -> Change | None:
        from send_actions.changes.actions import add_action

        return add_action(store, draft, status=first, due=first_due, on=speaks_of, **author)

    return task


def _next_ref(area: Area, view: PlanView) -> str:
    """Return the ref after the area's last: 9.5 after 9.4."""
    start = f"{area.number}."
    numbers = [
        int(rest)
        for action in view.plan.actions
        if action.ref.startswith(start) and (rest := action.ref.removeprefix(start)).isdecimal()
    ]
    return f"{start}{max(numbers, default=0) + 1}"
