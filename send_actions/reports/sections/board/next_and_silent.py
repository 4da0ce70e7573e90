"""What comes next: what is due before the next board, and who has not answered."""

from __future__ import annotations

from datetime import date

from send_actions.domain.checks.urgency import has_no_update, silence_starts
from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import natural
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Block, BulletList, text_of
from send_actions.reports.sections.phrasing.cells import (
    day_words,
    filled,
    labelled,
    owner_words,
    status_word,
)
from send_actions.reports.sections.phrasing.naming import Naming


def due_next(plan: Plan) -> list[Block]:
    """Open actions that fall due from the as-at date up to the next board, soonest first, and its returns."""
    meeting = plan.next_meeting
    if meeting is None:
        return [text_of("No later meeting is in the diary.")]
    due = due_before_next(plan, meeting)
    by_day: dict[date, list[str]] = {}
    naming = Naming()
    for action in due:
        by_day.setdefault(action.due_on or plan.as_at, []).append(_due(plan, action, naming))
    board = f"the board of {say_date(meeting.on)}"
    if meeting.returns_due:
        by_day.setdefault(meeting.returns_due, []).append(f"returns for {board}")
    items = [labelled(f"By {day_words(day, plan.as_at)}", *by_day[day]) for day in sorted(by_day)]
    none_due = [] if due else [text_of(f"No open action falls due up to {board}.")]
    return [*none_due, *([BulletList(tuple(items))] if items else [])]


def due_before_next(plan: Plan, meeting: Meeting) -> list[Action]:
    """The open actions due from the as-at date up to a meeting, soonest first, then by ref."""
    due = [a for a in plan.actions if a.is_open and a.due_on and plan.as_at <= a.due_on <= meeting.on]
    return sorted(due, key=lambda a: (a.due_on or plan.as_at, natural(a.ref)))


def silent(plan: Plan) -> list[Block]:
    """Who has said nothing of an open action since the meeting before the last, by lead."""
    since = silence_starts(plan)
    if since is None:
        return [text_of("Silence is counted from the second meeting on.")]
    quiet = [action for action in plan.actions if has_no_update(action, plan)]
    if not quiet:
        return [text_of(f"Every open action was spoken of since {say_date(since)}.")]
    by_lead: dict[str, list[Action]] = {}
    for action in quiet:
        by_lead.setdefault(_lead(action), []).append(action)
    naming = Naming()
    items = [labelled(lead, naming.actions(by_lead[lead])) for lead in sorted(by_lead, key=natural)]
    return [BulletList(tuple(items))]


def owed_by(action: Action) -> str:
    """The organisation that owes an action, else the role; empty where a reader may not know."""
    if is_withheld(action):
        return ""
    if action.lead is None:
        return "no lead"
    return filled(action.lead.organisation, filled(action.lead.role))


def _due(plan: Plan, action: Action, naming: Naming) -> str:
    """An action with who owes it, and how it stands where it is not on track."""
    is_calm = action.status is Status.ON_TRACK
    stands = "" if is_calm else status_word(plan, action.status).lower()
    told = ", ".join(filter(None, (owed_by(action), stands)))
    return naming.action(action) + (f" ({told})" if told else "")


def _lead(action: Action) -> str:
    return "Exempt items" if is_withheld(action) else owner_words(action.lead)
