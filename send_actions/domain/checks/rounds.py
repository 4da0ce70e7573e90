"""The round before a meeting: who is asked, in which order, where one is, and what each has answered.

A round is a value; what was said stands in the plan alone. So one that is taken up again, here or as plain
lines, is where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from send_actions.domain.checks.urgency import all_owing, is_silent_since, worst_first
from send_actions.domain.plan import Action, Meeting, Plan, Statuses
from send_actions.domain.plan.vocabulary import Heard
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date


class Order(StrEnum):
    """In which order a round asks."""

    URGENCY = "urgency"
    OWNER = "owner"

    @property
    def other(self) -> Order:
        """The other of the two."""
        return Order.OWNER if self is Order.URGENCY else Order.URGENCY


@dataclass(frozen=True)
class Round:
    """A pass over the actions that owed an update when it began, by their row ids.

    `place` is where one is in the `queue`, its length at the end; `later` is what was put off, `heard` how
    what follows is heard, and `began` the record at which it began.
    """

    queue: tuple[int, ...] = ()
    place: int = 0
    order: Order = Order.URGENCY
    later: frozenset[int] = field(default_factory=frozenset)
    heard: Heard | None = None
    began: int = 0

    @property
    def at(self) -> int | None:
        """The action one is at; None at the end."""
        return self.queue[self.place] if self.place < len(self.queue) else None


@dataclass(frozen=True)
class Answers:
    """What the actions of a round have answered by now, by their row ids.

    `heard` were spoken of, of them `changed` stand otherwise than at the meeting before; of `silent` it was
    said that no update was received.
    """

    heard: frozenset[int] = frozenset()
    changed: frozenset[int] = frozenset()
    silent: frozenset[int] = frozenset()

    def is_waiting(self, action_id: int) -> bool:
        """Whether an action still has to be asked about."""
        return action_id not in self.heard and action_id not in self.silent

    @property
    def many(self) -> int:
        """How many are done with, heard or not."""
        return len(self.heard) + len(self.silent)


def meeting_of_round(plan: Plan) -> Meeting | None:
    """Return the board that a round is for: that of the day itself, else the next."""
    return plan.meeting_today or plan.next_meeting


def begin_round(plan: Plan, order: Order = Order.URGENCY, silent: Collection[int] = ()) -> Round:
    """Return a round over every action that owes an update, at the first that was not asked about yet."""
    queue = tuple(action.id for action in in_order(all_owing(plan), plan, order))
    place = next((place for place, one in enumerate(queue) if one not in silent), len(queue))
    return Round(queue, place, order, began=plan.record)


def why_nothing_owed(plan: Plan) -> str:
    """Say why no action of a plan owes an update, in a sentence without its full stop."""
    if not plan.actions:
        return "No actions yet"
    asked = [action for action in plan.actions if action.is_open]
    if not asked:
        return "No action is open, so none owes an update"
    last = plan.last_meeting
    is_today = {action.updated_on for action in asked} == {plan.as_at}
    since = f" since the board of {say_date(last.on)}" if last else " today" if is_today else ""
    each = "the one open action" if len(asked) == 1 else f"each of the {len(asked):,} open ones"
    met = "" if last else ", and no board has met yet"
    return f"No action owes an update: {each} was made or spoken of{since}{met}"


def take_up(kept: Round, plan: Plan) -> Round:
    """Return a round as it was left: without what is gone from the plan, with what has come to owe since."""
    queue = [one for one in kept.queue if one in plan.actions_by_id]
    known = set(queue)
    new = [one for one in all_owing(plan) if one.id not in known]
    queue += [action.id for action in in_order(new, plan, kept.order)]
    at = next((one for one in kept.queue[kept.place :] if one in plan.actions_by_id), None)
    place = queue.index(at) if at is not None else len(queue) - len(new)
    return replace(kept, queue=tuple(queue), place=place, later=kept.later & frozenset(queue))


def in_order(actions: Iterable[Action], plan: Plan, order: Order) -> list[Action]:
    """Return actions in the order in which a round asks: the worst first, or one lead after another."""
    return sorted(actions, key=_KEYS[order](plan))


def answers_to(one: Round, plan: Plan, before: Statuses | None, silent: Collection[int]) -> Answers:
    """Return what the plan says of a round's actions; `before` are their statuses at the meeting before."""
    last = plan.last_meeting
    since = last.on if last else None
    asked = [plan.actions_by_id[id_] for id_ in one.queue if id_ in plan.actions_by_id]
    heard = [action for action in asked if not (action.is_open and is_silent_since(action, since))]
    changed = (action.id for action in heard if before is not None and _moved(action, before))
    told = frozenset(action.id for action in heard)
    queue = frozenset(one.queue)
    return Answers(told, frozenset(changed), frozenset(silent) & queue - told)


def go_on(one: Round, answers: Answers) -> Round:
    """Return a round at the next that waits behind the one just answered, else at the first put off."""
    later = one.later - ({one.at} if one.at is not None else set())
    waiting = [place for place, id_ in enumerate(one.queue) if answers.is_waiting(id_) and place != one.place]
    behind = next((place for place in waiting if place > one.place), None)
    return replace(one, later=later, place=next(iter(waiting), len(one.queue)) if behind is None else behind)


def leave_for_later(one: Round, answers: Answers) -> Round:
    """Return a round at the next that waits, or at its end; the one it was at, if it waits, is put off.

    From the end it goes through those that still wait.
    """
    at = one.at
    later = one.later | {at} if at is not None and answers.is_waiting(at) else one.later
    behind = range(0 if at is None else one.place + 1, len(one.queue))
    place = next((place for place in behind if answers.is_waiting(one.queue[place])), len(one.queue))
    return replace(one, later=later, place=place)


def go_back(one: Round) -> Round:
    """Return a round at the action before, whether it was answered or not."""
    return replace(one, place=max(0, one.place - 1))


def go_to(one: Round, action_id: int) -> Round:
    """Return a round at one of its actions; one that is not among them leaves it where it is."""
    return replace(one, place=one.queue.index(action_id)) if action_id in one.queue else one


def go_to_end(one: Round) -> Round:
    """Return a round at its end."""
    return replace(one, place=len(one.queue))


def reorder(one: Round, plan: Plan, order: Order) -> Round:
    """Return a round in another order, at the action it was at."""
    actions = [plan.actions_by_id[id_] for id_ in one.queue if id_ in plan.actions_by_id]
    queue = tuple(action.id for action in in_order(actions, plan, order))
    place = queue.index(one.at) if one.at in queue else len(queue)
    return replace(one, queue=queue, order=order, place=place)


def lead_of(action: Action) -> str:
    """Return who is asked about an action; empty where nobody is named."""
    return str(action.lead) if action.lead else ""


def by_lead(action_ids: Iterable[int], plan: Plan) -> dict[str, list[Action]]:
    """Return actions by who leads them, in order of their names; those that nobody leads stand last."""
    found: dict[str, list[Action]] = {}
    for action in (plan.actions_by_id[one] for one in action_ids if one in plan.actions_by_id):
        found.setdefault(lead_of(action), []).append(action)
    return {lead: found[lead] for lead in sorted(found, key=lambda lead: (not lead, natural(lead)))}


def _moved(action: Action, before: Statuses) -> bool:
    return action.id not in before or before[action.id] is not action.status


def _by_urgency(plan: Plan) -> Callable[[Action], Any]:
    return lambda action: worst_first(action, plan.as_at)


def _by_owner(plan: Plan) -> Callable[[Action], Any]:
    def key(action: Action) -> Any:
        lead = lead_of(action)
        return not lead, natural(lead), worst_first(action, plan.as_at)

    return key


_KEYS: Final = {Order.URGENCY: _by_urgency, Order.OWNER: _by_owner}
