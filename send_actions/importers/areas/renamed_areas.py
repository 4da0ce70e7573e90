"""Areas of the plan that a file may call otherwise: their actions stand under a title that is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan import Area, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import NEW, title_key
from send_actions.importers.areas.area_words import Named
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, quoted
from send_actions.importers.refs.likeness import ALIKE, likeness, title_words

_MOST: Final = 200
"""Titles that are compared by their words; more are no areas."""


class Renamed(NamedTuple):
    """An area that a new title may be of, by the actions under it or by its words alone."""

    area: Area
    is_by_words: bool


def renamed_areas(
    parted: Sequence[Named], lines: Sequence[ActionLine], plan: Plan | None
) -> Mapping[str, Renamed]:
    """Return the area that most rows under each new title are of, where the file names it nowhere.

    Else it is the one whose title has much the same words.

    Of each row there are the number and title of its area. An area that is parted has several new titles, of
    which that with the most rows stands first.
    """
    if plan is None:
        return {}
    areas = {area.id: area for area in plan.areas}
    known = {title_key(area.title) for area in plan.areas} | {match_key(area.number) for area in plan.areas}
    of_title = {title_key(action.title): areas.get(action.area_id) for action in plan.actions}
    named, many, shared = set[str](), Counter[str](), Counter[tuple[str, str]]()
    titles: dict[str, str] = {}
    for (number, title, _), line in zip(parted, lines, strict=True):
        key = title_key(title)
        named |= {key, match_key(number)}
        if number or not title or key in known:
            continue
        many[key] += 1
        titles.setdefault(key, title)
        if area := of_title.get(title_key(line.title)):
            shared[key, area.number] += 1
    free = {
        area.number: area
        for area in plan.areas
        if not {title_key(area.title), match_key(area.number)} & named
    }
    found: dict[str, Renamed] = {}
    for (key, number), count in shared.most_common():
        if number in free and key not in found and 2 * count >= many[key]:
            found[key] = Renamed(free[number], is_by_words=False)
    for one in found.values():
        free.pop(one.area.number, None)
    return found | _by_words({key: title for key, title in titles.items() if key not in found}, free.values())


def _by_words(titles: Mapping[str, str], areas: Iterable[Area]) -> dict[str, Renamed]:
    """Return the area whose title is most like each new one, no area twice."""
    free = list(areas) if len(titles) <= _MOST else []
    common = Counter(word for area in free for word in title_words(area.title))
    pairs = [
        (likeness(area.title, title, common), key, area) for key, title in titles.items() for area in free
    ]
    found: dict[str, Renamed] = {}
    taken = set[int]()
    for score, key, area in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= ALIKE and key not in found and area.id not in taken:
            found[key] = Renamed(area, is_by_words=True)
            taken.add(area.id)
    return found


def question_renamed(title: str, renamed: Renamed, cell: str, *, is_first: bool) -> Problem:
    """Return the question whether a new title is an area of the plan by another name.

    Only the first title of an area is offered to be it.
    """
    was = renamed.area
    known = f"{was.number} {quoted(was.title)}"
    why = f"is much like {known}" if renamed.is_by_words else f"actions of {known} are in it"
    told = f"{quoted(title)} is no area of the plan, and {why}"
    message = printable(f"{told}: is it {was.number} by another name, or new?")
    return Problem(
        cell, message, is_question=True, answer=AskFor("--area", title, was.number if is_first else NEW)
    )
