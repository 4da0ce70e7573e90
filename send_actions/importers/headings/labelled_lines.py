"""Lines that say something under a label of its own, above a table, below a heading or in its title.

`labelled_line` reads the filled cells of one row, or one paragraph as a single cell: "Lead: Head of SEND",
"Area lead – Head of SEND", "SRO" and its words in the next cell, or several of these in one row or cell. A
reader of any format keeps what it finds in `AreaHead.said`, of the table (`Found.area`, `Sheet.area`) or of a
heading inside it, and `OwnersAbove` gives the owners to area and actions, and tells each. A line whose label
is in `NOT_TITLES` is no title of an area. `is_of_file` says which dates speak of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from send_actions.domain.text import clean
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.headings.headings import field_of, heading_names

_AREA: Final = (
    r"(?:area(?: for improvement| of focus)?|priority(?: area| action)?|improvement area|work ?stream|strand"
    r"|theme|objective|outcome|pillar|section)"
)
_AREA_LEAD: Final = re.compile(
    rf"{_AREA}\s*(?:\d{{1,2}}\s*)?(?:lead|owner|lead officer|responsible officer|sponsor)"
)
_AREA_SRO: Final = re.compile(rf"{_AREA}\s*(?:\d{{1,2}}\s*)?(?:sro|accountable (?:officer|lead))")
_AREA_ALONE: Final = re.compile(
    r"area(?: for improvement| of focus)?|priority(?: area)?|improvement area|work ?stream"
)
_NUMBERED_AREA: Final = re.compile(rf"{_AREA}\s*(?:no\.?\s*)?(\d{{1,2}}|[A-H])", re.IGNORECASE)
_PROJECT: Final = re.compile(r"project(?: (?:name|title))?")
_OUTCOME: Final = re.compile(
    r"(?:(?:intended|desired|expected|overall|key|strategic) )?"
    r"(?:outcomes?|aims?|objectives?|goals?|ambitions?)"
    r"|outcomes? wanted|what we want to achieve"
)
_JUDGED: Final = re.compile(
    rf"(?:overall(?: {_AREA})?|{_AREA}|project)"
    r"(?: (?:delivery|progress|b?rag|status|rating|judgement|assessment))+"
)
_DATE: Final = re.compile(
    r"(?:date|last|rag|position|status|data|document|plan|tracker|report(?:ing)?|version)?\s*"
    r"(?:(?:last )?(?:updated?|reviewed|amended|refreshed)(?: on| date)?|as at|as of|date"
    r"|of (?:last )?update|of report|of (?:this )?version)"
    r"|reporting (?:period|month|date)"
)
_DATED: Final = re.compile(
    r"(?:[a-z]+ ){0,3}(?:as at|as of|(?:last )?updated(?: on)?):?\s+\S.*", re.IGNORECASE
)
_VERSION: Final = re.compile(
    r"(?:document )?(?:version|draft|issue|revision|rev|v)\.?(?: no\.?| number)?\s*:?\s*v?\d[\d.]*\b.{0,60}",
    re.IGNORECASE,
)
_ONE: Final = re.compile(r"([^\W\d][^:\n]{0,44}?)\s*(:|\s[–—-])\s+?(\S.*)", re.DOTALL)
_GLUED: Final = re.compile(r"([^\W\d][^:\n]{0,44}?)(:)(\S.*)", re.DOTALL)
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)")
_WITH_BRACKETS: Final = re.compile(r"(.*\S)\s*\(([^()]+)\)", re.DOTALL)
_OF_PLAN: Final = re.compile(r"\b(?:plan|strategy|programme|tracker|log|register)\b")
_MOST_WORDS: Final = 6
OWNERS: Final = frozenset({"lead", "area lead", "sro"})
"""What is meant by a label of an owner."""

NOT_TITLES: Final = OWNERS | {"outcome", "date", "version", "project", "judged"}
"""What is meant by a label whose line is no title."""


class Labelled(NamedTuple):
    """What a line says under its label, and what is `meant`: one of OWNERS, NOT_TITLES or the area.

    That is empty for a label that is none of these; `cell` is where the words stand.
    """

    meant: str
    label: str
    words: str
    cell: str

    def __str__(self) -> str:
        number = self.words.partition(". ")[0] if self.meant == "area" else ""
        is_numbered = bool(number) and self.label.endswith(number)
        words = self.words.removeprefix(f"{number}. ") if is_numbered else self.words
        return f"{self.label}: {words}" if self.label else words


def labelled_line(cells: Sequence[tuple[str, str]]) -> tuple[Labelled, ...]:
    """Return what the filled cells of a line, each with its name, say under labels; else nothing."""
    found: list[Labelled] = []
    place = 0
    while place < len(cells):
        name, text = cells[place]
        said = _in_one(name, text)
        if not said and place + 1 < len(cells):
            said = _in_two(text, *cells[place + 1])
            place += 1
        if not said:
            return ()
        found += said
        place += 1
    return tuple(found)


def without_owners(title: str, cell: str) -> tuple[str, tuple[Labelled, ...]]:
    """Return a title without the owners that stand in brackets behind it, such as (Lead: Head of SEND)."""
    match = _WITH_BRACKETS.fullmatch(title)
    said = labelled_line([(cell, match[2])]) if match else ()
    is_of_owners = bool(said) and all(line.meant in OWNERS for line in said)
    return (match[1], said) if match and is_of_owners else (title, ())


def meant_by(label: str) -> str:
    """Return what is meant by a label; empty for one that says none of what is read."""
    name = " ".join(_BRACKETED.sub(" ", heading_names([label])[0]).replace("–", " ").split())
    if name in HEADINGS["sro"] or _AREA_SRO.fullmatch(name):
        return "sro"
    if _AREA_LEAD.fullmatch(name) or name in HEADINGS["area_lead_role"]:
        return "area lead"
    if name in HEADINGS["lead_role"]:
        return "lead"
    ways = (
        *(("area", _AREA_ALONE), ("outcome", _OUTCOME), ("date", _DATE)),
        *(("project", _PROJECT), ("judged", _JUDGED)),
    )
    return next((meant for meant, form in ways if form.fullmatch(name)), "")


def is_of_file(text: str) -> bool:
    """Say whether the date in a line may speak of the file: that of an inspection does not."""
    said = _in_one("", text)
    return all(line.meant in ("date", "version") or _is_title(line) for line in said)


def _in_one(cell: str, text: str) -> list[Labelled]:
    """Return what one cell says under labels, one to a line of it."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        found = [said for line in lines for said in _in_one(cell, line)]
        return found if len(found) == len(lines) else []
    words = clean(text, one_line=True).strip()
    if _VERSION.fullmatch(words):
        return [Labelled("version", "", words, cell)]
    match = _ONE.fullmatch(words) or _GLUED.fullmatch(words)
    if match and _is_label(match[1]):
        said = _labelled(match[1].strip(), match[3].strip(), cell)
        if said.meant or match[2] == ":":
            return [said]
    return [Labelled("date", "", words, cell)] if _DATED.fullmatch(words) else []


def _in_two(label: str, cell: str, text: str) -> list[Labelled]:
    """Return what a cell says whose label stands in the one before it."""
    bare = clean(label, one_line=True).strip()
    words = clean(text, one_line=True).strip()
    is_label = bare.endswith(":") or meant_by(bare)
    name = heading_names([words])[0]
    if (
        not is_label
        or not _is_label(bare)
        or words.endswith(":")
        or meant_by(words)
        or field_of(name, [name])
    ):
        return []
    return [_labelled(bare.rstrip(": "), words, cell)]


def _labelled(label: str, words: str, cell: str) -> Labelled:
    """Return what a line says; of an area with its number before its words."""
    meant = meant_by(label)
    number = _NUMBERED_AREA.fullmatch(label) if not meant else None
    return (
        Labelled("area", label, f"{number[1]}. {words}", cell)
        if number
        else Labelled(meant, label, words, cell)
    )


def _is_title(line: Labelled) -> bool:
    """Say whether a line is the title of a plan with a colon in it, and no label."""
    return not line.meant and _OF_PLAN.search(line.label.casefold()) is not None


def _is_label(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS
