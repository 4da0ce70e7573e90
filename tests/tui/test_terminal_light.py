from __future__ import annotations

from pathlib import Path

import pytest
from terminals import Terminal

from send_actions.cli.terminal_light import is_light_by
from send_actions.config import Settings, settings_folder, write_settings
from send_actions.tui.themes import COLOURS, DARK, LIGHT

PAPER, NIGHT = "rgb:fbfb/fafa/f7f7", "rgb:1515/1818/1d1d"


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62c", True),
        (b"\x1b]11;rgb:00/00/00\x07\x1b[?62c", False),
        (b"\x1b]11;rgba:FF/FF/F0/ff\x07", True),
        (b"x\x1b]11;rgb:0/f/0\x07", True),
        (b"\x1b]11;rgb:0000/0000/ffff\x1b\\", False),
        (b"\x1b[?62;22c", None),
        (b"\x1b]11;rgb:zz/00/00\x07", None),
        (b"", None),
    ],
)
def test_a_ground_is_light_by_how_bright_its_colour_is(answer: bytes, *, is_light: bool | None) -> None:
    assert is_light_by(answer) is is_light


def ground_of(terminal: Terminal) -> str:
    terminal.until("? help")
    return f"#{terminal.screen.buffer[0][0].bg}"


@pytest.mark.parametrize(("ground", "theme"), [(PAPER, LIGHT), (NIGHT, DARK), ("", DARK)])
def test_the_app_is_as_light_as_its_terminal(place: Path, ground: str, theme: str) -> None:
    with Terminal(place, ground=ground) as terminal:
        assert ground_of(terminal) == COLOURS[theme]["ground"]


def test_a_theme_that_was_chosen_stands_whatever_the_terminal_is(place: Path) -> None:
    write_settings(settings_folder(), Settings(theme=DARK))
    with Terminal(place, ground=PAPER) as terminal:
        assert ground_of(terminal) == COLOURS[DARK]["ground"]
        assert b"\x1b]11;?" not in terminal.written


def test_a_terminal_may_say_its_colours_in_the_surroundings(place: Path) -> None:
    with Terminal(place, surroundings={"COLORFGBG": "0;15"}) as terminal:
        assert ground_of(terminal) == COLOURS[LIGHT]["ground"]


def test_what_is_typed_while_the_terminal_is_asked_is_done_once_the_app_is_there(place: Path) -> None:
    with Terminal(place, ground=PAPER) as terminal:
        terminal.until_written(b"\x1b]11;?")
        terminal.type("g")
        terminal.type("h")
        terminal.until("History  24 changes")
        terminal.type("qqy")
        assert terminal.leaves_with() == 0
