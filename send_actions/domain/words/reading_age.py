"""The age at which a text can be read with ease, by the grade level of Flesch and Kincaid plus five.

Grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59, and a child of grade 7 is twelve. Each
line is a sentence at least. A number in figures is a word of one syllable; the syllables of other words are
their groups of vowels, but for an e that is not spoken.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+(?:[.,'’-]\w+)*")
_END: Final = re.compile(r"[.!?…]+(?=\s|$|[”’\"'\)])|\n+")
_VOWELS: Final = re.compile("[aeiouyàâäéèêëîïôöûü]+")
_SILENT: Final = re.compile(
    r"(?<=[^aeiouyl\W])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd\W])(?<![^aeiouyl\W]l)ed$|(?<=[^aeiouyscxzgh\W])es$"
)
_FIRST_GRADE_AT: Final = 5


def reading_age(text: str) -> float:
    """The age in years; 0 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return 0
    sentences = sum(bool(_WORD.search(part)) for part in _END.split(text))
    spoken = sum(map(syllables, words))
    grade = 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59
    return max(grade + _FIRST_GRADE_AT, 0)


def syllables(word: str) -> int:
    """How many syllables a word has, about; a part after a hyphen is a word."""
    parts = [
        part for part in re.split(r"[\W\d_]+", word.lower().replace("'s", "s").replace("’s", "s")) if part
    ]
    return sum(max(1, len(_VOWELS.findall(_SILENT.sub("", part)))) for part in parts) or 1
