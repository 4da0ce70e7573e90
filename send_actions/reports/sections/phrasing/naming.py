"""What an action or area is called: with its title where a section first names it, then by its number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from send_actions.domain.plan import Action, Area
from send_actions.domain.text import cut_at_word
from send_actions.reports.sections.phrasing.cells import NONE, filled

LONGEST_TITLE: Final = 60
"""How much of a title is said in running text (PRODUCT section 8)."""


class Naming:
    """How one section, from its heading to the next, calls actions and areas."""

    def __init__(self) -> None:
        self._named: set[tuple[str, int]] = set()

    def action(self, action: Action) -> str:
        """An action by ref and title, the second time by ref alone."""
        return self._call(action, action.ref, action.title)

    def area(self, area: Area) -> str:
        """An area by number and title, the second time by number alone."""
        return self._call(area, area.number, area.title)

    def actions(self, actions: Iterable[Action]) -> str:
        """Several actions, parted as titles with commas in them can be."""
        return "; ".join(map(self.action, actions))

    def _call(self, thing: Action | Area, number: str, title: str) -> str:
        key = type(thing).__name__, thing.id
        is_known = key in self._named
        self._named.add(key)
        return filled(number) if is_known else named(number, title)


def named(number: str, title: str) -> str:
    """A ref or number with its title, cut at a word's end where it is long."""
    short = cut_at_word(" ".join(title.split()), LONGEST_TITLE)
    return f"{number.strip()} {short}".strip() or NONE
