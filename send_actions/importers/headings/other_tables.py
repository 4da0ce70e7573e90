"""The words that head what stands beside actions in a file and is none: keys, versions, risks, a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.headings.headings import field_of, heading_names, weak_field

_KEYS: Final = frozenset(
    {
        *("key", "legend", "rag key", "brag key", "key to rag", "key to rag ratings", "rag rating key"),
        *("rag definitions", "rag rating definitions", "rag ratings", "status key", "key to status"),
        *("status definitions", "colour key", "key to colours", "rag legend", "rag status key"),
        *("key to statuses", "brag definitions", "rag guidance", "rag rating guidance", "rag criteria"),
    }
)
_PAPERWORK: Final = frozenset(
    {
        *("version control", "document control", "document history", "version history", "change log"),
        *("revision history", "version log", "amendment history", "change history", "document information"),
        *("distribution", "distribution list", "circulation", "circulation list", "document distribution"),
        *("sign-off", "sign off", "signoff", "signatures", "approval", "approvals", "document approval"),
        *("approved by", "signed off by", "glossary", "glossary of terms", "abbreviations", "acronyms"),
        *("list of abbreviations", "list of acronyms", "abbreviations and acronyms", "definitions"),
        *("glossary and abbreviations", "contacts", "key contacts", "contact list", "contact details"),
        *("attendees", "attendance", "membership", "apologies", "governance", "references", "reviewers"),
    }
)
_REGISTERS: Final = (
    r"(?:(?:key|strategic|project|programme|plan|send|current|live|open|main|top|corporate) )*"
    r"(?:risks?|issues?|decisions?|assumptions?|dependenc(?:y|ies)|lessons?(?: learn(?:ed|t))?|kpis?"
    r"|performance indicators?|change requests?)"
    r"(?:(?:,| and| &|/) ?(?:risks?|issues?|decisions?|assumptions?|dependencies|mitigations?))*"
    r"(?: (?:register|log|list|tracker|table|matrix))?"
)
_REGISTER: Final = re.compile(_REGISTERS)
_LABEL: Final = re.compile(r"(?:appendix|annex|table|section|part|sheet)\s+\w{1,3}\s*[:.–—-]\s*")
_OWN: Final = frozenset(
    {
        *("version", "version no", "version number", "ver", "revision", "revision no", "author", "authors"),
        *("changes made", "description of change", "description of changes", "summary of changes"),
        *("summary of change", "amendment", "amendments", "details of change", "nature of change"),
        *("signature", "signed", "signed by", "date signed", "recipient", "recipients", "issued to"),
        *("risk", "risks", "risk ref", "risk id", "risk no", "risk description", "description of risk"),
        *("risk title", "risk owner", "risk score", "risk rating", "risk level", "risk event", "likelihood"),
        *("probability", "severity", "consequence", "consequences", "inherent risk", "residual risk"),
        *("inherent score", "residual score", "current score", "target score", "proximity"),
        *("mitigation", "mitigations", "mitigating action", "mitigating actions", "existing controls"),
        *("current controls", "controls", "controls in place", "issue", "issue ref", "issue id"),
        *("issue no", "issue description", "description of issue", "issue title", "issue owner"),
        *("decision", "decision ref", "decision id", "decision no", "decision made", "decision taken"),
        *(
            "decision maker",
            "decided by",
            "date of decision",
            "decision date",
            "assumption",
            "assumption ref",
        ),
        *("dependency", "dependency ref", "lesson", "lesson learned", "lesson learnt"),
        *("term", "terms", "meaning", "definition", "definitions", "abbreviation", "acronym", "stands for"),
        *("what it means", "what this means", "in full", "attendee", "attendees", "apologies"),
    }
)
"""Headings of which another table has one: none of them heads a column of actions alone."""

_ALSO: Final = frozenset(
    {
        *("name", "names", "date", "dates", "change", "changes", "approved by", "approved", "reviewed by"),
        *("reviewer", "updated by", "made by", "raised by", "date raised", "raised", "position", "email"),
        *("e-mail", "email address", "phone", "telephone", "contact", "score", "cause", "causes", "type"),
        *("category", "response", "resolution", "rating", "key", "explanation", "criteria", "symbol"),
        *("contact details", "date approved", "date issued", "issued", "purpose", "section", "page"),
        *("contingency", "effect", "effects", "date identified", "identified by", "trend", "closed date"),
    }
)
"""Headings that stand beside these."""

_SIGNED: Final = frozenset(
    {
        *("approved by", "signed off by", "signed", "signed by", "prepared by", "authorised by", "agreed by"),
        *("author", "document owner", "owner of document", "date approved", "date signed", "next review"),
        *("next review date", "date of next review", "signature", "version", "version no", "issued by"),
    }
)
"""Labels of a line that says who agreed or wrote the whole."""

_FIRST: Final = frozenset(
    {
        *("version", "version no", "version number", "ver", "revision", "revision no", "term", "terms"),
        *("abbreviation", "acronym", "risk ref", "risk id", "risk no", "issue ref", "issue id", "issue no"),
        *("decision ref", "decision id", "decision no", "attendee", "attendees", "recipient", "name"),
        *("assumption ref", "dependency ref"),
    }
)
"""Headings that begin a table with rows of its own."""

_OF_MEASURES: Final = re.compile(
    r"\b(?:baseline|target|actual|milestone|outturn|benchmark|polarity|national|england|neighbours?"
    r"|q[1-4]|quarter|20\d\d|\d\d/\d\d)\b"
)
_LONGEST: Final = 40
_FEWEST: Final = 2


def names_key(words: str) -> bool:
    """Say whether words are the title of a key of colours or statuses."""
    return _plain(words) in _KEYS


def names_other(words: str) -> bool:
    """Say whether words are the title of something that holds no actions: a key, paperwork, a register."""
    plain = _plain(words)
    return plain in _KEYS or plain in _PAPERWORK or names_register(words)


def names_register(words: str) -> bool:
    """Say whether words name a list of risks, issues, decisions or the like."""
    return len(words) <= _LONGEST and _REGISTER.fullmatch(_plain(words)) is not None


def heads_other(cells: Sequence[str]) -> bool:
    """Say whether a row surely heads another table: all of it is headings, and none is the action."""
    texts = [text for text in cells if text.strip()]
    if len(texts) < _FEWEST or any(len(text) > _LONGEST for text in texts):
        return False
    names = heading_names(texts)
    fields = [field_of(name, names) or weak_field(name) for name in names]
    known = [bool(meant) or name in _OWN or name in _ALSO for name, meant in zip(names, fields, strict=True)]
    if "title" in fields:
        return False
    if "measure" in fields and any(map(_OF_MEASURES.search, names)):
        return True
    if not all(known):
        return False
    return any(name in _OWN for name in names) or (all(fields) and len(names) > _FEWEST)


def has_own_rows(cells: Sequence[str]) -> bool:
    """Say whether headings begin a table with rows of its own, and not more columns of another."""
    names = heading_names([text for text in cells if text.strip()])
    return bool(names) and (names[0] in _FIRST or field_of(names[0], names) == "ref")


def signs(words: str) -> bool:
    """Say whether words are the label of a line that says who agreed or wrote the whole."""
    return heading_names([words])[0] in _SIGNED


def _plain(words: str) -> str:
    (name,) = heading_names([words])
    return _LABEL.sub("", name).rstrip(" :–—-")
