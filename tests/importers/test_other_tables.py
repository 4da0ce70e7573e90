"""What stands below, above or beside the actions and is none: keys, versions, registers, a glossary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from table_formats import Row, Saved, each_format, squared

from send_actions.domain.plan.vocabulary import Status
from send_actions.importers.plan_file import read_plan_file
from send_actions.importers.plan_lines import PlanLines

HEADER = ("Ref", "Action", "Lead", "Due", "RAG")
ROWS: list[Row] = [
    ("Area 1: Early help",),
    HEADER,
    ("1.1", "Open a hub", "Head of SEND", "June 2027", "Green"),
    ("1.2", "Train staff", "DCO", "July 2027", "Red"),
]


GAPS = {"directly": [], "below a blank row": [("",)]}
each_gap = pytest.mark.parametrize("gap", GAPS.values(), ids=GAPS)


def read(file: Path) -> PlanLines:
    return read_plan_file(file, today=date(2026, 12, 1))


def told(lines: PlanLines) -> str:
    return "\n".join(map(str, lines.problems))


def refs(lines: PlanLines) -> list[str]:
    return [line.ref for line in lines.actions]


def beside(left: Sequence[Row], right: Sequence[Row], gap: int) -> list[Row]:
    wide = squared(left)
    rows = max(len(left), len(right))
    empty = ("",) * len(wide[0])
    return [
        (*(wide[n] if n < len(wide) else empty), *[""] * gap, *(right[n] if n < len(right) else ()))
        for n in range(rows)
    ]


KEYS: dict[str, list[Row]] = {
    "colours": [("Green", "Complete"), ("Red", "Not started")],
    "a header": [("RAG", "Meaning"), ("Green", "Complete"), ("Red", "Not started")],
    "a header of known words": [("Status", "Description"), ("Green", "Complete"), ("Red", "Not started")],
    "a title": [("Key:",), ("Green", "Complete"), ("Red", "Not started")],
    "letters": [("RAG key",), ("R", "Not started"), ("A", "In progress"), ("G", "Complete")],
    "one cell to a line": [("Green – complete",), ("Red – not started",)],
    "the second column": [("", "Green", "Complete"), ("", "Red", "Not started")],
}


@each_format
@each_gap
@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_a_key_below_the_actions_is_no_action_and_is_used(
    tmp_path: Path, key: list[Row], gap: list[Row], saved: Saved
) -> None:
    lines = read(saved(tmp_path, [*ROWS, *gap, *key]))

    assert refs(lines) == ["1.1", "1.2"]
    assert [line.status for line in lines.actions] == [Status.COMPLETE, Status.NOT_STARTED]
    assert [area.title for area in lines.areas] == ["Early help"]
    assert "Green is read as complete, as the key" in told(lines)


@each_format
@pytest.mark.parametrize("gap", [0, 1])
def test_a_key_beside_the_actions_is_used(tmp_path: Path, gap: int, saved: Saved) -> None:
    key = [("",), ("Key", "Meaning"), ("Green", "Complete"), ("Red", "Not started"), ("Grey", "On hold")]
    lines = read(saved(tmp_path, beside(ROWS, key, gap)))

    assert [line.status for line in lines.actions] == [Status.COMPLETE, Status.NOT_STARTED]
    assert "Key" not in told(lines)


@each_format
def test_a_key_above_the_actions_is_used(tmp_path: Path, saved: Saved) -> None:
    lines = read(saved(tmp_path, [*KEYS["colours"], ("",), *ROWS]))

    assert refs(lines) == ["1.1", "1.2"]
    assert [line.status for line in lines.actions] == [Status.COMPLETE, Status.NOT_STARTED]


@each_format
@each_gap
def test_a_key_of_words_explains_the_one_that_is_asked_about(
    tmp_path: Path, gap: list[Row], saved: Saved
) -> None:
    actions = [*ROWS, ("1.3", "Write plans", "DCO", "July 2027", "Paused"), *gap]
    key = [("Status", "Meaning"), ("Complete", "Signed off by the board"), ("Paused", "Waits for money")]
    lines = read(saved(tmp_path, [*actions, *key]))

    (question,) = lines.questions
    assert refs(lines) == ["1.1", "1.2", "1.3"]
    assert question.message.startswith("The status “Paused” has no meaning yet. The key (")
    assert question.message.endswith(") says “Waits for money”. Did you mean on-hold?")


OTHERS: dict[str, list[Row]] = {
    "versions": [("Version", "Date", "Author", "Changes"), ("0.1", "1 May 2026", "DCO", "First draft")],
    "titled versions": [("Version control",), ("Version", "Date"), ("0.1", "1 May 2026")],
    "distribution": [("Distribution list",), ("Name", "Role"), ("Chair", "Head of SEND")],
    "names without a header": [("Distribution",), ("Head of SEND", "Chair"), ("DCO", "Member")],
    "sign-off": [("Sign-off",), ("Role", "Signature", "Date"), ("Director", "", "1 May 2026")],
    "a line of sign-off": [("Approved by", "Director", "Date", "1 May 2026")],
    "risks": [("Ref", "Risk", "Owner", "Mitigation", "RAG"), ("R1", "Staff leave", "DCO", "Pay", "Red")],
    "titled risks": [("Risk register",), ("Ref", "Risk", "Owner"), ("R1", "Staff leave", "DCO")],
    "risks in two parts": [("Risk ref", "Risk"), ("R1", "Staff leave"), ("",), ("R2", "No money")],
    "decisions": [("Decisions",), ("Ref", "Decision", "Made by"), ("D1", "Fund it", "Board")],
    "a glossary": [("Glossary",), ("DCO", "Designated clinical officer"), ("EHCP", "A plan")],
    "terms": [("Term", "Meaning"), ("DCO", "Designated clinical officer")],
    "people": [("Role", "Organisation", "Team"), ("Head of SEND", "Council", "SEND")],
}


@each_format
@each_gap
@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_table_below_the_actions_is_told_as_left_out(
    tmp_path: Path, other: list[Row], gap: list[Row], saved: Saved
) -> None:
    lines = read(saved(tmp_path, [*ROWS, *gap, *other]))

    assert refs(lines) == ["1.1", "1.2"]
    assert [area.title for area in lines.areas] == ["Early help"]
    assert f"hold no actions (“{other[0][0]}”): left out." in told(lines) or len(other) == 1
    assert "left out" in told(lines)


@each_format
@each_gap
def test_measures_directly_below_the_actions_are_measures(
    tmp_path: Path, gap: list[Row], saved: Saved
) -> None:
    kpis = [("KPI", "Baseline", "Target"), ("Plans on time", "41%", "60%")]
    lines = read(saved(tmp_path, [*ROWS, *gap, *kpis]))

    assert refs(lines) == ["1.1", "1.2"]
    assert [measure.title for measure in lines.measures] == ["Plans on time"]


RISKS: list[Row] = [("",), ("Risk ref", "Risk", "Owner", "Score"), ("R1", "Staff leave", "DCO", "12")]
MORE: list[Row] = [
    ("Area 2: Plans",),
    ("No", "Recommendation", "Responsible", "Deadline"),
    ("2.1", "Publish the offer", "SENDIASS", "May 2027"),
]


@each_format
def test_risks_beside_the_actions_are_told_as_left_out(tmp_path: Path, saved: Saved) -> None:
    lines = read(saved(tmp_path, beside(ROWS, RISKS, 1)))

    assert refs(lines) == ["1.1", "1.2"]
    assert "G2: The table here holds no actions (it begins “Risk ref”): left out." in told(lines)


@each_format
@pytest.mark.parametrize("is_beside", [True, False])
def test_two_tables_of_actions_are_each_read_by_their_own_headings(
    tmp_path: Path, is_beside: bool, saved: Saved
) -> None:
    rows = beside(ROWS, MORE, 1) if is_beside else [*ROWS, ("",), *MORE]
    lines = read(saved(tmp_path, rows))

    assert [(line.ref, line.area_number, str(line.lead)) for line in lines.actions] == [
        ("1.1", "1", "Head of SEND"),
        ("1.2", "1", "DCO"),
        ("2.1", "2", "SENDIASS"),
    ]
    assert lines.actions[2].due is not None
    assert not lines.questions


SAME: dict[str, list[Row]] = {
    "refs that are letters": [("A", "Green spaces", "DCO"), ("B", "Red routes", "DCO")],
    "few cells": [("1.3", "Role of the board"), ("1.4", "Decision log")],
    "a heading that is a register's": [
        ("Risks and issues",),
        ("1.3", "Keep staff", "DCO", "June 2027", "Red"),
    ],
    "a heading and signatures": [("Sign-off",), ("1.3", "Board signs it", "DCO", "June 2027", "Red")],
    "words of a heading": [("1.3", "Version control", "Author", "", "Red")],
}


@each_format
@pytest.mark.parametrize("more", SAME.values(), ids=SAME)
def test_actions_that_look_a_little_like_something_else_stay_actions(
    tmp_path: Path, more: list[Row], saved: Saved
) -> None:
    lines = read(saved(tmp_path, [*ROWS, *more]))

    assert refs(lines) == ["1.1", "1.2", *(row[0] for row in more if len(row) > 1)]


@each_format
def test_a_status_in_the_first_column_makes_no_key_of_the_actions(tmp_path: Path, saved: Saved) -> None:
    rows = [("RAG", "Action", "Lead"), ("Red", "Open a hub"), ("Green", "Train staff"), ("Amber", "Plan")]
    lines = read(saved(tmp_path, rows))

    assert [line.title for line in lines.actions] == ["Open a hub", "Train staff", "Plan"]
    assert [line.status for line in lines.actions] == [Status.OFF_TRACK, Status.ON_TRACK, Status.AT_RISK]
