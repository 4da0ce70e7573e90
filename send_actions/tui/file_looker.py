"""Looking at a file that is to come in: read in a thread, anew with each answer; nothing is written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from send_actions.changes.file_looking import look_at_files
from send_actions.changes.seen_file import Said, SeenFile
from send_actions.errors import SendActionsError
from send_actions.importers.answering import without_flags
from send_actions.importers.problems import AskFor
from send_actions.tui.commands.command import Navigator
from send_actions.tui.drawing.incoming_words import reading_words, unanswered_words
from send_actions.tui.session import Session

Show = Callable[[], None]
"""Draws what was read, or how far the reading is."""


class FileLooker:
    """One file as it was read last, and what was answered of it in this sitting.

    `seen` is None while it was never read, or is refused; `told` then says why, and `way` what would help.
    """

    def __init__(
        self, file: Path, session: Session, navigator: Navigator, show: Show, progress: Show
    ) -> None:
        self.file = file
        self.seen: SeenFile | None = None
        self.told = ""
        self.way: AskFor | None = None
        self._session, self._navigator = session, navigator
        self._show, self._progress = show, progress
        self._said_before: Said | None = None
        self._readings = 0
        self._was_read = 0

    @property
    def said(self) -> Said:
        """What was answered of the file."""
        return self._navigator.files.said(self.file)

    @property
    def is_reading(self) -> bool:
        """Whether the file is being read."""
        return self._was_read != self._readings

    @property
    def asks_day(self) -> bool:
        """Whether it is still to be said from which day it counts."""
        return self.seen is not None and self.seen.asks_date and not self.said.is_dated

    @property
    def is_behind(self) -> bool:
        """Whether the plan is another than when the file was read, or no file was."""
        seen, now = self.seen, (self._session.plan.record, self._session.today)
        return not self._readings if seen is None else (seen.record, seen.day) != now

    def answer(self, flag: str, key: str, words: str | None) -> None:
        """Read the file again with an answer, or without the one there was."""
        answers = {one: said for one, said in self.said.answers.items() if one != (flag, key)}
        answers |= {} if words is None else {(flag, key): words}
        self._say(replace(self.said, answers=answers))

    def count_from(self, day: date | None) -> None:
        """Read the file again as it speaks of a day, None for today."""
        self._say(replace(self.said, on=day, is_dated=True))

    def read(self) -> None:
        """Read the file, while the person goes on; what was being read of it is left."""
        self._readings += 1
        reading, loop = self._readings, asyncio.get_running_loop()
        place, said, session = self._session.reader.place, self.said, self._session
        files = self._navigator.files.parts(self.file)
        self._tell(reading, 0, 0)

        def tell(done: int, total: int) -> None:
            if reading != self._readings:
                raise SendActionsError(f"{self.file.name} is read anew.")
            loop.call_soon_threadsafe(self._tell, reading, done, total)

        def look() -> SeenFile:
            tell(0, 0)
            at = datetime.now(UTC)
            return look_at_files(files, place, said, day=session.today, actor=session.actor, at=at, tell=tell)

        def done(seen: SeenFile) -> None:
            if reading == self._readings:
                self._was_read = reading
                self._take(seen)

        def refused(refusal: SendActionsError) -> None:
            if reading == self._readings:
                self._was_read = reading
                self._take_refusal(refusal)

        self._navigator.papers.do(look, done=done, refused=refused)

    def leave(self) -> None:
        """Let the reading end that nobody waits for any more."""
        self._readings += 1

    def _tell(self, reading: int, done: int, total: int) -> None:
        if reading == self._readings:
            self.told = reading_words(self.file.name, done, total)
            self._progress()

    def _take(self, seen: SeenFile) -> None:
        """Take what was read; an answer that answered nothing is let go."""
        self.seen, self.way, self._said_before = seen, None, None
        asks = {(one.answer.flag, one.answer.key) for one in seen.questions if one.answer}
        left = asks & self.said.answers.keys()
        told = [unanswered_words(*one, self.said.answers[one]) for one in left]
        self._let_go(left)
        self._show()
        for words in told:
            self._session.say(words, "amber")

    def _take_refusal(self, refusal: SendActionsError) -> None:
        """Say why a file cannot be read; where it is an answer that cannot, what was read stays."""
        told, way = without_flags(str(refusal))
        if self._said_before is None:
            self.seen, self.told, self.way = None, told, way
            self._show()
            return
        self._keep(self._said_before)
        self._said_before = None
        self._show()
        self._session.say(told, "amber")

    def _let_go(self, answers: set[tuple[str, str]]) -> None:
        """Let go of answers that answer nothing."""
        left = {key: words for key, words in self.said.answers.items() if key not in answers}
        self._keep(replace(self.said, answers=left))

    def _say(self, said: Said) -> None:
        """Read the file again with what is said now; what was said before stands again if it is refused."""
        self._said_before = self.said
        self._keep(said)
        self.read()

    def _keep(self, said: Said) -> None:
        self._navigator.files.keep(self.file, said)
