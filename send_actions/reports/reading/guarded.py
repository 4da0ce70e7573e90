"""The bytes of a file that anybody may have made: as many as a paper has, and no more."""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

MOST_BYTES: Final = 50 * 1024 * 1024
"""Of a file; no paper is larger."""
MOST_UNPACKED: Final = 100 * 1024 * 1024
"""Of all that is read of a file that is packed."""
MOST_PARTS: Final = 5000
_UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error, LookupError, ValueError),
    *(NotImplementedError, RuntimeError),  # packed in a way that Python does not know, or locked
)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises SendActionsError for one that cannot be read or is too large."""
    name = printable(str(path))
    try:
        if path.is_dir():
            raise SendActionsError(f"{name} is a folder: name a file in it.")
        if not path.exists():
            raise SendActionsError(f"There is no file {name}: check its name.")
        if not path.is_file():
            raise SendActionsError(f"{name} is no file: name a paper.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be"
        raise SendActionsError(f"{name} cannot be read ({why}): name another file.") from error
    if len(content) > MOST_BYTES:
        raise SendActionsError(f"{name} is larger than 50 MB: no paper is; check the file.")
    return content


def decoded(content: bytes, called: str, errors: str = "strict") -> str:
    """Return the text of bytes, UTF-8 or as the mark at their beginning says.

    Raises SendActionsError for what is no text; what is not UTF-8 is refused or replaced, as `errors` says.
    """
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if marked else "utf-8-sig", errors)
    except UnicodeDecodeError as error:
        raise damage(called) from error
    if "\0" in text:
        raise damage(called)
    return text


def damage(called: str) -> SendActionsError:
    """Return the refusal of text that is damaged."""
    return SendActionsError(f"{called} is damaged, or not what its ending says: write the paper again.")


class Archive:
    """A packed file, of which parts are read by name, together no more than a paper has."""

    def __init__(self, content: bytes, called: str) -> None:
        """Open it; raises SendActionsError for what is no packed file or has too many parts."""
        self._called = called
        self._left = MOST_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _UNREADABLE as error:
            raise self._damage() from error
        self.names = frozenset(self._zip.namelist())
        if len(self._zip.infolist()) > MOST_PARTS:
            raise SendActionsError(f"{called} has more than {MOST_PARTS} parts: no paper has.")

    def read(self, name: str, *, must: bool = False) -> bytes:
        """Return a part, empty where there is none unless there must be one.

        Raises SendActionsError for one that is damaged, too large or not there and must be.
        """
        if name not in self.names and not must:
            return b""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)
        except _UNREADABLE as error:
            raise self._damage() from error
        if must and not content:
            raise self._damage()
        self._left -= len(content)
        if self._left < 0:
            raise SendActionsError(
                f"{self._called} unpacks to more than 100 MB: no paper does; check where the file is from."
            )
        return content

    def _damage(self) -> SendActionsError:
        return SendActionsError(
            f"{self._called} is damaged, locked or not what its ending says: open it in the program that "
            "made it, and save it again without a password."
        )
