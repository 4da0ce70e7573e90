"""A status at the head of other words: where it ends, and what takes it back or hangs a condition on it."""

from __future__ import annotations

import re
from typing import Final

from send_actions.domain.plan.vocabulary import DONE, Status
from send_actions.domain.text import fold

_LONGEST: Final = 60
_MOST_WORDS: Final = 4
_STOP: Final = re.compile(r"\s*(?:[.:,](?!\d)|[;!\n(‒–—―]|\s[-−](?=\s|\w)|(?<=\w)-\s)\s*")
_LABELLED: Final = re.compile(r"(?:(?:b?rag|status|rating)\s*)+(?:[:=–—]|-\s)\s*(?=\S)", re.IGNORECASE)
_UNMARKED: Final = re.compile(r"(?:b?rag|status)(?: (?:rating|status))? (?=\S)", re.IGNORECASE)
_TURNS: Final = re.compile(
    r"(?:but|except|apart|bar|however|although|though|mostly|mainly|partly|nearly|almost|largely|in part"
    r"|so far|for now|moving)\b"
)
_WAITS: Final = re.compile(
    r"(?:not|no(?! (?:changes?|issues?|concerns?|problems?|risks?|further|more)\b)|subject|pending|awaiting"
    r"|once|if|when|by|until|still)\b"
)
"""What follows a status of work that goes well or is done, and makes it wait for something."""

_LACKS: Final = re.compile(
    r"\b(?:awaiting|awaited|pending|subject to|outstanding|needed|required|to be \w+|not|yet to|once|missing"
    r"|incomplete|ongoing|remain(?:s|ing)?|to follow)\b"
)
"""What is said in one breath with work that is done, and says that it is not quite."""

_CLAUSE: Final = re.compile(r"[.;\n](?!\d)")
_GOES_WELL: Final = DONE | {Status.ON_TRACK}
_OTHER_WORDS: Final = re.compile(
    r"\b(?:red|amber|green|blue|off track|at risk|on track|not started|embedded|withdrawn|on hold)\b"
)
_WAS: Final = re.compile(
    r"\b(?:was|were|previously|formerly|up from|down from|from|last (?:month|quarter|time|term)) "
    r"(?:(?:red|amber|green|blue)\b|(?:off|on)[ -]track\b|at risk\b|not started\b|on hold\b)"
)
"""What is said of the status before, which takes nothing back."""

_BEGINS: Final = re.compile(
    r"(?P<denied>(?:no longer|not(?: yet)?|part(?:ly|ially)?|nearly|almost)\s+)?"
    r"(?P<word>off[ -]track|at risk|on[ -]track|not started|completed?|embedded|on hold|withdrawn|done"
    r"|delivered|closed|achieved|implemented|finished|red|amber|green|blue|grey|delayed|slipp(?:ed|ing)|overdue"
    r"|behind(?: schedule)?|paused|deferred|suspended|cancelled|superseded|in progress|under ?way|ongoing"
    r"|incomplete)(?=\s*(?:$|[.:;,!?\n(‒–—―/]|[-−]\s|\s(?:to|until|till|by|yet|but|because|due|as|since"
    r"|pending|awaiting|subject|except|if|for now|in part|so far|\w{3,9}\.? \d{2,4}|\d)\b))",
    re.IGNORECASE,
)
"""A word of status at the head of prose, as what stands behind it goes with one."""


def without_label(text: str) -> str:
    """Return a text without the word that says that it is a status: “RAG: Amber” is “Amber”."""
    label = _LABELLED.match(text)
    return text[label.end() :] if label else text


def without_first_label(text: str) -> str:
    """Return the same where no mark stands behind the label: “RAG Amber” is “Amber”."""
    label = _UNMARKED.match(text)
    return text[label.end() :] if label else text


def parted(text: str) -> tuple[str, str] | None:
    """Return the words before the first stop, colon or dash of a text and those behind it, if it has one."""
    words = text.strip()
    stop = _STOP.search(words)
    if stop is None or not stop.start():
        return None
    rest = words[stop.end() :].strip()
    is_bracketed = "(" in stop[0] and "(" not in rest
    return words[: stop.start()].strip(), rest.removesuffix(")") if is_bracketed else rest


def is_one_breath(text: str, head: str) -> bool:
    """Say whether a text goes on behind its head without ending the sentence there."""
    return text.strip()[len(head) :].lstrip()[:1] not in (".", "!", ";", "\n")


def head_of(text: str) -> str:
    """Return the words before the first stop of a text, all of them where it has none."""
    parts = parted(text)
    return parts[0] if parts else text.strip()


def begins_with(text: str) -> str:
    """Return the word that a text begins with and that may be its status, with what denies it."""
    found = _BEGINS.match(text)
    return found[0].strip() if found else ""


def is_denied(text: str) -> bool:
    """Say whether a text begins with a word of status that is taken back before it is said."""
    found = _BEGINS.match(text)
    return bool(found and found["denied"])


def is_short(text: str) -> bool:
    """Say whether a text is short enough to be a word of status."""
    return 0 < len(text.split()) <= _MOST_WORDS and len(text) <= _LONGEST


def could_turn(rest: str, status: Status | None, *, is_one_breath: bool = False) -> bool:
    """Say whether what follows a status takes it back, makes it wait for something or names another.

    What is said in one breath with what is done may also say what that lacks.
    """
    words = _WAS.sub("", fold(rest))
    own = {status.value.replace("-", " "), status.colour} if status else set[str]()
    if words.startswith("?") or _TURNS.match(words):
        return True
    if status is None or status in _GOES_WELL:
        if _WAITS.match(words):
            return True
        if is_one_breath and status in DONE and _LACKS.search(_CLAUSE.split(words, maxsplit=1)[0]):
            return True
    return any(found not in own for found in _OTHER_WORDS.findall(words))
