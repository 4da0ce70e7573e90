"""Areas of the plan that a file may call otherwise: their actions stand under a title that is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from send_actions.domain.plan import Area, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import NEW, title_key
from send_actions.importers.areas.area_words import Named
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, quoted


def renamed_areas(
    parted: Sequence[Named], lines: Sequence[ActionLine], plan: Plan | None
) -> Mapping[str, Area]:
    """Return the area that most rows under each new title are of, where the file names it nowhere.

    Of each row there are the number and title of its area. An area that is parted has several new titles, of
    which that with the most rows stands first.
    """
    if plan is None or not plan.actions:
        return {}
    areas = {area.id: area for area in plan.areas}
    known = {title_key(area.title) for area in plan.areas} | {match_key(area.number) for area in plan.areas}
    of_title = {title_key(action.title): areas.get(action.area_id) for action in plan.actions}
    named, many, shared = set[str](), Counter[str](), Counter[tuple[str, str]]()
    for (number, title, _), line in zip(parted, lines, strict=True):
        key = title_key(title)
        named |= {key, match_key(number)}
        if number or not title or key in known:
            continue
        many[key] += 1
        if area := of_title.get(title_key(line.title)):
            shared[key, area.number] += 1
    by_number = {area.number: area for area in plan.areas}
    found: dict[str, Area] = {}
    for (key, number), count in shared.most_common():
        area = by_number[number]
        is_free = not {title_key(area.title), match_key(number)} & named
        if is_free and key not in found and 2 * count >= many[key]:
            found[key] = area
    return found


def question_renamed(title: str, was: Area, cell: str, *, is_first: bool) -> Problem:
    """Return the question whether a new title is an area of the plan by another name.

    Only the first title of an area is offered to be it.
    """
    told = (
        f"{quoted(title)} is no area of the plan, and actions of {was.number} {quoted(was.title)} are in it"
    )
    message = printable(f"{told}: is it {was.number} by another name, or new?")
    return Problem(
        cell, message, is_question=True, answer=AskFor("--area", title, was.number if is_first else NEW)
    )
