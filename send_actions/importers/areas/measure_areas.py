"""Which area of the file or of the plan a measure is of, by the number or title in its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from send_actions.domain.plan import Plan
from send_actions.domain.text import match_key
from send_actions.importers.areas.area_words import area_of_cell, whole_number
from send_actions.importers.file_problems import Problems
from send_actions.importers.measure_columns import MeasureLine
from send_actions.importers.plan_lines import AreaLine
from send_actions.importers.problems import Problem, quoted


def measures_in_areas(
    measures: Iterable[MeasureLine],
    areas: Iterable[AreaLine],
    plan: Plan | None,
    problems: Problems,
    moved: Mapping[str, str],
) -> tuple[MeasureLine, ...]:
    """Return measures with the numbers of their areas; one whose area is not known has none, and is told.

    `moved` are the file's numbers of areas by those that they have in the plan.
    Words that stand in no cell of the measure's row need not be an area, and are not told.
    """
    known = {match_key(area.title): area.number for area in areas if area.title}
    numbers = {match_key(area.number): area.number for area in areas}
    said = frozenset(numbers)
    for area in plan.areas if plan else ():
        known.setdefault(match_key(area.title), area.number)
        numbers.setdefault(match_key(area.number), area.number)
    numbers |= {match_key(here): meant for meant, here in moved.items() if match_key(here) not in said}
    settled = []
    for line in measures:
        number, title = area_of_cell(whole_number(line.area) or line.area)
        found = numbers.get(match_key(number)) if number else None
        found = found or known.get(match_key(title or line.area)) or ""
        if line.area_cell and not found:
            told = f"{quoted(line.area)} is no area of the plan or of the file: the measure is in none."
            problems.add(Problem(line.area_cell, told))
        settled.append(line._replace(area=found))
    return tuple(settled)
