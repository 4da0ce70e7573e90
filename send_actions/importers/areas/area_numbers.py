"""The numbers of a file's areas: what a spreadsheet made of others is asked about; a new one is the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from send_actions.domain.drafting import LONGEST_REF
from send_actions.domain.plan import Area
from send_actions.domain.text import match_key, printable
from send_actions.importers.areas.area_words import whole_number
from send_actions.importers.cell_text import as_number, is_error, reads_as_date
from send_actions.importers.file_problems import Problems
from send_actions.importers.plan_lines import ActionLine
from send_actions.importers.problems import AskFor, Problem, quoted


class AreaNumbers:
    """The numbers of the plan's areas and those of one file's; `read` are those that are read otherwise."""

    def __init__(self, areas: Mapping[str, Area], problems: Problems) -> None:
        self._areas, self._problems = areas, problems
        self._given: dict[str, str] = {}
        self._in_file = set[str]()
        self._free = 1  # the lowest number that nothing may have
        self.read: dict[str, str] = {}

    def stand(self, numbers: Iterable[str]) -> None:
        """Note the numbers that stand in the file."""
        self._in_file = {match_key(number) for number in numbers if number}

    def give(self, number: str) -> str:
        """Note and return a number that an area has."""
        self._given[match_key(number)] = number
        return number

    def next(self) -> str:
        """Return the lowest number that no area has, nor may have."""
        while any(str(self._free) in taken for taken in (self._areas, self._given, self._in_file)):
            self._free += 1
        return str(self._free)

    def equal_to(self, number: str) -> tuple[str, str] | None:
        """Return the number that equals one that is not the plan's, and where it stands."""
        value = None if match_key(number) in self._areas else as_number(number)
        if value is None:
            return None
        for area in self._areas.values():
            if as_number(area.number) == value:
                return area.number, f"the plan, {quoted(area.title)}"
        others = (other for key, other in self._given.items() if key != match_key(number))
        return next(((other, "this file") for other in others if as_number(other) == value), None)

    def settled(self, number: str, title: str, line: ActionLine) -> str:
        """Return a number as it was typed, or ask about one that a spreadsheet may have made."""
        if match_key(number) in self._areas:
            return number
        told, offer = _open_about(number, title, self.equal_to(number))
        if told:
            ask = AskFor("--area", number, offer)
            cell = self._problems.cell(line.row, "area_number")
            self._problems.add(Problem(cell, printable(told), is_question=True, answer=ask))
        elif len(number) > LONGEST_REF:
            told = f"An area number has at most {LONGEST_REF} characters."
            self._problems.ask(line.row, "area_number", told)
        elif whole := whole_number(number):
            self._problems.doubt(line.row, "area_number", f"The area number {number} is read as {whole}.")
            self.read[match_key(number)] = whole
            return whole
        return number


def _open_about(number: str, title: str, equal: tuple[str, str] | None) -> tuple[str, str]:
    """Return what to ask about a new number, and the number that is most likely meant."""
    if equal:
        shown = f"{number} ({quoted(title)})" if title else number
        return f"Area {shown} equals area {equal[0]} of {equal[1]}: is it the same?", equal[0]
    if is_error(number) or reads_as_date(number):
        return f"The area number “{number}” is a spreadsheet's error or reads as a date.", ""
    return "", ""
