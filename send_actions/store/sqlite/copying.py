"""Copies of a plan's file by SQLite's own means: whole or not at all, looked through before they count."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from send_actions.domain.noun import Noun
from send_actions.domain.text import printable
from send_actions.errors import SendActionsError
from send_actions.store.sqlite.file import open_connection, plan_path, verify_plan_file
from send_actions.store.sqlite.making import making_of
from send_actions.store.sqlite.refusals import BRING_BACK, read_refusal, write_refusal

PAGES_AT_A_TIME: Final = 64
"""After so many pages a copy on its way may be stopped."""

_WAIT_MS: Final = 5000
_MARK: Final = (
    "SELECT (SELECT at FROM change WHERE id = 1), coalesce(max(id), 0), "
    "(SELECT at FROM change ORDER BY id DESC LIMIT 1) FROM change"
)


class StoppedError(Exception):
    """Whoever asked for a copy wants it no more."""


class Mark(Noun):
    """What tells a plan's state from another: when the plan was begun, its record, and when that was made."""

    begun: str
    record: int
    changed: str


def copy_in_memory(path: Path) -> sqlite3.Connection:
    """Return a plan as it stands now, in memory; the file is only read, and nobody who writes waits long."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    opened = open_connection(path, _WAIT_MS)
    try:
        opened.fetch("begin", {})
        opened.fetch(
            "select count(*) from plan", {}
        )  # waits for a writer here; the copying itself would for ever
        opened.driver_connection.backup(copy)
    except sqlite3.Error as error:
        raise read_refusal(path, error) from error
    finally:
        opened.close()
    return copy


def read_mark(location: str | Path) -> Mark:
    """Return the mark of a plan's file; raises SendActionsError when it cannot be read."""
    opened = open_connection(plan_path(location), _WAIT_MS)
    try:
        return Mark(*opened.fetch(_MARK, {})[1][0])
    finally:
        opened.close()


def copy_plan(location: str | Path, to: Path, *, is_stopped: Callable[[], bool] = lambda: False) -> Mark:
    """Copy a plan to a file that is not there yet; return the mark of the copy, which was looked through.

    Raises SendActionsError when either file refuses, and StoppedError when it is stopped on the way; there is
    no copy then.
    """
    path = plan_path(location)
    with closing(copy_in_memory(path)) as now, making_of(to) as making:
        wanted = Mark(*now.execute(_MARK).fetchone())
        _write(now, making, is_stopped)
        _refuse_unsound(making, wanted, path)
    return wanted


def put_back(copy: Path, location: str | Path, known: Mark) -> None:
    """Put a copy's contents into a plan's file, as one transaction: all of it or nothing.

    Whoever has the plan open sees it as it then is. Raises SendActionsError when either file refuses, or the
    plan is no longer as it was `known`.
    """
    path = plan_path(location)
    with closing(copy_in_memory(copy)) as wanted:
        refuse_damaged(wanted, copy)
        verify_plan_file(path)
        try:
            with closing(sqlite3.connect(path, isolation_level=None, timeout=_WAIT_MS / 1000)) as plan:
                plan.execute("pragma synchronous=extra").fetchall()
                plan.execute("begin immediate")  # waits for a writer here; the copying itself would for ever
                stands = Mark(*plan.execute(_MARK).fetchone())
                plan.execute("rollback")
                if stands != known:
                    raise SendActionsError(
                        f"{printable(str(path))} was changed just now: nothing was put back. Try again."
                    )
                wanted.backup(plan)
        except sqlite3.Error as error:
            raise write_refusal(path, error) from error


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose pages do not hold together; raises SendActionsError."""
    try:
        is_sound = connection.execute("pragma integrity_check").fetchone() == ("ok",)
    except sqlite3.Error as error:
        raise read_refusal(path, error) from error
    if not is_sound:
        raise SendActionsError(f"{printable(str(path))} is damaged: {BRING_BACK}.")


def is_sound(location: str | Path) -> bool:
    """Say whether a plan's file can be read, and its pages hold together."""
    path = plan_path(location)
    try:
        with closing(copy_in_memory(path)) as copy:
            refuse_damaged(copy, path)
    except SendActionsError:
        return False
    return True


def _write(now: sqlite3.Connection, making: Path, is_stopped: Callable[[], bool]) -> None:
    """Write a plan into a file of its own, unless it is stopped."""

    def go_on(*_pages: int) -> None:
        if is_stopped():
            raise StoppedError

    with closing(sqlite3.connect(making, isolation_level=None)) as copy:
        copy.execute("pragma synchronous=off")  # `making_of` sees to the disk, once for all of it
        now.backup(copy, pages=PAGES_AT_A_TIME, progress=go_on)
        copy.execute("pragma journal_mode=delete").fetchall()


def _refuse_unsound(making: Path, wanted: Mark, path: Path) -> None:
    """Refuse a copy that is not what it was made of."""
    opened = open_connection(making, _WAIT_MS)
    try:
        refuse_damaged(opened.driver_connection, path)
        if Mark(*opened.fetch(_MARK, {})[1][0]) != wanted:
            raise SendActionsError(f"The copy of {printable(str(path))} is not the plan: nothing was kept.")
    finally:
        opened.close()
