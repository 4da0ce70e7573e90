"""Lines of minutes that look like something decided, asked or to be done, of which nothing was offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from send_actions.domain.text import fold
from send_actions.importers.minutes.minutes_headings import refs_above
from send_actions.importers.minutes.minutes_lines import MinuteLine, whole_lines
from send_actions.importers.minutes.minutes_marks import CHALLENGE, MARKER, PAST, sentences_of
from send_actions.importers.minutes.minutes_offers import MinuteOffer
from send_actions.importers.minutes.minutes_refusals import seems_refusal
from send_actions.importers.minutes.minutes_words import seems_task

_ASKED_FOR: Final = re.compile(
    r"\b(?:(?:asked|called) for|asked that|(?<!\bas )(?<!\bif )(?<!\bbe )requested)\b(?! by\b)", re.IGNORECASE
)


def find_unread(
    lines: Sequence[MinuteLine], offers: Sequence[MinuteOffer], titles: Mapping[str, str] | None = None
) -> list[tuple[MinuteLine, str]]:
    """Return the lines and sentences that look like an action, challenge, refusal or request, with which.

    Of what was offered there is none, and none are headings that name an action of the plan, whose `titles`
    are by ref.
    """
    every, offered = whole_lines(lines), {line for offer in offers for line in (offer.line, offer.again)}
    _, bare = refs_above(every, titles or {}, offered)
    found: list[tuple[MinuteLine, str]] = []
    for line in every:
        text = MARKER.sub("", line.text).strip()
        if line.number in offered:
            said = [fold(one.text).strip(" .") for one in offers if line.number in (one.line, one.again)]
            others = [one for one in sentences_of(text) if not any(words in fold(one) for words in said)]
            found += ((line._replace(text=one), "a refusal") for one in others if seems_refusal(one))
        elif line.number in bare:
            continue
        elif seems_task(text) and not PAST.fullmatch(text):
            found.append((line, "an action"))
        else:
            found += ((line._replace(text=one), what) for one, what in _asked(text))
    return found


def _asked(text: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences that tell of a challenge, a refusal or a request."""
    for sentence in sentences_of(text):
        if CHALLENGE.search(sentence):
            yield sentence, "a challenge"
        elif seems_refusal(sentence):
            yield sentence, "a refusal"
        elif _ASKED_FOR.search(sentence):
            yield sentence, "a request"
