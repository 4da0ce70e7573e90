"""Dates that look like slips of the hand, each with its sentence: they are saved after one question."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from send_actions.domain.plan import Action, Due, Measure, Meeting, Owner, Plan
from send_actions.domain.plan.vocabulary import BOARD_PAPER
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_date, say_due
from send_actions.domain.words.measured import is_perhaps_a_share, is_unit_kept, say_value

PATH_BY: Final = "path to green"
LOOK_AGAIN: Final = "next look"
"""What a date to come is for."""

_YEAR: Final = timedelta(days=366)
_NAMED: Final = 5


def date_slips(
    plan: Plan,
    actions: Sequence[Action] = (),
    then: Plan | None = None,
    *,
    on: date | None = None,
    coming: Mapping[str, date | None] | None = None,
    due: Due | None = None,
) -> list[str]:
    """Return what to ask about the dates of a statement before it is saved into the plan of today.

    `on` is the date it speaks of, and `then` the plan as at that date where the statement would put its
    actions there; `coming` are dates to come, by what they are for.
    """
    spoken_of = on or plan.as_at
    found = [*_early(plan, on), *_put_there(actions, then)] if on else []
    found += [
        f"The date of the {what}, {say_date(day)}, has passed."
        for what, day in (coming or {}).items()
        if day and day < spoken_of
    ]
    if due and due.on and due.on < spoken_of:
        passed = "is more than a year back" if due.on < spoken_of - _YEAR else "has passed"
        found.append(f"The due date, {say_due(due)}, {passed}.")
    return found


def meeting_slips(day: date, today: date, due: Mapping[str, date | None]) -> list[str]:
    """Return what to ask about the date of a meeting and of what is due for it."""
    found = [f"The meeting's date, {say_date(day)}, is more than a year back."] if day < today - _YEAR else []
    return found + [
        f"{what} would be due on {say_date(by)}, more than a year before the meeting."
        for what, by in due.items()
        if by and by < day - _YEAR
    ]


def paper_slips(plan: Plan, meeting: Meeting, as_at: date) -> list[str]:
    """Return what to ask about the meeting that a paper is issued for; `as_at` is the day that it shows.

    The meeting is expected to be of the board that the plan is brought to, on that day or the next one after
    it.
    """
    coming = (m.on for m in plan.meetings if m.series == meeting.series and m.on > as_at)
    following = min(coming, default=meeting.on)
    found = []
    if meeting.series != plan.main_series:
        found.append(f"is of {meeting.series}, not of {plan.main_series}")
    if meeting.on < as_at:
        found.append(f"was before {say_date(as_at)}, the day that the paper shows")
    if meeting.on > following:
        found.append(f"is not the next, which is on {say_date(following)}")
    return [f"The meeting of {say_date(meeting.on)} {' and '.join(found)}."] if found else []


def issued_slips(plan: Plan, meeting: Meeting, kind: str) -> list[str]:
    """Return what to ask about a board paper for a meeting that one was issued for already.

    A paper of another kind takes no other's place, and none is compared with it: nothing is asked.
    """
    issued = (paper for paper in plan.papers if (paper.kind, paper.meeting_id) == (BOARD_PAPER, meeting.id))
    last = max(issued, key=lambda paper: paper.id, default=None)
    if last is None or kind != BOARD_PAPER:
        return []
    was = f"A {kind} paper was issued for the meeting of {say_date(meeting.on)} on {say_date(last.on)}"
    would = "this one would take its place, and the next paper would compare with it."
    return [f"{was} (record {last.record}): {would}"]


def value_slips(typed: str, value: float, unit: str) -> list[str]:
    """Return what to ask about a value of a measure in per cent that was typed as a share of one."""
    if not is_perhaps_a_share(typed, value, unit):
        return []
    return [f'"{typed.strip()}" is read as {say_value(value, unit)}, not as {say_value(value * 100, unit)}.']


def unit_slips(measure: Measure, unit: str, given: Collection[str] = ()) -> list[str]:
    """Return what to ask about another unit for a measure, under the values it has; `given` come with it."""
    if not unit or is_unit_kept(measure.unit, unit):
        return []
    last = [f" (the last {say_value(measure.readings[-1].value, measure.unit)})"] if measure.readings else []
    counted = (("reading", measure.readings), ("milestone", measure.milestones))
    kept = [f"{len(some)} {noun}{'s' * (len(some) > 1)}" for noun, some in counted if some]
    kept[:1] = [f"{one}{''.join(last)}" for one in kept[:1]]
    values = (("baseline", measure.baseline), ("target", measure.target))
    kept += [
        f"the {what} {say_value(value, measure.unit)}"
        for what, value in values
        if value is not None and what not in given
    ]
    if not kept:
        return []
    told = f"{', '.join(kept[:-1])} and {kept[-1]}" if kept[1:] else kept[0]
    is_one = len(kept) == 1 and max(len(measure.readings), len(measure.milestones)) <= 1
    stands = "it is" if is_one else "they are"
    return [f"{told[:1].upper()}{told[1:]} would stand as {stands}, in {unit}."]


def owner_slips(plan: Plan, meant: Owner, role: str, organisation: str, leads: str) -> list[str]:
    """Return what to ask about a new name for an owner that is another's: two would become one.

    `leads` says what the owner leads, such as "3 actions and area 9"; empty for nothing.
    """
    wanted = match_key(role), match_key(organisation)
    for other in plan.owners:
        if other != meant and (match_key(other.role), match_key(other.organisation)) == wanted:
            gets = f"what {meant} leads ({leads}) would be theirs, and " if leads else ""
            return [f"The plan has {other} already: {gets}{meant} would be in the plan no longer."]
    return []


def old_slips(what: str, day: date, today: date, years: int = 1) -> list[str]:
    """Return what to ask about the date of a thing that is seldom so many years old."""
    if day >= today - years * _YEAR:
        return []
    back = "a year" if years == 1 else f"{years} years"
    return [f"The date of the {what}, {say_date(day)}, is more than {back} back."]


def _early(plan: Plan, on: date) -> list[str]:
    """Say that a date is from before the first meeting that was held, or long ago."""
    first = min((meeting.on for meeting in plan.main_meetings if meeting.on <= plan.as_at), default=on)
    if on < first:
        return [f"{say_date(on)} is before the plan's first meeting, {say_date(first)}."]
    return [f"{say_date(on)} is more than a year back."] if on < plan.as_at - _YEAR else []


def _put_there(actions: Sequence[Action], then: Plan | None) -> list[str]:
    """Say which actions were not there yet and would be: every earlier state of the plan would have them."""
    new = [action.ref for action in actions if then and action.id not in then.actions_by_id]
    if not new or then is None:
        return []
    refs = ", ".join(new[:_NAMED]) + (f" and {len(new) - _NAMED} more" if len(new) > _NAMED else "")
    was, it = ("was", "it") if len(new) == 1 else ("were", "they")
    return [f"{refs} {was} not in the plan yet on {say_date(then.as_at)}: {it} would be there from then on."]


def old_dues(dues: Sequence[tuple[str, Due]], spoken_of: date) -> list[str]:
    """Return what to ask about due dates of several actions, by ref, that are long past."""
    old = [f"{ref} ({say_due(due)})" for ref, due in dues if due.on and due.on < spoken_of - _YEAR]
    if not old:
        return []
    named = ", ".join(old[:_NAMED]) + (f" and {len(old) - _NAMED} more" if len(old) > _NAMED else "")
    which = "The due date of" if len(old) == 1 else "The due dates of"
    return [f"{which} {named} {'is' if len(old) == 1 else 'are'} more than a year back."]
