"""What was said of an action, under its own date: words of January are dated January (PRODUCT section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from send_actions.domain.plan.entities import Action, Step
from send_actions.domain.plan.vocabulary import REASONED
from send_actions.domain.words.dates import say_date, say_due

Statement = tuple[date | None, str]
"""A day, where it is known, and what was said of it."""


def last_statements(action: Action) -> list[Statement]:
    """Return the newest note, and apart from it that nothing changed since; oldest first."""
    found: list[Statement] = [(action.note_on, action.note)] if action.note else []
    if action.confirmed_on and action.confirmed_on > (action.note_on or date.min):
        found.append((action.confirmed_on, "No change, still right"))
    return found


def statements_of_status(action: Action) -> list[Statement]:
    """Return the reason of the present status and what was said since it began, oldest first."""
    reason: list[Statement] = [(action.reason_on, action.reason)] if action.reason else []
    start = action.reason_on or action.since or date.min
    since = [one for one in last_statements(action) if one[0] and one[0] >= start and one not in reason]
    return [*reason, *since]


def labelled_statements(action: Action) -> Iterator[tuple[str, str]]:
    """Yield why an action stands so, and what was said since, each after its own day."""
    reason = (action.reason_on, action.reason)
    for statement in statements_of_status(action) or last_statements(action):
        is_reason = statement == reason and action.status in REASONED
        yield "Why" if is_reason else "Note", say_statement(statement)


def step_words(step: Step, on: date) -> str:
    """Return a step with its date and how it stands: 30 plans audited, by May 2026: not reached."""
    by = f", by {say_due(step.due)}"
    if step.reached_on:
        return f"{step.words}{by}: reached {say_date(step.reached_on)}"
    is_late = step.due.on is not None and step.due.on < on
    return f"{step.words}{by}{': not reached' if is_late else ''}"


def say_statement(statement: Statement) -> str:
    """Return a statement after its day: 28 January 2026: Draft protocol with the ICB."""
    day, words = statement
    return f"{say_date(day)}: {words}" if day else words
