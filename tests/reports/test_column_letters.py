"""The letters of columns, as every program of sheets counts them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.utility import xl_col_to_name

from send_actions.reports.column_letters import letters_of


def test_after_z_come_two_letters() -> None:
    assert [letters_of(column) for column in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.integers(1, 16_384))
def test_columns_are_named_as_excel_names_them(column: int) -> None:
    assert letters_of(column) == xl_col_to_name(column - 1)
