"""Tables in minutes: which of their columns say what is to be done, by whom and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from send_actions.domain.text import fold
from send_actions.importers.minutes.minutes_marks import SAID_DONE, sentences_of
from send_actions.importers.minutes.minutes_parties import may_be_who
from send_actions.importers.minutes.minutes_words import read_task

_COLUMNS: Final = {
    "what": r"(?:agreed )?actions?(?: points?| required| agreed)?",
    "what or decided": r"(?:agreed )?actions? ?(?:/|&|and|or) ?decisions?"
    r"|decisions? ?(?:/|&|and|or) ?actions?",
    "who and when": r"(?:(?:by )?who(?:m)?|owner|lead|action by|responsible) ?(?:/|&|and|,) ?"
    r"(?:by )?(?:when|date|due(?: date)?|deadline|timescale)",
    "who": r"actions? by|(?:action )?owner|lead|who|by whom|responsible(?: officer)?|lead officer",
    "state": r"status|b?rag|state|(?:complete|done|closed)\\??|progress|outcome|update",
    "ref": r"(?:action |plan )?refs?(?:erence)?(?: no\.?)?",
    "by": r"(?:by )?when|due(?: date)?|deadline|(?:target )?date|timescale|by",
}


_NUMBER: Final = re.compile(r"\d[\d./]*")
_MARGIN: Final = "   "
_RULE: Final = re.compile(r"[\s|:=+-]*[|=+-]{2}[\s|:=+-]*")


class Passage(NamedTuple):
    """What stands together: the lines of some paragraphs or of one cell, and who and by when beside it.

    Where one cell beside it says both, it is `who` and `by`; `beside` is what else stands in its row.
    """

    text: str
    who: str = ""
    by: str = ""
    beside: str = ""


def columns_in(texts: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns where a row of several heads one of actions, or of who is to act."""
    if len(set(texts)) == 1:
        return {}
    found = {
        name: place
        for name, pattern in _COLUMNS.items()
        for place, text in reversed(list(enumerate(texts)))
        if re.fullmatch(pattern, fold(text).strip(" :"))
    }
    if "what or decided" in found:
        found.setdefault("what", found["what or decided"])
    if "who and when" in found:
        found = {"who": found["who and when"], "by": found["who and when"], **found}
    return found if "what" in found or _is_margin(texts, found) else {}


def passages_in_row(texts: Sequence[str], columns: Mapping[str, int]) -> Iterator[Passage]:
    """Yield what a row of a table with such columns says."""
    said = {name: texts[place] if place < len(texts) else "" for name, place in columns.items()}
    what, who, by = said.get("what", ""), said.get("who", ""), said.get("by", "")
    taken = {place for name, place in columns.items() if name != "ref"}
    others = [text for place, text in enumerate(texts) if text and place not in taken]
    named = [text for text in others if not _NUMBER.fullmatch(text)] + [_number(said.get("ref", ""))]
    beside = " ".join(" ".join(dict.fromkeys(filter(None, named))).split())
    if SAID_DONE.search(f"– {said.get('state', '')}"):
        yield Passage(what, beside=beside)
    elif "what" not in columns or (others and not who and _is_who(what)):
        yield from _in_margin(others, who or what, by)
        return
    elif what:
        is_decided = "what or decided" in columns and not (who or by or _tells_task(what))
        yield Passage(f"{'Decisions' if is_decided else 'Actions'}\n{what}", who, by, beside)
    yield from (Passage(text) for text in dict.fromkeys(others))


def _number(ref: str) -> str:
    return ref if _NUMBER.fullmatch(ref) else ""


def _is_margin(texts: Sequence[str], found: Mapping[str, int]) -> bool:
    """Say whether a row heads minutes with who is to act in the margin: "Action by" beside the words."""
    margin = texts[found["who"]] if "who" in found else ""
    return fold(margin).startswith("action") and len(texts) > len(
        {place for name, place in found.items() if name != "ref"}
    )


def _in_margin(others: Sequence[str], who: str, by: str) -> Iterator[Passage]:
    """Yield what stands beside who is to act: the sentence that says so, else the last, is the action."""
    *before, words = others or ("",)
    yield from map(Passage, before)
    if not words or not who or _tells_task(words):
        yield Passage(words, who, by, " ".join(before))
        return
    *told, last = sentences_of(" ".join(words.split()))
    if told:
        yield Passage(" ".join(told))
    yield Passage(f"Actions\n{last}", who, by, " ".join([*before, *told]))


def _is_who(text: str) -> bool:
    return bool(text) and all(map(may_be_who, re.split(r"\s*[/,&\n]\s*", text.strip())))


def _tells_task(text: str) -> bool:
    return any(read_task(line.strip()) for line in text.split("\n"))


def text_passages(lines: Sequence[str]) -> Iterator[tuple[int, int, Passage]]:
    """Yield what a text's lines say, with its number and its part; a table's rows are parts of their own.

    Cells stand between strokes or tabs, or in a margin after three spaces or more.
    """
    columns: dict[str, int] = {}
    between, part = "", 0
    for number, line in enumerate(lines, start=1):
        sign, cells = _cells(line)
        if len(cells) > 1 and (found := columns_in(cells)):
            columns, between = found, sign
        elif columns and sign == between and not _RULE.fullmatch(line):
            for passage in passages_in_row(cells, columns):
                part += 1
                yield number, part, passage
            part += 1
        elif not _RULE.fullmatch(line):
            columns = columns if between == _MARGIN or not line.strip() else {}
            yield number, part, Passage(line)


def _cells(line: str) -> tuple[str, list[str]]:
    """Return what stands between a line's cells, and these; nothing and the line for one of no table."""
    for sign in ("|", "\t"):
        if sign in line.strip():
            return sign, [cell.strip() for cell in line.strip().strip("|").split(sign)]
    cells = re.split(r"\s{3,}", line.strip())
    return (_MARGIN, cells) if len(cells) > 1 else ("", cells)
