"""Direction of travel: which way an action went between two states of a plan, worked out and never typed."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from send_actions.domain.plan import Action, Statuses
from send_actions.domain.plan.vocabulary import Status

LADDER: Final = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.COMPLETE, Status.EMBEDDED)
"""The statuses between which one can go up or down, worst first (PRODUCT section 3)."""


class Direction(StrEnum):
    """Which way an action went since the last meeting."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    STARTED = "started"
    PUT_ON_HOLD = "put-on-hold"
    RESUMED = "resumed"
    NEW = "new"
    CLOSED = "closed"

    @property
    def arrow(self) -> str:
        """What a narrow column shows: an arrow, nothing for the same, else one short word."""
        return _ARROWS.get(self.value, self.value)

    @property
    def word(self) -> str:
        """The word, as a sentence would have it."""
        return self.value.replace("-", " ")


_ARROWS: Final = {"up": "↑", "down": "↓", "same": "", "put-on-hold": "on hold"}


def direction(before: Action | None, now: Action | None) -> Direction | None:
    """Which way one action went from an earlier state to a later: not there before is new, gone is closed."""
    if before is None:
        return Direction.NEW if now else None
    return direction_between(before.status, now.status) if now else Direction.CLOSED


def direction_since(before: Statuses | None, now: Action) -> Direction | None:
    """Which way an action went since the statuses of an earlier plan; None when there is no earlier plan."""
    if before is None:
        return None
    return direction_between(before[now.id], now.status) if now.id in before else Direction.NEW


def direction_between(was: Status | None, now: Status | None) -> Direction | None:
    """Which way lies between two statuses (PRODUCT section 3).

    What is unsaid waits, like what is not started: from either of them to a status of the ladder is started,
    except that a first word on something nobody had spoken of has no direction. Back to not started has no
    direction either: it is neither better nor worse, and is not the same. A withdrawn action that is taken up
    again has resumed.
    """
    if was is now or (was in _WAITING and now in _WAITING):
        return Direction.SAME
    if now in _STOPS:
        return _STOPS[now]
    if was in _STOPS:
        return Direction.RESUMED
    if was is None or now is None or now is Status.NOT_STARTED:
        return None
    if was is Status.NOT_STARTED:
        return Direction.STARTED
    return Direction.UP if LADDER.index(now) > LADDER.index(was) else Direction.DOWN


_WAITING: Final = frozenset({None, Status.NOT_STARTED})
_STOPS: Final[dict[Status | None, Direction]] = {
    Status.ON_HOLD: Direction.PUT_ON_HOLD,
    Status.WITHDRAWN: Direction.CLOSED,
}
