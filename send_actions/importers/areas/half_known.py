"""Areas of a file that are the plan's by number or by title, and not by both: which is meant is asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from send_actions.domain.plan import Area, Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import NEW, Answers, area_key, new_number, title_key
from send_actions.importers.areas.area_words import Named
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import AskFor, Problem, quoted, quoted_apart
from send_actions.importers.refs.likeness import ALIKE, is_slip, likeness, title_words


class HalfKnownAreas:
    """The areas of one file against those of the plan that have their number, or their title.

    `own` are the plan's areas by number, `titled` by title. A title that is only reworded is the same area's.
    """

    def __init__(self, plan: Plan | None, answers: Answers, problems: Problems) -> None:
        self._answers, self._problems = answers, problems
        areas = plan.areas if plan else ()
        self.own = {match_key(area.number): area for area in areas}
        self.titled = {title_key(area.title): area for area in areas}
        self._common = Counter(word for area in areas for word in title_words(area.title))
        by_id = {area.id: area for area in areas}
        actions = plan.actions if plan else ()
        self._of_title = {title_key(action.title): by_id.get(action.area_id) for action in actions}
        self._with_actions = {action.area_id for action in actions}
        self._rows: dict[str, list[Area | None]] = defaultdict(list)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._asked = set[str]()
        self._edited = set[str]()

    def look_at(
        self, parted: Sequence[Named], lines: Sequence[ActionLine], areas: Sequence[AreaLine]
    ) -> None:
        """Note in which areas of the plan the actions of each area of the file are, and how many are asked.

        A title that was edited in a list of ours is the area's new one.
        """
        for (number, title, _), line, area in zip(parted, lines, areas, strict=True):
            if not number or not title:
                continue
            key = area_key(number, title)
            self._edited |= {key} if area.is_compared else set()
            self._titles[match_key(number)].add(title_key(title))
            self._rows[key].append(self._of_title.get(title_key(line.title)))
        for number, title in dict.fromkeys((number, title) for number, title, _ in parted):
            if self._is_for_all(number, title) and self.answer(number, title) is None:
                self._asked.add(area_key(number, title))

    @property
    def are_many(self) -> bool:
        """Whether one answer may be given, or was, to several of them."""
        return len(self._asked) > 1 or bool(self._answers.areas_as)

    def is_one(self, number: str, title: str) -> bool:
        """Say whether an area is the plan's by its number or its title, and not by both."""
        return bool(number and title) and (self._differs(number, title) or bool(self.other(number, title)))

    def other(self, number: str, title: str) -> Area | None:
        """Return the area of the plan that has the title under another number, where none has both."""
        own, other = self.own.get(match_key(number)), self.titled.get(title_key(title))
        return None if own and title_key(own.title) == title_key(title) else other

    def answer(self, number: str, title: str) -> tuple[str, str] | None:
        """Return what was answered of an area, with what it was answered by; None while nothing was."""
        for key, answer in self.said_of(number, title).items():
            if not self._is_void(answer, title):
                return key, answer
        is_asked = self._answers.areas_as and self._is_for_all(number, title)
        return ("", self._answers.areas_as) if is_asked else None

    def said_of(self, number: str, title: str) -> dict[str, str]:
        """Return all that was answered of an area, by what; that of both words comes first."""
        both = area_key(number, title) if number and title else ""
        keys = [match_key(both), both, match_key(title), match_key(number)]
        if title and self._is_said_of_another(number, title):
            keys.pop()
        return {key: self._answers.areas[key] for key in keys if key and key in self._answers.areas}

    def ask(self, number: str, title: str, line: ActionLine) -> bool:
        """Ask which area is meant, or tell that a title is reworded; say whether it is asked."""
        own = self.own.get(match_key(number))
        cell = self._problems.cell(line.row, "area_number" if self.other(number, title) else "area_title")
        is_alone = len(self._titles[match_key(number)]) == 1
        ask = AskFor("--area", number if is_alone else f"{number} {title}")
        is_open = self._is_open(number, title)
        if is_open:
            told, offer = self._about(number, title, own)
            many = len(self._asked) if area_key(number, title) in self._asked else 0
            ask = replace(ask, offer=offer, of_all=many if many > 1 else 0)
            self._problems.add(Problem(cell, printable(told), is_question=True, answer=ask))
        elif own and not is_slip(own.title, title):
            told = f"{self._both(own, title)}: taken as the same area under a new title; another with "
            self._problems.doubt_at(cell, f"{printable(told)}{replace(ask, offer=NEW)}.")
        return is_open

    def _about(self, number: str, title: str, own: Area | None) -> tuple[str, str]:
        """Return what to ask about an area, and what is most likely answered."""
        if other := self.other(number, title):
            also = f", where {own.number} is {quoted(own.title)}" if own else ""
            told = f"Area {number} ({quoted(title)}) has the title of area {other.number} of the plan{also}"
            return f"{told}: which number has it, or new?", other.number
        assert own is not None  # noqa: S101 - what is open has the plan's number or a title of the plan's
        likely = self._likely(number, title, own)
        known = f", and most like {likely.number} {quoted(likely.title)}" if likely and likely != own else ""
        which = f"{own.number} if it is the same area under a new title, plan if it keeps the plan's"
        told = f"{self._both(own, title)}{known}: {which}, new if it is another, or which number has it?"
        return told, likely.number if likely else NEW

    def _likely(self, number: str, title: str, own: Area) -> Area | None:
        """Return the area of the plan that is most likely meant: that of most actions, else by its words."""
        rows = self._rows[area_key(number, title)]
        for area, many in Counter(area for area in rows if area).most_common(1):
            if 2 * many >= len(rows):
                return area
        likeness_of = {area.number: self._likeness(area, title) for area in self.own.values()}
        best = max(self.own.values(), key=lambda area: likeness_of[area.number])
        if likeness_of[best.number] >= ALIKE:
            return best
        return None if own.id in self._with_actions else own

    def _is_void(self, answer: str, title: str) -> bool:
        """Say whether an answer speaks of a new area whose number is another area's by now."""
        area = self.own.get(match_key(new_number(answer))) if new_number(answer) else None
        return area is not None and not self._is_alike(area, title)

    def _is_said_of_another(self, number: str, title: str) -> bool:
        """Say whether what is said of a number speaks of another area of the file than the plan's own."""
        return len(self._titles[match_key(number)]) > 1 and not self.is_one(number, title)

    def _is_for_all(self, number: str, title: str) -> bool:
        return bool(number and title) and self._is_open(number, title) and not self.other(number, title)

    def _is_open(self, number: str, title: str) -> bool:
        own = self.own.get(match_key(number))
        is_other = own is not None and self._differs(number, title) and not self._is_alike(own, title)
        return is_other or bool(self.other(number, title))

    def _differs(self, number: str, title: str) -> bool:
        own = self.own.get(match_key(number))
        is_other = own is not None and title_key(own.title) != title_key(title)
        return is_other and area_key(number, title) not in self._edited

    def _is_alike(self, area: Area, title: str) -> bool:
        is_same = title_key(area.title) == title_key(title) or is_slip(area.title, title)
        return is_same or self._likeness(area, title) >= ALIKE

    def _likeness(self, area: Area, title: str) -> float:
        return likeness(area.title, title, self._common)

    def _both(self, own: Area, title: str) -> str:
        known, here = quoted_apart(own.title, title)
        return f"Area {own.number} is {known} in the plan and {here} here"
