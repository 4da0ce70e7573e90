"""The app and the signals of a terminal: it is left as it was found, and nothing is left lying about."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from terminals import Terminal

SHOWN = "Start an advice line"
IN_THE_DEMO = "Early identification"
IN_ORDER = (b"\x1b[?1049l", b"\x1b[?25h")
"""What leaves the other screen and shows the cursor again."""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_leaves_the_terminal_as_it_was(pinned: Path, number: signal.Signals) -> None:
    with Terminal(pinned) as one:
        before = one.settings
        one.until(SHOWN)
        assert one.settings != before
        one.type("mA last word\r")
        one.until("u to undo")
        one.send(number)
        assert one.leaves_with() == 128 + number
        assert one.settings == before
        assert all(order in one.written for order in IN_ORDER)
        assert b"Traceback" not in one.written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_demo_s_copy_is_removed_however_it_ends(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "for a while"
    folder.mkdir()
    with Terminal(tmp_path / "none.db", "demo", surroundings={"TMPDIR": str(folder)}) as one:
        one.until(IN_THE_DEMO)
        assert list(folder.iterdir())
        one.send(number)
        assert one.leaves_with() == 128 + number
        assert not list(folder.iterdir())


@pytest.mark.parametrize("tells_of_its_end", [True, False], ids=["with SIGHUP", "without a word"])
def test_a_window_that_is_closed_ends_the_demo_and_removes_its_copy(
    tmp_path: Path, tells_of_its_end: bool
) -> None:
    folder = tmp_path / "for a while"
    folder.mkdir()
    for_a_while = {"TMPDIR": str(folder)}
    for _ in range(3):
        with Terminal(
            tmp_path / "none.db", "demo", surroundings=for_a_while, tells_of_its_end=tells_of_its_end
        ) as one:
            one.until(IN_THE_DEMO)
            assert one.hang_up() == 128 + signal.SIGHUP
            assert not list(folder.iterdir())


def test_what_stood_on_the_terminal_is_drawn_again_after_fg(pinned: Path) -> None:
    with Terminal(pinned) as one:
        before = one.settings
        one.until(SHOWN)
        one.send(signal.SIGTSTP)
        one.until_stopped()
        assert one.settings == before
        one.send(signal.SIGCONT)
        one.until(SHOWN)
        one.type("qy")
        assert one.leaves_with() == 0
        assert one.settings == before


@pytest.mark.parametrize("name", ["dumb", "unknown", "", None, "no-such-terminal"])
def test_a_terminal_that_places_no_text_gets_the_first_screen_as_text(pinned: Path, name: str | None) -> None:
    with Terminal(pinned, surroundings={"TERM": name, "COLORTERM": None}) as one:
        assert one.leaves_with() == 0
        assert b"\x1b" not in one.written
        assert b"Occupational therapy pathway" in one.written
        assert b"needs a terminal that can place text" in one.written
        assert len(one.written) < 10_000


def test_what_a_shell_exported_does_not_lie_about_the_size(pinned: Path) -> None:
    lies: dict[str, str | None] = {"COLUMNS": "200", "LINES": "80"}
    with Terminal(pinned, size=(80, 24), surroundings=lies) as one:
        one.until(SHOWN)
        one.until("? help")
        assert "? help" in one.screen.display[-1]
        assert "╮╭" not in one.text
        one.type("qy")
        assert one.leaves_with() == 0


@pytest.mark.parametrize(
    ("surroundings", "red", "others"),
    [
        (
            {"TERM": "xterm", "COLORTERM": None},
            ("brightred", True, False),
            {"▲": ("brightbrown", False, False), "√": ("brightblue", False, False)},
        ),
        (
            {"NO_COLOR": "1"},
            ("default", True, True),
            {"▲": ("default", False, False), "√": ("default", False, False)},
        ),
    ],
    ids=["sixteen colours", "no colour"],
)
def test_red_is_the_strongest_where_colours_are_few_or_none(
    pinned: Path, surroundings: dict[str, str | None], red: tuple[str, bool, bool], others: dict[str, object]
) -> None:
    with Terminal(pinned, surroundings=surroundings) as one:
        one.until(SHOWN)
        one.type("9.3\r")
        one.until_cursor("9.3  ● G")
        cells = {cell.data: cell for row in one.screen.buffer.values() for cell in row.values()}
        drawn = {mark: (cells[mark].fg, cells[mark].bold, cells[mark].reverse) for mark in ("■", *others)}
        assert drawn == {"■": red, **others}
        own_row = one.screen.buffer[one.screen.cursor.y].values()
        assert any(cell.reverse for cell in own_row if cell.data in "Start an advice line")
