"""The runs of a document's words: what is seen of them, what is struck out or hidden, and their colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from send_actions.importers.grids.fills import named_colour, shown_fill
from send_actions.importers.statuses.signs import is_coloured_sign

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
_WINGDINGS: Final = str.maketrans("lnüþûýJKL", "●■✓✓✗✗☺😐☹")
"""Signs that are letters until Word shows them in its font of signs."""

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
_COLOUR: Final = f"{_W}rPr/{_W}color"


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


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield what holds the paragraphs of each text box that hangs on a paragraph."""
    for child in paragraph:
        if child.tag == f"{_W}txbxContent":
            yield child
        elif child.tag not in (_FALLBACK, f"{_W}del", f"{_W}moveFrom"):
            yield from text_boxes(child)


class CellRuns:
    """The runs of one cell with their words, looked at once."""

    def __init__(self, cell: Element) -> None:
        said = [(run, "".join(_pieces(run))) for run in _runs(cell, also_hidden=True)]
        runs = [(run, words, _is_hidden(run)) for run, words in said if words.strip()]
        self._seen = [(run, words) for run, words, is_hidden in runs if not is_hidden]
        self._struck = [words for run, words in self._seen if _is_struck(run)]
        self.is_struck = bool(self._struck) and len(self._struck) == len(self._seen)
        self.struck = "" if self.is_struck else _flat(self._struck)
        self.unseen = _flat([words for _, words, is_hidden in runs if is_hidden])
        self.has_picture = any(part.tag in _PICTURES for part in cell.iter())

    def colour_of_sign(self) -> str:
        """Return the colour of the sign that is all a cell has, as of a circle that is red; else nothing."""
        return self.ink() if is_coloured_sign(_flat([words for _, words in self._seen])) else ""

    def ink(self) -> str:
        """Return the colour in which all words of a cell are written; empty for black and grey."""
        return named_colour(self._one({value_of(run.find(_COLOUR)) for run, _ in self._seen}))

    def colour_behind(self) -> str:
        """Return the colour behind all words of a cell."""
        return self._one({_behind(run) for run, _ in self._seen})

    def _one(self, colours: set[str]) -> str:
        return colours.pop() if len(colours) == 1 else ""


def _behind(run: Element) -> str:
    marked, shaded = (run.find(f"{_W}rPr/{_W}{tag}") for tag in ("highlight", "shd"))
    fill = shown_fill(shaded.get(f"{_W}fill", "")) if shaded is not None else ""
    return _HIGHLIGHTS.get(value_of(marked), "") or fill


def _flat(words: list[str]) -> str:
    return " ".join("".join(words).split())


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
