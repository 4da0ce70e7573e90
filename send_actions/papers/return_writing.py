"""Returns as files: one workbook, or a folder of them; none that somebody filled in is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.importers.returns.return_sheet import is_filled_in
from send_actions.papers.return_making import ENDING, Return, Whose, away_words, folder_of
from send_actions.reports.contents.return_form import exempt_left_out
from send_actions.reports.folder import with_those_before, write_folder
from send_actions.reports.output import deliver


def write_returns(plan: Plan, made: Sequence[Return], whose: Whose, target: str, *, over: bool) -> None:
    """Write what was made of a plan into a file, or a folder where there is one each, whole or not at all.

    With `over` they replace files of the same name. Raises SendActionsError where something is there already,
    the place refuses, nothing is to be asked, or a return that somebody filled in would be lost.
    """
    if not any(one.actions for one in made):
        whom = printable(whose.to) if whose.owners else "The plan"
        raise SendActionsError(f"{whom} has no open action: there is nothing to ask.")
    if not whose.is_each:
        if over and is_filled_in(Path(target)):
            name = printable(Path(target).name)
            raise SendActionsError(f"{name} is filled in and would be lost: name another file.")
        deliver(made[0].content, "excel", target, force=over)
        return
    files = folder_of(plan, made)
    if over:
        returns = (name for name in files if name.endswith(ENDING))
        if filled := next((name for name in returns if is_filled_in(Path(target, name))), ""):
            where = f"{printable(filled)} in {printable(target)}"
            raise SendActionsError(f"{where} is filled in and would be lost: name another folder.")
        files = with_those_before(files, target)
    write_folder(files, target, force=over)


def told_of_returns(plan: Plan, made: Sequence[Return], whose: Whose) -> list[str]:
    """Return what to tell of returns that were made: what is left out, who is away, what nobody is asked."""
    left_out = made[0].left_out
    told = [exempt_left_out(left_out)] if left_out else []
    told += [line for one in made for line in away_words(plan, one)]
    unled = [action.ref for action in plan.actions if action.is_open and not action.lead]
    if whose.is_each and unled:
        told.append(f"In no return, for want of a lead: {', '.join(unled)}.")
    return list(dict.fromkeys(told))
