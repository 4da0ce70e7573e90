"""The runs of a document's words: what is seen of them, what is struck out or hidden, and their colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from send_actions.importers.grids.fills import shown_fill

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES: Final = frozenset(
    {
        "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
        "{urn:schemas-microsoft-com:vml}imagedata",
    }
)
_NOT_READ: Final = frozenset(
    {
        f"{_W}{tag}"
        for tag in (
            "del",
            "moveFrom",
            "pPr",
            "rPr",
            "tcPr",
            "sdtPr",
            "instrText",
            "drawing",
            "pict",
            "object",
        )
    }
    | {_FALLBACK}
)
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TICKS: Final = frozenset({"F0FC", "F0FE", "F052", "F050", "2713", "2714"})
"""The places of a tick in the fonts of signs that Word uses."""

_CROSSES: Final = frozenset({"F0FB", "F0FD", "F04F", "2717", "2718"})
_BLOBS: Final = {"F06C": "●", "F06E": "■", "F0A1": "○"}
_WINGDINGS: Final = str.maketrans({"l": "●", "n": "■", "ü": "✓", "þ": "✓", "û": "✗", "ý": "✗"})
"""Signs that are letters until Word shows them in its font of signs."""

_COLOURED_SIGNS: Final = frozenset("●⬤⚫◉■◼⬛▲◆♦★○ ")
_EMPTY_BOXES: Final = frozenset("☐□")
_SPACES: Final = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u00ad": "", "\u2011": "-"})
"""Spaces and hyphens at which Word breaks no line, and hyphens that it shows only at a line's end."""

_HIGHLIGHTS: Final = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "red": "FF0000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkYellow": "FFC000",
    "darkGreen": "008000",
    "darkRed": "800000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "magenta": "FF00FF",
    "darkMagenta": "800080",
    "lightGray": "C0C0C0",
    "darkGray": "808080",
}
_BLACK: Final = "000000"


def named(tag: str) -> str:
    """Return the full name of one of Word's elements or attributes."""
    return _W + tag


def value_of(element: Element | None) -> str:
    """Return the value that an element says, empty where there is none."""
    return "" if element is None else element.get(f"{_W}val", "")


def words_of(parent: Element, *, without_struck: bool = False) -> str:
    """Return words as they are seen: what was deleted, is hidden or only asks to be filled in is none."""
    pieces = ("".join(_pieces(run)) for run in _runs(parent) if not (without_struck and _is_struck(run)))
    words = "".join(pieces).translate(_SPACES)
    return "" if words.strip() in _EMPTY_BOXES else words


def is_struck(cell: Element) -> bool:
    """Say whether a line goes through all words of a cell."""
    struck = [_is_struck(run) for run in _with_words(cell)]
    return bool(struck) and all(struck)


def struck_words(cell: Element) -> str:
    """Return the words of a cell that a line goes through where it has others."""
    struck = [run for run in _with_words(cell) if _is_struck(run)]
    return "" if is_struck(cell) else _flat(struck)


def unseen_words(cell: Element) -> str:
    """Return the words of a cell that are hidden."""
    return _flat([run for run in _runs(cell, also_hidden=True) if _is_hidden(run)])


def has_picture(cell: Element) -> bool:
    """Say whether a cell shows a picture."""
    return any(part.tag in _PICTURES for part in cell.iter())


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield what holds the paragraphs of each text box that hangs on a paragraph."""
    for child in paragraph:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in (_FALLBACK, f"{_W}del", f"{_W}moveFrom"):
            yield from text_boxes(child)


def colour_of_sign(cell: Element) -> str:
    """Return the colour of the sign that is all a cell has, as of a circle that is red; empty for others."""
    runs = list(_with_words(cell))
    if not runs or not _COLOURED_SIGNS.issuperset(_flat(runs)):
        return ""
    colours = {shown_fill(value_of(run.find(f"{_W}rPr/{_W}color"))) for run in runs}
    colour = colours.pop() if len(colours) == 1 else ""
    return "" if colour == _BLACK else colour


def colour_behind(cell: Element) -> str:
    """Return the colour behind all words of a cell."""
    behind = {_behind(run) for run in _with_words(cell)}
    return behind.pop() if len(behind) == 1 else ""


def _behind(run: Element) -> str:
    marked, shaded = (run.find(f"{_W}rPr/{_W}{tag}") for tag in ("highlight", "shd"))
    fill = shown_fill(shaded.get(f"{_W}fill", "")) if shaded is not None else ""
    return _HIGHLIGHTS.get(value_of(marked), "") or fill


def _with_words(parent: Element) -> Iterator[Element]:
    return (run for run in _runs(parent) if "".join(_pieces(run)).strip())


def _flat(runs: list[Element]) -> str:
    return " ".join("".join("".join(_pieces(run)) for run in runs).split())


def _runs(parent: Element, *, also_hidden: bool = False) -> Iterator[Element]:
    """Yield the runs that are read, those of paragraphs in their order."""
    for child in parent:
        if child.tag in _NOT_READ or _only_asks(child):
            continue
        if child.tag != f"{_W}r":
            yield from _runs(child, also_hidden=also_hidden)
        elif also_hidden or not _is_hidden(child):
            yield child


def _only_asks(held: Element) -> bool:
    """Say whether a control shows nothing but what to fill in: "Choose an item."."""
    return held.tag == f"{_W}sdt" and held.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _is_struck(run: Element) -> bool:
    return _is_on(run, "strike") or _is_on(run, "dstrike")


def _is_hidden(run: Element) -> bool:
    return _is_on(run, "vanish")


def _is_on(run: Element, tag: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{tag}")
    return found is not None and value_of(found) not in ("0", "false", "off")


def _pieces(run: Element) -> Iterator[str]:
    """Yield the words and signs of a run."""
    font = run.find(f"{_W}rPr/{_W}rFonts")
    is_of_signs = font is not None and font.get(f"{_W}ascii", "").casefold() == "wingdings"
    for child in run:
        if child.tag in _NOT_READ:
            continue
        if child.tag == f"{_W}t":
            text = child.text or ""
            yield text.translate(_WINGDINGS) if is_of_signs else text
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}sym":
            sign = child.get(f"{_W}char", "").upper()
            yield "✓" if sign in _TICKS else "✗" if sign in _CROSSES else _BLOBS.get(sign, "")
        else:
            yield from _pieces(child)
