"""The refusal of a file in which a column that is needed was not found, and what may be meant for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from send_actions.importers.headings.heading_shapes import may_mean
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.headings.headings import NEAR, field_of, heading_names, shown_heading, weak_field

PLAIN: Final = {
    "lead_role": "owner",
    "lead_org": "owner's organisation",
    "colour": "status",
    "success_measure": "success measure",
    "area_number": "area",
    "title": "action",
    "due": "due date",
    "revised": "revised due date",
    "sro": "accountable officer",
}
"""What people call some of the fields."""

_OF_ACTION: Final = frozenset(
    {
        *(
            "action",
            "actions",
            "task",
            "tasks",
            "activity",
            "activities",
            "recommendation",
            "recommendations",
        ),
        *("deliverable", "deliverables", "intervention", "initiative", "commitment", "do", "doing", "done"),
    }
)
"""Words of which a heading of actions has one."""

_LOOKED_AT: Final = 50


def missing_columns(
    name: str, missing: Sequence[str], names: Sequence[str], rows: Sequence[Sequence[str]]
) -> str:
    """Return the refusal of a file without the columns that are needed, with what may be meant for them."""
    taken = {word for word in names if field_of(word, names)}
    near = {
        word: get_close_matches(word, HEADINGS["title"], n=1, cutoff=NEAR)
        for word in names
        if word not in taken
    }
    like, known = next(((word, found[0]) for word, found in near.items() if found), ("", ""))
    meant = f" Is “{shown_heading(like)}” meant for {known}?" if like else ""
    likely = like or (likely_action(names, rows) if taken else "")
    if likely:
        meant += (
            f' --map "{shown_heading(likely)}={PLAIN.get(missing[-1], missing[-1])}" says what a column is.'
        )
    return (
        f"{name} has no column for the {' or the '.join(missing)}: one of its first rows must name "
        f"the columns, such as ref, area_no, area, action, due, status.{meant}"
    )


def likely_action(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the heading that most likely is that of the action: by its words, else by those below it.

    It is empty where all headings mean something else.
    """
    names = heading_names(headings)
    free = [n for n, name in enumerate(names) if name and _may_be_action(name, names)]
    named = [n for n in free if not _OF_ACTION.isdisjoint(re.findall(r"[a-z]+", names[n]))]
    words = {n: _words_below(n, rows) for n in free}
    likely = named or [n for n in free if words[n] == max(words.values())]
    return headings[max(likely, key=words.__getitem__)] if likely else ""


def _may_be_action(name: str, names: Sequence[str]) -> bool:
    if may_mean(name, "status"):
        return False
    return (field_of(name, names) or weak_field(name)) in (
        None,
        "title",
        "detail",
        "area_number",
        "area_title",
    )


def _words_below(place: int, rows: Sequence[Sequence[str]]) -> int:
    return sum(len(row[place].split()) for row in rows[:_LOOKED_AT] if place < len(row))
