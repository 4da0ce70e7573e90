"""The owners of a row: who leads and who helps, told apart where one cell names several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Final, NamedTuple

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.words.owners import is_nobody, may_name_organisation, without_nobody
from send_actions.domain.words.several_owners import split_owners
from send_actions.importers.lines.role_and_body import order_in, role_and_body
from send_actions.importers.lines.row_cells import RowCells
from send_actions.importers.names_apart import NamesTold, without_names
from send_actions.importers.problems import list_cells, quoted

_APART: Final = re.compile(r";|\n")
"""What surely stands between two owners, where a stroke may stand before an organisation."""


class OwnersSaid(NamedTuple):
    """Whom a cell names: the first, or nobody, and the others as they stand."""

    first: OwnerDraft | None = None
    others: tuple[str, ...] = ()


class OwnerReader:
    """Reads the owners of one row after another; `organisations` are known to be such."""

    def __init__(self, cells: RowCells, organisations: Sequence[str]) -> None:
        self._cells = cells
        self._own = lru_cache(maxsize=4096)(OwnerDraft)
        self._read = lru_cache(maxsize=4096)(partial(OwnerDraft.read, organisations=organisations))
        self._nobody: dict[str, list[str]] = {}
        self._in_part: dict[str, dict[str, list[str]]] = {}
        self._several: dict[str, tuple[OwnersSaid, list[str]]] = {}
        self._bracketed: dict[str, list[str]] = {}
        self._initials: dict[str, tuple[str, list[str]]] = {}
        self._without_names = lru_cache(maxsize=4096)(without_names)
        self._names = NamesTold()

    def first(self, role: str, organisation: str) -> OwnerDraft | None:
        """Return the first owner whom two cells name."""
        return self.read(role, organisation).first

    def read(self, role: str, organisation: str, *others: str) -> OwnersSaid:
        """Return the owners of two cells, or of one that names both; nobody for words that name none.

        Whoever stands in the cells of `others` is a partner, and the lead where no other is.
        """
        said = self._read_one(role, organisation)
        for name in others:
            more = self._read_one(name, "")
            if said.first is None:
                said = more
            elif more.first and str(more.first) != str(said.first):
                said = said._replace(others=(*said.others, str(more.first), *more.others))
        return said

    def _read_one(self, role: str, organisation: str) -> OwnersSaid:
        words, body = self._cells.text(role), self._cells.text(organisation)
        if not words and body and role == "lead_role":
            words, body = body, ""
        if not words:
            return OwnersSaid()
        at = -1 if body else order_in(self._cells.problems.heading(self._cells.row, role))
        if at >= 0 and (both := role_and_body(self._cells.lines(role), at)):
            words, body = both
        if is_nobody(words):
            self._cells.note(self._nobody, words, role)
            return OwnersSaid()
        if self._cells.columns.is_own:
            return OwnersSaid(self._own(words, body))
        if (named := without_nobody(words)) != words:
            self._cells.note(self._in_part.setdefault(named, {}), words, role)
            words = named
        if (apart := self._without_names(self._cells.lines(role))).held:
            self._names.note(words, apart, self._cells.cell(role))
            self._cells.told += 1
            said = self._owners_of(apart.words, role, body)
            return said._replace(first=said.first and replace(said.first, name=apart.name))
        return self._owners_of(words, role, body)

    def _owners_of(self, words: str, role: str, body: str) -> OwnersSaid:
        owner = OwnerDraft(words, body) if body else self._read(words)
        if owner is None or (owner.role != words and not _APART.search(self._cells.lines(role).strip())):
            return OwnersSaid(owner)
        return self._told_apart(OwnerDraft(words, body), role, body)

    def _told_apart(self, owner: OwnerDraft, role: str, body: str) -> OwnersSaid:
        """Return the owners of a cell that may name several; what was told apart is told."""
        lines = self._cells.lines(role)
        found = split_owners(lines if owner.role.split() == lines.split() else owner.role)
        if not found or [one.words for one in found] == [owner.role]:
            self._doubt_bracketed(owner.role, role, is_alone=not body)
            return OwnersSaid(owner if body else self._read(owner.role) or owner)
        first = self._read(found[0].words)
        if first is None:
            return OwnersSaid(owner)
        if body and not first.organisation:
            first = replace(first, organisation=body)
        said = OwnersSaid(first, tuple(one.words for one in found[1:]))
        initials = [one.initials for one in found if one.initials]
        if initials:
            self._cells.told += 1
            apart = ", ".join(initials)
            self._initials.setdefault(owner.role, (apart, []))[1].append(self._cells.cell(role))
            said = said._replace(first=replace(first, name=found[0].initials))
        if said.others:
            self._cells.told += 1
            self._several.setdefault(owner.role, (said, []))[1].append(self._cells.cell(role))
        return said

    def _doubt_bracketed(self, words: str, role: str, *, is_alone: bool) -> None:
        if is_alone and may_name_organisation(words):
            self._cells.note(self._bracketed, words, role)

    def finish(self) -> None:
        """Tell what is said once for the whole table."""
        problems = self._cells.problems
        for named, found in self._in_part.items():
            message = f"names nobody in part{{where}}: {quoted(named)} is taken as the owner."
            problems.doubt_words(found, message)
        problems.doubt_words(self._nobody, "names nobody{where}: the lead is left as it is.")
        for words, (said, cells) in self._several.items():
            others = " and ".join(map(quoted, said.others))
            verb = "stands" if len(said.others) == 1 else "stand"
            told = f"{quoted(str(said.first))} is the lead, {others} {verb} with the partners."
            told = f"may name more than one owner{{where}}: {told}"
            problems.doubt_words({words: cells}, told)
        for words, (initials, cells) in self._initials.items():
            where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
            problems.doubt_at(
                cells[0], f"Initials in {quoted(words)}{where} are kept apart from the owner: {initials}."
            )
        for cell, told in self._names.sentences():
            problems.doubt_at(cell, told)
        told = "may name an organisation too{where}: kept as it stands, as the role."
        problems.doubt_words(self._bracketed, told)
