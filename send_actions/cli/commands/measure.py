"""`measure`: indicators and their readings, added, changed and listed, and which actions are to move them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Final, NamedTuple

import typer

from send_actions.cli.command_group import command_group
from send_actions.cli.completion import complete_area
from send_actions.cli.measure_list import MEASURES, measure_record
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
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips
from send_actions.cli.thing_list import list_things
from send_actions.cli.wrong_usage import quoted
from send_actions.domain.checks.slips import date_slips, old_slips, unit_slips, value_slips
from send_actions.domain.drafts import MeasureDraft, ReadingDraft
from send_actions.domain.plan import Measure
from send_actions.domain.plan.vocabulary import Better
from send_actions.domain.text import printable
from send_actions.domain.words.choices import read_choice
from send_actions.domain.words.dates import BY, PERIOD, read_due, read_due_or_refuse, say_date, say_period
from send_actions.domain.words.measured import read_value
from send_actions.errors import UsageError

measure = command_group("measure")

Title = Annotated[str, argument("TITLE", "What is measured, in quotes.")]
Which = Annotated[str, argument("MEASURE", "Its title, or words that it alone has.")]
Value = Annotated[str, argument("VALUE", "The value, with its unit or without: 81 or 81%.")]
Period = Annotated[str, argument("PERIOD", 'What it is of: "March 2026", "Q4 2025/26", a day.')]
NewTitle = Annotated[str | None, option("--title", "TEXT", "What is measured.")]
Unit = Annotated[str | None, option("--unit", "UNIT", "In what: %, weeks, £, number …")]
Way = Annotated[str | None, option("--better", "WAY", "Which way is better: higher, lower or neither.")]
OfArea = Annotated[str | None, option("--area", "AREA", "The area it belongs to.", complete=complete_area)]
Baseline = Annotated[str | None, option("--baseline", "VALUE", "Where it began.")]
BaselinePeriod = Annotated[str | None, option("--baseline-period", "TEXT", "When that was.")]
Target = Annotated[str | None, option("--target", "VALUE", "Where it is to get.")]
TargetBy = Annotated[str | None, option("--target-by", "DATE", "By when.")]
Definition = Annotated[str | None, option("--definition", "TEXT", "What is counted, and what is not.")]
MovedBy = Annotated[
    list[str] | None,
    typer.Option("--moved-by", metavar="REF", help="An action meant to move it; may repeat."),
]
Note = Annotated[str, option("--note", "TEXT", "What to know of this value.")]


_INSTEAD: Final = "give another value or date"


class Particulars(NamedTuple):
    """What is known of a measure besides its title; what is not given is None."""

    unit: Unit = None
    better: Way = None
    area: OfArea = None
    baseline: Baseline = None
    baseline_period: BaselinePeriod = None
    target: Target = None
    target_by: TargetBy = None
    definition: Definition = None


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
    """Add a measure, with its unit and which way is better.

    send-actions measure add "Calls answered in a day" --unit % --better higher --target 80 --area 9
    """
    _refuse_unsaid(particulars)
    question_personal([title, *filter(None, particulars)], is_confirmed=not_personal)
    with open_plan(db) as view:
        draft = MeasureDraft(title, **_values(particulars, particulars.unit or "", view)).checked()
        ids = list(dict.fromkeys(view.action(ref).id for ref in moved_by or ()))
    _question(particulars, vars(draft), view, is_confirmed=yes)
    from send_actions.changes.measures import add_measure

    make_change(view, lambda store, author: add_measure(store, draft, moved_by=ids, **author))


def _refuse_turned_round(meant: Measure, value: str, period: str, today: date) -> None:
    """Refuse a period where the value stands; raises UsageError with the line that was meant."""
    if read_due(value, today=today).on is None:
        return
    try:
        read_value(period, meant.unit)
    except UsageError:
        return
    right = printable(" ".join(map(quoted, (meant.title, period, value))))
    raise UsageError(f"The value stands before the period: `send-actions measure reading {right}`.")


@measure.command("edit")
@grouped_options
def edit(
    which: Which,
    *,
    title: NewTitle = None,
    particulars: Particulars,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Change what a measure is; "" leaves out what was said. Its readings stay as they are.

    send-actions measure edit "Health advice in six weeks" --target 95% --target-by "March 2027"
    """
    if title is None and particulars == Particulars():
        raise UsageError(
            "Say what to change, such as --title or --target: see `send-actions measure edit --help`."
        )
    question_personal(filter(None, [title, *particulars]), is_confirmed=not_personal)
    with open_plan(db) as view:
        meant = view.measure(which)
        unit = meant.unit if particulars.unit is None else particulars.unit
        values = _values(particulars, unit, view) | ({} if title is None else {"title": title})
    _question(particulars, {"unit": unit, **values}, view, changed=meant, is_confirmed=yes)
    from send_actions.changes.measures import revise_measure

    unchanged = f"{meant.title} is so already: nothing was changed."
    make_change(view, lambda store, author: revise_measure(store, meant.id, values, **author), unchanged)


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
        _refuse_turned_round(meant, value, period, view.today)
        ended = read_due_or_refuse(period, today=view.today, asked=PERIOD).on
        if ended is None:
            raise UsageError(f"A reading is of a period that has ended: “{period}” has no last day.")
        if ended > view.today:
            raise UsageError(
                f"That period ends on {say_date(ended)}, still to come: name one that has ended."
            )
        read = read_value(value, meant.unit)
        draft = ReadingDraft(meant.id, ended, say_period(period, today=view.today), read, note).checked()
    slips = [*value_slips(value, read, meant.unit), *old_slips("reading", ended, view.today)]
    question_slips(slips, is_confirmed=yes, instead=_INSTEAD)
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


@measure.command("remove")
def remove(which: Which, *, db: Db = None) -> None:
    """Take a measure out of the plan with its readings; what they were stays in history.

    send-actions measure remove "Requests for assessment"
    """
    with open_plan(db) as view:
        meant = view.measure(which)
    from send_actions.changes.measures import remove_measure

    make_change(view, lambda store, author: remove_measure(store, meant.id, **author))


@measure.command("list")
@grouped_options
def list_measures(options: ViewOptions) -> None:
    """List the measures: baseline, last reading, target, and the actions meant to move them.

    send-actions measure list --as-at "28 January 2026"
    """
    list_things(MEASURES, lambda view: [measure_record(one, view) for one in view.plan.measures], options)


def _refuse_unsaid(given: Particulars) -> None:
    """Refuse a measure without its unit or its better way: neither is guessed; raises UsageError."""
    unsaid = [
        "which way is better (--better higher, lower or neither)" if given.better is None else "",
        "in what it is measured (--unit %, weeks, £, number …)" if given.unit is None else "",
    ]
    if any(unsaid):
        raise UsageError(f"Say {' and '.join(filter(None, unsaid))}.")


def _question(
    given: Particulars,
    values: Mapping[str, Any],
    view: PlanView,
    *,
    changed: Measure | None = None,
    is_confirmed: bool,
) -> None:
    """Ask once about a measure's values, date and unit that look like slips."""
    typed = ((given.baseline, values.get("baseline")), (given.target, values.get("target")))
    slips = [
        slip for text, value in typed if text and value for slip in value_slips(text, value, values["unit"])
    ]
    slips += date_slips(view.plan, coming={"target": values.get("target_by")})
    instead = _INSTEAD if slips else "add a measure of its own"
    slips += unit_slips(changed, values["unit"], values.keys()) if changed else []
    question_slips(slips, is_confirmed=is_confirmed, instead=instead)


_READ_EMPTY: Final = frozenset({"better", "baseline_period"})
"""What is read without words too: a refusal, or an empty text."""


def _values(given: Particulars, unit: str, view: PlanView) -> dict[str, Any]:
    """Return what was given of a measure as its draft has it; an empty word leaves out what was said."""
    readers: dict[str, Callable[[str], object]] = {
        "better": lambda text: read_choice("better way", text, Better),
        "area": lambda text: view.area(text).id,
        "baseline": lambda text: read_value(text, unit),
        "target": lambda text: read_value(text, unit),
        "baseline_period": lambda text: say_period(text, today=view.today),
        "target_by": lambda text: read_due_or_refuse(text, today=view.today, asked=BY).on,
    }
    found: dict[str, Any] = {}
    for name, text in given._asdict().items():
        if text is not None:
            read = readers.get(name)
            found[name] = text if read is None else read(text) if text or name in _READ_EMPTY else None
    if "area" in found:
        found["area_id"] = found.pop("area")
    return found
