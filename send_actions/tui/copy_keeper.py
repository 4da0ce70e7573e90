"""Dated copies of the plan that is open: made in a thread that no key and no ending waits long for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from send_actions.errors import SendActionsError

if TYPE_CHECKING:
    from send_actions.care.dated_copies import Kept

SOON: Final = 1.0
"""Seconds in which a copy is mostly made; after that it is said what the ending waits for."""

AFTER: Final = 1.0
"""Seconds after the first frame when the first copy is begun."""

EVERY: Final = 1800.0
"""Seconds after which a plan that is left open is looked at again."""

TOLD_TO_END: Final = 2.0
"""Seconds that a program has which was told to end."""


class CopyKeeper:
    """Sees that a folder holds a copy of the plan as it is; without a folder there are none.

    `shown` is the folder as people are shown it.
    """

    def __init__(self, place: str, folder: Path | None, shown: str = "") -> None:
        self._place = place
        self._folder = folder
        self._shown = shown
        self._stop = Event()
        self._thread: Thread | None = None
        self._kept: Kept | None = None
        self._refusal = ""
        self._told = ""

    def begin(self) -> None:
        """Begin to make a copy, if the plan has changed since the last, and none is under way."""
        if self._folder and not self._is_under_way:
            self._thread = Thread(target=self._keep, args=(self._folder,), name="copies", daemon=True)
            self._thread.start()

    def last(self) -> str:
        """When the last copy was made, and where, or that there is none; nothing without a folder."""
        if not self._folder:
            return ""
        if self._refusal:
            return "No dated copy could be made."
        if not self._kept:
            return f"A dated copy goes to {self._shown}."
        from send_actions.care.dated_copies import say_when

        return f"Last copy {say_when(self._kept.copy, datetime.now())}, in {self._shown}."

    @property
    def has_news(self) -> bool:
        """Whether something is the matter with the second place that was not said yet."""
        return self._refusal not in ("", self._told)

    def news(self) -> str:
        """What is the matter with the second place, which is said now."""
        self._told = self._refusal
        return self._refusal

    def finish(self, *, is_told_to_end: bool, say: Callable[[str], object] = sys.stderr.write) -> None:
        """Make the last copy of a sitting; Ctrl+C leaves without it."""
        if not self._folder:
            return
        try:
            self._wait(TOLD_TO_END if is_told_to_end else None, say)  # what is under way may be of before
            self.begin()
            self._wait(TOLD_TO_END if is_told_to_end else None, say)
        except KeyboardInterrupt:
            say("Left without a copy.\n")
        self._stop.set()
        if self.has_news:
            say(f"{self.news()}\n")

    @property
    def _is_under_way(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _wait(self, seconds: float | None, say: Callable[[str], object]) -> None:
        """Wait for the copy under way; where it takes long, say so."""
        if self._thread is None:
            return
        self._thread.join(SOON if seconds is None else seconds)
        if self._is_under_way and seconds is None:
            say(f"Copying the plan to {self._shown}; Ctrl+C leaves without it.\n")
            while self._is_under_way:
                self._thread.join(SOON)

    def _keep(self, folder: Path) -> None:
        from send_actions.care.dated_copies import keep_copy
        from send_actions.store.sqlite.copying import StoppedError

        try:
            self._kept = keep_copy(self._place, folder, day=date.today(), is_stopped=self._stop.is_set)
            self._refusal = self._told = ""
        except StoppedError:
            return
        except SendActionsError as refusal:
            self._refusal = str(refusal)
        except OSError as fault:
            self._refusal = f"No dated copy could be made in {self._shown} ({fault.strerror})."
