"""Colours that stand for a status: what people call them, and what a file says that each means."""

from __future__ import annotations

import colorsys
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from send_actions.domain.plan.vocabulary import DONE, LegendEntry, Status
from send_actions.domain.text import fold
from send_actions.domain.words.choices import likely_status, read_status
from send_actions.errors import UsageError
from send_actions.importers.answers import word_key
from send_actions.importers.problems import AskFor, Problem, list_cells, quoted
from send_actions.importers.sheet import KeyWords
from send_actions.importers.statuses.key_meaning import KeySaid, colour_meant, read_key, says_status

_HEX: Final = re.compile(r"[0-9A-F]{6}")
_NAMES: Final = (
    ("red", 0, 18),
    ("amber", 18, 52),
    ("yellow", 52, 68),
    ("green", 68, 170),
    ("blue", 170, 262),
    ("purple", 262, 320),
    ("red", 320, 361),
)
_PALE: Final = 0.35
_GREY: Final = 0.12
_DARK, _LIGHT = 0.25, 0.93


COLOUR_WORDS: Final = frozenset(
    {"red", "amber", "yellow", "orange", "green", "blue", "grey", "gray", "purple"}
)
_MARK: Final = re.compile(r"#[a-z]+")
_BREAK: Final = re.compile(r"\s*[,.:;(–—]\s*|\s+[-/]\s+")
_NOT_BEGUN: Final = re.compile(
    r"\b(?:not|yet|due|hasn[’']t)(?: (?:yet|been|due|to))* (?:start|begin|begun|commence)(?:ed|d)?\b",
    re.IGNORECASE,
)
"""What a key says of work that is still to start: not due to start, yet to begin, has not commenced."""

_DENIAL: Final = re.compile(r"\b(?:not|no|yet to|un\w+ed|incomplete)\b", re.IGNORECASE)


class ColourKey:
    """What a file says of the colours in it, to be told beside a question."""

    def __init__(self, key: Sequence[KeyWords]) -> None:
        self._key = key
        self._said: dict[str, KeySaid | None] = {}

    def said(self, word: str, legend: Sequence[LegendEntry]) -> KeySaid | None:
        """Return what the key says of a word or a letter that is a colour; None where it says nothing."""
        colour = colour_meant(word) if self._key else ""
        if colour not in COLOUR_WORDS:
            return None
        if colour not in self._said:
            self._said[colour] = read_key(colour, _by_name(self._key), legend)
        return self._said[colour]

    def of_word(self, word: str, legend: Sequence[LegendEntry]) -> str:
        """Return what is told of a word of status that the key explains, with the status it says if plain."""
        said = read_key(colour_meant(word), self._key, legend)
        if said is None:
            return ""
        meant = f" Did you mean {said.status.value}?" if said.status else ""
        return f" The key ({said.cell}) says {quoted(said.words)}.{meant}"

    def told(self, colour: str, said: KeySaid, cell: str) -> Problem:
        """Return the doubt that a colour is read as the key says and not as it is read elsewhere."""
        status = said.status.word.lower() if said.status else ""
        read = f"{colour.capitalize()} is read as {status}"
        return Problem(cell, f"{read}, as the key ({said.cell}) says {quoted(said.words)}.")

    def name(self, fill: str) -> str:
        """Return what people call a colour."""
        return colour_name(fill)

    def question(self, fill: str, cells: list[str], legend: Sequence[LegendEntry]) -> Problem:
        """Return the question what a colour means, with the words of the file's own key."""
        name = colour_name(fill)
        if _MARK.fullmatch(fill):
            told = f"A mark under {name} ({list_cells(cells)}) may mean more than one status."
            meant = _meant_by("", name, legend)
            told += f" Did you mean {meant}?" if meant else ""
            return Problem(cells[0], told, is_question=True, answer=AskFor("--status", name))
        said = next((entry for entry in self._key if entry.colour in (fill, name)), None)
        told = f"The status is shown by a cell's colour alone, {name} {fill} ({list_cells(cells)})."
        if said:
            told += f" The key ({said.cell}) says {quoted(said.words)}."
        meant = _meant_by(said.words if said else "", name, legend)
        if said and (key := read_key(name, [said._replace(colour=name)], legend)):
            is_other = meant != _meant_by("", name, legend)
            meant = key.status.value if key.status else "" if is_other else meant
        told += f" Did you mean {meant}?" if meant else ""
        return Problem(cells[0], told, is_question=True, answer=AskFor("--status", fill))

    def names(self, word: str) -> bool:
        """Say whether the key has a word among its own."""
        return any(_is_of(word, entry.words) for entry in self._key)

    def hint(self, word: str, legend: Sequence[LegendEntry]) -> str:
        """Return what the key says of a word, with the status of its colour; empty where it says nothing."""
        said = next((entry for entry in self._key if _is_of(word, entry.words)), None)
        meant = _meant_by(said.words, said.colour, legend) if said else ""
        return (
            f" The key ({said.cell}) calls it {said.colour}: did you mean {meant}?" if said and meant else ""
        )


def _by_name(key: Sequence[KeyWords]) -> list[KeyWords]:
    """Return a key by the names of colours, without those behind words that say no status."""
    names = [
        entry._replace(colour=colour_name(entry.colour)) for entry in key if _HEX.fullmatch(entry.colour)
    ]
    said = [entry for entry in names if says_status(entry.words)]
    counted = Counter(entry.colour for entry in said)
    alone = [entry for entry in said if counted[entry.colour] == 1]
    return [*(entry for entry in key if not _HEX.fullmatch(entry.colour)), *alone]


def _is_of(word: str, words: str) -> bool:
    bare, of_key = word_key(word), word_key(words)
    return bare == of_key or (len(bare) > len("red or amber") and (bare in of_key or of_key in bare))


def _meant_by(words: str, name: str, legend: Sequence[LegendEntry]) -> str:
    """Return the status that a key's words most likely mean, else the one that has the colour.

    The words decide: a colour of what is done is no offer where they say that something is not.
    """
    for text in (words, _BREAK.split(words, maxsplit=1)[0]):
        if meant := likely_status(text) or _status_of(text, legend):
            return meant
    if _NOT_BEGUN.search(words):
        return Status.NOT_STARTED.value
    meant = _status_of("amber" if name == "yellow" else name, legend)
    is_denied = _DENIAL.search(words) is not None and meant in {status.value for status in DONE}
    return "" if is_denied else meant


def _status_of(text: str, legend: Sequence[LegendEntry]) -> str:
    try:
        return read_status(text, legend).value
    except UsageError:
        return ""


def is_fill(text: str) -> bool:
    """Say whether a text is six figures of a colour, as stands for a cell that has only that."""
    return (len(text) == len("FFFFFF") and _HEX.fullmatch(text) is not None) or _MARK.fullmatch(
        text
    ) is not None


def mark_of(colour: str) -> str:
    """Return what stands for a mark in the column of a colour."""
    return f"#{fold(colour)}"


def colour_name(figures: str) -> str:
    """Return what people call a colour; empty for one too pale, dark or plain to say anything."""
    if figures.startswith("#"):
        return figures[1:]
    red, green, blue = (int(figures[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    strength = max(red, green, blue) - min(red, green, blue)
    if strength < _GREY:
        return "grey" if _DARK < light < _LIGHT else ""
    if strength < _PALE and saturation < _PALE:
        return ""
    return next(name for name, low, high in _NAMES if low <= hue * 360 < high)
