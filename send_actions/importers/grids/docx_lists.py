"""The numbers and bullets that Word puts before paragraphs: its lists, each with how far it has counted."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from send_actions.importers.grids.docx_runs import value_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART: Final = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_TWO_FIGURES: Final = "decimalZero"


class _Level(NamedTuple):
    """How a level of a list is written: its kind, its text, where it starts and after which level anew."""

    kind: str
    text: str
    start: int
    restart: int
    is_legal: bool
    style: str


class Lists:
    """The lists of a document.

    A list that says where it starts begins there anew when it is first used, also where it counts with
    others that have the same form.
    """

    def __init__(self, numbering: Element | None) -> None:
        self._forms: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._links: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        for form in numbering.iter(f"{_W}abstractNum") if numbering is not None else ():
            key = form.get(f"{_W}abstractNumId", "")
            self._forms[key] = dict(map(_level_of, form.iter(f"{_W}lvl")))
            if link := value_of(form.find(f"{_W}numStyleLink")):
                self._links[key] = link
            if link := value_of(form.find(f"{_W}styleLink")):
                self._links.setdefault(f"style {link}", key)
        for number in numbering.iter(f"{_W}num") if numbering is not None else ():
            self._note_number(number)

    def _note_number(self, number: Element) -> None:
        key = number.get(f"{_W}numId", "")
        form = value_of(number.find(f"{_W}abstractNumId"))
        self._abstract[key] = (
            self._links.get(f"style {self._links[form]}", form) if form in self._links else form
        )
        for override in number.iter(f"{_W}lvlOverride"):
            level = _number(override.get(f"{_W}ilvl", ""), 0)
            self._own.setdefault(key, {}).update(map(_level_of, override.iter(f"{_W}lvl")))
            start = value_of(override.find(f"{_W}startOverride"))
            if start.isdecimal():
                self._starts.setdefault(key, {})[level] = _number(start, 1)

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level of a list that is that of a style, 0 for none."""
        levels = self._forms.get(self._abstract.get(number, ""), {})
        return next((level for level, form in levels.items() if form.style == style), 0)

    def next_mark(self, number: str, level: int) -> str:
        """Return what stands before the next paragraph of a list: a bullet, or its number."""
        abstract = self._abstract.get(number, "")
        form = {**self._forms.get(abstract, {}), **self._own.get(number, {})}
        if level not in form:
            return ""
        kind, text, start, *_ = form[level]
        if kind in ("bullet", "none"):
            return "•" if kind == "bullet" else ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if level in self._starts.get(number, {}):
            counts[level] = self._starts[number].pop(level)
        else:
            before = counts[level]
            counts[level] = start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if level < (form[deeper].restart if deeper in form else deeper):
                counts[deeper] = None

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            at = form.get(place)
            is_plain = at is None or (form[level].is_legal and place < level)
            counted_to = counts[place]
            shown = counted_to if counted_to is not None else at.start if at else 1
            return _as_written(shown, "decimal" if is_plain or at is None else at.kind)

        return _PART.sub(counted, text)


def _level_of(level: Element) -> tuple[int, _Level]:
    place = min(_number(level.get(f"{_W}ilvl", "0"), 0), _LEVELS - 1)
    return place, _Level(
        value_of(level.find(f"{_W}numFmt")),
        value_of(level.find(f"{_W}lvlText")),
        _number(value_of(level.find(f"{_W}start")), 1),
        _number(value_of(level.find(f"{_W}lvlRestart")), place),
        level.find(f"{_W}isLgl") is not None,
        value_of(level.find(f"{_W}pStyle")),
    )


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < len("10000") else otherwise


def _as_written(number: int, kind: str) -> str:
    match kind:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26)
            return letter.upper() if kind == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.upper() if kind == "upperRoman" else roman
        case _:
            return f"{number:02}" if kind == _TWO_FIGURES else str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            written += letters
            number -= value
    return written
