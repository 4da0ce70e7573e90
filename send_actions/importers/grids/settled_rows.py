"""What is settled of the rows of a table when all are read: areas, refs, titles, and what is said of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_uppercase
from typing import Final

from send_actions.domain.drafting import LONGEST_LINE
from send_actions.domain.text import cut_at_word
from send_actions.importers.columns.column_cells import are_states
from send_actions.importers.grids.found import Found
from send_actions.importers.headings.heading_shapes import may_mean
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.headings.labelled_lines import Labelled
from send_actions.importers.problems import Problem, list_cells, quoted
from send_actions.importers.statuses.colour_key import colour_name
from send_actions.importers.statuses.status_words import StatusWords

_WORDS: Final = StatusWords()
_OVERALL: Final = re.compile(
    r"(?:overall|area|project|priority)(?:\s+(?:b?rag|status|rating|progress|judgement|assessment))*\s*:?",
    re.IGNORECASE,
)


def overall_status(table: Found, row: int) -> str:
    """Return what a row says of the status of the whole, in words or by a colour; empty for any other row."""
    filled = table.grid.filled(row)
    if not filled or not _OVERALL.fullmatch(" ".join(table.grid.cell(row, filled[0]).text.split())):
        return ""
    places = [*filled[1:], *table.places("status", "colour", "review")]
    for cell in (table.grid.cell(row, place) for place in reversed(places)):
        words = cell.text.strip()
        if words and _WORDS.at_head(words):
            return words
        if not words and cell.fill and colour_name(cell.fill):
            return cell.fill
    return ""


def judge(table: Found, labels: Sequence[Labelled]) -> list[Labelled]:
    """Take the one line above a table that judges its area, unless a row of it does, and return it."""
    found = [said for said in labels if said.meant == "judged" and _WORDS.at_head(said.words)]
    if table.judged or len(found) != 1:
        return []
    table.judged = found[0].words
    told = f"{quoted(str(found[0]))} is taken as the judgement of its area."
    table.problems.append(Problem(found[0].cell, told))
    return found


def fill_areas(table: Found) -> None:
    """Take the area of a row whose cell is empty from the row above, and say so once."""
    places = table.places("area_number", "area_title")
    filled: list[str] = []
    last: dict[int, str] = {}
    rows = []
    for row, texts in table.rows:
        is_empty = bool(last) and not any(texts[place].strip() for place in places)
        if is_empty:
            filled.append(table.cell(row, table.at[places[0]]))
            texts = [last.get(place, words) for place, words in enumerate(texts)]  # noqa: PLW2901
        elif places:
            last = {place: texts[place] for place in places if texts[place].strip()}
        rows.append((row, texts))
    table.rows = rows
    if filled:
        told = f"No area is named ({list_cells(filled)}): it is taken from the row above."
        table.problems.append(Problem(filled[0], told))


def split_refs(table: Found) -> None:
    """Give the actions beside one ref that is merged over their rows a letter each, and say so."""
    ref = next(iter(table.places("ref")), None)
    if ref is None:
        return
    beside: dict[int, list[int]] = {}
    for number, (row, _) in enumerate(table.rows):
        top, left = table.grid.over(row, table.at[ref])
        if left == table.at[ref]:
            beside.setdefault(top, []).append(number)
    for numbers in beside.values():
        if len({table.rows[number][1][ref] for number in numbers}) > 1:
            continue
        for letter, number in zip(ascii_uppercase, numbers if len(numbers) > 1 else (), strict=False):
            row, texts = table.rows[number]
            given = f"{texts[ref].strip()}({letter})"
            table.rows[number] = row, [*texts[:ref], given, *texts[ref + 1 :]]
        if len(numbers) > 1:
            first = table.rows[numbers[0]]
            told = f"One ref stands beside {len(numbers)} actions: they are {first[1][ref]} and so on."
            table.doubt(first[0], table.at[ref], told)


def settle_status(table: Found) -> None:
    """Know the column that is the status by its cells, where no heading says so: Bucket, Progress, Done."""
    if table.places("status", "colour"):
        return
    names = heading_names(table.header)
    rows = [texts for _, texts in table.rows]
    open_ = (p for p, meant in enumerate(table.fields) if meant in ("", "note", "area_title"))
    place = next((p for p in open_ if may_mean(names[p], "status") and are_states(rows, p)), None)
    if place is not None:
        table.fields[place] = "status"


def shorten_titles(table: Found) -> None:
    """Cut titles that are longer than a title may be, keep all of their words, and say so."""
    title = table.places("title")[0]
    whole: dict[int, str] = {}
    for number, (row, texts) in enumerate(table.rows):
        flat = " ".join(texts[title].split())
        if len(flat) > LONGEST_LINE:
            whole[row] = texts[title]
            shown = [*texts[:title], _shortened(flat), *texts[title + 1 :]]
            table.rows[number] = row, shown
            told = f"The action has {len(flat):,} characters: its first words are the title, all are kept."
            table.doubt(row, table.at[title], told)
    if whole:
        table.add_column("Action in full", "detail", table.at[title], whole)


def _shortened(words: str) -> str:
    """Return the first sentences of a text that fit in a title, else its first words."""
    end = words.rfind(". ", 0, LONGEST_LINE)
    return words[: end + 1] if end > LONGEST_LINE // 4 else cut_at_word(words, LONGEST_LINE // 2)
