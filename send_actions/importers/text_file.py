"""A file's bytes as text: its encoding is known by its mark, or guessed, and then that is said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.importers.file_kinds import why_unread

_LARGEST: Final = 50 * 1024 * 1024
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS: Final = (
    (b"PK\x03\x04", "a workbook or a document"),
    (b"\xd0\xcf\x11\xe0", "a workbook or a document of an old kind"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document"),
)
_LOOKED_AT: Final = 4096
_USUAL: Final = re.compile(
    "(?<![A-Z])[à-öø-ÿœ](?![A-Z])|(?<=[A-Z])[À-ÖØ-Þ]|(?<!\\w)[À-ÖØ-Þ](?=[a-z])"
    "|[£€°·½¼¾•…–“‘]|(?<=[A-Za-zà-ÿ .,!?%])[’”—]"
)
"""Characters beyond ASCII where they are usual; another encoding has capitals and signs in their place."""


@dataclass(frozen=True)
class TextFile:
    """A file's text; `guessed` names the encoding where nothing in the file said which it is."""

    name: str
    text: str
    guessed: str = ""


def read_text(path: Path) -> TextFile:
    """Return a file's text; raises SendActionsError when it cannot be read or is no text."""
    name = printable(path.name)
    try:
        if path.is_dir():
            raise SendActionsError(f"{printable(str(path))} is a folder: name a file in it.")
        if path.stat().st_size > _LARGEST:
            raise SendActionsError(f"{name} is larger than 50 MB: no action plan is; check the file.")
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise SendActionsError(why_unread(path, error)) from error
    for beginning, kind in _OTHERS:
        if content.startswith(beginning):
            raise SendActionsError(
                f"{name} is {kind} under a CSV file's name: save the sheet or table as CSV (UTF-8)."
            )
    text = decoded_text(content, name)
    if "\0" in text.text:
        raise SendActionsError(f"{name} is not a CSV file: save the sheet as CSV (UTF-8) first.")
    return text


def decoded_text(content: bytes, name: str) -> TextFile:
    """Return the text of bytes; raises SendActionsError where they are not what their mark says."""
    return TextFile(name, *_decoded(content, name))


def _decoded(content: bytes, name: str) -> tuple[str, str]:
    """Return the text, and the encoding if it was guessed."""
    encoding = next((known for mark, known in _MARKS if content.startswith(mark)), "") or _of_two_bytes(
        content
    )
    try:
        return content.decode(encoding or "utf-8"), ""
    except UnicodeDecodeError as error:
        if encoding:
            raise SendActionsError(
                f"{name} is damaged: it begins as {encoding.upper()} and does not go on so."
            ) from error
    return _guessed(content)


def _guessed(content: bytes) -> tuple[str, str]:
    """Return a text as the encoding has it in which more of its characters are such as people write."""
    windows, mac = content.decode("cp1252", errors="replace"), content.decode("mac_roman")
    is_mac = len(_USUAL.findall(mac)) > len(_USUAL.findall(windows))
    return (mac, "Mac Roman") if is_mac else (windows, "Windows-1252")


def _of_two_bytes(content: bytes) -> str:
    """Return the encoding of a text without a mark in which every other byte is nought."""
    start = content[:_LOOKED_AT]
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > len(start) // 4 and not even:
        return "utf-16-le"
    if even > len(start) // 4 and not odd:
        return "utf-16-be"
    return ""
