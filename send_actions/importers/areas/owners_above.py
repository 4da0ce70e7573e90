"""Who leads and who is accountable by the lines above the rows, where no column of theirs says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.words.owners import is_nobody
from send_actions.domain.words.several_owners import split_owners
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.file_problems import Problems
from send_actions.importers.headings.labelled_lines import OWNERS, Labelled
from send_actions.importers.names_apart import without_names
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import list_cells, quoted
from send_actions.importers.sheet import AreaHead

_FIELDS: Final = {"lead": "lead_role", "sro": "sro", "area lead": "area_lead_role"}
_OF_AREA: Final = ("area lead", "lead", "sro")
"""Whose words are those of an area's lead, the first that is said."""

_CALLED: Final = {"lead": "the lead of", "sro": "who is accountable for"}


class OwnersAbove:
    """The owners that lines above the rows name: for an area and its actions, or for all rows of a table."""

    def __init__(
        self, columns: Columns, problems: Problems, organisations: Sequence[str], top: AreaHead
    ) -> None:
        self._columns, self._problems, self._bodies = columns, problems, organisations
        self._general = () if top.number or top.title else top.said
        self._area_lead: OwnerDraft | None = None
        self._area_cell = ""
        self._of_actions: dict[str, tuple[OwnerDraft, str]] = {}

    def take(self, head: AreaHead) -> None:
        """Go on to the rows below a heading, and tell how what it says of owners is taken."""
        owners = [said for said in head.said if said.meant in OWNERS]
        first = {said.meant: said for said in reversed([*owners, *self._general])}
        has_area = bool(head.number or head.title) and not self._columns.places.keys() & {"area_lead_role"}
        of_area = next((first[meant] for meant in _OF_AREA if has_area and meant in first), None)
        self._area_lead = self._read(of_area) if of_area else None
        self._area_cell = of_area.cell if of_area else ""
        self._of_actions = {}
        for meant in _CALLED:
            said = first.get(meant)
            if said and _FIELDS[meant] not in self._columns.places and (owner := self._read(said)):
                self._of_actions[_FIELDS[meant]] = owner, said.cell
        self._tell(owners, of_area)

    def over(self, line: ActionLine) -> ActionLine:
        """Return an action with the owners that stand above it."""
        if self._area_lead:
            self._problems.stands_at(line.row, "area_lead_role", self._area_cell)
        if not self._of_actions:
            return line
        for name, (_, cell) in self._of_actions.items():
            self._problems.stands_at(line.row, name, cell)
        lead, sro = (self._of_actions.get(_FIELDS[meant], (None, ""))[0] for meant in _CALLED)
        return replace(line, lead=line.lead or lead, sro=line.sro or sro)

    def of_area(self, area: AreaLine) -> AreaLine:
        """Return what a row says of its area with the lead that stands above it."""
        return replace(area, lead=self._area_lead) if self._area_lead and not area.lead else area

    def _read(self, said: Labelled) -> OwnerDraft | None:
        """Return the owner whom a line names, of several the first; None where it names nobody."""
        if is_nobody(said.words):
            return None
        apart = without_names(said.words)
        named = split_owners(apart.words)
        owner = OwnerDraft.read(named[0].words if len(named) > 1 else apart.words, self._bodies)
        return replace(owner, name=apart.name) if owner and apart.name else owner

    def _tell(self, owners: Iterable[Labelled], of_area: Labelled | None) -> None:
        for said in owners:
            is_taken = self._of_actions.get(_FIELDS[said.meant], (None, ""))[1] == said.cell
            taken = _taken(said, is_of_area=said is of_area, is_of_actions=is_taken)
            apart = without_names(said.words)
            others = [quoted(one.words) for one in split_owners(apart.words)[1:]]
            more = f"; {list_cells(others)} beside it is left out" if others else ""
            more += f"; the name {quoted(apart.name)} is kept apart from the role" if apart.name else ""
            self._problems.doubt_at(said.cell, f"{quoted(str(said))} {taken}{more}.")


def _taken(said: Labelled, *, is_of_area: bool, is_of_actions: bool) -> str:
    """Return how the words of a line are taken."""
    if is_nobody(said.words):
        return "names nobody: left out"
    if not is_of_area and not is_of_actions:
        return "is not read: left out"
    called = _CALLED.get(said.meant, "the lead of")
    if not is_of_area:
        return f"is taken as {called} the actions below"
    if not is_of_actions:
        return "is taken as the lead of the area"
    return f"is taken as the lead of the area and {'' if said.meant == 'lead' else f'{called} '}its actions"
