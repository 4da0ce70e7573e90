"""The document: what a table may hold."""

from __future__ import annotations

import pytest

from send_actions.reports.document import Number, StatusMark, Table


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Counts: 1 cells under 2 headings"):
        Table("Counts", ("Status", "Now"), (("On track",),))


def test_an_empty_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="empty cell"):
        Table("Counts", ("Status", "Now"), (("On track", " "),))


def test_a_column_with_figures_is_numeric() -> None:
    table = Table("Counts", ("Status", "Change"), (("On track", Number(1, "+1")), ("All", "none")))
    assert [table.is_numeric(0), table.is_numeric(1)] == [False, True]


def test_a_status_is_never_colour_alone() -> None:
    assert str(StatusMark("■", "R", "Off track", "red")) == "■ R Off track"
    assert str(StatusMark("■", "R", "Off track", "red", short=True)) == "■ R"
