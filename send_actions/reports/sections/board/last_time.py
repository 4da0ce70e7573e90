"""Last time as it was issued, and in words what late entries make of it now (PRODUCT section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from send_actions.domain.history.comparison import Move, pairs, status_table
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Meeting, Paper, Plan
from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Block, bullets, text_of
from send_actions.reports.sections.phrasing.cells import due_phrase, impact_word, status_word
from send_actions.reports.sections.phrasing.naming import Naming


@dataclass(frozen=True)
class Issued:
    """The paper that was issued for the last meeting, and its date as it is known now.

    `entered` are the days on which statuses that it did not know were entered, by the action's id.
    """

    paper: Paper
    meeting: Meeting
    known: Plan
    entered: Mapping[int, date]


def as_issued(then: Plan, issued: Issued, naming: Naming) -> list[Block]:
    """Say that last time is as it was issued, then what is known of it now where that is another."""
    when = f"the paper issued on {say_date(issued.paper.on)} for the meeting of {say_date(issued.meeting.on)}"
    altered = [words for move in pairs(then, issued.known) for words in _altered(then, move, issued, naming)]
    if not altered:
        return [text_of(f"Last time is as in {when}.")]
    blocks: list[Block] = [text_of(f"Last time is as in {when}. What was entered since has altered it:")]
    return [*blocks, bullets(*altered, *_recounted(then, issued))]


def _altered(then: Plan, move: Move, issued: Issued, naming: Naming) -> Iterator[str]:
    """Yield what is known now of one action that was issued otherwise."""
    was, now, name = move.before, move.now, naming.action
    entered = issued.entered.get(move.action.id)
    late = f"a late entry of {say_date(entered)}" if entered else ""
    if was is None or now is None:
        is_there = "was not in it" if was is None else "was in it"
        known = "was in the plan" if was is None else "was not in the plan"
        yield f"{name(move.action)} {is_there}; as now known, it {known}."
        return
    if was.status is not now.status:
        told = f"makes it {status_word(then, now.status).lower()}"
        known = f"{late} {told}" if late else f"as now known, it was {status_word(then, now.status).lower()}"
        yield f"{name(now)} was issued as {status_word(then, was.status).lower()}; {known}."
    due, known_due = due_phrase(was.due), due_phrase(now.due)
    if due != known_due and not is_same_due(was.due, now.due):
        yield f"{name(now)} was issued as due {due}; as now known, {known_due}."
    if was.impact is not now.impact:
        words = (impact_word(impact).lower() for impact in (was.impact, now.impact))
        yield "{} was issued with impact {}; as now known, {}.".format(name(now), *words)


def _recounted(then: Plan, issued: Issued) -> Iterator[str]:
    """Yield the counts by status that were issued beside what they are as now known."""
    rows = [row for row in status_table(then, issued.known).rows if row.last != row.now]
    if rows:
        counted = (f"{status_word(then, row.word).lower()} {row.last}, now {row.now}" for row in rows)
        yield f"Counted as issued and as now known: {'; '.join(counted)}."
