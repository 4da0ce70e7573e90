"""Forms whose action is named by its number, in their first row or in the heading above, and not as “Action”.

A table of labels with their words beside them, one pair or two to a row, is read as a row for each action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from send_actions.importers.areas.area_words import labelled_area
from send_actions.importers.grids.cell_grid import Cell, Grid, Line
from send_actions.importers.grids.found import fields_of, is_heading_row
from send_actions.importers.headings.headings import whole_heading
from send_actions.importers.problems import cell_name

_NAMED: Final = re.compile(
    r"(?:(?:(?:key |agreed |improvement )?action|task|ref|no)\.?\s*(?:no\.?|number|ref\.?)?\s*"
    r"(?P<ref>[A-Z]{0,4}[ /-]?\d[\w./-]*?)|(?P<alone>\d{1,3}(?:\.\w{1,4})+|[A-Z]{1,4}\d{1,3}(?:\.\w{1,4})*))"
    r"[.:)]?(?:(?:\s*[:–—|-])?\s+(?P<title>\S.*))?",
    re.IGNORECASE | re.DOTALL,
)
_LABELLED: Final = re.compile(r"([^\W\d][^:\n]{1,58}?)\s*:\s*(\S.*)", re.DOTALL)
_OTHERWISE: Final = re.compile(r"(?:risks?|issues?|kpis?|indicators?|meetings?)\b", re.IGNORECASE)
"""How the labels, or the heading, of a form that is of no action begin."""

_OF_RISKS: Final = frozenset({"mitigation", "mitigations", "mitigating actions", "likelihood", "probability"})
_SHARE: Final = 0.6
_FEWEST: Final = 3
_MOST_ROWS: Final = 400
_BOTH: Final = 2
_PAIRS: Final = 4


class _Pair(NamedTuple):
    label: str
    cell: Cell
    name: str


@dataclass
class _Form:
    """One action: its ref, its title and the cell that has it, and what stands beside its labels."""

    ref: str = ""
    title: str = ""
    name: str = "A1"
    pairs: list[_Pair] = field(default_factory=list)


def action_form(grid: Grid, mapping: Mapping[str, str]) -> Grid | None:
    """Return a form as a table with a row for each action in it; None for any other grid."""
    if grid.is_sheet or not _BOTH <= len(grid.rows) <= _MOST_ROWS:
        return None
    forms = _forms(grid, mapping)
    if not forms or not all(_is_form(form, mapping) for form in forms):
        return None
    above = grid.above
    if len(forms) == 1 and not forms[0].title:
        above = _named_above(forms[0], grid.above)
    if not all(form.title and (form.ref or "due" in _fields(form, mapping)) for form in forms):
        return None
    turned = replace(_turned(grid, forms), above=above)
    return turned if is_heading_row(turned, 0, mapping) else None


def _forms(grid: Grid, mapping: Mapping[str, str]) -> list[_Form]:
    """Return the actions of a grid; none where a row of it is no part of a form."""
    found = [_Form()]
    label = ""
    for row in range(len(grid.rows)):
        cells = [(place, cell) for place, cell in enumerate(grid.rows[row]) if not cell.is_covered]
        if not any(cell.text.strip() for _, cell in cells):
            continue
        if named := _named_in(cells, row):
            if found[-1].pairs or found[-1].title:
                found.append(_Form())
            found[-1].ref, found[-1].title, found[-1].name = named
        elif len(cells) in (_BOTH, _PAIRS):
            found[-1].pairs += _pairs(cells, row)
        elif len(cells) == 1:
            label = _take_one(found[-1], label, cells[0][1], cell_name(row + 1, cells[0][0]), mapping)
        else:
            return []
    return found


def _named_in(cells: Sequence[tuple[int, Cell]], row: int) -> tuple[str, str, str] | None:
    """Return the ref, the title and the title's cell of a row that names an action; None for any other."""
    words = [" ".join(cell.text.split()) for _, cell in cells]
    match = _NAMED.fullmatch(words[0])
    if match is None or len(cells) > _BOTH:
        return None
    ref = (match["ref"] or match["alone"]).strip()
    if len(cells) == 1 and match["title"]:
        return ref, match["title"], cell_name(row + 1, cells[0][0])
    is_beside = len(cells) == _BOTH and not match["title"] and words[1]
    return (ref, words[1], cell_name(row + 1, cells[1][0])) if is_beside else None


def _pairs(cells: Sequence[tuple[int, Cell]], row: int) -> Iterator[_Pair]:
    for (_, label), (place, words) in zip(cells[::2], cells[1::2], strict=True):
        if label.text.strip():
            yield _Pair(label.text.strip().rstrip(":"), words, cell_name(row + 1, place))


def _take_one(form: _Form, label: str, cell: Cell, name: str, mapping: Mapping[str, str]) -> str:
    """Take the one cell of a row: a label and its words, a label, or words; return a label that has none."""
    words = cell.text.strip()
    match = _LABELLED.fullmatch(words)
    if match and all(fields_of([match[1].strip()], mapping)):
        form.pairs.append(_Pair(match[1].strip(), replace(cell, text=match[2]), name))
    elif label:
        form.pairs.append(_Pair(label, cell, name))
    elif all(fields_of([words.rstrip(":")], mapping)):
        return words.rstrip(":")
    elif not form.title and not form.pairs and labelled_area(" ".join(words.split())) is None:
        form.title, form.name = " ".join(words.split()), name
    return ""


def _fields(form: _Form, mapping: Mapping[str, str]) -> list[str]:
    return fields_of([pair.label for pair in form.pairs], mapping)


def _is_form(form: _Form, mapping: Mapping[str, str]) -> bool:
    """Say whether most labels of a form are those of an action, each once."""
    fields = _fields(form, mapping)
    known = [name for name in fields if name]
    once = [name for name in known if name not in ("detail", "review", "step")]
    labels = [whole_heading(pair.label) for pair in form.pairs]
    of_else = any(_OTHERWISE.match(label) for label in labels[:1]) or not _OF_RISKS.isdisjoint(labels)
    is_known = len(known) >= max(_BOTH, _SHARE * len(fields)) and len(set(once)) == len(once)
    return is_known and not of_else and not {"title", "measure"} & {*known}


def _named_above(form: _Form, above: Sequence[Line]) -> tuple[Line, ...]:
    """Name a form by the last heading above it; return the lines without that."""
    for place in range(len(above) - 1, -1, -1):
        words = " ".join(above[place].text.split())
        match = _NAMED.fullmatch(words)
        is_named = match is not None and match["title"]
        if not is_named and not above[place].level:
            continue
        if labelled_area(words) is None and not _OTHERWISE.match(words):
            form.ref = (match["ref"] or match["alone"]).strip() if match and is_named else ""
            form.title = match["title"] if match and is_named else words
            return (*above[:place], *above[place + 1 :])
        break
    return tuple(above)


def _turned(grid: Grid, forms: Sequence[_Form]) -> Grid:
    """Return forms as a table: a column for each label, a row for each action."""
    labels: dict[str, str] = (
        {"ref": "Ref", "action": "Action"} if any(f.ref for f in forms) else {"action": "Action"}
    )
    labels |= {whole_heading(pair.label): pair.label for form in reversed(forms) for pair in form.pairs}
    order = [*labels]
    rows: list[list[Cell]] = [[Cell(labels[key]) for key in order]]
    names: dict[tuple[int, int], str] = {}
    for number, form in enumerate(forms, start=1):
        own = {"ref": _Pair("", Cell(form.ref), form.name), "action": _Pair("", Cell(form.title), form.name)}
        own |= {whole_heading(pair.label): pair for pair in form.pairs}
        rows.append([own[key].cell if key in own else Cell() for key in order])
        names |= {(number, place): own[key].name for place, key in enumerate(order) if key in own}
        names = {**{(0, place): own[key].name for place, key in enumerate(order) if key in own}, **names}
    return Grid(grid.name, rows, is_turned=True, names=names)
