"""The rows of the round: how an action stands, when it was last spoken of, and what it is."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.domain.words.dates import short_date
from send_actions.tui.drawing.actions import badge
from send_actions.tui.text_layout import Line, fit, inline

REF: Final = 7
SAID: Final = 9
LEADS_FROM: Final = 100
"""Columns from which the lead stands beside the title."""


def owing_heading(width: int) -> Line:
    """The names of the columns; `width` is the whole line's."""
    title, lead = _widths(width - 2)
    text = f"  {fit('Ref', REF)}   S  {fit('Last said', SAID)}  {fit('Action', title)}{fit('  Lead', lead)}"
    return [(fit(text, width), "heading")]


def owing_row(plan: Plan, action: Action, width: int) -> Line:
    """An action on one line."""
    title, lead = _widths(width)
    said = short_date(action.updated_on) if action.updated_on else "never"
    return [
        (fit(inline(action.ref), REF), ""),
        *badge(plan, action.status),
        (f"  {fit(said, SAID)}  ", "dim"),
        (fit(inline(action.title), title), ""),
        (fit(f"  {inline(str(action.lead or 'nobody named'))}", lead), "dim"),
    ]


def _widths(width: int) -> tuple[int, int]:
    """How wide the title is, and the lead; a lead of nought has no column."""
    room = width - REF - SAID - 8
    lead = room * 2 // 5 if width >= LEADS_FROM else 0
    return room - lead, lead
