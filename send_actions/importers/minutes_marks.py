"""How minutes mark what was decided, asked and is to be done: their labels, headings and lists."""

from __future__ import annotations

import re
from typing import Final

_SAID_OF: Final = r"to|is|are|be|was|has|goes|moves?|remains?|stays?|should|shall|will|would|and|at|as|by"
"""With what a sentence goes on of which the first word is a ref: "2.1 to be reported red"."""
MARKER: Final = re.compile(
    r"^\s*(?:[•·▪◦‣*–—-]\s*|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s+"
    rf"|\(?\d+(?:\.\d+)+\.?\s+(?!(?:{_SAID_OF})\b|[:–-]))"
)
RESOLVED: Final = re.compile(
    r"(?:(?:UNANIMOUSLY )?(?:(?:RESOLVED|AGREED|DECIDED)\b|(?=RECOMMENDED\b))"
    r"|(?:Resolved|Agreed|Decided|Decision|DECISION)(?: ?\d+)?(?=,? that\b| to\b|:|\s*$))"
    r"(?:,? unanimously)?[\s:,–-]*(?P<rest>.*)",
    re.DOTALL,
)
_WHO: Final = r"[A-Z]{2,3}(?: ?[/&,] ?[A-Z]{2,3})*"
"""Initials of those who are to do something, as they stand in a label or behind it."""
LABEL: Final = re.compile(
    r"(?:AP ?\d+(?:\.?\s+(?=[A-Z])| ?[:)–-])|(?:ACTION|Action) ?\d+\.?\s+"
    rf"(?={_WHO} [A-Z][a-z])|(?:ACTIONS?|Actions?)(?: points?| items?)?(?: ?\d[\d.]*)?"
    rf"(?: [A-Z]| (?!LOG\b|PLAN\b)(?P<who>{_WHO})| ?[(\[](?P<whose>[^\W\d][^()\[\]]*)[)\]])? ?[:–-])"
    r"\s*(?P<rest>.*)",
    re.DOTALL,
)
ASKED_WHY: Final = re.compile(
    r"(?P<who>.{2,60}?) (?:asked|challenged|questioned|queried|enquired)(?: about)? "
    r"(?P<what>(?:why|how|what|when|where|which|who)\b.+)",
    re.DOTALL,
)
"""A question; "asked whether" is mostly told with its answer."""
HEADING: Final = re.compile(
    r"(?:(?:agreed|new|key|summary of) )?"
    r"(?:(?P<actions>actions?(?: points?| items?| agreed| arising)?|next steps)"
    r"|decisions(?: made| agreed| taken)?|resolutions):?",
    re.IGNORECASE,
)
ABOVE: Final = {"actions": "“Actions”", "resolved": "what was resolved"}
REASON: Final = re.compile(r"reasons?\b[^:–-]{0,30}[:–-]\s*\S", re.IGNORECASE)
IN_BRACKETS: Final = re.compile(
    r"\s*[\[(]ACTIONS?(?: ?\d+)?\s*[:–-]\s*(?P<rest>[^\[\]()]*)[\])]\.?\s*$", re.IGNORECASE
)
BOARD: Final = re.compile(
    r"(?:the )?(?:[\w’'-]+ ){0,3}(?:board|committee|sub-committee|cabinet|council|panel|partnership|members"
    r"|meeting|executive|group|forum) (?:\w+ly )?(?:(?:agreed|resolved|decided)\b|(?=recommended\b))"
    r"(?P<rest>(?:recommended)?(?: that| to|:).*)",
    re.IGNORECASE | re.DOTALL,
)
AGREED: Final = re.compile(
    r".*\bit was (?:\w+ly |also |further |then )?(?:agreed|resolved|decided)\b:?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
NOTED: Final = re.compile(
    r"\b(?:be (?:received(?:,? and)? (?:its contents )?)?noted|be received|noted|correct record"
    r"|minutes .*be (?:approved|agreed|confirmed|signed)|note the)\b",
    re.IGNORECASE,
)
NONE: Final = re.compile(r"(?:none|no(?: new| further)? actions?|n/a|nil)\W*", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<=[.!?;])\s+(?=[\"“‘]?[A-Z])"
)
ITEM: Final = re.compile(r"(?:That|To)\b")
REF_FIRST: Final = re.compile(rf"\d+(?:\.\d+)+\s+(?!{ITEM.pattern})")
"""How a decision begins that says of which action it is, rather than with its own number in the minutes."""


def list_style(text: str) -> str:
    """How a line is marked as one of a list: by a sign, by a number or letter, or not at all."""
    marked = MARKER.match(text)
    if marked is None:
        return ""
    return "number" if any(character.isalnum() for character in marked[0]) else "sign"


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [sentence for sentence in _SENTENCE.split(text.strip()) if sentence]


def with_capital(text: str) -> str:
    """Return words as one line that begins with a capital."""
    words = " ".join(text.split()).strip(" ,;:–-")
    return words[:1].upper() + words[1:]
