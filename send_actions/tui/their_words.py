"""What somebody else has changed of actions since a form of them was opened, and the two ways on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan import Action, Plan
from send_actions.tui.drawing.actions import refs_of
from send_actions.tui.form_words import what_differs
from send_actions.tui.text_layout import Line

CHOICE: Final[Line] = [
    (" Yours is below: ", ""),
    ("Enter", "key"),
    (" saves yours as well, ", ""),
    ("Esc", "key"),
    (" leaves theirs", ""),
]
"""What stands under it: the two ways on."""


def theirs_lines(plan: Plan, seen: Sequence[Action]) -> list[Line]:
    """What somebody else has changed of actions since they were seen, field by field."""
    lines: list[Line] = []
    for was in seen:
        now_is = plan.actions_by_id.get(was.id)
        if now_is is not None and now_is.version == was.version:
            continue
        start = f" {refs_of([was])} was changed by someone else: "
        for field, words in what_differs(plan, was, now_is):
            lines.append([(start, "amber"), (f"{field} ", "dim"), (words, "bold")])
            start = " " * len(start)
    return [*lines, CHOICE]
