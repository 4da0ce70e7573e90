"""Headings of two levels, each with a label and a number: Priority 1 over Theme A.

Where the numbers of the lower ones begin anew below the upper ones, these are the areas and the lower ones
parts of them; else the lower ones are the areas, and the upper ones their themes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from send_actions.domain.text import fold, match_key
from send_actions.importers.answers import title_key
from send_actions.importers.areas.area_words import labelled_area
from send_actions.importers.grids.found import Found
from send_actions.importers.grids.lines_around import lines_above
from send_actions.importers.sheet import AreaHead

_Above = Sequence[Sequence[AreaHead]]
"""The headings right above each block of rows, the lowest last."""


def with_two_levels(tables: Sequence[Found], named: Sequence[AreaHead | None]) -> list[AreaHead | None]:
    """Return the areas that the words above the tables name; headings between rows are settled in place."""
    for table in tables:
        _settle_rows(table)
    above = [_labelled(table) for table in tables]
    found = []
    for head, (area, part), table in zip(named, _settled(above), tables, strict=True):
        is_lowest = head is not None and area is not None
        found.append(replace(area, said=head.said) if head and area and is_lowest else head)
        if part and is_lowest:
            keep_part(table, part, (row for row, _ in table.rows))
    return found


def _settle_rows(table: Found) -> None:
    """Settle the headings that stand between the rows of one table."""
    begins = sorted(table.heads)
    rows = [row for row, _ in table.rows]
    blocks: list[list[int]] = [[]]
    for row, following in pairwise([*begins, max([*rows, *begins], default=0) + 1]):
        blocks[-1].append(row)
        if any(row < one < following for one in rows):
            blocks.append([])
    blocks = [block for block in blocks if block]
    above = [[table.heads[row] for row in block] for block in blocks]
    for block, (area, part) in zip(blocks, _settled(above), strict=True):
        if area is None:
            continue
        table.heads[block[-1]] = replace(area, said=table.heads[block[-1]].said)
        if part:
            end = next((row for row in begins if row > block[-1]), max(rows, default=0) + 1)
            keep_part(table, part, [row for row in rows if block[-1] < row < end])


def _settled(above: _Above) -> Iterator[tuple[AreaHead | None, str]]:
    """Yield for each block of rows its area and the part of it that they are in, if there are two levels."""
    over = _levels(above)
    anew = {label for label in over if _begins_anew(label, above)}
    upper: dict[str, AreaHead] = {}
    for heads in above:
        for head in heads:
            upper[fold(head.label)] = head
        lowest = heads[-1] if heads else AreaHead()
        area = upper.get(over.get(fold(lowest.label), ""))
        if area is None:
            yield None, ""
        elif fold(lowest.label) in anew:
            yield area, f"{lowest.label} {lowest.number}: {lowest.title}".removesuffix(": ")
        else:
            is_other = title_key(area.title) != title_key(lowest.title)
            yield replace(lowest, theme=area.title if is_other else ""), ""


def _levels(above: _Above) -> dict[str, str]:
    """Return the label that stands over each label, where one does and never the other way about."""
    over: dict[str, set[str]] = defaultdict(set)
    for heads in above:
        for upper, lower in pairwise(heads):
            if upper.label and lower.label and fold(upper.label) != fold(lower.label):
                over[fold(lower.label)].add(fold(upper.label))
    return {low: next(iter(high)) for low, high in over.items() if len(high) == 1 and not high & over.keys()}


def _begins_anew(label: str, above: _Above) -> bool:
    titles: dict[str, set[str]] = defaultdict(set)
    for heads in above:
        for head in heads:
            if fold(head.label) == label:
                titles[match_key(head.number)].add(title_key(head.title))
    return any(len(found) > 1 for found in titles.values())


def _labelled(table: Found) -> list[AreaHead]:
    """Return the areas that the lines above a table name by a label."""
    lines = (" ".join(line.text.split()) for _, line in lines_above(table))
    found = [named for line in lines if (named := labelled_area(line)) and named.title]
    return [AreaHead(named.number, named.title, label=named.label) for named in found]


def keep_part(table: Found, part: str, rows: Iterable[int]) -> None:
    """Keep with each of some rows the part of its area that it is in."""
    heading = "Under the heading"
    if heading not in table.header:
        table.add_column(heading, "detail", table.at[0], {})
    place, here = table.header.index(heading), set(rows)
    table.rows = [
        (row, [*texts[:place], part, *texts[place + 1 :]] if row in here else texts)
        for row, texts in table.rows
    ]
