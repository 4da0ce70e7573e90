"""What one word, letter, colour or share says of a status: by an answer, the file's own key or the legend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import LegendEntry, Status
from send_actions.domain.words.choices import read_status
from send_actions.errors import UsageError
from send_actions.importers.answers import word_key
from send_actions.importers.problems import Problem
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import ColourKey
from send_actions.importers.statuses.key_meaning import KeySaid, colour_meant
from send_actions.importers.statuses.shares import answer_keys, share_in, status_of
from send_actions.importers.statuses.status_asks import shown

_ALSO: Final = {"closed": Status.COMPLETE}
"""What is surely a status in a file's column of them, and could be another anywhere else."""

_SIGNS: Final = frozenset("●■▲○▬×")
"""Signs of ours that another's file may have for any status, as with a circle in each colour."""


class StatusSaid(NamedTuple):
    """A status, or none, and the words that stand beside it."""

    status: Status | None
    note: str = ""


class WordMeanings:
    """The meanings of words alone; `used` are the answers that were asked for, `cell` is what is read now."""

    def __init__(
        self,
        legend: Iterable[LegendEntry],
        answered: Mapping[str, Status | None],
        key: Sequence[KeyWords],
        *,
        is_ours: bool,
    ) -> None:
        """Take what was answered; in a file that `is_ours` each letter of a status is one."""
        self.legend = tuple(legend)
        self.key = ColourKey(key)
        self._answered, self._is_ours = dict(answered), is_ours
        self.used: dict[str, Status | None] = {}
        self.cell = ""
        self._by_key: dict[str, tuple[str, KeySaid]] = {}
        self._by_share: dict[str, tuple[str, Status]] = {}

    def is_answered(self, text: str) -> bool:
        """Say whether it was answered what a text means as a whole."""
        return not self._answered.keys().isdisjoint(_keys_of(text))

    def answered(self, *keys: str) -> StatusSaid | None:
        """Return what was answered of the first of some words that was; None where none was."""
        for key in keys:
            if key and key in self._answered:
                self.used[key] = self._answered[key]
                return StatusSaid(self._answered[key])
        return None

    def of_colour(self, fill: str) -> StatusSaid | None:
        """Return the status that a cell's colour was answered to mean, by its figures or by its name."""
        return self.answered(word_key(fill), self.key.name(fill))

    def of_word(self, text: str) -> StatusSaid | None:
        """Return what one word or two say; None when nothing yet."""
        if said := self.answered(*_keys_of(text)):
            return said
        if share := share_in(text):
            return self._of_share(share)
        if text.rstrip(" )").endswith("?") or text.strip() in _SIGNS:
            return None  # it asks, where another word would say
        if of_key := self.key.said(text, self.legend):
            return self._of_key(text, of_key)
        return self._usual(text)

    def problems(self) -> list[Problem]:
        """Return doubts where the file's key differs from what we read, and where a share is a status."""
        told = [self.key.told(colour, said, cell) for colour, (cell, said) in self._by_key.items()]
        read = [f"{share} as {said.word.lower()}" for share, (_, said) in self._by_share.items()]
        cell = next((cell for cell, _ in self._by_share.values()), "")
        if read:
            told.append(Problem(cell, f"{', '.join(read).replace(' as ', ' is taken as ', 1)}."))
        return told

    def _usual(self, text: str) -> StatusSaid | None:
        """Return what a word says by the legend; of letters alone those of colours."""
        word = word_key(text)
        if word in _ALSO:
            return StatusSaid(_ALSO[word])
        if len(word) == 1 and word not in "rag√" and not self._is_ours:
            return None
        try:
            return StatusSaid(read_status(text, self.legend))
        except UsageError:
            return None

    def _of_share(self, share: str) -> StatusSaid | None:
        """Return the status of an action that is done, or not begun, by how much of it is."""
        if said := status_of(share):
            self._by_share.setdefault(share, (self.cell, said))
        return StatusSaid(said) if said else None

    def _of_key(self, text: str, said: KeySaid) -> StatusSaid | None:
        """Return what the file's own key says of a colour, to be told where we would read it otherwise."""
        if said.status is None:
            return None
        if not said.is_ours:
            self._by_key.setdefault(colour_meant(text), (self.cell or said.cell, said))
        return StatusSaid(said.status)


def _keys_of(text: str) -> tuple[str, ...]:
    """Return under which words a text may have been answered."""
    return (word_key(text), word_key(shown(text)), *answer_keys(share_in(text)))
