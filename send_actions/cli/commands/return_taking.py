"""`return take`: read workbooks that owners filled in, and take what they say as one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

import typer

from send_actions.cli.options import Db, NotPersonal, On, Yes, argument, grouped_options, option
from send_actions.cli.plan_change import make_change, trial_of
from send_actions.cli.plan_view import PlanView, open_plan
from send_actions.cli.questions import ask, can_ask, question_slips
from send_actions.cli.return_reading import (
    read_returns,
    refuse_both_ways,
    refuse_open_returns,
)
from send_actions.cli.terminal import tell, tell_lines
from send_actions.domain.text import printable

if TYPE_CHECKING:
    from send_actions.changes.returns_taken import TakenReturns
    from send_actions.importers.answers import Answers
    from send_actions.importers.returns.return_file import ReturnRead

Files = Annotated[
    list[Path],
    argument("FILE…", "Returns that were filled in: .xlsx, or their sheet as CSV; or a folder of them."),
]
Takes = Annotated[
    list[str] | None,
    option(
        "--take",
        "CELL=SIDE",
        'Whose words stand where the plan was changed too: "G3=file", "G3=plan"; "plan" is for all.',
    ),
]
Statuses = Annotated[
    list[str] | None, option("--status", "WORD=STATUS", 'What a status word means: "Started=on-track".')
]
Refs = Annotated[list[str] | None, option("--ref", "CELL=REF", 'Which action a row is of: "A5=9.4".')]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Only say what would differ; write nothing.")]

_FLAGS: Final = ("status", "ref", "take")


class TakeOptions(NamedTuple):
    """The answers to what returns leave open, and the plan."""

    on: On = None
    take: Takes = None
    status: Statuses = None
    ref: Refs = None
    not_personal: NotPersonal = False
    dry_run: DryRun = False
    yes: Yes = False
    db: Db = None


@grouped_options
def take(files: Files, *, options: TakeOptions) -> None:
    """Take what owners changed in their returns as one change, each update heard by return from its owner.

    What they changed is compared with what the file showed and with the plan now. What was changed on both
    sides is asked about, cell by cell; elsewhere than at a terminal the flag that answers it is named.
    The same file again changes nothing. With --on it counts from that day, such as the day it came.

    send-actions return take return-head-of-send-la.xlsx --dry-run
    send-actions return take return-head-of-send-la.xlsx --take "F3=file"
    """
    from send_actions.changes.plan_of_returns import plan_of_returns
    from send_actions.changes.returns_taken import return_slips, take_returns, taken_of
    from send_actions.importers.returns.several import statements

    with open_plan(options.db) as view:
        on = view.past_day(options.on)
        of = plan_of_returns(view.reading, view.location, view.plan, on)
    read = read_returns(files, _given(options, view), of)
    _tell_unasked(options, read)
    refuse_open_returns(read)
    refuse_both_ways(read, statements)
    taken = taken_of(read, view.plan, on)
    if taken.is_empty:
        tell(_nothing(read))
        return
    slips = [] if options.yes else return_slips(read, view.plan, on)
    asks = can_ask() and not options.yes
    if options.dry_run or asks:
        is_any = _preview(taken, view)
        if options.dry_run:
            told = "Nothing was written." if is_any else _nothing(read)
            for line in (*slips, told):
                tell(line)
            return
        if is_any:
            ask(" ".join([*slips, "Take it?"]), "Nothing was taken.")
    else:
        question_slips(slips, is_confirmed=options.yes)
    make_change(view, lambda store, author: take_returns(store, taken, **author), lambda: _nothing(read))


def _given(options: TakeOptions, view: PlanView) -> Answers:
    from send_actions.importers.answers import Answers

    answers = Answers(not_personal=options.not_personal)
    for flag in _FLAGS:
        for text in getattr(options, flag) or ():
            answers = answers.with_answer(f"--{flag}", text, view.plan.legend)
    return answers


def _tell_unasked(options: TakeOptions, read: Iterable[ReturnRead]) -> None:
    """Tell of each answer for a cell of which nothing is asked."""
    used = {cell for one in read for cell in one.used}
    for flag in ("take", "ref"):
        for text in getattr(options, flag) or ():
            cell, equals, _ = text.rpartition("=")
            if equals and cell.strip().upper() not in used:
                told = f'--{flag} "{text}" answers nothing: nothing is asked of {cell.strip()}.'
                tell(told)


def _nothing(read: Sequence[ReturnRead]) -> str:
    from send_actions.changes.returns_taken import nothing_new

    return printable(f"{nothing_new([one.name for one in read])}: nothing was changed.")


def _preview(taken: TakenReturns, view: PlanView) -> bool:
    """Show what would differ, a line each; say whether anything would."""
    from send_actions.changes.return_preview import taking_lines
    from send_actions.changes.returns_taken import take_returns

    trial = trial_of(view, "", taken.on)
    with trial.copy() as store:
        would = take_returns(store, taken, actor=trial.actor, at=trial.at, day=trial.day)
    if would is None:
        return False
    tell_lines(taking_lines(would, partial(trial.changes_before, would.id)), begun="  ", hung="    ")
    tell(f"{would.label}.")
    return True
