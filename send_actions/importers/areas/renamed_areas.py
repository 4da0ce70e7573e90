"""Areas of the plan that a file may call otherwise: their actions stand under a title that is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.domain.plan import Area, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import NEW, area_key, title_key
from send_actions.importers.areas.area_words import Named
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, quoted
from send_actions.importers.refs.likeness import ALIKE, likeness, title_words

_MOST: Final = 200
"""Titles that are compared by their words; more are no areas."""


class Renamed(NamedTuple):
    """An area that a new title may be of, by the actions under it or by its words alone.

    `is_parted` says whether most of its actions stand under its own title in the same file.
    """

    area: Area
    is_by_words: bool
    is_parted: bool = False


def renamed_areas(
    parted: Sequence[Named], lines: Sequence[ActionLine], plan: Plan | None
) -> Mapping[str, Renamed]:
    """Return the area that most rows under each new title are of, whatever else the file calls it.

    Else it is the one whose title has much the same words, where the file names it nowhere.

    Of each row there are the number and title of its area. An area that is parted has several new titles, of
    which that with the most rows stands first.
    """
    if plan is None:
        return {}
    areas = {area.id: area for area in plan.areas}
    known = {title_key(area.title) for area in plan.areas} | {match_key(area.number) for area in plan.areas}
    area_of = _areas_of_actions(plan, areas)
    named, many = set[str](), Counter[str]()
    shared, stay = Counter[tuple[str, str]](), Counter[str]()
    titles: dict[str, str] = {}
    for (number, title, _), line in zip(parted, lines, strict=True):
        key = title_key(title)
        named |= {key, match_key(number)}
        area = area_of(line)
        if number or not title or key in known:
            stay[area.number if area else ""] += 1
            continue
        many[key] += 1
        titles.setdefault(key, title)
        if area:
            shared[key, area.number] += 1
    free = {
        area.number: area
        for area in plan.areas
        if not {title_key(area.title), match_key(area.number)} & named
    }
    found: dict[str, Renamed] = {}
    numbered = {area.number: area for area in plan.areas}
    for (key, number), count in shared.most_common():
        if key not in found and 2 * count >= many[key]:
            found[key] = Renamed(numbered[number], is_by_words=False, is_parted=stay[number] > count)
    for one in found.values():
        free.pop(one.area.number, None)
    return found | _by_words({key: title for key, title in titles.items() if key not in found}, free.values())


def _areas_of_actions(plan: Plan, areas: Mapping[int, Area]) -> Callable[[ActionLine], Area | None]:
    """Return what tells a row's area in the plan: by its title, or by its ref where only words differ."""
    titled = {title_key(action.title): areas.get(action.area_id) for action in plan.actions}
    named = {match_key(action.ref): action for action in plan.actions}

    def area_of(line: ActionLine) -> Area | None:
        if title_key(line.title) in titled:
            return titled[title_key(line.title)]
        action = named.get(match_key(line.ref)) if line.ref else None
        is_it = action and likeness(action.title, line.title, Counter()) >= ALIKE
        return areas.get(action.area_id) if action and is_it else None

    return area_of


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


class TwoNames(NamedTuple):
    """The titles that a file has for areas which it names twice: those not to call them by, and what is kept.

    `answered` has the number of the area by a title of the plan's that another title was answered to be of.
    """

    silent: frozenset[str]
    answered: Mapping[str, str]


def two_names(
    numbers: Mapping[tuple[str, str], str], areas: Iterable[Area], said: Container[str]
) -> TwoNames:
    """Return what follows where titles without a number were answered to be an area that keeps its own too.

    The newer title stands: the plan's own where that was answered before, else the other. `numbers` are those
    of the titles of one file, `said` what was answered.
    """
    titled: dict[str, list[str]] = {}
    for (number, title), meant in numbers.items():
        if title and not number:
            titled.setdefault(match_key(meant), []).append(title)
    silent, answered = set[str](), dict[str, str]()
    for area in areas:
        here = titled.get(match_key(area.number), [])
        own = [title for title in here if title_key(title) == title_key(area.title)]
        others = [title for title in here if title not in own and match_key(title) in said]
        if own and others:
            is_newer = any(match_key(title) in said for title in own)
            silent |= {area_key("", title) for title in (others if is_newer else own)}
            answered |= {match_key(title): area.number for title in own}
    return TwoNames(frozenset(silent), answered)


def question_renamed(title: str, renamed: Renamed, cell: str, *, is_first: bool) -> Problem:
    """Return the question whether a new title is an area of the plan by another name.

    Only the first title of an area is offered to be it, and none where most of it stands as it was.
    """
    was = renamed.area
    known = f"{was.number} {quoted(was.title)}"
    why = f"is much like {known}" if renamed.is_by_words else f"actions of {known} are in it"
    told = f"{quoted(title)} is no area of the plan, and {why}"
    message = printable(f"{told}: is it {was.number} by another name, or new?")
    offer = was.number if is_first and not renamed.is_parted else NEW
    return Problem(cell, message, is_question=True, answer=AskFor("--area", title, offer))
