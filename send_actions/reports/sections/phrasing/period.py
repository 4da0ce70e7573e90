"""A period of a plan: how it stood on the first day, at each board since, and how it stands now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from send_actions.domain.history.comparison import Movement, compare, has_a_date
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Deadline, Due, Meeting, Plan, Step
from send_actions.domain.plan.vocabulary import Precision


@dataclass(frozen=True)
class Slip:
    """An action whose due date moved: from which date, and each move, oldest first."""

    action: Action
    was: Due
    moves: tuple[Deadline, ...]

    @property
    def days(self) -> int | None:
        """By how many days it moved from first to last; None where either is no day."""
        now = self.action.due
        if now is None or not (now.on and self.was.on):
            return None
        is_ongoing = Precision.ONGOING in (now.precision, self.was.precision)
        return None if is_ongoing else (now.on - self.was.on).days


@dataclass(frozen=True)
class Period:
    """The plan on the first day, at the boards since, oldest first, and now, as one reader may see it.

    `deadlines` are those of the actions whose date ever moved, by action id and newest first.
    """

    earlier: tuple[Plan, ...]
    now: Plan
    deadlines: Mapping[int, Sequence[Deadline]]

    @property
    def start(self) -> Plan:
        """The plan on the first day."""
        return self.earlier[0]

    @property
    def stops(self) -> tuple[Plan, ...]:
        """The plan at every day that is told of, oldest first."""
        return (*self.earlier, self.now)

    @cached_property
    def movement(self) -> Movement:
        """What moved from the first day to the last."""
        return compare(self.start, self.now)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """The actions whose due date moved within the period, the furthest first."""
        found = [slip for action in self.now.actions if (slip := self._slip(action))]
        return tuple(sorted(found, key=lambda slip: -(slip.days or 0)))

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of every series that were held within the period, oldest first."""
        held = (meeting for meeting in self.now.meetings if self.holds(meeting.on))
        return tuple(sorted(held, key=lambda meeting: (meeting.on, meeting.id)))

    @cached_property
    def steps(self) -> tuple[tuple[Action, Step], ...]:
        """The steps that were reached after the first day, with their actions."""
        first = self.start.as_at
        steps = ((action, step) for action in self.now.actions for step in action.steps)
        return tuple((a, s) for a, s in steps if s.reached_on and first < s.reached_on <= self.now.as_at)

    def holds(self, day: date) -> bool:
        """Whether a day is within the period, its first and last day included."""
        return self.start.as_at <= day <= self.now.as_at

    def _slip(self, action: Action) -> Slip | None:
        """How an action's date moved after the first day; to be given a first date is no move."""
        was, before = None, None
        moves: list[Deadline] = []
        for deadline in reversed(self.deadlines.get(action.id, ())):
            is_move = has_a_date(before) and not is_same_due(before, deadline.due)
            if is_move and deadline.on > self.start.as_at:
                was = was or before
                moves.append(deadline)
            before = deadline.due
        return Slip(action, was, tuple(moves)) if was else None
