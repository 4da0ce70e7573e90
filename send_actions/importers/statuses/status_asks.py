"""What is asked about the words and colours of a status that have no meaning yet, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from send_actions.domain.plan.vocabulary import LegendEntry, Status
from send_actions.domain.text import cut, fold, printable
from send_actions.domain.words.choices import likely_status, read_status
from send_actions.errors import UsageError
from send_actions.importers.answers import word_key
from send_actions.importers.cell_text import is_error
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted
from send_actions.importers.statuses.colour_key import ColourKey, is_fill
from send_actions.importers.statuses.shares import IN_PART, share_in
from send_actions.importers.statuses.signs import sign_meant, turned
from send_actions.importers.statuses.status_heads import is_short, parted

_LONGEST: Final = 60
_NEAR: Final = 0.75
_SLUGS: Final = tuple(status.value for status in Status)
_NO_SLIP: Final = re.compile(r"[\d?]")
_INITIALS: Final = {"b": Status.COMPLETE, "yellow": Status.AT_RISK, "orange": Status.AT_RISK} | {
    status.key: status for status in Status
}
"""What letters and colours most likely mean that are none of red, amber and green."""

_WORKED_OUT: Final = frozenset(
    {"overdue", "not due", "early", "late", "due", "on time", "not yet due", "due soon"}
)


class StatusAsks:
    """The words of a file that are open, with their cells."""

    def __init__(self, key: ColourKey, legend: Sequence[LegendEntry]) -> None:
        self._key, self._legend = key, legend
        self._open: dict[str, tuple[str, str, list[str]]] = {}

    def add(self, text: str, head: str, cell: str) -> None:
        """Keep a cell that is open, with the word at its head that may be asked about in its place."""
        self._open.setdefault(word_key(text), (text, head, []))[2].append(cell)

    def questions(self) -> list[Problem]:
        """Return a question for each word; cells with one word at their head are asked about by that."""
        of_head = Counter(word_key(head) for _, head, _ in self._open.values() if head)
        words: dict[str, tuple[str, list[str]]] = {}
        shares: dict[str, list[str]] = {}
        for text, head, cells in self._open.values():
            if share := share_in(text) or share_in(head):
                shares.setdefault(share, []).extend(cells)
                continue
            is_of_head = head and (likely_status(head) or of_head[word_key(head)] > 1)
            word = head if is_of_head else text
            words.setdefault(word_key(word), (word, []))[1].extend(cells)
        of_shares = [_question_of_shares(shares)] if shares else []
        return [*of_shares, *(self._question(word, cells) for word, cells in words.values())]

    def _question(self, word: str, cells: list[str]) -> Problem:
        if is_fill(word):
            return self._key.question(word, cells, self._legend)
        where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
        message = f"The status “{shown(word)}” has no meaning yet{where}.{self._hint(word)}"
        return Problem(cells[0], message, is_question=True, answer=AskFor("--status", shown(word)))

    def _hint(self, word: str) -> str:
        """Return what is told beside a question: what the file's key says, else what is surely meant."""
        if is_error(word):
            return " It is a spreadsheet's error."
        if word_key(word) in _WORKED_OUT:
            return " It is worked out from dates, and is no status."
        if key := self._key.said(word, self._legend):
            return f" The key ({key.cell}) says {quoted(key.words)}."
        told = self._key.of_word(word, self._legend)
        if told.endswith("?"):
            return told
        meant = likely_status(word) or _slip(word) or _INITIALS.get(word_key(word), "") or self._last(word)
        return f"{told} Did you mean {meant}?" if meant else told or self._key.hint(word, self._legend)

    def _last(self, word: str) -> str:
        """Return the status that a word says last: the one it moved to, or the word behind a colour."""
        if sign := sign_meant(word):
            return sign.value
        said = turned(word) or parted(word) or ("", "")
        try:
            before, now = (read_status(part, self._legend) for part in said)
        except UsageError:
            return ""
        is_word = fold(said[0]) == before.colour and fold(said[1]) != now.colour
        return now.value if turned(word) or is_word else ""


def _question_of_shares(shares: Mapping[str, list[str]]) -> Problem:
    """Return the question what is meant by how much is done, once for all shares."""
    one, cells = next(iter(shares.items()))
    if len(shares) == 1:
        told = f"{one} done says no status by itself ({list_cells(cells)})."
        return Problem(cells[0], told, is_question=True, answer=AskFor("--status", one))
    named = ", ".join(f"{share} ({list_cells(at)})" for share, at in shares.items())
    told = f"Done in part says no status by itself: {named}."
    told += f' What is answered is for all; --status "{one}=…" is for one alone.'
    return Problem(cells[0], told, is_question=True, answer=AskFor("--status", IN_PART))


def _slip(word: str) -> str:
    """Return the status that a word is but a letter away from; empty where it says anything more."""
    folded = fold(word)
    if not is_short(word) or _NO_SLIP.search(word):
        return ""
    near = next(iter(get_close_matches(folded, _SLUGS, n=1, cutoff=_NEAR)), "")
    is_as_long = len(folded.replace("-", " ").split()) == len(near.split("-"))
    return near if near and near[0] == folded[0] and is_as_long else ""


def shown(word: str) -> str:
    """Return a word of status as it is told and answered."""
    return printable(cut(" ".join(word.split()), _LONGEST))
