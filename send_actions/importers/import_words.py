"""What is said of a file that is brought in: what it holds, and why it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_actions.importers.answers import Answers
    from send_actions.importers.plan_lines import PlanLines


def holding(lines: PlanLines, name: str) -> str:
    """Return how many areas, actions and doubts a file holds, of one without actions how many measures."""
    counts = (
        *(("area", len(lines.areas)), ("action", len(lines.actions)), ("doubt", len(lines.doubts))),
        ("measure", len(lines.measures)),
    )
    areas, actions, doubts, measures = (
        f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts
    )
    if lines.measures and not lines.actions:
        return f"{name} holds {measures}, with {doubts}"
    return f"{name} holds {areas} and {actions}, with {doubts}"


def columns_read(lines: PlanLines, name: str) -> str:
    """Return how the columns of a file are read, and which are left out."""
    read = " · ".join(
        f"{heading} = {word}" for heading, word in lines.read_as if word and word != heading.lower()
    )
    left = ", ".join(heading for heading, word in lines.read_as if not word)
    return f"{name} columns: {read}{f'; left out: {left}' if left else ''}"


def answered_before(lines: PlanLines, said: Answers) -> str:
    """Return what counts for a file as it was answered of an earlier one, and was not `said` now."""
    used = lines.used
    words = {word: status.value if status else "none" for word, status in used.statuses.items()}
    kept = [f"{word} = {meant}" for word, meant in words.items() if word not in said.statuses]
    kept += [f"area {number} = {meant}" for number, meant in used.areas.items() if number not in said.areas]
    kept += [f"{name} = {meant}" for name, meant in used.columns.items() if name not in said.columns]
    refs = len(used.titled) - len(used.refs)
    kept += [f"the refs of {refs} row{'s' if refs > 1 else ''}"] if refs > 0 else []
    return f"as answered before: {'; '.join(kept)}. A flag says otherwise." if kept else ""


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
