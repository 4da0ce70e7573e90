"""Which kinds of files can be brought in, by their endings, and what to save the others as."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable

_TEXT: Final = (".csv", ".tsv", ".tab", ".psv", ".txt", ".md")
_BOOKS: Final = (".xlsx", ".xltx", ".docx", ".dotx")
_LISTS: Final = (".json",)
READ: Final = frozenset((*_TEXT, *_BOOKS, *_LISTS))
"""The endings of files that are read."""

_OLD: Final = "is of an old kind"
_MACROS: Final = "has macros, which are never opened"
_SHEET: Final = "an Excel workbook (.xlsx)"
_DOCUMENT: Final = "a Word document (.docx)"
_INSTEAD: Final = {
    **dict.fromkeys((".xls", ".xlt"), (_OLD, _SHEET)),
    ".xlsb": ("is a binary workbook", _SHEET),
    **dict.fromkeys((".doc", ".dot"), (_OLD, _DOCUMENT)),
    **dict.fromkeys((".xlsm", ".xltm"), (_MACROS, _SHEET)),
    **dict.fromkeys((".docm", ".dotm"), (_MACROS, _DOCUMENT)),
    **dict.fromkeys((".ods", ".numbers"), ("is a spreadsheet of another kind", _SHEET)),
    **dict.fromkeys((".odt", ".rtf", ".pages"), ("is a document of another kind", _DOCUMENT)),
}
_OTHERS: Final = {
    ".pdf": "is a PDF: bring in the workbook or the document that it was made of",
    **dict.fromkeys((".msg", ".eml"), "is an e-mail: save what is attached to it, then bring that file in"),
    **dict.fromkeys(
        (".htm", ".html", ".mht", ".mhtml"),
        f"is a web page: copy its table into {_SHEET} or {_DOCUMENT}, then bring that file in",
    ),
    **dict.fromkeys(
        (".ppt", ".pptx", ".odp", ".key"),
        f"is a presentation: copy its table into {_SHEET} or {_DOCUMENT}, then bring that file in",
    ),
    **dict.fromkeys((".zip", ".7z", ".rar"), "is packed: unpack it, then bring in the file that is in it"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".heic", ".bmp"),
        "is a picture, and its words are not read: bring in the file that it was made of",
    ),
    **dict.fromkeys(
        (".db", ".sqlite", ".sqlite3"),
        "is a database, such as a plan is kept in: open it with --db, or bring in what "
        "`send-actions list --csv` writes of it",
    ),
    **dict.fromkeys((".lnk", ".url"), "is a shortcut: name the file that it leads to"),
}
_BEGINNINGS: Final = ((b"%PDF", "a PDF"), (b"{\\rtf", "an RTF document"), (b"<", "a web page"))
_PARTS: Final = {
    "word/document.xml": ("a Word document", (".docx", ".dotx")),
    "xl/workbook.xml": ("an Excel workbook", (".xlsx", ".xltx")),
}


_OF_MINUTES: Final = re.compile(r"\b(?:minutes|apologies|matters arising|resolved(?: that|:))", re.IGNORECASE)


def minutes_instead(name: str, words: str) -> str:
    """Return what to do with minutes that are given as a plan; nothing where none are meant."""
    if not _OF_MINUTES.search(words):
        return ""
    shown = f'"{name}"' if " " in name else name
    return (
        f"{name} holds minutes and no table of actions: "
        f"send-actions meeting minutes {shown} finds the actions in them."
    )


def why_unread(path: Path, error: Exception) -> str:
    """Return what to do about a file that could not be opened."""
    shown = printable(str(path))
    if isinstance(error, FileNotFoundError):
        return f"There is no file {shown}: check its name and its folder."
    if isinstance(error, PermissionError):
        return f"{shown} may not be opened: close it where it is open, or ask for access to it."
    why = getattr(error, "strerror", None) or "its name cannot be"
    return f"{shown} cannot be read: {why}. Check the file, or save a copy of it and name that."


def why_not_read(path: Path) -> str:
    """Return what to do with a file of a kind that cannot be brought in; nothing where it can."""
    name, ending = printable(path.name), path.suffix.lower()
    if name.startswith("~$"):
        return f"{name} is what Office keeps while a file is open: name the file without “~$”."
    if ending in READ:
        return ""
    if other := _OTHERS.get(ending):
        return f"{name} {other}."
    kind, better = _INSTEAD.get(ending, ("is of a kind that is not read", "CSV (UTF-8)"))
    return f"{name} {kind}: save it as {better}, then bring that file in."


def is_folder(path: Path) -> bool:
    """Say whether a path is a folder; one that may not be looked at, or that none can be called, is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_missing(path: Path) -> bool:
    """Say whether there surely is no file of that name."""
    try:
        path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def not_what_it_says(name: str, beginning: bytes = b"", parts: Collection[str] = ()) -> str:
    """Return what a file is whose ending says another kind, and what to do; nothing where that is not known.

    It is known by its first bytes, or by the names of its parts.
    """
    better = _DOCUMENT if name.lower().endswith((".docx", ".dotx")) else _SHEET
    kind = next((kind for start, kind in _BEGINNINGS if beginning.lstrip().startswith(start)), "")
    if "mimetype" in parts and "content.xml" in parts:
        kind = "an OpenDocument file"
    if kind:
        return f"{name} is {kind} under another name: save it as {better}, then bring that file in."
    for part, (kind, endings) in _PARTS.items():
        if part in parts and not name.lower().endswith(endings):
            return f"{name} is {kind} under another name: give it the ending {endings[0]}, then bring it in."
    return ""
