"""What comes to a meeting's table besides decisions: exceptions, what is due by then, and what is owed."""

from __future__ import annotations

from collections import Counter
from datetime import date

from send_actions.domain.checks.urgency import days_overdue, is_overdue, owes_update, worst_first
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, text_of
from send_actions.reports.sections.cells import (
    count_of,
    day_words,
    due_phrase,
    filled,
    labelled,
    owner_words,
    status_word,
)
from send_actions.reports.sections.naming import Naming
from send_actions.reports.sections.next_and_silent import due_before_next


def exceptions(plan: Plan) -> list[Block]:
    """What is off track, since when, and what else is overdue, by how long; each action once."""
    naming = Naming()
    off = [action for action in plan.actions if action.status is Status.OFF_TRACK]
    off.sort(key=lambda action: worst_first(action, plan.as_at))
    late = [a for a in plan.actions if is_overdue(a, plan.as_at) and a.status is not Status.OFF_TRACK]
    late.sort(key=lambda action: -days_overdue(action, plan.as_at))
    word = status_word(plan, Status.OFF_TRACK)
    found = {
        word: [f"{naming.action(one)}{_since(one)}" for one in off],
        f"Overdue, and not {word.lower()}": [
            f"{naming.action(one)} (due {due_phrase(one.due)}, {status_word(plan, one.status).lower()})"
            for one in late
        ],
    }
    items = tuple(labelled(f"{label}, {len(told)}", *told) for label, told in found.items() if told)
    return [BulletList(items)] if items else [text_of(f"Nothing is {word.lower()} or overdue.")]


def due_by_then(plan: Plan, meeting: Meeting) -> list[Block]:
    """Open actions that fall due from the as-at date up to a meeting, soonest first, with who leads each."""
    by_day: dict[date, list[Action]] = {}
    for action in due_before_next(plan, meeting):
        by_day.setdefault(action.due_on or plan.as_at, []).append(action)
    if not by_day:
        return [text_of(f"No open action falls due up to {say_date(meeting.on)}.")]
    naming = Naming()
    items = (
        labelled(f"By {say_date(day)}", *(f"{naming.action(one)}{_led(one)}" for one in by_day[day]))
        for day in sorted(by_day)
    )
    return [BulletList(tuple(items))]


def still_owed(plan: Plan, meeting: Meeting) -> list[Block]:
    """When returns and papers are due, and how many open actions nothing was said of since the last board."""
    days = (("Returns due", meeting.returns_due), ("Papers due", meeting.papers_due))
    items = [labelled(label, day_words(day, plan.as_at)) for label, day in days if day]
    owed = [action for action in plan.actions if owes_update(action, plan)]
    if owed:
        bodies = ", ".join(f"{body} {many}" for body, many in Counter(map(_body, owed)).most_common())
        many = count_of(sum(action.is_open for action in plan.actions), "open action")
        label = "Updates owed since the last board" if plan.last_meeting else "Nothing was ever said of"
        items.append(labelled(label, f"{len(owed)} of {many} ({bodies})"))
    return [BulletList(tuple(items))] if items else [text_of("Nothing is owed before it.")]


def _since(action: Action) -> str:
    return f" (since {say_date(action.since)})" if action.since else ""


def _led(action: Action) -> str:
    return "" if is_withheld(action) else f" ({owner_words(action.lead)})"


def _body(action: Action) -> str:
    if is_withheld(action):
        return "exempt items"
    return filled(action.lead.organisation, action.lead.role) if action.lead else "no lead"
