"""`measure`: indicators with their readings, and which actions are meant to move them."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

import typer

from send_actions.cli.action_json import iso_day
from send_actions.cli.command_group import command_group
from send_actions.cli.completion import complete_area
from send_actions.cli.location import coming_day
from send_actions.cli.options import (
    Db,
    NotPersonal,
    Refs,
    ViewOptions,
    Yes,
    argument,
    grouped_options,
    option,
)
from send_actions.cli.phrases import counted
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.checks.slips import date_slips, old_slips
from send_actions.domain.drafts import MeasureDraft, ReadingDraft
from send_actions.domain.plan import Measure
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import read_due_or_refuse, say_date
from send_actions.errors import UsageError

measure = command_group("measure")

Title = Annotated[str, argument("TITLE", "What is measured, in quotes.")]
Which = Annotated[str, argument("MEASURE", "Its title, or words that it alone has.")]
Value = Annotated[float, argument("VALUE", "The value; put -- before one below nought.")]
Period = Annotated[str, argument("PERIOD", 'What it is of: "March 2026", "Q4 2025/26", a day.')]
Unit = Annotated[str, option("--unit", "UNIT", "%, weeks, number …")]
Way = Annotated[str, option("--better", "WAY", "higher, lower or neither.")]
OfArea = Annotated[str | None, option("--area", "AREA", "The area it belongs to.", complete=complete_area)]
Baseline = Annotated[float | None, option("--baseline", "VALUE", "Where it began.")]
BaselinePeriod = Annotated[str, option("--baseline-period", "TEXT", "When that was.")]
Target = Annotated[float | None, option("--target", "VALUE", "Where it is to get.")]
TargetBy = Annotated[str | None, option("--target-by", "DATE", "By when.")]
Definition = Annotated[str, option("--definition", "TEXT", "What is counted, and what is not.")]
MovedBy = Annotated[
    list[str] | None,
    typer.Option("--moved-by", metavar="REF", help="An action meant to move it; may repeat."),
]
Note = Annotated[str, option("--note", "TEXT", "What to know of this value.")]


class Particulars(NamedTuple):
    """What is known of a new measure, besides its title."""

    unit: Unit = "%"
    better: Way = "higher"
    area: OfArea = None
    baseline: Baseline = None
    baseline_period: BaselinePeriod = ""
    target: Target = None
    target_by: TargetBy = None
    definition: Definition = ""


@measure.callback()
def begin(db: Db = None) -> None:
    """Keep the measures: what they are, their readings, and which actions are meant to move them."""
    del db  # each command's own --db looks for it here


@measure.command("add")
@grouped_options
def add(
    title: Title,
    *,
    particulars: Particulars,
    moved_by: MovedBy = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Add a measure.

    send-actions measure add "Calls answered in a day" --area 9 --baseline 40 --target 80 --moved-by 9.3
    """
    given = particulars
    texts = (title, given.unit, given.baseline_period, given.definition)
    question_personal(texts, is_confirmed=not_personal)
    with open_plan(db) as view:
        target_by = coming_day(given.target_by, view.today)
        draft = MeasureDraft(
            title=title,
            unit=given.unit,
            better=read_choice("way", given.better, Better),
            area_id=view.area(given.area).id if given.area is not None else None,
            baseline=given.baseline,
            baseline_period=given.baseline_period,
            target=given.target,
            target_by=target_by,
            definition=given.definition,
        ).checked()
        ids = list(dict.fromkeys(view.action(ref).id for ref in moved_by or ()))
    question_slips(date_slips(view.plan, coming={"target": target_by}), is_confirmed=yes)
    from send_actions.changes.measures import add_measure

    make_change(view, lambda store, author: add_measure(store, draft, moved_by=ids, **author))


@measure.command("reading")
def reading(
    which: Which,
    value: Value,
    period: Period,
    *,
    note: Note = "",
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Write down a measure's value for a period; the same period again corrects it.

    send-actions measure reading "Health advice in six weeks" 81 "March 2026"
    """
    question_personal([period, note], is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.measure(which)
        ended = read_due_or_refuse(period, today=view.today).on
        if ended is None:
            raise UsageError(f"A reading is of a period that has ended: “{period}” has no last day.")
        if ended > view.today:
            raise UsageError(
                f"That period ends on {say_date(ended)}, still to come: name one that has ended."
            )
        draft = ReadingDraft(meant.id, ended, period, value, note).checked()
    question_slips(old_slips("reading", ended, view.today), is_confirmed=yes)
    from send_actions.changes.measures import add_reading

    unchanged = f"{meant.title} says so for that period already: nothing was changed."
    make_change(view, lambda store, author: add_reading(store, draft, **author), unchanged)


@measure.command("moves")
def moves(which: Which, refs: Refs, *, db: Db = None) -> None:
    """Say which actions are meant to move a measure.

    send-actions measure moves "Health advice in six weeks" 6.2 6.3
    """
    with open_plan(db) as view:
        meant = view.measure(which)
        ids = list(dict.fromkeys(view.action(ref).id for ref in refs))
    from send_actions.changes.measures import move_measure

    unchanged = f"The plan says so of {meant.title} already: nothing was changed."
    make_change(view, lambda store, author: move_measure(store, meant.id, ids, **author), unchanged)


@measure.command("list")
@grouped_options
def list_measures(options: ViewOptions) -> None:
    """List the measures: baseline, last reading, target, and the actions meant to move them.

    send-actions measure list --as-at "28 January 2026"
    """
    list_things(_MEASURES, lambda view: [_record(one, view) for one in view.plan.measures], options)


def _record(one: Measure, view: PlanView) -> Record:
    plan = view.plan
    area = plan.areas_by_id.get(one.area_id or 0)
    last = one.readings[-1] if one.readings else None
    return {
        "title": one.title,
        "area": area.number if area else "",
        "unit": one.unit,
        "better": one.better.value,
        "baseline": one.baseline,
        "baseline_period": one.baseline_period,
        "last": last.value if last else None,
        "last_period": last.period if last else "",
        "last_on": iso_day(last.on if last else None),
        "readings": len(one.readings),
        "target": one.target,
        "target_by": iso_day(one.target_by),
        "moved_by": [action.ref for action in plan.actions if one.id in action.measures],
    }


def _value(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:g}{unit if unit == '%' else ''}"


_MEASURES: Final = ThingList(
    kind="measures",
    noun="measure",
    fields=(
        *("title", "area", "unit", "better", "baseline", "baseline_period", "last", "last_period", "last_on"),
        *("readings", "target", "target_by", "moved_by"),
    ),
    columns=(
        Shown("Area", lambda one: str(one["area"]), right=True),
        Shown("Measure", lambda one: str(one["title"]), least=20),
        Shown("Unit", lambda one: "" if one["unit"] == "%" else str(one["unit"]), spare=3),
        Shown("Was", lambda one: _value(one["baseline"], one["unit"]), right=True),
        Shown("Is", lambda one: _value(one["last"], one["unit"]), right=True),
        Shown("Of", lambda one: str(one["last_period"]), least=10, spare=2),
        Shown("Target", lambda one: _value(one["target"], one["unit"]), right=True),
        Shown("Moved by", lambda one: ", ".join(one["moved_by"]), least=8, spare=1),
    ),
    sentences=lambda one: (
        f"{one['title']}, in {one['unit']}",
        f"{'Neither way' if one['better'] == 'neither' else one['better'].capitalize()} is better",
        f"Area {one['area']}" if one["area"] else "",
        f"Was {one['baseline']:g} ({one['baseline_period'] or 'no period given'})"
        if one["baseline"] is not None
        else "",
        f"Is {one['last']:g} ({one['last_period']})" if one["last"] is not None else "No reading yet",
        f"Target {one['target']:g}" if one["target"] is not None else "",
        f"Moved by {', '.join(one['moved_by'])}" if one["moved_by"] else "",
        counted(one["readings"], "reading"),
    ),
    when_none="No measures yet: add one with `send-actions measure add TITLE`",
)
