"""The pages of a paper: upright, and on their side for what is wide."""

from __future__ import annotations

from copy import deepcopy
from typing import Final, NamedTuple

from send_actions.reports.formats.ooxml.elements import Element, element, name
from send_actions.reports.formats.ooxml.styles import child_of

POINT: Final = 20
"""Twentieths of a point, in which Word measures."""
_A4: Final = {"w": 11906, "h": 16838}
_MARGIN: Final = 1134
_ONCE: Final = ("titlePg", "pgNumType")
"""What is so of the first pages alone."""


class Pages(NamedTuple):
    """The two kinds of pages that a template has, or that are made of the one it has."""

    upright: Element
    turned: Element

    def room(self, *, turned: bool) -> float:
        """How wide a line is, in points."""
        section = self.turned if turned else self.upright
        sides = sum(_measure(section, "pgMar", side, _MARGIN) for side in ("left", "right"))
        return (_measure(section, "pgSz", "w", _A4["w"]) - sides) / POINT

    def section(self, *, turned: bool, first: bool) -> Element:
        """The properties of a section, which come at its end."""
        made = deepcopy(self.turned if turned else self.upright)
        for tag in () if first else _ONCE:
            for once in made.findall(name(tag)):
                made.remove(once)
        return made


def pages_of(body: Element) -> Pages:
    """The pages of a template's body: its last upright section and its first on the side."""
    sections = list(body.iter(name("sectPr"))) or [element("sectPr")]
    upright = [section for section in sections if not _is_turned(section)]
    turned = [section for section in sections if _is_turned(section)]
    if not upright:
        return Pages(turned[-1], turned[-1])
    return Pages(upright[-1], turned[0] if turned else _turn(upright[-1]))


def closing() -> Element:
    """A paragraph that takes no room, for what has to end with one."""
    spacing = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return element("p", element("pPr", spacing, element("rPr", element("sz", val=2))))


def _is_turned(section: Element) -> bool:
    return _measure(section, "pgSz", "w", _A4["w"]) > _measure(section, "pgSz", "h", _A4["h"])


def _turn(section: Element) -> Element:
    turned = deepcopy(section)
    wide, high = (_measure(section, "pgSz", side, _A4[side]) for side in ("w", "h"))
    size = child_of(turned, "pgSz")
    for key, value in (("w", high), ("h", wide), ("orient", "landscape")):
        size.set(name(key), str(value))
    return turned


def _measure(section: Element, tag: str, side: str, otherwise: int) -> int:
    """A length in twentieths of a point; some programs write fractions."""
    found = section.find(name(tag))
    try:
        return otherwise if found is None else round(float(found.get(name(side), otherwise)))
    except ValueError:
        return otherwise
