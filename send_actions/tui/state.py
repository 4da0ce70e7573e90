"""What the app holds and all screens look at: the plan that is seen, its day, and the way to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.reactive import reactive

from send_actions.domain.plan import Action, Plan, Timeline
from send_actions.errors import SendActionsError
from send_actions.tui import crash
from send_actions.tui.internals import CalmApp
from send_actions.tui.pending_edits import PendingEdits
from send_actions.tui.plan_reader import PlanReader, Snapshot
from send_actions.tui.plan_writer import Outcome, PlanWriter, Task
from send_actions.tui.text_layout import Line

OnDone = Callable[[Outcome], None]


@runtime_checkable
class Says(Protocol):
    """A screen that shows messages at its foot, and knows which keys wait for what is being written."""

    @property
    def message(self) -> Line:
        """What stands at the foot now."""

    def say_line(self, line: Line) -> None:
        """Show one line at the foot until the next key."""

    def waits(self, key: str) -> bool:
        """Whether a key must wait until what is being written is saved."""


class PlanApp(CalmApp):
    """The state all screens share; the app itself adds the screens."""

    LOOK_OUTSIDE_EVERY: ClassVar[float] = 1.0

    seen: reactive[Snapshot | None] = reactive(None, init=False)

    def __init__(self, reader: PlanReader, *, actor: str) -> None:
        super().__init__()
        self.reader = reader
        self.actor = actor
        self.today = reader.today
        self.writer = PlanWriter(reader.place, actor)
        self.pending = PendingEdits(self)
        self.came_from = ""
        first = reader.snapshot(self.today)
        self._writing: set[asyncio.Task[None]] = set()
        self._typed_ahead: list[events.Key | events.Paste] = []
        self._is_behind = False
        self._hindrance: Line = []
        self.set_reactive(PlanApp.seen, first)

    @property
    def snapshot(self) -> Snapshot:
        """The plan and the plan before it."""
        if self.seen is None:
            raise SendActionsError("There is no plan to see.")
        return self.seen

    @property
    def plan(self) -> Plan:
        """The plan as it is shown."""
        return self.snapshot.plan

    @property
    def before(self) -> Plan | None:
        """The plan as at the last meeting before the one shown."""
        return self.snapshot.before

    @property
    def is_looking_back(self) -> bool:
        """Whether the plan stands as it was on an earlier day."""
        return self.plan.as_at < self.today

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot of the screen that is seen."""
        self.say_line([(words, manner)])

    def say_line(self, line: Line) -> None:
        """Show one line of several manners at the foot of the screen that is seen."""
        screen = self.screen if self.screen_stack else None
        if isinstance(screen, Says):
            screen.say_line(line)

    def look_at(self, day: date | None) -> bool:
        """Show the plan as at a day; None or a day not before today is today.

        When the file cannot be read, says so, keeps what is shown and tries again at the next tick.
        """
        with self.reading():
            self.seen = self.reader.snapshot(self.today if day is None or day >= self.today else day)
            return True
        return False

    def read_again(self) -> None:
        """Read what is shown once more: today's plan on the day it now is, or the past that is looked at."""
        self._is_behind = True
        with self.reading():
            day = self.plan.as_at if self.is_looking_back else None
            self.reader.has_changed()
            self.today = self.reader.today
            self._is_behind = not self.look_at(day)

    def look_outside(self) -> None:
        """Read again when somebody else changed the plan, or a new day began."""
        with self.reading():
            if self.reader.has_changed() or self.reader.today != self.today or self._is_behind:
                self.read_again()
            screen = self.screen if self.screen_stack else None
            if self._hindrance and isinstance(screen, Says) and screen.message == self._hindrance:
                screen.say_line([])
            self._hindrance = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Sit out what hinders a look at the file: say it at the foot, unless something is said there."""
        try:
            yield
        except SendActionsError as hindrance:
            screen = self.screen if self.screen_stack else None
            if isinstance(screen, Says) and not screen.message:
                self._hindrance = [(str(hindrance), "amber")]
                screen.say_line(self._hindrance)

    def timeline_of(self, action: Action) -> Timeline:
        """What was said of an action, as far as the shown plan knows; nothing while it cannot be read."""
        with self.reading():
            return self.reader.timeline(self.plan, action)
        return Timeline((), ())

    def write(self, task: Task, then: OnDone) -> None:
        """Do one change after those before it; `then` hears how it went, with the plan read again."""
        writing = asyncio.create_task(self._write(task, then))
        self._writing.add(writing)
        writing.add_done_callback(self._written)

    async def written(self) -> None:
        """Wait until all that was begun is written."""
        while self._writing:
            await asyncio.wait(self._writing)

    async def settle(self) -> None:
        """Wait until all that was begun is written, and all that was typed meanwhile is done."""
        while self._writing or self._typed_ahead:
            await self.written()
            await asyncio.sleep(0)

    async def take_typed(self, event: events.Key | events.Paste) -> None:
        """Do a key; one that must wait for what is being written is kept, with all after it but Esc."""
        if self._typed_ahead and isinstance(event, events.Key) and event.key == "escape":
            self._typed_ahead.clear()
            self.say("Still saving; the keys typed since are let go", "amber")
        elif self._typed_ahead or self._must_wait(event):
            self._typed_ahead.append(event)
        else:
            await super().take_typed(event)

    def _must_wait(self, event: events.Key | events.Paste) -> bool:
        screen = self.screen
        if not self._writing or not isinstance(event, events.Key) or not isinstance(screen, Says):
            return False
        return screen.waits(event.key)

    async def _catch_up(self) -> None:
        """Do the keys that waited, as far as none of them must wait again."""
        while self._typed_ahead and not self._must_wait(self._typed_ahead[0]):
            await super().take_typed(self._typed_ahead.pop(0))

    async def _write(self, task: Task, then: OnDone) -> None:
        outcome = await self.writer.write(task, self.today)
        if outcome.error is None:
            self.read_again()
        then(outcome)

    def _written(self, writing: asyncio.Task[None]) -> None:
        self._writing.discard(writing)
        fault = None if writing.cancelled() else writing.exception()
        if fault is not None:
            self.break_down(fault)
        elif self._typed_ahead:
            self.call_next(self._catch_up)

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
