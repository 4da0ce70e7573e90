"""What a row of a mixed log is, by the column that tells actions from risks, issues and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.cell_text import is_dash
from send_actions.importers.problems import list_cells, quoted

_ACTIONS: Final = frozenset({"action", "actions", "task", "tasks", "action item", "action point", "to do"})
_OTHERS: Final = {
    "risk": "risks",
    "issue": "issues",
    "decision": "decisions",
    "assumption": "assumptions",
    "dependency": "dependencies",
    "opportunity": "opportunities",
}
_BY_WORD: Final = {word: many for one, many in _OTHERS.items() for word in (one, many)}
_LETTERS: Final = frozenset({"a", "r", "i", "d"})
_LETTER: Final = "a"
_FEWEST: Final = 2


def is_action(word: str, *, is_letter: bool = False) -> bool:
    """Say whether a word says that its row is an action; a letter only where it was answered to."""
    return _plain(word) in _ACTIONS or (is_letter and _plain(word) == _LETTER)


def other_kind(word: str) -> str:
    """Return what rows are that a word says to be no actions, such as risks; empty for any other word."""
    return _BY_WORD.get(_plain(word), "")


def counted(kinds: Sequence[str]) -> str:
    """Return how many rows are none, of which kinds: 1 row is a risk, 3 rows are risks or issues."""
    named = list(dict.fromkeys(kinds))
    if len(kinds) == 1:
        one = next((one for one, many in _OTHERS.items() if many == named[0]), named[0])
        return f"1 row is {'an' if one[0] in 'aeio' else 'a'} {one}"
    *first, last = named
    return f"{len(kinds)} rows are {', '.join(first)} or {last}" if first else f"{len(kinds)} rows are {last}"


def are_kinds(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether the cells of a column tell actions from risks, issues and the like."""
    words = kinds_in(rows, place)
    others = {other_kind(word) for word in words} - {""}
    if words and all(map(is_action, words)):
        return True
    if not others:
        return len(words) >= _FEWEST and {_plain(word) for word in words} <= _LETTERS
    has_actions = any(map(is_action, words))
    return len(others) + has_actions >= min(_FEWEST, len(words))


def kinds_in(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """Return the words of a column that say something, each once."""
    cells = (" ".join(row[place].split()) for row in rows if place < len(row))
    return list(dict.fromkeys(cell for cell in cells if cell and not is_dash(cell)))


def asked_of_kinds(rows: Sequence[Sequence[str]], place: int, heading: str) -> str:
    """Return what is asked of words in a column of kinds whose rows may be actions or not; empty for none."""
    if not are_kinds(rows, place):
        return ""
    unsure = [word for word in kinds_in(rows, place) if not is_action(word) and not other_kind(word)]
    if not unsure:
        return ""
    words = list_cells([quoted(word) for word in unsure])
    letter = " or A" if _LETTER in map(_plain, unsure) else ""
    ways = f"“{heading}=type” takes in only the rows that say action{letter}, “{heading}=none” takes in all"
    return f"{words} in the column “{heading}” may be no actions: {ways}. Did you mean type?"


def _plain(word: str) -> str:
    return " ".join(fold(word).split()).strip(" .:;")
