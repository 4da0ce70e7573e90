"""The names of people that stand beside roles: the role is the owner, and the name is kept apart from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Owner
from send_actions.domain.text import fold
from send_actions.domain.words.people import HeldRole, held_role
from send_actions.domain.words.several_owners import split_owners
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import list_cells, quoted

_SURELY_APART: Final = re.compile(r"[;\n]")


class WithoutNames(NamedTuple):
    """The words of an owner's cell without the names in them, and whom they named, the first one's first."""

    words: str
    held: tuple[HeldRole, ...] = ()

    @property
    def name(self) -> str:
        """The name of whoever stands first, empty where it is not known."""
        first = split_owners(self.words)[:1]
        return next((one.name for one in self.held if first and first[0].words in one.role), "")


def without_names(text: str) -> WithoutNames:
    """Return the words of an owner's cell with roles alone, where names stand beside them."""
    if one := held_role(text):
        return WithoutNames(one.role, (one,))
    for parts in (_SURELY_APART.split(text), [one.words for one in split_owners(text)]):
        found = [held_role(part) for part in parts]
        held = tuple(filter(None, found))
        if held and len(parts) > 1:
            roles = [one.role if one else part.strip() for part, one in zip(parts, found, strict=True)]
            return WithoutNames("; ".join(roles), held)
    return WithoutNames(text)


class NamesTold:
    """What is said once of names that were kept apart."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, WithoutNames], list[str]] = {}

    def note(self, words: str, apart: WithoutNames, cell: str) -> None:
        """Keep a cell of such words."""
        self._cells.setdefault((words, apart), []).append(cell)

    def sentences(self) -> list[tuple[str, str]]:
        """Return for each the first cell and what is told there."""
        return [(cells[0], _told(words, apart, cells)) for (words, apart), cells in self._cells.items()]


def _told(words: str, apart: WithoutNames, cells: list[str]) -> str:
    where = f" ({list_cells(cells)})" if len(cells) > 1 else ""
    roles = " and ".join(quoted(one.role) for one in apart.held)
    told = [f"the name {quoted(apart.name)} is kept apart, in no board or public paper"] if apart.name else []
    told += [f"{quoted(one.name)} is left out" for one in apart.held if one.name != apart.name]
    return f"{quoted(words)}{where} is taken as {roles}: {'; '.join(told)}."


def roles_for_names(
    lines: Sequence[ActionLine],
    areas: Sequence[AreaLine],
    owners: Sequence[Owner],
    problems: Problems,
    answered: Mapping[str, str],
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the lines and their areas with the role of those who stand by name alone, where one is known.

    It is `answered` by name, or known of the other cells of the file, and of the `owners` of the plan.
    """
    bodies = {one.organisation for one in owners if one.organisation}
    given = {name: OwnerDraft.read(words, bodies) for name, words in answered.items()}
    drafts = [OwnerDraft(one.role, one.organisation, one.name) for one in owners]
    drafts += [
        owner for line, area in zip(lines, areas, strict=True) for _, owner in _owners(line, area) if owner
    ]
    known: dict[str, set[OwnerDraft]] = {}
    for draft in drafts:
        if " " in draft.name:
            known.setdefault(fold(draft.name), set()).add(OwnerDraft(draft.role, draft.organisation))
    known |= {name: {owner} for name, owner in given.items() if owner}
    cells: dict[str, list[str]] = {}

    def with_role(owner: OwnerDraft | None) -> OwnerDraft | None:
        roles = known.get(fold(owner.role), set()) if owner else set()
        return replace(next(iter(roles)), name=owner.role) if owner and len(roles) == 1 else owner

    if not known:
        return list(lines), list(areas)
    for line, area in zip(lines, areas, strict=True):
        for field, owner in _owners(line, area):
            if owner and (held := with_role(owner)) != owner and fold(owner.role) not in given:
                told = f"{quoted(owner.role)} is taken as {quoted(str(held))}, the role beside that name"
                cells.setdefault(told, []).append(problems.cell(line.row, field))
    for told, found in ((told, list(dict.fromkeys(found))) for told, found in cells.items()):
        where = f" ({list_cells(found)})" if len(found) > 1 else ""
        problems.doubt_at(found[0], f"{told} elsewhere{where}.")
    return (
        [replace(line, lead=with_role(line.lead), sro=with_role(line.sro)) for line in lines],
        [replace(area, lead=with_role(area.lead)) for area in areas],
    )


def one_name_each(
    lines: Sequence[ActionLine], areas: Sequence[AreaLine], problems: Problems
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the lines and their areas, the name of an owner left out who has others in the file."""
    names: dict[tuple[str, str], set[str]] = {}
    where: dict[tuple[str, str], tuple[int, str]] = {}
    for line, area in zip(lines, areas, strict=True):
        for field, owner in _owners(line, area):
            if owner and owner.name:
                names.setdefault(_known_by(owner), set()).add(owner.name)
                where.setdefault(_known_by(owner), (line.row, field))
    several = {owner for owner, found in names.items() if len(found) > 1}
    for known in several:
        told = f"{quoted(known[0])} stands beside {len(names[known])} names: none of them is kept."
        problems.doubt(*where[known], told)

    def bare(owner: OwnerDraft | None) -> OwnerDraft | None:
        return replace(owner, name="") if owner and _known_by(owner) in several else owner

    if not several:
        return list(lines), list(areas)
    return (
        [replace(line, lead=bare(line.lead), sro=bare(line.sro)) for line in lines],
        [replace(area, lead=bare(area.lead)) for area in areas],
    )


def _owners(line: ActionLine, area: AreaLine) -> tuple[tuple[str, OwnerDraft | None], ...]:
    return ("lead_role", line.lead), ("sro", line.sro), ("area_lead_role", area.lead)


def _known_by(owner: OwnerDraft) -> tuple[str, str]:
    return owner.role, owner.organisation
