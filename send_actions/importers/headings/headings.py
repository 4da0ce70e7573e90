"""Which heading of a file means which field of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from send_actions.domain.text import clean, cut, printable
from send_actions.errors import UsageError
from send_actions.importers.headings.heading_shapes import field_by_shape, in_full, may_mean
from send_actions.importers.headings.heading_words import HEADINGS

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
    *("key area", "focus area", "area of focus", "key priority", "strategic priority", "strategic objective"),
    *("improvement priority", "priority theme", "outcome area", "key theme", "improvement theme"),
    *("area of significant weakness", "area of weakness", "area for significant improvement"),
    *("area of significant concern", "area of concern", "area of development", "area for development"),
    *("area for priority action", "priority for improvement", "what needs to improve", "key line of enquiry"),
    *("strand", "section", "priority action area", "area of work", "improvement area", "work stream"),
    *("audit", "audit review", "audit title", "audit name", "name of audit", "audit area"),
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
_FIRST: Final = re.compile(r"\b(?:original(?:ly)?|initial(?:ly)?|baseline|first(?= (?:due date|target)))\b")
_LATEST: Final = re.compile(r"\b(?:forecast|current|latest|projected)\b")
_AGREED: Final = re.compile(r"\b(?:agreed|set)\b|[()\[\]:–—-]")
_BODIES: Final = ("dept name", "department", "department name", "directorate", "service", "team")
_AS_AT: Final = re.compile(r"(?<![\s(\[,:–-])[\s(\[,:–-]*\b(?:as at|as of|at|on)\s+[^a-z]*[\w ]*\d.*")
_THIS: Final = re.compile(r"\s*\bthis (?:month|quarter|term|period|week|time|meeting)\b")
_STEP: Final = re.compile(
    r"(?:by |at |in |within |after )?(?:\d{1,2}|three|six|nine|twelve|eighteen)[\s-]*months?\b.*"
    r"|(?:milestones?|steps?|targets?|progress)\b\W*(?:by|at|in|within|after|for)?\W*\d{1,2}[\s-]*months?\W*"
    r"|(?:milestones?|steps?)\W*\d\W*"
)
_REVISED: Final = re.compile(r"\b(?:re-?vised|revision|amended|extended|extension|re-?scheduled)\b")
_OF_DUE: Final = re.compile(
    r"\b(?:due|deadline|date|timescales?|completion|by when|time ?frame|end|finish)\b"
)
_NOT_THE_DATE: Final = re.compile(
    r"\b(?:reasons?|why|start|agreed by|approved|approval|comments?|notes?|rag|status|title|action|measure)\b"
)
_OF_NOTES: Final = r"(?:progress|updates?|comments?|commentary|notes?|narrative|position)"
_OF_STATUS: Final = r"(?:b?rag|status|b?rag rating|b?rag status)"
_AND: Final = r"\s*(?:and|&|\+|with|/)\s*"
_NOTE_AND_STATUS: Final = re.compile(f"{_OF_NOTES}{_AND}{_OF_STATUS}|{_OF_STATUS}{_AND}{_OF_NOTES}")
_SINCE: Final = re.compile(rf"{_OF_NOTES} since (?:the )?(?:last|previous|prior) [a-z ]+")
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)\s*")
_LONGEST: Final = 40
_MOST_COMPARED: Final = 300
"""As much of a heading as is compared: what is longer is prose, and none that we know."""
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

_AGENCY: Final = "responsible agency"
"""What heads the lead, or its organisation where another column has the lead."""

_DATES: Final = ("date", "dates", "date due")
_DATE: Final = "date"
"""What heads the due date where it stands behind who is to do what, and anything else elsewhere."""

_INTERNAL: Final = frozenset(
    {
        *("area_number", "due_precision", "due_text", "updated_on", "first_due", "note_on", "ask_on"),
        *(
            "overdue",
            "checks",
            "kept_as",
            "file_date",
            "percent",
            "reason",
            "detail",
            "completed_on",
            "measure",
        ),
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
    """Return headings as they are compared: in lower case, without marks at the end and "as at" a date.

    Headings that only such a date tells apart keep it.
    """
    names, whole = list(map(_heading_name, header)), list(map(whole_heading, header))
    of_name: dict[str, set[str]] = {}
    for name, each in zip(names, whole, strict=True):
        of_name.setdefault(name, set()).add(each)
    return [each if len(of_name[name]) > 1 else name for name, each in zip(names, whole, strict=True)]


@lru_cache(maxsize=16384)
def whole_heading(cell: str) -> str:
    """Return a heading in lower case, without marks at its end and with any date in it."""
    name = clean(cell[:_MOST_COMPARED], one_line=True).casefold()
    name = name.replace("_", " ").replace("(s)", "").rstrip(".:?* ")
    return " ".join(name.split())


@lru_cache(maxsize=16384)
def _heading_name(cell: str) -> str:
    name = whole_heading(cell)
    return " ".join(_AS_AT.sub("", name).split()) or name


def field_of(heading: str, names: Sequence[str]) -> str | None:
    """Return the field that a heading means; “area” is the title where another column has the number."""
    if heading == "area":
        return "area_number" if set(HEADINGS["area_number"]).isdisjoint(names) else "area_title"
    known = _known_by_heading()
    if heading == _DATE:
        return "due" if _is_due(names) else None
    if heading == _AGENCY and any(known.get(name) == "lead_role" for name in names if name != _AGENCY):
        return "lead_org"
    return known.get(heading)


def _is_due(names: Sequence[str]) -> bool:
    """Say whether a column headed "date" is the due date: it follows action and lead, and no other is."""
    known = [_known_by_heading().get(name) for name in names]
    before = known[: names.index(_DATE)]
    return {"title", "lead_role"} <= set(before) and "due" not in known


@lru_cache(maxsize=16384)
def weak_field(heading: str) -> str | None:
    """Return the field that a heading means by its end, such as “agreed action” or “schedule end date”."""
    if heading in _BODIES or heading in _AREAS:
        return "lead_role" if heading in _BODIES else "area_number"
    is_revised = _REVISED.search(heading) and _OF_DUE.search(heading)
    if is_revised and not _NOT_THE_DATE.search(heading):
        return "revised"
    if has_note_and_status(heading) or _is_status_at(heading):
        return "status"
    if _FIRST.search(heading) and _is_due_but_for(_FIRST, heading):
        return "due"
    return "note" if _SINCE.fullmatch(heading) else _by_end_or_make(heading)


def _by_end_or_make(heading: str) -> str | None:
    whole = in_full(heading)
    known = _known_by_heading().get(whole) if whole != heading else None
    return known or _by_end(whole) or field_by_shape(whole)


def may_be_first_due(heading: str) -> bool:
    """Say whether a heading is that of the first due date if dates are below: “Original target”."""
    return bool(_FIRST.search(heading)) and _is_due_but_for(_FIRST, heading, is_dated=True)


def may_be_latest_due(heading: str) -> bool:
    """Say whether a heading is that of the due date as it is now if dates are below: “Latest forecast”."""
    return bool(_LATEST.search(heading)) and _is_due_but_for(_LATEST, heading, is_dated=True)


def _is_due_but_for(words: re.Pattern[str], heading: str, *, is_dated: bool = False) -> bool:
    """Say whether a heading means the due date without some words; where dates are below it, if it may."""
    bare = " ".join(_AGREED.sub(" ", words.sub(" ", heading)).split())
    meant = _known_by_heading().get(bare) or field_by_shape(bare) or ("due" if bare in _DATES else "")
    return meant == "due" or (is_dated and (may_mean(bare, "due") or (not bare and "forecast" in heading)))


def _is_status_at(heading: str) -> bool:
    """Say whether a heading is of the status at some time: “RAG at review 2”, “RAG this month”."""
    bare = _THIS.sub("", _AS_AT.sub("", heading)).strip()
    return bare != heading and _known_by_heading().get(bare) in ("status", "colour")


def has_note_and_status(heading: str) -> bool:
    """Say whether a heading is of a status and of words about it: “Progress and RAG”."""
    return bool(_NOTE_AND_STATUS.fullmatch(heading))


def _by_end(heading: str) -> str | None:
    words = heading.split()
    if not words or not _FORMER.isdisjoint(words) or words[0].startswith("mitigat"):
        return None
    if (flat := " ".join(_AGREED.sub(" ", heading).split())) != heading and _known_by_heading().get(flat):
        return _known_by_heading()[flat]
    if (bare := _BRACKETED.sub(" ", heading).strip(" .:?*–—-")) not in ("", heading):
        return _known_by_heading().get(bare) or weak_field(bare)
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


def is_of_step(heading: str) -> bool:
    """Say whether a heading is that of a milestone some months on: "6 month milestone"."""
    return _STEP.fullmatch(heading) is not None


def step_dates(names: Sequence[str]) -> list[int]:
    """Return the places of due dates that stand beside milestones, where at least two have one."""
    beside = [
        place
        for place, name in enumerate(names)
        if place and field_of(name, names) == "due" and is_of_step(names[place - 1])
    ]
    return beside if len(beside) > 1 else []


def is_of_part(heading: str) -> bool:
    """Say whether a heading is that of parts of an action: “Sub-action”."""
    return heading.startswith(("sub-", "sub ", "subaction", "subtask"))


@cache
def all_headings() -> tuple[str, ...]:
    """Return every heading that we know."""
    return (*_AREAS, *_known_by_heading())


def shown_heading(name: str) -> str:
    """Return a heading as it is told."""
    return printable(cut(name, _LONGEST))
