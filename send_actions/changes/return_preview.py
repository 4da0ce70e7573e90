"""What returns would change, a line for each thing, and nothing written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.history.change_text import describe_some
from send_actions.domain.plan import Change
from send_actions.domain.text import cut, printable

_BESIDE: Final = ("heard", "heard from", "for")
"""What a preview leaves out: it is the same of every row."""
_UNTOLD: Final = ("chase", "import_mapping")
"""What is kept beside what was said: that somebody answered, and what was answered."""
_LONGEST: Final = 70


def taking_lines(change: Change, before: Callable[[], Sequence[Change]]) -> list[str]:
    """Return a line for each thing that the taking of returns would change; `before` reads all before it."""
    seen = replace(change, differences=tuple(one for one in change.differences if one.noun not in _UNTOLD))
    lines = []
    for one in describe_some(before(), seen, lambda _: True):
        if one.field not in _BESIDE and one.before != one.after:
            was, now = (cut(" ".join(words.split()), _LONGEST) for words in (one.was, one.now))
            lines.append(printable(f"{one.about} {one.field}: {was} → {now}"))
    return lines
