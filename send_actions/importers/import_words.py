"""What is said of a file that is brought in: what it holds, and why it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_actions.importers.plan_lines import PlanLines


def holding(lines: PlanLines, name: str) -> str:
    """Return how much a file holds, and how much of it is open."""
    return f"{name} holds {coming(lines)}"


def coming(lines: PlanLines, *, asked_beside: int = 0) -> str:
    """Return how much would come in: 48 actions in 6 areas and 12 measures; 3 questions, 17 doubts.

    `asked_beside` are questions of the whole file, beside those of its cells.
    """
    actions = f"{_many(len(lines.actions), 'action')} in {_many(len(lines.areas), 'area')}"
    parts = [actions] if lines.actions or not lines.measures else []
    parts += [_many(len(lines.measures), "measure")] if lines.measures else []
    is_open = (("question", len(lines.questions) + asked_beside), ("doubt", len(lines.doubts)))
    told = ", ".join(_many(count, noun) for noun, count in is_open if count)
    return " and ".join(parts) + (f"; {told}" if told else "")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def columns_read(lines: PlanLines, name: str) -> str:
    """Return how the columns of a file are read, and which are left out."""
    read = " · ".join(
        f"{heading} = {word}" for heading, word in lines.read_as if word and word != heading.lower()
    )
    left = ", ".join(heading for heading, word in lines.read_as if not word)
    return f"{name} columns: {read}{f'; left out: {left}' if left else ''}"


def unchanged(lines: PlanLines, name: str, *, was_here: bool) -> str:
    """Return what is said of a file that changes nothing; one that `was_here` came in before, and would."""
    since = f"since record {lines.listed_at}"
    if was_here:
        return f"Nothing was changed: {name} was brought in before, and what the plan has said since stands."
    if lines.is_left:
        return f"Nothing was changed: the plan's words stand where {name} says others."
    if lines.doubts:
        return f"Nothing was changed: of {name} only what is in doubt is not in the plan already."
    if lines.is_edited:
        return f"What was changed in {name} {since} is in the plan already: nothing was changed."
    if lines.listed_at != lines.record:
        return f"Nothing was changed in {name} {since}: the plan is left as it is now."
    return f"The plan says all of {name} already: nothing was changed."


def would_change_nothing(lines: PlanLines, *, was_here: bool) -> str:
    """Return the same of a file that is only tried, in the words that go on from what it holds."""
    since = f"since record {lines.listed_at}"
    if was_here:
        return "it was brought in before, and what the plan has said since stands"
    if lines.is_left:
        return "the plan's words stand where it says others"
    if lines.doubts:
        return "only what is in doubt is not in the plan"
    if lines.is_edited:
        return f"what was changed in it {since} is in the plan already"
    if lines.listed_at != lines.record:
        return f"nothing was changed in it {since}"
    return "the plan says all of it already"
