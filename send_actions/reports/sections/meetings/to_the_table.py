"""What comes to a meeting's table besides decisions: exceptions, what is due by then, and what is owed."""

from __future__ import annotations

from collections import Counter

from send_actions.domain.checks.urgency import is_overdue, owes_update, worst_first
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, Day, Table, text_of
from send_actions.reports.sections.board.next_and_silent import due_before_next
from send_actions.reports.sections.phrasing.cells import (
    count_of,
    day_words,
    due_cell,
    filled,
    full_name,
    labelled,
    mark,
    owner_words,
    status_word,
)


def exceptional(plan: Plan) -> list[Action]:
    """The actions that are off track or overdue, the worst first."""
    late = [a for a in plan.actions if a.status is Status.OFF_TRACK or is_overdue(a, plan.as_at)]
    return sorted(late, key=lambda action: worst_first(action, plan.as_at))


def exceptions(plan: Plan) -> list[Block]:
    """What is off track or overdue, the worst first, with its lead, since when, and its due date."""
    late = exceptional(plan)
    word = status_word(plan, Status.OFF_TRACK)
    if not late:
        return [text_of(f"Nothing is {word.lower()} or overdue.")]
    rows = tuple(
        (
            full_name(one),
            owner_words(one.lead),
            mark(plan, one.status),
            Day(one.since, say_date(one.since)) if one.since else "not known",
            due_cell(one, plan.as_at),
        )
        for one in late
    )
    return [Table(f"{word} or overdue", ("Action", "Lead", "Status", "Since", "Due"), rows)]


def due_by_then(plan: Plan, meeting: Meeting) -> list[Block]:
    """Open actions that fall due from the as-at date up to a meeting, soonest first, with who leads each."""
    due = due_before_next(plan, meeting)
    if not due:
        return [text_of(f"No open action falls due up to {say_date(meeting.on)}.")]
    rows = tuple(
        (Day(day, say_date(day)), full_name(one), owner_words(one.lead), mark(plan, one.status))
        for one in due
        if (day := one.due_on)
    )
    return [
        Table(f"Open actions due up to {say_date(meeting.on)}", ("Due", "Action", "Lead", "Status"), rows)
    ]


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


def _body(action: Action) -> str:
    if is_withheld(action):
        return "exempt items"
    return filled(action.lead.organisation, action.lead.role) if action.lead else "no lead"
