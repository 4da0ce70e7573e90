"""Places as people type, paste or drop them, and whether they will do."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from send_actions.care.places import shown_place
from send_actions.domain.text import cut, printable
from send_actions.errors import SendActionsError, UsageError
from send_actions.importers.file_kinds import why_not_read
from send_actions.store.sqlite.file import verify_plan_file

PLAN_FILE: Final = "send-plan.db"
"""What a plan's file is called that nobody gave a name."""
_QUOTED: Final = 60
_PATTERN: Final = re.compile(r"[*?]")
_NAME: Final = re.compile(r""""[^"]+"|'[^']+'|(?:\\.|\S)+""")
"""One name of several, as they are dropped into a window: in quotes, or with its spaces marked."""


def typed_path(typed: str) -> Path:
    """Return the path that somebody typed, pasted with its quotes, or dropped into the window.

    Raises UsageError for what no path can be, or none that may be looked at.
    """
    text = typed.strip()
    for mark in ('"', "'", "“”", "‘’"):
        if len(text) > 1 and text[0] == mark[0] and text[-1] == mark[-1]:
            text = text[1:-1].strip()
    try:
        if text.lower().startswith("file://"):
            text = _of_address(text)
        elif os.sep == "/" and not Path(text).expanduser().exists():
            text = re.sub(r"\\(.)", r"\1", text)
        path = Path(text).expanduser().absolute()
        path.exists()  # refuses what may not be looked at
    except RuntimeError as error:  # the home of nobody
        raise UsageError(f"Nobody here is called {printable(text.split('/', 1)[0][1:])}.") from error
    except OSError as error:
        raise UsageError(f"“{printable(cut(text, _QUOTED))}” cannot be read: {error.strerror}.") from error
    return path


def spreadsheet_at(typed: str) -> Path:
    """Return the file to bring in; raises UsageError when it is not there or of another kind."""
    path = typed_path(typed)
    if typed.strip() and path.is_dir():
        raise UsageError(f"{shown_place(path)} is a folder: type the name of a file in it too.")
    if not path.is_file():
        raise UsageError(
            f"There is no file {shown_place(path)}: type its name with its folder, or drop it here."
        )
    if why := why_not_read(path):
        raise UsageError(why)
    return path


def spreadsheets_at(typed: str) -> tuple[Path, ...]:
    """Return the files that a folder holds, a pattern such as returns/*.xlsx finds, or several names say.

    Of other words it is the one file that they name. Raises UsageError when nothing is there to bring in.
    """
    path = typed_path(typed)
    if typed.strip() and path.is_dir():
        found = _files_in(path, "*")
        if not found:
            raise UsageError(f"{shown_place(path)} holds no file that can be brought in: name another.")
        return found
    if _PATTERN.search(path.name) and not path.exists():
        found = _files_in(path.parent, path.name) if path.parent.is_dir() else ()
        if not found:
            raise UsageError(f"There is no file like {shown_place(path)}: look at its folder once more.")
        return found
    names = _NAME.findall(typed.strip())
    if len(names) > 1 and not path.exists() and all(typed_path(name).is_file() for name in names):
        return tuple(dict.fromkeys(map(spreadsheet_at, names)))
    return (spreadsheet_at(typed),)


def new_plan_place(typed: str) -> Path:
    """Return the place for a new plan's file; a folder means the usual name in it. Raises UsageError."""
    place = typed_path(typed)
    if place.is_dir():
        place /= PLAN_FILE
    if place.exists():
        open_it = f", or leave and type `send-actions init --mine --db {shown_place(place)}` to open it"
        raise UsageError(
            f"{shown_place(place)} is there already: name another file{open_it if _is_plan(place) else ''}."
        )
    if not place.parent.is_dir():
        raise UsageError(
            f"The folder {shown_place(place.parent)} is not there: make it first, or name another."
        )
    if not os.access(place.parent, os.W_OK):
        raise UsageError(f"You may not write to the folder {shown_place(place.parent)}: name another.")
    _refuse_hidden(place, "the plan")
    return place


def new_copies_place(typed: str) -> Path:
    """Return the folder for dated copies, of which only the last may be missing; raises UsageError."""
    folder = typed_path(typed)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{shown_place(folder)} is a file: name a folder.")
    if not folder.parent.is_dir():
        raise UsageError(
            f"The folder {shown_place(folder.parent)} is not there: plug its drive in, or name another."
        )
    _refuse_hidden(folder, "the copies")
    return folder


def usual_plan_place() -> Path:
    """Return where a plan lives when nobody says: in the documents, unless they are synchronised."""
    from platformdirs import user_documents_path

    from send_actions.care.places import about_plan_place

    documents = user_documents_path()
    folder = documents if documents.is_dir() and not about_plan_place(documents / PLAN_FILE) else Path.home()
    return folder / PLAN_FILE


def _files_in(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Return the files of a folder that can be brought in, by name; none that a program keeps there."""
    found = (file for file in folder.glob(pattern) if file.is_file() and not file.name.startswith("."))
    read = (file for file in found if not why_not_read(file))
    return tuple(sorted(read, key=lambda file: file.name.lower()))


def _is_plan(place: Path) -> bool:
    try:
        verify_plan_file(place)
    except SendActionsError:
        return False
    return True


def _of_address(address: str) -> str:
    """Return the path of a file:// address, as desktops give it for what is dropped."""
    named = address.encode()[len("file://") :]
    path = named[max(0, named.find(b"/")) :]
    whole = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), path)
    return re.sub(r"^/(?=[A-Za-z]:)", "", whole.decode(errors="replace"))


def _refuse_hidden(path: Path, what: str) -> None:
    if any(part.startswith(".") for part in path.parts):
        raise UsageError(f"That is a hidden folder, where nobody would find {what}: name another.")
