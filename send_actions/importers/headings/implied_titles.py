"""The column of actions where no heading says so: descriptions in a log, or in a sheet of actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.headings.headings import field_of, heading_names, weak_field
from send_actions.importers.headings.row_kinds import are_kinds, is_action, kinds_in

DESCRIBED: Final = ("description", "details", "detail", "summary", "subject", "item description")
"""Headings that may stand over actions, the likeliest first."""

_BESIDE: Final = frozenset({"ref", "lead_role", "lead_org", "due", "status", "colour", "percent"})
_NAMED: Final = ("summary", "name", "item name", "item")
_OF_PROGRAMS: Final = frozenset(
    {
        *("issue key", "issue type", "issue id", "reporter", "task id", "section/column", "resource names"),
        *("task mode", "outline level", "predecessors", "timeline - start", "timeline - end", "subitems"),
        *("assignee email", "last modified", "item id (auto generated)", "bucket name", "work item type"),
        *("% complete", "assigned to", "person"),
    }
)
"""Headings of lists of tasks that programs write, whose names are the actions."""

_FEWEST: Final = 2
_OF_ACTIONS: Final = re.compile(
    r"(?:\w+ ){0,3}actions?(?: (?:log|plan|tracker|list|register|table|points?|items?))?(?: \W?\d[\w /.-]*)?",
    re.IGNORECASE,
)


def names_actions(words: str) -> bool:
    """Say whether a name or a title says that what it stands over are actions."""
    flat = " ".join(words.replace("_", " ").split())
    return _OF_ACTIONS.fullmatch(flat) is not None


MARKS_OF_THESE: Final = (*DESCRIBED, *_NAMED)
"""Words of which each such heading is one."""


def may_be_described(cell: str) -> bool:
    """Say whether a heading is one of those that may stand over actions."""
    return heading_names([cell])[0] in MARKS_OF_THESE


def implied_title(
    cells: Sequence[str], below: Sequence[Sequence[str]], *, is_of_actions: bool = False
) -> int | None:
    """Return the place of the column that holds the actions though its heading does not say so.

    `is_of_actions` says whether the title of the table does; else a column of kinds has to name actions.
    """
    names = heading_names(cells)
    fields = [field_of(name, names) or weak_field(name) for name in names]
    if "title" in fields or len(_BESIDE & {*fields}) < _FEWEST:
        return None
    named = next((names.index(word) for word in _NAMED if word in names), None)
    if named is not None and not _OF_PROGRAMS.isdisjoint(names):
        return named
    place = next((names.index(word) for word in DESCRIBED if word in names), None)
    if place is None:
        return None
    if is_of_actions:
        return place
    kinds = [p for p, field in enumerate(fields) if field == "kind" and are_kinds(below, p)]
    return place if any(is_action(word) for p in kinds for word in kinds_in(below, p)) else None
