"""What a return asks of an owner, of an organisation or of everybody: the rows, what to do, the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from send_actions.domain.checks.rounds import meeting_of_round
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Impact, LegendEntry
from send_actions.domain.return_rows import ReturnRow, digest_of_rows, return_row
from send_actions.domain.words.dates import say_date
from send_actions.domain.words.return_words import FORM, KEY, SHEET, STILL_RIGHT, ReturnColumn, ReturnFact
from send_actions.reports.sections.phrasing.cells import filled


@dataclass(frozen=True)
class ReturnForm:
    """One return before it is a file: for whom, each action's cells by their columns, and where it is from.

    `statuses` are those that may be chosen, `facts` what its last sheet says.
    """

    title: str
    to: str
    steps: tuple[str, ...]
    statuses: tuple[LegendEntry, ...]
    rows: tuple[ReturnRow, ...]
    facts: Mapping[ReturnFact, str]

    @property
    def columns(self) -> list[ReturnColumn]:
        """The columns it has: the lead's own only where several lead."""
        leads = {row[ReturnColumn.LEAD] for row in self.rows}
        return [one for one in ReturnColumn if one is not ReturnColumn.LEAD or len(leads) > 1]


def return_form(
    plan: Plan, to: str, actions: Sequence[Action], *, begun: str, left_out: int = 0
) -> ReturnForm:
    """Return the form for these actions of a plan, which was begun at that moment.

    So many exempt actions are `left_out` of it.
    """
    rows = tuple(return_row(plan, action) for action in actions)
    return ReturnForm(
        f"{filled(plan.title, 'Action plan')}: update wanted",
        to,
        (*_steps(plan, left_out),),
        tuple(entry for entry in plan.legend if entry.used),
        rows,
        {
            ReturnFact.PLAN: begun,
            ReturnFact.AS_AT: plan.as_at.isoformat(),
            ReturnFact.RECORD: str(plan.record),
            ReturnFact.TO: to,
            ReturnFact.ROWS: str(len(rows)),
            ReturnFact.DIGEST: digest_of_rows(rows),
            ReturnFact.FORM: FORM,
        },
    )


def returns_wanted(plan: Plan) -> str:
    """By when a return is wanted, in words: "by 8 April 2026", or before the next board."""
    board = meeting_of_round(plan)
    if board is None:
        return "soon"
    by = board.returns_due
    is_ahead = by is not None and by >= plan.as_at
    return f"by {say_date(by)}" if by and is_ahead else f"before the board of {say_date(board.on)}"


def _steps(plan: Plan, left_out: int) -> Iterator[str]:
    """Yield what the owner is asked to do, one step a line."""
    impacts = ", ".join(one.word.lower() for one in Impact)
    column = ReturnColumn
    yield f"Please send this file back {returns_wanted(plan)}. Each row of the sheet {SHEET} is one action."
    yield f"Is all that a row shows still right? Choose “{STILL_RIGHT}”, and the row is done."
    yield (
        f"Else choose the status that is right now (the sheet {KEY} says what each means), and say under "
        f"“{column.NOTE}”, in a line or two, what was done and what stands in the way."
    )
    yield f"Choose under “{column.IMPACT}” what difference it has made so far: {impacts}."
    yield (
        f"Off track or at risk? Say under “{column.PATH}” what will bring it back and beside it by when, and "
        f"under “{column.ASK}” what you need of the board, if anything."
    )
    yield (
        f"Will the date not be met? Write the new one under “{column.NEW_DUE}”, and beside it why. The board "
        "is asked to agree to it."
    )
    yield "Write nothing of a single child or family, and no names: the board reads your words."
    yield "Leave the grey cells as they are; rows may be sorted. What you leave as it was stays as it was."
    if left_out:
        yield exempt_left_out(left_out)


def exempt_left_out(count: int) -> str:
    """Return the sentence that so many exempt actions are not in what others see too."""
    return f"{count} exempt action{' is' if count == 1 else 's are'} not in this file: others see it too."
