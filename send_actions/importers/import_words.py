"""What is said of a file that is brought in: what it holds, and why it changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_actions.domain.text import match_key

if TYPE_CHECKING:
    from send_actions.importers.answers import Answers
    from send_actions.importers.plan_lines import ActionLine, PlanLines


def holding(lines: PlanLines, name: str) -> str:
    """Return how much a file holds, and how much of it is open."""
    return f"{name} holds {with_open(held(lines), len(lines.questions), len(lines.doubts))}"


def held(lines: PlanLines) -> str:
    """Return how much a plan's file holds: 48 actions in 6 areas and 12 measures."""
    areas = f" in {_many(len(lines.areas), 'area')}" if lines.areas else ""
    actions = _many(len(lines.actions), "action") + areas
    parts = [actions] if lines.actions or not lines.measures else []
    parts += [_many(len(lines.measures), "measure")] if lines.measures else []
    return " and ".join(parts)


def held_by_return(to: str, updates: int, dates: int) -> str:
    """Return how much a return holds: 3 updates and 1 new due date of Head of SEND."""
    counts = (("update", updates), ("new due date", dates))
    parts = [_many(count, noun) for noun, count in counts if count] or ["nothing new"]
    return f"{' and '.join(parts)}{f' of {to}' if to else ''}"


def with_open(held: str, questions: int, doubts: int) -> str:
    """Return how much is in a file with how much of it is open: …; 3 questions, 17 doubts."""
    is_open = (("question", questions), ("doubt", doubts))
    told = ", ".join(_many(count, noun) for noun, count in is_open if count)
    return held + (f"; {told}" if told else "")


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


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
    kept = [_kept_words(lines, *one) for one in used.besides(said)]
    refs = 0 if said.ref_by else len(used.titled) - len(used.refs)
    kept += [f"the refs of {refs} row{'s' if refs > 1 else ''}"] if refs > 0 else []
    return f"as answered before: {'; '.join(kept)}. A flag says otherwise." if kept else ""


def _kept_words(lines: PlanLines, flag: str, key: str, meant: str) -> str:
    if flag != "--area":
        return f"{key} = {meant}"
    return (
        f"area {area_as_written(lines.actions, key)} = {meant}"
        if key
        else f"area of rows without one = {meant}"
    )


def area_as_written(lines: Sequence[ActionLine], key: str) -> str:
    """Return the area that was answered of as a file writes it, by what it is known again by."""
    number, _, words = key.partition(" ")
    for title in dict.fromkeys(line.area_title for line in lines if line.area_title):
        known = match_key(title)
        if key == known:
            return title
        if match_key(words) == known or (key.endswith(known) and key != known):
            return f"{number if words else key.removesuffix(known)} {title}"
    return key


def unchanged(lines: PlanLines, name: str, *, was_here: bool) -> str:
    """Return what is said of a file that changes nothing; one that `was_here` came in before, and would."""
    since = f"since record {lines.listed_at}"
    if was_here or (lines.is_again and lines.left):
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
    if was_here or (lines.is_again and lines.left):
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
