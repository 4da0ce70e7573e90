"""What a return asks of an owner, of an organisation or of everybody: the rows, what to do, the legend."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from send_actions.domain.plan import Action, Owner, Plan
from send_actions.domain.plan.vocabulary import Impact, LegendEntry
from send_actions.domain.words.dates import say_date, say_due
from send_actions.domain.words.listed import Listed
from send_actions.domain.words.return_words import FORM, STILL_RIGHT, ReturnColumn, ReturnFact
from send_actions.reports.sections.phrasing.cells import filled

Shown = str | date
"""What a cell of a return shows: words, or a date."""


@dataclass(frozen=True)
class ReturnForm:
    """One return before it is a file: for whom, each action's cells by their columns, and where it is from.

    `statuses` are those that may be chosen, `facts` what its hidden sheet says.
    """

    title: str
    to: str
    steps: tuple[str, ...]
    statuses: tuple[LegendEntry, ...]
    rows: tuple[Mapping[ReturnColumn, Shown], ...]
    facts: Mapping[ReturnFact, str]

    @property
    def columns(self) -> list[ReturnColumn]:
        """The columns it has: the lead's own only where several lead."""
        leads = {row[ReturnColumn.LEAD] for row in self.rows}
        return [one for one in ReturnColumn if one is not ReturnColumn.LEAD or len(leads) > 1]


def return_form(plan: Plan, to: str, actions: Sequence[Action], *, begun: str) -> ReturnForm:
    """The return of these actions of a plan, which was begun at that moment."""
    rows = tuple(_row(plan, action) for action in actions)
    return ReturnForm(
        f"{filled(plan.title, 'Action plan')}: update wanted",
        to,
        (*_steps(plan),),
        tuple(entry for entry in plan.legend if entry.used),
        rows,
        {
            ReturnFact.FORM: FORM,
            ReturnFact.PLAN: begun,
            ReturnFact.AS_AT: plan.as_at.isoformat(),
            ReturnFact.RECORD: str(plan.record),
            ReturnFact.TO: to,
            ReturnFact.DIGEST: digest_of(rows),
        },
    )


def digest_of(rows: Sequence[Mapping[ReturnColumn, Shown]]) -> str:
    """The SHA-256 of what the rows of a return show, whatever is written in the cells that ask."""
    told = hashlib.sha256()
    for row in rows:
        for column in ReturnColumn:
            if not column.is_asked and column in row:
                told.update(f"{column.value}={row[column]}\n".encode())
    return told.hexdigest()


def returns_wanted(plan: Plan) -> str:
    """By when a return is wanted, in words: "by 8 April 2026", or before the next board."""
    board = plan.meeting_today or plan.next_meeting
    if board is None:
        return "soon"
    by = board.returns_due
    is_ahead = by is not None and by >= plan.as_at
    return f"by {say_date(by)}" if by and is_ahead else f"before the board of {say_date(board.on)}"


def open_actions_of(plan: Plan, owners: Sequence[Owner]) -> list[Action]:
    """The open actions that these owners lead, in the order of the plan."""
    ids = {owner.id for owner in owners}
    return [action for action in plan.actions if action.is_open and action.lead and action.lead.id in ids]


def _row(plan: Plan, action: Action) -> dict[ReturnColumn, Shown]:
    said = f"{say_date(action.note_on)}: {action.note}" if action.note and action.note_on else "Nothing yet"
    area = plan.area_of(action).number
    return {
        ReturnColumn.REF: action.ref,
        ReturnColumn.ACTION: action.title,
        ReturnColumn.LEAD: str(action.lead or ""),
        ReturnColumn.DUE: say_due(action.due) if action.due else "No date",
        ReturnColumn.LAST_SAID: said,
        ReturnColumn.NO_CHANGE: "",
        ReturnColumn.STATUS: plan.legend_of(action.status).word if action.status else "",
        ReturnColumn.NOTE: "",
        ReturnColumn.IMPACT: action.impact.word if action.impact else "",
        ReturnColumn.PATH: action.path,
        ReturnColumn.PATH_BY: action.path_by or "",
        ReturnColumn.ASK: action.ask,
        ReturnColumn.NEW_DUE: "",
        ReturnColumn.WHY_NEW_DUE: "",
        ReturnColumn.KEPT_AS: str(Listed(action.ref, area, plan.as_at, plan.record)),
    }


def _steps(plan: Plan) -> list[str]:
    """What the owner is asked to do, one step a line."""
    impacts = ", ".join(one.word.lower() for one in Impact)
    column = ReturnColumn
    return [
        f"Please send this file back {returns_wanted(plan)}. Each row of the next sheet is one of your actions.",
        f"Is all that a row shows still right? Choose “{STILL_RIGHT}” under “{column.NO_CHANGE}”; it is done.",
        "Else choose the status that is right now (the sheet Key says what each means), and say under "
        f"“{column.NOTE}”, in a line or two, what was done and what stands in the way.",
        f"Say under “{column.IMPACT}” what difference it has made so far: {impacts}.",
        f"Off track or at risk? Say under “{column.PATH}” what will bring it back, beside it by when, and under "
        f"“{column.ASK}” what you need of the board, if anything.",
        f"Will the date not be met? Write the new one under “{column.NEW_DUE}”, and beside it why. Until a "
        "meeting agrees it, the board is asked to.",
        "Write nothing of a single child or family, and no names: the board reads your words.",
        "Leave the grey cells as they are; rows may be sorted. What you leave as it was stays as it was.",
    ]
