"""The rules that question one action: each gives its sentence with the facts in it, or None."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Final

from send_actions.domain.checks.urgency import days_overdue, is_overdue, is_silent_since, silence_starts
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import DONE, REASONED, TROUBLED, Impact, Precision, Status
from send_actions.domain.words.dates import say_date, say_days
from send_actions.domain.words.dues import say_times

STUCK_AT: Final = 3
"""At how many meetings running an action may be at risk before it is stuck (PRODUCT section 4)."""

MOVED_OFTEN: Final = 2
"""How many moves of a due date are too many to pass without a word (PRODUCT section 4)."""


class Facts:
    """What the rules look up of a plan, gathered once for all its actions."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.on = plan.as_at
        self.last = plan.last_meeting
        self.next = plan.next_meeting
        self.silence_starts = silence_starts(plan)
        self.words: dict[Status | None, str] = {None: "without a status"}
        self.words |= {entry.status: entry.word for entry in plan.legend}

    @cached_property
    def evidenced(self) -> frozenset[int]:
        """The row ids of the actions that a piece of evidence names."""
        return frozenset(shown.action_id for shown in self.plan.evidence if shown.action_id is not None)

    def is_past(self, day: date | None) -> bool:
        """Whether a day was given and has gone by."""
        return day is not None and day < self.on

    def ago(self, day: date) -> str:
        """A day gone by, in full and counted: 31 January 2026, 59 days ago."""
        return f"{say_date(day)}, {say_days((self.on - day).days)} ago"

    def state(self, action: Action) -> str:
        """The action's status as a sentence begins: Off track since 11 March 2026."""
        since = f" since {say_date(action.since)}" if action.since else ""
        return f"{self.words[action.status]}{since}"

    def word(self, action: Action) -> str:
        """The action's status inside a sentence."""
        return self.words[action.status].lower()


Rule = Callable[[Action, Facts], str | None]


def green_but_overdue(action: Action, facts: Facts) -> str | None:
    """On track past its due date."""
    if action.status is not Status.ON_TRACK or not (action.due_on and is_overdue(action, facts.on)):
        return None
    return f"Due {facts.ago(action.due_on)}, and still {facts.word(action)}."


def overdue(action: Action, facts: Facts) -> str | None:
    """Past its due date and still to be delivered."""
    if not (action.due_on and days_overdue(action, facts.on)):
        return None
    is_elsewhere = action.due_moves and not action.is_due_at_first
    first = action.first_due.on if action.first_due and is_elsewhere else None
    moved = f"; first due {say_date(first)}" if first else ""
    return f"Due {facts.ago(action.due_on)}; {facts.word(action)}{moved}."


def stuck(action: Action, facts: Facts) -> str | None:
    """At risk at three meetings running."""
    if action.status is not Status.AT_RISK or action.since is None:
        return None
    meetings = sum(action.since <= meeting.on < facts.on for meeting in facts.plan.main_meetings)
    return f"{facts.state(action)}: at {meetings} meetings running." if meetings >= STUCK_AT else None


def no_reason(action: Action, facts: Facts) -> str | None:
    """A status whose note is the reason, without one (PRODUCT section 3)."""
    is_missing = action.status in REASONED and not action.reason
    return f"{facts.state(action)}, without a reason." if is_missing else None


def no_path(action: Action, facts: Facts) -> str | None:
    """Off track or at risk without a path to green."""
    is_missing = action.status in TROUBLED and not action.path
    return f"{facts.state(action)}, without a path to green." if is_missing else None


def path_date_passed(action: Action, facts: Facts) -> str | None:
    """Off track or at risk after the day its path to green was to get there."""
    if action.status not in TROUBLED or action.path_by is None or not facts.is_past(action.path_by):
        return None
    return f"To be green by {facts.ago(action.path_by)}, and still {facts.word(action)}."


def no_update(action: Action, facts: Facts) -> str | None:
    """Open, and nothing said since the meeting before the last."""
    since, last = facts.silence_starts, facts.last
    if since is None or last is None or not (action.is_open and is_silent_since(action, since)):
        return None
    if action.updated_on is None:
        return f"Nothing said yet; the last meeting was on {say_date(last.on)}."
    return f"Nothing said since {facts.ago(action.updated_on)}; last meeting {say_date(last.on)}."


def due_before_next(action: Action, facts: Facts) -> str | None:
    """Open, and due between the as-at date and the next meeting, both included."""
    day, meeting = action.due_on, facts.next
    if day is None or meeting is None or not action.is_open or not facts.on <= day <= meeting.on:
        return None
    when = f"in {say_days((day - facts.on).days)}" if day > facts.on else "today"
    is_that_day = day == meeting.on
    board = "the day of the next meeting" if is_that_day else f"before the meeting of {say_date(meeting.on)}"
    return f"Due {say_date(day)}, {when}, {board}; {facts.word(action)}."


def late_start(action: Action, facts: Facts) -> str | None:
    """Its start date has passed and it has not started."""
    if action.start is None or not facts.is_past(action.start):
        return None
    is_waiting = action.status in {Status.NOT_STARTED, None}
    return f"To start on {facts.ago(action.start)}, and still {facts.word(action)}." if is_waiting else None


def hold_date_passed(action: Action, facts: Facts) -> str | None:
    """On hold past the day it was to be looked at again, or without such a day."""
    if action.status is not Status.ON_HOLD:
        return None
    if action.look_again is None:
        return f"{facts.state(action)}, without a date to look again."
    if not facts.is_past(action.look_again):
        return None
    return f"{facts.state(action)}, to be looked at again on {facts.ago(action.look_again)}."


def not_agreed(action: Action, facts: Facts) -> str | None:
    """A moved date, a hold, a withdrawal or, if the plan says so, completion that no meeting agreed."""
    found: list[str] = []
    if has_unagreed_status(action, facts.plan):
        found.append(facts.state(action))
    if has_unagreed_date(action):
        due = say_date(action.due_on) if action.due_on else "no date"
        moved = (
            f"back to its first, {due}" if action.is_due_at_first else f"{_from_first_due(action)}to {due}"
        )
        found.append(f"{'due' if found else 'Due'} date moved {moved}")
    return f"{'; '.join(found)}: not agreed by a meeting." if found else None


def date_moved_twice(action: Action, _facts: Facts) -> str | None:
    """Still to be delivered, and its due date was moved twice or more."""
    if action.due_moves < MOVED_OFTEN or not is_live(action):
        return None
    times, now = say_times(action.due_moves), f"to {say_date(action.due_on)}" if action.due_on else ""
    if action.is_due_at_first:
        return f"Due date moved {times}, and back {now}, its first."
    return f"Due date moved {times}, {_from_first_due(action)}{now}".rstrip() + "."


def impact_unsupported(action: Action, facts: Facts) -> str | None:
    """Impact evidenced, and nothing that shows it."""
    is_rated = action.impact is Impact.EVIDENCED and action.status is not Status.WITHDRAWN
    is_bare = is_rated and not (action.impact_shown_by or action.id in facts.evidenced)
    return "Impact evidenced, and nothing named that shows it." if is_bare else None


def no_proof(action: Action, facts: Facts) -> str | None:
    """Complete or embedded without a proof named or evidence kept."""
    if action.status not in DONE or action.proof or action.id in facts.evidenced:
        return None
    return f"{facts.state(action)}, without proof or evidence."


def no_impact(action: Action, facts: Facts) -> str | None:
    """Complete or embedded, and no impact yet."""
    if action.status not in DONE or action.impact is not Impact.NONE_YET:
        return None
    return f"{facts.state(action)}, and impact {action.impact.word.lower()}."


def no_lead(action: Action, _facts: Facts) -> str | None:
    """Still to be delivered, and nobody leads it."""
    return "No action lead." if action.lead is None and is_live(action) else None


def no_due(action: Action, _facts: Facts) -> str | None:
    """Still to be delivered, without a due date that can be read."""
    due = action.due
    if not is_live(action) or (due and (due.on or due.precision is Precision.ONGOING)):
        return None
    return f'Due date "{due.text}" could not be read.' if due and due.text else "No due date."


def no_success_measure(action: Action, _facts: Facts) -> str | None:
    """Nothing says what success would look like."""
    missing = not action.success_measure and action.status is not Status.WITHDRAWN
    return "No success measure." if missing else None


def has_unagreed_status(action: Action, plan: Plan) -> bool:
    """Whether it was put on hold or withdrawn without a meeting, or waits for one to sign it off."""
    return (action.status in _AGREED and not action.status_agreed) or waits_for_sign_off(action, plan)


def has_unagreed_date(action: Action) -> bool:
    """Whether its due date was moved, still matters and was not agreed by a meeting."""
    return is_live(action) and action.due_moves > 0 and not action.due_agreed


def waits_for_sign_off(action: Action, plan: Plan) -> bool:
    """Whether it was completed since the day from which a meeting signs that off, and none has."""
    start = plan.signs_off_from
    if start is None or action.since is None or action.status not in DONE or action.status_agreed:
        return False
    return action.since >= start


def is_live(action: Action) -> bool:
    """Whether it may still be delivered: open or on hold."""
    return action.is_open or action.status is Status.ON_HOLD


def _from_first_due(action: Action) -> str:
    first = action.first_due.on if action.first_due else None
    return f"from {say_date(first)} " if first else ""


_AGREED: Final = frozenset({Status.ON_HOLD, Status.WITHDRAWN})
"""Statuses that a meeting agrees in every plan."""

_RULES: Final = (
    *(green_but_overdue, overdue, stuck, path_date_passed, no_reason, no_path, no_update, due_before_next),
    *(late_start, hold_date_passed, not_agreed, date_moved_twice, impact_unsupported, no_proof, no_impact),
    *(no_due, no_lead, no_success_measure),
)

ACTION_RULES: Final[dict[str, Rule]] = {rule.__name__.replace("_", "-"): rule for rule in _RULES}
"""The rule behind each code that questions an action: the function of its name."""
