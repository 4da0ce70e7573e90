"""Packed files that anybody may have made: read through once as a stream before anything opens them.

What no action plan has is refused in one sentence: more than 200 MB unpacked, more than 2,000 parts or six
million elements, more rows, columns or cells than a plan can have, entities, macros, a password.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final
from xml.parsers import expat

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.importers.file_kinds import not_what_it_says, why_unread
from send_actions.importers.problems import cell_name

MOST_BYTES: Final = 200 * 1024 * 1024
MOST_PARTS: Final = 2000
MOST_ELEMENTS: Final = 6_000_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 512
MOST_CELLS: Final = 1_000_000
_LARGEST: Final = 100 * 1024 * 1024
_AT_ONCE: Final = 1 << 20
_LOOKED_AT: Final = 64
_OLD: Final = b"\xd0\xcf\x11\xe0"
_PACKED: Final = b"PK"
_UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, LookupError, ValueError),
    *(NotImplementedError, RuntimeError),  # packed in a way that Python does not know, or locked
)
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_DEEPEST: Final = 200
_TRUE: Final = ("1", "true")


class SheetMarks:
    """What a sheet says of its size: its last row and column with a value, merged cells, empty formulas.

    `hidden` are its rows that are not shown, by hand or by a filter, `hidden_columns` its columns;
    `struck` are cells that hold words with a line through them, which Excel keeps in a part of their own; in
    one that `is_ruled` rules give colours to cells.
    """

    def __init__(self) -> None:
        self.last_row = self.last_column = self.cells = 0
        self.merged: list[tuple[int, int, int, int]] = []
        self.unworked: list[str] = []
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.struck: dict[str, None] = {}
        self.is_ruled = False


def guard(path: Path) -> dict[str, SheetMarks]:
    """Read a packed file through; return the marks of each sheet by the name of its part.

    Raises SendActionsError for what cannot be read or no action plan has.
    """
    name = printable(path.name)
    _refuse_unpacked(path, name)
    marks: dict[str, SheetMarks] = {}
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS:
                raise SendActionsError(f"{name} has more than {MOST_PARTS:,} parts: no action plan has.")
            if other := not_what_it_says(name, parts=packed.namelist()):
                raise SendActionsError(other)
            left = _Left(name, sum(part.file_size for part in parts))
            for part in parts:
                if part.filename.lower().endswith("vbaproject.bin"):
                    raise SendActionsError(_macros(name))
                if part.flag_bits & 1:
                    raise SendActionsError(_locked(name))
                looking = _Looking(name, part.filename, left)
                with packed.open(part) as stream:
                    while piece := stream.read(_AT_ONCE):
                        left.take(len(piece))
                        looking.take(piece)
                looking.end()
                if looking.marks:
                    marks[part.filename] = looking.marks
    except _UNREADABLE as error:
        raise damage(name) from error
    return marks


def damage(name: str) -> SendActionsError:
    """Return the refusal of a file that is damaged."""
    return SendActionsError(
        f"{name} is damaged or not what its ending says: open it in the program that made it, "
        "and save it again."
    )


def _refuse_unpacked(path: Path, name: str) -> None:
    try:
        if path.is_dir():
            raise SendActionsError(f"{printable(str(path))} is a folder: name a file in it.")
        if path.stat().st_size > _LARGEST:
            raise SendActionsError(f"{name} is larger than 100 MB: no action plan is; check the file.")
        with path.open("rb") as file:
            beginning = file.read(_LOOKED_AT)
    except (OSError, ValueError) as error:
        raise SendActionsError(why_unread(path, error)) from error
    if beginning.startswith(_OLD):
        raise SendActionsError(_locked(name))
    if not beginning:
        raise SendActionsError(f"{name} is empty: there is nothing to bring in.")
    if not beginning.startswith(_PACKED):
        other = not_what_it_says(name, beginning)
        raise SendActionsError(other) if other else damage(name)


def _too_large(name: str) -> SendActionsError:
    return SendActionsError(f"{name} unpacks to more than 200 MB: no action plan does.")


def _locked(name: str) -> str:
    better = ".docx" if name.lower().endswith(".docx") else ".xlsx"
    return (
        f"{name} is protected by a password or of an old kind: open it, save it as {better} "
        "without a password, and bring that file in."
    )


def _macros(name: str) -> str:
    better = ".docx" if name.lower().endswith(".docx") else ".xlsx"
    return f"{name} holds macros, which are never opened: save it as {better} and bring that file in."


class _Left:
    """How much a file may still unpack to; refuses more, and what says of itself that it is more."""

    def __init__(self, name: str, declared: int) -> None:
        self._name, self._bytes, self._elements = name, MOST_BYTES, MOST_ELEMENTS
        if declared > MOST_BYTES:
            raise _too_large(name)

    def take(self, read: int) -> None:
        """Count some bytes that were unpacked."""
        self._bytes -= read
        if self._bytes < 0:
            raise _too_large(self._name)

    def take_element(self) -> None:
        """Count an element of a part."""
        self._elements -= 1
        if self._elements < 0:
            raise SendActionsError(f"{self._name} has more than six million elements: no action plan has.")


class _Looking:
    """Looks at one part as it streams by: XML may declare nothing, and a sheet has only so many cells."""

    def __init__(self, name: str, part: str, left: _Left) -> None:
        def refuse(*_: object) -> None:
            raise SendActionsError(
                f"{name} declares entities, as no workbook or document does: check where it is from."
            )

        self._name, self._left = name, left
        self.marks = SheetMarks() if _SHEET.fullmatch(part) else None
        self._parser = expat.ParserCreate() if part.endswith((".xml", ".rels")) else None
        self._row = self._column = self._depth = 0
        self._is_formula = self._has_value = self._is_value = False
        if self._parser:
            self._parser.StartDoctypeDeclHandler = refuse
            self._parser.StartElementHandler = self._start_in_sheet if self.marks else self._start
            self._parser.EndElementHandler = self._end_in_sheet if self.marks else self._end
            if self.marks:
                self._parser.buffer_text = True
                self._parser.CharacterDataHandler = self._words

    def take(self, piece: bytes) -> None:
        """Look at some bytes."""
        self._parse(lambda parser: parser.Parse(piece, False))

    def end(self) -> None:
        """Look at the end of the part."""
        self._parse(lambda parser: parser.Parse(b"", True))

    def _parse(self, do: Callable[[Any], Any]) -> None:
        if self._parser is None:
            return
        try:
            do(self._parser)
        except expat.ExpatError as error:
            raise damage(self._name) from error

    def _start(self, _tag: str, _attributes: dict[str, str]) -> None:
        self._left.take_element()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damage(self._name)

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _start_in_sheet(self, tag: str, attributes: dict[str, str]) -> None:
        self._start(tag, attributes)
        match tag.rpartition(":")[2]:
            case "row":
                self._row = _number(attributes.get("r")) or self._row + 1
                self._column = 0
                self._note_hidden(attributes.get("hidden", ""))
            case "c":
                at = _CELL.fullmatch(attributes.get("r", ""))
                self._column = _column_number(at[1]) if at else self._column + 1
                self._is_formula = self._has_value = False
            case "col" if self.marks and attributes.get("hidden") in _TRUE:
                first, last = _number(attributes.get("min")), _number(attributes.get("max"))
                self.marks.hidden_columns.update(range(first, min(last, MOST_COLUMNS) + 1))
            case "strike" if self.marks and attributes.get("val", "1") in _TRUE:
                self.marks.struck[cell_name(self._row, self._column - 1)] = None
            case "f":
                self._is_formula = True
            case "v" | "t":
                self._is_value = True
            case "conditionalFormatting" if self.marks:
                self.marks.is_ruled = True
            case "mergeCell":
                self._note_merged(attributes.get("ref", ""))

    def _end_in_sheet(self, tag: str) -> None:
        self._end(tag)
        self._is_value = False
        if self.marks and self._is_formula and not self._has_value and tag.rpartition(":")[2] == "c":
            self.marks.unworked.append(cell_name(self._row, self._column - 1))

    def _words(self, text: str) -> None:
        marks = self.marks
        if marks is None or self._has_value or not self._is_value or not text.strip():
            return
        self._has_value = True
        marks.cells += 1
        marks.last_row = max(marks.last_row, self._row)
        marks.last_column = max(marks.last_column, self._column)
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            where = cell_name(self._row, self._column - 1)
            raise SendActionsError(
                f"{self._name} has a cell at {where}, far beyond any action plan: delete what stands out "
                "there, and save it again."
            )
        if marks.cells > MOST_CELLS:
            raise SendActionsError(f"{self._name} has more than a million cells: no action plan has.")

    def _note_hidden(self, said: str) -> None:
        if self.marks and said in _TRUE and self._row <= MOST_ROWS:
            self.marks.hidden.add(self._row)

    def _note_merged(self, ref: str) -> None:
        corners = [_CELL.fullmatch(corner) for corner in ref.split(":")]
        first, last = corners[0], corners[-1]
        if self.marks and first and last and len(self.marks.merged) < MOST_ROWS:
            box = (int(first[2]), _column_number(first[1]), int(last[2]), _column_number(last[1]))
            self.marks.merged.append(box)


def covered(merged: list[tuple[int, int, int, int]], rows: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Yield the merged boxes within so many rows and columns, all from 1, cut to them."""
    for top, left, bottom, right in merged:
        if 1 <= top <= rows and 1 <= left <= columns and top <= bottom and left <= right:
            yield top, left, min(bottom, rows), min(right, columns)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= len("1048576") else 0


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
