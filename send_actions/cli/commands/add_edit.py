"""`add` and `edit`: actions and areas in their wording; what was said of them is never edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from send_actions.cli.completion import complete_area, complete_ref
from send_actions.cli.location import coming_day, past_day
from send_actions.cli.options import AreaNumber, Db, NotPersonal, On, words
from send_actions.cli.plan_change import Author, Task, question_personal, show_change, write
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.domain.drafts import ActionDraft, AreaDraft, OwnerDraft
from send_actions.domain.plan import Area, Change
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import clean
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.dates import read_due_or_refuse
from send_actions.errors import UsageError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Lead = Annotated[
    str | None,
    words("--lead", metavar="OWNER", explained='Role and organisation: "Head of SEND, LA"; "" for nobody.'),
]
Sro = Annotated[str | None, words("--sro", metavar="OWNER", explained="Who is accountable, likewise.")]
Partners = Annotated[str | None, words("--partners", explained='Organisations: "LA; ICB".')]
Start = Annotated[str | None, words("--start", metavar="DATE", explained="When the work starts.")]
Success = Annotated[str | None, words("--success", explained="What will show that it worked.")]
Theme = Annotated[str | None, words("--theme", explained="An area's theme.")]
Outcome = Annotated[str | None, words("--outcome", explained="An area's outcome wanted.")]
Headline = Annotated[str | None, words("--headline", explained="An area's paragraph for the paper.")]
IsArea = Annotated[bool, typer.Option("--area", help="It is an area, and its number comes first.")]
IntoArea = Annotated[
    str | None,
    typer.Option(
        "--into",
        metavar="AREA",
        help="Move the action into another area.",
        autocompletion=complete_area,
        show_default=False,
    ),
]
Exempt = Annotated[
    bool | None,
    typer.Option(
        "--exempt/--not-exempt", help="Counted, but without detail for a board.", show_default=False
    ),
]

Title = Annotated[str, typer.Argument(metavar="TITLE", help="What is promised, in quotes.")]
FirstRef = Annotated[str | None, words("--ref", metavar="REF", explained="Its ref, when not the next one.")]
FirstDue = Annotated[str | None, words("--due", metavar="DATE", explained="When it falls due.")]
FirstStatus = Annotated[
    str | None, words("--status", metavar="STATUS", explained="Its first status; without, not started.")
]


def add(
    context: typer.Context,
    number: AreaNumber,
    title: Title,
    *,
    ref: FirstRef = None,
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


def owner(text: str | None) -> OwnerDraft | None:
    """Return the owner that "Head of SEND, LA" means; None for nobody."""
    return OwnerDraft.read(text) if text else None


def partner_list(text: str) -> str:
    """Return organisations as they are kept, with semicolons; commas will do where there are none."""
    parts = clean(text, one_line=True).split(";" if ";" in text else ",")
    return "; ".join(part.strip() for part in parts if part.strip())


def refuse(options: Mapping[str, Any], kind: str) -> None:
    """Refuse options that say nothing of this kind of thing; raises UsageError naming the first."""
    for name, value in options.items():
        if value is not None:
            raise UsageError(f"--{name} says nothing of an {kind}: leave it out.")
