"""Which area each row is in: by number, by title, by both in one cell, or by what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from send_actions.domain.plan import Plan
from send_actions.domain.text import fold, match_key
from send_actions.importers.answers import (
    NEW,
    PLAN,
    SIDES,
    WHOLE_AREAS,
    Answers,
    area_key,
    kept_as_new,
    new_number,
    title_key,
)
from send_actions.importers.areas.area_numbers import AreaNumbers
from send_actions.importers.areas.area_words import Named, area_answered, named_area
from send_actions.importers.areas.areas_apart import (
    one_spelling,
    question_second,
    tell_spelt,
    told_apart,
    two_with_one_number,
)
from send_actions.importers.areas.half_known import HalfKnownAreas
from send_actions.importers.areas.renamed_areas import Renamed, question_renamed, renamed_areas, two_names
from send_actions.importers.areas.told_areas import ToldAreas
from send_actions.importers.areas.unnamed_areas import UnnamedAreas, head_of
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine, AreaLine
from send_actions.importers.problems import quoted


class AreaFinder:
    """The areas of a file, each under the number that is meant; `found` has them in the file's order."""

    def __init__(self, plan: Plan | None, answers: Answers, problems: Problems, *, has_titles: bool) -> None:
        self._answers, self._problems, self._has_titles = answers, problems, has_titles
        self._plan, self._half = plan, HalfKnownAreas(plan, answers, problems)
        self._renamed: Mapping[str, Renamed] = {}
        self._second: Mapping[tuple[str, str], str] = {}
        self._areas, self._titled = self._half.own, self._half.titled
        self._free = AreaNumbers(self._areas, problems)
        self._titled_here: dict[str, str] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._heads: dict[str, set[str]] = {}
        self._called: dict[str, str] = {}
        self.unnamed = UnnamedAreas(plan, answers, problems, lambda words: self._answered_for("", words))
        self._told = ToldAreas(problems)
        self.found = self._told.found
        self.answered = self._free.read
        self.used: dict[str, str] = {}
        self.spent = set[str]()
        self.moved: dict[str, str] = {}
        self.is_used_for_all = False
        self.open_rows = set[int]()
        self._open, self._plan_stands = set[str](), set[str]()

    def take(self, lines: Sequence[ActionLine], areas: Sequence[AreaLine]) -> list[ActionLine]:
        """Return the lines with the numbers of their areas; `areas` are what the same rows say of them."""
        parted = told_apart([self._parted(line) for line in lines], self._areas)
        typed, parted = parted, one_spelling(parted, self._titled, self._answers.areas)
        tell_spelt(typed, parted, lines, self._problems)
        self._half.look_at(parted, lines, areas)
        self._free.stand(number for number, _, _ in parted)
        self._second = two_with_one_number(parted, self._titled)
        self._renamed = renamed_areas(parted, lines, self._plan)
        for (number, title, _), line in zip(parted, lines, strict=True):
            if number and title:
                self._titled_here.setdefault(title_key(title), number)
            elif title:
                self._heads.setdefault(title_key(title), set()).add(head_of(line.ref))
        self.unnamed.look_around(lines)
        self.unnamed.head_areas(self._numbers_named(parted, lines), lines)
        twice = two_names(self._numbers, self._areas.values(), self._answers.areas)
        self._plan_stands |= twice.silent
        self.answered |= twice.answered
        settled = []
        said = set[tuple[str, str, int]]()
        for (number, title, _), line, area in zip(parted, lines, areas, strict=True):
            meant = self._number_of(number, title, line)
            settled.append(_in_area(line, meant, title))
            self.open_rows |= {line.row} if area_key(number, title) in self._open else set()
            called = self._called_here(meant, number, title)
            is_new = meant and (meant, called, id(area)) not in said
            if is_new and self._told.is_added(replace(area, number=meant, title=called or None), line):
                said.add((meant, called, id(area)))
        self.unnamed.ask(is_alone=not self._half.are_many)
        if self._plan:
            self._told.ask_for_titles(self._areas)
        return settled

    def _called_here(self, meant: str, number: str, title: str) -> str:
        """Return what a file calls an area: what was answered, else its title unless the plan's stands."""
        is_plans = area_key(number, title) in self._plan_stands
        return "" if is_plans else self._called.get(match_key(meant)) or title

    def _parted(self, line: ActionLine) -> Named:
        """Return number and title of a row's area, which may stand in one cell."""
        number, title = line.area_number, line.area_title
        if self._has_titles or title or not number or match_key(number) in self._areas:
            return Named(number, title, line.area_label)
        return named_area(number)

    def _numbers_named(self, parted: Sequence[Named], lines: Sequence[ActionLine]) -> Mapping[int, str]:
        """Return the number of the area that each row names, by row."""
        for (number, title, _), line in zip(parted, lines, strict=True):
            if (number or title) and (number, title) not in self._numbers:
                self._numbers[number, title] = self._settled(number, title, line)
        named = zip(parted, lines, strict=True)
        return {line.row: self._numbers[n, title] for (n, title, _), line in named if n or title}

    def _number_of(self, number: str, title: str, line: ActionLine) -> str:
        if not number and not title:
            return self.unnamed.number_of(line)
        self.unnamed.stands_under(self._numbers[number, title], line)
        return self._numbers[number, title]

    def _settled(self, number: str, title: str, line: ActionLine) -> str:
        answered = self._half.answer(number, title)
        if answered and not self._only_retitles(number, title, answered[1]):
            return self._as_answered(number, title, *answered)
        if not number:
            return self._number_by_title(title, line)
        if first := self._second.get((match_key(number), title_key(title))):
            return self._ask_for_second(number, first, title, line)
        if self._half.is_one(number, title) and not self._free.equal_to(number):
            if self._half.ask(number, title, line):
                self._open.add(area_key(number, title))
            return self._free.give(number)
        return self._free.give(self._free.settled(number, title, line))

    def _only_retitles(self, number: str, title: str, words: str) -> bool:
        """Say whether an answer would only call an area of the plan otherwise, which no row asks."""
        if not title and fold(words) in WHOLE_AREAS:
            return True
        named, called = area_answered(words)
        known = self._areas.get(match_key(words)) or self._titled.get(title_key(words))
        own = self._areas.get(match_key(number))
        if self._half.is_one(number, title):
            return bool(own and known is own and called)
        is_same = not named or match_key(named) == match_key(number)
        return bool(own and called and known is None and is_same)

    def _as_answered(self, number: str, title: str, key: str, answer: str) -> str:
        """Return the number that the answer to a question about an area means."""
        self.used |= self._half.said_of(number, title)
        is_half, said = self._half.is_one(number, title), fold(answer)
        self.is_used_for_all = self.is_used_for_all or (is_half and bool(self._answers.areas_as))
        if is_half and said in SIDES:
            meant = (self._half.other(number, title) or self._areas[match_key(number)]).number
            if said == PLAN:
                self._plan_stands.add(area_key(number, title))
        elif title and (said == NEW or new_number(answer)):
            meant = self._new_area(number, title, new_number(answer))
            answer = kept_as_new(meant) if number else answer
        else:
            own = "" if is_half and match_key(number) in self._areas else number
            meant = self._answered_for(own, answer)
            if title_key(answer) in self._titled and match_key(answer) not in self._areas:
                self._plan_stands.add(area_key(number, title))
        if is_half and match_key(meant) != match_key(number):
            self.moved[meant] = number
            is_new = match_key(meant) not in self._areas and match_key(meant) == match_key(answer)
            answer = kept_as_new(meant) if is_new else answer
        if is_half or new_number(answer):
            self.answered[area_key(number, title)] = answer
            self.spent |= {key} & {match_key(number)}
        return meant

    def _new_area(self, number: str, title: str, given: str) -> str:
        """Return the number of an area that is new: what it was given, its own if free, or the next."""
        if not number:
            return self._answered_for("", title)
        is_taken = match_key(number) in self._areas or (match_key(number), title_key(title)) in self._second
        meant = given or (self._free.next() if is_taken else number)
        self._free.give(meant)
        return meant

    def _ask_for_second(self, number: str, first: str, title: str, line: ActionLine) -> str:
        """Ask which number an area has whose own is that of another; return one that is free."""
        free = self._free.give(self._free.next())
        cell = self._problems.cell(line.row, "area_title")
        self._problems.add(question_second(number, first, title, free, cell))
        return free

    def _answered_for(self, number: str, words: str) -> str:
        """Return the number that an answer means, of the plan's, the file's or a new area.

        Where it is a new title, the number is that of the file, or else the next; where it is a new number,
        what was answered of that counts too.
        """
        asked = {match_key(number)}
        while True:
            if known := self._areas.get(match_key(words)) or self._titled.get(title_key(words)):
                return known.number
            named, title = area_answered(words)
            if here := "" if named else self._titled_here.get(title_key(title), ""):
                return here
            number = named or number or self._numbers.setdefault(("", title), self._free.next())
            if title:
                self._called[match_key(number)] = title
            self._free.give(number)
            key = match_key(number)
            if title or key in asked or key not in self._answers.areas:
                return number
            asked.add(key)
            self.used[key] = words = self._answers.areas[key]

    def _number_by_title(self, title: str, line: ActionLine) -> str:
        if known := self._titled.get(title_key(title)):
            return known.number
        if was := self._renamed.get(title_key(title)):
            first = next(key for key, one in self._renamed.items() if one.area is was.area)
            cell = self._problems.cell(line.row, "area_title")
            self._problems.add(question_renamed(title, was, cell, is_first=first == title_key(title)))
            return self._free.give(self._free.next())
        heads = self._heads.get(title_key(title), set())
        head = next(iter(heads)) if len(heads) == 1 else ""
        is_free = head and not any(
            head in other for key, other in self._heads.items() if key != title_key(title)
        )
        number = head if is_free and head not in self._areas else self._free.next()
        self._free.give(number)
        self._problems.doubt(line.row, "area_number", f"{quoted(title)} has no number: it is area {number}.")
        return number


def _in_area(line: ActionLine, number: str, title: str) -> ActionLine:
    """Return a line with number and title of its area."""
    if line.area_number == number and line.area_title == title:
        return line
    return replace(line, area_number=number, area_title=title)
