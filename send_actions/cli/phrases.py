"""How statuses, dates and owners are said in listings, in the plan's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from send_actions.cli.terminal import Cell
from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import Impact, Status
from send_actions.domain.text import fold
from send_actions.domain.words.dates import say_date

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


def counted(count: int, noun: str, nouns: str = "") -> str:
    """Return how many there are: "No areas", "1 area", "2 areas"."""
    return f"{count or 'No'} {noun if count == 1 else nouns or f'{noun}s'}"
