"""Words of a text that may be parts of somebody's name, by how they are written and what is before them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from send_actions.domain.text import fold

_LEAST: Final = 3
"""Letters of a part of a name that is looked for where no title is before it; fewer may be anything."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*'?")
_BESIDE: Final = 3
"""Words on either side of a name that tell one place where it stands from another."""
_NEXT: Final = re.compile(r"\.?\s+")
_ENDS: Final = re.compile(r"[.!?:\n]")
"""What is before a word that begins a sentence or a line, and so has a capital whatever it is."""
_QUOTES: Final = str.maketrans("‘’ʼ′´`", "''''''")
_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "mx", "dr", "cllr", "councillor", "prof", "professor", "sir", "dame"}
)
_MISS: Final = "Miss"
"""The title that is also a word, which is none in small letters."""


class SpokenNames:
    """The words of texts as parts of names may stand there: with a capital, in small letters, or titled.

    Only those parts are counted that are `wanted`, for a paper may have a million other words.
    """

    def __init__(self, texts: Iterable[str], wanted: Collection[str]) -> None:
        """Read the texts."""
        self._wanted = frozenset(wanted)
        self._capital: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        self._small: Counter[str] = Counter()
        self._titled: set[str] = set()
        for text in texts:
            self._read(_plain(text))

    def _read(self, text: str) -> None:
        after_title, end = False, 0
        for found in _WORD.finditer(text):
            forms, is_title = _read_word(found[0])
            before = text[end : found.start()]
            is_titled = after_title and _NEXT.fullmatch(before) is not None
            if not self._wanted.isdisjoint(form for form, _ in forms):
                is_inside = bool(end) and not _ENDS.search(before)
                self._count(forms, is_inside=is_inside, is_titled=is_titled)
            # the name behind a title may begin with a forename or an initial
            after_title, end = is_title or (is_titled and found[0][0].isupper()), found.end()

    def _count(self, forms: Iterable[tuple[str, bool]], *, is_inside: bool, is_titled: bool) -> None:
        for form, is_capital in forms:
            (self._capital if is_capital else self._small)[form] += 1
            self._inside[form] += is_inside and is_capital
            if is_titled:
                self._titled.add(form)

    def of(self, parts: Collection[str], ordinary: Collection[str] = ()) -> set[str]:
        """The parts of a name that seem to stand here; one that is an ordinary word only behind a title.

        So it is with one of two letters, and with one that stands here in small letters more often than
        with a capital inside a sentence.
        """
        found = {
            part
            for part in self._capital.keys() & set(parts)
            if len(part) >= _LEAST and part not in ordinary and self._is_a_name(part)
        }
        return found | self._titled.intersection(parts)

    def _is_a_name(self, word: str) -> bool:
        return not self._small[word] or self._inside[word] >= self._small[word]


class Printed:
    """The words of a paper, read when first asked for, and what of other texts stands among them."""

    def __init__(self, text: str) -> None:
        """Take the paper's text."""
        self._text = text

    @cached_property
    def _words(self) -> str:
        return f" {' '.join(_bare_words(self._text))} "

    def has(self, text: str) -> bool:
        """Whether a text stands in the paper, whatever the marks and lines between its words."""
        return f" {' '.join(_bare_words(text))} " in self._words

    def of(self, text: str, parts: Collection[str]) -> set[str]:
        """The parts of a name that stand in the paper as in a text, between the same words."""
        sentences = [_bare_words(one) for one in _ENDS.split(text)]
        return {part for part in parts if any(self._stands(one, _bare_words(part)) for one in sentences)}

    def _stands(self, words: list[str], part: list[str]) -> bool:
        size = len(part)
        near = (
            words[max(place - _BESIDE, 0) : place + size + _BESIDE]
            for place in range(len(words) - size + 1)
            if words[place : place + size] == part
        )
        return any(f" {' '.join(some)} " in self._words for some in near)


def _bare_words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(_plain(text)))


def parts_of_name(name: str) -> set[str]:
    """What a whole name is made of, also of a double name either half; no titles and no particles."""
    words = _WORD.findall(_plain(name))
    if any(word[0].isupper() for word in words):
        words = [word for word in words if word[0].isupper()]
    named = (word for word in words if word != _MISS and fold(word) not in _TITLES)
    parts = {fold(form) for word in named for form in _forms(word)}
    return {part for part in parts if len(part) > 1}


def words_of(texts: Iterable[str]) -> set[str]:
    """Every word of texts, folded."""
    return {fold(form) for text in texts for word in _WORD.findall(_plain(text)) for form in _forms(word)}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_QUOTES)


@lru_cache(maxsize=1 << 15)
def _read_word(word: str) -> tuple[tuple[tuple[str, bool], ...], bool]:
    """The forms of a word, folded, each with whether it has a capital; and whether the word is a title."""
    forms = tuple((fold(form), form[0].isupper()) for form in _forms(word))
    return forms, word == _MISS or fold(word) in _TITLES


def _forms(word: str) -> Iterator[str]:
    """A word, and each part of it between hyphens, as they are without an s that says whose."""
    for one in dict.fromkeys((word, *word.split("-"))):
        bare = re.sub(r"'[sS]?$", "", one)
        if bare:
            yield bare
        if one[-2:].casefold() == "s'" and bare[:-1]:
            yield bare[:-1]
