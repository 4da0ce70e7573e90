"""Any small plan, laid out as councils do, comes back as it was: every action, and nothing invented."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_files import a_document, a_workbook

from send_actions.domain.plan.vocabulary import Status
from send_actions.errors import SendActionsError
from send_actions.importers.answers import Answers
from send_actions.importers.grids.cell_grid import COVERED, Book, Cell, Grid, Line
from send_actions.importers.grids.tables import tables_of
from send_actions.importers.plan_file import _Reading, read_plan_file

TODAY = date(2026, 3, 31)
WORDS = ("Train", "Visit", "Audit", "Publish", "Review", "Agree", "Tell")
STATUSES = {"Green": Status.ON_TRACK, "Complete": Status.COMPLETE, "Amber": Status.AT_RISK, "": None}
REFS = ("Ref", "No", "Number", "Action no.", "Reference")
ACTIONS = ("Action", "What we will do", "Actions", "Action required", "Recommendation")
LEADS = ("Lead", "Who?", "Lead officer", "Responsible officer (action lead)", "Owner")
DUES = ("Due", "By when?", "Target date", "Timescale", "End date")
STATES = ("Status", "RAG", "BRAG rating", "Current status")


@dataclass(frozen=True)
class Row:
    """An action as it was, in its area."""

    area: int
    ref: str
    title: str
    lead: str
    due: str
    status: str


@st.composite
def plans(draw: st.DrawFn) -> list[Row]:
    rows = []
    for area in draw(st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True)):
        for number in range(1, draw(st.integers(1, 3)) + 1):
            word, status = draw(st.sampled_from(WORDS)), draw(st.sampled_from(list(STATUSES)))
            lead = draw(st.sampled_from(["SENCO", "Head of SEND", "DCO"]))
            due = draw(st.sampled_from(["", "June 2027", "31/12/2027", "Ongoing"]))
            rows.append(Row(area, f"{area}.{number}", f"{word} {area} {number}", lead, due, status))
    return rows


@dataclass(frozen=True)
class Habits:
    """How a plan is laid out."""

    headings: tuple[str, ...]
    has_refs: bool
    is_repeated: bool
    blanks: int
    indent: int
    note: bool
    titles: int


@st.composite
def layouts(draw: st.DrawFn) -> Habits:
    headings = tuple(draw(st.sampled_from(words)) for words in (REFS, ACTIONS, LEADS, DUES, STATES))
    yes = st.booleans()
    few = st.integers(0, 2)
    return Habits(headings, draw(yes), draw(yes), draw(few), draw(few), draw(yes), draw(few))


def table_of(rows: list[Row], habits: Habits) -> list[list[Any]]:
    """The header and a row for each action."""
    first = 0 if habits.has_refs else 1
    cells = [[row.ref, row.title, row.lead, row.due, row.status][first:] for row in rows]
    return [list(habits.headings[first:]), *cells]


def sheet_of(area: int, rows: list[Row], habits: Habits) -> list[list[Any]]:
    pad: list[Any] = [None] * habits.indent
    header, *cells = table_of(rows, habits)
    lines: list[list[Any]] = [["Inclusion plan"]] * habits.titles
    lines += [[]] * (1 if habits.titles else 0)
    lines += [[*pad, f"Area {area}: Title {area}"], *[[]] * min(habits.blanks, 1), [*pad, *header]]
    for place, row in enumerate(cells):
        if place and habits.is_repeated:
            lines.append([*pad, *header])
        lines += [[*pad, *row], *[[]] * habits.blanks]
    if habits.note:
        lines += [[], [*pad, "Please send changes to the team"]]
    return lines


def read_back(file: Path) -> list[tuple[str, ...]]:
    lines = read_plan_file(file, today=TODAY, answers=Answers(not_personal=True))
    assert not lines.questions
    return [
        (
            line.area_number,
            line.ref,
            line.title,
            str(line.lead or ""),
            line.due.text if line.due else "",
            str(line.latest_status or ""),
        )
        for line in lines.actions
    ]


def expected(rows: list[Row]) -> list[tuple[str, ...]]:
    return [
        (str(row.area), row.ref, row.title, row.lead, row.due, str(STATUSES[row.status] or ""))
        for row in rows
    ]


def by_area(rows: list[Row]) -> dict[int, list[Row]]:
    areas: dict[int, list[Row]] = {}
    for row in rows:
        areas.setdefault(row.area, []).append(row)
    return areas


@pytest.mark.parametrize("kind", ["sheets", "one sheet", "tables", "section rows"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=plans(), habits=layouts())
def test_every_action_comes_back_and_nothing_else(kind: str, rows: list[Row], habits: Habits) -> None:
    areas = by_area(rows)
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sheets":
            sheets = {f"Priority {area}": sheet_of(area, of, habits) for area, of in areas.items()}
            file = a_workbook(Path(folder) / "plan.xlsx", sheets)
        elif kind == "one sheet":
            lines = [line for area, of in areas.items() for line in [*sheet_of(area, of, habits), [], []]]
            file = a_workbook(Path(folder) / "plan.xlsx", {"Tracker": lines})
        elif kind == "tables":
            blocks: list[Any] = []
            for area, of in areas.items():
                blocks += [f"# Area {area}: Title {area}", table_of(of, habits)]
            file = a_document(Path(folder) / "plan.docx", "Our plan", *blocks)
        else:
            table = table_of(rows, habits)
            merged: list[list[Any]] = [table[0]]
            done = 0
            for area, of in areas.items():
                merged.append([f"Area {area}: Title {area}", *[None] * (len(table[0]) - 1)])
                merged += table[1 + done : 1 + done + len(of)]
                done += len(of)
            file = a_document(Path(folder) / "plan.docx", "Our plan", merged)
        assert read_back(file) == expected(rows)


HEADS = (
    *("Ref", "No", "Action", "What?", "Who?", "Lead", "By when", "RAG", "Status", "RAG May 20", "Progress"),
    *(
        "November update",
        "Area",
        "Priority",
        "Outcome",
        "% complete",
        "Completed",
        "Success measure",
        "Baseline",
    ),
    *("Target", "Actual", "Revised date", "6 month milestone", "GREEN", "AMBER", "RED", "Notes", "How?", ""),
)
CELLS = (
    *(
        "1.1",
        "1",
        "1.10",
        "Train",
        "CCG / LA",
        "(A.B) CYC",
        "TBC",
        "May 25",
        "31/03/2026",
        "Q4",
        "Green",
        "Complete",
    ),
    *("COMPLETED. all done", "75%", "0.5", "✓", "None", "-", "Area 1: One", "1. Three", "Completed actions"),
    *("#REF!", "30 done\nSept 2020", "🟢", "Table B: completed", "• a\n• b", "Long words " * 60, "", "", ""),
)
FILLS = ("", "", "", "FF0000", "00B050", "FFC000", "DCE6F1")


def _cells(words: tuple[str, ...]) -> st.SearchStrategy[Cell]:
    return st.builds(Cell, st.sampled_from(words), st.sampled_from(FILLS))


def _rows() -> st.SearchStrategy[list[Cell]]:
    heads, cells = st.lists(_cells(HEADS), max_size=8), st.lists(_cells(CELLS), max_size=8)
    wide = st.sampled_from(CELLS).map(lambda words: [Cell(words, across=4), COVERED, COVERED, COVERED])
    return st.one_of(heads, cells, cells, wide)


def _grids() -> st.SearchStrategy[Grid]:
    names = st.sampled_from(["Plan", "Area 2 Two", "T1"])
    lines = st.lists(st.builds(Line, st.sampled_from(CELLS), st.integers(0, 1)), max_size=2).map(tuple)
    return st.builds(Grid, names, st.lists(_rows(), max_size=12), lines, is_sheet=st.booleans())


@settings(max_examples=300, deadline=None)
@given(
    grids=st.lists(_grids(), min_size=1, max_size=3),
    heading=st.sampled_from(HEADS),
    meant=st.sampled_from(["action", "none", "due", "June 2024"]),
)
def test_any_grid_is_read_or_refused_in_a_sentence(grids: list[Grid], heading: str, meant: str) -> None:
    answers = Answers(area="One", columns={heading: meant} if heading else {}, not_personal=True)
    try:
        sheets = tables_of(Book("plan.xlsx", tuple(grids)), answers, today=TODAY)
        told = [str(problem) for problem in _Reading(sheets, answers, None, TODAY).lines((), None).problems]
    except SendActionsError as refused:
        told = [str(refused)]
    assert all(("\n" not in sentence and ": " in sentence) or "no rows" in sentence for sentence in told)
