"""The plan as a whole: the two lines at the top of every screen, and the first screen as plain text."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Final

from send_actions.domain.checks.plan_checks import CODES, check
from send_actions.domain.checks.summary import AreaSummary, attention, summarise_areas
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.tui.drawing.actions import word
from send_actions.tui.drawing.nothing_yet import no_actions_at_all
from send_actions.tui.key_map import KeyMap
from send_actions.tui.text_layout import Line, columns, fit, inline, keyed, spread

ROOMY: Final = 100
LONGEST_TITLE: Final = 44
_LETTER: Final = re.compile(r"\b([RA]) \d+\b")
_HUES: Final = {"R": "red", "A": "amber"}
_HOW: Final = "bring some in with send-actions import FILE, or add one with send-actions add"


def title_line(plan: Plan, today: date, width: int, seen_by: str = "") -> Line:
    """The plan's title and partnership, and the day; the one inverse bar while it is an earlier day.

    `seen_by` says for whom it is shown, when not for those who keep the plan.
    """
    if plan.as_at < today:
        return _looking_back_line(plan, today, width)
    names = [plan.title, plan.partnership] if width >= ROOMY else [plan.partnership or plan.title]
    day = say_date(plan.as_at) + (", training" if plan.today else "")
    day = f"{seen_by} · {day}" if seen_by else day
    name = " · ".join(inline(name) for name in names if name)
    return spread([(" " + name, "bold")], [(day + " ", "dim")], width)


def attention_line(plan: Plan, width: int, keys: KeyMap | None = None, *, may_change: bool = False) -> Line:
    """What needs me, worst first, with letters; of a plan just begun the one thing to do next, by its key."""
    found = attention(plan)
    if keys and may_change and not plan.actions:
        return [(f" {no_actions_at_all(plan, keys)}", "")]
    words = found.sentence if columns(found.sentence) + 9 <= width else found.short
    first, point, rest = words.partition(" · ")
    line: Line = [(" ", "")]
    place = 0
    for letter in _LETTER.finditer(first):
        line += [(first[place : letter.start()], ""), (letter[0], _HUES[letter[1]])]
        place = letter.end()
    line.append((first[place:] + point + rest, ""))
    return spread(line, keyed(keys["go"], "go ") if keys and width >= ROOMY else [], width)


def attention_target(plan: Plan, width: int, x: int) -> str:
    """What the words of line 2 at a column speak of: a view, or a view and the filter for it."""
    words = "".join(text for text, _ in attention_line(plan, width))
    start = max(0, words.rfind(" · ", 0, x + 1), words.rfind(", ", 0, x + 1))
    here = words[start : x + 1] + words[x + 1 :].partition(" · ")[0].partition(",")[0]
    if start == 0 and (letter := [one[1] for one in _LETTER.finditer(words) if one.start() <= x]):
        return f"list status:{_HUES[letter[-1]]}"
    for said, target in _TARGETS.items():
        if said in here:
            return target
    return "attention"


_TARGETS: Final = {
    "green": "list check:green-but-overdue",
    "overdue": "list overdue",
    "no update": "list no-update",
    "board": "board",
    "returns": "board",
}
"""Where the words of line 2 lead."""


def _looking_back_line(plan: Plan, today: date, width: int) -> Line:
    ago = sum(plan.as_at <= meeting.on <= today and meeting.on < today for meeting in plan.main_meetings)
    meetings = f", {ago} meeting{'' if ago == 1 else 's'} ago" if ago else ""
    others = [meeting for meeting in plan.meetings if meeting.on == plan.as_at]
    if others and all(meeting not in plan.main_meetings for meeting in others):
        meetings = f", {inline(others[0].series)}"
    left = f" LOOKING BACK: {say_date(plan.as_at)}{meetings} · read only"
    right = "Esc for today "
    room = width - columns(right) - 1
    return [(fit(left, room) + " " + right, "bar")]


def first_screen(plan: Plan, before: Plan | None) -> str:
    """What needs me, and the areas with their counts, as lines of text that end in a line end."""
    training = ", training" if plan.today else ""
    names = " · ".join(inline(name) for name in (plan.title, plan.partnership) if name)
    lines = [
        f"{names or 'Action plan'}, as at {say_date(plan.as_at)}{training}",
        attention(plan).sentence,
        "",
        *_questions(plan),
        *_areas(plan, before),
    ]
    return "\n".join(printable(line).rstrip() for line in lines).rstrip() + "\n"


def _questions(plan: Plan) -> list[str]:
    counts = Counter(flag.code for flag in check(plan))
    lines = [f"{count:>4}  {CODES[code]}" for code, count in counts.items()]
    return ["Needs attention", *lines, ""] if lines else []


def _areas(plan: Plan, before: Plan | None) -> list[str]:
    if not plan.areas:
        return [f"{_HOW[:1].upper()}{_HOW[1:]}.", ""]
    summaries = summarise_areas(plan, before)
    lines: list[str] = []
    theme = None
    width = min(LONGEST_TITLE, max(len(inline(area.title)) for area in plan.areas))
    number = max(len(inline(area.number)) for area in plan.areas)
    for area in plan.areas:
        if area.theme != theme:
            theme = area.theme
            lines += ([""] if lines or not theme else []) + ([inline(theme)] if theme else [])
        summary = summaries[area.id]
        title = f"{inline(area.number):>{number}}  {fit(inline(area.title), width)}"
        lines.append(f"  {title}  {summary.total:>3}  {_status_words(plan, summary)}")
    return ["Areas", "", *lines, ""]


def _status_words(plan: Plan, summary: AreaSummary) -> str:
    if summary.status is None and not sum(summary.counts.values()):
        return "No actions yet"
    letter = summary.status.letter if summary.status else "–"
    way = summary.direction
    moved = f", {way.word}" if way and way is not Direction.SAME else ""
    return f"{letter} {fit(word(plan, summary.status).lower() + moved, 20)}  {summary.sentence}"


def reading_lines(plan: Plan, width: int) -> list[Line]:
    """What stands in place of a detail while the rest of a large plan is read."""
    return [[(fit(f" Reading all that was said of {len(plan.actions):,} actions…", width), "dim")]]
