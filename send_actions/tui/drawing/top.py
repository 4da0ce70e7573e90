"""The two lines at the top of every screen: which plan and day (or the looking-back bar), what needs me."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from send_actions.domain.checks.summary import attention
from send_actions.domain.plan import Plan
from send_actions.domain.words.dates import say_date
from send_actions.tui.text_layout import Line, columns, fit, inline, spread

ROOMY: Final = 100
_LETTER: Final = re.compile(r"\b([RA]) \d+\b")
_HUES: Final = {"R": "red", "A": "amber"}


def title_line(plan: Plan, width: int) -> Line:
    """The plan's title and partnership, and the day."""
    names = [plan.title, plan.partnership] if width >= ROOMY else [plan.partnership or plan.title]
    day = say_date(plan.as_at) + (", training" if plan.today else "")
    name = " · ".join(inline(name) for name in names if name)
    return spread([(" " + name, "bold")], [(day + " ", "dim")], width)


def attention_line(plan: Plan, width: int) -> Line:
    """What needs me, worst first, with letters."""
    found = attention(plan)
    words = found.sentence if columns(found.sentence) + 9 <= width else found.short
    first, point, rest = words.partition(" · ")
    spans: Line = [(" ", "")]
    place = 0
    for letter in _LETTER.finditer(first):
        spans += [(first[place : letter.start()], ""), (letter[0], _HUES[letter[1]])]
        place = letter.end()
    spans += [(first[place:], ""), (point + rest, "")]
    return spread(spans, [("g", "key"), (" go ", "dim")] if width >= ROOMY else [], width)


def looking_back_line(plan: Plan, today: date, width: int) -> Line:
    """The one inverse bar shown while the plan stands as it was on an earlier day."""
    ago = sum(plan.as_at <= meeting.on <= today and meeting.on < today for meeting in plan.main_meetings)
    meetings = f", {ago} meeting{'' if ago == 1 else 's'} ago" if ago else ""
    left = f" LOOKING BACK: {say_date(plan.as_at)}{meetings} · read only"
    right = "Esc for today "
    room = width - columns(right) - 1
    return [(fit(left, room) + " " + right, "bar")]
