"""A file that is to come in: what is open about it over what the plan would become; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from send_actions.changes.seen_file import Said, SeenFile
from send_actions.importers.problems import Problem
from send_actions.tui.commands import file_answers, incoming
from send_actions.tui.commands.command import Command
from send_actions.tui.commands.row_hints import BACK
from send_actions.tui.drawing.incoming import (
    COMES,
    DAY,
    Answered,
    Column,
    FileRows,
    kind_cells,
)
from send_actions.tui.drawing.incoming_page import file_lines, row_lines
from send_actions.tui.drawing.incoming_words import offered_day, way_of
from send_actions.tui.file_looker import FileLooker
from send_actions.tui.internals import focus_now
from send_actions.tui.prompts.foot import Hints
from send_actions.tui.screens.frame import Frame
from send_actions.tui.session import Session
from send_actions.tui.text_layout import Line, inline, keyed
from send_actions.tui.themes import titled
from send_actions.tui.widgets.page import Page
from send_actions.tui.widgets.rows import Heading, Scrolled
from send_actions.tui.widgets.table import Table


class IncomingScreen(Frame):
    """Questions, doubts and answers over what comes in; Esc leaves with nothing written, answers kept."""

    KIND: ClassVar[str] = "file"
    SCREEN_COMMANDS: ClassVar[Sequence[Command[Any]]] = incoming.OF_FILE
    DEFAULT_CSS: ClassVar[str] = """
    IncomingScreen #attention { display: none; }
    IncomingScreen #list-detail { height: 55%; }
    """

    def __init__(self, session: Session, file: Path) -> None:
        self._table, self._page = Table(id="list"), Page(id="list-detail")
        super().__init__(session, self._table, self._page)
        self.file = file
        self._rows: FileRows | None = None
        self.is_coming_in = False
        self._progress: Line = []

    def on_mount(self) -> None:
        """Begin to read; Textual then has the frame draw."""
        self._looker = FileLooker(
            self.file, self.session, self.navigator, show=self._show_read, progress=self._show_progress
        )

    def on_unmount(self) -> None:
        """Let the reading end that nobody waits for any more."""
        self.looker.leave()

    @property
    def looker(self) -> FileLooker:
        """Reads the file, and keeps what is answered."""
        return self._looker

    @property
    def seen(self) -> SeenFile | None:
        """The file as it was read last; None while it never was, or is refused."""
        return self.looker.seen

    @property
    def said(self) -> Said:
        """What was answered of the file."""
        return self.looker.said

    @property
    def open_questions(self) -> int:
        """How many questions are to be answered before it can come in."""
        return len(self._rows.questions) if self._rows else 0

    def draw(self) -> None:
        """Draw the file as it was read last; once the plan is another, read it again."""
        if self.looker.is_behind and not self.is_coming_in:
            self.looker.read()
        self._draw_rows(is_new=False)

    def bring_in(self, is_begun: bool) -> None:
        """Hear that the file is being brought in, or was refused."""
        self.is_coming_in = is_begun
        if not is_begun:
            self.looker.read()

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
        if self.seen is None:
            groups = [keyed("Enter", "answer")] if self.looker.way else []
        elif isinstance(row, Answered | Column):
            groups = [keyed("Enter", "say otherwise")]
        elif row == DAY or (isinstance(row, Problem) and (row.is_question or way_of(row))):
            groups = [keyed("Enter", "answer")]
        elif kind_cells(row):
            groups = [keyed("Enter", "each of them")]
        else:
            groups = [keyed("Enter", "what comes in")]
        comes = [hint(incoming.bring_in)] if self.seen and self.seen.label else []
        return [], [*comes, *groups, hint(incoming.read_again), BACK]

    async def open(self) -> None:
        """Answer what the cursor is on, or go into what comes in."""
        row, looker = self._table.current, self.looker
        if looker.seen is None and looker.way:
            await file_answers.ask_words(self, looker.way, looker.told)
        elif looker.seen is None:
            self.foot.say(looker.told)
        elif row == DAY:
            await file_answers.ask_day(self, offered_day(looker.seen, self.said))
        elif isinstance(row, Answered):
            await file_answers.change_answer(self, row.flag, row.key, row.words)
        elif isinstance(row, Column):
            await file_answers.ask_column(self, row.heading, row.word)
        elif isinstance(row, Problem) and (row.is_question or way_of(row)):
            await file_answers.ask_answer(self, row, way_of(row))
        elif row is not None:
            focus_now(self._page)

    async def go_back(self) -> None:
        """From what comes in to the list, from there to where one came from; nothing is written."""
        if self._page.has_focus:
            focus_now(self._table)
            return
        is_kept = bool(self.said.answers) or self.said.is_dated
        await self.app.pop_screen()
        if not self.is_coming_in:
            kept = "; your answers are kept for this sitting" if is_kept else ""
            self.session.say(f"Nothing was brought in{kept}")

    def _show_progress(self) -> None:
        """Say how far the reading is: in the list while there is none, else at the foot."""
        if self.seen is None:
            self._draw_rows(is_new=False)
        elif self.foot.prompt is None:
            self._progress = [(self.looker.told, "dim")]
            self.foot.say_line(self._progress)

    def _show_read(self) -> None:
        """Show what was read, the cursor on what is to be answered next."""
        if self.foot.message and self.foot.message is self._progress:
            self.foot.say("")
        seen, was_open = self.seen, self._rows.questions if self._rows else None
        self._rows = FileRows(seen, self.said, asks_day=self.looker.asks_day) if seen else None
        self._draw_rows(is_new=self._rows is None or was_open != self._rows.questions)
        self.foot.draw()

    def _draw_rows(self, *, is_new: bool) -> None:
        rows, seen = self._rows, self.seen
        if rows is None or seen is None:
            self._table.border_title = titled("File")
            self._table.show([], lambda _place, _width: [], empty=self.looker.told)
            return
        self._table.border_title = titled(inline(seen.name))
        first = next((row for row in rows.ids if not isinstance(row, Heading)), None)
        begin = first if rows.questions else COMES
        self._table.show(
            rows.ids,
            rows.row,
            tall=rows.lines,
            scrolled=Scrolled(rows.lines, 0),
            keep=begin if is_new else None,
            is_new=is_new,
        )
        self.draw_detail()
