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
COUNTED: Final = re.compile(r"\s*(?:(?:agenda )?item )?(?P<number>\d{1,2})[.):]?\s+(?=[A-Z])", re.IGNORECASE)
"""How an item of the agenda, or one of a list, is counted."""
RESOLVED: Final = re.compile(
    r"(?:(?:UNANIMOUSLY )?(?:(?:RESOLVED|AGREED|DECIDED)\b|(?=RECOMMENDED\b))"
    r"|(?:Resolved|Resolution|RESOLUTION|Agreed|Decided|Decision|DECISION)(?: ?\d+)?"
    r"(?=,? that\b| to\b| not to\b| no (?!\d)|:| [–—-] |\s*$| \(?unanimously\b))"
    r"(?:,? \(?unanimously\)?)?[\s:,–-]*(?P<rest>.*)",
    re.DOTALL,
)
_WHO: Final = r"[A-Z]{2,3}(?: ?[/&,] ?[A-Z]{2,3})*"
"""Initials of those who are to do something, as they stand in a label or behind it."""
LABEL: Final = re.compile(
    r"(?:AP ?\d+(?:[./]\d+)*(?:\.?\s+(?=[A-Z])| ?[:)–-])|A\d{1,2}:\s"
    r"|(?:Follow[- ]up|FOLLOW[- ]UP|To do|TO DO)(?: actions?)?:"
    rf"|(?:ACTION|Action) (?={_WHO} to [a-z]|{_WHO}(?: and {_WHO})?[.\s]*$)|(?:ACTION|Action) ?\d+\.?\s+"
    rf"(?={_WHO} [A-Z][a-z])|(?:ACTIONS?|Actions?)(?: points?| items?)?"
    r"(?: (?:[Nn]o|[Rr]ef)\b\.?)?(?: ?\d[\d.]*(?:[/-]\d[\d.]*)*[a-z]?)?"
    rf"(?: [A-Z]| (?!LOG\b|PLAN\b)(?P<who>{_WHO})| (?:for|on) (?P<whom>[A-Z][^:–-]{{1,40}}?)"
    r"| ?[(\[](?P<whose>[^\W\d][^()\[\]]*)[)\]])? ?[:–-])"
    r"\s*(?P<rest>.*)",
    re.DOTALL,
)
ASKED_WHY: Final = re.compile(
    r"(?P<who>.{2,60}?) (?:asked|challenged|questioned|queried|enquired)(?: about)? "
    r"(?P<what>(?:why|how|what|when|where|which|who)\b.+)",
    re.DOTALL,
)
"""A question; "asked whether" is mostly told with its answer."""
CHALLENGE: Final = re.compile(
    r"\b(?:asked|questioned|queried|enquired) (?:why|how|what|when)\b|\b(?:challenged|pressed) (?!to\b)\w",
    re.IGNORECASE,
)
"""What somebody asked or doubted in prose, whoever it was."""
_LOG: Final = r"(?:log|list|summary|table|register|tracker|schedule)"
HEADING: Final = re.compile(
    rf"(?:(?P<log>(?:summary of (?:the )?)?(?:agreed |new )?actions? {_LOG}(?: ?[(–—-][^:]{{0,60}})?)"
    r"|(?:(?:summary of )?(?:the )?(?:agreed|new|key) |summary of (?:the )?)?"
    r"(?:(?P<actions>actions?(?: points?| items?| agreed| arising)?|next steps)"
    r"|decisions(?: made| agreed| taken)?|resolutions)):?",
    re.IGNORECASE,
)
ABOVE: Final = {"actions": "“Actions”", "resolved": "what was resolved"}
REASON: Final = re.compile(r"reasons?\b[^:–-]{0,30}[:–-]\s*\S", re.IGNORECASE)
IN_BRACKETS: Final = re.compile(
    rf"\s*[\[(]ACTIONS?(?: ?\d+)?(?:\s*[:–-]\s*| (?:for |by )?(?=(?-i:{_WHO})\b))"
    r"(?P<rest>[^\[\]()]*)[\])]\.?\s*$"
    r"|\s+[–—-]\s+ACTIONS?\s*:\s*(?P<also>\S.{1,60})$",
    re.IGNORECASE,
)
BODIES: Final = (
    r"(?:the )?(?:[\w’'-]+ ){0,3}(?:board|committee|sub-committee|cabinet|council|panel|partnership|members"
    r"|meeting|executive|group|forum)"
)
"""How minutes call those who met."""
BOARD: Final = re.compile(
    rf"{BODIES} (?:\w+ly )?(?:(?:agreed|resolved|decided)\b|(?=recommended\b))"
    r"(?P<rest>(?:recommended)?(?: that| to| not to| no (?!\d)|:).*)",
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
NONE: Final = re.compile(
    r"(?:none|no(?: new| further)? actions?|n/a|nil)"
    r"(?: (?:for|at|from|arising|under|required|identified|recorded|this|to)\b.*)?\W*",
    re.IGNORECASE,
)
SAID_DONE: Final = re.compile(
    r"(?:[–—(]|\s-\s|^\W*-|\b(?:status|update)\s*:)\s*"
    r"(?:completed?|done|closed|actioned|discharged|superseded|on (?:the |today's |this )?agenda"
    r"|c/?f|carried forward|no longer (?:required|needed)|in hand|outstanding"
    r"|ongoing)\b(?:[ ,;:–-]+(?:(?:on|to|until|at|carried|forward)\b.{0,40}|\d.{0,20}))?[\s.)]*$",
    re.IGNORECASE,
)
"""What is said behind an action that was agreed before."""

OVER: Final = re.compile(r"\b(?:reviewed|closed|(?:still|remain|remains) open|(?:now|is|are) completed?)\b")
"""What is said of actions that were agreed before."""

NOTHING: Final = re.compile(r"(?:none|nil|n/a)\W*", re.IGNORECASE)
PAST: Final = re.compile(
    r"(?:(?:review|update) (?:of|on) )?(?:the )?(?:(?:previous|outstanding|past) actions?.*"
    r"|actions? (?:log|tracker|list)?\s*(?:from|of|since|at|agreed at) (?:the )?(?:last|previous|prior) .*"
    rf"|actions? {_LOG}\b.*\b(?:last|previous|prior|outstanding|matters arising)\b.*"
    r"|actions? from [\w’' ]{3,30} (?:meeting|board)"
    r"|matters arising.*|(?:review|update) (?:of|on) (?:the )?actions?.*):?",
    re.IGNORECASE,
)
"""What heads actions that were agreed before."""

FORMAL: Final = re.compile(
    r"(?:(?:the )?(?:[\w’'-]+ ){0,3}(?P<body>[Bb]oard|[Cc]ommittee|[Cc]abinet|[Cc]ouncil|[Pp]anel"
    r"|[Pp]artnership|[Ff]orum|[Ee]xecutive) )?(?P<verb>NOTED|ENDORSED|APPROVED|RATIFIED|REQUESTED|AGREED"
    r"|(?<=\w )(?:endorsed|approved|ratified|requested))\b[\s:,–-]*(?P<rest>\S.*)",
    re.DOTALL,
)
"""What a body did as minutes say it of decisions; what it noted, only in capitals."""

ASKED_FOR: Final = re.compile(
    r"(?P<who>[A-Z].{1,160}?)(?P<joined>,? (?:and|but))?(?: also| then)? "
    r"(?:requested(?! (?:by|to|at|in|from|on)\b)|(?:asked|called) for"
    r"|asked (?=that\b|to (?:see|receive|have)\b))"
    r" ?(?P<what>\S.+)",
    re.DOTALL,
)
QUESTION: Final = re.compile(
    r"Questions? (?:from|by|of) (?P<who>[^:–]{2,60}?)\s*[:–-]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
)
REQUEST: Final = re.compile(r"Requests?(?: \d+)?\s*[:–-]\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
_OWNER: Final = r"(?:action )?(?:owner|lead|by whom|who|responsible(?: officer)?)"
_DUE: Final = r"(?:due(?: date)?|deadline|by when|when|target date|timescale)"
_APART: Final = " \t\n.;,|(–-"
FIELD: Final = re.compile(
    rf"(?:(?:^|(?<=[{re.escape(_APART)}]))({_OWNER}|{_DUE})|^(by))\s*:\s*", re.IGNORECASE
)
"""What stands between an action, its owner and its date, each under its label, behind what parts them."""

DUE_LABEL: Final = re.compile(_DUE, re.IGNORECASE)
_SENTENCE: Final = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bCllr)(?<=[.!?;])\s+(?=[\"“‘]?[A-Z])"
)
_SAID_SO: Final = re.compile(r"\b(?:agreed|resolved|decided|decision|resolution)\b", re.IGNORECASE)
_NOUNS: Final = ("decision", "resolution")
ITEM: Final = re.compile(r"(?:That|To)\b")
REF_FIRST: Final = re.compile(rf"\d+(?:\.\d+)+\s+(?!{ITEM.pattern})")
"""How a decision begins that says of which action it is, rather than with its own number in the minutes."""


def fields_in(text: str) -> tuple[str, str, str]:
    """Return an action, its owner and its date where a text has them under labels, else the text alone."""
    what, *rest = FIELD.split(text)
    said = {"who": "", "by": ""}
    for label, by, words in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        said["by" if by or DUE_LABEL.fullmatch(label) else "who"] = words.strip(f"{_APART})")
    return what.rstrip(_APART) if rest else text, said["who"], said["by"]


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
    words = re.sub(r"[;,]\s*(?:and|or)$", "", " ".join(text.split())).strip(" ,;:–-")
    return words[:1].upper() + words[1:]


def why_decided(found: re.Match[str]) -> str:
    """Return why a decision is offered: by the word that its minutes have before it."""
    word = (_SAID_SO.findall(found.string[: found.start("rest")]) or ["recommended"])[-1].lower()
    return f"“{word.capitalize()}” stands before it" if word in _NOUNS else f"it was {word}"
