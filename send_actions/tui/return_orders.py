"""Making the returns that were asked for in the app: one workbook, or a folder of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from send_actions.domain.plan import Plan
from send_actions.errors import SendActionsError
from send_actions.importers.return_sheet import is_filled_in
from send_actions.papers.return_making import ReturnMaker, Whose, away_words, folder_of
from send_actions.reports.contents.return_form import exempt_left_out
from send_actions.reports.folder import write_folder
from send_actions.reports.output import deliver
from send_actions.store.reader import open_reader, read_plan


class WrittenReturns(NamedTuple):
    """What was written: how many files, the actions they ask about, who is asked, and what to warn of."""

    files: int
    actions: int
    owner_ids: tuple[int, ...]
    warnings: tuple[str, ...]


def write_returns(place: str, plan: Plan, whose: Whose, target: Path, *, over: bool) -> WrittenReturns:
    """Write returns of the plan at a place into a file, or into a new folder for all, whole or not at all.

    Raises SendActionsError when nothing is to be asked, or a return that somebody filled in would be lost.
    """
    reader = open_reader(place)
    try:
        known = read_plan(reader, plan.as_at, plan.record)
        made = ReturnMaker(reader, known).made(whose)
    finally:
        reader.close()
    if not any(one.actions for one in made):
        raise SendActionsError(f"{whose.to} has no open action: there is nothing to ask.")
    if whose.is_each:
        write_folder(folder_of(known, made), str(target))
    else:
        if over and is_filled_in(target):
            raise SendActionsError(f"{target.name} is filled in and would be lost: name another file.")
        deliver(made[0].content, "excel", str(target), force=over)
    warnings = [line.rstrip(".") for one in made for line in away_words(known, one)]
    if made[0].left_out:
        warnings.append(exempt_left_out(made[0].left_out).rstrip("."))
    unled = [one.ref for one in known.actions if one.is_open and not one.lead]
    if whose.is_each and unled:
        warnings.append(f"in no return, for want of a lead: {', '.join(unled)}")
    owners = dict.fromkeys(owner.id for one in made for owner in one.owners)
    actions = sum(len(one.actions) for one in made)
    return WrittenReturns(len(made), actions, tuple(owners), tuple(dict.fromkeys(warnings)))
