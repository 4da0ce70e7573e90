"""Write a document in a format to a file or to standard output: whole or not at all, never over another."""

from __future__ import annotations

import os
import secrets
import stat
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.domain.words.choices import nearest
from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.document import Document

FORMATS: Final = {
    "markdown": (".md", ".markdown"),
    "word": (".docx",),
    "html": (".html", ".htm"),
    "pdf": (".pdf",),
    "excel": (".xlsx",),
    "opendocument_sheet": (".ods",),
    "csv": (".csv",),
    "json": (".json",),
    "opendocument": (".odt",),
    "text": (".txt",),
    "email": (".eml",),
    "icalendar": (".ics",),
}
"""Every format by the name it is asked for, with the endings of files that mean it; the first is its own.

The module of the same name in `formats/` renders it: its `render` takes a document and returns text or bytes.
"""

_MODULES: Final = {"text": "plain_text", "email": "email_draft"}
"""Modules that cannot bear the names of their formats, which others have."""

_BY_ENDING: Final = {ending: name for name, endings in FORMATS.items() for ending in endings}

STANDARD_OUTPUT: Final = "-"

_WITH_TEMPLATE: Final = "word"
"""The format whose `render` also takes a template of the reader's own."""


def deliver(content: bytes, format_name: str, path: str | Path, *, force: bool = False) -> None:
    """Write the bytes of a paper to a file, or to standard output when the path is "-".

    Raises SendActionsError when the file is there already (unless `force`) or cannot be written, UsageError
    for a format that is no text for a terminal. What stood in the file stays until the new paper is whole.
    """
    if str(path) == STANDARD_OUTPUT:
        if b"\0" in content and sys.stdout.isatty():
            ending = FORMATS[read_format(format_name)][0]
            raise UsageError(f"This is no text for a screen: name a file, as in -o paper{ending}.")
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        _refuse(target, force=force)
        put(content, Path(os.path.realpath(target)))
    except OSError as error:
        name, why = printable(str(target)), error.strerror or type(error).__name__
        raise SendActionsError(f"{name} could not be written ({why}): name another file with -o.") from error


def encode(document: Document, format_name: str, *, template: Path | None = None) -> bytes:
    """The document's bytes in a format; the same document gives the same bytes.

    Raises UsageError for an unknown format or one without templates, SendActionsError for a bad template.
    """
    chosen = read_format(format_name)
    found = import_module(f"send_actions.reports.formats.{_MODULES.get(chosen, chosen)}")
    content: str | bytes
    if template is None:
        content = found.render(document)
    elif chosen == _WITH_TEMPLATE:
        content = found.render(document, template)
    else:
        raise UsageError(
            "Only a Word paper takes a template: end the file with .docx, or leave --template out."
        )
    return content.encode() if isinstance(content, str) else content


def read_format(word: str) -> str:
    """The format meant by its name or by an ending of its files, such as md. Raises UsageError."""
    wanted = word.strip().lower()
    found = wanted if wanted in FORMATS else _BY_ENDING.get(f".{wanted.removeprefix('.')}")
    if found is None:
        near = nearest(word, FORMATS)
        hint = f"did you mean {near}?" if near else f"use one of {', '.join(FORMATS)}."
        raise UsageError(f'No format "{printable(word)}": {hint}')
    return found


def format_of(path: str | Path) -> str:
    """The format that a file's ending means; Markdown for standard output. Raises UsageError for another."""
    name = printable(str(path))
    found = "markdown" if str(path) == STANDARD_OUTPUT else _BY_ENDING.get(Path(path).suffix.lower())
    if found is None and Path(path).is_dir():
        raise UsageError(f"{name} is a folder: name a file in it with -o, such as paper.docx.")
    if found is None:
        endings = ", ".join(own for own, *_ in FORMATS.values())
        raise UsageError(f"{name} names no format: end it with one of {endings}, or give --format.")
    return found


def refuse_other_ending(path: str | Path, format_name: str) -> None:
    """Refuse a file whose ending means another format than it is to have; raises UsageError."""
    meant = _BY_ENDING.get(Path(path).suffix.lower(), format_name)
    if meant != format_name:
        name = printable(str(path))
        raise UsageError(
            f"{name} ends as {meant} does and --format says {format_name}: leave --format out, or end it "
            f"with {FORMATS[format_name][0]}."
        )


def _refuse(target: Path, *, force: bool) -> None:
    name = printable(str(target))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if Path(os.path.realpath(target)).parent.is_dir():
            return
        folder = printable(str(target.parent))
        raise SendActionsError(
            f"{folder} is not a folder: make it first, or name another file with -o."
        ) from None
    if not stat.S_ISREG(mode):
        raise SendActionsError(f"{name} is not a file: name a file with -o, or - for the screen.")
    if not force:
        raise SendActionsError(f"{name} is there already: name another, or add --force to replace it.")


def put(content: bytes, target: Path) -> None:
    """Write beside the target and then change places, so that no half a paper is ever seen under its name."""
    beside = target.with_name(f".paper-{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
