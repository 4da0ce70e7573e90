"""Data for other programs: no cell of CSV acts, nothing in JSON hides, whatever the words are."""

from __future__ import annotations

import csv
import gc
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.domain.plain_data import FORMULA_STARTS, csv_text, json_text, unguarded

VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text())


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" \t-1", "'-1"),
        ("＠x", "'＠x"),
        ("a=b", "a=b"),
        (-1, "-1"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        ("", ""),
        (0, "0"),
        ("'=x", "''=x"),
        ("two\nlines", '"two\nlines"'),
    ],
)
def test_a_cell_is_what_it_says_and_never_a_formula(value: object, cell: str) -> None:
    assert csv_text([["x", value]]) == f"x,{cell}\n"


@given(st.lists(st.lists(VALUES, min_size=2, max_size=2), max_size=3))
def test_no_text_begins_as_a_formula_does(rows: list[list[object]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(rows), newline="")))
    for row, cells in zip(rows, read, strict=True):
        for value, cell in zip(row, cells, strict=True):
            assert isinstance(value, int) or not cell.startswith(FORMULA_STARTS)


@given(st.lists(st.lists(VALUES, min_size=1, max_size=3), max_size=4))
def test_lines_read_back_are_the_cells_one_by_one(rows: list[list[object]]) -> None:
    each = [
        [next(csv.reader(io.StringIO(csv_text([["x", value]]), newline="")))[1] for value in row]
        for row in rows
    ]
    assert list(csv.reader(io.StringIO(csv_text(rows), newline=""))) == each
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(each)
    assert csv_text(rows) == written.getvalue()


@given(st.text("'=-a "), st.sampled_from(["", "'", "''"]))
def test_a_cell_without_its_guard_is_the_text_that_was_written(text: str, quotes: str) -> None:
    said = (quotes + text).strip()
    read = next(csv.reader(io.StringIO(csv_text([["x", said]]), newline="")))[1]
    assert unguarded(read) == said


def test_what_was_looked_at_for_csv_is_let_go_of_without_the_collector() -> None:
    csv_text([["first"]])
    gc.disable()
    try:
        gc.collect()
        csv_text([["a", "b"]])
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_json_has_each_item_of_each_list_on_a_line() -> None:
    told = json_text({"kind": "x"}, items=[{"a": 1}, {"a": "\u202e"}], none=[])
    assert told == (
        '{\n  "kind": "x",\n  "items": [\n    {"a": 1},\n    {"a": "\\u202e"}\n  ],\n  "none": []\n}\n'
    )
    assert json.loads(told) == {"kind": "x", "items": [{"a": 1}, {"a": "\u202e"}], "none": []}
