"""The comment of a row whose status stands in columns of reviews: it belongs to the newest of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from send_actions.importers.plan_lines import ActionLine, SaidThen


def with_notes_of_reviews(lines: Iterable[ActionLine]) -> list[ActionLine]:
    """Return the lines, each note with the newest review's status, unless a status or a day is its own."""
    return [_noted(line) if line.note and line.said else line for line in lines]


def merged(reviews: Sequence[SaidThen]) -> list[SaidThen]:
    """Return what was said at reviews, oldest first, the words of one day with its status."""
    found: list[SaidThen] = []
    for then in reviews:
        last = found[-1] if found else None
        if last and last.on == then.on and (last.status is None) is not (then.status is None):
            found[-1] = last._replace(status=last.status or then.status, note=_joined(last.note, then.note))
        else:
            found.append(then)
    return found


def _noted(line: ActionLine) -> ActionLine:
    place = max((place for place, then in enumerate(line.said) if then.on), default=None)
    if place is None or line.status or line.updated_on or line.said[place].status is None:
        return line
    last = line.said[place]
    noted = last._replace(note=_joined(last.note, line.note))
    return replace(line, note=None, said=(*line.said[:place], noted, *line.said[place + 1 :]))


def _joined(*words: str | None) -> str | None:
    return "\n".join(filter(None, words)) or None
