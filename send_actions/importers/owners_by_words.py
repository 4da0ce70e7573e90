"""Owners that are written in two ways: one of the plan, or of the same file, by the same words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from send_actions.domain.drafts import OwnerDraft
from send_actions.domain.plan import Owner
from send_actions.domain.text import fold, match_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import list_cells, quoted_apart

_WORD: Final = re.compile(r"[^\W_]+")
_FEWEST: Final = 2
"""Words of a role that may stand in another order."""


def one_owner_each(
    lines: Sequence[ActionLine], areas: Sequence[AreaLine], owners: Sequence[Owner], problems: Problems
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the lines and their areas with one owner for all spellings that differ in no word; tell which.

    Capitals, spaces, full stops and & for "and" do not tell owners apart; of those that the plan has,
    neither does the order of the words.
    """
    known = _Known(owners)
    cells: dict[tuple[str, str], list[str]] = {}

    def meant(owner: OwnerDraft | None, row: int, field: str) -> OwnerDraft | None:
        if owner is None or (other := known.owner(owner)) is None:
            return owner
        if match_key(str(other)) != match_key(str(owner)):
            cells.setdefault((str(owner), str(other)), []).append(problems.cell(row, field))
        return replace(owner, role=other.role, organisation=other.organisation)

    settled = [
        replace(line, lead=meant(line.lead, line.row, "lead_role"), sro=meant(line.sro, line.row, "sro"))
        if line.lead or line.sro
        else line
        for line in lines
    ]
    of_areas = [
        replace(area, lead=meant(area.lead, line.row, "area_lead_role")) if area.lead else area
        for line, area in zip(lines, areas, strict=True)
    ]
    for (owner, other), found in cells.items():
        places = list(dict.fromkeys(found))
        where = f" ({list_cells(places)})" if len(places) > 1 else ""
        one, same = quoted_apart(owner, other)
        told = f"{one}{where} is taken as {same}: they have the same words."
        problems.doubt_at(places[0], told)
    return settled, of_areas


class _Known:
    """The owners that are known so far, first those of the plan, by how they are spelt and by their words."""

    def __init__(self, owners: Sequence[Owner]) -> None:
        drafts = [OwnerDraft(one.role, one.organisation) for one in owners]
        self._exact = {(match_key(one.role), match_key(one.organisation)) for one in drafts}
        self._spelt = _by(drafts, _spelling)
        self._worded = _by([one for one in drafts if len(_words(one)) >= _FEWEST], _in_any_order)

    def owner(self, owner: OwnerDraft) -> OwnerDraft | None:
        """Return whom an owner is, where it is one that is known; note one that is new."""
        if (match_key(owner.role), match_key(owner.organisation)) in self._exact:
            return None
        found = self._spelt.setdefault(_spelling(owner), [owner])
        if len(found) == 1 and found[0] is not owner:
            return found[0]
        worded = self._worded.get(_in_any_order(owner), [])
        return worded[0] if len(worded) == 1 else None


def _by(owners: Sequence[OwnerDraft], key: Callable[[OwnerDraft], object]) -> dict[object, list[OwnerDraft]]:
    found: dict[object, list[OwnerDraft]] = {}
    for owner in owners:
        found.setdefault(key(owner), []).append(owner)
    return found


def _words(owner: OwnerDraft) -> list[str]:
    return _WORD.findall(fold(f"{owner.role} {owner.organisation}").replace("&", " and ").replace(".", ""))


def _spelling(owner: OwnerDraft) -> object:
    return "".join(_words(owner))


def _in_any_order(owner: OwnerDraft) -> object:
    return tuple(sorted(word for word in _words(owner) if word != "and"))
