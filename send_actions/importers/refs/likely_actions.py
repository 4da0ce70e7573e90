"""Which action of the plan each row of a file is, by its title or words much like it, or by its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto
from heapq import nlargest
from typing import Final, NamedTuple

from send_actions.domain.history.folding import is_same_due
from send_actions.domain.plan import Action, Plan
from send_actions.domain.text import match_key, natural
from send_actions.importers.answers import title_key
from send_actions.importers.ours.disputes import Past
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.refs.likeness import ALIKE, is_slip, likeness, title_words

_UNDER_ITS_REF: Final = 0.34
"""From this on a title is that of its ref in other words."""

_FOR_ITS_REF: Final = 0.2
_IN_OTHER_AREA: Final = 0.75
_MOST_WITH_WORD: Final = 200
_MOST_WEIGHED: Final = 5
_LONGEST_GAP: Final = 20


class How(Enum):
    """By what a row is taken for an action: its title, a slip in it, or one that it had are sure.

    To be asked are words much like its title, its place, a title that several have, or one in another area
    with another lead or due date.
    """

    TITLE = auto()
    SLIP = auto()
    FORMER = auto()
    WORDS = auto()
    PLACE = auto()
    ONE_OF = auto()
    ELSEWHERE = auto()


class Likely(NamedTuple):
    """The action that a row is most likely, and by what."""

    action: Action
    how: How


SURE: Final = frozenset({How.TITLE, How.SLIP, How.FORMER})
"""By these a row without a ref is known."""


def likely_actions(lines: Sequence[ActionLine], plan: Plan | None, past: Past | None) -> Mapping[int, Likely]:
    """Return what the rows of a file are most likely, by their number; no action is what two rows are."""
    if plan is None or not plan.actions:
        return {}
    matching = _Matching([line for line in lines if not line.is_compared], plan)
    matching.take_titles()
    if matching.is_open and past:
        matching.take_former(past.former_titles())
    if matching.is_open:
        matching.take_words()
        matching.take_places()
    return matching.found


class _Matching:
    def __init__(self, lines: Sequence[ActionLine], plan: Plan) -> None:
        self._lines, self._actions = lines, plan.actions
        self._own = {match_key(action.ref): action for action in plan.actions}
        self._number = {area.id: match_key(area.number) for area in plan.areas}
        self._taken: set[int] = set()
        self.found: dict[int, Likely] = {}

    def take_titles(self) -> None:
        """Find the rows whose title is an action's: of their ref, in their area, then anywhere."""
        keys = {line.row: title_key(line.title) for line in self._lines if line.title}
        of_title: dict[str, list[Action]] = defaultdict(list)
        for action in self._actions:
            of_title[title_key(action.title)].append(action)
        rest = []
        for line in self._lines:
            own = self._own_of(line)
            if own and title_key(own.title) == keys.get(line.row):
                self._take(line, own, How.TITLE)
            elif of_title.get(keys.get(line.row, "")):
                rest.append(line)
        for is_within in (self._is_in_area, _is_anywhere):
            again: dict[tuple[str, str], list[ActionLine]] = defaultdict(list)
            for line in rest:
                if line.row not in self.found:
                    again[keys[line.row], self._area_of(line)].append(line)
            for (key, _), rows in again.items():
                self._share_out(rows, [one for one in of_title[key] if is_within(one, rows[0])])

    def _share_out(self, rows: Sequence[ActionLine], actions: Iterable[Action]) -> None:
        """Give each row of one title one of its actions, first where lead and due date are the same."""
        left = [action for action in actions if action.id not in self._taken]
        is_enough = len(left) <= len(rows)
        for is_fit in (_is_said_of, _is_anywhere):
            for line in rows:
                fit = (
                    [action for action in left if is_fit(action, line)] if line.row not in self.found else []
                )
                if not fit:
                    continue
                is_fitting = is_fit is _is_said_of
                if not self._is_in_area(fit[0], line) and line.area_number:
                    how = How.TITLE if is_fitting or not _is_said(fit[0], line) else How.ELSEWHERE
                else:
                    how = How.TITLE if is_enough or (is_fitting and len(fit) == 1) else How.ONE_OF
                self._take(line, fit[0], how)
                left.remove(fit[0])

    @property
    def is_open(self) -> bool:
        """Whether some rows are no action yet, and some actions no row."""
        return len(self.found) < len(self._lines) and len(self._taken) < len(self._actions)

    def take_former(self, titles: Iterable[tuple[int, str]]) -> None:
        """Find the rows whose title an action had before: that of their ref first."""
        had: dict[str, dict[int, Action]] = defaultdict(dict)
        actions = {action.id: action for action in self._actions}
        for id_, title in titles:
            if id_ in actions:
                had[title_key(title)][id_] = actions[id_]
        for line in self._lines if had else ():
            left = had.get(title_key(line.title), {}) if line.row not in self.found else {}
            free = [action for action in left.values() if action.id not in self._taken]
            own = self._own_of(line)
            if own in free or len(free) == 1:
                self._take(line, own if own in free and own else free[0], How.FORMER)

    def take_words(self) -> None:
        """Find the rows whose words are much like those of an action that no row has as its title."""
        rows = [line for line in self._lines if line.title and line.row not in self.found]
        free = [action for action in self._actions if action.id not in self._taken]
        common = Counter(word for action in self._actions for word in title_words(action.title))
        near = _Near(free, self._number, common)
        pairs = [
            (score, -place, action)
            for place, line in enumerate(rows)
            for action, score in self._weighed(line, near, common)
        ]
        for _, place, action in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
            line = rows[-place]
            if line.row not in self.found and action.id not in self._taken:
                self._take(line, action, How.SLIP if is_slip(action.title, line.title) else How.WORDS)

    def _weighed(
        self, line: ActionLine, near: _Near, common: Mapping[str, int]
    ) -> Iterable[tuple[Action, float]]:
        """Yield the actions that a row may be, with how like they are."""
        own, area = self._own_of(line), self._area_of(line)
        if own and own.id not in self._taken:
            score = likeness(own.title, line.title, common)
            if score >= _UNDER_ITS_REF:
                yield own, score + _FOR_ITS_REF
        for action in near.to(line.title, area):
            least = ALIKE if self._number.get(action.area_id) == area else _IN_OTHER_AREA
            if action is not own and (score := likeness(action.title, line.title, common)) >= least:
                yield action, score

    def take_places(self) -> None:
        """Find the rows that stand where an action stood, with its lead and due date."""
        rows, actions = defaultdict[str, list[ActionLine]](list), defaultdict[str, list[Action]](list)
        for line in self._lines:
            rows[self._area_of(line)].append(line)
        for action in sorted(self._actions, key=lambda action: natural(action.ref)):
            actions[self._number.get(action.area_id, "")].append(action)
        for area, in_area in rows.items():
            places = {action.id: place for place, action in enumerate(actions[area])}
            for begin, gap, end in self._gaps(in_area, places):
                self._take_gap(gap, actions[area][begin:end])

    def _gaps(
        self, rows: Sequence[ActionLine], places: Mapping[int, int]
    ) -> Iterable[tuple[int, Sequence[ActionLine], int]]:
        """Yield the rows of an area between two that are known, with the places of these in the plan."""
        begin, gap = 0, list[ActionLine]()
        for line in rows:
            likely = self.found.get(line.row)
            place = places.get(likely.action.id) if likely else None
            if likely is None:
                gap.append(line)
            elif place is not None:
                yield begin, gap, place
                begin, gap = place + 1, []
        yield begin, gap, len(places)

    def _take_gap(self, gap: Sequence[ActionLine], stood: Sequence[Action]) -> None:
        left = [action for action in stood if action.id not in self._taken]
        if not gap or len(gap) != len(left) or len(gap) > _LONGEST_GAP:
            return
        for line, action in zip(gap, left, strict=True):
            if line.title and not self._own_of(line) and _is_said_of(action, line):
                self._take(line, action, How.PLACE)

    def _take(self, line: ActionLine, action: Action, how: How) -> None:
        self._taken.add(action.id)
        self.found[line.row] = Likely(action, how)

    def _own_of(self, line: ActionLine) -> Action | None:
        return self._own.get(match_key(line.ref)) if line.ref else None

    def _area_of(self, line: ActionLine) -> str:
        own = None if line.area_number else self._own_of(line)
        return self._number.get(own.area_id, "") if own else match_key(line.area_number)

    def _is_in_area(self, action: Action, line: ActionLine) -> bool:
        return self._number.get(action.area_id) == self._area_of(line)


class _Near:
    """Some actions by the words of their titles, in their area and in all."""

    def __init__(
        self, actions: Sequence[Action], number: Mapping[int, str], common: Mapping[str, int]
    ) -> None:
        self._common = common
        self._with: dict[tuple[str | None, str], list[Action]] = defaultdict(list)
        for action in actions:
            for word in title_words(action.title):
                self._with[number.get(action.area_id, ""), word].append(action)
                self._with[None, word].append(action)

    def to(self, title: str, area: str) -> list[Action]:
        """Return the few actions that share most with a title: those of the area, then of any."""
        return [*self._most(title, area), *self._most(title, None)]

    def _most(self, title: str, area: str | None) -> list[Action]:
        shared: dict[int, float] = defaultdict(float)
        named = dict[int, Action]()
        for word in title_words(title):
            found = self._with.get((area, word), ())
            if len(found) <= _MOST_WITH_WORD:
                for action in found:
                    shared[action.id] += 1 / (self._common.get(word) or 1)
                    named[action.id] = action
        return [named[id_] for id_ in nlargest(_MOST_WEIGHED, shared, key=lambda id_: shared[id_])]


def _is_anywhere(_action: Action, _line: ActionLine) -> bool:
    return True


def _is_said(action: Action, line: ActionLine) -> bool:
    """Say whether a row and an action both have a lead, or both a due date."""
    return bool((action.lead and line.lead) or (action.due and line.due))


def _is_said_of(action: Action, line: ActionLine) -> bool:
    """Say whether lead and due date of a row are those of an action, as far as both have them."""
    if action.lead and line.lead and match_key(action.lead.role) != match_key(line.lead.role):
        return False
    if action.due and line.due and not is_same_due(action.due, line.due):
        return False
    return _is_said(action, line)
