"""A file that came in before and is answered otherwise now: only what the answers touch is new."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from send_actions.domain.text import match_key
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines

_OF_ACTION: Final = (
    *("title", "success_measure", "lead", "sro", "partners", "start", "status", "impact", "note", "ask"),
    *("due", "due_cells", "due_is_doubtful", "revised", "revised_reason"),
    *("said", "steps", "measures"),
)
_OF_AREA: Final = ("title", "theme", "lead", "outcome", "judged")


def only_touched(lines: PlanLines, was: PlanLines) -> PlanLines:
    """Return a file with the fields marked as answered that it said otherwise with the answers of before."""
    rows = {line.row: line for line in was.actions}
    areas = {match_key(area.number): area for area in was.areas}
    return replace(
        lines,
        actions=tuple(_action(line, rows.get(line.row)) for line in lines.actions),
        areas=tuple(_area(area, areas.get(match_key(area.number))) for area in lines.areas),
        is_answered_anew=True,
    )


def _action(line: ActionLine, was: ActionLine | None) -> ActionLine:
    if was and match_key(was.ref) != match_key(line.ref):
        was = None
    taken = {name for name in _OF_ACTION if _differs(name, line, was)}
    if "status" in taken and line.note:
        taken.add("note")  # as it is the reason
    if was is None or match_key(was.area_number) != match_key(line.area_number):
        taken.add("area")
    return replace(line, taken=line.taken | taken)


def _area(area: AreaLine, was: AreaLine | None) -> AreaLine:
    taken = {name for name in _OF_AREA if _differs(name, area, was)}
    return replace(area, taken=(area.taken or frozenset()) | taken)


def _differs(name: str, line: ActionLine | AreaLine, was: ActionLine | AreaLine | None) -> bool:
    """Say whether a line says something of a field that it did not say before."""
    said: Any = getattr(line, name)
    return bool(said) and (was is None or getattr(was, name) != said)
