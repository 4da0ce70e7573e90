"""Minutes as lines, from a text, a Word document or what is piped in; a table's cells follow each other."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from send_actions.domain.text import clean, printable
from send_actions.errors import SendActionsError
from send_actions.importers.file_kinds import why_unread
from send_actions.importers.minutes.minutes_lines import MinuteLine
from send_actions.importers.minutes.minutes_tables import text_passages
from send_actions.importers.text_file import decoded_text

_LARGEST: Final = 50 * 1024 * 1024
_LARGEST_UNPACKED: Final = 20 * 1024 * 1024
_LONGEST: Final = 2_000_000
_DOCUMENT: Final = "word/document.xml"
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Word document or is locked by a password"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
)


class MinutesRead(NamedTuple):
    """The lines of minutes, the encoding of their text where it was guessed, and words struck out of them."""

    lines: tuple[MinuteLine, ...]
    guessed: str = ""
    struck: tuple[str, ...] = ()


def read_minutes(path: Path) -> MinutesRead:
    """Return the lines of a file; raises SendActionsError that says what to do when it cannot be read."""
    shown = printable(str(path))
    try:
        if path.is_dir():
            raise SendActionsError(f"{shown} is a folder: name a file in it.")
        if path.stat().st_size > _LARGEST:
            raise SendActionsError(f"{shown} is larger than 50 MB: no minutes are; check the file.")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise SendActionsError(why_unread(path, error)) from error
    return minutes_of(content, printable(path.name))


def minutes_of(content: bytes, name: str) -> MinutesRead:
    """Return the lines of a file's bytes, be it a text or a Word document; raises SendActionsError."""
    for beginning, kind in _OTHERS:
        if content.startswith(beginning):
            raise SendActionsError(
                f"{name} is {kind}: save the minutes as Word (.docx) or as plain text, then read that file."
            )
    is_word = content.startswith(b"PK\x03\x04")
    struck: list[str] = []
    lines, guessed = (
        (tuple(_document_lines(content, name, struck)), "") if is_word else _text_lines(content, name)
    )
    if sum(len(line.text) for line in lines) > _LONGEST:
        raise SendActionsError(f"{name} is longer than any minutes: check the file.")
    return MinutesRead(lines, guessed, tuple(struck))


def _text_lines(content: bytes, name: str) -> tuple[tuple[MinuteLine, ...], str]:
    """Return the lines of a text, and its encoding where that was guessed."""
    read = decoded_text(content, name)
    if "\0" in read.text:
        raise SendActionsError(f"{name} is no text: save the minutes as Word (.docx) or as plain text.")
    lines = text_passages(read.text.replace("**", "").splitlines())
    return tuple(
        MinuteLine(number, clean(line, one_line=True), part, passage.who, passage.by, passage.beside)
        for number, part, passage in lines
        for line in passage.text.split("\n")
    ), read.guessed


def _document_lines(content: bytes, name: str, struck: list[str]) -> Iterator[MinuteLine]:
    """Yield the lines of a Word document's paragraphs and tables in their order, numbered as they stand.

    What is `struck` out of them is noted and left out.
    """
    from send_actions.importers.minutes.minutes_document import passages

    number = 0
    for part, passage in enumerate(passages(_document(content, name), name, struck)):
        for line in passage.text.split("\n"):
            number += bool(line.strip())
            words = clean(line, one_line=True)
            yield MinuteLine(number, words, part, passage.who, passage.by, passage.beside)


def _document(content: bytes, name: str) -> bytes:
    """Return the part of a Word document that has its words."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            part = packed.getinfo(_DOCUMENT)
            if part.file_size > _LARGEST_UNPACKED:
                raise SendActionsError(f"{name} unpacks to more than any minutes: check the file.")
            return packed.read(part)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, EOFError, ValueError) as error:
        raise SendActionsError(
            f"{name} is no Word document that can be read: save the minutes as .docx or as plain text."
        ) from error
