"""What forms say: what they are about, how a date is understood, what stands now, and how many are meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.plan.vocabulary import OPEN, Impact, Precision, Status
from send_actions.domain.text import clean
from send_actions.domain.words.choices import read_heard
from send_actions.domain.words.date_forms import Prefer
from send_actions.domain.words.dates import read_date, read_due_or_refuse, say_date, say_due
from send_actions.errors import UsageError
from send_actions.tui.drawing.actions import badge, colour, impact_words, refs_of, word
from send_actions.tui.forms import Echo
from send_actions.tui.text_layout import Line, inline

NAMED_AREAS: Final = 6
"""Areas that a line about several actions names."""

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def status_sentence(plan: Plan, actions: Sequence[Action], status: Status) -> Line:
    """What is about to be set: 9.3  On track → At risk."""
    first = actions[0]
    new: Line = [*badge(plan, status), (f" {word(plan, status)}", colour(plan, status))]
    new[0] = (new[0][0].strip(), new[0][1])
    if len(actions) > 1:
        return [(f"{refs_of(actions)} ", "bold"), ("→ ", "dim"), *new]
    return [(f"{inline(first.ref)}  ", "bold"), (f"{word(plan, first.status)} → ", "dim"), *new]


def impact_sentence(actions: Sequence[Action], impact: Impact) -> Line:
    """What is about to be rated: 9.3  impact some."""
    return [(refs_of(actions), "bold"), (f"  {impact_words(impact)}", "")]


def due_sentence(actions: Sequence[Action]) -> Line:
    """What is about to be moved: 9.3  due 31 December 2025 →."""
    first = actions[0]
    present = inline(say_due(first.due)) if first.due and len(actions) == 1 else ""
    return [(refs_of(actions), "bold"), (f"  due {present} →" if present else "  due", "dim")]


def lead_sentence(actions: Sequence[Action]) -> Line:
    """Whose lead is about to be named: 9.3  led by Head of SEND, LA →."""
    lead = actions[0].lead if len(actions) == 1 else None
    now = f"  led by {inline(str(lead))} →" if lead else "  lead"
    return [(refs_of(actions), "bold"), (now, "dim")]


def note_sentence(actions: Sequence[Action], *, is_private: bool) -> Line:
    """Which note is about to be written; a private one says so first and loudly."""
    refs = (refs_of(actions), "bold")
    if is_private:
        return [("PRIVATE NOTE", "bar"), (" ", ""), refs, ("  it never leaves the database", "dim")]
    return [refs, ("  note for the paper", "dim")]


def date_echo(today: date, prefer: Prefer = "future") -> Echo:
    """Say a date in full with its weekday, and from when it counts: 30 May 2026, a Saturday."""

    def read(text: str, today: date) -> date:
        return read_date(text, today=today, prefer=prefer)

    def echo(text: str) -> str:
        try:
            day = read(text, today)
        except UsageError as refusal:
            return str(refusal)
        return _in_full(day) + _counted_from(text, day, today, read)

    return echo


def due_echo(today: date) -> Echo:
    """Say a due date in full, the day on which it falls due, and from when it counts."""

    def read(text: str, today: date) -> date | None:
        return read_due_or_refuse(text, today=today).on

    def echo(text: str) -> str:
        try:
            due = read_due_or_refuse(text, today=today)
        except UsageError as refusal:
            return str(refusal)
        if due.on is None or due.precision is Precision.ONGOING:
            return "ongoing, with no date to hold it to"
        if due.precision is not Precision.DAY:
            return f"{say_due(due)}, so due by its last day, {_in_full(due.on)}"
        return _in_full(due.on) + _counted_from(text, due.on, today, read)

    return echo


def heard_echo(text: str) -> str:
    """Say how an update was learnt, or which words there are."""
    try:
        return read_heard(text).value
    except UsageError as refusal:
        return str(refusal)


def what_stands(plan: Plan, actions: Sequence[Action], status: Status) -> str:
    """Say the reason, path and ask of the one action that is targeted, and if empty fields keep them."""
    if len(actions) != 1:
        return ""
    now = actions[0]
    facts = [
        ("Why", now.reason),
        ("Path", now.path),
        ("By", say_date(now.path_by) if now.path_by else ""),
        ("Look again", say_date(now.look_again) if now.look_again else ""),
        ("Proof", now.proof),
        ("Ask", now.ask),
    ]
    said = " · ".join(f"{label}: {inline(clean(text, one_line=True))}" for label, text in facts if text)
    if not said:
        return ""
    if now.status is status:
        return f"Stands, and an empty field keeps it: {said}"
    return f"Ends with {word(plan, now.status).lower()}: {said}"


def bulk_doubt(plan: Plan, actions: Sequence[Action]) -> str:
    """Say how many actions of which areas are about to be changed together, and how many are closed."""
    if len(actions) < 2:  # noqa: PLR2004  one is no bulk
        return ""
    closed = sum(action.status is not None and action.status not in OPEN for action in actions)
    return f"{len(actions):,} actions of {_areas_of(plan, actions)}, {closed or 'none'} of them closed."


def _areas_of(plan: Plan, actions: Sequence[Action]) -> str:
    """Name the areas of actions by their numbers, the first of them where they are many."""
    ids = {action.area_id for action in actions}
    numbers = [inline(area.number) for area in plan.areas if area.id in ids]
    if len(numbers) == 1:
        return f"area {numbers[0]}"
    more = len(numbers) - NAMED_AREAS
    if more > 1:
        return f"areas {', '.join(numbers[:NAMED_AREAS])} and {more} more"
    return f"areas {', '.join(numbers[:-1])} and {numbers[-1]}"


def what_differs(plan: Plan, was: Action, now: Action | None) -> list[tuple[str, str]]:
    """What somebody else has said of an action since it was seen: each field with its words."""
    if now is None:
        return [("", "it is no longer part of the plan")]
    told = (
        ("status", now.status is not was.status, f"now {word(plan, now.status).lower()}"),
        ("note", now.reason != was.reason and now.reason, f"“{inline(now.reason)}”"),
        ("path", now.path != was.path and now.path, f"“{inline(now.path)}”"),
        ("due", now.due != was.due and now.due, inline(say_due(now.due)) if now.due else ""),
        ("impact", now.impact is not was.impact, impact_words(now.impact).removeprefix("impact ")),
        ("lead", now.lead != was.lead, inline(str(now.lead)) if now.lead else "nobody"),
        ("title", now.title != was.title, f"“{inline(now.title)}”"),
    )
    found = [(field, words) for field, differs, words in told if differs]
    return found or [("", "it has a new note")]


def _in_full(day: date) -> str:
    return f"{say_date(day)}, a {_WEEKDAYS[day.weekday()]}"


def _counted_from(text: str, day: date, today: date, read: Callable[[str, date], date | None]) -> str:
    """Say from when words count that mean another day tomorrow, such as +2w."""
    tomorrow = today + timedelta(days=1)
    try:
        is_counted = read(text, tomorrow) == day + timedelta(days=1)
    except UsageError:
        is_counted = False
    return f", counted from today, {say_date(today)}" if is_counted else ""
