"""What the cells of a column say of what it holds, where its heading could mean several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.domain.words.choices import is_impact

_URGENCY: Final = re.compile(
    r"\W*(?:high|medium|med|low|critical|urgent|normal|[hml]|p?\d|\d(?:st|nd|rd))\W*", re.IGNORECASE
)


def are_words(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether a column of impacts describes them, and rates none."""
    words = [row[place] for row in rows if place < len(row) and row[place].strip()]
    return not any(map(is_impact, words)) and any(len(text.split()) > 1 for text in words)


def is_only_overdue(rows: Sequence[Sequence[str]], place: int, known: str) -> bool:
    """Say whether a column says yes or no to what follows from the due dates, and nothing else."""
    cells = {fold(row[place]).strip() for row in rows if place < len(row)}
    return known == "overdue" and cells <= {"", "yes", "no"}


def is_urgency(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether a column of priorities says how urgent each action is: high, medium, low."""
    cells = {row[place].strip() for row in rows if place < len(row)}
    return all(_URGENCY.fullmatch(cell) or not cell for cell in cells)
