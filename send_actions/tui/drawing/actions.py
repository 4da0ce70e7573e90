"""A status and a due date as they stand everywhere, and one action in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, repeat, zip_longest
from typing import Final

from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Action, Deadline, Due, Plan, Step, Timeline, Update
from send_actions.domain.plan.vocabulary import REASONED, Impact, Status
from send_actions.domain.text import cut
from send_actions.domain.words.dates import say_date, say_days, say_due, short_date
from send_actions.domain.words.dues import due_words, short_due
from send_actions.domain.words.measured import say_measure
from send_actions.domain.words.statements import labelled_statements, say_statement, step_words
from send_actions.tui.text_layout import (
    Line,
    Segment,
    fit,
    fit_right,
    flow,
    hang,
    inline,
    length,
    spread,
    wrap,
)

NO_STATUS: Final = "Not said"
"""The word for an action nobody has given a status."""

LABEL: Final = 9
SIDE_BY_SIDE: Final = 100
"""Columns from which what was said stands beside how the action stands; below, it stands beneath."""

ROOMY: Final = 60
"""Columns from which the timeline's words stand beside its dates; below, they stand beneath them."""

SHOWN_REFS: Final = 4
LONGEST_HEARD: Final = 12
LONGEST_WORD: Final = 14
DUE_WIDTH: Final = 9


def refs_of(actions: Sequence[Action]) -> str:
    """The refs of some actions, a few of them by name."""
    return named_few([action.ref for action in actions])


def named_few(names: Sequence[str]) -> str:
    """Some names in a row, a few of them in full."""
    named = ", ".join(map(inline, names[:SHOWN_REFS]))
    more = len(names) - SHOWN_REFS
    return f"{named} and {more} more" if more > 0 else named


def colour(plan: Plan, status: Status | None) -> str:
    """The style of a status: its colour's name in the plan's legend."""
    return "dim" if status is None else plan.legend_of(status).colour


def word(plan: Plan, status: Status | None) -> str:
    """The word of a status in the plan's legend."""
    return NO_STATUS if status is None else inline(plan.legend_of(status).word)


def badge(plan: Plan, status: Status | None) -> Line:
    """Symbol and letter in four columns."""
    text = f"{status.symbol:>2} {status.letter}" if status else " · –"
    return [(text, colour(plan, status))]


def worded(plan: Plan, status: Status | None, width: int = 0) -> Line:
    """Symbol, letter and word; the word takes `width` columns if that is given."""
    text = word(plan, status)
    return [*badge(plan, status), (" " + (fit(text, width) if width else text), colour(plan, status))]


def word_width(plan: Plan) -> int:
    """The columns that the longest word in use takes."""
    return min(LONGEST_WORD, max(len(entry.word) for entry in plan.legend if entry.used))


def impact_words(impact: Impact | None) -> str:
    """The impact in a sentence: impact none yet."""
    return f"impact {impact.word.lower()}" if impact else "impact not said"


def due_column(due: Due | None) -> str:
    """A due date in nine columns; a month, quarter or term stands without a day."""
    words = short_due(due) or "no date"
    return fit(words if due and due.on else inline(words), DUE_WIDTH)


def action_lines(
    plan: Plan, action: Action, timeline: Timeline | None, width: int, *, is_brief: bool = False
) -> list[Line]:
    """An action's detail in lines of `width` columns: its whole title, its status and why, its timeline."""
    lines: list[Line] = [[(f" {part}", "bold")] for part in wrap(action.title, width - 2)]
    if not is_brief:
        lines.append([])
    if is_brief or width < SIDE_BY_SIDE or not (timeline and (timeline.updates or timeline.deadlines)):
        return [*lines, *_standing(plan, action, timeline, width, is_brief=is_brief)]
    left = width - max(ROOMY + 2, width * 11 // 20)
    standing = _standing(plan, action, None, left, is_brief=False)
    said = timeline_lines(plan, timeline, width - left - 2)
    pairs = zip_longest(standing, said, fillvalue=list[Segment]())
    return [*lines, *([*spread(one, [], left), ("  ", ""), *other] for one, other in pairs)]


def _standing(
    plan: Plan, action: Action, timeline: Timeline | None, width: int, *, is_brief: bool
) -> list[Line]:
    """The status, the facts and, below them, what was said."""
    lines = _status_lines(plan, action, width, is_brief=is_brief) + _facts(plan, action, width)
    if timeline and (timeline.updates or timeline.deadlines):
        lines += [[], *timeline_lines(plan, timeline, width)]
    return lines


def _status_lines(plan: Plan, action: Action, width: int, *, is_brief: bool) -> list[Line]:
    (mark, hue), *words = worded(plan, action.status)
    status: Line = [(mark.lstrip(), hue), *words]
    since = f" since {_day(action.since)}" if action.since else ""
    impact = impact_words(action.impact)
    if is_brief:
        late = days_overdue(action, plan.as_at)
        facts = [*([f"{say_days(late)} overdue"] if late else []), impact]
        line: Line = [(" ", ""), *status, (" · ".join([since, *facts]), "dim")]
        groups: list[Line] = [[*status, (since, "dim")], *([(fact.capitalize(), "dim")] for fact in facts)]
        return [line] if length(line) <= width else flow(groups, width)
    since += f", was {word(plan, action.was).lower()}" if action.was else ""
    left: Line = [(" ", ""), *status, (since, "dim")]
    right = (impact.capitalize(), "dim")
    if length(left) > width:
        return flow([status, [(since.lstrip(), "dim")], [right]], width, gap=1)
    if length(left) + length([right]) + 1 < width:
        return [spread(left, [right, (" ", "")], width)]
    return [left, [(" ", ""), right]]


def _facts(plan: Plan, action: Action, width: int) -> list[Line]:
    areas = [plan.areas_by_id[row_id] for row_id in action.supports if row_id in plan.areas_by_id]
    needs = [plan.actions_by_id[row_id] for row_id in action.depends_on if row_id in plan.actions_by_id]
    minutes = [minute for minute in plan.minutes if minute.action_id == action.id and not minute.is_answered]
    facts = [
        ("Proof", action.proof),
        *labelled_statements(action),
        ("Ask", say_statement((action.ask_on, action.ask)) if action.ask else ""),
        ("Path", action.path),
        ("By", _day(action.path_by)),
        ("Again", f"Look again on {_day(action.look_again)}" if action.look_again else ""),
        ("Lead", str(action.lead) if action.lead else "Nobody named"),
        ("SRO", str(action.sro) if action.sro else ""),
        ("With", ", ".join(action.partners)),
        ("Due", _capital(due_words(action, days_overdue(action, plan.as_at)))),
        ("Shows", action.success_measure),
        *_labelled("Steps", (_step(step, plan.as_at) for step in action.steps)),
        *_labelled("Measures", (say_measure(one) for one in plan.measures if one.id in action.measures)),
        ("Impact", action.impact_shown_by),
        ("Supports", ", ".join(f"{area.number} {area.title}" for area in areas)),
        ("Needs", "; ".join(f"{one.ref} {word(plan, one.status).lower()}" for one in needs)),
        *(("Board", f"{_day(plan.meetings_by_id[one.meeting_id].on)}: {one.text}") for one in minutes),
    ]
    return [line for label, text in facts if text for line in fact_lines(label, text, width)]


def _labelled(label: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Several texts one below the other, the first after the label."""
    yield from zip(chain([label], repeat("")), texts, strict=False)


def _step(step: Step, on: date) -> str:
    """A step with its mark: reached, late, or still to come."""
    is_late = step.due.on is not None and step.due.on < on
    return f"{'√' if step.reached_on else '!' if is_late else '○'} {step_words(step, on)}"


def fact_lines(label: str, text: str, width: int, label_width: int = LABEL) -> list[Line]:
    """A label and its text, wrapped beside it."""
    return hang([(f" {fit(label, label_width)}", "dim")], wrap(text, max(8, width - label_width - 2)))


def timeline_lines(plan: Plan, timeline: Timeline, width: int) -> list[Line]:
    """An action's updates and due dates, newest first: date, status, words, and how it was heard."""
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
    mark = badge(plan, status) if status else [("    ", "")]
    start: Line = [(f" {short_date(update.on)} ", "dim"), *mark, ("  ", "")]
    heard = cut(inline(update.heard.value if update.heard else update.actor), LONGEST_HEARD)
    words = _update_words(update, is_new_impact=is_new_impact)
    if width >= ROOMY:
        return _beside(start, words, heard, width)
    is_bare = status is not None and words == status.word
    first: Line = [*start, (words, "")] if is_bare else start
    return [spread(first, [(heard + " ", "dim")], width), *_beneath("" if is_bare else words, width)]


def _deadline_lines(deadline: Deadline, width: int) -> list[Line]:
    start: Line = [(f" {short_date(deadline.on)}  due  ", "dim")]
    words = say_due(deadline.due) or "date removed"
    if width < ROOMY:
        return [[*start, (inline(words), "")], *_beneath(deadline.reason, width)]
    return _beside(start, f"{words}: {deadline.reason}" if deadline.reason else words, "", width)


def _beneath(words: str, width: int) -> list[Line]:
    return hang([("   ", "")], wrap(words, width - 4)) if words else []


def _beside(start: Line, words: str, heard: str, width: int) -> list[Line]:
    room = max(8, width - length(start) - len(heard) - 3)
    first, *more = wrap(words, room)
    lines = hang(start, [fit(first, room), *more])
    if heard:
        lines[0].append((fit_right(heard, width - length(lines[0]) - 1), "dim"))
    return lines


def _update_words(update: Update, *, is_new_impact: bool) -> str:
    """An update's words on one line: the note and what it changed; an impact given before is left out."""
    shown_by = f" ({update.impact_shown_by})" if update.impact_shown_by else ""
    parts = (
        update.note,
        "no change, still right" if update.no_change else "",
        impact_words(update.impact) + shown_by if update.impact and is_new_impact else "",
        f"proof: {update.proof}" if update.proof else "",
        f"private: {update.private_note}" if update.private_note else "",
        f"asks the board: {update.ask}" if update.ask else "",
        f"path: {update.path}" if update.path and not update.note else "",
    )
    status = update.status.word if update.status else ""
    bare = "no reason given" if update.status in REASONED else status
    words = " · ".join(inline(part) for part in parts if part) or bare
    return words if update.note else _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(day: date | None) -> str:
    """A day with its month in three letters: 31 Mar 2026."""
    number, month, year = say_date(day).split() if day else ("", "", "")
    return f"{number} {month[:3]} {year}".strip()
