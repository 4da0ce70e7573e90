"""The legend, and counts this time, last time and the change, with the actions behind each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from send_actions.domain.checks.urgency import has_no_update, is_overdue, silence_starts
from send_actions.domain.history.comparison import CountRow, CountTable, impact_table, status_table
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, Cell, Table, text_of
from send_actions.reports.sections.cells import (
    NONE,
    difference,
    filled,
    impact_word,
    mark,
    number,
    refs,
    status_word,
)

Word = TypeVar("Word", Status, Impact)


def legend(plan: Plan) -> list[Block]:
    """What each status of this plan means, as its house has agreed it."""
    in_use = {action.status for action in plan.actions}
    entries = [entry for entry in plan.legend if entry.used or entry.status in in_use]
    rows = [(mark(plan, e.status), e.colour.capitalize(), filled(e.definition)) for e in entries]
    return [Table("What each status means in this plan", ("Status", "Colour", "Meaning"), tuple(rows))]


def counts(plan: Plan, before: Plan | None) -> list[Block]:
    """Actions by status and by impact; the rows add up to all actions, this time and last time."""
    blocks: list[Block] = []
    if before is None:
        blocks.append(text_of("There is no earlier meeting to compare with, so last time says none."))
    by_status = status_table(before, plan)
    unused = {entry.status for entry in plan.legend if not entry.used}
    shown = [row for row in by_status.rows if row.word not in unused or row.now or row.last]
    blocks.append(
        _table(
            "Actions by status",
            ("Status", *_times(plan, before)),
            [_row(mark(plan, row.word), row) for row in shown],
            by_status,
        )
    )
    by_impact = impact_table(before, plan)
    rows = [_row(impact_word(row.word), row) for row in by_impact.rows]
    blocks.append(_table("Actions by impact", ("Impact", *_times(plan, before)), rows, by_impact))
    across = tuple(_row(words, row) for words, row in across_statuses(plan, before))
    caption = "Overdue or without an update, of the same actions"
    blocks.append(Table(caption, ("What", *_times(plan, before)), across))
    return blocks


def across_statuses(plan: Plan, before: Plan | None) -> tuple[tuple[str, CountRow[Status]], ...]:
    """Overdue, overdue and still on track, and without an update since the meeting before the last.

    Silence is counted from the second meeting on, and compared from the third.
    """
    green = status_word(plan, Status.ON_TRACK).lower()
    counted = [
        _across("Overdue", plan, before, lambda action, of: is_overdue(action, of.as_at)),
        _across(f"Overdue and still {green}", plan, before, _is_green_and_overdue),
    ]
    if silence_starts(plan):
        then = before if before and silence_starts(before) else None
        counted.append(_across("No update since the meeting before the last", plan, then, has_no_update))
    return tuple(counted)


def _is_green_and_overdue(action: Action, plan: Plan) -> bool:
    return action.status is Status.ON_TRACK and is_overdue(action, plan.as_at)


def _across(
    words: str, plan: Plan, before: Plan | None, test: Callable[[Action, Plan], bool]
) -> tuple[str, CountRow[Status]]:
    now = tuple(action for action in plan.actions if test(action, plan))
    if before is None:
        return words, CountRow(None, len(now), None, (), ())
    last = [action for action in before.actions if test(action, before)]
    ids, were = {action.id for action in now}, {action.id for action in last}
    came = tuple(action for action in now if action.id not in were)
    went = tuple(plan.actions_by_id.get(a.id, a) for a in last if a.id not in ids)
    return words, CountRow(None, len(now), len(last), came, went)


def _times(plan: Plan, before: Plan | None) -> tuple[str, ...]:
    last = f"Last time ({say_date(before.as_at)})" if before else "Last time"
    return f"This time ({say_date(plan.as_at)})", last, "Change", "Which actions"


def _row(word: Cell, row: CountRow[Word]) -> tuple[Cell, ...]:
    last = NONE if row.last is None else number(row.last)
    which = _which(row.last, ("in", row.came), ("out", row.went))
    return word, number(row.now), last, difference(row.change), which


def _table(
    caption: str, header: tuple[str, ...], rows: list[tuple[Cell, ...]], table: CountTable[Word]
) -> Table:
    last = NONE if table.last is None else number(table.last)
    which = _which(table.last, ("new", table.new), ("gone", table.gone))
    total = ("All actions", number(table.now), last, difference(table.change), which)
    return Table(caption, header, (*rows, total))


def _which(last: int | None, *ways: tuple[str, tuple[Action, ...]]) -> str:
    """The actions behind a change, by how they came to it."""
    if last is None:
        return NONE
    return "; ".join(f"{way} {refs(actions)}" for way, actions in ways if actions) or "no change"
