"""Which area each row is in: by number, by title, by both in one cell, or by what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from send_actions.domain.drafting import LONGEST_REF
from send_actions.domain.plan import Area, Plan
from send_actions.domain.text import fold, match_key, printable
from send_actions.importers.answers import NEW, Answers, title_key
from send_actions.importers.areas.area_words import Named, area_answered, named_area, whole_number
from send_actions.importers.areas.areas_apart import told_apart, two_with_one_number
from send_actions.importers.areas.renamed_areas import question_renamed, renamed_areas
from send_actions.importers.areas.unnamed_areas import UnnamedAreas, head_of
from send_actions.importers.cell_text import as_number, is_error, reads_as_date
from send_actions.importers.plan_lines import ActionLine, AreaLine, Problems
from send_actions.importers.problems import AskFor, Problem, quoted


class AreaFinder:
    """The areas of a file, each under the number that is meant; `found` has them in the file's order."""

    def __init__(self, plan: Plan | None, answers: Answers, problems: Problems, *, has_titles: bool) -> None:
        self._answers, self._problems, self._has_titles = answers, problems, has_titles
        self._plan = plan
        self._renamed: Mapping[str, Area] = {}
        self._in_file = set[str]()
        self._second: Mapping[tuple[str, str], str] = {}
        self._areas = {match_key(area.number): area for area in plan.areas} if plan else {}
        self._titled = {title_key(area.title): area for area in self._areas.values()}
        self._titled_here: dict[str, str] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._given: dict[str, str] = {}
        self._free = 1  # the lowest number that nothing may have
        self._heads: dict[str, set[str]] = {}
        self._called: dict[str, str] = {}
        self._first_row: dict[str, int] = {}
        self.unnamed = UnnamedAreas(plan, answers, problems, lambda words: self._answered_for("", words))
        self.found: dict[str, AreaLine] = {}
        self.answered: dict[str, str] = {}
        self.used: dict[str, str] = {}

    def take(self, lines: Sequence[ActionLine], areas: Sequence[AreaLine]) -> list[ActionLine]:
        """Return the lines with the numbers of their areas; `areas` are what the same rows say of them."""
        parted = told_apart([self._parted(line) for line in lines], self._areas)
        self._in_file = {match_key(number) for number, _, _ in parted if number}
        self._second = two_with_one_number(parted, self._titled)
        self._renamed = renamed_areas(parted, lines, self._plan)
        for (number, title, _), line in zip(parted, lines, strict=True):
            if number and title:
                self._titled_here.setdefault(title_key(title), number)
            elif title:
                self._heads.setdefault(title_key(title), set()).add(head_of(line.ref))
        self.unnamed.look_around(lines)
        settled = []
        said = set[tuple[str, str, int]]()
        for (number, title, _), line, area in zip(parted, lines, areas, strict=True):
            meant = self._number_of(number, title, line)
            settled.append(_in_area(line, meant, title))
            called = self._called.get(match_key(meant)) or title
            if meant and (meant, called, id(area)) not in said:
                self._first_row.setdefault(match_key(meant), line.row)
                if self._is_added(replace(area, number=meant, title=called or None), line):
                    said.add((meant, called, id(area)))
        self.unnamed.ask()
        self._ask_for_titles()
        return settled

    def _parted(self, line: ActionLine) -> Named:
        """Return number and title of a row's area, which may stand in one cell."""
        number, title = line.area_number, line.area_title
        if self._has_titles or title or not number or match_key(number) in self._areas:
            return Named(number, title, line.area_label)
        return named_area(number)

    def _number_of(self, number: str, title: str, line: ActionLine) -> str:
        if not number and not title:
            return self.unnamed.number_of(line)
        if (number, title) not in self._numbers:
            self._numbers[number, title] = self._settled(number, title, line)
        self.unnamed.stands_under(self._numbers[number, title], line)
        return self._numbers[number, title]

    def _settled(self, number: str, title: str, line: ActionLine) -> str:
        for key in filter(None, (match_key(title), match_key(number))):
            answer = self._answers.areas.get(key)
            if answer is not None and not _only_retitles(number, answer, self._areas, self._titled):
                self.used[key] = answer
                return self._answered_for(number, title if title and fold(answer) == NEW else answer)
        if not number:
            return self._number_by_title(title, line)
        if first := self._second.get((match_key(number), title_key(title))):
            return self._ask_for_second(number, first, title, line)
        own, other = self._areas.get(match_key(number)), self._titled.get(title_key(title)) if title else None
        if own and (other is None or other is own or title_key(own.title) == title_key(title)):
            self._given[match_key(number)] = number
            return number
        equal = None if own else _equal(number, self._areas, self._given)
        told, offer = _open_about(number, title, own, other, equal)
        if told:
            ask = AskFor("--area", number, offer)
            cell = self._problems.cell(line.row, "area_number")
            self._problems.add(Problem(cell, printable(told), is_question=True, answer=ask))
        elif len(number) > LONGEST_REF:
            told = f"An area number has at most {LONGEST_REF} characters."
            self._problems.ask(line.row, "area_number", told)
        elif whole := whole_number(number):
            self._problems.doubt(line.row, "area_number", f"The area number {number} is read as {whole}.")
            self.answered[match_key(number)] = whole
            return whole
        self._given[match_key(number)] = number
        return number

    def _ask_for_second(self, number: str, first: str, title: str, line: ActionLine) -> str:
        """Ask which number an area has whose own is that of another; return one that is free."""
        free = self._next()
        told = f"Two areas have number {number}: {quoted(first)} and {quoted(title)}. "
        message = printable(f"{told}Which number has the second?")
        cell = self._problems.cell(line.row, "area_title")
        ask = AskFor("--area", title, free)
        self._problems.add(Problem(cell, message, is_question=True, answer=ask))
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
            number = named or number or self._numbers.setdefault(("", title), self._next())
            if title:
                self._called[match_key(number)] = title
            self._given[match_key(number)] = number
            key = match_key(number)
            if title or key in asked or key not in self._answers.areas:
                return number
            asked.add(key)
            self.used[key] = words = self._answers.areas[key]

    def _number_by_title(self, title: str, line: ActionLine) -> str:
        if known := self._titled.get(title_key(title)):
            return known.number
        if was := self._renamed.get(title_key(title)):
            first = next(key for key, area in self._renamed.items() if area is was)
            cell = self._problems.cell(line.row, "area_title")
            self._problems.add(question_renamed(title, was, cell, is_first=first == title_key(title)))
            return self._next()
        heads = self._heads.get(title_key(title), set())
        head = next(iter(heads)) if len(heads) == 1 else ""
        is_free = head and not any(
            head in other for key, other in self._heads.items() if key != title_key(title)
        )
        number = head if is_free and head not in self._areas else self._next()
        self._given[match_key(number)] = number
        self._problems.doubt(line.row, "area_number", f"{quoted(title)} has no number: it is area {number}.")
        return number

    def _next(self) -> str:
        while any(str(self._free) in taken for taken in (self._areas, self._given, self._in_file)):
            self._free += 1
        return str(self._free)

    def _ask_for_titles(self) -> None:
        """Ask what an area is called that is new and has no title in any row."""
        for key, area in self.found.items() if self._plan else ():
            if not area.title and key not in self._areas:
                cell = self._problems.cell(self._first_row[key], "area_number")
                message = (
                    f"Area {area.number} is new and has no title: what is it called, or which area is meant?"
                )
                ask = AskFor("--area", area.number)
                self._problems.add(Problem(cell, printable(message), is_question=True, answer=ask))

    def _is_added(self, line: AreaLine, row: ActionLine) -> bool:
        """Keep what the first row says of an area, and of later ones what it lacks; say if they agree."""
        known = self.found.setdefault(match_key(line.number), line)
        if is_otherwise := bool(line.title and known.title and line.title != known.title):
            kept = f"Area {line.number} is called “{known.title}” further up: that is kept."
            self._problems.doubt(row.row, "area_title", printable(kept))
        self.found[match_key(line.number)] = known.filled_from(line)
        return not is_otherwise


def _in_area(line: ActionLine, number: str, title: str) -> ActionLine:
    """Return a line with number and title of its area."""
    if line.area_number == number and line.area_title == title:
        return line
    return replace(line, area_number=number, area_title=title)


def _open_about(
    number: str, title: str, own: Area | None, other: Area | None, equal: tuple[str, str] | None
) -> tuple[str, str]:
    """Return what to ask about an area, and the number that is most likely meant."""
    shown = f"{number} ({quoted(title)})" if title else number
    if equal:
        return f"Area {shown} equals area {equal[0]} of {equal[1]}: is it the same?", equal[0]
    if other:
        also = f", where {own.number} is {quoted(own.title)}" if own else ""
        told = f"Area {shown} has the title of area {other.number} of the plan{also}: which is it?"
        return told, other.number
    if is_error(number) or reads_as_date(number):
        return f"The area number “{number}” is a spreadsheet's error or reads as a date.", ""
    return "", ""


def _equal(number: str, areas: Mapping[str, Area], given: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the number that is equal to one written otherwise, and where it stands."""
    value = as_number(number)
    if value is None:
        return None
    for area in areas.values():
        if as_number(area.number) == value:
            return area.number, f"the plan, {quoted(area.title)}"
    others = (other for key, other in given.items() if key != match_key(number))
    return next(((other, "this file") for other in others if as_number(other) == value), None)


def _only_retitles(number: str, words: str, areas: Mapping[str, Area], titled: Mapping[str, Area]) -> bool:
    """Say whether an answer would only call an area of the plan otherwise, which no row asks."""
    named, title = area_answered(words)
    is_known = match_key(words) in areas or title_key(words) in titled
    is_same = not named or match_key(named) == match_key(number)
    return match_key(number) in areas and bool(title) and not is_known and is_same
