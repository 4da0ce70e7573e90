"""Several actions listed in one cell, with their leads and dates listed beside them in the same order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from send_actions.importers.grids.found import Found
from send_actions.importers.problems import Problem, list_cells

_MARK: Final = re.compile(r"(?:[•·▪◦‣*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_REF: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})+[a-z]?)[.):]?\s+")
_WHOLE_REF: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[a-z]?")
_BESIDE: Final = frozenset({"ref", "lead_role", "due", "status", "colour"})
"""What is listed beside several actions, and is of one each."""


def part_lists(table: Found) -> None:
    """Make a row of each action of a list in one cell where leads, dates or statuses are listed beside it.

    What stands once is of each; a list without such beside it stays one action, and both are told.
    """
    title, parted, whole, rows = table.places("title")[0], [], [], []
    for row, texts in table.rows:
        items = _items(texts[title], [line for place in table.places("ref") for line in _lines(texts[place])])
        lists = _lists_beside(table, texts, items)
        if lists:
            parted.append(table.cell(row, table.at[title]))
            rows += [(row, _of_one(texts, title, items, lists, number)) for number in range(len(items))]
            continue
        if items:
            whole.append(table.cell(row, table.at[title]))
        rows.append((row, texts))
    table.rows = rows
    if parted:
        where = f" ({list_cells(parted)})" if parted[1:] else ""
        told = f"Several actions are listed in one cell{where}: each is read with what is listed beside it."
        table.problems.append(Problem(parted[0], told))
    if whole:
        where = f" ({list_cells(whole)})" if whole[1:] else ""
        told = f"The action is a list{where}: it comes in as one, as no leads or dates are listed beside it."
        table.problems.append(Problem(whole[0], told))


def _items(text: str, refs: Sequence[str]) -> list[str]:
    """Return the lines of a cell that is a list, or has one line for each ref; nothing for any other cell."""
    lines = _lines(text)
    is_list = _is_marked(lines) or (len(refs) == len(lines) and all(map(_WHOLE_REF.fullmatch, refs)))
    return lines if len(lines) > 1 and is_list else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_marked(lines: Sequence[str]) -> bool:
    return all(map(_MARK.match, lines)) or all(map(_REF.match, lines))


def _lists_beside(table: Found, texts: Sequence[str], items: Sequence[str]) -> dict[int, list[str]]:
    """Return the lines of the cells beside a list that have as many: marked too, or with dates or refs."""
    if not items:
        return {}
    refs = [match[1] for item in items if (match := _REF.match(item))] or [""] * len(items)
    found = {place: _lines(texts[place]) for place in table.places(*_BESIDE)}
    found = {place: lines for place, lines in found.items() if len(lines) == len(items)}
    if not any(_is_marked(lines) or table.fields[place] in ("due", "ref") for place, lines in found.items()):
        return {}
    return {place: list(map(_bare, lines, refs)) for place, lines in found.items()}


def _of_one(
    texts: Sequence[str], title: int, items: Sequence[str], lists: dict[int, list[str]], number: int
) -> list[str]:
    """Return the words of a row for one action of its list."""
    of_one = [lists[place][number] if place in lists else words for place, words in enumerate(texts)]
    of_one[title] = _MARK.sub("", items[number], count=1) if not _REF.match(items[number]) else items[number]
    return of_one


def _bare(line: str, ref: str) -> str:
    """Return a line of a list without its mark, and without the ref of the action that it is of."""
    match = _REF.match(line)
    return line[match.end() :] if match and ref and match[1] == ref else _MARK.sub("", line, count=1)
