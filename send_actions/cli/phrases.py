"""How statuses, dates and owners are said in listings, in the plan's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from send_actions.cli.terminal import Cell
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Due, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date, say_days, say_due, short_date

UNSAID = "Not said"
"""The word for an action that nobody has given a status."""


def status_word(plan: Plan, status: Status | None) -> str:
    """Return the word of a status in the plan's legend."""
    return plan.legend_of(status).word if status else UNSAID


def status_cells(plan: Plan, statuses: Sequence[Status | None]) -> list[Cell]:
    """Return symbol, letter and word of each status in its colour, aligned with one another."""
    widest = max((len(status.symbol) for status in statuses if status), default=1)
    cells: dict[Status | None, Cell] = {
        status: Cell(
            f"{status.symbol:<{widest}} {status.letter} {status_word(plan, status)}",
            plan.legend_of(status).colour,
        )
        for status in Status
    }
    cells[None] = Cell(f"{'·':<{widest}} – {UNSAID}", "dim")
    return [cells[status] for status in statuses]


def impact_word(impact: Impact | None) -> str:
    """Return the word of an impact rating."""
    return impact.word if impact else UNSAID


def short_due(due: Due | None) -> str:
    """Return a due date in nine columns, else its words."""
    if due is None:
        return ""
    return short_date(due.on) if due.on else say_due(due)


def due_words(plan: Plan, action: Action) -> str:
    """Return when it falls due, by how much it is over, and whence it was moved."""
    if action.due is None:
        return "no date given"
    text = say_due(action.due) or "no date given"
    due_on = action.due.on
    if due_on and say_date(due_on) != text:
        text += f" ({say_date(due_on)})"
    late = days_overdue(action, plan.as_at)
    if late:
        text += f", {say_days(late)} overdue"
    if action.due_moves and action.first_due:
        times = "once" if action.due_moves == 1 else f"{action.due_moves} times"
        agreed = "agreed by a meeting" if action.due_agreed else "not yet agreed"
        text += f"; first {say_due(action.first_due)}, moved {times}, {agreed}"
    return text


def status_words(plan: Plan, action: Action) -> str:
    """Return the status with the day it began and the one before it."""
    text = status_word(plan, action.status)
    if action.since:
        text += f" since {say_date(action.since)}"
    if action.was:
        text += f", was {status_word(plan, action.was).lower()}"
    return text


def sentence_end(text: str) -> str:
    """Return text with a full stop, unless it ends a sentence already."""
    return text if not text or fold(text)[-1] in ".!?" else f"{text}."


def sentences(parts: Iterable[str]) -> str:
    """Return texts one after another, each ended as a sentence; an empty one is left out."""
    return " ".join(sentence_end(part) for part in parts if part)


def counted(count: int, noun: str) -> str:
    """Return how many there are: "No areas", "1 area", "2 areas"."""
    return f"{count or 'No'} {noun}{'' if count == 1 else 's'}"
