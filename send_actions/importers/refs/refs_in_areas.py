"""Refs of a file whose area has another number in the plan: they begin with that of their area there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import title_key
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import quoted


def refs_in_areas(
    lines: Sequence[ActionLine], moved: Mapping[str, str], plan: Plan | None, problems: Problems
) -> list[ActionLine]:
    """Return the lines, those of an area that was answered to have another number under refs with that.

    `moved` are the file's numbers by those that were answered. It is so where some refs are other actions' of
    the plan and the area is new, or most of the refs are those of the same actions.
    """
    if plan is None or not moved:
        return list(lines)
    known = {match_key(action.ref): action for action in plan.actions}
    numbers = {match_key(area.number) for area in plan.areas}
    rows: dict[str, list[ActionLine]] = defaultdict(list)
    for line in lines:
        if _moved(line, moved):
            rows[line.area_number].append(line)
    meant = dict[int, str]()
    for number, of_area in rows.items():
        refs = {line.row: _moved(line, moved) for line in of_area}
        is_clash = any(_is_another(known.get(match_key(line.ref)), line) for line in of_area)
        is_same = 2 * sum(_is_same(known.get(match_key(refs[line.row])), line) for line in of_area)
        if is_clash and (match_key(number) not in numbers or is_same >= len(of_area)):
            meant |= {
                line.row: refs[line.row]
                for line in of_area
                if not _is_same(known.get(match_key(line.ref)), line)
            }
            taken = [line for line in of_area if line.row in meant]
            told = f"Area {moved[number]} {quoted(taken[0].area_title)} is {number} in the plan: "
            told += f"{taken[0].ref} is taken as {refs[taken[0].row]}{', and so on' if taken[1:] else ''}."
            problems.doubt(taken[0].row, "ref", printable(told))
    return [replace(line, ref=meant.get(line.row, line.ref)) for line in lines]


def _moved(line: ActionLine, moved: Mapping[str, str]) -> str:
    """Return the ref that a row has under the number of its area in the plan; empty where it has none."""
    number = moved.get(line.area_number)
    if not number or not line.ref.startswith(f"{number}."):
        return ""
    return line.area_number + line.ref.removeprefix(number)


def _is_another(action: Action | None, line: ActionLine) -> bool:
    return action is not None and title_key(action.title) != title_key(line.title)


def _is_same(action: Action | None, line: ActionLine) -> bool:
    return action is not None and title_key(action.title) == title_key(line.title)
