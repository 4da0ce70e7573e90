"""Dated copies of a plan in a second place: made when it has changed, known by name, and few enough."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Final

from send_actions.care.rotation import kept
from send_actions.domain.noun import Noun
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.copying import Mark, copy_plan, read_mark
from send_actions.store.sqlite.file import plan_path
from send_actions.store.sqlite.making import clear_killed

_DATED: Final = r"-(\d{4}-\d{2}-\d{2})-record-\d+(?:-\d+)?\.db"
"""How a copy's name goes on behind that of its plan."""


class DatedCopy(Noun):
    """One copy: its file, the day it was made, and the state of the plan that it holds."""

    path: Path
    day: date
    mark: Mark

    @property
    def made(self) -> datetime:
        """When it was made, by the clock of this machine; raises OSError when it is gone."""
        return datetime.fromtimestamp(self.path.stat().st_mtime)  # noqa: DTZ006  a person's own time


class Kept(Noun):
    """What came of keeping a copy: the newest there is, and whether it was made now."""

    copy: DatedCopy
    is_new: bool


def keep_copy(
    location: str, folder: Path, *, day: date, is_stopped: Callable[[], bool] = lambda: False
) -> Kept:
    """See that a folder holds a copy of the plan as it is, and no more copies than the rule keeps.

    Nothing is written when the plan has not changed since the last. Raises SendActionsError when the plan or
    the folder refuses, and StoppedError when it is stopped; the copies that are there stay then.
    """
    mark = read_mark(location)
    found = _same(location, folder, mark)
    if found:
        return Kept(found, is_new=False)
    _make_folder(folder)
    clear_killed(folder, _stem(location) + _DATED)
    to = _free_name(location, folder, day, mark.record)
    try:
        copy = DatedCopy(to, day, copy_plan(location, to, is_stopped=is_stopped))
    except SendActionsError:
        if found := _same(location, folder, mark):  # another window was faster
            return Kept(found, is_new=False)
        raise
    _rotate(copy, copies_of(location, folder, mark.begun))
    return Kept(copy, is_new=True)


def copies_of(location: str, folder: Path, begun: str) -> list[DatedCopy]:
    """Return the copies in a folder of the plan that was begun then, the newest first.

    Another plan's file of the same name is none of them, nor one that cannot be read.
    """
    found = (copy for copy in _found(location, folder) if copy.mark.begun == begun)
    return sorted(found, key=lambda copy: (copy.day, copy.mark.changed, copy.mark.record), reverse=True)


def say_when(copy: DatedCopy, now: datetime) -> str:
    """Return when a copy was made, in words: "today 14:02", "yesterday 9:30", "12 March 2026"."""
    from send_actions.domain.words.dates import say_date

    try:
        made = copy.made
    except OSError:
        return say_date(copy.day)
    near = {0: "today", 1: "yesterday"}.get((now.date() - made.date()).days)
    return f"{near} {made:%H:%M}" if near else say_date(made.date())


def _same(location: str, folder: Path, mark: Mark) -> DatedCopy | None:
    """Return the copy that holds just this state of the plan, if there is one."""
    return next((copy for copy in copies_of(location, folder, mark.begun) if copy.mark == mark), None)


def _found(location: str, folder: Path) -> Iterator[DatedCopy]:
    own = re.compile(_stem(location) + _DATED)
    try:
        files = sorted(folder.iterdir())
    except OSError:  # what is the matter is said when a copy is to be made
        return
    for file in files:
        if name := own.fullmatch(file.name):
            with contextlib.suppress(SendActionsError, ValueError):
                yield DatedCopy(file, date.fromisoformat(name[1]), read_mark(file))


def _stem(location: str) -> str:
    return re.escape(plan_path(location).stem)


def _free_name(location: str, folder: Path, day: date, record: int) -> Path:
    """Return a name that nothing has: a number is added where another plan's copy has it."""
    name = f"{plan_path(location).stem}-{day.isoformat()}-record-{record}"
    names = (folder / f"{name}{f'-{number}' if number > 1 else ''}.db" for number in count(1))
    return next(path for path in names if not path.exists() and not path.is_symlink())


def _make_folder(folder: Path) -> None:
    """Make the folder where only it is missing: a drive that is not there must not become a folder."""
    try:
        if not folder.is_dir():
            folder.mkdir()
    except OSError as error:
        why = "it is not there" if isinstance(error, FileNotFoundError) else error.strerror
        raise SendActionsError(
            f"No dated copy can be made in {printable(str(folder))}: {why}. See to its drive, or name "
            "another folder with `send-actions backup --to`."
        ) from error


def _rotate(newest: DatedCopy, copies: list[DatedCopy]) -> None:
    """Take away the copies that the rule does not keep; never the one that was just made."""
    stay = {copy.path for copy in kept(copies)} | {newest.path}
    for copy in copies:
        if copy.path not in stay:
            with contextlib.suppress(OSError):  # another window may have taken it away
                copy.path.unlink()
