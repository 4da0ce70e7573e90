"""The status that a cell says, with what else stands in it; a word without a meaning is asked about once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND, DONE, LegendEntry, Status
from send_actions.domain.text import cut, fold, printable
from send_actions.domain.words.choices import likely_status, read_status
from send_actions.errors import UsageError
from send_actions.importers.answers import NO_STATUS, word_key
from send_actions.importers.cell_text import date_parts, is_error
from send_actions.importers.colour_key import ColourKey, is_fill
from send_actions.importers.problems import AskFor, Problem, list_cells
from send_actions.importers.sheet import KeyWords

_LONGEST: Final = 60
_MOST_WORDS: Final = 4
_NEAR: Final = 0.75
_SLUGS: Final = tuple(status.value for status in Status)
_DATED: Final = re.compile(r"(?P<head>\D+?)\s+(?:on |in )?(?P<rest>\d.*|[A-Z]\w{2,8} \d{2,4})")
_PARTED: Final = re.compile(r"(?P<head>[^.:;,!\n(–—]+?)\s*(?:[.:;,!\n(–—]|\s-\s)\s*(?P<rest>.*)", re.DOTALL)
_LABELLED: Final = re.compile(r"(?:(?:b?rag|status|rating)\s*)+[:=]\s*(?=\S)", re.IGNORECASE)
_TURNS: Final = re.compile(
    r"(?:but|except|not|no(?! change)|apart|subject|pending|awaiting|bar|however|although|though|once|if|when"
    r"|by|until|still|mostly|mainly|partly|nearly|almost|largely|in part|so far|for now|moving)\b"
)
_WAITS: Final = re.compile(r"(?:pending|awaiting|subject|once|if|when|by|until|still|not|no(?! longer))\b")
"""What follows a status of work that waits without taking it back."""

_WAITING: Final = frozenset({Status.NOT_STARTED, Status.ON_HOLD})
_ALSO: Final = {"closed": Status.COMPLETE}
"""What is surely a status in a file's column of them, and could be another anywhere else."""

_INITIALS: Final = {"b": Status.COMPLETE.value, "y": Status.AT_RISK.value, "p": Status.EMBEDDED.value}
"""What the first letter of a colour most likely means that is no letter of a status: blue, yellow, purple."""

_CIRCLES: Final = {
    ord(sign): f"{colour} "
    for signs, colour in (("🔴🟥", "red"), ("🟠🟡🟧🟨", "amber"), ("🟢🟩", "green"), ("🔵🟦", "blue"))
    for sign in signs
}
"""The colours of signs that stand before a status or in its place."""

_SIGNS: Final = frozenset("●■▲○▬×")
"""Signs of ours that another's file may have for any status, as with a circle in each colour."""

_WORKED_OUT: Final = frozenset(
    {"overdue", "not due", "early", "late", "due", "on time", "not yet due", "due soon"}
)
_OTHER_WORDS: Final = re.compile(
    r"\b(?:red|amber|green|blue|off track|at risk|on track|not started|embedded|withdrawn|on hold)\b"
)


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
        self._open: dict[str, tuple[str, list[str]]] = {}

    def read(self, text: str, cell: str) -> StatusSaid:
        """Return what a cell says; a word without a meaning is kept to be asked about."""
        if text not in self._known:
            self._known[text] = self._meaning(text)
        if said := self._known[text]:
            return said
        head = text if is_error(text) else _head(text)
        word = head if _is_short(head) and self._word(head) is None else text
        self._open.setdefault(word_key(word), (word, []))[1].append(cell)
        return StatusSaid(None)

    def at_head(self, text: str) -> StatusSaid | None:
        """Return the status that a text surely begins with, and the words after it; nothing is asked."""
        is_said = is_fill(text) or (len(text) > 1 and text[:1].isalpha())
        said = self._meaning(text) if is_said else None
        return said if said and said.status else None

    def is_settled(self, text: str) -> bool:
        """Say whether a cell that was read has a meaning, if only that it says no status."""
        return self._known.get(text) is not None

    def questions(self) -> list[Problem]:
        """Return a question for each word without a meaning, naming its cells."""
        asked = []
        for word, cells in self._open.values():
            shown = _shown(word)
            near = get_close_matches(fold(word), _SLUGS, n=1, cutoff=_NEAR) if _is_short(word) else []
            slip = near[0] if near and near[0][0] == fold(word)[0] else ""
            meant = likely_status(word) or slip or _INITIALS.get(word_key(word), "")
            hint = f" Did you mean {meant}?" if meant else ""
            if word_key(word) in _WORKED_OUT:
                hint = " It is worked out from dates, and is no status."
            if is_error(word):
                hint = " It is a spreadsheet's error."
            where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
            if is_fill(word):
                asked.append(self._key.question(word, cells, self._legend))
                continue
            hint = hint or self._key.hint(word, self._legend)
            message = f"The status “{shown}” has no meaning yet{where}.{hint}"
            ask = AskFor("--status", shown)
            asked.append(Problem(cells[0], message, is_question=True, answer=ask))
        return asked

    def _meaning(self, text: str) -> StatusSaid | None:
        if is_fill(text):
            return self._of_colour(text)
        if not text.isascii() and not _CIRCLES.keys().isdisjoint(map(ord, text)):
            return self._meaning(" ".join(text.translate(_CIRCLES).split()))
        if label := _LABELLED.match(text):
            return self._meaning(text[label.end() :])
        parted = _PARTED.fullmatch(text.strip())
        if (whole := self._word(text)) is not None:
            return whole._replace(note=self._beside(text, parted, whole.status))
        dated = _DATED.fullmatch(text.strip())
        if dated and date_parts(dated["rest"]):
            done = self._word(dated["head"])
            if done and done.status in DONE:
                return StatusSaid(done.status, dated["rest"])
        return (self._before_prose(text, parted) if parted else None) or self._shouted(text)

    def _beside(self, text: str, parted: re.Match[str] | None, status: Status | None) -> str:
        """Return the words of a cell that was answered as a whole: all, but for the status itself."""
        if self._answered.keys().isdisjoint((word_key(text), word_key(_shown(text)))):
            return ""
        if _is_short(text) and not (parted and parted["rest"].strip(" .)")):
            return ""
        head = self._word(parted["head"].strip()) if parted else None
        rest = parted["rest"].strip() if parted else ""
        return rest if rest and head and head.status is status else text

    def _of_colour(self, fill: str) -> StatusSaid | None:
        """Return the status that a cell's colour was answered to mean, by its figures or by its name."""
        for key in (word_key(fill), self._key.name(fill)):
            if key and key in self._answered:
                self.used[key] = self._answered[key]
                return StatusSaid(self._answered[key])
        return None

    def _before_prose(self, text: str, parted: re.Match[str]) -> StatusSaid | None:
        """Return the status that stands before other words, unless these could take it back."""
        head, rest = parted["head"].strip(), parted["rest"].strip()
        said = self._word(head)
        if said is None or not _is_short(head) or len(head) == 1:
            return None
        if said.status and self._word(rest.rstrip(").").strip()) == said:
            return said
        if word_key(head) not in self._answered and self._could_turn(rest, said.status):
            return None
        is_bracketed = text.strip()[len(parted["head"]) :].lstrip().startswith("(") and "(" not in rest
        return StatusSaid(said.status, rest.removesuffix(")") if is_bracketed else rest)

    def _word(self, text: str) -> StatusSaid | None:
        """Return what one word or two say, by an answer or by the legend; None when they say nothing yet."""
        for key in (word_key(text), word_key(_shown(text))):
            if key in self._answered:
                self.used[key] = self._answered[key]
                return StatusSaid(self._answered[key])
        if text.rstrip(" )").endswith("?"):
            return None  # it asks, where another word would say
        if text.strip() in _SIGNS:
            return None
        if word_key(text) in _ALSO:
            return StatusSaid(_ALSO[word_key(text)])
        try:
            return StatusSaid(read_status(text, self._legend))
        except UsageError:
            return None

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
                if said and said.status and not self._could_turn(rest, said.status):
                    return StatusSaid(said.status, rest)
        return None

    def _could_turn(self, rest: str, status: Status | None) -> bool:
        """Say whether what follows a status takes it back, or names another."""
        words = fold(rest)
        own = {status.value.replace("-", " "), status.colour} if status else set[str]()
        if words.startswith("?"):
            return True
        turns = _TURNS.match(words) and not (status in _WAITING and _WAITS.match(words))
        return bool(turns) or any(found not in own for found in _OTHER_WORDS.findall(words))


def _head(text: str) -> str:
    parted = _PARTED.fullmatch(text.strip())
    return parted["head"].strip() if parted else text.strip()


def _is_short(text: str) -> bool:
    return 0 < len(text.split()) <= _MOST_WORDS and len(text) <= _LONGEST


def _shown(word: str) -> str:
    return printable(cut(" ".join(word.split()), _LONGEST))


def possible_answers() -> str:
    """Return what may be answered of a status word."""
    return f"{', '.join(_SLUGS)} or {NO_STATUS}"
