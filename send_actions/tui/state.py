"""What the app holds and all screens look at: the plan that is seen, its day, and the way to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from textual.reactive import reactive

from send_actions.domain.nouns import Action, Plan, Timeline
from send_actions.errors import SendActionsError
from send_actions.tui import crash
from send_actions.tui.book import Book, Seen
from send_actions.tui.internals import CalmApp
from send_actions.tui.writing import Outcome, Pen, Task

OnDone = Callable[[Outcome], None]


class PlanApp(CalmApp):
    """The state all screens share; the app itself adds the screens."""

    LOOK_OUTSIDE_EVERY: ClassVar[float] = 1.0

    seen: reactive[Seen | None] = reactive(None, init=False)

    def __init__(self, book: Book, *, actor: str) -> None:
        super().__init__()
        self.book = book
        self.actor = actor
        self.today = book.today
        self.started_at = 0
        self.pen = Pen(book.place, actor)
        self.came_from = ""
        first = book.see(self.today)
        self.started_at = first.plan.record
        self._writing: set[asyncio.Task[None]] = set()
        self.set_reactive(PlanApp.seen, first)

    @property
    def sight(self) -> Seen:
        """The plan and the plan before it."""
        if self.seen is None:
            raise SendActionsError("There is no plan to see.")
        return self.seen

    @property
    def plan(self) -> Plan:
        """The plan as it is shown."""
        return self.sight.plan

    @property
    def before(self) -> Plan | None:
        """The plan as at the last meeting before the one shown."""
        return self.sight.before

    @property
    def is_looking_back(self) -> bool:
        """Whether the plan stands as it was on an earlier day."""
        return self.plan.as_at < self.today

    def look_at(self, day: date | None) -> None:
        """Show the plan as at a day; None or a day not before today is today."""
        self.seen = self.book.see(self.today if day is None or day >= self.today else day)

    def read_again(self) -> None:
        """Read what is shown once more."""
        self.book.has_changed()
        self.today = self.book.today
        self.look_at(self.plan.as_at if self.is_looking_back else None)

    def look_outside(self) -> None:
        """Read again when somebody else changed the plan, or a new day began."""
        if self.book.has_changed() or self.book.today != self.today:
            was_today = not self.is_looking_back
            self.today = self.book.today
            self.look_at(None if was_today else self.plan.as_at)

    def timeline_of(self, action: Action) -> Timeline:
        """What was said of an action, as far as the shown plan knows."""
        return self.book.timeline(self.plan, action)

    def write(self, task: Task, then: OnDone) -> None:
        """Do one change after those before it; `then` hears how it went, with the plan read again."""
        writing = asyncio.create_task(self._write(task, then))
        self._writing.add(writing)
        writing.add_done_callback(self._written)

    async def settle(self) -> None:
        """Wait until all that was begun is written."""
        while self._writing:
            await asyncio.wait(self._writing)

    async def _write(self, task: Task, then: OnDone) -> None:
        outcome = await self.pen.write(task, self.today)
        if outcome.error is None:
            self.read_again()
        then(outcome)

    def _written(self, writing: asyncio.Task[None]) -> None:
        self._writing.discard(writing)
        fault = None if writing.cancelled() else writing.exception()
        if fault is not None:
            self.break_down(fault)

    async def show_view(self, view: str) -> None:
        """Show one of the views of the `g` line."""
        raise NotImplementedError

    async def come_back(self) -> None:
        """Go back to the view one came from, on to its next row."""
        raise NotImplementedError

    async def show_action(self, action: Action, *, came_from: str = "") -> None:
        """Go home to an action."""
        raise NotImplementedError

    async def show_area(self, area_id: int, *, came_from: str = "") -> None:
        """Go home to an area."""
        raise NotImplementedError

    async def show_help(self, about: str) -> None:
        """Show what the keys do on a screen."""
        raise NotImplementedError

    async def show_commands(self, origin: Any) -> None:
        """Show the commands of a screen."""
        raise NotImplementedError

    def next_theme(self) -> str:
        """Take the next theme and return its name in words."""
        raise NotImplementedError

    def report_crash(self, error: BaseException) -> str:
        """Keep the places where it broke, and say so."""
        return crash.sentence(error, crash.keep_report(error))
