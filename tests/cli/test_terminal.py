from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminals import on_a_terminal

from send_actions.cli.terminal import Cell, Column, Terminal, column, fit, lay_out, wrap
from send_actions.domain.text import width_of

TEXTS = st.text(max_size=40)


@given(TEXTS, st.integers(1, 60))
def test_what_is_fitted_never_takes_more_columns(text: str, width: int) -> None:
    assert width_of(fit(text, width)) <= width


def test_wide_and_combining_characters_are_measured_as_terminals_show_them() -> None:
    assert width_of("日本") == 4
    assert width_of("é") == 1
    assert fit("日本語", 4) == "日…"


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=6), st.integers(24, 120))
def test_no_line_is_wider_than_the_screen(rows: list[tuple[str, str, str]], width: int) -> None:
    refs, titles, leads = (list(cells) for cells in zip(*rows, strict=True))
    columns = [
        column("Ref", [ref[:6] for ref in refs]),
        column("Action", titles, least=10),
        column("Lead", leads, least=8, spare=1),
    ]
    lines = list(lay_out(columns, Terminal(width)))
    assert len(lines) == len(rows) + 1
    assert all(width_of(line) <= width for line in lines)
    assert all("\n" not in line and "\x1b" not in line for line in lines)


def test_what_is_least_needed_is_left_out_first() -> None:
    columns = [
        column("Action", ["Start an advice line"], least=20),
        column("Lead", ["Head of SEND"], spare=1),
    ]
    assert list(lay_out(columns, Terminal(30))) == ["Action", "Start an advice line"]
    assert list(lay_out(columns, Terminal(40)))[1] == "Start an advice line  Head of SEND"


def test_numbers_stand_right_and_an_empty_column_is_left_out() -> None:
    columns = [column("No", ["1", "10"], right=True), column("Late", ["", ""]), column("Area", ["A", "B"])]
    assert list(lay_out(columns, Terminal())) == ["No  Area", " 1  A", "10  B"]


def test_colour_is_only_where_the_screen_takes_it() -> None:
    columns = [Column("Status", [Cell("■ R Off track", "red")])]
    assert list(lay_out(columns, Terminal(40)))[1] == "■ R Off track"
    assert list(lay_out(columns, Terminal(40, has_colour=True)))[1] == "\x1b[1;31m■ R Off track\x1b[0m"


@given(st.text(max_size=200), st.integers(8, 40))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    words = [word for line in wrap(text, width) for word in line.split(" ")]
    assert words == [word for line in wrap(text, None) for word in line.split(" ")]


def test_words_fill_a_line_to_its_last_column() -> None:
    assert wrap("one two six", 7) == ["one two", "six"]
    assert wrap("one two six", 6) == ["one", "two", "six"]


@pytest.mark.parametrize(
    "arguments", [("list",), ("areas",), ("show", "9.2"), ("check",), ("history", "9.2")]
)
@pytest.mark.parametrize("width", [80, 120])
def test_listings_fit_a_terminal(place: Path, arguments: tuple[str, ...], width: int) -> None:
    del place
    out = on_a_terminal(width, *arguments)
    bare = re.sub("\x1b\\[[0-9;]*m", "", out)
    assert "\x1b" in out
    assert max(width_of(line) for line in bare.splitlines()) <= width


def test_no_colour_is_used_where_none_is_wanted(place: Path) -> None:
    del place
    assert "\x1b" not in on_a_terminal(80, "list", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(80, "list", TERM="dumb")


def test_the_terminal_s_own_width_counts_and_not_what_a_shell_exported(place: Path) -> None:
    del place
    out = re.sub("\x1b\\[[0-9;]*m", "", on_a_terminal(80, "list", COLUMNS="200"))
    assert 60 < max(width_of(line) for line in out.splitlines()) <= 80
