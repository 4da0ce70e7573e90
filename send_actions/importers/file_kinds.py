"""Which kinds of files can be brought in, by their endings, and what to save the others as."""

from __future__ import annotations

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
    **dict.fromkeys((".xls", ".xlsb", ".xlt"), (_OLD, _SHEET)),
    **dict.fromkeys((".doc", ".dot"), (_OLD, _DOCUMENT)),
    **dict.fromkeys((".xlsm", ".xltm"), (_MACROS, _SHEET)),
    **dict.fromkeys((".docm", ".dotm"), (_MACROS, _DOCUMENT)),
    **dict.fromkeys((".ods", ".numbers"), ("is a spreadsheet of another kind", _SHEET)),
    **dict.fromkeys((".odt", ".rtf", ".pages"), ("is a document of another kind", _DOCUMENT)),
}


def why_not_read(path: Path) -> str:
    """Return what to do with a file of a kind that cannot be brought in; nothing where it can."""
    name, ending = printable(path.name), path.suffix.lower()
    if ending in READ:
        return ""
    if ending == ".pdf":
        return f"{name} is a PDF: bring in the workbook or the document that it was made of."
    kind, better = _INSTEAD.get(ending, ("is of a kind that is not read", "CSV (UTF-8)"))
    return f"{name} {kind}: save it as {better}, then bring that file in."
