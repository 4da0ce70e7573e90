"""Rows that hold an area and nothing else, as merged cells leave them: they head the rows below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from send_actions.importers.areas.area_words import Named, named_area
from send_actions.importers.areas.owners_above import OwnersAbove
from send_actions.importers.cell_text import CODE, is_dash, plain
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.headings.labelled_lines import without_owners
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import quoted
from send_actions.importers.sheet import AreaHead
from send_actions.importers.statuses.headed_status import headed_status
from send_actions.importers.statuses.state_words import says_state
from send_actions.importers.statuses.status_words import StatusWords

_OF_AREA: Final = frozenset({"area_number", "area_title"})


class AreaHeadings:
    """The area that stands above the rows of one file after another."""

    def __init__(
        self,
        columns: Columns,
        problems: Problems,
        above: AreaHead,
        words: StatusWords,
        organisations: Sequence[str] = (),
    ) -> None:
        self._columns, self._problems, self._words = columns, problems, words
        self._may_hold = {place for name, place in columns.places.items() if name in (*_OF_AREA, "ref")}
        self._owners = OwnersAbove(columns, problems, organisations, above)
        self.take(above)

    def take(self, head: AreaHead) -> None:
        """Go on to the rows below a heading that was found in the file's shape."""
        self._state = headed_status(head.state)
        if head.state:
            return
        self._theme = head.theme
        self._area, self._outcome = Named(head.number, head.title, head.label), head.outcome
        said = self._words.at_head(head.judged) if head.judged else None
        self._judged = said.status if said else None
        self._owners.take(head)

    def with_outcome(self, area: AreaLine) -> AreaLine:
        """Return what a row says of its area, with the outcome, the status and the lead of its heading."""
        area = self._owners.of_area(area)
        if self._theme and not area.theme:
            area = replace(area, theme=self._theme)
        if not self._outcome and self._judged is None:
            return area
        return replace(area, outcome=self._outcome or None, judged=self._judged)

    def is_one(self, row: int, cells: Sequence[str]) -> bool:
        """Say whether a row is a heading, and keep and tell it."""
        if self._columns.is_own:
            return False
        at = [place for place, cell in enumerate(cells) if cell.strip() and not is_dash(cell)]
        if not self._may_hold.issuperset(at):
            return False
        filled = {place: plain(cells[place]) for place in at}
        said = {name: filled[place] for name, place in self._columns.places.items() if filled.get(place)}
        if not said or len(said) != len(filled):
            return False
        before = self._area
        if _OF_AREA.issuperset(said):
            self._area = Named(said.get("area_number", ""), said.get("area_title", ""))
        elif said.keys() == {"ref"} and not _may_be_ref(said["ref"]):
            self._area = named_area(said["ref"])
        else:
            return False
        if says_state(" ".join(said.values())):
            self._area = before
            self._state = headed_status(" ".join(said.values()))
            self._problems.doubt(row, next(iter(said)), told_of_state(" ".join(said.values())))
            return True
        self._state = None
        if not self._area.number:
            self._area = _parted(self._area.title)
        self._outcome, self._judged, self._theme = "", None, ""
        title, owners = without_owners(self._area.title, self._problems.cell(row, next(iter(said))))
        self._area = self._area._replace(title=title)
        self._owners.take(AreaHead(self._area.number, title, said=owners))
        shown = quoted(" ".join(said.values()))
        told = f"{shown} stands alone in its row: it is taken as the heading of the rows below."
        self._problems.doubt(row, next(iter(said)), told)
        return True

    def over(self, line: ActionLine) -> ActionLine:
        """Return a line in the area of the heading above it; one with an area of its own ends the heading."""
        if self._state and line.latest_status is None:
            line = replace(line, status=self._state)
        if line.area_number or line.area_title:
            if self._area.number or self._area.title:
                self.take(AreaHead())
            return self._owners.over(line)
        line = self._owners.over(line)
        number, title, label = self._area
        return (
            replace(line, area_number=number, area_title=title, area_label=label) if number or title else line
        )


def _may_be_ref(words: str) -> bool:
    """Say whether words in a ref's place may be one; a text in which one heads rows is read as a grid."""
    return CODE.fullmatch(words) is not None or (words.isalnum() and words.isascii())


def told_of_state(words: str) -> str:
    """Return how a heading is told that says how the rows below it stand."""
    told = f"{quoted(words)} says how the rows below it stand, and is no area"
    status = headed_status(words)
    return f"{told}: those without a status are {status.word.lower()}." if status else f"{told}."


def _parted(title: str) -> Named:
    """Return the area of a heading that has number and title, else its words as the title."""
    found = named_area(title)
    return found if found.title else Named("", title)
