"""A file of actions read whole, against the plan it is for: the lines, and every problem found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND
from send_actions.domain.text import fold, match_key, printable
from send_actions.errors import SendActionsError
from send_actions.importers.answered_asks import settle_asks
from send_actions.importers.answers import Answers
from send_actions.importers.areas.area_headings import AreaHeadings
from send_actions.importers.areas.areas import AreaFinder
from send_actions.importers.areas.measure_areas import measures_in_areas
from send_actions.importers.columns.columns import find_columns
from send_actions.importers.columns.found_columns import Columns
from send_actions.importers.columns.read_as import read_as
from send_actions.importers.csv_file import sheet_of
from send_actions.importers.file_dates import find_file_date
from send_actions.importers.file_digest import digest_of_all
from send_actions.importers.file_problems import Problems
from send_actions.importers.file_years import dated_by_year
from send_actions.importers.headings.header_rows import is_header, may_head
from send_actions.importers.headings.heading_words import HEADINGS
from send_actions.importers.kept import BroughtIn, version_before
from send_actions.importers.lines.line_doubts import doubt_against, doubt_dues, name_missing
from send_actions.importers.lines.line_reader import LineReader
from send_actions.importers.lines.month_first import with_days_first
from send_actions.importers.lines.review_notes import with_notes_of_reviews
from send_actions.importers.lines.rows_left_out import RowsLeftOut
from send_actions.importers.names_apart import one_name_each, roles_for_names
from send_actions.importers.ours.disputes import Past
from send_actions.importers.ours.json_file import ENDING, read_json_list
from send_actions.importers.ours.own_list import OwnList
from send_actions.importers.owners_by_words import one_owner_each
from send_actions.importers.personal import question_people
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines
from send_actions.importers.refs.likely_actions import likely_actions
from send_actions.importers.refs.new_refs import numbered_under_areas, with_areas_before
from send_actions.importers.refs.ref_answers import RefAnswers
from send_actions.importers.refs.refs import settle_refs
from send_actions.importers.refs.refs_in_areas import refs_in_areas
from send_actions.importers.returns.return_sheet import refuse_return
from send_actions.importers.said_since import SaidSince
from send_actions.importers.sheet import Sheet
from send_actions.importers.statuses.status_words import StatusWords
from send_actions.importers.table_rows import rows_of, with_refs
from send_actions.importers.text_tables import read_text_tables
from send_actions.importers.unread_dues import doubt_unread_dues

WITH_GRIDS: Final = frozenset({".xlsx", ".xltx", ".docx", ".dotx"})
"""The endings of files that hold sheets or tables, which may be several."""

_STEP: Final = 250
"""After how many rows it is told how far the reading is."""


class _Table(NamedTuple):
    """A table with what its columns hold, and what is added to the numbers of its rows."""

    sheet: Sheet
    columns: Columns
    base: int


def read_plan_file(
    path: Path,
    *,
    today: date,
    plan: Plan | None = None,
    answers: Answers | None = None,
    last: Sequence[BroughtIn] = (),
    past: Past | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> PlanLines:
    """Return what a file of any kind says; raises SendActionsError when no table of actions is in it.

    `past` is what the plan said before, with which a list of ours is compared; `last` are the files that were
    brought in, the newest last. `tell` is told how many of all rows are read.
    """
    answered = answers or Answers()
    if path.suffix.lower() in WITH_GRIDS:
        from send_actions.importers.grids.tables import read_tables

        sheets: Sequence[Sheet] = read_tables(path, answered, today=today)
    elif path.suffix.lower() == ENDING:
        sheets = [sheet_of(read_json_list(path), is_header=is_header, may_head=may_head)]
    else:
        sheets = read_text_tables(path, answered, today=today)
    refuse_return(printable(path.name), (sheet.header for sheet in sheets))
    return _Reading(sheets, answered, plan, today, tell).lines(last, past)


class _Reading:
    """One reading of the tables of a file, against a plan, with answers."""

    def __init__(
        self,
        sheets: Sequence[Sheet],
        answers: Answers,
        plan: Plan | None,
        today: date,
        tell: Callable[[int, int], None] | None = None,
    ) -> None:
        """Find the columns of each table; refuses a file without rows."""
        self._answers, self._plan, self._today = answers, plan, today
        self._tell, self._done, self._total = tell, 0, sum(len(sheet.rows) for sheet in sheets)
        self._problems = Problems()
        self._left_out = RowsLeftOut(answers, self._problems)
        self._dated = dated_by_year(sheets, today)
        self._tables = [
            _table_of(sheet, answers, self._problems, self._dated.now) for sheet in self._dated.tables
        ]
        has_words = any(cell.strip() for sheet in sheets for row in sheet.rows for cell in row)
        if not has_words and not any(sheet.measures for sheet in sheets):
            raise SendActionsError(
                f"{sheets[0].name} has no rows below its header: there is nothing to bring in."
            )
        keys = [key for sheet in sheets for key in sheet.colour_key]
        self._words = StatusWords(plan.legend if plan else DEFAULT_LEGEND, answers.statuses, keys)

    def lines(self, last: Sequence[BroughtIn], past: Past | None) -> PlanLines:
        """Return what the file says."""
        plan, answers, problems = self._plan, self._answers, self._problems
        own = OwnList(plan, past, self._today, answers, problems) if plan and past else None
        lines, areas = self._rows(own)
        columns = [table.columns for table in self._tables]
        if not any(each.is_own for each in columns):
            lines, areas = roles_for_names(
                lines, areas, plan.owners if plan else (), problems, answers.owners
            )
            lines, areas = one_owner_each(lines, areas, plan.owners if plan else (), problems)
        lines, areas = one_name_each(lines, areas, problems)
        explicit = any("area_title" in each.places or _names_a_number(each) for each in columns)
        finder = AreaFinder(plan, answers, problems, has_titles=explicit)
        lines, areas = _in_their_areas(lines, areas, own, finder)
        lines = refs_in_areas(with_areas_before(lines, problems), finder.moved, plan, problems)
        likely = likely_actions(lines, plan, past)
        refs = RefAnswers(lines, plan, answers, problems, likely, waiting=finder.open_rows)
        lines = numbered_under_areas(lines, likely, refs, problems)
        settled = with_notes_of_reviews(settle_refs(lines, plan, likely, refs, problems))
        if not answers.not_personal:
            question_people(lines, areas, plan, problems)
        before = self._last_version(settled, last)
        since = SaidSince(plan, past, self._today, answers, problems) if plan and past else None
        if since and not refs.open:
            settled = since.settle(settled, before, self._digest)
        doubt_dues(settled, plan, problems)
        doubt_unread_dues(settled, plan, self._dated.base, problems)
        if plan:
            settled = settle_asks(settled, plan, past, self._today, problems)
            doubt_against(plan, settled, self._today, problems)
            if not refs.open:
                name_missing(before, plan, settled, problems)
        found = self._found(finder, settled, refs)
        found = own.with_what_it_showed(found) if own else found
        return since.with_what_stands(found) if since else found

    def _last_version(self, lines: Sequence[ActionLine], last: Sequence[BroughtIn]) -> BroughtIn | None:
        """Return the file that came in before, and of which this is a newer version; None for a new one."""
        living = {match_key(action.ref) for action in self._plan.actions} if self._plan else ()
        return version_before(self._tables[0].sheet.name, (line.ref for line in lines), last, living)

    @cached_property
    def _digest(self) -> str:
        return digest_of_all([table.sheet for table in self._tables])

    def _rows(self, own: OwnList | None) -> tuple[list[ActionLine], list[AreaLine]]:
        """Return what the rows of every table say, and what they say of their areas."""
        lines: list[ActionLine] = []
        areas: list[AreaLine] = []
        bodies = _organisations(self._plan)
        for sheet, columns, base in self._tables:
            turned = with_days_first(sheet, columns, own, self._problems) if own else sheet
            year = None if columns.is_own else self._dated.year
            reader = LineReader(
                turned,
                columns,
                self._problems,
                self._words,
                today=self._today,
                organisations=bodies,
                year=year,
            )
            heading = AreaHeadings(columns, self._problems, sheet.area, self._words, bodies)
            of_table, areas_of_table = rows_of(
                self._wanted(columns, base, turned), turned, base, reader, heading
            )
            lines += with_refs(of_table, turned, columns, self._problems, base)
            areas += areas_of_table
        self._left_out.finish()
        self._problems.add(*self._words.problems())
        return lines, areas

    def _wanted(self, columns: Columns, base: int, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of a table but for those that are no actions."""
        for number, cells in self._counted(sheet):
            if number in sheet.heads or not self._left_out.is_one(columns, base + number, cells):
                yield number, cells

    def _counted(self, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of a table with their numbers, and tell how many of all are read."""
        for number, cells in sheet.numbered():
            self._done += 1
            if self._tell and (self._done % _STEP == 0 or self._done == self._total):
                self._tell(self._done, self._total)
            yield number, cells

    def _found(self, finder: AreaFinder, settled: Sequence[ActionLine], refs: RefAnswers) -> PlanLines:
        used = self._used(finder, refs, settled)
        kept = replace(
            self._answers,
            titled={**self._answers.titled, **used.titled},
            areas={
                **{n: a for n, a in self._answers.areas.items() if n not in finder.spent},
                **finder.answered,
            },
        )
        sheets = [table.sheet for table in self._tables]
        dates = (find_file_date(t.sheet, t.columns, self._today) for t in self._tables)
        said = [measure for sheet in sheets for measure in sheet.measures]
        measures = measures_in_areas(said, finder.found.values(), self._plan, self._problems, finder.moved)
        return PlanLines(
            tuple(finder.found.values()),
            tuple(settled),
            self._problems.in_order(),
            self._tables[0].columns.places,
            kept,
            next(filter(None, dates), None),
            self._digest,
            used=used,
            measures=measures,
            read_as=read_as([(table.sheet.header, table.columns) for table in self._tables]),
        )

    def _used(self, finder: AreaFinder, refs: RefAnswers, settled: Sequence[ActionLine]) -> Answers:
        """Return the answers that something in the file asks for."""
        answered, tables = self._answers, self._tables
        named = {fold(owner.name) for line in settled for owner in (line.lead, line.sro) if owner}
        named |= {fold(area.lead.name) for area in finder.found.values() if area.lead}
        return Answers(
            self._words.used,
            refs.by_cell | self._left_out.used,
            refs.answered | self._left_out.answered,
            areas=finder.used,
            area=finder.unnamed.used_for_all,
            area_of=finder.unnamed.used,
            ref_by=answered.ref_by if refs.is_anew else "",
            owners={name: role for name, role in answered.owners.items() if name in named},
            columns={n: f for n, f in answered.columns.items() if any(t.columns.has(n) for t in tables)},
            sheet=refs.sheet_used,
            areas_as=answered.areas_as if finder.is_used_for_all else "",
        )


def _table_of(sheet: Sheet, answers: Answers, problems: Problems, today: date) -> _Table:
    """Return a table with its columns; what is open about them is told once of all tables."""
    columns = find_columns(sheet, answers.columns, today=today)
    base = problems.begin(sheet, columns.places)
    problems.add(*sheet.problems)
    problems.add_once(*columns.problems)
    return _Table(sheet, columns, base)


def _in_their_areas(
    lines: list[ActionLine], areas: list[AreaLine], own: OwnList | None, finder: AreaFinder
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the rows with the numbers of their areas, of our own list only what was changed."""
    if own is None:
        return finder.take(lines, areas), areas
    lines, areas = own.take(lines, areas)
    return own.without_areas(finder.take(lines, areas)), areas


def _names_a_number(columns: Columns) -> bool:
    place = columns.places.get("area_number")
    return place is not None and columns.names[place] in HEADINGS["area_number"]


def _organisations(plan: Plan | None) -> list[str]:
    owners = plan.owners if plan else ()
    return list(dict.fromkeys(owner.organisation for owner in owners if owner.organisation))
