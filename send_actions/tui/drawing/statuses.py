"""A status as it stands everywhere: symbol, letter, word and colour together, in the plan's own legend."""

from __future__ import annotations

from collections.abc import Mapping

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import WORST_FIRST, Impact, Status
from send_actions.tui.text_layout import Line, Span, fit, inline

UNSAID = "Not said"
"""The word for an action nobody has given a status."""


def colour(plan: Plan, status: Status | None) -> str:
    """The manner of a status: its colour's name in the plan's legend."""
    return "dim" if status is None else plan.legend_of(status).colour


def word(plan: Plan, status: Status | None) -> str:
    """The word of a status in the plan's legend."""
    return UNSAID if status is None else inline(plan.legend_of(status).word)


def badge(plan: Plan, status: Status | None) -> Line:
    """Symbol and letter in four columns."""
    if status is None:
        return [(" · –", "dim")]
    return [(f"{status.symbol:>2} {status.letter}", colour(plan, status))]


def worded(plan: Plan, status: Status | None, width: int = 0) -> Line:
    """Symbol, letter and word; the word takes `width` columns if that is given."""
    text = word(plan, status)
    return [*badge(plan, status), (" " + (fit(text, width) if width else text), colour(plan, status))]


def word_width(plan: Plan) -> int:
    """The columns that the longest word in use takes."""
    return min(14, max(len(entry.word) for entry in plan.legend if entry.used))


def letters(
    plan: Plan, counts: Mapping[Status | None, int], *, only: tuple[Status, ...] = WORST_FIRST
) -> Line:
    """Counts that are not nought, each with its letter: R2 A6."""
    spans: list[Span] = []
    for status in only:
        if counts.get(status):
            spans += [(" ", "")] if spans else []
            spans.append((f"{status.letter}{counts[status]}", colour(plan, status)))
    return spans


def impact_words(impact: Impact | None) -> str:
    """The impact in a sentence: impact none yet."""
    return f"impact {impact.word.lower()}" if impact else "impact not said"
