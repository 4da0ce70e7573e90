"""Aligned columns fitted to a terminal's width: what is cut ends in "…", what is least needed goes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from send_actions.cli.terminal import Terminal, fit, line_of, width_of

_GAP = "  "


@dataclass(frozen=True)
class Cell:
    """Text in a style: a colour's name, or nothing."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Column:
    """One column: with `least` it may shrink to that width; with the highest `spare` it is left out first."""

    heading: str
    cells: Sequence[Cell]
    least: int = 0
    right: bool = False
    spare: int = 0

    @property
    def width(self) -> int:
        """The columns its longest text takes."""
        return max([width_of(self.heading), *(width_of(line_of(cell.text)) for cell in self.cells)])


def column(
    heading: str, texts: Sequence[str], *, least: int = 0, right: bool = False, spare: int = 0
) -> Column:
    """Return a column of texts without a style."""
    return Column(heading, [Cell(text) for text in texts], least=least, right=right, spare=spare)


def lay_out(columns: Sequence[Column], terminal: Terminal) -> Iterator[str]:
    """Return the heading line and one line for each row; a column without any text is left out."""
    count = max((len(c.cells) for c in columns), default=0)
    chosen = [c for c in columns if any(cell.text for cell in c.cells)]
    chosen, widths = _fitted(chosen, terminal.width)
    headings = [Cell(c.heading, "dim") for c in chosen]
    rows = ([c.cells[index] for c in chosen] for index in range(count))
    for cells in (headings, *rows):
        yield _line(chosen, widths, cells, terminal).rstrip()


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


def _line(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Cell], terminal: Terminal) -> str:
    parts = []
    for of, width, cell in zip(columns, widths, cells, strict=True):
        text = fit(line_of(cell.text), width)
        space = " " * (width - width_of(text))
        painted = terminal.paint(text, cell.style)
        parts.append(space + painted if of.right else painted + space)
    return _GAP.join(parts)
