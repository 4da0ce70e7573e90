"""One sitting at a plan: what is shown of it and on which day, and the way to change it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from time import monotonic
from typing import Protocol

from send_actions.domain.checks.summary import ask_about_clock
from send_actions.domain.filters.named_views import NamedView
from send_actions.domain.history.undo import next_undo
from send_actions.domain.plan import Action, Plan, Timeline
from send_actions.errors import SendActionsError
from send_actions.tui.drawing.areas import WHOLE
from send_actions.tui.key_map import KeyMap
from send_actions.tui.plan_reader import PlanReader, Snapshot
from send_actions.tui.plan_writer import OnDone, PlanWriter, Task
from send_actions.tui.prompts.foot import Foot
from send_actions.tui.text_layout import Line
from send_actions.tui.undo_offer import UndoOffer

OnRefused = Callable[[SendActionsError], None]
"""Hears why a change was refused."""


class Watcher(Protocol):
    """Who shows a session: the app."""

    @property
    def foot(self) -> Foot | None:
        """The foot of the screen that is seen."""

    def say_line(self, line: Line) -> None:
        """Show one line at the foot until the next key."""

    def show_snapshot(self) -> None:
        """Draw the snapshot that the session now holds."""

    def give_up(self, refusal: SendActionsError) -> None:
        """Leave with a refusal: there is no plan to show."""

    def after_write(self, fault: BaseException | None) -> None:
        """Hear that a change was written or refused, or broke down with a fault."""


class Session:
    """The plan that is shown, the plan before it, the changes that are being written, the keys in force."""

    def __init__(self, reader: PlanReader, *, actor: str, watcher: Watcher, keys: KeyMap) -> None:
        self.reader = reader
        self.keys = keys
        self.actor = actor
        self.today = reader.today
        self.writer = PlanWriter(reader.place, actor)
        self.snapshot: Snapshot = reader.first_snapshot()
        self.about = WHOLE
        """The area one came from to the view that is seen; the whole plan until one came from an area."""

        def newest() -> int | None:
            with self.reading():
                own = next_undo(self.reader.heads(self.plan.record), actor)
                return own.id if own else None
            return None

        self.done = UndoOffer(lambda: watcher.foot, newest, keys["undo"])
        """Says what a change did, and that u takes it back."""
        self._watcher = watcher
        self._writing: set[asyncio.Task[None]] = set()
        self._began = 0.0
        self._is_behind = False
        self._hindrance: Line = []

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

    @property
    def is_writing(self) -> bool:
        """Whether a change is on its way to the file."""
        return bool(self._writing)

    @property
    def is_writing_since(self) -> float:
        """For how many seconds the change that was begun last has been on its way; 0 without one."""
        return monotonic() - self._began if self._writing else 0.0

    def say(self, words: str, manner: str = "") -> None:
        """Show one line at the foot of the screen that is seen."""
        self._watcher.say_line([(words, manner)])

    def say_line(self, line: Line) -> None:
        """Show one line of several manners at the foot of the screen that is seen."""
        self._watcher.say_line(line)

    def look_at(self, day: date | None) -> bool:
        """Show the plan as at a day; None or a day not before today is today.

        When the file cannot be read, says so, keeps what is shown and tries again at the next tick.
        """
        with self.reading():
            found = self.reader.snapshot(self.today if day is None or day >= self.today else day)
            if found != self.snapshot:
                is_later = found.later_changes > self.snapshot.later_changes
                self.snapshot = found
                self._watcher.show_snapshot()
                if is_later:
                    self.ask_about_clock()
            return True
        return False

    def read_whole(self) -> None:
        """Read all of a plan that is shown in outline; what cannot be read is refused as at the start."""
        if self.snapshot.is_outline:
            try:
                self.snapshot = self.reader.snapshot(self.today)
            except SendActionsError as refusal:
                self._watcher.give_up(refusal)
            else:
                self._watcher.show_snapshot()

    def ask_about_clock(self) -> None:
        """Ask at the foot whether the clock is right, when changes are dated after today."""
        if question := ask_about_clock(self.snapshot.later_changes):
            self.say(question, "amber")

    def read_again(self) -> None:
        """Read what is shown once more: today's plan on the day it now is, or the past that is looked at."""
        self._is_behind = True
        with self.reading():
            day = self.plan.as_at if self.is_looking_back else None
            self.reader.has_changed()
            self.today = self.reader.today
            self._is_behind = not self.look_at(day)
        self.done.withdraw()

    def look_outside(self) -> None:
        """Read again when somebody else changed the plan, or a new day began."""
        with self.reading():
            if self.reader.has_changed() or self.reader.today != self.today or self._is_behind:
                self.read_again()
                if self._is_behind:
                    return
            foot = self._watcher.foot
            if self._hindrance and foot and foot.message == self._hindrance:
                self._watcher.say_line([])
            self._hindrance = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Sit out what hinders a look at the file: say it at the foot, unless something is said there."""
        try:
            yield
        except SendActionsError as hindrance:
            foot = self._watcher.foot
            if foot is None or not foot.message:
                self._hindrance = [(str(hindrance), "amber")]
                self._watcher.say_line(self._hindrance)

    def timeline_of(self, action: Action) -> Timeline:
        """What was said of an action, as far as the shown plan knows; nothing while it cannot be read."""
        with self.reading():
            return self.reader.timeline(self.plan, action)
        return Timeline((), ())

    def plan_of(self, day: date) -> Plan | None:
        """The plan as at a day; None while it cannot be read."""
        with self.reading():
            return self.reader.snapshot(day).plan
        return None

    def write(self, task: Task, done: OnDone, refused: OnRefused | None = None) -> None:
        """Do one change after those before it, and read the plan again.

        One that is refused and has no `refused` of its own is told of at the foot.
        """
        refused = refused or (lambda refusal: self.say(str(refusal), "amber"))
        if why := self.reader.why_read_only:
            refused(SendActionsError(f"Not saved {why}"))
            return
        self._began = monotonic()
        writing = asyncio.create_task(self._write(task, done, refused))
        self._writing.add(writing)
        writing.add_done_callback(self._written)

    async def written(self, within: float | None = None) -> None:
        """Wait until all that was begun is written, or so many seconds are over."""
        while self._writing:
            _, late = await asyncio.wait(self._writing, timeout=within)
            if late:
                return

    async def _write(self, task: Task, done: OnDone, refused: OnRefused) -> None:
        try:
            change = await self.writer.write(task, self.today)
        except SendActionsError as refusal:
            refused(refusal)
        else:
            self.read_again()
            done(change)

    def _written(self, writing: asyncio.Task[None]) -> None:
        self._writing.discard(writing)
        self._watcher.after_write(None if writing.cancelled() else writing.exception())


def why_off(session: Session) -> str:
    """Why keys that change the plan are off now; nothing while they are not."""
    back = "while looking back: Esc for today" if session.is_looking_back else ""
    return session.reader.why_read_only or back


def kept_views(session: Session) -> tuple[NamedView, ...]:
    """The views that are kept with the plan; none while they cannot be read."""
    with session.reading():
        return session.reader.views()
    return ()


def nothing_yet(session: Session, words: str) -> str:
    """What to say where nothing is listed: the key that makes the first is named only while it works."""
    return words.partition(":")[0] if why_off(session) else words
