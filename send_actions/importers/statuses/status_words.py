"""The status that a cell says, with what else stands in it; a word without a meaning is asked about once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, DONE, LegendEntry, Status
from send_actions.domain.words.choices import likely_status
from send_actions.importers.answers import NO_STATUS
from send_actions.importers.cell_text import date_parts, is_error
from send_actions.importers.problems import Problem, list_cells
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.colour_key import is_fill
from send_actions.importers.statuses.shares import ALL, share_in
from send_actions.importers.statuses.signs import Signed, has_arrows, is_sign, signed
from send_actions.importers.statuses.status_asks import StatusAsks
from send_actions.importers.statuses.status_heads import (
    begins_with,
    could_turn,
    head_of,
    is_denied,
    is_one_breath,
    is_short,
    parted,
    without_first_label,
    without_label,
)
from send_actions.importers.statuses.word_meanings import StatusSaid, WordMeanings

_SLUGS: Final = tuple(status.value for status in Status)
_DATED: Final = re.compile(r"(?P<head>\D+?)\s+(?:on |in )?(?P<rest>\d.*|[A-Z]\w{2,8} \d{2,4})")
_TWICE: Final = re.compile(r"\s*[/|&,]\s*")
_RAG: Final = frozenset("RAGrag")
"""The letters that surely are a colour, also before other words."""


class StatusWords:
    """The words of a file's status column, those that are open with their cells."""

    def __init__(
        self,
        legend: Iterable[LegendEntry] = DEFAULT_LEGEND,
        answered: Mapping[str, Status | None] | None = None,
        key: Sequence[KeyWords] = (),
        *,
        is_ours: bool = False,
    ) -> None:
        self._words = WordMeanings(legend, answered or {}, key, is_ours=is_ours)
        self._known: dict[str, StatusSaid | None] = {}
        self._asks = StatusAsks(self._words.key, self._words.legend)
        self._arrows: list[str] = []

    @property
    def used(self) -> Mapping[str, Status | None]:
        """The answers that were asked for."""
        return self._words.used

    def read(self, text: str, cell: str) -> StatusSaid:
        """Return what a cell says; a word without a meaning is kept to be asked about."""
        if text not in self._known:
            self._words.cell = cell
            self._known[text] = self._meaning(text)
            self._words.cell = ""
        if said := self._known[text]:
            self._arrows += [cell] if has_arrows(text) else []
            return said
        word = without_label(text)
        head = "" if is_error(word) else head_of(word)
        is_open = is_short(head) and self._words.of_word(head) is None
        self._asks.add(word, head if is_open else "", cell)
        return StatusSaid(None)

    def at_head(self, text: str) -> StatusSaid | None:
        """Return the status that a text surely begins with, and the words after it; nothing is asked."""
        is_said = len(head_of(text)) > 1 and text[:1].isalpha()
        is_shown = is_fill(text) or signed(text[:1]) or is_sign(text)
        said = self._meaning(text) if is_said or is_shown else None
        return said if said and said.status else None

    def is_open_head(self, text: str) -> bool:
        """Say whether a text begins with what may be its status, and nobody has said yet whether it is."""
        return bool(begins_with(text) or is_sign(text)) and self._meaning(text) is None

    def ask_head(self, text: str, cell: str) -> None:
        """Keep a text that begins with what may be its status, to be asked about by that word."""
        word = begins_with(text) or text.strip()
        self._asks.add(text if is_denied(text) or self._words.of_word(word) else word, "", cell)

    def is_settled(self, text: str) -> bool:
        """Say whether a cell that was read has a meaning, if only that it says no status."""
        return self._known.get(text) is not None

    def is_of_key(self, text: str) -> bool:
        """Say whether the file's own key has a text among its words."""
        return self._words.key.names(text)

    def problems(self) -> list[Problem]:
        """Return a question for each word without a meaning, and doubts of what was read all the same."""
        told = self._words.problems()
        if self._arrows:
            left = "are left out: which way an action goes is worked out from its statuses."
            told.append(
                Problem(self._arrows[0], f"Arrows beside a status ({list_cells(self._arrows)}) {left}")
            )
        return [*told, *self._asks.questions()]

    def _meaning(self, text: str) -> StatusSaid | None:
        if is_fill(text):
            return self._words.of_colour(text)
        signs = None if self._words.is_answered(text) else signed(text)
        if signs:
            return self._of_signs(signs)
        if (bare := without_label(text)) != text:
            return self._meaning(bare)
        parts = parted(text)
        if (whole := self._words.of_word(text)) is not None:
            return whole._replace(note=self._beside(text, parts, whole.status))
        if said := self._dated(text.strip()) or self._said_twice(text):
            return said
        before = self._before_prose(text, *parts) if parts else self._answered_head(text)
        return before or self._shouted(text) or self._labelled(text)

    def _labelled(self, text: str) -> StatusSaid | None:
        """Return the status of a word behind “RAG”, without a mark between them."""
        word = without_first_label(text)
        return self._words.of_word(word) if word != text else None

    def _of_signs(self, signs: Signed) -> StatusSaid | None:
        """Return the status of signs in one colour, with the words beside them unless these say another."""
        shown = self._words.of_word(signs.colours[0]) if len(signs.colours) == 1 else None
        if not shown or not shown.status or not signs.words:
            return shown
        said = self._meaning(signs.words)
        if said and said.status:
            is_alike = said.status.colour == shown.status.colour or (
                said.status in DONE and shown.status is Status.ON_TRACK
            )
            return said if is_alike else None
        is_open = bool(begins_with(signs.words) or likely_status(signs.words)) and said is None
        turns = is_open or could_turn(signs.words, shown.status)
        return None if turns else StatusSaid(shown.status, signs.words)

    def _said_twice(self, text: str) -> StatusSaid | None:
        """Return the status of a text that says it in two ways: “On track/Green”."""
        words = [word for word in _TWICE.split(text) if word]
        said = [self._words.of_word(word) for word in words] if len(words) > 1 and is_short(text) else []
        return said[0] if said and said[0] and all(each == said[0] for each in said) else None

    def _dated(self, text: str) -> StatusSaid | None:
        """Return what is done on a day that stands right behind it, with the words of that day."""
        dated = _DATED.fullmatch(text)
        if dated is None or not date_parts(dated["rest"]):
            return None
        done = self._words.of_word(dated["head"])
        return StatusSaid(done.status, dated["rest"]) if done and done.status in DONE else None

    def _beside(self, text: str, parts: tuple[str, str] | None, status: Status | None) -> str:
        """Return the words of a cell that was answered as a whole: all, but for the status itself."""
        if not self._words.is_answered(text):
            return ""
        if share := share_in(text):
            return f"{share} complete"
        if status is None:
            return text if len(text.split()) > 1 else ""
        if is_short(text) and not (parts and parts[1].strip(" .)")):
            return ""
        head = self._words.of_word(parts[0]) if parts else None
        return parts[1] if parts and parts[1] and head and head.status is status else text

    def _before_prose(self, text: str, head: str, rest: str) -> StatusSaid | None:
        """Return the status that stands before other words, unless these could take it back."""
        said = self._words.of_word(head)
        is_letter = len(head) == 1 and not (head in _RAG and is_one_breath(text, head))
        if said is None or not is_short(head) or is_letter:
            return self._before_more(text, head, rest) if said is None else None
        if said.status is None:
            return said._replace(note=text)
        again = self._said_again(rest, said.status)
        turns = again is False or could_turn(rest, said.status, is_one_breath=is_one_breath(text, head))
        if turns and not again and not self._words.is_answered(head):
            return None
        return said if again else StatusSaid(said.status, rest)

    def _said_again(self, rest: str, status: Status) -> bool | None:
        """Say whether what stands behind a status says it again, or another; None where it says neither."""
        if share := share_in(rest.rstrip(").").strip()):
            return None if (share == ALL) is (status in DONE) else False
        said = self._words.of_word(rest.rstrip(").").strip()) or self._words.of_word(head_of(rest))
        return None if said is None or said.status is None else said.status is status

    def _before_more(self, text: str, head: str, rest: str) -> StatusSaid | None:
        """Return the status of a head with more in it: a day, or what goes on behind an answer."""
        dated = self._dated(head)
        if dated and not could_turn(rest, dated.status):
            return StatusSaid(dated.status, text[text.index(dated.note) :])
        return self._answered_head(text)

    def _answered_head(self, text: str) -> StatusSaid | None:
        """Return the status of a word that was answered, and stands before the words of a text."""
        word = begins_with(text)
        said = self._words.of_word(word) if word and self._words.is_answered(word) else None
        return said and said._replace(note=text)

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
                said = self._words.of_word(head)
                if said and said.status and not could_turn(rest, said.status):
                    return StatusSaid(said.status, rest)
        return None


def possible_answers() -> str:
    """Return what may be answered of a status word."""
    return f"{', '.join(_SLUGS)} or {NO_STATUS}"
