"""A document as a tagged PDF (PDF/UA-1, and PDF/A-2a where it has a date), in a font that comes with us."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import typst

from send_actions.domain.words.dates import say_date
from send_actions.reports.document import Document
from send_actions.reports.formats.colours import SHADES
from send_actions.reports.formats.drawing.draw import drawn_charts
from send_actions.reports.formats.layout import Laid, lay_out

MISSING: Final = "□"
"""What stands where the fonts have no letter."""

_HERE: Final = Path(__file__).parent
_MARKS: Final = {"Mn", "Mc", "Me"}
"""Categories of what stands upon another letter, and is left out."""
_DRAWN: Final = "svg"
"""The name of a drawing in what is laid out."""
_BETWEEN_LINES: Final = {"\n"}
"""What no paper shows, and what parts the lines of a drawing's source."""
_BREAK: Final = "\u200b"
"""A place where a long word may be broken."""
_ROUNDS: Final = 4
_NAMED: Final = 20
_UNSHOWN: Final = re.compile(
    r'^error: .*(?:the text|disallowed codepoint|contains the codepoint) `"(.+?)"`', re.MULTILINE
)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
SURE: Final = {*map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x180))), *"–—‘’“”…•−×√■▲●○▬", MISSING}
"""Letters that our font has: only what is not among them is ever replaced."""
_LONG_WORD: Final = re.compile(r"[^\s\u200b]{19,}")
_PIECE: Final = re.compile(r"[^./@_-]{1,12}[./@_-]*|[./@_-]+")


def render(document: Document) -> bytes:
    """The whole file; the same document gives the same bytes.

    What no font of ours can show is replaced, and the last line of the paper names it.
    """
    paper = _paper(document)
    missing: list[str] = []
    for _ in range(_ROUNDS):
        try:
            return _compiled(paper, missing)
        except typst.TypstError as error:
            found = [text for text in _unshown(error) if text not in missing]
            if not found:
                break
            missing += found
    return _compiled(paper, sorted(set().union(*_texts(paper)) - SURE - _BETWEEN_LINES))


def _paper(document: Document) -> Laid:
    """What the template reads."""
    language, _, region = document.language.partition("-")
    day = document.as_at
    paper = lay_out(document)
    for chart, drawing in drawn_charts(paper):
        chart[_DRAWN] = drawing.svg
    return {
        **paper,
        "language": language,
        "region": region or None,
        "date": {"year": day.year, "month": day.month, "day": day.day} if day else None,
        "footer": f"{paper['title']}, as at {say_date(day)}" if day else paper["title"],
        "colours": {name: shade._asdict() for name, shade in SHADES.items()},
    }


def _compiled(paper: Laid, missing: list[str]) -> bytes:
    """The file, with what is missing replaced and named."""
    replaced = _replacer(missing)
    shown = _changed({**paper, "unshown": _sentence(missing)}, replaced)
    shown["keywords"] = paper["keywords"]  # which no page shows
    made = typst.compile(
        _HERE / "pdf.typ",
        format="pdf",
        font_paths=[_HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(shown, ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"] if paper["date"] else ["ua-1"],
    )
    return bytes(made)


def _replacer(missing: list[str]) -> Callable[[str], str]:
    """What makes a text fit to be shown: nothing in it that fonts lack."""
    lacking = re.compile("|".join(map(re.escape, sorted(missing, key=len, reverse=True))))

    def mark(found: re.Match[str]) -> str:
        return "" if unicodedata.category(found[0][0]) in _MARKS else MISSING

    return lambda text: (lacking.sub(mark, text) or MISSING) if missing and text else text


def _breakable(text: str) -> str:
    """A text with places to break its words that are too long for a column."""
    return _LONG_WORD.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """A value with each text in it changed, and breakable unless it is a drawing."""
    match value:
        case str():
            return _breakable(change(value))
        case list() | tuple():
            return [_changed(one, change) for one in value]
        case dict():
            return {
                name: change(one) if name == _DRAWN else _changed(one, change) for name, one in value.items()
            }
        case _:
            return value


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _unshown(error: typst.TypstError) -> list[str]:
    """The texts that no font of ours has, as the error quotes them; letters that any font has are no such."""
    quoted = (_ESCAPED.sub(_meant, text).replace(_BREAK, "") for text in _UNSHOWN.findall(error.diagnostic))
    return [text for text in dict.fromkeys(quoted) if not SURE.issuperset(text)]


def _meant(escaped: re.Match[str]) -> str:
    return chr(int(escaped[1], 16)) if escaped[1] else escaped[2]


def _sentence(missing: list[str]) -> str:
    """What the paper says of the characters that it cannot show."""
    lacking = [character for character in dict.fromkeys("".join(missing)) if character not in SURE]
    if not lacking:
        return ""
    names = [
        f"U+{ord(one):04X} ({unicodedata.name(one, 'a character without a name').lower()})"
        for one in lacking[:_NAMED]
    ]
    more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
    return f"The fonts of this file lack what stands as {MISSING}: {', '.join(names)}{more}."
