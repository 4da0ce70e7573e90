"""What the colours mean, and the actions counted by status and impact: this time, last time, the change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final, TypeVar

from send_actions.domain.checks.urgency import has_no_update, is_overdue, silence_starts
from send_actions.domain.history.comparison import CountRow, CountTable, impact_table, status_table
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, Impact, LegendEntry, Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import Audience, exempt_in
from send_actions.reports.document import Block, Cell, Number, StatusMark, Table, text_of
from send_actions.reports.sections.board.better_or_worse import NO_EARLIER
from send_actions.reports.sections.phrasing.cells import (
    NONE,
    count_of,
    filled,
    impact_word,
    mark,
    number,
    sentence,
    signed,
    status_mark,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming

Word = TypeVar("Word", Status, Impact)

_EXEMPT_WORDS: Final = {
    Audience.BOARD: "exempt and counted without detail",
    Audience.INTERNAL: "exempt, shown in full here and without detail in a board's paper",
    Audience.PUBLIC: "not counted here",
}


def legend(plan: Plan) -> list[Block]:
    """What each status of this plan means, as its house has agreed it."""
    rows = [(mark(plan, e.status), e.colour.capitalize(), filled(e.definition)) for e in _in_use(plan)]
    return [Table("What each status means in this plan", ("Status", "Colour", "Meaning"), tuple(rows))]


def statuses(plan: Plan) -> tuple[StatusMark, ...]:
    """The statuses of this plan in its own words and order, for whoever fills in a sheet."""
    return tuple(status_mark(plan, entry.status) for entry in _in_use(plan))


def _in_use(plan: Plan) -> list[LegendEntry]:
    """What of the legend this plan uses, or has used."""
    in_use = {action.status for action in plan.actions}
    return [entry for entry in plan.legend if entry.used or entry.status in in_use]


def counts(plan: Plan, before: Plan | None, audience: Audience, naming: Naming) -> list[Block]:
    """Actions by status and by impact; the rows add up to all actions, this time and last time."""
    last = f"Last time ({say_date(before.as_at)})" if before else "Last time"
    header = (f"This time ({say_date(plan.as_at)})", last, "Change", "Which actions")
    whole = text_of(_whole(plan, audience, naming))  # before the tables: what is named first is named in full
    by_status, by_impact = status_table(before, plan), impact_table(before, plan)
    unused = {entry.status for entry in plan.legend if not entry.used}
    shown = [row for row in by_status.rows if row.word not in unused or row.now or row.last]
    statuses = [_row(mark(plan, row.word), row, naming) for row in shown]
    statuses.append(_total(by_status, naming))
    impacts = [_row(impact_word(row.word), row, naming) for row in by_impact.rows]
    impacts.append(_total(by_impact, naming))
    across = [_row(words, row, naming) for words, row in _across_statuses(plan, before)]
    caption = "Overdue or without an update, of the same actions"
    return [
        whole,
        *([] if before else [text_of(f"{NO_EARLIER[:-1]}, so last time says none.")]),
        Table("Actions by status", ("Status", *header), tuple(statuses)),
        Table("Actions by impact", ("Impact", *header), tuple(impacts)),
        Table(caption, ("What", *header), tuple(across)),
    ]


def _whole(plan: Plan, audience: Audience, naming: Naming) -> str:
    """The whole plan, which the counts add up to, and what of it is exempt."""
    by_status = Counter(action.status for action in plan.actions)
    is_open = sum(action.is_open for action in plan.actions)
    hidden = exempt_in(plan).actions
    exempt = [action for action in plan.actions if action.id in hidden]
    are = "is" if len(exempt) == 1 else "are"
    words = f"{len(exempt)} {are} {_EXEMPT_WORDS[audience]}: {naming.actions(exempt)}"
    told = f" {sentence(words)}" if exempt else ""
    return (
        f"{count_of(len(plan.actions), 'action')} in {count_of(len(plan.areas), 'area')}: {is_open} open, "
        f"{sum(by_status[status] for status in DONE)} done, {by_status[Status.ON_HOLD]} on hold, "
        f"{by_status[Status.WITHDRAWN]} withdrawn.{told}"
    )


def _across_statuses(plan: Plan, before: Plan | None) -> list[tuple[str, CountRow[Status]]]:
    """Overdue, overdue and still on track, and without an update since the meeting before the last.

    Silence is counted from the second meeting on, and compared from the third.
    """
    on_track = status_word(plan, Status.ON_TRACK).lower()
    counted = [
        _across("Overdue", plan, before, _is_late),
        _across(f"Overdue and still {on_track}", plan, before, _is_late_on_track),
    ]
    if silence_starts(plan):
        then = before if before and silence_starts(before) else None
        counted.append(_across("No update since the meeting before the last", plan, then, has_no_update))
    return counted


def _is_late(action: Action, plan: Plan) -> bool:
    return is_overdue(action, plan.as_at)


def _is_late_on_track(action: Action, plan: Plan) -> bool:
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


def _row(word: Cell, row: CountRow[Word], naming: Naming) -> tuple[Cell, ...]:
    return _counted(word, row, {"Joined": row.came, "Left": row.went}, naming)


def _total(table: CountTable[Word], naming: Naming) -> tuple[Cell, ...]:
    return _counted("All actions", table, {"New": table.new, "Gone": table.gone}, naming)


def _counted(
    word: Cell,
    count: CountRow[Word] | CountTable[Word],
    ways: dict[str, tuple[Action, ...]],
    naming: Naming,
) -> tuple[Cell, ...]:
    """One row: this time, last time, the change, and the actions behind it by how they came to it."""
    if count.last is None:
        return word, number(count.now), NONE, NONE, NONE
    which = "\n".join(f"{way}: {naming.actions(actions)}" for way, actions in ways.items() if actions)
    change = count.now - count.last
    return word, number(count.now), number(count.last), Number(change, signed(change)), which or "no change"
