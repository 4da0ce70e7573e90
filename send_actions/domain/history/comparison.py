"""What moved between two states of a plan: every count explained by the actions behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Generic, TypeVar

from send_actions.domain.history.direction import Direction, direction
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import DONE, WORST_FIRST, Impact, Precision, Status
from send_actions.domain.text import natural


@dataclass(frozen=True)
class Move:
    """One action before and now: new has no before, gone has no now."""

    before: Action | None
    now: Action | None

    @property
    def action(self) -> Action:
        """The action as it is now, or as it last was."""
        action = self.now or self.before
        assert action is not None, "a move is of something"  # noqa: S101 - made only below, with one of them
        return action

    @property
    def direction(self) -> Direction | None:
        """Which way it went."""
        return direction(self.before, self.now)

    @property
    def is_date_moved(self) -> bool:
        """Whether it had a due date and has another, or none, now."""
        was, now = self.before, self.now
        return bool(was and now and has_a_date(was.due) and not is_same_due(was.due, now.due))

    @property
    def is_date_given(self) -> bool:
        """Whether it had no due date and has one now."""
        was, now = self.before, self.now
        return bool(was and now and has_a_date(now.due) and not has_a_date(was.due))

    @property
    def is_impact_changed(self) -> bool:
        """Whether its impact is rated otherwise."""
        was, now = self.before, self.now
        return bool(was and now and was.impact is not now.impact)


@dataclass(frozen=True)
class Movement:
    """Every action that moved, by how it did, each list in order of the refs.

    An action's status change stands in exactly one of `up`, `down`, `started`, `put_on_hold`, `resumed`,
    `new`, `closed` (withdrawn now, or gone) and `otherwise` (a first status, or back to not started). The
    others are looked at besides: `completed` (now complete or embedded and not so before), `dates_moved`,
    `dates_given` (a first due date) and `impact_changed`.
    """

    up: tuple[Move, ...]
    down: tuple[Move, ...]
    started: tuple[Move, ...]
    put_on_hold: tuple[Move, ...]
    resumed: tuple[Move, ...]
    new: tuple[Move, ...]
    closed: tuple[Move, ...]
    otherwise: tuple[Move, ...]
    completed: tuple[Move, ...]
    dates_moved: tuple[Move, ...]
    dates_given: tuple[Move, ...]
    impact_changed: tuple[Move, ...]

    @cached_property
    def changed_ids(self) -> frozenset[int]:
        """The row ids of all actions that moved in status, due date or impact, came or went."""
        return frozenset(move.action.id for item in fields(self) for move in getattr(self, item.name))

    def __bool__(self) -> bool:
        """Whether anything moved at all."""
        return bool(self.changed_ids)


def compare(before: Plan, now: Plan) -> Movement:
    """What moved from an earlier plan to a later one."""
    paired = pairs(before, now)
    by_direction: dict[Direction | None, list[Move]] = {}
    for move in paired:
        by_direction.setdefault(move.direction, []).append(move)

    def went(way: Direction | None) -> tuple[Move, ...]:
        return tuple(by_direction.get(way, ()))

    return Movement(
        up=went(Direction.UP),
        down=went(Direction.DOWN),
        started=went(Direction.STARTED),
        put_on_hold=went(Direction.PUT_ON_HOLD),
        resumed=went(Direction.RESUMED),
        new=went(Direction.NEW),
        closed=went(Direction.CLOSED),
        otherwise=went(None),
        completed=tuple(m for m in paired if _is_done(m.now) and not _is_done(m.before)),
        dates_moved=tuple(move for move in paired if move.is_date_moved),
        dates_given=tuple(move for move in paired if move.is_date_given),
        impact_changed=tuple(move for move in paired if move.is_impact_changed),
    )


def pairs(before: Plan | None, now: Plan) -> tuple[Move, ...]:
    """Every action of either plan, in order of the refs, with its other self."""
    earlier = before.actions_by_id if before else {}
    found = [Move(earlier.get(action.id), action) for action in now.actions]
    gone = [Move(was, None) for id_, was in earlier.items() if id_ not in now.actions_by_id]
    if not gone:
        return tuple(found)
    return tuple(sorted((*found, *gone), key=lambda move: (natural(move.action.ref), move.action.id)))


def has_a_date(due: Due | None) -> bool:
    """Whether a due date was given that one can hold somebody to: a day, or ongoing."""
    return due is not None and (due.on is not None or due.precision is Precision.ONGOING)


def _is_done(action: Action | None) -> bool:
    return action is not None and action.status in DONE


Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class CountRow(Generic[Word]):
    """One line of a count: `last + len(came) - len(went) == now`; without an earlier plan `last` is None."""

    word: Word | None
    now: int
    last: int | None
    came: tuple[Action, ...]
    went: tuple[Action, ...]

    @property
    def change(self) -> int | None:
        """By how many it grew since last time."""
        return None if self.last is None else self.now - self.last


@dataclass(frozen=True)
class CountTable(Generic[Word]):
    """Counts whose rows add up to the totals now and last time; `new` and `gone` explain the change."""

    rows: tuple[CountRow[Word], ...]
    now: int
    last: int | None
    new: tuple[Action, ...]
    gone: tuple[Action, ...]

    @property
    def change(self) -> int | None:
        """By how many it grew since last time."""
        return None if self.last is None else self.now - self.last


def status_table(before: Plan | None, now: Plan) -> CountTable[Status]:
    """Counts by status, worst first, withdrawn last, and a row None when something has no status."""
    return _table(before, now, WORST_FIRST, lambda action: action.status)


def impact_table(before: Plan | None, now: Plan) -> CountTable[Impact]:
    """Counts by impact of all actions, and a row None when something is unrated."""
    return _table(before, now, tuple(Impact), lambda action: action.impact)


def _table(
    before: Plan | None, now: Plan, words: tuple[Word, ...], word_of: Callable[[Action], Word | None]
) -> CountTable[Word]:
    paired = pairs(before, now)
    came: dict[Word | None, list[Action]] = {word: [] for word in (*words, None)}
    went: dict[Word | None, list[Action]] = {word: [] for word in (*words, None)}
    for move in paired if before else ():
        if move.before and move.now and word_of(move.before) is word_of(move.now):
            continue
        if move.now:
            came[word_of(move.now)].append(move.action)
        if move.before:
            went[word_of(move.before)].append(move.action)
    last = Counter(map(word_of, before.actions)) if before else None
    counted = Counter(map(word_of, now.actions))
    rows = [
        CountRow(
            word=word,
            now=counted[word],
            last=None if last is None else last[word],
            came=tuple(came[word]),
            went=tuple(went[word]),
        )
        for word in came
    ]
    if not (rows[-1].now or rows[-1].last):
        rows.pop()
    return CountTable(
        rows=tuple(rows),
        now=len(now.actions),
        last=len(before.actions) if before else None,
        new=tuple(m.now for m in paired if m.now and not m.before) if before else (),
        gone=tuple(m.before for m in paired if m.before and not m.now),
    )
