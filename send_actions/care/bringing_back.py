"""Bringing a copy back: to a place of its own, or into the plan, which is copied first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from send_actions.care.dated_copies import keep_copy
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.copying import Mark, copy_plan, is_sound, put_back, read_mark
from send_actions.store.sqlite.file import plan_path


def bring_to_new_place(copy: Path, to: Path) -> Mark:
    """Make a plan of a copy where there is none; raises SendActionsError, and then there is none."""
    return copy_plan(copy, to)


def bring_back(copy: Path, location: str, folder: Path, *, day: date) -> Path:
    """Put a copy's contents into the plan, and return the file in which the plan is kept as it was before.

    That is a dated copy in a folder or, where the plan cannot be read any more, its file under another name.
    Raises SendActionsError when anything refuses; the plan is as it was then.
    """
    read_mark(copy)
    if is_sound(location):
        before = keep_copy(location, folder, day=day).copy
        put_back(copy, location, before.mark)
        return before.path
    place = plan_path(location)
    aside = _put_aside(place, day)
    try:
        copy_plan(copy, place)
    except SendActionsError:
        _move_all(aside, place)
        raise
    return aside


def _put_aside(place: Path, day: date) -> Path:
    """Give a plan that cannot be read another name, with what SQLite keeps beside it."""
    aside = place.with_name(f"{place.stem}-damaged-{day.isoformat()}{place.suffix}")
    if aside.exists():
        raise SendActionsError(
            f"{printable(str(aside))} is there already: give it another name, then try again."
        )
    try:
        _move_all(place, aside)
    except OSError as error:
        raise SendActionsError(f"{printable(str(place))} cannot be put aside: {error.strerror}.") from error
    return aside


def _move_all(place: Path, to: Path) -> None:
    """Give a file another name, after what SQLite keeps beside it, which belongs to no other."""
    for end in ("-journal", "-wal", "-shm", ""):
        beside = place.with_name(place.name + end)
        if beside.exists():
            beside.rename(to.with_name(to.name + end))
