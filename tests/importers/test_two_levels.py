"""Headings of two levels with labels of their own: one is the area, and the other is kept with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from office_files import a_workbook
from word_tables import word_tables

from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

HEADER = ("Ref", "Action", "Lead", "RAG")
HEADS = {"1.1": "Theme A: Hubs", "1.2": "Theme B: Parenting", "2.1": "Theme {}: Plans"}


def read(tmp_path: Path, kind: str, last: str) -> PlanLines:
    parts: list[str] = ["Priority 1: Early help", HEADS["1.1"], "1.1", HEADS["1.2"], "1.2"]
    parts += ["Priority 2: SEND", HEADS["2.1"].format(last), "2.1"]
    if kind == "xlsx":
        rows = [
            (part, f"Do {part}", "Head", "Green") if part in HEADS else (part, "", "", "") for part in parts
        ]
        a_workbook(tmp_path / "plan.xlsx", {"Tracker": [HEADER, *rows]})
    else:
        document = Document()
        for part in parts:
            if part not in HEADS:
                document.add_heading(part, 2)
                continue
            table = document.add_table(2, len(HEADER))
            for cells, row in zip(table.rows, (HEADER, (part, f"Do {part}", "Head", "Green")), strict=True):
                for cell, words in zip(cells.cells, row, strict=True):
                    cell.text = words
        document.save(str(tmp_path / "plan.docx"))
    return read_plan_file(tmp_path / f"plan.{kind}", today=date(2026, 3, 31))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_where_the_lower_ones_begin_anew_the_upper_ones_are_the_areas(tmp_path: Path, kind: str) -> None:
    lines = read(tmp_path, kind, "A")
    assert lines.questions == ()
    assert [(area.number, area.title, area.theme) for area in lines.areas] == [
        *(("1", "Early help", None), ("2", "SEND", None))
    ]
    assert [then.note for line in lines.actions for then in line.said] == [
        f"Under the heading: {head.format('A')}" for head in HEADS.values()
    ]
    assert [(line.ref, line.area_number) for line in lines.actions] == [
        ("1.1", "1"),
        ("1.2", "1"),
        ("2.1", "2"),
    ]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_where_the_lower_ones_go_on_they_are_the_areas_and_the_upper_ones_themes(
    tmp_path: Path, kind: str
) -> None:
    lines = read(tmp_path, kind, "C")
    assert [(area.number, area.title, area.theme) for area in lines.areas] == [
        *(("A", "Hubs", "Early help"), ("B", "Parenting", "Early help"), ("C", "Plans", "SEND"))
    ]


def test_a_part_that_stands_in_a_deeper_heading_is_kept_once(tmp_path: Path) -> None:
    row = ("Do it", "Head of SEND", "Green")
    first = ("# Priority 1: Early help", "## Theme A: Hubs", [HEADER, ("1.1", *row)])
    second = ("# Priority 2: SEND", "## Theme A: Plans", [HEADER, ("2.1", *row)])
    file = word_tables(tmp_path / "plan.docx", *first, *second)
    lines = read_plan_file(file, today=date(2026, 3, 31))
    assert [then.note for line in lines.actions for then in line.said] == [
        *("Under the heading: Theme A: Hubs", "Under the heading: Theme A: Plans")
    ]
