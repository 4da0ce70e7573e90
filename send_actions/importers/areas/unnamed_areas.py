"""The area of rows that name none: that of the rows around them, or what is answered of their table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from send_actions.domain.plan import Plan
from send_actions.domain.text import match_key, printable
from send_actions.importers.answers import Answers, title_key
from send_actions.importers.headings.headings import heading_names, shown_heading
from send_actions.importers.plan_lines import ActionLine, Problems
from send_actions.importers.problems import AskFor, Problem, list_cells


class UnnamedAreas:
    """Gives rows that name no area one; `settle` returns the number that an answer means.

    `used_for_all` and `used` are the answers that were needed, of all tables and of one by its first cell.
    """

    def __init__(
        self, plan: Plan | None, answers: Answers, problems: Problems, settle: Callable[[str], str]
    ) -> None:
        self._answers, self._problems, self._settle = answers, problems, settle
        numbers = {area.id: area.number for area in plan.areas} if plan else {}
        actions = plan.actions if plan else ()
        self._by_ref = {match_key(action.ref): numbers.get(action.area_id, "") for action in actions}
        self._by_title = {title_key(action.title): numbers.get(action.area_id, "") for action in actions}
        self._around: Mapping[int, str] = {}
        self._above: tuple[str, ActionLine] | None = None
        self._asked: dict[int, list[int]] = defaultdict(list)
        self._heads: dict[int, set[str]] = defaultdict(set)
        self._first: dict[int, int] = {}
        self._of_head: dict[str, set[str]] = defaultdict(set)
        self.used: dict[str, str] = {}
        self.used_for_all = ""

    def look_around(self, lines: Sequence[ActionLine]) -> None:
        """Note of each table whose rows name no area in which area the plan has most of them, if in one."""
        known: dict[int, Counter[str]] = defaultdict(Counter)
        for line in lines:
            if not line.area_number and not line.area_title:
                known[self._problems.table_of(line.row)][self._known(line) or ""] += 1
        self._around = {
            table: next(filter(None, found))
            for table, found in known.items()
            if len(found.keys() - {""}) == 1 and found.total() >= max(2 * found[""], found[""] + 2)
        }

    def head_areas(self, numbers: Mapping[int, str], lines: Sequence[ActionLine]) -> None:
        """Note in which areas refs are by their heads: those of the rows that name one, else the plan's."""
        for action_ref, number in self._by_ref.items():
            self._of_head[head_of(action_ref)].add(number)
        here: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            if line.row in numbers:
                here[head_of(line.ref)].add(numbers[line.row])
        self._of_head |= here
        self._of_head.pop("", None)

    def stands_under(self, number: str, line: ActionLine) -> None:
        """Note the area that a row names: those below it may stand in it too."""
        self._above = (number, line)

    def number_of(self, line: ActionLine) -> str:
        """Return the number for a row that names no area; empty for one that stays where it is."""
        if self._known(line) is not None or not (self._ref(line) or line.is_unnumbered):
            return ""
        if self._above and self._goes_on(line, self._above[1]):
            number, above = self._above
            return self._told(line, number, f"is taken from {self._problems.row_words(above.row)}")
        if len(alike := self._of_head.get(head_of(self._ref(line)), set())) == 1:
            return self._told(
                line, next(iter(alike)), f"is that of the other refs that begin with {head_of(line.ref)}"
            )
        if answered := self._answered(line):
            return answered
        if around := self._around.get(self._problems.table_of(line.row), ""):
            return self._told(line, around, "is that of the rows around it")
        table = self._problems.table_of(line.row)
        self._asked[table].append(line.row)
        self._heads[table].add(head_of(ref := self._ref(line)) or _letters_before(ref))
        return ""

    def ask(self, *, is_alone: bool) -> None:
        """Ask for the area of each table that has rows without one, unless one of its columns may say it.

        Only where it `is_alone` one answer without a cell speaks of them.
        """
        tables = list(self._asked.values())
        are_all = is_alone and len(tables) > 1 and self._above is None and not self._are_apart()
        if are_all and not any(self._theme_of(rows[0]) for rows in tables):
            self._ask_of_all(tables)
            return
        for rows in tables:
            cell = self._problems.cell(rows[0], "area_number")
            many = f"{len(rows)} rows name no area" if len(rows) > 1 else "This row names no area"
            message = f"{many}: which is it, a number or title of the plan's or a new one?"
            answer = AskFor("--area", "" if is_alone and len(tables) == 1 else cell, "")
            if heading := self._theme_of(rows[0]):
                message = f"{many}: is “{heading}” the area of each, or a theme beside it?"
                answer = AskFor("--map", heading, "area")
            self._problems.add(Problem(cell, printable(message), is_question=True, answer=answer))

    def _are_apart(self) -> bool:
        """Say whether the refs of each table begin in one way of their own: each may be an area."""
        heads = [head for found in self._heads.values() for head in found]
        return all(heads) and len(heads) == len(self._heads) == len(set(heads))

    def _ask_of_all(self, tables: Sequence[Sequence[int]]) -> None:
        """Ask once for the area of a file in which no row names one."""
        cells = [self._problems.cell(rows[0], "area_number") for rows in tables]
        many = f"{sum(map(len, tables))} rows in {len(tables)} tables ({list_cells(cells)}) name no area"
        message = (
            f"{many}: which is it, a number or title of the plan's or a new one? "
            f"--area '{cells[0]}=…' says it of one table."
        )
        self._problems.add(Problem(cells[0], printable(message), is_question=True, answer=AskFor("--area")))

    def _known(self, line: ActionLine) -> str | None:
        """Return the area in which the plan has a row's action; None for an action that it does not know."""
        if (found := self._by_ref.get(match_key(self._ref(line)))) is not None:
            return found
        return self._by_title.get(title_key(line.title)) if line.is_unnumbered else None

    def _ref(self, line: ActionLine) -> str:
        return self._answers.refs.get(self._problems.cell(line.row, "ref").upper()) or line.ref

    def _goes_on(self, line: ActionLine, above: ActionLine) -> bool:
        """Say whether a row goes on below one with an area: without a ref in its table, or with one alike."""
        if line.is_unnumbered:
            return self._problems.table_of(line.row) == self._problems.table_of(above.row)
        head = head_of(self._ref(line))
        return bool(head) and head == head_of(above.ref)

    def _answered(self, line: ActionLine) -> str:
        first = self._first.setdefault(self._problems.table_of(line.row), line.row)
        cell = self._problems.cell(first, "area_number").upper()
        if answer := self._answers.area_of.get(cell):
            self.used[cell] = answer
            return self._settle(answer)
        if self._answers.area:
            self.used_for_all = self._answers.area
            return self._settle(self.used_for_all)
        return ""

    def _told(self, line: ActionLine, number: str, where: str) -> str:
        self._problems.doubt(line.row, "area_number", f"No area is named: {number} {where}.")
        return number

    def _theme_of(self, row: int) -> str:
        """Return the heading of a table's column of themes, unless it is answered what that is."""
        heading = self._problems.heading(row, "theme")
        is_answered = heading_names([heading])[0] in heading_names([*self._answers.columns])
        return "" if not heading or is_answered else shown_heading(heading)


def _letters_before(ref: str) -> str:
    """Return the letters with which a ref begins: A of A1."""
    return "".join(takewhile(str.isalpha, ref))


def head_of(ref: str) -> str:
    """Return what a ref says of its area: 9 of 9.3."""
    head, dot, _ = ref.partition(".")
    return head if dot and head.isdecimal() else ""
