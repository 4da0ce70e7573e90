"""The first screen as plain text, for a pipe or a screen reader; it needs no terminal and no Textual."""

from __future__ import annotations

from typing import Final

from send_actions.domain.checks.plan_checks import CODES, check
from send_actions.domain.checks.summary import AreaSummary, attention, summarise_areas
from send_actions.domain.history.direction import Direction
from send_actions.domain.plan import Plan
from send_actions.domain.text import printable
from send_actions.domain.words.dates import say_date
from send_actions.tui.drawing.statuses import word
from send_actions.tui.text_layout import fit, inline

_HOW: Final = "bring some in with send-actions import FILE, or add one with send-actions add"
NO_ACTIONS_YET: Final = f"No actions yet: {_HOW}"
LONGEST_TITLE: Final = 44


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
    counts: dict[str, int] = {}
    for flag in check(plan):
        counts[flag.code] = counts.get(flag.code, 0) + 1
    lines = [f"{count:>4}  {CODES[code]}" for code, count in counts.items()]
    return ["Needs attention", *lines, ""] if lines else []


def _areas(plan: Plan, before: Plan | None) -> list[str]:
    if not plan.areas:
        return [f"{_HOW[:1].upper()}{_HOW[1:]}.", ""]
    summaries = summarise_areas(plan, before)
    lines: list[str] = []
    theme: str | None = None
    width = min(LONGEST_TITLE, max(len(inline(area.title)) for area in plan.areas))
    number = max(len(inline(area.number)) for area in plan.areas)
    for area in plan.areas:
        if area.theme != theme:
            theme = area.theme
            lines += ["", inline(theme)] if lines and theme else [inline(theme)] if theme else [""]
        summary = summaries[area.id]
        title = f"{inline(area.number):>{number}}  {fit(inline(area.title), width)}"
        lines.append(f"  {title}  {summary.total:>3}  {_standing(plan, summary)}")
    return ["Areas", "", *lines, ""]


def _standing(plan: Plan, summary: AreaSummary) -> str:
    if summary.status is None and not sum(summary.counts.values()):
        return "No actions yet"
    letter = summary.status.letter if summary.status else "–"
    way = summary.direction
    moved = f", {way.word}" if way and way is not Direction.SAME else ""
    return f"{letter} {fit(word(plan, summary.status).lower() + moved, 20)}  {summary.sentence}"
