"""What people wrote, in words that anybody can read: no acronym, no ref, short sentences; or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from send_actions.domain.plan import Plan
from send_actions.domain.words.acronyms import in_words
from send_actions.reports.sections.phrasing.cells import one_line, sentence

LONGEST: Final = 180
"""How long what is told of one thing may be; what is longer is told by its first sentences."""

_PARTS: Final = re.compile(r"\s*;\s+")
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“])")
_MEASURED: Final = "weeks?|days?|months?|years?|hours?|points?|per cent|million|thousand|in 10|out of"
_NUMBERED: Final = re.compile(r"\b(?:area|action|annex|decision|record)s? \d", re.IGNORECASE)


class PlainWords:
    """Puts the words of one plan plainly."""

    def __init__(self, plan: Plan) -> None:
        self._ref = _any_of(action.ref for action in plan.actions)

    def say(self, text: str) -> str:
        """What people wrote as one or more plain sentences; empty where it cannot be put so.

        An acronym stands in its words, and a semicolon ends a sentence. What has an acronym that is in no
        glossary, the ref or number of something, or no sentence that is short enough, is left out.
        """
        words = in_words(one_line(text))
        if not words or self._has_ref(words):
            return ""
        told = [part[:1].upper() + part[1:] for part in _PARTS.split(words) if part.strip(" .")]
        whole = [one for part in told for one in _SENTENCES.split(sentence(part))]
        kept = ""
        for one in whole:
            longer = f"{kept} {one}".strip()
            if len(longer) > LONGEST:
                break
            kept = longer
        return kept

    def name(self, text: str) -> str:
        """What people called something, in plain words and without an end; empty where it has none."""
        return self.say(text).removesuffix(".")

    def _has_ref(self, words: str) -> bool:
        return bool(_NUMBERED.search(words) or (self._ref and self._ref.search(words)))


def _any_of(refs: Iterable[str]) -> re.Pattern[str] | None:
    """What finds one of some refs in a text; a bare number is no ref unless it is called one."""
    told = {one_line(ref) for ref in refs}
    found = sorted(ref for ref in told if re.search(r"\d", ref) and not ref.isdecimal())
    if not found:
        return None
    spelt = "|".join(map(re.escape, found))
    return re.compile(rf"(?<![\w.,£$€])(?:{spelt})(?![\w%]|[.,]\d| (?:{_MEASURED})\b)", re.IGNORECASE)
