"""The orders that a list can have: by each of its columns, either way; and the columns of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from send_actions.domain.checks.urgency import worst_first
from send_actions.domain.history.direction import Direction, direction_since
from send_actions.domain.plan import Action, Plan, Statuses
from send_actions.domain.plan.vocabulary import Impact
from send_actions.domain.text import NaturalKey, fold, natural

Row = TypeVar("Row")

WAYS: Final = (
    Direction.DOWN,
    Direction.UP,
    Direction.STARTED,
    Direction.RESUMED,
    Direction.PUT_ON_HOLD,
    Direction.NEW,
    Direction.CLOSED,
)
"""The ways that actions go, those that got worse first; what did not move comes last."""


class SortColumn(NamedTuple):
    """One thing to sort by: its key, its name, the heading it stands for, what it looks at, and its words.

    What a row lacks puts it last, whichever way the others stand. The value is looked at in the row, of an
    action in its plan and how it stood before.
    """

    key: str
    name: str
    heading: str
    value: Callable[..., Any]
    words: str
    turned: str


def _way(_plan: Plan, before: Statuses | None, action: Action) -> int | None:
    way = direction_since(before, action)
    return WAYS.index(way) if way in WAYS else None


COLUMNS: Final = (
    SortColumn(
        "r",
        "ref",
        "Ref",
        lambda _plan, _before, action: natural(action.ref),
        "by ref",
        "by ref, the last first",
    ),
    SortColumn(
        "s",
        "worst first",
        "Status",
        lambda plan, _before, action: worst_first(action, plan.as_at)[:2],
        "worst first",
        "best first",
    ),
    SortColumn(
        "d",
        "due date",
        "Due",
        lambda _plan, _before, action: action.due_on,
        "by due date",
        "by due date, the latest first",
    ),
    SortColumn(
        "t",
        "title",
        "Action",
        lambda _plan, _before, action: natural(fold(action.title)),
        "by title",
        "by title, from Z",
    ),
    SortColumn("w", "way it went", "", _way, "by way it went, worse first", "by way it went, worse last"),
    SortColumn(
        "i",
        "impact",
        "",
        lambda _plan, _before, action: list(Impact).index(action.impact) if action.impact else None,
        "by impact, the least first",
        "by impact, the most first",
    ),
    SortColumn(
        "l",
        "lead",
        "Lead",
        lambda _plan, _before, action: natural(str(action.lead)) if action.lead else None,
        "by lead",
        "by lead, from Z",
    ),
    SortColumn(
        "h",
        "last said",
        "Last said",
        lambda _plan, _before, action: action.updated_on or date.min,
        "by last said",
        "by last said, the newest first",
    ),
)
"""What a list can be sorted by, in the order of its columns."""

_BY_NAME: Final = {column.name: column for column in COLUMNS}
ORDERS: Final = {column.heading: column.name for column in COLUMNS if column.heading}
"""The order that a column's heading stands for."""


class Order(NamedTuple):
    """By what a list is sorted, and whether it is turned the other way."""

    name: str = "ref"
    is_turned: bool = False

    @property
    def words(self) -> str:
        """How a list is sorted, in words."""
        column = _BY_NAME[self.name]
        return column.turned if self.is_turned else column.words

    def by(self, name: str) -> Order:
        """The order by a name: what it is sorted by already is turned the other way."""
        return Order(name, is_turned=not self.is_turned if name == self.name else False)

    @staticmethod
    def known(name: str, *, is_turned: bool) -> Order:
        """The order of a name that was kept; by ref when there is none of it any more."""
        return Order(name, is_turned) if name in _BY_NAME else Order()

    def of(self, plan: Plan, before: Statuses | None, actions: Sequence[Action]) -> tuple[Action, ...]:
        """Actions in this order; those that are alike stand by ref."""
        value = _BY_NAME[self.name].value
        found = [(value(plan, before, action), _by_ref(action), action) for action in actions]
        return tuple(ranked(found, is_turned=self.is_turned))


def ranked(found: Sequence[tuple[Any, Any, Row]], *, is_turned: bool) -> list[Row]:
    """Rows by their value; those that are alike by what stands second, those without a value last."""
    there = sorted((one for one in found if one[0] is not None), key=lambda one: one[1])
    there.sort(key=lambda one: one[0], reverse=is_turned)
    missing = sorted((one for one in found if one[0] is None), key=lambda one: one[1])
    return [row for _, _, row in (*there, *missing)]


def _by_ref(action: Action) -> tuple[NaturalKey, int]:
    return natural(action.ref), action.id
