"""Marks in a colour's column: a tick under green, a cross under red, for one review or for several."""

from __future__ import annotations

from typing import Final

from send_actions.domain.plan.vocabulary import Status
from send_actions.domain.text import fold
from send_actions.importers.cell_text import is_dash
from send_actions.importers.grids.found import Found
from send_actions.importers.headings.headings import heading_names
from send_actions.importers.problems import quoted
from send_actions.importers.statuses.colour_key import COLOUR_WORDS, colour_name, mark_of
from send_actions.importers.statuses.signs import SEEN_AS_PICTURES

_MARKS: Final = frozenset("✓✔√✗✘✕✖×xX●•■◼⚫⬤1yY☑✅☒❌🗸🗹🗷⬛ü*")
_EMPTY: Final = frozenset("☐□◻○◯⬜0nN")
"""What stands where a box is not ticked."""

_WORDS: Final = frozenset({"yes", "tick", "true", "ticked"})
_EMPTY_WORDS: Final = frozenset({"no", "false"})
_DONE: Final = frozenset({"complete", "completed", "closed", "done"})
"""Headings beside colours under which a mark says that an action is complete."""

_STATUSES: Final = frozenset(
    {
        *("not started", "not yet started", "not due", "started", "in progress", "underway", "under way"),
        *("ongoing", "on going", "on track", "off track", "at risk", "behind", "delayed", "overdue"),
        *("on hold", "paused", "embedded", "completed", "complete", "closed", "done", "achieved"),
        *("partially complete", "partly complete", "partially met", "met", "not met", "outstanding"),
    }
)
"""Headings under which marks say a status in words."""

_LETTERS: Final = {"r": "red", "a": "amber", "g": "green", "b": "blue", "y": "yellow", "p": "purple"}
"""Headings of one letter under which marks say a colour."""

_FEWEST: Final = 2


def with_ticks_read(table: Found) -> None:
    """Read the columns of a table that are colours with marks: one column for each group of them."""
    groups = _groups(table)
    if not groups:
        return
    gone = {place for places in groups.values() for place in places}
    found = [(heading, places, _marked(table, places)) for heading, places in groups.items()]
    kept = [place for place in range(len(table.header)) if place not in gone]
    table.header = [table.header[place] for place in kept]
    table.fields = [table.fields[place] for place in kept]
    table.at = [table.at[place] for place in kept]
    table.meant = {kept.index(place): meant for place, meant in table.meant.items() if place in kept}
    table.rows = [(row, [texts[place] for place in kept]) for row, texts in table.rows]
    for heading, places, marks in found:
        meant = "colour" if not heading else "undated" if heading_names([heading])[0] else ""
        table.add_column(heading or "RAG", meant, places[0], marks)


def _groups(table: Found) -> dict[str, list[int]]:
    """Return the places of each group of colours that stand side by side, by what stands over them."""
    grid, heading = table.grid, table.heading
    groups: dict[str, list[int]] = {}
    for place, field in enumerate(table.fields):
        is_colour = _says_status(table, place) and field in ("", "start")
        if is_colour or (field in ("", "completed_on") and _is_done_with_marks(table, place)):
            up, left = grid.over(heading.row, place)
            over = grid.cell(up, left).text.strip() if heading.rows > 1 else ""
            groups.setdefault(" ".join(over.split()), []).append(place)
    colours = {
        over: [place for place in places if _says_status(table, place)] for over, places in groups.items()
    }
    return {over: places for over, places in groups.items() if len(colours[over]) >= _FEWEST}


def _says_status(table: Found, place: int) -> bool:
    """Say whether a column is headed by a colour, or by a word of a status and has nothing but marks."""
    said = _heading(table, place)
    if said in COLOUR_WORDS:
        return True
    if said not in _STATUSES and said not in _LETTERS:
        return False
    filled = [texts[place] for _, texts in table.rows if texts[place].strip()]
    return all(_is_mark(text) or _is_unmarked(text) for text in filled)


def _is_done_with_marks(table: Found, place: int) -> bool:
    """Say whether a column is headed complete, and marked where others have a day."""
    filled = [texts[place] for _, texts in table.rows if texts[place].strip()]
    return _colour(table, place) in _DONE and all(map(_is_mark, filled))


def _marked(table: Found, places: list[int]) -> dict[int, str]:
    """Return the colour of each row that has one mark; a row with several is told and has none."""
    found = {}
    for row, texts in table.rows:
        marks = [place for place in places if _is_mark(texts[place])] or _painted(table, row, texts, places)
        if len(marks) == 1:
            said = _colour(table, marks[0])
            is_colour = said in COLOUR_WORDS
            found[row] = (
                Status.COMPLETE.value if said in _DONE else mark_of(said) if is_colour else said.capitalize()
            )
        elif marks:
            said = " and ".join(_colour(table, place) for place in marks)
            table.doubt(row, table.at[marks[0]], f"{said} are both marked: no status is set of them.")
        for place in places:
            if texts[place].strip() and place not in marks and not _is_unmarked(texts[place]):
                words = quoted(texts[place])
                table.doubt(
                    row, table.at[place], f"{words} under {_colour(table, place)} is no mark: left out."
                )
    return found


def _painted(table: Found, row: int, texts: list[str], places: list[int]) -> list[int]:
    """Return the one empty cell of a row that is painted, where none of the others is, as a mark."""
    cells = table.body.get(row, [])
    fills = {place: cells[table.at[place]].fill for place in places if table.at[place] < len(cells)}
    painted = [place for place, fill in fills.items() if fill and colour_name(fill)]
    return painted if len(painted) == 1 and not texts[painted[0]].strip() else []


def _heading(table: Found, place: int) -> str:
    heading = table.heading
    return fold(table.grid.cell(heading.row + heading.rows - 1, table.at[place]).text).strip()


def _colour(table: Found, place: int) -> str:
    """Return what a mark in a column says: its heading, the colour of one of a letter."""
    said = _heading(table, place)
    return _LETTERS.get(said, said)


def _is_mark(text: str) -> bool:
    words = text.strip().strip(SEEN_AS_PICTURES)
    return (len(words) == 1 and words in _MARKS) or fold(words) in _WORDS


def _is_unmarked(text: str) -> bool:
    words = text.strip().strip(SEEN_AS_PICTURES)
    return (len(words) == 1 and words in _EMPTY) or fold(words) in _EMPTY_WORDS or is_dash(words)
