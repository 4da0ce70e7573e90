"""What the checks question: one row of needs attention, and every check's sentence over what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.checks.plan_checks import Flag, name_of
from send_actions.domain.checks.urgency import days_overdue
from send_actions.domain.plan import Finding, Plan, Timeline
from send_actions.domain.words.dates import say_days
from send_actions.tui.drawing.actions import action_lines, badge, fact_lines
from send_actions.tui.drawing.findings import finding_lines
from send_actions.tui.text_layout import Line, fit, fit_right, inline, length

WIDE: Final = 100
"""Columns from which the other checks stand beside the title."""

DAYS: Final = 9
REF: Final = 7


def question_row(plan: Plan, flags: Sequence[Flag], width: int) -> Line:
    """What is questioned on one line: an action with its other checks, else the check's sentence."""
    action = flags[0].action
    if action is None:
        is_finding, area = isinstance(flags[0].about, Finding), flags[0].area
        about = "finding" if is_finding else f"area {inline(area.number)}" if area else "plan"
        return [(fit(about, REF + 5) + " ", "dim"), (fit(inline(flags[0].message), width - REF - 6), "")]
    late = days_overdue(action, plan.as_at)
    start: Line = [(fit(inline(action.ref), REF), ""), *badge(plan, action.status), ("  ", "")]
    room = width - length(start) - DAYS - 2
    more = ", ".join(name_of(flag.code) for flag in apart(flags)[1:])
    beside = room * 2 // 5 if width >= WIDE else 0
    return [
        *start,
        (fit(inline(action.title), room - beside), ""),
        (fit("  " + more, beside), "dim"),
        (fit_right(say_days(late) if late else "", DAYS) + "  ", "late"),
    ]


def question_lines(
    plan: Plan, flags: Sequence[Flag], timeline: Timeline | None, width: int, *, is_brief: bool
) -> list[Line]:
    """Every check's sentence over what it is about; a brief one only names all but the first."""
    asked = apart(flags)
    said = asked[:1] if is_brief else asked
    lines = [line for flag in said for line in fact_lines("Check", flag.message, width)]
    if also := ", ".join(name_of(flag.code) for flag in asked[len(said) :]):
        lines += fact_lines("Also", also, width)
    action = next((flag.action for flag in flags if flag.action), None)
    about = flags[0].about if flags else None
    if action:
        lines += action_lines(plan, action, timeline, width, is_brief=is_brief)
    elif isinstance(about, Finding):
        lines = finding_lines(plan, about, width)
    return lines


def apart(flags: Sequence[Flag]) -> Sequence[Flag]:
    """The flags of one action that each say something of their own: green but overdue is overdue as well."""
    codes = {flag.code for flag in flags}
    implied = {"overdue"} if "green-but-overdue" in codes else set[str]()
    return [flag for flag in flags if flag.code not in implied]
