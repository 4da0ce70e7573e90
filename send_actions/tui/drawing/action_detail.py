"""One action in full: what it is, how it stands and why, and all that was said of it, newest first."""

from __future__ import annotations

from datetime import date
from typing import Final

from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Deadline, Minute, Plan, Timeline, Update
from send_actions.domain.plan.vocabulary import REASONED, Status
from send_actions.domain.text import cut
from send_actions.domain.words.dates import say_date, say_days, say_due, short_date
from send_actions.tui.drawing.actions import badge, impact_words, word, worded
from send_actions.tui.text_layout import Line, fit, fit_right, flow, inline, length, spread, wrap

LABEL: Final = 9
EDGE: Final = 1
ROOMY: Final = 60
"""Columns from which the timeline's words stand beside its dates; below, they stand beneath them."""

LONGEST_HEARD: Final = 12


def action_lines(
    plan: Plan, action: Action, timeline: Timeline | None, width: int, *, is_brief: bool = False
) -> list[Line]:
    """An action's detail in lines of `width` columns: its whole title, how it stands, and what was said."""
    lines: list[Line] = [[(" " * EDGE + text, "bold")] for text in wrap(action.title, width - 2 * EDGE)]
    if not is_brief:
        lines.append([])
    lines += _standing_lines(plan, action, width, is_brief=is_brief)
    lines += _facts(plan, action, width)
    if timeline and (timeline.updates or timeline.deadlines):
        lines += [[], *timeline_lines(plan, timeline, width)]
    return lines


def _standing_lines(plan: Plan, action: Action, width: int, *, is_brief: bool) -> list[Line]:
    late = days_overdue(action, plan.as_at)
    status: Line = [*worded(plan, action.status)]
    status[0] = (status[0][0].lstrip(), status[0][1])
    since = f" since {_day(action.since)}" if action.since else ""
    if is_brief:
        told = [*([f"{say_days(late)} overdue"] if late else []), impact_words(action.impact)]
        line: Line = [(" ", ""), *status, (" · ".join([since, *told]), "dim")]
        groups: list[Line] = [[(part[:1].upper() + part[1:], "dim")] for part in told]
        fits = length(line) <= width
        return [line] if fits else flow([[*status, (since, "dim")], *groups], width)
    was = f", was {word(plan, action.was).lower()}" if action.was else ""
    left: Line = [(" ", ""), *status, (since + was, "dim")]
    if length(left) > width:
        parts: list[Line] = [[*status], [(since.strip() + was, "dim")]]
        return flow([*parts, [(impact_words(action.impact).capitalize(), "dim")]], width, gap=1)
    impact: Line = [(impact_words(action.impact).capitalize() + " ", "dim")]
    if length(left) + length(impact) < width:
        return [spread(left, impact, width)]
    return [left, [(" ", ""), *impact]]


def _facts(plan: Plan, action: Action, width: int) -> list[Line]:
    facts = [
        ("Proof", action.proof),
        ("Why" if action.status in REASONED else "Note", action.reason),
        ("Path", action.path),
        ("By", _day(action.path_by)),
        ("Again", f"Look again on {_day(action.look_again)}" if action.look_again else ""),
        ("Lead", str(action.lead) if action.lead else "Nobody named"),
        ("SRO", str(action.sro) if action.sro else ""),
        ("With", ", ".join(action.partners)),
        ("Due", due_words(plan, action)),
        ("Shows", action.success_measure),
        ("Impact", action.impact_shown_by),
        ("Supports", _areas(plan, action)),
        ("Needs", _needs(plan, action)),
        *(
            ("Board", f"{_day(plan.meetings_by_id[m.meeting_id].on)}: {m.text}")
            for m in _minutes(plan, action)
        ),
    ]
    return [line for label, text in facts if text for line in fact_lines(label, text, width)]


def fact_lines(label: str, text: str, width: int) -> list[Line]:
    """A label and its text, wrapped beside it."""
    room = max(8, width - LABEL - 2 * EDGE)
    first = fit(label, LABEL)
    return [
        [(" " * EDGE, ""), (first if place == 0 else " " * LABEL, "dim"), (part, "")]
        for place, part in enumerate(wrap(text, room))
    ]


def due_words(plan: Plan, action: Action) -> str:
    """When it falls due, by how much it is over, and how often it was moved from which first date."""
    if action.due is None:
        return "No date given"
    words = say_due(action.due)
    late = days_overdue(action, plan.as_at)
    if late:
        words += f", {say_days(late)} overdue"
    if action.due_moves and action.first_due:
        agreed = "" if action.due_agreed else ", not yet agreed"
        words += f"; first {say_due(action.first_due)}, moved {_times(action.due_moves)}{agreed}"
    return words[:1].upper() + words[1:]


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def timeline_lines(plan: Plan, timeline: Timeline, width: int) -> list[Line]:
    """What was said of an action, newest first: date, status, words, and how it was heard."""
    entries: list[Update | Deadline] = [*timeline.updates, *timeline.deadlines]
    entries.sort(key=lambda entry: (entry.on, entry.change_id))
    drawn: list[list[Line]] = []
    status, impact = None, None
    for entry in entries:
        if isinstance(entry, Deadline):
            drawn.append(_deadline_lines(entry, width))
            continue
        status = entry.status or status
        in_force = status if entry.status or entry.no_change else None
        drawn.append(_update_lines(plan, entry, in_force, width, is_new_impact=entry.impact is not impact))
        impact = entry.impact or impact
    return [line for lines in reversed(drawn) for line in lines]


def _update_lines(
    plan: Plan, update: Update, status: Status | None, width: int, *, is_new_impact: bool
) -> list[Line]:
    start: Line = [(f" {short_date(update.on)} ", "dim")]
    start += badge(plan, status) if status else [("    ", "")]
    start.append(("  ", ""))
    heard = cut(inline(update.heard.value if update.heard else update.actor), LONGEST_HEARD)
    words = update_words(update, is_new_impact=is_new_impact)
    if width >= ROOMY:
        return _entry(start, words, heard, width)
    if status and words == status.word:
        return [spread([*start, (words, "")], [(heard + " ", "dim")], width)]
    return [spread(start, [(heard + " ", "dim")], width), *_beneath(words, width)]


def _deadline_lines(deadline: Deadline, width: int) -> list[Line]:
    start: Line = [(f" {short_date(deadline.on)} ", "dim"), (" due  ", "dim")]
    if width < ROOMY:
        return [[*start, (inline(say_due(deadline.due)), "")], *_beneath(deadline.reason, width)]
    words = say_due(deadline.due) + (f": {deadline.reason}" if deadline.reason else "")
    return _entry(start, words, "", width)


def _beneath(words: str, width: int) -> list[Line]:
    """Words under the line they belong to, indented by two."""
    return [[("   ", ""), (part, "")] for part in wrap(words, width - 4)] if words else []


def _entry(start: Line, words: str, heard: str, width: int) -> list[Line]:
    indent = length(start)
    room = max(8, width - indent - len(heard) - 3)
    parts = wrap(words, room)
    first: Line = [*start, (fit(parts[0], room), "")]
    if heard:
        first.append((fit_right(heard, width - length(first) - 1), "dim"))
    return [first, *([(" " * indent, ""), (part, "")] for part in parts[1:])]


def update_words(update: Update, *, is_new_impact: bool = True) -> str:
    """An update's words on one line: the note and what it changed; an impact said before is left out."""
    parts = [update.note] if update.note else []
    if update.no_change:
        parts.append("no change, still right")
    if update.impact and is_new_impact:
        shown_by = f" ({update.impact_shown_by})" if update.impact_shown_by else ""
        parts.append(impact_words(update.impact) + shown_by)
    if update.proof:
        parts.append(f"proof: {update.proof}")
    if update.private_note:
        parts.append(f"private: {update.private_note}")
    if update.path and not update.note:
        parts.append(f"path: {update.path}")
    words = " · ".join(inline(part) for part in parts) or _wordless(update)
    return words if update.note else words[:1].upper() + words[1:]


def _wordless(update: Update) -> str:
    if update.status in REASONED:
        return "no reason given"
    return update.status.word if update.status else ""


def _day(day: date | None) -> str:
    return say_date(day).replace(_long_month(day), _long_month(day)[:3]) if day else ""


def _long_month(day: date) -> str:
    return say_date(day).split()[1]


def _areas(plan: Plan, action: Action) -> str:
    areas = (plan.areas_by_id.get(area_id) for area_id in action.supports)
    return ", ".join(f"{area.number} {area.title}" for area in areas if area)


def _needs(plan: Plan, action: Action) -> str:
    needed = (plan.actions_by_id.get(action_id) for action_id in action.depends_on)
    return "; ".join(f"{one.ref} {word(plan, one.status).lower()}" for one in needed if one)


def _minutes(plan: Plan, action: Action) -> list[Minute]:
    return [minute for minute in plan.minutes if minute.action_id == action.id and not minute.answer]
