"""`step`: the dated steps inside actions, added, reached, changed, removed and listed."""

from __future__ import annotations

from typing import Annotated, Final

from send_actions.cli.command_group import command_group
from send_actions.cli.options import (
    Db,
    NotPersonal,
    OptionalRef,
    Ref,
    ViewOptions,
    Yes,
    argument,
    grouped_options,
    option,
)
from send_actions.cli.plan_change import make_change, question_personal
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import question_slips, slips_of
from send_actions.cli.terminal import tell
from send_actions.cli.thing_list import Record, Shown, ThingList, list_things
from send_actions.domain.drafts import StepDraft
from send_actions.domain.plan import Action, Step
from send_actions.domain.text import clean, cut, fold, printable
from send_actions.domain.words.dates import BY, read_due_or_refuse, say_date, say_due
from send_actions.errors import UsageError
from send_actions.reports.listed_actions import iso_day

step = command_group("step")

Words = Annotated[str, argument("WORDS", "What is to be reached, in quotes.")]
By = Annotated[str, option("--by", "DATE", "By when: a day, month, quarter or term.")]
NewWords = Annotated[str | None, option("--words", "TEXT", "What is to be reached.")]
NewBy = Annotated[str | None, option("--by", "DATE", "By when: a day, month, quarter or term.")]
Which = Annotated[str, argument("STEP", "Its number in `step list REF`, or words of it.")]
ReachedOn = Annotated[str | None, option("--on", "DATE", "The day it was reached, when not today.")]

_LONGEST_QUOTE: Final = 40


@step.callback()
def begin(db: Db = None) -> None:
    """Add the dated steps inside an action, say which are reached, change and list them."""
    del db  # each command's own --db looks for it here


@step.command("add")
def add(
    ref: Ref, words: Words, *, by: By, not_personal: NotPersonal = False, yes: Yes = False, db: Db = None
) -> None:
    """Add a dated step to an action; it is never an action of its own.

    send-actions step add 7.1 "30 plans audited" --by "September 2026"
    """
    question_personal([words], is_confirmed=not_personal)
    with open_plan(db) as view:
        action = view.action(ref)
        due = read_due_or_refuse(by, today=view.today, asked=BY)
        draft = StepDraft(action.id, words, due).checked()
    question_slips(slips_of(view, on=None, due=due), is_confirmed=yes)
    from send_actions.changes.steps import add_step

    unchanged = f"{action.ref} has that step already: nothing was changed."
    make_change(view, lambda store, author: add_step(store, draft, **author), unchanged)


@step.command("reached")
def reached(ref: Ref, which: Which, *, on: ReachedOn = None, yes: Yes = False, db: Db = None) -> None:
    """Say that a step was reached, today or on a day.

    send-actions step reached 9.3 3 --on "27 March 2026"
    """
    with open_plan(db) as view:
        action = view.action(ref)
        meant = _meant(action, which)
        day = view.past_day(on)
    if day is None and meant.reached_on:
        said = f"It was reached on {say_date(meant.reached_on)} already: nothing was changed."
        tell(f"{said} Another day is said with --on.")
        return
    question_slips(slips_of(view, on=day), is_confirmed=yes)
    from send_actions.changes.steps import reach_step

    unchanged = "It was said to be reached then already: nothing was changed."
    make_change(view, lambda store, author: reach_step(store, meant.id, on=day, **author), unchanged)


@step.command("edit")
def edit(
    ref: Ref,
    which: Which,
    *,
    words: NewWords = None,
    by: NewBy = None,
    not_personal: NotPersonal = False,
    yes: Yes = False,
    db: Db = None,
) -> None:
    """Change the words of a step, or the date by which it is to be reached.

    send-actions step edit 9.3 3 --by "July 2026"
    """
    if words is None and by is None:
        raise UsageError("Say what to change, --words or --by: see `send-actions step edit --help`.")
    question_personal([words or ""], is_confirmed=not_personal)
    with open_plan(db) as view:
        action = view.action(ref)
        meant = _meant(action, which)
        due = None if by is None else read_due_or_refuse(by, today=view.today, asked=BY)
    question_slips(slips_of(view, on=None, due=due), is_confirmed=yes)
    from send_actions.changes.steps import revise_step

    unchanged = f"That step of {action.ref} is so already: nothing was changed."
    make_change(
        view, lambda store, author: revise_step(store, meant.id, words=words, due=due, **author), unchanged
    )


@step.command("remove")
def remove(ref: Ref, which: Which, *, db: Db = None) -> None:
    """Take a step out of its action; what was said of it stays in history.

    send-actions step remove 9.3 3
    """
    with open_plan(db) as view:
        meant = _meant(view.action(ref), which)
    from send_actions.changes.steps import remove_step

    make_change(view, lambda store, author: remove_step(store, meant.id, **author))


@step.command("list")
@grouped_options
def list_steps(ref: OptionalRef = None, *, options: ViewOptions) -> None:
    """List the steps of every action or of one: by when, and which are reached.

    send-actions step list 9.3
    """

    def found(view: PlanView) -> list[Record]:
        actions = [view.action(ref)] if ref is not None else view.plan.actions
        return [_record(a, n, one, view) for a in actions for n, one in enumerate(a.steps, start=1)]

    list_things(_STEPS, found, options)


def _meant(action: Action, which: str) -> Step:
    """Return the step of a number or of words that one alone has; raises UsageError."""
    if not action.steps:
        raise UsageError(f"{action.ref} has no steps: add one with `send-actions step add`.")
    words = clean(which, one_line=True)
    if words.isdecimal() and 1 <= int(words) <= len(action.steps):
        return action.steps[int(words) - 1]
    found = [one for one in action.steps if fold(words) in fold(one.words)] if words else []
    if len(found) == 1:
        return found[0]
    typed, many = printable(cut(words, _LONGEST_QUOTE)), len(action.steps)
    listed = f"see `send-actions step list {printable(action.ref)}`."
    if found:
        raise UsageError(f'"{typed}" are words of {len(found)} steps: {listed}')
    named = f"{typed} of {action.ref}" if words.isdecimal() else f'"{typed}" of {action.ref}'
    raise UsageError(f"There is no step {named}: it has {'one' if many == 1 else f'1 to {many}'}, {listed}")


def _record(action: Action, number: int, one: Step, view: PlanView) -> Record:
    day = one.due.on
    return {
        "ref": action.ref,
        "step": number,
        "words": one.words,
        "by": iso_day(day),
        "by_text": say_due(one.due),
        "reached_on": iso_day(one.reached_on),
        "late": bool(day and day < view.plan.as_at and not one.reached_on),
        "standing": _standing(one, is_late=bool(day and day < view.plan.as_at)),
    }


def _standing(one: Step, *, is_late: bool) -> str:
    if one.reached_on:
        return f"reached {say_date(one.reached_on)}"
    return "not reached, and its date has passed" if is_late else "to come"


_STEPS: Final = ThingList(
    kind="steps",
    noun="step",
    fields=("ref", "step", "words", "by", "by_text", "reached_on", "late"),
    columns=(
        Shown("Ref", "ref"),
        Shown("No", "step", right=True),
        Shown("Step", "words", least=20),
        Shown("By", "by_text"),
        Shown("Stands", "standing", least=16, spare=1),
    ),
    sentences=lambda one: (
        f"{one['ref']}, step {one['step']}: {one['words']}",
        f"By {one['by_text']}",
        one["standing"][:1].upper() + one["standing"][1:],
    ),
    when_none="No steps: add one with `send-actions step add REF WORDS --by DATE`",
)
