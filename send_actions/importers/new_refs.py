"""Refs for actions that have none in their file, or only a number that begins anew in each area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from send_actions.domain.plan import Plan
from send_actions.domain.text import match_key
from send_actions.importers.answers import title_key
from send_actions.importers.plan_lines import ActionLine, Problems
from send_actions.importers.problems import list_cells


def numbered_under_areas(
    lines: Sequence[ActionLine], plan: Plan | None, problems: Problems
) -> list[ActionLine]:
    """Return the lines, each without a ref with that of its title in the plan, else the next of its area."""
    lines = _with_areas_before(lines, problems)
    if not any(line.is_unnumbered for line in lines):
        return lines
    known: dict[str, list[str]] = defaultdict(list)
    for action in plan.actions if plan else ():
        known[title_key(action.title)].append(action.ref)
    taken = {match_key(ref) for refs in known.values() for ref in refs}
    taken |= {match_key(line.ref) for line in lines if line.ref}
    counters: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    given = set[str]()
    numbered, new = [], []
    for line in lines:
        if not line.is_unnumbered:
            numbered.append(line)
            continue
        of_title = [ref for ref in known.get(title_key(line.title), ()) if ref not in given]
        if len(of_title) == 1:
            ref = of_title[0]
        else:
            area = line.area_number or "?"
            ref = next(
                ref
                for n in counters[area]
                if match_key(ref := f"{area}.{n}") not in taken and ref not in given
            )
            new.append((line, ref))
        given.add(ref)
        numbered.append(replace(line, ref=ref))
    _tell(new, problems)
    return numbered


def _tell(new: Sequence[tuple[ActionLine, str]], problems: Problems) -> None:
    given = [(line, ref) for line, ref in new if line.area_number]
    if given:
        refs = list_cells([ref for _, ref in given], most=12)
        rows = "This row has" if len(given) == 1 else f"{len(given)} rows have"
        line = given[0][0]
        problems.doubt(line.row, "title", f"{rows} no ref: numbered under their area as {refs}.")


def _with_areas_before(lines: Sequence[ActionLine], problems: Problems) -> list[ActionLine]:
    """Return the lines with their area before a number that stands in more than one area."""
    areas: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.ref.isdecimal() and line.area_number:
            areas[line.ref].add(match_key(line.area_number))
    if not any(len(found) > 1 for found in areas.values()):
        return list(lines)
    changed = [line for line in lines if line.ref.isdecimal() and line.area_number]
    told = f"The numbers begin anew in each area: {changed[0].ref} is taken as"
    problems.doubt(changed[0].row, "ref", f"{told} {changed[0].area_number}.{changed[0].ref}, and so on.")
    return [
        replace(line, ref=f"{line.area_number}.{line.ref}")
        if line.ref.isdecimal() and line.area_number
        else line
        for line in lines
    ]
