"""What a heading means by the words that it is made of, whatever their order and what fills it up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LONGEST: Final = 70
_JOINED: Final = (
    (re.compile(r"\btime (scale|frame|line)(s?)\b"), r"time\1\2"),
    (re.compile(r"\b(person|officer|lead|owner|partner|manager|name|action)/s\b"), r"\1s"),
    (re.compile(r"\bself[- ]assessed\b"), ""),
    (re.compile(r"(?<=\w)['’]s\b"), " is"),
    (re.compile(r"[()\[\]?,:;*]"), " "),
)
_DRAWN_TOGETHER: Final = (
    (re.compile(r"(?<=\bwe)['’]ll\b|(?<=\bthey)['’]ll\b"), " will"),
    (re.compile(r"(?<=\bwe)['’]re\b|(?<=\bthey)['’]re\b"), " are"),
    (re.compile(r"(?<=\bwe)['’]ve\b|(?<=\bthey)['’]ve\b"), " have"),
    (re.compile(r"(?<=\b(?:who|how))['’]s\b|(?<=\bwhat)['’]s\b|(?<=\bit)['’]s\b"), " is"),
)
_FILLERS: Final = frozenset(
    {
        *(
            "current",
            "latest",
            "overall",
            "our",
            "the",
            "this",
            "month",
            "quarter",
            "term",
            "period",
            "today",
        ),
        *("for", "of", "to", "at", "in", "a", "an", "as", "on", "and", "&", "or", "/", "-", "–", "—"),
    }
)
_DATED: Final = frozenset({"date", "dates", "timescale", "timescales", "timeframe", "timeframes"})
_DATES: Final = _DATED | {"timeline", "timelines", "deadline", "deadlines", "by", "end", "finish"}
_OF_DUE: Final = frozenset(
    {
        *("target", "implementation", "completion", "delivery", "due", "finish", "planned", "expected"),
        *("anticipated", "milestone", "scheduled", "estimated", "forecast", "action", "final", "be", "when"),
        *("completed", "complete", "delivered", "implemented", "done", "proposed", "intended", "deliver"),
    }
)
_COLOURS: Final = frozenset({"rag", "brag", "bragg", "rayg", "ragb", "ragg", "grab"})
_STATUSES: Final = _COLOURS | {"rating", "status", "state", "stage", "confidence"}
_OF_STATUS: Final = frozenset(
    {"progress", "action", "delivery", "completion", "rated", "colour", "implementation", "task"}
)
_NOTED: Final = frozenset(
    {"update", "updates", "summary", "highlights", "headlines", "commentary", "narrative", "comments"}
)
_OF_NOTES: Final = frozenset(
    {
        *(
            "progress",
            "board",
            "key",
            "monthly",
            "quarterly",
            "weekly",
            "termly",
            "officer",
            "lead",
            "action",
        ),
        *("activity", "achievements", "position", "status", "project", "headline", "so", "far", "date"),
    }
)
_BODY: Final = (
    r"(?:the )?(?:la|lea|local authority|council|health|education|social care|childrens social care|icb|ccg"
    r"|nhs|camhs|public health|schools?|early years|commissioning|parent carer forum|pcf|vcs|trust|agency)"
)
_GOING: Final = "(?:need to |going to |have to |now |still )*"
_DO: Final = "(?:do|doing|change|improve)"
_NEXT: Final = "(?: (?:next|now|about it|about this|to improve|differently|to get there))*"
_PEOPLE: Final = r"(?:lead|owner|officer|manager|person|people|responsible|responsibility|individual)s?"
_MUST: Final = r"(?:is |are |will |should |must |going |to )*(?:be )?"
_NUMBERED: Final = (
    r"(?:action|task|milestone|deliverable|recommendation|activity|mitigation|commitment|initiative"
    r"|project)s?"
)
_REF: Final = r"(?:ref|reference)(?: (?:no|number))?"
_OTHERS: Final = (
    r"(?:risk|kpi|pi|measure|indicator|minute|evidence|finding|issue|priority|objective|theme|area|workstream"
    r"|strand|outcome|document|report|page|letter|committee|agenda|meeting|policy|budget|contract|case|section)"
)
_OF_OTHERS: Final = re.compile(
    r"(?:minute|case|complaint|finding|condition|lesson|learning|entry|agenda item|item|issue)s? "
    rf"(?:no|number|id|#|{_REF})"
)
_SHAPES: Final = (
    ("ref", rf"{_NUMBERED} (?:no|number|id|code|#|{_REF})"),
    ("ref", rf"(?!.*\b{_OTHERS}s?\b).+ {_REF}|{_REF} (?!.*\b{_OTHERS}s?\b)[\w ]+"),
    ("due", r"(?:by )?when (?:will|should|must|do|does|is|are) (?!.*\b(?:start|begin|review|know)).+"),
    ("lead_role", r"(?:by )?whom?(?: by| is it)?|who(?: (?:the|is|will|should|to))* lead(?:s|ing)?.*"),
    ("lead_role", rf"who {_MUST}(?:responsible|accountable|do|does|doing|own|owns|act|take|takes)\b.*"),
    ("lead_role", rf"who {_MUST}(?:deliver|delivers|delivering|implement|implementing)\b.*"),
    ("lead_role", rf"{_PEOPLE} (?:for |in |at |from )?{_BODY}|{_BODY} {_PEOPLE}"),
    ("lead_role", rf"{_PEOPLE}(?: {_PEOPLE})*(?: (?:and|&|/) (?:{_PEOPLE}|agency|organisation|partners?))+"),
    ("lead_role", r"who (?:said|says|agreed|promised|has agreed|is going|offered)\b.*"),
    ("lead_role", r"(?:resource|assignee|owner|officer) names?|assignees?"),
    ("lead_role", r"(?:allocated|delegated|assigned) (?:to|lead)"),
    ("title", r"(?:task|activity|action|milestone|to-?do) (?:names?|titles?|text)"),
    ("title", rf"what (?:else )?(?:do|will|are|should|must|can) (?:we|you|they) {_GOING}{_DO}{_NEXT}"),
    (
        "title",
        r"(?:key )?steps (?:to be taken|to take|we will take)|(?:key )?actions? (?:to|we|that|which) .+",
    ),
    ("success_measure", r"how (?:will|would|can|shall) (?:we|you|families|they) know\b.*"),
    ("success_measure", r"how (?:we|you) (?:will|ll) (?:know|measure|evidence)\b.*"),
    ("success_measure", r"what (?:will|does|would|do|should) (?:good|success|it|this) looks? like\b.*"),
    ("success_measure", r"what will be different\b.*"),
    ("success_measure", r"(?:what )?(?:good|success) (?:will look|looks) like"),
    ("note", r"(?:(?:progress|activity|achieved|done) )?(?:in )?this (?:period|month|quarter|week|term)"),
    (
        "note",
        (
            r"(?!(?:date|next|last|previous|risk|review|policy)\b)[a-z &]{3,30} "
            r"(?:updates?|commentary|narrative|comments?)"
        ),
    ),
    ("detail", r"what (?:difference|impact) (?:has|have|is|are|did) .+"),
    ("detail", r"(?:how|what) do we (?:already )?know\b.*"),
)
_PATTERNS: Final = tuple((meant, re.compile(pattern)) for meant, pattern in _SHAPES)
_ENDS_OTHERWISE: Final = re.compile(
    r"\b(?:by|date|when|status|rag|owner|lead|ref|id|no|number|cost|taken so far)$"
)
_OPEN: Final = {
    "due": frozenset(
        {"target", "targets", "by", "completion", "completed by", "date", "milestone", "agreed date"}
    ),
    "status": frozenset(
        {
            *("bucket name", "bucket", "section/column", "section name", "list name", "list", "group name"),
            *(
                "done",
                "complete",
                "complete y/n",
                "done y/n",
                "open/closed",
                "rating",
                "rated",
                "y/n",
                "health",
            ),
            *("progress", "current progress", "latest progress"),
        }
    ),
}
"""Headings that may mean a field, where the cells below them are of its kind."""


def in_full(heading: str) -> str:
    """Return a heading without its words drawn together: “what we’re doing” is “what we are doing”."""
    if "'" not in heading and "’" not in heading:
        return heading
    for pattern, other in _DRAWN_TOGETHER:
        heading = pattern.sub(other, heading)
    return heading


@lru_cache(maxsize=16384)
def field_by_shape(heading: str) -> str | None:
    """Return the field that a heading means by its make, such as “date for completion” or “who by”."""
    if len(heading) > _LONGEST:
        return None
    plain = _plain(heading)
    words = [word for word in re.split(r"[\s/–—-]+", plain) if word]
    if found := _by_words([word for word in words if word not in _FILLERS], words):
        return found
    meant = next((meant for meant, pattern in _PATTERNS if pattern.fullmatch(plain)), None)
    return None if meant == "title" and _ENDS_OTHERWISE.search(plain) else meant


def is_of_own_refs(heading: str) -> bool:
    """Say whether a heading is that of refs by a name of the plan's own, or of what rows share: “SI ref”."""
    return field_by_shape(heading) == "ref" and not re.match(_NUMBERED, heading)


def is_of_others_refs(heading: str) -> bool:
    """Say whether a heading is that of refs of what the rows of a log are about: “Minute ref”."""
    return _OF_OTHERS.fullmatch(_plain(heading)) is not None


def may_mean(heading: str, field: str) -> bool:
    """Say whether a heading may mean a field, which the cells below it have to bear out."""
    return _plain(heading) in _OPEN.get(field, ())


def _plain(heading: str) -> str:
    plain = heading
    for pattern, other in _JOINED:
        plain = pattern.sub(other, plain)
    return " ".join(plain.split())


def _by_words(kept: list[str], words: list[str]) -> str | None:
    """Return the field of a heading all of whose words are of one kind, and one of them its noun."""
    found = set(kept)
    if len(kept) > 1 and found <= _DATES | _OF_DUE and found & _DATES and found != {"completed", "by"}:
        return "due"
    if "agreed" in found and len(kept) > len(("agreed", "date")) and found - {"agreed"} <= _DATES | _OF_DUE:
        return "due"
    if len(kept) == 1 and found <= _DATED - {"date", "dates"}:
        return "due"
    if found & _COLOURS and found <= _STATUSES | _OF_STATUS:
        return "status" if "status" in found else "colour"
    if len(kept) > 1 and found & _STATUSES and found <= _STATUSES | _OF_STATUS:
        return "status"
    is_dated_note = found & _NOTED and found <= _NOTED | _OF_NOTES and not words[0].startswith("date")
    return "note" if is_dated_note and (len(words) > 1 or found <= {"highlights", "headlines"}) else None
