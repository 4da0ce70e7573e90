"""`add` and `edit`: actions and areas in their wording; what was said of them is never edited."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from send_actions.cli.completion import complete_area, complete_ref
from send_actions.cli.options import AreaNumber, Db, NotPersonal, On, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import (
    Author,
    doubt_owners,
    make_change,
    question_personal,
    read_owner_typed,
)
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.terminal import tell
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.drafts import ActionDraft, AreaDraft
from send_actions.domain.plan import Change
from send_actions.domain.plan.vocabulary import Precision, Status
from send_actions.domain.text import clean, printable
from send_actions.domain.words.choices import read_status
from send_actions.domain.words.dates import read_due, read_due_or_refuse, read_start, say_date
from send_actions.domain.words.owners import partner_list
from send_actions.errors import UsageError

if TYPE_CHECKING:
    from send_actions.store.database import Store

Title = Annotated[str, argument("TITLE", "What is promised, in quotes.")]
FirstRef = Annotated[str | None, option("--ref", "REF", "Its ref, when not the next one.")]
FirstDue = Annotated[str | None, option("--due", "DATE", "When it falls due.")]
FirstStatus = Annotated[str | None, option("--status", "STATUS", "Its first status; without, not started.")]
Which = Annotated[str, argument("REF", "The action, or with --area the area's number.", complete_ref)]
NewTitle = Annotated[str | None, option("--title", "TEXT", "Its title.")]
NewRef = Annotated[str | None, option("--ref", "REF", "Its ref, or an area's number.")]
Lead = Annotated[
    str | None, option("--lead", "OWNER", 'Role and organisation: "Head of SEND, LA"; "" for nobody.')
]
Sro = Annotated[str | None, option("--sro", "OWNER", "Who is accountable, likewise.")]
Partners = Annotated[str | None, option("--partners", "TEXT", 'Organisations: "LA; ICB".')]
Start = Annotated[str | None, option("--start", "DATE", "When the work starts.")]
Success = Annotated[str | None, option("--success", "TEXT", "What will show that it worked.")]
IntoArea = Annotated[
    str | None, option("--into", "AREA", "Move the action into another area.", complete=complete_area)
]
Theme = Annotated[str | None, option("--theme", "TEXT", "An area's theme.")]
Outcome = Annotated[str | None, option("--outcome", "TEXT", "An area's outcome wanted.")]
Headline = Annotated[str | None, option("--headline", "TEXT", "An area's paragraph for the paper.")]
Exempt = Annotated[
    bool | None,
    typer.Option(
        "--exempt/--not-exempt", help="Counted, but without detail for a board.", show_default=False
    ),
]
IsArea = Annotated[bool, typer.Option("--area", help="It is an area, and its number comes first.")]


class FirstWording(NamedTuple):
    """What is written of a new action or area, besides its title."""

    ref: FirstRef = None
    due: FirstDue = None
    status: FirstStatus = None
    lead: Lead = None
    sro: Sro = None
    partners: Partners = None
    start: Start = None
    success: Success = None
    theme: Theme = None
    outcome: Outcome = None
    exempt: Exempt = None


class NewWording(NamedTuple):
    """What is to be written instead; what is not given stays."""

    title: NewTitle = None
    ref: NewRef = None
    lead: Lead = None
    sro: Sro = None
    partners: Partners = None
    start: Start = None
    success: Success = None
    into: IntoArea = None
    theme: Theme = None
    outcome: Outcome = None
    headline: Headline = None
    exempt: Exempt = None


_OF_AREA = ("title", "lead", "exempt", "theme", "outcome", "headline", "ref")
_OF_ACTION = ("title", "lead", "exempt", "sro", "partners", "start", "success", "into", "ref")
_OF_NEW_AREA = ("lead", "exempt", "theme", "outcome")
_OF_NEW_ACTION = ("ref", "due", "status", *_OF_ACTION)


@grouped_options
def add(
    number: AreaNumber,
    title: Title,
    *,
    wording: FirstWording,
    is_area: IsArea = False,
    on: On = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Add an action to an area, or with --area a new area.

    send-actions add 9 "Bring waits within 18 weeks" --due "June 2026" --lead "Head of Therapies, CHT"
    """
    _refuse_turned_round(number, title, is_area=is_area)
    texts = (title, wording.success, wording.outcome, wording.partners, wording.lead, wording.sro)
    typed_owners = [text for text in (wording.lead, wording.sro) if text]
    question_personal(filter(None, texts), roles=typed_owners, is_confirmed=not_personal)
    with open_plan(db) as view:
        draft = _area(number, title, wording, view) if is_area else _action(number, title, wording, view)
        day = view.past_day(on)
        due = read_due_or_refuse(wording.due, today=view.today) if wording.due is not None else None
        first = wording.status
        status = read_status(first, view.plan.legend) if first is not None else Status.NOT_STARTED
    question_slips(slips_of(view, on=day, due=due), is_confirmed=yes)
    from send_actions.changes.actions import add_action
    from send_actions.changes.areas import add_area

    def task(store: Store, author: Author) -> Change | None:
        if isinstance(draft, AreaDraft):
            return add_area(store, draft, on=day, **author)
        return add_action(store, draft, status=status, due=due, on=day, **author)

    make_change(view, task)
    doubt_owners(typed_owners, view)


def _refuse_turned_round(number: str, title: str, *, is_area: bool) -> None:
    """Refuse a title where the number stands; raises UsageError with the line that was meant."""
    if len(number.split()) < len("ab") or not re.fullmatch(r"\w*[\d.]+\w*", title.strip()):
        return
    action = f"`send-actions add {quoted(title)} {quoted(number)}`"
    area = f"`{action[1:-1]} --area`"
    meant = f"{action} adds an action to area {title.strip()}, {area} an area" if is_area else action
    raise UsageError(f"The number stands before the title: {printable(' '.join(meant.split()))}.")


def _area(number: str, title: str, wording: FirstWording, view: PlanView) -> AreaDraft:
    """Return the draft of a new area; raises UsageError for what is said of actions alone."""
    _refuse(wording, _OF_NEW_AREA, "area")
    return AreaDraft(
        number,
        title=title,
        theme=wording.theme or "",
        outcome=wording.outcome or "",
        lead=read_owner_typed(wording.lead, view),
        exempt=bool(wording.exempt),
    ).checked()


def _action(number: str, title: str, wording: FirstWording, view: PlanView) -> ActionDraft:
    """Return the draft of a new action; raises UsageError for what is said of areas alone."""
    _refuse(wording, _OF_NEW_ACTION, "action")
    area = view.area(number)
    return ActionDraft(
        area_id=area.id,
        ref=view.plan.next_ref(area) if wording.ref is None else wording.ref,
        title=title,
        success_measure=wording.success or "",
        lead=read_owner_typed(wording.lead, view),
        sro=read_owner_typed(wording.sro, view),
        partners=partner_list(wording.partners or ""),
        start=_start(wording.start, view),
        exempt=bool(wording.exempt),
    ).checked()


@grouped_options
def edit(
    which: Which,
    *,
    wording: NewWording,
    is_area: IsArea = False,
    not_personal: NotPersonal = False,
    db: Db = None,
) -> None:
    """Change the wording of an action, or with --area of an area.

    send-actions edit 9.3 --lead "Head of Therapies, CHT" --title "Start an advice line for families"
    """
    names = _OF_AREA if is_area else _OF_ACTION
    _refuse(wording, names, "area" if is_area else "action", which)
    typed = {name: value for name in names if (value := getattr(wording, name)) is not None}
    if not typed:
        raise UsageError("Say what to change, such as --title or --lead: see `send-actions edit --help`.")
    owners = [text for text in (wording.lead, wording.sro) if text]
    texts = [text for text in typed.values() if isinstance(text, str)]
    question_personal(texts, roles=owners, is_confirmed=not_personal)
    with open_plan(db) as view:
        row_id = view.area(which).id if is_area else view.action(which).id
        columns = {"success": "success_measure", "into": "area_id", "ref": "number" if is_area else "ref"}
        values = {columns.get(name, name): _value(name, value, view) for name, value in typed.items()}
    from send_actions.changes.actions import revise_action
    from send_actions.changes.areas import revise_area

    revise = revise_area if is_area else revise_action
    make_change(
        view,
        lambda store, author: revise(store, row_id, values, **author),
        f"{which} says so already: nothing was changed.",
    )
    if clean(wording.lead or "") and values.get("lead") is None:
        tell(f"Nobody leads {which} now.")
    doubt_owners(owners, view)


def _value(name: str, value: Any, view: PlanView) -> Any:
    """Return what is kept of one option."""
    match name:
        case "lead" | "sro":
            return read_owner_typed(value, view)
        case "partners":
            return partner_list(value)
        case "start":
            return _start(value, view)
        case "into":
            return view.area(value).id
        case _:
            return value


def _start(text: str | None, view: PlanView) -> date | None:
    """Return the day when the work starts; the first of a month or term is told."""
    if not text:
        return None
    first = read_start(text, today=view.today)
    if read_due(text, today=view.today).precision is not Precision.DAY:
        tell(f"“{clean(text, one_line=True)}” is taken as {say_date(first)}.")
    return first


def _refuse(wording: FirstWording | NewWording, allowed: Collection[str], kind: str, which: str = "") -> None:
    """Refuse options that say nothing of this kind of thing; raises UsageError naming the first."""
    for name, value in wording._asdict().items():
        if value is not None and name not in allowed:
            if which and "." not in which and name in _OF_AREA and kind == "action":
                right = f"send-actions edit {quoted(which)} --area --{name} {quoted(str(value))}"
                raise UsageError(f"--{name} is said of an area: `{printable(right)}`.")
            raise UsageError(f"--{name} says nothing of an {kind}: leave it out.")
