"""The terminal that is written to: its width, its colours, and tables fitted to it."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TextIO

from send_actions.domain.noun import Noun
from send_actions.domain.text import printable, width_of, width_of_character

_SGR: Final = {
    "red": "1;31",
    "amber": "33",
    "green": "32",
    "blue": "34",
    "grey": "90",
    "dim": "2",
    "bold": "1",
}
"""Each style as the terminal's own palette has it; a colour not listed here is left out."""

_NARROWEST: Final = 20
_PLACES_TEXT: Final = (
    "xterm|screen|tmux|rxvt|linux|vt[1-5]|kitty|alacritty|foot|wezterm|ghostty|konsole|gnome|iterm|"
    "st-|contour|putty|cygwin|mintty|ms-terminal"
)
"""How the names of terminals begin that place text, whether or not this machine knows them."""


class Terminal(Noun):
    """Where a listing goes; `width` is None when it is no terminal, and then nothing is cut."""

    width: int | None = None
    has_colour: bool = False

    def paint(self, text: str, style: str) -> str:
        """Return text in a colour or style, where that is taken."""
        code = _SGR.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if self.has_colour and code and text.strip() else text


def is_terminal() -> bool:
    """Say whether standard output is a terminal: only there may private notes be shown."""
    return sys.stdout.isatty()


def standard_output() -> Terminal:
    """Return the terminal that standard output is."""
    if not is_terminal():
        return Terminal()
    has_colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in ("dumb", "unknown")
    return Terminal(max(_NARROWEST, columns_of(sys.stdout)), has_colour=has_colour)


def can_show_app() -> bool:
    """Say whether the terminal is one on which text can be placed: neither dumb nor one nobody knows."""
    name = os.environ.get("TERM", "")
    if os.name == "nt" or re.match(_PLACES_TEXT, name):
        return True
    if name in ("", "dumb", "unknown"):
        return False
    import curses

    try:
        curses.setupterm(name, 1)
    except curses.error:
        return False
    return bool(curses.tigetstr("cup"))


def columns_of(stream: TextIO) -> int:
    """Return the width of the terminal itself; what a shell exported counts where it does not know."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or shutil.get_terminal_size().columns
    except OSError:
        return shutil.get_terminal_size().columns


def line_of(text: str) -> str:
    """Return text on one line, and made harmless."""
    return printable(" ".join(text.split()) if "\n" in text or "\t" in text else text)


def fit(text: str, width: int) -> str:
    """Return the text in at most `width` columns, ending in "…" when something had to go."""
    if width_of(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += width_of_character(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """Return the text with spaces up to `width` columns."""
    return text + " " * max(0, width - width_of(text))


def wrap(text: str, width: int | None) -> list[str]:
    """Return the text's own lines, made harmless and broken between words where the width asks for it."""
    if not width:
        return [printable(own).lstrip(" ") for own in text.split("\n")]
    lines: list[str] = []
    for own in text.split("\n"):
        line = ""
        for word in printable(own).split(" "):
            if line and width_of(line) + 1 + width_of(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return lines


def tell(words: str, *, begun: str = "", hung: str = "") -> None:
    """Write words to standard error; at a terminal in lines that end between words.

    `begun` stands before the first of its lines, `hung` before the others. A command that ends the words
    stands there on a line of its own, which is left whole, to be copied.
    """
    said, command = printable(words), ""
    if not sys.stderr.isatty():
        sys.stderr.write(f"{begun}{said}\n")
        return
    if at := _COMMAND.search(said):
        said, command = said[: at.start()], said[at.end() :]
    lines = [*wrap(said, columns_of(sys.stderr) - len(hung)), *([command] if command else [])]
    sys.stderr.writelines(f"{hung if number else begun}{line}\n" for number, line in enumerate(lines))


def tell_lines(said: Iterable[str], *, begun: str = "", hung: str = "") -> None:
    """Write several things one below another as `tell` does; to what is no terminal in one go."""
    if sys.stderr.isatty():
        for words in said:
            tell(words, begun=begun, hung=hung)
    else:
        sys.stderr.write("".join(f"{begun}{printable(words)}\n" for words in said))


_COMMAND: Final = re.compile(r"(?<=:) (?=send-actions )")
"""Where a sentence goes over into the command that it names at its end."""

_GAP = "  "


class Cell(NamedTuple):
    """Text in a style: a colour's name, or nothing."""

    text: str
    style: str = ""


class Column(Noun):
    """One column: with `least` it may shrink to that width; with the highest `spare` it is left out first."""

    heading: str
    cells: Sequence[Cell]
    least: int = 0
    right: bool = False
    spare: int = 0

    @cached_property
    def texts(self) -> list[str]:
        """The text of each cell on one line, and made harmless."""
        return [line_of(cell.text) for cell in self.cells]

    @cached_property
    def widths(self) -> list[int]:
        """The columns that each text takes."""
        return [width_of(text) for text in self.texts]

    @cached_property
    def width(self) -> int:
        """The columns its longest text takes."""
        return max([width_of(self.heading), *self.widths])


def column(
    heading: str, texts: Sequence[str], *, least: int = 0, right: bool = False, spare: int = 0
) -> Column:
    """Return a column of texts without a style."""
    return Column(heading, [Cell(text) for text in texts], least=least, right=right, spare=spare)


def lay_out(columns: Sequence[Column], terminal: Terminal) -> Iterator[str]:
    """Return the heading line and one line for each row; a column without any text is left out."""
    chosen, widths = _fitted([c for c in columns if any(cell.text for cell in c.cells)], terminal.width)
    drawn = [_drawn(c, width, terminal) for c, width in zip(chosen, widths, strict=True)]
    rows = zip(*drawn, strict=True) if drawn else [()] * (1 + max((len(c.cells) for c in columns), default=0))
    return (_GAP.join(parts).rstrip() for parts in rows)


def _fitted(columns: list[Column], room: int | None) -> tuple[list[Column], list[int]]:
    """Return the columns that have room, and their widths."""
    widths = [c.width for c in columns]
    if room is None:
        return columns, widths
    least = [min(w, c.least) if c.least else w for c, w in zip(columns, widths, strict=True)]
    spare = max(columns, key=lambda c: c.spare, default=None)
    if spare and spare.spare and sum(least) + len(_GAP) * (len(columns) - 1) > room:
        return _fitted([c for c in columns if c is not spare], room)
    over = sum(widths) + len(_GAP) * (len(columns) - 1) - room
    while over > 0:
        giving = [index for index, c in enumerate(columns) if c.least and widths[index] > 1]
        if not giving:
            break
        widest = max(giving, key=lambda index: widths[index])
        widths[widest] -= 1
        over -= 1
    return columns, widths


def _drawn(of: Column, width: int, terminal: Terminal) -> list[str]:
    """Return the heading and the cells of a column, fitted and painted."""
    texts, widths = [of.heading, *of.texts], [width_of(of.heading), *of.widths]
    styles = ["dim", *(cell.style for cell in of.cells)]
    drawn = []
    for own, wide, style in zip(texts, widths, styles, strict=True):
        text = own if wide <= width else fit(own, width)
        space = " " * (width - (wide if text is own else width_of(text)))
        painted = terminal.paint(text, style)
        drawn.append(space + painted if of.right else painted + space)
    return drawn
