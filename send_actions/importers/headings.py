"""Which heading of a file means which field of a plan."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from send_actions.domain.text import clean, cut, printable
from send_actions.errors import UsageError

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "ref": (
        *("ref", "reference", "action ref", "action no", "action number", "no", "ref no", "reference number"),
        *("rec no", "rec ref", "recommendation no", "recommendation number", "recommendation ref"),
        *("action id", "id", "number", "item", "item no", "action reference", "nos", "#"),
    ),
    "area_number": ("area no", "area number", "priority no", "priority number"),
    "area_title": ("area title", "area name"),
    "question": ("question",),
    "theme": ("theme",),
    "area_lead_role": ("area lead", "area lead role"),
    "area_lead_org": ("area lead org",),
    "title": (
        *("action", "title", "actions", "action title", "action required", "action needed", "what"),
        *(
            "recommendation",
            "recommendations",
            "what we will do",
            "what will we do",
            "what we are going to do",
        ),
        *("what are we going to do", "what are we doing", "what we are doing", "action we will take", "task"),
        *("actions we will take", "milestone", "agreed action", "agreed actions"),
    ),
    "success_measure": (
        *("success measure", "measure of success", "success criteria", "success measures"),
        *(
            "measures of success",
            "measure",
            "how will we know",
            "how we will know",
            "what will success look like",
            "what does success look like",
        ),
    ),
    "lead_role": (
        *("owner role", "lead role", "lead", "owner", "action lead", "lead officer", "action owner"),
        *("responsible", "responsible officer", "responsible lead", "who", "by whom", "assigned to"),
        *("person responsible", "who is responsible", "who will do it", "officer", "responsible person"),
        *(
            "persons responsible",
            "responsible persons",
            "responsible officers",
            "officer responsible",
            "leads",
        ),
        *(
            "owners",
            "action owners",
            "lead officers",
            "lead person",
            "responsible owner",
            "responsible manager",
        ),
        *("named lead", "named officer", "responsibility", "lead responsibility", "led by", "who leads"),
    ),
    "sro": (
        *("sro", "accountable", "accountable officer", "accountable lead", "accountable owner"),
        *(
            "senior responsible officer",
            "senior responsible owner",
            "who is accountable",
            "accountable person",
        ),
        *("accountable director", "executive lead", "senior lead", "sponsor", "executive sponsor"),
    ),
    "lead_org": ("owner org", "lead org", "organisation", "lead organisation", "agency", "lead agency"),
    "partners": ("partners",),
    "start": ("start", "start date"),
    "due": (
        *("due", "due date", "deadline", "target date", "original date", "original due date", "original due"),
        *("original target date", "original deadline", "end date", "completion date", "by when", "when"),
        *("timescale", "timescales", "date due", "exec date", "by what date", "when will it be done by"),
    ),
    "revised": (
        *("revised date", "revised due", "revised due date", "revised target date", "revised deadline"),
        *("new date", "new due date", "new target date", "new deadline", "extended date", "extension date"),
        *("proposed date", "proposed new date", "proposed due date", "requested date", "extension requested"),
        *("extension", "revised completion date", "revised end date", "revised timescale", "date requested"),
        *("new date requested", "extension requested to", "revised date requested", "requested extension"),
    ),
    "due_precision": ("due precision",),
    "due_text": ("due text",),
    "status": (
        "delivery",
        "status",
        "delivery status",
        "current status",
        "progress status",
        "action status",
        "stage",
        "state",
    ),
    "colour": (
        "colour",
        "rag",
        "rag rating",
        "rag status",
        "brag",
        "brag rating",
        "brag status",
        "progress rag",
        "delivery rag",
        "current rag",
        "rag progress",
    ),
    "impact": ("impact",),
    "note": (
        *("note", "notes", "comment", "comments", "progress", "progress update", "update", "latest update"),
        *("progress to date", "commentary", "progress notes", "current position", "latest position"),
        *("latest commentary", "latest comments", "latest progress", "latest notes", "position update"),
        *(
            "progress commentary",
            "progress comments",
            "current update",
            "update notes",
            "updates",
            "narrative",
        ),
        *("update commentary", "current commentary", "position statement", "latest position update"),
    ),
    "note_on": ("note on",),
    "ask": ("ask", "ask of the board"),
    "ask_on": ("ask on",),
    "overdue": ("overdue",),
    "checks": ("checks",),
    "updated_on": ("updated on",),
    "first_due": ("first due",),
    "kept_as": ("kept as",),
    "file_date": ("as at", "as at date", "datestring", "date string", "report date", "position as at"),
}
"""For each field of a line the headings that mean it, in lower case; “area” is its number or its title."""

_AREAS: Final = (
    *(
        "area",
        "area for improvement",
        "priority",
        "priority area",
        "priority body",
        "workstream",
        "objective",
    ),
    *("strand", "section", "priority action area", "area of work", "improvement area", "work stream"),
)
_TAILS: Final = (
    "status",
    "rag",
    "notes",
    "comments",
    "owner",
    "lead",
    "action",
    "subaction",
    "deadline",
    "id",
)
_WEAK: Final = ("ref", "title", "lead_role", "start", "due", "status", "note", "area_number")
_FILLERS: Final = frozenset({"body", "text", "description", "schedule", "name", "column", "of", "the"})
_FORMER: Final = frozenset({"previous", "last", "prior", "old", "former", "initial", "baseline"})
_BODIES: Final = ("dept name", "department", "department name", "directorate", "service", "team")
_AS_AT: Final = re.compile(r"[\s(\[,:–-]*\b(?:as at|as of|at|on)\s+[^a-z]*[\w ]*\d.*")
_REVIEW: Final = re.compile(
    r"(?:(?:b?rag|status|rating|progress)\W+)+(?:(?:rating|status|as at|as of|at|on|for|in)\W+)*"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W*(?:\d{2}|\d{4})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|q[1-4]\b.*|(?:autumn|spring|summer)\b.*|(?:quarter|review|month)\W*\d.*)\W*"
)
_LONGEST: Final = 40
NEAR: Final = 0.75
"""How like a heading that we know another has to be for it to be named."""


def known_columns() -> list[str]:
    """Return the headings that people may use, the first word of each field."""
    return [
        *("area", "area no"),
        *(_WORD.get(f, words[0]) for f, words in HEADINGS.items() if f not in _INTERNAL),
    ]


_WORD: Final = {"status": "status", "lead_role": "lead", "lead_org": "lead org"}
"""The words for fields whose first heading is that of our own list."""

_INTERNAL: Final = frozenset(
    {
        *("area_number", "due_precision", "due_text", "updated_on", "first_due", "note_on", "ask_on"),
        *("overdue", "checks", "kept_as", "file_date"),
    }
)


def field_named(word: str) -> str:
    """Return the field that people mean by a word; raises UsageError naming the nearest."""
    bare = heading_names([word])[0]
    meant = "area_number" if bare in _AREAS else _known_by_heading().get(bare)
    if meant is None and bare.replace(" ", "_") in HEADINGS:
        meant = bare.replace(" ", "_")
    if meant is None:
        near = get_close_matches(bare, all_headings(), n=1, cutoff=NEAR)
        tail = f"did you mean {near[0]}?" if near else f"use one of {', '.join(known_columns())}, or none."
        raise UsageError(f"--map: there is no column “{shown_heading(word)}” in a plan: {tail}")
    return meant


def says_number(word: str) -> bool:
    """Say whether a word means the number of an area and not its title."""
    return heading_names([word])[0] in HEADINGS["area_number"]


def heading_names(header: Sequence[str]) -> list[str]:
    """Return headings as they are compared: in lower case, without marks at the end and "as at" a date."""
    return list(map(_heading_name, header))


@lru_cache(maxsize=16384)
def _heading_name(cell: str) -> str:
    name = clean(cell, one_line=True).casefold().replace("_", " ").replace("(s)", "").rstrip(".:?* ")
    return " ".join(_AS_AT.sub("", name).split()) or " ".join(name.split())


def field_of(heading: str, names: Sequence[str]) -> str | None:
    """Return the field that a heading means; “area” is the title where another column has the number."""
    if heading == "area":
        return "area_number" if set(HEADINGS["area_number"]).isdisjoint(names) else "area_title"
    return _known_by_heading().get(heading)


@lru_cache(maxsize=16384)
def weak_field(heading: str) -> str | None:
    """Return the field that a heading means by its end, such as “agreed action” or “schedule end date”."""
    words = heading.split()
    if heading in _BODIES:
        return "lead_role"
    if heading in _AREAS:
        return "area_number"
    if not words or not _FORMER.isdisjoint(words):
        return None
    if "/" in heading:
        return next(filter(None, map(_whole_or_weak, heading.split("/"))), None)
    kept = [word for word in words if word not in _FILLERS]
    for tail in (" ".join(kept[-3:]), " ".join(kept[-2:]), *kept[-1:]):
        meant = (
            "title" if tail in ("subaction", "sub-action", "sub action") else _known_by_heading().get(tail)
        )
        if meant in _WEAK and (" " in tail or tail in _TAILS):
            return meant
    return None


def _whole_or_weak(heading: str) -> str | None:
    meant = _known_by_heading().get(heading.strip()) or weak_field(heading.strip())
    return meant if meant in _WEAK else None


@cache
def _known_by_heading() -> dict[str, str]:
    return {heading: meant for meant, headings in HEADINGS.items() for heading in headings}


def is_review(heading: str) -> bool:
    """Say whether a heading is that of a status at one review: "RAG May 20", "Status Q3 2023/24"."""
    return _REVIEW.fullmatch(clean(heading, one_line=True).casefold().strip()) is not None


@cache
def all_headings() -> tuple[str, ...]:
    """Return every heading that we know."""
    return (*_AREAS, *_known_by_heading())


def shown_heading(name: str) -> str:
    """Return a heading as it is told."""
    return printable(cut(name, _LONGEST))
