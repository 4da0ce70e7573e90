"""Widths of columns: as wide as the words want, as far as there is room, and no word ever broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_actions.reports.document import Table
from send_actions.reports.formats.column_widths import columns_of, is_wide, widths_of

SIZE, PADDING, ROOM = 9, 9, 480
NOTES = Table(
    "Notes",
    ("Ref", "Status", "Due", "Said"),
    (
        ("9.3", "■ R Off track", "31 March 2026", "word " * 60),
        ("10.4", "● G On track", "Q1 2026/27", "short"),
    ),
)
CELLS = st.text(st.sampled_from("abcmW. -"), min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


def widths(table: Table, room: float = ROOM) -> list[float]:
    return widths_of(columns_of([table], SIZE, PADDING), room)


def test_refs_statuses_and_dates_are_as_narrow_as_they_can_and_the_words_have_the_rest() -> None:
    ref, status, due, said = widths(NOTES)
    assert ref < 35 < status < 85
    assert due < 85
    assert said == pytest.approx(ROOM - ref - status - due)


def test_a_table_that_needs_less_than_the_page_takes_less() -> None:
    assert sum(widths(Table("Counts", ("Status", "Now"), (("On track", "6"),)))) < 100


def test_what_says_more_gets_more() -> None:
    table = Table("Notes", ("A", "B"), (("word " * 80, "word " * 20),))
    much, little = widths(table)
    assert little < much < 3 * little


def test_a_note_that_makes_one_row_high_counts_for_more_than_many_short_ones() -> None:
    rows = [("word " * 20, "To note, as before")] * 3
    without = widths(Table("Asked", ("Said", "Asked"), tuple(rows)))
    with_one = widths(Table("Asked", ("Said", "Asked"), (*rows, ("short", "word " * 60))))
    assert with_one[1] > without[1]


@pytest.mark.parametrize(("many", "room", "is_one"), [(6, 480, False), (7, 480, True), (6, 200, True)])
def test_many_columns_or_long_words_want_a_page_on_its_side(many: int, room: float, is_one: bool) -> None:
    table = Table("Wide", ("considered",) * many, (("considered",) * many,))
    assert is_wide(columns_of([table], SIZE, PADDING), room) is is_one


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6), st.integers(60, 600))
def test_columns_stay_within_the_page_and_none_is_narrower_than_its_longest_word(
    rows: list[tuple[str, ...]], room: int
) -> None:
    columns = columns_of([Table("Any", rows[0], tuple(rows))], SIZE, PADDING)
    found = widths_of(columns, room)
    assert sum(found) <= room + 0.001
    if sum(column.least for column in columns) <= room:
        assert all(w >= c.least - 0.001 for w, c in zip(found, columns, strict=True))
    assert found == widths_of(columns, room)
