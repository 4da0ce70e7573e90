"""The due date that several cells of a row say together: a date, how exactly it is known, and its words.

Our own list writes all three. Whoever changes one of them in a spreadsheet means that one: what they left as
the plan has it does not speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Due
from send_actions.domain.plan.vocabulary import Precision
from send_actions.domain.words.dates import is_unread, read_due, say_due
from send_actions.importers.cell_text import is_echo
from send_actions.importers.problems import quoted

_ANOTHER_YEAR: Final = 4
_MONTHS: Final = 12
_DAYS: Final = 31
_IN_FIGURES: Final = re.compile(
    r"(\d\d?)[/.-](\d\d?)[/.-](?:\d{4}|\d\d)(?:[ T]\d\d?:\d\d(?::\d\d)?(?: ?[AP]M)?)?", re.IGNORECASE
)


@dataclass(frozen=True)
class DueCells:
    """What the cells say: `day` is that of the date's cell, `words` those of the text's cell.

    `unread` are the words of either that are none of a date: where the plan has one, that stands.
    """

    day: Due | None = None
    precision: Precision | None = None
    words: str = ""
    of_words: Due | None = None
    is_relative: bool = False
    unread: frozenset[str] = frozenset()

    @classmethod
    def read(cls, day: str, precision: Precision | None, words: str, *, today: date) -> DueCells:
        """Read the three cells; words that mean another date on another day say none of their own."""
        of_words = read_due(words, today=today) if words else None
        then = today.replace(year=today.year - _ANOTHER_YEAR, day=min(today.day, 28))
        is_relative = bool(of_words and of_words.on and read_due(words, today=then).on != of_words.on)
        of_day = read_due(day, today=today) if day else None
        unread = frozenset(due.text for due in (of_day, of_words) if due and is_unread(due, today=today))
        return cls(of_day, precision, words, of_words, is_relative, unread)

    def meant(self, known: Due | None) -> Due | None:
        """Return the due date meant, where the plan has the known one; None when nothing is said."""
        return known if self.unread_beside(known) else self._said(known)

    def unread_beside(self, known: Due | None) -> str:
        """Return the words that are none of a date, where the plan has one that stands; else nothing."""
        if known is None or known.precision is Precision.UNCLEAR or self.precision is Precision.UNCLEAR:
            return ""
        said = self._said(known)
        return said.text if said and said.on is None and said.text in self.unread else ""

    def _said(self, known: Due | None) -> Due | None:
        if known is None:
            return self.alone
        same_day = self.day is None or (self.day.on == known.on and self.day.on is not None)
        same_words = not self.words or is_echo(self.words, known.text)
        same_precision = self.precision in (None, known.precision)
        if same_day and same_words:
            return known if same_precision else self._with_precision(known)
        if same_words:
            return self.day if same_precision else self._with_precision(self.day)
        if same_day and self.of_words and not self.is_relative:
            return self.of_words if self.of_words.on else replace(known, text=self.words)
        return self.alone

    def doubt(self, known: Due | None) -> tuple[str, str]:
        """Return the field in doubt and what to say of it where the plan has the known date; or nothing."""
        due, words = self.meant(known), quoted(self.words)
        if due is None:
            return "", ""
        if known and (unread := self.unread_beside(known)):
            left = f"{say_due(known)} in the plan is left as it was"
            return "due", f"{quoted(unread)} is no date we can read: {left}."
        if due.precision is Precision.UNCLEAR and self.precision is not Precision.UNCLEAR and due != known:
            return "due", f"{quoted(due.text)} is no date we can read: the words are kept."
        is_left = known is not None and is_echo(self.words, known.text)
        if self.day and self.differs and not is_left and due.on == self.day.on:
            return "due_text", f"{words} does not go with {quoted(self.day.text)}: the date is used."
        if known and self.words and not is_left and is_same_due(due, known) and known.on:
            return "due_text", f"{words} gives no other date than {say_due(known)}, which is left as it is."
        return "", ""

    def leaves_date_out(self, known: Due) -> bool:
        """Say whether the date's cell is empty beside the words that the plan has of it."""
        return self.day is None and is_echo(self.words, known.text)

    @property
    def alone(self) -> Due | None:
        """The due date that the cells say by themselves; where date and words differ it is the date."""
        if self.day is None or (self.day.on is None and self.words):
            if self.precision in (Precision.ONGOING, Precision.UNCLEAR):
                return Due(None, self.precision, self.words)
            return self.of_words or self.day
        if self.words and not self.differs:
            of_words = self.of_words.precision if self.of_words and self.of_words.on else self.day.precision
            return Due(self.day.on, self.precision or of_words, self.words)
        return self.day

    @property
    def differs(self) -> bool:
        """Whether the words name another date than the date's cell."""
        day, words = self.day, self.of_words
        if day is None or words is None or day.on is None or words.on is None or self.is_relative:
            return False
        if is_echo(self.words, day.text) or day.on == words.on:
            return False
        return say_due(replace(day, precision=words.precision)) != say_due(words)

    def _with_precision(self, due: Due | None) -> Due | None:
        if due is None or due.on is None or self.precision in (None, Precision.UNCLEAR, Precision.ONGOING):
            return due
        return replace(due, precision=self.precision)


def month_first(cells: Iterable[str]) -> set[str]:
    """Return the dates of a column that read both ways, when one of its dates only reads month first."""
    figures = {cell: match for cell in cells if (match := _IN_FIGURES.fullmatch(cell.strip()))}
    halves = {cell: (int(match[1]), int(match[2])) for cell, match in figures.items()}
    if not any(first <= _MONTHS < second <= _DAYS for first, second in halves.values()):
        return set()
    return {
        cell for cell, (first, second) in halves.items() if first != second and max(first, second) <= _MONTHS
    }
