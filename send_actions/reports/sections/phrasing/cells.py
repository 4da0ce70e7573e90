"""The words of single cells and phrases: a mark, a lead, a due date, a quotation; never empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias

from send_actions.domain.checks.summary import AreaSummary
from send_actions.domain.checks.urgency import is_overdue
from send_actions.domain.plan import Action, Area, Due, Owner, Plan
from send_actions.domain.plan.vocabulary import Impact, Precision, Status
from send_actions.domain.words.dates import say_date, say_due
from send_actions.domain.words.statements import last_statements, say_statement, statements_of_status
from send_actions.reports.document import Cell, Day, Number, Paragraph, StatusMark, Strong

Summaries: TypeAlias = Mapping[int, AreaSummary]
"""How the areas of a plan stand, by their row ids."""

NO_STATUS = "No status yet"
NONE = "none"
LONGEST_REASON: Final = 100
"""Longer words of a reason are told by their first sentence before the annexes."""

_END_OF_SENTENCE: Final = re.compile(r"(?<=[.!?]) (?=[A-Z0-9“])")


def mark(plan: Plan, status: Status | None, *, short: bool = False) -> StatusMark | str:
    """A status in the plan's own word and colour."""
    return NO_STATUS if status is None else status_mark(plan, status, short=short)


def status_mark(plan: Plan, status: Status, *, short: bool = False) -> StatusMark:
    """A status that there is, in the plan's own word and colour."""
    entry = plan.legend_of(status)
    return StatusMark(status.symbol, status.letter, filled(entry.word, status.word), entry.colour, short)


def status_word(plan: Plan, status: Status | None) -> str:
    """The plan's word for a status."""
    return plan.legend_of(status).word if status else NO_STATUS


def impact_word(impact: Impact | None) -> str:
    """The word for an impact."""
    return impact.word if impact else "Not rated"


def filled(text: str, otherwise: str = NONE) -> str:
    """What a person wrote, or what stands in its place when that is nothing."""
    return text if text.strip() else otherwise


def one_line(text: str) -> str:
    """What a person wrote, in one line."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """A person's own words inside a sentence, without the full stop that ended them."""
    words = one_line(text)
    return f"“{words if words.endswith('..') else words.removesuffix('.')}”"


def opening(text: str) -> str:
    """What a person wrote, where it is long its first sentence or words; an annex has it whole."""
    words = one_line(text)
    if len(words) <= LONGEST_REASON:
        return words
    first = _END_OF_SENTENCE.split(words, maxsplit=1)[0]
    if len(first) > LONGEST_REASON:
        first = first[:LONGEST_REASON].rsplit(" ", 1)[0]
    return f"{first} …"


def as_said(text: str, on: date | None, verb: str = "said") -> str:
    """A person's own words inside a sentence and after them their day."""
    return f"{quoted(text)}, {verb} {say_date(on)}" if on else quoted(text)


def sentence(text: str, *, keep: bool = False) -> str:
    """Words as a sentence, with a capital unless told to keep the first letter, and with one end."""
    words = text if keep else text[:1].upper() + text[1:]
    return words if words.endswith((".", "!", "?", "?”", "!”", "…")) else f"{words}."


def labelled(label: str, *words: str) -> Paragraph:
    """Words under a label that carries weight, parted and ended as a sentence."""
    return Paragraph((Strong(f"{label}:"), f" {sentence('; '.join(words) or 'none', keep=True)}"))


def owner_words(owner: Owner | None) -> str:
    """A lead by role and organisation, with the name where the audience may see it."""
    if owner is None:
        return "No lead"
    return filled(f"{owner} ({owner.name})" if owner.name else str(owner))


def due_phrase(due: Due | None) -> str:
    """A due date inside a sentence, a quarter by the month it ends with."""
    if due and due.on and due.precision is Precision.QUARTER:
        return f"end of {say_due(replace(due, precision=Precision.MONTH))}"
    return _as_given(due)


def _as_given(due: Due | None) -> str:
    """A due date as it was given; words that name no date are quoted and said to be none."""
    if due is None:
        return "no due date"
    if due.precision is Precision.UNCLEAR:
        return f"“{due.text}”, not a date" if due.text.strip() else "not a date"
    return filled(say_due(due), "no due date")


def day_words(day: date, on: date) -> str:
    """A day in full, marked when it has passed by the as-at date."""
    return say_date(day) + (" (passed)" if day < on else "")


def day_cell(day: date | None, otherwise: str) -> Cell:
    """A day in full, or words where there is none."""
    return Day(day, say_date(day)) if day else otherwise


def due_day(due: Due | None, also: str = "") -> Cell:
    """A due date in words as exact as it was given, with the day that it falls on where it has one."""
    given = _as_given(due)
    words = given[:1].upper() + given[1:] + also
    return Day(due.on, words) if due and due.on and due.precision is not Precision.ONGOING else words


def due_cell(action: Action, on: date) -> Cell:
    """An action's due date, saying when it is overdue."""
    return due_day(action.due, "\nOverdue" if is_overdue(action, on) else "")


def full_name(action: Action) -> str:
    """An action by its ref and the whole of its title."""
    return f"{action.ref} {action.title}".strip() or NONE


def name_and_lead(action: Action) -> str:
    """What is to be done, and by whom."""
    return f"{full_name(action)}\nLead: {owner_words(action.lead)}"


def area_name(area: Area) -> str:
    """An area by number and title."""
    return f"{area.number} {area.title}".strip() or NONE


def area_status(plan: Plan, summary: AreaSummary, *, short: bool = False) -> StatusMark | str:
    """The status of an area by its lead's judgement, else its worst open action; words where it has none."""
    if summary.status is None and not summary.open:
        return summary.sentence
    return mark(plan, summary.status, short=short)


def count_of(many: int, one: str, several: str = "") -> str:
    """A number with its noun: 1 action, 2 actions."""
    return f"{many} {one if many == 1 else several or f'{one}s'}"


def number(value: int) -> Number:
    """A whole number."""
    return Number(value, str(value))


def signed(value: int) -> str:
    """A difference with its sign: +2, −1, 0."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def last_update(action: Action) -> str:
    """The newest note of an action, and that it was heard of since, each after its own day."""
    said = last_statements(action)
    last = max((day for day, _ in said if day), default=date.min)
    if action.updated_on and action.updated_on > last:
        said.append((action.updated_on, "Updated without a note"))
    return "\n".join(map(say_statement, said)) or "Nothing said yet"


def reason_cell(action: Action) -> str:
    """The reason of a status and what was said since, each after its own day."""
    missing = [] if action.reason.strip() else ["No reason given"]
    return "\n".join([*missing, *map(say_statement, statements_of_status(action))])
