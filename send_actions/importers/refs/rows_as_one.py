"""Two rows of one action as one: what the second says beside the first is kept, or named to be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from send_actions.importers.plan_lines import ActionLine

_LISTED: Final = ("said", "steps", "measures")
_SHOWN: Final = {
    "due": "due date",
    "lead": "lead",
    "sro": "accountable person",
    "start": "start",
    "partners": "partners",
    "success_measure": "success measure",
    "revised": "revised date",
    "area_number": "area",
}
"""Fields of which an action has one, by what they are called."""


def filled_from(line: ActionLine, other: ActionLine) -> ActionLine:
    """Return a row with what another row of the same action says and this one does not."""
    filled = {n: v for n, v in vars(other).items() if v is not None and getattr(line, n) in (None, "")}
    for name in _LISTED:
        own = getattr(line, name)
        filled[name] = (*own, *(one for one in getattr(other, name) if one not in own))
    return replace(line, **filled)


def with_both_notes(line: ActionLine, other: ActionLine) -> ActionLine:
    """Return a row filled from another one, with the notes of both."""
    notes = dict.fromkeys(filter(None, (line.note, other.note)))
    return replace(filled_from(line, other), note="\n".join(notes) or None)


def differing(line: ActionLine, other: ActionLine) -> list[str]:
    """Return what of the second row is left out where both are one, as the first says otherwise."""
    said = ((name, getattr(line, name), getattr(other, name)) for name in _SHOWN)
    return [_SHOWN[name] for name, one, two in said if one and two and one != two]
