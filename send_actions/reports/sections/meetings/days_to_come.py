"""The days of a paper for a calendar: due dates, meetings, and when returns and papers for them are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from send_actions.domain.plan import Action, Meeting, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.audience import is_withheld
from send_actions.reports.document import Entry
from send_actions.reports.sections.board.next_and_silent import due_before_next
from send_actions.reports.sections.phrasing.cells import (
    due_phrase,
    filled,
    full_name,
    one_line,
    owner_words,
    sentence,
    status_word,
)


def days_of_board(plan: Plan) -> tuple[Entry, ...]:
    """What is due up to the next board, and every meeting to come with what is due for it."""
    board = plan.next_meeting
    due = due_before_next(plan, board) if board else []
    return in_order((*due_days(plan, due), *meeting_days(plan, plan.meetings)))


def due_days(plan: Plan, actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield the due date of each open action that is still to come, a period by its last day."""
    for action in actions:
        if not (action.is_open and action.due_on and action.due_on >= plan.as_at):
            continue
        told = [sentence(f"due {due_phrase(action.due)}"), sentence(status_word(plan, action.status))]
        if not is_withheld(action):
            told.insert(0, sentence(f"lead: {owner_words(action.lead)}"))
        yield Entry(
            f"due of action {action.id}",
            action.due_on,
            f"Due: {one_line(full_name(action))}",
            _about(plan, *told),
        )


def meeting_days(plan: Plan, meetings: Iterable[Meeting]) -> Iterator[Entry]:
    """Yield each meeting that is still to come, and when returns and papers for it are due."""
    for meeting in meetings:
        series = filled(one_line(meeting.series), "Meeting")
        of_it = f"{series}, {say_date(meeting.on)}"
        due = (("returns", "Returns due", meeting.returns_due), ("papers", "Papers due", meeting.papers_due))
        days = [f"{title} {say_date(day)}." for _, title, day in due if day]
        told = [(f"meeting {meeting.id}", meeting.on, series, days)]
        told += [
            (f"{what} of meeting {meeting.id}", day, f"{title}: {of_it}", [])
            for what, title, day in due
            if day
        ]
        for key, day, title, about in told:
            if day >= plan.as_at:
                yield Entry(key, day, title, _about(plan, *about))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by their days, of one day as they come, each key once."""
    found = {entry.key: entry for entry in entries}
    return tuple(sorted(found.values(), key=lambda entry: entry.on))


def _about(plan: Plan, *told: str) -> str:
    """What is said of a day, and by which state of which plan."""
    known = (
        f"{filled(one_line(plan.title), 'Action plan')}, as at {say_date(plan.as_at)}, record {plan.record}."
    )
    return "\n".join((*told, known))
