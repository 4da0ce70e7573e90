"""The status that a cell says, with what else stands in it; a word without a meaning is asked about once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, DONE, LegendEntry, Status
from send_actions.domain.words.choices import read_status
from send_actions.errors import UsageError
from send_actions.importers.answers import NO_STATUS, word_key
from send_actions.importers.cell_text import date_parts, is_error
from send_actions.importers.problems import Problem
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import ColourKey, is_fill
from send_actions.importers.statuses.key_meaning import KeySaid, colour_meant
from send_actions.importers.statuses.shares import answer_keys, share_in, status_of
from send_actions.importers.statuses.status_asks import StatusAsks, shown
from send_actions.importers.statuses.status_heads import (
    begins_with,
    could_turn,
    head_of,
    is_denied,
    is_one_breath,
    is_short,
    parted,
    without_label,
)

_SLUGS: Final = tuple(status.value for status in Status)
_DATED: Final = re.compile(r"(?P<head>\D+?)\s+(?:on |in )?(?P<rest>\d.*|[A-Z]\w{2,8} \d{2,4})")
_ALSO: Final = {"closed": Status.COMPLETE}
"""What is surely a status in a file's column of them, and could be another anywhere else."""

_CIRCLES: Final = {
    ord(sign): f"{colour} "
    for signs, colour in (("🔴🟥", "red"), ("🟠🟡🟧🟨", "amber"), ("🟢🟩", "green"), ("🔵🟦", "blue"))
    for sign in signs
}
"""The colours of signs that stand before a status or in its place."""

_SIGNS: Final = frozenset("●■▲○▬×")
"""Signs of ours that another's file may have for any status, as with a circle in each colour."""


class StatusSaid(NamedTuple):
    """A status, or none, and the words that stand beside it."""

    status: Status | None
    note: str = ""


class StatusWords:
    """The words of a file's status column, those that are open with their cells."""

    def __init__(
        self,
        legend: Iterable[LegendEntry] = DEFAULT_LEGEND,
        answered: Mapping[str, Status | None] | None = None,
        key: Sequence[KeyWords] = (),
    ) -> None:
        self._legend = tuple(legend)
        self._key = ColourKey(key)
        self._answered = dict(answered or {})
        self._known: dict[str, StatusSaid | None] = {}
        self.used: dict[str, Status | None] = {}
        self._asks = StatusAsks(self._key, self._legend)
        self._by_key: dict[str, tuple[str, KeySaid]] = {}
        self._by_share: dict[str, tuple[str, Status]] = {}
        self._cell = ""

    def read(self, text: str, cell: str) -> StatusSaid:
        """Return what a cell says; a word without a meaning is kept to be asked about."""
        if text not in self._known:
            self._cell = cell
            self._known[text] = self._meaning(text)
            self._cell = ""
        if said := self._known[text]:
            return said
        head = "" if is_error(text) else head_of(text)
        self._asks.add(text, head if is_short(head) and self._word(head) is None else "", cell)
        return StatusSaid(None)

    def at_head(self, text: str) -> StatusSaid | None:
        """Return the status that a text surely begins with, and the words after it; nothing is asked."""
        is_sign = bool(text) and ord(text[0]) in _CIRCLES
        is_said = is_sign or is_fill(text) or (len(text) > 1 and text[:1].isalpha())
        said = self._meaning(text) if is_said else None
        return said if said and said.status else None

    def is_open_head(self, text: str) -> bool:
        """Say whether a text begins with what may be its status, and nobody has said yet whether it is."""
        return bool(begins_with(text)) and self._meaning(text) is None

    def ask_head(self, text: str, cell: str) -> None:
        """Keep a text that begins with what may be its status, to be asked about by that word."""
        word = begins_with(text)
        self._asks.add(text if is_denied(text) or self._word(word) else word, "", cell)

    def is_settled(self, text: str) -> bool:
        """Say whether a cell that was read has a meaning, if only that it says no status."""
        return self._known.get(text) is not None

    def problems(self) -> list[Problem]:
        """Return a question for each word without a meaning, and doubts where the file's key differs."""
        told = [self._key.told(colour, said, cell) for colour, (cell, said) in self._by_key.items()]
        return [*told, *self._told_of_shares(), *self._asks.questions()]

    def _told_of_shares(self) -> list[Problem]:
        """Return the doubt that all or nothing of an action done is its status, if any was."""
        read = [f"{share} as {said.word.lower()}" for share, (_, said) in self._by_share.items()]
        cell = next((cell for cell, _ in self._by_share.values()), "")
        return [Problem(cell, f"{', '.join(read).replace(' as ', ' is taken as ', 1)}.")] if read else []

    def _meaning(self, text: str) -> StatusSaid | None:
        if is_fill(text):
            return self._of_colour(text)
        if not text.isascii() and not _CIRCLES.keys().isdisjoint(map(ord, text)):
            return self._meaning(" ".join(text.translate(_CIRCLES).split()))
        if (bare := without_label(text)) != text:
            return self._meaning(bare)
        parts = parted(text)
        if (whole := self._word(text)) is not None:
            return whole._replace(note=self._beside(text, parts, whole.status))
        if dated := self._dated(text.strip()):
            return dated
        before = self._before_prose(text, *parts) if parts else self._answered_head(text)
        return before or self._shouted(text)

    def _dated(self, text: str) -> StatusSaid | None:
        """Return what is done on a day that stands right behind it, with the words of that day."""
        dated = _DATED.fullmatch(text)
        if dated is None or not date_parts(dated["rest"]):
            return None
        done = self._word(dated["head"])
        return StatusSaid(done.status, dated["rest"]) if done and done.status in DONE else None

    def _is_answered(self, text: str) -> bool:
        return not self._answered.keys().isdisjoint(_keys_of(text))

    def _beside(self, text: str, parts: tuple[str, str] | None, status: Status | None) -> str:
        """Return the words of a cell that was answered as a whole: all, but for the status itself."""
        if not self._is_answered(text):
            return ""
        if status is None:
            return text if len(text.split()) > 1 else ""
        if is_short(text) and not (parts and parts[1].strip(" .)")):
            return ""
        head = self._word(parts[0]) if parts else None
        return parts[1] if parts and parts[1] and head and head.status is status else text

    def _of_colour(self, fill: str) -> StatusSaid | None:
        """Return the status that a cell's colour was answered to mean, by its figures or by its name."""
        for key in (word_key(fill), self._key.name(fill)):
            if key and key in self._answered:
                self.used[key] = self._answered[key]
                return StatusSaid(self._answered[key])
        return None

    def _before_prose(self, text: str, head: str, rest: str) -> StatusSaid | None:
        """Return the status that stands before other words, unless these could take it back."""
        said = self._word(head)
        if said is None or not is_short(head) or len(head) == 1:
            return self._before_more(text, head, rest) if said is None else None
        if said.status is None:
            return said._replace(note=text)
        is_again = self._word(rest.rstrip(").").strip()) == said
        turns = could_turn(rest, said.status, is_one_breath=is_one_breath(text, head))
        if turns and not is_again and not self._is_answered(head):
            return None
        return said if is_again else StatusSaid(said.status, rest)

    def _before_more(self, text: str, head: str, rest: str) -> StatusSaid | None:
        """Return the status of a head with more in it: a day, or what goes on behind an answer."""
        dated = self._dated(head)
        if dated and not could_turn(rest, dated.status):
            return StatusSaid(dated.status, text[text.index(dated.note) :])
        return self._answered_head(text)

    def _answered_head(self, text: str) -> StatusSaid | None:
        """Return the status of a word that was answered, and stands before the words of a text."""
        word = begins_with(text)
        said = self._word(word) if word and self._is_answered(word) else None
        return said and said._replace(note=text)

    def _word(self, text: str) -> StatusSaid | None:
        """Return what one word or two say, by an answer, the key or the legend; None when nothing yet."""
        for key in _keys_of(text):
            if key in self._answered:
                self.used[key] = self._answered[key]
                return StatusSaid(self._answered[key])
        if share := share_in(text):
            return self._of_share(share)
        if text.rstrip(" )").endswith("?") or text.strip() in _SIGNS:
            return None  # it asks, where another word would say
        if said := self._key.said(text, self._legend):
            return self._of_key(text, said)
        return self._usual(text)

    def _of_share(self, share: str) -> StatusSaid | None:
        """Return the status of an action that is done, or not begun, by how much of it is."""
        if said := status_of(share):
            self._by_share.setdefault(share, (self._cell, said))
        return StatusSaid(said) if said else None

    def _usual(self, text: str) -> StatusSaid | None:
        """Return what a word says by the legend."""
        if word_key(text) in _ALSO:
            return StatusSaid(_ALSO[word_key(text)])
        try:
            return StatusSaid(read_status(text, self._legend))
        except UsageError:
            return None

    def _of_key(self, text: str, said: KeySaid) -> StatusSaid | None:
        """Return what the file's own key says of a colour, to be told where we would read it otherwise."""
        if said.status is None:
            return None
        if not said.is_ours:
            self._by_key.setdefault(colour_meant(text), (self._cell or said.cell, said))
        return StatusSaid(said.status)

    def _shouted(self, text: str) -> StatusSaid | None:
        """Return the status that is written in capitals before words that are not."""
        words = text.split()
        for count in (3, 2, 1):
            head, rest = " ".join(words[:count]), " ".join(words[count:])
            if (
                sum(map(str.isalpha, head)) > 1
                and head.isupper()
                and rest[:1].isupper()
                and not rest.isupper()
            ):
                said = self._word(head)
                if said and said.status and not could_turn(rest, said.status):
                    return StatusSaid(said.status, rest)
        return None


def _keys_of(text: str) -> tuple[str, ...]:
    """Return under which words a text may have been answered."""
    return (word_key(text), word_key(shown(text)), *answer_keys(share_in(text)))


def possible_answers() -> str:
    """Return what may be answered of a status word."""
    return f"{', '.join(_SLUGS)} or {NO_STATUS}"
