"""What differs between two states of a plan, in a few lines that name each action."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from send_actions.domain.history.comparison import Move, pairs
from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Plan
from send_actions.domain.text import cut
from send_actions.reports.sections.phrasing.cells import due_phrase, full_name, impact_word, status_word

_LONGEST: Final = 90
_NOUNS: Final = {
    "areas": "areas",
    "measures": "measures",
    "minutes": "what was asked or decided",
    "evidence": "evidence",
}


class Moved(NamedTuple):
    """The actions that stand otherwise, each in a line, and the names of what else differs in its words."""

    lines: tuple[str, ...]
    also: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.lines or self.also)


def moved_between(then: Plan, now: Plan) -> Moved:
    """Return what differs in a plan from another, actions in order of the refs."""
    moves = pairs(then, now)
    told = [(move, list(_parts(move, now))) for move in moves]
    lines = tuple(
        f"{cut(full_name(move.action), _LONGEST)}: {'; '.join(parts)}" for move, parts in told if parts
    )
    quiet = sum(move.before != move.now for move, parts in told if not parts)
    also = [f"what is said of {quiet} other {'action' if quiet == 1 else 'actions'}"] if quiet else []
    also += [words for noun, words in _NOUNS.items() if getattr(then, noun) != getattr(now, noun)]
    return Moved(lines, tuple(also))


def _parts(move: Move, now: Plan) -> Iterator[str]:
    """How one action stands otherwise."""
    was, is_ = move.before, move.now
    if was is None:
        yield f"new, {status_word(now, move.action.status)}"
    elif is_ is None:
        yield "no longer in the plan"
    else:
        if was.status is not is_.status:
            yield f"{status_word(now, was.status)} → {status_word(now, is_.status)}"
        if not is_same_due(was.due, is_.due):
            yield f"due {due_phrase(was.due)} → {due_phrase(is_.due)}"
        if was.impact is not is_.impact:
            yield f"impact {impact_word(was.impact)} → {impact_word(is_.impact)}"
