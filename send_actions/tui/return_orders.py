"""Making the returns that were asked for in the app: one workbook, or a folder of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from send_actions.domain.plan import Plan
from send_actions.papers import return_writing
from send_actions.papers.return_making import ReturnMaker, Whose
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
    return_writing.write_returns(known, made, whose, str(target), over=over)
    warnings = tuple(line.rstrip(".") for line in return_writing.told_of_returns(known, made, whose))
    owners = dict.fromkeys(owner.id for one in made for owner in one.owners)
    actions = sum(len(one.actions) for one in made)
    return WrittenReturns(len(made), actions, tuple(owners), warnings)
