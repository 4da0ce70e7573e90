"""Views with a name: the filters that every plan has, and those that are kept with one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from send_actions.domain.noun import Noun
from send_actions.domain.text import match_key


class NamedView(Noun):
    """A filter under a name; `id` is the row of one kept with a plan, 0 of one that every plan has."""

    name: str
    terms: str
    sentence: str = ""
    id: int = 0


ALWAYS: Final = (
    NamedView("overdue", "overdue", "Past their due date."),
    NamedView("off track", "status:red", "Will not be done in time without the board."),
    NamedView("at risk", "status:amber", "Late or likely to be."),
    NamedView("green but overdue", "check:green-but-overdue", "On track past the due date."),
    NamedView("no update", "no-update", "Nothing said since the meeting before the last."),
    NamedView("owes an update", "owes-update", "Nothing said since the last meeting: the round asks."),
    NamedView("board asked", "board-asked", "Questions of the board without an answer."),
    NamedView("due before the next board", "due:next-board", "Fall due before the next meeting."),
    NamedView("changed", "changed", "Moved since the last meeting."),
    NamedView("no lead", "check:no-lead", "Without an action lead."),
)
"""The views that every plan has."""


def name_refusal(name: str, known: Iterable[str]) -> str:
    """Return why a view cannot have this name beside the `known` ones; empty where it can."""
    wanted = match_key(name)
    if not wanted:
        return "The view has no name: give it one in a word or two."
    if always := next((view.name for view in ALWAYS if match_key(view.name) == wanted), None):
        return f"{always} is a view that every plan has: give this one another name."
    if other := next((one for one in known if match_key(one) == wanted), None):
        return f"There is a view called {other} already: give this one another name."
    return ""
