"""A file that is to come in: what is open about it over what the plan would become; nothing is written."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from send_actions.changes.seen_file import Said, SeenFile, asks_date, look_at_file
from send_actions.errors import SendActionsError
from send_actions.importers.answering import without_flags
from send_actions.importers.problems import AskFor, Problem
from send_actions.tui.commands import incoming, moving, navigation
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.incoming import (
    COMES,
    DAY,
    Answered,
    Column,
    FileRows,
    file_lines,
    offered_day,
    reading_words,
    row_lines,
    title_words,
    unanswered_words,
    way_of,
)
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading, Scrolled
from send_actions.tui.widgets.table import Table


class IncomingScreen(Frame):
    """Questions, doubts and answers over what comes in; Esc leaves with nothing written, answers kept."""

    KIND: ClassVar[str] = "file"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = (
        *moving.IN_LISTS,
        *moving.BETWEEN_PANES,
        *moving.INTO_AND_BACK,
        *incoming.IN_FILE,
        *navigation.ELSEWHERE,
    )
    DEFAULT_CSS: ClassVar[str] = """
    IncomingScreen #attention { display: none; }
    IncomingScreen #list-detail { height: 55%; }
    """

    def __init__(self, session: Session, file: Path) -> None:
        self._table, self._page = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._page)
        self.file = file
        self.seen: SeenFile | None = None
        self._rows: FileRows | None = None
        self._told = ""
        self._way: AskFor | None = None
        self._just_said: tuple[str, str] | None = None
        self._readings = 0
        self._is_coming_in = False

    @property
    def said(self) -> Said:
        """What was answered of the file."""
        return self.navigator.files.said(self.file)

    @property
    def open_questions(self) -> int:
        """How many questions are to be answered before it can come in."""
        return len(self._rows.questions) if self._rows else 0

    def draw(self) -> None:
        """Draw the file as it was read last; once the plan is another, or no file was read, read it."""
        if self._is_behind:
            self.read_file()
        self._draw_rows(is_new=False)

    @property
    def _is_behind(self) -> bool:
        seen, now = self.seen, (self.session.plan.record, self.session.today)
        if seen is None:
            return not self._readings
        return not self._is_coming_in and (seen.record, seen.day) != now

    def read_file(self) -> None:
        """Read the file again, while the person goes on."""
        self._readings += 1
        reading, loop = self._readings, asyncio.get_running_loop()
        place, said, session = self.session.reader.place, self.said, self.session
        self._tell_progress(reading, 0, 0)

        def tell(done: int, total: int) -> None:
            if reading != self._readings:
                raise SendActionsError(f"{self.file.name} is read anew.")
            loop.call_soon_threadsafe(self._tell_progress, reading, done, total)

        def look() -> SeenFile:
            tell(0, 0)
            return look_at_file(self.file, place, said, day=session.today, actor=session.actor, tell=tell)

        self.navigator.papers.do(
            look, done=partial(self._show_read, reading), refused=partial(self._show_refusal, reading)
        )

    def on_unmount(self) -> None:
        """Let the reading end that nobody waits for any more."""
        self._readings += 1

    def answer(self, flag: str, key: str, words: str | None) -> None:
        """Read the file again with an answer, or without the one there was."""
        answers = {one: said for one, said in self.said.answers.items() if one != (flag, key)}
        answers |= {} if words is None else {(flag, key): words}
        self._just_said = None if words is None else (flag, key)
        self._say_of_file(replace(self.said, answers=answers))

    def count_from(self, day: date | None) -> None:
        """Read the file again as it speaks of a day, None for today."""
        self._say_of_file(replace(self.said, on=day, is_dated=True))

    def bring_in(self, is_begun: bool) -> None:
        """Hear that the file is being brought in, or was refused."""
        self._is_coming_in = is_begun
        if not is_begun:
            self.read_file()

    def draw_detail(self) -> None:
        """Draw what is to say of the row under the cursor, and what comes in."""
        seen, row, said = self.seen, self._table.current, self.said
        if seen is None:
            return
        again, questions = self.session.keys["read-file"], self.open_questions

        def build(width: int) -> list[Line]:
            return [*row_lines(row, again, width), *file_lines(seen, said, questions, width)]

        self._page.border_title = titled("What comes in")
        self._page.show(build)

    def hints(self) -> Hints:
        """What Enter does with the row, and how all of it comes in."""
        row, hint = self._table.current, self.session.keys.hint
        groups = []
        if self.seen is None:
            groups = [keyed("Enter", "answer")] if self._way else []
        elif isinstance(row, Answered | Column):
            groups = [keyed("Enter", "say otherwise")]
        elif row == DAY or (isinstance(row, Problem) and (row.is_question or way_of(row))):
            groups = [keyed("Enter", "answer")]
        else:
            groups = [keyed("Enter", "what comes in")]
        comes = [hint(incoming.bring_in)] if self.seen and self.seen.label else []
        return [], [*comes, *groups, hint(incoming.read_again), BACK]

    async def open(self) -> None:
        """Answer what the cursor is on, or go into what comes in."""
        row = self._table.current
        if self.seen is None:
            await self._open_refused()
        elif row == DAY:
            await incoming.ask_day(self, offered_day(self.seen, self.said))
        elif isinstance(row, Answered):
            await incoming.change_answer(self, row.flag, row.key)
        elif isinstance(row, Column):
            await incoming.ask_column(self, row.heading, row.word)
        elif isinstance(row, Problem) and (row.is_question or way_of(row)):
            await incoming.ask_answer(self, row, way_of(row))
        elif row is not None:
            focus_now(self._page)

    async def _open_refused(self) -> None:
        """Ask for what a file was refused for, where an answer helps."""
        if self._way:
            await incoming.ask_words(self, self._way, self._told)
        else:
            self.foot.say(self._told)

    async def go_back(self) -> None:
        """From what comes in to the list, from there to where one came from; nothing is written."""
        if self._page.has_focus:
            focus_now(self._table)
            return
        is_kept = bool(self.said.answers) or self.said.is_dated
        await self.app.pop_screen()
        if not self._is_coming_in:
            kept = "; your answers are kept for this sitting" if is_kept else ""
            self.session.say(f"Nothing was brought in{kept}")

    def _say_of_file(self, said: Said) -> None:
        self.navigator.files.keep(self.file, said)
        self.read_file()

    def _tell_progress(self, reading: int, done: int, total: int) -> None:
        if reading != self._readings or not self.is_attached:
            return
        self._told = reading_words(self.file.name, done, total)
        if self.seen is None:
            self._draw_rows(is_new=False)
        elif self.foot.prompt is None:
            self.foot.say(self._told, "dim")

    def _show_read(self, reading: int, seen: SeenFile) -> None:
        """Show what was read, unless it is read anew by now; an answer that answered nothing is let go."""
        if reading != self._readings or not self.is_attached:
            return
        was_open = self._rows.questions if self._rows else None
        self.seen = seen
        if self.foot.message and self.foot.message[0][0] == self._told:
            self.foot.say("")
        asks = {(one.answer.flag, one.answer.key) for one in seen.lines.questions if one.answer}
        self._just_said = None
        for one in asks & self.said.answers.keys():
            self.foot.say(unanswered_words(*one, self.said.answers[one]), "amber")
            self._let_go(one)
        self._rows = FileRows(seen, self.said, asks_day=asks_date(seen) and not self.said.is_dated)
        self._draw_rows(is_new=was_open != self._rows.questions)
        self.foot.draw()

    def _show_refusal(self, reading: int, refusal: SendActionsError) -> None:
        """Say why a file cannot be read; where it is an answer that cannot, what was read stays."""
        if reading != self._readings or not self.is_attached:
            return
        if self._just_said:
            self._let_go(self._just_said)
            self._just_said = None
            self.foot.say(without_flags(str(refusal))[0], "amber")
            return
        self.seen, self._rows = None, None
        self._told, self._way = without_flags(str(refusal))
        self._draw_rows(is_new=True)
        self.foot.draw()

    def _let_go(self, answer: tuple[str, str]) -> None:
        """Let go of an answer that answers nothing, or that cannot be read."""
        left = {key: words for key, words in self.said.answers.items() if key != answer}
        self.navigator.files.keep(self.file, replace(self.said, answers=left))

    def _draw_rows(self, *, is_new: bool) -> None:
        rows, seen = self._rows, self.seen
        if rows is None or seen is None:
            self._table.border_title = titled("File")
            self._table.show([], lambda _place, _width: [], empty=self._told)
            return
        self._table.border_title = titled(title_words(seen, len(rows.questions)))
        first = next((row for row in rows.ids if not isinstance(row, Heading)), None)
        begin = first if len(rows.questions) else COMES
        self._table.show(
            rows.ids,
            rows.row,
            tall=rows.lines,
            scrolled=Scrolled(rows.lines, 0),
            keep=begin if is_new else None,
            is_new=is_new,
        )
        self.draw_detail()
