"""Write a folder of papers: whole or not at all, and never over anything that is not such a folder."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from send_actions.domain.text import printable
from send_actions.errors import SendActionsError

CONTENTS: Final = "0-contents.txt"
"""The file of a folder that names all the others; by it a folder of ours is known."""
MARK: Final = "Papers for "
"""How that file begins."""
_KEPT: Final = "Made before, and kept"
_LEFT: Final = re.compile(r"\.papers-[0-9a-f]{16}\.(?:part|old)")


def write_folder(files: Mapping[str, bytes], path: str | Path, *, force: bool = False) -> None:
    """Write files by their names, such as 1-board/paper.pdf, into a folder that is new or empty.

    With `force` it takes the place of a folder of papers that was written before. Raises SendActionsError for
    a folder that holds anything else or cannot be written; what stood there stays until the new one is whole.
    """
    with _said_plainly(path):
        _refuse(path, force=force)
        _change_places(files, Path(os.path.realpath(path)))


def refuse_folder(path: str | Path, *, force: bool = False) -> None:
    """Raise SendActionsError for a folder that papers cannot be written to."""
    with _said_plainly(path):
        _refuse(path, force=force)


def with_those_before(files: Mapping[str, bytes], path: str | Path) -> dict[str, bytes]:
    """Return files with those of the folder of papers at a path that they would not replace, in its contents.

    Raises SendActionsError for a folder that is none of papers or cannot be read.
    """
    folder = Path(os.path.realpath(path))
    if not folder.is_dir():
        return dict(files)
    refuse_folder(path, force=True)
    with _said_plainly(path):
        there = sorted(one for one in folder.rglob("*") if one.is_file())
        names = {one: one.relative_to(folder).as_posix() for one in there}
        before = {name: one.read_bytes() for one, name in names.items() if name not in files}
    told = ["", _KEPT, *(f"  {name}" for name in before), ""] if before else []
    contents = files[CONTENTS] + "\n".join(told).encode()
    return {**before, **files, CONTENTS: contents}


def left_beside(path: str | Path) -> list[str]:
    """The hidden folders beside one that a writing which was killed has left there, whole or in part."""
    beside = Path(os.path.realpath(path)).parent
    try:
        return sorted(str(one) for one in beside.iterdir() if _LEFT.fullmatch(one.name))
    except OSError:  # one may write there and not look
        return []


@contextmanager
def _said_plainly(path: str | Path) -> Iterator[None]:
    """Raise SendActionsError that names a folder for whatever the system says of it."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise SendActionsError(
            f"{printable(str(path))} could not be written ({why}): name another folder."
        ) from error


def _refuse(path: str | Path, *, force: bool) -> None:
    target = Path(os.path.realpath(path))
    name = printable(str(path))
    if not target.parent.is_dir():
        raise SendActionsError(f"{printable(str(target.parent))} is not a folder: make it first.")
    if target.exists() and not target.is_dir():
        raise SendActionsError(f"{name} is a file: name a folder that is new or empty.")
    if not target.exists():
        return
    if any(target.iterdir()):
        _refuse_full(target, name, force=force)
    here = Path(os.path.realpath(Path.cwd()))
    if target == here or target in here.parents:
        raise SendActionsError(
            f"{name} is the folder that you work in, and the new one would take its place: name one in it, "
            "such as papers."
        )


def _refuse_full(target: Path, name: str, *, force: bool) -> None:
    if strange := _strange(target):
        raise SendActionsError(
            f"{name} holds what no folder of papers does ({printable(strange)}): name another folder."
        )
    if not force:
        raise SendActionsError(
            f"{name} holds papers written before: name another folder, or add --force to replace them."
        )


def _strange(folder: Path) -> str:
    """A file that the contents of a folder do not name; the contents themselves where there are none."""
    contents = folder / CONTENTS
    if contents.is_symlink() or not contents.is_file():
        return f"no {CONTENTS}"
    told = contents.read_text(encoding="utf-8", errors="replace")
    named = {CONTENTS, *(line.strip() for line in told.splitlines())}
    for place, folders, names in os.walk(folder):
        for name in (*names, *(one for one in folders if Path(place, one).is_symlink())):
            own = Path(place, name).relative_to(folder).as_posix()
            if own not in named:
                return own
    return "" if told.startswith(MARK) else CONTENTS


def _change_places(files: Mapping[str, bytes], target: Path) -> None:
    """Write beside the target and then change places, so that no half a folder is ever seen by its name."""
    sign = secrets.token_hex(8)
    beside, before = (target.with_name(f".papers-{sign}.{end}") for end in ("part", "old"))
    try:
        beside.mkdir()
        for name, content in files.items():
            file = beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
        _move_in(beside, before, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    shutil.rmtree(before, ignore_errors=True)


def _move_in(beside: Path, before: Path, target: Path) -> None:
    """Put a whole folder in the place of another, which waits as `before` and comes back where that fails."""
    with ExitStack() as undone:
        undone.callback(_move_back, beside, before, target)
        if target.exists():
            target.rename(before)
        beside.rename(target)
        undone.pop_all()


def _move_back(beside: Path, before: Path, target: Path) -> None:
    """Put the folder that waits back, unless the new one has its place.

    Raises SendActionsError that says where it is when that fails too.
    """
    if not (before.exists() and beside.exists()):
        return
    try:
        before.rename(target)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise SendActionsError(
            f"{printable(str(target))} could not be written, and the folder that was there could not "
            f"be put back ({why}): it is whole in {printable(str(before))}, so move it back by hand."
        ) from error
