"""A file of actions read whole, against the plan it is for: the lines, and every problem found."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from send_actions.domain.plan import Plan
from send_actions.domain.plan.vocabulary import DEFAULT_LEGEND
from send_actions.domain.text import match_key
from send_actions.domain.words.dates import say_due
from send_actions.domain.words.owners import doubt_owner
from send_actions.errors import SendActionsError
from send_actions.importers.answered_asks import settle_asks
from send_actions.importers.answers import Answers
from send_actions.importers.area_headings import AreaHeadings
from send_actions.importers.areas import AreaFinder
from send_actions.importers.columns import Columns, find_columns, is_header, no_column
from send_actions.importers.csv_file import Sheet, read_sheet
from send_actions.importers.disputes import Past, doubt_older
from send_actions.importers.file_dates import find_file_date
from send_actions.importers.header_rows import HeaderRows
from send_actions.importers.headings import HEADINGS
from send_actions.importers.kept import BroughtIn, version_before
from send_actions.importers.line_reader import LineReader
from send_actions.importers.month_first import with_days_first
from send_actions.importers.own_list import OwnList
from send_actions.importers.personal import question_people
from send_actions.importers.plan_lines import ActionLine, AreaLine, PlanLines, Problems, digest_of
from send_actions.importers.refs import missing_rows, refs_in_titles, settle_refs
from send_actions.importers.status_words import StatusWords


def read_plan_csv(
    path: Path,
    *,
    today: date,
    plan: Plan | None = None,
    answers: Answers | None = None,
    last: Sequence[BroughtIn] = (),
    past: Past | None = None,
) -> PlanLines:
    """Return what the file says; raises SendActionsError when it cannot be read as a table of actions.

    `past` is what the plan said before, with which a list of ours is compared; `last` are the files that were
    brought in, the newest last.
    """
    answered = answers or Answers()
    sheet, columns, problems = _sheet_of(path, answered)
    words = StatusWords(plan.legend if plan else DEFAULT_LEGEND, answered.statuses)
    bodies = _organisations(plan)
    own = OwnList(plan, past, today, answered, problems) if plan and past else None
    sheet = with_days_first(sheet, columns, own, problems) if own else sheet
    reader = LineReader(sheet, columns, problems, words, today=today, organisations=bodies)
    lines, areas = _read_rows(sheet, reader, AreaHeadings(columns, problems))
    ref_cells = {problems.cell(line.row, "ref") for line in lines} if answered.refs else set[str]()
    lines = _with_refs(lines, sheet, columns, problems)
    explicit = "area_title" in columns.places or _names_a_number(columns)
    finder = AreaFinder(plan, answered, problems, has_titles=explicit)
    lines, areas = _in_their_areas(lines, areas, own, finder)
    settled, titled = settle_refs(lines, plan, answered, problems)
    if not answered.not_personal:
        question_people(lines, areas, plan, problems)
    _doubt_dues(settled, plan, problems)
    if plan:
        settled = settle_asks(settled, plan, past, today, problems)
        _doubt_against(plan, settled, problems)
        _name_missing(sheet.name, plan, settled, last, problems)
    kept = replace(
        answered, titled={**answered.titled, **titled}, areas={**answered.areas, **finder.answered}
    )
    found = PlanLines(
        tuple(finder.found.values()),
        tuple(settled),
        problems.in_order(),
        columns.places,
        kept,
        find_file_date(sheet, columns, today),
        digest_of((sheet.header, sheet.rows)),
        used=replace(_used(answered, ref_cells, words, finder, columns), titled=titled),
    )
    return own.with_what_it_showed(found) if own else found


def _used(
    answered: Answers, ref_cells: Container[str], words: StatusWords, finder: AreaFinder, columns: Columns
) -> Answers:
    """Return the answers that something in the file asks for."""
    return Answers(
        words.used,
        {cell: ref for cell, ref in answered.refs.items() if cell in ref_cells},
        areas=finder.used,
        area=finder.used_for_all,
        columns={name: field for name, field in answered.columns.items() if columns.has(name)},
    )


def _sheet_of(path: Path, answers: Answers) -> tuple[Sheet, Columns, Problems]:
    """Return the file's sheet and columns with what is open about them; refuses one without rows."""
    sheet = read_sheet(path, is_header=is_header)
    columns = find_columns(sheet, answers.columns)
    if not any(cell.strip() for row in sheet.rows for cell in row):
        raise SendActionsError(f"{sheet.name} has no rows below its header: there is nothing to bring in.")
    problems = Problems(columns.places)
    problems.add(*sheet.problems, *columns.problems)
    return sheet, columns, problems


def _read_rows(
    sheet: Sheet, reader: LineReader, headings: AreaHeadings
) -> tuple[list[ActionLine], list[AreaLine]]:
    lines: list[ActionLine] = []
    areas: list[AreaLine] = []
    headers = HeaderRows(sheet.header)
    for number, cells in enumerate(sheet.rows, start=sheet.header_row + 1):
        may_head = headers.may_be(cells)
        if (may_head and headers.is_repeated(cells)) or not any(map(str.strip, cells)):
            continue
        if may_head and is_header(cells):
            reader.ask_about_header(number)
        elif lines and (longer := reader.more_of(lines[-1], number, cells)):
            lines[-1] = longer
        elif not headings.is_one(number, cells):
            lines.append(headings.over(reader.take(number, cells)))
            areas.append(reader.area())
    reader.finish()
    return lines, areas


def _in_their_areas(
    lines: list[ActionLine], areas: list[AreaLine], own: OwnList | None, finder: AreaFinder
) -> tuple[list[ActionLine], list[AreaLine]]:
    """Return the rows with the numbers of their areas, of our own list only what was changed."""
    if own is None:
        return finder.take(lines, areas), areas
    lines, areas = own.take(lines, areas)
    return own.without_areas(finder.take(lines, areas)), areas


def _with_refs(
    lines: list[ActionLine], sheet: Sheet, columns: Columns, problems: Problems
) -> list[ActionLine]:
    """Return the lines with the refs of their titles where there is no column of better ones."""
    place = columns.places.get("ref")
    if place is None or not any("." in line.ref for line in lines):
        found = refs_in_titles(lines)
        if found:
            message = "The refs stand at the head of the actions' words, and are taken from there."
            problems.doubt_in(sheet.header_row, columns.places["title"], message)
            lines = found
        elif place is None:
            raise SendActionsError(no_column(sheet, columns, "ref"))
    for line in lines:
        if not line.title:
            problems.ask(line.row, "title", "The title is missing.")
    return lines


def _names_a_number(columns: Columns) -> bool:
    place = columns.places.get("area_number")
    return place is not None and columns.names[place] in HEADINGS["area_number"]


def _organisations(plan: Plan | None) -> list[str]:
    owners = plan.owners if plan else ()
    return list(dict.fromkeys(owner.organisation for owner in owners if owner.organisation))


def _doubt_against(plan: Plan, lines: Sequence[ActionLine], problems: Problems) -> None:
    """Tell what is doubtful of the lines beside what the plan says."""
    doubt_older(lines, plan, problems)
    _suggest_owners(lines, plan, problems)


def _name_missing(
    name: str, plan: Plan, lines: Sequence[ActionLine], last: Sequence[BroughtIn], problems: Problems
) -> None:
    """Tell which rows stood in this list's last version and are missing now; another list's are not."""
    living = {match_key(action.ref) for action in plan.actions}
    before = version_before(name, (line.ref for line in lines), last, living)
    if before and (gone := missing_rows(before.name, before.refs, lines, plan)):
        problems.add(gone)


def _doubt_dues(lines: Sequence[ActionLine], plan: Plan | None, problems: Problems) -> None:
    """Tell where the cells of a due date do not go together."""
    known = {match_key(action.ref): action.due for action in plan.actions} if plan else {}
    for line in lines:
        due, cells = known.get(match_key(line.ref)), line.due_cells
        if cells and (doubt := cells.doubt(due))[0]:
            problems.doubt(line.row, *doubt)
        elif cells and due and due.on and cells.leaves_date_out(due) and "due" in problems.places:
            told = f"This cell is empty, and “due_text” is not: {say_due(due)} is left as it is."
            problems.doubt(line.row, "due", told)


def _suggest_owners(lines: Sequence[ActionLine], plan: Plan, problems: Problems) -> None:
    """Doubt an owner who is nearly one of the plan's, once."""
    seen = set()
    for line in lines:
        if line.lead is None or line.lead in seen:
            continue
        seen.add(line.lead)
        if doubt := doubt_owner(line.lead.role, line.lead.organisation, plan.owners):
            problems.doubt(line.row, "lead_role", doubt)
