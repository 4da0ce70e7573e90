"""A file of any format read back: its ending says which, and only what reads that is loaded."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError, UsageError
from send_actions.reports.reading.guarded import read_bytes
from send_actions.reports.reading.seen import Seen

_READERS: Final = {
    ".md": ("markdown_seen", "see"),
    ".markdown": ("markdown_seen", "see"),
    ".html": ("web_page_seen", "see"),
    ".htm": ("web_page_seen", "see"),
    ".docx": ("word_seen", "see"),
    ".pdf": ("pdf_seen", "see"),
    ".odt": ("open_document_seen", "see"),
    ".ods": ("open_document_seen", "see"),
    ".xlsx": ("workbook_seen", "see"),
    ".csv": ("plain_seen", "see_csv"),
    ".json": ("plain_seen", "see_json"),
    ".txt": ("plain_seen", "see_text"),
    ".eml": ("plain_seen", "see_email"),
}
"""The module of this room and its function for each ending of a file."""

STRUCTURED: Final = (".docx", ".pdf", ".html", ".htm", ".odt", ".ods", ".xlsx", ".md", ".markdown")
"""The endings of files that have headings or tables which a screen reader can tell from other words."""

MOST_TEXT: Final = 10 * 1024 * 1024
"""Bytes of a file that is all text."""
_TEXTS: Final = (".md", ".markdown", ".html", ".htm", ".csv", ".json", ".txt", ".eml")

_OLD: Final = {".doc": ".docx", ".xls": ".xlsx", ".rtf": ".docx", ".ppt": ".pdf", ".pptx": ".pdf"}


def read_back(path: Path) -> tuple[bytes, Seen]:
    """Return the bytes of a file and what is seen of it.

    Raises UsageError for an ending that is none of ours, SendActionsError for a file that cannot be read.
    """
    reader = reader_of(path)
    content = read_bytes(path)
    if reader in _TEXTS and len(content) > MOST_TEXT:
        raise SendActionsError(f"{printable(path.name)} is larger than 10 MB: no paper in text is.")
    return content, seen_of(content, reader, printable(path.name))


def reader_of(path: Path, endings: Collection[str] = tuple(_READERS)) -> str:
    """Return the ending that says how a file is read; raises UsageError for one that is none of ours.

    `endings` are those that the refusal names.
    """
    ending = path.suffix.lower()
    name = printable(path.name)
    if ending == ".ics":
        raise UsageError(f"{name} is a calendar, which carries no stamp: give the paper that it came with.")
    if ending in _OLD:
        raise UsageError(f"{name} is of an old or other kind: save it as {_OLD[ending]} and give that.")
    if ending not in _READERS and path.is_dir():
        raise UsageError(f"{printable(str(path))} is a folder: name a file in it.")
    if ending not in _READERS:
        raise UsageError(f"{name} is no paper: give a file that ends with one of {', '.join(endings)}.")
    return ending


def seen_of(content: bytes, ending: str, called: str) -> Seen:
    """Return what is seen of bytes as files of an ending have them; `called` names them in a refusal."""
    module, function = _READERS[ending]
    found = import_module(f"send_actions.reports.reading.{module}")
    seen: Seen = getattr(found, function)(content, called)
    return seen
